"""Read the bundled contract into operations.

Understands what the contract may hold: `$ref` (with keywords beside it), allOf, anyOf, oneOf, maps, and all the ways to
list values: `enum`, `const`, `x-extensible-enum`, and the words in `x-enum-retired` and `x-enum-legacy`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .shapes import Field, Operation, Shape, known_values, merged, route, scalar

METHODS = ("get", "put", "post", "patch", "delete")
VALUE_LISTS = ("enum", "x-extensible-enum", "x-enum-retired", "x-enum-legacy")
BESIDE_REFERENCE = {*VALUE_LISTS, "const", "type", "properties", "required", "items", "additionalProperties", "allOf"}


class SpecError(Exception):
    """The contract cannot be read; the text says why, in one line."""


@dataclass(frozen=True)
class SpecOperation:
    """An operation of the contract, its id and its route."""

    operation_id: str
    route: str
    content: Operation


def load(file: Path) -> list[SpecOperation]:
    """All operations of the document `file`, in its order. Raises SpecError."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        document = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
        return list(operations(document))
    except (OSError, UnicodeDecodeError) as error:
        raise SpecError(f"cannot read {file}: {error}") from error
    except yaml.YAMLError as error:
        raise SpecError(f"{file} is not YAML: {' '.join(str(error).split())}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise SpecError(f"{file} is not a contract: {type(error).__name__} {error}") from error


def operations(document: Mapping[str, Any]) -> Iterator[SpecOperation]:
    """The operations of a parsed document."""
    reader = _Reader(document)
    for path, methods in document["paths"].items():
        for method in METHODS:
            if method in methods:
                operation = methods[method]
                parameters = [*methods.get("parameters", []), *operation.get("parameters", [])]
                content = reader.operation(operation, parameters)
                yield SpecOperation(operation["operationId"], route(method, path), content)


@dataclass
class _Reader:
    document: Mapping[str, Any]
    named: dict[str, Shape] = field(default_factory=dict)

    def operation(self, operation: Mapping[str, Any], parameters: list[Mapping[str, Any]]) -> Operation:
        resolved = [self.resolve(parameter) for parameter in parameters]
        body = self.resolve(operation["requestBody"]) if "requestBody" in operation else None
        return Operation(
            parameters={
                f"{one['in']}.{one['name']}": Field(self.shape(one["schema"]), one.get("required", False))
                for one in resolved
            },
            body=Field(self.shape(_json_schema(body)), body.get("required", False)) if body else None,
            response=self.response(operation["responses"].get("200")),
        )

    def response(self, response: Mapping[str, Any] | None) -> Shape | None:
        resolved = self.resolve(response) if response else {}
        return self.shape(_json_schema(resolved)) if resolved.get("content") else None

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """`node`, or what its `$ref` leads to."""
        while "$ref" in node:
            target: Any = self.document
            for name in node["$ref"].removeprefix("#/").split("/"):
                target = target[name.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def shape(self, schema: Mapping[str, Any]) -> Shape:
        """The shape of a schema; named components are read once, so recursive ones become cycles."""
        if "$ref" not in schema:
            return self._build(schema)
        name = schema["$ref"]
        if name not in self.named:
            self.named[name] = Shape()
            self.named[name].become(self.shape(self.resolve({"$ref": name})))
        beside = {key: part for key, part in schema.items() if key in BESIDE_REFERENCE}
        return merged([self.named[name], self._build(beside)], every=True) if beside else self.named[name]

    def _build(self, schema: Mapping[str, Any]) -> Shape:
        parts = [self._own(schema)]
        parts += [self.shape(part) for part in schema.get("allOf", [])]
        for union in ("anyOf", "oneOf"):
            if union in schema:
                alternatives = [part for part in schema[union] if part.get("type") != "null"]
                parts.append(merged([self.shape(part) for part in alternatives], every=False))
        return merged(parts, every=True)

    def _own(self, schema: Mapping[str, Any]) -> Shape:
        """What the schema says itself, without the schemas that it combines."""
        declared = schema.get("type", [])
        names = [declared] if isinstance(declared, str) else declared
        shapes = [scalar(name) for name in names if name != "null"]
        values = [value for key in VALUE_LISTS for value in schema.get(key, [])]
        values += [schema["const"]] if "const" in schema else []
        if values:
            shapes.append(known_values(values))
        properties, items, extra = (schema.get(key) for key in ("properties", "items", "additionalProperties"))
        required = schema.get("required", [])
        shapes.append(
            Shape(
                types=frozenset(["object"] * (properties is not None) + ["array"] * (items is not None)),
                fields={name: Field(self.shape(part), name in required) for name, part in (properties or {}).items()},
                items=self.shape(items) if items is not None else None,
                extra=self.shape(extra) if isinstance(extra, dict) else None,
            )
        )
        return merged(shapes, every=True)


def _json_schema(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of a request body's or response's JSON, whatever media type carries it first."""
    content: Mapping[str, Any] = message["content"]
    media: Mapping[str, Any] = content.get("application/json") or next(iter(content.values()))
    schema: Mapping[str, Any] = media.get("schema", {})
    return schema
