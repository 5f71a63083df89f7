"""Who the caller is: Basic (a key pair), Bearer (a token) or public; one header value, shown to nobody.

What is given explicitly wins over the environment. In the environment a key pair wins over a token. Two ways given
explicitly are refused: guessing which one was meant would send the other's requests with the wrong rights.

| way    | argument                | environment, first found                                                  |
|--------|-------------------------|---------------------------------------------------------------------------|
| basic  | `api_key`, `api_secret` | `SCENARIO_SDK_API_KEY`, `.._SECRET`; `SCENARIO_API_KEY`, `.._API_SECRET`  |
| bearer | `token`                 | `SCENARIO_SDK_JWT`                                                        |
| public | `public=True`           |                                                                           |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from .errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The two spellings of a key pair: that of the vendor's SDK, and that of the vendor's guides.
PAIRS = (("SCENARIO_SDK_API_KEY", "SCENARIO_SDK_API_SECRET"), ("SCENARIO_API_KEY", "SCENARIO_API_SECRET"))
TOKEN = "SCENARIO_SDK_JWT"

#: The whole value of the header, without a scheme: reads what is public, without an account.
PUBLIC_HEADER = "public-auth-token"

HOW = (
    "set SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET (or SCENARIO_API_KEY and SCENARIO_API_SECRET), or pass "
    "api_key and api_secret; or a token (SCENARIO_SDK_JWT, token=...); or public=True for what is public"
)


class Secrets(tuple[str, ...]):
    """Texts that no message may hold. Where a debugger shows variables it shows only how many there are."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} secrets>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("secrets are not copied or pickled")


class Credentials:
    """The value of the Authorization header, and what must not be seen of it."""

    __slots__ = ("_header", "_parts", "way")

    way: str
    """basic, bearer or public."""

    def __init__(self, way: str, header: str, parts: tuple[str, ...] = ()) -> None:
        self.way = way
        self._header = header
        self._parts = parts

    def header(self) -> str:
        """The value of the Authorization header."""
        return self._header

    def secrets(self) -> Secrets:
        """The texts that no message may hold, longest first: as they are, as sent, and as an address spells them."""
        if not self._parts:
            return Secrets()
        from urllib.parse import quote, quote_plus

        plain = (*self._parts, self._header.rpartition(" ")[2])
        spelled = {form for part in plain for form in (part, quote(part, safe=""), quote_plus(part), quote(part))}
        return Secrets(sorted(spelled, key=lambda secret: (-len(secret), secret)))

    def __repr__(self) -> str:
        return f"Credentials({self.way})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("credentials are not copied or pickled")


def find(
    api_key: str | None, api_secret: str | None, token: str | None, public: bool, environ: Mapping[str, str]
) -> Credentials:
    """The credentials that the arguments and the environment give. Raises ConfigError when they give none, or two."""
    paired = api_key is not None or api_secret is not None
    if paired + (token is not None) + bool(public) > 1:
        raise ConfigError("give one of: api_key with api_secret, token, public=True")
    if public:
        return Credentials("public", PUBLIC_HEADER)
    if token is not None:
        return _bearer("token", token)
    key, secret = _pair(api_key, api_secret, environ)
    if key and secret:
        return _basic(_checked("api_key", key), _checked("api_secret", secret))
    if not paired and environ.get(TOKEN):
        return _bearer(TOKEN, environ[TOKEN])
    if key or secret:
        has, lacks = ("key", "secret") if key else ("secret", "key")
        raise ConfigError(f"an API {has} without an API {lacks}: {HOW}")
    raise ConfigError(f"no credentials: {HOW}")


def _pair(api_key: str | None, api_secret: str | None, environ: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Key and secret. A half given as an argument is completed from the environment; there, halves of one spelling
    belong together, and only when no spelling is whole may they mix."""
    if api_key == "" or api_secret == "":
        raise ConfigError(f"{'api_key' if api_key == '' else 'api_secret'} is empty: {HOW}")
    if api_key is None and api_secret is None:
        for key_name, secret_name in PAIRS:
            if environ.get(key_name) and environ.get(secret_name):
                return environ[key_name], environ[secret_name]
    keys = [api_key, *(environ.get(key_name) for key_name, _ in PAIRS)]
    secrets = [api_secret, *(environ.get(secret_name) for _, secret_name in PAIRS)]
    return next(filter(None, keys), None), next(filter(None, secrets), None)


def _checked(name: str, value: str) -> str:
    """The value without the blanks and line ends that files and shells add. Its text is in no message."""
    if not isinstance(value, str):
        raise ConfigError(f"{name} must be a string, not {type(value).__name__}")
    value = value.strip()
    if not value:
        raise ConfigError(f"{name} is empty: {HOW}")
    if not (value.isascii() and value.isprintable() and " " not in value):
        raise ConfigError(f"{name} holds characters that no header can carry")
    return value


def _basic(key: str, secret: str) -> Credentials:
    from binascii import b2a_base64

    if ":" in key:
        raise ConfigError("api_key holds a colon, which separates key and secret")
    sent = b2a_base64(f"{key}:{secret}".encode(), newline=False).decode()
    return Credentials("basic", f"Basic {sent}", (key, secret))


def _bearer(name: str, token: str) -> Credentials:
    """The token may bring the scheme along, as it stands in a header."""
    if isinstance(token, str) and token.strip()[:7].lower() == "bearer ":
        token = token.strip()[7:]
    token = _checked(name, token)
    return Credentials("bearer", f"Bearer {token}", (token,))
