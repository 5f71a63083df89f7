"""Files behind assets: of every kind, as large as their rows say, whole for other readers, the same in any process."""

from __future__ import annotations

import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import time
import wave
from array import array
from operator import mul
from typing import Any

import pytest
from PIL import Image
from scenario_mock import likeness, media
from scenario_mock.contents import content_of
from scenario_mock.errors import ApiError
from scenario_mock.media import mesh, sizes, still, video
from scenario_mock.painting import paint
from scenario_mock.store import StoredAsset
from scenario_mock.world import build_private, build_public

from contract_tests.conftest import contract_document
from contract_tests.mock import h264_reader

Row = dict[str, Any]
SCHEMAS: dict[str, Any] = contract_document()["components"]["schemas"]
READ_BACK = {
    "image": ("size", "width", "height"),
    "video": ("size", "width", "height", "nbFrames", "codecName"),
    "audio": ("size", "duration", "sampleRate", "channels", "codecName"),
    "3d": ("size", "format", "vertexCount", "faceCount", "hasNormals", "hasUVs", "hasSkeleton", "hasAnimations"),
    "text": ("size", "charCount", "wordCount", "preview", "hasFullPreview"),
    "json": ("size",),
}
"""Properties that reading a made file must find again."""


def row(kind: str, asset_id: str = "asset_a", prompt: str = "a red fox, oil painting", **wishes: Any) -> Row:
    """A fresh asset's row, as far as its file depends on it."""
    mime_type = wishes.pop("mime_type", media.MIME_TYPES[kind])
    properties = media.properties_of(kind, mime_type=mime_type, prompt=prompt, seed="7", **wishes)
    metadata = {"prompt": prompt, "seed": "7"}
    return {"id": asset_id, "kind": kind, "mimeType": mime_type, "properties": properties, "metadata": metadata}


def checked(of: Row) -> bytes:
    """The file of a row, as large and as shaped as the row says."""
    content = media.make(of)
    assert len(content) == of["properties"]["size"] == media.size_of(of)
    found = media.read(of["mimeType"], content)
    assert {name: found[name] for name in READ_BACK[of["kind"]]} == {
        name: of["properties"][name] for name in READ_BACK[of["kind"]]
    }
    return content


@pytest.fixture(scope="module")
def world() -> list[Row]:
    """All assets of the default world."""
    return [*build_private(0, "acme", SCHEMAS).assets, *build_public(0, SCHEMAS).assets]


# ---- sizes -----------------------------------------------------------------------------------------------------------


def test_every_row_of_the_world_says_the_size_of_its_file(world: list[Row]):
    assert {of["kind"] for of in world} == {"image", "video", "audio", "3d", "text", "json"}
    for of in world:
        assert of["properties"]["size"] == of["metadata"]["size"] == media.size_of(of)
        assert of["properties"]["size"] < 4_000_000


@pytest.mark.parametrize("kind", ["image", "video", "audio", "3d", "text"])
def test_files_of_the_world(world: list[Row], kind: str):
    some = [of for of in world if of["kind"] == kind][:5]
    assert len(some) == 5
    for of in some:
        assert content_of(StoredAsset(of)) == (of["mimeType"], checked(of))


def test_a_size_costs_no_drawing(world: list[Row]):
    spent = []
    for _ in range(5):
        start = time.process_time()
        for of in world:
            media.size_of(of)
        spent.append((time.process_time() - start) / len(world))
    assert min(spent) < 50e-6  # some 2 us when the machine has nothing else to do


@pytest.mark.parametrize("kind", media.MIME_TYPES)
@pytest.mark.parametrize("prompt", ["", "a castle", "ünï çödé 🦊 " * 30, "x" * 5000])
def test_any_prompt(kind: str, prompt: str):
    checked(row(kind, prompt=prompt, size=(320, 180), duration=0.5))


# ---- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mime_type", ["image/png", "image/jpeg", "image/webp"])
@pytest.mark.parametrize("size", [(64, 64), (513, 257), (1360, 768), (2048, 64)])
def test_pictures(mime_type: str, size: tuple[int, int]):
    content = checked(row("image", mime_type=mime_type, size=size))
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        assert (picture.get_format_mimetype(), picture.size) == (mime_type, size)
    painted = likeness.drawn("asset_a", "a red fox, oil painting", *size)
    assert sum(map(mul, likeness.of_file(content), painted)) > 0.98


@pytest.mark.parametrize("mime_type", ["image/png", "image/jpeg", "image/webp"])
def test_what_does_not_fit_is_drawn_more_simply(mime_type: str):
    picture = paint("asset_a", "a city", 256, 256, 256)
    whole = still.encode(picture, mime_type, 200_000)
    for size in (len(whole), 40_000, 20_000, 9_000):
        content = still.encode(picture, mime_type, size)
        assert len(content) == size
        assert sum(map(mul, likeness.of_file(content), likeness.of_file(whole))) > 0.9
    assert 10 < len(still.encode(picture, mime_type, 10)) < 9_000


def test_every_gap_is_filled():
    for mime_type in sizes.PICTURE_ROOM:
        start = len(still.encode(Image.new("RGB", (16, 16), "red"), mime_type, 1))
        step = 2 if mime_type == "image/webp" else 1
        start += start % step
        for size in [*range(start + 30, start + 50, step), *range(start + 65_530, start + 65_580, 4)]:
            content = still.encode(Image.new("RGB", (16, 16), "red"), mime_type, size)
            assert len(content) == size
            assert media.read(mime_type, content)["width"] == 16


# ---- videos ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "frames"), [((320, 180), 24), ((130, 98), 9), ((64, 96), 1), ((16, 400), 5)])
def test_video(size: tuple[int, int], frames: int):
    of = row("video", size=size, duration=frames / 24)
    content = checked(of)
    names = [name for name, _, _ in h264_reader.boxes(content)]
    assert names.index("moov") < names.index("mdat"), "not ready to stream"
    sequence, units = h264_reader.units(content)
    assert (sequence.width, sequence.height) == size
    assert len(units) == frames == of["properties"]["nbFrames"]
    luma = Image.frombytes("L", (sequence.columns * 16, sequence.rows * 16), h264_reader.plain(units[0], *sequence[2:]))
    assert min(luma.tobytes()) >= 16
    assert max(luma.tobytes()) <= 235
    drawn = paint(of["id"], of["metadata"]["prompt"], *size, 224).convert("L").resize((8, 8), Image.Resampling.BOX)
    for shown, painted in zip(luma.resize((8, 8), Image.Resampling.BOX).tobytes(), drawn.tobytes(), strict=True):
        assert abs((shown - 16) * 255 / 219 - painted) < 8


def test_a_video_moves_and_comes_back():
    of = row("video", size=(320, 180), duration=1)
    sequence, units = h264_reader.units(media.make(of))
    moved = [h264_reader.vectors(unit, number, *sequence[2:]) for number, unit in enumerate(units[1:], 1)]
    for vectors in moved:
        across, down = [x for x, _ in vectors[0]], [line[0][1] for line in vectors]
        assert vectors == [[(x, y) for x in across] for y in down]
        # Nothing is shown from outside of the picture by more than rounding.
        assert all(64 * column + x >= -2 and 64 * column + x + 64 <= 320 * 4 + 2 for column, x in enumerate(across))
    most = [max(abs(x) + abs(y) for line in vectors for x, y in line) for vectors in moved]
    assert most[len(most) // 2] == max(most) > 16
    assert most[0] <= 4
    assert most[-1] <= 4


@pytest.mark.parametrize("shape", [(1920, 1080), (1080, 1920), (720, 720), (64, 64)])
def test_the_bound_of_a_video_holds(shape: tuple[int, int]):
    assert len(video.draw(1, "asset_b", "", shape, 40, 30)) <= sizes.video(*shape, 40)


# ---- sounds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("classification", ["music", "speech", "effect", "sound", "unknown"])
def test_sounds(classification: str):
    of = row("audio", duration=1.37, classification=classification)
    with wave.open(io.BytesIO(checked(of))) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22_050)
        assert sound.getnframes() == round(1.37 * 22_050)
        samples = array("h", sound.readframes(sound.getnframes()))
    assert 3000 < max(samples) < 32_767
    assert min(samples) > -32_768
    assert abs(sum(samples) / len(samples)) < 300


def test_every_channel_holds_the_sound():
    of = row("audio", duration=0.2)
    of["properties"] |= {"channels": 2, "sampleRate": 8000}
    of["properties"]["size"] = media.size_of(of)
    with wave.open(io.BytesIO(media.make(of))) as sound:
        samples = array("h", sound.readframes(sound.getnframes()))
    assert samples[::2] == samples[1::2]
    assert len(samples) == 2 * 1600


# ---- 3D models -------------------------------------------------------------------------------------------------------


def numbers(document: Row, binary: bytes, at: int) -> array[Any]:
    """What an accessor reads, which must lie inside its view and the buffer."""
    accessor = document["accessors"][at]
    view = document["bufferViews"][accessor["bufferView"]]
    code = {5126: "f", 5123: "H", 5125: "I"}[accessor["componentType"]]
    count = accessor["count"] * {"SCALAR": 1, "VEC2": 2, "VEC3": 3}[accessor["type"]]
    assert count * struct.calcsize(code) <= view["byteLength"]
    assert view["byteOffset"] % 4 == 0
    assert view["byteOffset"] + view["byteLength"] <= document["buffers"][0]["byteLength"] <= len(binary)
    return array(code, struct.unpack_from(f"<{count}{code}", binary, view["byteOffset"]))


@pytest.mark.parametrize("prompt", [*mesh.SOLIDS, "nothing known"])
def test_meshes(prompt: str):
    of = row("3d", prompt=prompt, faces=900)
    content = checked(of)
    assert len(content) % 4 == 0
    length = struct.unpack_from("<I", content, 12)[0]
    document, binary = json.loads(content[20 : 20 + length]), content[28 + length :]
    (part,) = document["meshes"][0]["primitives"]
    positions, normals, coordinates = (
        numbers(document, binary, part["attributes"][name]) for name in ("POSITION", "NORMAL", "TEXCOORD_0")
    )
    corners = numbers(document, binary, part["indices"])
    bounds = document["accessors"][part["attributes"]["POSITION"]]
    assert bounds["min"] == [min(positions[axis::3]) for axis in range(3)]
    assert bounds["max"] == [max(positions[axis::3]) for axis in range(3)]
    sides = [high - low for low, high in zip(bounds["min"], bounds["max"], strict=True)]
    assert sides == pytest.approx(of["properties"]["dimensions"], rel=0.1)
    assert (len(positions), len(corners)) == (3 * of["properties"]["vertexCount"], 3 * of["properties"]["faceCount"])
    assert max(corners) < of["properties"]["vertexCount"]
    assert 0 <= min(coordinates) <= max(coordinates) <= 1
    for at in range(0, len(normals), 3):
        assert sum(level**2 for level in normals[at : at + 3]) == pytest.approx(1, abs=1e-5)
    assert outward(positions, normals, corners) > 0.95  # a sharp fold in a coarse mesh is shaded round
    image = document["bufferViews"][document["images"][0]["bufferView"]]
    texture = binary[image["byteOffset"] : image["byteOffset"] + image["byteLength"]]
    assert media.read("image/jpeg", texture)["width"] == 256


def outward(positions: array[float], normals: array[float], corners: array[int]) -> float:
    """The share of triangles whose winding agrees with their normals; those without an area do not count."""
    agreeing = []
    for at in range(0, len(corners), 3):
        a, b, c = (positions[3 * corner : 3 * corner + 3] for corner in corners[at : at + 3])
        u, v = ([far - near for far, near in zip(end, a, strict=True)] for end in (b, c))
        face = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
        if sum(level**2 for level in face) > 1e-16:
            normal = [sum(normals[3 * corner + axis] for corner in corners[at : at + 3]) for axis in range(3)]
            agreeing.append(sum(x * y for x, y in zip(face, normal, strict=True)) > 0)
    return sum(agreeing) / len(agreeing)


def test_a_solid_faces_outwards():
    for name in ("ball", "ring"):
        made = mesh.turned(mesh.SOLIDS[name], 12, 24, (1.0, 1.0, 1.0))
        volume = 0.0
        for at in range(0, len(made.triangles), 3):
            (a, b, c), (d, e, f), (g, h, i) = (
                made.positions[3 * corner : 3 * corner + 3] for corner in made.triangles[at : at + 3]
            )
            volume += (a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)) / 6
        assert volume > 0.1, name


def test_counts_tell_the_grid():
    for faces in (16, 500, 5000, 130_000):
        counts = sizes.counts_near(faces)
        rings, segments = sizes.grid_of(*counts)
        assert ((rings + 1) * (segments + 1), 2 * rings * segments) == counts
        assert abs(counts[1] / faces - 1) < 0.3


# ---- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("3 names for a pirate ship", "3. The"),
        ("Who lives in the old tower?", 'You ask: "Who lives in the old tower?"'),
        ("a knight at dawn", "a knight at dawn"),
        ("answer in JSON: colors of autumn", '"autumn"'),
        ("", "Nothing was asked"),
    ],
)
def test_answers(prompt: str, found: str):
    of = row("text", prompt=prompt)
    text = checked(of).decode()
    assert found in text
    assert "no language model was asked" in text
    assert (of["properties"]["charCount"], of["properties"]["wordCount"]) == (len(text), len(text.split()))


def test_a_long_text_has_its_beginning_as_preview():
    of = row("text", prompt="50 things that a dräcönic archivist would never ever lend to a passing 旅人 of the north")
    text = checked(of).decode()
    properties = of["properties"]
    assert properties["hasFullPreview"] is False
    assert text.startswith(properties["preview"])
    assert 1000 < len(properties["preview"].encode()) <= 1024 < properties["size"]


# ---- all kinds -------------------------------------------------------------------------------------------------------


def fingerprint() -> str:
    """Of one small file of every kind; what compresses depends on the build of a library and is the same here."""
    rows = [row(kind, prompt="a dark castle", size=(96, 64), duration=0.3, faces=200) for kind in media.MIME_TYPES]
    return hashlib.sha256(b"".join(map(media.make, rows))).hexdigest()


def test_the_same_in_any_process():
    code = "from contract_tests.mock.test_media import fingerprint; print(fingerprint())"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == fingerprint()


@pytest.mark.parametrize("kind", ["image", "video", "audio", "3d"])
def test_ids_and_prompts_tell_files_apart(kind: str):
    wishes: Row = {"size": (96, 64), "duration": 0.3, "faces": 200}
    files = {
        media.make(row(kind, asset_id, prompt, **wishes))
        for asset_id, prompt in (("asset_a", "a castle"), ("asset_b", "a castle"), ("asset_a", "a dark sword"))
    }
    assert len(files) == 3


def test_rows_of_others():
    bare = {"id": "asset_x", "properties": {"size": 0}, "metadata": {}}
    for kind, mime_type in media.MIME_TYPES.items():
        of = {**bare, "kind": kind, "mimeType": mime_type, "properties": {}}
        assert len(media.make(of)) == media.size_of(of)
    tight = row("image", size=(256, 256))
    tight["properties"]["size"] = 50
    assert media.read("image/png", media.make(tight))["width"] == 256
    odd = row("3d")
    odd["properties"] |= {"vertexCount": 1000, "faceCount": 999}
    assert media.read(odd["mimeType"], media.make(odd))["faceCount"] == pytest.approx(999, rel=0.1)


@pytest.mark.parametrize(
    ("of", "reason"),
    [
        ({"kind": "image", "mimeType": "image/vnd.radiance", "properties": {}}, "no files of type image/vnd.radiance"),
        ({"kind": "image", "mimeType": "image/png", "properties": {"width": 9000, "height": 64}}, "1 to 4096 pixels"),
    ],
)
def test_what_is_not_made(of: Row, reason: str):
    stored = StoredAsset({"id": "asset_x", "metadata": {}, **of})
    with pytest.raises(ApiError, match=reason) as refused:
        content_of(stored)
    assert refused.value.status == 501


def test_what_was_uploaded_is_served_as_it_came():
    assert content_of(StoredAsset({"mimeType": "text/plain"}, content=b"mine")) == ("text/plain", b"mine")


@pytest.mark.parametrize("kind", ["document", "image-hdr"])
def test_kinds_that_are_not_made(kind: str):
    with pytest.raises(ValueError, match=f"no files of kind {kind}"):
        media.properties_of(kind)


def test_wishes_are_kept_within_reason():
    long = media.properties_of("audio", duration=3600)
    wide = media.properties_of("video", size=(7680, 4320), duration=60)
    assert long["size"] < 1_000_000
    assert (wide["width"], wide["height"]) == (1920, 1080)
    assert wide["size"] < 8_000_000
    assert wide["nbFrames"] == round(wide["duration"] * wide["frameRate"])


# ---- the picture that stands for a file ------------------------------------------------------------------------------


def test_thumbnails(world: list[Row]):
    for kind in ("video", "3d", "audio", "text"):
        of = next(of for of in world if of["kind"] == kind)
        small = media.thumbnail_row(of, "asset_small")
        with Image.open(io.BytesIO(checked(small))) as picture:
            assert max(picture.size) == 512
        assert small["isHidden"] is True
        assert small["metadata"]["parentId"] == of["id"]
        assert media.painted(small) == media.painted(of)
        if kind == "video":
            assert small["properties"]["width"] / small["properties"]["height"] == pytest.approx(
                of["properties"]["width"] / of["properties"]["height"], rel=0.01
            )
