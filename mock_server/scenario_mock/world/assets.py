"""Rows of assets: pictures above all, then videos, sounds, 3D models and texts; generated, edited or uploaded.

The files are never drawn here: `media` makes one of a row when somebody asks for it, and says beforehand how large it
is. Sides of pictures are 64 to 2048, and every picture is a PNG. `ways` has the asset types.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .. import words
from ..anchor import after
from ..chance import pick, whole
from ..clock import iso
from ..media import MIME_TYPES, properties_of
from ..pictures import size_for
from ..themes import Theme
from .people import Owner
from .ways import WAYS

Row = dict[str, Any]
UrlOf = Callable[[str], str]

EDIT_CAPABILITIES = {
    "image": [
        "DETECTION", "GENERATIVE_FILL", "PIXELATE", "PROMPT_EDITING", "REFINE", "REFRAME", "REMOVE_BACKGROUND",
        "SEGMENTATION", "UPSCALE", "VECTORIZATION",
    ],
    "video": ["UPSCALE"],
}  # fmt: skip
STEPS = (20, 28, 30, 40, 50, 60)
GUIDANCE = (3.5, 4.5, 5.0, 7.0, 7.5, 9.0)
UNSAFE = ("suggestive", "violence", "gore")
UNSAFE_SHARE = 0.02
"""How many of the pictures and videos have a label of content that is not safe for work."""


@dataclass(frozen=True)
class Made:
    """How assets came to be: `how` is the asset type (`txt2img`), the model is None for uploads and edits.

    `about` says what it shows when there was no prompt; the author is the owner's first member unless another one is
    named.
    """

    how: str
    kind: str
    theme: Theme
    prompt: str
    created_ms: int
    model_id: str | None = None
    model_type: str | None = None
    ratio: str = "1:1"
    author_id: str | None = None
    about: str = ""


def asset_row(asset_id: str, made: Made, owner: Owner, rng: random.Random, url_of: UrlOf, index: int = 0) -> Row:
    """One asset of a generation, an edit or an upload; `index` counts the outputs of one generation."""
    properties = _PROPERTIES[made.kind](made, rng)
    about = made.prompt or made.about or words.caption(rng, made.theme)
    title = words.title_of(about)
    way = WAYS[made.how]
    metadata: Row = {"kind": made.kind, "type": made.how, "name": title, "size": properties["size"], **way.settings}
    if "width" in properties:
        metadata["width"], metadata["height"] = properties["width"], properties["height"]
    if made.model_id is not None:
        metadata |= _settings(made, rng)
    created = iso(made.created_ms)
    row: Row = {
        "id": asset_id,
        "url": url_of(asset_id),
        "mimeType": MIME_TYPES[made.kind],
        "kind": made.kind,
        "source": way.source,
        "status": "success",
        "privacy": owner.privacy,
        "authorId": made.author_id or owner.author_id,
        "ownerId": owner.project_id,
        "createdAt": created,
        "updatedAt": iso(after(rng, made.created_ms, 3)) if rng.random() < 0.3 else created,
        "tags": words.tags(rng, made.theme, 4),
        "nsfw": [pick(rng, UNSAFE)] if "width" in properties and rng.random() < UNSAFE_SHARE else [],
        "collectionIds": owner.shelf_for(made.theme, rng),
        "editCapabilities": list(EDIT_CAPABILITIES.get(made.kind, ())),
        "properties": properties,
        "metadata": metadata,
    }
    if made.model_id is not None:
        row["outputIndex"] = index
    if made.kind not in ("text", "json") and rng.random() < 0.8:
        row["description"] = row["automaticCaptioning"] = words.caption_of(about)
    return row


def with_preview(row: Row, picture_id: str, url_of: UrlOf) -> Row:
    """The row of a video or 3D model with the picture that stands for it."""
    reference = {"assetId": picture_id, "url": url_of(picture_id)}
    return {**row, "thumbnail": reference, "preview": dict(reference)}


def _settings(made: Made, rng: random.Random) -> Row:
    """What the caller sent: the prompt, and for pictures the settings that the model type has."""
    sent: Row = {
        "modelId": made.model_id,
        "modelType": made.model_type,
        "prompt": made.prompt,
        "seed": words.seed_text(rng),
    }
    if made.kind == "audio":
        sent["text"] = made.prompt
    if made.kind not in ("image", "video"):
        return sent
    sent["aspectRatio"] = made.ratio
    if made.how.startswith("inference-") or rng.random() < 0.3:
        sent["numInferenceSteps"] = pick(rng, STEPS)
        sent["guidance"] = pick(rng, GUIDANCE)
        sent["scheduler"] = pick(rng, words.SCHEDULERS)
        sent["baseModelId"] = pick(rng, words.BASE_MODELS)
    if rng.random() < 0.25:
        sent["negativePrompt"] = words.negative_prompt(rng)
    return sent


def _image(made: Made, rng: random.Random) -> Row:
    width, height = size_for(made.ratio)
    if made.how == "upscale":
        share = 2048 / max(width, height)
        width, height = round(width * share), round(height * share)
    return properties_of("image", size=(width, height))


def _video(made: Made, rng: random.Random) -> Row:
    tall = made.ratio == "9:16"
    duration, rate = rng.choice((3.04, 5.04, 8.0)), rng.choice((24, 30))
    return properties_of("video", size=(720, 1280) if tall else (1280, 720), duration=duration, frame_rate=rate)


def _audio(made: Made, rng: random.Random) -> Row:
    classification = "speech" if made.prompt.endswith(".") else rng.choice(("music", "effect", "sound"))
    return properties_of("audio", duration=round(rng.uniform(2, 12), 2), classification=classification)


def _mesh(made: Made, rng: random.Random) -> Row:
    properties = properties_of("3d", prompt=made.prompt, faces=rng.randint(1_000, 24_000))
    scale = rng.uniform(0.3, 2.5)
    return {**properties, "dimensions": [round(side * scale, 3) for side in properties["dimensions"]]}


def _text(made: Made, rng: random.Random) -> Row:
    """What a language model was asked for, or a text that tells of pictures."""
    if made.how == "txt2txt":
        return properties_of("text", prompt=made.prompt)
    return properties_of("text", text=" ".join(words.caption(rng, made.theme) for _ in range(rng.randint(1, 4))))


def _canvas(_made: Made, rng: random.Random) -> Row:
    return {"size": whole(rng, 900, 9_000)}


_PROPERTIES: dict[str, Callable[[Made, random.Random], Row]] = {
    "image": _image, "video": _video, "audio": _audio, "3d": _mesh, "text": _text,
    "json": _canvas,
}  # fmt: skip
