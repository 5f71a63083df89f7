"""Deviations that are known: `known_deviations.yaml`, read, and matched with what a test found.

A failure all of whose findings have a row for the target is reported as expected; anything else stays a failure. What
is found is a `Broken`, or what schemathesis raises: operation, rule (the title of its failure in snake_case), text.
In a test that makes many calls, each call is excused by itself, so that the others are still made and judged.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml
from schemathesis.core.failures import Failure

from contract_tests.calls import operation_named, places
from contract_tests.exchanges import Broken, unanswered

FILE = Path(__file__).with_name("known_deviations.yaml")


@dataclass(frozen=True)
class Deviation:
    """One row. `operation` may be a pattern; `layer` is the one folder of tests that meets it, if it is one."""

    operation: str
    rule: str
    targets: tuple[str, ...]
    reason: str
    evidence: str
    date: datetime.date
    expires: datetime.date
    about: str = ""
    layer: str = ""

    def is_about(self, found: Found) -> bool:
        """Whether a finding is this one."""
        same = fnmatchcase(found.operation, self.operation) and self.rule == found.rule
        return same and self.about in found.text

    def told(self) -> str:
        """In one line."""
        return f"{self.operation} {self.rule}{f' ({self.about})' if self.about else ''}: {self.reason}"


@dataclass(frozen=True)
class Found:
    """What a test found wrong."""

    operation: str
    rule: str
    text: str


def load(file: Path, name: str, today: datetime.date) -> list[Deviation]:
    """The rows for a target of that name that have not expired. Raises ValueError for a row that cannot be read."""
    try:
        rows = yaml.safe_load(file.read_text("utf-8")) or []
    except (OSError, yaml.YAMLError) as error:
        raise ValueError(f"{file.name} cannot be read: {error}") from error
    read = [_row(file, number, row) for number, row in enumerate(rows, 1)]
    chosen = [row for row in read if any(fnmatchcase(name, target) for target in row.targets)]
    expired = next((row for row in chosen if row.expires < today), None)
    if expired is not None:
        raise ValueError(f"{file.name}: {expired.told()} expired on {expired.expires}: look again, or take it out")
    return chosen


def _row(file: Path, number: int, row: object) -> Deviation:
    known = {field.name: field for field in fields(Deviation)}
    if not isinstance(row, Mapping) or set(row) - set(known):
        raise ValueError(f"{file.name}: row {number} has to have {', '.join(known)}")
    missing = [name for name in known if name not in ("about", "layer") and not row.get(name)]
    if missing:
        raise ValueError(f"{file.name}: row {number} lacks {', '.join(missing)}")
    if not any(fnmatchcase(name, str(row["operation"])) for name in places()):
        raise ValueError(f"{file.name}: row {number}: no operation is called {row['operation']!r}")
    if not isinstance(row["date"], datetime.date) or not isinstance(row["expires"], datetime.date):
        raise ValueError(f"{file.name}: row {number}: date and expires are dates, as 2026-11-26")
    return Deviation(**{**row, "targets": tuple(row["targets"])})


def findings(error: BaseException) -> Iterator[Found]:
    """What an exception says is wrong; nothing when it is no finding."""
    if isinstance(error, Broken):
        yield Found(error.operation_id, error.rule, f"{error.expected}\n{error.came}")
    elif isinstance(error, Failure):
        yield Found(operation_named(str(error.operation)), error.title.lower().replace(" ", "_"), error.message)
    elif isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from findings(each)
    elif exchange := unanswered(error):
        came = f"{type(error.__cause__ or error).__name__} after {exchange.seconds:.1f} s"
        yield Found(exchange.operation_id or f"{exchange.method} {exchange.url}", "no_answer", f"an answer\n{came}")


def excusing(rows: Sequence[Deviation], error: BaseException) -> list[Deviation]:
    """The rows that excuse all that an exception says; none when one finding has no row."""
    found = [next((row for row in rows if row.is_about(each)), None) for each in findings(error)]
    return [] if any(row is None for row in found) else [row for row in found if row is not None]


class Deviations:
    """pytest's plugin: excuses what is known, and says so."""

    def __init__(self, rows: Sequence[Deviation]) -> None:
        self.rows = list(rows)
        self.met: set[str] = set()
        self.layers: set[str] = set()
        self._noted: list[Deviation] = []

    def sift(self, error: BaseExceptionGroup[BaseException]) -> list[BaseException]:
        """What remains of the findings of one call; what is known is noted for the report of its test."""
        remaining = []
        for each in error.exceptions:
            rows = excusing(self.rows, each)
            self._noted += rows
            remaining += [] if rows else [each]
        return remaining

    def note(self, report: Any) -> None:
        """Say of a test that passed what it met on its way: an expected failure."""
        rows, self._noted = list(dict.fromkeys(self._noted)), []
        if rows and report.passed:
            self._expected(report, rows)

    def excuse(self, report: Any, error: BaseException) -> None:
        """Turn a failed report into an expected failure, if rows excuse it."""
        rows = excusing(self.rows, error)
        if rows:
            self._expected(report, rows)

    def _expected(self, report: Any, rows: Sequence[Deviation]) -> None:
        report.outcome, report.wasxfail = "skipped", "; ".join(dict.fromkeys(row.reason for row in rows))
        report.user_properties += [("deviation", row.told()) for row in rows]

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note what was excused, by whichever process."""
        self.met |= {value for name, value in report.user_properties if name == "deviation"}

    def unmet(self, layers: Set[str]) -> list[str]:
        """Rows that nothing matched, though all of `layers` ran, or the row's own."""
        ran = [row for row in self.rows if (row.layer in self.layers if row.layer else self.layers >= layers)]
        return [row.told() for row in ran if row.told() not in self.met]
