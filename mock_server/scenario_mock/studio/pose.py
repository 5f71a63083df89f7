"""A stick figure for the subject of a picture: eighteen keypoints in the places that bodies have them.

Nothing here knows a body. The figure is laid into the largest connected area that differs from the background: it is
as tall as the area, and its head and limbs follow where the area is at their height and how wide. A keypoint is seen as
well as the area covers the place around it; the threshold leaves out the rest.
"""

from __future__ import annotations

import colorsys
from typing import NamedTuple

from PIL import Image, ImageDraw

SIDE = 96
"""The longer side of the mask that the figure is measured on."""
NAMES = (
    "nose neck right_shoulder right_elbow right_wrist left_shoulder left_elbow left_wrist right_hip right_knee "
    "right_ankle left_hip left_knee left_ankle right_eye left_eye right_ear left_ear"
).split()
BONES = (
    ("neck", "right_shoulder"), ("right_shoulder", "right_elbow"), ("right_elbow", "right_wrist"),
    ("neck", "left_shoulder"), ("left_shoulder", "left_elbow"), ("left_elbow", "left_wrist"),
    ("neck", "right_hip"), ("right_hip", "right_knee"), ("right_knee", "right_ankle"),
    ("neck", "left_hip"), ("left_hip", "left_knee"), ("left_knee", "left_ankle"),
    ("neck", "nose"), ("nose", "right_eye"), ("right_eye", "right_ear"), ("nose", "left_eye"), ("left_eye", "left_ear"),
)  # fmt: skip
# Share of the height from the top, share of the half width there, and the most that this may be of the height.
# The right side of a body is on the left of its picture.
PLACES: dict[str, tuple[float, float, float]] = {
    "nose": (0.1, 0, 0), "neck": (0.19, 0, 0), "eye": (0.075, 0.3, 0.02), "ear": (0.085, 0.6, 0.045),
    "shoulder": (0.21, 0.6, 0.13), "elbow": (0.36, 0.75, 0.19), "wrist": (0.5, 0.8, 0.22),
    "hip": (0.52, 0.45, 0.08), "knee": (0.74, 0.5, 0.14), "ankle": (0.96, 0.5, 0.17),
}  # fmt: skip
BRIGHT = 128
SHORTEST = 4
"""Lines that a figure needs."""


class Keypoint(NamedTuple):
    """A place in shares of the picture's width and height, and how much of the subject is around it, 0 to 1."""

    x: float
    y: float
    seen: float


def keypoints(subject: Image.Image) -> dict[str, Keypoint]:
    """The keypoints by name, of a gray mask that is bright where the subject is; none for a mask without one."""
    small = subject.convert("L")
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    small = _largest(small)
    width, height = small.size
    lines = [list(small.crop((0, y, width, y + 1)).tobytes()) for y in range(height)]
    kept = [y for y, line in enumerate(lines) if any(line)]
    if len(kept) < SHORTEST:
        return {}
    top, tall = kept[0], kept[-1] - kept[0] + 1
    found = {}
    for name in NAMES:
        side, _, part = name.rpartition("_")
        share, out, most = PLACES[part]
        y = top + share * tall
        middle, half = _spread(lines, y, tall)
        x = middle + min(out * half, most * tall) * {"right": -1, "left": 1, "": 0}[side]
        found[name] = Keypoint(x / width, y / height, _seen(small, x, y, tall))
    return found


def draw(found: dict[str, Keypoint], size: tuple[int, int], threshold: float) -> Image.Image:
    """The figure in colors on black: the keypoints that are seen at least so well, and the bones between them."""
    canvas = Image.new("RGB", size)
    pen, stroke = ImageDraw.Draw(canvas), max(1, round(max(size) / 128))
    places = {name: (point.x * size[0], point.y * size[1]) for name, point in found.items() if point.seen >= threshold}
    for number, (start, end) in enumerate(BONES):
        if start in places and end in places:
            pen.line((places[start], places[end]), fill=_color(number, len(BONES), 0.6), width=stroke)
    for name, (x, y) in places.items():
        color = _color(NAMES.index(name), len(NAMES), 1.0)
        pen.ellipse((x - stroke, y - stroke, x + stroke, y + stroke), fill=color)
    return canvas


def _largest(mask: Image.Image) -> Image.Image:
    """The largest connected area of the mask in white, the rest black."""
    width, height = mask.size
    open_places = {place for place, level in enumerate(mask.tobytes()) if level >= BRIGHT}
    largest: set[int] = set()
    while len(open_places) > len(largest):
        area, edge = set(), [open_places.pop()]
        while edge:
            place = edge.pop()
            area.add(place)
            x = place % width
            beside = ((place - 1, x > 0), (place + 1, x < width - 1), (place - width, True), (place + width, True))
            fresh = [near for near, inside in beside if inside and near in open_places]
            open_places.difference_update(fresh)
            edge += fresh
        largest = max(largest, area, key=len)
    return Image.frombytes("L", mask.size, bytes(255 * (place in largest) for place in range(width * height)))


def _spread(lines: list[list[int]], y: float, tall: int) -> tuple[float, float]:
    """Middle and half width of the subject at a height, over a band that evens out single lines."""
    band = max(1, round(tall * 0.02))
    rows = lines[max(int(y) - band, 0) : int(y) + band + 1]
    weights = [sum(column) for column in zip(*rows, strict=True)]
    total = sum(weights)
    if not total:
        return len(weights) / 2, 0.0
    middle = sum(x * weight for x, weight in enumerate(weights)) / total + 0.5
    spread = sum(abs(x + 0.5 - middle) * weight for x, weight in enumerate(weights)) / total
    return middle, 2 * spread  # an even line is four times as wide as it strays from its middle on average


def _seen(mask: Image.Image, x: float, y: float, tall: int) -> float:
    """How much of a small square around a place is the subject."""
    reach = max(1, round(tall * 0.03))
    square = mask.crop((round(x) - reach, round(y) - reach, round(x) + reach, round(y) + reach))
    return sum(square.tobytes()) / (255 * square.width * square.height)


def _color(number: int, count: int, value: float) -> tuple[int, int, int]:
    red, green, blue = (round(level * 255) for level in colorsys.hsv_to_rgb(number / count, 1.0, value))
    return red, green, blue
