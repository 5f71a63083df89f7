"""Crop a picture, lay another one over it, or cut the other one's shape out of it.

The order is the API's: crop first, then patch, then the background behind whatever is transparent.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageColor

from ..picture_files import MAX_PIXELS
from .edges import shallow

Color = tuple[int, int, int, int]
_CSS_RGBA = re.compile(r"rgba\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(0?\.\d+|0|1|1\.0+)\s*\)", re.A)


@dataclass(frozen=True)
class Crop:
    """The part to keep, in pixels; it may reach over the edge, which shows the background."""

    left: int
    top: int
    width: int
    height: int
    background: Color | None = None


@dataclass(frozen=True)
class Overlay:
    """A second picture, where its corner lies on the first, and whether it is drawn or cut out."""

    picture: Image.Image
    mode: Literal["override", "erase"]
    x: int = 0
    y: int = 0


def color_of(text: str) -> Color:
    """A color as hex, as an HTML name, as rgb() or rgba(), or `transparent`. Raises ValueError."""
    text = text.strip().lower()
    if text == "transparent":
        return 0, 0, 0, 0
    if css := _CSS_RGBA.fullmatch(text):  # alpha as a share, as in style sheets; Pillow wants 0 to 255
        text = f"rgba({css[1]},{css[2]},{css[3]},{round(float(css[4]) * 255)})"
    if len(text) > 64:
        raise ValueError("a color is a few characters long")
    found = ImageColor.getcolor(text, "RGBA")
    if not isinstance(found, tuple) or len(found) != 4:
        raise ValueError(f"unknown color {text!r}")
    red, green, blue, alpha = (min(max(int(level), 0), 255) for level in found)
    return red, green, blue, alpha


def patch(
    picture: Image.Image,
    crop: Crop | None = None,
    overlay: Overlay | None = None,
    *,
    background: Color = (255, 255, 255, 255),
    overflow: bool = False,
) -> Image.Image:
    """The edited picture in RGBA. Raises ValueError for a part without pixels and for a result that is too large."""
    made = shallow(picture).convert("RGBA")
    if crop is not None:
        made = _cropped(made, crop)
    if overlay is not None:
        made = _overlaid(made, overlay, overflow=overflow)
    return Image.alpha_composite(Image.new("RGBA", made.size, background), made)


def encode(picture: Image.Image, kind: Literal["png", "jpeg", "webp"], quality: int = 90) -> bytes:
    """The picture as a file; a PNG without transparency has no alpha channel."""
    opaque = picture.mode not in ("RGBA", "LA") or picture.getchannel("A").getextrema() == (255, 255)
    if kind == "jpeg" or (opaque and picture.mode == "RGBA"):
        picture = picture.convert("RGB")
    out = io.BytesIO()
    options = {"compress_level": 1} if kind == "png" else {"quality": quality}
    picture.save(out, kind.upper(), **options)
    return out.getvalue()


def _cropped(picture: Image.Image, crop: Crop) -> Image.Image:
    _check_size(crop.width, crop.height)
    part = Image.new("RGBA", (crop.width, crop.height), crop.background or (0, 0, 0, 0))
    box = (crop.left, crop.top, crop.left + crop.width, crop.top + crop.height)
    inside = (max(box[0], 0), max(box[1], 0), min(box[2], picture.width), min(box[3], picture.height))
    if inside[0] < inside[2] and inside[1] < inside[3]:
        at = (inside[0] - crop.left, inside[1] - crop.top)
        part.paste(picture.crop(inside), at)
    return part


def _overlaid(picture: Image.Image, overlay: Overlay, *, overflow: bool) -> Image.Image:
    above, x, y = shallow(overlay.picture).convert("RGBA"), overlay.x, overlay.y
    if overflow:
        left, top = min(x, 0), min(y, 0)
        size = (max(picture.width, x + above.width) - left, max(picture.height, y + above.height) - top)
        _check_size(*size)
        larger = Image.new("RGBA", size, (0, 0, 0, 0))
        larger.paste(picture, (-left, -top))
        picture, x, y = larger, x - left, y - top
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    if -above.width < x < picture.width and -above.height < y < picture.height:
        layer.paste(above, (x, y))
    if overlay.mode == "override":
        return Image.alpha_composite(picture, layer)
    return Image.composite(Image.new("RGBA", picture.size, (0, 0, 0, 0)), picture, layer.getchannel("A"))


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise ValueError("the part to keep needs a width and a height of at least 1 pixel")
    if width * height > MAX_PIXELS:
        raise ValueError(f"the result would have more than {MAX_PIXELS} pixels")
