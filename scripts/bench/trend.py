"""Is a series flat? A robust slope (Theil-Sen: the median of all slopes between two samples) against a bound for noise.

The first fifth is left out, because caches fill there. A series is flat when what the slope adds from its first to its
last sample stays below a share of its median, or below what does not matter anyway. Falling is flat.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

FEWEST = 5
WARM_SHARE = 0.2


@dataclass(frozen=True)
class Trend:
    """The verdict on a series; `rise` is what the slope adds over it, in the unit of the samples."""

    samples: int
    median: float
    rise: float
    allowed: float

    @property
    def judged(self) -> bool:
        """False when there are too few samples to say anything."""
        return self.samples >= FEWEST

    @property
    def flat(self) -> bool:
        """True when it does not rise by more than is allowed."""
        return self.rise <= self.allowed

    def text(self, unit: str) -> str:
        """One line for people."""
        if not self.judged:
            return f"not judged: {self.samples} samples, {FEWEST} are needed"
        word = "flat" if self.flat else "NOT flat"
        return f"{word}: median {self.median:.2f} {unit}, rises {self.rise:+.2f}, allowed {self.allowed:.2f}"


def slope(values: Sequence[float]) -> float:
    """The median slope between any two samples, a step; 0 for fewer than two."""
    pairs = combinations(enumerate(values), 2)
    return statistics.median([(late - early) / (j - i) for (i, early), (j, late) in pairs] or [0.0])


def trend(values: Sequence[float], *, share: float, least: float) -> Trend:
    """Judge a series: it may rise by `share` of its median, or by `least`."""
    kept = values[int(len(values) * WARM_SHARE) :]
    median = statistics.median(kept) if kept else 0.0
    rise = slope(kept) * max(0, len(kept) - 1)
    return Trend(len(kept), median, rise, max(share * median, least))
