"""What was asked and how it went: the latest requests, capped, without headers, queries or bodies.

Nothing secret can get in: a path names things, credentials travel in headers and pictures in bodies.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

MOST_ENTRIES = 1000


@dataclass(frozen=True)
class Entry:
    """One answered request; `at_ms` is the mock's own time, `operation_id` is None for what is no operation."""

    at_ms: int
    method: str
    path: str
    operation_id: str | None
    status: int
    reason: str | None


class Journal:
    """The latest requests, oldest first; older ones are forgotten."""

    def __init__(self, most: int = MOST_ENTRIES) -> None:
        self._entries: deque[Entry] = deque(maxlen=most)

    def add(self, entry: Entry) -> None:
        """Remember one request."""
        self._entries.append(entry)

    def clear(self) -> None:
        """Forget all."""
        self._entries.clear()

    def __iter__(self) -> Iterator[Entry]:
        return iter(tuple(self._entries))
