"""A load generator small enough not to be the bottleneck: one thread, one epoll, raw bytes over keep-alive connections.

A `Walker` decides what one connection asks: a generator that yields requests as bytes and is sent each answer. `Driver`
moves them all and knows nothing of what they mean. Without a rate every connection asks again as soon as it has its
answer; with one, requests are due at even intervals, and a late one's wait counts as latency. Linux only (epoll).

    walker --request--> Driver --bytes--> server --bytes--> Driver --Answer--> walker ...
"""

from __future__ import annotations

import math
import re
import select
import socket
import time
from array import array
from base64 import b64encode
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field

HOST = "127.0.0.1"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
CLOSES = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
MOST_AT_ONCE = 1 << 18


class LoadError(Exception):
    """The server hung, or sent what is no HTTP answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; `head` is everything before the empty line."""

    status: int
    head: bytes
    body: bytes


Walker = Generator[bytes, Answer, None]


@dataclass
class Driven:
    """What one drive was like: answers, the wall seconds that they took, each one's latency in seconds."""

    seconds: float = 0.0
    latencies: array[float] = field(default_factory=lambda: array("d"))
    broken: int = 0
    """Connections that ended in the middle of an answer."""

    @property
    def answers(self) -> int:
        """How many answers came."""
        return len(self.latencies)


def request(
    method: str,
    path: str,
    *,
    auth: str | None = None,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """An HTTP/1.1 request as bytes; `auth` is `key:secret` for Basic, `body` is JSON."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}"]
    if auth is not None:
        lines.append(f"Authorization: Basic {b64encode(auth.encode()).decode()}")
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


def answer_in(data: bytes) -> Answer | None:
    """The answer that `data` holds whole, or None while bytes are missing. Raises LoadError for what is no answer."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        return None
    if data[:5] != b"HTTP/":
        raise LoadError(f"no HTTP answer: {data[:80]!r}")
    head, start = data[:end], end + 4
    status = int(data[9:12])
    length = LENGTH.search(head)
    if length:
        size = int(length[1])
        return Answer(status, head, data[start : start + size]) if len(data) >= start + size else None
    if CHUNKED.search(head):
        body = _unchunked(data, start)
        return None if body is None else Answer(status, head, body)
    if status in (204, 304):
        return Answer(status, head, b"")
    raise LoadError(f"an answer without a length: {head[:200]!r}")


def _unchunked(data: bytes, start: int) -> bytes | None:
    """The body in chunks from `start` on, or None while the last one is missing."""
    parts: list[bytes] = []
    while True:
        line_end = data.find(b"\r\n", start)
        if line_end < 0:
            return None
        size = int(data[start:line_end].split(b";")[0], 16)
        start = line_end + 2 + size + 2
        if len(data) < start:
            return None
        if size == 0:
            return b"".join(parts)
        parts.append(data[line_end + 2 : start - 2])


class _Connection:
    """One keep-alive connection and who walks on it."""

    __slots__ = ("data", "due", "outgoing", "socket", "walker")

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.socket: socket.socket | None = None
        self.outgoing = b""
        self.data = b""
        self.due = 0.0


class Driver:
    """Moves walkers against a port until `requests` were sent or `seconds` have passed; what is under way is awaited.

    `rate` is in requests a second over all connections. Raises LoadError when nothing comes for `patience` seconds.
    """

    def __init__(
        self, port: int, *, requests: float = math.inf, seconds: float = math.inf, rate: float = math.inf,
        patience: float = 60.0,
    ) -> None:  # fmt: skip
        self._port = port
        self._left = requests
        self._seconds = seconds
        self._step = 1 / rate
        self._patience = patience
        self._poll = select.epoll()
        self._waiting: dict[int, _Connection] = {}
        self._due: deque[_Connection] = deque()
        self._slot = 0.0
        self._end = math.inf
        self.driven = Driven()

    def run(self, walkers: Iterable[Walker]) -> Driven:
        """Let each walker walk on a connection of its own."""
        start = self._slot = time.perf_counter()
        self._end = start + self._seconds
        try:
            for walker in walkers:
                self._queue(_Connection(walker), None)
            while self._due or self._waiting:
                self._send_due()
                self._receive()
        finally:
            for connection in (*self._waiting.values(), *self._due):
                self._drop(connection)
            self._poll.close()
        self.driven.seconds = time.perf_counter() - start
        return self.driven

    def _queue(self, connection: _Connection, answer: Answer | None) -> None:
        """Ask the walker what comes next; without a rate it is sent at once."""
        try:
            connection.outgoing = next(connection.walker) if answer is None else connection.walker.send(answer)
        except StopIteration:
            self._drop(connection)
            return
        if self._step == 0:
            self._send(connection, time.perf_counter())
        else:
            connection.due = self._slot
            self._slot += self._step
            self._due.append(connection)

    def _send_due(self) -> None:
        now = time.perf_counter()
        while self._due and (self._due[0].due <= now or now >= self._end):
            connection = self._due.popleft()
            self._send(connection, connection.due)

    def _send(self, connection: _Connection, since: float) -> None:
        """Send, unless the drive is over; `since` is when the latency starts."""
        if self._left <= 0 or time.perf_counter() >= self._end:
            self._drop(connection)
            return
        self._left -= 1
        if connection.socket is None:
            connection.socket = socket.create_connection((HOST, self._port), timeout=None)
            connection.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._poll.register(connection.socket, select.EPOLLIN)
        connection.due = since
        self._waiting[connection.socket.fileno()] = connection
        try:
            connection.socket.sendall(connection.outgoing)
        except OSError:
            self._broke(connection)

    def _receive(self) -> None:
        if not self._waiting:
            if self._due:
                time.sleep(max(0.0, min(self._due[0].due, self._end) - time.perf_counter()))
            return
        wait = max(0.0, self._due[0].due - time.perf_counter()) if self._due else self._patience
        events = self._poll.poll(min(wait, self._patience))
        if not events and wait >= self._patience:
            raise LoadError(f"no answer for {self._patience:.0f} s")
        for number, _ in events:
            connection = self._waiting.get(number)
            if connection is not None:
                self._read(connection, number)

    def _read(self, connection: _Connection, number: int) -> None:
        assert connection.socket is not None
        try:
            data = connection.socket.recv(MOST_AT_ONCE)
        except OSError:
            data = b""
        if not data:
            self._broke(connection)
            return
        connection.data = connection.data + data if connection.data else data
        answer = answer_in(connection.data)
        if answer is None:
            return
        self.driven.latencies.append(time.perf_counter() - connection.due)
        connection.data = b""
        del self._waiting[number]
        if CLOSES.search(answer.head):
            self._disconnect(connection)
        self._queue(connection, answer)

    def _broke(self, connection: _Connection) -> None:
        """The server closed the connection instead of answering: counted, and this walker is over."""
        self.driven.broken += 1
        self._waiting.pop(connection.socket.fileno() if connection.socket else -1, None)
        self._drop(connection)

    def _drop(self, connection: _Connection) -> None:
        connection.walker.close()
        self._disconnect(connection)

    def _disconnect(self, connection: _Connection) -> None:
        if connection.socket is not None:
            self._poll.unregister(connection.socket)
            connection.socket.close()
            connection.socket = None


def ask(port: int, sent: bytes, *, patience: float = 60.0) -> Answer:
    """One request on a connection of its own. Raises LoadError when there is no answer."""
    answers: list[Answer] = []

    def once() -> Walker:
        answers.append((yield sent))

    Driver(port, patience=patience).run([once()])
    if not answers:
        raise LoadError("the connection ended without an answer")
    return answers[0]
