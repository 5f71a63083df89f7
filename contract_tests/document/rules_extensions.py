"""Rules about `x-` keywords: exactly those of spec/README.md, each where it may stand and with what it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from contract_tests.document.rules_texts import table
from contract_tests.document.walk import Document, Schema, fields, named, nodes, operations, resolve, schemas, written

SORT_PATTERN = re.compile(r"\^\(([A-Za-z|]+)\):\(asc\|desc\)\$")
FIELD_TYPES = ("string", "number", "date", "string[]")
OPAQUE = ("modelId", "jobId", "assetId", "nextPaginationToken")
ON_OPERATIONS = frozenset({"x-constraints", "x-retry-safe", "x-spends-credits", "x-read-only", "x-client-method"})
SCALARS = ("string", "integer", "number", "boolean")


def documented(document: Document) -> list[str]:
    """Every extension in use is in the README's table, and every one of the table is in use."""
    known = set(table("keyword"))
    found, used = [], set()
    for place, node in nodes(document):
        for key in node:
            if str(key).startswith("x-"):
                used.add(key)
                if key not in known:
                    found.append(f"{written((*place, key))}: spec/README.md does not list it")
    return found + [f"spec/README.md: nothing uses {key}" for key in sorted(known - used)]


def places(document: Document) -> list[str]:
    """Operations have the operations' extensions and schemas the schemas'; x-deprecated-reason goes on both."""
    at_operations = {operation.place for operation in operations(document)}
    at_schemas = {schema.place for schema in schemas(document)}
    found = []
    for place, node in nodes(document):
        for key in node:
            allowed = at_operations | at_schemas if key == "x-deprecated-reason" else at_schemas
            allowed = at_operations if key in ON_OPERATIONS else allowed
            if str(key).startswith("x-") and place not in allowed:
                found.append(f"{written((*place, key))}: may not stand here")
    return found


def deprecations(document: Document) -> list[str]:
    """What is deprecated says what to use instead, and the other way round (beside a `$ref` the reason says both)."""
    found = []
    for place, node in nodes(document):
        reason = node.get("x-deprecated-reason")
        if node.get("deprecated") is True and not (isinstance(reason, str) and reason.endswith(".")):
            found.append(f"{written(place)}: deprecated without a sentence in x-deprecated-reason")
        if reason is not None and node.get("deprecated") is not True and "$ref" not in node:
            found.append(f"{written(place)}: x-deprecated-reason without deprecated: true")
    return found


def enum_extensions(document: Document) -> list[str]:
    """x-enum-retired, x-enum-legacy and x-enum-groups speak of known values; groups hold each value once."""
    found = []
    for schema in _mappings(document):
        node, pointer = schema.node, written(schema.place)
        known = set(node.get("x-extensible-enum", node.get("enum", [])))
        legacy, groups = node.get("x-enum-legacy", {}), node.get("x-enum-groups", {})
        grouped = [value for members in groups.values() for value in members]
        named_there = {"x-enum-retired": node.get("x-enum-retired", []), "x-enum-groups": grouped}
        named_there["x-enum-legacy"] = list(legacy.values())
        for keyword, values in named_there.items():
            found += [f"{pointer}/{keyword}: {value!r} is no known value" for value in values if value not in known]
        found += [f"{pointer}/x-enum-legacy: {word!r} is a known value itself" for word in legacy if word in known]
        if groups and sorted(grouped) != sorted(known):
            found.append(f"{pointer}/x-enum-groups: not every value is in exactly one group")
        if (legacy or groups) and "x-extensible-enum" not in node:
            found.append(f"{pointer}: x-enum-legacy and x-enum-groups stand beside x-extensible-enum")
    return found


def opaque_values(document: Document) -> list[str]:
    """x-opaque names one of the values that only the service can make, on a string."""
    return [
        f"{written(schema.place)}: x-opaque {schema.node['x-opaque']!r} on {schema.node.get('type')}"
        for schema in _mappings(document, "x-opaque")
        if schema.node["x-opaque"] not in OPAQUE or schema.node.get("type") != "string"
    ]


def filterable_fields(document: Document) -> list[str]:
    """Each field of x-filterable-fields has a known type and a description, and is found in the hit, as documented."""
    found = []
    hits = _hits_of_filters(document)
    for schema in _mappings(document, "x-filterable-fields"):
        pointer = written((*schema.place, "x-filterable-fields"))
        hit = hits.get(schema.place[2])
        for name, entry in schema.node["x-filterable-fields"].items():
            if set(entry) != {"type", "description"} or entry["type"] not in FIELD_TYPES:
                found.append(f"{pointer}/{name}: needs a description and one of {', '.join(FIELD_TYPES)}")
            elif hit is None or not _fits(document, _field(document, hit, name), entry["type"]):
                found.append(f"{pointer}/{name}: no {entry['type']} of that name in the hit or its metadata")
    return found


def sortable_fields(document: Document) -> list[str]:
    """The pattern of the items allows exactly the sortable fields, and they stand on an array."""
    found = []
    for schema in _mappings(document, "x-sortable-fields"):
        match = SORT_PATTERN.fullmatch(schema.node.get("items", {}).get("pattern", ""))
        if match is None or match[1].split("|") != schema.node["x-sortable-fields"]:
            found.append(
                f"{written(schema.place)}: the pattern of the items does not say {schema.node['x-sortable-fields']}"
            )
    return found


def faker_methods(document: Document) -> list[str]:
    """x-faker stands on scalars and names a method that Faker or the mock's provider has, with arguments it takes."""
    # Imported here: the rules about the document itself need neither Faker nor the mock.
    from faker import Faker
    from scenario_mock.provider import ScenarioProvider

    faker = Faker("en_US")
    faker.add_provider(ScenarioProvider)
    found = []
    for schema in _mappings(document, "x-faker"):
        pointer, hint = written((*schema.place, "x-faker")), schema.node["x-faker"]
        if schema.node.get("type") not in SCALARS:
            found.append(f"{pointer}: stands on {schema.node.get('type')}, not on a scalar")
        calls = hint if isinstance(hint, dict) else {hint: {}}
        for name, arguments in calls.items():
            try:
                getattr(faker, str(name))(**arguments)
            except (AttributeError, TypeError, ValueError) as error:
                found.append(f"{pointer}: {name} cannot be called: {error}")
        if len(calls) != 1:
            found.append(f"{pointer}: one method, not {len(calls)}")
    return found


def _mappings(document: Document, keyword: str | None = None) -> Iterator[Schema]:
    for schema in schemas(document):
        if isinstance(schema.node, dict) and (keyword is None or keyword in schema.node):
            yield schema


def _hits_of_filters(document: Document) -> dict[str, Any]:
    """Component of a search request -> schema of a hit in the answer of the same operation."""
    hits = {}
    for operation in operations(document):
        body = operation.node.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        answer = resolve(document, operation.node.get("responses", {}).get("200")) or {}
        results = fields(document, answer.get("content", {}).get("application/json", {}).get("schema"))
        if "$ref" in body and "hits" in results:
            hits[body["$ref"].split("/")[-1]] = results["hits"]["items"]
    return hits


def _field(document: Document, hit: Any, name: str) -> Any:
    """The schema that a filter's field stands for: a property of the hit, or of its `metadata`; dots lead inside."""
    at: Any = hit
    for part in name.split("."):
        inside = fields(document, at)
        at = inside.get(part) or fields(document, inside.get("metadata")).get(part)
    return at


def _fits(document: Document, schema: Any, kind: str) -> bool:
    node: Mapping[str, Any] = resolve(document, schema) or {}
    if kind == "string[]":
        return node.get("type") == "array"
    if kind == "date":
        return node.get("format") == "date-time"
    return node.get("type") in (("number", "integer") if kind == "number" else ("string",))


def enumerations_need_no_faker(document: Document) -> list[str]:
    """An enumeration has its values already, so x-faker beside it would be a second opinion."""
    return [
        f"{written(place)}: x-faker beside an enumeration"
        for place, node in named(document)
        if "x-faker" in node and {"enum", "x-extensible-enum"} & set(node)
    ]


RULES = (
    documented, places, deprecations, enum_extensions, opaque_values, filterable_fields, sortable_fields,
    faker_methods, enumerations_need_no_faker,
)  # fmt: skip
