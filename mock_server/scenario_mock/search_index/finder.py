"""A search, asked of the database: the same checks, hits, order and envelope as `search.run` gives.

    filter   a condition on the columns (`conditions`); counted (`counts`)
    text     postings of the engine's full-text search, ranked (`keywords`)
    meaning  distances of vectors, by the engine's vector extension (`vectors`)
    order    `sortBy`, then the rank, then the place of the document, then its id
    page     the rows of the page only are read and rendered

Without a query the database orders by itself: along the order's index when many documents pass the filter, through the
filter's when few do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from scenario_mock.encoding import decode, encode
from scenario_mock.search import Field, Node, parse
from scenario_mock.search.run import STEPS, Sort, Weights, check, page, sort_orders, weights_of
from scenario_mock.store import Engine

from .conditions import EVERYTHING, Compiler, Sql, joined
from .counts import Counts
from .dialect import Dialect, dialect_of
from .documents import Document
from .estimates import Estimates
from .keywords import Keywords, Wanted
from .layout import LAYOUTS, PLACE, Layout, Side
from .reading import Reading, Report, Shelf, Shown, quiet, shown
from .scoring import direction
from .spelling import Spelling
from .vectors import Senses, Vectors

MOST_AT_ONCE = 500
MANY = 20_000
"""From so many documents on it matters in which order they are read."""
PART = 16
"""How many parts of that many documents there are, of which one is looked at first."""
WARY = 10
"""How much dearer the way along an index may be than it seems: what a filter wants may lie at its end."""
TABLES_MADE = "SELECT 1 FROM control WHERE name = 'searchTables'"
NOTE_TABLES_MADE = "INSERT INTO control (name, value) VALUES ('searchTables', ?) ON CONFLICT DO NOTHING"
MOST_HITS = 2048
"""Hits that are kept as they are sent."""


@dataclass(frozen=True)
class Found:
    """The hits of one page as JSON, and the envelope without them."""

    hits: list[bytes]
    envelope: dict[str, int]


@dataclass(frozen=True)
class Asked:
    """Where a search looks: the kind of things, their shelf with its version, the time, and what else must be true."""

    kind: str
    shelf: str
    version: Any
    now_ms: int
    scope: Node | None = None


@dataclass(frozen=True)
class Pictures:
    """Vectors of unit length of the pictures to be like, and to be unlike."""

    like: Sequence[Sequence[float]] = ()
    unlike: Sequence[Sequence[float]] = ()

    def __bool__(self) -> bool:
        return bool(self.like or self.unlike)


@dataclass(frozen=True)
class _Scope:
    """What a search is about, understood: a layout, a shelf that was read, and a condition."""

    layout: Layout
    shelf: Shelf
    kept: Sql
    index: str = ""
    """One that has all that `kept` asks of, if there is any."""

    def rows(self, by: str = "") -> Sql:
        """The documents as a FROM clause with its WHERE."""
        sql, values = self.kept
        return f"FROM {self.layout.name} s{by} WHERE s.number = ? AND {sql}", (self.shelf.number, *values)


@dataclass(frozen=True)
class _Side:
    """A vector that documents are near to: what the nearness adds to the score is `base` + `weight` * cosine."""

    name: Side
    vector: Sequence[float]
    base: float
    weight: float

    def score(self, dialect: Dialect) -> Sql:
        """What it adds to the score of a document, whose vector is that of `meaning` or `look`."""
        column = f"{self.name}.vector"
        sql = f"CASE WHEN {column} IS NULL THEN 0 ELSE ? + ? * {dialect.cosine(column)} END"
        return sql, (self.base, self.weight, dialect.kept_vector(self.vector))

    def beside(self, layout: Layout, of: str = "s") -> str:
        """A JOIN that has the vector, if there is one, beside the document `of`."""
        return f"LEFT JOIN {layout.vectors(self.name)} {self.name} ON {self.name}.seq = {of}.seq"

    def seen(self, layout: Layout) -> str:
        """That a document `s` has a vector."""
        return f"EXISTS (SELECT 1 FROM {layout.vectors(self.name)} v WHERE v.seq = s.seq)"


_Scored = tuple[str, int, int]
"""A document's id, place and score."""
Ids = tuple[list[str], dict[str, int]]
"""The ids of a page's hits, and the envelope."""


class Finder:
    """The search of one process over one engine; for one thread at a time."""

    def __init__(self, engine: Engine, shown: Shown = shown, report: Report = quiet) -> None:
        """`shown` is what search shows of a row; `report` is told of rows that were read and of vectors made."""
        self._engine, self._shown = engine, shown
        self._dialect = dialect_of(engine)
        self._spelling = Spelling(engine)
        self._reading = Reading(engine, self._dialect, self._spelling, shown, report)
        self._counts = Counts(engine, self._dialect)
        self._estimates = Estimates(engine, self._dialect)
        self._keywords = Keywords(engine, self._dialect, self._spelling, self._counts)
        self._vectors = Vectors(engine, self._dialect, shown, report)
        self._hit = lru_cache(maxsize=MOST_HITS)(self._encoded)
        self._ready = False

    def find(
        self,
        asked: Asked,
        body: Mapping[str, Any],
        senses: Senses,
        pictures: Callable[[], Pictures],
        query_offset: int | None = None,
    ) -> Found:
        """The page that `body`, valid by its schema, asks for. Raises ApiError (400) with the guide's texts.

        `pictures` gives what the pictures look like that the body refers to; it may raise, too. Raises ShelfGone when
        the shelf has been taken away meanwhile.
        """
        check(body)
        layout = LAYOUTS[asked.kind]
        orders = sort_orders(layout.table, body.get("sortBy") or [])
        text = body.get("filter") or ""
        trees = [tree for tree in (asked.scope, parse(text) if text.strip() else None) if tree is not None]
        towards = pictures()
        ask = weights_of(body, bool(towards))
        sides = self._sides(ask, senses, towards)
        self._make_tables()
        while True:
            shelf = self._reading.shelf(asked.kind, asked.shelf, asked.version, asked.now_ms)
            shelf = self._filled(asked, shelf, senses, [side.name for side in sides])
            compiler = Compiler(layout, shelf.number, self._dialect.matching, self._dialect.contains)
            kept = joined("AND", [compiler.condition(tree) for tree in trees])
            with self._engine.snapshot():
                if self._engine.shared and not self._reading.is_current(asked.kind, asked.shelf, shelf, asked.now_ms):
                    continue  # others have written meanwhile
                index = ""
                if layout.is_covered(kept[0]):
                    bounds = [bound for tree in trees for bound in compiler.bounds(tree)]
                    index = self._estimates.best_index(layout, shelf, self._every(layout, shelf), bounds)
                scope = _Scope(layout, shelf, kept, index)
                if ask.meaning or ask.look:
                    ids, envelope = self._blended(scope, orders, ask, sides, body, query_offset)
                elif ask.keywords:
                    ids, envelope = self._ranked(asked, scope, orders, ask, body, query_offset)
                else:
                    ids, envelope = self._plain(scope, orders, body, query_offset)
                return Found(self._rendered(asked, ids), envelope)

    def prepare(self, asked: Asked, senses: Senses) -> None:
        """Read a shelf, and make all its vectors, before anybody searches it."""
        self._make_tables()
        layout = LAYOUTS[asked.kind]
        # Made of all documents at once, indexes take less time and lie in one piece.
        self._run(layout.without_indexes())
        shelf = self._reading.shelf(asked.kind, asked.shelf, asked.version, asked.now_ms)
        self._filled(asked, shelf, senses, ["meaning", "look"])
        self._run([*self._indexes(layout), f"ANALYZE {layout.name}", f"ANALYZE {layout.labels}"])

    def _indexes(self, layout: Layout) -> list[str]:
        # What plans for itself reads rows sooner than wide indexes, and its indexes take no long texts.
        return layout.indexes(self._dialect.descending, wide=not self._dialect.plans)

    def _run(self, statements: Sequence[str]) -> None:
        with self._engine.write() as transaction:
            for statement in statements:
                transaction.run(statement)

    # ---- without a query ---------------------------------------------------------------------------------------------

    def _plain(self, scope: _Scope, orders: Sequence[Sort], body: Mapping[str, Any], offset: int | None) -> Ids:
        total = self._counts.count(scope.layout, scope.shelf, scope.kept, scope.index)
        begin, end, envelope = page(total, body, offset)
        if begin == end:
            return [], envelope
        terms, index = _order(scope.layout, orders)
        every = self._every(scope.layout, scope.shelf)
        # Along the order's index every document is looked at until the page is full; through the filter's all that
        # pass are looked at, and sorted. A look is dear where the index has not all that is asked.
        covered = bool(scope.index) and index != scope.layout.index_name(PLACE)
        along = every * end * WARY < total * (4 * total + every // 4 if covered else total)
        if not along:
            terms = [self._dialect.unordered(terms[0]), *terms[1:]]
            index = scope.index
        by = self._dialect.by_index(index) if index else ""
        rows, values = scope.rows(by)
        sql = f"SELECT s.id {rows} ORDER BY {', '.join(terms)} LIMIT ? OFFSET ?"
        return [row[0] for row in self._engine.read(sql, (*values, end - begin, begin))], envelope

    # ---- with a query ------------------------------------------------------------------------------------------------

    def _ranked(
        self,
        asked: Asked,
        scope: _Scope,
        orders: Sequence[Sort],
        ask: Weights,
        body: Mapping[str, Any],
        offset: int | None,
    ) -> Ids:
        """What the words of a query find: by `sortBy` or, without it, by how well they match."""
        wanted = self._keywords.wanted(scope.layout, scope.shelf, scope.kept, ask.query)
        if orders:
            found = self._keywords.condition(wanted)
            return self._plain(replace(scope, kept=joined("AND", [found, scope.kept])), orders, body, offset)
        begin, end, envelope = page(self._keywords.count(wanted), body, offset)
        if begin == end:
            return [], envelope
        return self._keywords.page(wanted, begin, end, lambda ids: self._documents(asked, ids)), envelope

    def _filled(self, asked: Asked, shelf: Shelf, senses: Senses, sides: Sequence[Side]) -> Shelf:
        """The shelf with all vectors of these sides."""
        for side in sides:
            sense = senses.meaning if side == "meaning" else senses.look
            shelf = self._vectors.made(asked.kind, asked.shelf, shelf, side, sense)
        self._reading.filled(asked.kind, asked.shelf, shelf)
        return shelf

    def _sides(self, ask: Weights, senses: Senses, pictures: Pictures) -> list[_Side]:
        """The vectors to go by: at most what the query means, and what the pictures look like."""
        sides = []
        meaning = senses.query(ask.query) if ask.meaning else None
        if meaning is not None:
            sides.append(_Side("meaning", meaning, ask.meaning / 2, ask.meaning / 2))
        if ask.look:
            towards = direction(pictures.like, pictures.unlike)
            sides.append(_Side("look", towards.vector, ask.look / 2, ask.look * towards.weight))
        return sides

    def _blended(
        self,
        scope: _Scope,
        orders: Sequence[Sort],
        ask: Weights,
        sides: Sequence[_Side],
        body: Mapping[str, Any],
        offset: int | None,
    ) -> Ids:
        """What the sides and the words find, by the sum of their scores."""
        wanted = self._keywords.wanted(scope.layout, scope.shelf, scope.kept, ask.query) if ask.keywords else None
        found: list[Sql] = []
        if sides:
            seen = "(" + " OR ".join(side.seen(scope.layout) for side in sides) + ")"
            # Mostly every document has a vector: known once, it need not be asked of each again.
            every = not self._counts.count(scope.layout, scope.shelf, (f"NOT {seen}", ()))
            found = [EVERYTHING if every else (seen, ())]
        if wanted and found != [EVERYTHING]:
            found.append(self._keywords.condition(wanted))
        if not found:
            return [], page(0, body, offset)[2]
        either = replace(scope, kept=joined("AND", [joined("OR", found), scope.kept]))
        if orders:
            return self._plain(either, orders, body, offset)
        total = self._counts.count(scope.layout, scope.shelf, either.kept, scope.index)
        begin, end, envelope = page(total, body, offset)
        if begin == end:
            return [], envelope
        # Words can but add to a score: the best by the sides alone and the best of those with words have all the best.
        scored = self._nearest(scope, sides, end) if sides else []
        if wanted:
            scored += self._worthiest(scope, wanted, ask.keywords, sides, end, scored)
        best: dict[str, tuple[int, int, str]] = {}
        for row_id, place, score in scored:
            best[row_id] = min((-score, place, row_id), best.get(row_id, (0, place, row_id)))
        return sorted(best, key=best.__getitem__)[begin:end], envelope

    def _nearest(self, scope: _Scope, sides: Sequence[_Side], end: int) -> list[_Scored]:
        """The best `end` documents by their vectors alone."""
        layout, shelf, dialect = scope.layout, scope.shelf, self._dialect
        first, *others = sides
        score, given = self._score(sides)
        every = self._every(layout, shelf)
        if every > MANY and (not others or not self._counts.count(layout, shelf, (f"NOT {first.seen(layout)}", ()))):
            # What a part of the documents reaches is a bound for all: few others need to be looked at as documents.
            tables = f"{layout.vectors(first.name)} {first.name} " + " ".join(
                side.beside(layout, first.name) for side in others
            )
            tables, where = f"{tables} CROSS JOIN {layout.name} s", f"s.seq = {first.name}.seq AND {first.name}.seq > ?"
            part = self._best(scope, tables, (where, (shelf.upto - every // PART,)), (score, given), end)
            if len(part) == end:
                least, bounds = self._least(sides, part[-1][2])
                return self._best(scope, tables, (f"{where} AND {least}", (0, *bounds)), (score, given), end)
        # Vectors lie in the order of seq: any other order would look up each of them somewhere else.
        by = dialect.in_sequence() if every > MANY else ""
        tables = f"{layout.name} s{by} " + " ".join(side.beside(layout) for side in sides)
        seen = " OR ".join(f"{side.name}.seq IS NOT NULL" for side in sides)
        return self._best(scope, tables, (f"({seen})", ()), (score, given), end)

    def _least(self, sides: Sequence[_Side], steps: int) -> Sql:
        """That a document reaches a score by its vectors; of one vector a few more documents may pass."""
        side = sides[0]
        if len(sides) > 1 or side.weight <= 0:
            score, given = self._score(sides)
            return f"{score} >= ?", (*given, steps)
        cosine = ((steps - 1.5) / STEPS - side.base) / side.weight
        wanted = self._dialect.kept_vector(side.vector)
        return f"{self._dialect.cosine(f'{side.name}.vector')} >= ?", (wanted, cosine)

    def _worthiest(
        self,
        scope: _Scope,
        wanted: Wanted,
        weight: float,
        sides: Sequence[_Side],
        end: int,
        nearest: Sequence[_Scored],
    ) -> list[_Scored]:
        """The best `end` of the documents that words find, but those that all of the `end` nearest are better than."""
        reached, most = (nearest[-1][2], nearest[0][2]) if len(nearest) == end else (0, 0)
        worth = self._keywords.worth(wanted, (reached - most - 1) / STEPS / weight)
        if worth is None:
            return []
        score, given = self._score(sides, ("? * k.score", (weight,)))
        beside = " ".join(side.beside(scope.layout, "k") for side in sides)
        tables = f"({worth[0]}) k {beside} CROSS JOIN {scope.layout.name} s"
        where = f"s.seq = k.seq AND {score} >= ?"
        return self._best(scope, tables, (where, (*given, reached)), (score, given), end, worth[1])

    def _score(self, sides: Sequence[_Side], *more: Sql) -> Sql:
        """What a document is ordered by, greatest first."""
        parts = [*(side.score(self._dialect) for side in sides), *more]
        return self._dialect.in_steps(" + ".join(sql for sql, _ in parts)), tuple(
            value for _, own in parts for value in own
        )

    def _best(
        self, scope: _Scope, tables: str, where: Sql, score: Sql, end: int, given: Sequence[object] = ()
    ) -> list[_Scored]:
        """The best `end` documents of `tables`, which begin with the values `given`."""
        sql = (
            f"SELECT s.id, s.{PLACE}, {score[0]} FROM {tables} WHERE {where[0]} AND s.number = ? AND {scope.kept[0]} "
            f"ORDER BY 3 DESC, s.{PLACE}, s.id LIMIT ?"
        )
        values = (*score[1], *given, *where[1], scope.shelf.number, *scope.kept[1], end)
        return [(row[0], row[1], row[2]) for row in self._engine.read(sql, values)]

    def _every(self, layout: Layout, shelf: Shelf) -> int:
        """How many documents a shelf has."""
        return self._counts.count(layout, shelf, EVERYTHING, layout.index_name(PLACE))

    # ---- the page ----------------------------------------------------------------------------------------------------

    def _rendered(self, asked: Asked, ids: Sequence[str]) -> list[bytes]:
        """The documents of a page as JSON, in the order of their ids."""
        bodies = self._bodies(asked, ids)
        return [self._hit(asked.kind, *bodies[each]) for each in ids]

    def _documents(self, asked: Asked, ids: Sequence[str]) -> dict[str, Document]:
        """Documents by their ids."""
        bodies = self._bodies(asked, ids)
        return {each: self._shown(asked.kind, decode(body), place) for each, (body, place) in bodies.items()}

    def _bodies(self, asked: Asked, ids: Sequence[str]) -> dict[str, tuple[bytes, int]]:
        """JSON and place of rows by their ids."""
        place = "place" if asked.kind == "models" else "0"
        found: dict[str, tuple[bytes, int]] = {}
        for start in range(0, len(ids), MOST_AT_ONCE):
            some = ids[start : start + MOST_AT_ONCE]
            sql = f"SELECT id, body, {place} FROM {asked.kind} WHERE shelf = ? AND id IN ({', '.join('?' * len(some))})"
            found |= {row[0]: row[1:] for row in self._engine.read(sql, (asked.shelf, *some))}
        return found

    def _encoded(self, kind: str, body: bytes, place: int) -> bytes:
        """What search shows of a row, as JSON. A copy: orjson's own bytes keep the room in which they were written."""
        return memoryview(encode(self._shown(kind, decode(body), place))).tobytes()

    def _make_tables(self) -> None:
        """Make the tables of search, unless they are there: to say that of a table locks it, in PostgreSQL."""
        if self._ready or self._engine.read(TABLES_MADE):
            self._ready = True
            return
        statements = [*Spelling.ddl(self._dialect.types)]
        for layout in LAYOUTS.values():
            statements += layout.tables(self._dialect.types, self._dialect.vector_types)
            statements += self._indexes(layout)
            statements += self._dialect.ddl(layout)
        with self._engine.write() as transaction:
            self._dialect.prepare(transaction)
            for statement in statements if not transaction.run(TABLES_MADE) else ():
                transaction.run(statement)
            transaction.run(NOTE_TABLES_MADE, (b"true",))
        self._ready = True


def _order(layout: Layout, orders: Sequence[Sort]) -> tuple[list[str], str]:
    """The terms of ORDER BY, the last two of which are place and id, and the index that begins with them, if any."""
    first: dict[str, Sort] = {}
    for order in orders:  # a field that comes again has nothing more to say
        first.setdefault(order[0].name, order)
    kept = list(first.values())
    by_place = [("score", True), ("createdAt", True)]
    if [(field.name, descending) for field, descending in kept] == by_place[: len(kept)]:
        kept = []  # the place says that already
    terms = [_term(layout, *order) for order in kept]
    leading = kept[0][0].name if kept else ""
    column = layout.fields[leading] if leading in layout.leading else "" if leading else PLACE
    return [*terms, f"s.{PLACE}", "s.id"], layout.index_name(column) if column else ""


def _term(layout: Layout, field: Field, descending: bool) -> str:
    return f"s.{layout.fields[field.name]} {'DESC' if descending else 'ASC'} NULLS LAST"
