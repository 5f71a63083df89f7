"""`scripts/fault_bench`: what the contract suite catches of the lies of contract_tests/faults. See `--help`."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx
from rich.console import Console
from rich.progress import Progress

from contract_tests.behaviour.sending import data_url, encoded, plain_color
from contract_tests.faults.catalogue import EVERY
from contract_tests.faults.lying import KINDS, Lie
from contract_tests.serving import started
from contract_tests.targets import SUITE_KEYS

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- faults: made by ./scripts/fault_bench --write -->", "<!-- faults end -->"
LAYERS = ("behaviour", "conformance", "examples", "journeys")
LONGEST_S = 300
PAUSE_S = 0.3
"""Of the neighbour between two calls."""
BROKE = 3
"""The exit code of a pytest that could not do its work."""
BROKEN = re.compile(r"^E?\s*(?:contract_tests\.exchanges\.Broken: )?(\w+(?: /\S*)?) breaks (\w+)", re.M)
CHECKED = re.compile(r"^\s*(?:\|\s*)?- (.+)$", re.M)
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.M)
SHOWN = re.compile(r"^[E|\s]*curl ", re.M)


@dataclass(frozen=True)
class Run:
    """One run of the suite."""

    name: str
    kind: str
    word: str
    """`failed`, `passed`, or `broke`: the suite itself did not get to an end."""
    rule: str
    named: bool
    """The report says which operation breaks which rule, and how to see it."""
    seconds: float
    output: str

    @property
    def caught(self) -> bool:
        """A test failed. A run that broke catches nothing."""
        return self.word == "failed"


def suite(*arguments: str, layers: Sequence[str] = LAYERS) -> tuple[int, str, float]:
    """Run the layers that speak to a target, one after the other: exit code, output, seconds."""
    command = [sys.executable, "-m", "pytest", "-q", "-m", "target", "-p", "no:cacheprovider", "--tb=short"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SCENARIO_", "PYTEST_"))}
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            [*command, *(f"contract_tests/{layer}" for layer in layers), *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
        )
    except subprocess.TimeoutExpired:
        return BROKE, f"no end within {LONGEST_S} s", time.perf_counter() - begun
    return done.returncode, done.stdout + done.stderr, time.perf_counter() - begun


def rule_of(output: str) -> str:
    """The first rule that a run says is broken; else the test that failed."""
    for found in (BROKEN.search(output), CHECKED.search(output), FAILED.search(output)):
        if found:
            return " ".join(found.groups()).rpartition("::")[2][:70]
    return output.strip().rpartition("\n")[2][:70]


def judged(name: str, kind: str, code: int, output: str, seconds: float) -> Run:
    """What a run of the suite says. Its exit code alone would count a suite that cannot start as one that catches."""
    word = "passed" if code == 0 else "failed" if code == 1 and FAILED.search(output) else "broke"
    named = word == "failed" and bool(SHOWN.search(output)) and bool(BROKEN.search(output) or CHECKED.search(output))
    return Run(name, kind, word, "" if code == 0 else rule_of(output), named, seconds, output)


def lied(lie: Lie, profile: str) -> Run:
    """The suite against one lie, until the first failure."""
    return judged(lie.name, lie.kind, *suite("-x", "--lie", lie.name, "--profile", profile))


@contextmanager
def truthful(seed: int) -> Iterator[str]:
    """A truthful mock at a URL."""
    with started("--seed", str(seed), "--job-seconds", "0.5") as served:
        yield served.base_url


@contextmanager
def neighbour(base_url: str) -> Iterator[None]:
    """Another user of the suite's key, who starts a generation or uploads a picture now and then."""
    left, picture = threading.Event(), data_url(encoded(plain_color(8, 8, (200, 30, 30))))

    def work() -> None:
        with httpx.Client(base_url=base_url, auth=SUITE_KEYS) as client:
            for number in count():
                if left.wait(PAUSE_S):
                    return
                address, body = "generate/custom/model_imagen4-ultra", {"prompt": f"castle {number}"}
                if number % 3 == 0:
                    address, body = "assets", {"name": f"picture {number}", "image": picture}
                client.post(address, json=body).raise_for_status()

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work)
        try:
            yield
        finally:
            left.set()
            working.result()


def true(number: int, profile: str) -> Run:
    """The suite against the truth, with a seed of its own for the world and for what is generated.

    Every other time the layers run in the opposite order, so that the laws meet what the generated calls have left; and
    every other pair of times somebody else works with the same key.
    """
    layers = LAYERS if number % 2 else LAYERS[::-1]
    with truthful(number) as base_url, neighbour(base_url) if number % 4 > 1 else nullcontext():
        found = suite("--target", base_url, "--profile", profile, f"--hypothesis-seed={number + 1}", layers=layers)
    return judged(f"truth {number}", "truth", *found)


def table(runs: Sequence[Run], truths: Sequence[Run]) -> str:
    """Caught and missed by kind, for the README."""
    lines = [
        "| kind of lie | lies | caught | rule, operation and request named | median time to the first failure |",
        "|---|---|---|---|---|",
    ]
    for kind in [*KINDS, "all"]:
        own = [run for run in runs if kind in ("all", run.kind)]
        if own:
            middle = sorted(run.seconds for run in own)[len(own) // 2]
            caught, named = sum(run.caught for run in own), sum(run.named for run in own)
            lines.append(f"| {kind} | {len(own)} | {caught} | {named} | {middle:.0f} s |")
    alarms = sum(run.word != "passed" for run in truths)
    slowest = max((run.seconds for run in truths), default=0.0)
    lines.append(
        f"| false alarms in {len(truths)} runs on the truth | | {alarms} | | {slowest:.0f} s the longest run |"
    )
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the table between its marks in the README."""
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


def chosen_lies(only: str, kind: str) -> list[Lie]:
    """The lies that were asked for. Raises SystemExit for an unknown name."""
    names = set(filter(None, only.split(",")))
    unknown = names - {lie.name for lie in EVERY}
    if unknown:
        raise SystemExit(f"no lie is called {', '.join(sorted(unknown))}; `python -m contract_tests.faults` lists them")
    return [lie for lie in EVERY if (not names or lie.name in names) and kind in ("", lie.kind)]


def main() -> int:
    """Run everything; 1 when a lie was missed or the truth was not believed."""
    parser = argparse.ArgumentParser(prog="./scripts/fault_bench")
    parser.add_argument("--profile", choices=("quick", "full"), default="full")
    parser.add_argument("--only", default="")
    parser.add_argument("--kind", choices=KINDS, default="")
    parser.add_argument("--truths", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    console, lies = Console(stderr=True), chosen_lies(chosen.only, chosen.kind)
    runs: list[Run] = []
    truths: list[Run] = []
    with Progress(console=console) as progress, ThreadPoolExecutor(chosen.jobs) as pool:
        bar = progress.add_task("runs of the suite", total=len(lies) + chosen.truths)
        for run in pool.map(lambda number: true(number, chosen.profile), range(chosen.truths)):
            truths.append(run)
            tell(progress.console, run, good=run.word == "passed")
            progress.advance(bar)
        for run in pool.map(lambda lie: lied(lie, chosen.profile), lies):
            runs.append(run)
            tell(progress.console, run, good=run.caught)
            progress.advance(bar)
    found = table(runs, truths)
    print(found)
    if chosen.write:
        write(found)
    return int(not all(run.caught for run in runs) or any(run.word != "passed" for run in truths))


WORDS = {"failed": "FALSE ALARM", "passed": "MISSED", "broke": "BROKE"}
"""What a run that did not go as it should is called."""


def tell(console: Console, run: Run, *, good: bool) -> None:
    """One line a run; of one that should not have failed all that it said."""
    word = ("caught" if run.caught else "passed") if good else WORDS[run.word]
    console.print(
        f"{word:11} {run.name:32} {run.seconds:6.1f} s  {run.rule}", highlight=False, markup=False, soft_wrap=True
    )
    if not good and run.word != "passed":
        console.print(run.output[-3000:], highlight=False, markup=False, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
