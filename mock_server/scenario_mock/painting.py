"""Painting: what a seed and a prompt look like on a small canvas.

A picture is a `Scene`: a palette, a motif and the draws that place its shapes, in coordinates from 0 to 1, so that its
look does not depend on its size. Words steer it: color words the palette, subject words the motif. `pictures` enlarges
and stores what is painted here.
"""

from __future__ import annotations

import colorsys
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageFilter

from .brushes import Brush, Color
from .ids import stream

COLOR_WORDS: dict[str, Color] = {
    "red": (200, 40, 45), "crimson": (165, 20, 45), "scarlet": (215, 45, 30), "orange": (235, 130, 35),
    "golden": (225, 175, 55), "gold": (225, 175, 55), "gilded": (225, 175, 55), "yellow": (240, 210, 60),
    "green": (60, 145, 75), "emerald": (20, 145, 100), "mossy": (95, 120, 50), "forest": (40, 95, 60),
    "teal": (20, 130, 135), "blue": (45, 95, 190), "azure": (50, 140, 220), "navy": (25, 40, 95),
    "sea": (30, 110, 150), "frost": (170, 210, 230), "snowy": (225, 235, 245), "white": (240, 240, 238),
    "silver": (175, 182, 190), "grey": (125, 128, 132), "gray": (125, 128, 132), "black": (28, 28, 34),
    "purple": (115, 60, 160), "violet": (120, 80, 190), "lavender": (165, 145, 215), "pink": (235, 135, 170),
    "cherry": (240, 165, 185), "neon": (245, 45, 165), "copper": (180, 105, 65), "bronze": (150, 105, 60),
    "brown": (120, 80, 50), "wooden": (130, 88, 52), "rusty": (160, 80, 45), "desert": (215, 170, 110),
    "sandstone": (210, 165, 105), "sunset": (235, 110, 75), "dawn": (240, 165, 130), "moonlit": (70, 85, 135),
    "moonlight": (70, 85, 135), "autumn": (195, 105, 40), "pastel": (235, 205, 210), "burning": (225, 85, 30),
    "glacier": (150, 205, 225), "night": (25, 30, 65), "christmas": (190, 35, 45), "crystal": (150, 200, 225),
}  # fmt: skip
MOTIF_WORDS: dict[str, tuple[str, ...]] = {
    "hills": ("landscape", "valley", "hills", "hill", "mountain", "peaks", "forest", "desert", "canyon", "lake"),
    "skyline": ("city", "cityscape", "skyline", "castle", "alley", "tower", "cathedral", "palace", "habitat"),
    "figure": ("portrait", "character", "warrior", "queen", "dancer", "person", "man", "woman", "cat", "fox", "knight"),
    "orbits": ("space", "galaxy", "orbital", "planet", "astronaut", "moon", "lunar", "spaceport", "stars"),
    "tiles": ("texture", "tile", "tiles", "seamless", "pattern", "scales", "planks", "woven", "cobblestone"),
}  # fmt: skip
PAINT_SIDE = 224
"""Pixels on the longer side of what is enlarged to a picture file."""
MOTIFS = (*MOTIF_WORDS, "blobs")
_MOTIF_WORDS = [(motif, frozenset(known)) for motif, known in MOTIF_WORDS.items()]


@dataclass(frozen=True)
class Scene:
    """What to paint: sky and ground colors, accents, a motif and the draws that place its shapes."""

    sky: Color
    ground: Color
    accents: tuple[Color, ...]
    motif: str
    draws: tuple[float, ...]


def scene_of(seed: str, prompt: str) -> Scene:
    """Palette and motif: from the prompt where it says something, from the seed otherwise."""
    rng = stream(0, "picture", seed, prompt)
    words = re.findall(r"\w+", prompt.lower())
    named = [COLOR_WORDS[word] for word in words if word in COLOR_WORDS]
    hue = rng.random()
    drawn = [
        _hsv(hue + turn + rng.uniform(-0.04, 0.04), rng.uniform(0.35, 0.8), rng.uniform(0.45, 0.95))
        for turn in (0, 0.08, 0.5, 0.42, 0.9)
    ]
    palette = [*(_near(color, rng) for color in named[:3]), *drawn][:5]
    rest = palette[1:]
    rng.shuffle(rest)
    asked = [motif for motif, known in _MOTIF_WORDS if not known.isdisjoint(words)]
    motif = rng.choice(asked) if asked else rng.choice(MOTIFS)
    return Scene(palette[0], rest[0], tuple(rest[1:]), motif, tuple([rng.random() for _ in range(96)]))


def paint(seed: str, prompt: str, width: int, height: int, longest: int) -> Image.Image:
    """The scene on a canvas of the picture's shape whose longer side has `longest` pixels."""
    share = longest / max(width, height)
    size = (max(2, round(width * share)), max(2, round(height * share)))
    scene = scene_of(seed, prompt)
    canvas = _background(scene, size)
    MOTIF_SHAPES[scene.motif](Brush(canvas), scene)
    return soft(canvas)


def soft(canvas: Image.Image) -> Image.Image:
    """The canvas without its hard edges."""
    return canvas.filter(ImageFilter.GaussianBlur(max(canvas.size) / 320))


def _background(scene: Scene, size: tuple[int, int]) -> Image.Image:
    """A gradient from a lighter sky to a darker ground, turned a little, with a soft light in it."""
    upper, lower, light = colors_of_light(scene)
    base = Image.composite(Image.new("RGB", size, lower), Image.new("RGB", size, upper), slope(turn(scene), size))
    reach, x, y = glow_place(scene, size)
    side = round(reach)
    base.paste(Image.new("RGB", (side, side), light), (round(x) - side // 2, round(y) - side // 2), glow(side))
    return base


def slope(degrees: float, size: tuple[int, int]) -> Image.Image:
    """How much of the ground's color each pixel has: more from top to bottom, turned by so many degrees."""
    whole = Image.linear_gradient("L").rotate(degrees, Image.Resampling.BILINEAR).crop((40, 40, 216, 216))
    return whole.resize(size, Image.Resampling.BILINEAR)


def glow(side: int) -> Image.Image:
    """How much of the light's color each pixel of a square has, which the light fills."""
    return Image.radial_gradient("L").resize((side, side)).point([max(0, 150 - level) for level in range(256)])


def turn(scene: Scene) -> float:
    """By how many degrees the sky's gradient is turned: at most 30, either way."""
    return (scene.draws[0] - 0.5) * 60


def colors_of_light(scene: Scene) -> tuple[Color, Color, Color]:
    """Where the gradient begins, where it ends, and the light in it."""
    return (
        _mix(scene.sky, (255, 255, 255), 0.25),
        _mix(scene.sky, scene.ground, 0.55),
        _mix(scene.accents[0], (255, 250, 235), 0.6),
    )


def glow_place(scene: Scene, size: tuple[int, int]) -> tuple[float, float, float]:
    """The light's diameter and the middle of it, in pixels of a canvas of `size`."""
    width, height = size
    reach = max(size) * (0.5 + scene.draws[1] * 0.6)
    return reach, scene.draws[2] * width, scene.draws[3] * 0.6 * height


def _hills(brush: Brush, scene: Scene) -> None:
    width, height = brush.width, brush.height
    for layer in range(4):
        level = 0.42 + layer * 0.14
        steps = [level + (draw - 0.5) * 0.22 for draw in scene.draws[10 + layer * 8 : 17 + layer * 8]]
        line = [(round(x * width), round(y * height)) for x, y in _curve(steps, brush.steps)]
        color = _mix(_mix(scene.ground, scene.accents[layer % 3], 0.35), (15, 18, 30), layer * 0.14)
        brush.area([(0, height), *line, (width, height)], color, 235)


def _skyline(brush: Brush, scene: Scene) -> None:
    width, height = brush.width, brush.height
    for row in range(3):
        tone = _mix(_mix(scene.ground, scene.accents[row], 0.3), (12, 14, 28), 0.2 + row * 0.2)
        for i in range(9):
            tall = 0.18 + scene.draws[10 + row * 9 + i] * (0.5 - row * 0.1)
            left = (i + scene.draws[40 + i] * 0.5 - 0.3) * width / 8.5
            brush.box(left, height * (1 - tall), left + width * 0.1, height + 1, tone, 245)
            lit = scene.draws[55 + (row * 9 + i) % 30]
            if lit > 0.35 and brush.fine:
                glow = _mix(scene.accents[i % 3], (255, 240, 190), 0.5)
                top = height * (1 - tall * (0.35 + 0.6 * lit))
                brush.box(left + width * 0.03, top, left + width * 0.05, top + height * 0.025, glow, 230)


def _figure(brush: Brush, scene: Scene) -> None:
    width, height = brush.width, brush.height
    middle = width * (0.42 + scene.draws[10] * 0.16)
    unit = min(width, height) * (0.85 + scene.draws[11] * 0.25)
    coat, skin = _mix(scene.ground, scene.accents[1], 0.3), _mix(scene.accents[0], (235, 195, 165), 0.55)
    brush.oval(middle, height * 1.02, unit * 0.38, unit * 0.48, coat, 250)
    brush.oval(middle, height * 0.47, unit * 0.22, unit * 0.25, _mix(coat, (20, 18, 26), 0.5), 250)
    brush.oval(middle, height * 0.5, unit * 0.16, unit * 0.2, skin, 250)
    for i in range(6):
        reach = unit * (0.02 + scene.draws[20 + i] * 0.05)
        brush.oval(scene.draws[30 + i] * width, scene.draws[40 + i] * height, reach, reach, scene.accents[i % 3], 120)


def _orbits(brush: Brush, scene: Scene) -> None:
    width, height = brush.width, brush.height
    brush.box(0, 0, width, height, (8, 9, 26), 150)
    stars = [(x * width, y * height) for x, y in zip(scene.draws[10:50], scene.draws[50:90], strict=True)]
    for i in range(5):
        brush.dots(stars[i::5], max(width, height) * (0.002 + i * 0.001), (255, 250, 240), 220)
    for i in range(3):
        reach = min(width, height) * (0.07 + scene.draws[5 + i] * 0.2)
        x, y = scene.draws[90 + i] * width, (0.2 + scene.draws[93 - i] * 0.6) * height
        brush.oval(x, y, reach, reach, scene.accents[i], 245)
        shade = _mix(scene.accents[i], (10, 10, 25), 0.35)
        brush.oval(x + reach * 0.25, y + reach * 0.2, reach * 0.8, reach * 0.8, shade, 140)
    brush.arc((width * 0.1, height * 0.3, width * 0.9, height * 0.75), 200, 380, scene.accents[0], 160)


def _tiles(brush: Brush, scene: Scene) -> None:
    count = 4 + int(scene.draws[10] * 4)
    side = max(brush.width, brush.height) / count
    rows = []
    for row in range(int(brush.height / side + 0.5) + 1):
        levels = [scene.draws[(row * 7 + column * 3) % 96] for column in range(int(brush.width / side + 0.5) + 1)]
        rows.append([_mix(scene.accents[int(level * 3)], scene.ground, 0.45 + 0.3 * level) for level in levels])
    brush.tiles(rows, side, 240)


def _blobs(brush: Brush, scene: Scene) -> None:
    width, height = brush.width, brush.height
    for i in range(14):
        reach = min(width, height) * (0.06 + scene.draws[10 + i] * 0.24)
        color = _mix(scene.accents[i % 3], scene.ground, scene.draws[30 + i] * 0.4)
        brush.oval(scene.draws[50 + i] * width, scene.draws[70 + i] * height, reach, reach, color, 150)


MOTIF_SHAPES: Mapping[str, Callable[[Brush, Scene], None]] = {
    "hills": _hills,
    "skyline": _skyline,
    "figure": _figure,
    "orbits": _orbits,
    "tiles": _tiles,
    "blobs": _blobs,
}


def _curve(steps: list[float], count: int) -> list[tuple[float, float]]:
    """`count` + 1 points at equal distances, x from 0 to 1, on a smooth curve through the seven `steps`."""
    return [(x, steps[left] * (1 - part) + steps[left + 1] * part) for x, left, part in _on_curve(count)]


@cache
def _on_curve(count: int) -> list[tuple[float, int, float]]:
    """x of each point of a curve, between which steps it lies, and how much of the second is in it."""
    points = []
    for i in range(count + 1):
        left = min(int(i / count * 6), 5)
        part = i / count * 6 - left
        points.append((i / count, left, part * part * (3 - 2 * part)))
    return points


def _mix(one: Color, other: Color, share: float) -> Color:
    """`one` with `share` (0 to 1) of `other` in it."""
    (red, green, blue), (more_red, more_green, more_blue) = one, other
    return (
        round(red + (more_red - red) * share),
        round(green + (more_green - green) * share),
        round(blue + (more_blue - blue) * share),
    )


def _near(color: Color, rng: random.Random) -> Color:
    red, green, blue = (max(0, min(255, level + rng.randint(-18, 18))) for level in color)
    return red, green, blue


def _hsv(hue: float, saturation: float, value: float) -> Color:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)
