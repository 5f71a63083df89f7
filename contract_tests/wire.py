"""HTTP by hand: bytes to a server, answers from it, so that a test can send what no client library would.

Every wait has an end: a server that says nothing is a failed test, not a hanging one.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 5.0
"""Seconds that a server may take for one answer."""


@dataclass(frozen=True)
class Answer:
    """One answer read from a connection; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as strict JSON."""
        return json.loads(self.body.decode("utf-8"))


class Silence(AssertionError):
    """The server neither answered nor closed the connection in time."""


class Line:
    """One connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._left = b""

    def send(self, data: bytes) -> None:
        """Send `data`; a server that has closed the connection already is not told so."""
        try:
            self._socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            return

    def finish(self) -> None:
        """Say that nothing more will be sent."""
        self._socket.shutdown(socket.SHUT_WR)

    def answer(self, *, method: str = "GET", patience: float = PATIENCE) -> Answer | None:
        """The next answer, None when the server closed the connection instead. Raises Silence.

        Answers to HEAD have no body whatever their headers say. Interim answers (1xx) are given as they come.
        """
        until = time.monotonic() + patience
        while b"\r\n\r\n" not in self._left:
            if not self._more(until):
                return None
        head, _, self._left = self._left.partition(b"\r\n\r\n")
        status_line, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        status = int(status_line.split(" ")[1])
        if method == "HEAD" or status < 200 or status in (204, 304):
            return Answer(status, headers, b"")
        return Answer(status, headers, self._body(headers, until))

    def is_closed(self, patience: float = PATIENCE) -> bool:
        """Whether the server closes the connection within `patience` seconds without another byte."""
        try:
            return not self._more(time.monotonic() + patience)
        except Silence:
            return False

    def _body(self, headers: dict[str, str], until: float) -> bytes:
        if "content-length" in headers:
            size = int(headers["content-length"])
            while len(self._left) < size and self._more(until):
                pass
        else:  # until the end of the connection
            while self._more(until):
                pass
            size = len(self._left)
        body, self._left = self._left[:size], self._left[size:]
        assert len(body) == size, f"{len(body)} of {size} bytes, then the end"
        return body

    def _more(self, until: float) -> bool:
        """Wait for more bytes; False at the end of the connection. Raises Silence."""
        self._socket.settimeout(max(0.001, until - time.monotonic()))
        try:
            data = self._socket.recv(1 << 16)
        except TimeoutError:
            raise Silence(f"nothing more after {self._left[:200]!r}") from None
        except ConnectionResetError:
            return False
        self._left += data
        return bool(data)


@contextmanager
def connected(base_url: str) -> Iterator[Line]:
    """A connection to the server at `base_url`."""
    address = urlsplit(base_url)
    with socket.create_connection((address.hostname or "", address.port or 80), timeout=PATIENCE) as connection:
        yield Line(connection)


def request(method: str, path: str, body: bytes | None = None, *lines: str) -> bytes:
    """The bytes of one request; `lines` are further header lines. A given body gets its Content-Length."""
    head = [f"{method} {path} HTTP/1.1", "Host: mock", *lines]
    if body is not None:
        head.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(head) + "\r\n\r\n").encode("latin-1") + (body or b"")
