"""Pictures: drawn the same every time and quick; and the pictures of others are looked into before belief."""

from __future__ import annotations

import base64
import io
import struct
import time
import zlib
from contextlib import suppress
from itertools import pairwise

import pytest
from PIL import Image
from scenario_mock import pictures
from scenario_mock.painting import MOTIFS, scene_of

SIDES = ((1024, 1024), (1360, 768), (64, 64), (2048, 64), (833, 1201))


def encoded(picture: Image.Image, kind: str) -> bytes:
    """The picture as a file of that kind."""
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def data_url(mime: str, content: bytes) -> str:
    """A base64 data URL."""
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def mean_color(content: bytes) -> tuple[float, float, float]:
    """Mean red, green and blue of a picture, 0 to 1."""
    with Image.open(io.BytesIO(content)) as picture:
        red, green, blue = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    return red / 255, green / 255, blue / 255


@pytest.mark.parametrize(("width", "height"), SIDES)
def test_exact_size_and_real_png(width: int, height: int):
    content = pictures.draw_png("seed", width, height, "a castle")
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (width, height))


@pytest.mark.parametrize(("width", "height"), [(63, 64), (64, 2049), (0, 0)])
def test_sizes_out_of_bounds_are_refused(width: int, height: int):
    with pytest.raises(ValueError, match="64 to 2048"):
        pictures.draw_png("seed", width, height)


def test_same_arguments_same_bytes():
    first = pictures.draw_png("asset_1", 256, 256, "a red dragon")
    assert first == pictures.draw_png("asset_1", 256, 256, "a red dragon")
    others = [
        pictures.draw_png("asset_2", 256, 256, "a red dragon"),
        pictures.draw_png("asset_1", 256, 256, "a blue dragon"),
    ]
    assert first not in others


def test_quick():
    pictures.draw_png("warm", 1024, 1024)
    spent = []
    for number in range(5):
        start = time.process_time()
        pictures.draw_png(str(number), 1024, 1024, "a city at night")
        spent.append(time.process_time() - start)
    assert min(spent) < 0.15


def test_every_motif_paints():
    drawn = {scene_of(str(number), "").motif for number in range(200)}
    assert drawn == set(MOTIFS)
    for number in range(60):
        pictures.draw_thumbnail(str(number), 300, 200, longest=48)


def test_words_steer_the_palette():
    reds = [mean_color(pictures.draw_png(str(number), 64, 64, "crimson and scarlet, all red")) for number in range(12)]
    blues = [mean_color(pictures.draw_png(str(number), 64, 64, "a navy and azure blue")) for number in range(12)]
    assert sum(red - blue for red, _, blue in reds) > sum(red - blue for red, _, blue in blues) + 2


def test_words_steer_the_motif():
    assert {scene_of(str(number), "a city skyline").motif for number in range(20)} == {"skyline"}


@pytest.mark.parametrize(
    ("width", "height", "longest", "size"),
    [(1024, 1024, 256, (256, 256)), (1360, 768, 256, (256, 145)), (64, 64, 256, (64, 64)), (2048, 64, 16, (16, 1))],
)
def test_thumbnail_keeps_the_shape(width: int, height: int, longest: int, size: tuple[int, int]):
    content = pictures.draw_thumbnail("seed", width, height, "a castle", longest)
    assert pictures.size_of(content) == size


# ---- aspect ratios ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9", "9:21", "5:4", "2.39:1", "1:2", "3:1"]
)
@pytest.mark.parametrize("base", [512, 1024, 1536])
def test_size_for(text: str, base: int):
    width, height = pictures.size_for(text, base)
    across, down = map(float, text.split(":"))
    assert width % 16 == height % 16 == 0
    assert abs(width / height / (across / down) - 1) < 0.01
    assert 64 <= min(width, height) <= max(width, height) <= 2048
    if base < 1536:
        assert width * height == pytest.approx(base * base, rel=0.12)


def test_size_for_known_shapes():
    assert pictures.size_for("1:1") == (1024, 1024)
    assert pictures.size_for("16:9") == (1360, 768)
    assert pictures.size_for("9:16") == (768, 1360)


@pytest.mark.parametrize(
    "text", ["", "16x9", "16:", ":9", "0:1", "1:0", "-1:1", "auto", "1:1:1", "1e3:1", "\u0663:1", "99:1", "1:99"]
)
def test_size_for_refuses(text: str):
    with pytest.raises(ValueError, match="aspect ratio"):
        pictures.size_for(text)


# ---- data URLs -------------------------------------------------------------------------------------------------------

SQUARE = Image.new("RGB", (70, 50), "teal")
PNG = encoded(SQUARE, "PNG")


@pytest.mark.parametrize(
    ("mime", "content"),
    [
        ("image/png", PNG),
        ("image/jpeg", encoded(SQUARE, "JPEG")),
        ("image/jpg", encoded(SQUARE, "JPEG")),
        ("image/gif", encoded(SQUARE, "GIF")),
        ("image/webp", encoded(SQUARE, "WEBP")),
        ("image/bmp", encoded(SQUARE, "BMP")),
        ("image/tiff", encoded(SQUARE, "TIFF")),
        ("audio/wav", b"RIFF\x24\0\0\0WAVEfmt "),
        ("video/mp4", b"\0\0\0\x20ftypisom\0\0\2\0"),
        ("model/gltf-binary", b"glTF\2\0\0\0"),
        ("text/plain", "BMW, früher".encode()),
        ("application/json", b"{}"),
        ("image/svg+xml", b"<svg/>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_honest_data_urls(mime: str, content: bytes):
    assert pictures.decode_data_url(data_url(mime, content)) == (mime, content)
    if content.startswith(PNG[:8]):
        assert pictures.decode_base64(base64.b64encode(content).decode()) == (mime, content)


def test_data_url_without_a_type_is_text():
    assert pictures.decode_data_url("data:;base64,aGVsbG8=") == ("text/plain", b"hello")
    assert pictures.decode_data_url("data:;charset=utf-8;base64,aGVs\nbG8=") == ("text/plain", b"hello")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a data URL"),
        ("asset_abc123", "not a data URL"),
        ("https://example.com/a.png", "not a data URL"),
        ("data:image/png", "not a data URL"),
        ("data:image/png,%89PNG", "not base64"),
        ("data:image/png;base64,", "empty"),
        ("data:image/png;base64,iVBOR", "bad base64"),
        ("data:image/png;base64,iVBORw0K###", "bad base64"),
        (data_url("image/jpeg", PNG), "says image/jpeg but holds image/png"),
        (data_url("text/plain", PNG), "says text/plain but holds image/png"),
        (data_url("image/png", b"<html>no</html>"), "says image/png but holds something else"),
        (data_url("image/tiff", b"nothing"), "says image/tiff but holds something else"),
        (data_url("image/png", PNG[:60]), "cannot be read"),
        (data_url("image/png", PNG[:8]), "cannot be read"),
        (data_url("image/png", PNG[:45] + bytes(8) + PNG[53:]), "cannot be read"),
        (data_url("image/jpeg", encoded(SQUARE.resize((600, 600)), "JPEG")[:700]), "cannot be read"),
        (data_url("image/gif", b"GIF89a" + bytes(3)), "cannot be read"),
        (data_url("image/webp", b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0"), "cannot be read"),
    ],
    ids=lambda value: value[:40],
)
def test_dishonest_data_urls(text: str, reason: str):
    with pytest.raises(ValueError, match=reason):
        pictures.decode_data_url(text)


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG that claims a huge size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(8000, 8000), (12000, 12000), (60000, 60000)])
def test_decompression_bombs_are_refused_before_decoding(width: int, height: int):
    with pytest.raises(ValueError, match="more than 40000000 pixels"):
        pictures.decode_data_url(data_url("image/png", bomb(width, height)))
    with pytest.raises(ValueError, match="more than 40000000 pixels"):
        pictures.size_of(bomb(width, height))


def test_pixel_cap_can_be_chosen():
    with pytest.raises(ValueError, match=r"more than 100 pixels: 70 x 50"):
        pictures.decode_data_url(data_url("image/png", PNG), max_pixels=100)


def test_no_prefix_of_a_picture_is_a_surprise():
    for kind, mime in (("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif"), ("WEBP", "image/webp")):
        content = encoded(SQUARE, kind)
        for end in range(1, len(content), max(1, len(content) // 60)):
            with suppress(ValueError):
                pictures.decode_data_url(data_url(mime, content[:end]))


def test_size_of_what_is_no_picture():
    for content in (b"", b"hello", PNG[:20]):
        with pytest.raises(ValueError, match="cannot be read"):
            pictures.size_of(content)


def test_aspect_ratios_order_sizes():
    widths = [pictures.size_for(text)[0] for text in ("9:16", "3:4", "1:1", "4:3", "16:9", "21:9")]
    assert all(narrow < wide for narrow, wide in pairwise(widths))
