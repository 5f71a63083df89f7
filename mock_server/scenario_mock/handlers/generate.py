"""Generation: a request becomes a job plan and the assets that its success will show."""

from __future__ import annotations

from typing import Any

from .. import inputs, pictures
from ..clock import iso
from ..errors import ApiError, bad_request
from ..files import canonical
from ..ids import new_id
from ..jobs import JobPlan, plan_steps, render
from ..store import StoredAsset
from .assets import owner
from .call import Call, Reply
from .models import find

Row = dict[str, Any]

PRICE_PER_OUTPUT = 6.0
"""Creative Units for one picture (recorded for one model: 6 of a 7.25 dry run)."""
MOST_OUTPUTS = 8


def create_custom_generation(call: Call) -> Row | Reply:
    """POST /generate/custom/{modelId}: start a generation, or price it with dryRun."""
    model = find(call, call.path["modelId"])
    if model["type"] != "custom":
        raise bad_request("Custom models only are supported for this endpoint")
    values = inputs.read(model.get("inputs", []), call.body)
    outputs = min(int(values.get("numOutputs") or 1), MOST_OUTPUTS)
    cost = PRICE_PER_OUTPUT * outputs
    price: Row = {
        "creativeUnitsCost": cost,
        "creativeUnitsDiscount": 0,
        "costDetails": {"custom-generation": cost},
    }
    if "dryRun" in call.query:
        return Reply(269, price)
    if not _makes_pictures(model):
        raise ApiError(501, {"reason": "The mock generates pictures only so far", "name": "NotImplemented"})
    plan = _submit(call, model, values, outputs)
    return {"job": render(plan, call.now_ms), **price}


def _makes_pictures(model: Row) -> bool:
    return any(capability.endswith("2img") for capability in model["capabilities"])


def _submit(call: Call, model: Row, values: Row, outputs: int) -> JobPlan:
    rng, settings = call.services.rng, call.services.settings
    who = owner(call)
    plan = JobPlan(
        job_id=new_id("job", rng),
        job_type="custom",
        owner_id=who["ownerId"],
        author_id=who["authorId"],
        created_ms=call.now_ms,
        steps=plan_steps(settings.job_seconds),
        input={**values, "modelId": model["id"]},
        asset_ids=tuple(new_id("asset", rng) for _ in range(outputs)),
        cost=PRICE_PER_OUTPUT * outputs,
    )
    call.own.jobs[plan.job_id] = plan
    for index, asset_id in enumerate(plan.asset_ids):
        row = _asset(asset_id, index, plan, model, values)
        call.own.assets[asset_id] = StoredAsset(row, job_id=plan.job_id)
    return plan


def _ratio(values: Row) -> str:
    """The aspect ratio that counts; `auto` leaves the choice to the model, which takes a square."""
    ratio = values.get("aspectRatio")
    return ratio if isinstance(ratio, str) and ratio not in ("", "auto") else "1:1"


def _size(values: Row) -> tuple[int, int]:
    """Width and height in pixels: as asked for, within what is drawn, or those of the aspect ratio."""
    width, height = values.get("width"), values.get("height")
    if isinstance(width, int | float) and isinstance(height, int | float):
        return _drawable(width), _drawable(height)
    try:
        return pictures.size_for(_ratio(values))
    except ValueError as error:
        raise bad_request(f"Input aspectRatio is not usable: {error}") from error


def _drawable(side: float) -> int:
    return min(max(int(side), pictures.MIN_SIDE), pictures.MAX_SIDE)


def _asset(asset_id: str, index: int, plan: JobPlan, model: Row, values: Row) -> Row:
    """The picture that a job makes: visible from the job's success on, in the aspect ratio that was asked for."""
    prompt = str(values.get("prompt", ""))
    width, height = _size(values)
    size = len(pictures.draw_png(asset_id, width, height, prompt))
    made = iso(plan.end_ms)
    return {
        "id": asset_id,
        "url": canonical(asset_id),
        "mimeType": "image/png",
        "kind": "image",
        "source": "txt2img",
        "status": "success",
        "privacy": "private",
        "authorId": plan.author_id,
        "ownerId": plan.owner_id,
        "createdAt": made,
        "updatedAt": made,
        "tags": [],
        "nsfw": [],
        "collectionIds": [],
        "editCapabilities": ["DETECTION", "PIXELATE", "PROMPT_EDITING", "REMOVE_BACKGROUND", "UPSCALE"],
        "outputIndex": index,
        "properties": {"size": size, "width": width, "height": height},
        "metadata": {
            "kind": "image",
            "type": "txt2img",
            "name": f"{prompt[:40] or model['name']} {index + 1}",
            "prompt": prompt,
            "modelId": model["id"],
            "modelType": model["type"],
            "aspectRatio": f"{width}:{height}" if "width" in values else _ratio(values),
            "parentJobId": plan.job_id,
            "seed": str(values.get("seed", index)),
            "size": size,
            "width": width,
            "height": height,
        },
    }
