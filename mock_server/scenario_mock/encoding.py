"""JSON bytes: the one way that the mock writes and reads JSON.

Entities are kept as encoded bytes and put into answers as they are (`Fragment`): decoding and encoding a row again
costs more than all the rest of a request.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson

Fragment = orjson.Fragment
"""Encoded JSON that stands in an answer as it is."""
DecodeError = orjson.JSONDecodeError


def array(rows: Iterable[bytes]) -> bytes:
    """Encoded rows as one encoded array."""
    return b"[" + b",".join(rows) + b"]"


def encode(value: Any) -> bytes:
    """`value` as JSON in UTF-8."""
    try:
        return orjson.dumps(value)
    except TypeError:  # an integer of more than 64 bits that a request brought along
        return orjson.dumps(_fitting(value))


def _fitting(value: Any) -> Any:
    """`value` with integers that do not fit as the floats that they were when they came in."""
    if isinstance(value, dict):
        return {name: _fitting(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_fitting(part) for part in value]
    return float(value) if isinstance(value, int) and value.bit_length() > 63 else value


def decode(text: bytes | str) -> Any:
    """The value that JSON text spells. Raises DecodeError."""
    return orjson.loads(text)
