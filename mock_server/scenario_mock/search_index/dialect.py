"""What of search differs between the engines: full text, vectors, and how a plan is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from scenario_mock.search.fields import Path
from scenario_mock.store import Engine, Transaction

from .conditions import Sql
from .documents import Read
from .expressions import Expression
from .layout import Layout, Side


class Dialect(Protocol):
    """One engine's way."""

    types: dict[str, str]
    """How the engine spells the types of columns."""
    plans: bool
    """Whether the engine itself knows how many documents lie within a bound."""
    descending: str
    """How an index is told to begin with the greatest value and end with NULL."""

    @property
    def vector_types(self) -> dict[Side, str]:
        """Column types of what a document means and looks like."""
        ...

    def prepare(self, transaction: Transaction) -> None:
        """What must be there before the tables are made."""
        ...

    def ddl(self, layout: Layout) -> list[str]:
        """The statements that make the tables of the texts."""
        ...

    def insert(self, transaction: Transaction, layout: Layout, number: int, rows: Sequence[tuple[int, Read]]) -> None:
        """Take in the texts of documents, given with their seq."""
        ...

    def delete(self, transaction: Transaction, layout: Layout, seqs: Sequence[int]) -> None:
        """Forget the texts of documents."""
        ...

    def matching(self, layout: Layout, number: int, path: Path, wanted: Sequence[Sequence[str]]) -> Sql:
        """See `conditions.Matching`."""
        ...

    def found(self, layout: Layout, number: int, expression: Expression) -> Sql:
        """A query for the `seq` of the documents whose text attributes fit an expression."""
        ...

    def by_index(self, index: str) -> str:
        """What follows the table's name where an index must be used."""
        ...

    def in_sequence(self) -> str:
        """What follows the table's name where its rows must be read in the order of their seq."""
        ...

    def listed(self, seqs: Sequence[int]) -> Sql:
        """A table expression with these numbers, in a column `value`."""
        ...

    def contains(self, column: str) -> str:
        """See `conditions.Compiler.contains`."""
        ...

    def unordered(self, expression: str) -> str:
        """An ORDER BY term that no index may serve."""
        ...

    def kept_vector(self, vector: Sequence[float]) -> Any:
        """A vector as a value of a statement."""
        ...

    def cosine(self, column: str) -> str:
        """An expression for the cosine of a column's vector and of the value that `?` stands for."""
        ...

    def in_steps(self, expression: str) -> str:
        """The expression, zero or more, as `search.run.in_steps` of it."""
        ...


def dialect_of(engine: Engine) -> Dialect:
    """The dialect that an engine speaks."""
    if engine.kind == "postgresql":
        from .postgres import PostgresDialect

        return PostgresDialect(engine)
    from .sqlite import SqliteDialect

    return SqliteDialect(engine)
