"""Solids for 3D models: a profile turned about the upright axis, between round and square, with its normals.

A mesh is a grid of rings and segments, two triangles each, whose seam and poles are doubled: `sizes` tells the grid
from the counts of vertices and faces. Words choose the profile.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin, sqrt, tau

from ..ids import stream

Profile = tuple[tuple[float, float], ...]
Numbers = tuple[float, float, float]


def _arc(radius: float, count: int = 24, middle: float = 0.0) -> Profile:
    """A half circle from bottom to top, or with a `middle` distance a whole one: the section of a ring."""
    turn = tau if middle else tau / 2
    return tuple((middle + radius * sin(turn * i / count), -radius * cos(turn * i / count)) for i in range(count + 1))


@dataclass(frozen=True)
class Solid:
    """Distance from the axis and height along the profile, bottom first; `roundness` 1 is a circle, 0.1 a square."""

    profile: Profile
    roundness: float = 1.0


SOLIDS: dict[str, Solid] = {
    "ball": Solid(_arc(1)),
    "ring": Solid(_arc(0.35, middle=1.0)),
    "box": Solid(((0, -1), (1, -1), (1, 1), (0, 1)), 0.08),
    "vase": Solid(((0, -1), (0.5, -1), (0.75, -0.4), (0.7, 0), (0.3, 0.6), (0.42, 1), (0.36, 1), (0.2, 0.6), (0, 0.4))),
    "tower": Solid(((0, -1), (0.6, -1), (0.5, -0.8), (0.42, 0.4), (0.55, 0.45), (0.55, 0.6), (0, 1.2)), 0.6),
    "tree": Solid(
        ((0, -1), (0.14, -1), (0.12, -0.5), (0.7, -0.5), (0.4, 0), (0.55, 0), (0.2, 0.5), (0.3, 0.5), (0, 1))
    ),
    "blade": Solid(
        ((0, -1), (0.1, -1), (0.1, -0.6), (0.5, -0.6), (0.5, -0.5), (0.16, -0.45), (0.12, 0.7), (0, 1)), 0.5
    ),
    "figure": Solid(
        ((0, -1), (0.5, -1), (0.42, -0.5), (0.5, 0.1), (0.2, 0.35), (0.32, 0.5), (0.34, 0.7), (0.2, 0.93), (0, 1))
    ),
}
PROPORTIONS: dict[str, Numbers] = {
    "ring": (1.0, 0.26, 1.0), "vase": (0.6, 1.0, 0.6), "tower": (0.5, 1.0, 0.5), "tree": (0.65, 1.0, 0.65),
    "blade": (0.3, 1.0, 0.08), "figure": (0.45, 1.0, 0.35),
}  # fmt: skip
WORDS: dict[str, str] = {
    "ball": "ball sphere planet moon globe orb fruit apple stone rock boulder head bomb egg",
    "ring": "ring torus wheel tire donut bracelet crown portal halo",
    "box": "box crate chest cube block house cabin building chair table desk book robot car vehicle cart",
    "vase": "vase bottle jar cup mug chalice potion goblet pot amphora lamp lantern",
    "tower": "tower castle lighthouse rook temple fortress rocket church spaceship ship",
    "tree": "tree pine fir bush plant forest",
    "blade": "sword blade dagger knife axe spear hammer weapon staff wand",
    "figure": "figure character warrior queen king knight man woman person statue doll dragon cat dog fox creature",
}
_NAMES = {word: name for name, known in WORDS.items() for word in known.split()}


def solid_of(seed: str, prompt: str) -> Solid:
    """The solid that the first fitting word of the prompt names, or one by the seed."""
    return SOLIDS[named(prompt) or stream(0, "solid", seed).choice(sorted(SOLIDS))]


def named(prompt: str) -> str | None:
    """The name of the solid that the first fitting word of the prompt asks for."""
    words = re.findall(r"\w+", prompt.lower())
    return next((name for word in words if (name := _NAMES.get(word) or _NAMES.get(word.removesuffix("s")))), None)


def proportions(prompt: str) -> Numbers:
    """Width, height and depth that suit what the prompt asks for, the longest side 1."""
    return PROPORTIONS.get(named(prompt) or "", (1.0, 1.0, 1.0))


@dataclass(frozen=True)
class Mesh:
    """Positions and normals (3 numbers each), texture coordinates (2) and triangles (3 indices)."""

    positions: array[float]
    normals: array[float]
    coordinates: array[float]
    triangles: array[int]


def turned(solid: Solid, rings: int, segments: int, sides: Numbers) -> Mesh:
    """The solid as a grid, standing on the ground with the given width, height and depth."""
    circle = [_section(tau * at / segments, solid.roundness) for at in range(segments)]
    bend = [
        (after[0] - before[0], after[1] - before[1])
        for before, after in ((circle[at - 1], circle[(at + 1) % segments]) for at in range(segments))
    ]
    circle, bend = [*circle, circle[0]], [*bend, bend[0]]
    line = _sampled(solid.profile, rings)
    rise = [
        (line[min(at + 1, rings)][0] - line[max(at - 1, 0)][0], line[min(at + 1, rings)][1] - line[max(at - 1, 0)][1])
        for at in range(rings + 1)
    ]
    low, scale = _fit(circle, line, sides)
    mesh = Mesh(array("f"), array("f"), array("f"), _triangles(rings, segments))
    for at, ((radius, height), (wider, higher)) in enumerate(zip(line, rise, strict=True)):
        y = (height - low) * scale[1]
        for turn, ((x, z), (over, along)) in enumerate(zip(circle, bend, strict=True)):
            mesh.positions.extend((x * radius * scale[0], y, z * radius * scale[2]))
            mesh.normals.extend(
                _unit(higher * along / scale[0], wider * (z * over - x * along) / scale[1], -higher * over / scale[2])
            )
            mesh.coordinates.extend((turn / segments, 1 - at / rings))
    return mesh


def _section(angle: float, roundness: float) -> tuple[float, float]:
    """A point of a circle that `roundness` below 1 pulls to the corners of a square."""
    across, along = cos(angle), sin(angle)
    return (
        (1 if across >= 0 else -1) * abs(across) ** roundness,
        (1 if along >= 0 else -1) * abs(along) ** roundness,
    )


def _sampled(profile: Profile, rings: int) -> list[tuple[float, float]]:
    """`rings` + 1 points at equal distances along the profile."""
    lengths = [sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) for a, b in pairwise(profile)]
    total, made, part, passed = sum(lengths), [], 0, 0.0
    for at in range(rings + 1):
        wanted = total * at / rings
        while part < len(lengths) - 1 and passed + lengths[part] < wanted:
            passed += lengths[part]
            part += 1
        share = min((wanted - passed) / lengths[part], 1.0)
        (a, b), (c, d) = profile[part], profile[part + 1]
        made.append((a + (c - a) * share, b + (d - b) * share))
    return made


def _fit(circle: list[tuple[float, float]], line: list[tuple[float, float]], sides: Numbers) -> tuple[float, Numbers]:
    """The lowest height, and what to stretch width, height and depth by."""
    radius, heights = max(r for r, _ in line), [h for _, h in line]
    across = 2 * radius * max(abs(x) for x, _ in circle)
    along = 2 * radius * max(abs(z) for _, z in circle)
    return min(heights), (sides[0] / across, sides[1] / (max(heights) - min(heights)), sides[2] / along)


def _unit(x: float, y: float, z: float) -> Numbers:
    length = sqrt(x * x + y * y + z * z)
    return (x / length, y / length, z / length) if length > 1e-12 else (0.0, 1.0, 0.0)


def _triangles(rings: int, segments: int) -> array[int]:
    """Indices of all triangles, counterclockwise from outside."""
    row, made = segments + 1, array("I")
    for ring in range(rings):
        for a in range(ring * row, ring * row + segments):
            made.extend((a, a + row, a + 1, a + 1, a + row, a + row + 1))
    return made
