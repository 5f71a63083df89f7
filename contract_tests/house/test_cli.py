"""The command as a user meets it: one ready line, clear errors, no traceback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from contract_tests.serving import serving


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
        (("serve", "--clock", "sundial"), 2, "system or manual"),
        (("serve", "--job-seconds", "-1"), 2, "--job-seconds"),
        (("serve", "--api-key", "only"), 2, "--api-secret"),
        (("serve", "--host", "no.such.host.invalid", "--port", "0"), 1, "cannot listen on no.such.host.invalid"),
        (("serve", "--spec", "/nowhere/openapi.yaml"), 2, "/nowhere/openapi.yaml:1: missing"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_wrong_arguments_fail_in_one_line(arguments: tuple[str, ...], code: int, text: str):
    done = scenario_mock(*arguments)
    assert done.returncode == code, done.stderr
    assert text in done.stderr
    assert "Traceback" not in done.stderr


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
    ):
        assert flag in done.stdout
