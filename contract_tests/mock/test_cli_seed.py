"""`scenario-mock seed`: things in and out of a running mock, and errors that name row and field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_tests.mock.cli_kit import run
from contract_tests.serving import serving

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
        ("models: [{name: 3}]", ("--key", "a"), 1, "body /models/0/name: 3 is not of type"),
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


def test_nothing_to_talk_to(tmp_path: Path):
    done = run("seed", "--export", "a", "--base-url", "http://127.0.0.1:9/v1")
    assert done.returncode == 1
    assert "start a mock with: scenario-mock serve" in done.stderr
