"""The suite against a server at a URL: it passes on one that obeys, fails on one that does not, and says what is wrong
with a target that cannot be used. What the modules declare in `WALKS` is what they call.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from contract_tools.coverage import walks
from scenario_mock import Mock, Settings
from scenario_mock.store import PUBLIC

from contract_tests.mock.calls import change_model
from contract_tests.serving import serving, serving_here


def suite(root: Path, target: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The suite as its own process, with `--target`."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments, "--target", target]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SCENARIO_", "PYTEST_"))}
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=600, env=environment)


def test_a_server_that_obeys_passes_and_is_walked_as_declared(root: Path):
    layers = [root / "contract_tests" / layer for layer in ("examples", "journeys")]
    with serving("--job-seconds", "0.2") as base_url:
        done = suite(root, base_url, *map(str, layers))
        entries = httpx.get(base_url.removesuffix("/v1") + "/__mock__/journal").json()["requests"]
        assert done.returncode == 0, done.stdout[-3000:]
        assert walks(*layers) <= {entry["operationId"] for entry in entries}
        walked = suite(root, base_url, str(root / "contract_tests" / "conformance" / "test_walks.py"))
        assert walked.returncode == 0, walked.stdout[-3000:]


def test_a_server_that_lies_fails(root: Path):
    mock = Mock(Settings(check_answers=False))
    for row in mock.services.store.all_models(PUBLIC):
        change_model(mock, row["id"], {"trainingImagesNumber": "many"}, tenant=None)
    operations = str(root / "contract_tests" / "conformance" / "test_operations.py")
    with serving_here(mock) as base_url:
        done = suite(root, base_url, operations, "-k", "/models/public")
    assert done.returncode == 1
    assert '"many" is not of type "integer"' in done.stdout
    assert "GET /models/public" in done.stdout


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("nonsense", "--target is mock, live or a URL"),
        ("live", "SCENARIO_SDK_API_KEY"),
        ("http://127.0.0.1:9/v1", "no answer from http://127.0.0.1:9/v1"),
    ],
)
def test_an_unusable_target_is_one_clear_line(root: Path, target: str, text: str):
    done = suite(root, target, str(root / "contract_tests" / "examples"))
    assert done.returncode == 2
    assert text in done.stderr
    assert "Traceback" not in done.stderr
