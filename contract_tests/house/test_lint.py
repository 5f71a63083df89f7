"""Style, types and freshness, as ./scripts/lint and ./scripts/bundle --check say it: one run of the tests is all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = [sys.executable, "-m"]

CHECKS = {
    "rules": [*PYTHON, "ruff", "check", "--no-cache", "."],
    "format": [*PYTHON, "ruff", "format", "--no-cache", "--check", "."],
    "types": [*PYTHON, "mypy"],
    "client on 3.10": [*PYTHON, "mypy", "--python-version", "3.10", "generated"],
    "bundle": [str(ROOT / "scripts" / "bundle"), "--check"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_check_finds_nothing(check):
    run = subprocess.run(
        CHECKS[check],
        cwd=ROOT,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
