"""One page of a list as a question to the database: conditions, an order, and the place after which to go on.

The place is the order's value and the id of the last row that was sent (a keyset), so rows that are inserted between
two pages neither repeat nor push out others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .tables import SEPARATOR

Condition = tuple[str, tuple[Any, ...]]
"""SQL with `?`, and the values."""
Key = tuple[int, str]
"""Value of the order's column, and id."""


@dataclass(frozen=True)
class Listing:
    """Which rows of one shelf, in which order; `size` of them after `after`, leaving out `skip` first."""

    order: str
    descending: bool
    size: int
    conditions: tuple[Condition, ...] = ()
    after: Key | None = None
    skip: int = 0

    def sql(self, table: str, shelf: str, columns: str) -> Condition:
        """A query for one row more than `size`: whether there is another page."""
        parts: list[Condition] = [("shelf = ?", (shelf,)), *self.conditions]
        if self.after is not None:
            parts.append((f"({self.order}, id) {'<' if self.descending else '>'} (?, ?)", self.after))
        where = " AND ".join(sql for sql, _ in parts)
        values = tuple(value for _, own in parts for value in own)
        direction = "DESC" if self.descending else "ASC"
        text = (
            f"SELECT {self.order}, id, {columns} FROM {table} WHERE {where} "
            f"ORDER BY {self.order} {direction}, id {direction} LIMIT ? OFFSET ?"
        )
        return text, (*values, self.size + 1, self.skip)


def equal(column: str, value: Any) -> Condition:
    """The column has that value."""
    return f"{column} = ?", (value,)


def one_of(column: str, values: Iterable[Any]) -> Condition:
    """The column has one of the values."""
    every = tuple(values)
    return f"{column} IN ({', '.join('?' * len(every))})", every


def above(column: str, bound: int) -> Condition:
    """The column is greater than the bound, which is outside itself."""
    return f"{column} > ?", (bound,)


def below(column: str, bound: int) -> Condition:
    """The column is less than the bound, which is outside itself."""
    return f"{column} < ?", (bound,)


def at_most(column: str, bound: int) -> Condition:
    """The column is the bound or less."""
    return f"{column} <= ?", (bound,)


def has_status(status: str, now_ms: int) -> Condition:
    """A model has that status now: one whose training has ended meanwhile is trained."""
    return "CASE WHEN trained_ms <= ? THEN 'trained' ELSE status END = ?", (now_ms, status)


def labelled(kind: str, labels: Iterable[str]) -> Condition:
    """The row has at least one of the labels; `kind` is `t` for tags, `c` for collections."""
    every = tuple(f"{SEPARATOR}{kind}{label}{SEPARATOR}" for label in dict.fromkeys(labels))
    return _any_of(["instr(labels, ?) > 0"] * len(every)), every


def _any_of(terms: list[str]) -> str:
    """The terms joined by OR as a balanced tree: databases cap how deep an expression may be."""
    if len(terms) <= 100:
        return "(" + " OR ".join(terms) + ")"
    half = len(terms) // 2
    return f"({_any_of(terms[:half])} OR {_any_of(terms[half:])})"


def label_text(tags: Iterable[str], collections: Iterable[str]) -> str:
    """What the `labels` column of a row with these tags and collections holds."""
    every = [*(f"t{tag}" for tag in tags), *(f"c{collection}" for collection in collections)]
    return SEPARATOR + SEPARATOR.join(every) + SEPARATOR if every else ""
