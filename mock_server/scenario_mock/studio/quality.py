"""Judge a picture by what can be measured in it: sharpness, exposure, contrast, noise.

Each measure becomes a score from 0 to 100, the four together a generic score. No taste, no anatomy, no brief: what the
real gate knows of those a measurement cannot know.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageStat

from .edges import flat

SIDE = 512
VERSION = "1"
# Scores below the first bound fail, those below the second get a warning.
THRESHOLDS = {"low": (25.0, 40.0), "medium": (40.0, 55.0), "high": (55.0, 70.0)}


@dataclass(frozen=True)
class Measure:
    """One measurement: its value, its score from 0 to 100, the value in words, and what would raise it."""

    name: str
    value: float
    score: float
    reason: str
    suggestion: str


@dataclass(frozen=True)
class Judgment:
    """The measures and the score that they give together."""

    measures: tuple[Measure, ...]

    @property
    def score(self) -> float:
        """The weighted mean; a measure of 0 weighs the same as a perfect one."""
        total = sum(WEIGHTS[measure.name] * measure.score for measure in self.measures)
        return round(total / sum(WEIGHTS.values()), 1)

    @property
    def reasons(self) -> list[str]:
        """One sentence for each measure, the worst first."""
        return [measure.reason for measure in sorted(self.measures, key=lambda each: each.score)]

    @property
    def suggestions(self) -> list[str]:
        """What to do about the measures that scored below 50."""
        return [measure.suggestion for measure in self.measures if measure.score < 50]

    def verdict(self, sensitivity: str) -> str:
        """`pass`, `warn` or `fail` under that sensitivity."""
        fail, warn = THRESHOLDS[sensitivity]
        return "fail" if self.score < fail else "warn" if self.score < warn else "pass"


WEIGHTS = {"sharpness": 0.35, "exposure": 0.25, "contrast": 0.25, "noise": 0.15}


def judge(picture: Image.Image) -> Judgment:
    """Measure a picture of any mode, on a copy of at most 512 pixels."""
    gray = flat(picture).convert("L")
    gray.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    return Judgment((_sharpness(gray), _exposure(gray), _contrast(gray), _noise(gray)))


def _sharpness(gray: Image.Image) -> Measure:
    """The variance of the Laplacian: 0 without an edge; 300 and more is as crisp as it gets."""
    kernel = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
    inner = gray.filter(kernel).crop((1, 1, max(gray.width - 1, 2), max(gray.height - 1, 2)))
    value = ImageStat.Stat(inner).var[0] if min(gray.size) > 2 else 0.0
    reason = f"Edges have a variance of {value:.0f}."
    return Measure("sharpness", value, _score(value, 0, 300, bend=0.4), reason, "Sharpen it, or use a larger original.")


def _exposure(gray: Image.Image) -> Measure:
    """The share of pixels that are neither crushed to black nor blown out, less what the mean is off the middle."""
    levels = gray.histogram()
    lost = (sum(levels[:6]) + sum(levels[250:])) / sum(levels)
    off = abs(ImageStat.Stat(gray).mean[0] / 255 - 0.5)
    value = 1 - lost
    score = max(0.0, 100 * (1 - lost) - 100 * max(0.0, off - 0.15))
    reason = f"{lost:.0%} of the pixels are black or white; the mean brightness is {ImageStat.Stat(gray).mean[0]:.0f}."
    return Measure("exposure", value, score, reason, "Recover the shadows or the highlights.")


def _contrast(gray: Image.Image) -> Measure:
    """The standard deviation of the brightness; 60 of 255 is full marks."""
    value = ImageStat.Stat(gray).stddev[0]
    return Measure(
        "contrast", value, _score(value, 0, 60), f"Brightness varies by {value:.0f} levels.", "Raise the contrast."
    )


def _noise(gray: Image.Image) -> Measure:
    """The mean distance of a pixel to the median of its neighbors, in levels; 0 is clean, 12 is spoiled."""
    value = ImageStat.Stat(ImageChops.difference(gray, gray.filter(ImageFilter.MedianFilter(3)))).mean[0]
    reason = f"Pixels differ from their neighbors by {value:.1f} levels."
    return Measure("noise", value, 100 - _score(value, 1, 12), reason, "Remove the noise.")


def _score(value: float, low: float, high: float, bend: float = 1.0) -> float:
    """Where `value` lies between `low` and `high`, from 0 to 100; a `bend` below 1 lifts small values."""
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return float(100 * share**bend)
