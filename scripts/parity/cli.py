"""Say where the contract and the vendor's installed SDK differ: parameters, fields, known values, requiredness.

Exit code 0: every difference is explained in spec/sdk_parity.yaml; 1: one is not, or an explanation is stale;
2: wrong arguments, or a file or the SDK cannot be read.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import sys
from pathlib import Path

from . import explained, report, sdk_calls, spec
from .compare import compare
from .explained import Verdict, judge

ROOT = Path(__file__).resolve().parents[2]
PACKAGE, DISTRIBUTION = "scenario_sdk", "scenario-sdk"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        verdict = verdict_of(options.spec, options.entries, options.sdk)
    except (spec.SpecError, explained.EntriesError, sdk_calls.SdkError) as error:
        print(f"sdk_parity: {error}", file=sys.stderr)
        return 2
    _show(verdict, options)
    return 0 if verdict.is_clean else 1


def verdict_of(contract: Path, entries: Path, package: str = PACKAGE) -> Verdict:
    """The comparison of the document `contract` with the SDK `package`, judged by the file `entries`."""
    operations = spec.load(contract)
    sdk = sdk_calls.load(package, {operation.route for operation in operations})
    return judge(compare(operations, sdk), explained.load(entries))


def _show(verdict: Verdict, options: argparse.Namespace) -> None:
    if options.json:
        print(report.as_json(verdict, _version()))
        return
    if sys.stdout.isatty():
        report.tables(verdict, explained=options.explained)
    elif text := report.plain(verdict, explained=options.explained):
        print(text)
    print(report.summary(verdict, _version()))


def _version() -> str:
    try:
        return importlib.metadata.version(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError:
        return "(version unknown)"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/sdk_parity", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--spec", type=Path, default=ROOT / "spec" / "openapi.yaml", metavar="FILE", help="the contract")
    add("--entries", type=Path, default=ROOT / "spec" / "sdk_parity.yaml", metavar="FILE", help="the explanations")
    add("--sdk", default=PACKAGE, metavar="PACKAGE", help="import name of the SDK")
    add("--explained", action="store_true", help="show the explained differences too, with the reasons")
    add("--json", action="store_true", help="print everything as JSON")
    return parser
