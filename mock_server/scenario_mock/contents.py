"""The bytes behind an asset: what was uploaded or made, or the file that its row alone decides.

One function for whoever needs them: the file that an asset's address serves, and the operations that work on pictures.
"""

from __future__ import annotations

from . import media
from .errors import ApiError
from .store import StoredAsset


def content_of(stored: StoredAsset) -> tuple[str, bytes]:
    """Media type and bytes of an asset. Raises ApiError 501 for a type of file that the mock does not make."""
    row = stored.row
    if stored.content is not None:
        return row["mimeType"], stored.content
    try:
        return row["mimeType"], media.make(row)
    except ValueError as error:
        raise ApiError(501, {"reason": f"Asset {row['id']}: {error}", "name": "NotImplemented"}) from error
