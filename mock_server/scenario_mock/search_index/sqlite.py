"""Search in SQLite: full text by FTS5, vectors by sqlite-vec.

Texts: one row of FTS5 for each document, one column for each path.

The words are split and folded here (`search.words`), FTS5 takes them as they come. Each carries the number of its
shelf, so what one shelf asks for never touches the postings of another. Between the items of an array stand `GAP`
words that nobody can ask for.

    12:castle 12:on 12:hill          tags: 12:fantasy - - - - - - - - 12:red 12:castle

The table keeps no text, only postings (`content=''`).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import ClassVar

from scenario_mock.search.fields import Path
from scenario_mock.search.ranking import GAP
from scenario_mock.search.run import STEPS
from scenario_mock.store import Engine, Transaction
from scenario_mock.store.sqlite import TYPES

from .conditions import Sql
from .documents import Read
from .expressions import AllOf, AnyOf, Expression, Near, Without, Words
from .layout import Layout, Side

FILLER = "-"
GAPS = f" {FILLER}" * GAP + " "


class SqliteDialect:
    """See `dialect.Dialect`."""

    types = TYPES
    plans = False
    descending = "DESC"
    vector_types: ClassVar[dict[Side, str]] = {"meaning": "BLOB", "look": "BLOB"}

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def prepare(self, transaction: Transaction) -> None:
        """See `dialect.Dialect`."""

    def ddl(self, layout: Layout) -> list[str]:
        """The statements that make the tables."""
        name, columns = layout.name, ", ".join(f"c{place}" for place in range(len(layout.texts)))
        return [
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {name}_text USING fts5({columns}, content='', contentless_delete=1, "
            f"tokenize=\"ascii tokenchars ':{FILLER}'\")",
        ]

    def insert(self, transaction: Transaction, layout: Layout, number: int, rows: Sequence[tuple[int, Read]]) -> None:
        """Take in the texts of documents, given with their seq."""
        marks = ", ".join("?" * (len(layout.texts) + 1))
        columns = ", ".join(["rowid", *(f"c{place}" for place in range(len(layout.texts)))])
        transaction.many(
            f"INSERT INTO {layout.name}_text ({columns}) VALUES ({marks})",
            ([seq, *(_with_gaps(items, number) for items in read.texts)] for seq, read in rows),
        )

    def delete(self, transaction: Transaction, layout: Layout, seqs: Sequence[int]) -> None:
        """Forget the texts of documents."""
        transaction.many(f"DELETE FROM {layout.name}_text WHERE rowid = ?", ((seq,) for seq in seqs))

    def matching(self, layout: Layout, number: int, path: Path, wanted: Sequence[Sequence[str]]) -> Sql:
        """See `conditions.Matching`."""
        text = " OR ".join(f"({_all_of(number, words)})" for words in wanted)
        name, column = f"{layout.name}_text", f"c{layout.texts.index(path)}"
        return f"SELECT rowid FROM {name} WHERE {name} MATCH ?", (f"{{{column}}} : ({text})",)

    def found(self, layout: Layout, number: int, expression: Expression) -> Sql:
        """See `dialect.Dialect`."""
        name = f"{layout.name}_text"
        wanted = _within(len(layout.table.text), f"({_spelled(number, expression)})")
        return f"SELECT rowid AS seq FROM {name} WHERE {name} MATCH ?", (wanted,)

    def by_index(self, index: str) -> str:
        """See `dialect.Dialect`."""
        return f" INDEXED BY {index}"

    def in_sequence(self) -> str:
        """See `dialect.Dialect`."""
        return " NOT INDEXED"

    def listed(self, seqs: Sequence[int]) -> Sql:
        """See `dialect.Dialect`."""
        return "json_each(?)", (str(list(seqs)),)

    def contains(self, column: str) -> str:
        """See `dialect.Dialect`."""
        return f"instr({column}, ?) > 0"

    def unordered(self, expression: str) -> str:
        """See `dialect.Dialect`."""
        return f"+{expression}"

    def kept_vector(self, vector: Sequence[float]) -> bytes:
        """See `dialect.Dialect`."""
        return array("f", vector).tobytes()

    def cosine(self, column: str) -> str:
        """See `dialect.Dialect`."""
        return f"(1 - vec_distance_cosine({column}, ?))"

    def in_steps(self, expression: str) -> str:
        """See `dialect.Dialect`."""
        return f"CAST(({expression}) * {STEPS} + 0.5 AS INTEGER)"


def _spelled(number: int, expression: Expression) -> str:
    """An expression in FTS5's own language."""
    match expression:
        case Words(terms, prefix, within):
            phrase = f'"{" ".join(f"{number}:{term}" for term in terms)}"{" *" if prefix else ""}'
            return phrase if within is None else _within(within + 1, phrase)
        case Near(one, other, between):
            return f"NEAR({_spelled(number, one)} {_spelled(number, other)}, {between})"
        case AllOf(items):
            return "(" + " AND ".join(_spelled(number, item) for item in items) + ")"
        case AnyOf(items):
            return "(" + " OR ".join(_spelled(number, item) for item in items) + ")"
        case Without(item, other):
            return f"({_spelled(number, item)} NOT {_spelled(number, other)})"


def _within(count: int, phrase: str) -> str:
    """Asked of the first columns only."""
    return f"({{{' '.join(f'c{place}' for place in range(count))}}} : {phrase})"


def _all_of(number: int, wanted: Sequence[str]) -> str:
    """All words of a text match in FTS5's own language; the last may be a beginning."""
    *whole, last = wanted
    return " AND ".join([*(f'"{number}:{word}"' for word in whole), f'"{number}:{last}" *'])


def _with_gaps(items: Sequence[Sequence[str]], number: int) -> str:
    """The words of one path as FTS5 is to have them."""
    if not items:
        return ""
    start = f" {number}:"
    return GAPS.join(start[1:] + start.join(item) for item in items if item)
