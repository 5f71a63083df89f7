"""One request and its answer as they pass the guard, whatever client they come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

LONGEST_WAIT_S = 60.0
"""Nobody waits longer for one call."""
WAITING_IS_NO_USE = frozenset({"PlanLimitReachedError", "QUOTA_EXCEEDED"})
"""`name` or `code` of a 429 that does not go away (the contract's TooManyRequests)."""


@dataclass(frozen=True)
class Asked:
    """One request that is about to be sent."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes

    def without(self, header: str) -> Asked:
        """The same request without a header, given in lower case."""
        return replace(self, headers={name: value for name, value in self.headers.items() if name.lower() != header})


@dataclass(frozen=True)
class Got:
    """Its answer. `body` is None for one that is not text: whoever called reads it, once."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None

    def header(self, name: str) -> str:
        """A header by its name in lower case, or nothing."""
        return next((value for key, value in self.headers.items() if key.lower() == name), "")

    def told(self) -> str:
        """A body that was not read, in words."""
        length = self.header("content-length")
        return f"{length} bytes" if length else "bytes"


Sender = Callable[[Asked], Got]


def document_of(got: Got) -> dict[str, Any]:
    """The JSON object that an answer holds; empty for anything else."""
    try:
        found = json.loads(got.body or b"")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def seconds_to_wait(got: Got, attempt: int) -> float | None:
    """Seconds to wait after a 429: what the header says, or the body, else twice as long each time (1 s, 2 s, ...).

    None: it is of no use, or would take longer than anybody waits.
    """
    document = document_of(got)
    if WAITING_IS_NO_USE & {str(document.get("name")), str(document.get("code"))}:
        return None
    said = _in_header(got)
    if said is None:
        left = document.get("remainingSeconds")
        said = float(left) if isinstance(left, int | float) and not isinstance(left, bool) else 2.0**attempt
    seconds = max(said, 0.1)
    return seconds if seconds <= LONGEST_WAIT_S else None


def _in_header(got: Got) -> float | None:
    """`Retry-After`: seconds, or a date, which is told from the answer's own `Date` if it has one."""
    text = got.header("retry-after").strip()
    if text.replace(".", "", 1).isdecimal():
        return float(text)
    until = _date(text)
    if until is None:
        return None
    return (until - (_date(got.header("date")) or datetime.now(UTC))).total_seconds()


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
