"""Compare the two sides, operation by operation, down to every nested field and known value.

Paths read like `response.models[].inputs[].required.conditional.operator`: `[]` are the elements of an array, `{}` the
values of a map. What hangs below a place that one side does not describe at all is not listed again: one difference.

| kind | what differs | side |
|---|---|---|
| operation | one side does not have the operation | who has it |
| field | a parameter, a body, a field | who has it |
| value | one known value of an enumeration | who lists it |
| enum | one side lists values, the other takes any | who lists them |
| form | one side describes the place, the other leaves it free | who describes it |
| required | a parameter or body field must be given | who requires it |
| type | JSON types | both |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .sdk_calls import SdkOperation
from .shapes import Field, Operation, Shape
from .spec import SpecOperation

KINDS = ("operation", "field", "value", "enum", "form", "required", "type")
SIDES = ("spec", "sdk", "both")


@dataclass(frozen=True)
class Difference:
    """One thing that one side has and the other lacks."""

    operation: str
    path: str
    kind: str
    side: str
    value: str = ""
    detail: str = ""

    @property
    def place(self) -> str:
        """The path, and for a value the value: `body.mode = video2txt`."""
        return f"{self.path} = {self.value}" if self.kind == "value" else self.path


@dataclass(frozen=True)
class _Place:
    """Where the comparison stands. Answers may leave out what the vendor calls required; requests may not."""

    operation: str
    path: str
    is_request: bool
    trail: tuple[tuple[int, int], ...] = ()

    def at(self, suffix: str) -> _Place:
        return _Place(self.operation, self.path + suffix, self.is_request, self.trail)

    def through(self, sdk: Shape, spec: Shape) -> _Place:
        return _Place(self.operation, self.path, self.is_request, (*self.trail, (id(sdk), id(spec))))

    def differs(self, kind: str, side: str, value: str = "", detail: str = "") -> Difference:
        return Difference(self.operation, self.path, kind, side, value, detail)


def compare(contract: list[SpecOperation], sdk: Mapping[str, SdkOperation]) -> list[Difference]:
    """All differences over the operations of the contract, in its order. `sdk` is keyed by route."""
    differences: list[Difference] = []
    for operation in contract:
        name, other = operation.operation_id, sdk.get(operation.route)
        if other:
            differences += compare_operation(name, other.content, operation.content)
        else:
            differences.append(Difference(name, "operation", "operation", "spec", detail=operation.route))
    return differences


def compare_operation(operation_id: str, sdk: Operation, spec: Operation) -> Iterator[Difference]:
    """The differences of one operation: parameters, body, the answer of status 200."""
    request, answer = _Place(operation_id, "", True), _Place(operation_id, "", False)
    yield from _fields(request, sdk.parameters, spec.parameters)
    yield from _fields(request, _one("body", sdk.body), _one("body", spec.body))
    yield from _fields(answer, _answer(sdk), _answer(spec))


def _one(name: str, part: Field | None) -> dict[str, Field]:
    return {name: part} if part else {}


def _answer(operation: Operation) -> dict[str, Field]:
    return _one("response", Field(operation.response) if operation.response else None)


def _fields(place: _Place, sdk: Mapping[str, Field], spec: Mapping[str, Field]) -> Iterator[Difference]:
    for name in dict.fromkeys([*spec, *sdk]):
        here = place.at(f".{name}" if place.path else name)
        if name not in sdk or name not in spec:
            yield here.differs("field", "spec" if name in spec else "sdk")
            continue
        if place.is_request and sdk[name].required != spec[name].required:
            yield here.differs("required", "spec" if spec[name].required else "sdk")
        yield from compare_shapes(here, sdk[name].shape, spec[name].shape)


def compare_shapes(place: _Place, sdk: Shape, spec: Shape) -> Iterator[Difference]:
    """The differences between two shapes at `place`, and below it."""
    if (id(sdk), id(spec)) in place.trail:
        return
    if sdk.is_free or spec.is_free:
        if not (sdk.is_free and spec.is_free):
            yield place.differs("form", "sdk" if spec.is_free else "spec")
        return
    sdk, spec = _same_on_the_wire(place, sdk, spec)
    if sdk.types != spec.types:
        yield place.differs("type", "both", detail=f"sdk: {_words(sdk.types)}; spec: {_words(spec.types)}")
    yield from _values(place, sdk, spec)
    below = place.through(sdk, spec)
    if sdk.items and spec.items:
        yield from compare_shapes(below.at("[]"), sdk.items, spec.items)
    if "object" in sdk.types & spec.types:
        yield from _objects(below, sdk, spec)


def _objects(place: _Place, sdk: Shape, spec: Shape) -> Iterator[Difference]:
    """Fields against fields, a map's values against a map's; fields against a bare map are one difference."""
    if bool(sdk.fields) != bool(spec.fields):
        yield place.differs("form", "sdk" if sdk.fields else "spec")
        return
    yield from _fields(place, sdk.fields, spec.fields)
    if sdk.extra and spec.extra:
        yield from compare_shapes(place.at("{}"), sdk.extra, spec.extra)


def _values(place: _Place, sdk: Shape, spec: Shape) -> Iterator[Difference]:
    if bool(sdk.values) != bool(spec.values):
        side, values = ("sdk", sdk.values) if sdk.values else ("spec", spec.values)
        yield place.differs("enum", side, detail=", ".join(sorted(values)))
        return
    for value in sorted(sdk.values ^ spec.values):
        yield place.differs("value", "sdk" if value in sdk.values else "spec", value)


def _same_on_the_wire(place: _Place, sdk: Shape, spec: Shape) -> tuple[Shape, Shape]:
    """A list in the query is one comma separated value: the SDK's `str` there may be the contract's array."""
    if place.path.startswith("query."):
        if spec.items and not sdk.items:
            return sdk, spec.items
        if sdk.items and not spec.items:
            return sdk.items, spec
    return sdk, spec


def _words(types: frozenset[str]) -> str:
    return " or ".join(sorted(types))
