"""Keeps the tables of search in step with the shelves of the store.

A shelf is read when it is first searched: a world that nobody searches costs nothing. From then on the store writes
down what it changes (`unread`), and the next search reads that, and the assets whose job has ended meanwhile. All of it
is one transaction, so what one mock has read is there for every other one that shares the state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from scenario_mock.encoding import decode
from scenario_mock.search import asset_hit, model_hit
from scenario_mock.store import EXAMPLES, PUBLIC, Engine, Transaction, hold

from .dialect import Dialect
from .documents import Document, Read
from .layout import LAYOUTS, SIDES, Layout
from .spelling import Spelling

BATCH = 500
MANY = 5_000
ROWS = {
    "assets": "SELECT id, {key}, body, 0 FROM assets WHERE shelf = ? AND hidden = 0 AND visible_ms <= ? AND {more}",
    "models": "SELECT id, {key}, body, place FROM models WHERE shelf = ? AND ? >= 0 AND "
    f"(privacy <> 'unlisted' OR shelf <> '{PUBLIC}') AND {{more}}",
}
"""The rows that search shows, of each kind; with the shelf and the time."""
NOTED = {"assets": "kind = 'assets'", "models": f"kind IN ('models', '{EXAMPLES}')"}
"""What in `unread` is about each kind."""


class ShelfGone(LookupError):
    """Another mock over the same state has taken the shelf away; who asks for it again gets a new one."""


@dataclass(frozen=True)
class Shelf:
    """A shelf that was read: its number, how often documents were taken away, and the seq of the last one read."""

    number: int
    epoch: int
    upto: int
    meant: int
    """Up to which seq the meaning of documents is known, and their look."""
    looked: int

    def is_as(self, other: Shelf) -> bool:
        """Whether both have the same documents."""
        return (self.number, self.epoch, self.upto) == (other.number, other.epoch, other.upto)


def popularity(place: int) -> float:
    """A model's score by its place in the catalogue, from 1: 100 for the first, half of it for the fiftieth."""
    return round(100 / (1 + (place - 1) / 50), 1)


Shown = Callable[[str, dict[str, Any], int], Document]
"""What search shows of a row: of which kind, the row, and the place of a model (0 for an asset)."""


def shown(kind: str, row: dict[str, Any], place: int) -> Document:
    """See `Shown`."""
    return asset_hit(row) if kind == "assets" else model_hit(row, popularity(place))


Report = Callable[[int], None]
"""Called with how many things more were dealt with."""


def quiet(_: int) -> None:
    """The report that nobody reads."""


class Reading:
    """Reads for one engine."""

    def __init__(self, engine: Engine, dialect: Dialect, spelling: Spelling, shown: Shown, report: Report) -> None:
        self._engine, self._dialect, self._spelling = engine, dialect, spelling
        self._shown, self._report = shown, report
        self._known: dict[tuple[str, str], tuple[Any, int | None, Shelf]] = {}

    def shelf(self, kind: str, shelf: str, version: Any, now_ms: int) -> Shelf:
        """The shelf, read up to now. `version` tells whether it was written to since it was last asked for.

        Raises ShelfGone.
        """
        seen, until_ms, known = self._known.get((kind, shelf), (None, 0, None))
        if known and not self._engine.shared and seen == version and (until_ms is None or now_ms < until_ms):
            return known
        found = self._found(kind, shelf)
        if found is None or self._waiting(kind, shelf, now_ms):
            found = self._read(kind, shelf, now_ms)
        next_ms = self._engine.read(f"SELECT min(visible_ms) FROM unread WHERE shelf = ? AND {NOTED[kind]}", (shelf,))
        self._known[kind, shelf] = version, next_ms[0][0], found
        return found

    def is_current(self, kind: str, name: str, shelf: Shelf, now_ms: int) -> bool:
        """Whether the shelf is as it was read, and nothing has changed since."""
        found = self._found(kind, name)
        return found is not None and found.is_as(shelf) and not self._waiting(kind, name, now_ms)

    def filled(self, kind: str, name: str, shelf: Shelf) -> None:
        """The vectors of a shelf have been made."""
        version, until_ms, _ = self._known[kind, name]
        self._known[kind, name] = version, until_ms, shelf

    def _found(self, kind: str, shelf: str, ask: Any = None) -> Shelf | None:
        rows = (ask or self._engine.read)(
            "SELECT number, epoch, upto, meant, looked FROM searched WHERE shelf = ? AND kind = ?", (shelf, kind)
        )
        return Shelf(*rows[0]) if rows else None

    def _waiting(self, kind: str, shelf: str, now_ms: int) -> bool:
        sql = f"SELECT 1 FROM unread WHERE shelf = ? AND {NOTED[kind]} AND visible_ms <= ? LIMIT 1"
        return bool(self._engine.read(sql, (shelf, now_ms)))

    # ---- read --------------------------------------------------------------------------------------------------------

    def _read(self, kind: str, shelf: str, now_ms: int) -> Shelf:
        with self._spelling.learning(), self._engine.write() as transaction:
            # One reader at a time, and no writer of this shelf meanwhile: each changes these rows first.
            for name in dict.fromkeys((PUBLIC, shelf)):
                if not hold(transaction, name):
                    raise ShelfGone(name)
            found = self._found(kind, shelf, transaction.run)
            if found is None:
                self._clear(transaction)
                self._begin(transaction, kind, shelf, now_ms)
            else:
                self._go_on(transaction, kind, shelf, found, now_ms)
            found = self._found(kind, shelf, transaction.run)
        assert found is not None
        return found

    def _begin(self, transaction: Transaction, kind: str, shelf: str, now_ms: int) -> None:
        """Read a shelf for the first time."""
        sql = (
            "INSERT INTO searched (shelf, kind, epoch, upto, meant, looked) VALUES (?, ?, 0, 0, 0, 0) RETURNING number"
        )
        number = int(transaction.run(sql, (shelf, kind))[0][0])
        transaction.run(
            "INSERT INTO unread (shelf, kind, id, visible_ms) SELECT shelf, ?, id, visible_ms FROM assets "
            "WHERE shelf = ? AND visible_ms > ? ON CONFLICT DO NOTHING",
            ("assets" if kind == "assets" else EXAMPLES, shelf, now_ms),
        )
        self._insert(transaction, kind, number, self._everything(transaction, kind, shelf, now_ms))
        if transaction.run("SELECT upto FROM searched WHERE number = ?", (number,))[0][0] > MANY:
            for table in (LAYOUTS[kind].name, LAYOUTS[kind].labels):
                transaction.run(f"ANALYZE {table}")  # plans for many rows need to know what is rare

    def _go_on(self, transaction: Transaction, kind: str, shelf: str, found: Shelf, now_ms: int) -> None:
        """Read what has changed on a shelf."""
        if kind == "models":
            self._note_examples(transaction, shelf, found, now_ms)
        sql = f"SELECT id FROM unread WHERE shelf = ? AND kind = ? AND visible_ms <= ? LIMIT {BATCH}"
        while ids := [row[0] for row in transaction.run(sql, (shelf, kind, now_ms))]:
            among = f"id IN ({', '.join('?' * len(ids))})"
            if self._delete(transaction, LAYOUTS[kind], f"number = ? AND {among}", (found.number, *ids)):
                transaction.run("UPDATE searched SET epoch = epoch + 1 WHERE number = ?", (found.number,))
            rows = transaction.run(ROWS[kind].format(key=0, more=among), (shelf, now_ms, *ids))
            self._insert(transaction, kind, found.number, rows)
            transaction.run(f"DELETE FROM unread WHERE shelf = ? AND kind = ? AND {among}", (shelf, kind, *ids))

    def _note_examples(self, transaction: Transaction, shelf: str, found: Shelf, now_ms: int) -> None:
        """Have those models read again whose examples have changed, or come."""
        layout, which = LAYOUTS["models"], f"shelf = ? AND kind = '{EXAMPLES}' AND visible_ms <= ?"
        transaction.run(
            "INSERT INTO unread (shelf, kind, id, visible_ms) SELECT DISTINCT u.shelf, 'models', s.id, 0 "
            f"FROM (SELECT shelf, id FROM unread WHERE {which}) u "
            f"JOIN {layout.labels} l ON l.number = ? AND l.field = 'exampleAssetIds' AND l.value = u.id "
            f"JOIN {layout.name} s ON s.seq = l.seq WHERE 1 = 1 ON CONFLICT DO NOTHING",
            (shelf, now_ms, found.number),
        )
        transaction.run(f"DELETE FROM unread WHERE {which}", (shelf, now_ms))

    def _everything(self, transaction: Transaction, kind: str, shelf: str, now_ms: int) -> Iterator[tuple[Any, ...]]:
        """All rows of a shelf, in the order of their creation or place."""
        key = "created_ms" if kind == "assets" else "place"
        sql = ROWS[kind].format(key=key, more=f"({key}, id) > (?, ?)") + f" ORDER BY {key}, id LIMIT {BATCH}"
        after: tuple[int, str] = (-(1 << 60), "")
        while rows := transaction.run(sql, (shelf, now_ms, *after)):
            yield from rows
            after = rows[-1][1], rows[-1][0]

    def _insert(self, transaction: Transaction, kind: str, number: int, rows: Iterable[tuple[Any, ...]]) -> None:
        layout, source = LAYOUTS[kind], iter(rows)
        columns = ["seq", "number", "id", "place", *layout.fields.values()]
        insert = f"INSERT INTO {layout.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        last = int(transaction.run("SELECT max(upto) FROM searched WHERE kind = ?", (kind,))[0][0])
        while batch := list(islice(source, BATCH)):
            read = list(enumerate((Read(layout, self._shown(kind, decode(row[2]), row[3])) for row in batch), last + 1))
            last += len(read)
            transaction.many(insert, ([seq, number, each.id, each.place, *each.columns] for seq, each in read))
            transaction.many(
                f"INSERT INTO {layout.labels} (number, field, value, seq, words) VALUES (?, ?, ?, ?, ?)",
                ((number, label.field, label.value, seq, label.words) for seq, each in read for label in each.labels),
            )
            self._dialect.insert(transaction, layout, number, read)
            self._spelling.learn(transaction, [each.spelled for _, each in read])
            transaction.run("UPDATE searched SET upto = ? WHERE number = ?", (last, number))
            self._report(len(read))

    # ---- take away ---------------------------------------------------------------------------------------------------

    def _clear(self, transaction: Transaction) -> None:
        """Take away what was read of shelves that are no more.

        The last number given stays until there is a later one: no number is given twice, whoever remembers it.
        """
        for number, kind in transaction.run("SELECT number, kind FROM searched WHERE shelf IS NULL"):
            self._delete(transaction, LAYOUTS[kind], "number = ?", (number,))
        last = "SELECT max(number) FROM searched"
        transaction.run(f"DELETE FROM searched WHERE shelf IS NULL AND number < ({last})")

    def _delete(self, transaction: Transaction, layout: Layout, which: str, values: Sequence[Any]) -> bool:
        """Take documents away; whether there were any."""
        seqs = [seq for (seq,) in transaction.run(f"SELECT seq FROM {layout.name} WHERE {which}", values)]
        self._dialect.delete(transaction, layout, seqs)
        for table in (layout.labels, *map(layout.vectors, SIDES), layout.name):
            transaction.many(f"DELETE FROM {table} WHERE seq = ?", ((seq,) for seq in seqs))
        return bool(seqs)
