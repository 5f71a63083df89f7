"""Searching by pictures: what is served is found again, like and unlike mean it, and no bad picture does harm."""

from __future__ import annotations

import base64
import io
import struct
import time
import zlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image
from scenario_mock import ManualClock, Mock, MockTransport
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.calls import CASTLE, CITY, data_url

SEARCHES = ("search/assets", "search/models")
MOST_SECONDS = 1.5  # of processor time, for one request; some ms when the machine has nothing else to do


@pytest.fixture(scope="module")
def mock() -> Mock:
    """One mock for all; what a test makes in it has a look of its own."""
    return Mock(clock=ManualClock(ANCHOR_MS))


@pytest.fixture(scope="module")
def api(mock: Mock) -> Iterator[httpx.Client]:
    """A client of the mock."""
    with httpx.Client(
        transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret")
    ) as client:
        yield client


def asset_of(api: httpx.Client, asset_id: str) -> dict[str, Any]:
    row: dict[str, Any] = api.get(f"assets/{asset_id}").raise_for_status().json()["asset"]
    return row


def rows_of(api: httpx.Client, kind: str) -> list[dict[str, Any]]:
    rows = api.get("assets", params={"pageSize": 100}).json()["assets"]
    return [row for row in rows if row["kind"] == kind]


def hits(api: httpx.Client, body: dict[str, Any], path: str = SEARCHES[0]) -> list[dict[str, Any]]:
    answer = api.post(path, json=body)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["hits"]
    return found


def ids(api: httpx.Client, **body: Any) -> list[str]:
    """The hundred best."""
    return [hit["id"] for hit in hits(api, {"limit": 100, **body})]


def url_of(mime: str, content: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def squares(*colors: str) -> str:
    """A picture of upright stripes, as a data URL."""
    picture = Image.new("RGB", (20 * len(colors), 60))
    for place, color in enumerate(colors):
        picture.paste(color, (20 * place, 0, 20 * place + 20, 60))
    return data_url(picture)


# ---- what is served is found again -----------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(4))
def test_a_served_file_finds_its_asset_first(api: httpx.Client, place: int):
    row = rows_of(api, "image")[place * 7]
    served = api.get(row["url"]).raise_for_status()
    found = ids(api, image=url_of(served.headers["content-type"], served.content))
    assert found[0] == row["id"] or shown_alike(api, found[0], row)
    assert ids(api, image=row["id"])[0] == found[0]


def shown_alike(api: httpx.Client, asset_id: str, row: dict[str, Any]) -> bool:
    """A copy, or the video that the picture stands for, shows what the picture itself does."""
    other = asset_of(api, asset_id)
    originals = {each["metadata"].get("originalAssetId", each["id"]) for each in (other, row)}
    return len(originals) == 1


@pytest.mark.parametrize(("kind", "quality"), [("PNG", 0), ("JPEG", 90), ("JPEG", 25), ("WEBP", 60)])
def test_a_thumbnail_of_any_make_finds_it_too(api: httpx.Client, kind: str, quality: int):
    served = api.get(asset_of(api, CITY)["url"]).raise_for_status()
    picture = Image.open(io.BytesIO(served.content)).convert("RGB")
    picture.thumbnail((200, 200))
    out = io.BytesIO()
    picture.save(out, kind, **({"quality": quality} if quality else {}))
    assert ids(api, image=url_of(f"image/{kind.lower()}", out.getvalue()))[0] == CITY


def test_the_picture_that_stands_for_a_video_finds_the_video(api: httpx.Client, mock: Mock):
    job = api.post("generate/custom/model_veo3-1", json={"prompt": "a lighthouse at dawn"}).raise_for_status().json()
    mock.services.advance(600)
    (asset_id,) = api.get(f"jobs/{job['job']['jobId']}").json()["job"]["metadata"]["assetIds"]
    small = asset_of(api, asset_of(api, asset_id)["thumbnail"]["assetId"])
    served = api.get(small["url"]).raise_for_status()
    for reference in (url_of("image/png", served.content), small["id"], asset_id):
        assert ids(api, image=reference, filter="kind = video")[0] == asset_id


def test_an_uploaded_picture_is_found_at_once_by_itself_and_by_its_like(api: httpx.Client):
    flag = squares("navy", "white", "crimson")
    asset_id = api.post("assets", json={"name": "flag", "image": flag}).raise_for_status().json()["asset"]["id"]
    assert ids(api, image=flag)[0] == asset_id
    assert ids(api, image=squares("midnightblue", "snow", "firebrick"))[0] == asset_id
    assert ids(api, image=asset_id)[0] == asset_id


def test_a_models_example_finds_the_model(api: httpx.Client):
    models = hits(api, {"filter": "exampleAssetIds IS NOT EMPTY", "limit": 100}, SEARCHES[1])
    for model in models[:5]:
        found = hits(api, {"image": model["exampleAssetIds"][0], "limit": 3}, SEARCHES[1])
        assert model["exampleAssetIds"][0] in {hit["exampleAssetIds"][0] for hit in found}


# ---- like and unlike -------------------------------------------------------------------------------------------------


def test_one_like_is_the_image(api: httpx.Client):
    assert ids(api, images={"like": [CITY]}) == ids(api, image=CITY)
    assert ids(api, images={"like": [CITY], "unlike": []}) == ids(api, image=CITY)
    assert ids(api, images={"like": [CITY, CITY]}) == ids(api, image=CITY)


def test_unlike_turns_the_order_around(api: httpx.Client):
    scope = "kind = image AND width >= 1024"
    total = api.post(SEARCHES[0], json={"filter": scope}).json()["estimatedTotalHits"]
    near = ids(api, images={"like": [CITY]}, filter=scope)
    far = ids(api, images={"unlike": [CITY]}, filter=scope)
    assert near[0] == CITY
    if total <= 100:
        assert set(near) == set(far)
        assert far[-1] == CITY
    assert CITY not in far[:20]
    assert not set(near[:5]) & set(far[:5])


def test_like_and_unlike_together_pull_both_ways(api: httpx.Client):
    made = {}
    for name, colors in {"both": ("red", "blue"), "red": ("red", "red"), "blue": ("blue", "blue")}.items():
        answer = api.post("assets", json={"name": f"pull {name}", "image": squares(*colors)}).raise_for_status()
        made[name] = answer.json()["asset"]["id"]
    names = {asset_id: name for name, asset_id in made.items()}

    def order(images: dict[str, list[str]]) -> list[str]:
        return [names[hit] for hit in ids(api, images=images, filter="name:pull") if hit in names]

    assert order({"like": [made["red"]]}) == ["red", "both", "blue"]
    assert order({"like": [made["red"]], "unlike": [made["blue"]]}) == ["red", "both", "blue"]
    assert order({"unlike": [made["red"]]}) == ["blue", "both", "red"]
    assert order({"like": [made["both"]], "unlike": [made["red"]]})[-1] == "red"
    assert order({"like": [made["red"], made["blue"]], "unlike": [made["red"]]}) == ["blue", "both", "red"]


# ---- pictures and words ----------------------------------------------------------------------------------------------


def test_at_one_the_words_have_no_say_and_at_zero_the_picture_has_none(api: httpx.Client):
    pictured, worded = ids(api, image=CITY), ids(api, query="castle")
    assert ids(api, image=CITY, query="castle") == pictured
    assert ids(api, image=CITY, query="castle", imageSemanticRatio=1) == pictured
    assert ids(api, image=CITY, query="zzzz no such words", imageSemanticRatio=1) == pictured
    assert set(ids(api, image=CITY, query="castle", imageSemanticRatio=0)) == set(worded)
    assert ids(api, image=CITY, query="castle", imageSemanticRatio=0) == ids(
        api, image=CASTLE, query="castle", imageSemanticRatio=0
    )
    assert ids(api, image=CITY, query="zzzz no such words", imageSemanticRatio=0) == []


def test_the_less_a_picture_counts_the_lower_is_the_asset_that_shows_it(api: httpx.Client):
    """Its picture's score is the best there is, so that it can only lose to those that the words find."""
    assert CITY not in ids(api, query="castle")
    found = {ratio: ids(api, image=CITY, query="castle", imageSemanticRatio=ratio) for ratio in (1, 0.9, 0.5, 0.1)}
    places = [each.index(CITY) if CITY in each else len(each) for each in found.values()]
    assert places[0] == 0 < places[-1]
    assert places == sorted(places)
    assert found[0.1][0] in ids(api, query="castle")


def test_without_words_any_ratio_is_the_picture(api: httpx.Client):
    orders = [ids(api, image=CITY, imageSemanticRatio=ratio) for ratio in (0, 0.3, 1)]
    assert orders[0] == orders[1] == orders[2]


# ---- bad pictures ----------------------------------------------------------------------------------------------------


def png(width: int, height: int, pixels: bytes) -> bytes:
    """A PNG that says that it has that size, with these bytes for pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


WHOLE = base64.b64decode(squares("teal", "gold").partition(",")[2])
GARBAGE = bytes(index * 7919 % 251 for index in range(1_000_000))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
BAD = {
    "not base64": ("data:image/png;base64,@@@@", "bad base64"),
    "cut base64": ("data:image/png;base64,iVBOR", "bad base64"),
    "percent encoded": ("data:image/png,%89PNG", "not base64"),
    "no comma": ("data:image/png;base64", "not a data URL"),
    "nothing": ("data:", "not a data URL"),
    "empty": ("data:image/png;base64,", "empty"),
    "a text": (url_of("text/plain", b"a red castle"), "cannot be read"),
    "no type": (url_of("", WHOLE), "text/plain but holds image/png"),
    "another type": (url_of("image/jpeg", WHOLE), "says image/jpeg but holds image/png"),
    "a text that says it is a picture": (url_of("image/png", b"a red castle"), "holds something else"),
    "truncated": (url_of("image/png", WHOLE[: len(WHOLE) * 2 // 3]), "cannot be read"),
    "header alone": (url_of("image/png", WHOLE[:33]), "cannot be read"),
    "broken chunk": (url_of("image/png", WHOLE[:45] + bytes(8) + WHOLE[53:]), "cannot be read"),
    "bomb": (url_of("image/png", png(60_000, 60_000, bytes(4_000_000))), "more than 40000000 pixels"),
    "strip": (url_of("image/png", png(2_000_000_000, 1, bytes(1000))), "more than 40000000 pixels"),
    "no pixels": (url_of("image/png", png(0, 0, b"")), "cannot be read"),
    "svg": (url_of("image/svg+xml", SVG), "cannot be read"),
    "svg that says png": (url_of("image/png", SVG), "holds something else"),
    "sound": (url_of("audio/wav", b"RIFF\x24\0\0\0WAVEfmt " + bytes(40)), "cannot be read"),
    "video": (url_of("video/mp4", b"\0\0\0\x20ftypisom" + bytes(24)), "cannot be read"),
    "avif": (url_of("image/avif", b"\0\0\0\x20ftypavif" + bytes(24)), "cannot be read"),
    "garbage": (url_of("application/octet-stream", GARBAGE), "cannot be read"),
    "garbage that says png": (url_of("image/png", GARBAGE), "holds something else"),
    "garbage after a signature": (url_of("image/png", WHOLE[:8] + GARBAGE), "cannot be read"),
    "garbage without a comma": ("data:" + "x" * 1_000_000, "not a data URL"),
    "options without an end": ("data:image/png" + ";a=b" * 100_000, "not a data URL"),
    "white space": ("data:image/png;base64," + " \n" * 400_000, "empty"),
}


@pytest.mark.parametrize("path", SEARCHES)
@pytest.mark.parametrize("name", BAD)
def test_a_bad_picture_is_refused_quickly_with_the_reason(api: httpx.Client, name: str, path: str):
    sent, expected = BAD[name]
    bodies: list[dict[str, Any]] = [{"image": sent}]
    if len(sent) < 100_000:
        bodies += [
            {"images": {"like": [CITY, sent]}},
            {"images": {"unlike": [sent]}},
            {"image": sent, "query": "castle", "imageSemanticRatio": 0},
            {"image": sent, "filter": "tags = no-such-tag"},
        ]
    for body in bodies:
        start = time.process_time()
        answer = api.post(path, json=body)
        spent = time.process_time() - start
        assert answer.status_code == 400, answer.text[:300]
        reason = answer.json()["reason"]
        assert reason.startswith("Invalid image: ")
        assert expected in reason
        assert len(reason) < 300
        assert spent < MOST_SECONDS


@pytest.mark.parametrize("path", SEARCHES)
@pytest.mark.parametrize(
    "reference",
    ["asset_nope", "asset_", "castle", "https://example.com/a.png", "asset_' OR 1=1 --", "\0", "ünï", "x" * 100_000],
    ids=lambda text: text[:20],
)
def test_an_unknown_asset(api: httpx.Client, reference: str, path: str):
    for body in ({"image": reference}, {"images": {"like": [reference]}}, {"images": {"unlike": [CITY, reference]}}):
        answer = api.post(path, json=body)
        assert answer.status_code == 400, answer.text[:300]
        reason = answer.json()["reason"]
        assert reason.startswith(f"Asset {reference[:20]}")
        assert reason.endswith(" not found")
        assert len(reason) < 300


@pytest.mark.parametrize("path", SEARCHES)
def test_image_and_images_at_once(api: httpx.Client, path: str):
    for images in ({"like": [CITY]}, {"unlike": [CITY]}, {"like": [CITY], "unlike": [CASTLE]}):
        answer = api.post(path, json={"image": CITY, "images": images})
        assert answer.status_code == 400
        assert "mutually exclusive" in answer.json()["reason"]


@pytest.mark.parametrize("kind", ["audio", "text"])
def test_an_asset_that_is_no_picture_has_one_that_stands_for_it(api: httpx.Client, kind: str):
    rows = hits(api, {"filter": f"kind = {kind}", "limit": 1})
    assert rows, f"the world has no {kind}"
    found = hits(api, {"image": rows[0]["id"], "limit": 1})
    assert [hit["id"] for hit in found] == [rows[0]["id"]]
