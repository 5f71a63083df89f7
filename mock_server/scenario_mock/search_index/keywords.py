"""The documents that a query's words find, best first, without looking at more of them than a page needs.

The levels of `search.ranking` are expressions of the engine's full-text search (`levels`). From the best level down the
documents of each are counted, no further than the page reaches: a level before the page is skipped, one with a few
documents is told apart by `search.ranking` itself, a larger one by its own levels. Where all documents of a level match
alike, their place decides, which the database knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from scenario_mock.search.ranking import MOST_MISSING, Way, attributes_of, keyword_match, query_of, ways_of
from scenario_mock.search.run import keyword_score
from scenario_mock.store import Engine

from .conditions import EVERYTHING, Sql
from .counts import Counts
from .dialect import Dialect
from .documents import Document
from .expressions import Expression
from .layout import PLACE, Layout
from .levels import Level, Levels
from .reading import Shelf
from .spelling import Spelling

FEW = 40
"""Documents that are read sooner than they are asked for level by level."""
Read = Callable[[Sequence[str]], dict[str, Document]]
"""Documents by their ids, as search shows them."""


@dataclass(frozen=True)
class Wanted:
    """What is searched for, and where: a query over the documents of a shelf that pass a condition."""

    layout: Layout
    shelf: Shelf
    kept: Sql
    text: str


class Keywords:
    """The keyword side of search in one process."""

    def __init__(self, engine: Engine, dialect: Dialect, spelling: Spelling, counts: Counts) -> None:
        self._engine, self._dialect, self._spelling, self._counts = engine, dialect, spelling, counts

    def count(self, wanted: Wanted) -> int:
        """How many documents are found."""
        condition = self.condition(wanted)
        both = condition if wanted.kept == EVERYTHING else _both(condition, wanted.kept)
        return self._counts.count(wanted.layout, wanted.shelf, both)

    def condition(self, wanted: Wanted) -> Sql:
        """That a document `s` is found."""
        levels, _ = self._levels(wanted)
        if levels.any is None:
            return "1 = 0", ()
        sql, values = self._dialect.found(wanted.layout, wanted.shelf.number, levels.any)
        return f"s.seq IN ({sql})", values

    def worth(self, wanted: Wanted) -> Sql | None:
        """A query for (seq, score) of the documents that are found, for a search that weighs other sides as well."""
        levels, _ = self._levels(wanted)
        parts: list[tuple[Expression | None, float]] = []
        for level in levels.below(Level()) or ():
            missing = level.missing or 0
            found = levels.expression(level)
            if found is None:
                continue
            if missing > MOST_MISSING:
                parts.append((found, keyword_score(missing, 0)))
                continue
            clean = levels.clean(level)
            parts += [(clean, keyword_score(missing, 0)), (levels.unclean(level), keyword_score(missing, 1))]
        queries = [
            (self._dialect.found(wanted.layout, wanted.shelf.number, found), score) for found, score in parts if found
        ]
        if not queries:
            return None
        sql = " UNION ALL ".join(f"SELECT f.seq, {score!r} AS score FROM ({query[0]}) f" for query, score in queries)
        return sql, tuple(value for query, _ in queries for value in query[1])

    def page(self, wanted: Wanted, begin: int, end: int, read: Read) -> list[str]:
        """Ids of the documents from place `begin` to before `end`, best first."""
        levels, ways = self._levels(wanted)
        page = _Page(self._engine, self._dialect, wanted, levels, ways, read, begin, end)
        for level in levels.below(Level()) or ():
            page.take(level)
        return page.ids

    def _levels(self, wanted: Wanted) -> tuple[Levels, list[Way]]:
        query = query_of(wanted.text)
        ways = ways_of(query, self._spelling.vocabulary())
        return Levels(query, ways, len(wanted.layout.table.text)), ways


class _Page:
    """One page in the making."""

    def __init__(
        self,
        engine: Engine,
        dialect: Dialect,
        wanted: Wanted,
        levels: Levels,
        ways: Sequence[Way],
        read: Read,
        begin: int,
        end: int,
    ) -> None:
        self.ids: list[str] = []
        self._engine, self._dialect, self._wanted = engine, dialect, wanted
        self._levels, self._ways, self._read = levels, ways, read
        self._skip, self._left = begin, end - begin

    def take(self, level: Level) -> None:
        """Take what the page wants of the documents of a level."""
        expression = self._levels.expression(level) if self._left else None
        if expression is None:
            return
        reach = self._skip + self._left
        found = self._rows("s.seq, s.id", expression, f"LIMIT {reach if level.is_whole else max(reach, FEW + 1)}")
        if len(found) <= self._skip and len(found) < reach:
            self._skip -= len(found)
        elif level.is_whole:
            rows = self._rows("s.id", expression, f"ORDER BY s.{PLACE}, s.id LIMIT {self._left} OFFSET {self._skip}")
            self._give([row[0] for row in rows], len(found))
        elif len(found) <= FEW:
            self._give_ranked([row[1] for row in found])
        elif (below := self._levels.below(level)) is None:
            self._give_ranked([row[1] for row in self._rows("s.seq, s.id", expression, "")])
        else:
            for each in below:
                self.take(each)

    def _rows(self, columns: str, expression: Expression, end: str) -> list[tuple[Any, ...]]:
        layout, kept = self._wanted.layout, self._wanted.kept
        found, values = self._dialect.found(layout, self._wanted.shelf.number, expression)
        # CROSS JOIN: the index of words first, then the row of each document.
        sql = f"SELECT {columns} FROM ({found}) f CROSS JOIN {layout.name} s WHERE s.seq = f.seq AND {kept[0]} {end}"
        return self._engine.read(sql, (*values, *kept[1]))

    def _give_ranked(self, ids: Sequence[str]) -> None:
        documents, query = self._read(ids), query_of(self._wanted.text)
        table, layout = self._wanted.layout.table, self._wanted.layout
        keys = {}
        for row_id, place in self._places(layout, ids):
            match = keyword_match(query, self._ways, attributes_of(table, documents[row_id]))
            keys[row_id] = (match, place, row_id)
        self._give(sorted(keys, key=keys.__getitem__)[self._skip :], len(keys))

    def _places(self, layout: Layout, ids: Sequence[str]) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            sql = f"SELECT id, {PLACE} FROM {layout.name} WHERE number = ? AND id IN ({', '.join('?' * len(some))})"
            found += self._engine.read(sql, (self._wanted.shelf.number, *some))
        return found

    def _give(self, ids: Sequence[str], passed: int) -> None:
        given = ids[: self._left]
        self.ids += given
        self._left -= len(given)
        self._skip = max(0, self._skip - passed)


def _both(one: Sql, other: Sql) -> Sql:
    return f"{one[0]} AND {other[0]}", (*one[1], *other[1])
