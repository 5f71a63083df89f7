"""Recorded traffic in tests: load a cassette, hold it against the contract, answer from it, make one.

from scenario_mock.cassette import ReplayTransport, check, load
cassette = load("session.har")
assert not check(cassette)
client = httpx.Client(transport=ReplayTransport(cassette), base_url="https://api.cloud.scenario.com/v1")
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from .contract import Contract, packaged
from .recording.cleaning import Secrets, restored
from .recording.comparing import Comparison, Difference, compare
from .recording.exchange import Base, Exchange, base_of
from .recording.har_files import Cassette, CassetteError, CassetteWriter, load
from .recording.httpx_transports import RecordingTransport, ReplayTransport
from .recording.judging import Finding, Judge, Judgement
from .recording.recorder import OWN, Recorder, Taken
from .recording.replaying import Replay

__all__ = [
    "Base",
    "Cassette",
    "CassetteError",
    "Comparison",
    "Difference",
    "Exchange",
    "Finding",
    "Judgement",
    "Recorder",
    "RecordingTransport",
    "Replay",
    "ReplayTransport",
    "Taken",
    "base_of",
    "check",
    "compare",
    "judged",
    "load",
    "recorder",
]


def recorder(
    file: Path | str,
    base_url: str,
    *,
    contract: Contract | None = None,
    told: Callable[[Taken], None] = lambda taken: None,
    secrets: Iterable[str] = (),
) -> Recorder:
    """A recorder that writes to `file` what it takes of the API at `base_url`; close it at the end.

    `told` is called with each exchange; `secrets` are kept out of everything, besides the credentials that pass.
    """
    base = base_of(base_url)
    return Recorder(base, contract=contract, writer=CassetteWriter(Path(file), base), told=told, secrets=secrets)


def judged(
    cassette: Cassette, contract: Contract | None = None, *, answers_only: bool = False
) -> Iterator[tuple[int, Exchange, Judgement]]:
    """Every exchange of a cassette with its number and what is wrong with it, or with its answer only."""
    judge, secrets = Judge(contract or packaged(), answers_only=answers_only), Secrets()
    for number, exchange in enumerate(cassette.exchanges):
        below = cassette.below(exchange)
        if not exchange.path.startswith(OWN):
            yield number, exchange, judge.judge(restored(exchange), below, secrets)


def check(cassette: Cassette, contract: Contract | None = None, *, answers_only: bool = False) -> list[Finding]:
    """The violations in a cassette, notes left out; an empty list when every exchange obeys the contract."""
    found = judged(cassette, contract, answers_only=answers_only)
    return [finding for _, _, judgement in found for finding in judgement.violations]
