"""Takes secrets out of what is shown of a request or an answer.

| what | becomes |
|---|---|
| credentials and cookies in headers | the scheme, and `[redacted]` |
| the secret of the caller's own credentials, anywhere else | `[redacted]` |
| the signature of an address, in a query or a body | `Signature=[redacted]` |
| the data of a data URL | how many characters there were |

The literal `public-auth-token` is no secret.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping

from .auth import PUBLIC_TOKEN

REDACTED = "[redacted]"
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"})
SIGNING = ("Signature", "Policy")
VALUE = re.compile(r"(=|%3D)[^&\"'\s\\]+")
DATA_URL = re.compile(r"(data:[\w.+-]+/[\w.+-]+(?:;[\w=.+-]+)*(?:;base64)?,)([A-Za-z0-9+/=_%-]{32,})")
SHORTEST_SECRET = 4
"""A shorter secret stands for itself too often: taking it out would only spoil the text."""


def header(name: str, value: str) -> str:
    """The value of a header (its name in lower case) as it may be shown."""
    if name not in SECRET_HEADERS or value == PUBLIC_TOKEN:
        return text(value)
    scheme, space, _ = value.partition(" ")
    return f"{scheme} {REDACTED}" if space and name.endswith("authorization") and scheme.isalpha() else REDACTED


def text(value: str, secrets: tuple[str, ...] = ()) -> str:
    """A path, query or body as it may be shown."""
    for secret in secrets:
        value = value.replace(secret, REDACTED)
    for word in SIGNING:
        if word in value:
            value = _without_values(value, word)
    if "data:" in value:
        value = DATA_URL.sub(lambda found: f"{found[1]}[{len(found[2])} characters]", value)
    return value


def _without_values(text: str, word: str) -> str:
    """What `word=...` says left out wherever it stands; much faster here than one expression over the whole text."""
    parts = text.split(word)
    for number, part in enumerate(parts[1:], 1):
        found = VALUE.match(part)
        if found is not None:
            parts[number] = found[1] + REDACTED + part[found.end() :]
    return word.join(parts)


def secrets_of(headers: Mapping[str, str]) -> tuple[str, ...]:
    """What must not be shown anywhere of a request with these headers: its credentials, whole and in parts."""
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    found = [credentials.strip()]
    if scheme.lower() == "basic":
        try:
            decoded = base64.b64decode(credentials, validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            decoded = ""
        found.append(decoded.partition(":")[2])
    return tuple(sorted((one for one in found if len(one) >= SHORTEST_SECRET), key=len, reverse=True))
