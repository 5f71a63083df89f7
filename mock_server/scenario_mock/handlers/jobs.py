"""Jobs: list, one, cancel.

Filters take the API's words for a state whatever words the jobs are shown in.
"""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..constraints import effective
from ..errors import bad_request, not_found
from ..jobs import JobPlan, cancel, in_words, render
from ..pages import page
from .call import Call
from .models import windows

Row = dict[str, Any]

SORTED_BY_UPDATE = frozenset({"status", "type", "types", "workflowId"})
"""With any of these the list is in order of update instead of creation (SDK 2.3.0)."""
CANCELABLE = frozenset({"inference", "flux", "image-generation", "openai-image-generation", "image-prompt-editing"})
"""Types of job that a cancel stops; the service refuses the others (recorded for custom)."""
WINDOW_DAYS = 30


def list_jobs(call: Call) -> Row:
    """GET /jobs: the caller's jobs, newest first."""
    query = effective(call.operation, call.query)
    rows = [render(plan, call.now_ms) for plan in call.own.jobs.values()]
    types = query.get("types") or ([query["type"]] if "type" in query else None)
    tests = [*windows(query), *_recent(call, query)]
    if "status" in query:
        tests.append(lambda row: bool(row["status"] == query["status"]))
    if types:
        tests.append(lambda row: row["jobType"] in types)
    if "authorId" in query:
        tests.append(lambda row: bool(row["authorId"] == query["authorId"]))
    if query.get("hideResults") is False:
        tests.append(lambda row: not row["metadata"]["input"].get("hideResults"))
    if "workflowId" in query:
        tests.append(lambda row: row["metadata"].get("workflowId") == query["workflowId"])
    order = "updatedAt" if SORTED_BY_UPDATE & set(query) else "createdAt"
    answer = page(
        [row for row in rows if all(test(row) for test in tests)],
        lambda row: (row[order], row["jobId"]),
        descending=True,
        size=query.get("pageSize", 50),
        token=query.get("paginationToken"),
        name="jobs",
    )
    words = call.services.settings.status_words
    return {**answer, "jobs": [in_words(row, words) for row in answer["jobs"]]}


def _recent(call: Call, query: Row) -> list[Any]:
    """The 30-day window that authorId and hideResults=false bring, unless the caller set one."""
    narrow = "authorId" in query or query.get("hideResults") is False
    if not narrow or "createdAfter" in query or "updatedAfter" in query:
        return []
    name = "updatedAt" if SORTED_BY_UPDATE & set(query) else "createdAt"
    bound = iso(call.now_ms - WINDOW_DAYS * 86_400_000)
    return [lambda row: row[name] > bound]


def retrieve_job(call: Call) -> Row:
    """GET /jobs/{jobId}: one job as it stands now."""
    return {"job": _shown(call, _find(call))}


def trigger_job_action(call: Call) -> Row:
    """POST /jobs/{jobId}/action: cancel a job of a type that can be canceled."""
    plan = _find(call)
    if plan.job_type not in CANCELABLE:
        raise bad_request("Cannot cancel this type of job. Action not permitted.")
    call.own.jobs[plan.job_id] = canceled = cancel(plan, call.now_ms)
    return {"job": _shown(call, canceled)}


def _shown(call: Call, plan: JobPlan) -> Row:
    return render(plan, call.now_ms, words=call.services.settings.status_words)


def _find(call: Call) -> JobPlan:
    job_id = call.path["jobId"]
    plan = call.own.jobs.get(job_id)
    if plan is None:
        raise not_found(f"Job {job_id} not found")
    return plan
