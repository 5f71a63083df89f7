"""State that others share and that outlives its process: files, workers, and two mocks over one PostgreSQL.

The law: a write that was answered is there, for everybody at once and after any end of any process; a write that was
not answered happened as a whole or not at all.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from contract_tests.mock.writers import CUSTOM, PIXEL, Ledger, client, hold, pages, writing
from contract_tests.postgres import Postgres
from contract_tests.serving import Served, kill, started, until

SLOW_JOBS = ("--job-seconds", "60")
"""Jobs that are still running when they are canceled; the clock is advanced when they shall have ended."""
ROUNDS = 2


@pytest.fixture(params=["sqlite", "postgres"])
def new_state(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes an empty state and gives its `--db`."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / "state.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database


def end_all_jobs(served: Served) -> None:
    """Move the mock's clock past the end of every job."""
    httpx.post(f"{served.own}/clock", json={"advance": 600}).raise_for_status()


def fresh(url: str, method: str = "GET", key: str = "key", **more: Any) -> httpx.Response:
    """One request on a connection of its own, so that any worker may get it."""
    return httpx.request(method, url, auth=(key, f"secret of {key}"), timeout=20, verify=False, **more)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_kill_9_at_any_moment_loses_no_answered_write(new_state: Callable[[], str], workers: str):
    database = new_state()
    ledgers = [Ledger(f"writer-{number}") for number in range(4)]
    chance = random.Random(20)
    arguments = ("--db", database, "--workers", workers, *SLOW_JOBS)
    for round_number in range(ROUNDS):
        before = sum(ledger.writes for ledger in ledgers)
        with started(*arguments) as served, writing([served.base_url], ledgers, round_number):
            until(lambda: sum(ledger.writes for ledger in ledgers) > before + 8, "the writers have written")  # noqa: B023
            time.sleep(chance.uniform(0, 0.3))  # any moment: in the middle of whatever it does
            served.kill()
        for ledger in ledgers:
            assert ledger.refused == []
    with started(*arguments) as served:
        end_all_jobs(served)
        for ledger in ledgers:
            hold(served.base_url, ledger)
        assert "Traceback" not in served.printed


def test_an_uploaded_file_and_a_made_one_are_there_after_a_restart(new_state: Callable[[], str]):
    database = new_state()
    with started("--db", database, "--job-seconds", "0") as served, client(served.base_url, "key") as api:
        uploaded = api.post("assets", json={"name": "mine", "image": PIXEL}).json()["asset"]
        job = api.post(CUSTOM, json={"prompt": "a castle"}).json()["job"]["jobId"]
        made = api.get(f"jobs/{job}").json()["job"]["metadata"]["assetIds"][0]
        before = {
            asset: httpx.get(api.get(f"assets/{asset}").json()["asset"]["url"]) for asset in (uploaded["id"], made)
        }
        lists = {path: [row[key] for row in pages(api, path, key)] for path, key in LISTS.items()}
        served.kill()
    with started("--db", database, "--job-seconds", "0") as served, client(served.base_url, "key") as api:
        for asset, file in before.items():
            again = httpx.get(api.get(f"assets/{asset}").json()["asset"]["url"])
            assert (again.status_code, again.headers["content-type"]) == (200, file.headers["content-type"])
            assert again.content == file.content
        assert {path: [row[key] for row in pages(api, path, key)] for path, key in LISTS.items()} == lists
        another = api.post(CUSTOM, json={"prompt": "a castle"}).json()["job"]["jobId"]
        assert another not in lists["jobs"]


LISTS = {"models": "id", "assets": "id", "jobs": "jobId"}


def test_a_file_keeps_the_world_that_it_was_made_with(tmp_path: Path):
    database = str(tmp_path / "state.db")
    with started("--db", database, "--seed", "1") as served, client(served.base_url, "key") as api:
        lists = {path: [row[key] for row in pages(api, path, key)] for path, key in LISTS.items()}
    with (
        pytest.raises(AssertionError, match=r"scenario-mock: .*seed 1.*seed 2"),
        started("--db", database, "--seed", "2"),
    ):
        pytest.fail("two worlds would be mixed")
    with started("--db", database, "--seed", "1") as served, client(served.base_url, "key") as api:
        assert {path: [row[key] for row in pages(api, path, key)] for path, key in LISTS.items()} == lists


@pytest.fixture
def two_workers(tmp_path: Path):
    """A mock of two workers over one file, whose clock stands still."""
    with started("--workers", "2", "--db", str(tmp_path / "state.db"), "--clock", "manual") as served:
        assert len(served.workers()) == 2
        yield served


def test_workers_read_each_others_writes_at_once(two_workers: Served):
    base_url = two_workers.base_url
    for number in range(8):
        job = fresh(f"{base_url}/{CUSTOM}", "POST", json={"prompt": f"number {number}"}).json()["job"]["jobId"]
        asset = fresh(f"{base_url}/assets", "POST", json={"name": "x", "image": PIXEL}).json()["asset"]["id"]
        for _ in range(4):
            assert fresh(f"{base_url}/jobs/{job}").status_code == 200
            assert fresh(f"{base_url}/assets/{asset}").status_code == 200
        newest = fresh(f"{base_url}/jobs", params={"pageSize": 100}).json()["jobs"]
        assert job in {row["jobId"] for row in newest}


def test_workers_share_clock_journal_and_reset(two_workers: Served):
    base_url, own = two_workers.base_url, two_workers.own
    job = fresh(f"{base_url}/{CUSTOM}", "POST", json={"prompt": "x"}).json()["job"]["jobId"]
    statuses = {fresh(f"{base_url}/jobs/{job}").json()["job"]["status"] for _ in range(10)}
    assert statuses <= {"pending", "queued"}
    now = fresh(f"{own}/clock", "POST", json={"advance": 100}).json()["now"]
    assert {fresh(f"{own}/clock").json()["now"] for _ in range(10)} == {now}
    assert {fresh(f"{base_url}/jobs/{job}").json()["job"]["status"] for _ in range(10)} == {"success"}
    for number in range(20):
        fresh(f"{base_url}/models/model_{number}")
    for _ in range(6):
        paths = [entry["path"] for entry in fresh(f"{own}/journal").json()["requests"]]
        assert [f"/v1/models/model_{number}" for number in range(20)] == [path for path in paths if "/model_" in path][
            -20:
        ]
    fresh(f"{own}/reset", "POST").raise_for_status()
    assert {fresh(f"{base_url}/jobs/{job}").status_code for _ in range(10)} == {404}
    assert all(len(fresh(f"{own}/journal").json()["requests"]) <= 10 for _ in range(6))


def test_two_workers_answer_as_one_does(two_workers: Served):
    """The same bytes whoever answers: worlds are made from the seed, not by a worker."""
    for path in ("models?pageSize=100", "models?privacy=public&pageSize=100", "jobs?pageSize=100"):
        assert len({fresh(f"{two_workers.base_url}/{path}", key="new").content for _ in range(8)}) == 1


def test_a_killed_worker_is_replaced_and_nothing_is_lost(tmp_path: Path):
    ledgers = [Ledger(f"writer-{number}") for number in range(4)]
    with started("--workers", "2", "--db", str(tmp_path / "state.db"), *SLOW_JOBS) as served:
        workers = served.workers()
        assert len(workers) == 2
        with writing([served.base_url], ledgers, 5):
            for number in range(3):
                before = sum(ledger.writes for ledger in ledgers)
                victim = random.Random(number).choice(sorted(workers))
                kill(victim)
                until(lambda: victim not in served.workers() and len(served.workers()) == 2, "a new worker")  # noqa: B023
                workers = served.workers()
                until(lambda: sum(ledger.writes for ledger in ledgers) > before + 8, "writes go on")  # noqa: B023
        assert served.process.poll() is None
        end_all_jobs(served)
        for ledger in ledgers:
            hold(served.base_url, ledger)


def test_two_mocks_over_one_postgres_one_of_them_killed(postgres: Postgres):
    database = postgres.new_database()
    ledgers = [Ledger(f"writer-{number}") for number in range(4)]
    arguments = ("--db", database, *SLOW_JOBS)
    with started(*arguments) as one:
        with started(*arguments) as other, writing([one.base_url, other.base_url], ledgers, 7):
            until(lambda: all(ledger.writes > 5 for ledger in ledgers), "everybody has written")
            other.kill()
            before = {ledger.key: ledger.writes for ledger in ledgers}
            until(lambda: all(ledger.writes > before[ledger.key] + 5 for ledger in ledgers), "the other goes on")
        with started(*arguments) as again:
            for served in (one, again):
                end_all_jobs(served)
            for ledger in ledgers:
                assert ledger.unanswered > 0
                hold(one.base_url, ledger)
                hold(again.base_url, ledger)


def test_two_mocks_over_one_postgres_are_one(postgres: Postgres):
    database = postgres.new_database()
    with started("--db", database) as one, started("--db", database) as other:
        for here, there in ((one, other), (other, one)):
            job = fresh(f"{here.base_url}/{CUSTOM}", "POST", json={"prompt": "x"}).json()["job"]["jobId"]
            assert fresh(f"{there.base_url}/jobs/{job}").json()["job"]["jobId"] == job
            asset = fresh(f"{here.base_url}/assets", "POST", json={"name": "x", "image": PIXEL}).json()["asset"]["id"]
            url = fresh(f"{there.base_url}/assets/{asset}").json()["asset"]["url"]
            assert url.startswith(there.own)
            assert httpx.get(url).status_code == 200
        fresh(f"{one.own}/reset", "POST").raise_for_status()
        assert fresh(f"{other.base_url}/jobs/{job}").status_code == 404


def test_two_mocks_that_start_at_once_over_an_empty_postgres(postgres: Postgres):
    database = postgres.new_database()
    with started("--db", database, "--workers", "2") as one, started("--db", database, "--workers", "2") as other:
        rows = {
            tuple(row["id"] for row in fresh(f"{served.base_url}/assets", params={"pageSize": 100}).json()["assets"])
            for served in (one, other) * 4
        }
        assert len(rows) == 1


def test_a_restart_of_the_database_server_is_survived(postgres: Postgres):
    with started("--db", postgres.new_database()) as served:
        job = fresh(f"{served.base_url}/{CUSTOM}", "POST", json={"prompt": "x"}).json()["job"]["jobId"]
        postgres.stop()
        refused = fresh(f"{served.base_url}/jobs/{job}")
        assert refused.status_code >= 500
        assert refused.json()["reason"]
        postgres.start()
        until(lambda: fresh(f"{served.base_url}/jobs/{job}").status_code == 200, "it goes on", patience=10)
