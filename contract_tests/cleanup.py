"""What a run leaves behind: its own jobs that still run are canceled, and what stays is told. Nobody else's is touched.

The API deletes nothing, so assets stay. A job of a kind that cannot be canceled (recorded: custom generations) runs to
its end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest

from contract_tests.guard import Guard
from contract_tests.made import ROWS
from contract_tests.targets import Target

SHOWN = 5
"""Ids in one line of the summary."""


def clean_up(target: Target) -> None:
    """Cancel this run's jobs that have not ended, through the guard. Never raises for what the target does.

    A mock in this process goes away with it, and so do its jobs.
    """
    guard = target.guard
    if target.mock or not guard.made.open_jobs():
        return
    with guard.cleaning(), target.client(auth=target.auth) as client:
        # What a target that breaks the contract answers here is no finding of any test.
        with suppress(httpx.HTTPError, pytest.skip.Exception):
            _look(guard, client)
        for job_id in guard.made.open_jobs():
            with suppress(httpx.HTTPError, pytest.skip.Exception):
                client.post(f"jobs/{job_id}/action", json={"action": "cancel"})


def _look(guard: Guard, client: httpx.Client) -> None:
    """Learn what became of the jobs: the newest first, no more pages than they could fill."""
    query: dict[str, str | int] = {"pageSize": ROWS}
    for _ in range(1 + len(guard.made.open_jobs()) // ROWS):
        page = client.get("jobs", params=query)
        token = page.json().get("nextPaginationToken") if page.status_code == 200 else None
        if not token or not guard.made.open_jobs():
            return
        query["paginationToken"] = token


def told(guard: Guard) -> Iterator[str]:
    """Lines for the end of a run: what was sent, spent, refused, made and left."""
    spent, made = guard.spent, guard.made
    yield f"sent {spent.requests} requests, spent {spent.units:g} CU"
    for reason, count in sorted(spent.refused.items()):
        yield f"not sent: {count} x {reason}"
    if made.started:
        statuses = Counter(str(job.get("status")) for job in made.jobs.values())
        words = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
        yield f"started {len(made.started)} jobs: {words}"
    if made.open_jobs():
        yield f"left to run, as last seen: {_some(made.open_jobs())}"
    assets = {*made.uploaded, *(asset for job in made.jobs.values() for asset in _assets(job.get("metadata")))}
    if assets:
        yield f"left {len(assets)} assets: {_some(sorted(assets))}"


def _assets(metadata: object) -> list[str]:
    found = metadata.get("assetIds") if isinstance(metadata, dict) else None
    return [asset for asset in found if isinstance(asset, str)] if isinstance(found, list) else []


def _some(ids: list[str]) -> str:
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return ", ".join(ids[:SHOWN]) + more
