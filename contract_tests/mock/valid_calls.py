"""One valid, minimal call for each operation, made from the contract's own examples: what the bad-input tests spoil.

A call's path holds ids of the documents, which every world knows. `places` finds what can be spoiled in a body, `spoil`
puts raw JSON text there, so that a test can send what no serializer would write.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import Image

from contract_tests.conftest import contract_document

BASIC = "Basic " + base64.b64encode(b"key:secret").decode()
HEADERS = {"authorization": BASIC, "content-type": "application/json"}
MARK = "\N{OBJECT REPLACEMENT CHARACTER}spoilt"


def _tile() -> str:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


TILE = _tile()
WORKS_ON_PICTURES = (
    "createTextToImageGeneration",
    "createPromptEdit",
    "createDetection",
    "createPatch",
    "createQualityGate",
)
SMALLER: Mapping[str, Any] = {
    "image": TILE, "width": 64, "height": 64, "numSamples": 1, "position": {"x": 0, "y": 0}
}  # fmt: skip

Place = tuple[str | int, ...]
"""Keys and indexes from a body's root to one of its values."""


@dataclass(frozen=True)
class ValidCall:
    """One request that the contract allows: `template` is the contract's path, `path` has ids in it."""

    operation_id: str
    method: str
    template: str
    ids: Mapping[str, str]
    query: tuple[Mapping[str, Any], ...]
    """The declared query parameters, each as the contract describes it, its schema resolved."""
    body: Any
    """The first example of the request body with pictures made small; None for an operation without one."""
    properties: tuple[str, ...]
    """Every top-level property that the body may have."""

    @property
    def places(self) -> list[Place]:
        """Where a body of this operation can be spoilt: everything in its example, and each property not in it."""
        found = [at for at, _ in places(self.body)]
        return found + [(name,) for name in self.properties if (name,) not in found]

    @property
    def path(self) -> str:
        """The path below /v1, with its ids."""
        return self.with_ids(self.ids)

    def with_ids(self, ids: Mapping[str, str]) -> str:
        """The path below /v1 with `ids` put in as they are."""
        path = self.template
        for name, value in ids.items():
            path = path.replace("{" + name + "}", value)
        return path

    def __str__(self) -> str:
        return self.operation_id


@cache
def valid_calls() -> tuple[ValidCall, ...]:
    """One call for each operation of the contract."""
    document = contract_document()
    return tuple(
        _call(document, path, method, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
    )


def _call(document: Any, path: str, method: str, operation: Any) -> ValidCall:
    parameters = [_resolved(document, parameter) for parameter in operation.get("parameters", [])]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    return ValidCall(
        operation_id=operation["operationId"],
        method=method.upper(),
        template=path,
        ids={parameter["name"]: parameter["example"] for parameter in parameters if parameter["in"] == "path"},
        query=tuple(
            {**parameter, "schema": _resolved(document, parameter["schema"])}
            for parameter in parameters
            if parameter["in"] == "query"
        ),
        body=_small(operation["operationId"], next(iter(content["examples"].values()))["value"]) if content else None,
        properties=tuple(_resolved(document, content["schema"]).get("properties", ())) if content else (),
    )


def _small(operation_id: str, body: Any) -> Any:
    """`body` with small pictures: a full-sized one takes a tenth of a second to work on, and spoiling takes many."""
    if operation_id not in WORKS_ON_PICTURES:
        return body
    smaller = {name: SMALLER.get(name, value) for name, value in body.items()}
    return smaller | ({"patch": {**body["patch"], "image": TILE}} if "patch" in body else {})


def _resolved(document: Any, node: Any) -> Any:
    while "$ref" in node:
        target = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def places(value: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every place in `value` with what stands there, the root left out."""
    if at:
        yield at, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in children:
        yield from places(part, (*at, key))


def spoil(body: Any, at: Place, text: bytes) -> bytes:
    """`body` as JSON, with `text` in the place of the value at `at`; a missing top-level property is added."""
    return json.dumps(_replaced(body, at, MARK), ensure_ascii=False).encode().replace(f'"{MARK}"'.encode(), text)


def spoil_name(body: Any, text: bytes) -> bytes:
    """`body`, an object, with one more property whose name is the JSON text `text`."""
    return json.dumps({**body, MARK: "x"}, ensure_ascii=False).encode().replace(f'"{MARK}"'.encode(), text)


def _replaced(value: Any, at: Place, new: Any) -> Any:
    if not at:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[at[0]] = _replaced(value[at[0]], at[1:], new) if at[1:] else new
    return copy
