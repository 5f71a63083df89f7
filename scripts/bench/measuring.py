"""The steps of the server benchmark: start all servers, ask them in turn, start each cold, weigh it, add a worker."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from . import peers
from .contenders import (
    ENVIRONMENT,
    ROOT,
    Contender,
    Up,
    WrongAnswer,
    batch,
    fire,
    learn,
    mock,
    mock_flags,
    private_lora,
    raw,
    right_answer,
    static_path,
)
from .load import LoadError, ask, request
from .processes import Running, StartError, first_success, free_port, running
from .report import Figures, middle
from .rows import READER, ROWS, Row
from .tables import WORKERS_ROWS, ColdStart, Results

BIG_WORLD = 100_000
WORLD_SECONDS = 900.0
"""How long a big world may take to be made."""
LOADED_WITH, LOADED_SECONDS = 100, 10.0
"""Requests of each row before memory is read, and how long they may take: a big world's searches are slow."""


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

    def start(self, stack: ExitStack, contender: Contender, patience: float = 60) -> tuple[Running, ColdStart]:
        """Start a server and wait for its first 200. Raises StartError."""
        port = free_port()
        log = self.folder / f"{contender.name}.log"
        server = stack.enter_context(running(contender.command(port), port, log, ENVIRONMENT))
        first = first_success(server, contender.first(), patience)
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
        if "--assets" not in mock_flags():
            return
        say(f"memory of a world with {BIG_WORLD:,} assets; making it takes minutes where there is none yet")
        try:
            self.results.big_world = self._loaded(mock("--assets", str(BIG_WORLD)))
        except (StartError, WrongAnswer, LoadError) as error:
            self.results.notes.append(f"mock: no world with {BIG_WORLD:,} assets, {error}")

    def _loaded(self, contender: Contender) -> float:
        """MiB after a few requests of each row, all with one key: every key has a world of its own."""
        rows = [replace(row, auth=READER) for row in ROWS]
        with ExitStack() as stack:
            server, _ = self.start(stack, contender, WORLD_SECONDS)
            ask(server.port, request("GET", "/v1/assets?pageSize=1", auth=READER), patience=WORLD_SECONDS)
            up = Up(contender, server)
            learn(up, rows, private_lora(server.port))
            for row in rows:
                if row.name in up.requests:
                    fire(server.port, up.requests[row.name], row.proven, requests=LOADED_WITH, connections=2,
                         seconds=LOADED_SECONDS)  # fmt: skip
            return server.resident_mib()

    def workers(self) -> None:
        """Two workers beside one, in turn, each with its state in a file. Needs the flag.

        The throughput says something on two free cores beside the load's own; the CPU time of a request says how much
        two would do, since what workers cost each other is in it.
        """
        if "--workers" not in mock_flags():
            return
        wanted = [row for row in ROWS if row.name in WORKERS_ROWS]
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            flags = {count: ("--workers", str(count), "--db", str(folder / f"{count}.db")) for count in (1, 2)}
            ups = {count: Up(mock(), self.start(stack, mock(*flags[count]))[0]) for count in (1, 2)}
            costs: dict[tuple[int, str], list[float]] = {}
            taken: dict[tuple[int, str], list[float]] = {}
            for count, up in ups.items():
                learn(up, wanted, private_lora(up.server.port))
                for row in wanted:
                    self._warm(up, row)
                    taken[count, row.name], costs[count, row.name] = [], []
            for number in range(self.effort.rounds):
                say(f"workers, round {number + 1} of {self.effort.rounds}")
                for row in wanted:
                    for count, up in ups.items():
                        requests = 2 * ups[1].batch[row.name]
                        figures = batch(up, row, requests=requests)
                        taken[count, row.name].append(figures.per_second)
                        costs[count, row.name].append(figures.us)
        for row in wanted:
            one, two = (statistics.median(taken[count, row.name]) for count in (1, 2))
            self.results.workers[row.name] = two / one
            single, double = (statistics.median(costs[count, row.name]) for count in (1, 2))
            self.results.capacity[row.name] = 2 * single / double


def _contender(peer: peers.Peer, modules: Path, feed: Path) -> Contender:
    def command(port: int) -> list[str]:
        return peer.command(peers.Place(modules, feed, port))

    return Contender(peer.name, command, peer.base_path, static=peer.feed == "stubs")
