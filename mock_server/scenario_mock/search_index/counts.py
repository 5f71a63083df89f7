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

    def count(self, layout: Layout, shelf: Shelf, condition: Sql) -> int:
        """How many documents of the shelf pass."""
        key = (layout.name, shelf.number, condition)
        epoch, upto, found = self._known.pop(key, (shelf.epoch, 0, 0))
        if epoch != shelf.epoch:
            upto, found = 0, 0
        if upto < shelf.upto:
            found += self._count(layout, shelf, condition, upto)
        if len(condition[1]) <= LONGEST:
            self._known[key] = shelf.epoch, shelf.upto, found
            if len(self._known) > MOST:
                del self._known[next(iter(self._known))]
        return found

    def _count(self, layout: Layout, shelf: Shelf, condition: Sql, after: int) -> int:
        sql, values = condition
        table, where, own = f"{layout.name} s", "s.number = ?", [shelf.number]
        if after:
            where, own = "s.seq > ? AND s.number + 0 = ?", [after, shelf.number]
        elif wide := layout.wide_index(sql):
            table += self._dialect.by_index(wide)
        found = self._engine.read(f"SELECT count(*) FROM {table} WHERE {where} AND {sql}", (*own, *values))
        return int(found[0][0])
