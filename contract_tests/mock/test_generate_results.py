"""What the generate operations beside custom generations make: pictures, judgments, texts."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from PIL import Image
from scenario_mock import Mock, MockTransport
from scenario_mock.studio.maps import MAPS, NOTES

from contract_tests.mock.calls import CASTLE, CITY, PAINTER, change_model, data_url, file_of, plan_of, post


@pytest.fixture
def api(mock: Mock) -> httpx.Client:
    """A client of the mock, its own world to itself."""
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


# ---- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("modality", MAPS)
def test_maps_are_assets_that_name_their_parent(api: httpx.Client, modality: str):
    asset = post(api, "detect", {"image": CITY, "modality": modality})["asset"]
    assert (asset["metadata"]["type"], asset["metadata"]["modality"]) == ("detection", modality)
    assert (asset["metadata"]["parentId"], asset["metadata"]["rootParentId"]) == (CITY, CITY)
    picture = file_of(api, asset)
    parent = api.get(f"assets/{CITY}").json()["asset"]["properties"]
    assert picture.size == (parent["width"], parent["height"])
    assert len(set(picture.convert("RGB").resize((64, 64)).tobytes())) > 1
    listed = api.get("assets", params={"type": "detection", "parentAssetId": CITY}).json()["assets"]
    assert [row["id"] for row in listed] == [asset["id"]]
    assert ("description" in asset) == (modality in NOTES)


def test_settings_of_other_maps_have_no_effect(api: httpx.Client):
    body = {"image": CITY, "modality": "depth", "lowThreshold": 1, "factor": 9}
    assert not {"lowThreshold", "factor"} & set(post(api, "detect", body)["asset"]["metadata"])
    body = {"image": CITY, "modality": "canny", "lowThreshold": 1, "highThreshold": 2}
    fine = file_of(api, post(api, "detect", body)["asset"])
    coarse = file_of(api, post(api, "detect", {**body, "lowThreshold": 500, "highThreshold": 600})["asset"])
    assert fine.histogram()[255] > coarse.histogram()[255]


def test_a_patch_is_the_part_that_was_asked_for(api: httpx.Client):
    whole = Image.open(io.BytesIO(api.get(api.get(f"assets/{CITY}").json()["asset"]["url"]).content))
    asset = post(api, "patch", {"image": CITY, "crop": {"left": 10, "top": 20, "width": 300, "height": 200}})["asset"]
    assert asset["metadata"]["parentId"] == CITY
    assert file_of(api, asset).tobytes() == whole.crop((10, 20, 310, 220)).tobytes()
    red = data_url(Image.new("RGB", (50, 40), "red"))
    body: dict[str, Any] = {"image": CITY, "patch": {"image": red, "mode": "override"}, "position": {"x": 5, "y": 6}}
    laid = file_of(api, post(api, "patch", {**body, "format": "png"})["asset"])
    assert (laid.size, laid.getpixel((5, 6)), laid.getpixel((54, 45))) == (whole.size, (255, 0, 0), (255, 0, 0))
    assert laid.getpixel((55, 46)) == whole.getpixel((55, 46))
    body = {**body, "position": {"x": -20, "y": -10}, "allowOverflow": True, "format": "jpeg"}
    grown = post(api, "patch", body)["asset"]
    assert (grown["mimeType"], file_of(api, grown).size) == ("image/jpeg", (whole.width + 20, whole.height + 10))
    erased = {"image": CITY, "patch": {"image": red, "mode": "erase"}, "backgroundColor": "transparent"}
    hole = file_of(api, post(api, "patch", erased)["asset"])
    assert (hole.getpixel((1, 1)), hole.getchannel("A").getextrema()) == ((0, 0, 0, 0), (0, 255))


def test_an_edit_changes_the_picture_and_can_be_canceled(api: httpx.Client, mock: Mock):
    blue = data_url(Image.new("RGB", (96, 64), (40, 60, 200)))
    job = post(api, "prompt-editing", {"image": blue, "prompt": "turn it red", "numSamples": 2})["job"]
    assert job["jobType"] == "image-prompt-editing"
    mock.services.clock.advance(3)
    ids = api.get(f"jobs/{job['jobId']}").json()["job"]["metadata"]["assetIds"]
    made = [file_of(api, api.get(f"assets/{asset_id}").json()["asset"]) for asset_id in ids]
    assert made[0].tobytes() != made[1].tobytes()
    red, _, rest = made[0].convert("RGB").resize((1, 1)).tobytes()
    assert red > rest
    wide = post(api, "prompt-editing", {"image": blue, "prompt": "x", "aspectRatio": "16:9"})["job"]["jobId"]
    mock.services.clock.advance(3)
    (asset_id,) = api.get(f"jobs/{wide}").json()["job"]["metadata"]["assetIds"]
    assert api.get(f"assets/{asset_id}").json()["asset"]["properties"]["width"] == 1360
    late = post(api, "prompt-editing", {"image": CITY, "prompt": "x"})["job"]["jobId"]
    future = plan_of(mock, late).asset_ids[0]
    assert api.post(f"jobs/{late}/action", json={"action": "cancel"}).json()["job"]["status"] == "canceled"
    mock.services.clock.advance(9)
    assert api.get(f"assets/{future}").status_code == 404


def test_text_to_image(api: httpx.Client, mock: Mock):
    more = {"hideResults": True, "seed": "77", "guidance": 3.5}
    answer = post(
        api,
        "txt2img",
        {"modelId": PAINTER, "prompt": "a lighthouse", "numSamples": 2, "width": 256, "height": 128, **more},
    )
    assert answer["job"]["jobType"] == "flux"
    shown = api.get("jobs", params={"hideResults": "false"}).json()["jobs"]
    assert answer["job"]["jobId"] not in [row["jobId"] for row in shown]
    mock.services.clock.advance(3)
    assets = api.get("assets", params={"inferenceId": answer["inference"]["id"]}).json()["assets"]
    assert len(assets) == 2
    for asset in assets:
        assert file_of(api, asset).size == (256, 128)
        assert (asset["metadata"]["type"], asset["metadata"]["seed"]) == ("inference-txt2img", "77")
        assert (asset["source"], asset["isHidden"]) == ("inference-txt", True)
    sizes: list[tuple[dict[str, Any], tuple[int, int]]] = [
        ({"aspectRatio": "16:9"}, (1360, 768)), ({}, (512, 512)), ({"width": 128}, (128, 512)),
    ]  # fmt: skip
    for more, size in sizes:
        made = post(api, "txt2img", {"modelId": "flux.1-dev", "prompt": "x", "numSamples": 1, **more})
        mock.services.clock.advance(3)
        (found,) = api.get("assets", params={"inferenceId": made["inference"]["id"]}).json()["assets"]
        assert (found["properties"]["width"], found["properties"]["height"]) == size


@pytest.mark.parametrize(
    ("change", "status", "reason"),
    [
        ({"type": "sd-1_5"}, 410, "SD 1.5 and SDXL models are no longer available."),
        ({"type": "sd-xl-lora"}, 410, "SD 1.5 and SDXL models are no longer available."),
        ({"type": "flux.2-dev-lora"}, 400, "Flux.2 models are not supported for this endpoint"),
        ({"status": "training"}, 400, f"Model {PAINTER} is not trained"),
        ({"capabilities": ["img2img"]}, 400, f"Model {PAINTER} does not make pictures from text"),
    ],
)
def test_models_that_txt2img_does_not_take(
    api: httpx.Client, mock: Mock, change: dict[str, Any], status: int, reason: str
):
    change_model(mock, PAINTER, change)
    response = api.post("generate/txt2img", json={"modelId": PAINTER, "prompt": "x"})
    assert (response.status_code, response.json()["reason"]) == (status, reason)


def test_a_long_data_url_is_not_repeated_in_the_list_of_jobs(api: httpx.Client):
    sent = data_url(Image.effect_noise((80, 80), 90))
    answer = post(api, "detect", {"image": sent, "modality": "sketch"})
    assert len(answer["job"]["metadata"]["input"]["image"]) < 100 < len(sent)
    assert "parentId" not in answer["asset"]["metadata"]


# ---- judgments -------------------------------------------------------------------------------------------------------


def test_a_judgment_is_stored_on_the_asset(api: httpx.Client):
    answer = post(api, "quality-gate", {"image": CITY, "sensitivity": "high"})
    assert answer["asset"]["qualityGate"]["overallScore"] == answer["overallScore"] == answer["aiQuality"]["score"]
    assert (answer["sensitivity"], answer["appliedBriefs"]) == ("high", [])
    stored = api.get(f"assets/{CITY}").json()["asset"]["qualityGate"]
    assert (stored["verdict"], stored["sensitivity"]) == (answer["verdict"], "high")
    assert "details" not in stored
    details = api.get(f"assets/{CITY}", params={"withQualityGateDetails": "true"}).json()["asset"]["qualityGate"]
    assert details["details"]["aiQuality"]["reasons"] == answer["aiQuality"]["reasons"]
    assert post(api, "quality-gate", {"image": CITY})["asset"]["qualityGate"]["sensitivity"] == "medium"


def test_a_data_url_becomes_one_asset_however_often_it_is_judged(api: httpx.Client, mock: Mock):
    picture = data_url(Image.effect_noise((90, 60), 80))
    first, second = (post(api, "quality-gate", {"image": picture}) for _ in range(2))
    assert first["asset"]["id"] == second["asset"]["id"]
    assert first["asset"]["metadata"]["type"] == "uploaded"
    file_of(api, api.get(f"assets/{first['asset']['id']}").json()["asset"])
    with httpx.Client(transport=MockTransport(mock), base_url=api.base_url, auth=("other", "secret")) as other:
        assert post(other, "quality-gate", {"image": picture})["asset"]["id"] != first["asset"]["id"]


def test_a_judgment_of_a_public_asset_stays_with_the_caller(api: httpx.Client):
    public = api.get("assets", params={"privacy": "public", "type": "inference-txt2img"}).json()["assets"][0]["id"]
    assert "qualityGate" in post(api, "quality-gate", {"image": public})["asset"]
    assert "qualityGate" not in api.get(f"assets/{public}").json()["asset"]


def test_protected_names(api: httpx.Client, mock: Mock):
    store = mock.services.store
    row = api.get(f"assets/{CASTLE}").json()["asset"]
    named = {**row, "metadata": {**row["metadata"], "prompt": "a castle built by Batman"}}
    assert store.replace_row(store.shelf("key"), named)
    upload = api.post("assets", json={"name": "x", "image": data_url(Image.new("L", (9, 9)))}).json()["asset"]["id"]
    body = {"prompts": ["nike shoes"], "assetIds": [CASTLE, upload, "asset_nope", CASTLE]}
    answer = post(api, "ip-detection", body)
    assert answer["skippedAssetIds"] == [upload, "asset_nope"]
    found = answer["ipDetection"]
    assert (found["action"], found["flagged"], found["analyzedImagesCount"]) == ("flagged", True, 1)
    flagged = {each["category"]: each["entities"] for each in found["findings"] if each["flagged"]}
    assert flagged == {"brand-trademark": ["Nike"], "fictional-character": ["Batman"]}
    assert found["evaluatedFilters"] == len(found["findings"]) == 4
    calm = post(api, "ip-detection", {"prompts": ["a castle"], "assetIds": [CITY]})["ipDetection"]
    assert (calm["action"], calm["flagged"]) == ("allowed", False)


# ---- texts -----------------------------------------------------------------------------------------------------------


def test_captions_follow_the_level_the_model_and_the_wishes(api: httpx.Client):
    scene = "A futuristic cityscape at sunset, with flying cars and neon signs."
    plain = post(api, "caption", {"images": [CITY]})
    assert (plain["captions"], plain["detailsLevel"]) == ([scene], "action")
    styled = post(api, "caption", {"images": [CITY], "detailsLevel": "action+style"})
    assert styled["captions"] == [scene[:-1] + ", photorealistic."]
    guided = post(api, "caption", {"images": [CITY], "modelId": "model_abc123", "detailsLevel": "action"})
    assert "in the style of daiton" in guided["captions"][0]
    assert "detailsLevel" not in guided
    spoken = post(api, "caption", {"images": [CITY], "unwantedSequences": ["neon signs", "futuristic"]})
    assert spoken["captions"] == ["A cityscape at sunset, with flying cars and."]
    teal = data_url(Image.new("RGB", (40, 90), "teal"))
    seen = post(api, "caption", {"images": [teal, CITY], "assetIds": [CASTLE]})["captions"]
    assert seen == ["A mid-toned, tall, plain picture in teal.", scene, "Fantasy castle on a hill."]


def test_the_same_request_writes_the_same_prompts(api: httpx.Client):
    body = {"mode": "inventive", "prompt": "a castle", "numResults": 5}
    first, again = (post(api, "prompt", body)["prompts"] for _ in range(2))
    assert first == again
    assert len(set(first)) == 5
    assert post(api, "prompt", {**body, "seed": 7})["prompts"] != first


def test_prompts_for_a_model_come_with_calls_that_run(api: httpx.Client):
    body = {"prompt": "a castle", "modelId": "model_imagen4-ultra", "numResults": 2}
    answer = post(api, "prompt", body)
    assert (answer["mode"], len(answer["calls"])) == ("contextual", 2)
    for prompt, call in zip(answer["prompts"], answer["calls"], strict=True):
        assert call["parameters"]["prompt"] == prompt
        post(api, f"custom/{call['modelId']}", call["parameters"])
    assert "calls" not in post(api, "prompt", {"modelId": PAINTER})
    assert post(api, "prompt", {})["mode"] == "inventive"
    assert post(api, "prompt", {"prompt": "x"})["mode"] == "structured"


def test_protected_names_can_be_kept_out_of_texts(api: httpx.Client):
    body = {"mode": "completion", "prompt": "Batman on a roof"}
    assert "Batman" in post(api, "prompt", body)["prompts"][0]
    assert "Batman" not in post(api, "prompt", {**body, "ensureIPCleared": True})["prompts"][0]
    body = {"prompt": "un chat et Pikachu"}
    assert post(api, "translate", body)["translation"] == "a cat and Pikachu"
    cleared = post(api, "translate", {**body, "ensureIPCleared": True})
    assert (cleared["translation"], cleared["detectedLanguage"]) == ("a cat and an original character", "French")


def test_vectors_and_styles(api: httpx.Client):
    vector = post(api, "embed", {"text": "a castle"})["embedding"]
    assert len(vector) == 1024
    assert sum(value * value for value in vector) == pytest.approx(1, abs=1e-5)
    style = post(api, "describe-style", {"images": [CITY, CASTLE]})
    assert "photorealistic" in style["description"].lower()
    assert style["synthesis"] != style["description"]
    model = post(api, "describe-style", {"modelId": "model_xyz789"})
    assert model["description"] != style["description"]
    assert post(api, "describe-style", {"images": [CITY], "modelId": "model_xyz789"}) != model
    no_picture = post(api, "describe-style", {"images": [], "modelId": "model_xyz789"})
    assert no_picture["description"] == model["description"]


def test_what_has_no_pixels_is_searched_by_the_picture_that_stands_for_it(api: httpx.Client):
    for kind in ("uploaded-text", "txt2video"):
        asset_id = api.get("assets", params={"type": kind}).json()["assets"][0]["id"]
        hits = api.post("search/assets", json={"image": asset_id}).json()["hits"]
        assert hits[0]["id"] == asset_id
    missing = api.post("search/assets", json={"image": "asset_nope"})
    assert (missing.status_code, missing.json()["reason"]) == (400, "Asset asset_nope not found")
