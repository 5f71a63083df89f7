"""Change a picture by an instruction, as far as words can be followed without a model.

The words of the instruction that name a color tint the picture, words such as `night`, `blurred` or `mirrored` do what
they say, and words that say nothing known turn the hues by an amount of their own: the result always differs from the
picture, and the same request gives the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PIL import Image, ImageEnhance, ImageFilter, ImageOps, ImageStat

from ..ids import stream
from ..painting import COLOR_WORDS
from .edges import flat

Step = Callable[[Image.Image], Image.Image]


def _light(factor: float) -> Step:
    return lambda picture: ImageEnhance.Brightness(picture).enhance(factor)


def _gray(picture: Image.Image) -> Image.Image:
    return ImageOps.grayscale(picture).convert("RGB")


def _poster(picture: Image.Image) -> Image.Image:
    return ImageOps.posterize(picture, 3)


def _soft(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(max(picture.size) / 100))


STEPS: tuple[tuple[str, Step], ...] = (
    ("night dark darker starry midnight", _light(0.55)),
    ("bright brighter day daylight sunny sunlight", _light(1.35)),
    ("monochrome grayscale greyscale grey gray noir", _gray),
    ("blur blurred blurry misty fog foggy soft", _soft),
    ("sharp sharper crisp detailed", lambda picture: picture.filter(ImageFilter.UnsharpMask(3, 180))),
    ("vivid vibrant colorful colourful saturated", lambda picture: ImageEnhance.Color(picture).enhance(1.8)),
    ("muted faded pastel vintage desaturated", lambda picture: ImageEnhance.Color(picture).enhance(0.45)),
    ("mirror mirrored flip flipped", ImageOps.mirror),
    ("inverted invert negative", ImageOps.invert),
    ("poster painting cartoon comic anime cel", _poster),
)


def edit(
    picture: Image.Image,
    prompt: str,
    *,
    variant: str = "",
    references: Sequence[Image.Image] = (),
    mask: Image.Image | None = None,
    strength: float = 0.75,
) -> Image.Image:
    """The edited picture in RGB, as large as before.

    `variant` tells apart several results of one request, `references` lend their mean color, `mask` is white where the
    picture may change, `strength` (0 to 1) is the share of the tint.
    """
    before = flat(picture)
    words = re.findall(r"\w+", prompt.lower())
    done = [step for known, step in STEPS if set(known.split()) & set(words)]
    after = before
    for step in done:
        after = step(after)
    tints = [COLOR_WORDS[word] for word in dict.fromkeys(words) if word in COLOR_WORDS]
    tints += [_mean(reference) for reference in references]
    share = min(max(strength, 0.05), 1.0)
    for tint in tints[:4]:
        after = Image.blend(after, _tinted(after, tint), share)
    if variant or not (done or tints):
        after = _turned(after, prompt, variant, small=bool(done or tints))
    if after.tobytes() == before.tobytes():  # an all-white picture made brighter, a black one made darker
        after = Image.blend(before, ImageOps.invert(before), 0.25)
    if mask is not None:
        where = ImageOps.grayscale(flat(mask)).resize(before.size, Image.Resampling.BILINEAR)
        after = Image.composite(after, before, where)
    return after


def _mean(picture: Image.Image) -> tuple[int, int, int]:
    red, green, blue = (round(level) for level in ImageStat.Stat(flat(picture)).mean)
    return red, green, blue


def _tinted(picture: Image.Image, color: tuple[int, int, int]) -> Image.Image:
    """The picture's light and shade in one color."""
    gray = ImageOps.grayscale(picture)
    return ImageOps.colorize(gray, black=(12, 12, 16), mid=color, white=(250, 250, 246))


def _turned(picture: Image.Image, prompt: str, variant: str, *, small: bool) -> Image.Image:
    """Hues turned by an amount that belongs to the words, a small one when they have been followed already."""
    rng = stream(0, "edit", prompt, variant)
    turn = rng.randint(4, 14) if small else rng.randint(40, 215)
    hue, saturation, value = picture.convert("HSV").split()
    hue = hue.point([(level + turn) % 256 for level in range(256)])
    saturation = saturation.point([min(255, round(level * 0.9 + 20)) for level in range(256)])
    return Image.merge("HSV", (hue, saturation, value)).convert("RGB")
