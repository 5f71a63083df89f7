"""The suite as a process of its own, as a user or a CI starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest
pytestmark = pytest.mark.target
"""


def command(*arguments: str) -> list[str]:
    """The command line."""
    return [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]


def environment(**variables: str) -> dict[str, str]:
    """This process's environment, but for what would reach the suite by accident."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCENARIO_", "PYTEST_", "SSL_"))}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]), **variables}


def run(variables: Mapping[str, str], *arguments: str, patience: float = 120.0) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    return subprocess.run(
        command(*arguments), cwd=ROOT, capture_output=True, text=True, timeout=patience, env=environment(**variables)
    )


def written(folder: Path, text: str) -> tuple[str, ...]:
    """A module of tests of the target in `folder`; gives the arguments that run it as if it were the suite's."""
    file = folder / "test_written.py"
    file.write_text(TESTS + text, "utf-8")
    return ("-c", str(ROOT / "pyproject.toml"), "-p", "contract_tests.conftest", str(file))


def sent(output: str) -> int:
    """How many requests a run says that it sent."""
    found = re.search(r"sent (\d+) requests", output)
    assert found, output[-2000:]
    return int(found[1])
