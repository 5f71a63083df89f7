"""Along which index a filter's documents are found: the one whose bound lets the fewest pass.

SQLite's planner cannot know how many documents lie above a value that comes with the search. A few hundred of them,
looked at once, can say.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Any

from scenario_mock.search.evaluate import Question
from scenario_mock.store import Engine

from .dialect import Dialect
from .layout import Layout
from .reading import Shelf

LOOKED_AT = 256
GROWN = 1.5
"""How much a shelf may have grown before other documents are looked at."""
COMPARE = {"=": operator.eq, ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le}


class Estimates:
    """The estimates of one process."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._engine, self._dialect = engine, dialect
        self._samples: dict[tuple[str, int], tuple[int, dict[str, list[Any]]]] = {}

    def best_index(self, layout: Layout, shelf: Shelf, count: int, bounds: Sequence[Question]) -> str:
        """The index along which documents within all of the `bounds` are found with the least others; any, at worst.

        `count` documents are on the shelf.
        """
        rivals = dict.fromkeys(bound.field.name for bound in bounds if bound.field.name in layout.leading)
        if len(rivals) > 1 and not self._dialect.plans:
            values = self._sample(layout, shelf, count)
            shares = {name: sum(map(all, zip(*_passed(name, bounds, values), strict=True))) for name in rivals}
            return layout.index_name(layout.fields[min(shares, key=shares.__getitem__)])
        return layout.index_name(layout.fields[next(iter(rivals), layout.leading[0])])

    def _sample(self, layout: Layout, shelf: Shelf, count: int) -> dict[str, list[Any]]:
        """Values of each leading field, of documents all over the shelf."""
        looked_at, values = self._samples.get((layout.name, shelf.number), (0, {name: [] for name in layout.leading}))
        if looked_at * GROWN < count:
            step = max(1, count // LOOKED_AT)
            seqs, own = self._dialect.listed(range(shelf.upto, max(0, shelf.upto - count), -step))
            columns = ", ".join(f"s.{layout.fields[name]}" for name in layout.leading)
            sql = f"SELECT {columns} FROM {seqs} CROSS JOIN {layout.name} s WHERE s.seq = value AND s.number = ?"
            rows = self._engine.read(sql, (*own, shelf.number))
            values = {name: [row[place] for row in rows] for place, name in enumerate(layout.leading)}
            self._samples[layout.name, shelf.number] = count, values
        return values


def _passed(name: str, bounds: Sequence[Question], values: dict[str, list[Any]]) -> list[list[bool]]:
    """For each bound of a field whether each of the documents that were looked at is within it."""
    return [
        [value is not None and COMPARE[bound.operator](value, bound.wanted) for value in values[name]]
        for bound in bounds
        if bound.field.name == name
    ]
