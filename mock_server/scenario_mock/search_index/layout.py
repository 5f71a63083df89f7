"""The tables of search in the store's database, made from the two field tables of the filter language.

| table | a row is | columns |
|---|---|---|
| `search_assets`, `search_models` | one document | a column for each filterable field, its `place` by default |
| `…_labels` | one item of an array field | the item, and its words |
| `…_vectors` | what a document means and looks like | 32-bit floats, as the engine's vector extension has them |

The texts lie where the engine's full-text search has them (`sqlite`, `postgres`). `number` is the number of
the shelf (`searched` of the store), `seq` that of the document, ascending as they are read.

A string field is a column of text, a number one of floats, a date one of milliseconds since the epoch, an array one of
how many items it has; NULL is empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from scenario_mock.search import ASSETS, MODELS, Field, Table
from scenario_mock.search.fields import Path

KINDS = {"string": "TEXT", "number": "REAL", "date": "REAL", "string[]": "INTEGER"}
WIDE = "wide"
COLUMN = re.compile(r"\bs\.(f_\w+)")
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
    wide: tuple[str, ...]
    """Fields that one index has together: what filters ask of most, read in one go without the documents' rows."""
    ordered: tuple[str, ...]
    """Sortable fields with an index, greatest first, then by place."""

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

    @property
    def vectors(self) -> str:
        """The table with vectors."""
        return f"{self.name}_vectors"

    def ddl(self, types: dict[str, str], vector_types: tuple[str, str], descending: str) -> list[str]:
        """The statements that make the tables but those of the texts; `descending` puts NULL last in an index."""
        key = f"seq {types['SERIAL']} PRIMARY KEY"
        columns = [f"{column} {types[KINDS[self.types[name].type]]}" for name, column in self.fields.items()]
        text, number = types["TEXT"], types["INTEGER"]
        return [
            f"CREATE TABLE IF NOT EXISTS {self.name} ({key}, number {number}, id {text}, {PLACE} {number}, "
            f"{', '.join(columns)})",
            f"CREATE TABLE IF NOT EXISTS {self.labels} (number {number}, field {text}, value {text}, seq {number}, "
            f"words {text}, PRIMARY KEY (number, field, value, seq))",
            f"CREATE TABLE IF NOT EXISTS {self.vectors} (seq {number} PRIMARY KEY, "
            f"meaning {vector_types[0]}, look {vector_types[1]})",
            self._index("place", f"number, {PLACE}, id"),
            self._index("ids", "number, id"),
            self._index("label_rows", "seq", self.labels),
            self._index(WIDE, f"number, {', '.join(map(self.fields.__getitem__, self.wide))}"),
            *(self._index(column, f"number, {column}") for column in map(self.fields.__getitem__, self.indexed)),
            *(
                self._index(column, f"number, {column} {descending}, {PLACE}")
                for column in map(self.fields.__getitem__, self.ordered)
            ),
        ]

    def wide_index(self, condition: str) -> str:
        """The wide index, if it has all the fields that a condition asks of; else ""."""
        asked = set(COLUMN.findall(condition))
        return self.index_name(WIDE) if asked <= {self.fields[name] for name in self.wide} else ""

    def index_name(self, column: str) -> str:
        """The index that begins with a column."""
        return f"{self.name}_{column}"

    def _index(self, column: str, columns: str, table: str = "") -> str:
        return f"CREATE INDEX IF NOT EXISTS {self.index_name(column)} ON {table or self.name} ({columns})"


LAYOUTS = {
    "assets": Layout(
        ASSETS,
        "search_assets",
        indexed=("modelId",),
        wide=tuple(
            "width height kind size createdAt numInferenceSteps guidance tags collectionIds nsfw updatedAt".split()
        ),
        ordered=("createdAt", "updatedAt", "width", "height"),
    ),
    "models": Layout(
        MODELS,
        "search_models",
        indexed=(),
        wide=tuple("type capabilities tags trainingImagesNumber createdAt updatedAt source privacy".split()),
        ordered=("createdAt", "updatedAt"),
    ),
}
