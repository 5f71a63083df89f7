"""What all operations that start a job share: the plan of the job, the rows of the assets that it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..clock import iso
from ..files import canonical
from ..ids import new_id
from ..jobs import JobPlan, plan_steps, render
from ..store import StoredAsset
from .assets import owner
from .call import Call

Row = dict[str, Any]

LONGEST_ECHO = 1000
"""A data URL that is longer is cut in the job's input: a list of jobs is no place for pictures."""


def plan_job(
    call: Call, job_type: str, cost: float, inputs: Mapping[str, Any], *, outputs: int = 0, seconds: float = 0
) -> JobPlan:
    """A job by the caller that begins now and takes `seconds`, with ids for its assets; not stored yet."""
    rng, who = call.rng, owner(call)
    return JobPlan(
        job_id=new_id("job", rng),
        job_type=job_type,
        owner_id=who["ownerId"],
        author_id=who["authorId"],
        created_ms=call.now_ms,
        steps=plan_steps(seconds),
        input=_echo(inputs),
        asset_ids=tuple(new_id("asset", rng) for _ in range(outputs)),
        cost=cost,
    )


def keep(call: Call, plan: JobPlan, *assets: StoredAsset) -> None:
    """Store a job and its assets, which exist from the job's success on."""
    call.services.store.put_job(call.shelf, plan, assets)


def run_at_once(call: Call, job_type: str, cost: float, work: Callable[[JobPlan], Row], *, outputs: int = 0) -> Row:
    """The result of `work` together with its job.

    As in the contract's examples the answer shows the job as it was made, pending; it has ended by the time that it
    can be read. When `work` refuses there is no job.
    """
    plan = plan_job(call, job_type, cost, call.body, outputs=outputs)
    result = work(plan)
    keep(call, plan)
    return {**result, "job": as_made(plan)}


def as_made(plan: JobPlan) -> Row:
    """The job in its first state, whatever the time."""
    return render(plan, plan.created_ms - 1)


def picture_row(
    asset_id: str, index: int, plan: JobPlan, made_by: str, *, content: tuple[str, int], size: tuple[int, int]
) -> Row:
    """The row of a picture that a job makes: made by that type of work, `content` being media type and bytes."""
    mime_type, length = content
    width, height = size
    made = iso(plan.end_ms)
    return {
        "id": asset_id,
        "url": canonical(asset_id),
        "mimeType": mime_type,
        "kind": "image",
        "source": made_by,
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
        "properties": {"size": length, "width": width, "height": height},
        "metadata": {
            "kind": "image",
            "type": made_by,
            "parentJobId": plan.job_id,
            "size": length,
            "width": width,
            "height": height,
        },
    }


def _echo(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _echo(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_echo(part) for part in value]
    if isinstance(value, str) and len(value) > LONGEST_ECHO and value.startswith("data:"):
        return value[:60] + "…"
    return value
