"""`scripts/bench/server`: the mock beside raw ASGI and other mock servers, black box over HTTP, in one run.

All servers are up at once and are asked in turn (A B C A B C ...), so that a drift of the machine meets all alike. What
counts is CPU time of the server's processes a request: on a machine that others share, it is what stays the same.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from contract_tools.coverage import placed_between
from rich.console import Console
from rich.markdown import Markdown

from . import peers, profiling, tables
from .contenders import ROOT, WrongAnswer
from .load import LoadError
from .measuring import FULL, QUICK, Bench
from .processes import StartError, leave_cleanly
from .rows import ROWS
from .tables import Results

BEGIN, END = "<!-- bench server: made by ./scripts/bench/server --write -->", "<!-- bench server ends -->"
SECTIONS = ("start", "memory", "workers")


def options_of(arguments: list[str] | None) -> argparse.Namespace:
    """The command line, checked."""
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="scripts/bench/server", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about a minute and a half: fewer and shorter rounds")
    parser.add_argument("--only", metavar="NAMES", default="", help=f"of {', '.join((*names, *SECTIONS))}")
    parser.add_argument("--peers", metavar="NAMES", default="all", help=f"all, none, or of {', '.join(peers.PEERS)}")
    parser.add_argument("--json", metavar="FILE", help="write every figure to FILE, - is stdout")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    parser.add_argument("--profile", metavar="ROW", help="where the mock's time goes in ROW (cProfile), nothing else")
    options = parser.parse_args(arguments)
    options.names = [name.strip() for name in options.only.split(",") if name.strip()] or [*names, *SECTIONS]
    for name in (*options.names, *([options.profile] if options.profile else [])):
        if name not in (*names, *SECTIONS):
            parser.error(f"unknown name {name!r}; there are {', '.join((*names, *SECTIONS))}")
    if options.write and options.only:
        parser.error("--write needs the whole table, so it does not go with --only")
    try:
        options.chosen = peers.chosen(options.peers)
    except peers.PeerError as error:
        parser.error(str(error))
    return options


def measured(options: argparse.Namespace) -> Results:
    """Run what was asked for."""
    rows = [row for row in ROWS if row.name in options.names]
    with tempfile.TemporaryDirectory(prefix="scenario-bench-") as folder:
        bench = Bench(QUICK if options.quick else FULL, rows, Path(folder))
        bench.results.load_before = os.getloadavg()[0]
        bench.prepare(options.chosen)
        bench.race()
        steps: Mapping[str, Callable[[], None]] = {
            "start": bench.cold_starts, "memory": bench.memory, "workers": bench.workers,
        }  # fmt: skip
        for name, step in steps.items():
            if name in options.names:
                step()
        return bench.results


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, write. The exit code is 1 when the mock gave a wrong answer, whatever the bars say."""
    options = options_of(arguments)
    leave_cleanly()
    if options.profile:
        print(profiling.profiled(next(row for row in ROWS if row.name == options.profile)))
        return 0
    try:
        results = measured(options)
    except (StartError, WrongAnswer, LoadError) as error:
        print(f"scripts/bench/server: {error}", file=sys.stderr)
        return 1
    text = tables.whole(results, [name for name in options.names if name in SECTIONS])
    Console(width=200).print(Markdown(text))
    if options.json:
        _write_json(options.json, tables.plain(results))
    if options.write:
        file = ROOT / "README.md"
        file.write_text(placed_between(file.read_text("utf-8"), text, BEGIN, END), "utf-8")
    return 1 if results.notes or results.refused.get("mock") else 0


def _write_json(target: str, content: Any) -> None:
    text = json.dumps(content, indent=1)
    if target == "-":
        print(text)
    else:
        Path(target).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
