"""The log of requests that `serve` writes: off where nobody looks, readable on a terminal, lines of JSON on demand."""

from __future__ import annotations

import io
import json

import httpx
import pytest
from scenario_mock import ManualClock, Mock
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.request_log import FIELDS, watcher
from scenario_mock.settings import Settings
from scenario_mock.transport import MockTransport

from contract_tests.serving import started

SECRET = "canary-secret-4711"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(style: str, stream: io.StringIO, **environment: str) -> str:
    """What a good call, a bad one and a struck one leave in the log."""
    mock = Mock(Settings(api_key="mine", api_secret=SECRET), clock=ManualClock(ANCHOR_MS))
    mock.services.journal.watch = watcher(style, stream, environment)
    with httpx.Client(transport=MockTransport(mock), base_url="http://mock/v1", auth=("mine", SECRET)) as client:
        client.get("/jobs", params={"pageSize": 2, "api_secret": SECRET})
        client.post("/generate/caption", json={"images": 3, "seed": "x"})
        mock.fail_next("listJobs", 503)
        client.get("/jobs")
        client.get("/nowhere", auth=("mine", f"{SECRET}x"))
    return stream.getvalue()


def test_people_see_what_was_wrong():
    lines = written("pretty", io.StringIO()).splitlines()
    assert "200 listJobs" in lines[0]
    assert "GET /v1/jobs?pageSize=2" in lines[0]
    assert "400 createCaption" in lines[1]
    assert 'body.images: 3 is not of type "array"' in lines[2]
    assert any("struck by" in line for line in lines)
    assert "\x1b" not in "".join(lines)


def test_terminals_have_colors_unless_they_are_unwanted():
    assert "\x1b[1;33m400" in written("auto", Terminal())
    assert "\x1b" not in written("auto", Terminal(), NO_COLOR="1")


@pytest.mark.parametrize(("style", "stream"), [("auto", io.StringIO()), ("off", Terminal())])
def test_nobody_looks(style: str, stream: io.StringIO):
    assert watcher(style, stream, {}) is None
    assert written(style, stream) == ""


def test_programs_read_lines_of_json():
    rows = [json.loads(line) for line in written("json", io.StringIO()).splitlines()]
    assert [row["status"] for row in rows] == [200, 400, 503, 404]
    assert all(tuple(row) == FIELDS for row in rows)
    assert rows[1]["operationId"] == "createCaption"
    assert rows[2]["faults"]


@pytest.mark.parametrize("style", ["pretty", "json"])
def test_secrets_are_in_neither(style: str):
    assert SECRET not in written(style, Terminal())


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_served_mock_writes_whole_lines(workers: str):
    with started("--log", "json", "--workers", workers) as served:
        for _ in range(20):
            assert httpx.get(f"{served.base_url}/jobs?pageSize=1", auth=("a", "b")).status_code == 200
        lines = [line for line in served.output.read_text("utf-8").splitlines() if line.startswith("{")]
    assert len(lines) == 20
    assert {json.loads(line)["operationId"] for line in lines} == {"listJobs"}
