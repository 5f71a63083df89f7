"""Schemas taken apart into branches: one for each form that a value may have, of one JSON type, all facets merged.

`$ref` (with keywords beside it), allOf, anyOf, oneOf, type lists, const and OpenAPI 3.0's `nullable` all become the
same normal form, so that two ways to write one thing compare as equal. A schema that says `properties`, `required` or
`items` and no type is read as the object or array that its author meant. `integer` is `number` without fractions.

Whatever is merged stays a `Node`: the parts that all hold at one place. Parts are named by pointers, of which a
document has finitely many; that makes walks over recursive schemas end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .documents import Document, escaped

FAMILIES = ("string", "number", "boolean", "object", "array", "null")
SCALARS = ("string", "number", "boolean", "null")
LOWER = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
UPPER = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}
BOUNDS_OF = {
    "string": ("minLength", "maxLength"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
STRUCTURE = frozenset(
    """$ref allOf anyOf oneOf type enum const nullable properties required additionalProperties items pattern format
    uniqueItems x-extensible-enum""".split()
)
TEXTS = frozenset("title description summary example examples externalDocs xml $comment".split())
MOST_FORMS = 64
"""Forms of one value from which on a document is refused rather than compared for minutes."""


@dataclass(frozen=True)
class Part:
    """A schema as it stands in the document."""

    schema: Any
    pointer: str


Node = tuple[Part, ...]
"""The schemas that all hold at one place; none at all: anything goes."""


@dataclass(frozen=True)
class Branch:
    """One form of a value. Enumerated values are JSON texts; `extra` is None where no other field may be,
    and empty where nothing is said about other fields."""

    family: str
    pointer: str = ""
    name: str = ""
    values: frozenset[str] | None = None
    known: frozenset[str] | None = None
    whole: bool = False
    bounds: Mapping[str, float] = field(default_factory=dict)
    patterns: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    properties: Mapping[str, Node] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    extra: Node | None = ()
    items: Node = ()
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Allows every value of its type."""
        says = (self.properties, self.required, self.items, self.bounds, self.patterns, self.formats, self.others)
        is_open = self.extra is not None and all(part.schema in (True, {}) for part in self.extra)
        return self.values is None and is_open and not self.whole and not any(says)


FREE = tuple(Branch(family) for family in FAMILIES)


class Schemas:
    """The schemas of one document as branches and facts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._branches: dict[str, tuple[Branch, ...]] = {}
        self._united: dict[tuple[str, ...], tuple[Branch, ...]] = {}
        self._facts: dict[str, dict[str, Any]] = {}

    def branches(self, node: Node) -> tuple[Branch, ...]:
        """All forms of a value that every part of `node` allows."""
        key = tuple(part.pointer for part in node)
        if key not in self._united:
            found = FREE
            for part in node:
                found = _both(found, self._part(part, ()))
            self._united[key] = _united(found)
        return self._united[key]

    def facts(self, node: Node) -> dict[str, Any]:
        """What is said about the value beside its form: defaults, `deprecated`, `x-...`; the nearest word counts."""
        facts: dict[str, Any] = {}
        for part in node:
            if part.pointer not in self._facts:
                self._facts[part.pointer] = self._facts_of(part, ())
            facts.update(self._facts[part.pointer])
        return facts

    def _facts_of(self, part: Part, trail: tuple[str, ...]) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if part.pointer not in trail and isinstance(part.schema, Mapping):
            for conjunct in self._conjuncts(part):
                facts.update(self._facts_of(conjunct, (*trail, part.pointer)))
            facts.update({key: value for key, value in part.schema.items() if _is_fact(key)})
        return facts

    def key(self, node: Node) -> tuple[str, ...]:
        """Names the node: two places that only refer to the same component have the same key."""
        return tuple(sorted({self.settled(part).pointer for part in node}))

    def settled(self, part: Part) -> Part:
        """What a bare reference leads to in the end; any other part is itself."""
        seen = set()
        while isinstance(part.schema, Mapping) and set(part.schema) - TEXTS == {"$ref"} and part.pointer not in seen:
            seen.add(part.pointer)
            part = self._target(part)
        return part

    def _target(self, part: Part) -> Part:
        reference = part.schema["$ref"]
        if not isinstance(reference, str) or not reference.startswith("#/"):
            raise self.document.error(part.pointer, f"the reference {reference!r} leads out of the document")
        return Part(self.document.at(reference[1:], part.pointer), reference[1:])

    def _part(self, part: Part, trail: tuple[str, ...]) -> tuple[Branch, ...]:
        if part.pointer in trail:
            raise self.document.error(part.pointer, "a schema that is made of itself")
        if part.pointer not in self._branches:
            self._branches[part.pointer] = self._made(part, (*trail, part.pointer))
        return self._branches[part.pointer]

    def _made(self, part: Part, trail: tuple[str, ...]) -> tuple[Branch, ...]:
        if isinstance(part.schema, bool):
            return FREE if part.schema else ()
        schema = self.document.mapping(part.schema, part.pointer)
        found = self._own(schema, part.pointer)
        for conjunct in self._conjuncts(part):
            found = _both(found, self._part(conjunct, trail))
        for union in ("anyOf", "oneOf"):
            if union in schema:
                forms = [self._named(form, trail) for form in self._listed(part, union)]
                found = _both(found, _united(branch for form in forms for branch in form))
        if schema.get("nullable") is True and not any(branch.family == "null" for branch in found):
            found = (*found, Branch("null", part.pointer))
        if len(found) > MOST_FORMS:
            raise self.document.error(part.pointer, f"a value of {len(found)} forms, more than {MOST_FORMS}")
        return found

    def _conjuncts(self, part: Part) -> Iterator[Part]:
        if "$ref" in part.schema:
            yield self._target(part)
        yield from self._listed(part, "allOf")

    def _listed(self, part: Part, keyword: str) -> Iterator[Part]:
        pointer = f"{part.pointer}/{keyword}"
        for index, schema in enumerate(self.document.sequence(part.schema.get(keyword, []), pointer)):
            yield Part(schema, f"{pointer}/{index}")

    def _named(self, form: Part, trail: tuple[str, ...]) -> list[Branch]:
        """The branches of one of several forms; a name helps to find the same form in the other document."""
        schema = form.schema if isinstance(form.schema, Mapping) else {}
        name = str(schema.get("$ref") or schema.get("title") or "")
        return [replace(branch, name=name) for branch in self._part(form, trail)]

    def _own(self, schema: Mapping[str, Any], pointer: str) -> tuple[Branch, ...]:
        """What the schema says itself, without those that it combines."""
        if not set(schema) - TEXTS - {"$ref", "allOf", "anyOf", "oneOf"}:
            return FREE
        declared = self._types(schema, pointer)
        return tuple(self._branch(family, schema, pointer, declared) for family in FAMILIES if family in declared)

    def _types(self, schema: Mapping[str, Any], pointer: str) -> dict[str, bool]:
        """Family -> whether numbers must be whole."""
        declared = schema.get("type")
        if declared is None:
            meant = ["object"] * bool({"properties", "additionalProperties"} & set(schema))
            meant += ["array"] * ("items" in schema)
            names = meant or list(FAMILIES)
        else:
            names = [declared] if isinstance(declared, str) else self.document.sequence(declared, f"{pointer}/type")
        unknown = [name for name in names if name not in (*FAMILIES, "integer")]
        if unknown:
            raise self.document.error(f"{pointer}/type", f"{unknown[0]!r} is no JSON type")
        families = {name: False for name in names if name != "integer"}
        if "integer" in names and "number" not in names:
            families["number"] = True
        values = _listed_values(schema)
        if values is not None:
            families = {family: whole for family, whole in families.items() if _of_family(values, family)}
        return families

    def _branch(self, family: str, schema: Mapping[str, Any], pointer: str, families: Mapping[str, bool]) -> Branch:
        values, known = _listed_values(schema), schema.get("x-extensible-enum")
        listed = {key: schema[key] for key in BOUNDS_OF.get(family, ()) if key in schema}
        branch = Branch(
            family,
            pointer,
            values=None if values is None else _of_family(values, family),
            known=(_of_family(known, family) or None) if isinstance(known, list) else None,
            whole=families[family],
            bounds=_bounds(listed),
            others={key: _spelled(value) for key, value in schema.items() if _is_foreign(key)},
        )
        if family in ("string", "number"):
            branch = replace(branch, formats=_words(schema.get("format")))
        if family == "string":
            return replace(branch, patterns=_words(schema.get("pattern")))
        if family == "array":
            unique = {"uniqueItems": 1.0} if schema.get("uniqueItems") is True else {}
            items = (Part(schema["items"], f"{pointer}/items"),) if "items" in schema else ()
            return replace(branch, items=items, bounds={**branch.bounds, **unique})
        return self._object(branch, schema, pointer) if family == "object" else branch

    def _object(self, branch: Branch, schema: Mapping[str, Any], pointer: str) -> Branch:
        properties = self.document.mapping(schema.get("properties", {}), f"{pointer}/properties")
        required = self.document.sequence(schema.get("required", []), f"{pointer}/required")
        extra = schema.get("additionalProperties", True)
        # Said outright (`{}` is often written for "by name, whatever it is"), other fields are known to be unknown.
        stated = "additionalProperties" in schema
        rest = None if extra is False else (Part(extra, f"{pointer}/additionalProperties"),) if stated else ()
        return replace(
            branch,
            properties={
                str(name): (Part(part, f"{pointer}/properties/{escaped(name)}"),) for name, part in properties.items()
            },
            required=frozenset(map(str, required)),
            extra=rest,
        )


def _both(left: Iterable[Branch], right: Iterable[Branch]) -> tuple[Branch, ...]:
    """The forms that both sides allow."""
    if left is FREE:
        return tuple(right)
    if right is FREE:
        return tuple(left)
    theirs = list(right)
    pairs = [(one, other) for one in left for other in theirs if one.family == other.family]
    merged = [_merged(one, other) for one, other in pairs]
    return tuple(branch for branch in merged if branch.values is None or branch.values)


def _merged(one: Branch, other: Branch) -> Branch:
    """What both branches say together. The pointer stays that of the branch which says more."""
    says_more = other if one.is_free and not one.known else one
    return Branch(
        one.family,
        says_more.pointer,
        one.name or other.name,
        values=_common(one.values, other.values),
        known=_common(one.known, other.known),
        whole=one.whole or other.whole,
        bounds=_tightest(one.bounds, other.bounds),
        patterns=one.patterns | other.patterns,
        formats=one.formats | other.formats,
        properties={
            name: _joined(one.properties.get(name, ()), other.properties.get(name, ()))
            for name in {**one.properties, **other.properties}
        },
        required=one.required | other.required,
        extra=None if one.extra is None or other.extra is None else _joined(one.extra, other.extra),
        items=_joined(one.items, other.items),
        others={**one.others, **other.others},
    )


def _united(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    """The branches without what another one covers: lists of values of one type are one list, "any" beats "some"."""
    found: list[Branch] = []
    for branch in branches:
        alike = [one for one in found if one.family == branch.family]
        if branch in alike or any(one.is_free and not one.known for one in alike):
            continue
        if branch.is_free and not branch.known:
            found = [one for one in found if one.family != branch.family]
        same = next(
            (one for one in alike if branch.family in SCALARS and _only_values(one) and _only_values(branch)), None
        )
        if same is not None and same.values is not None and branch.values is not None:
            found[found.index(same)] = replace(same, values=same.values | branch.values)
        else:
            found.append(branch)
    return tuple(found)


def _only_values(branch: Branch) -> bool:
    return branch.values is not None and replace(branch, values=None, whole=False).is_free


def _common(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return other if one is None else one if other is None else one & other


def _joined(one: Node, other: Node) -> Node:
    """The parts of both, each once."""
    return tuple({part.pointer: part for part in (*one, *other)}.values())


def _tightest(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    bounds = dict(one)
    for key, value in other.items():
        bounds[key] = (min if key in UPPER else max)(bounds.get(key, value), value)
    return bounds


def _bounds(listed: Mapping[str, Any]) -> dict[str, float]:
    """Bounds as numbers; `exclusiveMinimum: true`, as OpenAPI 3.0 has it, becomes the bound itself."""
    bounds = {key: value for key, value in listed.items() if _is_number(value)}
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if listed.get(exclusive) is True and bound in bounds:
            bounds[exclusive] = bounds.pop(bound)
    return {key: value for key, value in bounds.items() if value or key not in LOWER or key.endswith("imum")}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _listed_values(schema: Mapping[str, Any]) -> list[Any] | None:
    if "const" in schema:
        return [schema["const"]]
    values = schema.get("enum")
    return values if isinstance(values, list) else None


def _of_family(values: Iterable[Any], family: str) -> frozenset[str]:
    return frozenset(_spelled(value) for value in values if family_of(value) == family)


def family_of(value: Any) -> str:
    """The JSON type of a value; what only YAML has (dates) counts as the text that it is in JSON."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, Mapping):
        return "object"
    return "array" if isinstance(value, list) else "string"


def _spelled(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _words(value: Any) -> frozenset[str]:
    return frozenset() if value is None else frozenset([str(value)])


def _is_fact(key: Any) -> bool:
    return str(key).startswith("x-") or key in ("default", "deprecated", "readOnly", "writeOnly")


def _is_foreign(key: Any) -> bool:
    known = STRUCTURE | TEXTS | LOWER | UPPER | {"multipleOf"}
    return key not in known and not _is_fact(key)
