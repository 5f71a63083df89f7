"""Every fault is met by the generated client as what it is, in process; over a socket where the connection suffers."""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path
from typing import Any

import pytest
from scenario_client import AsyncScenario, errors
from scenario_mock import Mock, MockTransport
from scenario_mock.control_document import control_contract
from scenario_mock.effects import EFFECTS
from scenario_mock.errors import FAILURES, ApiError
from scenario_mock.faults import Target, matches, struck_by

from contract_tests.mock.control_kit import MODEL, SECRET, call, client, told
from contract_tests.serving import serving_here

MET: dict[str, type[Exception] | None] = {
    "badRequest": errors.BadRequest,
    "unauthorized": errors.Unauthorized,
    "planRestricted": errors.PlanRestricted,
    "keyNotAllowed": errors.Forbidden,
    "notFound": errors.NotFound,
    "gone": errors.Gone,
    "contentTooLarge": errors.ContentTooLarge,
    "cooldown": errors.CooldownActive,
    "concurrency": errors.ConcurrencyLimitReached,
    "planLimit": errors.PlanLimitReached,
    "quota": errors.QuotaExceeded,
    "internal": errors.ServerError,
    "badGateway": errors.GatewayError,
    "unavailable": errors.GatewayError,
    "hang": errors.RequestTimeout,
    "cut": errors.ConnectionFailed,
    "cutBody": errors.ConnectionFailed,
    "slowBody": None,
    "truncatedJson": errors.BadAnswer,
    "malformedJson": errors.BadAnswer,
    "wrongContentType": None,
    "htmlPage": errors.BadAnswer,
    "emptyBody": errors.BadAnswer,
    "latency": None,
    "failJob": None,
}
"""What a read raises that is tried once; None: it comes through."""
REPEATED = {
    "cooldown", "concurrency", "internal", "badGateway", "unavailable", "hang", "cut", "cutBody", "truncatedJson",
    "malformedJson", "htmlPage", "emptyBody",
}  # fmt: skip
"""What a read that is repeated survives."""
ON_THE_WAY = ("hang", "cut", "cutBody", "htmlPage", "badGateway", "truncatedJson", "emptyBody")


def target(operation: str = "listModels", **more: Any) -> Target:
    return Target(**{"operation_id": operation, "tag": "models", "key": "a", "method": "GET", "path": "/v1/m", **more})


def fault(effect: str = "internal", **fields: Any) -> dict[str, Any]:
    return {"id": "fault-1", "effect": effect, "seen": 0, "struck": 0, **fields}


def test_each_effect_is_documented_and_tested():
    documented = control_contract().schemas["NewFault"]["properties"]["effect"]["enum"]
    assert set(documented) == set(EFFECTS) == set(MET)


def test_failures_are_errors_of_the_contract(mock: Mock):
    for name, known in FAILURES.items():
        assert mock._validator.component("Error", known.fields) == [], name
        assert (known.page is None) == bool(known.fields)


@pytest.mark.parametrize("effect", MET)
def test_a_client_meets_it(mock: Mock, effect: str):
    fault_id = mock.add_fault(effect, operation="listModels", key="key")["id"]
    expected = MET[effect]
    with client(mock) as api:
        if expected is None:
            assert api.models.list(page_size=2).items
        else:
            with pytest.raises(errors.ScenarioError) as met:
                api.models.list(page_size=2)
            assert type(met.value) is expected
        assert api.models.retrieve(MODEL).id == MODEL
    with client(mock, "another") as other:
        assert other.models.list(page_size=2).items
    struck, _ = mock.calls_to("listModels")
    assert struck.faults == (fault_id,)
    assert struck.failed
    assert told(mock, "GET", "faults")["faults"][0]["struck"] == 1


@pytest.mark.parametrize("effect", [effect for effect, error in MET.items() if error is not None])
def test_a_client_repeats_or_gives_up(mock: Mock, effect: str):
    mock.add_fault(effect, operation="listModels", times=1)
    with client(mock, max_retries=2) as api:
        if effect in REPEATED:
            assert api.models.list(page_size=2).items
        else:
            with pytest.raises(errors.ScenarioError):
                api.models.list(page_size=2)
    assert len(mock.calls_to("listModels")) == (2 if effect in REPEATED else 1)


@pytest.mark.parametrize("effect", ["hang", "cut", "cutBody", "latency"])
def test_an_async_client_meets_it(mock: Mock, effect: str):
    mock.add_fault(effect, operation="listModels", latency_ms=90_000 if effect == "latency" else 0)

    async def read() -> None:
        transport = MockTransport(mock)
        async with AsyncScenario(api_key="key", api_secret=SECRET, transport=transport, max_retries=0) as api:
            await api.models.list(page_size=2)

    with pytest.raises(errors.ConnectionFailed) as met:
        asyncio.run(read())
    assert type(met.value) is (errors.ConnectionFailed if effect in ("cut", "cutBody") else errors.RequestTimeout)


def test_a_cooldown_is_waited_for(mock: Mock):
    mock.fail_next("createCustomGeneration", 429, remaining_seconds=5)
    before = mock.services.now_ms()
    with client(mock, max_retries=2) as api:
        assert api.generate.custom(MODEL, prompt="a paper boat").job.status
    assert mock.services.now_ms() - before == 5000
    assert [call.status for call in mock.calls_to("createCustomGeneration")] == [429, 200]


@pytest.mark.parametrize(("carried_out", "jobs"), [(False, 0), (True, 1)])
def test_a_generation_whose_answer_is_lost(mock: Mock, carried_out: bool, jobs: int):
    mock.add_fault("cut", operation="createCustomGeneration", carried_out=carried_out)
    before = len(mock.export("key")["jobs"])
    with client(mock, max_retries=2) as api, pytest.raises(errors.ConnectionFailed) as lost:
        api.generate.custom(MODEL, prompt="a paper boat")
    assert lost.value.may_have_started
    assert len(mock.calls_to("createCustomGeneration")) == 1
    assert len(mock.export("key")["jobs"]) == before + jobs


def test_a_job_fails(mock: Mock):
    mock.add_fault("failJob", tag="generate", job={"error": "Out of memory", "hint": "Ask for less"}, times=1)
    with client(mock) as api:
        started = api.generate.custom(MODEL, prompt="a paper boat")
        assert started.job.status == "pending"
        with pytest.raises(errors.JobFailed) as failed:
            started.wait()
        assert (failed.value.error, failed.value.hint) == ("Out of memory", "Ask for less")
        assert api.generate.custom(MODEL, prompt="another").wait().status == "success"


def test_a_download_is_cut_and_goes_on(mock: Mock, tmp_path: Path):
    with client(mock, max_retries=2) as api:
        asset = next(asset for asset in api.assets.list(page_size=20).items if asset.kind == "image")
        whole = api.assets.download(asset, tmp_path / "whole.png").read_bytes()
        mock.add_fault("cutBody", operation="downloadFile", times=1)
        assert api.assets.download(asset, tmp_path / "cut.png").read_bytes() == whole
    assert mock.faults()[0]["struck"] == 1


# ---- over a socket -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("effect", ON_THE_WAY)
def test_over_a_socket(mock: Mock, effect: str, caplog: pytest.LogCaptureFixture):
    mock.add_fault(effect, operation="listModels", times=1)
    with serving_here(mock) as base_url, client(mock, transport=None, base_url=base_url, timeout=0.4) as api:
        with pytest.raises(errors.ScenarioError) as met:
            api.models.list(page_size=2)
        assert type(met.value) is MET[effect]
        assert api.models.list(page_size=2).items
    assert caplog.records == []


@pytest.mark.parametrize(
    ("effect", "fields", "least"),
    [("latency", {"latency_ms": 150}, 0.15), ("slowBody", {"bytes_per_second": 20_000}, 0.15)],
)
def test_time_passes_over_a_socket(mock: Mock, effect: str, fields: dict[str, Any], least: float):
    with serving_here(mock) as base_url, client(mock, transport=None, base_url=base_url) as api:
        whole = api.models.list(page_size=2).data
        mock.add_fault(effect, operation="listModels", **fields)
        begun = time.monotonic()
        assert api.models.list(page_size=2).data == whole
        assert least <= time.monotonic() - begun < 5


def test_a_caller_who_leaves_ends_the_wait(mock: Mock):
    mock.add_fault("hang", operation="listModels")
    begun = time.monotonic()
    with serving_here(mock) as base_url, client(mock, transport=None, base_url=base_url, timeout=0.1) as api:
        with pytest.raises(errors.RequestTimeout):
            api.models.list()
        assert api.models.retrieve(MODEL).id == MODEL
    assert time.monotonic() - begun < 5


# ---- which calls -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "met"),
    [
        ({}, True),
        ({"operation": "*"}, True),
        ({"operation": "listModels"}, True),
        ({"operation": "listJobs"}, False),
        ({"tag": "models"}, True),
        ({"tag": "jobs"}, False),
        ({"key": "a"}, True),
        ({"key": "b"}, False),
        ({"method": "GET", "path": "/v1/"}, True),
        ({"method": "POST"}, False),
        ({"path": "/v1/jobs"}, False),
        ({"times": 2, "struck": 1}, True),
        ({"times": 2, "struck": 2}, False),
    ],
)
def test_matching(fields: dict[str, Any], met: bool):
    assert matches(fault(**fields), target()) is met


def test_files_are_struck_only_by_name():
    assert not matches(fault(), target("downloadFile"))
    assert matches(fault(operation="downloadFile"), target("downloadFile"))


def strikes(count: int, **fields: Any) -> list[bool]:
    """Which of so many calls the fault strikes."""
    faults, met = [fault(**fields)], []
    for _ in range(count):
        faults, strike = struck_by(faults, target())
        met.append(strike is not None)
    return met


def test_counts():
    assert strikes(6, after=2, times=3) == [False, False, True, True, True, False]


def test_chance_is_the_faults_own():
    often = strikes(2000, probability=0.3, seed=5)
    assert often == strikes(2000, probability=0.3, seed=5) != strikes(2000, probability=0.3, seed=6)
    assert 520 < sum(often) < 680
    assert not any(strikes(100, probability=0))


def delays(latency: Any) -> list[float]:
    """Milliseconds of a thousand calls."""
    faults, found = [fault("latency", latencyMs=latency)], []
    for _ in range(1000):
        faults, strike = struck_by(faults, target())
        assert strike is not None
        found.append(strike.delay_s * 1000)
    return found


def test_latencies():
    assert set(delays(250)) == {250}
    uniform = delays({"uniform": [100, 200]})
    assert min(uniform) >= 100
    assert max(uniform) <= 200
    assert statistics.mean(uniform) == pytest.approx(150, abs=5)
    skewed = delays({"median": 100, "sigma": 0.5})
    assert statistics.median(skewed) == pytest.approx(100, rel=0.1)
    assert max(skewed) > 250
    assert max(delays({"median": 100, "sigma": 0.5, "most": 120})) == 120


def test_delays_add_up_and_the_oldest_effect_decides(mock: Mock):
    mock.add_fault("latency", latency_ms=100)
    mock.add_fault("planLimit", latency_ms=30)
    mock.add_fault("internal")
    response = call(mock, "models")
    assert response.status == 429
    assert response.delivery is not None
    assert response.delivery.delay_s == pytest.approx(0.13)
    (record,) = mock.calls_to("listModels")
    assert record.faults == ("fault-1", "fault-2", "fault-3")
    assert record.duration_ms >= 130


def test_another_status_and_other_fields(mock: Mock):
    mock.add_fault("unavailable", status=504, fields={"message": "Endpoint request timed out"})
    response = call(mock, "models")
    assert (response.status, response.body) == (504, b'{"message":"Endpoint request timed out"}')


def test_faults_are_listed_removed_and_cleared(mock: Mock):
    first = told(mock, "POST", "faults", {"effect": "hang"})["fault"]
    second = mock.fail_next("listJobs", "planLimit")
    assert told(mock, "GET", "faults")["faults"] == [first, second] == mock.faults()
    assert told(mock, "DELETE", f"faults/{first['id']}")["faults"] == [second]
    mock.clear_faults()
    assert told(mock, "GET", "faults")["faults"] == []
    assert mock.add_fault("hang")["id"] == "fault-3"  # an id never comes twice


@pytest.mark.parametrize("error", ["nonsense", 418, "hang"])
def test_fail_next_knows_its_failures(mock: Mock, error: Any):
    with pytest.raises(ApiError, match="cooldown"):
        mock.fail_next("listModels", error)
    with pytest.raises(ApiError, match="No operation"):
        mock.fail_next("listNothing", 404)
