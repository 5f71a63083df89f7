"""Pictures out of nothing: a PNG for a seed and a prompt, and the size for an aspect ratio.

`painting` paints small and this module enlarges smoothly. The same arguments give the same pixels anywhere, and the
same bytes with the same build of Pillow. Reading the pictures of others is `picture_files`; its functions can be had
from here as well.
"""

from __future__ import annotations

import io
import re
from functools import lru_cache

from PIL import Image

from .painting import PAINT_SIDE, paint
from .picture_files import MAX_PIXELS, decode_base64, decode_data_url, size_of, sniff

__all__ = [
    "MAX_PIXELS", "decode_base64", "decode_data_url", "draw_png", "draw_thumbnail", "size_for", "size_of", "sniff",
]  # fmt: skip

MIN_SIDE, MAX_SIDE = 64, 2048


def draw_png(seed: str, width: int, height: int, prompt: str = "") -> bytes:
    """The picture of `seed` and `prompt` as a PNG of exactly that size. Raises ValueError for sides out of 64..2048."""
    for side in (width, height):
        if not MIN_SIDE <= side <= MAX_SIDE:
            raise ValueError(f"a side must be {MIN_SIDE} to {MAX_SIDE} pixels, not {side}")
    return _png(paint(seed, prompt, width, height, PAINT_SIDE).resize((width, height), Image.Resampling.BICUBIC))


def draw_thumbnail(seed: str, width: int, height: int, prompt: str = "", longest: int = 256) -> bytes:
    """The same picture as `draw_png` makes, as a PNG whose longer side has at most `longest` pixels."""
    share = min(1.0, longest / max(width, height))
    size = (max(1, round(width * share)), max(1, round(height * share)))
    return _png(paint(seed, prompt, width, height, PAINT_SIDE).resize(size, Image.Resampling.BICUBIC))


@lru_cache(maxsize=256)
def size_for(aspect_ratio: str, base: int = 1024) -> tuple[int, int]:
    """Width and height for a ratio such as `16:9`: multiples of 16, within 1% of it, about `base` x `base` pixels.

    Raises ValueError for a text that is no ratio, and for one so extreme that a side would leave 64..2048.
    """
    match = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]{1,3})?):([0-9]{1,4}(?:\.[0-9]{1,3})?)", aspect_ratio, re.A)
    if not match or not float(match[1]) or not float(match[2]):
        raise ValueError(f"an aspect ratio is two numbers with a colon, such as 16:9, not {aspect_ratio!r}")
    ratio = float(match[1]) / float(match[2])
    fits = []
    for height in range(MIN_SIDE, MAX_SIDE + 1, 16):
        width = round(height * ratio / 16) * 16
        fault = abs(width / height / ratio - 1)
        if MIN_SIDE <= width <= MAX_SIDE and fault < 0.01:
            fits.append((abs(width * height / base**2 - 1) + 10 * fault, width, height))
    if not fits:
        raise ValueError(f"aspect ratio {aspect_ratio} has no size with sides from {MIN_SIDE} to {MAX_SIDE}")
    _, width, height = min(fits)
    return width, height


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
