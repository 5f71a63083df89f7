"""Maps of a picture, as they steer a generation: edges, lines, surfaces, areas.

All are computed from the pixels. Some are named after more than a mock can know and stand for what it can measure:
`depth` reads brightness as nearness, `lineart_anime` and `sketch` are outlines without an idea of the subject, and
`pose` lays a stick figure into what differs from the background. `NOTES` says so in the asset.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from . import pose
from .edges import SOBEL_X, SOBEL_Y, canny, flat, signed, strength
from .lines import draw_lines, straight_lines

LONGEST = 2048
"""Larger pictures are mapped at this size."""
SEEN_AT = 512
"""Edges are looked for at this size, as such detectors commonly do: what is soft in a large picture is sharp there."""
NOTES = {
    "depth": "Brightness read as nearness; no depth was estimated.",
    "lineart_anime": "Outlines by difference of blurs; no line art was drawn.",
    "pose": "A stick figure laid into the area that differs from the background; no body was recognized.",
}
"""What a map is not, for the asset's description."""
AREAS = 8


@dataclass(frozen=True)
class MapSettings:
    """Settings of some maps: of canny the thresholds on Sobel's scale, of grayscale levels and contrast, pose's own."""

    low_threshold: float = 100
    high_threshold: float = 200
    factor: float = 1
    min_threshold: float = 0
    max_threshold: float = 255
    remove_background: bool = True
    keypoint_threshold: float = 0.3


def make_map(picture: Image.Image, modality: str, settings: MapSettings | None = None) -> Image.Image:
    """The map of that modality, as large as the picture or with a longest side of 2048. Raises KeyError."""
    draw = MAPS[modality]
    picture = flat(picture)
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return draw(picture, settings or MapSettings())


def _canny(picture: Image.Image, settings: MapSettings) -> Image.Image:
    found = canny(_seen(picture), settings.low_threshold, settings.high_threshold)
    return found.resize(picture.size, Image.Resampling.NEAREST)


def _seen(picture: Image.Image) -> Image.Image:
    gray = picture.convert("L")
    gray.thumbnail((SEEN_AT, SEEN_AT), Image.Resampling.BOX)
    return gray


def _depth(picture: Image.Image, settings: MapSettings) -> Image.Image:
    radius = max(picture.size) / 100
    return ImageOps.autocontrast(picture.convert("L").filter(ImageFilter.GaussianBlur(radius)))


def _grayscale(picture: Image.Image, settings: MapSettings) -> Image.Image:
    """Gray levels, with `factor` for contrast and stretched between the thresholds; the background transparent."""
    gray = picture.convert("L")
    low, high = settings.min_threshold, settings.max_threshold
    middle = ImageStat.Stat(gray).mean[0]
    factor = min(max(settings.factor, 0.0), 255.0)

    def level(before: int) -> int:
        value = middle + (before - middle) * factor
        value = (value - low) / (high - low) * 255 if high > low else 255.0 * (value >= low)
        return round(min(max(value, 0), 255))

    gray = gray.point([level(before) for before in range(256)])
    if settings.remove_background:
        gray.putalpha(ImageChops.invert(background(picture)))
    return gray


def _lineart(picture: Image.Image, settings: MapSettings) -> Image.Image:
    gray = _seen(picture)
    fine, coarse = (gray.filter(ImageFilter.GaussianBlur(radius)) for radius in (0.8, 2.4))
    lines = ImageOps.autocontrast(ImageChops.subtract(coarse, fine), cutoff=(0, 0.5))
    return lines.resize(picture.size, Image.Resampling.BICUBIC)


def _mlsd(picture: Image.Image, settings: MapSettings) -> Image.Image:
    seen = _seen(picture)
    return draw_lines(straight_lines(canny(seen, 40, 80)), seen.size, picture.size)


def _normal(picture: Image.Image, settings: MapSettings) -> Image.Image:
    """Normals of the surface whose height is the brightness: red points right, green up, blue to the viewer."""
    gray = _seen(picture).filter(ImageFilter.GaussianBlur(1))
    red = ImageChops.invert(signed(gray, SOBEL_X)).point(_SLANT)
    green = signed(gray, SOBEL_Y).point(_SLANT)
    squares = ImageChops.add(red.point(_SQUARE), green.point(_SQUARE))
    return Image.merge("RGB", (red, green, squares.point(_REST))).resize(picture.size, Image.Resampling.NEAREST)


# Both slants stay below 1/sqrt(2), so that a unit vector always has room for them.
_SLANT = [round(127.5 + max(-89, min(89, (level - 127.5) * 2))) for level in range(256)]
_SQUARE = [round(((level - 127.5) / 127.5) ** 2 * 255) for level in range(256)]
_REST = [round(127.5 + 127.5 * (1 - square / 255) ** 0.5) for square in range(256)]


def _pose(picture: Image.Image, settings: MapSettings) -> Image.Image:
    found = pose.keypoints(ImageChops.invert(background(picture)))
    return pose.draw(found, picture.size, settings.keypoint_threshold)


def _scribble(picture: Image.Image, settings: MapSettings) -> Image.Image:
    """Few, thick lines: the edges of a blurred picture, widened."""
    soft = _seen(picture).filter(ImageFilter.GaussianBlur(2))
    return canny(soft, 30, 60).filter(ImageFilter.MaxFilter(5)).resize(picture.size, Image.Resampling.BILINEAR)


def _segmentation(picture: Image.Image, settings: MapSettings) -> Image.Image:
    """Areas of like color, each in its mean color: a palette of at most eight, specks removed."""
    soft = picture.copy()
    soft.thumbnail((SEEN_AT, SEEN_AT), Image.Resampling.BOX)
    areas = soft.filter(ImageFilter.MedianFilter(5)).quantize(AREAS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return areas.convert("RGB").resize(picture.size, Image.Resampling.NEAREST)


def _sketch(picture: Image.Image, settings: MapSettings) -> Image.Image:
    """Dark strokes on white paper."""
    strokes = ImageOps.autocontrast(ImageChops.invert(strength(_seen(picture))), cutoff=(0.5, 0))
    return strokes.resize(picture.size, Image.Resampling.BICUBIC)


def background(picture: Image.Image) -> Image.Image:
    """White where the color of the frame reaches in from the frame; found at 128 pixels and enlarged."""
    small = picture.resize((128, 128), Image.Resampling.BOX)
    frame = Image.new("L", small.size, 255)
    frame.paste(0, (2, 2, 126, 126))
    color = tuple(ImageStat.Stat(small, frame).median)
    apart = ImageChops.difference(small, Image.new("RGB", small.size, color)).split()
    like = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2]).point([255] * 26 + [0] * 230)
    reached = ImageChops.darker(like, frame)
    while True:
        wider = ImageChops.darker(reached.filter(ImageFilter.MaxFilter(3)), like)
        if wider.tobytes() == reached.tobytes():
            break
        reached = wider
    return reached.resize(picture.size, Image.Resampling.BILINEAR)


MAPS: dict[str, Callable[[Image.Image, MapSettings], Image.Image]] = {
    "canny": _canny,
    "depth": _depth,
    "grayscale": _grayscale,
    "lineart_anime": _lineart,
    "mlsd": _mlsd,
    "normal": _normal,
    "pose": _pose,
    "scribble": _scribble,
    "segmentation": _segmentation,
    "sketch": _sketch,
}
