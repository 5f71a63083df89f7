"""Rules about operations: names, tags, texts, flags, parameters, statuses and examples."""

from __future__ import annotations

import re
from typing import Any

from contract_tests.document.walk import Document, Place, content_of, fields, operations, parameters, resolve, written

VERBS = ("list", "retrieve", "bulkGet", "search", "create", "upload", "trigger")
"""The verbs that an operationId may begin with."""
OPERATION_ID = re.compile(rf"({'|'.join(VERBS)})((?:[A-Z][a-z0-9]*)+)")
CLIENT_METHOD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
FLAGS = ("x-read-only", "x-spends-credits", "x-retry-safe")
ALWAYS = frozenset({"200", "400", "401", "403", "429", "default"})
SOMETIMES = frozenset({"269", "404", "410", "413"})


def operation_ids(document: Document) -> list[str]:
    """Verb and noun in camelCase, unique."""
    found, seen = [], dict[str, str]()
    for operation in operations(document):
        pointer = written(operation.place)
        if not OPERATION_ID.fullmatch(operation.id):
            found.append(f"{pointer}: operationId {operation.id!r} is not one of {', '.join(VERBS)} and a noun")
        if operation.id in seen:
            found.append(f"{pointer}: operationId {operation.id!r} is also that of {seen[operation.id]}")
        seen[operation.id] = pointer
    return found


def tags(document: Document) -> list[str]:
    """Exactly one tag, a declared one; and no tag without operations."""
    declared = {tag["name"] for tag in document.get("tags", [])}
    found, used = [], set()
    for operation in operations(document):
        given = operation.node.get("tags", [])
        used.update(given)
        if len(given) != 1 or given[0] not in declared:
            found.append(f"{written(operation.place)}: tags {given}, not one of {sorted(declared)}")
    return found + [f"#/tags: {tag!r} has no operation" for tag in sorted(declared - used)]


def operation_texts(document: Document) -> list[str]:
    """A summary of one line without a full stop, and a description."""
    found = []
    for operation in operations(document):
        summary = str(operation.node.get("summary", ""))
        if not summary.strip() or "\n" in summary or summary.endswith("."):
            found.append(f"{written(operation.place)}: summary {summary!r} is not one line without a full stop")
        if not str(operation.node.get("description", "")).strip():
            found.append(f"{written(operation.place)}: no description")
    return found


def flags(document: Document) -> list[str]:
    """The three booleans, and nothing that contradicts itself: what only reads neither pays nor creates twice."""
    found = []
    for operation in operations(document):
        pointer = written(operation.place)
        found += [f"{pointer}: {flag} is not a boolean" for flag in FLAGS if not _is_boolean(operation.node.get(flag))]
        reads, spends, safe = (operation.node.get(flag) is True for flag in FLAGS)
        if reads and not safe:
            found.append(f"{pointer}: only reads, so x-retry-safe is true")
        if spends and (reads or safe):
            found.append(f"{pointer}: spends credits, so x-read-only and x-retry-safe are false")
        if operation.place[-1] == "get" and not reads:
            found.append(f"{pointer}: a GET only reads, so x-read-only is true")
    return found


def client_methods(document: Document) -> list[str]:
    """A method of the client for each operation, in snake_case and once per tag."""
    found, seen = [], dict[tuple[str, ...], str]()
    for operation in operations(document):
        pointer, method = written(operation.place), operation.node.get("x-client-method")
        if not isinstance(method, str) or not CLIENT_METHOD.fullmatch(method):
            found.append(f"{pointer}: x-client-method {method!r} is no name in snake_case")
            continue
        name = (*operation.node.get("tags", []), method)
        if name in seen:
            found.append(f"{pointer}: x-client-method {method!r} is also that of {seen[name]}")
        seen[name] = pointer
    return found


def statuses(document: Document) -> list[str]:
    """Every status that the operation can answer; 269 exactly where dryRun is; 404 where an id is in the path."""
    found = []
    for operation in operations(document):
        given = parameters(document, operation)
        due = set(ALWAYS)
        due |= {"269"} if any(parameter.get("name") == "dryRun" for parameter in given) else set()
        due |= {"404"} if any(parameter.get("in") == "path" for parameter in given) else set()
        there = set(operation.node.get("responses", {}))
        allowed = due | SOMETIMES - {"269"}
        pointer = written((*operation.place, "responses"))
        found += [f"{pointer}: {status} is missing" for status in sorted(due - there)]
        found += [f"{pointer}: {status} is not expected here" for status in sorted(there - allowed)]
    return found


def dry_run_is_in_the_query(document: Document) -> list[str]:
    """`dryRun` counts in the query only; a body field of that name would promise something else."""
    return [
        f"{written(operation.place)}: dryRun is a field of the body"
        for operation in operations(document)
        if "dryRun" in fields(document, content_of(operation.node.get("requestBody")).get("schema"))
    ]


def array_parameters(document: Document) -> list[str]:
    """A list in the query is one comma separated value, written out: style form, explode false."""
    found = []
    for operation in operations(document):
        for index, parameter in enumerate(parameters(document, operation)):
            schema = resolve(document, parameter.get("schema", {})) or {}
            is_list = schema.get("type") == "array"
            if is_list and (parameter.get("style"), parameter.get("explode")) != ("form", False):
                pointer = written((*operation.place, "parameters", str(index)))
                found.append(f"{pointer}: the list {parameter.get('name')} is not style: form, explode: false")
    return found


def path_parameters(document: Document) -> list[str]:
    """Required, at least one character long, and the same names as in the path."""
    found = []
    for operation in operations(document):
        named = {one["name"]: one for one in parameters(document, operation) if one.get("in") == "path"}
        in_path = set(re.findall(r"{(\w+)}", operation.place[1]))
        if set(named) != in_path:
            found.append(f"{written(operation.place)}: path parameters {sorted(named)}, path {sorted(in_path)}")
        for name, parameter in named.items():
            schema = resolve(document, parameter.get("schema", {})) or {}
            if not parameter.get("required") or schema.get("minLength") != 1:
                found.append(f"{written(operation.place)}: {name} is not required with minLength: 1")
    return found


def operation_examples(document: Document) -> list[str]:
    """An example for every request body and for every 200 and 269."""
    found = []
    for operation in operations(document):
        wanted: dict[Place, Any] = {}
        if "requestBody" in operation.node:
            wanted["requestBody",] = operation.node["requestBody"]
        for status, response in operation.node.get("responses", {}).items():
            if status in ("200", "269"):
                wanted["responses", status] = response
        for place, node in wanted.items():
            if not content_of(resolve(document, node)).get("examples"):
                found.append(f"{written((*operation.place, *place))}: no examples")
    return found


def required_bodies(document: Document) -> list[str]:
    """A body says whether it is needed, and is JSON only."""
    found = []
    for operation in operations(document):
        body = operation.node.get("requestBody")
        if body is not None and (body.get("required") is not True or set(body.get("content", {})) != {JSON_ONLY}):
            found.append(f"{written((*operation.place, 'requestBody'))}: not required: true with {JSON_ONLY} alone")
    return found


JSON_ONLY = "application/json"


def _is_boolean(value: object) -> bool:
    return value is True or value is False


RULES = (
    operation_ids, tags, operation_texts, flags, client_methods, statuses,
    dry_run_is_in_the_query, array_parameters, path_parameters,
    operation_examples, required_bodies,
)  # fmt: skip
