"""The options of the suite: which target, and what it may be asked at most.

| option | mock | URL | live, or a URL of the vendor's |
|---|---|---|---|
| `--read-only`, `--changes` | changes | changes | reads only; `--changes` needs `--max-spend` |
| `--max-spend CU` | no limit | no limit | nothing is spent unless it is given |
| `--rate N` | no limit | no limit | 4 a second |
| `--max-requests N` | no limit | no limit | 3,000 |
| `--time-limit S` | no limit | no limit | 1,200 s |
| `--patience S` | 300 s of its clock | 300 s | 300 s |
| `--answer-within S` | | 30 s | 30 s |
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

LIVE_REQUESTS = 3_000
LIVE_RATE = 4.0
LIVE_SECONDS = 1_200.0
PATIENCE_S = 300.0
ANSWER_S = 30.0
VENDOR = "scenario.com"
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
    patience: float = PATIENCE_S
    """How long a job may run, in seconds, until it has to have ended."""
    answer: float = ANSWER_S
    """How long an answer may take, in seconds."""
    declared_only: bool = False
    """What is no operation of the contract is only read: the service may have one there that deletes."""

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
        "live (needs keys in the environment; SCENARIO_BASE_URL says where it is, if not at the vendor's)",
    )
    group.addoption("--spec", type=Path, metavar="FILE", help="another bundled contract than spec/openapi.yaml")
    group.addoption(
        "--read-only",
        action="store_true",
        help="send only what changes nothing and costs nothing (default for live)",
    )
    group.addoption("--changes", action="store_true", help="let live be changed, too; needs --max-spend")
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
    group.addoption(
        "--patience", type=float, metavar="S", help=f"seconds that a job may run at most (default: {PATIENCE_S:g})"
    )
    group.addoption(
        "--answer-within", type=float, metavar="S", help=f"seconds that an answer may take (default: {ANSWER_S:g})"
    )
    group.addoption(
        "--deviations-for", metavar="NAME", help="excuse what known_deviations.yaml has for a target called so"
    )
    group.addoption("--baseline", type=Path, metavar="FILE", help="expect the failures that FILE names, and no other")
    group.addoption("--write-baseline", type=Path, metavar="FILE", help="write what fails now as such a file")
    group.addoption("--html-report", metavar="FILE", help="write what broke and what was called as one page")
    group.addoption("--drift-report", type=Path, metavar="FILE", help="show there what scripts/drift --json wrote")
    group.addoption("--lie", metavar="NAME", help="let the mock in this process tell a lie of contract_tests/faults")
    group.addoption(
        "--profile",
        choices=tuple(PROFILES),
        default="full",
        help="quick: fewer generated cases, for each change; full (default): for each night",
    )


def thoroughness(config: pytest.Config) -> str:
    """The profile of what is generated: quick for a run that only reads, so that it stays small and asks for no methods
    that the contract does not have.
    """
    return "quick" if limits_of(config).read_only else str(config.getoption("--profile"))


def register_profile(config: pytest.Config) -> None:
    """Say how many calls are generated, and whether always the same: they are, unless a seed is asked for."""
    settings.register_profile(
        CONFORMANCE,
        max_examples=PROFILES[thoroughness(config)],
        derandomize=config.getoption("--hypothesis-seed", None) is None,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def is_live(target: str) -> bool:
    """Whether calls of a target cost money: it is called live, or is on a host of the vendor's."""
    if target == "live":
        return True
    try:
        host = (urlsplit(target).hostname or "").rstrip(".")
    except ValueError:  # no URL at all, which is told elsewhere
        return False
    return host == VENDOR or host.endswith("." + VENDOR)


def limits_of(config: pytest.Config) -> Limits:
    """The limits that the options set. Raises ValueError for ones that make no sense or contradict each other."""
    live = is_live(config.getoption("--target"))
    read_only, changes = config.getoption("--read-only"), config.getoption("--changes")
    spend = _number(config, "--max-spend", least=0.0)
    limits = Limits(
        read_only=read_only or (live and not changes),
        max_spend=spend,
        rate=_number(config, "--rate") or (LIVE_RATE if live else None),
        max_requests=config.getoption("--max-requests") or (LIVE_REQUESTS if live else None),
        seconds=_number(config, "--time-limit") or (LIVE_SECONDS if live else None),
        patience=_number(config, "--patience") or PATIENCE_S,
        answer=_number(config, "--answer-within") or ANSWER_S,
        declared_only=live or spend is not None,
    )
    if config.getoption("--max-requests") is not None and config.getoption("--max-requests") < 1:
        raise ValueError("--max-requests must be at least 1")
    if read_only and changes:
        raise ValueError("--read-only and --changes contradict each other")
    if limits.read_only and spend is not None:
        raise ValueError("--max-spend needs --changes: a run that only reads spends nothing")
    if live and changes and spend is None:
        raise ValueError("--changes on live needs --max-spend, the creative units that may be spent")
    if in_parts(config) and (limits.rate or limits.max_requests or limits.seconds or spend is not None):
        raise ValueError("-n makes several processes, and the limits hold for one: leave out -n, or the limits")
    return limits


def _number(config: pytest.Config, name: str, *, least: float | None = None) -> float | None:
    """An option's number; above 0, or from `least` on."""
    value: float | None = config.getoption(name)
    if value is None:
        return None
    fits = value >= least if least is not None else value > 0
    if not fits or not math.isfinite(value):
        raise ValueError(f"{name} must be {'above 0' if least is None else f'at least {least:g}'}, not {value:g}")
    return value


def in_parts(config: pytest.Config) -> bool:
    """Whether pytest-xdist spreads the run over processes, or this is one of them."""
    return hasattr(config, "workerinput") or bool(getattr(config.option, "numprocesses", None))
