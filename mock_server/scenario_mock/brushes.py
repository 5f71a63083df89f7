"""Brushes: how the shapes of a scene get onto a canvas, exactly or roughly.

`painting` says which shapes there are and where; a brush says which pixels that takes. Pillow's shapes have hard edges
and reach half a pixel too far on every side, which is nothing on a canvas of 224 pixels and everything on one of 28.
The rough brush takes that half pixel off, shows what is smaller than a pixel as a paler one, and makes of tiles with
round corners and gaps between them plain squares: its canvas has the right mean colors, and is sharp nowhere.

Coordinates and lengths are pixels of the canvas, `alpha` is 0 to 255.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import pi

from PIL import Image, ImageDraw

Color = tuple[int, int, int]

# A tile fills 0.92 of the side of its place, without its corners, which are arcs of 0.2 of that side.
TILE_HALF, TILE_CORNER = 0.46, 0.2
TILE_SHARE = (2 * TILE_HALF) ** 2 - (4 - pi) * TILE_CORNER**2


class Brush:
    """Paints every shape as Pillow draws it."""

    fine, steps = True, 24
    """Whether the smallest things show, and by how many straight lines a curve is drawn."""

    def __init__(self, canvas: Image.Image) -> None:
        self.canvas = canvas
        self.width, self.height = canvas.size
        self.draw = ImageDraw.Draw(canvas, "RGBA")

    def oval(self, x: float, y: float, rx: float, ry: float, color: Color, alpha: int) -> None:
        """An ellipse around (x, y)."""
        self.draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=(*color, alpha))

    def dots(self, places: Iterable[tuple[float, float]], reach: float, color: Color, alpha: int) -> None:
        """A small circle around each place."""
        for x, y in places:
            self.oval(x, y, reach, reach, color, alpha)

    def box(self, left: float, top: float, right: float, bottom: float, color: Color, alpha: int) -> None:
        """An upright rectangle."""
        self.draw.rectangle((left, top, right, bottom), fill=(*color, alpha))

    def area(self, outline: Sequence[tuple[float, float]], color: Color, alpha: int) -> None:
        """What an outline holds."""
        self.draw.polygon(outline, fill=(*color, alpha))

    def tiles(self, rows: Sequence[Sequence[Color]], side: float, alpha: int) -> None:
        """Squares with round corners, each in the middle of a place `side` wide; every other row half a place on.

        The first tile is around (0, 0).
        """
        half = side * TILE_HALF
        for row, colors in enumerate(rows):
            for column, color in enumerate(colors):
                x, y = (column + (row % 2) * 0.5) * side, row * side
                box = (x - half, y - half, x + half, y + half)
                self.draw.rounded_rectangle(box, side * TILE_CORNER, fill=(*color, alpha))

    def arc(self, within: tuple[float, float, float, float], start: int, end: int, color: Color, alpha: int) -> None:
        """A part of an ellipse's line, two pixels thick, from one angle to another in degrees."""
        self.draw.arc(within, start, end, fill=(*color, alpha), width=2)


class RoughBrush(Brush):
    """Paints so that the mean color of a region is right on a canvas of few pixels.

    What is smaller than a pixel there gives it as much color as it would cover of a canvas of `of` pixels a side.
    """

    fine, steps = False, 12

    def __init__(self, canvas: Image.Image, of: int) -> None:
        super().__init__(canvas)
        self.pixel = max(canvas.size) / of

    def oval(self, x: float, y: float, rx: float, ry: float, color: Color, alpha: int) -> None:
        """An ellipse around (x, y)."""
        if rx > 0.5 and ry > 0.5:
            rx, ry = rx - 0.5, ry - 0.5
            x, y = x - 0.5, y - 0.5  # the middle of the first pixel is 0
            self.draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=(*color, alpha))
        else:
            self.dots([(x, y)], (rx + ry) / 2, color, alpha)

    def dots(self, places: Iterable[tuple[float, float]], reach: float, color: Color, alpha: int) -> None:
        """A pixel at each place, the paler the smaller the circles are."""
        share = min(pi * (reach + self.pixel / 2) ** 2, 1)
        self.draw.point([(int(x), int(y)) for x, y in places], fill=(*color, int(alpha * share)))

    def box(self, left: float, top: float, right: float, bottom: float, color: Color, alpha: int) -> None:
        """An upright rectangle, unless it is smaller than half a pixel."""
        first, upper, last, lower = round(left), round(top), round(right) - 1, round(bottom) - 1
        if first <= last and upper <= lower:
            self.draw.rectangle((first, upper, last, lower), fill=(*color, alpha))

    def tiles(self, rows: Sequence[Sequence[Color]], side: float, alpha: int) -> None:
        """All places in the colors that they have from afar, looked up in a picture of two pixels for each tile."""
        levels = bytearray()
        for row, colors in enumerate(rows):
            # The first of an even row has its left half outside; what is left over on the right is never looked up.
            levels += bytes([level for color in colors for level in color * 2][0 if row % 2 else 3 :])
            levels += bytes(0 if row % 2 else 3)
        places = Image.frombytes("RGB", (2 * len(rows[0]), len(rows)), bytes(levels))
        place = (2 / side, 0, 0, 0, 1 / side, 0.5)
        seen = places.transform(self.canvas.size, Image.Transform.AFFINE, place, Image.Resampling.NEAREST)
        self.canvas.paste(seen, (0, 0), Image.new("L", self.canvas.size, round(alpha * TILE_SHARE)))

    def arc(self, within: tuple[float, float, float, float], start: int, end: int, color: Color, alpha: int) -> None:
        """The same line as thin as a pixel."""
        self.draw.arc(within, start, end, fill=(*color, round(alpha * min(2 * self.pixel, 1))), width=1)
