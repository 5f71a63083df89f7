"""The server that a session starts once and its tests use one after another, each with a mock of its own behind it.

What calls while no test holds a mock, such as a thread that a test left running, is answered 503.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..delivery import Receive, Send, deliver
from ..effects import JSON, answer
from ..encoding import encode
from ..server import beside
from ..settings import Settings
from .mocks import ServedMock

NOBODY = {"reason": "No test holds the mock now: this came before a test asked for scenario_server, or after it ended"}


class Port:
    """An ASGI app: whichever mock is behind it now."""

    def __init__(self) -> None:
        self.base_url = ""
        self._mock: ServedMock | None = None

    @contextmanager
    def held(self, settings: Settings, key: str) -> Iterator[ServedMock]:
        """A new mock behind the port, until the block ends."""
        mock = ServedMock(settings, key=key)
        mock.base_url, self._mock = self.base_url, mock
        try:
            yield mock
        finally:
            self._mock = None
            mock.close()

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        mock = self._mock
        if mock is not None:
            await mock(scope, receive, send)
        else:
            await deliver(answer(503, JSON, encode(NOBODY)), scope["method"] == "HEAD", receive, send)


@contextmanager
def opened() -> Iterator[Port]:
    """A port of loopback, served by a thread until the block ends. Raises ServeError."""
    port = Port()
    with beside(port) as base_url:
        port.base_url = base_url
        yield port
