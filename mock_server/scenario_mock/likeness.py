"""Likeness: what a picture looks like as a vector, so that the cosine of two vectors says how alike two pictures are.

The picture is cut into 4 x 4 fields. Of each field's mean color the vector holds brightness (Y), blue against yellow
(Cb) and red against cyan (Cr), each around a middle grey that is the same for all pictures:

| numbers | what | weight |
|---|---|---|
| 16 | Y of the fields, row by row, above or below the picture's own mean | 0.8 |
| (in the same 16) | the picture's mean Y, above or below middle grey | 0.8 x 0.4 |
| 16 + 16 | Cb, Cr of the fields | 1.5 |
| 1 | always the same, so that a grey picture has a direction too | 0.25 |

Colors count for more than light: the same picture in the dark stays near, one in other colors or a negative does not.
Vectors have length 1. `drawn` knows without drawing it what the file of a drawn asset looks like (see `sketching`):
the cosine of the two is about 0.995. Who compares which pictures is left to the search.
"""

from __future__ import annotations

from array import array
from math import hypot

from PIL import Image, ImageOps

from .picture_files import MAX_PIXELS, UNREADABLE, opened
from .sketching import sketch

GRID = 4
FIELDS = GRID * GRID
SIZE = 3 * FIELDS + 1
LIGHT, OWN_LIGHT, COLOR, ALWAYS = 0.8, 0.4, 1.5, 0.25
MIDDLE = 128
"""Y, Cb and Cr of middle grey."""
BACKDROP = (255, 255, 255)
"""What shows through where a picture has holes."""

_COLOR = [COLOR * (level - MIDDLE) / MIDDLE for level in range(256)]


def drawn(seed: str, prompt: str, width: int, height: int) -> array[float]:
    """The vector of the picture that `painting` makes of these arguments, in some 0.15 ms."""
    return _vector(sketch(seed, prompt, width, height))


def of_file(content: bytes) -> array[float]:
    """The vector of a picture file, upright and on white. Raises ValueError when the bytes are no picture."""
    picture = opened(content, MAX_PIXELS)
    try:
        return _vector(_plain(ImageOps.exif_transpose(picture)))
    except UNREADABLE as error:
        raise ValueError(f"the picture cannot be read: {error}") from None


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in red, green and blue as people see it."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        picture = picture.convert("I").point(lambda level: level / 256).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    small = picture.convert("RGBA").convert("RGBa").resize((GRID * 8, GRID * 8), Image.Resampling.BOX).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", small.size, BACKDROP), small).convert("RGB")


def _vector(picture: Image.Image) -> array[float]:
    levels = picture.resize((GRID, GRID), Image.Resampling.BOX).convert("YCbCr").tobytes()
    light = levels[::3]
    mean = sum(light) / FIELDS
    offset, scale = mean + OWN_LIGHT * (MIDDLE - mean), LIGHT / MIDDLE
    values = [
        *[(level - offset) * scale for level in light],
        *[_COLOR[level] for level in levels[1::3]],
        *[_COLOR[level] for level in levels[2::3]],
        ALWAYS,
    ]
    length = hypot(*values)
    return array("f", [value / length for value in values])
