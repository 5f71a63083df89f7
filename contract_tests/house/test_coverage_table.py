"""The coverage table of the README says what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from contract_tools import coverage


def test_coverage_table_is_fresh(root: Path):
    readme = (root / "README.md").read_text("utf-8")
    assert coverage.placed(readme, coverage.table(root)) == readme, "run ./scripts/coverage --write"


def test_a_stale_coverage_table_is_found():
    stale = f"a\n{coverage.BEGIN}\n| old |\n{coverage.END}\nb\n"
    assert coverage.placed(stale, "| new |") == f"a\n{coverage.BEGIN}\n| new |\n{coverage.END}\nb\n"
    with pytest.raises(ValueError, match="marks"):
        coverage.placed("no marks", "| new |")
