"""What is found in an exchange: every operation's own answers obey, and each way to break the contract has its rule."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from scenario_mock import ManualClock, Mock
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.cassette import Cassette, Exchange, Finding, check, judged, load

from contract_tests.mock.recording_kit import exchange, recorded_client, recorded_journey
from contract_tests.mock.valid_calls import valid_calls

Lie = Callable[[Exchange], Exchange]


def test_a_truthful_server_and_its_clients_are_believed(tmp_path: Path):
    file = tmp_path / "all.har"
    with recorded_client(file, Mock(clock=ManualClock(ANCHOR_MS))) as (client, taking):
        for call in valid_calls():
            sent = {"json": call.body} if call.body is not None else {}
            client.request(call.method, call.path, **sent)
    assert [finding for taken in taking.journal for finding in taken.judgement.findings] == []
    assert len(taking.counts.operations) == 25


def test_what_a_cassette_left_out_is_no_violation(tmp_path: Path):
    """Placeholders stand where a signature, the data of a picture and credentials were."""
    file = tmp_path / "all.har"
    with recorded_client(file) as (client, _):
        for call in valid_calls():
            client.request(call.method, call.path, **({"json": call.body} if call.body is not None else {}))
    text = file.read_text("utf-8")
    assert "Signature=[redacted]" in text
    assert " characters]" in text
    assert check(load(file)) == []


def answered(**changes: Any) -> Lie:
    """Another answer."""
    return lambda one: replace(one, **changes)


def body(change: Callable[[Any], None]) -> Lie:
    """The answer's JSON changed in place."""

    def lie(one: Exchange) -> Exchange:
        value = json.loads(one.answer)
        change(value)
        return replace(one, answer=json.dumps(value).encode())

    return lie


def headers(**changes: str) -> Lie:
    """Headers of the answer, with _ for -."""
    return lambda one: replace(one, answer_headers={**one.answer_headers, **named(changes)})


def named(changes: dict[str, str]) -> dict[str, str]:
    """Header names from keywords."""
    return {name.replace("_", "-"): value for name, value in changes.items()}


ANSWERS: dict[str, tuple[Lie, str, str]] = {
    "a field of another type": (body(lambda v: v["job"].update(progress="0.5")), "type", "body/job/progress"),
    "a field is missing": (body(lambda v: v["job"].pop("jobId")), "required", "body/job"),
    "null": (body(lambda v: v["job"].update(createdAt=None)), "type", "body/job/createdAt"),
    "no date": (body(lambda v: v["job"].update(createdAt="yesterday")), "format", "body/job/createdAt"),
    "out of range": (body(lambda v: v["job"].update(progress=1.5)), "maximum", "body/job/progress"),
    "not a number": (answered(answer=b'{"job": NaN}'), "unreadable", "body"),
    "half an answer": (answered(answer=b'{"job": {"jobI'), "unreadable", "body"),
    "empty": (answered(answer=b""), "unreadable", "body"),
    "no content type": (answered(answer_headers={}), "content-type", "headers:content-type"),
    "another content type": (headers(content_type="text/html"), "content-type", "headers:content-type"),
    "created": (answered(status=201), "status", "status"),
    "it fails": (answered(status=500, answer=b'{"reason": "Oops"}'), "server-error", "status"),
    "an error of another shape": (answered(status=404, answer=b'["no"]'), "type", "body"),
    "a wait in words": (
        lambda one: headers(retry_after="soon")(answered(status=429, answer=b'{"reason": "wait"}')(one)),
        "type",
        "headers:Retry-After",
    ),
}


@cache
def truthful() -> Cassette:
    with TemporaryDirectory() as folder:
        return recorded_journey(Path(folder) / "journey.har")


def findings(one: Exchange) -> list[Finding]:
    """Everything found in one exchange of the journey's API."""
    cassette = replace(truthful(), exchanges=(one,))
    return [finding for _, _, judgement in judged(cassette) for finding in judgement.findings]


def told(found: list[Finding]) -> list[tuple[str, str, str, bool]]:
    return [(finding.direction, finding.rule, finding.where, finding.note) for finding in found]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_lie_in_an_answer(name: str):
    lie, rule, where = ANSWERS[name]
    found = findings(lie(exchange(truthful(), "GET /v1/jobs/job_")))
    assert ("answer", rule, where, False) in told(found)
    assert {finding.operation_id for finding in found} == {"retrieveJob"}


def asked(**changes: Any) -> Lie:
    """Another request."""
    return lambda one: replace(one, **changes)


REQUESTS: dict[str, tuple[str, Lie, str, str]] = {
    "no such path": ("GET /v1/models", asked(path="/v1/modells"), "unknown-operation", "path"),
    "no such method": ("GET /v1/models", asked(method="DELETE"), "unknown-operation", "path"),
    "outside of the API": ("GET /v1/models", asked(path="/v2/models"), "unknown-operation", "path"),
    "a parameter of another type": ("GET /v1/models", asked(query="pageSize=two"), "type", "query:pageSize"),
    "a parameter out of range": ("GET /v1/models", asked(query="pageSize=0"), "minimum", "query:pageSize"),
    "a parameter that is none": ("GET /v1/models", asked(query="page_size=2"), "undeclared", "query:page_size"),
    "no credentials": ("GET /v1/jobs", asked(headers={}), "security", "headers:authorization"),
    "a body where none belongs": ("GET /v1/models", asked(body=b"{}"), "undeclared", "body"),
    "no body": ("POST /v1/assets/get-bulk", asked(body=b""), "unreadable", "body"),
    "no JSON": ("POST /v1/assets/get-bulk", asked(body=b"{"), "unreadable", "body"),
    "a body of another shape": ("POST /v1/assets/get-bulk", asked(body=b'{"assetIds": 1}'), "type", "body/assetIds"),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_fault_in_a_request(name: str):
    which, fault, rule, where = REQUESTS[name]
    found = findings(fault(exchange(truthful(), which)))
    assert ("request", rule, where, False) in told(found)


def test_a_request_that_should_have_been_refused_is_noted():
    found = findings(replace(exchange(truthful(), "GET /v1/models"), query="pageSize=two"))
    assert ("answer", "lenient", "status", True) in told(found)


def test_a_new_word_of_an_open_enumeration_is_noted():
    news = body(lambda v: v["job"].update(jobType="telepathy"))
    assert told(findings(news(exchange(truthful(), "GET /v1/jobs/job_")))) == [
        ("answer", "unknown-word", "body/job/jobType", True)
    ]


def test_check_says_violations_only():
    one = exchange(truthful(), "GET /v1/jobs/job_")
    news = body(lambda v: v["job"].update(jobType="telepathy"))(one)
    lie = answered(status=201)(one)
    found = check(replace(truthful(), exchanges=(one, news, lie)))
    assert [finding.rule for finding in found] == ["status"]


def test_answers_only_leaves_bad_requests_alone():
    one = exchange(truthful(), "GET /v1/models")
    bad, nowhere = replace(one, query="pageSize=two"), replace(one, path="/v1/modells")
    lying = replace(bad, status=201)
    assert [finding.rule for finding in check(replace(truthful(), exchanges=(bad, nowhere)))] == [
        "type",
        "unknown-operation",
    ]
    found = check(replace(truthful(), exchanges=(bad, nowhere, lying)), answers_only=True)
    assert [(finding.direction, finding.rule) for finding in found] == [("answer", "status")]
