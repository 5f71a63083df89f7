"""How many documents pass a condition, counted once and then only for what came since.

Counting is the one step of a search whose cost grows with all that it finds. Documents are read in the order of their
seq, so a count up to one of them stays true until a document is taken away (`epoch`); later ones are counted alone.
"""

from __future__ import annotations

from scenario_mock.store import Engine

from .conditions import Sql
from .dialect import Dialect
from .layout import Layout
from .reading import Shelf

MOST = 512
LONGEST = 64  # values of a condition worth remembering


class Counts:
    """The counts of one process."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._engine, self._dialect = engine, dialect
        self._known: dict[tuple[str, int, Sql], tuple[int, int, int]] = {}

    def count(self, layout: Layout, shelf: Shelf, condition: Sql, index: str = "") -> int:
        """How many documents of the shelf pass, counted along an index that knows all that is asked."""
        upto, found = self._remembered(layout, shelf, condition)
        if upto < shelf.upto:
            found += self._count(layout, shelf, condition, upto, index)
        self._remember(layout, shelf, condition, found)
        return found

    def _remembered(self, layout: Layout, shelf: Shelf, condition: Sql) -> tuple[int, int]:
        """Up to which seq the documents that pass have been counted, and how many there are; 0, 0: not at all."""
        epoch, upto, found = self._known.get((layout.name, shelf.number, condition), (shelf.epoch, 0, 0))
        return (upto, found) if epoch == shelf.epoch else (0, 0)

    def _remember(self, layout: Layout, shelf: Shelf, condition: Sql, found: int) -> None:
        if len(condition[1]) > LONGEST:
            return
        key = (layout.name, shelf.number, condition)
        self._known.pop(key, None)  # the one that was asked for last comes last
        self._known[key] = shelf.epoch, shelf.upto, found
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]

    def _count(self, layout: Layout, shelf: Shelf, condition: Sql, after: int, index: str) -> int:
        sql, values = condition
        table, where, own = f"{layout.name} s", "s.number = ?", [shelf.number]
        if after:
            where, own = "s.seq > ? AND s.number + 0 = ?", [after, shelf.number]
        elif index:
            table += self._dialect.by_index(index)
        found = self._engine.read(f"SELECT count(*) FROM {table} WHERE {where} AND {sql}", (*own, *values))
        return int(found[0][0])
