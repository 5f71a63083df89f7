"""The tables of search in the store's database, made from the two field tables of the filter language.

| table | a row is | columns |
|---|---|---|
| `search_assets`, `search_models` | one document | a column for each filterable field, its `place` by default |
| `…_labels` | one item of an array field | the item, and its words |
| `…_meaning`, `…_look` | what a document means, or looks like | a vector of 32-bit floats, as the engine has them |

The texts lie where the engine's full-text search has them (`sqlite`, `postgres`). `number` is the number of
the shelf (`searched` of the store), `seq` that of the document, ascending as they are read.

A string field is a column of text, a number one of floats, a date one of milliseconds since the epoch; NULL is empty.
An array is a column of text, too: every item between two marks (`label`), nothing when it is empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from scenario_mock.search import ASSETS, MODELS, Field, Table
from scenario_mock.search.fields import Path

Side = Literal["meaning", "look"]
SIDES: tuple[Side, ...] = ("meaning", "look")
KINDS = {"string": "TEXT", "number": "REAL", "date": "REAL", "string[]": "TEXT"}
COLUMN = re.compile(r"\bs\.(f_\w+)")
MARK, ESCAPE = "\x1f", "\x1e"
PLACE = "place"
"""Ascending: the most popular first, then the newest. Ids decide what is left."""


@dataclass(frozen=True, eq=False)  # there are two, each is itself
class Layout:
    """Where the documents of one table lie."""

    table: Table
    name: str
    """Of its main table."""
    indexed: tuple[str, ...]
    """Fields that are asked for often enough to have an index each."""
    leading: tuple[str, ...]
    """Fields with an index that begins with them, greatest first, then has the place, then all of `wide`: an order can
    go along it, a bound can begin and end in it, and what filters ask of most is read without the documents' rows."""
    wide: tuple[str, ...]
    """What filters ask of most."""

    @cached_property
    def fields(self) -> dict[str, str]:
        """Column of each filterable field and, where no filter knows it, of each sortable one."""
        return {name: f"f_{name.replace('.', '_')}" for name in {**self.table.fields, **self.table.sortable}}

    @cached_property
    def types(self) -> dict[str, Field]:
        """Each of those fields."""
        return {**self.table.sortable, **self.table.fields}

    @cached_property
    def texts(self) -> tuple[Path, ...]:
        """Every path with text: first those that a query looks at, in its order, then what only filters do."""
        others = [field.path for field in self.table.fields.values() if field.type in ("string", "string[]")]
        return tuple(dict.fromkeys([*self.table.text, *others]))

    @cached_property
    def readings(self) -> tuple[tuple[Path, str], ...]:
        """Path and type of what each of the columns holds."""
        return tuple((self.types[name].path, self.types[name].type) for name in self.fields)

    @cached_property
    def arrays(self) -> tuple[tuple[str, Path], ...]:
        """Name and path of each array field."""
        return tuple((name, field.path) for name, field in self.table.fields.items() if field.type == "string[]")

    @property
    def labels(self) -> str:
        """The table with the items of arrays."""
        return f"{self.name}_labels"

    def vectors(self, side: Side) -> str:
        """The table with the vectors of one side."""
        return f"{self.name}_{side}"

    def tables(self, types: dict[str, str], vector_types: dict[Side, str]) -> list[str]:
        """The statements that make the tables but those of the texts."""
        key = f"seq {types['SERIAL']} PRIMARY KEY"
        columns = [f"{column} {types[KINDS[self.types[name].type]]}" for name, column in self.fields.items()]
        text, number = types["TEXT"], types["INTEGER"]
        return [
            f"CREATE TABLE IF NOT EXISTS {self.name} ({key}, number {number}, id {text}, {PLACE} {number}, "
            f"{', '.join(columns)})",
            f"CREATE TABLE IF NOT EXISTS {self.labels} (number {number}, field {text}, value {text}, seq {number}, "
            f"words {text}, PRIMARY KEY (number, field, value, seq))",
            # A table each: the vectors of one side are read one after the other, without those of the other.
            *(
                f"CREATE TABLE IF NOT EXISTS {self.vectors(side)} (seq {number} PRIMARY KEY, vector {type_})"
                for side, type_ in vector_types.items()
            ),
        ]

    def indexes(self, descending: str, wide: bool) -> list[str]:
        """The statements that make the indexes; `descending` puts NULL last, `wide` adds what the layout calls so."""
        leading = [self.fields[name] for name in self.leading]
        beside = {column: self._beside(column) if wide else [] for column in leading}
        return [
            self._index("place", f"number, {PLACE}, id"),
            self._index("ids", "number, id"),
            self._index("label_rows", "seq", self.labels),
            *(self._index(column, f"number, {column}") for column in map(self.fields.__getitem__, self.indexed)),
            *(
                self._index(column, ", ".join(["number", f"{column} {descending}", PLACE, *beside[column]]))
                for column in leading
            ),
        ]

    def without_indexes(self) -> list[str]:
        """The statements that take the indexes away: many documents are read faster then."""
        columns = [self.fields[name] for name in (*self.indexed, *self.leading)]
        return [f"DROP INDEX IF EXISTS {self.index_name(name)}" for name in ("place", "ids", "label_rows", *columns)]

    def is_covered(self, condition: str) -> bool:
        """Whether the index of a leading field has all that a condition asks of."""
        return set(COLUMN.findall(condition)) <= {self.fields[name] for name in self.wide}

    def index_name(self, column: str) -> str:
        """The index that begins with a column."""
        return f"{self.name}_{column}"

    def _beside(self, leading: str) -> list[str]:
        """The columns of `wide` without one of them."""
        return [column for column in map(self.fields.__getitem__, self.wide) if column != leading]

    def _index(self, column: str, columns: str, table: str = "") -> str:
        return f"CREATE INDEX IF NOT EXISTS {self.index_name(column)} ON {table or self.name} ({columns})"


def label(item: str) -> str:
    """An item of an array as its column has it, between marks."""
    plain = item.replace(ESCAPE, f"{ESCAPE}0").replace(MARK, f"{ESCAPE}1")
    return f"{MARK}{plain}{MARK}"


LAYOUTS = {
    "assets": Layout(
        ASSETS,
        "search_assets",
        indexed=("modelId",),
        leading=("createdAt", "updatedAt", "width", "height", "size", "numInferenceSteps"),
        wide=tuple(
            "width height kind size createdAt numInferenceSteps guidance tags collectionIds nsfw updatedAt".split()
        ),
    ),
    "models": Layout(
        MODELS,
        "search_models",
        indexed=(),
        leading=("createdAt", "updatedAt"),
        wide=tuple("type capabilities tags trainingImagesNumber createdAt updatedAt source privacy".split()),
    ),
}
