"""Search in PostgreSQL: full text by tsvector, vectors by pgvector where the server has it.

Texts: one tsvector for each document, with a GIN index. Words are split and folded here (`search.words`), so no text
search configuration of the server has a say; each carries the number of its shelf. A word of an attribute that queries
look at is there twice, for any attribute and for its own; one that only filters match has no position.

    '12:castle':2,2050               position = place of the attribute * 2048 + place of the word + 1
    '12:f0:castle':2                 f0: the first path of the layout
    '12:f9:image'

Vectors: with pgvector its type and its cosine distance; a server without the extension, such as Debian's alone, keeps
arrays and adds up products, which gives the same order at some ten times the cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import psycopg

from scenario_mock.search.fields import Path
from scenario_mock.search.ranking import spread
from scenario_mock.search.run import STEPS
from scenario_mock.store import Engine, Transaction
from scenario_mock.store.postgres import TYPES

from .conditions import Sql
from .documents import Read
from .expressions import AllOf, AnyOf, Expression, Near, Without, Words
from .layout import SIDES, Layout, Side

STEP = 2048
"""Positions of one attribute; PostgreSQL counts to 16383."""
MOST_POSITIONS = 256
"""PostgreSQL keeps no more of one word."""


class PostgresDialect:
    """See `dialect.Dialect`."""

    types = TYPES
    plans = True
    descending = "DESC NULLS LAST"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def vector_types(self) -> dict[Side, str]:
        """See `dialect.Dialect`."""
        return dict.fromkeys(SIDES, "vector" if self._extended else "real[]")

    @cached_property
    def _extended(self) -> bool:
        """Whether vectors are kept as pgvector's; decided once for each database."""
        kept = self._engine.read(
            "SELECT udt_name FROM information_schema.columns "
            "WHERE table_name = 'search_assets_meaning' AND column_name = 'vector'"
        )
        if kept:
            return bool(kept[0][0] == "vector")
        if not self._engine.read("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'"):
            return False
        try:
            with self._engine.write() as transaction:
                transaction.run("SELECT pg_advisory_xact_lock(?)", (LOCK,))
                transaction.run("CREATE EXTENSION IF NOT EXISTS vector")
        except psycopg.errors.InsufficientPrivilege:
            return False
        return True

    def prepare(self, transaction: Transaction) -> None:
        """See `dialect.Dialect`."""
        transaction.run("SELECT pg_advisory_xact_lock(?)", (LOCK,))
        if not self._extended:
            transaction.run(
                "CREATE OR REPLACE FUNCTION search_dot(a real[], b real[]) RETURNS double precision "
                "LANGUAGE sql IMMUTABLE PARALLEL SAFE AS "
                "'SELECT sum(x::double precision * y) FROM unnest(a, b) AS t(x, y)'"
            )

    def ddl(self, layout: Layout) -> list[str]:
        """See `dialect.Dialect`."""
        name = f"{layout.name}_text"
        return [
            f"CREATE TABLE IF NOT EXISTS {name} (seq BIGINT PRIMARY KEY, texts TSVECTOR)",
            f"CREATE INDEX IF NOT EXISTS {name}_texts ON {name} USING gin (texts) WITH (fastupdate = off)",
        ]

    def insert(self, transaction: Transaction, layout: Layout, number: int, rows: Sequence[tuple[int, Read]]) -> None:
        """See `dialect.Dialect`."""
        transaction.many(
            f"INSERT INTO {layout.name}_text (seq, texts) VALUES (?, ?::tsvector)",
            ((seq, _texts(layout, number, read)) for seq, read in rows),
        )

    def delete(self, transaction: Transaction, layout: Layout, seqs: Sequence[int]) -> None:
        """See `dialect.Dialect`."""
        transaction.many(f"DELETE FROM {layout.name}_text WHERE seq = ?", ((seq,) for seq in seqs))

    def matching(self, layout: Layout, number: int, path: Path, wanted: Sequence[Sequence[str]]) -> Sql:
        """See `conditions.Matching`."""
        start = f"{number}:f{layout.texts.index(path)}:"
        text = " | ".join(f"({_all_of(start, words)})" for words in wanted)
        return f"SELECT seq FROM {layout.name}_text WHERE texts @@ ?::tsquery", (text,)

    def found(self, layout: Layout, number: int, expression: Expression) -> Sql:
        """See `dialect.Dialect`."""
        return f"SELECT seq FROM {layout.name}_text WHERE texts @@ ?::tsquery", (_spelled(number, expression),)

    def by_index(self, index: str) -> str:
        """See `dialect.Dialect`."""
        return ""  # the server's planner knows how rare things are

    def in_sequence(self) -> str:
        """See `dialect.Dialect`."""
        return ""

    def listed(self, seqs: Sequence[int]) -> Sql:
        """See `dialect.Dialect`."""
        return "unnest(?::bigint[]) AS value", (list(seqs),)

    def contains(self, column: str) -> str:
        """See `dialect.Dialect`."""
        return f"strpos({column}, ?) > 0"

    def unordered(self, expression: str) -> str:
        """See `dialect.Dialect`."""
        return expression

    def kept_vector(self, vector: Sequence[float]) -> Any:
        """See `dialect.Dialect`."""
        return f"[{','.join(map(repr, vector))}]" if self._extended else list(vector)

    def cosine(self, column: str) -> str:
        """See `dialect.Dialect`."""
        return f"(1 - ({column} <=> ?::vector))" if self._extended else f"search_dot({column}, ?::real[])"

    def in_steps(self, expression: str) -> str:
        """See `dialect.Dialect`."""
        return f"floor(({expression}) * {STEPS} + 0.5)::bigint"


LOCK = 0x5CE7A811
"""Number of the advisory lock under which the tables of search are made."""


def _texts(layout: Layout, number: int, read: Read) -> str:
    """The words of a document as PostgreSQL writes a tsvector."""
    found: dict[str, list[int]] = {}
    for place, items in enumerate(read.texts):
        asked = place < len(layout.table.text)
        for position, word in spread(items):
            at = [place * STEP + min(position + 1, STEP - 1)] if asked else []
            found.setdefault(f"{number}:f{place}:{word}", []).extend(at)
            if asked:
                found.setdefault(f"{number}:{word}", []).extend(at)
    return " ".join(
        _quoted(word) + (f":{','.join(map(str, at[:MOST_POSITIONS]))}" if at else "") for word, at in found.items()
    )


def _spelled(number: int, expression: Expression) -> str:
    """An expression in the server's own language."""
    match expression:
        case Words(terms, prefix, within):
            if within is None:
                return _phrase(f"{number}:", terms, prefix)
            every = (_phrase(f"{number}:f{place}:", terms, prefix) for place in range(within + 1))
            return "(" + " | ".join(every) + ")"
        case Near(one, other, between):
            pair = _spelled(number, one), _spelled(number, other)
            distances = range(between + 2)
            return "(" + " | ".join(f"{a} <{n}> {b}" for n in distances for a, b in (pair, pair[::-1])) + ")"
        case AllOf(items):
            return "(" + " & ".join(_spelled(number, item) for item in items) + ")"
        case AnyOf(items):
            return "(" + " | ".join(_spelled(number, item) for item in items) + ")"
        case Without(item, other):
            return f"({_spelled(number, item)} & !{_spelled(number, other)})"


def _phrase(start: str, terms: Sequence[str], prefix: bool) -> str:
    return "(" + " <-> ".join(_quoted(start + term) for term in terms) + (":*" if prefix else "") + ")"


def _all_of(start: str, wanted: Sequence[str]) -> str:
    """All words of a text match in the server's own language; the last may be a beginning."""
    *whole, last = wanted
    return " & ".join([*(_quoted(start + word) for word in whole), f"{_quoted(start + last)}:*"])


def _quoted(lexeme: str) -> str:
    """A word as tsvector and tsquery spell it; it has no quotes and no backslashes."""
    return f"'{lexeme}'"
