"""The fixed moment that all made-up times hang on, so that one seed gives the same bytes on any machine and day."""

from __future__ import annotations

import random

from .chance import between
from .clock import DAY_MS

# 2026-01-15T12:00:00.000Z
ANCHOR_MS = 1_768_478_400_000


def before_anchor(rng: random.Random, newest_days: float = 0, oldest_days: float = 365) -> int:
    """A moment between `oldest_days` and `newest_days` before the anchor, in milliseconds since the epoch."""
    return ANCHOR_MS - round(between(rng, newest_days, oldest_days) * DAY_MS)


def after(rng: random.Random, ms: int, most_days: float = 30) -> int:
    """A moment from `ms` on, at most `most_days` later and never past the anchor."""
    return min(ms + round(between(rng, 0, most_days) * DAY_MS), max(ms, ANCHOR_MS))
