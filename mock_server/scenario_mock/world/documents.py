"""The rows that documents name, in every tenant's project: their examples work here as they are printed.

Names, prompts, seeds, sizes and dates are those of the documents where they give them. Every example of a filter in
the search guide finds something among these rows, except `privacy = public`, which is for public searches.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from ..clock import parse_iso
from ..ids import derived_id
from ..jobs import JobPlan
from ..themes import THEMES, Theme
from . import assets, models
from .people import Owner

Row = dict[str, Any]

BY_NAME: Mapping[str, Theme] = {theme.name: theme for theme in THEMES}
JANUARY_2024 = "2024-01-15T10:30:00.000Z"
GUIDE_USER, OTHER_USER, REFERENCE_USER = "user_abc123", "user_ghi789", "user_VFhihHKMRZyDDnZAJwLb2Q"
TRAINED_ON = ("asset_reference123", "asset_example1", "asset_example2", "asset_def456", "asset_thumb123")
CITYSCAPE = "a futuristic cityscape at sunset, with flying cars and neon signs, photorealistic"
FLUX = {"numInferenceSteps": 50, "guidance": 7.5, "scheduler": "euler"}

# The job of the vendor's samples, at the recorded pace: queued after 0.13 s, started 0.77 s later, done after 88 s.
SAMPLE_JOB = JobPlan(
    job_id="job_ocZCnG1Df35XRL1QyCZSRxAG8",
    job_type="custom",
    owner_id="",
    author_id="",
    created_ms=parse_iso("2026-01-15T10:30:00.000Z"),
    steps=(("pending", 0), ("queued", 134), ("in-progress", 904), ("success", 88_555)),
    input={"prompt": CITYSCAPE, "aspectRatio": "16:9", "numOutputs": 1, "modelId": "model_imagen4-ultra"},
    asset_ids=("asset_GTrL3mq4SXWyMxkOHRxlpw",),
    cost=6.0,
)


def documented(owner: Owner, rng: random.Random, url_of: models.UrlOf) -> tuple[list[Row], list[Row], list[JobPlan]]:
    """Models, assets and jobs. `rng` must be the same for every tenant, so that all see the same rows."""
    job = JobPlan(**{**vars(SAMPLE_JOB), "owner_id": owner.project_id, "author_id": owner.author_id})
    return _models(owner, rng, url_of), _assets(owner, rng, url_of), [job]


def _models(owner: Owner, rng: random.Random, url_of: models.UrlOf) -> list[Row]:
    def lora(model_id: str, theme: str, created: str, shown: list[str], **more: Any) -> Row:
        fixed = {"source": "scenario", "collectionIds": [], **more}
        row = models.style_row(model_id, "flux.1-lora", owner, BY_NAME[theme], parse_iso(created), rng, **fixed)
        models.show(row, shown, url_of)
        return row

    cinematic = lora(
        "model_eyVcnFJcR92BxBkz7N6g5w", "people", "2025-03-03T11:19:41.579Z", ["asset_GTrL3mq4SXWyMxkOHRxlpw"],
        name="Cinematic Realism", shortDescription="This model generates highly detailed cinematic scenes.",
        tags=["sci-fi", "landscape"], trainingImagesNumber=len(TRAINED_ON), authorId=REFERENCE_USER,
        trainingImages=[_training_image(asset_id, number, url_of) for number, asset_id in enumerate(TRAINED_ON)],
    )  # fmt: skip
    dramatic = lora(
        "model_xyz789", "landscape", "2023-12-01T08:00:00.000Z", ["asset_xyz789", "asset_abc123xyz"],
        name="Dramatic Landscapes", tags=["landscape", "environment"], trainingImagesNumber=30,
    )  # fmt: skip
    heroes = lora(
        "model_concept1", "fantasy-character", "2023-12-10T08:00:00.000Z", ["asset_example2"],
        name="Hero Faces", tags=["character", "fantasy", "portrait"], trainingImagesNumber=18,
    )  # fmt: skip
    castles = lora(
        "model_abc123", "architecture", "2023-12-20T08:00:00.000Z", ["asset_abc123"],
        name="Castle Painter", tags=["castle", "architecture", "fantasy"], trainingImagesNumber=20,
        authorId=GUIDE_USER, collectionIds=["col_abc123"], updatedAt="2024-06-30T09:00:00.000Z",
        promptEmbedding="in the style of daiton", epoch="000010", epochs=[{"epoch": "000005"}, {"epoch": "000010"}],
    )  # fmt: skip
    mix = models.composition_row(
        derived_id("model", "documents", "mix"), owner, [dramatic, heroes], BY_NAME["architecture"],
        parse_iso(JANUARY_2024), rng,
        name="Castles and Heroes", parentModelId="model_abc123",
    )  # fmt: skip
    models.show(mix, ["asset_def456", "asset_abc123"], url_of)
    return [cinematic, _generator(owner, url_of), castles, dramatic, heroes, mix]


def _training_image(asset_id: str, number: int, url_of: models.UrlOf) -> Row:
    text = "a daiton still, cinematic light"
    return {
        "id": asset_id,
        "automaticCaptioning": text,
        "createdAt": "2025-03-03T11:00:00.000Z",
        "description": text,
        "downloadUrl": url_of(asset_id),
        "name": f"training-{number + 1}.png",
    }


def _generator(owner: Owner, url_of: models.UrlOf) -> Row:
    """The sample hit of the search guide's part on models."""
    created = parse_iso(JANUARY_2024)
    row = models.model_row(
        "model_abc123xyz", "Fantasy Character Generator", "flux.1", owner, created, created,
        shortDescription="Generate detailed fantasy characters", authorId=OTHER_USER,
        capabilities=["txt2img", "img2img"], tags=["character", "fantasy"], collectionIds=["col_abc123"],
        trainingImagesNumber=25,
        concepts=[{"modelId": "model_concept1", "scale": 1.0}], compliantModelIds=["flux.1-dev"],
    )  # fmt: skip
    models.show(row, ["asset_example1", "asset_example2"], url_of, thumbnail="asset_thumb123")
    return row


def _assets(owner: Owner, rng: random.Random, url_of: models.UrlOf) -> list[Row]:
    def made(
        asset_id: str, theme: str, how: str, prompt: str, created: str, *, model: tuple[str, str] | None = None,
        ratio: str = "1:1", kind: str = "image", metadata: Row | None = None, about: str = "",
        **more: Any,
    ) -> Row:  # fmt: skip
        model_id, model_type = model or (None, None)
        origin = assets.Made(
            how, kind, BY_NAME[theme], prompt, parse_iso(created), model_id, model_type, ratio, about=about
        )
        row = assets.asset_row(asset_id, origin, owner, rng, url_of)
        row |= {"updatedAt": row["createdAt"], "collectionIds": [], "nsfw": [], **more}
        for key in ("negativePrompt", "baseModelId"):
            row["metadata"].pop(key, None)
        row["metadata"] |= metadata or {}
        return row

    lora, hero = ("model_xyz789", "flux.1-lora"), ("model_abc123xyz", "flux.1")
    castle, medieval = "A majestic fantasy castle on a hill", "medieval architecture, stone and moss"
    thumbnail = {"assetId": "asset_thumb123", "url": url_of("asset_thumb123")}
    return [
        made(
            "asset_thumb123", "architecture", "uploaded", "", JANUARY_2024,
            tags=["fantasy"], metadata={"name": "thumbnail.png", "prompt": castle}, about=castle,
        ),
        made(
            "asset_abc123xyz", "architecture", "inference-txt2img", "fantasy castle on a hill, dramatic lighting",
            JANUARY_2024, model=lora, metadata={"name": "Fantasy Castle", "seed": "1234567890", **FLUX},
            authorId=OTHER_USER, tags=["fantasy", "castle", "landscape"], collectionIds=["col_abc123"],
            description=castle, thumbnail=thumbnail,
        ),
        made(
            "asset_abc123", "dragons", "inference-txt2img", "an emerald dragon above a castle, golden hour",
            "2024-02-10T09:00:00.000Z", model=("model_abc123", "flux.1-lora"), ratio="16:9", authorId=GUIDE_USER,
            tags=["dragon", "fantasy", "landscape"],
            metadata={"name": "my-asset", "negativePrompt": "blurry, low quality", **FLUX},
        ),
        made(
            "asset_def456", "fantasy-character", "inference-txt2img", "an armored warrior queen, oil painting",
            "2024-03-05T14:20:00.000Z", model=hero, tags=["character", "fantasy", "warrior"],
            metadata={"name": "Warrior Queen", "baseModelId": "stable-diffusion-xl", **FLUX},
        ),
        made(
            "asset_xyz789", "landscape", "inference-img2img", "a misty valley in muted colors, watercolor",
            "2024-03-12T07:45:00.000Z", model=lora, tags=["landscape", "nature"],
            metadata={"name": "Misty Valley", "numInferenceSteps": 28, "guidance": 3.5},
        ),
        made(
            "asset_reference123", "architecture", "uploaded", "", "2024-04-01T10:00:00.000Z",
            tags=["reference"], metadata={"name": "reference.png", "prompt": medieval}, about=medieval,
        ),
        made(
            "asset_example1", "fantasy-character", "inference-txt2img", "a hooded sorceress, volumetric fog",
            JANUARY_2024, model=hero, tags=["character", "fantasy"], metadata={"name": "Sorceress", **FLUX},
        ),
        made(
            "asset_example2", "fantasy-character", "inference-txt2img", "a dwarven blacksmith at the forge",
            JANUARY_2024, model=hero, tags=["character", "fantasy", "portrait"],
            metadata={"name": "Blacksmith", **FLUX},
        ),
        made(
            "asset_GTrL3mq4SXWyMxkOHRxlpw", "scifi-city", "txt2img", CITYSCAPE, "2026-01-15T10:31:28.555Z",
            model=("model_imagen4-ultra", "custom"), ratio="16:9", tags=["sci-fi", "city"],
            metadata={"name": "Futuristic Cityscape", "parentJobId": SAMPLE_JOB.job_id},
        ),
        made(
            derived_id("asset", "documents", "cat"), "animals", "txt2img", "a cat wearing a hat, studio photograph",
            "2026-01-10T15:00:00.000Z", model=("model_imagen4-ultra", "custom"), tags=["animal", "cat"],
            metadata={"name": "Cat Wearing Hat"}, description="A cat wearing a hat.",
        ),
        made(
            derived_id("asset", "documents", "man"), "people", "txt2img", "a man in a red outfit at Christmas, 35mm",
            "2026-01-11T15:00:00.000Z", model=("model_imagen4-ultra", "custom"), tags=["person", "portrait"],
            metadata={"name": "Man in Red"}, description="A man in a red outfit for Christmas.",
        ),
        made(
            derived_id("asset", "documents", "fantasy-landscape"), "fantasy-landscape", "txt2img",
            "a fantasy landscape with floating islands, golden hour", "2025-11-20T10:00:00.000Z",
            model=("model_imagen4-ultra", "custom"), ratio="16:9", tags=["fantasy", "landscape"],
            metadata={"name": "Floating Islands"},
        ),
        made(
            derived_id("asset", "documents", "wide"), "landscape", "upscale", "", "2024-05-02T16:00:00.000Z",
            ratio="16:9", tags=["landscape", "nature"], about="a misty valley in muted colors",
            metadata={"name": "Misty Valley 2x", "parentId": "asset_xyz789", "rootParentId": "asset_xyz789"},
        ),
        made(
            derived_id("asset", "documents", "speech"), "people", "txt2audio", "hello and welcome aboard, captain.",
            "2025-02-14T12:00:00.000Z", model=("model_elevenlabs-tts-v3", "custom"), kind="audio", tags=["voice"],
            metadata={"name": "Welcome"},
        ),
        made(
            derived_id("asset", "documents", "nsfw"), "landscape", "inference-txt2img", "a battlefield after the storm",
            "2024-06-20T18:00:00.000Z", model=lora, tags=["landscape", "nsfw"], nsfw=["violence"],
            metadata={"name": "Battlefield", **FLUX},
        ),
    ]  # fmt: skip
