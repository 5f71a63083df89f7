"""A document, as search shows it, as rows of the tables of search: every path is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scenario_mock.search.fields import Path, date_of, number_of, text_of, values
from scenario_mock.search.words import words

from .layout import MARK, Layout, label

Document = Mapping[str, Any]
Words = tuple[str, ...]
_READ: dict[str, Callable[[Any], Any]] = {"string": text_of, "number": number_of, "date": date_of, "string[]": text_of}
NEVER_RATED = -1.0
PLACES = 1 << 42
"""More milliseconds than there are between 1970 and 2100."""


@dataclass(frozen=True)
class Label:
    """One item of an array field, and its words between spaces."""

    field: str
    value: str
    words: str


class Read:
    """One document, read."""

    def __init__(self, layout: Layout, document: Document) -> None:
        self._layout, self._document = layout, document
        self._values: dict[Path, list[Any]] = {}

    @property
    def id(self) -> str:
        """Its id."""
        return str(self._document["id"])

    @property
    def columns(self) -> list[Any]:
        """What the columns of its fields hold, in the layout's order."""
        return [self._column(path, kind) for path, kind in self._layout.readings]

    def _column(self, path: Path, kind: str) -> Any:
        value: Any = self._document
        for name in path:  # nearly all values lie in plain objects
            if not isinstance(value, dict):
                break
            value = value.get(name)
        else:
            if value is None or value == "":
                return "" if kind == "string[]" else None
            if not isinstance(value, list | tuple | dict) and kind != "string[]":
                return _READ[kind](value)
        found, read = self._at(path), _READ[kind]
        if kind == "string[]":
            items = [item for item in map(text_of, found) if item is not None]
            return MARK + "".join(label(item)[1:] for item in items if item) if items else ""
        return next((known for item in found if (known := read(item)) is not None), None)

    @property
    def labels(self) -> Iterator[Label]:
        """The items of all array fields, each once a field."""
        for name, path in self._layout.arrays:
            for item in dict.fromkeys(filter(None, map(text_of, self._at(path)))):
                yield Label(name, item, f" {' '.join(words(item))} ")

    @cached_property
    def texts(self) -> list[Sequence[Words]]:
        """For each path of the layout's texts the words of each item."""
        return [
            [words(text) for text in map(text_of, found) if text] if (found := self._at(path)) else []
            for path in self._layout.texts
        ]

    @property
    def spelled(self) -> set[str]:
        """Every word of the texts that a query looks at."""
        return {word for items in self.texts[: len(self._layout.table.text)] for item in items for word in item}

    @property
    def place(self) -> int:
        """A number that is smaller the more popular it is and, for equally popular ones, the newer it is."""
        score = number_of(self._document.get("score"))
        rated = NEVER_RATED if score is None else min(max(score, 0.0), 1000.0)
        created = date_of(self._document.get("createdAt")) or 0.0
        return round((1000 - rated) * 100) * PLACES + PLACES - 1 - min(max(int(created), 0), PLACES - 1)

    def _at(self, path: Path) -> list[Any]:
        found = self._values.get(path)
        if found is None:
            found = self._values[path] = values(self._document, path)
        return found
