"""Trainings: the job that trains a model, and the model while it is trained.

A model in training is a function of its job and the time, as every job is of its plan: `at` computes the row that a
reader sees. What a world holds is the row at the moment from which its running things count.

| the job is | `trainingProgress.stage` | besides |
|---|---|---|
| pending | pending | position in the queue |
| queued | queued-for-train | position in the queue |
| warming-up | starting-train | progress 0 |
| in-progress, finalizing | running-train | progress, time that remains |
| success | (none: the model is trained) | trainingStats |
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from ..chance import between
from ..clock import iso, parse_iso
from ..ids import new_id
from ..jobs import TERMINAL, JobPlan, progress_at, reached, status_at

Row = dict[str, Any]

PRICE = 150.0
STAGES = {
    "pending": "pending", "queued": "queued-for-train", "warming-up": "starting-train",
    "in-progress": "running-train", "finalizing": "running-train",
}  # fmt: skip
# Seconds from creation to each step of a training that runs while it is looked at.
STEPS = (("pending", 0), ("queued", 20), ("warming-up", 600), ("in-progress", 720), ("finalizing", 2_760),
         ("success", 2_820))  # fmt: skip
# How many seconds ago the training of a model was started that is now in this stage, at least and at most.
SINCE = {
    "running-train": (900, 2_400), "queued-for-train": (60, 400), "starting-train": (605, 640), "pending": (2, 8),
}  # fmt: skip


def done(row: Row, rng: random.Random) -> JobPlan:
    """The job that trained a model, in step with its `trainingStats`; its id is written into the row."""
    stats = row["trainingStats"]
    queued, whole_run = stats["queueDuration"] * 1000, (stats["queueDuration"] + stats["trainDuration"]) * 1000
    steps = (("pending", 0), ("queued", 134), ("in-progress", queued), ("success", whole_run))
    return _plan(row, parse_iso(row["createdAt"]), steps, rng)


def begun(row: Row, stage: str, now_ms: int, rng: random.Random) -> tuple[Row, JobPlan]:
    """The model in a stage of its training at `now_ms`, and the job that trains it, which succeeds within the hour."""
    since = round(between(rng, *SINCE[stage]) * 1000)
    plan = _plan(row, now_ms - since, tuple((status, seconds * 1000) for status, seconds in STEPS), rng)
    return at({**row, "status": "training"}, plan, now_ms), plan


def at(row: Mapping[str, Any], plan: JobPlan, now_ms: int) -> Row:
    """The row of a model whose training is `plan`, as it is at `now_ms`: in one of the stages, or trained.

    A canceled or failed plan gives `training-canceled` or `failed`.
    """
    status = status_at(plan, now_ms)
    steps = dict(reached(plan, now_ms))
    shown = {key: value for key, value in row.items() if key != "trainingProgress"}
    if status in TERMINAL:
        shown["status"] = {"success": "trained", "canceled": "training-canceled"}.get(status, "failed")
        shown["updatedAt"] = iso(steps[status])
        if status == "success":
            shown["trainingStats"] = _stats(plan.created_ms, steps)
        return shown
    shown["status"], shown["updatedAt"] = "training", iso(now_ms)
    shown["trainingProgress"] = _progress(plan, status, now_ms)
    return shown


def _progress(plan: JobPlan, status: str, now_ms: int) -> Row:
    stage = STAGES[status]
    progress: Row = {"stage": stage, "startedAt": plan.created_ms, "updatedAt": now_ms}
    if stage == "running-train":
        return {**progress, "progress": progress_at(plan, now_ms), "remainingTimeMs": plan.end_ms - now_ms}
    next_ms = plan.created_ms + next(offset for word, offset in plan.steps if word == "in-progress")
    # One place in the queue for each minute that is left.
    return {**progress, "position": max(next_ms - now_ms, 0) // 60_000, "progress": 0}


def _stats(created_ms: int, steps: Mapping[str, int]) -> Row:
    started = steps.get("in-progress", created_ms)
    return {
        "startedAt": iso(started),
        "endedAt": iso(steps["success"]),
        "queueDuration": (started - created_ms) // 1000,
        "trainDuration": (steps["success"] - started) // 1000,
    }


def _plan(row: Row, created_ms: int, steps: tuple[tuple[str, int], ...], rng: random.Random) -> JobPlan:
    plan = JobPlan(
        job_id=new_id("job", rng),
        job_type="flux-model-training" if "flux" in row["type"] else "model-training",
        owner_id=row["ownerId"],
        author_id=row["authorId"],
        created_ms=created_ms,
        steps=steps,
        input={"modelId": row["id"], "parameters": row["parameters"]},
        cost=PRICE,
    )
    row["jobId"] = plan.job_id
    return plan
