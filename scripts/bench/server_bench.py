"""`scripts/bench/server`: the mock beside raw ASGI and other mock servers, black box over HTTP, in one run.

All servers are up at once and are asked in turn (A B C A B C ...), so that a drift of the machine meets all alike. What
counts is CPU time of the server's processes a request: on a machine that others share, it is what stays the same.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contract_tools.coverage import placed_between
from rich.console import Console
from rich.markdown import Markdown

from . import peers, profiling, tables
from .contenders import (
    ENVIRONMENT,
    ROOT,
    Contender,
    Up,
    WrongAnswer,
    batch,
    learn,
    mock,
    mock_flags,
    private_lora,
    raw,
    right_answer,
    static_path,
)
from .load import LoadError, ask
from .processes import Running, StartError, first_success, free_port, leave_cleanly, running
from .report import Figures, middle
from .rows import ROWS, Row
from .tables import ColdStart, Results

BEGIN, END = "<!-- bench server: made by ./scripts/bench/server --write -->", "<!-- bench server ends -->"
SECTIONS = ("start", "memory", "workers")
WORKERS_ROWS = ("model", "generate")
BIG_WORLD = 100_000
LOADED_WITH = 100
"""Requests of each row before memory is read."""


@dataclass(frozen=True)
class Effort:
    """How long everything takes."""

    rounds: int
    batch_seconds: float
    warm_seconds: float
    starts: int


FULL = Effort(rounds=7, batch_seconds=0.4, warm_seconds=1.0, starts=5)
QUICK = Effort(rounds=3, batch_seconds=0.15, warm_seconds=0.15, starts=1)


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


class Bench:
    """One run: what is up, what was found out."""

    def __init__(self, effort: Effort, rows: list[Row], folder: Path) -> None:
        self.effort, self.rows, self.folder = effort, rows, folder
        self.results = Results()
        self.lora = ""
        self.contenders: list[Contender] = []

    def start(self, stack: ExitStack, contender: Contender) -> tuple[Running, ColdStart]:
        """Start a server and wait for its first 200. Raises StartError."""
        port = free_port()
        log = self.folder / f"{contender.name}.log"
        server = stack.enter_context(running(contender.command(port), port, log, ENVIRONMENT))
        first = first_success(server, contender.first())
        return server, ColdStart(first.cpu, first.wall)

    def prepare(self, wanted: list[peers.Peer]) -> None:
        """Take the mock's bytes for every row, feed raw ASGI and the peers with them or with the contract."""
        with ExitStack() as stack:
            server, _ = self.start(stack, mock())
            self.lora = private_lora(server.port)
            answers = []
            for row in self.rows:
                try:
                    body = right_answer(server.port, row, self.lora).decode()
                    answers.append((row.method, static_path(row, self.lora), body))
                except WrongAnswer as error:
                    self.results.notes.append(f"mock: no right answer, {error}")
            models = ask(server.port, mock().first()).body.decode()
        file = self.folder / "answers.json"
        answers.append(("GET", "/v1/models", models))
        file.write_text(json.dumps(answers), "utf-8")
        feeds = peers.write_feeds(self.folder, ROOT / "spec" / "openapi.yaml", answers)
        self.contenders = [mock(), raw(file)]
        for peer in wanted:
            say(f"{peer.name}: {peer.package} {peer.version}")
            try:
                modules = peers.install(peer)
            except peers.PeerError as error:
                self.results.absent[peer.name] = str(error)
                continue
            self.contenders.append(_contender(peer, modules, feeds[peer.feed]))

    def race(self) -> None:
        """Every server up at once, every row in turn, several rounds."""
        if not self.rows:
            return
        with ExitStack() as stack:
            ups = self._all_up(stack)
            taken: dict[tuple[str, str], list[Figures]] = {}
            for up in ups:
                say(f"{up.contender.name}: warming up")
                for row in self.rows:
                    self._guarded(up, row, lambda up=up, row=row: self._warm(up, row))  # type: ignore[misc]
            for number in range(self.effort.rounds):
                say(f"round {number + 1} of {self.effort.rounds}")
                for row in self.rows:
                    for up in ups:

                        def measure(up: Up = up, row: Row = row) -> None:
                            figures = batch(up, row, requests=up.batch[row.name])
                            taken.setdefault((row.name, up.contender.name), []).append(figures)

                        self._guarded(up, row, measure)
            for up in ups:
                if up.contender.name != "mock":
                    self.results.resident[up.contender.name] = up.server.resident_mib()
                self.results.refused[up.contender.name] = dict(up.refused)
        for (row_name, name), figures in taken.items():
            if row_name not in self.results.refused[name]:
                self.results.figures.setdefault(row_name, {})[name] = middle(figures)

    def _all_up(self, stack: ExitStack) -> list[Up]:
        ups = []
        for contender in list(self.contenders):
            say(f"{contender.name}: starting")
            try:
                server, _ = self.start(stack, contender)
            except StartError as error:
                self.results.absent[contender.name] = str(error)
                self.contenders.remove(contender)
                continue
            up = Up(contender, server)
            learn(up, self.rows, self.lora)
            ups.append(up)
        return ups

    def _guarded(self, up: Up, row: Row, work: Callable[[], None]) -> None:
        """A server that fails in a row is out of that row, with the reason."""
        if row.name not in up.requests:
            return
        try:
            work()
        except (WrongAnswer, LoadError, ConnectionError) as error:
            del up.requests[row.name]
            up.refused[row.name] = str(error)

    def _warm(self, up: Up, row: Row) -> None:
        """Let compilers and caches settle, and learn how many requests make a batch of the wanted CPU time."""
        size, seconds, asked, cpu = 32, 0.0, 0, 0.0
        while seconds < self.effort.warm_seconds:
            asked += size
            figures = batch(up, row, requests=size)
            seconds += size / figures.per_second
            cpu += size * figures.us / 1e6
            size = max(32, min(4 * size, int(figures.per_second * (self.effort.warm_seconds - seconds))))
        up.batch[row.name] = max(32, min(20_000, int(self.effort.batch_seconds * asked / cpu)))

    def cold_starts(self) -> None:
        """Spawn to the first 200, one server at a time, in turn."""
        taken: dict[str, list[ColdStart]] = {}
        for number in range(self.effort.starts):
            say(f"cold starts, {number + 1} of {self.effort.starts}")
            for contender in list(self.contenders):
                with ExitStack() as stack:
                    try:
                        first = self.start(stack, contender)[1]
                    except StartError as error:
                        self.results.absent[contender.name] = str(error)
                        self.contenders.remove(contender)
                        continue
                    taken.setdefault(contender.name, []).append(first)
        for name, starts in taken.items():
            self.results.starts[name] = ColdStart(
                statistics.median(one.cpu for one in starts), statistics.median(one.wall for one in starts)
            )

    def memory(self) -> None:
        """Resident memory of a mock after a light load of every row, with the default and with a big world."""
        say("memory")
        self.results.resident["mock"] = self._loaded(mock())
        if "--assets" in mock_flags():
            self.results.big_world = self._loaded(mock("--assets", str(BIG_WORLD)))

    def _loaded(self, contender: Contender) -> float:
        with ExitStack() as stack:
            server, _ = self.start(stack, contender)
            up = Up(contender, server)
            learn(up, list(ROWS), private_lora(server.port))
            for row in ROWS:
                if row.name in up.requests:
                    batch(up, row, requests=LOADED_WITH)
            return server.resident_mib()

    def workers(self) -> None:
        """Throughput of two workers beside one, in turn. Needs the flag, and cores that nobody else uses."""
        if "--workers" not in mock_flags():
            return
        wanted = [row for row in ROWS if row.name in WORKERS_ROWS]
        with ExitStack() as stack:
            ups = {count: Up(mock(), self.start(stack, mock("--workers", str(count)))[0]) for count in (1, 2)}
            taken: dict[tuple[int, str], list[float]] = {}
            for count, up in ups.items():
                learn(up, wanted, private_lora(up.server.port))
                for row in wanted:
                    self._warm(up, row)
                    taken[count, row.name] = []
            for number in range(self.effort.rounds):
                say(f"workers, round {number + 1} of {self.effort.rounds}")
                for row in wanted:
                    for count, up in ups.items():
                        requests = 2 * ups[1].batch[row.name]
                        taken[count, row.name].append(batch(up, row, requests=requests).per_second)
        for row in wanted:
            one, two = (statistics.median(taken[count, row.name]) for count in (1, 2))
            self.results.workers[row.name] = two / one


def _contender(peer: peers.Peer, modules: Path, feed: Path) -> Contender:
    def command(port: int) -> list[str]:
        return peer.command(peers.Place(modules, feed, port))

    return Contender(peer.name, command, peer.base_path, static=peer.feed == "stubs")


def options_of(arguments: list[str] | None) -> argparse.Namespace:
    """The command line, checked."""
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="scripts/bench/server", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about a minute: fewer and shorter rounds")
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
