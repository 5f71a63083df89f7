"""How an ASGI server brings a response to its caller, also one that shall not arrive, or not whole.

ASGI has no word for cutting a connection. uvicorn's `send` belongs to an object that knows the transport, which is
closed when it can be had; under another server the call ends before its answer does, which makes the server cut.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from .journal import LONGEST_WAIT_S, Journal
from .messages import Delivery, Response

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
LONGEST_HANG_S = 600.0
log = logging.getLogger("scenario_mock")
SLICES_PER_SECOND = 10


async def deliver(response: Response, head: bool, receive: Receive, send: Send) -> None:
    """Send the response; `head` is true when its body stays behind."""
    how = response.delivery
    body = b"" if head else response.body
    if how is None:
        await _start(response, send)
        await send({"type": "http.response.body", "body": body})
        return
    wait = LONGEST_HANG_S if how.hang else how.delay_s
    if wait and await _gone(receive, wait):
        return
    if how.hang or how.cut_after == 0:
        await _cut(send, receive, at_once=True)
        return
    await _start(response, send)
    pause = pause_s(how)
    for part in slices(body, how):
        if pause and await _gone(receive, pause):
            return
        await send({"type": "http.response.body", "body": part, "more_body": True})
    if how.cut_after is not None:
        await _cut(send, receive, at_once=False)
        return
    await send({"type": "http.response.body", "body": b""})


def slices(body: bytes, how: Delivery) -> Iterator[bytes]:
    """The parts in which a body comes: up to where it is cut, and a slow one ten times a second."""
    if how.cut_after is not None:
        body = body[: int(len(body) * how.cut_after)]
    size = max(1, int(how.bytes_per_second / SLICES_PER_SECOND)) if how.bytes_per_second else max(1, len(body))
    return (body[at : at + size] for at in range(0, len(body), size))


def pause_s(how: Delivery) -> float:
    """Seconds before each part of a body."""
    if not how.bytes_per_second:
        return 0.0
    return max(1, int(how.bytes_per_second / SLICES_PER_SECOND)) / how.bytes_per_second


def flush_later(journal: Journal) -> None:
    """Have the journal flushed soon; one timer at a time for each."""
    if not journal.timed:
        journal.timed = True
        asyncio.get_running_loop().call_later(LONGEST_WAIT_S, _flush, journal)


def _flush(journal: Journal) -> None:
    try:
        journal.flush()
    except Exception:  # whatever a database raises: the calls themselves were answered
        log.exception("the journal of the latest calls could not be kept")


async def _start(response: Response, send: Send) -> None:
    headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in response.headers.items()]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})


async def _gone(receive: Receive, seconds: float) -> bool:
    """Wait; whether the caller went away meanwhile."""

    async def leave() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(leave(), seconds)
        return True
    return False


async def _cut(send: Send, receive: Receive, *, at_once: bool) -> None:
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        return
    if at_once:
        transport.abort()
    else:
        transport.close()  # what was written still goes out
    await _gone(receive, 1.0)
