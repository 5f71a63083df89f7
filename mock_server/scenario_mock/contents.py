"""The bytes behind an asset: what was uploaded or made, or a picture drawn from the asset's id and prompt.

One function for whoever needs them: the file that an asset's address serves, and the operations that work on pictures.
"""

from __future__ import annotations

import zlib

from . import pictures
from .errors import ApiError
from .store import StoredAsset

EMPTY_CHUNK = 12
"""Bytes of a PNG chunk without content; the last one of a file is such."""


def content_of(stored: StoredAsset) -> tuple[str, bytes]:
    """Media type and bytes of an asset. Raises ApiError 501 for a kind of file that the mock does not make."""
    row = stored.row
    if stored.content is not None:
        return row["mimeType"], stored.content
    if row["kind"] != "image":
        raise ApiError(501, {"reason": f"The mock has no {row['kind']} files yet", "name": "NotImplemented"})
    width, height = int(row["properties"].get("width", 512)), int(row["properties"].get("height", 512))
    drawn = pictures.draw_png(row["id"], width, height, row["metadata"].get("prompt", ""))
    return "image/png", _filled(drawn, row["properties"]["size"] if stored.job_id else 0)


def _filled(png: bytes, length: int) -> bytes:
    """The same picture in a file of `length` bytes, with a chunk before its end that readers skip."""
    room = length - len(png) - EMPTY_CHUNK
    if room < 0:
        return png
    content = b"fiLl" + bytes(room)
    chunk = room.to_bytes(4, "big") + content + zlib.crc32(content).to_bytes(4, "big")
    return png[:-EMPTY_CHUNK] + chunk + png[-EMPTY_CHUNK:]
