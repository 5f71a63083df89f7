"""The catalogue of lies: each is one, the mock that tells none is believed, and the suite catches some of each kind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fault_report import judged
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.messages import Request

from contract_tests.faults.catalogue import EVERY, LIES
from contract_tests.faults.lying import KINDS, Lie, LyingMock

FEWEST = 60
CALLS = (
    ("GET", "/v1/models", "privacy=public&pageSize=3", b""),
    ("GET", "/v1/jobs", "pageSize=5", b""),
    ("GET", "/v1/assets/asset_nobody", "", b""),
    ("POST", "/v1/search/assets", "", b'{"filter": "width >= 512 AND NOT tags = x", "limit": 2}'),
    ("POST", "/v1/generate/custom/model_imagen4-ultra", "", b'{"prompt": "x"}'),
)
SAMPLE = {
    "shape": "date-as-number",
    "access": "any-secret",
    "lifecycle": "progress-drops",
    "search": "and-is-or",
    "collections": "row-lost-between-pages",
    "text": "prompt-as-latin",
}


def test_the_catalogue():
    assert len(LIES) == len(EVERY) >= FEWEST
    assert {lie.kind for lie in EVERY} == set(KINDS)
    assert all(lie.says.endswith(".") for lie in EVERY)


def test_who_tells_no_lie_says_what_the_mock_says():
    honest = LyingMock(Lie("none", "shape", "Nothing.", lambda truth: truth.answer()), clock=ManualClock(ANCHOR_MS))
    mock = Mock(Settings(check_answers=False), clock=ManualClock(ANCHOR_MS))
    headers = {"authorization": "Basic azpz", "content-type": "application/json"}
    for method, path, query, body in CALLS:
        request = Request(method, path, query, headers, body)
        one, other = honest.respond(request), mock.respond(request)
        assert (one.status, one.body) == (other.status, other.body)


@pytest.mark.parametrize("name", SAMPLE.values())
def test_a_lie_is_caught_and_named(root: Path, name: str):
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "target", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "contract_tests/behaviour", "--lie", name], cwd=root, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1, done.stdout[-2000:]
    assert " breaks " in done.stdout
    assert "curl -sS" in done.stdout


NAMED = "E  listJobs breaks page_size\nE    curl -sS -i http://x/v1/jobs\nFAILED contract_tests/x.py::test_y - z\n"


@pytest.mark.parametrize(
    ("code", "output", "word", "named", "rule"),
    [
        (1, NAMED, "failed", True, "listJobs page_size"),
        (1, "FAILED contract_tests/x.py::test_y - KeyError", "failed", False, "test_y"),
        (1, "SomeWarning: raised before any test", "broke", False, "SomeWarning: raised before any test"),
        (3, "no end within 300 s", "broke", False, "no end within 300 s"),
        (0, "5 passed", "passed", False, ""),
    ],
)
def test_only_a_failed_test_catches_a_lie(code: int, output: str, word: str, named: bool, rule: str):
    run = judged("a lie", "shape", code, output, 1.0)
    assert (run.word, run.named, run.caught) == (word, named, word == "failed")
    assert run.rule == rule


def test_an_unknown_lie_is_one_clear_line(root: Path):
    command = [sys.executable, "-m", "pytest", "-q", "contract_tests/behaviour", "--lie", "no-such-lie"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "not in the catalogue" in done.stderr
    assert "Traceback" not in done.stderr
