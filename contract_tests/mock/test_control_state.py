"""Reset, snapshots, data and clock, over memory, a file and PostgreSQL: each key's world for itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, Protocol

import pytest
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.errors import ApiError
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.control_kit import MODEL, call, client, told

KINDS = ("models", "assets", "jobs")


@pytest.fixture(params=["memory", "file", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str | None:
    """Where state is kept; as for `--db`."""
    if request.param == "postgres":
        address: str = request.getfixturevalue("postgres").new_database()
        return address
    return str(tmp_path / "state") if request.param == "file" else None


class Make(Protocol):
    """Makes mocks with a small world that are closed after the test."""

    def __call__(self, place: str | None) -> Mock: ...


@pytest.fixture
def a_mock() -> Iterator[Make]:
    with ExitStack() as open_mocks:

        def make(place: str | None) -> Mock:
            settings = Settings(db=place, models=3, assets=6, jobs=3)
            return open_mocks.enter_context(closing(Mock(settings, clock=ManualClock(ANCHOR_MS))))

        yield make


def generate(mock: Mock, key: str = "key") -> str:
    """A generation; the id of its job."""
    body = json.loads(call(mock, f"generate/custom/{MODEL}", key=key, method="POST", body={"prompt": "a boat"}).body)
    job_id: str = body["job"]["jobId"]
    return job_id


def test_snapshots(a_mock: Make, place: str | None):
    mock = a_mock(place)
    first, other = generate(mock), generate(mock, "other")
    mock.snapshot("one")
    before = {key: mock.export(key) for key in ("key", "other")}
    second = generate(mock)
    mock.snapshot("One")
    assert mock.snapshots() == ["One", "one"]
    generate(mock, "new")
    mock.restore("one")
    assert {key: mock.export(key) for key in before} == before
    assert [call(mock, f"jobs/{job}").status for job in (first, second)] == [200, 404]
    assert call(mock, f"jobs/{other}", key="other").status == 200
    mock.restore("One")
    assert call(mock, f"jobs/{second}").status == 200
    mock.snapshot("one")  # in place of the older one
    mock.restore("one")
    assert call(mock, f"jobs/{second}").status == 200
    mock.forget_snapshot("one")
    assert mock.snapshots() == ["One"]
    mock.reset()
    assert call(mock, f"jobs/{second}").status == 404
    mock.restore("One")  # a reset leaves snapshots alone
    assert call(mock, f"jobs/{second}").status == 200
    assert generate(mock) not in (first, second)


def test_files_come_back_with_a_snapshot(a_mock: Make, place: str | None):
    mock = a_mock(place)
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    asset = json.loads(call(mock, "assets", method="POST", body={"name": "p.png", "image": pixel}).body)["asset"]
    mock.snapshot("with-file")
    mock.reset("key")
    assert call(mock, f"assets/{asset['id']}").status == 404
    mock.restore("with-file")
    stored = mock.services.store.find_asset(asset["id"], mock.services.now_ms())
    assert stored is not None
    assert stored.content is not None
    assert stored.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["", "a b", "x" * 41, "a_b", "a%", "ä", "a:b"])
def test_names_of_snapshots(mock: Mock, name: str):
    for act in (mock.snapshot, mock.restore, mock.forget_snapshot):
        with pytest.raises(ApiError) as refused:
            act(name)
        assert refused.value.status == 400


def test_unknown_snapshots(mock: Mock):
    mock.snapshot("known")
    for act in (mock.restore, mock.forget_snapshot):
        with pytest.raises(ApiError, match="there are known") as refused:
            act("Known")
        assert refused.value.status == 404


def test_reset_of_one_key(a_mock: Make, place: str | None):
    mock = a_mock(place)
    start = mock.export("key")
    mine, other = generate(mock), generate(mock, "other")
    for key in ("key", "other"):
        mock.add_fault("latency", key=key)
        mock.set_limit(key, requests=100)
    mock.reset("key")
    assert mock.export("key") == start
    assert call(mock, f"jobs/{mine}").status == 404
    assert call(mock, f"jobs/{other}", key="other").status == 200
    assert [fault["key"] for fault in mock.faults()] == ["other"]
    assert [limit["key"] for limit in mock.limits()] == ["other"]
    assert len(mock.journal()) == 4
    mock.reset()
    assert (mock.faults(), mock.limits(), mock.journal()) == ([], [], [])
    assert call(mock, f"jobs/{other}", key="other").status == 404


def test_data_come_back(a_mock: Make, place: str | None):
    mock = a_mock(place)
    generate(mock)
    mock.advance(60)
    data = mock.export("key")
    twin = a_mock(None)
    twin.reset("key")
    twin.advance(60)
    told(twin, "POST", "data", {**data, "key": "copy"})
    copied = twin.export("copy")
    for kind in KINDS:
        known = {row.get("jobId") or row["id"]: row for row in copied[kind]}
        for row in data[kind]:
            assert known[row.get("jobId") or row["id"]] == row


def test_partial_rows_are_completed(a_mock: Make, place: str | None):
    mock = a_mock(place)
    ids = mock.seed(
        key="key",
        models=[{"name": "My style"}, {"id": "model_mine", "type": "flux.1-kontext-lora", "tags": ["ours"]}],
        assets=[{"id": "asset_mine", "tags": ["castle"], "metadata": {"prompt": "a castle"}}, {"kind": "video"}],
        jobs=[{"status": "failure", "metadata": {"error": "Out of memory", "hint": "Smaller"}}, {"status": "queued"}],
    )
    assert [len(ids[kind]) for kind in KINDS] == [2, 2, 2]
    assert ids["models"][1] == "model_mine"
    with client(mock) as api:
        model = api.models.retrieve(ids["models"][0])
        assert (model.name, model.type, model.status) == ("My style", "flux.1-lora", "trained")
        assert "model_mine" in [model.id for model in api.models.list()]
        asset = api.assets.retrieve("asset_mine")
        assert (asset.tags, asset.metadata.prompt, asset.owner_id) == (["castle"], "a castle", model.owner_id)
        failed, queued = (api.jobs.retrieve(job_id) for job_id in ids["jobs"])
        assert (failed.metadata.error, queued.status) == ("Out of memory", "queued")
        mock.advance(120)
        assert api.jobs.retrieve(queued.job_id).status == "success"
    assert call(mock, "assets/asset_mine", key="other").status == 404


@pytest.mark.parametrize(
    "status", ["pending", "queued", "warming-up", "in-progress", "finalizing", "success", "canceled"]
)
@pytest.mark.parametrize("dates", [{}, {"createdAt": "2026-01-15T11:00:00.000Z"}], ids=["now", "dated"])
def test_a_job_has_the_status_that_it_is_given(mock: Mock, status: str, dates: dict[str, str]):
    job_id = mock.seed(key="key", jobs=[{"status": status, **dates}])["jobs"][0]
    job = json.loads(call(mock, f"jobs/{job_id}").body)["job"]
    assert job["status"] == status
    assert job["createdAt"] == dates.get("createdAt", job["createdAt"])


def test_the_same_id_replaces(mock: Mock):
    for name in ("First", "Second"):
        mock.seed(key="key", models=[{"id": "model_mine", "name": name}])
    assert [model["name"] for model in mock.export("key")["models"] if model["id"] == "model_mine"] == ["Second"]


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ({"models": [{"stauts": "trained"}]}, "/models/0/stauts"),
        ({"models": [{"status": "sleeping"}]}, "/models/0/status"),
        ({"models": [{}, {"createdAt": "yesterday"}]}, "/models/1/createdAt"),
        ({"assets": [{"tags": "castle"}]}, "/assets/0/tags"),
        ({"assets": [{"metadata": {"width": "wide"}}]}, "/assets/0/metadata/width"),
        ({"jobs": [{"status": "sleeping"}]}, "/jobs/0/status"),
        ({"jobs": [{"status": "in-progress", "createdAt": "2027-01-01T00:00:00.000Z"}]}, "/jobs/0/status"),
        ({"jobs": [{"statusHistory": [{"status": "success"}]}]}, "/jobs/0"),
        ({"jobs": [{"id": "job_1"}]}, "/jobs/0/id"),
        ({"models": [1]}, "models.0"),
    ],
)
def test_rows_that_break_the_contract(mock: Mock, rows: dict[str, Any], at: str):
    before = mock.export("key")
    given = {"models": [{"id": "model_good"}], **rows} if "models" not in rows else rows
    with pytest.raises(ApiError) as refused:
        mock.seed(key="key", **given)
    assert refused.value.status == 400
    assert at.replace("/", ".") in str(refused.value)
    assert mock.export("key") == before


def test_the_clock(a_mock: Make, place: str | None):
    mock = a_mock(place)
    job_id = generate(mock)
    assert mock.advance(3) == "2026-01-15T12:00:03.000Z"
    assert json.loads(call(mock, f"jobs/{job_id}").body)["job"]["status"] == "success"
    assert mock.set_clock("2026-02-01") == "2026-02-01T00:00:00.000Z"
    assert told(mock, "POST", "clock", {"set": "2026-02-01T01:30:00+01:30"})["now"] == "2026-02-01T00:00:00.000Z"
    for wrong in ("2026-01-31", "2126-01-01", "2026-13-01"):
        with pytest.raises(ApiError):
            mock.set_clock(wrong)
    for seconds in (-1, 4e9, float("nan")):
        with pytest.raises(ApiError):
            mock.advance(seconds)
    assert told(mock, "GET", "clock")["now"] == "2026-02-01T00:00:00.000Z"


def test_the_calendar_ends(mock: Mock):
    mock.services.advance(6960 * 365 * 86_400)
    mock.advance(315_360_000)
    with pytest.raises(ApiError, match="year 9000"):
        mock.advance(315_360_000)
    assert call(mock, "jobs?pageSize=1").status == 200


def test_what_is_set_holds_for_all_who_share_the_state(a_mock: Make, tmp_path: Path):
    first, second = (a_mock(str(tmp_path / "state")) for _ in range(2))
    call(second, "jobs")
    first.fail_next("listJobs", 503, times=2)
    first.set_limit("limited", requests=2)
    assert [call(one, "jobs").status for one in (second, first, second)] == [503, 503, 200]
    assert [call(one, "jobs", key="limited").status for one in (second, first, second)] == [200, 200, 429]
    first.advance(5)
    assert [told(one, "GET", "clock")["now"] for one in (first, second)] == ["2026-01-15T12:00:05.000Z"] * 2
    assert second.faults() == first.faults()


def test_health(a_mock: Make, place: str | None):
    mock = a_mock(place)
    call(mock, "jobs")
    mock.snapshot("one")
    health = told(mock, "GET", "health")
    assert health["state"] == ("memory" if place is None else "postgresql" if "://" in place else "sqlite")
    assert health["counts"]["tenants"] == 1
    assert health["counts"]["jobs"] == len(mock.export("key")["jobs"])
    assert health["snapshots"] == ["one"]
    assert health["pid"] > 0
    assert health["uptimeSeconds"] > 0
