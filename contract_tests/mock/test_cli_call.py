"""`scenario-mock call`: answers are shown for people or programs, refusals say what to do."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from scenario_mock.calling import explaining
from scenario_mock.calling.arguments import read
from scenario_mock.calling.asking import curl
from scenario_mock.calling.operations import fields, find, method_of
from scenario_mock.contract import packaged

from contract_tests.mock.cli_kit import run
from contract_tests.serving import serving

CONTRACT = packaged()
MODEL = "model_imagen4-ultra"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--job-seconds", "0.2") as base_url:
        yield base_url


def test_a_prompt_of_digits_is_a_text(server: str):
    done = run("call", "generate.custom", MODEL, "--prompt", "2024", "--dry-run", "--base-url", server)
    assert done.returncode == 0, done.stderr


def test_curl_lines_work(server: str):
    words = (MODEL, "--prompt", "it's $HOME `x`", "--dry-run")
    line = curl(server, read(CONTRACT, find(CONTRACT, "generate.custom"), words))
    shell = f"export SCENARIO_SDK_API_KEY=a SCENARIO_SDK_API_SECRET=b; {line}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True)
    assert json.loads(done.stdout)["creativeUnitsCost"] > 0


def test_a_table_with_as_many_rows_as_asked_for(server: str):
    done = run("call", "models.list", "--privacy", "public", "--rows", "3", "--base-url", server)
    assert done.returncode == 0, done.stderr
    head, *rows, last = done.stdout.splitlines()
    assert head.split()[:3] == ["id", "name", "type"]
    assert len(rows) == 3
    assert all(row.startswith("model_") for row in rows)
    assert last == "3 models and more (--all)"


@pytest.mark.parametrize("name", ["models.list", "assets.list", "jobs.list"])
@pytest.mark.parametrize("columns", ["80", "160"])
def test_tables_fit_and_never_cut_an_id(server: str, name: str, columns: str):
    words = ("call", name, "--rows", "6", "--base-url", server)
    lines = run(*words, variables={"COLUMNS": columns}).stdout.splitlines()
    ids = [row.get("id") or row["jobId"] for row in next(iter(json.loads(run(*words, "--json").stdout).values()))]
    assert max(map(len, lines)) <= int(columns)
    assert [line.split()[0] for line in lines[1:-1]] == ids


def test_all_pages(server: str):
    done = run(
        "call", "models.list", "--privacy", "public", "--all", "--page-size", "20", "--json", "--base-url", server
    )
    models = json.loads(done.stdout)["models"]
    assert len(models) > 20
    assert len({model["id"] for model in models}) == len(models)


@pytest.mark.parametrize("words", [(), ("--hits-per-page", "30", "--page", "1"), ("--limit", "40")])
def test_all_hits_of_a_search(server: str, words: tuple[str, ...]):
    found = ("call", "search.assets", "--query", "castle", *words, "--base-url", server, "--json")
    hits = json.loads(run(*found, "--all").stdout)["hits"]
    ids = {hit["id"] for hit in hits}
    assert len(ids) == len(hits) > 100
    assert len(json.loads(run(*found, "--rows", "105").stdout)["hits"]) == 105


def test_a_page_is_as_long_as_was_said(server: str):
    for words, rows in (((), 20), (("--page-size", "3"), 3), (("--page-size", "3", "--rows", "7"), 7)):
        done = run("call", "models.list", "--privacy", "public", *words, "--json", "--base-url", server)
        assert len(json.loads(done.stdout)["models"]) == rows


def test_a_search_says_how_many_there_are(server: str):
    done = run("call", "search.assets", "--query", "castle", "--rows", "2", "--base-url", server)
    assert len([line for line in done.stdout.splitlines() if line.startswith("asset_")]) == 2
    assert done.stdout.splitlines()[-1].startswith("2 of ")


def test_a_generation_to_its_picture(server: str, tmp_path: Path):
    words = ("call", "generate.custom", MODEL, "--prompt", "a castle", "--output", "pictures", "--base-url", server)
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (file,) = (tmp_path / "pictures").iterdir()
    assert file.read_bytes().startswith(b"\x89PNG")
    assert done.stdout.splitlines()[-1] == f"pictures/{file.name}"


def test_without_a_server_there_is_one_in_the_process(tmp_path: Path):
    words = ("call", "generate.custom", MODEL, "--prompt", "a castle", "--wait", "--json")
    job = json.loads(run(*words, cwd=tmp_path).stdout)["job"]
    assert job["status"] == "success"


def test_a_job_that_fails_is_a_failure(server: str):
    done = run("call", "generate.custom", MODEL, "--prompt", "[fail]", "--wait", "--base-url", server)
    assert done.returncode == 1
    assert "the job ended as failure: " in done.stderr


def test_what_was_made_is_shown_whole(server: str):
    words = ("call", "generate.prompt", "--prompt", "cat", "--num-results", "3", "--base-url", server)
    prompts = json.loads(run(*words, "--json").stdout)["prompts"]
    shown = " ".join(run(*words, variables={"COLUMNS": "400"}).stdout.split())
    assert max(map(len, prompts)) > 100
    assert " ".join(", ".join(prompts).split()) in shown


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("models.retrieve", "model_none"), 1, "404: Model model_none not found"),
        (("search.assets", "--filter", "widht > 3"), 1, 'did you mean "width"?'),
        (("models.list", "--base-url", "http://127.0.0.1:9/v1"), 1, "start a mock with: scenario-mock serve"),
        (("models.lst",), 2, "did you mean models.list"),
        ((), 2, ""),
    ],
)
def test_refusals_say_what_to_do(words: tuple[str, ...], code: int, said: str):
    done = run("call", *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_keys_come_from_options_and_the_environment():
    with serving("--api-key", "mine", "--api-secret", "canary-secret-9") as base_url:
        words = ("call", "jobs.list", "--rows", "1", "--base-url", base_url)
        wrong = run(*words)
        assert wrong.returncode == 1
        assert "SCENARIO_SDK_API_KEY" in wrong.stderr
        keys = {"SCENARIO_SDK_API_KEY": "mine", "SCENARIO_SDK_API_SECRET": "canary-secret-9"}
        right = run(*words, variables=keys)
        assert right.returncode == 0, right.stderr
        assert run(*words, "--api-key", "mine", "--api-secret", "canary-secret-9").returncode == 0
        line = run("call", "jobs.list", "--curl", variables=keys)
        assert "canary-secret-9" not in line.stdout + line.stderr + wrong.stderr


def test_limits_say_when_to_try_again(server: str):
    faults = server.removesuffix("/v1") + "/__mock__/faults"
    httpx.post(faults, json={"effect": "cooldown", "times": 1}).raise_for_status()
    done = run("call", "jobs.list", "--base-url", server)
    assert done.returncode == 1
    assert "429" in done.stderr
    assert "try again in 12 s" in done.stderr


@pytest.mark.parametrize("operation", CONTRACT.operations.values(), ids=lambda one: one.id)
def test_help_says_all_that_the_contract_says_of_an_operation(operation, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "80")
    told = explaining.operation(CONTRACT, operation)
    assert all(len(line) <= 80 for line in told.splitlines())
    assert f"{operation.method} {operation.path}, operationId {operation.id}." in " ".join(told.split())
    assert "Source" not in told
    for one in fields(CONTRACT, operation):
        assert one.about, one.name
        assert (one.option if one.place != "path" else f"<{one.name}>") in told
    assert ("Deprecated. " in told) is bool(operation.extensions.get("x-deprecated-reason"))


def test_help_for_a_model_lists_its_inputs(server: str):
    for words in (("--base-url", server), ()):
        told = run("call", "generate.custom", MODEL, "--help", *words).stdout
        assert "--aspect-ratio STRING" in told
        assert "one of: 1:1, 4:3" in told
        assert "[1..4; default: 1]" in told
    assert "the model's inputs" in run("call", "generate.custom", "model_none", "--help").stdout


def test_every_operation_explains_itself():
    listed = run("call", "--list").stdout
    for operation in CONTRACT.operations.values():
        assert method_of(operation) in listed
    told = run("call", "models.list", "--help").stdout
    assert "--page-size" in told
    assert "GET /models" in told
    assert "the model's inputs" in run("call", "generate.custom", "--help").stdout
