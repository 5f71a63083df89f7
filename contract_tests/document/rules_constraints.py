"""Rules about `x-constraints`: the keys of each rule, names that exist, values that the parameter takes."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs

from contract_tests.document.rules_texts import is_source
from contract_tests.document.walk import (
    Document,
    Operation,
    body_schema,
    fields,
    operations,
    parameters,
    resolve,
    written,
)

KEYS = {
    "requires": {"parameter", "when"},
    "excludes": {"parameters"},
    "supersedes": {"parameter", "over"},
    "forbids": {"parameter", "parameters"},
    "atLeastOne": {"parameters"},
    "together": {"parameters"},
}
"""Rule -> its own keys; every rule has `rule`, `description`, `source` and `violation` too."""
COMMON = {"rule", "description", "source", "violation"}
VIOLATIONS = ("refused", "ignored", "unknown")


def constraint_keys(document: Document) -> list[str]:
    """A known rule with exactly its keys, a known violation, one sentence, known sources."""
    found = []
    for pointer, _, entry in _entries(document):
        rule = entry.get("rule")
        if rule not in KEYS or set(entry) != COMMON | KEYS[rule]:
            found.append(f"{pointer}: the keys {sorted(entry)} are not those of the rule {rule!r}")
        if entry.get("violation") not in VIOLATIONS:
            found.append(f"{pointer}: violation {entry.get('violation')!r} is not one of {', '.join(VIOLATIONS)}")
        if not re.fullmatch(r"[^\n]+\.", str(entry.get("description", ""))):
            found.append(f"{pointer}: the description is not one sentence")
        unknown = [key for key in str(entry.get("source", "")).split(", ") if not is_source(key)]
        found += [f"{pointer}: unknown source {key!r}" for key in unknown]
    return found


def constraint_names(document: Document) -> list[str]:
    """Names are query parameters or top-level fields of the body, none of them twice in one entry."""
    found = []
    for pointer, operation, entry in _entries(document):
        known = {**_query(document, operation), **fields(document, body_schema(operation))}
        names = _names(entry)
        found += [f"{pointer}: {name!r} is no query parameter or body field" for name in names if name not in known]
        found += [f"{pointer}: a name twice: {names}"] * (len(set(names)) < len(names))
        if entry.get("rule") in ("excludes", "atLeastOne", "together") and len(names) < 2:
            found.append(f"{pointer}: {entry.get('rule')} needs two names or more")
    return found


def constraint_values(document: Document) -> list[str]:
    """The values in `when` are values that the parameter can have."""
    found = []
    for pointer, operation, entry in _entries(document):
        known = {**_query(document, operation), **fields(document, body_schema(operation))}
        for name, values in entry.get("when", {}).items():
            schema = {**(resolve(document, known.get(name)) or {}), "components": document.get("components", {})}
            bad = [value for value in values if not jsonschema_rs.is_valid(schema, value)]
            found += [f"{pointer}: {name} can never be {value!r}" for value in bad]
    return found


def one_meaning_for_each_name(document: Document) -> list[str]:
    """No operation has one name both in the query and in the body."""
    found = []
    for operation in operations(document):
        both = set(_query(document, operation)) & set(fields(document, body_schema(operation)))
        found += [f"{written(operation.place)}: {name} is in the query and in the body" for name in sorted(both)]
    return found


def _entries(document: Document) -> list[tuple[str, Operation, dict[str, Any]]]:
    return [
        (written((*operation.place, "x-constraints", str(index))), operation, entry)
        for operation in operations(document)
        for index, entry in enumerate(operation.node.get("x-constraints", []))
    ]


def _query(document: Document, operation: Operation) -> dict[str, Any]:
    return {one["name"]: one.get("schema", {}) for one in parameters(document, operation) if one.get("in") == "query"}


def _names(entry: dict[str, Any]) -> list[str]:
    one = [entry["parameter"]] if "parameter" in entry else []
    return [*one, *entry.get("parameters", []), *entry.get("over", []), *entry.get("when", {})]


RULES = (constraint_keys, constraint_names, constraint_values, one_meaning_for_each_name)
