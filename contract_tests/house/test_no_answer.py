"""A target that never answers some requests: told as any broken rule, and no run takes longer for it than it must."""

from __future__ import annotations

import json
import re
import threading
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from scenario_mock import Mock
from scenario_mock.messages import Request, Response

from contract_tests.house.suite_runs import run
from contract_tests.serving import serving_here

KEYS = {"SCENARIO_SDK_API_KEY": "any-key", "SCENARIO_SDK_API_SECRET": "canary/secret+7c21=="}
LAWS = ("contract_tests/behaviour/test_refusals.py", "-k", "cannot_be_read and bulkGetAssets and broken")
WITHIN_S = 3
"""Long enough for a first call on a busy machine, which makes a world."""
GENERATED = ("contract_tests/conformance/test_operations.py", "-k", "searchAssets")


class Silent(Mock):
    """Does not answer a body that is no JSON object for a while, while others wait; counts what it ignored."""

    def __init__(self) -> None:
        super().__init__()
        self.over, self.ignored = threading.Event(), 0

    def at_once(self, request: Request) -> Response | None:
        return None

    def _in_turn(self, request: Request) -> Response:
        if request.method == "POST" and not _is_object(request.body):
            self.ignored += 1
            self.over.wait(3 * WITHIN_S)
        return super()._in_turn(request)


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False


@pytest.mark.parametrize("tests", [LAWS, GENERATED], ids=["a law", "generated calls"])
def test_what_is_never_answered_is_named(tmp_path: Path, tests: tuple[str, ...]):
    mock, junit = Silent(), tmp_path / "junit.xml"
    with serving_here(mock) as base_url:
        begun = time.monotonic()
        try:
            done = run(KEYS, "--target", base_url, "--answer-within", str(WITHIN_S), f"--junitxml={junit}", *tests)
        finally:
            mock.over.set()
        seconds = time.monotonic() - begun
    assert done.returncode == 1, done.stdout[-3000:] + done.stderr
    assert re.search(r"(bulkGetAssets|searchAssets) breaks no_answer\n  expected  an answer\n", done.stdout)
    assert re.search(r"came +\w*Timeout\w* after \d\.\d s", done.stdout)
    assert re.search(r"curl -sS -i -X POST .*SCENARIO_SDK_API_KEY", done.stdout)
    assert "canary" not in done.stdout
    told = [each.get("value", "") for each in ElementTree.parse(junit).iter("property") if each.get("name") == "broken"]
    assert any('"no_answer"' in each for each in told)
    assert mock.ignored == 1, f"asked again {mock.ignored} times, in {seconds:.0f} s"
