"""One request with its answer, and the address below which an API is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Exchange:
    """One request and what came back. Header names are in lower case; bodies are as they were, without encodings.

    What the proxy sees holds secrets and is shown to nobody, hence no `repr` of headers and bodies; what a cassette
    holds went through `cleaning`.
    """

    at_ms: int
    """When it was asked, in milliseconds since the epoch."""
    seconds: float
    """How long the answer took."""
    method: str
    path: str
    """Still encoded, with the base path, without the query."""
    query: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    status: int
    answer_headers: Mapping[str, str] = field(repr=False)
    answer: bytes = field(repr=False)

    @property
    def told(self) -> str:
        """The request in short."""
        return f"{self.method} {self.path}{f'?{self.query}' if self.query else ''}"


@dataclass(frozen=True)
class Base:
    """Where an API is: `https://host/v1` is the origin `https://host` with the base path `/v1`."""

    origin: str
    path: str

    @property
    def url(self) -> str:
        """The base URL."""
        return self.origin + self.path

    def below(self, path: str) -> str | None:
        """The part of `path` below the base path, from its slash on; None when it is outside."""
        return path[len(self.path) :] if path.startswith(self.path + "/") else None


def base_of(url: str) -> Base:
    """The base that a URL names. Raises ValueError for one that is no plain http address."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not an http or https URL")
    if parts.username is not None or parts.password is not None:
        raise ValueError("credentials do not belong into a URL; those of the requests are passed on")
    if parts.query or parts.fragment:
        raise ValueError("a base URL has no query and no fragment")
    return Base(f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/"))
