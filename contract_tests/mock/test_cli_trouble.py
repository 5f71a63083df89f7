"""`scenario-mock call` where something goes wrong: servers in trouble, strange or hostile ones, interruptions."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from scenario_mock import ManualClock, Mock
from scenario_mock.anchor import ANCHOR_MS

from contract_tests.mock.cli_kit import COMMAND, environment, run
from contract_tests.serving import serving, serving_here, until

MODEL = "model_imagen4-ultra"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as base_url:
        yield base_url


class Wobbling:
    """A mock that answers a look at a job with trouble before it answers it."""

    def __init__(self, mock: Mock, troubles: list[int]) -> None:
        self.mock, self.troubles = mock, troubles

    async def __call__(self, scope, receive, send) -> None:
        if scope["path"].startswith("/v1/jobs/"):
            if self.troubles:
                status = self.troubles.pop()
                await send({"type": "http.response.start", "status": status, "headers": []})
                await send({"type": "http.response.body", "body": b"{}"})
                return
            self.mock.advance(10)
        await self.mock(scope, receive, send)


def test_waiting_survives_a_bad_moment():
    mock = Mock(clock=ManualClock(ANCHOR_MS))
    with serving_here(Wobbling(mock, [503, 429])) as base_url:
        words = ("call", "generate.custom", MODEL, "--prompt", "x", "--wait", "--json", "--base-url", base_url)
        done = run(*words)
    assert json.loads(done.stdout)["job"]["status"] == "success", done.stderr
    mock.close()


def test_waiting_ends_with_what_to_do_next():
    mock = Mock(clock=ManualClock(ANCHOR_MS))  # its time stands still, so that the job never ends
    with serving_here(mock) as base_url:
        done = run(
            "call", "generate.custom", MODEL, "--prompt", "x", "--wait", "--patience", "1", "--base-url", base_url
        )
    assert done.returncode == 1
    assert "is still pending after 2 s; look again with: scenario-mock call jobs.retrieve job_" in done.stderr
    mock.close()


class Hostile:
    """A server whose answers would write elsewhere, and command the terminal."""

    NAME = "\x1b]0;owned\x07\x1b[2J"

    def __init__(self) -> None:
        self.authorized: list[str] = []

    async def __call__(self, scope, receive, send) -> None:
        headers = dict(scope["headers"])
        host, asset = headers[b"host"].decode(), "../../../escaped"
        if scope["path"] == "/file":
            self.authorized.append(headers.get(b"authorization", b"").decode())
            body = b"data"
        elif scope["path"].startswith("/v1/assets/"):
            body = json.dumps({"asset": {"id": asset, "mimeType": "image/png", "url": f"http://{host}/file"}}).encode()
        elif scope["path"] == "/v1/models":
            body = json.dumps({"models": [{"id": self.NAME, "name": self.NAME}]}).encode()
        else:
            body = json.dumps({"reason": self.NAME, "asset": {"id": asset, "kind": self.NAME}}).encode()
        await send(
            {"type": "http.response.start", "status": 500 if scope["path"] == "/v1/jobs" else 200, "headers": []}
        )
        await send({"type": "http.response.body", "body": body})


def test_a_server_can_neither_write_elsewhere_nor_command_the_terminal(tmp_path: Path):
    folder, server = tmp_path / "a" / "b" / "pictures", Hostile()
    with serving_here(server) as base_url:
        words = ("--base-url", base_url)
        done = run("call", "assets.upload", "--name", "x", "--output", str(folder), *words)
        assert done.returncode == 0, done.stderr
        assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["_escaped.png"]
        assert (folder / "_escaped.png").read_bytes() == b"data"
        assert server.authorized == [""], "the file's host gets no credentials"
        for name in ("models.list", "jobs.list", "assets.upload"):
            told = run("call", name, *words)
            assert "owned" in told.stdout + told.stderr
            assert not {"\x1b", "\x07"} & set(told.stdout + told.stderr)


def test_a_file_that_does_not_come_leaves_nothing(server: str, tmp_path: Path):
    words = ("--rows", "1", "--output", "here", "--base-url", server)
    faults = server.removesuffix("/v1") + "/__mock__/faults"
    httpx.post(faults, json={"effect": "cutBody", "operation": "downloadFile", "times": 1}).raise_for_status()
    done = run("call", "assets.list", *words, cwd=tmp_path)
    assert done.returncode == 1
    assert "did not come" in done.stderr
    assert list((tmp_path / "here").iterdir()) == []
    assert run("call", "assets.list", *words, cwd=tmp_path).returncode == 0
    assert len(list((tmp_path / "here").iterdir())) == 1


@pytest.mark.parametrize("base_url", ["localhost:4010/v1", "ftp://127.0.0.1/v1", ""])
def test_a_base_url_that_is_none_is_told(base_url: str):
    done = run("call", "models.list", "--base-url", base_url)
    assert done.returncode == 2
    assert "begins with neither http:// nor https://" in done.stderr
    assert done.stderr.count("\n") == 1


def test_something_else_answers():
    async def app(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"<html>"})

    with serving_here(app) as base_url:
        done = run("call", "models.list", "--base-url", base_url)
    assert done.returncode == 1
    assert "answers 200 without JSON; is --base-url right?" in done.stderr


def test_an_interrupted_wait_says_how_to_go_on():
    mock = Mock(clock=ManualClock(ANCHOR_MS))
    with serving_here(mock) as base_url:
        line = [*COMMAND, "call", "generate.custom", MODEL, "--prompt", "x", "--wait", "--base-url", base_url]
        with subprocess.Popen(line, stderr=subprocess.PIPE, text=True, env=environment()) as process:
            until(lambda: bool(mock.calls_to("retrieveJob")), "it waits")
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "the job goes on; look again with: scenario-mock call jobs.retrieve job_" in said
    assert "Traceback" not in said
    mock.close()
