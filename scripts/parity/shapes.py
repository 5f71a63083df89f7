"""What both sides are read into, so that they can be compared: shapes of data, and operations made of them.

A shape says which JSON types a value may have, which values are known, which fields an object has, what an array's
elements and a map's values look like. Formats, bounds and texts are left out: the SDK's types do not have them.
Shapes of recursive types are cyclic graphs; whoever walks them must remember where it has been.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(eq=False)
class Shape:
    """One kind of value. No types at all: anything goes. `extra` is the shape of a map's values."""

    types: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    fields: dict[str, Field] = field(default_factory=dict)
    items: Shape | None = None
    extra: Shape | None = None

    @property
    def is_free(self) -> bool:
        """Says nothing about its content: `object` in the SDK, `{}` or a bare `type: object` in the contract."""
        shape: Shape | None = self
        seen: set[int] = set()
        while shape is not None and id(shape) not in seen:
            seen.add(id(shape))
            if shape.fields or shape.items or shape.values or shape.types - {"object"}:
                return False
            shape = shape.extra
        return True

    def become(self, other: Shape) -> None:
        """Take over everything of `other`: fills the placeholder of a type that contains itself."""
        self.types, self.values, self.fields = other.types, other.values, other.fields
        self.items, self.extra = other.items, other.extra


@dataclass(frozen=True)
class Field:
    """A named place for a value: a parameter, a body, a property."""

    shape: Shape
    required: bool = False


@dataclass(frozen=True)
class Operation:
    """One operation of either side. Parameters are keyed by place and wire name: `query.pageSize`, `path.modelId`."""

    parameters: Mapping[str, Field]
    body: Field | None
    response: Shape | None


def scalar(kind: str) -> Shape:
    """A string, a number or a boolean. Integers are numbers: the vendor's generator calls every count a float."""
    return Shape(types=frozenset({"number" if kind == "integer" else kind}))


def known_values(values: Iterable[object]) -> Shape:
    """An enumeration; its values are kept as JSON would print them, strings without quotes."""
    listed = [value for value in values if value is not None]
    words = frozenset(str(value).lower() if isinstance(value, bool) else str(value) for value in listed)
    return Shape(types=frozenset(json_type(value) for value in listed), values=words)


def json_type(value: object) -> str:
    """The JSON type of a scalar."""
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else "string"


def merged(shapes: list[Shape], *, every: bool) -> Shape:
    """The shapes as one: all of them hold at once (`every`, as allOf), or one of them does (a union).

    A field of a union is required only where each alternative requires it.
    """
    if len(shapes) == 1:
        return shapes[0]
    if not every and any(not shape.types for shape in shapes):
        return Shape()
    names = dict.fromkeys(name for shape in shapes for name in shape.fields)
    return Shape(
        types=frozenset().union(*(shape.types for shape in shapes)),
        values=frozenset().union(*(shape.values for shape in shapes)),
        fields={name: _merged_field(name, shapes, every=every) for name in names},
        items=_merged_part([shape.items for shape in shapes if shape.items], every=every),
        extra=_merged_part([shape.extra for shape in shapes if shape.extra], every=every),
    )


def _merged_field(name: str, shapes: list[Shape], *, every: bool) -> Field:
    found = [shape.fields[name] for shape in shapes if name in shape.fields]
    required = [name in shape.fields and shape.fields[name].required for shape in shapes]
    return Field(merged([one.shape for one in found], every=every), any(required) if every else all(required))


def _merged_part(parts: list[Shape], *, every: bool) -> Shape | None:
    return merged(parts, every=every) if parts else None


def route(method: str, path: str) -> str:
    """Identity of an operation on both sides: `GET /models/{}`, since the sides name their placeholders differently."""
    return f"{method.upper()} {re.sub(r'{[^}]*}', '{}', path)}"
