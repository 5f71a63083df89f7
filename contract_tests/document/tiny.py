"""The smallest contract that keeps every rule, and a way to break it in one place."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "samples" / "tiny.yaml"
REMOVED = object()
"""The value of a change that takes something away."""


def tiny() -> Any:
    """A fresh copy; what an anchor shares stands there once for each alias, so that one place can change alone."""
    return _unshared(yaml.load(_text(), Loader=yaml.CSafeLoader))


def changed(document: Any, pointer: str, value: Any) -> Any:
    """`document` with `value` put at `pointer` (`-` appends to a list), or with what is there taken away."""
    *way, last = [part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("/").split("/")]
    at = document
    for part in way:
        at = at[int(part)] if isinstance(at, list) else at[part]
    if value is REMOVED:
        del at[int(last) if isinstance(at, list) else last]
    elif not isinstance(at, list):
        at[last] = value
    elif last == "-":
        at.append(value)
    else:
        at[int(last)] = value
    return document


@cache
def _text() -> str:
    return FILE.read_text("utf-8")


def _unshared(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _unshared(value) for key, value in node.items()}
    return [_unshared(value) for value in node] if isinstance(node, list) else node
