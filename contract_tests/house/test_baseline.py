"""Baselines: what is written down is expected to fail, for its rules only, and is told when it holds again."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_tests.baseline import load
from contract_tests.faults.catalogue import LIES
from contract_tests.faults.lying import LyingMock
from contract_tests.house.suite_runs import run
from contract_tests.serving import serving_here

TESTS = ("contract_tests/behaviour/test_lists.py", "-k", "as_many_rows")
LAW = "behaviour/test_lists.py::test_a_page_has_as_many_rows_as_asked_for"


def held(lie: str, *arguments: str) -> tuple[int, str]:
    """Exit code and output of some laws, held against a lie."""
    with serving_here(LyingMock(LIES[lie])) as base_url:
        done = run({}, "--target", base_url, *TESTS, "--tb=no", *arguments)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The baseline of a server whose pages are too long."""
    file = tmp_path_factory.mktemp("baseline") / "mine.yaml"
    code, output = held("page-size-off-by-one", "--write-baseline", str(file))
    assert code == 1
    assert f"{file}: " in output
    return file


def test_what_fails_is_written_down_with_its_rule(written: Path):
    laws = load(written)
    assert laws
    assert all("page_size" in rules for rules in laws.values())


def test_what_is_written_down_is_expected(written: Path):
    code, output = held("page-size-off-by-one", "--baseline", str(written))
    assert code == 0, output
    assert "xfailed" in output


def test_another_rule_is_a_failure(written: Path):
    text = written.read_text("utf-8").replace("page_size", "each_row_once")
    other = written.with_name("other.yaml")
    other.write_text(text, "utf-8")
    code, output = held("page-size-off-by-one", "--baseline", str(other))
    assert code == 1
    assert "breaks page_size" in output


def test_what_holds_again_is_told(written: Path):
    code, output = held("ids-without-case", "--baseline", str(written))
    assert code == 1
    assert "passes now; take it out" in output


@pytest.mark.parametrize("text", ["", "[]", "laws: 3", "laws: {a: [b]}", "{"])
def test_what_is_no_baseline_is_told_in_one_line(tmp_path: Path, text: str):
    file = tmp_path / "baseline.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="--baseline"):
        load(file)
