"""Read the SDK's Python types into shapes.

Requests are TypedDicts whose wire names stand in an `Annotated[…, PropertyInfo(alias=…)]`, answers are pydantic models
with aliases; both nest. Nothing is imported from the SDK here: what matters is recognized by its form.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any

import typing_extensions

from .shapes import Field, Shape, known_values, merged, scalar

SCALARS: Mapping[Any, str] = {
    str: "string",
    bytes: "string",
    datetime: "string",
    date: "string",
    bool: "boolean",
    int: "number",
    float: "number",
}
REQUIRED = (typing.Required, typing_extensions.Required)
OPTIONAL = (typing.NotRequired, typing_extensions.NotRequired)
ANNOTATED = (typing.Annotated, typing_extensions.Annotated)
LITERAL = (typing.Literal, typing_extensions.Literal)
LISTS = {"list", "List", "tuple", "Sequence", "Iterable", "SequenceNotStr"}
MAPS = {"dict", "Dict", "Mapping"}


class UnknownTypeError(Exception):
    """A type of the SDK that this reader was not written for; the text names it."""


@dataclass(frozen=True)
class _Marks:
    """What wraps a TypedDict's field: its wire name, and whether it says that it is required or not."""

    alias: str | None = None
    required: bool | None = None


@dataclass
class TypeReader:
    """Turns types into shapes; each class is read once, so recursive ones become cycles."""

    named: dict[Any, Shape] = field(default_factory=dict)

    def shape(self, hint: Any) -> Shape:
        """The shape of any type hint. Raises UnknownTypeError."""
        hint, _ = unwrap(hint)
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if hint is object or hint is Any:
            return Shape()
        if hint in SCALARS:
            return scalar(SCALARS[hint])
        if origin in LITERAL:
            return known_values(arguments)
        if origin is typing.Union or origin is UnionType:
            present = [one for one in arguments if one is not NoneType]
            return merged([self.shape(one) for one in present], every=False)
        name = getattr(origin or hint, "__name__", str(hint))
        if name in LISTS:
            return Shape(types=frozenset({"array"}), items=self.shape(arguments[0] if arguments else Any))
        if name in MAPS:
            return Shape(types=frozenset({"object"}), extra=self.shape(arguments[1] if arguments else Any))
        if is_model(hint) or typing_extensions.is_typeddict(hint):
            return self._named(hint)
        raise UnknownTypeError(f"the SDK uses a type that is not understood: {hint}")

    def _named(self, cls: Any) -> Shape:
        if cls not in self.named:
            self.named[cls] = Shape()
            fields = {wire: Field(self.shape(hint), required) for _, wire, hint, required in fields_of(cls)}
            self.named[cls].become(Shape(types=frozenset({"object"}), fields=fields))
        return self.named[cls]


def is_model(hint: Any) -> bool:
    """A pydantic model class."""
    return isinstance(hint, type) and hasattr(hint, "model_fields")


def fields_of(cls: Any) -> Iterator[tuple[str, str, Any, bool]]:
    """Python name, wire name, type and requiredness of each field of a model or TypedDict."""
    if is_model(cls):
        for name, info in cls.model_fields.items():
            yield name, info.alias or name, info.annotation, info.is_required()
        return
    for name, hint in typing_extensions.get_type_hints(cls, include_extras=True).items():
        _, marks = unwrap(hint)
        # __required_keys__ is no help: it is empty in modules that postpone the evaluation of annotations.
        yield name, marks.alias or name, hint, cls.__total__ if marks.required is None else marks.required


def unwrap(hint: Any) -> tuple[Any, _Marks]:
    """`hint` without Required, NotRequired and Annotated, and what these said."""
    alias, required = None, None
    while True:
        origin = typing.get_origin(hint)
        if origin in REQUIRED or origin in OPTIONAL:
            required = origin in REQUIRED
        elif hasattr(hint, "__metadata__"):
            alias = next((mark.alias for mark in hint.__metadata__ if getattr(mark, "alias", None)), alias)
        else:
            return hint, _Marks(alias, required)
        hint = typing.get_args(hint)[0]
