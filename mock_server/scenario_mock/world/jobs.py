"""Plans of jobs: what made the assets of a world, and what failed, was canceled, or still runs at the anchor.

A plan's `created_ms` and steps are in the past or near the anchor, so long after it every job has ended. Nothing names
an asset or a model that is not there.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from .. import words
from ..anchor import ANCHOR_MS, before_anchor
from ..clock import parse_iso
from ..ids import new_id
from ..jobs import PACE, JobPlan, plan_steps
from .people import Owner

Row = dict[str, Any]

# Seconds and Creative Units of one output, by kind.
PACES = {"image": (18.0, 6.0), "video": (140.0, 60.0), "audio": (9.0, 3.0), "3d": (95.0, 25.0), "text": (4.0, 0.5)}
JOB_TYPES = {
    "inference-txt2img": "inference", "inference-img2img": "inference", "upscale": "upscale",
    "background-removal": "remove-background", "vectorization": "vectorize", "reframe": "reframe",
    "image-prompt-editing": "image-prompt-editing",
}  # fmt: skip
# Where a job of each status stands at the anchor: seconds since creation, seconds of the whole run.
AT_ANCHOR = {
    "pending": (0.0, 60.0), "queued": (3.0, 60.0), "warming-up": (8.0, 60.0), "in-progress": (25.0, 60.0),
    "finalizing": (57.0, 60.0),
}  # fmt: skip
FULL_PACE = (*PACE[:2], ("warming-up", 0.1), ("in-progress", 0.2), ("finalizing", 0.94))


def maker(outputs: Sequence[Row], owner: Owner, rng: random.Random) -> JobPlan:
    """The job that made these assets, ended at the moment they were created; it is written into their metadata."""
    first = outputs[0]
    metadata = first["metadata"]
    seconds, price = PACES[first["kind"]]
    upload = str(metadata["type"]).startswith("uploaded")
    seconds = 1.5 if upload else round(seconds * rng.uniform(0.6, 1.6), 3)
    steps = plan_steps(seconds)
    plan = JobPlan(
        job_id=new_id("job", rng),
        job_type="upload" if upload else JOB_TYPES.get(metadata["type"], "custom"),
        owner_id=owner.project_id,
        author_id=owner.author_id,
        created_ms=parse_iso(first["createdAt"]) - steps[-1][1],
        steps=steps,
        input=_input(metadata, len(outputs)),
        asset_ids=tuple(row["id"] for row in outputs),
        cost=0 if upload else price * len(outputs),
    )
    for row in outputs:
        row["metadata"]["parentJobId"] = plan.job_id
    return plan


def ended(status: str, model: Mapping[str, Any], owner: Owner, rng: random.Random) -> JobPlan:
    """A job that failed or was canceled, some time in the year before the anchor."""
    seconds = round(rng.uniform(4, 90), 3)
    failed = status == "failure"
    return _plan(
        model,
        owner,
        rng,
        created_ms=before_anchor(rng, 1, 300),
        steps=plan_steps(seconds, status),
        error=rng.choice(words.REASONS) if failed else None,
        hint=rng.choice(words.HINTS) if failed else None,
    )


def running(
    status: str, model: Mapping[str, Any], owner: Owner, rng: random.Random, outcome: str = "failure"
) -> JobPlan:
    """A job that is in `status` at the anchor and goes on from there; with no assets to show it ends in failure."""
    since, whole = AT_ANCHOR[status]
    steps = tuple((word, round(whole * 1000 * share)) for word, share in FULL_PACE)
    return _plan(
        model,
        owner,
        rng,
        created_ms=ANCHOR_MS - round(since * 1000),
        steps=(*steps, (outcome, round(whole * 1000))),
        error=words.REASONS[0],
        hint=words.HINTS[3],
    )


def training(row: Row, owner: Owner, rng: random.Random) -> JobPlan:
    """The job that trained a model; it is written into the row."""
    plan = JobPlan(
        job_id=new_id("job", rng),
        job_type="flux-model-training" if "flux" in row["type"] else "model-training",
        owner_id=owner.project_id,
        author_id=row["authorId"],
        created_ms=parse_iso(row["createdAt"]),
        steps=plan_steps(row["trainingStats"]["queueDuration"] + row["trainingStats"]["trainDuration"]),
        input={"modelId": row["id"], "parameters": row["parameters"]},
        cost=150.0,
    )
    row["jobId"] = plan.job_id
    return plan


def small(job_type: str, owner: Owner, rng: random.Random) -> JobPlan:
    """A job whose result was in the answer that started it: a translation, a prompt, a caption."""
    return JobPlan(
        job_id=new_id("job", rng),
        job_type=job_type,
        owner_id=owner.project_id,
        author_id=owner.author_id,
        created_ms=before_anchor(rng, 1, 200),
        steps=plan_steps(round(rng.uniform(0.8, 4), 3)),
        input={"prompt": words.prompt(rng)},
        cost=0.75,
    )


def _plan(model: Mapping[str, Any], owner: Owner, rng: random.Random, **more: Any) -> JobPlan:
    return JobPlan(
        job_id=new_id("job", rng),
        job_type="custom" if model["type"] == "custom" else "inference",
        owner_id=owner.project_id,
        author_id=owner.author_id,
        input={"prompt": words.prompt(rng), "modelId": model["id"]},
        cost=6.0,
        **more,
    )


def _input(metadata: Row, outputs: int) -> Row:
    """What the caller sent, as far as the assets tell, together with the model that ran."""
    names = (
        "prompt",
        "negativePrompt",
        "aspectRatio",
        "guidance",
        "numInferenceSteps",
        "scheduler",
        "parentId",
        "modelId",
    )
    sent = {name: metadata[name] for name in names if name in metadata}
    return {**sent, "numOutputs": outputs} if "modelId" in metadata else {"fileName": metadata["name"], **sent}
