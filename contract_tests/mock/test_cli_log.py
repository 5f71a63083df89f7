"""The log of requests that `serve` writes: off where nobody looks, readable on a terminal, lines of JSON on demand."""

from __future__ import annotations

import io
import json
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from scenario_mock import ManualClock, Mock
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.request_log import FIELDS, watcher
from scenario_mock.settings import Settings
from scenario_mock.transport import MockTransport

from contract_tests.mock.cli_kit import COMMAND, environment, on_its_terminal
from contract_tests.serving import READY, serving_here, started, until

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
    assert lines[0].endswith("[m…]")
    assert "400 createCaption" in lines[1]
    assert lines[2].strip() == 'body.images: 3 is not of type "array" (type at body /images, and 1 more)'
    assert any("struck by" in line for line in lines)
    assert "\x1b" not in "".join(lines)


def test_terminals_have_colors_unless_they_are_unwanted():
    assert "\x1b[1;33m400" in written("auto", Terminal())
    assert "\x1b" not in written("auto", Terminal(), NO_COLOR="1")
    assert "\x1b" not in written("auto", Terminal(), TERM="dumb")


@pytest.mark.parametrize(("style", "stream"), [("auto", io.StringIO()), ("off", Terminal())])
def test_nobody_looks(style: str, stream: io.StringIO):
    assert watcher(style, stream, {}) is None
    assert written(style, stream) == ""


def test_programs_read_lines_of_json():
    rows = [json.loads(line) for line in written("json", io.StringIO()).splitlines()]
    assert [row["status"] for row in rows] == [200, 400, 503, 404]
    assert all(tuple(row) == FIELDS for row in rows)
    assert rows[1]["operationId"] == "createCaption"
    assert rows[1]["violations"][0]["place"] == "body"
    assert rows[1]["violations"][0]["at"] == "/images"
    assert rows[2]["faults"]
    assert {row["key"] for row in rows} == {"m…", None}


@pytest.mark.parametrize("style", ["pretty", "json"])
def test_secrets_are_in_neither(style: str):
    assert SECRET not in written(style, Terminal())


def hostile_requests(client: httpx.Client) -> int:
    """Requests with secrets, control characters and long texts wherever a caller can put them; how many."""
    sent = 0
    requests: tuple[tuple[str, dict[str, Any]], ...] = (
        (f"/models/{SECRET}", {}),
        (f"/models/%1B%5D0;{SECRET}%07", {}),
        ("/models", {"params": {"pageSize": SECRET, "token": SECRET}}),
        ("/models", {"params": {"type": f"\x1b[31m{SECRET}", "sortBy": "\x00" * 3000}}),
        ("/models", {"headers": {"Authorization": f"Bearer {SECRET}"}}),
        ("/models", {"headers": {"Authorization": f"Nonsense {SECRET}", "Cookie": SECRET}}),
        ("/models", {"headers": {"Prefer": f"code={SECRET}"}}),
        ("/elsewhere/" + "x" * 5000, {}),
        ("/nothing/" + "%00" * 3000, {}),
    )
    for path, more in requests:
        client.get(path, **more)
        sent += 1
    for body in ({"prompt": [SECRET], "images": SECRET, SECRET: SECRET}, {"prompt": ["\x1b]0;title\x07"] * 500}):
        client.post("/generate/translate", json=body)
        client.post("/generate/detect", json={"image": body, "modality": "\x1b[2J" * 500, "factor": "\u2028" * 500})
        client.post("/search/assets", json={"filter": f"\x1b[2J {SECRET} = " + "\x1b" * 2000})
        sent += 3
    client.post("/generate/translate", content=SECRET.encode(), headers={"Content-Type": SECRET})
    client.request("C" * 3000, "/models")
    return sent + 2


@pytest.mark.parametrize("style", ["pretty", "json"])
def test_whatever_is_sent_a_request_is_one_short_write_without_secrets_and_control_characters(style: str):
    writes: list[str] = []

    class Counting(Terminal):
        def write(self, text: str) -> int:
            writes.append(text)
            return len(text)

    mock = Mock(clock=ManualClock(ANCHOR_MS))
    mock.services.journal.watch = watcher(style, Counting(), {"NO_COLOR": "1"})
    with httpx.Client(transport=MockTransport(mock), base_url="http://mock/v1", auth=("key-of-mine", SECRET)) as client:
        sent = hostile_requests(client)
    mock.close()
    assert len(writes) == sent
    for text in writes:
        assert SECRET not in text
        assert "key-of-mine" not in text
        assert text.replace("\n", "").isprintable()
        assert len(text.encode()) < 4096, len(text.encode())
        assert text.count("\n") == 1 or style == "pretty"


@pytest.mark.parametrize("error", [BrokenPipeError(), ValueError("I/O operation on closed file")])
def test_a_reader_that_went_away_does_not_stop_the_mock(error: Exception):
    class Gone(Terminal):
        def write(self, text: str) -> int:
            raise error

    assert written("pretty", Gone()) == ""


@pytest.mark.parametrize("colored", [True, False])
def test_on_a_terminal_people_see_requests_and_the_dashboard(colored: bool):
    variables = environment(**({} if colored else {"NO_COLOR": "1"}))
    with on_its_terminal("serve", "--port", "0", variables=variables) as (said, base_url):
        assert httpx.get(f"{base_url}/models", params={"pageSize": "x"}, auth=("a", "b")).status_code == 400
        until(lambda: b"is not of type" in said, "the request is told")
        assert (b"\x1b[1;33m400\x1b[0m" in said) is colored
        assert base_url.removesuffix("/v1").encode() + b"/__mock__/" in said


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_served_mock_writes_whole_lines(workers: str):
    with started("--log", "json", "--workers", workers) as served:

        def ask(number: int) -> None:
            for _ in range(5):
                params = {"pageSize": f"{SECRET}{number}" * 40}
                httpx.get(f"{served.base_url}/jobs", params=params, auth=("a", SECRET))

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(ask, range(16)))
        until(lambda: served.printed.count("listJobs") >= 80, "all requests are told")
        ready, *lines = served.printed.splitlines()
    assert "ready: " in ready
    assert len(lines) == 80
    assert {json.loads(line)["operationId"] for line in lines} == {"listJobs"}
    assert SECRET not in "".join(lines)


def test_a_closed_stderr_is_no_reason_not_to_serve():
    line = f"exec {shlex.join(COMMAND)} serve --port 0 --log pretty 2>&-"
    with subprocess.Popen(["bash", "-c", line], stdout=subprocess.PIPE, text=True, env=environment()) as process:
        try:
            assert process.stdout is not None
            found = READY.search(process.stdout.readline())
            assert found is not None
            assert httpx.get(f"{found[1]}/jobs", params={"pageSize": "x"}, auth=("a", "b")).status_code == 400
        finally:
            process.terminate()


def test_record_and_replay_log_what_passes(tmp_path: Path):
    file, auth = tmp_path / "session.har", ("a", SECRET)
    mock = Mock(clock=ManualClock(ANCHOR_MS))
    with (
        serving_here(mock) as upstream,
        started("--upstream", upstream, "--out", str(file), "--log", "json", command="record") as proxy,
    ):
        httpx.get(f"{proxy.base_url}/models", params={"pageSize": 2, "token": SECRET}, auth=auth)
        httpx.post(f"{proxy.base_url}/generate/caption", json={"images": 3, "seed": SECRET}, auth=auth)
        mock.fail_next("listJobs", 503)
        httpx.get(f"{proxy.base_url}/jobs", auth=auth)
        proxy.process.terminate()
        assert proxy.process.wait(timeout=20) == 0
        rows = [json.loads(line) for line in proxy.printed.splitlines() if line.startswith('{"at"')]
        assert SECRET not in proxy.printed
    mock.close()
    assert all(tuple(row) == FIELDS for row in rows)
    asked = [("listModels", 200), ("createCaption", 400), ("listJobs", 503)]
    assert [(row["operationId"], row["status"]) for row in rows] == asked
    assert rows[1]["violations"][0]["at"] == "/images"
    assert rows[2]["reason"] == "Service Unavailable"
    with started(str(file), "--log", "pretty", command="replay") as replayed:
        httpx.get(f"{replayed.base_url}/models", params={"pageSize": 2, "token": SECRET}, auth=auth)
        httpx.get(f"{replayed.base_url}/models/model_{SECRET}", auth=auth)
        until(lambda: "was not recorded" in replayed.printed, "both are told")
        assert "200 listModels" in replayed.printed
        assert "404 retrieveModel" in replayed.printed
        assert SECRET not in replayed.printed
