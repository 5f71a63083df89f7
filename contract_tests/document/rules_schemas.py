"""Rules about schemas: what is a named component, which keywords may be used, what stands beside a reference."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from contract_tests.document.walk import Document, Schema, fields, named, nodes, operations, schemas, target, written

FORBIDDEN = ("oneOf", "not", "$defs", "definitions", "default", "nullable", "$id", "$anchor", "$dynamicRef")
BAD_NAMES = ("additional_properties", "to_dict", "from_dict")
COMPOSED = ("object", "enum", "x-extensible-enum", "properties", "additionalProperties", "required", "allOf", "anyOf")
"""What makes a schema one that needs a name: its type, or the presence of a keyword."""
FORMATS = {r"\w+At|date|softDeletionOn": "date-time", r"url|\w+Url|licenseTerms": "uri"}
"""Names of text properties, and the format that goes with them."""
REFERENCE = re.compile(r"#/components/(\w+)/[A-Za-z0-9]+")


def components_are_named(document: Document) -> list[str]:
    """Every object and every enumeration is a component: nowhere inline, except as a part of a component's allOf."""
    found = []
    for schema in schemas(document):
        if schema.role in ("component", "part") or not isinstance(schema.node, dict):
            continue
        reasons = [word for word in COMPOSED if word in schema.node or schema.node.get("type") == word]
        if reasons:
            found.append(f"{written(schema.place)}: inline {', '.join(reasons)}; make it a component")
    return found


def parts_belong_to_components(document: Document) -> list[str]:
    """An inline part of an allOf has properties and nothing that needs a name of its own."""
    found = []
    for schema in schemas(document):
        if schema.role != "part" or not isinstance(schema.node, dict):
            continue
        extra = set(schema.node) - {"$ref", "type", "properties", "required", "description"}
        if extra or "allOf" not in schema.place:
            found.append(f"{written(schema.place)}: a part with {sorted(extra) or 'another keyword than allOf'}")
    return found


def component_names(document: Document) -> list[str]:
    """PascalCase; security schemes, which are no types, in camelCase."""
    found = []
    for place, _ in named(document):
        pattern = r"[a-z][A-Za-z0-9]*" if place[1] == "securitySchemes" else r"(?:[A-Z][a-z0-9]*)+"
        if not re.fullmatch(pattern, place[2]):
            found.append(f"{written(place)}: the name is not {'camelCase' if place[2][:1].islower() else 'PascalCase'}")
    return found


def schema_keywords(document: Document) -> list[str]:
    """No boolean schema, none of the keywords that the generator or the mock cannot use, no constant boolean."""
    found = []
    for schema in schemas(document):
        pointer = written(schema.place)
        if not isinstance(schema.node, dict):
            found.append(f"{pointer}: a schema is a mapping, not {schema.node!r}")
            continue
        found += [f"{pointer}: {keyword} is not used here" for keyword in FORBIDDEN if keyword in schema.node]
        if isinstance(schema.node.get("const"), bool):
            found.append(f"{pointer}: const of a boolean; say type: boolean and describe it")
    return found


def arrays_have_items(document: Document) -> list[str]:
    """Every array says what is in it."""
    return [
        f"{written(schema.place)}: an array without items"
        for schema in schemas(document)
        if _typed(schema, "array") and "items" not in schema.node
    ]


def types_are_said(document: Document) -> list[str]:
    """A schema has a type, a reference or an allOf; or it is free-form and has nothing but texts and extensions."""
    found = []
    for schema in schemas(document):
        node = schema.node
        if not isinstance(node, dict) or {"type", "$ref", "allOf"} & set(node):
            continue
        extra = {key for key in node if key not in ("description", "deprecated") and not key.startswith("x-")}
        if extra:
            found.append(f"{written(schema.place)}: no type beside {', '.join(sorted(extra))}")
    return found


def required_fields_exist(document: Document) -> list[str]:
    """What is required is a property."""
    found = []
    for schema in schemas(document):
        if isinstance(schema.node, dict):
            known = fields(document, schema.node)
            found += [
                f"{written(schema.place)}: {name} is required and no property"
                for name in schema.node.get("required", [])
                if name not in known
            ]
    return found


def property_names(document: Document) -> list[str]:
    """No property that would hide a method of the generated client."""
    found = []
    for schema in schemas(document):
        if schema.role == "property" and schema.place[-1] in BAD_NAMES:
            found.append(f"{written(schema.place)}: the name collides with the generated client's methods")
    return found


def references(document: Document) -> list[str]:
    """Into components only, as a whole; never into a file or a property; and they lead somewhere."""
    found = []
    for place, node in nodes(document):
        reference = node.get("$ref")
        if reference is None:
            continue
        if not isinstance(reference, str) or not REFERENCE.fullmatch(reference):
            found.append(f"{written(place)}: $ref {reference!r} is not #/components/<section>/<Name>")
        elif target(document, reference) is None:
            found.append(f"{written(place)}: $ref {reference} leads nowhere")
    return found


def beside_references(document: Document) -> list[str]:
    """Beside a `$ref` only `description` and `x-` keywords stand."""
    found = []
    for place, node in nodes(document):
        extra = [key for key in node if key not in ("$ref", "description") and not key.startswith("x-")]
        if "$ref" in node and extra:
            found.append(f"{written(place)}: {', '.join(extra)} beside $ref")
    return found


def unused_components(document: Document) -> list[str]:
    """Every component of every section can be reached from an operation."""
    met: set[str] = set()
    waiting: list[Any] = [document.get("paths", {})]
    schemes = [*document.get("security", [])]
    for operation in operations(document):
        schemes += operation.node.get("security", [])
    met |= {f"#/components/securitySchemes/{name}" for alternative in schemes for name in alternative}
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            reference = node.get("$ref")
            if isinstance(reference, str) and reference not in met:
                met.add(reference)
                waiting.append(target(document, reference))
            waiting += [part for key, part in node.items() if key not in ("example", "examples")]
    return [f"{written(place)}: nothing uses it" for place, _ in named(document) if written(place) not in met]


def enum_values(document: Document) -> list[str]:
    """An enumeration has values, each once, all of its type, and is open or closed, not both."""
    found = []
    kinds: dict[str, type] = {"string": str, "integer": int}
    for schema in schemas(document):
        for keyword in ("enum", "x-extensible-enum"):
            if not isinstance(schema.node, dict) or keyword not in schema.node:
                continue
            pointer, values = written((*schema.place, keyword)), schema.node[keyword]
            kind = kinds.get(str(schema.node.get("type")))
            counts: Counter[Any] = Counter(values)
            twice = [value for value, count in counts.items() if count > 1]
            if not values or twice:
                found.append(f"{pointer}: no values, or some twice: {twice}")
            if kind is None or any(type(value) is not kind for value in values):
                found.append(f"{pointer}: the values are not all of type {schema.node.get('type')}")
        if isinstance(schema.node, dict) and {"enum", "x-extensible-enum"} <= set(schema.node):
            found.append(f"{written(schema.place)}: both enum and x-extensible-enum")
    return found


def formats(document: Document) -> list[str]:
    """Times are date-time, addresses are uri, both by their names; dates that a caller sends are an IsoDate."""
    found = []
    for schema in schemas(document):
        name, wanted = schema.place[-1], None
        if schema.role == "property" and _typed(schema, "string"):
            wanted = next((form for pattern, form in FORMATS.items() if re.fullmatch(pattern, name)), None)
        if wanted and schema.node.get("format") != wanted:
            found.append(f"{written(schema.place)}: not format: {wanted}")
    for place, node in nodes(document):
        is_date = node.get("in") == "query" and re.fullmatch(r"\w+(After|Before)", str(node.get("name")))
        if is_date and node.get("schema", {}).get("$ref") != "#/components/schemas/IsoDate":
            found.append(f"{written(place)}: {node['name']} is not an IsoDate")
    return found


def _typed(schema: Schema, kind: str) -> bool:
    return isinstance(schema.node, dict) and schema.node.get("type") == kind


RULES = (
    components_are_named, parts_belong_to_components, component_names, schema_keywords, arrays_have_items,
    types_are_said, required_fields_exist, property_names, references, beside_references, unused_components,
    enum_values, formats,
)  # fmt: skip
