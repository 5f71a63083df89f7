"""Videos: the painted picture of an asset while the eye goes into it and comes back, as MP4.

The last frame is where the first one was, give or take a pixel, so one picture stands for both.
"""

from __future__ import annotations

from math import cos, tau

from PIL import Image

from ..ids import stream
from ..painting import PAINT_SIDE, paint
from . import h264, mp4
from .sizes import blocks

NEAREST = 1 / 16
"""How much of the width the eye loses on its way in: neighboring macroblocks then differ by at most a pixel."""


def draw(size: int, seed: str, prompt: str, shape: tuple[int, int], frames: int, frame_rate: float) -> bytes:
    """The video of `seed` and `prompt`, `frames` pictures of an even width and height, as a file of `size` bytes."""
    width, height = shape
    columns, rows = blocks(width, height)
    picture = paint(seed, prompt, width, height, PAINT_SIDE)
    picture = picture.resize((columns * 16, rows * 16), Image.Resampling.BICUBIC)
    rng = stream(0, "video", seed)
    focus = rng.uniform(0.2, 0.8) * width, rng.uniform(0.2, 0.8) * height
    shown = [h264.still(picture)]
    for number in range(1, frames):
        share = NEAREST * (1 - cos(tau * number / frames)) / 2
        shown.append(h264.moved(number, vectors(columns, focus[0], share), vectors(rows, focus[1], share)))
    parameters = h264.parameter_sets(width, height, frame_rate)
    return mp4.write(mp4.Film(h264.Stream(*parameters, shown), width, height, frame_rate), size)


def vectors(count: int, focus: float, share: float) -> list[int]:
    """How far from each of `count` macroblocks in a line its source lies: towards the focus, that share of the way."""
    return [round(4 * share * (focus - (16 * number + 8))) for number in range(count)]
