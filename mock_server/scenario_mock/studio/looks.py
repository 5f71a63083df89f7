"""What the pixels of a picture show, in numbers and words: colors, brightness, contrast, detail.

Measured on a copy of at most 96 pixels, so a large picture costs no more than a small one.
"""

from __future__ import annotations

import colorsys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from PIL import Image, ImageStat

from .edges import flat, strength

SIDE = 96
NAMED_SHARE = 0.12
"""A color is named when at least this share of the pixels has it."""

# Name of a hue up to its end in degrees; past the last one it is red again.
HUES: tuple[tuple[float, str], ...] = (
    (15, "red"), (42, "orange"), (70, "yellow"), (162, "green"), (195, "teal"), (252, "blue"), (312, "purple"),
    (345, "pink"), (360, "red"),
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """What a picture looks like. Shares and levels run from 0 to 1; `warmth` from -1 (blue) to 1 (red)."""

    width: int
    height: int
    colors: tuple[tuple[str, float], ...]
    """Names of the colors with their share of the picture, most first."""
    brightness: float
    contrast: float
    saturation: float
    warmth: float
    detail: float
    """Share of the pixels that lie on an edge."""


def look_at(picture: Image.Image) -> Look:
    """Measure a picture of any mode; transparent parts count as white."""
    small = flat(picture)
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    pixels = _pixels(small)
    named = Counter(color_name(*pixel) for pixel in pixels)
    gray = small.convert("L")
    red, _, blue = ImageStat.Stat(small).mean
    edges = strength(gray).histogram()
    return Look(
        *picture.size,
        colors=tuple((name, count / len(pixels)) for name, count in named.most_common()),
        brightness=ImageStat.Stat(gray).mean[0] / 255,
        contrast=min(ImageStat.Stat(gray).stddev[0] / 127.5, 1.0),
        saturation=ImageStat.Stat(small.convert("HSV")).mean[1] / 255,
        warmth=(red - blue) / 255,
        detail=sum(edges[24:]) / len(pixels),
    )


def color_name(red: int, green: int, blue: int) -> str:
    """The everyday name of a color, levels from 0 to 255."""
    hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if value < 0.15:
        return "black"
    if saturation < 0.12:
        return "white" if value > 0.88 else "gray"
    name = next(name for end, name in HUES if hue * 360 <= end)
    if name in ("orange", "yellow") and saturation < 0.4:
        return "beige" if value > 0.6 else "brown"
    if name == "orange" and value < 0.62:
        return "brown"
    if name == "red" and saturation < 0.5 and value > 0.7:
        return "pink"
    if name == "blue" and value < 0.4:
        return "navy"
    return name


def main_colors(looks: Sequence[Look], most: int = 3) -> list[str]:
    """The colors that stand out over all pictures, most first; always at least one."""
    shares: defaultdict[str, float] = defaultdict(float)
    for look in looks:
        for name, share in look.colors:
            shares[name] += share / len(looks)
    names = sorted(shares, key=lambda name: -shares[name])[:most]
    return [name for name in names if shares[name] >= NAMED_SHARE] or names[:1]


def tone(looks: Sequence[Look]) -> str:
    """Dark, bright, or between."""
    return _grade(fmean(look.brightness for look in looks), (0.3, "dark"), (0.68, "mid-toned"), (2, "bright"))


def shape(look: Look) -> str:
    """Square, wide or tall."""
    return _grade(look.width / look.height, (0.9, "tall"), (1.1, "square"), (1e9, "wide"))


def detail(looks: Sequence[Look]) -> str:
    """How much there is to see: plain, some detail, busy."""
    return _grade(fmean(look.detail for look in looks), (0.02, "plain"), (0.15, "calm"), (2, "busy"))


def contrast(looks: Sequence[Look]) -> str:
    """How far light and dark are apart."""
    value = fmean(look.contrast for look in looks)
    return _grade(value, (0.2, "low contrast"), (0.45, "medium contrast"), (2, "high contrast"))


def temperature(looks: Sequence[Look]) -> str:
    """Warm, cool or neutral, by the balance of red and blue."""
    return _grade(fmean(look.warmth for look in looks), (-0.08, "cool"), (0.08, "neutral"), (2, "warm"))


def purity(looks: Sequence[Look]) -> str:
    """Muted or saturated."""
    value = fmean(look.saturation for look in looks)
    return _grade(value, (0.25, "muted"), (0.55, "moderately saturated"), (2, "saturated"))


def _grade(value: float, *steps: tuple[float, str]) -> str:
    return next(word for end, word in steps if value < end)


def _pixels(picture: Image.Image) -> list[tuple[int, int, int]]:
    raw = picture.tobytes()
    return list(zip(raw[0::3], raw[1::3], raw[2::3], strict=True))
