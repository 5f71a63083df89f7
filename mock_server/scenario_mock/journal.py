"""What was asked and how it went: the latest 1,000 requests, or fewer when their bodies fill 16 MB.

A request pays for references to what is there anyway; what is shown is made, and cleaned of secrets, at read. When
the state is shared the journal is, too: each process puts what is cleaned into the `journal` table in batches, at
the latest 50 ms after the first of them, and before it reads anything itself; the order is that of the machine's
clock. There answers are kept up to 4 kB only, because writing them costs more than making them.

Each request has a number, from 1 in the order of arrival, for whoever asks for what came since. A shared journal
begins to count anew when it is cleared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from threading import RLock

from .clock import monotonic
from .encoding import decode, encode
from .records import LONGEST_BODY, Entry, Record, record_from, record_of
from .store import Engine

MOST_ENTRIES = 1000
MOST_BYTES = 16_000_000
LONGEST_SHARED_ANSWER = 4096
MOST_WAITING = 200
LONGEST_WAIT_S = 0.05


class Journal:
    """The latest requests, oldest first; older ones are forgotten."""

    def __init__(self, engine: Engine, most: int = MOST_ENTRIES) -> None:
        self._shared = engine if engine.shared else None
        self._most = most
        self._longest_answer = LONGEST_SHARED_ANSWER if engine.shared else LONGEST_BODY
        self._entries: deque[Entry] = deque()
        self._bytes = 0
        self._added = 0
        self._first = 0.0
        self._lock = RLock()
        self.watch: Callable[[Entry], None] | None = None
        """Told of each request as it is answered."""
        self.timed = False
        """Whether a timer is going to flush."""

    @property
    def shared(self) -> bool:
        """Whether other processes write to the same journal."""
        return self._shared is not None

    @property
    def waiting(self) -> bool:
        """Whether entries wait for `flush`; never true of a journal that is not shared."""
        return self._shared is not None and bool(self._entries)

    def add(self, entry: Entry) -> None:
        """Remember one request."""
        if self.watch is not None:
            self.watch(entry)
        if len(entry.body) > LONGEST_BODY:
            entry.body = entry.body[:LONGEST_BODY]
        if len(entry.answer) > self._longest_answer:
            entry.answer = entry.answer[: self._longest_answer]
        with self._lock:
            entries = self._entries
            entries.append(entry)
            self._added += 1
            if self._shared is not None:
                self._flush_in_time()
                return
            self._bytes += _weight(entry)
            while len(entries) > self._most or self._bytes > MOST_BYTES:
                gone = entries.popleft()
                self._bytes -= _weight(gone)

    def flush(self) -> None:
        """Hand what waits over to the shared table."""
        self.timed = False
        if self._shared is None:
            return
        with self._lock:
            rows = [(entry.machine_us, encode(record_of(entry).fields())) for entry in self._entries]
            self._entries.clear()
        if rows:
            with self._shared.write() as transaction:
                transaction.many("INSERT INTO journal (machine_us, entry) VALUES (?, ?)", rows)
                transaction.run("DELETE FROM journal WHERE seq <= (SELECT max(seq) FROM journal) - ?", (self._most,))

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0
        if self._shared is not None:
            with self._shared.write() as transaction:
                transaction.run("DELETE FROM journal")

    def __iter__(self) -> Iterator[Record]:
        return self.records()

    def records(self, after: int = 0, brief: bool = False) -> Iterator[Record]:
        """Those with a number above `after`, oldest first; brief ones may lack headers and bodies."""
        if self._shared is None:
            with self._lock:
                first = self._added - len(self._entries) + 1
                kept = tuple(islice(self._entries, max(0, after + 1 - first), None))
                first = max(first, after + 1)
            return (record_of(entry, number, brief) for number, entry in enumerate(kept, first))
        self.flush()
        found = self._shared.read("SELECT seq, entry FROM journal WHERE seq > ? ORDER BY machine_us, seq", (after,))
        return (record_from(decode(entry), number) for number, entry in found)

    def _flush_in_time(self) -> None:
        """For callers without an event loop, whose entries no timer takes over."""
        now = monotonic()
        if len(self._entries) == 1:
            self._first = now
        elif now - self._first > LONGEST_WAIT_S or len(self._entries) >= MOST_WAITING:
            self.flush()


def _weight(entry: Entry) -> int:
    """Bytes of the parts that a caller can make long."""
    return len(entry.body) + len(entry.answer) + len(entry.path) + len(entry.query)
