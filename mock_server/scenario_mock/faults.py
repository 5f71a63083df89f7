"""Faults: what shall go wrong, for which calls, and how often.

A fault is a JSON object (`Fault` in control.yaml). It matches a call when all that it names fits: `operation` (an
operationId, or `*`), `tag`, `key` (whose world), `method`, `path` (a prefix). Of the calls that match, the first
`after` pass; then it strikes `times` times (always, when that is left out), each time with `probability`. Chance is
the fault's own (`seed`), and counts are shared by all workers, so the same calls meet the same faults.

Several faults can strike one call: their delays add up, and of their effects the oldest fault's comes about.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .effects import EFFECTS, NOTHING, delayed
from .ids import stream
from .messages import Response

Document = dict[str, Any]
ANY = "*"
FILE_OPERATION = "downloadFile"
"""The operation that files behind assets are asked for with: named, it can be struck; `*` leaves it alone."""


@dataclass(frozen=True)
class Target:
    """What a fault looks at of a call; `key` is None for a public caller."""

    operation_id: str
    tag: str
    key: str | None
    method: str
    path: str


@dataclass(frozen=True)
class Strike:
    """What strikes one call: which faults, which of them decides the answer (None: none), after which delay."""

    faults: tuple[str, ...]
    fault: Document | None = None
    delay_s: float = 0.0

    @property
    def instead(self) -> Response | None:
        """The answer to a call that is not carried out; None when it is."""
        if self.fault is None or self.fault.get("carriedOut", False) or not EFFECTS[self.fault["effect"]].replaces:
            return None
        return EFFECTS[self.fault["effect"]].apply(NOTHING, self.fault)

    def shape(self, response: Response) -> Response:
        """What becomes of the answer."""
        if self.fault is not None:
            response = EFFECTS[self.fault["effect"]].apply(response, self.fault)
        return delayed(response, self.delay_s) if self.delay_s else response

    @property
    def job_failure(self) -> Document | None:
        """How the call's job shall fail (`error`, `hint`); None when it shall not."""
        if self.fault is None or self.fault["effect"] != "failJob":
            return None
        return dict(self.fault.get("job", {}))


def matches(fault: Document, target: Target) -> bool:
    """Whether the fault is about a call like that, and not used up."""
    if fault.get("times") is not None and fault["struck"] >= fault["times"]:
        return False
    operation = fault.get("operation", ANY)
    if operation != target.operation_id and (operation != ANY or target.operation_id == FILE_OPERATION):
        return False
    wanted = (("tag", target.tag), ("key", target.key), ("method", target.method))
    if any(fault.get(name) not in (None, value) for name, value in wanted):
        return False
    return target.path.startswith(fault.get("path", ""))


def struck_by(faults: Iterable[Document], target: Target) -> tuple[list[Document], Strike | None]:
    """All faults with this call counted, and what strikes it; a pure function of the counts."""
    counted: list[Document] = []
    striking: list[Document] = []
    delay_s = 0.0
    for fault in faults:
        if matches(fault, target):
            seen = fault["seen"]
            strikes = _strikes(fault, seen)
            fault = {**fault, "seen": seen + 1, "struck": fault["struck"] + strikes}
            if strikes:
                striking.append(fault)
                delay_s += _delay_s(fault, seen)
        counted.append(fault)
    if not striking:
        return counted, None
    deciding = next((fault for fault in striking if fault["effect"] != "latency"), None)
    return counted, Strike(tuple(fault["id"] for fault in striking), deciding, delay_s)


def _strikes(fault: Document, seen: int) -> bool:
    if seen < fault.get("after", 0):
        return False
    probability: float = fault.get("probability", 1)
    return probability >= 1 or _chance(fault, seen, "strikes").random() < probability


def _delay_s(fault: Document, seen: int) -> float:
    """Seconds: fixed, uniform between two bounds, or lognormal with a median and a sigma."""
    latency: float | Mapping[str, Any] = fault.get("latencyMs", 0)
    if not isinstance(latency, Mapping):
        return latency / 1000
    rng = _chance(fault, seen, "latency")
    if "uniform" in latency:
        low, high = latency["uniform"]
        return rng.uniform(low, high) / 1000
    drawn = float(latency["median"]) * math.exp(latency["sigma"] * rng.gauss(0, 1))
    return min(drawn, float(latency.get("most", LONGEST_DELAY_MS))) / 1000


def _chance(fault: Document, seen: int, what: str) -> random.Random:
    return stream(fault.get("seed", 0), "fault", what, str(seen))


LONGEST_DELAY_MS = 600_000
"""Ten minutes: nobody waits longer."""
