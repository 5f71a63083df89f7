"""A canvas of the editor as a picture: as much of it as can be told from what its fields are called.

The format of a canvas is published nowhere; the contract's example has `width`, `height` and `layers`. A layer is drawn
when it has what its shape needs, in the order of the list, and left out otherwise, so any JSON object has a picture:

| field of a layer | meaning |
|---|---|
| `x`, `y`, `width`, `height` | its place in pixels of the canvas; without them it covers all |
| `image`, `src` | a data URL, drawn to fill the place |
| `text` | words, drawn at the place |
| `fill`, `color`, `background`, `backgroundColor` | a color for the place, or for the words |
| `opacity` | 0 to 1 |
| `visible`, `hidden` | whether it is drawn at all |
| `layers`, `children` | layers inside it, in pixels of the canvas as well |
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import Image, ImageDraw

from ..picture_files import decode_data_url, decoded
from .patching import Color, color_of

Document = dict[str, Any]

USUAL_SIDE, LONGEST = 1024, 512
MOST_LAYERS, MOST_PIXELS = 200, 4_000_000
DEEPEST = 8
_FILLS = ("fill", "color", "background", "backgroundColor")


def read(text: str) -> Document:
    """The canvas written in a string. Raises ValueError for what is no JSON object."""
    try:
        document = json.loads(text)
    except RecursionError:
        raise ValueError("the canvas is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"the canvas is no JSON: {error}") from None
    if not isinstance(document, dict):
        raise ValueError("the canvas must be a JSON object")
    return document


def picture_of(document: Mapping[str, Any], longest: int = LONGEST) -> Image.Image:
    """The canvas as a picture whose longer side has at most `longest` pixels; white where nothing is drawn."""
    width, height = (_number(document, side, USUAL_SIDE) or USUAL_SIDE for side in ("width", "height"))
    scale = min(1.0, longest / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    canvas = Image.new("RGBA", size, _fill(document) or (255, 255, 255, 255))
    for number, layer in enumerate(_layers(document, 0)):
        if number >= MOST_LAYERS:
            break
        canvas.alpha_composite(_drawn(layer, size, scale))
    return canvas.convert("RGB")


def _layers(holder: Mapping[str, Any], depth: int) -> Iterator[Mapping[str, Any]]:
    """The visible layers of a canvas or of a layer, each before those inside it."""
    for name in ("layers", "children"):
        inside = holder.get(name)
        for layer in inside if isinstance(inside, list) and depth < DEEPEST else ():
            if isinstance(layer, dict) and layer.get("visible") is not False and layer.get("hidden") is not True:
                yield layer
                yield from _layers(layer, depth + 1)


def _drawn(layer: Mapping[str, Any], size: tuple[int, int], scale: float) -> Image.Image:
    """The layer alone, on a transparent sheet of the canvas's size."""
    sheet = Image.new("RGBA", size)
    left, top = (round(_number(layer, name, 0) * scale) for name in ("x", "y"))
    wide = round(_number(layer, "width", size[0] / scale) * scale)
    tall = round(_number(layer, "height", size[1] / scale) * scale)
    color, words = _fill(layer), layer.get("text")
    picture = _picture(layer)
    if isinstance(words, str):
        ImageDraw.Draw(sheet).text((left, top), words[:500], fill=color or (0, 0, 0, 255))
    elif wide > 0 and tall > 0:
        box = (max(left, 0), max(top, 0), min(left + wide, size[0]), min(top + tall, size[1]))
        if color and box[0] < box[2] and box[1] < box[3]:
            sheet.paste(color, box)
        if picture and wide * tall <= MOST_PIXELS:
            sheet.paste(picture.resize((wide, tall)), (left, top))
    opacity = min(max(_number(layer, "opacity", 1), 0.0), 1.0)
    if opacity < 1:
        sheet.putalpha(sheet.getchannel("A").point([round(level * opacity) for level in range(256)]))
    return sheet


def _number(holder: Mapping[str, Any], name: str, usual: float) -> float:
    """A finite number of a sane size; the usual one for anything else."""
    value = holder.get(name)
    good = isinstance(value, int | float) and not isinstance(value, bool) and -100_000 <= value <= 100_000
    return float(value) if good and value is not None else usual


def _fill(holder: Mapping[str, Any]) -> Color | None:
    for name in _FILLS:
        value = holder.get(name)
        if isinstance(value, str):
            try:
                return color_of(value)
            except ValueError:
                continue
    return None


def _picture(layer: Mapping[str, Any]) -> Image.Image | None:
    for name in ("image", "src"):
        value = layer.get(name)
        if isinstance(value, str) and value.startswith("data:"):
            try:
                return decoded(decode_data_url(value)[1]).convert("RGBA")
            except ValueError:
                continue
    return None
