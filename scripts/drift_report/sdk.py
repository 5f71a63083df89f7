"""What the vendor's installed SDK has and the contract lacks: the comparison of `parity`, as findings.

Only differences without a reason in spec/sdk_parity.yaml count; the SDK is evidence of what the service does, so what
it has more is something to add to the contract, and what it says otherwise is something to look into.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from parity import explained, report, sdk_calls, spec
from parity.cli import verdict_of
from parity.compare import Difference

from .documents import Document, UnusableError
from .findings import REQUEST, RESPONSE, Finding, Place
from .operations import Operation, operations

TWO_SIDED = frozenset({"required", "type"})
RULES_OF = {"sdk": "sdk-only", "spec": "sdk-lacks", "both": "sdk-differs"}


def compare(document: Document, file: Path, entries: Path, package: str) -> list[Finding]:
    """The differences that nothing explains, and the explanations that nothing needs. Raises UnusableError."""
    try:
        verdict = verdict_of(file, entries, package)
    except (spec.SpecError, explained.EntriesError, sdk_calls.SdkError) as error:
        raise UnusableError(str(error)) from error
    known = {operation.id: operation for operation in operations(document)}
    found = [_finding(one, known.get(one.operation)) for one in verdict.unexplained]
    stale = [Place("").finds("sdk-stale-reason", text) for text in verdict.stale]
    return [replace(finding, source="sdk") for finding in (*found, *stale)]


def _finding(difference: Difference, operation: Operation | None) -> Finding:
    place = Place(
        difference.operation,
        operation.call if operation else "",
        RESPONSE if difference.path.startswith("response") else REQUEST,
        difference.path,
    )
    rule = "sdk-differs" if difference.kind in TWO_SIDED else RULES_OF[difference.side]
    headline = report.HEADLINES[difference.kind].format(side=report.NAMES[difference.side])
    told = [headline, difference.value, difference.detail]
    text = ": ".join(part for part in told if part)
    return place.finds(rule, text, new=operation.pointer if operation else "/paths")
