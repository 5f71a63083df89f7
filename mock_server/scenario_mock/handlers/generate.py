"""Generation by a model: with one of type custom, whatever it makes, and the older way from text to pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import inputs
from ..clock import iso
from ..constraints import effective
from ..errors import ApiError, bad_request
from ..ids import new_id
from ..jobs import JobPlan, marked_failure
from ..plans import refusal
from ..profiles import is_strict
from . import assets
from .call import Call, Reply
from .judging import detection
from .models import find
from .outputs import Work, made, size_of, work_of
from .prices import cost_of, priced
from .rates import add_ons_of, generation_cost
from .submission import as_made, keep, plan_job

Row = dict[str, Any]

MOST_OUTPUTS = 128
"""Outputs of one call where the model has no bound, as in txt2img."""
LOADED_ON_DEMAND = frozenset({"Replicate"})
"""Who loads a model only when somebody wants it; so is a base that is to run with LoRAs. Not recorded."""
PUT_TOGETHER = frozenset({"video", "3d"})
"""Kinds of results whose jobs have the state `finalizing`. Not recorded."""

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


class Visible:
    """What the inputs of a model may point at: models and assets that the caller may see."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def model(self, model_id: str) -> Row | None:
        """The row of the model with this id."""
        try:
            return find(self._call, model_id)
        except ApiError:
            return None

    def asset(self, asset_id: str) -> Row | None:
        """The row of the asset with this id."""
        found = assets.bulk(self._call, [asset_id])
        return found[0].row if found else None


def create_custom_generation(call: Call) -> Row | Reply:
    """POST /generate/custom/{modelId}: start a generation, or price it with dryRun."""
    model = find(call, call.path["modelId"])
    if model["type"] != "custom":
        raise bad_request("Custom models only are supported for this endpoint")
    _allow(call, model)
    values = read_inputs(call, model, call.body)
    work = work_of(call, model, values)
    size_of(values, work.parent)  # refuses an aspect ratio that is none
    outputs = _outputs(values) * len(work.prompts) * len(work.types)
    if outputs > MOST_OUTPUTS:
        raise bad_request(f"Input numOutputs must be at most {MOST_OUTPUTS}")
    cost = generation_cost(work.kind, model.get("inputs", []), values, _outputs(values) * len(work.prompts))
    add_ons = add_ons_of(work.kind, cost)
    found = _looked_for(call, work)

    def run() -> Row:
        fee = {"ip-detection": found["ipDetection"]["creativeUnitsCharged"]} if found else {}
        plan = plan_job(
            call,
            "custom",
            cost,
            {**_sent(call.body, values), "modelId": model["id"]},
            outputs=outputs,
            seconds=call.services.settings.job_seconds,
            error=marked_failure(values),
            warm_up=_is_cold(model, values),
            finalize=work.kind in PUT_TOGETHER,
            add_ons={**fee, **add_ons},
            disable_refund=bool(model.get("disableRefund")),
        )
        keep(call, plan, *made(call, plan, work))
        return {"job": as_made(plan, call.services.settings.status_words)}

    return priced(call, cost, run, add_ons=add_ons, found=found)


def read_inputs(call: Call, model: Row, body: Mapping[str, Any]) -> Row:
    """The values of a custom model's inputs in `body`, as strictly as the mock's profile says. Raises ApiError."""
    strict = is_strict(call.services.settings.profile)
    return inputs.read(model.get("inputs", []), body, look=Visible(call), strict=strict, pairs=_pairs(model))


def _pairs(model: Row) -> Iterable[tuple[str, str]]:
    """The inputs of a base model whose lists belong together: LoRAs and their weights."""
    component = model.get("uiConfig", {}).get("lorasComponent", {})
    return (
        [(component["modelInput"], component["scaleInput"])] if {"modelInput", "scaleInput"} <= set(component) else []
    )


def _allow(call: Call, model: Row) -> None:
    """Raise the 403 of a model that the plan does not include; recorded for dry runs too."""
    refused = refusal(model, call.services.settings.plan)
    if refused is not None:
        raise refused


def _sent(body: Mapping[str, Any], values: Row) -> Row:
    """What the caller sent and what counts: neither defaults nor what was dropped."""
    return {name: value for name, value in body.items() if name in values and values[name] is value}


def _outputs(values: Row) -> int:
    """How many results of each prompt were asked for; under the live profile less than one is let pass."""
    count = values.get("numOutputs")
    return max(int(count), 1) if isinstance(count, int | float) else 1


def _is_cold(model: Row, values: Row) -> bool:
    """Whether something has to be loaded before the work begins."""
    runs = model.get("complianceMetadata", {}).get("subProcessor")
    loras = [entry["name"] for entry in model.get("inputs", []) if entry["type"] in ("model", "model_array")]
    return runs in LOADED_ON_DEMAND or any(values.get(name) for name in loras)


def _looked_for(call: Call, work: Work) -> Row:
    """Findings about protected material, when the call asks for them; without the Enterprise plan it is ignored."""
    if not call.query.get("ipDetection") or call.services.settings.plan != "enterprise":
        return {}
    parent = work.parent["metadata"].get("prompt", "") if work.parent else ""
    return {"ipDetection": detection([*work.prompts, parent], 1 if parent else 0)}


def create_text_to_image_generation(call: Call) -> Row | Reply:
    """POST /generate/txt2img, deprecated: pictures with a model that has its own pipeline."""
    body = effective(call.operation, call.body)
    model = _pipeline(call, body["modelId"])
    for concept in body.get("concepts", []):
        find(call, concept["modelId"])
    values = body if "aspectRatio" in body else {"width": DEFAULT_SIDE, "height": DEFAULT_SIDE, **body}
    size_of(values)  # refuses an aspect ratio that is none
    samples = int(body.get("numSamples", DEFAULT_SAMPLES))
    cost = cost_of(call, samples)

    def run() -> Row:
        job_type = "flux" if model["type"].startswith("flux") else "inference"
        seconds = call.services.settings.job_seconds
        plan = plan_job(call, job_type, cost, call.body, outputs=samples, seconds=seconds, error=marked_failure(body))
        inference_id = new_id("inference", call.rng)
        stored = made(call, plan, Work(model, values, types=("inference-txt2img",), prompts=(body["prompt"],)))
        for each in stored:
            each.row["source"] = "inference-txt"
            each.row["isHidden"] = body.get("hideResults", False)
            each.row["metadata"] |= {"inferenceId": inference_id}
        keep(call, plan, *stored)
        job = as_made(plan, call.services.settings.status_words)
        return {"job": job, "inference": _inference(inference_id, plan, body, samples)}

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
    _allow(call, model)
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
