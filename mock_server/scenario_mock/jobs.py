"""Jobs: a plan made once, and what it looks like at any time.

Submitting stores a `JobPlan`: which status begins when, counted from creation. Reading computes the job as the API
shows it at `now`, by pure arithmetic: no timers, no background writes. Only a cancel or a fault
replaces a plan (`cancel`, `fail`).

State table (the first history entry has the date of creation, the last that of the last update):

    pending -> queued -> (warming-up) -> in-progress -> (finalizing) -> success | failure
    any running state -> canceled

Recorded for a picture of 88 s: queued after 0.13 s, in progress after 0.9 s. A shorter run keeps these moments until
they would be more than a share of it (`PACE`), so that a run of three seconds still shows each state to those who poll.

A generation fails when its prompt holds the mark `[fail]` or `[fail: what went wrong]` (`marked_failure`).

`words="guide"` renders the words of an older guide, which knows fewer states (`GUIDE_WORDS`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .clock import iso

TERMINAL = frozenset({"success", "failure", "canceled"})

# Share of the whole run at which each state begins at the latest.
PACE = (("pending", 0.0), ("queued", 0.03), ("in-progress", 0.12))
RECORDED_MS = {"queued": 130, "in-progress": 900}
"""When a state began in the recording, in milliseconds after creation."""
WARM_UP, WARM_START = ("warming-up", 0.08), 0.24
"""A model that has to be loaded first: when that begins, and when the work does then. Shares of the run."""
FINALIZING = ("finalizing", 0.9)
"""A result that has to be put together at the end. Share of the run."""

GUIDE_WORDS = {
    "pending": "queued", "queued": "queued", "warming-up": "queued", "in-progress": "processing",
    "finalizing": "processing", "success": "success", "failure": "failed", "canceled": "canceled",
}  # fmt: skip
"""The five words of the guide on third-party generation; no recording of a job has `processing` or `failed`."""

FAIL_MARK = re.compile(r"\[fail(?::([^\]]{0,300}))?\]")
MARKED = ("prompt", "prompts", "text")
"""Inputs in which the mark counts."""
DEFAULT_ERROR, DEFAULT_HINT = "The generation failed", "Try again with other inputs"


@dataclass(frozen=True)
class JobPlan:
    """All that will happen to one job. Times are milliseconds; `steps` are (status, offset from creation)."""

    job_id: str
    job_type: str
    owner_id: str
    author_id: str
    created_ms: int
    steps: tuple[tuple[str, int], ...]
    input: Mapping[str, Any] = field(default_factory=dict)
    asset_ids: tuple[str, ...] = ()
    cost: float = 0.0
    """Price of the work itself, in Creative Units; add-ons are not in it (recorded: 6 of a price of 7.25)."""
    error: str | None = None
    hint: str | None = None
    add_ons: Mapping[str, float] = field(default_factory=dict)
    """Price of each add-on by its key, in Creative Units."""
    disable_refund: bool = False
    """The model does not give the price of a failure back."""

    @property
    def end_ms(self) -> int:
        """When the last step begins, in milliseconds since the epoch."""
        return self.created_ms + self.steps[-1][1]


def plan_steps(
    seconds: float, outcome: str = "success", *, warm_up: bool = False, finalize: bool = False
) -> tuple[tuple[str, int], ...]:
    """Steps of a run that takes `seconds` and ends in `outcome`; 0 seconds is a run that has ended at once."""
    total = int(seconds * 1000)
    steps = [(status, min(int(total * share), RECORDED_MS.get(status, total))) for status, share in PACE]
    if warm_up:
        steps[2:] = [(WARM_UP[0], int(total * WARM_UP[1])), ("in-progress", int(total * WARM_START))]
    if finalize:
        steps.append((FINALIZING[0], int(total * FINALIZING[1])))
    return (*steps, (outcome, total))


def marked_failure(inputs: Mapping[str, Any]) -> str | None:
    """What the mark in a prompt says that went wrong; None when there is no mark."""
    for name in MARKED:
        value = inputs.get(name)
        for text in value if isinstance(value, list) else [value]:
            match = FAIL_MARK.search(text) if isinstance(text, str) else None
            if match:
                return (match[1] or "").strip() or DEFAULT_ERROR
    return None


def status_at(plan: JobPlan, now_ms: int) -> str:
    """The job's status word at `now_ms`."""
    since = now_ms - plan.created_ms
    for status, offset in reversed(plan.steps):
        if offset <= since:
            return status
    return plan.steps[0][0]


def reached(plan: JobPlan, now_ms: int) -> list[tuple[str, int]]:
    """The steps that have begun by `now_ms`, as (status, epoch milliseconds); the first one always has."""
    created, since = plan.created_ms, now_ms - plan.created_ms
    first, *later = plan.steps
    return [(first[0], created + first[1]), *((status, created + at) for status, at in later if at <= since)]


def progress_at(plan: JobPlan, now_ms: int) -> float:
    """How far the job is, 0 to 1; the integer 1 once it has ended (recorded), and never falling."""
    if status_at(plan, now_ms) in TERMINAL:
        return 1
    starts = [offset for status, offset in plan.steps if status == "in-progress"]
    begin = plan.created_ms + (starts[0] if starts else 0)
    if now_ms <= begin:
        return 0
    span = max(plan.end_ms - begin, 1)
    return round(min((now_ms - begin) / span, 0.99), 2)


def cancel(plan: JobPlan, now_ms: int) -> JobPlan:
    """The plan of the same job canceled at `now_ms`; a job that has ended stays as it is."""
    if status_at(plan, now_ms) in TERMINAL:
        return plan
    kept = tuple((status, at - plan.created_ms) for status, at in reached(plan, now_ms))
    return replace(plan, steps=(*kept, ("canceled", max(now_ms - plan.created_ms, kept[-1][1]))), asset_ids=())


def fail(plan: JobPlan, error: str | None = None, hint: str | None = None) -> JobPlan:
    """The plan of the same job, ending in failure at the time that it would have ended; nothing comes of it."""
    steps = (*plan.steps[:-1], ("failure", plan.steps[-1][1]))
    return replace(plan, steps=steps, asset_ids=(), error=error, hint=hint)


def render(plan: JobPlan, now_ms: int, *, words: str = "api") -> dict[str, Any]:
    """The job as the API's `Job` shows it at `now_ms`, its states in `words`."""
    history = reached(plan, now_ms)
    status = history[-1][0]
    metadata: dict[str, Any] = {"input": dict(plan.input)}
    if status == "success":
        metadata["assetIds"] = list(plan.asset_ids)
    if status == "failure":
        metadata["error"] = plan.error or DEFAULT_ERROR
        metadata["hint"] = plan.hint or DEFAULT_HINT
    changes = [{"status": word, "date": iso(at)} for word, at in history]
    job = {
        "jobId": plan.job_id,
        "jobType": plan.job_type,
        "ownerId": plan.owner_id,
        "authorId": plan.author_id,
        "status": status,
        "statusHistory": changes,
        "progress": progress_at(plan, now_ms),
        "metadata": metadata,
        "billing": _billing(plan, status),
        "createdAt": iso(plan.created_ms),
        "updatedAt": changes[-1]["date"],
    }
    return job if words == "api" else _in_guide_words(job)


def _in_guide_words(job: dict[str, Any]) -> dict[str, Any]:
    """The job with the states of the older guide; every state keeps its entry in the history."""
    history = [{**entry, "status": GUIDE_WORDS[entry["status"]]} for entry in job["statusHistory"]]
    return {**job, "status": GUIDE_WORDS[job["status"]], "statusHistory": history}


def _billing(plan: JobPlan, status: str) -> dict[str, Any]:
    """What the job costs. A refund shows in the add-ons only: `cuCost` keeps the charge of the work (SDK 2.4.0)."""
    billing: dict[str, Any] = {"cuCost": plan.cost, "cuDiscount": 0}
    if plan.add_ons:
        refunded = status in ("failure", "canceled") and not plan.disable_refund
        billing["cuCostDetails"] = dict.fromkeys(plan.add_ons, 0) if refunded else dict(plan.add_ons)
    if plan.disable_refund:
        billing["disableRefund"] = True
    return billing
