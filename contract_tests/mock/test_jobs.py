"""Jobs: the laws of a plan at any time, and what submitting, failing and canceling do over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.jobs import GUIDE_WORDS, TERMINAL, JobPlan, cancel, marked_failure, plan_steps, render, status_at
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.calls import CITY, PAINTER, post

ORDER = ("pending", "queued", "warming-up", "in-progress", "finalizing")
CREATED = 1_700_000_000_123
MODEL = "custom/model_imagen4-ultra"


@st.composite
def plans(draw: st.DrawFn) -> JobPlan:
    """Any plan that a submission can make."""
    steps = plan_steps(
        draw(st.floats(0, 86_400)),
        draw(st.sampled_from(["success", "failure"])),
        warm_up=draw(st.booleans()),
        finalize=draw(st.booleans()),
    )
    add_ons = draw(st.dictionaries(st.sampled_from(["quality-gate", "ip-detection"]), st.floats(0.25, 9)))
    return JobPlan(
        "job_1", "custom", "proj_1", "apiu_1", CREATED, steps,
        input={"prompt": "x"}, asset_ids=("asset_2", "asset_1"), cost=6.0, add_ons=add_ons,
        disable_refund=draw(st.booleans()),
    )  # fmt: skip


def moments(plan: JobPlan) -> st.SearchStrategy[int]:
    """Times around the steps of a plan, and far from them."""
    near = [plan.created_ms + offset + d for _, offset in plan.steps for d in (-1, 0, 1)]
    return st.sampled_from(near) | st.integers(CREATED - 10**6, CREATED + 10**9)


@given(data=st.data(), plan=plans())
def test_a_job_at_any_time(data: st.DataObject, plan: JobPlan):
    now = data.draw(moments(plan))
    job = render(plan, now)
    history = [entry["status"] for entry in job["statusHistory"]]
    dates = [entry["date"] for entry in job["statusHistory"]]
    assert history == [status for status, _ in plan.steps][: len(history)]
    assert (job["createdAt"], job["updatedAt"], job["status"]) == (dates[0], dates[-1], history[-1])
    assert dates == sorted(dates)
    assert status_at(plan, now) == job["status"]
    assert ("assetIds" in job["metadata"]) == (job["status"] == "success")
    assert ("error" in job["metadata"]) == ("hint" in job["metadata"]) == (job["status"] == "failure")
    assert 0 <= job["progress"] <= 1
    assert (job["progress"] == 1) == (job["status"] in TERMINAL)
    assert job["billing"]["cuCost"] == 6.0
    assert render(plan, now) == job, "reading changes nothing"


@given(data=st.data(), plan=plans())
def test_time_only_adds(data: st.DataObject, plan: JobPlan):
    one, other = sorted((data.draw(moments(plan)), data.draw(moments(plan))))
    before, after = render(plan, one), render(plan, other)
    assert before["progress"] <= after["progress"]
    assert after["statusHistory"][: len(before["statusHistory"])] == before["statusHistory"]


@given(data=st.data(), plan=plans())
def test_a_cancel_stops_what_runs_and_nothing_else(data: st.DataObject, plan: JobPlan):
    at, later = data.draw(moments(plan)), data.draw(moments(plan))
    canceled = cancel(plan, at)
    if status_at(plan, at) in TERMINAL:
        assert canceled is plan
        return
    end = max(at, later, CREATED)
    job = render(canceled, end)
    assert (job["status"], job["progress"]) == ("canceled", 1)
    assert job["statusHistory"][:-1] == render(plan, at)["statusHistory"]
    assert "assetIds" not in job["metadata"]
    assert cancel(canceled, end) is canceled


@given(plan=plans())
def test_add_ons_are_refunded_unless_the_model_keeps_them(plan: JobPlan):
    end = render(plan, plan.end_ms)
    details = end["billing"].get("cuCostDetails")
    kept = end["status"] == "success" or plan.disable_refund
    assert details == ((plan.add_ons if kept else dict.fromkeys(plan.add_ons, 0)) or None)
    assert end["billing"].get("disableRefund", False) == plan.disable_refund


@given(data=st.data(), plan=plans())
def test_the_guides_words(data: st.DataObject, plan: JobPlan):
    now = data.draw(moments(plan))
    api, guide = render(plan, now), render(plan, now, words="guide")
    assert guide["status"] == GUIDE_WORDS[api["status"]]
    assert [entry["status"] for entry in guide["statusHistory"]] == [
        GUIDE_WORDS[entry["status"]] for entry in api["statusHistory"]
    ]
    assert {**guide, "status": 0, "statusHistory": 0} == {**api, "status": 0, "statusHistory": 0}
    assert set(GUIDE_WORDS.values()) == {"queued", "processing", "success", "failed", "canceled"}


def test_a_long_run_has_the_recorded_moments_and_a_short_one_shows_every_state():
    assert plan_steps(88) == (("pending", 0), ("queued", 130), ("in-progress", 900), ("success", 88_000))
    short = plan_steps(3, warm_up=True, finalize=True)
    assert tuple(status for status, _ in short) == (*ORDER, "success")
    gaps = [later - earlier for (_, earlier), (_, later) in pairwise(short)]
    assert min(gaps) > 80


@pytest.mark.parametrize(
    ("inputs", "error"),
    [
        ({"prompt": "a castle"}, None),
        ({"prompt": "a castle [fail]"}, "The generation failed"),
        ({"prompt": "[fail:]"}, "The generation failed"),
        ({"prompt": "a [fail: out of memory ] castle"}, "out of memory"),
        ({"text": "[fail: no voice]"}, "no voice"),
        ({"prompts": ["a", 5, "[fail: the second]"]}, "the second"),
        ({"prompt": 5, "negativePrompt": "[fail]"}, None),
        ({"prompt": "[failure]"}, None),
    ],
)
def test_marks(inputs: dict[str, Any], error: str | None):
    assert marked_failure(inputs) == error


# ---- over HTTP -------------------------------------------------------------------------------------------------------


def client(mock: Mock) -> httpx.Client:
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


@pytest.fixture
def api(mock: Mock) -> httpx.Client:
    return client(mock)


def job_of(api: httpx.Client, answer: dict[str, Any]) -> dict[str, Any]:
    job: dict[str, Any] = api.get(f"jobs/{answer['job']['jobId']}").json()["job"]
    return job


def states(api: httpx.Client, mock: Mock, answer: dict[str, Any], seconds: float = 3.2) -> Iterator[dict[str, Any]]:
    """The job every 60 ms until it has ended."""
    for _ in range(round(seconds / 0.06)):
        yield job_of(api, answer)
        mock.services.clock.advance(0.06)


@pytest.mark.parametrize(
    ("path", "body", "more"),
    [
        (MODEL, {}, set()),
        ("custom/model_veo3-1", {}, {"finalizing"}),
        ("custom/model_meshy-7-txt23d", {}, {"finalizing"}),
        ("custom/model_hidream-i1", {}, {"warming-up"}),
        ("custom/model_bfl-flux-1-dev", {"loras": ["model_xyz789"], "lorasScale": [0.8]}, {"warming-up"}),
        ("custom/model_bfl-flux-1-dev", {}, set()),
        ("txt2img", {"modelId": PAINTER}, set()),
    ],
)
def test_the_states_on_the_way(api: httpx.Client, mock: Mock, path: str, body: dict[str, Any], more: set[str]):
    answer = post(api, path, {"prompt": "a castle", **body})
    seen = list(dict.fromkeys(job["status"] for job in states(api, mock, answer)))
    assert seen == [*(word for word in ORDER if word in {"pending", "queued", "in-progress", *more}), "success"]


@pytest.mark.parametrize(
    ("path", "body"),
    [(MODEL, {}), ("txt2img", {"modelId": PAINTER}), ("prompt-editing", {"image": CITY})],
)
def test_a_marked_prompt_fails_and_is_reimbursed(api: httpx.Client, mock: Mock, path: str, body: dict[str, Any]):
    answer = post(api, path, {**body, "prompt": "a castle [fail: the model said no]"})
    assert answer["job"]["status"] == "pending"
    mock.services.clock.advance(3)
    job = job_of(api, answer)
    assert (job["status"], job["metadata"]["error"]) == ("failure", "the model said no")
    assert job["metadata"]["hint"]
    assert "assetIds" not in job["metadata"]
    assert set(job["billing"].get("cuCostDetails", {"none": 0}).values()) == {0}
    newest = api.get("assets", params={"pageSize": 100}).json()["assets"]
    assert job["jobId"] not in {asset["metadata"].get("parentJobId") for asset in newest}
    assert job in api.get("jobs", params={"status": "failure"}).json()["jobs"]


def test_cancel_of_inference_works_also_twice_and_after_the_end_changes_nothing(api: httpx.Client, mock: Mock):
    answer = post(api, "txt2img", {"modelId": PAINTER, "prompt": "a castle"})
    mock.services.clock.advance(1)
    first = api.post(f"jobs/{answer['job']['jobId']}/action", json={"action": "cancel"}).json()["job"]
    mock.services.clock.advance(5)
    again = api.post(f"jobs/{answer['job']['jobId']}/action", json={"action": "cancel"}).json()["job"]
    assert first["status"] == "canceled"
    assert again == first == job_of(api, answer)
    done = post(api, "txt2img", {"modelId": PAINTER, "prompt": "a castle"})
    mock.services.clock.advance(5)
    stays = api.post(f"jobs/{done['job']['jobId']}/action", json={"action": "cancel"}).json()["job"]
    assert stays["status"] == "success"


@pytest.mark.parametrize("path", [MODEL, "txt2img"])
def test_no_time_at_all(path: str):
    mock = Mock(Settings(job_seconds=0), clock=ManualClock(ANCHOR_MS))
    api = client(mock)
    answer = post(api, path, {"prompt": "a castle", **({"modelId": PAINTER} if path == "txt2img" else {})})
    assert answer["job"]["status"] == "pending"
    job = job_of(api, answer)
    assert (job["status"], job["progress"], job["updatedAt"]) == ("success", 1, job["createdAt"])
    assert api.get(f"assets/{job['metadata']['assetIds'][0]}").status_code == 200


def test_an_older_guides_words_on_the_wire():
    mock = Mock(Settings(status_words="guide"), clock=ManualClock(ANCHOR_MS))
    api = client(mock)
    made, failing = (post(api, MODEL, {"prompt": prompt}) for prompt in ("x", "[fail]"))
    seen = list(dict.fromkeys(job["status"] for job in states(api, mock, made)))
    assert (made["job"]["status"], seen) == ("queued", ["queued", "processing", "success"])
    assert job_of(api, failing)["status"] == "failed"
    listed = {row["status"] for row in api.get("jobs", params={"pageSize": 100}).json()["jobs"]}
    assert listed <= set(GUIDE_WORDS.values())
    failed = api.get("jobs", params={"status": "failure", "pageSize": 100}).json()["jobs"]
    assert {row["status"] for row in failed} == {"failed"}


def test_the_guides_words_are_no_answer_of_a_mock_that_speaks_the_apis(mock: Mock):
    operation = mock.contract.operations["retrieveJob"]
    plan = JobPlan("job_1", "custom", "proj_1", "apiu_1", CREATED, plan_steps(3))
    guide = Mock(Settings(status_words="guide"), clock=ManualClock(ANCHOR_MS))
    answer = {"job": render(plan, CREATED + 1000, words="guide")}
    assert answer["job"]["status"] == "processing"
    assert mock._validator.answer(operation, 200, answer)
    assert guide._validator.answer(operation, 200, answer) == []
