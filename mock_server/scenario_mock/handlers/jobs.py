"""Jobs: list, one, cancel.

A list in order of creation is one page of the database. In order of update (with status, type, types or workflowId) the
jobs that have ended come from the database by their end, and the few that still run are placed among them by the step
that they have reached. Filters take the API's words for a state, whatever words the jobs are shown in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..constraints import effective
from ..encoding import Fragment, array, encode
from ..errors import bad_request, not_found
from ..jobs import TERMINAL, JobPlan, cancel, reached, render, status_at
from ..pages import page, place_after
from ..store import Condition, Key, Listing, above, at_most, equal, one_of
from ..store.records import plan_of
from .call import Call
from .models import project, windows

Row = dict[str, Any]

SORTED_BY_UPDATE = frozenset({"status", "type", "types", "workflowId"})
"""With any of these the list is in order of update instead of creation (SDK 2.3.0)."""
CANCELABLE = frozenset({"inference", "flux", "image-generation", "openai-image-generation", "image-prompt-editing"})
"""Types of job that a cancel stops; the service refuses the others (recorded for custom)."""
WINDOW_DAYS = 30
MOST_RUNNING = 100_000


def list_jobs(call: Call) -> Row:
    """GET /jobs: the caller's jobs, newest first."""
    query = effective(call.operation, call.query)
    by_update = bool(SORTED_BY_UPDATE & set(query))
    order, size = "updatedAt" if by_update else "createdAt", query.get("pageSize", 50)
    after = place_after(query.get("paginationToken"), order, True)
    pick = _by_update if by_update else _by_creation
    if call.services.settings.sparse_pages:
        kept, key = pick(call, {name: query[name] for name in query if name not in SORTED_BY_UPDATE}, size, after)
        kept = [one for one in kept if _fits(plan_of(one), query, call.now_ms)]
    else:
        kept, key = pick(call, query, size, after)
    return page("jobs", Fragment(array(_shown(call, one) for one in kept)), key, order, True)


def _fits(plan: JobPlan, query: Row, now_ms: int) -> bool:
    """Whether a job is one of those that status, types and workflowId ask for."""
    types = query.get("types") or ([query["type"]] if "type" in query else [plan.job_type])
    return (
        query.get("status") in (None, status_at(plan, now_ms))
        and plan.job_type in types
        and query.get("workflowId") in (None, plan.input.get("workflowId"))
    )


def _by_creation(call: Call, query: Row, size: int, after: Key | None) -> tuple[list[bytes], Key | None]:
    conditions = (*_conditions(query), *_recent(call, query, "created_ms"))
    return call.services.store.jobs(call.shelf, Listing("created_ms", True, size, conditions, after))


def _by_update(call: Call, query: Row, size: int, after: Key | None) -> tuple[list[bytes], Key | None]:
    store, now_ms, status = call.services.store, call.now_ms, query.get("status")
    conditions = tuple(_conditions(query))
    bounds = (*windows({"updatedAfter": query["updatedAfter"]} if "updatedAfter" in query else {}, "end_ms"),)
    recent = tuple(_recent(call, query, "end_ms"))
    found: list[tuple[Key, bytes]] = []
    more: Key | None = None
    if status is None or status in TERMINAL:
        outcome = () if status is None else (equal("outcome", status),)
        ended = Listing(
            "end_ms", True, size, (*conditions, *bounds, *recent, *outcome, at_most("end_ms", now_ms)), after
        )
        kept, more = store.jobs(call.shelf, ended)
        found += [((plan_of(one).end_ms, plan_of(one).job_id), one) for one in kept]
    if status is None or status not in TERMINAL:
        running = Listing("end_ms", True, MOST_RUNNING, (*conditions, above("end_ms", now_ms)))
        for one in store.jobs(call.shelf, running)[0]:
            plan = plan_of(one)
            word, since = reached(plan, now_ms)[-1]
            key = (since, plan.job_id)
            if status in (None, word) and (after is None or key < after) and _inside(key[0], (*bounds, *recent)):
                found.append((key, one))
    found.sort(key=lambda pair: pair[0], reverse=True)
    rest = len(found) > size or more is not None
    return [one for _, one in found[:size]], found[size - 1][0] if rest else None


def _inside(updated_ms: int, bounds: tuple[Condition, ...]) -> bool:
    """Whether a moment keeps to lower bounds that were made for the database."""
    return all(updated_ms > values[0] for _, values in bounds)


def _conditions(query: Row) -> Iterator[Condition]:
    types = query.get("types") or ([query["type"]] if "type" in query else [])
    if types:
        yield one_of("type", types)
    if "authorId" in query:
        yield equal("author_id", query["authorId"])
    if "workflowId" in query:
        yield equal("workflow_id", query["workflowId"])
    if query.get("hideResults") is False:
        yield equal("hidden", 0)
    yield from windows({name: query[name] for name in ("createdAfter", "createdBefore") if name in query})
    yield from project(query)


def _recent(call: Call, query: Row, column: str) -> Iterator[Condition]:
    """The 30-day window that authorId and hideResults=false bring, unless the caller set one."""
    narrow = "authorId" in query or query.get("hideResults") is False
    if narrow and "createdAfter" not in query and "updatedAfter" not in query:
        yield above(column, call.now_ms - WINDOW_DAYS * 86_400_000)


def retrieve_job(call: Call) -> Row:
    """GET /jobs/{jobId}: one job as it stands now."""
    return {"job": Fragment(_shown(call, _find(call)))}


def trigger_job_action(call: Call) -> Row:
    """POST /jobs/{jobId}/action: cancel a job of a type that can be canceled."""
    plan = plan_of(_find(call))
    if plan.job_type not in CANCELABLE:
        raise bad_request("Cannot cancel this type of job. Action not permitted.")
    canceled = call.services.store.change_job(call.shelf, plan.job_id, lambda now: cancel(now, call.now_ms))
    return {"job": render(canceled or plan, call.now_ms, words=call.services.settings.status_words)}


def _shown(call: Call, kept: bytes) -> bytes:
    """A kept job as it stands now, encoded."""
    words, plan = call.services.settings.status_words, plan_of(kept)
    if call.now_ms >= plan.end_ms:
        return _ended(kept, words)
    return encode(render(plan, call.now_ms, words=words))


@lru_cache(maxsize=1024)
def _ended(kept: bytes, words: str) -> bytes:
    """A kept job from its end on: it does not change any more."""
    plan = plan_of(kept)
    return encode(render(plan, plan.end_ms, words=words))


def _find(call: Call) -> bytes:
    job_id = call.path["jobId"]
    kept = call.services.store.kept_job(call.shelf, job_id) if call.caller.tenant is not None else None
    if kept is None:
        raise not_found(f"Job {job_id} not found")
    return kept
