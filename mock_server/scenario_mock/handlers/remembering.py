"""Answers that were made before, as long as nothing can have changed: a client that polls asks again and again.

An answer is good for the state that it was made of (the versions of the caller's shelf and of the public one) and until
time alone can change it: the next end of a job, the next second while a model trains, the next signing of addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from ..store import PUBLIC
from .call import Call

Row = dict[str, Any]
MOST_PAGES = 250


@dataclass(frozen=True)
class _Page:
    versions: tuple[Any, ...]
    until_ms: int
    answer: Row


def remembered(handler: Callable[[Call], Row]) -> Callable[[Call], Row]:
    """A handler that reads the caller's or the public models and assets, asked at most once for the same answer."""

    @wraps(handler)
    def answer(call: Call) -> Row:
        pages: dict[Any, _Page] = call.services.pages
        asked = (call.operation.id, *call.path.values(), call.caller.tenant, call.query_string, call.origin)
        store, shelf = call.services.store, call.shelf
        versions = (store.version(shelf), store.version(PUBLIC))
        known = pages.get(asked)
        if known is not None and known.versions == versions and call.now_ms < known.until_ms:
            return known.answer
        made = handler(call)
        if len(pages) >= MOST_PAGES:
            pages.clear()
        pages[asked] = _Page(versions, _until(call, shelf), made)
        return made

    return answer


def _until(call: Call, shelf: str) -> int:
    """When a page that is made now may be another one, in milliseconds since the epoch."""
    next_end, training = call.services.store.running(shelf, call.now_ms)
    moments = [call.services.signer.good_until_ms(call.now_ms)]
    if next_end is not None:
        moments.append(next_end)
    if training:
        moments.append(call.now_ms - call.now_ms % 1000 + 1000)
    return min(moments)
