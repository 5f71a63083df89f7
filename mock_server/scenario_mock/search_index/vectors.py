"""What documents mean and look like, as vectors beside them: made when a search first asks, for all that lack one.

Reading a text costs some tens of microseconds, looking at a picture some more, and most worlds are never searched by
either. Large worlds have theirs made with them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scenario_mock.encoding import decode
from scenario_mock.store import Engine, Transaction

from .dialect import Dialect
from .documents import Document
from .layout import LAYOUTS, Side
from .reading import Report, Shelf, Shown

UPTO: dict[Side, str] = {"meaning": "meant", "look": "looked"}
BATCH = 500


@dataclass(frozen=True)
class Seen:
    """A thing: its row, and what search shows of it."""

    row: Mapping[str, Any]
    hit: Document


Sense = Callable[[Sequence[Seen]], Sequence[Sequence[float] | None]]
"""The vectors of things; None for one that has none."""


@dataclass(frozen=True)
class Senses:
    """How texts and pictures become vectors of unit length."""

    query: Callable[[str], Sequence[float] | None]
    """The meaning of a query; None when it has none."""
    meaning: Sense
    look: Sense


class Vectors:
    """Makes the vectors of one process's searches."""

    def __init__(self, engine: Engine, dialect: Dialect, shown: Shown, report: Report) -> None:
        self._engine, self._dialect, self._shown, self._report = engine, dialect, shown, report

    def made(self, kind: str, name: str, shelf: Shelf, side: Side, sense: Sense) -> Shelf:
        """Give every document of the shelf called `name` its vector of one side; the shelf with that written down."""
        upto = getattr(shelf, UPTO[side])
        if upto >= shelf.upto:
            return shelf
        with self._engine.write() as transaction:
            while rows := _missing(transaction, kind, name, shelf, upto):
                self._keep(transaction, kind, side, rows, sense)
                upto = rows[-1][0]
            transaction.run(
                f"UPDATE searched SET {UPTO[side]} = ? WHERE number = ? AND {UPTO[side]} < ?",
                (shelf.upto, shelf.number, shelf.upto),
            )
        return replace(shelf, **{UPTO[side]: shelf.upto})

    def _keep(
        self, transaction: Transaction, kind: str, side: Side, rows: Sequence[tuple[Any, ...]], sense: Sense
    ) -> None:
        decoded = [(decode(body), place) for _, body, place in rows]
        found = sense([Seen(row, self._shown(kind, row, place)) for row, place in decoded])
        transaction.many(
            f"INSERT INTO {LAYOUTS[kind].vectors(side)} (seq, vector) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [
                (row[0], self._dialect.kept_vector(vector))
                for row, vector in zip(rows, found, strict=True)
                if vector is not None
            ],
        )
        self._report(len(rows))


def _missing(transaction: Transaction, kind: str, name: str, shelf: Shelf, after: int) -> list[tuple[Any, ...]]:
    """The next rows without a vector: seq, JSON and place."""
    place = "r.place" if kind == "models" else "0"
    return transaction.run(
        f"SELECT s.seq, r.body, {place} FROM {LAYOUTS[kind].name} s JOIN {kind} r ON r.id = s.id AND r.shelf = ? "
        f"WHERE s.number = ? AND s.seq > ? AND s.seq <= ? ORDER BY s.seq LIMIT {BATCH}",
        (name, shelf.number, after, shelf.upto),
    )
