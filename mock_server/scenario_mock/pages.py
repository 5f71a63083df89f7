"""Opaque tokens that say where a list goes on.

A token holds the order's value and the id of the last row that was sent, not a position, so rows inserted between two
pages neither repeat nor push out others. It is base64 of JSON, as the service's are, and good for one order only.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from .encoding import DecodeError, decode, encode
from .errors import bad_request
from .store import Key


def page(name: str, rows: Any, key: Key | None, order: str, descending: bool) -> dict[str, Any]:
    """`{name: rows, nextPaginationToken?}`; the token is absent on the last page, as recorded."""
    answer: dict[str, Any] = {name: rows}
    if key is not None:
        answer["nextPaginationToken"] = _write(key, order, descending)
    return answer


def place_after(token: str | None, order: str, descending: bool) -> Key | None:
    """Where a token says to go on. Raises ApiError 400 for a token that this order did not make."""
    if token is None:
        return None
    try:
        content = decode(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except (binascii.Error, ValueError, DecodeError) as error:
        raise bad_request("Invalid paginationToken") from error
    after = content.get("after") if isinstance(content, dict) else None
    same_order = after and content.get("by") == order and content.get("descending") is descending
    if not same_order or not isinstance(after, list) or [type(part) for part in after] != [int, str]:
        raise bad_request("Invalid paginationToken")
    if not abs(after[0]) < 1 << 62 or "\0" in after[1]:
        raise bad_request("Invalid paginationToken")
    return after[0], after[1]


def _write(key: Key, order: str, descending: bool) -> str:
    return base64.urlsafe_b64encode(encode({"after": key, "by": order, "descending": descending})).decode().rstrip("=")
