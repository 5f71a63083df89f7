"""Facts as data: the files in `facts/`, the printed samples in `samples/`, and how their paths are read."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from contract_tests.document.walk import Document, Operation, fields, operations, resolve

HERE = Path(__file__).parent


@cache
def facts(name: str) -> Any:
    """The facts file `facts/<name>.yaml`."""
    return yaml.safe_load((HERE / "facts" / f"{name}.yaml").read_text("utf-8"))


def sample(name: str) -> Any:
    """A fresh copy of the printed sample `samples/<name>.json`."""
    return json.loads((HERE / "samples" / f"{name}.json").read_text("utf-8"))


def operation(document: Document, route: str) -> Operation:
    """The operation of a route, `GET /models`."""
    method, path = route.split(" ")
    (found,) = [one for one in operations(document) if one.place == ("paths", path, method.lower())]
    return found


def at(document: Document, schema: Any, path: str) -> Any:
    """The schema at `path` (`a.b[].*.c`) below `schema`, references followed; None when there is no such field."""
    node = resolve(document, schema)
    for part in re.findall(r"\[\]|[^.\[\]]+", path):
        if part == "[]":
            node = (node or {}).get("items")
        elif part == "*":
            node = (node or {}).get("additionalProperties")
        else:
            node = fields(document, node).get(part)
        node = resolve(document, node)
    return node


def known_values(node: Any) -> set[Any]:
    """The values of an enumeration, open or closed."""
    return set(node.get("x-extensible-enum", node.get("enum", [])))
