"""Settings of a client: arguments first, then the environment, then the defaults; and the options of one call."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypedDict

from .auth import find
from .errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .auth import Credentials

BASE_URL = "https://api.cloud.scenario.com/v1"
CONNECT_TIMEOUT = 5.0
"""Seconds to get a connection: a service that cannot be reached is known soon, however long an answer may take."""
TIMEOUT = 60.0
MAX_RETRIES = 2


class RequestOptions(TypedDict, total=False):
    """What one call may do differently; every method takes it as `options`."""

    timeout: float | httpx.Timeout | None
    """Seconds to wait for the answer (connecting keeps its own 5 s), an httpx.Timeout, or None: for ever."""
    max_retries: int
    """How often to try again."""
    headers: Mapping[str, str | None]
    """Headers to add or replace; None leaves one out."""
    query: Mapping[str, Any]
    """Query parameters to add or replace, by their names on the wire."""
    body: Mapping[str, Any]
    """Members to add to the JSON body, or replace, by their names on the wire."""


OPTION_NAMES = frozenset({"timeout", "max_retries", "headers", "query", "body"})


class ClientConfig:
    """The settings of one client, checked. Changed copies are made by `with_changes`."""

    __slots__ = ("base_url", "credentials", "headers", "max_retries", "max_spend", "timeout")

    base_url: str
    """Without a slash at its end."""
    credentials: Credentials
    timeout: float | httpx.Timeout | None
    max_retries: int
    max_spend: float | None
    """Creative Units that this client may spend; None: no limit."""
    headers: Mapping[str, str]
    """Sent with every request."""

    def __init__(
        self,
        credentials: Credentials,
        base_url: str,
        timeout: float | httpx.Timeout | None = TIMEOUT,
        max_retries: int = MAX_RETRIES,
        max_spend: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.credentials = credentials
        self.base_url = checked_url(base_url)
        self.timeout = checked_timeout(timeout)
        self.max_retries = checked_retries(max_retries)
        self.max_spend = _checked_spend(max_spend)
        self.headers = dict(headers or {})

    def __repr__(self) -> str:
        return f"ClientConfig(base_url={self.base_url!r}, auth={self.credentials.way!r}, timeout={self.timeout!r})"


def load(
    api_key: str | None = None,
    api_secret: str | None = None,
    token: str | None = None,
    public: bool = False,
    base_url: str | None = None,
    timeout: float | httpx.Timeout | None = TIMEOUT,
    max_retries: int = MAX_RETRIES,
    max_spend: float | None = None,
    default_headers: Mapping[str, str] | None = None,
    environ: Mapping[str, str] | None = None,
) -> ClientConfig:
    """The settings that these arguments and the environment give. Raises ConfigError."""
    environ = os.environ if environ is None else environ
    return ClientConfig(
        find(api_key, api_secret, token, public, environ),
        base_url if base_url is not None else environ.get("SCENARIO_BASE_URL") or BASE_URL,
        timeout,
        max_retries,
        max_spend,
        default_headers,
    )


#: What with_options may change; the first four choose new credentials.
CREDENTIALS = ("api_key", "api_secret", "token", "public")
CHANGES = frozenset({*CREDENTIALS, "base_url", "timeout", "max_retries", "max_spend", "default_headers"})


def changed(config: ClientConfig, changes: Mapping[str, Any]) -> ClientConfig:
    """The settings with some of them replaced; `default_headers` are added to those there are.

    Raises TypeError for a setting that does not exist, or that belongs to the connections, which are shared.
    """
    unknown = sorted(changes.keys() - CHANGES)
    if unknown:
        raise TypeError(f"with_options cannot change {', '.join(unknown)}; it takes {', '.join(sorted(CHANGES))}")
    credentials = config.credentials
    if changes.keys() & set(CREDENTIALS):
        who = [changes.get(name) for name in CREDENTIALS[:3]]
        credentials = find(who[0], who[1], who[2], bool(changes.get("public")), os.environ)
    return ClientConfig(
        credentials,
        changes.get("base_url") or config.base_url,
        changes.get("timeout", config.timeout),
        changes.get("max_retries", config.max_retries),
        changes.get("max_spend", config.max_spend),
        {**config.headers, **(changes.get("default_headers") or {})},
    )


def timeout_of(value: float | httpx.Timeout | None) -> httpx.Timeout:
    """Seconds as httpx wants them: connecting never takes longer than CONNECT_TIMEOUT, whatever the rest may take."""
    import httpx

    value = checked_timeout(value)
    if isinstance(value, httpx.Timeout):
        return value
    return httpx.Timeout(value, connect=CONNECT_TIMEOUT if value is None else min(CONNECT_TIMEOUT, value))


def checked_timeout(value: Any) -> Any:
    """Seconds above 0, an httpx.Timeout, or None. Raises ConfigError."""
    if value is None or hasattr(value, "as_dict"):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
        raise ConfigError(f"timeout must be seconds above 0, an httpx.Timeout or None, not {value!r}")
    return float(value)


def checked_retries(value: Any) -> int:
    """A number of repeats. Raises ConfigError."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ConfigError(f"max_retries must be 0 or a number above it, not {value!r}")
    return value


def checked_url(value: Any) -> str:
    """An address to append paths to. Raises ConfigError; its text is shown without what may be secret."""
    from .redact import url

    address = str(value).strip()
    scheme, separator, rest = address.partition("://")
    host = rest.partition("/")[0]
    if not separator or scheme.lower() not in ("http", "https") or not host:
        raise ConfigError(f"base_url must begin with http:// or https:// and a host, not {url(address)!r}")
    if "@" in host:
        raise ConfigError("base_url holds a user and password; pass api_key and api_secret")
    if "?" in rest or "#" in rest or not address.isprintable() or " " in address:
        raise ConfigError(f"base_url must be an address without query and blanks, not {url(address)!r}")
    return address.rstrip("/")


def _checked_spend(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError(f"max_spend must be a number of Creative Units, 0 or above, not {value!r}")
    return float(value)
