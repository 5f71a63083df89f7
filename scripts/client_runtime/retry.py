"""Whether to try again, and after how long: pure functions of what happened.

| what happened                                         | retry-safe operation | any other (it may pay or create)     |
|-------------------------------------------------------|----------------------|--------------------------------------|
| plan limit, quota spent                               | no                   | no: waiting does not help            |
| any other 429                                         | yes                  | yes: the service says it did not run |
| no connection, none in time, none free                | yes                  | yes: it was never sent               |
| connection cut, no answer in time                     | yes                  | no: it may be running                |
| 408, 409, 5xx other than 501, 2xx that is no JSON     | yes                  | no                                   |
| anything else                                         | no                   | no                                   |

The wait is the one that the service names (the body's `remainingSeconds`, else `Retry-After`), and else a random part
of 0.5 seconds, doubled for each try up to 8. A named wait above a minute is the caller's to decide on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import ApiError, BadAnswer, ConnectionFailed, PlanLimitReached, QuotaExceeded, RateLimited
from .wire import seconds_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .errors import ScenarioError
    from .operation import Operation

FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0
LONGEST_NAMED_WAIT = 60.0
"""Seconds."""

#: Failures of the transport that come again each time.
PERMANENT = frozenset({"UnsupportedProtocol", "LocalProtocolError"})


def decide(
    operation: Operation, attempt: int, max_retries: int, outcome: ScenarioError, random: Random
) -> float | None:
    """Seconds to wait before the next try, or None: give up. `attempt` counts the tries made, from 1."""
    if attempt > max_retries or not may_repeat(operation, outcome):
        return None
    named = named_wait(outcome)
    if named is not None:
        return named if named <= LONGEST_NAMED_WAIT else None
    return random.uniform(0.0, min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (attempt - 1)))


def may_repeat(operation: Operation, outcome: ScenarioError) -> bool:
    """The table above."""
    if isinstance(outcome, RateLimited):
        return not isinstance(outcome, (PlanLimitReached, QuotaExceeded))
    if isinstance(outcome, ConnectionFailed):
        if type(outcome.cause).__name__ in PERMANENT:
            return False
        return operation.retry_safe or not outcome.may_have_started
    if isinstance(outcome, ApiError):
        passing = outcome.status in (408, 409) or (outcome.status >= 500 and outcome.status != 501)
        return operation.retry_safe and passing
    return operation.retry_safe and isinstance(outcome, BadAnswer)


def named_wait(outcome: ScenarioError) -> float | None:
    """Seconds that the service wants the caller to wait, or None when it does not say."""
    if not isinstance(outcome, ApiError):
        return None
    if outcome.remaining_seconds is not None:
        return outcome.remaining_seconds
    return retry_after(outcome.http_response.headers) if outcome.http_response is not None else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds from `Retry-After-Ms` or `Retry-After`, a number or an HTTP date; None when neither can be read.

    A date counts from the answer's own `Date`, so that a clock that is wrong on either side does no harm.
    """
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        seconds = seconds_of(headers.get(name))
        if seconds is not None:
            return seconds / unit
    until = _timestamp(headers.get("retry-after"))
    if until is None:
        return None
    since = _timestamp(headers.get("date"))
    if since is None:
        from time import time as wall_clock

        since = wall_clock()
    return max(0.0, until - since)


def _timestamp(value: str | None) -> float | None:
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
