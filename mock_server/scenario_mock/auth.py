"""Who is calling, from the Authorization header.

| header | caller |
|---|---|
| `Basic base64(key:secret)` | the owner of the key; each key has a private world of its own |
| `Bearer token` | the owner of the token, likewise |
| `public-auth-token`, literally | anybody; public reads only |
| none | nobody; only where the contract allows anonymous access |

Anything else cannot be read and is refused with 401, the doubled `Basic Basic` of one guide's sample included.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass

from .contract import Operation
from .errors import unauthorized
from .settings import Settings

PUBLIC_TOKEN = "public-auth-token"
MOST_REMEMBERED = 1024
PLAIN = re.compile(r"[A-Za-z0-9._@+-]{1,100}")


@dataclass(frozen=True)
class Caller:
    """Whose world a request sees; `tenant` is None for a caller who sees only the public one."""

    scheme: str
    tenant: str | None


class Authenticator:
    """Tells callers by their header, under the settings' keys."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Reading a header costs more than the rest of a small request. Only good ones are remembered.
        self._known: dict[str, Caller] = {}

    def caller(self, operation: Operation, header: str | None) -> Caller:
        """The caller of `operation`, or ApiError 401."""
        if header is None:
            if frozenset() in operation.security:
                return Caller("none", None)
            raise unauthorized("No Authorization header")
        caller = self._known.get(header)
        if caller is None:
            caller = _read(header, self._settings)
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[header] = caller
        if caller.scheme not in operation.schemes:
            raise unauthorized(f"{operation.id} does not accept {caller.scheme}")
        return caller


def _read(header: str, settings: Settings) -> Caller:
    if header == PUBLIC_TOKEN:
        return Caller("publicToken", None)
    scheme, _, credentials = header.partition(" ")
    if scheme.lower() == "basic":
        return Caller("basicAuth", _basic(credentials.strip(), settings))
    if scheme.lower() == "bearer" and credentials.strip() and " " not in credentials.strip():
        if settings.api_key is not None:
            raise unauthorized("Only one API key is accepted here, and no token")
        # The token itself never becomes a name: names may be shown.
        return Caller("bearerAuth", "bearer-" + hashlib.sha256(credentials.encode()).hexdigest()[:16])
    raise unauthorized("The Authorization header is none of Basic, Bearer and public-auth-token")


def _basic(credentials: str, settings: Settings) -> str:
    try:
        key, colon, secret = base64.b64decode(credentials, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise unauthorized("The Basic credentials are not base64 of key:secret") from error
    if not colon or not key or not secret:
        raise unauthorized("The Basic credentials are not key:secret")
    if settings.api_key is not None:
        same_key = hmac.compare_digest(key.encode(), settings.api_key.encode())
        same_secret = hmac.compare_digest(secret.encode(), (settings.api_secret or "").encode())
        if not (same_key and same_secret):
            raise unauthorized("Unknown API key or wrong secret")
    return _name(key)


def _name(key: str) -> str:
    """What the tenant of a key is called: the key, or a digest of one that is no plain word."""
    return key if PLAIN.fullmatch(key) else "key-" + hashlib.sha256(key.encode()).hexdigest()[:16]
