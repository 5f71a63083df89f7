"""The report as SARIF 2.1.0, for code scanning: one result for each change, at its line in the contract."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from .findings import Finding
from .report import Report
from .rules import RULES, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {
    Severity.BREAKING: "error",
    Severity.RISKY: "warning",
    Severity.ADDITIVE: "note",
    Severity.NOTE: "note",
}


def sarif(report: Report, contract: Path, root: Path, version: str) -> str:
    """The SARIF log. Addresses are relative to `root` when the contract lies below it, as code scanning wants them."""
    changes: dict[tuple[str, ...], list[Finding]] = {}
    for finding in report.findings:
        changes.setdefault(finding.change, []).append(finding)
    names = sorted({finding.rule for finding in report.findings})
    driver = {
        "name": "scenario-drift",
        "semanticVersion": version,
        "rules": [_rule(name) for name in names],
    }
    address = _address(contract, root)
    results = [_result(same, names, address) for same in changes.values()]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(name: str) -> dict[str, Any]:
    rule = RULES[name]
    return {
        "id": name,
        "shortDescription": {"text": rule.says},
        "defaultConfiguration": {"level": LEVELS[max(rule.request, rule.response)]},
    }


def _result(same: list[Finding], names: list[str], address: str) -> dict[str, Any]:
    """One change; `same` are its places, in the order of operations."""
    first = same[0]
    level = max(finding.severity for finding in same)
    place = f"{first.operation} {first.path}".strip()
    return {
        "ruleId": first.rule,
        "ruleIndex": names.index(first.rule),
        "level": LEVELS[level],
        "message": {"text": f"{place}: {RULES[first.rule].says}: {first.text}".removeprefix(": ")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address},
                    "region": {"startLine": max(first.line, 1)},
                },
                "logicalLocations": [
                    {"fullyQualifiedName": f"{one.operation or 'document'}/{one.path}".rstrip("/"), "kind": "member"}
                    for one in same
                ],
            }
        ],
        "partialFingerprints": {"scenarioDrift/v1": _fingerprint(first)},
        "properties": {
            "severity": level.word,
            "source": first.source,
            "direction": first.direction,
            "operations": sorted({one.operation for one in same if one.operation}),
            "calls": sorted({one.call for one in same if one.call}),
            "pointer": first.pointer,
            "evidence": first.evidence,
        },
    }


def _fingerprint(finding: Finding) -> str:
    """The same for the same change when the lines around it move."""
    return hashlib.sha256("\n".join(finding.change).encode()).hexdigest()[:32]


def _address(contract: Path, root: Path) -> str:
    file = contract.resolve()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_uri()
