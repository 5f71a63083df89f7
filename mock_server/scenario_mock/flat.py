"""Schemas without `$ref` and `allOf`: one mapping of keywords that allows what the parts allow together.

Refuses what cannot be understood or combined; `SchemaError` names the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .contract import UNDERSTOOD

Schema = Mapping[str, Any]

REF = "#/components/schemas/"

_TIGHTER = {
    "minimum": max, "exclusiveMinimum": max, "minLength": max, "minItems": max,
    "maximum": min, "exclusiveMaximum": min, "maxLength": min, "maxItems": min,
}  # fmt: skip
_LAST_WINS = frozenset({"description", "title", "example", "examples", "deprecated"})


class SchemaError(ValueError):
    """A schema that no value can be made for, with the place where it stands."""

    def __init__(self, context: str, detail: str) -> None:
        super().__init__(f"{context or 'schema'}: {detail}")
        self.context = context


def flatten(schema: Schema, schemas: Mapping[str, Any], context: str, names: list[str]) -> dict[str, Any]:
    """`schema` with its references and `allOf` resolved; the components on the way are added to `names`."""
    if not isinstance(schema, Mapping):
        raise SchemaError(context, f"a schema must be a mapping, not {schema!r}")
    for keyword in schema:
        if keyword not in UNDERSTOOD and not keyword.startswith("x-"):
            raise SchemaError(context, f"schema keyword {keyword!r} is not implemented")
    flat: dict[str, Any] = {}
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix(REF)
        if name not in schemas:
            raise SchemaError(context, f"{schema['$ref']} does not exist")
        if name in names:
            raise SchemaError(context, f"{schema['$ref']} leads to itself")
        names.append(name)
        flat = flatten(schemas[name], schemas, context, names)
    for part in schema.get("allOf", []):
        below = list(names)
        flat = combined(flat, flatten(part, schemas, context, below), context)
        names.extend(name for name in below if name not in names)
    own = {keyword: part for keyword, part in schema.items() if keyword not in ("$ref", "allOf")}
    return combined(flat, own, context)


def combined(one: Schema, other: Schema, context: str) -> dict[str, Any]:
    """Two flat schemas as one that allows what both allow."""
    made = dict(one)
    for keyword, part in other.items():
        if keyword not in made or made[keyword] == part or keyword in _LAST_WINS or keyword.startswith("x-"):
            made[keyword] = part
        elif keyword in _TIGHTER:
            made[keyword] = _TIGHTER[keyword](made[keyword], part)
        elif keyword == "properties":
            shared = {name: {"allOf": [made[keyword][name], part[name]]} for name in part if name in made[keyword]}
            made[keyword] = {**made[keyword], **part, **shared}
        elif keyword == "required":
            made[keyword] = list(dict.fromkeys([*made[keyword], *part]))
        elif keyword == "enum":
            made[keyword] = [word for word in made[keyword] if word in part]
        elif keyword == "type":
            made[keyword] = _shared_types(_listed(made[keyword]), _listed(part), context)
        elif keyword in ("items", "additionalProperties"):
            made[keyword] = {"allOf": [made[keyword], part]}
        else:
            raise SchemaError(context, f"two different {keyword} cannot be combined")
    return made


def _shared_types(mine: list[str], theirs: list[str], context: str) -> list[str]:
    both = [kind for kind in mine if kind in theirs or (kind == "integer" and "number" in theirs)]
    both += [kind for kind in theirs if kind == "integer" and "number" in mine and kind not in both]
    if not both:
        raise SchemaError(context, f"nothing is of type {' or '.join(mine)} and of type {' or '.join(theirs)}")
    return both


def _listed(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else list(kinds)
