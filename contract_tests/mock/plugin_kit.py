"""Sessions of pytest with the fixtures of `scenario_mock`, in processes of their own: as a user's tests see them."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

PLUGIN = ("-p", "scenario_mock.pytest_plugin")
SECRET = "scenario-mock-secret"
FOREIGN = ("SCENARIO_", "PYTEST_")
"""What the variables of this run begin with that say nothing to a session of a user."""


def session(folder: Path, tests: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """pytest over `tests`, with no plugins but those that are named; every warning is an error."""
    (folder / "test_it.py").write_text(textwrap.dedent(tests), "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", *arguments, "test_it.py"]
    environment = kept | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | variables
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=environment)


def passed(folder: Path, tests: str, *arguments: str, count: int = 1, **variables: str) -> None:
    """Run a session in which all has to pass, and nothing is said beside it."""
    done = session(folder, tests, *PLUGIN, *arguments, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{count} passed" in done.stdout
    assert done.stderr == ""


def failed(folder: Path, tests: str, *arguments: str, **variables: str) -> str:
    """Run a session in which something has to fail; what it says."""
    done = session(folder, tests, *PLUGIN, *arguments, **variables)
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout
