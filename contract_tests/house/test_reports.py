"""Reports: each failure with its operation, rule, expectation and request, on every face; and never a secret."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from scenario_mock.settings import Settings

from contract_tests.faults.catalogue import LIES
from contract_tests.faults.lying import LyingMock
from contract_tests.house.suite_runs import run
from contract_tests.reports.plugin import escaped
from contract_tests.serving import serving_here

KEY, SECRET = "canary-key-3f9a", "canary/secret+7c21=="
PAGED = ("contract_tests/behaviour/test_lists.py", "-k", "as_many_rows")
REFUSED = ("contract_tests/behaviour/test_access.py", "-k", "wrong_secrets and listModels")


def said(folder: Path, lie: str, *tests: str) -> dict[str, str]:
    """Everything that a run against a lie says, by the name of where it is said."""
    page, junit = folder / "page.html", folder / "junit.xml"
    environment = {"SCENARIO_SDK_API_KEY": KEY, "SCENARIO_SDK_API_SECRET": SECRET, "GITHUB_ACTIONS": "true"}
    reports = ("--html-report", str(page), f"--junitxml={junit}", "--showlocals")
    with serving_here(LyingMock(LIES[lie], Settings(api_key=KEY, api_secret=SECRET))) as base_url:
        done = run(environment, "--target", base_url, "--profile", "quick", *tests, *reports)
    assert done.returncode == 1, done.stdout[-3000:] + done.stderr
    return {"page": page.read_text("utf-8"), "junit": junit.read_text("utf-8"), "output": done.stdout + done.stderr}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return said(tmp_path_factory.mktemp("paged"), "page-size-off-by-one", *PAGED)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return said(tmp_path_factory.mktemp("refused"), "any-secret", *REFUSED)


def test_a_failure_is_told_with_all_that_is_needed(reported: dict[str, str]):
    output, page = reported["output"], reported["page"]
    assert "listModels breaks page_size" in output
    assert "expected  at most 1 rows" in output
    assert "curl -sS -i -u" in output
    assert "::error file=spec/openapi.yaml,line=" in output
    assert "page_size" in page
    assert "at most 1 rows" in page
    assert "$SCENARIO_SDK_API_KEY" in page
    tests = ElementTree.fromstring(reported["junit"]).iter("property")
    broken = [json.loads(each.get("value", "")) for each in tests if each.get("name") == "broken"]
    assert {"page_size"} <= {each["rule"] for each in broken}


def test_the_page_needs_no_other_file(reported: dict[str, str]):
    assert "src=" not in reported["page"]
    assert "<link" not in reported["page"]
    assert "@import" not in reported["page"]


@pytest.mark.parametrize("where", ["output", "page", "junit"])
def test_no_secret_is_told(reported: dict[str, str], refused: dict[str, str], where: str):
    texts = (SECRET, f"{KEY}:{SECRET}", f"{KEY}:{SECRET}x", f"{KEY}x:{SECRET}", f"{SECRET}:{KEY}")
    encoded = [base64.b64encode(text.encode()).decode() for text in texts]
    for secret in (*texts, *encoded, *(quote(text, safe="") for text in (*texts, *encoded))):
        assert secret not in reported[where]
        assert secret not in refused[where]


def test_github_reads_what_is_escaped():
    assert escaped("100%\nof: a, b") == "100%25%0Aof: a, b"
    assert escaped("a: b, c", ":,") == "a%3A b%2C c"


def test_the_workflow_uses_what_is_there(root: Path):
    text = (root / ".github" / "workflows" / "contract.yml").read_text("utf-8")
    for script in ("./scripts/test", "./scripts/fault_bench"):
        assert script in text
        assert (root / script).exists()
