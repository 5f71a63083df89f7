"""Ways through the contract: operations, schemas, named things, examples, and where each of them stands.

A place is a tuple of keys from the root of the document; `written` turns it into the JSON pointer of a message.
Nothing here judges; the rules do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Place = tuple[str, ...]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
JSON = "application/json"
DATA = frozenset({"example", "examples", "enum", "const"})
"""Keywords whose value is data; `$ref` and `x-` mean nothing inside."""
NAMES = frozenset({"properties", "schemas", "parameters", "responses", "headers", "securitySchemes", "paths", "links"})
"""Keywords whose value maps names that people chose, not keywords."""


@dataclass(frozen=True)
class Operation:
    """One operation of the document, its references unresolved."""

    place: Place
    node: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.node.get("operationId", ""))


@dataclass(frozen=True)
class Schema:
    """One schema: what it is to its surroundings (`component`, `property`, `items`, `map`, `part`, `root`)."""

    place: Place
    node: Any
    role: str


@dataclass(frozen=True)
class Example:
    """One example: its value, and the schema that it must fit."""

    place: Place
    schema: Any
    value: Any


def written(place: Place) -> str:
    """The JSON pointer of `place`, as `$ref` would write it."""
    return "#/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in place)


def operations(document: Document) -> Iterator[Operation]:
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield Operation(("paths", path, method), item[method])


def resolve(document: Document, node: Any) -> Any:
    """What `node` means: references followed (to any depth), siblings left aside; None when one leads nowhere."""
    for _ in range(50):
        if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
            return node
        node = target(document, node["$ref"])
    return None


def target(document: Document, reference: str) -> Any:
    """What stands at `reference` (`#/a/b`), or None."""
    node: Any = document
    for part in reference.removeprefix("#/").split("/"):
        name = part.replace("~1", "/").replace("~0", "~")
        node = node.get(name) if isinstance(node, dict) else None
    return node


def parameters(document: Document, operation: Operation) -> list[dict[str, Any]]:
    """The operation's parameters, references followed."""
    return [resolve(document, node) or {} for node in operation.node.get("parameters", [])]


def body_schema(operation: Operation) -> Any:
    """The schema of the request body, or None when there is no body."""
    return content_of(operation.node.get("requestBody", {})).get("schema")


def content_of(node: Any) -> dict[str, Any]:
    """The JSON content of a body or an answer; empty when there is none."""
    content: dict[str, Any] = (node or {}).get("content", {}).get(JSON, {})
    return content


def fields(document: Document, schema: Any) -> dict[str, Any]:
    """Properties of an object schema by name, those of its `allOf` parts included."""
    node = resolve(document, schema)
    if not isinstance(node, dict):
        return {}
    found: dict[str, Any] = {}
    for part in node.get("allOf", []):
        found |= fields(document, part)
    return {**found, **node.get("properties", {})}


def schemas(document: Document) -> Iterator[Schema]:
    """Every schema that is written somewhere, each once where it stands."""
    for name, node in document.get("components", {}).get("schemas", {}).items():
        yield from _with_parts(Schema(("components", "schemas", name), node, "component"))
    for place, node in nodes(document):
        if "schema" in node and place[:2] != ("components", "schemas"):
            yield from _with_parts(Schema((*place, "schema"), node["schema"], "root"))


def _with_parts(schema: Schema) -> Iterator[Schema]:
    yield schema
    if isinstance(schema.node, dict):
        for part in _parts(schema.place, schema.node):
            yield from _with_parts(part)


def _parts(place: Place, node: dict[str, Any]) -> Iterator[Schema]:
    for name, part in node.get("properties", {}).items():
        yield Schema((*place, "properties", name), part, "property")
    for keyword, role in (("items", "items"), ("additionalProperties", "map")):
        if keyword in node:
            yield Schema((*place, keyword), node[keyword], role)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for index, part in enumerate(node.get(keyword, [])):
            yield Schema((*place, keyword, str(index)), part, "part")


def nodes(document: Document) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every mapping of keywords: not examples, not mappings of names, not what extensions hold."""
    yield from _nodes((), document, keywords=True)


def _nodes(place: Place, node: Any, *, keywords: bool) -> Iterator[tuple[Place, dict[str, Any]]]:
    if isinstance(node, list):
        for index, part in enumerate(node):
            yield from _nodes((*place, str(index)), part, keywords=True)
    if not isinstance(node, dict):
        return
    if keywords:
        yield place, node
    for key, part in node.items():
        if keywords and (key in DATA or str(key).startswith("x-")):
            continue
        yield from _nodes((*place, str(key)), part, keywords=not (keywords and key in NAMES))


def named(document: Document) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every component of every section."""
    for section, members in document.get("components", {}).items():
        for name, node in members.items():
            yield ("components", section, name), node


def examples(document: Document) -> Iterator[Example]:
    """Every example of a body, an answer, a parameter, a header and a schema."""
    for place, node in nodes(document):
        if "schema" in node:
            yield from _examples_of(place, node, node["schema"])
    for schema in schemas(document):
        if isinstance(schema.node, dict):
            yield from _examples_of(schema.place, schema.node, schema.node)


def _examples_of(place: Place, node: Mapping[str, Any], schema: Any) -> Iterator[Example]:
    if "example" in node:
        yield Example((*place, "example"), schema, node["example"])
    listed = node.get("examples", {})
    if isinstance(listed, dict):
        for name, example in listed.items():
            yield Example((*place, "examples", name, "value"), schema, example["value"])
    else:
        for index, value in enumerate(listed):
            yield Example((*place, "examples", str(index)), schema, value)
