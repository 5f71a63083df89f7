"""Rows of models: platform, trained styles, compositions, and the unfinished ones of a private project.

Every row has the fields that every recorded row had. `inputs` and `uiConfig` are in the rows of type `custom`; leaving
them out of lists is up to who shows them. `trainingProgress` is empty on public models, and
absent on private ones except while training.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .. import words
from ..anchor import ANCHOR_MS, after
from ..chance import between, pick, whole
from ..clock import DAY_MS, iso, parse_iso
from ..themes import Theme
from .catalogue import Platform, capabilities_of
from .inputs import family
from .people import Owner

Row = dict[str, Any]
UrlOf = Callable[[str], str]

SCENARIO_TERMS = "https://www.scenario.com/terms-and-conditions"
KIND_TAGS = {
    "txt2img": "Text to Image", "img2img": "Image to Image", "txt2video": "Text to Video",
    "img2video": "Image to Video", "video2video": "Video to Video", "txt23d": "Text to 3D", "img23d": "Image to 3D",
    "txt2audio": "Text to Audio", "txt2txt": "Text",
}  # fmt: skip
KINDS = {"img": "image", "video": "video", "3d": "3d", "audio": "audio", "txt": "text"}
VOICES = ("Warm", "Bright", "Deep", "Gentle", "Raspy")
IMPORTED = ("huggingface", "huggingface", "civitai", "other")
READY_MS = 2 * 3_600_000
"""How long after its creation a model has been trained for sure."""


def model_row(
    model_id: str, name: str, model_type: str, owner: Owner, created_ms: int, updated_ms: int, /, **more: Any
) -> Row:
    """A trained model that is nothing special, with `more` laid over it."""
    row: Row = {
        "id": model_id,
        "userId": owner.author_id,
        "authorId": owner.author_id,
        "ownerId": owner.project_id,
        "createdAt": iso(created_ms),
        "updatedAt": iso(updated_ms),
        "name": name,
        "shortDescription": "",
        "type": model_type,
        "privacy": owner.privacy,
        "capabilities": capabilities_of(model_type),
        "source": "scenario",
        "status": "trained",
        "trainingProgress": {},
        "parameters": {},
        "trainingImagesNumber": 0,
        "trainingImagePairs": [],
        "tags": [],
        "collectionIds": [],
        "exampleAssetIds": [],
        "custom": model_type == "custom",
        "accessRestrictions": 0,
        "complianceMetadata": compliance("Scenario", "Modal"),
        **more,
    }
    if "authorId" in more:
        row["userId"] = row["authorId"]
    if owner.privacy == "private":
        # The empty object was recorded on public models only. The vendor's SDK in strict mode refuses it, so private
        # models do without until they train.
        del row["trainingProgress"]
    return row


def platform_row(platform: Platform, owner: Owner, created_ms: int, updated_ms: int, featured: bool) -> Row:
    """A public platform model with its inputs."""
    inputs, ui = family(platform.family)
    own = platform.maker == "Scenario"
    kinds = [KIND_TAGS[capability] for capability in platform.capabilities if capability in KIND_TAGS]
    marks = ["sc:scenario" if own else "sc:third-party", *(["sc:featured"] if featured else [])]
    return model_row(
        f"model_{platform.slug}",
        platform.name,
        "custom",
        owner,
        created_ms,
        updated_ms,
        shortDescription=f"{platform.name} by {platform.maker}: {', '.join(kinds or platform.capabilities).lower()}.",
        capabilities=list(platform.capabilities),
        source="scenario" if own else "other",
        tags=[platform.maker, *kinds, *marks],
        accessRestrictions=platform.access,
        complianceMetadata=compliance(platform.maker, platform.runs),
        inputs=inputs,
        uiConfig=ui,
    )


def style_row(
    model_id: str, model_type: str, owner: Owner, theme: Theme, created_ms: int, rng: random.Random, **more: Any
) -> Row:
    """A trained style or subject: a LoRA of any family, a base of an older one, or a voice.

    One in five was not trained here but imported, so nobody knows how.
    """
    voice = "voice" in model_type
    source = more.get("source") or ("scenario" if rng.random() < 0.8 else pick(rng, IMPORTED))
    name = f"{pick(rng, VOICES)} Narrator" if voice else words.model_name(rng, theme)
    row = model_row(
        model_id,
        name,
        model_type,
        owner,
        created_ms,
        after(rng, created_ms + READY_MS, 120),
        shortDescription=words.short_description(rng, theme),
        source=source,
        tags=["voice", "narration"] if voice else words.tags(rng, theme, 5),
        collectionIds=owner.shelf_for(theme, rng, 0.4),
        compliantModelIds=["flux.1-dev", "flux.1-schnell"] if "flux.1" in model_type else [],
        authorId=owner.member(rng),
    )
    if source == "scenario":
        row["trainingImagesNumber"] = 0 if voice else pick(rng, (8, 12, 15, 18, 20, 24, 25, 30, 36, 42))
        row["parameters"] = _parameters(rng, theme, voice)
        row["trainingStats"] = _training_stats(created_ms, rng)
    row |= more
    row["userId"] = row["authorId"]
    return row


def composition_row(
    model_id: str, owner: Owner, parts: Sequence[Row], theme: Theme, created_ms: int, rng: random.Random, **more: Any
) -> Row:
    """A mix of LoRA models, each with its weight."""
    concepts = [{"modelId": part["id"], "scale": pick(rng, (0.4, 0.6, 0.75, 0.9, 1.0))} for part in parts]
    row = model_row(
        model_id,
        f"{words.model_name(rng, theme)} Mix",
        "flux.1-composition",
        owner,
        created_ms,
        after(rng, created_ms, 60),
        shortDescription=" and ".join(part["name"] for part in parts) + " in one model.",
        tags=words.tags(rng, theme, 4),
        collectionIds=owner.shelf_for(theme, rng, 0.4),
        compliantModelIds=["flux.1-dev"],
        concepts=concepts,
        authorId=owner.member(rng),
    )
    row |= more
    row["userId"] = row["authorId"]
    return row


def unfinished(row: Row, status: str, rng: random.Random) -> Row:
    """The same model in a state before, or instead of, `trained`; `training` has a module of its own."""
    row = {key: value for key, value in row.items() if key not in ("trainingStats", "thumbnail", "epoch", "epochs")}
    row |= {"status": status, "exampleAssetIds": []}
    if status in ("new", "copying"):
        row["trainingImagesNumber"] = whole(rng, 0, 8)
    return row


def show(row: Row, asset_ids: Sequence[str], url_of: UrlOf, thumbnail: str | None = None) -> None:
    """Give a model its example assets and, as thumbnail, the first of them or another picture."""
    row["exampleAssetIds"] = list(asset_ids)
    picture = thumbnail or asset_ids[0]
    row["thumbnail"] = {"assetId": picture, "url": url_of(picture)}


def compliance(maker: str, runs: str) -> Row:
    """Who runs the model and under which terms, as every recorded row has it."""
    own = maker == "Scenario"
    return {
        "subProcessor": runs,
        "modelProvider": maker,
        "maintainer": "Fal" if runs == "Fal" else "Scenario",
        "licenseTerms": SCENARIO_TERMS if own else f"https://example.com/terms/{words.slug(maker)}",
        "dataProcessingComment": "zeroRetention" if own else "temporaryRetention",
        "enterpriseStatus": "Pending" if runs == "Replicate" else "Ready",
    }


def ready_ms(row: Mapping[str, Any]) -> int:
    """When a model can first be used, in milliseconds since the epoch: a while after it was created, once trained."""
    return parse_iso(row["createdAt"]) + READY_MS


def _training_stats(created_ms: int, rng: random.Random) -> Row:
    """A training that ran right after the model was created and was over before `READY_MS`."""
    queued, trained = whole(rng, 5, 120), whole(rng, 600, 3600)
    started = created_ms + queued * 1000
    return {
        "startedAt": iso(started),
        "endedAt": iso(started + trained * 1000),
        "queueDuration": queued,
        "trainDuration": trained,
    }


def output_kind(row: Mapping[str, Any]) -> tuple[str, str]:
    """(kind of asset, capability) that the model's first capability makes; controls and reference count as pictures."""
    first = str(row["capabilities"][0])
    return KINDS.get(first.rpartition("2")[2] if "2" in first else "img", "image"), first


def _parameters(rng: random.Random, theme: Theme, voice: bool) -> Row:
    if voice:
        about = "Calm and close to the microphone"
        return {"cloneType": "instant", "language": pick(rng, ("en", "fr", "de", "ja")), "voiceDescription": about}
    subject = pick(rng, theme.subjects)
    return {
        "conceptPrompt": f"daiton {words.plain(theme.name)}",
        "batchSize": 1,
        "learningRate": pick(rng, (0.0001, 0.0004, 0.0002)),
        "learningRateTextEncoder": 0.00001,
        "maxTrainSteps": pick(rng, (1000, 1500, 2000, 3000)),
        "nbEpochs": pick(rng, (5, 8, 10)),
        "nbRepeats": pick(rng, (10, 20)),
        "rank": pick(rng, (8, 16, 32)),
        "samplePrompts": [f"daiton {subject}"],
    }


def created_times(rng: random.Random, count: int, oldest_days: int = 720) -> list[int]:
    """`count` moments spread over the days before the anchor, newest first."""
    step = oldest_days / max(count, 1)
    return [ANCHOR_MS - round((number + between(rng, 0.1, 0.9)) * step * DAY_MS) for number in range(count)]
