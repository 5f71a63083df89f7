"""What a request points at: pictures, by asset id or in a data URL, and the words of models."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from PIL import Image

from .. import media, pictures
from ..contents import content_of
from ..errors import bad_request
from ..painting import paint
from ..picture_files import decoded
from ..store import StoredAsset
from ..studio.looks import SIDE, Look, look_at
from . import assets
from .call import Call

Row = dict[str, Any]

MOST_EXAMPLES = 8
"""Examples of a model that are looked at."""


@dataclass(frozen=True)
class Material:
    """One thing that a request points at: an asset that the caller may see, or a picture in the request itself."""

    stored: StoredAsset | None
    sent: tuple[str, bytes] = ("", b"")
    """Media type and bytes of a picture in the request."""

    @property
    def row(self) -> Row | None:
        """The asset's row; None for a picture in the request."""
        return self.stored.row if self.stored else None

    @property
    def is_picture(self) -> bool:
        """Whether there are pixels to look at."""
        return self.row is None or self.row["kind"] == "image"

    @property
    def prompt(self) -> str:
        """The words that the asset was made from, or its description; empty when nobody wrote any."""
        if self.row is None:
            return ""
        metadata = self.row["metadata"]
        # The description of a map is the mock's own note about it.
        told = "" if metadata["type"] == "detection" else self.row.get("description", "")
        return str(metadata.get("prompt") or metadata.get("text") or told)

    @property
    def parentage(self) -> Row:
        """What the metadata of something made from this says about its origin."""
        if self.row is None:
            return {}
        root = self.row["metadata"].get("rootParentId", self.row["id"])
        return {"parentId": self.row["id"], "rootParentId": root}

    @property
    def name(self) -> str:
        """What to call it."""
        return str(self.row["metadata"].get("name", self.row["id"])) if self.row else "picture"

    @cached_property
    def picture(self) -> Image.Image:
        """The pixels, all of them. Raises ApiError 400 for what is not a picture that can be read."""
        if not self.is_picture:
            assert self.row is not None
            raise bad_request(f"Asset {self.row['id']} is not an image")
        content = content_of(self.stored)[1] if self.stored else self.sent[1]
        try:
            return decoded(content)
        except ValueError as error:
            raise bad_request(f"Invalid image: {error}") from error

    @cached_property
    def look(self) -> Look:
        """What the pixels show; for a picture that the mock draws this costs no drawing."""
        if self.row is None or self.row["kind"] != "image" or (self.stored and self.stored.content is not None):
            return look_at(self.picture)
        size = self.row["properties"].get("width", 512), self.row["properties"].get("height", 512)
        return _drawn_look(*media.painted(self.row), *size)


@lru_cache(maxsize=8192)
def _drawn_look(seed: str, prompt: str, width: int, height: int) -> Look:
    small = look_at(paint(seed, prompt, width, height, SIDE))
    return Look(**{**vars(small), "width": width, "height": height})


def material(call: Call, reference: str) -> Material:
    """What `reference` names. Raises ApiError: 404 for an unknown asset, 400 for a data URL that is no picture."""
    if not reference.startswith("data:"):
        return Material(assets.find(call, reference))
    try:
        mime_type, content = pictures.decode_data_url(reference)
        if not mime_type.startswith("image/"):
            raise ValueError(f"{mime_type} is not a picture")
        pictures.size_of(content)
    except ValueError as error:
        raise bad_request(f"Invalid image: {error}") from error
    return Material(None, (mime_type, content))


def materials(call: Call, references: Iterable[str]) -> list[Material]:
    """What the references name, in their order; a repeated one is looked up once."""
    known: dict[str, Material] = {}
    found = []
    for reference in references:
        if reference not in known:
            known[reference] = material(call, reference)
        found.append(known[reference])
    return found


def examples(call: Call, model: Row) -> list[Material]:
    """The examples of a model that the caller can see."""
    found = assets.bulk(call, model["exampleAssetIds"][:MOST_EXAMPLES])
    return [Material(stored) for stored in found]
