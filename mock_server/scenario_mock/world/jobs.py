"""Plans of jobs: what made the assets of a world, and what failed, was canceled, or still runs.

A plan's times are in the past or near the moment from which running things count, so within the hour after that every
job has ended. Nothing names an asset or a model that is not there.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from .. import words
from ..anchor import before_anchor
from ..chance import between, pick
from ..ids import new_id
from ..jobs import JobPlan, plan_steps
from .crew import Crew
from .gallery import Work
from .people import Owner
from .ways import WAYS

Row = dict[str, Any]
Steps = tuple[tuple[str, int], ...]

# Seconds and Creative Units of one output, by kind.
PACES = {
    "image": (18.0, 6.0), "video": (140.0, 60.0), "audio": (9.0, 3.0), "3d": (95.0, 25.0), "text": (4.0, 0.5),
    "json": (1.0, 0.0),
}  # fmt: skip
# Jobs whose result was in the answer that started them: which input they have.
SMALL = {
    "translate": "prompt", "generate-prompt": "prompt", "caption": "images", "describe-style": "images",
    "embed": "text",
}  # fmt: skip
RUNNING = ("pending", "queued", "warming-up", "in-progress", "finalizing")
STEP_S = 3
"""Seconds between the steps that a running job has behind it."""
QUICK_S, SLOW_S = 20, 900
"""How long a running job stays in its status: a quick one is over within a minute, a slow one within the hour."""
SMALL_SHARE, FAILED_UPTO = 0.7, 0.9
"""Of the jobs without assets seven in ten succeeded, two failed, and one was canceled."""
SENT = (
    "prompt", "negativePrompt", "aspectRatio", "guidance", "numInferenceSteps", "scheduler", "parentId", "modelId",
)  # fmt: skip


def maker(work: Work, rng: random.Random) -> JobPlan:
    """The job that made these assets, ended at the moment they were created; it is written into their metadata."""
    first = work.rows[0]
    metadata = first["metadata"]
    way = WAYS[metadata["type"]]
    seconds, price = PACES[first["kind"]]
    upload = way.job_type == "upload"
    seconds = 1.5 if upload else round(seconds * between(rng, 0.6, 1.6), 3)
    steps = plan_steps(seconds)
    plan = JobPlan(
        job_id=new_id("job", rng),
        job_type=way.job_type,
        owner_id=first["ownerId"],
        author_id=first["authorId"],
        created_ms=work.created_ms - steps[-1][1],
        steps=steps,
        input=_input(metadata, len(work.rows)),
        asset_ids=tuple(row["id"] for row in work.rows),
        cost=0 if upload else price * len(work.rows),
    )
    for row in work.rows:
        row["metadata"]["parentJobId"] = plan.job_id
    return plan


def ended(status: str, model: Mapping[str, Any], owner: Owner, rng: random.Random) -> JobPlan:
    """A job that failed or was canceled, some time in the year before the anchor."""
    failed = status == "failure"
    return _run(
        model,
        owner,
        rng,
        created_ms=before_anchor(rng, 1, 300),
        steps=plan_steps(round(between(rng, 4, 90), 3), status),
        error=pick(rng, words.REASONS) if failed else None,
        hint=pick(rng, words.HINTS) if failed else None,
    )


def running(
    status: str, model: Mapping[str, Any], owner: Owner, now_ms: int, stays_s: int, rng: random.Random
) -> JobPlan:
    """A job of a model that is in `status` at `now_ms` and stays so for a while; with nothing to show it then fails."""
    created_ms, steps = _steps(status, now_ms, stays_s, "failure")
    error, hint = words.REASONS[3], words.HINTS[3]
    return _run(model, owner, rng, created_ms=created_ms, steps=steps, error=error, hint=hint)


def small(job_type: str, picture_id: str, owner: Owner, rng: random.Random) -> JobPlan:
    """A translation, a prompt, a caption or the like of the last months; those of pictures are about this one."""
    seconds = round(between(rng, 0.8, 4), 3)
    return _small(job_type, picture_id, owner, rng, before_anchor(rng, 1, 200), plan_steps(seconds))


def small_running(
    status: str, job_type: str, picture_id: str, owner: Owner, now_ms: int, rng: random.Random
) -> JobPlan:
    """The same, but in `status` at `now_ms`; it succeeds within a minute."""
    return _small(job_type, picture_id, owner, rng, *_steps(status, now_ms, QUICK_S, "success"))


def others(crew: Crew, rng: random.Random) -> Iterator[JobPlan]:
    """Jobs that left nothing behind, without an end: small ones, and now and then one that failed or was canceled."""
    small_types = tuple(SMALL)
    while True:
        chance = rng.random()
        if chance < SMALL_SHARE:
            yield small(pick(rng, small_types), crew.picture(rng)["id"], crew.owner, rng)
        else:
            yield ended("failure" if chance < FAILED_UPTO else "canceled", pick(rng, crew.trained), crew.owner, rng)


def _steps(status: str, now_ms: int, stays_s: int, outcome: str) -> tuple[int, Steps]:
    """Creation and steps of a job that has been in `status` for a second: the rest follows in as long as it stays."""
    place = RUNNING.index(status)
    since = place * STEP_S + 1
    past = [(word, number * STEP_S * 1000) for number, word in enumerate(RUNNING[: place + 1])]
    later = (*RUNNING[place + 1 :], outcome)
    ahead = [(word, (since + stays_s + stays_s * number // len(later)) * 1000) for number, word in enumerate(later)]
    return now_ms - since * 1000, (*past, *ahead)


def _run(model: Mapping[str, Any], owner: Owner, rng: random.Random, **more: Any) -> JobPlan:
    return JobPlan(
        job_id=new_id("job", rng),
        job_type="custom" if model["type"] == "custom" else "inference",
        owner_id=owner.project_id,
        author_id=owner.member(rng),
        input={"prompt": words.prompt(rng), "modelId": model["id"]},
        cost=6.0,
        **more,
    )


def _small(
    job_type: str,
    picture_id: str,
    owner: Owner,
    rng: random.Random,
    created_ms: int,
    steps: Steps,
) -> JobPlan:
    name = SMALL[job_type]
    return JobPlan(
        job_id=new_id("job", rng),
        job_type=job_type,
        owner_id=owner.project_id,
        author_id=owner.member(rng),
        created_ms=created_ms,
        steps=steps,
        input={name: [picture_id] if name == "images" else words.prompt(rng)},
        cost=0.75,
    )


def _input(metadata: Row, outputs: int) -> Row:
    """What the caller sent, as far as the assets tell, together with the model that ran."""
    sent = {name: metadata[name] for name in SENT if name in metadata}
    return {**sent, "numOutputs": outputs} if "modelId" in metadata else {"fileName": metadata["name"], **sent}
