"""Operations that make or judge a picture out of another: maps, patches, judgments. They do what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from contract_tests.behaviour.generating import follow_job
from contract_tests.behaviour.job_details import assets_of, details_hold, price_parts_hold, results_come_from
from contract_tests.behaviour.lists import plain
from contract_tests.behaviour.sending import data_url, drawn, encoded, plain_color
from contract_tests.behaviour.test_files import file_holds
from contract_tests.behaviour.test_generation_laws import price_holds
from contract_tests.behaviour.test_made_once import fetched
from contract_tests.calls import Answer, Caller
from contract_tests.spec import contract_document
from contract_tests.targets import Target

pytestmark = [pytest.mark.target, pytest.mark.changes]

MODALITIES = contract_document()["components"]["schemas"]["DetectModality"]["enum"]
SENSITIVITIES = ("high", "low")
SIZE = (96, 64)
WHITE, BLUE, BACK = (255, 255, 255), (20, 20, 220), (200, 40, 40)
BASE, SPOT = plain_color(*SIZE, BACK), plain_color(16, 8, BLUE)
NEAR = 24
"""How far apart colors may lie that were the same before a file was written, of 255."""


@pytest.fixture(scope="module")
def uploaded(call: Caller) -> Mapping[str, Any]:
    """A picture of the caller's own."""
    row: Mapping[str, Any] = call(
        "uploadAsset", body={"name": "to rework", "image": data_url(encoded(drawn(*SIZE)))}
    ).json["asset"]
    return row


def made(call: Caller, target: Target, answer: Answer) -> Mapping[str, Any]:
    """The one asset that an answer holds or whose job leads to it."""
    price_holds(answer)
    price_parts_hold(answer)
    ended = follow_job(call, answer.json["job"]["jobId"])
    job = ended.json["job"]
    details_hold(ended, job)
    ended.must(job["status"] == "success", "a_good_request_succeeds", "success", job, answer)
    named = job["metadata"].get("assetIds") or []
    ended.must(len(named) == 1, "as_many_assets_as_asked_for", "one asset", named, answer)
    found, assets = assets_of(call, job, ended)
    results_come_from(found, job, assets, ended)
    at_once = answer.json.get("asset")
    if at_once is not None:
        answer.must(at_once["id"] == named[0], "jobs_know_their_assets", at_once["id"], named, ended)
        told = plain(at_once) == plain(assets[0])
        found.must(told, "what_was_made_can_be_read", at_once, assets[0], answer)
    file_holds(target, assets[0], found)
    return assets[0]


def sides(asset: Mapping[str, Any]) -> tuple[Any, Any]:
    return asset["properties"].get("width"), asset["properties"].get("height")


@pytest.mark.parametrize("modality", MODALITIES)
def test_maps_are_of_the_kind_asked_for(call: Caller, target: Target, uploaded: Mapping[str, Any], modality: str):
    answer = call("createDetection", body={"image": uploaded["id"], "modality": modality})
    asset = made(call, target, answer)
    metadata = asset["metadata"]
    told = metadata.get("modality", modality)
    answer.must(told == modality, "modality_asked_for", modality, told)
    parent = metadata.get("parentId", uploaded["id"])
    answer.must(parent == uploaded["id"], "results_know_their_origin", uploaded["id"], parent)
    answer.must(asset["kind"] == "image", "results_are_of_the_kind_asked_for", "image", asset["kind"])
    answer.must(asset["id"] != uploaded["id"], "results_are_new", "another asset", asset["id"])


def patched(call: Caller, target: Target, **body: Any) -> tuple[Answer, Mapping[str, Any], Image.Image]:
    """A patch, the asset that it made, and its pixels."""
    answer = call("createPatch", body={"image": data_url(encoded(BASE)), **body})
    asset = made(call, target, answer)
    with Image.open(BytesIO(fetched(target, asset["url"], answer))) as image:
        image.load()
        return answer, asset, image


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(x - y) <= NEAR for x, y in zip(one[:3], other[:3], strict=True))


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The color of a point, with its opacity."""
    color = image.convert("RGBA").getpixel((x, y))
    return tuple(color) if isinstance(color, tuple) else ()


def test_a_crop_of_all_is_the_picture(call: Caller, target: Target):
    answer, asset, image = patched(call, target, crop={"left": 0, "top": 0, "width": SIZE[0], "height": SIZE[1]})
    answer.must(sides(asset) == SIZE, "pictures_have_the_size_asked_for", SIZE, sides(asset))
    color = pixel(image, 10, 10)
    answer.must(near(color, BACK), "pictures_are_what_was_sent", "the color that was sent", color)


def test_a_patch_lies_where_it_was_put(call: Caller, target: Target):
    patch = {"image": data_url(encoded(SPOT)), "mode": "override"}
    answer, asset, image = patched(call, target, patch=patch, position={"x": 40, "y": 20})
    answer.must(sides(asset) == SIZE, "pictures_have_the_size_asked_for", SIZE, sides(asset))
    points = {(48, 24): BLUE, **dict.fromkeys([(10, 10), (60, 24), (48, 40)], BACK)}
    for place, color in points.items():
        came = pixel(image, *place)
        answer.must(near(came, color), "patches_lie_where_they_were_put", f"{color} at {place}", came)


def test_an_erased_shape_is_gone(call: Caller, target: Target):
    patch = {"image": data_url(encoded(SPOT)), "mode": "erase"}
    answer, _, image = patched(call, target, patch=patch, position={"x": 40, "y": 20}, backgroundColor="#ffffff")
    came, kept = pixel(image, 48, 24), pixel(image, 10, 10)
    gone = came[3] < 255 or near(came, WHITE)
    answer.must(gone, "erased_shapes_are_gone", "the background, or nothing", came)
    answer.must(near(kept, BACK), "erasing_keeps_the_rest", "the color that was sent", kept)


@pytest.mark.parametrize(("kind", "mime"), [("png", "image/png"), ("jpeg", "image/jpeg"), (None, "image/png")])
def test_a_patch_has_the_format_asked_for(call: Caller, target: Target, kind: str | None, mime: str):
    crop = {"left": 8, "top": 4, "width": 40, "height": 24}
    answer, asset, _ = patched(call, target, crop=crop, **({"format": kind} if kind else {}))
    answer.must(asset["mimeType"] == mime, "format_asked_for", mime, asset["mimeType"])
    answer.must(sides(asset) == (40, 24), "pictures_have_the_size_asked_for", (40, 24), sides(asset))


@pytest.mark.parametrize("sensitivity", SENSITIVITIES)
def test_judgments_are_kept_on_their_asset(call: Caller, uploaded: Mapping[str, Any], sensitivity: str):
    answer = call("createQualityGate", body={"image": uploaded["id"], "sensitivity": sensitivity})
    price_holds(answer)
    told = answer.json.get("sensitivity", sensitivity)
    answer.must(told == sensitivity, "sensitivity_asked_for", sensitivity, told)
    judged = answer.json["asset"]["id"]
    answer.must(judged == uploaded["id"], "judged_what_was_sent", uploaded["id"], judged)
    answer.must("job" not in answer.json, "no_job", "no job", sorted(answer.json))
    kept = call("retrieveAsset", path={"assetId": judged}, query={"withQualityGateDetails": True})
    gate = kept.json["asset"].get("qualityGate") or {}
    for name in ("overallScore", "verdict"):
        score = answer.json[name]
        kept.must(gate.get(name, score) == score, "judgments_are_kept", f"{name} {score}", gate, answer)
    kept.must(gate, "judgments_are_kept", "a qualityGate", kept.json["asset"].get("qualityGate"), answer)
    brief = call("retrieveAsset", path={"assetId": judged})
    details = (brief.json["asset"].get("qualityGate") or {}).get("details")
    brief.must(details is None, "details_on_request_only", "no qualityGate.details", details, answer)


def test_the_same_bytes_are_the_same_judged_asset(call: Caller):
    picture = data_url(encoded(plain_color(72, 40, (90, 140, 20))))
    one, other = (call("createQualityGate", body={"image": picture}) for _ in range(2))
    ids = [answer.json["asset"]["id"] for answer in (one, other)]
    other.must(ids[0] == ids[1], "the_same_bytes_are_one_asset", ids[0], ids[1], one)
    there = call("retrieveAsset", path={"assetId": ids[0]}, expect=None)
    there.must(there.status == 200, "what_was_made_can_be_read", 200, there.exchange.told(), one)
