"""Generations: a model makes a few assets that belong together, as examples of it or as somebody's work."""

from __future__ import annotations

import random
from typing import Any

from .. import words
from ..ids import new_id
from ..themes import Theme
from . import assets
from .models import UrlOf, output_kind, show
from .people import Owner

Row = dict[str, Any]

# Asset types for what a capability of a custom model makes, where the words differ.
HOW = {"img2img_texture": "texture"}


def generation(
    model: Row, theme: Theme, owner: Owner, created_ms: int, count: int, rng: random.Random, url_of: UrlOf
) -> list[Row]:
    """`count` assets with one prompt and different seeds, made by `model`."""
    kind, capability = output_kind(model)
    how = HOW.get(capability, capability)
    if not model["custom"] and kind == "image":
        how = "inference-txt2img" if capability == "txt2img" else "inference-img2img"
    text = words.caption(rng, theme) if kind == "audio" else words.prompt(rng, theme)
    made = assets.Made(how, kind, theme, text, created_ms, model["id"], model["type"], rng.choice(words.RATIOS[:5]))
    return [assets.asset_row(new_id("asset", rng), made, owner, rng, url_of, index) for index in range(count)]


def upload(theme: Theme, owner: Owner, created_ms: int, rng: random.Random, url_of: UrlOf, kind: str = "image") -> Row:
    """A file that somebody brought along."""
    made = assets.Made(assets.UPLOADED[kind], kind, theme, "", created_ms, ratio=rng.choice(words.RATIOS[:5]))
    row = assets.asset_row(new_id("asset", rng), made, owner, rng, url_of)
    row["metadata"]["name"] = words.file_name(rng, assets.MIME_TYPES[kind].rpartition("/")[2].replace("plain", "txt"))
    return row


def edit(of: Row, how: str, owner: Owner, created_ms: int, rng: random.Random, url_of: UrlOf) -> Row:
    """An upscale, a cut-out or the like of another picture."""
    theme = words.theme_of(of["tags"]) or words.theme(rng)
    prompt = f"the same at night, {words.prompt(rng, theme)}" if how == "image-prompt-editing" else ""
    made = assets.Made(how, "image", theme, prompt, created_ms, ratio=of["metadata"].get("aspectRatio", "1:1"))
    row = assets.asset_row(new_id("asset", rng), made, owner, rng, url_of)
    root = of["metadata"].get("rootParentId", of["id"])
    row["metadata"] |= {"parentId": of["id"], "rootParentId": root, "name": of["metadata"]["name"]}
    if prompt:
        row["metadata"]["prompt"] = prompt
    return {**row, "tags": list(of["tags"])}


def exhibit(
    model: Row, theme: Theme, owner: Owner, created_ms: int, count: int, rng: random.Random, url_of: UrlOf
) -> list[Row]:
    """Example assets of `model`, written into its row together with a thumbnail, which is always a picture."""
    rows = generation(model, theme, owner, created_ms, count, rng, url_of)
    example_ids = [row["id"] for row in rows]
    if rows[0]["kind"] == "image":
        show(model, example_ids, url_of)
        return rows
    picture = upload(theme, owner, created_ms, rng, url_of)
    show(model, example_ids, url_of, thumbnail=picture["id"])
    return [picture, *(illustrated(row, picture["id"], url_of) for row in rows)]


def illustrated(row: Row, picture_id: str, url_of: UrlOf) -> Row:
    """The row with a picture that stands for it, when it is a video or a 3D model."""
    return assets.with_preview(row, picture_id, url_of) if row["kind"] in ("video", "3d") else row
