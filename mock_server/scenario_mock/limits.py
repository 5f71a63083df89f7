"""Limits of keys: how often they may ask, and how much in all.

| limit | what it counts | the answer above it |
|---|---|---|
| `requestsPerSecond`, `burst` | calls, in the mock's time: a bucket of `burst` that fills so fast | 429, cooldown |
| `requests` | calls in all | 429, plan limit; of a search, 429 with `QUOTA_EXCEEDED` |
| `creativeUnits` | what generations cost; prices (`dryRun`) are free | 429, plan limit |

A limit is set for one key, or with `*` for every key that has none of its own; each key is counted for itself. A
refused call counts for nothing. A generation is refused once the units are spent, so the last one may go above them.
"""

from __future__ import annotations

import math
from typing import Any

from .errors import ApiError, failure

Document = dict[str, Any]
ANY = "*"


def limit_of(limits: Document, key: str | None) -> Document | None:
    """The limit that a key has; public callers have none."""
    return None if key is None else limits.get(key) or limits.get(ANY)


def counted(
    limit: Document, usage: Document | None, tag: str, spends: bool, now_ms: int
) -> tuple[Document, ApiError | None]:
    """The usage with one more call, and None; or the usage as it was, and why the call is refused."""
    usage = usage or {"requests": 0, "creativeUnits": 0}
    for check in (_spent, _asked, _paced):
        refusal = check(limit, usage, tag, spends, now_ms)
        if refusal is not None:
            return usage, refusal
    usage = {**usage, "requests": usage["requests"] + 1}
    if "requestsPerSecond" in limit:
        usage |= {"tokens": _tokens(limit, usage, now_ms) - 1, "atMs": now_ms}
    return usage, None


def _spent(limit: Document, usage: Document, tag: str, spends: bool, now_ms: int) -> ApiError | None:
    if not spends or usage["creativeUnits"] < limit.get("creativeUnits", float("inf")):
        return None
    return failure("planLimit", details={"limit": limit["creativeUnits"], "feature": "creative-units"})


def _asked(limit: Document, usage: Document, tag: str, spends: bool, now_ms: int) -> ApiError | None:
    if usage["requests"] < limit.get("requests", float("inf")):
        return None
    if tag == "search":
        return failure("quota")
    return failure("planLimit", details={"limit": limit["requests"], "feature": "requests"})


def _paced(limit: Document, usage: Document, tag: str, spends: bool, now_ms: int) -> ApiError | None:
    if "requestsPerSecond" not in limit:
        return None
    missing = 1 - _tokens(limit, usage, now_ms)
    # Rounded up, so that a caller who waits as long as it was told does get through.
    return failure("cooldown", remainingSeconds=_up(missing / limit["requestsPerSecond"])) if missing > 0 else None


def _tokens(limit: Document, usage: Document, now_ms: int) -> float:
    """How many calls the bucket holds now."""
    burst = float(limit.get("burst", max(1, limit["requestsPerSecond"])))
    since = max(0, now_ms - usage["atMs"]) / 1000 if "atMs" in usage else 0
    return min(burst, float(usage.get("tokens", burst)) + since * float(limit["requestsPerSecond"]))


def _up(seconds: float) -> float:
    return math.ceil(round(seconds * 1000, 3)) / 1000
