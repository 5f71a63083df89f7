"""Rules about links: where they lead, what they are called, and that their expressions find something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

from contract_tests.document.rules_operations import OPERATION_ID
from contract_tests.document.walk import (
    Document,
    Operation,
    Place,
    body_schema,
    content_of,
    fields,
    operations,
    parameters,
    resolve,
    written,
)

EXPRESSION = re.compile(r"\$response\.body#(/.+)")


@dataclass(frozen=True)
class Link:
    """One link of a 200, the operation that has it, and the operation that it leads to, if there is one."""

    place: Place
    name: str
    node: dict[str, Any]
    origin: Operation
    target: Operation | None


def links(document: Document) -> Iterator[Link]:
    """Every link of every operation's 200."""
    by_id = {operation.id: operation for operation in operations(document)}
    for operation in operations(document):
        response = resolve(document, operation.node.get("responses", {}).get("200")) or {}
        for name, raw in response.get("links", {}).items():
            node = resolve(document, raw) or {}
            place = (*operation.place, "responses", "200", "links", name)
            yield Link(place, name, node, operation, by_id.get(node.get("operationId", "")))


def link_targets(document: Document) -> list[str]:
    """A link leads to an operation of the document, by its operationId, and is called after it."""
    found = []
    for link in links(document):
        parts = OPERATION_ID.fullmatch(link.target.id) if link.target else None
        if parts is None:
            found.append(f"{written(link.place)}: operationId {link.node.get('operationId')!r} does not exist")
        elif not (link.name.startswith(parts[1]) and link.name.endswith(parts[2])):
            found.append(f"{written(link.place)}: a link to {parts[0]} is called {parts[1]}…{parts[2]}")
    return found


def link_parameters(document: Document) -> list[str]:
    """The parameters that a link fills exist on its target, and those that the target cannot do without are filled."""
    found = []
    for link in links(document):
        if link.target is None:
            continue
        known = {one["name"]: one for one in parameters(document, link.target)}
        given = set(link.node.get("parameters", {}))
        needed = {name for name, one in known.items() if one.get("required")}
        found += [f"{written(link.place)}: {link.target.id} has no {name}" for name in sorted(given - set(known))]
        found += [f"{written(link.place)}: {link.target.id} needs {name}" for name in sorted(needed - given)]
    return found


def link_expressions(document: Document) -> list[str]:
    """Each expression finds, in an example of the operation's own 200, a value that the target's parameter takes."""
    found = []
    for link in links(document):
        known = {one["name"]: one.get("schema", {}) for one in parameters(document, link.target)} if link.target else {}
        for name, expression in link.node.get("parameters", {}).items():
            pointer = written((*link.place, "parameters", name))
            match = EXPRESSION.fullmatch(str(expression))
            values = [_at(example, match[1]) for example in _examples(document, link.origin)] if match else []
            values = [value for value in values if value is not None]
            if not values:
                found.append(f"{pointer}: {expression} finds nothing in the examples of the 200")
            bad = [value for value in values if not _valid(document, known.get(name, {}), value)]
            found += [f"{pointer}: {link.node.get('operationId')} does not take {value!r}" for value in bad]
    return found


def link_bodies(document: Document) -> list[str]:
    """A body that a link sends is one that the target takes."""
    return [
        f"{written((*link.place, 'requestBody'))}: {link.target.id} does not take {link.node['requestBody']!r}"
        for link in links(document)
        if link.target
        and "requestBody" in link.node
        and not _valid(document, body_schema(link.target), link.node["requestBody"])
    ]


def answers_are_linked(document: Document) -> list[str]:
    """An answer with a `job` leads to it; a list, a search and a bulk answer lead to their first row."""
    found = []
    for operation in operations(document):
        targets = {link.target.id for link in links(document) if link.origin == operation and link.target}
        answer = fields(document, content_of(operation.node.get("responses", {}).get("200")).get("schema"))
        if "job" in answer and operation.id != "retrieveJob" and "retrieveJob" not in targets:
            found.append(f"{written(operation.place)}: the job in the answer has no link to retrieveJob")
        rows = {name: f"retrieve{name[:-1].capitalize()}" for name in ("models", "jobs", "assets")}
        found += [
            f"{written(operation.place)}: {name} in the answer have no link to {wanted}"
            for name, wanted in rows.items()
            if name in answer and wanted not in targets
        ]
        if "hits" in answer and not any(target.startswith("retrieve") for target in targets):
            found.append(f"{written(operation.place)}: the hits in the answer have no link")
    return found


def _examples(document: Document, operation: Operation) -> list[Any]:
    response = resolve(document, operation.node.get("responses", {}).get("200"))
    return [example["value"] for example in content_of(response).get("examples", {}).values()]


def _at(value: Any, pointer: str) -> Any:
    """What stands at a JSON pointer, or None."""
    for part in pointer.removeprefix("/").split("/"):
        if isinstance(value, list) and part.isdigit():
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def _valid(document: Document, schema: Any, value: Any) -> bool:
    whole = {**(schema or {"not": {}}), "components": document.get("components", {})}
    return jsonschema_rs.is_valid(whole, value)


RULES = (link_targets, link_parameters, link_expressions, link_bodies, answers_are_linked)
