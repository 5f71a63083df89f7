"""What the store asks of a database: reads, one write at a time, and whether somebody else wrote.

SQL is written once, with `?` for values; an engine translates what differs. The engines are `sqlite` and `postgres`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Values = Sequence[Any]
Found = list[tuple[Any, ...]]


class StoreError(Exception):
    """The state cannot be opened as asked; the message says what to do."""


class Transaction(Protocol):
    """Statements that take effect together, or not at all."""

    def run(self, sql: str, values: Values = ()) -> Found:
        """Run one statement; what it returns, if it returns rows."""
        ...

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement for each of `rows`."""
        ...


class Engine(Protocol):
    """A database, opened and with its tables made. Safe to use from several threads."""

    shared: bool
    """Whether other processes may write to it, too."""
    kind: str
    """`memory`, `sqlite` or `postgresql`."""

    def read(self, sql: str, values: Values = ()) -> Found:
        """The rows that a query gives."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Within the block all reads see one state, whatever others write meanwhile; nothing can be written."""
        ...

    def write(self) -> AbstractContextManager[Transaction]:
        """A transaction that is committed, and safe from the end of this process, once the block is left."""
        ...

    def changed(self) -> bool:
        """Whether anybody else may have written since this was asked last."""
        ...

    def close(self) -> None:
        """Let go of the database; afterwards it cannot be used."""
        ...
