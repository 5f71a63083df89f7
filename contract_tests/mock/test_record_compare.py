"""A mock against a recording: alike where only values differ, and each way to differ in shape is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.app import Request, Response
from scenario_mock.cassette import Cassette, Comparison, Exchange, compare, load

from contract_tests.mock.recording_kit import journey, recorded_client
from contract_tests.mock.valid_calls import valid_calls

ANOTHER_WORLD = Settings(seed=7, job_seconds=5.0)


@cache
def recording() -> Cassette:
    """A journey through a mock with another seed: all its ids are other ones."""
    clock = ManualClock(ANCHOR_MS)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "other.har"
        with recorded_client(file, Mock(ANOTHER_WORLD, clock=clock)) as (client, _):
            journey(client, clock)
        return load(file)


def test_another_world_is_alike():
    comparison = compare(recording(), profile="strict")
    assert comparison.differences == []
    assert comparison.compared == len(recording().exchanges) == 8
    assert not comparison.skipped


def test_every_operation_is_compared(tmp_path: Path):
    """With pictures whose data the cassette left out."""
    file = tmp_path / "all.har"
    with recorded_client(file) as (client, _):
        for call in valid_calls():
            client.request(call.method, call.path, **({"json": call.body} if call.body is not None else {}))
    comparison = compare(load(file), profile="strict")
    assert comparison.differences == []
    assert comparison.compared == 25


def changed(told: str, change: Callable[[Exchange], Exchange], number: int = 0) -> Comparison:
    """The comparison of the recording with one answer, the `number`th of those whose request begins so, changed."""
    places = [at for at, one in enumerate(recording().exchanges) if one.told.startswith(told)]
    exchanges = list(recording().exchanges)
    exchanges[places[number]] = change(exchanges[places[number]])
    return compare(replace(recording(), exchanges=tuple(exchanges)), profile="strict")


def body(change: Callable[[Any], object]) -> Callable[[Exchange], Exchange]:
    def apply(one: Exchange) -> Exchange:
        value = json.loads(one.answer)
        change(value)
        return replace(one, answer=json.dumps(value).encode())

    return apply


def rows(change: Callable[[Any], object]) -> Callable[[Exchange], Exchange]:
    """Every row of a page of jobs changed."""
    return body(lambda value: [change(row) for row in value["jobs"]])


JOB, JOBS = "GET /v1/jobs/job_", "GET /v1/jobs?"
DIFFERENT: dict[str, tuple[str, Callable[[Exchange], Exchange], tuple[str, str]]] = {
    "a field that the mock lacks": (JOB, body(lambda v: v["job"].update(mood="good")), ("missing", "/job/mood")),
    "a field too many": (JOB, body(lambda v: v["job"].pop("progress")), ("extra", "/job/progress")),
    "another type": (JOB, body(lambda v: v["job"].update(progress="0")), ("type", "/job/progress")),
    "a new word": (JOB, body(lambda v: v["job"].update(jobType="telepathy")), ("word", "/job/jobType")),
    "another word": (JOB, body(lambda v: v["job"].update(jobType="upscale")), ("other-word", "/job/jobType")),
    "in all rows": (JOBS, rows(lambda row: row.update(mood="good")), ("missing", "/jobs/*/mood")),
    "in no row": (JOBS, rows(lambda row: row.pop("createdAt")), ("extra", "/jobs/*/createdAt")),
    "another status": (JOB, lambda one: replace(one, status=410), ("status", "")),
    "another content type": (
        JOB,
        lambda one: replace(one, answer_headers={"content-type": "application/problem+json"}),
        ("content-type", ""),
    ),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference(name: str):
    told, change, expected = DIFFERENT[name]
    found = [(one.kind, one.at) for one in changed(told, change).differences]
    assert expected in found


def test_other_values_are_no_difference():
    other = {"createdAt": "2020-01-01T00:00:00.000Z", "ownerId": "proj_x", "progress": 0.25}
    assert changed(JOB, body(lambda v: v["job"].update(other))).differences == []


def test_one_row_that_differs_is_no_difference():
    assert changed(JOBS, body(lambda v: v["jobs"][0].update(mood="good"))).differences == []


def test_the_request_is_told_with_references():
    (one,) = changed(JOB, body(lambda v: v["job"].update(mood="good"))).differences
    assert one.operation_id == "retrieveJob"
    assert one.request.startswith("GET /v1/jobs/<job:")


@pytest.mark.parametrize("status", [403, 429, 500])
def test_the_state_of_an_account_is_left_out(status: int):
    comparison = changed(JOB, lambda one: replace(one, status=status, answer=b'{"reason": "no"}'))
    assert comparison.differences == []
    assert sum(comparison.skipped.values()) == 1


def test_a_thing_that_only_the_recording_has_is_left_out():
    comparison = changed("GET /v1/assets/", lambda one: replace(one, path="/v1/assets/asset_of_nobody"))
    assert comparison.differences == []
    assert dict(comparison.skipped) == {"about a thing that only the recording has": 1}


def test_a_thing_that_both_made_and_the_mock_lost_is_a_difference(monkeypatch: pytest.MonkeyPatch):
    real = Mock.respond

    def forgetful(self: Mock, request: Request) -> Response:
        if request.path.startswith("/v1/jobs/"):
            return Response(404, {"Content-Type": "application/json"}, b'{"reason": "lost"}')
        return real(self, request)

    monkeypatch.setattr(Mock, "respond", forgetful)
    found = compare(recording(), profile="strict").differences
    assert [(one.request, one.kind, one.came) for one in found] == [("GET /v1/jobs/<job:1>", "status", "404 lost")] * 2
