"""Files that callers bring: believed when their insides agree with what they say, refused with a reason otherwise."""

from __future__ import annotations

import base64
import io
import json
import struct
import wave
from typing import Any

import httpx
import pytest
from PIL import Image
from scenario_mock import media
from scenario_mock.ids import stream
from scenario_mock.studio import canvas

from contract_tests.mock.test_media import row

SMALL: dict[str, Any] = {"size": (64, 48), "duration": 0.2, "faces": 64}


def picture(kind: str, size: tuple[int, int] = (12, 8)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


def sound(width: int = 1, channels: int = 2) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((channels, width, 8000, 0, "NONE", ""))
        file.writeframes(bytes(width * channels * 4000))
    return out.getvalue()


def glb(document: Any, version: int = 2) -> bytes:
    text = json.dumps(document).encode()
    return struct.pack("<4sIIII", b"glTF", version, 20 + len(text), len(text), 0x4E4F534A) + text


def data_url(mime_type: str, content: bytes) -> str:
    return f"data:{mime_type};base64,{base64.b64encode(content).decode()}"


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "gif", "bmp", "tiff"])
def test_pictures(kind: str):
    content = picture(kind)
    assert media.read(f"image/{kind}", content) == {"size": len(content), "width": 12, "height": 8}
    sent = media.received(data_url(f"image/{kind}", content))
    assert sent == media.received(base64.b64encode(content).decode())
    assert (sent.mime_type, sent.kind, sent.content) == (f"image/{kind}", "image", content)


def test_sounds_of_others():
    assert media.read("audio/x-wav", sound()) == {
        "size": len(sound()), "duration": 0.5, "sampleRate": 8000, "channels": 2, "bitrate": 128_000,
        "codecName": "pcm_u8",
    }  # fmt: skip
    assert media.read("audio/wav", sound(3, 1))["codecName"] == "pcm_s24le"


def test_meshes_of_others():
    part = {"attributes": {"POSITION": 0}}
    document = {"accessors": [{"count": 9}, {"count": 6}], "meshes": [{"primitives": [part, {**part, "indices": 1}]}]}
    found = media.read("model/gltf-binary", glb({**document, "skins": [{}]}))
    assert (found["vertexCount"], found["faceCount"], found["hasSkeleton"], found["hasUVs"]) == (9, 5, True, False)
    assert media.read("model/gltf-binary", glb({}))["faceCount"] == 0


def test_texts_of_others():
    assert media.read("text/plain", "zwei Wörter".encode())["wordCount"] == 2
    assert media.read("application/json", b'{"a": [1, null]}') == {"size": 16}


def test_types_that_are_known_by_their_first_bytes():
    assert media.read("audio/mpeg", b"ID3\4" + bytes(20)) == {"size": 24}
    assert media.kind_of("audio/mpeg") == "audio"
    assert media.kind_of("application/pdf") == "document"


@pytest.mark.parametrize(
    ("mime_type", "content", "reason"),
    [
        ("image/png", picture("jpeg"), "said to be image/png but holds image/jpeg"),
        ("image/png", picture("png")[:40], "cannot be read"),
        ("image/webp", b"nothing", "holds something else"),
        ("image/png", b"", "empty"),
        ("audio/wav", sound()[:-9], "cut short"),
        ("audio/wav", sound()[:30], "cannot be read"),
        ("video/mp4", b"\0\0\0\x10ftypisom\0\0\2\0", "no readable description"),
        ("video/mp4", b"\0\0\0\xffftypisom\0\0\2\0", "cut short or broken"),
        ("model/gltf-binary", glb({}, 1), "version 1"),
        ("model/gltf-binary", glb({}) + b"more", "cut short or broken"),
        ("model/gltf-binary", glb([]), "no object"),
        ("model/gltf-binary", glb({"meshes": [{"primitives": [{"attributes": {"POSITION": 3}}]}]}), "do not fit"),
        ("model/gltf-binary", glb({"accessors": [{"count": 1.5}]}), "do not fit"),
        ("text/plain", b"\xff\xfe", "not UTF-8 at byte 0"),
        ("text/plain", b"a\0b", "zero byte"),
        ("application/json", b'{"a": NaN}', "NaN is no JSON"),
        ("application/json", b"[" * 100_000, "nested too deeply"),
        ("application/json", b"{", "cannot be read"),
        ("image/svg+xml", b"<svg/>", "cannot be read here"),
        ("application/x-thing", b"x", "cannot be read here"),
    ],
)
def test_what_is_not_what_it_says(mime_type: str, content: bytes, reason: str):
    with pytest.raises(ValueError, match=reason):
        media.read(mime_type, content)


@pytest.mark.parametrize("kind", media.MIME_TYPES)
def test_damage_is_found_or_harmless(kind: str):
    whole, rng = media.make(row(kind, **SMALL)), stream(0, "damage", kind)
    for number in range(150):
        broken = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            broken[rng.randrange(min(len(broken), 3000))] = rng.randrange(256)
        content = bytes(broken[: rng.randrange(len(broken))] if number % 3 == 0 else broken)
        try:
            assert media.read(media.MIME_TYPES[kind], content)["size"] == len(content)
        except ValueError:
            continue


# ---- uploads ---------------------------------------------------------------------------------------------------------


def uploaded(api: httpx.Client, **body: str) -> dict[str, Any]:
    answer = api.post("assets", json={"name": "canvas.json", **body})
    assert answer.status_code == 200, answer.text
    asset: dict[str, Any] = answer.json()["asset"]
    return asset


DOCUMENT = {
    "width": 800, "height": 600, "background": "#ffffff",
    "layers": [
        {"x": 0, "y": 0, "width": 400, "height": 600, "fill": "red"},
        {"x": 400, "y": 0, "width": 400, "height": 600, "fill": "blue", "opacity": 0.5, "visible": True},
        {"x": 0, "y": 0, "width": 800, "height": 600, "fill": "black", "visible": False},
        {"image": data_url("image/png", picture("png")), "x": 600, "y": 400, "width": 100, "height": 100},
        {"unknown": 3, "children": [{"x": 100, "y": 100, "width": 100, "height": 100, "color": "lime"}]},
    ],
}  # fmt: skip


def test_a_canvas_as_a_picture():
    shown = canvas.picture_of(canvas.read(json.dumps(DOCUMENT)))
    assert shown.size == (512, 384)
    colors = [shown.getpixel(place) for place in ((200, 300), (300, 100), (415, 290), (90, 90))]
    assert colors == [(255, 0, 0), (127, 127, 255), (0, 0, 128), (0, 255, 0)]


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"width": 1e308, "height": -5, "layers": "none"},
        {"width": 1, "height": 100_000, "layers": [None, 3, {"x": "left", "opacity": "half"}]},
        {"layers": [{"width": 99_999, "height": 99_999, "x": -50_000, "fill": "red", "text": 5}]},
        {"layers": [{"width": 99_999, "height": 99_999, "image": data_url("image/png", picture("png"))}]},
        {"layers": [{"src": "data:image/png;base64,AAAA", "fill": "no color"}, {"text": "ü🦊\n" * 400}]},
        {"layers": [{"layers": [{"x": 1}] * 50}] * 50},
    ],
)
def test_any_canvas_has_a_picture(document: dict[str, Any]):
    assert max(canvas.picture_of(document).size) == 512


def test_upload_of_a_canvas(api: httpx.Client):
    sent = json.dumps(DOCUMENT)
    asset = uploaded(api, canvas=sent)
    assert (asset["kind"], asset["mimeType"], asset["source"]) == ("json", "application/json", "canvas")
    assert asset["metadata"]["type"] == "canvas"
    assert api.get(asset["url"]).text == sent
    assert asset["properties"] == {"size": len(sent)}
    small = api.get(f"assets/{asset['thumbnail']['assetId']}").json()["asset"]
    assert asset["metadata"]["thumbnail"]["assetId"] == small["id"]
    assert (small["isHidden"], small["metadata"]["parentId"]) == (True, asset["id"])
    with Image.open(io.BytesIO(api.get(asset["thumbnail"]["url"]).content)) as shown:
        assert shown.size == (512, 384)


def test_upload_of_a_canvas_with_its_own_picture(api: httpx.Client):
    own = picture("webp", (40, 30))
    asset = uploaded(api, canvas="{}", thumbnail=base64.b64encode(own).decode())
    answer = api.get(asset["thumbnail"]["url"])
    assert (answer.headers["content-type"], answer.content) == ("image/webp", own)


def test_an_upload_with_a_picture_is_no_canvas(api: httpx.Client):
    asset = uploaded(api, image=data_url("image/gif", picture("gif")), canvas="not even JSON", thumbnail="x")
    assert (asset["kind"], asset["mimeType"], asset["properties"]["width"]) == ("image", "image/gif", 12)
    assert "thumbnail" not in asset


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"canvas": "{"}, "Invalid canvas: the canvas is no JSON"),
        ({"canvas": "[]"}, "Invalid canvas: the canvas must be a JSON object"),
        ({"canvas": "[" * 100_000}, "Invalid canvas: the canvas is nested too deeply"),
        ({"canvas": "{}", "thumbnail": "AAAA"}, "Invalid image"),
        ({"image": data_url("text/plain", b"hello")}, "Invalid image: text/plain is not a picture"),
        ({"image": data_url("audio/wav", sound())}, "Invalid image: audio/wav is not a picture"),
        ({"image": data_url("image/png", picture("jpeg"))}, "Invalid image: the data URL says image/png but holds"),
        (
            {"image": data_url("image/avif", b"\0\0\0\x18ftypavif" + bytes(40))},
            "Invalid image: pictures of",
        ),
        ({"image": "data:image/png,plain"}, "Invalid image: the data URL is not base64"),
        ({"image": "%%%"}, "Invalid image: bad base64"),
    ],
)
def test_refused_uploads(api: httpx.Client, body: dict[str, str], reason: str):
    answer = api.post("assets", json={"name": "x", **body})
    assert (answer.status_code, answer.json()["reason"][: len(reason)]) == (400, reason)
