"""From the words of a command line to a request: which operation, and what its options mean.

    models.list --tags sc:scenario --page-size 5
    generate.custom model_imagen4-ultra --prompt "a castle" --num-outputs 2 --image @castle.png

Options have the contract's names, as they are or with hyphens. Query parameters come before body fields of the same
name. A value takes the type that the schema has; where it has none (the inputs of a model) a number, true, false, a
list or an object in JSON is taken as such, anything else as text. An option without a value is true; one that is
repeated is a list. `@FILE` is the file as a data URL.
"""

from __future__ import annotations

import base64
import difflib
import json
import mimetypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from ..contract import Contract, Operation, Parameter

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
JSON_TYPES: Mapping[str, tuple[type, ...]] = {
    "integer": (int,), "number": (int, float), "boolean": (bool,), "object": (dict,),
}  # fmt: skip


class UsageError(Exception):
    """The words make no request; the message says which, and what there is instead."""


@dataclass
class Asked:
    """A request that has not been sent."""

    operation: Operation
    path: dict[str, str] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Below the base URL, with the query."""
        path = self.operation.path.format(**{name: quote(value, safe="") for name, value in self.path.items()})
        query = urlencode({name: worded(value) for name, value in self.query.items()})
        return path.lstrip("/") + (f"?{query}" if query else "")


@dataclass(frozen=True)
class Field:
    """One thing that can be given to an operation. `kind` is its JSON type, "" for any."""

    name: str
    place: str
    """`path`, `query` or `body`."""
    kind: str
    schema: Mapping[str, Any]
    required: bool

    @property
    def option(self) -> str:
        """As the command line has it."""
        return "--" + hyphened(self.name)


def method_of(operation: Operation) -> str:
    """The name that the client has for it: `models.list`."""
    return f"{operation.tag}.{operation.extensions.get('x-client-method', operation.id)}"


def find(contract: Contract, name: str) -> Operation:
    """The operation of that name: the client's or the operationId. Raises UsageError with the nearest ones."""
    known: dict[str, Operation] = {}
    for operation in contract.operations.values():
        known[method_of(operation)] = known[operation.id] = operation
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 3, 0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "see scenario-mock call --list"
    raise UsageError(f"no operation is called {name!r}; {hint}")


def fields(contract: Contract, operation: Operation) -> list[Field]:
    """All that can be given, in the contract's order."""
    found = [Field(one.name, one.location, one.kind, one.schema, one.required) for one in operation.parameters]
    schema = contract.resolve(operation.body) if operation.body else {}
    required = schema.get("required", ())
    for name, part in _properties(contract, schema).items():
        resolved = contract.resolve(part)
        found.append(Field(name, "body", _kind(resolved), resolved, name in required))
    return found


def is_open(contract: Contract, operation: Operation) -> bool:
    """Whether its body takes fields that the contract does not name: the inputs of a model."""
    schema = contract.resolve(operation.body) if operation.body else None
    return schema is not None and schema.get("additionalProperties", True) is not False and not schema.get("properties")


def read(contract: Contract, operation: Operation, words: Sequence[str], data: str | None = None) -> Asked:
    """The request that the words after an operation's name describe. Raises UsageError."""
    asked = Asked(operation, body=_data(data))
    known = fields(contract, operation)
    places = [one for one in known if one.place == "path"]
    given: dict[str, list[str | None]] = {}
    for name, value in _options(words):
        if name is not None:
            given.setdefault(name, []).append(value)
        elif places:
            asked.path[places.pop(0).name] = str(value)
        else:
            raise UsageError(f"{method_of(operation)} takes no word {value!r}; options begin with --")
    for name, values in given.items():
        _put(asked, _field(contract, operation, known, name), values)
    missing = [one for one in known if one.place == "path" and one.name not in asked.path]
    if missing:
        names = " ".join(f"<{one.name}>" for one in missing)
        method = method_of(operation)
        raise UsageError(f"{method} needs {names}, as in: scenario-mock call {method} {names}")
    return asked


def worded(value: Any) -> str:
    """A value in a query."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def hyphened(name: str) -> str:
    """`pageSize` as `page-size`."""
    return HUMP.sub("-", name).lower()


def _options(words: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Names with their values; a word without a name has None for it, a name without a value too."""
    waiting: str | None = None
    for word in words:
        is_name = word.startswith("--") and len(word) > 2
        if waiting is not None:
            yield waiting, None if is_name else word
            waiting = None
            if not is_name:
                continue
        if is_name:
            name, equals, value = word[2:].partition("=")
            if equals:
                yield name, value
            else:
                waiting = name
        else:
            yield None, word
    if waiting is not None:
        yield waiting, None


def _field(contract: Contract, operation: Operation, known: Sequence[Field], name: str) -> Field:
    same = [one for one in known if _plain(one.name) == _plain(name)]
    if same:
        return same[0]
    if is_open(contract, operation):
        return Field(_camel(name), "body", "", {}, False)
    options = [one.option for one in known]
    near = difflib.get_close_matches(f"--{hyphened(name)}", options, 3, 0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(options) or 'none'}"
    raise UsageError(f"{method_of(operation)} has no option --{name}; {hint}")


def _put(asked: Asked, one: Field, values: Sequence[str | None]) -> None:
    if one.place == "path":
        asked.path[one.name] = str(values[-1])
        return
    typed = [_typed(one, value) for value in values]
    is_list = one.kind == "array" or (not one.kind and len(typed) > 1)
    if is_list:
        flat = [part for value in typed for part in (value if isinstance(value, list) else [value])]
        typed = [flat]
    target = asked.query if one.place == "query" else asked.body
    target[one.name] = typed[-1]


def _typed(one: Field, value: str | None) -> Any:
    """A value with the type of its field. Raises UsageError."""
    if value is None:
        if one.kind in ("boolean", "") or one.place == "query":
            return True
        raise UsageError(f"{one.option} needs a value")
    if value.startswith("@") and len(value) > 1:
        return _data_url(Path(value[1:]), one.option)
    if one.kind == "string" or (one.place == "query" and one.kind not in ("array", "boolean")):
        return value
    try:
        content = json.loads(value)
    except ValueError:
        content = value
    wanted = JSON_TYPES.get(one.kind)
    if wanted is not None and (not isinstance(content, wanted) or (one.kind != "boolean" and content is True)):
        article = "an" if one.kind[0] in "aeiou" else "a"
        raise UsageError(f"{one.option} is {article} {one.kind}, not {value!r}")
    return content if one.kind != "array" or isinstance(content, list | dict) else value


def _data(data: str | None) -> dict[str, Any]:
    """`--data`: JSON, or `@FILE` with JSON in it. Raises UsageError."""
    if data is None:
        return {}
    try:
        text = Path(data[1:]).read_text("utf-8") if data.startswith("@") else data
        content = json.loads(text)
    except (OSError, ValueError) as error:
        raise UsageError(f"--data: {error}") from error
    if not isinstance(content, dict):
        raise UsageError("--data has to be a JSON object")
    return content


def _data_url(file: Path, option: str) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{option}: cannot read {file}: {error.strerror or error}") from error
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _properties(contract: Contract, schema: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(schema.get("properties") or {})
    for word in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(word) or ():
            found = {**_properties(contract, contract.resolve(part)), **found}
    return found


def _kind(schema: Mapping[str, Any]) -> str:
    kind = schema.get("type", "")
    kinds = [one for one in kind if one != "null"] if isinstance(kind, list) else [kind]
    return str(kinds[0]) if len(kinds) == 1 else ""


def _plain(name: str) -> str:
    return name.replace("-", "").replace("_", "").lower()


def _camel(name: str) -> str:
    first, *others = name.split("-")
    return first + "".join(part[:1].upper() + part[1:] for part in others)


def described(parameter: Parameter | Field) -> str:
    """The first sentence of what the contract says about it."""
    return str(parameter.schema.get("description", "")).split("\n")[0].partition(". ")[0].rstrip(".")
