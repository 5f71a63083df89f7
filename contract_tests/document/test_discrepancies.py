"""spec/DISCREPANCIES.md is a set of whole tables: every row has all columns, a number of its own, and known sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contract_tests.document.rules_texts import is_source

TEXT = (Path(__file__).parents[2] / "spec" / "DISCREPANCIES.md").read_text("utf-8")
LEFT_OUT = {64, 73}
TABLES = [block.splitlines() for block in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE)]
NUMBERED = [(title, row) for title, _, *rows in TABLES if title.startswith("| # |") for row in rows]


def numbers(row: str) -> list[int]:
    return [int(number) for number in row.split("|")[1].split(",")]


def test_every_number_is_used_and_the_next_one_is_said():
    used = {number for _, row in NUMBERED for number in numbers(row)}
    assert used == set(range(1, max(used) + 1)) - LEFT_OUT
    assert f"the next free number ({max(used) + 1})" in TEXT


def test_no_number_is_used_twice():
    """Only the table about the SDK, which has no column for the evidence, comes back to numbers of the others."""
    given = [number for title, row in NUMBERED if "| sure |" in title for number in numbers(row)]
    assert len(given) == len(set(given))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[2][:40])
def test_every_row_has_all_columns(table: list[str]):
    assert [row for row in table if row.count("|") != table[0].count("|") or "||" in row.replace(" ", "")] == []


def test_sources_are_named_by_their_keys():
    named = re.findall(r"`((?:sdk|swagger|guide):[^`]*)`", TEXT)
    assert named
    assert [key for key in named if not is_source(key)] == []
