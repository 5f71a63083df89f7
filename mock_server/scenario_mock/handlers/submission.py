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

EDITS = {"image": ("DETECTION", "PIXELATE", "PROMPT_EDITING", "REMOVE_BACKGROUND", "UPSCALE"), "video": ("UPSCALE",)}
"""What can be done with an asset, by its kind."""
LONGEST_ECHO = 1000
"""A data URL that is longer is cut in the job's input: a list of jobs is no place for pictures."""


def plan_job(
    call: Call,
    job_type: str,
    cost: float,
    inputs: Mapping[str, Any],
    *,
    outputs: int = 0,
    seconds: float = 0,
    error: str | None = None,
    warm_up: bool = False,
    finalize: bool = False,
    **more: Any,
) -> JobPlan:
    """A job by the caller that begins now and takes `seconds`, with ids for its assets; not stored yet.

    With an `error` it ends in failure and makes nothing. `warm_up` and `finalize` are states that not every run has;
    `more` are further fields of the plan.
    """
    rng, who = call.rng, owner(call)
    outcome = "success" if error is None else "failure"
    return JobPlan(
        job_id=new_id("job", rng),
        job_type=job_type,
        owner_id=who["ownerId"],
        author_id=who["authorId"],
        created_ms=call.now_ms,
        steps=plan_steps(seconds, outcome, warm_up=warm_up, finalize=finalize),
        input=_echo(inputs),
        asset_ids=() if error else tuple(new_id("asset", rng) for _ in range(outputs)),
        cost=cost,
        error=error,
        **more,
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
    return {**result, "job": as_made(plan, call.services.settings.status_words)}


def as_made(plan: JobPlan, words: str = "api") -> Row:
    """The job in its first state, whatever the time: what the answer that started it shows."""
    return render(plan, plan.created_ms - 1, words=words)


def picture_row(
    asset_id: str, index: int, plan: JobPlan, made_by: str, *, content: tuple[str, int], size: tuple[int, int]
) -> Row:
    """The row of a picture that a job makes: made by that type of work, `content` being media type and bytes."""
    mime_type, length = content
    properties = {"size": length, "width": size[0], "height": size[1]}
    return made_row(asset_id, index, plan, made_by, kind="image", mime_type=mime_type, properties=properties)


def made_row(
    asset_id: str, index: int, plan: JobPlan, made_by: str, *, kind: str, mime_type: str, properties: Row
) -> Row:
    """The row of an asset of any kind that a job makes, with the properties of its file."""
    made = iso(plan.end_ms)
    measures = {name: properties[name] for name in ("size", "width", "height") if name in properties}
    return {
        "id": asset_id,
        "url": canonical(asset_id),
        "mimeType": mime_type,
        "kind": kind,
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
        "editCapabilities": list(EDITS.get(kind, ())),
        "outputIndex": index,
        "properties": properties,
        "metadata": {"kind": kind, "type": made_by, "parentJobId": plan.job_id, **measures},
    }


def _echo(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _echo(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_echo(part) for part in value]
    if isinstance(value, str) and len(value) > LONGEST_ECHO and value.startswith("data:"):
        return value[:60] + "…"
    return value
