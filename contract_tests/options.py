"""The options of the suite: which target, and what it may be asked at most."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, settings

LIVE_REQUESTS = 400
LIVE_RATE = 2.0
LIVE_SECONDS = 900.0
PROFILES = {"quick": 5, "full": 40}
"""Of the suite: how many cases are generated for an operation and kind of data."""
CONFORMANCE = "conformance"
"""Hypothesis' profile for generated calls."""


@dataclass(frozen=True)
class Limits:
    """What the suite may send. None: no limit."""

    read_only: bool = False
    """Only what changes nothing and costs nothing."""
    max_spend: float | None = None
    """Creative units; every paid call is priced by a dry run first."""
    rate: float | None = None
    """Requests a second."""
    max_requests: int | None = None
    seconds: float | None = None
    """After so long nothing more is sent."""

    def told(self) -> str:
        """In words, for the header of a run."""
        words = ["reads only" if self.read_only else "reads and changes"]
        words += [f"at most {self.max_spend:g} CU"] if self.max_spend is not None else []
        words += [f"{self.rate:g} requests/s"] if self.rate is not None else []
        words += [f"at most {self.max_requests} requests"] if self.max_requests is not None else []
        words += [f"at most {self.seconds:g} s"] if self.seconds is not None else []
        return ", ".join(words)


def add_options(parser: pytest.Parser) -> None:
    """See `--help`."""
    group = parser.getgroup("contract", "the target of the contract suite, and what may be asked of it")
    group.addoption(
        "--target",
        default="mock",
        help="the server under test: mock (default, in this process), a base URL such as http://127.0.0.1:4010/v1, or "
        "live (needs keys in the environment)",
    )
    group.addoption(
        "--read-only",
        action="store_true",
        default=None,
        help="send only what changes nothing and costs nothing (default for live)",
    )
    group.addoption(
        "--changes",
        action="store_false",
        dest="read_only",
        help="let live be changed, too; needs --max-spend",
    )
    group.addoption("--max-spend", type=float, metavar="CU", help="stop before more creative units are spent")
    group.addoption(
        "--rate", type=float, metavar="N", help=f"requests a second at most (default for live: {LIVE_RATE:g})"
    )
    group.addoption(
        "--max-requests", type=int, metavar="N", help=f"requests in all (default for live: {LIVE_REQUESTS})"
    )
    group.addoption(
        "--time-limit", type=float, metavar="S", help=f"seconds in all (default for live: {LIVE_SECONDS:g})"
    )
    group.addoption("--lie", metavar="NAME", help="let the mock in this process tell a lie of contract_tests/faults")
    group.addoption(
        "--profile",
        choices=tuple(PROFILES),
        default="full",
        help="quick: fewer generated cases, for each change; full (default): for each night",
    )


def register_profile(config: pytest.Config) -> None:
    """Say how many calls are generated, and whether always the same: they are, unless a seed is asked for."""
    settings.register_profile(
        CONFORMANCE,
        max_examples=PROFILES[config.getoption("--profile")],
        derandomize=config.getoption("--hypothesis-seed", None) is None,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def limits_of(config: pytest.Config) -> Limits:
    """The limits that the options set. Raises ValueError for ones that contradict each other."""
    live = config.getoption("--target") == "live"
    asked: bool | None = config.getoption("read_only")
    read_only = live if asked is None else asked
    limits = Limits(
        read_only=read_only,
        max_spend=config.getoption("--max-spend"),
        rate=config.getoption("--rate") or (LIVE_RATE if live else None),
        max_requests=config.getoption("--max-requests") or (LIVE_REQUESTS if live else None),
        seconds=config.getoption("--time-limit") or (LIVE_SECONDS if live else None),
    )
    if live and not read_only and limits.max_spend is None:
        raise ValueError("--changes on live needs --max-spend, the creative units that may be spent")
    return limits
