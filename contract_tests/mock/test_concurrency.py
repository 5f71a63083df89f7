"""Sixty-four clients at once: no tenant sees another's things, no write is lost or doubled, pages stay whole.

Eight keys with eight clients each make jobs and upload assets, read back what they were told, try what belongs to
others, and walk the lists while all of them grow. The same against one process with its state in memory, two workers
over a file, and two mocks over one PostgreSQL.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from contract_tests.mock.writers import CUSTOM, PIXEL
from contract_tests.postgres import Postgres
from contract_tests.serving import started

KEYS = tuple(f"tenant-{number}" for number in range(8))
CLIENTS_EACH = 8
ROUNDS = 2
LISTS = {"jobs": "jobId", "assets": "id"}


@dataclass
class Tenant:
    """What the owner of one key had before, and what its clients were told since."""

    key: str
    before: dict[str, set[str]] = field(default_factory=dict)
    jobs: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)

    def told(self, path: str) -> list[str]:
        """The ids that its clients got for what they made, in the list called `path`."""
        return self.jobs if path == "jobs" else self.assets


@pytest.fixture(params=["memory", "sqlite, two workers", "postgres, two mocks"])
def base_urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[str]]:
    """Where the clients go, in turn."""
    common = ("--job-seconds", "0", "--check-answers")
    with ExitStack() as stack:
        if request.param == "memory":
            servers = [stack.enter_context(started(*common))]
        elif request.param.startswith("sqlite"):
            servers = [stack.enter_context(started(*common, "--workers", "2", "--db", str(tmp_path / "state.db")))]
        else:
            server: Postgres = request.getfixturevalue("postgres")
            database = server.new_database()
            servers = [stack.enter_context(started(*common, "--db", database)) for _ in range(2)]
        yield [served.base_url for served in servers]
        for served in servers:
            assert "Traceback" not in served.printed
            assert "against the contract" not in served.printed


def test_sixty_four_clients_at_once(base_urls: list[str]):
    asyncio.run(asyncio.wait_for(everybody(base_urls), timeout=60))


async def everybody(base_urls: list[str]) -> None:
    tenants = [Tenant(key) for key in KEYS]
    async with httpx.AsyncClient(timeout=30, verify=False, limits=httpx.Limits(max_connections=64)) as http:
        for tenant in tenants:
            for path, name in LISTS.items():
                rows = await walk(http, base_urls[0], tenant.key, path, 100)
                tenant.before[path] = {row[name] for row in rows}
        clients = [
            one_client(http, base_urls[number % len(base_urls)], tenant, tenants)
            for number in range(CLIENTS_EACH)
            for tenant in tenants
        ]
        walkers = [walk_while_others_insert(http, base_urls[-1], tenant) for tenant in tenants]
        await asyncio.gather(*clients, *walkers)
        for tenant in tenants:
            await hold(http, base_urls, tenant)
    everything = [made for tenant in tenants for made in (*tenant.jobs, *tenant.assets)]
    assert len(everything) == len(set(everything)) == len(KEYS) * CLIENTS_EACH * ROUNDS * 2, "an id was given out twice"


async def one_client(http: httpx.AsyncClient, base_url: str, tenant: Tenant, tenants: list[Tenant]) -> None:
    """Write, read it back at once, and try what is another's."""
    for number in range(ROUNDS):
        prompt = f"{tenant.key} in round {number}"
        job = (await ask(http, "POST", f"{base_url}/{CUSTOM}", tenant.key, json={"prompt": prompt}))["job"]["jobId"]
        tenant.jobs.append(job)
        read = (await ask(http, "GET", f"{base_url}/jobs/{job}", tenant.key))["job"]
        assert read["metadata"]["input"]["prompt"] == prompt
        upload = {"name": prompt, "image": PIXEL}
        asset = (await ask(http, "POST", f"{base_url}/assets", tenant.key, json=upload))["asset"]["id"]
        tenant.assets.append(asset)
        for path, own in (("jobs", job), ("assets", asset)):
            newest = await ask(http, "GET", f"{base_url}/{path}", tenant.key, params={"pageSize": 100})
            ids = {row[LISTS[path]] for row in newest[path]}
            assert own in ids
            assert not ids & {other_id for other in tenants if other is not tenant for other_id in other.told(path)}
        for other in tenants:
            if other is not tenant and other.jobs:
                await ask(http, "GET", f"{base_url}/jobs/{other.jobs[-1]}", tenant.key, status=404)
                break


async def walk_while_others_insert(http: httpx.AsyncClient, base_url: str, tenant: Tenant) -> None:
    """Small pages, so that rows come in between: whatever was there before the walk is met exactly once."""
    for path, name in LISTS.items():
        ids = [row[name] for row in await walk(http, base_url, tenant.key, path, 25)]
        assert len(ids) == len(set(ids)), f"{path}: a row came twice"
        assert set(ids) >= tenant.before[path], f"{path}: a row was left out"


async def walk(http: httpx.AsyncClient, base_url: str, key: str, path: str, size: int) -> list[dict[str, Any]]:
    """The rows of all pages of a list."""
    rows: list[dict[str, Any]] = []
    token: dict[str, str] = {}
    for _ in range(1_000):
        content = await ask(http, "GET", f"{base_url}/{path}", key, params={"pageSize": size, **token})
        rows += content[path]
        if "nextPaginationToken" not in content:
            return rows
        token = {"paginationToken": content["nextPaginationToken"]}
    raise AssertionError(f"the pages of {path} do not end")


async def hold(http: httpx.AsyncClient, base_urls: list[str], tenant: Tenant) -> None:
    """In the end each list holds what was there, what was made, and what those jobs made; on every server."""
    for base_url in base_urls:
        jobs = {row["jobId"]: row for row in await walk(http, base_url, tenant.key, "jobs", 100)}
        assert sorted(jobs) == sorted([*tenant.before["jobs"], *tenant.jobs])
        assert {jobs[job]["status"] for job in tenant.jobs} == {"success"}
        made = [asset for job in tenant.jobs for asset in jobs[job]["metadata"]["assetIds"]]
        assets = [row["id"] for row in await walk(http, base_url, tenant.key, "assets", 100)]
        assert sorted(assets) == sorted([*tenant.before["assets"], *tenant.assets, *made])


async def ask(http: httpx.AsyncClient, method: str, url: str, key: str, *, status: int = 200, **more: Any) -> Any:
    """The answer to one request, which must have that status."""
    answer = await http.request(method, url, auth=(key, f"secret of {key}"), **more)
    assert answer.status_code == status, (method, url, answer.status_code, answer.text[:300])
    return answer.json()
