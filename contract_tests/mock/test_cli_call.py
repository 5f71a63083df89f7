"""`scenario-mock call`: words become a request, answers are shown for people or programs, refusals say what to do."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from scenario_mock.calling.arguments import UsageError, fields, find, hyphened, method_of, read
from scenario_mock.calling.asking import curl
from scenario_mock.contract import packaged

from contract_tests.mock.cli_kit import on_a_terminal, run
from contract_tests.serving import serving

CONTRACT = packaged()
MODEL = "model_imagen4-ultra"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--job-seconds", "0.2") as base_url:
        yield base_url


def asked(name: str, *words: str, data: str | None = None):
    return read(CONTRACT, find(CONTRACT, name), words, data)


@pytest.mark.parametrize("operation", CONTRACT.operations.values(), ids=lambda one: one.id)
def test_every_operation_is_found_by_both_names_and_has_options_of_its_own(operation):
    assert find(CONTRACT, operation.id) is find(CONTRACT, method_of(operation)) is operation
    options = [one.option for one in fields(CONTRACT, operation)]
    assert len(set(options)) == len(options)


@pytest.mark.parametrize("spelling", ["--page-size", "--pageSize", "--pagesize", "--page_size"])
def test_names_in_any_spelling(spelling: str):
    assert asked("models.list", spelling, "5").address == "models?pageSize=5"


def test_names_with_hyphens():
    assert [hyphened(name) for name in ("pageSize", "ensureIPCleared", "topP")] == [
        "page-size", "ensure-ip-cleared", "top-p",
    ]  # fmt: skip


def test_query_values():
    found = asked("models.list", "--tags", "sc:scenario", "--tags", "a b", "--privacy=public", "--loaded-only", "true")
    assert found.query == {"tags": ["sc:scenario", "a b"], "privacy": "public", "loadedOnly": True}
    assert "tags=sc%3Ascenario%2Ca+b" in found.address


def test_body_values_have_the_types_of_the_contract():
    words = ("--images", "asset_1", "--images", "asset_2", "--seed", "7", "--temperature", "0.5", "--ensure-ip-cleared")
    body = asked("generate.caption", *words).body
    assert body == {"images": ["asset_1", "asset_2"], "seed": 7, "temperature": 0.5, "ensureIPCleared": True}


def test_inputs_of_a_model_are_what_they_look_like():
    words = ("--prompt", "7 cats", "--num-outputs", "2", "--loras", '["a"]', "--lorasScale", "0.5", "--hd")
    found = asked("generate.custom", MODEL, *words)
    assert found.path == {"modelId": MODEL}
    assert found.body == {"prompt": "7 cats", "numOutputs": 2, "loras": ["a"], "lorasScale": 0.5, "hd": True}


def test_a_dry_run_is_a_query():
    assert asked("generate.custom", MODEL, "--prompt", "x", "--dry-run").query == {"dryRun": True}


def test_files_and_data(tmp_path: Path):
    picture, body = tmp_path / "a.png", tmp_path / "body.json"
    picture.write_bytes(b"\x89PNG")
    body.write_text('{"prompt": "from the file", "numOutputs": 4}', "utf-8")
    found = asked("generate.custom", MODEL, "--image", f"@{picture}", "--num-outputs", "1", data=f"@{body}")
    assert found.body == {"prompt": "from the file", "numOutputs": 1, "image": "data:image/png;base64,iVBORw=="}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("models.lst",), "did you mean models.list"),
        (("zzz",), "see scenario-mock call --list"),
        (("models.list", "--pge-size", "3"), "has no option --pge-size; did you mean --page-size"),
        (("models.list", "extra"), "takes no word 'extra'"),
        (("models.retrieve",), "models.retrieve needs <modelId>, as in: scenario-mock call models.retrieve <modelId>"),
        (("generate.caption", "--seed", "many"), "--seed is an integer, not 'many'"),
        (("generate.caption", "--seed", "true"), "--seed is an integer, not 'true'"),
        (("generate.caption", "--seed"), "--seed needs a value"),
        (("generate.caption", "--images", "@/nowhere.png"), "--images: cannot read /nowhere.png"),
    ],
)
def test_what_makes_no_request_is_told(words: tuple[str, ...], said: str):
    with pytest.raises(UsageError) as error:
        asked(*words)
    assert said in str(error.value)


@pytest.mark.parametrize("data", ["{", "[]", "@/nowhere.json"])
def test_a_body_that_is_none_is_told(data: str):
    with pytest.raises(UsageError, match="--data"):
        asked("generate.custom", MODEL, data=data)


def test_curl_lines_work(server: str):
    line = curl(server, asked("generate.custom", MODEL, "--prompt", "it's $HOME `x`", "--dry-run"))
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
    assert "the job ended as failure" in done.stderr


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


def test_every_operation_explains_itself():
    listed = run("call", "--list").stdout
    for operation in CONTRACT.operations.values():
        assert method_of(operation) in listed
    told = run("call", "models.list", "--help").stdout
    assert "--page-size" in told
    assert "GET /models" in told
    assert "See inputs" not in told
    assert "inputs of the model" in run("call", "generate.custom", "--help").stdout


def test_waiting_shows_a_bar_on_a_terminal(server: str, tmp_path: Path):
    words = ("call", "generate.custom", MODEL, "--prompt", "a boat", "--wait", "--base-url", server)
    assert "the job" in on_a_terminal(*words)
    assert "the job" not in run(*words).stderr
