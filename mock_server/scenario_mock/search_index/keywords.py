"""The documents that a query's words find, best first, without looking at more of them than a page needs.

The levels of `search.ranking` are expressions of the engine's full-text search (`levels`). From the best level down the
documents of each are counted, no further than the page reaches: a level before the page is skipped, one with a few
documents is told apart by `search.ranking` itself, a larger one by its own levels. Where all documents of a level match
alike, their place decides, which the database knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from scenario_mock.search.ranking import MOST_MISSING, Query, Way, attributes_of, keyword_match, query_of, ways_of
from scenario_mock.search.run import keyword_score
from scenario_mock.store import Engine

from .conditions import Sql, joined
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
    """What is searched for, and where: a query, understood, over the documents of a shelf that pass a condition."""

    layout: Layout
    shelf: Shelf
    kept: Sql
    query: Query
    ways: Sequence[Way]
    levels: Levels


class Keywords:
    """The keyword side of search in one process."""

    def __init__(self, engine: Engine, dialect: Dialect, spelling: Spelling, counts: Counts) -> None:
        self._engine, self._dialect, self._spelling, self._counts = engine, dialect, spelling, counts

    def wanted(self, layout: Layout, shelf: Shelf, kept: Sql, text: str) -> Wanted:
        """What a query's text asks for: all ways in which its words may stand, among the words there are now."""
        query = query_of(text)
        ways = ways_of(query, self._spelling.vocabulary())
        return Wanted(layout, shelf, kept, query, ways, Levels(query, ways, len(layout.table.text)))

    def count(self, wanted: Wanted) -> int:
        """How many documents are found."""
        return self._counts.count(wanted.layout, wanted.shelf, joined("AND", [self.condition(wanted), wanted.kept]))

    def condition(self, wanted: Wanted) -> Sql:
        """That a document `s` is found."""
        if wanted.levels.any is None:
            return "1 = 0", ()
        sql, values = self._dialect.found(wanted.layout, wanted.shelf.number, wanted.levels.any)
        return f"s.seq IN ({sql})", values

    def worth(self, wanted: Wanted, least: float = 0) -> Sql | None:
        """A query for (seq, score) of the documents that are worth so much, to weigh with other sides of a search."""
        parts: list[tuple[Expression | None, float]] = []
        for level in wanted.levels.below(Level()) or ():
            missing = level.missing or 0
            if missing > MOST_MISSING:
                parts.append((wanted.levels.expression(level), keyword_score(missing, 0)))
                continue
            parts.append((wanted.levels.clean(level), keyword_score(missing, 0)))
            parts.append((wanted.levels.unclean(level), keyword_score(missing, 1)))
        queries = [
            (self._dialect.found(wanted.layout, wanted.shelf.number, found), score)
            for found, score in parts
            if found and score >= least
        ]
        if not queries:
            return None
        sql = " UNION ALL ".join(f"SELECT f.seq, {score!r} AS score FROM ({query[0]}) f" for query, score in queries)
        return sql, tuple(value for query, _ in queries for value in query[1])

    def page(self, wanted: Wanted, begin: int, end: int, read: Read) -> list[str]:
        """Ids of the documents from place `begin` to before `end`, best first."""
        page = _Page(self._engine, self._dialect, wanted, read, begin, end)
        page.descend(wanted.levels.below(Level()) or ())
        return page.ids


class _Page:
    """One page in the making."""

    def __init__(self, engine: Engine, dialect: Dialect, wanted: Wanted, read: Read, begin: int, end: int) -> None:
        self.ids: list[str] = []
        self._engine, self._dialect, self._wanted, self._read = engine, dialect, wanted, read
        self._skip, self._left = begin, end - begin

    def descend(self, levels: Iterable[Level]) -> None:
        """Take what the page wants of the documents of these levels, best first."""
        for level in levels:
            if self._left and (expression := self._wanted.levels.expression(level)) is not None:
                self._take(level, expression)

    def _take(self, level: Level, expression: Expression) -> None:
        reach = self._skip + self._left
        most = reach if level.is_whole else max(reach, FEW + 1)
        found = self._rows(expression, f"LIMIT {most}")
        if len(found) <= self._skip and len(found) < reach:
            self._skip -= len(found)
        elif level.is_whole:
            rows = self._rows(expression, f"ORDER BY s.{PLACE}, s.id LIMIT {self._left} OFFSET {self._skip}")
            self._give([row_id for row_id, _ in rows], len(found))
        elif len(found) <= FEW:
            self._give_ranked(found)
        elif (below := self._wanted.levels.below(level)) is None:
            self._give_ranked(self._rows(expression, ""))
        else:
            self.descend(below)

    def _rows(self, expression: Expression, end: str) -> list[tuple[Any, ...]]:
        """(id, place) of documents that an expression is true of."""
        layout, kept = self._wanted.layout, self._wanted.kept
        found, values = self._dialect.found(layout, self._wanted.shelf.number, expression)
        # CROSS JOIN: the index of words first, then the row of each document.
        tables = f"({found}) f CROSS JOIN {layout.name} s"
        sql = f"SELECT s.id, s.{PLACE} FROM {tables} WHERE s.seq = f.seq AND {kept[0]} {end}"
        return self._engine.read(sql, (*values, *kept[1]))

    def _give_ranked(self, rows: Sequence[tuple[Any, ...]]) -> None:
        wanted, documents = self._wanted, self._read([row_id for row_id, _ in rows])
        keys = {}
        for row_id, place in rows:
            attributes = attributes_of(wanted.layout.table, documents[row_id])
            keys[row_id] = (keyword_match(wanted.query, wanted.ways, attributes), place, row_id)
        self._give(sorted(keys, key=keys.__getitem__)[self._skip :], len(keys))

    def _give(self, ids: Sequence[str], passed: int) -> None:
        given = ids[: self._left]
        self.ids += given
        self._left -= len(given)
        self._skip = max(0, self._skip - passed)
