"""Likeness: unit vectors that agree between what is drawn and what is served, and rank pictures as people would."""

from __future__ import annotations

import io
import time
from array import array
from functools import cache
from math import hypot
from operator import mul

import pytest
from PIL import Image, ImageEnhance, ImageOps
from scenario_mock import likeness, painting, pictures

PROMPTS = ("", "a castle at night", "a red dragon, seamless texture", "a lighthouse at dawn", "a fox in a neon city")
SIZES = ((1024, 1024), (1360, 768), (768, 1360), (64, 64), (512, 2048), (2048, 64))
KINDS = ("PNG", "JPEG", "WEBP")
OTHERS = 1000


def encoded(picture: Image.Image, kind: str = "PNG", **options: int) -> bytes:
    """The picture as a file of that kind."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def seen(picture: Image.Image) -> array[float]:
    return likeness.of_file(encoded(picture))


def cosine(one: array[float], other: array[float]) -> float:
    return float(sum(map(mul, one, other)))


def plain(color: str | tuple[int, int, int], size: tuple[int, int] = (40, 30)) -> Image.Image:
    return Image.new("RGB", size, color)


def painted(number: int, prompt: str = "", size: tuple[int, int] = (1024, 1024)) -> Image.Image:
    return painting.paint(f"asset_{number}", prompt, *size, painting.PAINT_SIDE)


@cache
def gallery(prompt: str, size: tuple[int, int]) -> list[array[float]]:
    return [likeness.drawn(f"asset_{number}", prompt, *size) for number in range(OTHERS)]


# ---- vectors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("color", ["black", "white", "red", (127, 127, 127), (128, 128, 128)])
def test_every_plain_color_has_a_direction(color: str | tuple[int, int, int]):
    vector = seen(plain(color))
    assert (vector.typecode, len(vector)) == ("f", likeness.SIZE)
    assert hypot(*vector) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("size", [*SIZES, (1, 1), (1, 4096), (4096, 3), (0, 0)])
def test_any_size_can_be_drawn(size: tuple[int, int]):
    for number in range(24):
        vector = likeness.drawn(f"asset_{number}", "", *size)
        assert len(vector) == likeness.SIZE
        assert hypot(*vector) == pytest.approx(1, abs=1e-6)
        assert vector == likeness.drawn(f"asset_{number}", "", *size)


def test_greys_next_to_each_other_are_alike():
    assert cosine(seen(plain((127, 127, 127))), seen(plain((129, 129, 129)))) > 0.99


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "1", "LA", "PA", "I;16", "I", "CMYK", "YCbCr"])
def test_any_color_mode(mode: str):
    kind = "TIFF" if mode in ("CMYK", "YCbCr", "PA", "I") else "PNG"
    picture = Image.new("P", (20, 20)).convert(mode) if mode == "PA" else Image.new(mode, (20, 20))
    assert hypot(*likeness.of_file(encoded(picture, kind))) == pytest.approx(1, abs=1e-6)


def test_sixteen_bits_of_grey_are_no_white():
    levels = [x * 4 for _ in range(64) for x in range(64)]
    ramp = Image.frombytes("L", (64, 64), bytes(levels))
    wide = Image.frombytes("I;16", (64, 64), b"".join((level * 256).to_bytes(2, "little") for level in levels))
    assert cosine(seen(ramp), seen(wide)) > 0.999


def test_a_picture_is_seen_upright_and_on_white():
    picture = painted(3)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees
    out = io.BytesIO()
    picture.rotate(90, expand=True).save(out, "PNG", exif=exif)
    assert cosine(likeness.of_file(out.getvalue()), seen(picture)) > 0.999
    hidden = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    assert cosine(seen(hidden), seen(plain("white"))) > 0.999


@pytest.mark.parametrize("content", [b"", b"hello", encoded(plain("red"))[:60], b"<svg/>", bytes(100_000)])
def test_what_is_no_picture(content: bytes):
    with pytest.raises(ValueError, match="cannot be read"):
        likeness.of_file(content)


# ---- what is drawn and what is served --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_file_is_nearest_to_its_own_asset(prompt: str, size: tuple[int, int]):
    """Among a thousand with the same prompt, whose words give them like colors and the same motif."""
    vectors, cosines = gallery(prompt, size), []
    for number in range(0, OTHERS, 100):
        small = tuple(max(1, side // 3) for side in size)
        picture = painted(number, prompt, size).resize(small, Image.Resampling.BICUBIC)
        vector = likeness.of_file(encoded(picture, KINDS[number // 100 % 3]))
        found = max(range(OTHERS), key=lambda other: cosine(vector, vectors[other]))
        assert found == number
        cosines.append(cosine(vector, vectors[number]))
    assert sorted(cosines)[5] > 0.98
    assert min(cosines) > 0.85


@pytest.mark.parametrize("motif", painting.MOTIFS)
def test_every_motif_is_known_from_far_away(motif: str):
    """A file is less than half as far from its asset's vector as from the nearest of a thousand others."""
    vectors = gallery("", (1024, 1024))
    own = [number for number in range(OTHERS) if painting.scene_of(f"asset_{number}", "").motif == motif][:6]
    for number in own:
        vector = likeness.of_file(pictures.draw_png(f"asset_{number}", 512, 512))
        apart = sorted(2 - 2 * cosine(vector, other) for other in vectors)
        assert 2 - 2 * cosine(vector, vectors[number]) == apart[0]
        assert apart[0] < apart[1] / 4  # squares of distances


def test_a_vector_costs_no_painting():
    def spent(vector: bool) -> float:
        start = time.process_time()
        for number in range(60):
            if vector:
                likeness.drawn(f"asset_{number}", "a lighthouse at dawn", 1024, 1024)
            else:
                painting.paint(f"asset_{number}", "a lighthouse at dawn", 1024, 1024, 64)
        return time.process_time() - start

    assert min(spent(True) for _ in range(5)) < min(spent(False) for _ in range(3)) / 4  # 1/10 on a quiet machine


# ---- what people would say -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(8))
def test_the_same_picture_stays_near_and_another_is_far(number: int):
    picture = painted(number)
    own = seen(picture)
    same = {
        "smaller": seen(picture.resize((48, 48))),
        "coarse": likeness.of_file(encoded(picture, "JPEG", quality=20)),
        "darker": seen(ImageEnhance.Brightness(picture).enhance(0.75)),
    }
    other = {
        "negative": seen(ImageOps.invert(picture)),
        "other colors": seen(Image.merge("RGB", [picture.getchannel(band) for band in "BRG"])),
        "upside down": seen(ImageOps.flip(picture)),
    }
    assert min(cosine(own, vector) for vector in same.values()) > 0.8
    assert cosine(own, other["negative"]) < -0.5
    assert max(cosine(own, vector) for vector in other.values()) < min(cosine(own, vector) for vector in same.values())


def test_color_counts_for_more_than_light():
    dark_red, red, dark_blue, orange = (seen(plain(color)) for color in ("darkred", "red", "darkblue", "orangered"))
    assert cosine(dark_red, red) > cosine(dark_red, dark_blue)
    assert cosine(red, orange) > cosine(red, dark_blue)
    assert cosine(seen(plain("black")), seen(plain("white"))) < 0


def test_place_counts():
    sky_above, sky_below = plain("skyblue", (40, 40)), plain("green", (40, 40))
    sky_above.paste("green", (0, 20, 40, 40))
    sky_below.paste("skyblue", (0, 20, 40, 40))
    like = plain("lightblue", (60, 40))
    like.paste("darkgreen", (0, 22, 60, 40))
    assert cosine(seen(sky_above), seen(like)) > 0.8 > cosine(seen(sky_below), seen(like))
