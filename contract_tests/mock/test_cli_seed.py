"""`scenario-mock seed`: things in and out of a running mock, and errors that name row and field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_tests.mock.cli_kit import run
from contract_tests.serving import serving, serving_here

WORLD = "models: [{name: My own, type: flux.1-lora}]\nassets: [{tags: [a]}, {tags: [b]}]\n"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--empty") as base_url:
        yield base_url


def seeded(server: str, folder: Path, text: str, *words: str):
    file = folder / "world.yaml"
    file.write_text(text, "utf-8")
    return run("seed", str(file), "--base-url", server, *words)


def test_there_and_back(server: str, tmp_path: Path):
    done = seeded(server, tmp_path, WORLD, "--key", "mine")
    assert done.returncode == 0, done.stderr
    models, assets = done.stdout.splitlines()
    assert len(assets.split()) == 3
    exported = run("seed", "--export", "mine", "--base-url", server).stdout
    content = json.loads(exported)
    assert [model["name"] for model in content["models"]] == ["My own"]
    assert models == f"models: {content['models'][0]['id']}"
    again = tmp_path / "again.json"
    again.write_text(exported, "utf-8")
    assert run("seed", str(again), "--key", "other", "--base-url", server).returncode == 0
    listed = run("call", "models.list", "--api-key", "other", "--json", "--base-url", server).stdout
    assert [model["name"] for model in json.loads(listed)["models"]] == ["My own"]


@pytest.mark.parametrize(
    ("text", "words", "code", "said"),
    [
        ("models: [{}, {name: 3}]", ("--key", "a"), 1, "models, row 2, name: 3 is not of type"),
        (
            "assets: [{id: asset_mine, metadata: {width: wide}}]",
            ("--key", "a"),
            1,
            "assets, row 1 (asset_mine), metadata.width: ",
        ),
        ("jobs: [{jobId: job_1, status: [1], progress: x}]", ("--key", "a"), 1, "and 2 more; nothing was put in"),
        ("models: 3", ("--key", "a"), 1, "models: 3 is not of type"),
        ("models: [{nmae: x}]", ("--key", "a"), 1, "models, row 1, nmae: Model has no field 'nmae'"),
        ("? [a]\n: 1", ("--key", "a"), 2, "cannot be read"),
        ("models: [{name: .nan}]", ("--key", "a"), 2, "holds what JSON cannot"),
        ("? 2026-01-01\n: !!binary aGk=", ("--key", "a"), 2, "holds what JSON cannot"),
        (WORLD, (), 2, "names no key; say whose the things are with --key"),
        ("[]", (), 2, "has to be an object"),
        ("{", (), 2, "cannot be read"),
        (WORLD, ("--export", "a"), 2, "give a FILE, or --export KEY"),
    ],
)
def test_what_cannot_be_put_in_is_told(server: str, tmp_path: Path, text, words, code, said):
    done = seeded(server, tmp_path, text, *words)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert run("seed", "--export", "a", "--base-url", server).returncode == 0


def test_dates_in_yaml_are_texts(server: str, tmp_path: Path):
    """As JSON has them, and the contract."""
    done = seeded(
        server, tmp_path, "assets: [{id: asset_dated, createdAt: 2024-02-03T04:05:06.000Z}]", "--key", "dated"
    )
    assert done.returncode == 0, done.stderr
    exported = json.loads(run("seed", "--export", "dated", "--base-url", server).stdout)
    assert exported["assets"][0]["createdAt"] == "2024-02-03T04:05:06.000Z"


def test_something_else_is_no_mock():
    async def app(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b"hello"})

    with serving_here(app) as base_url:
        done = run("seed", "--export", "a", "--base-url", base_url)
    assert done.returncode == 1
    assert "is no mock: it answers 404" in done.stderr


def test_a_file_that_is_too_large_is_told(server: str, tmp_path: Path):
    done = seeded(server, tmp_path, json.dumps({"key": "a", "models": [{"name": "x" * 11_000_000}]}))
    assert done.returncode == 1
    assert done.stderr == "scenario-mock: the file is more than the mock takes at once; split it\n"


def test_nothing_to_talk_to(tmp_path: Path):
    done = run("seed", "--export", "a", "--base-url", "http://127.0.0.1:9/v1")
    assert done.returncode == 1
    assert "start a mock with: scenario-mock serve" in done.stderr
