"""The command as a user meets it: one ready line, clear errors, no traceback."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from contract_tests.serving import serving, started, until


def scenario_mock(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [sys.executable, "-m", "scenario_mock", *arguments]
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "120", "TERM": "dumb"}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment)


def test_serves_on_a_free_port():
    with serving("--seed", "3") as base_url:
        assert base_url.startswith("http://127.0.0.1:")
        assert base_url.endswith("/v1")
        answer = httpx.get(f"{base_url}/models", params={"pageSize": 2}, auth=("key", "secret"))
        assert len(answer.json()["models"]) == 2
        health = httpx.get(base_url.removesuffix("/v1") + "/__mock__/health").json()
        assert (health["status"], health["seed"]) == ("ok", 3)
        head = httpx.head(f"{base_url}/models", auth=("key", "secret"))
        assert (head.status_code, head.content) == (405, b"")


def test_a_manual_clock_moves_only_when_told():
    with serving("--clock", "manual") as base_url:
        clock = base_url.removesuffix("/v1") + "/__mock__/clock"
        first = httpx.get(clock).json()
        assert httpx.get(clock).json() == first
        assert httpx.post(clock, json={"advance": 1}).json()["now"] > first["now"]


def test_a_taken_port_says_so():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = scenario_mock("serve", "--port", port)
    assert done.returncode == 1
    assert f"port {port} on 127.0.0.1 is taken" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (("serve", "--nonsense"), 2, "--nonsense"),
        (("serve", "--port", "99999"), 2, "--port"),
        (("serve", "--port", "x"), 2, "--port"),
        (("serve", "--clock", "sundial"), 2, "--clock"),
        (("serve", "--job-seconds", "-1"), 2, "--job-seconds"),
        (("serve", "--api-key", "only"), 2, "--api-secret"),
        (("serve", "--host", "no.such.host.invalid", "--port", "0"), 1, "cannot listen on no.such.host.invalid"),
        (("serve", "--spec", "/nowhere/openapi.yaml"), 2, "/nowhere/openapi.yaml:1: missing"),
        (("nonsense",), 2, "nonsense"),
        (("serve", "--seed", "x"), 2, "--seed"),
        (("serve", "--job-seconds", "nan"), 2, "--job-seconds"),
        (("serve", "--job-seconds", "inf"), 2, "--job-seconds"),
        (("serve", "--workers", "0"), 2, "--workers"),
        (("serve", "--workers", "-2"), 2, "--workers"),
        (("serve", "--workers", "1.5"), 2, "--workers"),
        (("serve", "--models", "-1"), 2, "--models"),
        (("serve", "--assets", "x"), 2, "--assets"),
        (("serve", "--jobs", "1e3"), 2, "--jobs"),
        (("serve", "--profile", "lax"), 2, "--profile"),
        (("serve", "--status-words", "sdk"), 2, "--status-words"),
        (("serve", "--db", ""), 2, "--db"),
        (("serve", "--db", "/nowhere/state.db"), 1, "/nowhere"),
        (("serve", "--db", "/"), 1, "/"),
        (("serve", "--db", "mysql://localhost/state"), 2, "mysql://localhost/state"),
        (("serve", "--port", "0", "--db", "postgresql://localhost:1/state?connect_timeout=2"), 1, "PostgreSQL"),
        (("serve", "--api-secret", "only"), 2, "--api-key"),
    ],
)
def test_wrong_arguments_fail_in_one_line(arguments: tuple[str, ...], code: int, text: str):
    done = scenario_mock(*arguments)
    assert done.returncode == code, done.stderr
    assert text in done.stderr
    assert "Traceback" not in done.stderr
    assert "ready" not in done.stdout


@pytest.mark.parametrize("content", [b"this is a text\n" * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes):
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    done = scenario_mock("serve", "--port", "0", "--db", str(file))
    assert done.returncode == 1, done.stderr
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(tmp_path: Path):
    file = tmp_path / "photos.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE models (name TEXT)")
        other.execute("CREATE TABLE photos (name TEXT)")
        other.commit()
    done = scenario_mock("serve", "--port", "0", "--db", str(file))
    assert done.returncode == 1, done.stderr
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr
    with closing(sqlite3.connect(file)) as other:
        assert {name for (name,) in other.execute("SELECT name FROM sqlite_master")} == {"models", "photos"}


def test_a_password_in_the_address_of_the_state_is_not_shown():
    done = scenario_mock("serve", "--db", "postgresql://me:hunter2@127.0.0.1:1/state?connect_timeout=2")
    assert done.returncode == 1
    assert "hunter2" not in done.stderr + done.stdout


def test_the_worlds_size_is_as_asked():
    with serving("--models", "12", "--assets", "34", "--jobs", "5") as base_url, httpx.Client(auth=("a", "b")) as api:
        for path, size, most in (("models", 500, 12), ("assets", 100, 34), ("jobs", 100, 5)):
            rows = api.get(f"{base_url}/{path}", params={"pageSize": size}).raise_for_status().json()
            assert (len(rows[path]), "nextPaginationToken" in rows) == (most, False)


def test_an_empty_world_has_the_public_catalogue_only():
    with serving("--empty") as base_url, httpx.Client(auth=("a", "b")) as api:
        for path in ("models", "assets", "jobs"):
            assert api.get(f"{base_url}/{path}").raise_for_status().json() == {path: []}
        assert api.get(f"{base_url}/models", params={"privacy": "public"}).json()["models"]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ends_when_told(tmp_path: Path, workers: str, end: signal.Signals):
    """Quickly, with no traceback, and no worker stays behind."""
    with started("--workers", workers, "--db", str(tmp_path / "state.db")) as served:
        httpx.get(f"{served.own}/health").raise_for_status()
        processes = served.workers()
        served.process.send_signal(end)
        code = served.process.wait(timeout=10)
        assert code in (0, 128 + end, -end)
        until(lambda: not any(Path(f"/proc/{process}").exists() for process in processes), "the workers end")
        assert "Traceback" not in served.printed


def test_an_unusable_contract_names_file_line_and_rule(tmp_path: Path):
    file = tmp_path / "broken.yaml"
    file.write_text(
        "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    Odd:\n      type: object\n      oneOf: []\n"
    )
    done = scenario_mock("serve", "--spec", str(file))
    assert done.returncode == 2
    assert f"{file}:7: unknown-keyword" in done.stderr


def test_help_names_every_flag():
    done = scenario_mock("serve", "--help")
    assert done.returncode == 0
    for flag in (
        "--host",
        "--port",
        "--seed",
        "--job-seconds",
        "--api-key",
        "--api-secret",
        "--clock",
        "--spec",
        "--stateless",
        "--db",
        "--workers",
        "--models",
        "--assets",
        "--jobs",
        "--empty",
        "--profile",
        "--status-words",
        "--check-answers",
        "--no-check-answers",
    ):
        assert re.search(rf"(?<![\w-]){flag}(?![\w-])", done.stdout), flag
