"""Generation of pictures by a model: with a model of type custom, and the older way from text alone."""

from __future__ import annotations

from typing import Any

from .. import inputs, pictures
from ..clock import iso
from ..constraints import effective
from ..errors import ApiError, bad_request
from ..ids import new_id
from ..jobs import JobPlan, render
from ..store import StoredAsset
from .call import Call, Reply
from .models import find
from .prices import cost_of, priced
from .submission import keep, picture_row, plan_job

Row = dict[str, Any]

MOST_OUTPUTS = 8

# Models that txt2img does not take, by the start of their type. Recorded: 400 for custom models; a flux.2 LoRA failed
# with 500, which is a refusal here. SD models were retired.
NOT_TAKEN: tuple[tuple[str, int, str], ...] = (
    ("custom", 400, "Custom models are not supported for this endpoint, use /generate/custom/{modelId}"),
    ("flux.2", 400, "Flux.2 models are not supported for this endpoint"),
    ("sd-1_5", 410, "SD 1.5 and SDXL models are no longer available."),
    ("sd-xl", 410, "SD 1.5 and SDXL models are no longer available."),
)
BASES = {"flux.1-dev": "flux.1", "flux.1-schnell": "flux.1"}
"""Base models that have a name instead of an id, with their type; recorded for flux.1-dev."""
DEFAULT_SAMPLES, DEFAULT_SIDE = 4, 512


def create_custom_generation(call: Call) -> Row | Reply:
    """POST /generate/custom/{modelId}: start a generation, or price it with dryRun."""
    model = find(call, call.path["modelId"])
    if model["type"] != "custom":
        raise bad_request("Custom models only are supported for this endpoint")
    values = inputs.read(model.get("inputs", []), call.body)
    outputs = min(int(values.get("numOutputs") or 1), MOST_OUTPUTS)
    cost = cost_of(call, outputs)

    def run() -> Row:
        if not any(capability.endswith("2img") for capability in model["capabilities"]):
            raise ApiError(501, {"reason": "The mock generates pictures only so far", "name": "NotImplemented"})
        sent = {**values, "modelId": model["id"]}
        plan = plan_job(call, "custom", cost, sent, outputs=outputs, seconds=call.services.settings.job_seconds)
        keep(call, plan, *_drawn(plan, "txt2img", model, values, _size(values)))
        return {"job": render(plan, call.now_ms)}

    return priced(call, cost, run)


def create_text_to_image_generation(call: Call) -> Row | Reply:
    """POST /generate/txt2img, deprecated: pictures with a model that has its own pipeline."""
    body = effective(call.operation, call.body)
    model = _pipeline(call, body["modelId"])
    for concept in body.get("concepts", []):
        find(call, concept["modelId"])
    size = _size(body if "aspectRatio" in body else {"width": DEFAULT_SIDE, "height": DEFAULT_SIDE, **body})
    samples = int(body.get("numSamples", DEFAULT_SAMPLES))
    cost = cost_of(call, samples)

    def run() -> Row:
        job_type = "flux" if model["type"].startswith("flux") else "inference"
        plan = plan_job(call, job_type, cost, call.body, outputs=samples, seconds=call.services.settings.job_seconds)
        inference_id = new_id("inference", call.rng)
        made = _drawn(plan, "inference-txt2img", model, body, size)
        for stored in made:
            stored.row["source"] = "inference-txt"
            stored.row["isHidden"] = body.get("hideResults", False)
            stored.row["metadata"] |= {"inferenceId": inference_id, **_settings(body)}
        keep(call, plan, *made)
        return {"job": render(plan, call.now_ms), "inference": _inference(inference_id, plan, body, len(made))}

    return priced(call, cost, run)


def _pipeline(call: Call, model_id: str) -> Row:
    """The model, when txt2img can use it. Raises ApiError."""
    if model_id in BASES:
        return {"id": model_id, "name": model_id, "type": BASES[model_id]}
    model = find(call, model_id)
    for start, status, reason in NOT_TAKEN:
        if model["type"].startswith(start):
            raise ApiError(status, {"reason": reason})
    if "txt2img" not in model["capabilities"]:
        raise bad_request(f"Model {model_id} does not make pictures from text")
    if model["status"] != "trained":
        raise bad_request(f"Model {model_id} is not trained")
    return model


def _inference(inference_id: str, plan: JobPlan, body: Row, count: int) -> Row:
    """The older record of a generation; its real fields were not kept in the evidence."""
    return {
        "id": inference_id,
        "modelId": body["modelId"],
        "createdAt": iso(plan.created_ms),
        "status": "queued",
        "imagesNumber": count,
        "parameters": {name: value for name, value in body.items() if name != "modelId"},
    }


def _settings(body: Row) -> Row:
    """The settings that an asset remembers."""
    names = "negativePrompt negativePromptStrength numInferenceSteps guidance scheduler baseModelId concepts".split()
    return {name: body[name] for name in names if name in body}


def _size(values: Row) -> tuple[int, int]:
    """Width and height in pixels: as asked for, within what is drawn, or those of the aspect ratio."""
    width, height = values.get("width"), values.get("height")
    if isinstance(width, int | float) and isinstance(height, int | float):
        return _drawable(width), _drawable(height)
    try:
        return pictures.size_for(_ratio(values))
    except ValueError as error:
        raise bad_request(f"Input aspectRatio is not usable: {error}") from error


def _ratio(values: Row) -> str:
    """The aspect ratio that counts; `auto` leaves the choice to the model, which takes a square."""
    ratio = values.get("aspectRatio")
    return ratio if isinstance(ratio, str) and ratio not in ("", "auto") else "1:1"


def _drawable(side: float) -> int:
    return min(max(int(side), pictures.MIN_SIDE), pictures.MAX_SIDE)


def _drawn(plan: JobPlan, made_by: str, model: Row, values: Row, size: tuple[int, int]) -> list[StoredAsset]:
    """The pictures of a job, drawn from their ids and the prompt: visible from its success on."""
    prompt = str(values.get("prompt", ""))
    seed = str(values.get("seed", ""))
    made = []
    for index, asset_id in enumerate(plan.asset_ids):
        # Drawn for its size alone; the file is drawn again when somebody asks for it.
        length = len(pictures.draw_png(asset_id, *size, prompt))
        row = picture_row(asset_id, index, plan, made_by, content=("image/png", length), size=size)
        row["metadata"] |= {
            "name": f"{prompt[:40] or model['name']} {index + 1}",
            "prompt": prompt,
            "modelId": model["id"],
            "modelType": model["type"],
            "aspectRatio": f"{size[0]}:{size[1]}" if "width" in values else _ratio(values),
            "seed": seed or str(index),
        }
        made.append(StoredAsset(row, job_id=plan.job_id))
    return made
