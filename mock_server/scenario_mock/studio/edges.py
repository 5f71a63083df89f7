"""Edges: where and how fast the brightness of a picture changes, with Pillow's filters alone.

`canny` follows Canny's recipe: smooth, differentiate (Sobel), thin to ridges, keep what is strong and what hangs on it.
Ridges are thinned along the steeper of the two axes instead of along four directions. A strength is a quarter of
|gx| + |gy|, so that a step from black to white has 255.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageFilter

# Positive where it gets brighter to the right, and downwards: Pillow's kernels begin with the lowest row.
SOBEL_X = (-1, 0, 1, -2, 0, 2, -1, 0, 1)
SOBEL_Y = (1, 2, 1, 0, 0, 0, -1, -2, -1)
FLAT = 128
"""The level that stands for no change in a signed gradient."""


def flat(picture: Image.Image) -> Image.Image:
    """The picture in RGB, transparent parts on white; always a copy."""
    if picture.has_transparency_data:
        above = picture.convert("RGBA")
        below = Image.new("RGBA", above.size, "white")
        return Image.alpha_composite(below, above).convert("RGB")
    picture = shallow(picture)
    return picture.convert("RGB") if picture.mode != "RGB" else picture.copy()


def shallow(picture: Image.Image) -> Image.Image:
    """The picture; one of deep gray levels with its range stretched over 0 to 255."""
    if not picture.mode.startswith("I") and picture.mode != "F":
        return picture
    deep = picture.convert("F")
    low, high = deep.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    scale = 255 / (high - low) if high > low else 0.0
    return deep.point(lambda level: level * scale - low * scale).convert("L")


def strength(gray: Image.Image) -> Image.Image:
    """How strongly the brightness changes at each pixel; the frame of one pixel has 0."""
    return ImageChops.add(_slope(gray, SOBEL_X), _slope(gray, SOBEL_Y))


def signed(gray: Image.Image, kernel: Sequence[int]) -> Image.Image:
    """A quarter of the gradient along one axis, halved and shifted so that no change is `FLAT`."""
    return _framed(gray.filter(ImageFilter.Kernel((3, 3), kernel, scale=8, offset=FLAT)), FLAT)


def canny(gray: Image.Image, low: float = 100, high: float = 200) -> Image.Image:
    """White edges on black. Thresholds are on Sobel's own scale, where a step from black to white has 1020."""
    smooth = gray.filter(ImageFilter.GaussianBlur(0.5))
    across, down = _slope(smooth, SOBEL_X), _slope(smooth, SOBEL_Y)
    steep = ImageChops.add(across, down)
    ridge = Image.composite(_ridge(steep, 1, 0), _ridge(steep, 0, 1), _mask(ImageChops.subtract(down, across), _zero))
    low, high = sorted(min(max(bound, 0), 1024) / 4 for bound in (low, high))
    weak = ImageChops.darker(ridge, _mask(steep, lambda level: level > 0 and level >= low))
    strong = ImageChops.darker(weak, _mask(steep, lambda level: level >= high))
    return _connected(weak, strong)


def _slope(gray: Image.Image, kernel: Sequence[int]) -> Image.Image:
    rising = gray.filter(ImageFilter.Kernel((3, 3), kernel, scale=4))
    falling = gray.filter(ImageFilter.Kernel((3, 3), [-weight for weight in kernel], scale=4))
    return _framed(ImageChops.lighter(rising, falling), 0)


def _framed(image: Image.Image, level: int) -> Image.Image:
    """`image` with a frame of one pixel at `level`: Pillow's kernels copy the picture there."""
    framed = Image.new("L", image.size, level)
    if min(image.size) > 2:
        framed.paste(image.crop((1, 1, image.width - 1, image.height - 1)), (1, 1))
    return framed


def _ridge(steep: Image.Image, dx: int, dy: int) -> Image.Image:
    """Where `steep` is not below its neighbor on one side and above the one on the other, along an axis."""
    before, behind = ImageChops.offset(steep, dx, dy), ImageChops.offset(steep, -dx, -dy)
    not_below = _mask(ImageChops.subtract(before, steep), _zero)
    above = _mask(ImageChops.subtract(steep, behind), lambda level: level > 0)
    return ImageChops.darker(not_below, above)


def _zero(level: int) -> bool:
    return level == 0


def _mask(image: Image.Image, holds: Callable[[int], bool]) -> Image.Image:
    return image.point([255 if holds(level) else 0 for level in range(256)])


def _connected(weak: Image.Image, strong: Image.Image) -> Image.Image:
    """The pixels of `weak` that touch `strong`, directly or through one another. Both have an empty frame."""
    width = weak.width
    left, kept, starts = bytearray(weak.tobytes()), bytearray(len(weak.tobytes())), strong.tobytes()
    around = (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1)
    start = starts.find(255)
    while start >= 0:
        todo = [start] if left[start] else []
        left[start] = 0
        while todo:
            place = todo.pop()
            kept[place] = 255
            for step in around:
                if left[place + step]:
                    left[place + step] = 0
                    todo.append(place + step)
        start = starts.find(255, start + 1)
    return Image.frombytes("L", weak.size, bytes(kept))
