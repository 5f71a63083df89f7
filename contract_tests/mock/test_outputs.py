"""What generations make: every model of the catalogue, its assets and what they remember; nothing drawn on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from scenario_mock import ManualClock, Mock, MockTransport, painting, pictures
from scenario_mock.world import ANCHOR_MS
from scenario_mock.world.catalogue import PLATFORM

from contract_tests.mock.calls import CITY, PAINTER, file_of, post

ENDINGS = {"img": "image", "video": "video", "audio": "audio", "3d": "3d", "txt": "text"}


@pytest.fixture(scope="module")
def mock() -> Mock:
    """One mock for all."""
    return Mock(clock=ManualClock(ANCHOR_MS))


def client(mock: Mock) -> httpx.Client:
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


@pytest.fixture(scope="module")
def api(mock: Mock) -> httpx.Client:
    """A client of the mock."""
    return client(mock)


@pytest.fixture(scope="module")
def files(api: httpx.Client) -> dict[str, str]:
    """An asset of each kind that inputs take."""
    rows = api.get("assets", params={"pageSize": 100}).json()["assets"]
    return {row["kind"]: row["id"] for row in reversed(rows)} | {"image": CITY}


def body_for(inputs: list[dict[str, Any]], files: dict[str, str]) -> dict[str, Any]:
    """What the model needs, and one file where it takes some."""
    body: dict[str, Any] = {}
    for entry in inputs:
        if entry["name"] in ("prompt", "text"):
            body[entry["name"]] = "a red castle"
        elif entry["type"] in ("file", "file_array") and "maskFrom" not in entry:
            asset_id = files[entry["kind"]]
            body[entry["name"]] = asset_id if entry["type"] == "file" else [asset_id]
    return body


def finish(api: httpx.Client, mock: Mock, answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The assets of a job that runs to its end, in its order."""
    mock.services.clock.advance(3)
    job = api.get(f"jobs/{answer['job']['jobId']}").json()["job"]
    assert job["status"] == "success"
    return [api.get(f"assets/{asset_id}").json()["asset"] for asset_id in job["metadata"]["assetIds"]]


def without(inputs: list[dict[str, Any]], body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The body, and the body with nothing but what is always required."""
    yield body
    needed = {entry["name"] for entry in inputs if entry.get("required", {}).get("always")}
    yield {name: value for name, value in body.items() if name in needed or name == "prompt"}


@pytest.mark.parametrize("slug", [model.slug for model in PLATFORM])
def test_every_model_of_the_catalogue(api: httpx.Client, mock: Mock, files: dict[str, str], slug: str):
    model = api.get(f"models/model_{slug}").json()["model"]
    for body in without(model["inputs"], body_for(model["inputs"], files)):
        assets = finish(api, mock, post(api, f"custom/model_{slug}", body))
        assert len(assets) == (6 if slug == "scenario-texture-maps" else 1)
        for index, asset in enumerate(assets):
            kinds = {ENDINGS[capability.partition("_")[0].rpartition("2")[2]] for capability in model["capabilities"]
                     if "2" in capability}  # fmt: skip
            metadata = asset["metadata"]
            assert asset["kind"] == metadata["kind"]
            assert asset["kind"] in kinds
            assert (metadata["modelId"], metadata["modelType"]) == (model["id"], "custom")
            assert metadata["seed"].isdecimal()
            assert asset["outputIndex"] == index
            given = next((body[entry["name"]] for entry in model["inputs"]
                          if entry.get("parent") and body.get(entry["name"])), None)  # fmt: skip
            parent = given[0] if isinstance(given, list) else given
            assert metadata.get("parentId") == parent
            assert metadata.get("prompt") == body.get("prompt", body.get("text"))
            assert ("thumbnail" in asset) == (asset["kind"] in ("video", "3d"))


@pytest.mark.parametrize("slug", ["imagen4-ultra", "kling-v2-5-turbo", "elevenlabs-tts-v3", "tripo-v3", "scenario-llm"])
def test_files_have_the_size_that_the_submission_said(api: httpx.Client, mock: Mock, files: dict[str, str], slug: str):
    body = body_for(api.get(f"models/model_{slug}").json()["model"]["inputs"], files)
    [asset] = finish(api, mock, post(api, f"custom/model_{slug}", body))
    answer = api.get(asset["url"])
    assert answer.headers["content-type"].split(";")[0] == asset["mimeType"]
    assert len(answer.content) == asset["properties"]["size"] == asset["metadata"]["size"]


def test_the_type_follows_what_was_given(api: httpx.Client, mock: Mock):
    for body, how in (({}, "txt2video"), ({"image": CITY}, "img2video")):
        [asset] = finish(api, mock, post(api, "custom/model_veo3-1", {"prompt": "a castle", **body}))
        assert (asset["metadata"]["type"], asset["source"]) == (how, how)
        assert asset["properties"]["width"] / asset["properties"]["height"] == pytest.approx(16 / 9, rel=0.01)


def test_the_maps_of_a_texture_come_in_the_recorded_order(api: httpx.Client, mock: Mock):
    assets = finish(api, mock, post(api, "custom/model_scenario-texture-maps", {"image": CITY}))
    names = [asset["metadata"]["type"] for asset in assets]
    assert names == ["texture", *(f"texture-{name}" for name in "albedo normal smoothness metallic height".split())]
    assert [asset["source"] for asset in assets] == [name.replace("-", ":") for name in names]
    sizes = {(asset["properties"]["width"], asset["properties"]["height"]) for asset in assets}
    city = api.get(f"assets/{CITY}").json()["asset"]["properties"]
    assert sizes == {(city["width"], city["height"])}


def test_a_picture_stands_for_a_video():
    body = {"prompt": "a castle", "aspectRatio": "9:16", "duration": 8}
    twin, mock = (Mock(clock=ManualClock(ANCHOR_MS)) for _ in range(2))  # the same seed gives both the same ids
    [earlier] = finish(client(twin), twin, post(client(twin), "custom/model_veo3-1", body))
    known, api = earlier["thumbnail"]["assetId"], client(mock)
    answer = post(api, "custom/model_veo3-1", body)
    assert api.get(f"assets/{known}").status_code == 404, "it comes with the video"
    [asset] = finish(api, mock, answer)
    assert asset["properties"]["duration"] == 8
    shown = {asset[name]["assetId"] for name in ("thumbnail", "preview", "firstFrame", "lastFrame")}
    assert shown == {known}
    picture = api.get(f"assets/{known}").json()["asset"]
    assert (picture["metadata"]["parentId"], picture["isHidden"]) == (asset["id"], True)
    assert picture["metadata"]["parentJobId"] == answer["job"]["jobId"]
    drawn = file_of(api, picture)
    assert drawn.height > drawn.width
    assert api.get(asset["thumbnail"]["url"]).content == api.get(picture["url"]).content


def test_an_answer_in_words_is_in_the_asset(api: httpx.Client, mock: Mock):
    for prompt in ("why is the sky blue?", "list 40 names of castles on hills"):
        [asset] = finish(api, mock, post(api, "custom/model_scenario-llm", {"prompt": prompt}))
        text = api.get(asset["url"]).content.decode()
        properties, metadata = asset["properties"], asset["metadata"]
        assert metadata["preview"] == properties["preview"]
        assert text.startswith(metadata["preview"])
        assert metadata["hasFullPreview"] is properties["hasFullPreview"] is (text == metadata["preview"])
        assert (properties["charCount"], properties["wordCount"]) == (len(text), len(text.split()))
        assert properties["size"] == len(text.encode())


def test_a_transcript_has_the_words_that_the_sound_was_made_from(api: httpx.Client, mock: Mock):
    said = "Welcome aboard, captain. The ship is ready."
    [voice] = finish(api, mock, post(api, "custom/model_elevenlabs-tts-v3", {"text": said}))
    assert voice["properties"]["classification"] == "speech"
    [transcript] = finish(api, mock, post(api, "custom/model_whisper-large-v3", {"audio": voice["id"]}))
    assert api.get(transcript["url"]).content.decode() == said
    assert (transcript["metadata"]["type"], transcript["metadata"]["parentId"]) == ("audio2txt", voice["id"])


@pytest.mark.parametrize(
    ("model", "body", "size"),
    [
        ("imagen4-ultra", {"aspectRatio": "16:9"}, (1360, 768)),
        ("bfl-flux-1-dev", {"width": 512, "height": 256}, (512, 256)),
        ("gpt-image-1", {"aspectRatio": "auto"}, (1024, 1024)),
        ("scenario-upscale-v3", {"image": CITY, "scalingFactor": 8}, (2048, 1156)),
        ("scenario-remove-background", {"image": CITY}, (1360, 768)),
    ],
)
def test_pictures_have_the_size_that_was_asked_for(
    api: httpx.Client, mock: Mock, model: str, body: dict[str, Any], size: tuple[int, int]
):
    prompt = {} if model.startswith("scenario") else {"prompt": "a castle"}
    [asset] = finish(api, mock, post(api, f"custom/model_{model}", {**prompt, **body}))
    assert (asset["properties"]["width"], asset["properties"]["height"]) == size
    assert asset["metadata"]["aspectRatio"] in (body.get("aspectRatio"), f"{size[0]}:{size[1]}")
    assert file_of(api, asset).size == size


def test_outputs_share_what_was_sent_and_have_pictures_of_their_own(api: httpx.Client, mock: Mock):
    body = {"prompt": "a castle", "numOutputs": 3, "seed": 77, "guidance": 5, "width": 256, "height": 256}
    assets = finish(api, mock, post(api, "custom/model_bfl-flux-1-dev", body))
    assert [asset["outputIndex"] for asset in assets] == [0, 1, 2]
    assert {(asset["metadata"]["seed"], asset["metadata"]["guidance"]) for asset in assets} == {("77", 5)}
    assert len({api.get(asset["url"]).content for asset in assets}) == 3
    free = finish(api, mock, post(api, "custom/model_imagen4-ultra", {"prompt": "a castle", "numOutputs": 2}))
    assert len({asset["metadata"]["seed"] for asset in free}) == 2


def test_a_list_of_prompts_makes_outputs_for_each_in_order(api: httpx.Client, mock: Mock):
    store = mock.services.store
    prompts = {"name": "prompts", "type": "string_array", "prompt": True, "maxLength": 4, "required": {"always": True}}
    count = {"name": "numOutputs", "type": "number", "min": 1, "max": 4, "step": 1, "default": 1}
    own = next(row for row in store.all_models(store.shelf("key")) if row["type"] == "custom")
    store.put(store.shelf("key"), [("model", {**own, "id": "model_many", "inputs": [prompts, count]})])
    answer = post(api, "custom/model_many", {"prompts": ["a castle", "a dragon"], "numOutputs": 2})
    assets = finish(api, mock, answer)
    assert [asset["metadata"]["prompt"] for asset in assets] == ["a castle", "a castle", "a dragon", "a dragon"]
    refused = api.post("generate/custom/model_many", json={"prompts": []})
    assert refused.json()["reason"] == "Input prompts is required"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("custom/model_imagen4-ultra", {"numOutputs": 4}),
        ("custom/model_veo3-1", {}),
        ("txt2img", {"modelId": PAINTER, "numSamples": 128}),
    ],
)
def test_a_submission_draws_nothing(
    api: httpx.Client, monkeypatch: pytest.MonkeyPatch, path: str, body: dict[str, Any]
):
    def drawn(*_arguments: Any, **_more: Any) -> None:
        raise AssertionError("a picture is drawn when somebody asks for it")

    monkeypatch.setattr(pictures, "draw_png", drawn)
    monkeypatch.setattr(pictures, "paint", drawn)
    monkeypatch.setattr(painting, "paint", drawn)
    post(api, path, {"prompt": "a castle", **body})
