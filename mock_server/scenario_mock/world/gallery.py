"""Works: assets that belong together because one job made them, as examples of a model or as somebody's work."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import words
from ..chance import pick
from ..ids import new_id
from ..themes import Theme
from . import assets
from .models import UrlOf, output_kind, show
from .people import Owner
from .ways import WAYS, Way

Row = dict[str, Any]

RATIOS, VIDEO_RATIOS = words.RATIOS[:5], ("16:9", "16:9", "9:16")
# Asset types for what a capability of a custom model makes, where the words differ.
HOW = {"img2img_texture": "texture"}
NAMES = {"image": "png", "video": "mp4", "audio": "wav", "3d": "glb", "text": "txt", "json": "json"}
"""How names of uploaded files end, by kind."""


@dataclass(frozen=True)
class Work:
    """Assets of one job, all created at `created_ms` (milliseconds since the epoch) by one author."""

    created_ms: int
    rows: list[Row]


def way_of(model: Mapping[str, Any]) -> Way:
    """How a model makes assets with its first capability."""
    kind, capability = output_kind(model)
    how = HOW.get(capability, capability)
    if not model["custom"] and kind == "image":
        how = "inference-txt2img" if capability == "txt2img" else "inference-img2img"
    return WAYS[how]


def generation(
    model: Mapping[str, Any], way: Way, theme: Theme, owner: Owner, created_ms: int, count: int, rng: random.Random,
    url_of: UrlOf,
) -> Work:  # fmt: skip
    """`count` assets with one prompt and different seeds, made by `model`."""
    text = words.caption(rng, theme) if way.kind == "audio" else words.prompt(rng, theme)
    ratio, author = pick(rng, VIDEO_RATIOS if way.kind == "video" else RATIOS), owner.member(rng)
    made = assets.Made(way.type, way.kind, theme, text, created_ms, model["id"], model["type"], ratio, author)
    rows = [assets.asset_row(new_id("asset", rng), made, owner, rng, url_of, index) for index in range(count)]
    return Work(created_ms, rows)


def upload(
    theme: Theme, owner: Owner, created_ms: int, rng: random.Random, url_of: UrlOf, how: str = "uploaded"
) -> Work:
    """A file that somebody brought along, or a canvas that somebody drew."""
    kind = WAYS[how].kind
    about, author = words.caption(rng, theme), owner.member(rng)
    made = assets.Made(how, kind, theme, "", created_ms, ratio=pick(rng, RATIOS), author_id=author, about=about)
    row = assets.asset_row(new_id("asset", rng), made, owner, rng, url_of)
    row["metadata"]["name"] = words.file_name(rng, NAMES[kind], row["metadata"]["name"])
    return Work(created_ms, [row])


def edit(of: Row, way: Way, owner: Owner, created_ms: int, rng: random.Random, url_of: UrlOf) -> Work:
    """What a tool made out of another asset, such as an upscale or a cut-out; it descends from that asset."""
    theme = words.theme_of(of["tags"]) or words.theme(rng)
    prompt = ""
    if way.type.startswith(("inference-", "image-prompt-editing", "generative-fill")):
        prompt = f"the same at night, {words.prompt(rng, theme)}"
    ratio = of["metadata"].get("aspectRatio", "1:1")
    about, author = of["metadata"].get("prompt") or of.get("description", ""), owner.member(rng)
    made = assets.Made(way.type, way.kind, theme, prompt, created_ms, ratio=ratio, author_id=author, about=about)
    row = assets.asset_row(new_id("asset", rng), made, owner, rng, url_of)
    row["metadata"]["name"] = of["metadata"]["name"]
    if prompt:
        row["metadata"]["prompt"] = prompt
    row["tags"] = list(of["tags"])
    return descended(Work(created_ms, [row]), of)


def descended(work: Work, of: Row) -> Work:
    """The same work with another asset as the parent of its rows."""
    root = of["metadata"].get("rootParentId", of["id"])
    for row in work.rows:
        row["metadata"] |= {"parentId": of["id"], "rootParentId": root}
    return work


def exhibit(
    model: Row, theme: Theme, owner: Owner, created_ms: int, count: int, rng: random.Random, url_of: UrlOf
) -> list[Work]:
    """Example assets of `model`, written into its row together with a thumbnail, which is always a picture."""
    work = generation(model, way_of(model), theme, owner, created_ms, count, rng, url_of)
    example_ids = [row["id"] for row in work.rows]
    if work.rows[0]["kind"] == "image":
        show(model, example_ids, url_of)
        return [work]
    picture = upload(theme, owner, created_ms, rng, url_of)
    picture_id = picture.rows[0]["id"]
    show(model, example_ids, url_of, thumbnail=picture_id)
    return [picture, illustrated(work, picture_id, url_of)]


def illustrated(work: Work, picture_id: str, url_of: UrlOf) -> Work:
    """The work with a picture that stands for each video and 3D model in it."""
    rows = [
        assets.with_preview(row, picture_id, url_of) if row["kind"] in ("video", "3d") else row for row in work.rows
    ]
    return Work(work.created_ms, rows)
