"""Searches over documents that a test makes up, on a real engine: what the definition is compared with."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from scenario_mock.search import Senses as Definition
from scenario_mock.search import Table
from scenario_mock.search_index import Asked, Finder, Pictures, Seen, Senses
from scenario_mock.store import PUBLIC, Engine, open_engine

Document = dict[str, Any]
NOW_MS = 1_800_000_000_000


class Library:
    """Shelves of documents in one database, each filled once. Rows are what search shows."""

    def __init__(self, engine: Engine | None = None) -> None:
        self.engine = engine or open_engine(None)
        self.finder = Finder(self.engine, shown=lambda kind, row, place: row)
        self._shelves = 0
        with self.engine.write() as transaction:
            transaction.run("INSERT INTO shelves (shelf, counter) VALUES (?, 0)", (PUBLIC,))

    def hold(self, table: Table, documents: Sequence[Document]) -> str:
        """A new shelf with these documents; its name."""
        self._shelves += 1
        shelf = f"shelf {self._shelves}"
        with self.engine.write() as transaction:
            transaction.run("INSERT INTO shelves (shelf, counter) VALUES (?, 0)", (shelf,))
        self.add(table, shelf, documents)
        return shelf

    def add(self, table: Table, shelf: str, documents: Sequence[Document]) -> None:
        """More documents on a shelf that was not searched yet."""
        more = "hidden, visible_ms" if table.name == "assets" else "privacy, place"
        with self.engine.write() as transaction:
            transaction.many(
                f"INSERT INTO {table.name} (shelf, id, created_ms, body, {more}) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (
                        shelf,
                        each["id"],
                        number,
                        json.dumps(each).encode(),
                        *((0, 0) if table.name == "assets" else ("private", number)),
                    )
                    for number, each in enumerate(documents)
                ],
            )

    def search(
        self, table: Table, shelf: str, body: dict[str, Any], senses: Definition | None = None, **more: Any
    ) -> dict[str, Any]:
        """The answer, as `scenario_mock.search.run` gives it."""
        known = senses or Definition()
        found = self.finder.find(
            Asked(table.name, shelf, None, NOW_MS),
            body,
            Senses(known.query, _each(known.meaning), _each(known.look)),
            lambda: Pictures(known.like, known.unlike),
            **more,
        )
        return {"hits": [json.loads(hit) for hit in found.hits], **found.envelope}


def _each(
    sense: Callable[[Any], Sequence[float] | None],
) -> Callable[[Sequence[Seen]], list[Sequence[float] | None]]:
    return lambda things: [sense(thing.hit) for thing in things]
