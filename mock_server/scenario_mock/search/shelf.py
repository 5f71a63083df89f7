"""Indexes of the shelves that are searched, kept in step with the rows that the shelves hold.

A shelf says by its version whether it was written to. Then its rows are compared with those that the index has, by a
hash of their JSON: what is new or changed is added, what is gone or was replaced will never exist again. Reading a row
costs ten times what comparing it does, and a shelf of a thousand rows is written to with every job.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from scenario_mock.encoding import decode, encode

from .fields import ASSETS, MODELS, Table
from .hits import asset_hit, model_hit
from .index import NEVER, Entry, Index
from .run import Document

MAX_SHELVES = 16  # of each kind; the one that was not searched for the longest time makes room


class ShelfRow(NamedTuple):  # thousands are made at a time, and a tuple is three times as quick as a dataclass
    """A row as it is stored: from when on it exists (Unix milliseconds), its JSON, a model's popularity (0 to 100)."""

    id: str
    visible_ms: float
    body: bytes
    score: float = 0.0


Mark = tuple[int, float, float]  # hash of the JSON, visible_ms, score


@dataclass
class _Shelf:
    index: Index
    version: Hashable = None
    marks: dict[str, Mark] = field(default_factory=dict)
    retired: int = 0


class SearchShelves:
    """The indexes of one kind of things, one for each shelf."""

    def __init__(self, table: Table, hit: Callable[[ShelfRow], Document]) -> None:
        """`hit` makes of a row what search shows of it; it has the row's id."""
        self._table, self._hit = table, hit
        self._shelves: dict[str, _Shelf] = {}

    def index(self, name: str, version: Hashable, rows: Callable[[], Iterable[ShelfRow]]) -> Index:
        """The index of the shelf `name`; `rows` gives all its rows and is called when `version` is not the last one."""
        shelf = self._shelves.pop(name, None) or _Shelf(Index(self._table))
        if version is None or shelf.version != version:
            shelf = self._synced(shelf, list(rows()))
            shelf.version = version
        self._shelves[name] = shelf
        if len(self._shelves) > MAX_SHELVES:
            del self._shelves[next(iter(self._shelves))]
        return shelf.index

    def _synced(self, shelf: _Shelf, rows: list[ShelfRow]) -> _Shelf:
        marks = {row.id: (hash(row.body), row.visible_ms, row.score) for row in rows}
        gone = [row_id for row_id, mark in shelf.marks.items() if marks.get(row_id) != mark]
        if shelf.retired + len(gone) > len(rows):  # more than half of the index would be what exists no more
            shelf, gone = _Shelf(Index(self._table)), []
        for row_id in gone:
            shelf.index.retime(row_id, NEVER)
        new = (row for row in rows if shelf.marks.get(row.id) != marks[row.id])
        shelf.index.add(self._entry(row) for row in new)
        shelf.marks, shelf.retired = marks, shelf.retired + len(gone)
        return shelf

    def _entry(self, row: ShelfRow) -> Entry:
        hit = self._hit(row)
        # A copy: orjson's own bytes keep the room in which they were written, which is kilobytes for each.
        return Entry(hit, row.visible_ms, memoryview(encode(hit)).tobytes())


def asset_shelves() -> SearchShelves:
    """Indexes of assets."""
    return SearchShelves(ASSETS, lambda row: asset_hit(decode(row.body)))


def model_shelves() -> SearchShelves:
    """Indexes of models."""
    return SearchShelves(MODELS, lambda row: model_hit(decode(row.body), row.score))


def with_team(hit: bytes, team_id: str) -> bytes:
    """A hit's JSON with the caller's team, the one field that hangs on who asks."""
    return b'{"teamId":' + encode(team_id) + b"," + hit[1:]
