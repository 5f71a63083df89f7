"""Sketches: what `painting.paint` paints, in a tenth of the time, for those who only want to compare pictures.

A sketch has 28 pixels on its shorter side. The mean color of each sixteenth of it is near that of the painting; sharp
it is nowhere. The shapes are the same, put down by the rough brush. Turning and shrinking gradients takes nearly all of
a small painting's time; here each is made once for every degree, for every diameter, and kept.
"""

from __future__ import annotations

from functools import lru_cache

from PIL import Image

from .brushes import Brush, RoughBrush
from .painting import MOTIF_SHAPES, PAINT_SIDE, Scene, colors_of_light, glow, glow_place, scene_of, slope, soft, turn

SIDE = 28
_slope, _glow = lru_cache(maxsize=4096)(slope), lru_cache(maxsize=1024)(glow)


def sketch(seed: str, prompt: str, width: int, height: int) -> Image.Image:
    """The picture of `seed` and `prompt`, roughly: 28 pixels on its shorter side, fewer when it is long and narrow."""
    scene, size = scene_of(seed, prompt), _size(width, height)
    canvas = _background(scene, size)
    rough = max(size) < PAINT_SIDE
    MOTIF_SHAPES[scene.motif](RoughBrush(canvas, PAINT_SIDE) if rough else Brush(canvas), scene)
    return canvas if rough else soft(canvas)  # softness shows where a field is two pixels high


def _size(width: int, height: int) -> tuple[int, int]:
    """A canvas of the picture's shape, no larger than the painting's."""
    share = min(SIDE / max(min(width, height), 1), PAINT_SIDE / max(width, height, 1))
    return max(2, round(width * share)), max(2, round(height * share))


def _background(scene: Scene, size: tuple[int, int]) -> Image.Image:
    """The gradient, to the next degree, and the light in it, to the next pixel."""
    upper, lower, light = colors_of_light(scene)
    base = Image.new("RGB", size, upper)
    base.paste(lower, (0, 0), _slope(round(turn(scene)), size))
    reach, x, y = glow_place(scene, size)
    side = round(reach)
    base.paste(light, (round(x - side / 2), round(y - side / 2)), _glow(side))
    return base
