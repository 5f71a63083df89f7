"""What the README shows works: its Python, JavaScript and shell run, what it names exists, its tables are whole."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from scenario_mock import pytest_plugin
from scenario_mock.cli import cli
from scenario_mock.settings import Settings

from contract_tests.browser import chromium
from contract_tests.serving import serving

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SHELL = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
(JAVASCRIPT,) = re.findall(r"```js\n(.*?)```", README, re.DOTALL)
(CURL,) = (block for block in SHELL if block.startswith("curl"))
(CALL,) = (block for block in SHELL if block.startswith("scenario-mock call"))
NAMED = sorted(set(re.findall(r"\./(scripts/\w+)", README) + re.findall(r"\]\(((?!http|#)[^)]+)\)", README)))
SERVED = "http://127.0.0.1:4010/v1"


def rows_below(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading."""
    _, _, below = README.partition(f"\n{heading}\n")
    table = below[below.index("\n| ") :].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.strip().splitlines()]
    return rows[2:]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--job-seconds", "0.3") as base_url:
        yield base_url


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_python_runs(number: int, server: str):
    program = PYTHON[number].replace(SERVED, server)
    exec(compile(program, f"README.md, Python block {number + 1}", "exec"), {})


def test_curl_runs(server: str):
    program = CURL.replace(SERVED, server).replace("sleep 4", "sleep 1")
    done = subprocess.run(["bash", "-ec", program], capture_output=True, text=True, timeout=60)
    started, jobs = (json.loads(line) for line in done.stdout.replace("}{", "}\n{").splitlines())
    (job,) = jobs["jobs"]
    assert job["jobId"] == started["job"]["jobId"]
    assert job["status"] == "success"
    assert job["metadata"]["assetIds"]


def test_the_command_runs(server: str, tmp_path: Path):
    program = CALL.replace("scenario-mock", f"{sys.executable} -m scenario_mock")
    variables = {**os.environ, "SCENARIO_BASE_URL": server}
    done = subprocess.run(["bash", "-ec", program], capture_output=True, text=True, cwd=tmp_path, env=variables)
    assert done.returncode == 0, done.stderr
    (picture,) = (tmp_path / "pictures").iterdir()
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node; the browser runs the same")
def test_javascript_runs_in_node(server: str, tmp_path: Path):
    file = tmp_path / "quick.mjs"
    file.write_text(JAVASCRIPT.replace(SERVED, server), "utf-8")
    done = subprocess.run(["node", str(file)], capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("image/png "), done.stderr


def test_javascript_runs_in_a_browser(server: str):
    program = JAVASCRIPT.replace(SERVED, server).replace("console.log(", "return Array.of(")
    with chromium() as browser:
        page = browser.new_page()
        page.goto(server.removesuffix("/v1") + "/__mock__/")
        kind, size = page.evaluate(f"async () => {{ {program} }}")
    assert kind == "image/png"
    assert size > 1000


@pytest.mark.parametrize("name", NAMED)
def test_named_files_exist(root: Path, name: str):
    assert (root / name.partition("#")[0]).exists()


@pytest.mark.parametrize("anchor", sorted(set(re.findall(r"\]\(#([^)]+)\)", README))))
def test_headings_that_are_pointed_at_exist(anchor: str):
    headings = re.findall(r"^#+ (.+)$", README, re.M)
    assert anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_two_commands_stand_first():
    assert README.index("./scripts/serve") < README.index("./scripts/test") < README.index("## ")
    assert {"scripts/serve", "scripts/test"} <= set(NAMED)


def test_every_flag_of_serve_is_told():
    serve: Any = typer.main.get_command(cli)
    options = {option for parameter in serve.commands["serve"].params for option in parameter.opts} - {"--help"}
    told = " ".join(row[0] for row in rows_below("## The mock") + _flags())
    assert {option for option in options if f"`{option}" not in told and f" {option}" not in told} == set()


def _flags() -> list[list[str]]:
    _, _, below = README.partition("\n| flags | |\n")
    return [[line.strip("|").partition(" | ")[0]] for line in below.partition("\n\n")[0].splitlines()]


def test_every_command_is_told():
    commands: Any = typer.main.get_command(cli)
    told = " ".join(row[0] for row in rows_below("## The mock"))
    assert {name for name in commands.commands if f" {name}" not in told and f"`{name}`" not in told} == set()


def test_every_fixture_is_told():
    told = {row[0].strip("`") for row in rows_below("## In your tests")}
    assert told == {name for name in vars(pytest_plugin) if name.startswith("scenario_")}
    assert {field.name for field in dataclasses.fields(Settings)} >= {"plan", "job_seconds"}


@pytest.mark.parametrize("row", rows_below("### What the mock does differently from the API"), ids=lambda row: row[2])
def test_each_difference_is_held_by_a_test(root: Path, row: list[str]):
    assert (root / "contract_tests" / row[2].strip("`")).is_file()


@pytest.mark.parametrize("row", rows_below("### When something goes wrong"), ids=lambda row: row[0][:40])
def test_each_trouble_is_said_by_the_code(root: Path, row: list[str]):
    texts = [text for text in re.findall(r"`([^`]+)`", row[0]) if not text.startswith("fixture ")]
    sources = [file for place in ("mock_server", "contract_tests") for file in (root / place).rglob("*.py")]
    own = Path(__file__)
    for text in texts:
        assert any(text in file.read_text("utf-8") for file in sources if file != own), text
