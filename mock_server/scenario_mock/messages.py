"""One HTTP request and one response, as the mock passes them on, and how a response is brought to its caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    """One HTTP request: upper-case method, still encoded path, lower-case header names."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    origin: str = "http://scenario.mock"


@dataclass(frozen=True)
class Delivery:
    """What goes wrong on the way to the caller; every face of the mock (ASGI, httpx) carries it out in its own way."""

    delay_s: float = 0.0
    """Seconds before the first byte."""
    hang: bool = False
    """No byte ever comes."""
    cut_after: float | None = None
    """The share of the body after which the connection is cut; 0: before the status line."""
    bytes_per_second: float | None = None
    """How slowly the body comes."""


@dataclass(frozen=True)
class Response:
    """One HTTP response; `delivery` is None when nothing goes wrong on its way."""

    status: int
    headers: dict[str, str]
    body: bytes
    delivery: Delivery | None = None
    later: Callable[[], Response] | None = field(default=None, repr=False)
    """Makes the real response, for one that takes too long to be made while others wait."""
