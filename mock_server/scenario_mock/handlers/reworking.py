"""Operations that make a picture out of another one: maps, patches, edits."""

from __future__ import annotations

from typing import Any, Literal

from PIL import Image, ImageOps

from .. import pictures
from ..constraints import effective
from ..errors import bad_request
from ..jobs import JobPlan, marked_failure
from ..store import StoredAsset
from ..studio import editing, maps, patching
from ..studio.edges import flat
from ..studio.patching import Crop, Overlay, color_of, encode
from .assets import shown
from .call import Call, Reply
from .material import Material, material, materials
from .models import find
from .prices import cost_of, price, priced
from .submission import as_made, keep, picture_row, plan_job, run_at_once

Row = dict[str, Any]
Format = Literal["png", "jpeg", "webp"]

MOST_EDITS = 8
"""Pictures that one edit may make; the contract has no bound."""
LONGEST_EDIT = 2048

MAP_SETTINGS = {
    "lowThreshold": "low_threshold", "highThreshold": "high_threshold", "factor": "factor",
    "minThreshold": "min_threshold", "maxThreshold": "max_threshold", "removeBackground": "remove_background",
    "keypointThreshold": "keypoint_threshold",
}  # fmt: skip


def create_detection(call: Call) -> Row | Reply:
    """POST /generate/detect: a map of a picture, computed at once."""
    body = effective(call.operation, call.body)
    modality = body["modality"]
    of = material(call, body["image"])
    cost = cost_of(call)

    def work(plan: JobPlan) -> Row:
        sent = {name: body[name] for name in MAP_SETTINGS if name in body}
        settings = maps.MapSettings(**{MAP_SETTINGS[name]: value for name, value in sent.items()})
        made = maps.make_map(of.picture, modality, settings)
        more = {"name": f"{modality} of {of.name}", "modality": modality, **sent, **of.parentage}
        stored = _made(plan, 0, "detection", encode(made, "png"), "png", made.size, more)
        stored.row["editCapabilities"] = ["UPSCALE"]
        if modality in maps.NOTES:
            stored.row["description"] = maps.NOTES[modality]
        keep(call, plan, stored)
        return {"asset": shown(call, stored.row)}

    return priced(call, cost, lambda: run_at_once(call, "detection", cost, work, outputs=1))


def create_patch(call: Call) -> Row:
    """POST /generate/patch: crop a picture, then lay another one over it or cut its shape out."""
    body = call.body
    of = material(call, body["image"])
    over = material(call, body["patch"]["image"]) if "patch" in body else None
    kind: Format = body.get("format", "png")
    if kind == "jpeg" and body.get("backgroundColor", "").strip().lower() == "transparent":
        raise bad_request("backgroundColor transparent needs format png")

    def work(plan: JobPlan) -> Row:
        try:
            made = patching.patch(
                of.picture,
                _crop(body["crop"]) if "crop" in body else None,
                _overlay(body, over) if over else None,
                background=color_of(body.get("backgroundColor", "white")),
                overflow=body.get("allowOverflow", False),
            )
        except ValueError as error:
            raise bad_request(f"The picture cannot be patched: {error}") from error
        more = {"name": f"patch of {of.name}", **of.parentage}
        stored = _made(plan, 0, "patch", encode(made, kind), kind, made.size, more)
        keep(call, plan, stored)
        return {"asset": shown(call, stored.row)}

    cost = cost_of(call)
    return {**run_at_once(call, "patch-image", cost, work, outputs=1), **price(call, cost)}


def _crop(body: Row) -> Crop:
    background = color_of(body["backgroundColor"]) if "backgroundColor" in body else None
    return Crop(int(body["left"]), int(body["top"]), int(body["width"]), int(body["height"]), background)


def _overlay(body: Row, over: Material) -> Overlay:
    position = body.get("position", {"x": 0, "y": 0})
    return Overlay(over.picture, body["patch"]["mode"], int(position["x"]), int(position["y"]))


def create_prompt_edit(call: Call) -> Row | Reply:
    """POST /generate/prompt-editing, deprecated: change a picture by an instruction; the job takes its time."""
    body = effective(call.operation, call.body)
    of, references = material(call, body["image"]), materials(call, body.get("referenceImages", []))
    mask = material(call, body["mask"]) if "mask" in body else None
    for concept in body.get("concepts", []):
        find(call, concept["modelId"])
    samples = int(body.get("numSamples", 1))
    if samples > MOST_EDITS:
        raise bad_request(f"numSamples must be at most {MOST_EDITS}")
    start = _framed(of.picture, body.get("aspectRatio", "auto"))
    cost = cost_of(call, samples)

    def run() -> Row:
        seconds = call.services.settings.job_seconds
        error = marked_failure(body)
        plan = plan_job(call, "image-prompt-editing", cost, call.body, outputs=samples, seconds=seconds, error=error)
        made = []
        for index in range(len(plan.asset_ids)):
            edited = editing.edit(
                start,
                body["prompt"],
                variant=f"{body.get('seed', '')}{index or ''}",
                references=[each.picture for each in references],
                mask=mask.picture if mask else None,
                strength=body.get("strength", 0.75),
            )
            made.append(_edited(plan, index, edited, of, body))
        keep(call, plan, *made)
        return {"job": as_made(plan, call.services.settings.status_words)}

    return priced(call, cost, run)


def _framed(picture: Image.Image, ratio: str) -> Image.Image:
    """The picture in the ratio that was asked for, cut at the sides that are too long; at most 2048 pixels."""
    picture = flat(picture)
    if ratio in ("", "auto"):
        picture.thumbnail((LONGEST_EDIT, LONGEST_EDIT))
        return picture
    try:
        return ImageOps.fit(picture, pictures.size_for(ratio))
    except ValueError as error:
        raise bad_request(f"Input aspectRatio is not usable: {error}") from error


def _edited(plan: JobPlan, index: int, edited: Image.Image, of: Material, body: Row) -> StoredAsset:
    kind: Format = body.get("format", "png")
    quality = round(min(max(body.get("compression", 90), 1), 95))
    more: Row = {"name": f"{body['prompt'][:40] or 'edit'} {index + 1}", **of.parentage}
    more |= {name: body[name] for name in ("prompt", "modelId", "strength", "inputFidelity") if name in body}
    content = encode(edited, kind, quality)
    return _made(plan, index, "image-prompt-editing", content, kind, edited.size, more)


def _made(
    plan: JobPlan, index: int, made_by: str, content: bytes, kind: Format, size: tuple[int, int], metadata: Row
) -> StoredAsset:
    """A picture of a job with its bytes."""
    mime_type = f"image/{kind}"
    row = picture_row(plan.asset_ids[index], index, plan, made_by, content=(mime_type, len(content)), size=size)
    row["metadata"] |= metadata
    return StoredAsset(row, job_id=plan.job_id, content=content)
