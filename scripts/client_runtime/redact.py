"""Nothing secret in a text: addresses without signatures, texts and values without the client's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "***"

#: Query parameters whose value opens something, in lower case. `paginationToken` opens nothing and stays readable.
SECRET_NAMES = frozenset(
    "signature sig policy key-pair-id token access_token id_token refresh_token auth authorization jwt bearer password "
    "secret api_key apikey api-key api_secret apisecret api-secret key awsaccesskeyid googleaccessid".split()
)

#: How the names of the parameters that sign an address of a storage service begin.
SECRET_PREFIXES = ("x-amz-", "x-goog-", "x-ms-")

#: Shorter texts are also words: replacing them would garble what a server says.
SHORTEST_SECRET = 8


def url(address: object) -> str:
    """The address without user info and fragment, and with *** for what signs it or logs somebody in."""
    text_, _, _ = str(address).partition("#")
    place, question, query = text_.partition("?")
    scheme, separator, rest = place.partition("://")
    if separator:
        host, slash, path = rest.partition("/")
        place = f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
    return place + question + "&".join(_parameter(part) for part in query.split("&"))


def text(content: str, secrets: Iterable[str]) -> str:
    """The text with *** wherever one of `secrets` stands."""
    for secret in secrets:
        if len(secret) >= SHORTEST_SECRET and secret in content:
            content = content.replace(secret, MARK)
    return content


def value(parsed: Any, secrets: Iterable[str]) -> Any:
    """Parsed JSON with *** wherever one of `secrets` stands in a name or a text; a copy, the original is kept."""
    if isinstance(parsed, str):
        return text(parsed, secrets)
    if isinstance(parsed, list):
        return [value(item, secrets) for item in parsed]
    if isinstance(parsed, dict):
        return {text(name, secrets): value(item, secrets) for name, item in parsed.items()}
    return parsed


def _parameter(part: str) -> str:
    name, equals, _ = part.partition("=")
    low = name.lower()
    return f"{name}={MARK}" if equals and (low in SECRET_NAMES or low.startswith(SECRET_PREFIXES)) else part
