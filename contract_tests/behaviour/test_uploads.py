"""Uploads: what was sent is what is kept, whatever its format, under the name and in the place that was asked for."""

from __future__ import annotations

import json
from base64 import b64decode
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops

from contract_tests.behaviour.job_details import asset_holds
from contract_tests.behaviour.lists import plain
from contract_tests.behaviour.orders import SCRIPTS
from contract_tests.behaviour.sending import LOSSLESS, MIME, base64, data_url, drawn, encoded
from contract_tests.behaviour.test_files import file_holds
from contract_tests.behaviour.test_made_once import fetched
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Answer, Caller
from contract_tests.targets import Target

pytestmark = [pytest.mark.target, pytest.mark.changes]

SIZE = (120, 80)
FILES = {kind: encoded(drawn(*SIZE), kind) for kind in MIME}
NAMES = (SCRIPTS, 'a "quoted" name\nwith a line, a\ttab and 100 %', "n" * 200 + ".png", "  spaces around  ")
CANVAS = json.dumps({"width": 64, "height": 48, "layers": [], "name": "龍"}, ensure_ascii=False)
TURNED = 12.0
"""Mean distance of pixels, of 255, from which on a picture is another one."""


def upload(call: Caller, **body: Any) -> Answer:
    """An upload that says of itself what it must."""
    answer = call("uploadAsset", body={"name": "castle.png", **body})
    asset_holds(answer, answer.json["asset"])
    return answer


def reads_agree(call: Caller, answer: Answer) -> None:
    """The new asset is found at once: alone, in bulk and in the list, and is the same everywhere."""
    asset = answer.json["asset"]
    alone = call("retrieveAsset", path={"assetId": asset["id"]})
    bulk = call("bulkGetAssets", body={"assetIds": [asset["id"]]})
    newest = {"sortBy": "createdAt", "sortDirection": "desc", "pageSize": 100}
    listed = call("listAssets", query=newest)
    for found, rows in ((alone, [alone.json["asset"]]), (bulk, bulk.json["assets"]), (listed, listed.json["assets"])):
        own = {row["id"]: row for row in rows}.get(asset["id"])
        found.must(own is not None, "what_was_made_can_be_read", asset["id"], [row["id"] for row in rows][:3], answer)
        same = plain(own) == plain(asset)
        found.must(same, "what_was_made_can_be_read", asset, own, answer)


def distance(one: bytes, other: bytes) -> float:
    """Mean distance of the pixels of two pictures; 255 when their sides differ."""
    pictures = [Image.open(BytesIO(content)).convert("RGB") for content in (one, other)]
    if pictures[0].size != pictures[1].size:
        return 255.0
    counts = ImageChops.difference(*pictures).convert("L").histogram()
    return sum(value * count for value, count in enumerate(counts)) / max(sum(counts), 1)


@pytest.mark.parametrize("kind", MIME)
@pytest.mark.parametrize("written", [data_url, lambda content, _: base64(content)], ids=["data url", "base64"])
def test_the_picture_kept_is_the_one_sent(call: Caller, target: Target, kind: str, written: Any):
    sent = FILES[kind]
    answer = upload(call, image=written(sent, kind))
    asset = answer.json["asset"]
    measured = (asset["properties"].get("width"), asset["properties"].get("height"))
    answer.must(measured == SIZE, "pictures_have_their_size", SIZE, measured)
    answer.must(asset["kind"] == "image", "kinds_agree", "image", asset["kind"])
    reads_agree(call, answer)
    file_holds(target, asset, answer)
    kept = fetched(target, asset["url"], answer)
    most = 0.0 if kind in LOSSLESS else TURNED
    away = distance(sent, kept)
    answer.must(away <= most, "uploads_come_back_unharmed", f"a mean distance of at most {most}", away)
    if asset["mimeType"] == MIME[kind] and asset["properties"]["size"] == len(sent):
        answer.must(kept == sent, "uploads_come_back_unharmed", "the bytes that were sent", f"{len(kept)} others")


@pytest.mark.parametrize("name", NAMES, ids=["scripts", "signs", "long", "spaces"])
def test_names_come_back(call: Caller, name: str):
    answer = upload(call, name=name, image=data_url(FILES["PNG"]))
    asset = call("retrieveAsset", path={"assetId": answer.json["asset"]["id"]})
    for found in (answer, asset):
        kept = found.json["asset"]["metadata"].get("name", name)
        found.must(kept == name, "names_come_back_unharmed", name, kept, answer)


def test_every_call_makes_an_asset(call: Caller):
    one, other = (upload(call, image=data_url(FILES["PNG"])) for _ in range(2))
    ids = [answer.json["asset"]["id"] for answer in (one, other)]
    other.must(ids[0] != ids[1], "each_upload_is_an_asset", "another id", ids[1], one)
    reads_agree(call, one)


def test_an_upload_knows_its_parent_and_its_parent_finds_it(call: Caller):
    parent = upload(call, name="parent", image=data_url(FILES["PNG"])).json["asset"]["id"]
    child = upload(call, name="child", image=data_url(FILES["JPEG"], "JPEG"), parentId=parent)
    told = child.json["asset"]["metadata"].get("parentId", parent)
    child.must(told == parent, "results_know_their_origin", parent, told)
    listed = call("listAssets", query={"parentAssetId": parent, "pageSize": 100})
    ids = [row["id"] for row in listed.json["assets"]]
    listed.must(ids == [child.json["asset"]["id"]], "filter_means_what_it_says", child.json["asset"]["id"], ids, child)
    unknown = call(
        "uploadAsset",
        body={"name": "x", "image": data_url(FILES["PNG"]), "parentId": "asset_thisOneIsNowhere00000000"},
        expect=None,
    )
    unknown.must(unknown.status in (400, 404), "refuses_what_is_wrong", "404 or 400", unknown.exchange.told())
    refused(unknown)


@pytest.mark.parametrize("hide", [True, False])
def test_hidden_is_what_was_hidden(call: Caller, hide: bool):
    answer = upload(call, image=data_url(FILES["PNG"]), hide=hide)
    told = answer.json["asset"].get("isHidden", hide)
    answer.must(told == hide, "hidden_as_asked_for", hide, told)
    reads_agree(call, answer)


def test_a_canvas_is_kept_as_it_was_written(call: Caller, target: Target):
    answer = upload(call, name="a canvas", canvas=CANVAS, thumbnail=base64(FILES["PNG"]))
    asset = answer.json["asset"]
    reads_agree(call, answer)
    kept = fetched(target, asset["url"], answer)
    try:
        told = json.loads(kept)
    except ValueError:
        told = None
    answer.must(told == json.loads(CANVAS), "uploads_come_back_unharmed", json.loads(CANVAS), told)
    small = asset.get("thumbnail")
    if small:
        picture = fetched(target, small["url"], answer)
        answer.must(distance(picture, FILES["PNG"]) <= TURNED, "thumbnails_are_what_was_sent", "the picture", small)


def test_a_picture_goes_before_a_canvas(call: Caller):
    """With image, canvas and thumbnail count for nothing."""
    answer = upload(call, image=data_url(FILES["PNG"]), canvas=CANVAS, thumbnail=data_url(FILES["JPEG"], "JPEG"))
    kind = answer.json["asset"]["kind"]
    answer.must(kind == "image", "image_supersedes_canvas", "image", kind)


def test_what_is_no_upload_is_refused_and_kept_nowhere(call: Caller):
    text = base64(b"no picture at all, only words" * 4)
    bodies: dict[str, dict[str, Any]] = {
        "neither picture nor canvas": {},
        "words": {"image": text},
        "words that say they are a picture": {"image": f"data:image/png;base64,{text}"},
        "half a picture": {"image": data_url(FILES["PNG"][:60])},
        "a canvas that is no JSON": {"canvas": "{layers"},
        "a picture that is a number": {"image": 5},
        "a picture that is no text": {"image": {"url": "https://example.com/a.png"}},
        "an empty picture": {"image": ""},
    }
    for what, body in bodies.items():
        name = f"refused: {what} {len(text)}"
        answer = call("uploadAsset", body={"name": name, **body}, expect=None)
        answer.must(answer.status in (400, 413), "refuses_what_is_wrong", f"400 for {what}", answer.exchange.told())
        refused(answer)
    newest = call("listAssets", query={"sortBy": "createdAt", "sortDirection": "desc", "pageSize": 100})
    kept = [row["metadata"].get("name") for row in newest.json["assets"]]
    left = [name for name in kept if isinstance(name, str) and name.startswith("refused: ")]
    newest.must(not left, "refusals_make_nothing", "no asset of a refused upload", left)


def test_bytes_of_the_catalogue_are_pictures():
    """What is sent here is what it says, so that a refusal is the target's."""
    for kind, content in FILES.items():
        with Image.open(BytesIO(b64decode(data_url(content, kind).partition(",")[2]))) as picture:
            assert (picture.format, picture.size) == (kind, SIZE)
