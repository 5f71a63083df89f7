"""Painting: what a seed and a prompt look like on a small canvas.

A picture is a `Scene`: a palette, a motif and the draws that place its shapes, in coordinates from 0 to 1, so that its
look does not depend on its size. Words steer it: color words the palette, subject words the motif. `pictures` enlarges
and stores what is painted here.
"""

from __future__ import annotations

import colorsys
import random
import re
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

from .ids import stream

Color = tuple[int, int, int]

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
MOTIFS = (*MOTIF_WORDS, "blobs")


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
    asked = [motif for motif, known in MOTIF_WORDS.items() if set(known) & set(words)]
    motif = rng.choice(asked) if asked else rng.choice(MOTIFS)
    return Scene(palette[0], rest[0], tuple(rest[1:]), motif, tuple(rng.random() for _ in range(96)))


def paint(seed: str, prompt: str, width: int, height: int, longest: int) -> Image.Image:
    """The scene on a canvas of the picture's shape whose longer side has `longest` pixels."""
    share = longest / max(width, height)
    size = (max(2, round(width * share)), max(2, round(height * share)))
    scene = scene_of(seed, prompt)
    canvas = _background(scene, size)
    _MOTIFS[scene.motif](ImageDraw.Draw(canvas, "RGBA"), scene, size)
    return canvas.filter(ImageFilter.GaussianBlur(longest / 320))


def _background(scene: Scene, size: tuple[int, int]) -> Image.Image:
    """A gradient from a lighter sky to a darker ground, turned a little, with a soft light in it."""
    slope = (
        Image.linear_gradient("L")
        .rotate((scene.draws[0] - 0.5) * 60, Image.Resampling.BILINEAR)
        .crop((40, 40, 216, 216))
    )
    base = Image.composite(
        Image.new("RGB", size, _mix(scene.sky, scene.ground, 0.55)),
        Image.new("RGB", size, _mix(scene.sky, (255, 255, 255), 0.25)),
        slope.resize(size, Image.Resampling.BILINEAR),
    )
    reach = round(max(size) * (0.5 + scene.draws[1] * 0.6))
    glow = Image.radial_gradient("L").resize((reach, reach)).point([max(0, 150 - level) for level in range(256)])
    at = (round(scene.draws[2] * size[0]) - reach // 2, round(scene.draws[3] * 0.6 * size[1]) - reach // 2)
    base.paste(Image.new("RGB", (reach, reach), _mix(scene.accents[0], (255, 250, 235), 0.6)), at, glow)
    return base


def _hills(draw: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int]) -> None:
    width, height = size
    for layer in range(4):
        level = 0.42 + layer * 0.14
        steps = [level + (scene.draws[10 + layer * 8 + i] - 0.5) * 0.22 for i in range(7)]
        line = [(round(i * width / 24), round(_between(steps, i / 24) * height)) for i in range(25)]
        color = _mix(_mix(scene.ground, scene.accents[layer % 3], 0.35), (15, 18, 30), layer * 0.14)
        draw.polygon([(0, height), *line, (width, height)], fill=(*color, 235))


def _skyline(draw: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int]) -> None:
    width, height = size
    for row in range(3):
        tone = _mix(_mix(scene.ground, scene.accents[row], 0.3), (12, 14, 28), 0.2 + row * 0.2)
        for i in range(9):
            tall = 0.18 + scene.draws[10 + row * 9 + i] * (0.5 - row * 0.1)
            left = (i + scene.draws[40 + i] * 0.5 - 0.3) * width / 8.5
            box = (left, height * (1 - tall), left + width * 0.1, height + 1)
            draw.rectangle(box, fill=(*tone, 245))
            lit = scene.draws[55 + (row * 9 + i) % 30]
            if lit > 0.35:
                glow = _mix(scene.accents[i % 3], (255, 240, 190), 0.5)
                top = height * (1 - tall * (0.35 + 0.6 * lit))
                draw.rectangle((left + width * 0.03, top, left + width * 0.05, top + height * 0.025), fill=(*glow, 230))


def _figure(draw: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int]) -> None:
    width, height = size
    middle = width * (0.42 + scene.draws[10] * 0.16)
    unit = min(width, height) * (0.85 + scene.draws[11] * 0.25)
    coat, skin = _mix(scene.ground, scene.accents[1], 0.3), _mix(scene.accents[0], (235, 195, 165), 0.55)
    _oval(draw, middle, height * 1.02, unit * 0.38, unit * 0.48, coat, 250)
    _oval(draw, middle, height * 0.47, unit * 0.22, unit * 0.25, _mix(coat, (20, 18, 26), 0.5), 250)
    _oval(draw, middle, height * 0.5, unit * 0.16, unit * 0.2, skin, 250)
    for i in range(6):
        reach = unit * (0.02 + scene.draws[20 + i] * 0.05)
        _oval(draw, scene.draws[30 + i] * width, scene.draws[40 + i] * height, reach, reach, scene.accents[i % 3], 120)


def _orbits(draw: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int]) -> None:
    width, height = size
    draw.rectangle((0, 0, width, height), fill=(8, 9, 26, 150))
    for i in range(40):
        x, y, reach = scene.draws[10 + i] * width, scene.draws[50 + i] * height, max(size) * (0.002 + (i % 5) * 0.001)
        _oval(draw, x, y, reach, reach, (255, 250, 240), 220)
    for i in range(3):
        reach = min(size) * (0.07 + scene.draws[5 + i] * 0.2)
        x, y = scene.draws[90 + i] * width, (0.2 + scene.draws[93 - i] * 0.6) * height
        _oval(draw, x, y, reach, reach, scene.accents[i], 245)
        _oval(
            draw,
            x + reach * 0.25,
            y + reach * 0.2,
            reach * 0.8,
            reach * 0.8,
            _mix(scene.accents[i], (10, 10, 25), 0.35),
            140,
        )
    draw.arc((width * 0.1, height * 0.3, width * 0.9, height * 0.75), 200, 380, fill=(*scene.accents[0], 160), width=2)


def _tiles(draw: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int]) -> None:
    count = 4 + int(scene.draws[10] * 4)
    side = max(size) / count
    for row in range(count + 1):
        for column in range(count + 1):
            level = scene.draws[(row * 7 + column * 3) % 96]
            x, y = (column + (row % 2) * 0.5) * side, row * side
            color = _mix(scene.accents[int(level * 3)], scene.ground, 0.45 + 0.3 * level)
            half = side * 0.46
            draw.rounded_rectangle((x - half, y - half, x + half, y + half), side * 0.2, fill=(*color, 240))


def _blobs(draw: ImageDraw.ImageDraw, scene: Scene, size: tuple[int, int]) -> None:
    width, height = size
    for i in range(14):
        reach = min(size) * (0.06 + scene.draws[10 + i] * 0.24)
        color = _mix(scene.accents[i % 3], scene.ground, scene.draws[30 + i] * 0.4)
        _oval(draw, scene.draws[50 + i] * width, scene.draws[70 + i] * height, reach, reach, color, 150)


_MOTIFS = {"hills": _hills, "skyline": _skyline, "figure": _figure, "orbits": _orbits, "tiles": _tiles, "blobs": _blobs}


def _oval(draw: ImageDraw.ImageDraw, x: float, y: float, rx: float, ry: float, color: Color, alpha: int) -> None:
    draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=(*color, alpha))


def _between(steps: list[float], share: float) -> float:
    """A smooth curve through equally spaced `steps`, at `share` (0 to 1) of its length."""
    place = share * (len(steps) - 1)
    left = min(int(place), len(steps) - 2)
    part = place - left
    part = part * part * (3 - 2 * part)
    return steps[left] * (1 - part) + steps[left + 1] * part


def _mix(one: Color, other: Color, share: float) -> Color:
    """`one` with `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _near(color: Color, rng: random.Random) -> Color:
    red, green, blue = (max(0, min(255, level + rng.randint(-18, 18))) for level in color)
    return red, green, blue


def _hsv(hue: float, saturation: float, value: float) -> Color:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)
