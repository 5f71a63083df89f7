"""The suite against a server at a URL: it passes on one that obeys and fails on one that does not. What the modules
declare in `WALKS` is what they call. A target that cannot be used is test_clear_ends' business.
"""

from __future__ import annotations

import re
from pathlib import Path

import httpx
from contract_tools.coverage import walks
from scenario_mock import Mock, Settings
from scenario_mock.store import PUBLIC

from contract_tests.house.suite_runs import run
from contract_tests.mock.calls import change_model
from contract_tests.serving import serving, serving_here

OWN_CLIENT = re.compile(
    r"\b(httpx|requests)\.(get|post|put|patch|delete|head|request|stream|Client|AsyncClient|Session)\(|urlopen\("
)


def test_a_server_that_obeys_passes_and_is_walked_as_declared(root: Path):
    layers = [root / "contract_tests" / layer for layer in ("examples", "journeys")]
    with serving("--job-seconds", "0.2") as base_url:
        done = run({}, "--target", base_url, *map(str, layers))
        entries = httpx.get(base_url.removesuffix("/v1") + "/__mock__/journal").json()["requests"]
        assert done.returncode == 0, done.stdout[-3000:]
        assert walks(*layers) <= {entry["operationId"] for entry in entries}
        walked = run({}, "--target", base_url, str(root / "contract_tests" / "conformance" / "test_walks.py"))
        assert walked.returncode == 0, walked.stdout[-3000:]


def test_what_speaks_to_the_target_does_so_through_its_clients(root: Path):
    """A client of a test's own would be past the guard: no limit would hold for it."""
    found = []
    for file in sorted((root / "contract_tests").rglob("test_*.py")):
        text = file.read_text("utf-8")
        if "mark.target" in text and file.parent.name != "house":
            found += [f"{file.name}: {line.strip()}" for line in text.splitlines() if OWN_CLIENT.search(line)]
    assert not found


def test_a_server_that_lies_fails(root: Path):
    mock = Mock(Settings(check_answers=False))
    for row in mock.services.store.all_models(PUBLIC):
        change_model(mock, row["id"], {"trainingImagesNumber": "many"}, tenant=None)
    operations = str(root / "contract_tests" / "conformance" / "test_operations.py")
    with serving_here(mock) as base_url:
        done = run({}, "--target", base_url, operations, "-k", "/models/public")
    assert done.returncode == 1
    assert '"many" is not of type "integer"' in done.stdout
    assert "test_reading[listPublicModels]" in done.stdout


def test_processes_have_worlds_of_their_own(root: Path):
    mock, lists = Mock(), str(root / "contract_tests" / "behaviour" / "test_lists.py")
    with serving_here(mock) as base_url:
        done = run({}, "--target", base_url, "-n", "2", lists, "-k", "as_many_rows")
    assert done.returncode == 0, done.stdout
    keys = {record.key for record in mock.services.journal}
    assert {"suite-key", "suite-key-gw0", "suite-key-gw1"} <= keys, keys
