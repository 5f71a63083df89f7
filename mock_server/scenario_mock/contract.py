"""The contract as the mock reads it: the bundled document, taken apart once at start-up.

What it refuses rather than half understands: an unknown schema keyword, a parameter style other than the two that the
contract uses, a body that is not JSON, a second operation with the same id. `ContractError` names file, line and rule.
What it leaves to others: matching values against schemas (`validation`), making values (`fake`).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from .caches import cache_file, keep, kept
from .encoding import DecodeError, decode, encode

SLOW_TO_READ = 100_000
"""Characters of YAML from which on the document is remembered as JSON."""
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")

UNDERSTOOD = frozenset(
    """$ref type enum const properties required additionalProperties items allOf anyOf description title example
    examples format pattern deprecated minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength
    minItems maxItems uniqueItems""".split()
)
"""Schema keywords that validation and the faker implement; anything else (but `x-`) is a load error."""


class ContractError(Exception):
    """The document cannot be used: `file:line: rule: detail`."""

    def __init__(self, file: Path, line: int, rule: str, detail: str) -> None:
        super().__init__(f"{file}:{line}: {rule}: {detail}")


@dataclass(frozen=True)
class Parameter:
    """One query or path parameter; `schema` may hold references into the contract."""

    name: str
    location: str
    required: bool
    schema: Mapping[str, Any]
    kind: str
    """JSON type of its value: string, integer, number, boolean or array."""
    default: Any
    """`x-default`: what the service assumes when it is left out; None when nothing is known."""


@dataclass(frozen=True)
class Operation:
    """One operation, everything resolved that a request needs. Schemas are kept as references into the contract."""

    id: str
    method: str
    path: str
    tag: str
    parameters: tuple[Parameter, ...]
    body: Mapping[str, Any] | None
    body_required: bool
    responses: Mapping[str, Mapping[str, Any] | None]
    """Status word -> schema of its JSON body."""
    security: tuple[frozenset[str], ...]
    """Alternatives, each a set of scheme names; an empty set is anonymous access."""
    extensions: Mapping[str, Any] = field(default_factory=dict)
    pattern: re.Pattern[str] = field(default=re.compile(""), repr=False)

    @cached_property
    def schemes(self) -> frozenset[str]:
        """The names of all schemes that some alternative has."""
        return frozenset().union(*self.security)

    def match(self, path: str) -> dict[str, str] | None:
        """The path parameters when the still encoded `path` is this operation's, else None."""
        found = self.pattern.fullmatch(path)
        return {name: unquote(value) for name, value in found.groupdict().items()} if found else None


class Contract:
    """The document and its operations by operationId."""

    def __init__(self, document: Mapping[str, Any], operations: Mapping[str, Operation]) -> None:
        self.document = document
        self.operations = operations
        self.schemas: Mapping[str, Any] = document["components"]["schemas"]
        self._literal: dict[str, dict[str, Operation]] = {}
        self._templates: dict[int, list[Operation]] = {}
        for operation in operations.values():
            if "{" in operation.path:
                self._templates.setdefault(operation.path.count("/"), []).append(operation)
            else:
                self._literal.setdefault(operation.path, {})[operation.method] = operation

    def route(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | list[str]:
        """The operation for a request with its path parameters, or the methods that the path does have."""
        # Literal paths first: GET /models/get-bulk is no model called get-bulk.
        literal = self._literal.get(path)
        if literal is not None:
            return (literal[method], {}) if method in literal else list(literal)
        allowed: list[str] = []
        for operation in self._templates.get(path.count("/"), ()):
            found = operation.match(path)
            if found is not None and operation.method == method:
                return operation, found
            if found is not None:
                allowed.append(operation.method)
        return allowed

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        """`node`, or what its `$ref` leads to, with the keywords beside the reference laid over it."""
        return _resolve(self.document, node)


def default_file() -> Path:
    """The contract that belongs to this code: the packaged one, or the checkout's `spec/openapi.yaml`."""
    packaged = Path(__file__).with_name("openapi.yaml")
    return packaged if packaged.is_file() else Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"


def load(file: Path | None = None) -> Contract:
    """Read and check a bundled contract. Raises ContractError."""
    file = file or default_file()
    text = _read(file)
    document = _document(file, text)
    try:
        return _build(document)
    except _BrokenError as broken:
        raise ContractError(file, _line_of(text, broken.pointer), broken.rule, broken.detail) from None


@lru_cache(maxsize=1)
def packaged() -> Contract:
    """The contract that belongs to this code; read once in a process."""
    return load()


class _BrokenError(Exception):
    """A rule broken at a JSON pointer; `load` turns it into a ContractError with a line."""

    def __init__(self, pointer: tuple[str, ...], rule: str, detail: str) -> None:
        super().__init__(detail)
        self.pointer, self.rule, self.detail = pointer, rule, detail


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContractError(file, 1, "missing", "no such file; in a checkout run ./scripts/bundle") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ContractError(file, 1, "unreadable", str(error)) from error


def _document(file: Path, text: str) -> Any:
    """The document that the YAML text spells; remembered as JSON, which is read thirty times as fast."""
    known = cache_file("contract", text.encode(), suffix=".json")
    content = kept(known)
    if content is not None:
        with contextlib.suppress(DecodeError):
            return decode(content)
    import yaml

    try:
        document = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContractError(file, mark.line + 1 if mark else 1, "not-yaml", error.problem or str(error)) from error
    if len(text) > SLOW_TO_READ:
        with contextlib.suppress(TypeError):  # what JSON cannot hold is no contract; the checks say so
            keep(known, encode(document))
    return document


def _build(document: Any) -> Contract:
    if not isinstance(document, dict) or not str(document.get("openapi", "")).startswith("3.1"):
        raise _BrokenError((), "not-openapi-3.1", "the document must start with openapi: 3.1.x")
    if not isinstance(document.get("paths"), dict) or "schemas" not in document.get("components", {}):
        raise _BrokenError((), "incomplete", "the document needs paths and components.schemas")
    for name, schema in document["components"]["schemas"].items():
        _check_schema(document, schema, ("components", "schemas", name))
    operations: dict[str, Operation] = {}
    for path, item in document["paths"].items():
        for method, raw in item.items():
            pointer = ("paths", path, method)
            operation = _operation(document, path, method, raw, pointer)
            if operation.id in operations:
                other = operations[operation.id].path
                raise _BrokenError(pointer, "operation-twice", f"{operation.id} is already {other}")
            operations[operation.id] = operation
    return Contract(document, operations)


def _operation(document: Any, path: str, method: str, raw: Any, pointer: tuple[str, ...]) -> Operation:
    if method not in METHODS:
        raise _BrokenError(pointer, "not-an-operation", f"{method} is not a method; path-level keys are not understood")
    if not isinstance(raw, dict) or "operationId" not in raw:
        raise _BrokenError(pointer, "no-operation-id", "every operation needs an operationId")
    parameters = tuple(
        _parameter(document, node, (*pointer, "parameters", str(index)))
        for index, node in enumerate(raw.get("parameters", []))
    )
    body = raw.get("requestBody")
    responses = {
        str(status): _response(document, response, (*pointer, "responses", str(status)))
        for status, response in raw.get("responses", {}).items()
    }
    security = _security(document, raw, pointer)
    return Operation(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        tag=raw.get("tags", ["untagged"])[0],
        parameters=parameters,
        body=_json_schema(document, body, (*pointer, "requestBody")) if body else None,
        body_required=bool(body and body.get("required")),
        responses=responses,
        security=security,
        extensions={key: value for key, value in raw.items() if key.startswith("x-")},
        pattern=re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path))),
    )


def _parameter(document: Any, node: Any, pointer: tuple[str, ...]) -> Parameter:
    raw = _resolve(document, node, pointer)
    schema = raw.get("schema")
    if "name" not in raw or "in" not in raw:
        raise _BrokenError(pointer, "parameter-incomplete", "a parameter needs a name and a place (in)")
    if not isinstance(schema, dict):
        raise _BrokenError(pointer, "parameter-without-schema", f"{raw.get('name')} needs a schema")
    _check_schema(document, schema, (*pointer, "schema"))
    resolved = _resolve(document, schema)
    kind = resolved.get("type", "string")
    style = (raw.get("style", "form" if raw["in"] == "query" else "simple"), raw.get("explode", raw["in"] == "query"))
    if raw["in"] not in ("query", "path") or (kind == "array" and style != ("form", False)):
        detail = f"{raw['name']} in {raw['in']} with style {style[0]}, explode {style[1]}"
        raise _BrokenError(pointer, "parameter-style", detail)
    if kind not in ("string", "integer", "number", "boolean", "array"):
        raise _BrokenError(pointer, "parameter-type", f"{raw['name']} is of type {kind}")
    return Parameter(
        raw["name"], raw["in"], bool(raw.get("required")), schema, kind, {**resolved, **schema}.get("x-default")
    )


def _response(document: Any, node: Any, pointer: tuple[str, ...]) -> Mapping[str, Any] | None:
    return _json_schema(document, _resolve(document, node, pointer), pointer)


def _security(document: Any, raw: Any, pointer: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The operation's alternatives, the document's where it names none."""
    alternatives = tuple(frozenset(one) for one in raw.get("security", document.get("security", [])))
    unknown = frozenset().union(*alternatives) - set(document["components"].get("securitySchemes", {}))
    if unknown:
        raise _BrokenError(pointer, "unknown-security", f"no security scheme is called {', '.join(sorted(unknown))}")
    return alternatives


def _json_schema(document: Any, node: Mapping[str, Any], pointer: tuple[str, ...]) -> Mapping[str, Any] | None:
    content = node.get("content")
    if content is None:
        return None
    if set(content) != {"application/json"}:
        raise _BrokenError(pointer, "content-type", f"only application/json is understood, not {', '.join(content)}")
    schema: Mapping[str, Any] = content["application/json"].get("schema", {})
    _check_schema(document, schema, (*pointer, "content", "application/json", "schema"))
    return schema


def _check_schema(document: Any, schema: Any, pointer: tuple[str, ...]) -> None:
    if not isinstance(schema, dict):
        raise _BrokenError(pointer, "boolean-schema", "a schema must be a mapping")
    for keyword in schema:
        if keyword not in UNDERSTOOD and not str(keyword).startswith("x-"):
            raise _BrokenError((*pointer, keyword), "unknown-keyword", f"schema keyword {keyword!r} is not implemented")
    if "$ref" in schema:
        _resolve(document, schema, pointer)
    for place, part in subschemas(schema):
        _check_schema(document, part, (*pointer, *place))


def subschemas(schema: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The schemas directly inside `schema`, each with its relative JSON pointer."""
    for name, part in schema.get("properties", {}).items():
        yield ("properties", name), part
    for keyword in ("items", "additionalProperties"):
        closed = keyword == "additionalProperties" and schema.get(keyword) is False
        if keyword in schema and not closed:
            yield (keyword,), schema[keyword]
    for keyword in ("allOf", "anyOf"):
        for index, part in enumerate(schema.get(keyword, [])):
            yield (keyword, str(index)), part


def _resolve(document: Any, node: Mapping[str, Any], pointer: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """`node`, or what its reference leads to; `pointer` says where it stands, for the error."""
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target.get(part) if isinstance(target, dict) else None
        if not isinstance(target, dict):
            raise _BrokenError(pointer, "dangling-reference", f"{node['$ref']} does not exist")
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def _line_of(text: str, pointer: tuple[str, ...]) -> int:
    """The line where `pointer` (or the nearest thing above it) stands; 1 when nothing is found."""
    import yaml

    node, line = yaml.compose(text, Loader=yaml.SafeLoader), 1
    for part in pointer:
        children: dict[str, Any] = {}
        if isinstance(node, yaml.MappingNode):
            children = {str(key.value): (key, value) for key, value in node.value}
        elif isinstance(node, yaml.SequenceNode):
            children = {str(index): (value, value) for index, value in enumerate(node.value)}
        if part not in children:
            return line
        key, node = children[part]
        line = key.start_mark.line + 1
    return line
