"""`scripts/bench/soak`: many mixed requests against a served mock that checks every answer of its own, or half its load
for a long time. Faults of any kind make the exit code 1.

A soak by minutes is a row of stretches of a minute: at the end of each the server's memory and the minute's p99 are
read, then the worlds are reset, so that what stays is what leaks and not what was stored. The seed decides every user's
choices; which of them meets a job before its end is up to time.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .contenders import CONNECTIONS, ENVIRONMENT, ROOT, mock, mock_flags
from .load import Driven, Driver, LoadError, ask, request
from .processes import Running, StartError, first_success, free_port, leave_cleanly, running
from .report import percentile
from .soak_judge import KINDS, Judge, Responses
from .soak_mix import finish, walk
from .soak_user import KEYS, Examples, User
from .trend import Trend, trend

CONTRACT = ROOT / "spec" / "openapi.yaml"
MOST_REQUESTS, MOST_MINUTES = 10_000_000, 24 * 60
PACE_SECONDS = 20.0
FINISH_SECONDS, FINISH_RATE = 120.0, 200.0
"""How long, and with how many requests a second, jobs are followed after a stretch."""
JOB_SECONDS = "1.5"
RISE = {"memory": (0.05, 3.0), "p99": (0.3, 2.0)}
"""What may be added from the first to the last minute: a share of the median, or so many MiB or ms."""


@dataclass(frozen=True)
class Sample:
    """One stretch: how much, how fast, and what the server weighed at its end."""

    answers: int
    per_second: float
    p50_ms: float
    p99_ms: float
    resident_mib: float


class Soak:
    """One served mock, and what it was asked so far."""

    def __init__(self, server: Running, seed: int, every: int) -> None:
        self.server, self.seed = server, seed
        self.examples = Examples(CONTRACT)
        self.judge = Judge(Responses(CONTRACT), every)
        self.samples: list[Sample] = []
        self._stretches = 0

    def stretch(self, *, requests: float = math.inf, seconds: float = math.inf, rate: float = math.inf) -> Driven:
        """New users, whose jobs are followed to the end after the load. Raises LoadError for a server that hangs."""
        users = [self._user(number) for number in range(CONNECTIONS)]
        self._stretches += 1
        load = Driver(self.server.port, requests=requests, seconds=seconds, rate=rate)
        driven = load.run([walk(user) for user in users])
        end = Driver(self.server.port, seconds=FINISH_SECONDS, rate=FINISH_RATE)
        rest = end.run([finish(user) for user in users])
        for _ in range(driven.broken + rest.broken):
            self.judge.fault("broken", "a connection ended without an answer")
        for job_id in [job_id for user in users for job_id in user.open]:
            self.judge.fault("content", f"job {job_id} did not end within {FINISH_SECONDS:.0f} s")
        return driven

    def _user(self, number: int) -> User:
        chance = random.Random(f"{self.seed} {self._stretches} {number}")
        return User(self.examples, self.judge, chance, KEYS[number % len(KEYS)])

    def sample(self, driven: Driven) -> Sample:
        """Read the server's memory after a stretch."""
        one = Sample(
            driven.answers,
            driven.answers / driven.seconds,
            percentile(driven.latencies, 0.5) * 1e3,
            percentile(driven.latencies, 0.99) * 1e3,
            self.server.resident_mib(),
        )
        self.samples.append(one)
        return one

    def reset(self) -> None:
        """Back to the worlds of the seed. Raises LoadError when the mock refuses."""
        if ask(self.server.port, request("POST", "/__mock__/reset", body=b"{}")).status != 200:
            raise LoadError("POST /__mock__/reset was refused")

    def missing(self) -> list[str]:
        """Operations that were never called."""
        return sorted(self.judge.responses.operations - set(self.judge.calls))


def by_requests(soak: Soak, requests: int) -> None:
    """So many requests as fast as they are answered, in stretches that show progress."""
    left = requests
    while left > 0:
        part = min(left, max(1000, requests // 20))
        one = soak.sample(soak.stretch(requests=part))
        left -= part
        say(f"{requests - left:,} of {requests:,}: {one.per_second:,.0f}/s, {one.resident_mib:.0f} MiB{_faults(soak)}")


def by_minutes(soak: Soak, minutes: float, stretch_seconds: float) -> None:
    """Half of what the server can do, for so long."""
    say("how much can it do?")
    full = soak.stretch(seconds=min(PACE_SECONDS, stretch_seconds))
    rate = full.answers / full.seconds / 2
    end = time.monotonic() + minutes * 60
    while (left := end - time.monotonic()) > 0:
        soak.reset()
        one = soak.sample(soak.stretch(seconds=min(stretch_seconds, left), rate=rate))
        figures = f"{one.per_second:,.0f}/s, p99 {one.p99_ms:.1f} ms, {one.resident_mib:.0f} MiB"
        say(f"{left / 60:.1f} minutes left: {figures}{_faults(soak)}")


def _faults(soak: Soak) -> str:
    return f", faults {dict(soak.judge.faults)}" if soak.judge.faults else ""


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


def trends(samples: list[Sample]) -> dict[str, Trend]:
    """Memory and p99 over the stretches."""
    series = {"memory": [one.resident_mib for one in samples], "p99": [one.p99_ms for one in samples]}
    return {name: trend(values, share=RISE[name][0], least=RISE[name][1]) for name, values in series.items()}


def failures(soak: Soak, judged: dict[str, Trend]) -> list[str]:
    """Why the soak failed; empty when it passed."""
    judge = soak.judge
    found = [f"{judge.faults[kind]} x {kind}" for kind in KINDS if judge.faults[kind]]
    found += [f"never called: {', '.join(soak.missing())}"] if soak.missing() else []
    return found + [f"{name} is not flat" for name, one in judged.items() if one.judged and not one.flat]


def summary(soak: Soak, judged: dict[str, Trend], checking: str) -> str:
    """The end of a run in words."""
    judge = soak.judge
    lines = [
        f"{judge.calls.total():,} answers, {judge.validated:,} of them held against spec/openapi.yaml here; {checking}",
        "statuses: " + ", ".join(f"{status}: {count:,}" for status, count in sorted(judge.statuses.items())),
        "calls: " + ", ".join(f"{name} {count:,}" for name, count in sorted(judge.calls.items())),
        "events: " + ", ".join(f"{name} {count:,}" for name, count in sorted(judge.events.items())),
    ]
    units = {"memory": "MiB", "p99": "ms"}
    lines += [f"{name}: {one.text(units[name])}" for name, one in judged.items()]
    lines += [f"{kind}: {words}" for kind, shown in judge.shown.items() for words in shown]
    wrong = failures(soak, judged)
    return "\n".join([*lines, f"FAILED: {'; '.join(wrong)}" if wrong else "passed: no fault of any kind"])


def plain(soak: Soak, judged: dict[str, Trend]) -> dict[str, Any]:
    """Everything as JSON values."""
    judge = soak.judge
    return {
        "samples": [asdict(one) for one in soak.samples],
        "trends": {name: {**asdict(one), "flat": one.flat, "judged": one.judged} for name, one in judged.items()},
        "calls": judge.calls, "statuses": judge.statuses, "events": judge.events, "validated": judge.validated,
        "faults": judge.faults, "shown": judge.shown, "failures": failures(soak, judged),
    }  # fmt: skip


def options_of(arguments: list[str] | None) -> argparse.Namespace:
    """The command line, checked."""
    parser = argparse.ArgumentParser(prog="scripts/bench/soak", description=__doc__)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--requests", type=int, help="so many requests as fast as they are answered (default: 100000)")
    length.add_argument("--minutes", type=float, help="so long at half of what the server can do")
    parser.add_argument("--stretch-seconds", type=float, default=60.0, help="how long a sample of --minutes is (60)")
    parser.add_argument("--seed", type=int, default=0, help="decides what is asked (0)")
    parser.add_argument("--every", type=int, default=20, help="validate one of so many answers here, too (20)")
    parser.add_argument("--json", metavar="FILE", help="write every figure to FILE, - is stdout")
    options = parser.parse_args(arguments)
    if options.minutes is None:
        options.requests = 100_000 if options.requests is None else options.requests
        if not 1 <= options.requests <= MOST_REQUESTS:
            parser.error(f"--requests is between 1 and {MOST_REQUESTS:,}")
    elif not 0 < options.minutes <= MOST_MINUTES:
        parser.error(f"--minutes is above 0 and at most {MOST_MINUTES}")
    if options.every < 1 or not 1 <= options.stretch_seconds <= 3600:
        parser.error("--every is 1 or more, --stretch-seconds between 1 and 3600")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0: no fault, and flat where that was judged; 1: any fault."""
    options = options_of(arguments)
    leave_cleanly()
    has_switch = "--check-answers" in mock_flags()
    flags = ["--job-seconds", JOB_SECONDS, *(["--check-answers"] if has_switch else [])]
    checking = "the mock checked all" + ("" if has_switch else " (it has no switch for that: it always does)")
    with tempfile.TemporaryDirectory(prefix="scenario-soak-") as folder, ExitStack() as stack:
        port, contender = free_port(), mock(*flags, checked=True)
        server = stack.enter_context(running(contender.command(port), port, Path(folder) / "log", ENVIRONMENT))
        try:
            first_success(server, contender.first())
            soak = Soak(server, options.seed, options.every)
            if options.minutes is None:
                by_requests(soak, options.requests)
            else:
                by_minutes(soak, options.minutes, options.stretch_seconds)
        except (StartError, LoadError, ConnectionError) as error:
            log = server.log.read_text("utf-8", "replace")[-600:]
            print(f"scripts/bench/soak: {error}\n{log}", file=sys.stderr)
            return 1
    judged = trends(soak.samples) if options.minutes is not None else {}
    print(summary(soak, judged, checking))
    if options.json:
        text = json.dumps(plain(soak, judged), indent=1)
        print(text) if options.json == "-" else Path(options.json).write_text(text + "\n", "utf-8")
    return 1 if failures(soak, judged) else 0


if __name__ == "__main__":
    raise SystemExit(main())
