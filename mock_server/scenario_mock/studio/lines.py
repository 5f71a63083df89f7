"""Straight lines in a map of edges, by a Hough transform.

Every edge pixel votes for the lines through it; the line with most votes is taken, its pixels withdrawn, and so on.
"""

from __future__ import annotations

import math
from itertools import pairwise

from PIL import Image, ImageDraw

SIDE = 256
ANGLES = 90
MOST_POINTS, MOST_LINES = 4000, 60
GAP = 3.0
"""Pixels that may be missing in a line."""

Point = tuple[int, int]
Segment = tuple[Point, Point]


def straight_lines(edges: Image.Image) -> list[Segment]:
    """Segments in pixels of `edges` (L, white on black), longest first; found on a copy of at most 256 pixels."""
    share = min(1.0, SIDE / max(edges.size))
    size = (max(1, round(edges.width * share)), max(1, round(edges.height * share)))
    small = edges.resize(size, Image.Resampling.BOX).point([0] * 40 + [255] * 216) if share < 1 else edges
    points = _points(small)
    shortest = max(8.0, 0.06 * math.hypot(*size))
    found = _segments(points[:: len(points) // MOST_POINTS + 1], shortest)
    return [((_up(a[0], share), _up(a[1], share)), (_up(b[0], share), _up(b[1], share))) for a, b in found]


def draw_lines(segments: list[Segment], found_at: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    """Segments that were found in a picture of one size, in white on black in a picture of another."""
    picture = Image.new("L", size, 0)
    draw = ImageDraw.Draw(picture)
    wide, high = size[0] / found_at[0], size[1] / found_at[1]
    for segment in segments:
        draw.line([(x * wide, y * high) for x, y in segment], fill=255, width=max(1, max(size) // 400))
    return picture


def _up(value: int, share: float) -> int:
    return round(value / share)


def _points(mask: Image.Image) -> list[Point]:
    raw, width = mask.tobytes(), mask.width
    return [(place % width, place // width) for place, level in enumerate(raw) if level]


def _segments(points: list[Point], shortest: float) -> list[Segment]:
    turns = [(math.cos(math.pi * turn / ANGLES), math.sin(math.pi * turn / ANGLES)) for turn in range(ANGLES)]
    votes: dict[tuple[int, int], set[Point]] = {}
    for x, y in points:
        for turn, (cos, sin) in enumerate(turns):
            votes.setdefault((turn, round(x * cos + y * sin)), set()).add((x, y))
    cells = {cell: voters for cell, voters in votes.items() if len(voters) >= shortest / 2}
    found: list[Segment] = []
    taken: set[Point] = set()
    # A cell only ever loses voters, so the cells in order of their first count need one look each.
    for cell in sorted(cells, key=lambda each: (-len(cells[each]), each)):
        left = cells[cell] - taken
        if len(left) < shortest / 2:
            continue
        cos, sin = turns[cell[0]]
        for run in _runs(sorted(left, key=lambda point: (point[1] * cos - point[0] * sin, point))):
            if math.dist(run[0], run[-1]) >= shortest:
                found.append((run[0], run[-1]))
                taken |= _near(run, left, votes, cell)
        if len(found) >= MOST_LINES:
            break
    return sorted(found, key=lambda segment: -math.dist(*segment))


def _runs(ordered: list[Point]) -> list[list[Point]]:
    """Points along a line, split where more than `GAP` pixels are missing."""
    runs = [ordered[:1]]
    for before, point in pairwise(ordered):
        if math.dist(before, point) > GAP:
            runs.append([])
        runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _near(
    run: list[Point], left: set[Point], votes: dict[tuple[int, int], set[Point]], cell: tuple[int, int]
) -> set[Point]:
    """The points of a run and those beside it, which would give the same line again."""
    turn, distance = cell
    beside = votes.get((turn, distance - 1), set()) | votes.get((turn, distance + 1), set()) | left
    left_edge, right_edge = sorted((run[0][0], run[-1][0]))
    top, bottom = sorted((run[0][1], run[-1][1]))
    return {(x, y) for x, y in beside if left_edge - 1 <= x <= right_edge + 1 and top - 1 <= y <= bottom + 1}
