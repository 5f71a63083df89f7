"""The ASGI face of whatever answers whole requests with whole responses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..delivery import Receive, Send
from ..encoding import encode

MOST_BODY_BYTES = 64_000_000


@dataclass(frozen=True)
class Asked:
    """One request: still encoded path, header names in lower case and in their order."""

    method: str
    path: str
    query: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Answered:
    """One response; a header may come more than once."""

    status: int
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    body: bytes = field(repr=False)


def json_answer(status: int, value: Any) -> Answered:
    """A value as a response."""
    return Answered(status, (("content-type", "application/json"),), encode(value))


class App:
    """An ASGI app that asks `answer` for each request, and `ended` to let go of things at the end."""

    def __init__(
        self, answer: Callable[[Asked], Awaitable[Answered]], ended: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self._answer, self._ended = answer, ended

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """ASGI 3: HTTP requests and the lifespan handshake."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError(f"{scope['type']} is not served")
        body = await _body(receive)
        if body is None:  # the caller went away in the middle: what it meant is not known, so nothing is done
            return
        if len(body) > MOST_BODY_BYTES:
            answered = json_answer(413, {"message": "Request Entity Too Large"})
        else:
            answered = await self._answer(_asked(scope, body))
        # A response to HEAD says how long the body would be.
        sized = scope["method"] == "HEAD" or answered.status in (204, 304)
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answered.headers]
        if not sized:
            headers.append((b"content-length", str(len(answered.body)).encode()))
        await send({"type": "http.response.start", "status": answered.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if sized else answered.body})

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown" and self._ended is not None:
                await self._ended()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return


def _asked(scope: Mapping[str, Any], body: bytes) -> Asked:
    raw = scope.get("raw_path") or scope["path"].encode()
    headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"])
    query = scope["query_string"].decode("latin-1")
    return Asked(scope["method"], raw.decode("latin-1").partition("?")[0], query, headers, body)


async def _body(receive: Receive) -> bytes | None:
    """The whole body; one that is too long is given up just past the limit. None: the caller went away."""
    parts: list[bytes] = []
    size = 0
    while size <= MOST_BODY_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body", False):
            break
    return b"".join(parts)
