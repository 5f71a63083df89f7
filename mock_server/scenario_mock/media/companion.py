"""The picture that stands for a video, a 3D model, a sound or a text: an asset of its own, hidden from lists.

It is painted as the file it stands for is, and a video ends where it began, so one picture is its thumbnail, its
preview, its first and its last frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..files import canonical
from .making import painted
from .properties import properties_of

Row = dict[str, Any]

LONGEST_SIDE, SQUARE = 512, (512, 512)
TYPES = {"video": "video2img"}
"""What made the picture, where the vocabulary of types has a word for it."""


def thumbnail_row(row: Mapping[str, Any], asset_id: str) -> Row:
    """The row of the picture with the id `asset_id` that stands for the asset of `row`.

    The other way round the asset's row should get `{"assetId": asset_id, "url": …}` as thumbnail or preview.
    """
    seed, prompt = painted(row)
    size = _size(row["properties"]) if row["kind"] == "video" else SQUARE
    properties = properties_of("image", size=size)
    how = TYPES.get(row["kind"], "unknown")
    metadata: Row = {
        "kind": "image",
        "type": how,
        "name": f"{row['metadata'].get('name', row['id'])} (preview)",
        "parentId": row["id"],
        "rootParentId": row["metadata"].get("rootParentId", row["id"]),
        "originalAssetId": seed,
        "prompt": prompt,
        **properties,
    }
    same = ("privacy", "authorId", "ownerId", "createdAt", "updatedAt", "status", "nsfw", "collectionIds", "tags")
    return {
        "id": asset_id,
        "url": canonical(asset_id),
        "mimeType": "image/png",
        "kind": "image",
        "source": how,
        "isHidden": True,
        "editCapabilities": [],
        "properties": properties,
        "metadata": metadata,
        **{name: row[name] for name in same},
    }


def _size(properties: Mapping[str, Any]) -> tuple[int, int]:
    """The video's shape, its longer side 512 at most, its shorter at least 2."""
    share = min(1.0, LONGEST_SIDE / max(properties["width"], properties["height"]))
    width, height = (max(round(properties[side] * share), 2) for side in ("width", "height"))
    return width, height
