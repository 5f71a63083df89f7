"""`record`, `replay`, `check` and `compare` as a user runs them: processes, ports, exit codes, real clients."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import scenario_client
import scenario_sdk
from scenario_mock import ManualClock, Mock
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.cassette import check, load

from contract_tests.mock.recording_kit import recorded_journey
from contract_tests.serving import serving_here, started

AUTH = ("key-of-the-test", "secret-of-the-test")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """One `scenario-mock` command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "scenario_mock", *arguments], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def upstream() -> Iterator[str]:
    """The base URL of a mock whose time stands still."""
    with serving_here(Mock(clock=ManualClock(ANCHOR_MS))) as url:
        yield url


def test_a_session_from_recording_to_replay(tmp_path: Path):
    file = tmp_path / "session.har"
    with (
        started("--job-seconds", "0.2") as server,
        started("--upstream", server.base_url, "--out", str(file), "--fail-on-violation", command="record") as proxy,
    ):
        walk_with_the_generated_client(proxy.base_url)
        walk_with_the_sdk(proxy.base_url)
        proxy.process.send_signal(signal.SIGTERM)
        assert proxy.process.wait(timeout=20) == 0, proxy.printed
        assert "0 violations" in proxy.printed
        assert AUTH[1] not in proxy.printed
    cassette = load(file)
    assert check(cassette) == []
    assert AUTH[1] not in file.read_text("utf-8")
    assert run("check", str(file)).returncode == 0
    compared = run("compare", str(file), "--profile", "strict")
    assert (compared.returncode, compared.stderr) == (0, ""), compared.stdout
    with started(str(file), command="replay") as replayed:
        walk_with_the_sdk(replayed.base_url)
        replayed.process.send_signal(signal.SIGINT)
        assert replayed.process.wait(timeout=20) == 0
        assert "0 of them not recorded" in replayed.printed


def walk_with_the_generated_client(base_url: str) -> None:
    with scenario_client.Scenario(base_url=base_url, api_key=AUTH[0], api_secret=AUTH[1]) as client:
        page = client.models.list(page_size=3)
        assert client.models.retrieve(page.items[0].id).id == page.items[0].id
        started = client.generate.custom("model_imagen4-ultra", prompt="a paper boat")
        assert client.jobs.retrieve(started.job.job_id).job_id == started.job.job_id


def walk_with_the_sdk(base_url: str) -> None:
    with scenario_sdk.Scenario(api_key=AUTH[0], api_secret=AUTH[1], base_url=base_url, max_retries=0) as client:
        model = client.models.list(page_size=2, status="trained").models[0]
        assert client.models.retrieve(model.id).model.name == model.name
        started = client.generate.run_model("model_imagen4-ultra", body={"prompt": "a lighthouse"})
        for _ in range(200):
            job = client.jobs.retrieve(started.job.job_id).job
            if job.status == "success":
                break
            time.sleep(0.02)  # a real server on a real clock: there is nothing to advance
        (asset_id,) = job.metadata.asset_ids or []
        assert client.assets.retrieve(asset_id).asset.id == asset_id


def test_violations_are_printed_as_they_happen_and_fail_when_asked(tmp_path: Path, upstream: str):
    file = tmp_path / "bad.har"
    arguments = ("--upstream", upstream, "--out", str(file), "--fail-on-violation", "--json")
    with started(*arguments, command="record") as proxy:
        httpx.get(f"{proxy.base_url}/models", params={"pageSize": "many", "token": "hidden-word"}, auth=AUTH)
        events = [json.loads(line) for line in proxy.printed.splitlines()]
        assert [event["event"] for event in events] == ["ready", "violation", "violation"]
        proxy.process.send_signal(signal.SIGINT)
        assert proxy.process.wait(timeout=20) == 1
        assert json.loads(proxy.printed.splitlines()[-1])["violations"] == 2
        assert "hidden-word" not in proxy.printed + file.read_text("utf-8")
    checked = run("check", str(file))
    assert checked.returncode == 1
    assert "listModels\trequest\ttype\tquery:pageSize" in checked.stdout
    assert json.loads(run("check", str(file), "--json").stdout.splitlines()[0])["rule"] == "type"


def test_a_cut_off_process_leaves_a_whole_file(tmp_path: Path, upstream: str):
    file = tmp_path / "killed.har"
    with started("--upstream", upstream, "--out", str(file), command="record") as proxy:
        for _ in range(5):
            httpx.get(f"{proxy.base_url}/models", auth=AUTH)
        proxy.kill()
        assert load_or_empty(file) <= 5
    assert [path.name for path in tmp_path.iterdir()] == ["killed.har"]


def load_or_empty(file: Path) -> int:
    return len(json.loads(file.read_bytes())["log"]["entries"])


def test_an_upstream_that_is_not_there(tmp_path: Path):
    with started("--upstream", "http://127.0.0.1:9/v1", command="record") as proxy:
        answer = httpx.get(f"{proxy.base_url}/models", auth=AUTH)
        assert (answer.status_code, answer.json()["name"]) == (502, "UpstreamUnreachable")
        assert "listModels unreachable no answer from http://127.0.0.1:9" in proxy.printed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("record", "--upstream", "nothing"), "not an http or https URL"),
        (("record", "--upstream", "http://a:hidden-word@h/v1"), "credentials do not belong into a URL"),
        (("record", "--upstream", "http://h/v1", "--out", "/nowhere/x.har"), "cannot write /nowhere/x.har"),
        (("record", "--upstream", "http://h/v1", "--spec", "/nowhere/x.yaml"), "/nowhere/x.yaml"),
        (("replay", "/nowhere/x.har"), "No such file"),
        (("check", "/nowhere/x.har"), "No such file"),
        (("compare", "/nowhere/x.har"), "No such file"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_2(arguments: tuple[str, ...], said: str):
    ended = run(*arguments)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert "hidden-word" not in ended.stderr


def test_differences_are_a_table_and_exit_1(tmp_path: Path):
    file = tmp_path / "other.har"
    recorded_journey(file)
    file.write_text(file.read_text("utf-8").replace(r"\"progress\":", r"\"progression\":"), "utf-8")
    compared = run("compare", str(file))
    assert compared.returncode == 1
    assert "retrieveJob\tGET /v1/jobs/<job:1>\tmissing\t/job/progression\tnumber\tnothing" in compared.stdout
    event = json.loads(run("compare", str(file), "--json").stdout.splitlines()[0])
    assert (event["event"], event["kind"]) == ("difference", "missing")
