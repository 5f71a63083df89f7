"""The operations of the contract as the command line knows them: by which names, and what can be given to each.

Names are the client's (`models.list`) and operationIds, in any spelling: capitals, hyphens and underscores do not
count.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..contract import Contract, Operation

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
KIND_OF_INPUT = {
    "boolean": "boolean", "file": "string", "file_array": "array", "inputs_array": "array", "model": "string",
    "model_array": "array", "number": "number", "number_array": "array", "string": "string", "string_array": "array",
}  # fmt: skip
"""What a model calls the type of an input -> its JSON type."""
ITEMS_OF_INPUT = {"file_array": "string", "model_array": "string", "number_array": "number", "string_array": "string"}
"""The JSON type of what a list of that type holds."""


class UsageError(Exception):
    """The words make no request; the message says which, and what there is instead."""


@dataclass(frozen=True)
class Field:
    """One thing that can be given to an operation. `kind` is its JSON type, "" for any; `items` that of a list's."""

    name: str
    place: str
    """`path`, `query` or `body`."""
    kind: str
    schema: Mapping[str, Any]
    required: bool
    about: str = ""
    """What the contract or the model says about it."""
    items: str = ""

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
    same = [operation for one, operation in known.items() if plain(one) == plain(name)]
    if same:
        return same[0]
    hint = nearest(name, known) or "see scenario-mock call --list"
    raise UsageError(f"no operation is called {name!r}; {hint}")


def described(contract: Contract, operation: Operation) -> Mapping[str, Any]:
    """The operation as the document has it."""
    found: Mapping[str, Any] = contract.document["paths"][operation.path][operation.method.lower()]
    return found


def fields(contract: Contract, operation: Operation) -> list[Field]:
    """All that can be given, in the contract's order."""
    raw = [contract.resolve(one) for one in described(contract, operation).get("parameters", ())]
    found = [
        _field(contract, one.name, one.location, one.schema, one.required, told.get("description", ""))
        for one, told in zip(operation.parameters, raw, strict=True)
    ]
    schema = contract.resolve(operation.body) if operation.body else {}
    required = schema.get("required", ())
    return found + [
        _field(contract, name, "body", part, name in required) for name, part in schema.get("properties", {}).items()
    ]


def inputs(model: Mapping[str, Any]) -> list[Field]:
    """The inputs that a model declares, as fields of the body."""
    found = []
    for one in model.get("inputs") or ():
        kind = str(one.get("type", ""))
        schema = {"enum": one.get("allowedValues"), "minimum": one.get("min"), "maximum": one.get("max"),
                  "x-default": one.get("default")}  # fmt: skip
        found.append(
            Field(
                name=str(one["name"]),
                place="body",
                kind=KIND_OF_INPUT.get(kind, ""),
                schema={name: value for name, value in schema.items() if value is not None},
                required=bool((one.get("required") or {}).get("always")),
                about=str(one.get("description") or one.get("label") or ""),
                items=ITEMS_OF_INPUT.get(kind, ""),
            )
        )
    return found


def is_open(contract: Contract, operation: Operation) -> bool:
    """Whether its body takes fields that the contract does not name: the inputs of a model."""
    schema = contract.resolve(operation.body) if operation.body else None
    return schema is not None and schema.get("additionalProperties", True) is not False and not schema.get("properties")


def choices(one: Field) -> Sequence[Any]:
    """The words that the contract knows for a field; empty where it takes any."""
    known: Sequence[Any] = one.schema.get("enum") or one.schema.get("x-extensible-enum") or ()
    return known


def nearest(name: str, known: Iterable[str]) -> str:
    """`did you mean a or b?` for a name that is not known; empty when nothing is like it."""
    near = difflib.get_close_matches(name, list(known), 3, 0.5)
    return f"did you mean {' or '.join(near)}?" if near else ""


def hyphened(name: str) -> str:
    """`pageSize` as `page-size`."""
    return HUMP.sub("-", name).lower()


def plain(name: str) -> str:
    """What is left of a name when its spelling does not count."""
    return name.replace("-", "").replace("_", "").lower()


def _field(contract: Contract, name: str, place: str, schema: Any, required: bool, about: str = "") -> Field:
    resolved = {**contract.resolve(schema)}
    items = contract.resolve(resolved["items"]) if "items" in resolved else {}
    about = about or str(resolved.get("description", ""))
    return Field(name, place, str(resolved.get("type", "")), resolved, required, about, str(items.get("type", "")))
