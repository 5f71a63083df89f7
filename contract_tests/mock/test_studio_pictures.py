"""What the mock does with pixels: looks, edges and other maps, patches, edits, judgments."""

from __future__ import annotations

import io
import math
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat
from scenario_mock import pictures
from scenario_mock.picture_files import decoded
from scenario_mock.studio import pose
from scenario_mock.studio.editing import edit
from scenario_mock.studio.looks import color_name, look_at, main_colors
from scenario_mock.studio.maps import MAPS, NOTES, MapSettings, background, make_map
from scenario_mock.studio.patching import Crop, Overlay, color_of, encode, patch
from scenario_mock.studio.quality import THRESHOLDS, judge

BOX = (40, 30, 119, 89)
"""The square of `square()`: left, top, right and bottom pixel."""


def square(size: tuple[int, int] = (160, 120)) -> Image.Image:
    """A white box on black."""
    picture = Image.new("RGB", size, "black")
    ImageDraw.Draw(picture).rectangle(BOX, fill="white")
    return picture


def drawn(prompt: str = "a futuristic cityscape at night", seed: str = "asset_1") -> Image.Image:
    return decoded(pictures.draw_png(seed, 320, 240, prompt))


# ---- maps ------------------------------------------------------------------------------------------------------------


def test_edges_of_a_square_lie_on_its_outline():
    edges = make_map(square(), "canny")
    assert edges.size == (160, 120)
    points = {(x, y) for x in range(160) for y in range(120) if edges.getpixel((x, y))}
    left, top, right, bottom = BOX
    outline = {(x, y) for x in range(left, right + 1) for y in (top, bottom)}
    outline |= {(x, y) for y in range(top, bottom + 1) for x in (left, right)}
    assert all(min(math.dist(point, other) for other in outline) < 2.1 for point in points)
    corners = {(x, y) for x in (left, right) for y in (top, bottom)}
    inner = {point for point in outline if min(math.dist(point, corner) for corner in corners) > 3}
    assert all(any(math.dist(point, found) < 2.1 for found in points) for point in inner)
    assert len(points) < 1.3 * len(outline), "the edges are one pixel wide"


def test_thresholds_decide_which_edges_count():
    faint = Image.new("L", (60, 60), 100)
    faint.paste(118, (30, 0, 60, 60))
    assert make_map(faint, "canny").getbbox() is None
    assert make_map(faint, "canny", MapSettings(low_threshold=20, high_threshold=40)).getbbox() is not None
    assert make_map(square(), "canny", MapSettings(low_threshold=1e9, high_threshold=1e9)).getbbox() is None
    assert make_map(Image.new("RGB", (60, 60), "red"), "canny").getbbox() is None


def test_straight_lines_are_found_and_a_curve_is_none():
    lines = make_map(square((320, 240)), "mlsd")
    assert all(ImageStat.Stat(lines.crop(part)).mean[0] > 5 for part in ((60, 26, 100, 35), (36, 40, 45, 80)))
    assert lines.crop((130, 100, 320, 240)).getbbox() is None


def test_grayscale_stretches_and_cuts_the_background():
    gray = make_map(square(), "grayscale")
    assert gray.mode == "LA"
    assert (gray.getpixel((5, 5)), gray.getpixel((80, 60))) == ((0, 0), (255, 255))
    kept = make_map(square(), "grayscale", MapSettings(remove_background=False))
    assert kept.mode == "L"
    ramp = Image.linear_gradient("L")
    stretched = make_map(ramp, "grayscale", MapSettings(min_threshold=64, max_threshold=191, remove_background=False))
    assert (stretched.getpixel((0, 60)), stretched.getpixel((0, 200))) == (0, 255)
    assert make_map(ramp, "grayscale", MapSettings(factor=0, remove_background=False)).getextrema()[0] in range(256)


def test_the_background_reaches_in_from_the_frame_only():
    picture = square()
    picture.paste((0, 0, 0), (70, 50, 90, 70))  # a hole of the background's color
    mask = background(picture)
    assert mask.getpixel((5, 5)) == 255
    assert mask.getpixel((80, 60)) == 0


def test_normals_are_unit_vectors_that_lean_away_from_a_bump():
    bump = Image.new("L", (200, 200), 60)
    ImageDraw.Draw(bump).ellipse((60, 60, 140, 140), fill=200)
    normals = make_map(bump.filter(ImageFilter.GaussianBlur(8)), "normal")
    for x in range(0, 200, 9):
        for y in range(0, 200, 9):
            vector = [(level - 127.5) / 127.5 for level in _rgb(normals, x, y)]
            assert math.hypot(*vector) == pytest.approx(1, abs=0.03)
            assert vector[2] > 0.6
    left, right = _rgb(normals, 60, 100), _rgb(normals, 140, 100)
    assert left[0] < 120 < 136 < right[0], "the left side leans left, the right side right"
    assert _rgb(normals, 100, 60)[1] > 136, "the upper side leans up"


def _rgb(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    return int(found[0]), int(found[1]), int(found[2])


def test_depth_scribble_segmentation_sketch_and_outlines():
    picture = square()
    depth = make_map(picture, "depth")
    assert _level(depth, 80, 60) > _level(depth, 10, 10)
    assert ImageStat.Stat(make_map(picture, "scribble")).sum[0] > 2 * ImageStat.Stat(make_map(picture, "canny")).sum[0]
    areas = make_map(drawn(), "segmentation")
    assert len(areas.getcolors() or []) in range(2, 9)
    sketch = make_map(picture, "sketch")
    assert _level(sketch, 80, 60) > 250 > _level(sketch, BOX[0], 60)
    outlines = make_map(picture, "lineart_anime")
    assert _level(outlines, 80, 60) < 20 < _level(outlines, BOX[0] - 1, 60)


def _level(picture: Image.Image, x: int, y: int) -> float:
    level = picture.getpixel((x, y))
    assert isinstance(level, int | float)
    return level


@pytest.mark.parametrize("modality", MAPS)
def test_maps_take_any_picture_and_keep_its_size(modality: str):
    for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "I;16", "F", "CMYK"):
        for size in ((1, 1), (2, 7), (33, 21)):
            assert make_map(Image.new(mode, size), modality).size == size
    assert make_map(Image.new("RGB", (4096, 64)), modality).size == (2048, 32)
    assert make_map(drawn(), modality).tobytes() == make_map(drawn(), modality).tobytes()


def body() -> Image.Image:
    """A black paper figure on white, 300 x 400."""
    picture = Image.new("RGB", (300, 400), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((125, 30, 175, 90), fill="black")
    pen.rectangle((110, 90, 190, 230), fill="black")
    pen.polygon([(110, 100), (50, 210), (70, 220), (120, 140)], fill="black")
    pen.polygon([(190, 100), (250, 210), (230, 220), (180, 140)], fill="black")
    pen.polygon([(110, 230), (80, 380), (110, 380), (150, 230)], fill="black")
    pen.polygon([(190, 230), (220, 380), (190, 380), (150, 230)], fill="black")
    return picture


def test_a_pose_lies_in_the_subject():
    picture = body()
    found = pose.keypoints(ImageChops.invert(background(picture)))
    assert list(found) == pose.NAMES
    for name in ("nose", "neck", "right_shoulder", "left_shoulder", "right_hip", "left_hip", "right_knee", "left_knee"):
        point = found[name]
        assert picture.getpixel((round(point.x * 300), round(point.y * 400))) == (0, 0, 0), name
    assert found["nose"].y < found["neck"].y < found["left_hip"].y < found["left_knee"].y < found["left_ankle"].y
    assert found["right_knee"].x < 0.5 < found["left_knee"].x


def test_a_pose_shows_what_is_seen_well_enough():
    lit = [
        sum(make_map(body(), "pose", MapSettings(keypoint_threshold=threshold)).convert("L").histogram()[1:])
        for threshold in (0.0, 1.0)
    ]
    assert lit[0] > lit[1] > 0


def test_a_picture_without_a_subject_has_no_pose():
    assert make_map(Image.new("RGB", (90, 60), "teal"), "pose").getbbox() is None


def test_maps_that_promise_more_say_so():
    assert set(NOTES) < set(MAPS)
    assert "no body was recognized" in NOTES["pose"]


# ---- looks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rgb", "name"),
    [((255, 0, 0), "red"), ((255, 165, 0), "orange"), ((139, 69, 19), "brown"), ((0, 100, 0), "green"),
     ((0, 0, 60), "navy"), ((255, 192, 203), "pink"), ((128, 128, 128), "gray"), ((210, 180, 140), "beige")],
)  # fmt: skip
def test_color_names(rgb: tuple[int, int, int], name: str):
    assert color_name(*rgb) == name


def test_looks_measure_what_is_there():
    half = Image.new("RGB", (100, 300), "red")
    half.paste("white", (0, 0, 100, 90))
    look = look_at(half)
    assert main_colors([look]) == ["red", "white"]
    assert dict(look.colors)["white"] == pytest.approx(0.3, abs=0.03)
    assert (look.width, look.height) == (100, 300)
    assert look.warmth > 0.5
    assert look_at(Image.effect_noise((100, 100), 120)).detail > 0.5 > look.detail


# ---- patches ---------------------------------------------------------------------------------------------------------


@given(st.integers(0, 100), st.integers(0, 80), st.integers(1, 60), st.integers(1, 40))
def test_a_crop_is_pillows_crop(left: int, top: int, width: int, height: int):
    picture = drawn()
    made = patch(picture, Crop(left, top, width, height)).convert("RGB")
    assert made.tobytes() == picture.crop((left, top, left + width, top + height)).convert("RGB").tobytes()


def test_a_crop_beyond_the_edge_shows_the_background():
    made = patch(square(), Crop(-10, -5, 40, 20, color_of("#f00")), background=color_of("blue"))
    assert (made.size, made.getpixel((0, 0)), made.getpixel((30, 15))) == ((40, 20), (255, 0, 0, 255), (0, 0, 0, 255))
    made = patch(square(), Crop(1000, 1000, 3, 3), background=color_of("blue"))
    assert made.getpixel((1, 1)) == (0, 0, 255, 255)


@pytest.mark.parametrize(("width", "height"), [(0, 5), (5, -1), (100_000, 100_000)])
def test_impossible_crops(width: int, height: int):
    with pytest.raises(ValueError, match="pixel"):
        patch(square(), Crop(0, 0, width, height))


def test_an_overlay_is_drawn_with_its_transparency():
    disc = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    ImageDraw.Draw(disc).ellipse((0, 0, 19, 19), fill=(255, 0, 0, 255))
    made = patch(square(), overlay=Overlay(disc, "override", 70, 50))
    assert made.size == (160, 120)
    assert (made.getpixel((80, 60)), made.getpixel((70, 50))) == ((255, 0, 0, 255), (255, 255, 255, 255))
    erased = patch(square(), overlay=Overlay(disc, "erase", 70, 50), background=color_of("transparent"))
    assert (erased.getpixel((80, 60)), erased.getpixel((70, 50))) == ((0, 0, 0, 0), (255, 255, 255, 255))
    behind = patch(square(), overlay=Overlay(disc, "erase", 70, 50), background=color_of("lime"))
    assert behind.getpixel((80, 60)) == (0, 255, 0, 255)


@pytest.mark.parametrize(("x", "y", "size"), [(-10, -5, (170, 125)), (150, 110, (180, 140)), (5, 5, (160, 120))])
def test_overflow_grows_the_picture(x: int, y: int, size: tuple[int, int]):
    other = Image.new("RGB", (30, 30), "red")
    assert patch(square(), overlay=Overlay(other, "override", x, y), overflow=True).size == size
    assert patch(square(), overlay=Overlay(other, "override", x, y)).size == (160, 120)


@pytest.mark.parametrize(
    ("text", "color"),
    [("#fff", (255, 255, 255, 255)), ("#12345678", (18, 52, 86, 120)), ("Teal", (0, 128, 128, 255)),
     ("rgb(1, 2, 3)", (1, 2, 3, 255)), ("rgba(1,2,3,0.5)", (1, 2, 3, 128)), ("rgba(1,2,3,0)", (1, 2, 3, 0)),
     (" transparent ", (0, 0, 0, 0))],
)  # fmt: skip
def test_colors(text: str, color: tuple[int, int, int, int]):
    assert color_of(text) == color


@pytest.mark.parametrize("text", ["", "#12345", "blurple", "rgb(a,b,c)", "x" * 1000])
def test_colors_that_are_none(text: str):
    with pytest.raises(ValueError, match="color"):
        color_of(text)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_files_are_what_they_say(kind: Literal["png", "jpeg", "webp"]):
    for picture in (square(), square().convert("RGBA"), make_map(square(), "grayscale"), make_map(square(), "canny")):
        with Image.open(io.BytesIO(encode(picture, kind))) as read:
            assert (read.format, read.size) == (kind.upper(), (160, 120))


# ---- edits -----------------------------------------------------------------------------------------------------------


def test_color_words_tint():
    before = Image.linear_gradient("L").convert("RGB")
    red, blue = (ImageStat.Stat(edit(before, f"make it {color}")).mean for color in ("red", "blue"))
    assert red[0] > red[2] + 20
    assert blue[2] > blue[0] + 20


@pytest.mark.parametrize("prompt", ["", "xyzzy", "make it night", "brighter", "mirror it", "grayscale", "a red sky"])
@pytest.mark.parametrize("color", ["white", "black", None])
def test_an_edit_always_changes_the_picture(prompt: str, color: str | None):
    before = Image.new("RGB", (64, 48), color) if color else drawn().resize((64, 48))
    after = edit(before, prompt)
    assert after.size == before.size
    assert ImageChops.difference(before, after).getbbox() is not None
    assert edit(before, prompt).tobytes() == after.tobytes()


def test_variants_differ_and_masks_bound_the_change():
    before = drawn()
    assert edit(before, "a red sky", variant="1").tobytes() != edit(before, "a red sky").tobytes()
    mask = Image.new("L", before.size, 0)
    mask.paste(255, (0, 0, 100, 100))
    changed = ImageChops.difference(before, edit(before, "a red sky", mask=mask)).getbbox()
    assert changed is not None
    assert changed[2] <= 100
    assert changed[3] <= 100


# ---- judgments -------------------------------------------------------------------------------------------------------


def test_spoiled_pictures_score_lower():
    good = Image.effect_mandelbrot((400, 300), (-2, -1.2, 1, 1.2), 60)
    blurred, flat = good.filter(ImageFilter.GaussianBlur(8)), Image.new("L", (400, 300), 250)
    assert judge(good).score > judge(blurred).score > judge(flat).score
    by_name = {measure.name: measure.score for measure in judge(Image.effect_noise((400, 300), 150)).measures}
    assert by_name["noise"] < 20 < by_name["sharpness"]


def test_a_stricter_gate_never_says_better():
    order = ["fail", "warn", "pass"]
    for picture in (drawn(), square(), Image.new("RGB", (9, 9), "gray"), Image.effect_noise((64, 64), 90)):
        verdicts = [order.index(judge(picture).verdict(level)) for level in ("low", "medium", "high")]
        assert verdicts == sorted(verdicts, reverse=True)
    assert all(fail < warn for fail, warn in THRESHOLDS.values())
