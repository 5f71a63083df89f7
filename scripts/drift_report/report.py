"""A report: its findings with their lines, and how it is shown to people and to programs.

People read it by operation, the worst first; a change of a component that many operations share is told once, with the
calls of all of them, and counted where it shows again. `sarif` is for code scanning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from .documents import Document
from .findings import REQUEST, RESPONSE, Finding, worst
from .rules import RULES, Severity

COLORS = {Severity.BREAKING: "red", Severity.RISKY: "yellow", Severity.ADDITIVE: "green", Severity.NOTE: "dim"}
WHOLE = "the whole document"
MOST_CALLS = 6


@dataclass(frozen=True)
class Report:
    """All findings; what was compared with the contract; what was not asked for."""

    contract: str
    findings: list[Finding]
    compared: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """Severity -> changes; a change that many operations share counts once."""
        changes = {finding.change: finding for finding in self.findings}.values()
        return {level.word: sum(one.severity == level for one in changes) for level in reversed(Severity)}

    @property
    def calls(self) -> list[str]:
        """The client calls that a breaking change touches."""
        return sorted({one.call for one in self.findings if one.severity == Severity.BREAKING and one.call})


def located(findings: Iterable[Finding], contract: Document, other: Document | None = None) -> list[Finding]:
    """The findings with the lines of their pointers in both documents."""
    return [
        replace(
            finding,
            line=contract.line_of(finding.pointer) if finding.pointer else 0,
            other_line=other.line_of(finding.other) if other and finding.other else 0,
        )
        for finding in findings
    ]


def summary(report: Report) -> str:
    """The last lines of the text: counts, calls, what was and what was not compared."""
    counts = ", ".join(f"{number} {word}" for word, number in report.counts.items())
    lines = [f"{report.contract} against {'; '.join(report.compared) or 'nothing'}", counts]
    if report.calls:
        lines.append(f"calls that break: {', '.join(report.calls)}")
    lines += [f"not compared: {what}" for what in report.left_out]
    return "\n".join(lines)


def text(report: Report) -> Iterator[tuple[str, str]]:
    """The findings by operation, as lines with their style in words of `rich`."""
    told: dict[tuple[str, ...], str] = {}
    shared = _operations_by_change(report.findings)
    order = sorted(_by_operation(report.findings).items(), key=lambda pair: -max(one.severity for one in pair[1]))
    for operation, findings in order:
        call = next((one.call for one in findings if one.call), "")
        yield f"{operation or WHOLE}  {call}".rstrip(), "bold"
        again: dict[str, int] = {}
        for finding in sorted(findings, key=lambda one: (-one.severity, one.path, one.rule, one.text)):
            if finding.change in told:
                again[told[finding.change]] = again.get(told[finding.change], 0) + 1
                continue
            told[finding.change] = operation
            others = [name for name in shared[finding.change] if name != operation]
            yield from _lines(finding, others, report.contract)
        for name, number in again.items():
            yield f"  and {number} told under {name}", "dim"
        yield "", ""


def as_json(report: Report) -> str:
    """Everything, machine readable."""
    content = {
        "contract": report.contract,
        "compared": report.compared,
        "notCompared": report.left_out,
        "counts": report.counts,
        "callsThatBreak": report.calls,
        "findings": [_fields(finding) for finding in report.findings],
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def verdict(report: Report, fail_on: Severity | None) -> int:
    """The exit code: 1 when something is at least as bad as `fail_on`; None never fails."""
    found = worst(report.findings)
    return int(fail_on is not None and found is not None and found >= fail_on)


def _fields(finding: Finding) -> dict[str, Any]:
    names: Mapping[str, Any] = {
        "severity": finding.severity.word,
        "rule": finding.rule,
        "source": finding.source,
        "operation": finding.operation,
        "call": finding.call,
        "direction": finding.direction,
        "path": finding.path,
        "change": finding.text,
        "says": RULES[finding.rule].says,
        "pointer": finding.pointer,
        "line": finding.line,
        "otherPointer": finding.other,
        "otherLine": finding.other_line,
        "evidence": finding.evidence,
        "seen": finding.seen,
    }
    return {name: value for name, value in names.items() if value not in ("", 0)}


def _lines(finding: Finding, others: list[str], contract: str) -> Iterator[tuple[str, str]]:
    way = {REQUEST: "→", RESPONSE: "←"}.get(finding.direction, " ")
    where = f"{finding.path}: " if finding.path else ""
    told = f"{RULES[finding.rule].says}: {finding.text}"
    yield f"  {finding.severity.word:8} {way} {where}{told}", COLORS[finding.severity]
    at = [f"{contract}:{finding.line}"] * bool(finding.line)
    at += [f"line {finding.other_line} of the other"] * bool(finding.other_line)
    at += [f"{finding.evidence}, seen {finding.seen} times" if finding.seen > 1 else finding.evidence]
    at += [f"also {', '.join(others[:MOST_CALLS])}{' …' if len(others) > MOST_CALLS else ''}"] * bool(others)
    yield f"             {'; '.join(part for part in (finding.rule, *at) if part)}", "dim"


def _by_operation(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    ordered = sorted(findings, key=lambda one: one.operation)
    return {operation: list(group) for operation, group in groupby(ordered, key=lambda one: one.operation)}


def _operations_by_change(findings: Iterable[Finding]) -> dict[tuple[str, ...], list[str]]:
    shared: dict[tuple[str, ...], dict[str, None]] = {}
    for finding in findings:
        shared.setdefault(finding.change, {})[finding.operation] = None
    return {change: list(names) for change, names in shared.items()}
