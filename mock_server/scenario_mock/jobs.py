"""Jobs: a plan made once, and what it looks like at any time.

Submitting stores a `JobPlan`: which status begins when, counted from creation. Reading computes the job as the API
shows it at `now`, by pure arithmetic: no timers, no background writes. Only a cancel or a fault
replaces a plan (`cancel`, `fail`).

State table (recorded: pending -> queued +0.13 s -> in-progress +0.77 s -> success; the first history entry has the date
of creation, the last that of the last update):

    pending -> queued -> (warming-up) -> in-progress -> (finalizing) -> success | failure
    any running state -> canceled
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .clock import iso

TERMINAL = frozenset({"success", "failure", "canceled"})

# Share of the whole run at which each state begins, after the recorded pace of a picture.
PACE = (("pending", 0.0), ("queued", 0.03), ("in-progress", 0.12))


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
    error: str | None = None
    hint: str | None = None

    @property
    def end_ms(self) -> int:
        """When the last step begins, in milliseconds since the epoch."""
        return self.created_ms + self.steps[-1][1]


def plan_steps(seconds: float, outcome: str = "success") -> tuple[tuple[str, int], ...]:
    """Steps of a run that takes `seconds` and ends in `outcome`."""
    total = int(seconds * 1000)
    return (*((status, int(total * share)) for status, share in PACE), (outcome, total))


def status_at(plan: JobPlan, now_ms: int) -> str:
    """The job's status word at `now_ms`."""
    return reached(plan, now_ms)[-1][0]


def reached(plan: JobPlan, now_ms: int) -> list[tuple[str, int]]:
    """The steps that have begun by `now_ms`, as (status, epoch milliseconds); the first one always has."""
    steps = [(status, plan.created_ms + offset) for status, offset in plan.steps]
    return steps[:1] + [step for step in steps[1:] if step[1] <= now_ms]


def progress_at(plan: JobPlan, now_ms: int) -> float:
    """How far the job is, 0 to 1; 1 once it has ended, and never falling."""
    if status_at(plan, now_ms) in TERMINAL:
        return 1
    starts = [offset for status, offset in plan.steps if status == "in-progress"]
    begin = plan.created_ms + (starts[0] if starts else 0)
    span = max(plan.end_ms - begin, 1)
    return round(min(max((now_ms - begin) / span, 0.0), 0.99), 2)


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


def render(plan: JobPlan, now_ms: int) -> dict[str, Any]:
    """The job as the API's `Job` shows it at `now_ms`."""
    history = reached(plan, now_ms)
    status = history[-1][0]
    metadata: dict[str, Any] = {"input": dict(plan.input)}
    if status == "success":
        metadata["assetIds"] = list(plan.asset_ids)
    if status == "failure":
        metadata["error"] = plan.error or "The generation failed"
        metadata["hint"] = plan.hint or "Try again with other inputs"
    return {
        "jobId": plan.job_id,
        "jobType": plan.job_type,
        "ownerId": plan.owner_id,
        "authorId": plan.author_id,
        "status": status,
        "statusHistory": [{"status": word, "date": iso(at)} for word, at in history],
        "progress": progress_at(plan, now_ms),
        "metadata": metadata,
        # A refund shows in the add-ons only: cuCost keeps the charge of the main action (SDK 2.4.0).
        "billing": {"cuCost": plan.cost, "cuDiscount": 0},
        "createdAt": iso(plan.created_ms),
        "updatedAt": iso(history[-1][1]),
    }
