"""Cut sorted rows into pages behind opaque tokens.

A token holds the sort key of the last row that was sent, not a position, so rows inserted between two pages neither
repeat nor push out others. It is base64 of JSON, as the service's are.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable
from typing import Any

import orjson

from .errors import bad_request

Row = dict[str, Any]
Key = tuple[Any, ...]


def page(
    rows: Iterable[Row], key: Callable[[Row], Key], *, descending: bool, size: int, token: str | None, name: str
) -> dict[str, Any]:
    """`{name: rows, nextPaginationToken?}`: the `size` rows after `token`, ordered by `key` (which must be unique).

    The token is absent on the last page, as recorded. Raises ApiError 400 for a token that this order did not make.
    """
    ordered = sorted(rows, key=key, reverse=descending)
    if token is not None:
        last = _read(token, descending)
        # Same order on both sides: key() and the token hold the same types, or the token is not ours.
        try:
            ordered = [row for row in ordered if (key(row) < last if descending else key(row) > last)]
        except TypeError as error:
            raise _unreadable() from error
    answer: dict[str, Any] = {name: ordered[:size]}
    if len(ordered) > size:
        answer["nextPaginationToken"] = _write(key(ordered[size - 1]), descending)
    return answer


def _write(key: Key, descending: bool) -> str:
    return base64.urlsafe_b64encode(orjson.dumps({"after": key, "descending": descending})).decode().rstrip("=")


def _read(token: str, descending: bool) -> Key:
    try:
        content = orjson.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except (binascii.Error, ValueError) as error:
        raise _unreadable() from error
    if not isinstance(content, dict) or not isinstance(content.get("after"), list):
        raise _unreadable()
    if content.get("descending") is not descending:
        raise _unreadable()
    return tuple(content["after"])


def _unreadable() -> Exception:
    return bad_request("Invalid paginationToken")
