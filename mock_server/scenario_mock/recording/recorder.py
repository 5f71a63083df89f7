"""Judges, counts, journals, tells and keeps exchanges; who brings them (a proxy, a transport) is none of its business.

Only cleaned exchanges leave `took`. An exchange outside the base path that is the upstream mock's own (`/__mock__/`)
is not for this recorder; see `concerns`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from threading import Lock
from typing import Any

from ..clock import iso
from ..contract import Contract, packaged
from .cleaning import Secrets
from .exchange import Base, Exchange
from .har_files import CassetteWriter
from .judging import Judge, Judgement

MOST_JOURNALED = 1000
OWN = "/__mock__/"
"""The routes of a mock that is the upstream: they pass, and are no part of the API."""


@dataclass(frozen=True)
class Taken:
    """A cleaned exchange and what was found; `answered` is false when no answer came and `failure` says why."""

    exchange: Exchange
    judgement: Judgement
    failure: str | None = None

    def fields(self) -> dict[str, Any]:
        """As the journal shows it; bodies are in the cassette."""
        return {
            "at": iso(self.exchange.at_ms),
            "operationId": self.judgement.operation_id,
            "method": self.exchange.method,
            "path": self.exchange.path,
            "query": self.exchange.query,
            "status": self.exchange.status,
            "durationMs": round(self.exchange.seconds * 1000, 3),
            "failure": self.failure,
            "findings": [finding_fields(finding) for finding in self.judgement.findings],
        }


def finding_fields(finding: Any) -> dict[str, Any]:
    """A finding as JSON has it."""
    fields = asdict(finding)
    fields["operationId"] = fields.pop("operation_id")
    return fields


@dataclass
class Counts:
    """How many of what there were."""

    exchanges: int = 0
    violations: int = 0
    notes: int = 0
    unanswered: int = 0
    operations: Counter[str] = field(default_factory=Counter)

    def add(self, taken: Taken) -> None:
        """Count one exchange."""
        self.exchanges += 1
        self.unanswered += taken.failure is not None
        violations = len(taken.judgement.violations)
        self.violations += violations
        self.notes += len(taken.judgement.findings) - violations
        if taken.judgement.operation_id is not None:
            self.operations[taken.judgement.operation_id] += 1

    def fields(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "exchanges": self.exchanges,
            "violations": self.violations,
            "notes": self.notes,
            "unanswered": self.unanswered,
            "operations": dict(self.operations),
        }


class Recorder:
    """Takes exchanges with one API. `told` is called with each; `secrets` are never shown, whoever sends them."""

    def __init__(
        self,
        base: Base,
        *,
        contract: Contract | None = None,
        writer: CassetteWriter | None = None,
        told: Callable[[Taken], None] = lambda taken: None,
        secrets: Iterable[str] = (),
        answers_only: bool = False,
    ) -> None:
        self.base = base
        self.secrets = Secrets(secrets)
        self.counts = Counts()
        self.journal: deque[Taken] = deque(maxlen=MOST_JOURNALED)
        self.unwritten: str | None = None
        """Why the cassette lacks something; None when it does not."""
        self._judge = Judge(contract or packaged(), answers_only=answers_only)
        self._writer, self._told = writer, told
        self._lock = Lock()

    @property
    def operations(self) -> int:
        """How many operations the contract has."""
        return len(self._judge.contract.operations)

    def concerns(self, path: str) -> bool:
        """Whether an exchange with this path is to be taken."""
        return not path.startswith(OWN)

    def took(self, exchange: Exchange, failure: str | None = None) -> Taken:
        """Take one exchange as it was; `failure` says why there is no answer, and such a one is not kept."""
        with self._lock:
            self.secrets.learn(exchange.headers)
            below = self.base.below(exchange.path)
            judgement = self._judge.judge(exchange, below, self.secrets, answered=failure is None)
            reason = None if failure is None else self.secrets.text(failure)
            taken = Taken(self.secrets.exchange(exchange), judgement, reason)
            self.counts.add(taken)
            self.journal.append(taken)
            if self._writer is not None and failure is None:
                try:
                    self._writer.add(taken.exchange, self.base.origin, judgement)
                except OSError as error:  # a full disk must not keep the client from its answer
                    self.unwritten = str(error)
            self._told(taken)
            return taken

    def close(self) -> None:
        """Bring the cassette up to date and let go of it."""
        with self._lock:
            try:
                if self._writer is not None:
                    self._writer.close()
            except OSError as error:
                self.unwritten = str(error)
