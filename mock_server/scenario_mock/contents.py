"""The bytes behind an asset: what was uploaded or made, or a picture drawn from the asset's id and prompt.

One function for whoever needs them: the file that an asset's address serves, and the operations that work on pictures.
"""

from __future__ import annotations

from . import pictures
from .errors import ApiError
from .store import StoredAsset


def content_of(stored: StoredAsset) -> tuple[str, bytes]:
    """Media type and bytes of an asset. Raises ApiError 501 for a kind of file that the mock does not make."""
    row = stored.row
    if stored.content is not None:
        return row["mimeType"], stored.content
    if row["kind"] != "image":
        raise ApiError(501, {"reason": f"The mock has no {row['kind']} files yet", "name": "NotImplemented"})
    width, height = int(row["properties"].get("width", 512)), int(row["properties"].get("height", 512))
    return "image/png", pictures.draw_png(row["id"], width, height, row["metadata"].get("prompt", ""))
