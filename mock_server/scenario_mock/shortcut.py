"""A shorter way through uvicorn for calls that need no waiting, which are nearly all.

uvicorn starts a task for each request, hands it a scope, and takes the answer in two messages. A call of the API whose
body has come whole is answered by a plain function, so this protocol calls it from the parser and writes the answer in
one piece. Everything else takes uvicorn's own way: the mock's own routes, faults and preferences, pipelined requests,
upgrades, `Expect`, chunked and large bodies, a caller that does not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from .app import BASE_PATH, Mock, origin
from .messages import Request, Response

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST_BODY = 65_536
METHODS = frozenset({b"GET", b"POST"})
PREFIX = BASE_PATH.encode() + b"/"


class ShortcutProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with the shortcut for a `Mock`."""

    _parts: list[bytes] | None = None
    """The body so far of a request that may take the shortcut; None: the request takes uvicorn's way."""
    _given: dict[str, str]
    _constant: tuple[Sequence[Any], bytes] = ((), b"")
    """uvicorn's own headers, as it has them and as they are sent."""

    def on_headers_complete(self) -> None:
        self._parts = [] if self._is_short() else None
        if self._parts is None:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        if self._parts is None:
            super().on_body(body)
        else:
            self._parts.append(body)

    def on_message_complete(self) -> None:
        parts, self._parts = self._parts, None
        if parts is None:
            super().on_message_complete()
            return
        response = self._mock.at_once(self._request(b"".join(parts)))
        if response is not None:
            self._write(response)
            return
        super().on_headers_complete()
        for part in parts:
            super().on_body(part)
        super().on_message_complete()

    @property
    def _mock(self) -> Mock:
        app = self.config.app
        assert isinstance(app, Mock)
        return app

    def _is_short(self) -> bool:
        if not self.url.startswith(PREFIX) or self.parser.get_method() not in METHODS:
            return False
        busy = self.pipeline or (self.cycle is not None and not self.cycle.response_complete)
        if busy or self.expect_100_continue or self.parser.should_upgrade() or self.flow.write_paused:
            return False
        given = self._given = {name.decode("latin-1"): value.decode("latin-1") for name, value in self.headers}
        length = given.get("content-length", "0")
        return "transfer-encoding" not in given and len(length) < 6 and int(length) <= LARGEST_BODY

    def _request(self, body: bytes) -> Request:
        path, _, query = self.url.partition(b"#")[0].partition(b"?")
        method = self.parser.get_method().decode()
        host, port = self.server or ("scenario.mock", None)
        where = origin(self._given, host, port)
        return Request(method, path.decode("latin-1"), query.decode("latin-1"), self._given, body, where)

    def _write(self, response: Response) -> None:
        self.server_state.total_requests += 1
        keeps = self.parser.should_keep_alive() and self.parser.get_http_version() != "1.0"
        if self._constant[0] is not self.server_state.default_headers:
            constant = self.server_state.default_headers
            self._constant = (constant, b"".join(b"%b: %b\r\n" % header for header in constant))
        lines = "".join([f"{name.lower()}: {value}\r\n" for name, value in response.headers.items()])
        head = STATUS_LINE[response.status] + self._constant[1] + lines.encode("latin-1")
        self.transport.write(head + (b"\r\n" if keeps else b"connection: close\r\n\r\n") + response.body)
        if not keeps:
            self.transport.close()
        elif not self.transport.is_closing():
            self.timeout_keep_alive_task = self.loop.call_later(
                self.timeout_keep_alive, self.timeout_keep_alive_handler
            )
