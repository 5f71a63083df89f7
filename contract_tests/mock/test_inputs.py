"""The body of a custom generation against a model's inputs: the recorded texts, every rule, both profiles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenario_mock.errors import ApiError
from scenario_mock.inputs import read
from scenario_mock.world.inputs import family

FAMILIES = (
    "imagen text_image flux_dev gpt_image edit_image text_video image_video video_edit upscale image_only text_3d "
    "image_3d speech sound llm media_text lip_sync palette"
).split()
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf"
    "DwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class Known:
    """Two models and four assets."""

    MODELS: Mapping[str, dict[str, Any]] = {
        "model_lora": {"id": "model_lora", "type": "flux.1-lora"},
        "model_voice": {"id": "model_voice", "type": "elevenlabs-voice"},
    }
    ASSETS: Mapping[str, dict[str, Any]] = {
        "asset_picture": {"kind": "image", "properties": {"size": 5000}},
        "asset_large": {"kind": "image", "properties": {"size": 40_000_000}},
        "asset_clip": {"kind": "video", "properties": {"size": 5000, "duration": 8.0}},
        "asset_film": {"kind": "video", "properties": {"size": 5000, "duration": 600.0}},
    }

    def model(self, model_id: str) -> dict[str, Any] | None:
        return self.MODELS.get(model_id)

    def asset(self, asset_id: str) -> dict[str, Any] | None:
        return self.ASSETS.get(asset_id)


def outcome(inputs: list[dict[str, Any]], body: Mapping[str, Any], *, strict: bool = True, **more: Any) -> Any:
    """The values that count, or (status, reason) of the refusal."""
    try:
        return read(inputs, body, look=Known(), strict=strict, **more)
    except ApiError as error:
        return error.status, error.fields["reason"]


def of(name: str, body: Mapping[str, Any], *, strict: bool = True) -> Any:
    """The outcome for one of the catalogue's families of inputs."""
    return outcome(family(name)[0], body, strict=strict)


P = {"prompt": "x"}
LORA_TYPES = "Allowed model types: flux.1-lora, flux.1-composition"


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        # Recorded.
        ("imagen", {}, "Input prompt is required"),
        ("flux_dev", {**P, "lorasScale": [3.0]}, "Input lorasScale must be at most 2"),
        ("flux_dev", {**P, "loras": ["model_lora"] * 7}, "Input loras must be at most 6 items long"),
        ("flux_dev", {**P, "loras": ["model_voice"]}, f"Invalid model(s): model_voice.\n{LORA_TYPES}"),
        # Built like them.
        ("flux_dev", {**P, "modelId": "model_voice"}, f"Invalid model(s): model_voice.\n{LORA_TYPES}"),
        ("flux_dev", {**P, "loras": ["model_lora", "a", "b", "a"]}, f"Invalid model(s): a, b.\n{LORA_TYPES}"),
        ("imagen", {"prompt": " \n"}, "Input prompt is required"),
        ("imagen", {"prompt": None}, "Input prompt is required"),
        ("imagen", {"prompt": 5}, "Input prompt must be a string"),
        ("imagen", {"prompt": "x" * 2049}, "Input prompt must be at most 2048 characters long"),
        ("imagen", {**P, "aspectRatio": "5:1"}, "Input aspectRatio must be one of: 1:1, 4:3, 3:4, 9:16, 16:9"),
        ("imagen", {**P, "numOutputs": True}, "Input numOutputs must be a number"),
        ("imagen", {**P, "numOutputs": "2"}, "Input numOutputs must be a number"),
        ("imagen", {**P, "numOutputs": float("nan")}, "Input numOutputs must be a number"),
        ("imagen", {**P, "numOutputs": 10**400}, "Input numOutputs must be a number"),
        ("imagen", {**P, "numOutputs": 1.5}, "Input numOutputs must be in steps of 1 from 1"),
        ("imagen", {**P, "numOutputs": 5}, "Input numOutputs must be at most 4"),
        ("text_image", {**P, "seed": 2**31}, "Input seed must be at most 2147483647"),
        ("flux_dev", {**P, "lorasScale": [0.51]}, "Input lorasScale must be in steps of 0.05"),
        ("flux_dev", {**P, "lorasScale": ["a"]}, "Input lorasScale must be a list of numbers"),
        ("flux_dev", {**P, "loras": [1]}, "Input loras must be a list of model ids"),
        ("flux_dev", {**P, "width": 1001}, "Input width must be in steps of 8 from 256"),
        ("flux_dev", {**P, "image": 7}, "Input image must be an asset id or a data URL"),
        ("flux_dev", {**P, "image": "asset_clip"}, "Input image must be a file of kind image, not video"),
        ("flux_dev", {**P, "image": "data:image/png;base64,aGk="}, "Input image cannot be read: "),
        (
            "flux_dev",
            {**P, "image": "data:text/plain;base64,aGk="},
            "Input image must be a file of kind image, not text",
        ),
        ("upscale", {"image": "asset_large"}, "Input image must be at most 30000000 bytes large"),
        ("upscale", {"image": "asset_picture", "scalingFactor": 3}, "Input scalingFactor must be one of: 2, 4, 8"),
        ("video_edit", {"video": "asset_film"}, "Input video must be at most 60 seconds long"),
        ("edit_image", P, "Input referenceImages is required"),
        ("edit_image", {**P, "referenceImages": []}, "Input referenceImages must be at least 1 items long"),
        (
            "edit_image",
            {**P, "referenceImages": ["asset_picture"] * 6},
            "Input referenceImages must be at most 5 items",
        ),
        ("text_video", {**P, "generateAudio": "yes"}, "Input generateAudio must be a boolean"),
        ("image_video", {}, "A prompt or a first frame is needed"),
        ("flux_dev", {**P, "image": "asset_picture", "mask": "asset_picture"}, "Strength is needed with a mask"),
        ("palette", {**P, "layers": ["x"]}, "Input layers must be a list of objects"),
        ("palette", {**P, "layers": [{}, {"text": 5}]}, "Input layers[1].text must be a string"),
        ("palette", {**P, "layers": [{}] * 5}, "Input layers must be at most 4 items long"),
    ],
)
@pytest.mark.parametrize("strict", [True, False])
def test_refusals_of_both_profiles(name: str, body: dict[str, Any], reason: str, strict: bool):
    status, told = of(name, body, strict=strict)
    assert (status, told[: len(reason)]) == (400, reason)


@pytest.mark.parametrize("name", ["image", "referenceImages"])
def test_unknown_assets_are_not_found(name: str):
    families = {"image": "flux_dev", "referenceImages": "gpt_image"}
    value = "asset_nope" if name == "image" else ["asset_picture", "asset_nope"]
    assert of(families[name], {**P, name: value}) == (404, "Asset asset_nope not found")


@pytest.mark.parametrize(
    ("name", "body", "refusal", "kept"),
    [
        ("flux_dev", {"lorasScale": [-0.5]}, "Input lorasScale must be at least 0", {"lorasScale": [-0.5]}),
        ("flux_dev", {"loras": "model_lora"}, "Input loras must be a list", {"loras": []}),
        ("imagen", {"aspectratio": "1:1"}, "Unknown input aspectratio. Did you mean aspectRatio?", {}),
        ("imagen", {"zz": 1}, "Unknown input zz. The model takes: prompt, aspectRatio, numOutputs", {}),
        ("palette", {"layers": [{"colour": "red"}]}, "Unknown input layers[0].colour. Did you mean color?", {}),
    ],
)
def test_what_only_strict_refuses(name: str, body: dict[str, Any], refusal: str, kept: dict[str, Any]):
    assert of(name, {**P, **body}) == (400, refusal)
    values = of(name, {**P, **body}, strict=False)
    assert {key: values[key] for key in kept} == kept
    assert set(values) <= {entry["name"] for entry in family(name)[0]}


def test_a_dropped_list_that_is_required_is_missing():
    body = {**P, "referenceImages": "asset_picture"}
    assert of("edit_image", body, strict=False) == (400, "Input referenceImages is required")


def test_lists_that_belong_together():
    inputs, body = family("flux_dev")[0], {**P, "loras": ["model_lora"], "lorasScale": [0.5, 1]}
    pairs = [("loras", "lorasScale")]
    assert outcome(inputs, body, pairs=pairs)[1] == "Inputs loras and lorasScale must have the same number of items"
    assert outcome(inputs, body, strict=False, pairs=pairs)["lorasScale"] == [0.5, 1]
    assert outcome(inputs, {**P, "loras": ["model_lora"]}, pairs=pairs)["lorasScale"] == []


def test_defaults_fill_what_is_left_out_and_a_data_url_is_a_file():
    values = of("flux_dev", {**P, "dryRun": True, "image": PIXEL, "seed": None})
    assert (values["width"], values["numOutputs"], values["loras"], values["image"]) == (1024, 1, [], PIXEL)
    assert not {"dryRun", "seed"} & set(values)


def rule(**required: Any) -> list[dict[str, Any]]:
    """Three inputs, the first with this rule."""
    others = [{"name": "mode", "type": "string", "default": "plain"}, {"name": "mask", "type": "string"}]
    return [{"name": "a", "type": "string", "required": required}, *others]


NEEDED = "Input a is required"


@pytest.mark.parametrize(
    ("required", "body", "reason"),
    [
        ({}, {}, None),
        ({"always": False}, {}, None),
        ({"always": True}, {}, NEEDED),
        ({"ifDefined": {"mask": {"message": "Give a"}}}, {}, None),
        ({"ifDefined": {"mask": {"message": "Give a"}}}, {"mask": "m"}, "Give a"),
        ({"ifDefined": {"mask": {}}}, {"mask": "m"}, NEEDED),
        ({"ifDefined": {"mask": {}}}, {"mask": "m", "a": "1"}, None),
        ({"ifDefined": {"mode": {}}}, {}, None),
        ({"ifNotDefined": {"mask": {"message": "One of both"}}}, {}, "One of both"),
        ({"ifNotDefined": {"mask": {}}}, {"mask": "m"}, None),
        ({"ifNotDefined": {"undeclared": {}}}, {}, None),
        ({"ifDefined": {"undeclared": {}}}, {}, None),
        ({"conditional": {"values": {"mode": ["rich"]}}}, {}, None),
        ({"conditional": {"values": {"mode": ["plain"]}}}, {}, NEEDED),
        ({"conditional": {"values": {"mode": "rich"}}}, {"mode": "rich"}, NEEDED),
        ({"conditional": {"values": {"mode": ["rich"], "mask": ["m"]}}}, {"mode": "rich"}, None),
        ({"conditional": {"values": {"mode": ["rich"], "mask": ["m"]}}}, {"mode": "rich", "mask": "m"}, NEEDED),
        ({"conditional": {"values": {"mode": ["rich"], "mask": ["m"]}, "operator": "or"}}, {"mask": "m"}, NEEDED),
        ({"conditional": {"values": {"undeclared": ["x"]}, "operator": "and"}}, {}, None),
        ({"conditionalValues": {"mode": ["rich", "odd"], "mask": ["m"]}}, {"mode": "odd"}, NEEDED),
        ({"conditionalValues": {"mode": ["rich"]}}, {}, None),
        ({"conditionalValues": {"undeclared": ["x"]}}, {}, None),
    ],
)
def test_required_in_all_its_forms(required: dict[str, Any], body: dict[str, Any], reason: str | None):
    found = outcome(rule(**required), body)
    assert found == (400, reason) if reason else isinstance(found, dict)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("asset_picture"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(data=st.data(), name=st.sampled_from(FAMILIES), strict=st.booleans())
def test_any_json_is_taken_or_refused_in_words(data: st.DataObject, name: str, strict: bool):
    inputs = family(name)[0]
    names = st.sampled_from([entry["name"] for entry in inputs]) | st.text(max_size=8)
    body = data.draw(st.dictionaries(names, VALUES, max_size=5))
    found = outcome(inputs, {**P, **body}, strict=strict)
    if isinstance(found, tuple):
        assert found[0] in (400, 404)
        assert found[1]
    else:
        assert set(found) <= {entry["name"] for entry in inputs}


KEYS = (
    "name type required min max step minLength maxLength allowedValues kind maxSize maxDuration minDuration modelTypes "
    "inputs default"
).split()
GOOD = {"number": 3, "string": "x", "file": "asset_clip", "model": "model_lora", "inputs": {}}


@given(fields=st.lists(VALUES | st.dictionaries(st.sampled_from(KEYS), VALUES), max_size=3), strict=st.booleans())
def test_fields_of_nested_inputs_promise_nothing(fields: list[Any], strict: bool):
    named = [{**field, "name": "a"} if isinstance(field, dict) else field for field in fields]
    for declared in (fields, named):
        inputs = [{"name": "layers", "type": "inputs_array", "inputs": declared}]
        for element in ({}, {"a": 1}, {"a": "x"}, {"a": [2]}):
            found = outcome(inputs, {"layers": [element]}, strict=strict)
            assert isinstance(found, dict) or found[0] in (400, 404)


@pytest.mark.parametrize("kind", "number number_array string string_array file model model_array inputs_array".split())
@given(bounds=st.dictionaries(st.sampled_from(KEYS[2:]), VALUES))
def test_a_field_of_a_known_type_may_have_any_bounds(kind: str, bounds: dict[str, Any]):
    inputs = [{"name": "layers", "type": "inputs_array", "inputs": [{**bounds, "name": "a", "type": kind}]}]
    value: Any = GOOD[kind.split("_")[0]]
    found = outcome(inputs, {"layers": [{"a": [value] if "array" in kind else value}]})
    assert isinstance(found, dict) or found[0] == 400
