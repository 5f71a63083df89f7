"""Say what moved: the contract against the vendor's installed SDK, recorded traffic, and another version of itself.

  scripts/drift                                   against the SDK
  scripts/drift --against git:main                what this checkout changes for clients of main
  scripts/drift --against vendor.yaml --reverse   what changes for clients of the contract if the vendor's file is right
  scripts/drift --cassettes recordings/           what was recorded and the contract does not say

Each finding has a severity: breaking (right code is wrong now), risky (right code may get something else), additive
(something new), note. Directions count: a request may only become laxer, an answer only stricter.

Exit code 0: nothing as bad as --fail-on; 1: something is; 2: wrong arguments, or a document, a recording, a revision or
the SDK cannot be used.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from importlib import metadata
from pathlib import Path

from . import har, sdk, traffic
from .compare_operations import compare
from .documents import Document, UnusableError, load, of_file
from .findings import Finding
from .report import Report, as_json, located, summary, text, verdict
from .rules import Severity
from .sarif import sarif

ROOT = Path(__file__).resolve().parents[2]
FAIL_ON = {"breaking": Severity.BREAKING, "risky": Severity.RISKY, "any": Severity.NOTE, "never": None}
SDK, SDK_DISTRIBUTION = "scenario_sdk", "scenario-sdk"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        report = report_of(options)
        if options.sarif:
            _write(options.sarif, sarif(report, options.spec, ROOT, _version("scenario-contract-kit")))
    except UnusableError as error:
        print(f"drift: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(as_json(report))
    else:
        _show(report)
    return verdict(report, FAIL_ON[options.fail_on])


def report_of(options: argparse.Namespace) -> Report:
    """All that was asked for, compared. Raises UnusableError."""
    contract = replace(of_file(options.spec), name=_named(options.spec))
    findings: list[Finding] = []
    compared, left_out = [], []
    if options.against:
        other = load(options.against, options.spec)
        findings += located(_versions(contract, other, reverse=options.reverse), contract, other)
        compared.append(f"{other.name} (as the {'newer' if options.reverse else 'older'} one)")
    else:
        left_out.append("another version (--against)")
    if options.cassettes:
        exchanges = [one for file in har.files(options.cassettes) for one in har.exchanges(file)]
        recorded, seen = traffic.compare(contract, exchanges)
        findings += located(recorded, contract)
        more = f", {seen.left_out} of other services left out" if seen.left_out else ""
        compared.append(f"{seen.exchanges} recorded exchanges of {len(seen.operations)} operations{more}")
    else:
        left_out.append("recorded traffic (--cassettes)")
    if options.no_sdk:
        left_out.append("the SDK (--no-sdk)")
    else:
        findings += located(sdk.compare(contract, options.spec, options.entries, options.sdk), contract)
        compared.append(f"{SDK_DISTRIBUTION} {_version(SDK_DISTRIBUTION)}")
    return Report(contract.name, _chosen(findings, options.operation, contract), compared, left_out)


def _versions(contract: Document, other: Document, *, reverse: bool) -> list[Finding]:
    """What changed from the older to the newer; `pointer` leads into the contract, whichever it is."""
    if not reverse:
        return compare(other, contract)
    return [replace(one, pointer=one.other, other=one.pointer) for one in compare(contract, other)]


def _chosen(findings: list[Finding], wanted: list[str], contract: Document) -> list[Finding]:
    """The findings of the operations that were asked for; of all when none was."""
    unknown = set(wanted) - {finding.operation for finding in findings} - _ids(contract)
    if unknown:
        raise UnusableError(f"no operation is called {', '.join(sorted(unknown))}")
    return [finding for finding in findings if not wanted or finding.operation in wanted]


def _ids(contract: Document) -> set[str]:
    from .operations import operations

    return {operation.id for operation in operations(contract)}


def _show(report: Report) -> None:
    from rich.console import Console

    console = Console(soft_wrap=True, highlight=False)
    for line, style in text(report):
        console.print(line, style=style or None, markup=False)
    console.print(summary(report), markup=False)


def _write(file: Path, content: str) -> None:
    try:
        file.write_text(content + "\n", encoding="utf-8")
    except OSError as error:
        raise UnusableError(f"cannot write {file}: {error}") from error


def _named(file: Path) -> str:
    """A file below the project by its path there: reports are read on other machines, too."""
    whole = file.resolve()
    return whole.relative_to(ROOT).as_posix() if whole.is_relative_to(ROOT) else str(file)


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "0.0.0"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/drift", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--spec", type=Path, default=ROOT / "spec" / "openapi.yaml", metavar="FILE", help="the contract")
    add("--against", metavar="FILE|git:REV[:PATH]", help="an older version of the contract, or another document")
    add("--reverse", action="store_true", help="the other document is the newer one")
    add(
        "--cassettes", type=Path, action="append", default=[], metavar="HAR|FOLDER", help="recorded traffic; repeatable"
    )
    add("--sdk", default=SDK, metavar="PACKAGE", help="import name of the SDK")
    add(
        "--entries",
        type=Path,
        default=ROOT / "spec" / "sdk_parity.yaml",
        metavar="FILE",
        help="the reasons for the SDK",
    )
    add("--no-sdk", action="store_true", help="leave the SDK out")
    add("--operation", action="append", default=[], metavar="ID", help="only this operation; repeatable")
    add("--json", action="store_true", help="print everything as JSON")
    add("--sarif", type=Path, metavar="FILE", help="write a SARIF 2.1.0 log, too")
    add("--fail-on", choices=FAIL_ON, default="breaking", help="exit 1 from this severity on (default: breaking)")
    return parser
