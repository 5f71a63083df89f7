"""How two answers to one request differ in shape: fields, types, words of enumerations. Values as such do not count.

| kind | what |
|---|---|
| `missing` | a field that the recording has and the mock has not |
| `extra` | the other way round |
| `type` | JSON types with nothing in common |
| `word` | the recording has a word that the contract does not list |
| `other-word` | outside of lists, another word of an enumeration |

Rows of a list, and the values of an object with free keys, are looked at together: a field counts when all rows of one
side have it and none of the other. Where one side has no rows nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..contract import Contract, Operation
from ..flat import flatten

ROWS = "*"
MOVING = "status"
"""The field whose word depends on when one asks; a job's end does not."""
ENDS = frozenset({"success", "failure", "canceled"})
MOST_WORDS = 5

Schemas = Sequence[Mapping[str, Any]]
"""The flat schemas that a place may have, one for each alternative; empty where the contract says nothing."""


@dataclass
class Shape:
    """What stands at one place, over all rows."""

    count: int = 0
    """How many values were looked at."""
    objects: int = 0
    """How many of them were objects."""
    types: set[str] = field(default_factory=set)
    fields: dict[str, Shape] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Unlike:
    """One difference: `at` is a JSON pointer, with `*` for all rows of a list or all free keys."""

    kind: str
    at: str
    recorded: str
    came: str


class Shaper:
    """Compares answers under one contract."""

    def __init__(self, contract: Contract) -> None:
        self._schemas: Mapping[str, Any] = contract.schemas
        self._flat: dict[int, tuple[Mapping[str, Any], Schemas]] = {}

    def differences(self, operation: Operation, status: int, recorded: Any, came: Any) -> list[Unlike]:
        """How `came` differs in shape from `recorded`, both bodies of answers with this status."""
        schema = operation.responses.get(str(status), operation.responses.get("default"))
        schemas = self._alternatives(schema) if schema is not None else ()
        return list(self._compared(self._shape(recorded, schemas), self._shape(came, schemas), schemas, ""))

    def _shape(self, value: Any, schemas: Schemas, into: Shape | None = None) -> Shape:
        shape = into if into is not None else Shape()
        shape.count += 1
        shape.types.add(_type(value))
        if isinstance(value, Mapping):
            shape.objects += 1
            free = _has_free_keys(schemas)
            for name, part in value.items():
                place = ROWS if free else name
                shape.fields[place] = self._shape(part, self._below(schemas, place), shape.fields.get(place))
        elif isinstance(value, list):
            for part in value:
                shape.fields[ROWS] = self._shape(part, self._below(schemas, ROWS), shape.fields.get(ROWS))
        elif isinstance(value, str) and _words(schemas):
            shape.words.add(value)
        return shape

    def _compared(self, recorded: Shape, came: Shape, schemas: Schemas, at: str) -> Iterator[Unlike]:
        if not recorded.types & came.types:
            yield Unlike("type", at, _listed(recorded.types), _listed(came.types))
            return
        yield from _unlike_words(recorded.words, came.words, _words(schemas), at)
        for name in [*recorded.fields, *(name for name in came.fields if name not in recorded.fields)]:
            mine, theirs, place = recorded.fields.get(name), came.fields.get(name), f"{at}/{name}"
            if mine is not None and theirs is not None:
                yield from self._compared(mine, theirs, self._below(schemas, name), place)
            elif name != ROWS:
                yield from _lonely(mine, recorded, "missing", place)
                yield from _lonely(theirs, came, "extra", place)

    def _below(self, schemas: Schemas, name: str) -> Schemas:
        found: list[Mapping[str, Any]] = []
        for schema in schemas:
            rows = schema.get("items") if "items" in schema else schema.get("additionalProperties")
            part = schema.get("properties", {}).get(name) or (rows if name == ROWS else None)
            if isinstance(part, Mapping):
                found += self._alternatives(part)
        return found

    def _alternatives(self, schema: Mapping[str, Any]) -> Schemas:
        """The flat schemas that `schema` stands for; kept by identity, as the schemas belong to the contract."""
        if id(schema) not in self._flat:
            flat = flatten(schema, self._schemas, "", [])
            parts = [one for part in flat.pop("anyOf", ()) for one in self._alternatives(part)]
            self._flat[id(schema)] = schema, [flat, *parts]
        return self._flat[id(schema)][1]


def _lonely(shape: Shape | None, around: Shape, kind: str, at: str) -> Iterator[Unlike]:
    """The difference that a field makes which one side alone has, when all its rows have it."""
    if shape is not None and shape.count == around.objects:
        types = _listed(shape.types)
        yield Unlike(kind, at, types, "nothing") if kind == "missing" else Unlike(kind, at, "nothing", types)


def _unlike_words(recorded: set[str], came: set[str], listed: frozenset[str], at: str) -> Iterator[Unlike]:
    """Differences of the words of one enumeration."""
    if recorded - listed:
        yield Unlike("word", at, _listed(recorded - listed), "not in the contract")
    in_rows = f"/{ROWS}" in at
    moving = at.endswith(f"/{MOVING}") and not recorded <= ENDS
    if recorded and came and recorded != came and not in_rows and not moving:
        yield Unlike("other-word", at, _listed(recorded), _listed(came))


def _words(schemas: Schemas) -> frozenset[str]:
    """The words that the enumerations at a place list; empty where any text may stand."""
    listed: set[str] = set()
    for schema in schemas:
        for keyword in ("enum", "x-extensible-enum", "x-enum-legacy", "x-enum-retired"):
            listed.update(word for word in schema.get(keyword, ()) if isinstance(word, str))
    return frozenset(listed)


def _has_free_keys(schemas: Schemas) -> bool:
    return any("additionalProperties" in schema and not schema.get("properties") for schema in schemas)


def _type(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "string" if isinstance(value, str) else "array" if isinstance(value, list) else "object"


def _listed(words: Any) -> str:
    ordered = sorted(words)
    return ", ".join(ordered[:MOST_WORDS]) + (" …" if len(ordered) > MOST_WORDS else "") if ordered else "nothing"
