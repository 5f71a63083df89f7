"""A request's body as JSON, or the refusal that says why it is none.

Nesting is capped here, once: what is behind (validation, handlers, renderers) may recurse without a thought.
"""

from __future__ import annotations

from typing import Any

import orjson

from .errors import bad_request

DEEPEST = 64
"""Levels of lists and objects. The contract's own bodies have fewer than ten."""


def read_json(raw: bytes) -> Any:
    """The value that `raw` spells. Raises ApiError 400."""
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise bad_request(f"The body is not valid JSON: {error}") from error
    # Counting brackets costs nothing beside parsing, and a body with few of them cannot be deep.
    if raw.count(b"[") + raw.count(b"{") > DEEPEST and _deeper_than(value, DEEPEST):
        raise bad_request(f"The body is nested deeper than {DEEPEST} levels")
    return value


def _deeper_than(value: Any, levels: int) -> bool:
    row = [value]
    for _ in range(levels + 1):
        row = [part for one in row if isinstance(one, list | dict) for part in _parts(one)]
        if not row:
            return False
    return True


def _parts(value: list[Any] | dict[str, Any]) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value
