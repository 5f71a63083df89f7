"""Waiting for jobs: how it ends, when it looks, what it tells; sync and async, on a clock that nobody waits for."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from client_runtime.errors import (
    BadRequest,
    ConnectionFailed,
    JobCanceled,
    JobFailed,
    JobTimeout,
    NotFound,
    PlanLimitReached,
    RateLimited,
    ScenarioError,
    ServerError,
)
from client_runtime.watch import FIRST_PAUSE, GROWTH, LAST_LOOK, LONGEST_PAUSE, PATIENCE

from contract_tests.client.features import (
    GENERATE,
    AsyncStartedResult,
    Job,
    Recorder,
    Result,
    Side,
    StartedResult,
)


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    side = Side(is_async=request.param == "async")
    yield side
    side.close()


def job(status: Any, progress: Any = 0, **metadata: Any) -> dict[str, Any]:
    """An answer with a job."""
    return {"job": {"jobId": "job_1", "status": status, "progress": progress, "metadata": metadata}}


RUNNING = job("in-progress", 0.5)
DONE = job("success", 1, assetIds=["asset_1"])


def wait(side: Side, server: Any, known: Any = "job_1", **more: Any) -> Any:
    return side.do(side.client(server).jobs.wait(known, **more))


# --- how it ends ------------------------------------------------------------------------------------------------------


def test_success_returns_the_job(side: Side):
    server = Recorder(job("pending"), job("queued"), RUNNING, DONE)
    done = wait(side, server)
    assert isinstance(done, Job)
    assert done.to_dict() == DONE["job"]
    assert [request.url.path for request in server.requests] == ["/v1/jobs/job_1"] * 4


@pytest.mark.parametrize("status", ["failure", "failed"])
def test_failure_raises_with_error_and_hint(side: Side, status: str):
    server = Recorder(RUNNING, job(status, 1, error="The model rejected the prompt.", hint="Rephrase the prompt."))
    with pytest.raises(JobFailed, match=r"job_1.*The model rejected the prompt.*Rephrase the prompt") as caught:
        wait(side, server)
    assert not isinstance(caught.value, JobCanceled)
    assert isinstance(caught.value.job, Job)
    assert (caught.value.error, caught.value.hint) == ("The model rejected the prompt.", "Rephrase the prompt.")
    assert pickle.loads(pickle.dumps(caught.value)).job == caught.value.job


def test_failure_without_reasons(side: Side):
    server = Recorder({"job": {"jobId": "job_1", "status": "failure", "metadata": None}})
    with pytest.raises(JobFailed) as caught:
        wait(side, server)
    assert (caught.value.error, caught.value.hint) == (None, None)


@pytest.mark.parametrize("status", ["canceled", "cancelled"])
def test_canceled_raises(side: Side, status: str):
    with pytest.raises(JobCanceled) as caught:
        wait(side, Recorder(RUNNING, job(status)))
    assert caught.value.job.status == status


@pytest.mark.parametrize("status", ["processing", "warming-up", "finalizing", "dreaming", "SUCCESSFUL", "", None, 7])
def test_any_other_status_keeps_waiting(side: Side, status: Any):
    server = Recorder(job(status), job(status), DONE)
    assert wait(side, server).status == "success"
    assert len(server.requests) == 3


def test_a_job_that_has_ended_is_not_asked_for(side: Side):
    server = Recorder(DONE)
    done = Job(DONE["job"])
    assert wait(side, server, done) is done
    with pytest.raises(JobFailed):
        wait(side, server, Job(job("failure")["job"]))
    assert server.requests == []


def test_a_plain_dict_stands_for_its_id(side: Side):
    assert isinstance(wait(side, Recorder(DONE), DONE["job"]), Job)


def test_what_is_no_job_is_refused(side: Side):
    unknown: list[Any] = ["", None, {}, Job({"status": "pending"}), Job({"jobId": 7})]
    for known in unknown:
        with pytest.raises(ValueError, match="expected a job"):
            wait(side, Recorder(DONE), known)


# --- when it looks ----------------------------------------------------------------------------------------------------


def test_pauses_grow_up_to_the_longest(side: Side):
    wait(side, Recorder(*[RUNNING] * 12, DONE))
    expected = [min(FIRST_PAUSE * GROWTH**step, LONGEST_PAUSE) for step in range(12)]
    assert side.clock.slept == pytest.approx(expected)
    assert expected[0] == 0.5
    assert expected[-1] == 5.0


def test_a_job_in_hand_is_given_time_first(side: Side):
    server = Recorder(DONE)
    wait(side, server, Job(job("pending")["job"]))
    assert side.clock.slept == [0.5]
    assert len(server.requests) == 1


def test_the_pauses_can_be_chosen(side: Side):
    wait(side, Recorder(*[RUNNING] * 4, DONE), poll=(2.0, 3.0))
    assert side.clock.slept == [2.0, 3.0, 3.0, 3.0]


@pytest.mark.parametrize("timeout", [0.0, 0.3, 1.0, 10.0, 100.0])
def test_the_timeout_is_that_of_the_whole_wait(side: Side, timeout: float):
    began = side.clock.now
    with pytest.raises(JobTimeout, match="job_1") as caught:
        wait(side, Recorder(RUNNING), timeout=timeout)
    assert side.clock.now - began == pytest.approx(timeout)
    assert caught.value.job.to_dict() == RUNNING["job"]
    assert caught.value.timeout == timeout


def test_the_last_look_is_at_the_very_end(side: Side):
    server = Recorder(lambda request: DONE if side.clock.now >= 1010 else RUNNING)
    assert wait(side, server, timeout=10.0).status == "success"
    assert side.clock.now == pytest.approx(1010)


def test_time_that_requests_take_counts(side: Side):
    def slow(request: httpx.Request) -> dict[str, Any]:
        side.clock.now += 3.0
        return RUNNING

    began = side.clock.now
    with pytest.raises(JobTimeout):
        wait(side, Recorder(slow), timeout=10.0)
    # 0 to 3, 3.5 to 6.5, 7.25 to 10.25: the look that crosses the end is the last one.
    assert side.clock.now - began == pytest.approx(10.25)


def test_no_timeout_waits_on(side: Side):
    assert wait(side, Recorder(*[RUNNING] * 500, DONE), timeout=None).status == "success"
    assert side.clock.now > 1000 + 2000


def test_requests_are_cut_to_what_is_left(side: Side):
    server = Recorder(RUNNING)
    with pytest.raises(JobTimeout):
        wait(side, server, timeout=30.0)
    reads = [request.extensions["timeout"]["read"] for request in server.requests]
    assert reads[0] == pytest.approx(30.0)
    assert reads == sorted(reads, reverse=True)
    assert reads[-1] == LAST_LOOK


def test_a_shorter_timeout_of_the_caller_stays(side: Side):
    server = Recorder(RUNNING)
    with pytest.raises(JobTimeout):
        wait(side, server, timeout=30.0, options={"timeout": 2.0})
    assert {request.extensions["timeout"]["read"] for request in server.requests} == {2.0}


def test_options_and_project_reach_every_look(side: Side):
    server = Recorder(RUNNING, RUNNING, DONE)
    options = {"headers": {"X-Mine": "1"}, "query": {"more": "2"}}
    wait(side, server, project_id="proj_2", options=options)
    assert server.queries == [{"projectId": "proj_2", "more": "2"}] * 3
    assert [request.headers["x-mine"] for request in server.requests] == ["1", "1", "1"]


# --- what it tells ----------------------------------------------------------------------------------------------------


def test_updates_come_with_each_change_of_status_or_progress(side: Side):
    answers = [job("pending"), job("queued"), job("queued"), job("in-progress", 0.1), job("in-progress", 0.1)]
    seen: list[tuple[str, float]] = []
    wait(
        side,
        Recorder(*answers, job("in-progress", 0.9), DONE),
        on_update=lambda job: seen.append((job.status, job["progress"])),
    )
    assert seen == [("pending", 0), ("queued", 0), ("in-progress", 0.1), ("in-progress", 0.9), ("success", 1)]


def test_the_job_in_hand_and_a_failed_end_are_told_too(side: Side):
    seen: list[str] = []
    with pytest.raises(JobFailed):
        wait(
            side,
            Recorder(job("failure")),
            Job(job("pending")["job"]),
            on_update=lambda job: seen.append(job.status),
        )
    assert seen == ["pending", "failure"]


def test_what_the_callback_raises_ends_the_wait(side: Side):
    def stop(job: Job) -> None:
        raise KeyError("enough")

    with pytest.raises(KeyError, match="enough"):
        wait(side, Recorder(RUNNING), on_update=stop)


def test_an_async_callback_is_awaited():
    side = Side(is_async=True)
    seen: list[str] = []

    async def note(job: Job) -> None:
        seen.append(job.status)

    wait(side, Recorder(RUNNING, DONE), on_update=note)
    assert seen == ["in-progress", "success"]
    side.close()


# --- when a look fails ------------------------------------------------------------------------------------------------

TRANSIENT: list[Any] = [
    httpx.Response(500, json={"reason": "oops"}),
    httpx.Response(503, text="<html>busy</html>"),
    httpx.Response(504),
    httpx.Response(429, json={"reason": "slow down"}),
    httpx.Response(200, text="<html>"),
    httpx.ConnectError("refused"),
    httpx.ReadTimeout("late"),
    httpx.RemoteProtocolError("cut"),
]


@pytest.mark.parametrize("answer", TRANSIENT, ids=repr)
def test_a_look_that_fails_in_passing_is_repeated(side: Side, answer: Any):
    server = Recorder(RUNNING, answer, answer, DONE)
    assert wait(side, server).status == "success"
    assert len(server.requests) == 4
    assert side.clock.slept == pytest.approx([0.5, 0.75, 1.125])  # the wait's own pauses, none of the client's


def test_failures_are_not_repeated_for_ever(side: Side):
    server = Recorder(httpx.Response(500, json={}))
    with pytest.raises(ServerError):
        wait(side, server)
    assert len(server.requests) == PATIENCE


def test_a_good_look_forgives_the_failures_before(side: Side):
    bad = [httpx.Response(500, json={})] * (PATIENCE - 1)
    assert wait(side, Recorder(*bad, RUNNING, *bad, RUNNING, *bad, DONE)).status == "success"


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(429, json={"reason": "cooldown", "remainingSeconds": 20}),
        httpx.Response(429, json={"reason": "slow down"}, headers={"Retry-After": "20"}),
        httpx.Response(503, json={"reason": "busy"}, headers={"Retry-After": "20"}),
    ],
    ids=["body", "header", "503"],
)
def test_a_wait_that_the_service_names_is_obeyed(side: Side, answer: httpx.Response):
    assert wait(side, Recorder(answer, RUNNING, DONE)).status == "success"
    assert side.clock.slept == pytest.approx([20.0, 0.75])


def test_a_named_wait_does_not_outlast_the_timeout(side: Side):
    answer = httpx.Response(429, json={"reason": "cooldown", "remainingSeconds": 3000})
    began = side.clock.now
    with pytest.raises(JobTimeout) as caught:
        wait(side, Recorder(RUNNING, answer), timeout=60.0)
    assert side.clock.now - began == pytest.approx(60.0)
    assert isinstance(caught.value.__cause__, RateLimited)


def test_a_job_that_was_never_seen_raises_what_stood_in_the_way(side: Side):
    with pytest.raises(ConnectionFailed):
        wait(side, Recorder(httpx.ConnectError("refused")), timeout=3.0)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(404, json={"reason": "Job job_1 not found"}), NotFound),
        (httpx.Response(400, json={"reason": "no"}), BadRequest),
        (httpx.Response(501, json={"reason": "not built"}), ScenarioError),
        (httpx.Response(429, json={"reason": "limit", "name": "PlanLimitReachedError"}), PlanLimitReached),
    ],
    ids=["404", "400", "501", "plan"],
)
def test_other_failures_are_raised_at_once(side: Side, answer: httpx.Response, error: type[Exception]):
    server = Recorder(RUNNING, answer)
    with pytest.raises(error):
        wait(side, server)
    assert len(server.requests) == 2


# --- results that carry a job, and cancel -----------------------------------------------------------------------------


def started(side: Side, server: Any, **call: Any) -> Any:
    client = side.client(server)
    cast: type[Result] = AsyncStartedResult if side.is_async else StartedResult
    return side.do(client.call(GENERATE, cast, path={"modelId": "m"}, body={"prompt": "x"}, **call))


def test_a_result_can_be_waited_for(side: Side):
    server = Recorder(job("pending"), RUNNING, DONE)
    seen: list[str] = []
    result = started(side, server)
    done = side.do(result.wait(timeout=60.0, on_update=lambda job: seen.append(job.status)))
    assert done.to_dict() == DONE["job"]
    assert seen == ["pending", "in-progress", "success"]
    assert [request.method for request in server.requests] == ["POST", "GET", "GET"]


def test_a_result_is_looked_for_in_the_project_that_it_was_started_in(side: Side):
    server = Recorder(job("pending"), DONE)
    side.do(started(side, server, query={"projectId": "proj_2", "dryRun": None}).wait())
    assert server.queries == [{"projectId": "proj_2"}] * 2


def test_results_that_cannot_be_waited_for_say_so(side: Side):
    cls = AsyncStartedResult if side.is_async else StartedResult
    with pytest.raises(ValueError, match=r"client\.jobs\.wait"):
        side.do(cls({"job": {"jobId": "job_1"}}).wait())
    with pytest.raises(ValueError, match="holds no job"):
        side.do(started(side, Recorder({"creativeUnitsCost": 6})).wait())


def test_cancel(side: Side):
    server = Recorder(job("canceled"))
    client = side.client(server)
    assert side.do(client.jobs.cancel("job_1")).status == "canceled"
    assert side.do(client.jobs.cancel(Job(RUNNING["job"]), project_id="proj_2")).status == "canceled"
    assert [(request.method, request.url.path) for request in server.requests] == [
        ("POST", "/v1/jobs/job_1/action")
    ] * 2
    assert [json.loads(request.content) for request in server.requests] == [{"action": "cancel"}] * 2
    assert server.queries == [{}, {"projectId": "proj_2"}]
