"""Known deviations: rows that can be read, excuse what they are about and nothing else, and expire."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from contract_tests.deviations import FILE, Deviations, excusing, load
from contract_tests.exchanges import Broken

TODAY = datetime.date(2026, 12, 1)
ROW = """
- operation: listModels
  rule: page_size
  about: at most 5
  targets: [li*]
  reason: Pages are larger.
  evidence: seen
  date: 2026-11-01
  expires: 2027-01-01
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "known_deviations.yaml"
    file.write_text(text, "utf-8")
    return file


def test_the_projects_own_rows():
    assert load(FILE, "live", TODAY)
    assert load(FILE, "another", TODAY) == []


def test_a_row_excuses_what_it_is_about_only(tmp_path: Path):
    rows = load(written(tmp_path, ROW), "live", TODAY)
    known = Broken("listModels", "page_size", "at most 5 rows", 7)
    assert excusing(rows, known) == rows
    for other in (
        Broken("listModels", "page_size", "at most 6 rows", 7),
        Broken("listModels", "each_row_once", "at most 5 rows", 7),
        Broken("listJobs", "page_size", "at most 5 rows", 7),
        ExceptionGroup("two", [known, Broken("listJobs", "page_size", "at most 5 rows", 7)]),
        AssertionError("page_size"),
    ):
        assert excusing(rows, other) == []
    assert excusing(rows, ExceptionGroup("two", [known, known])) == rows * 2


def test_a_row_that_nothing_matches_is_told(tmp_path: Path):
    known = Deviations(load(written(tmp_path, ROW), "live", TODAY))
    assert known.unmet({"behaviour"}) == [], "its tests did not run"
    known.layers.add("behaviour")
    assert known.unmet({"behaviour"}) == [known.rows[0].told()]
    known.met.add(known.rows[0].told())
    assert known.unmet({"behaviour"}) == []


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (("2027-01-01", "2026-11-30"), "expired on 2026-11-30"),
        (("listModels", "listNothing"), "no operation is called 'listNothing'"),
        (("  reason: Pages are larger.\n", ""), "row 1 lacks reason"),
        (("reason", "because"), "row 1 has to have"),
        (("2026-11-01", "soon"), "are dates"),
        (("[li*]", "[li*"), "cannot be read"),
    ],
)
def test_a_row_that_cannot_be_used(tmp_path: Path, change: tuple[str, str], text: str):
    with pytest.raises(ValueError, match=text.replace("[", r"\\[")):
        load(written(tmp_path, ROW.replace(*change)), "live", TODAY)
