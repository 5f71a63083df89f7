"""The words after `scenario-mock call` become a request: operations, options, values, files; wrong ones are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from scenario_mock.calling.arguments import read
from scenario_mock.calling.operations import UsageError, fields, find, hyphened, inputs, method_of
from scenario_mock.contract import packaged

CONTRACT = packaged()
MODEL = "model_imagen4-ultra"


def asked(name: str, *words: str, data: str | None = None):
    return read(CONTRACT, find(CONTRACT, name), words, data)


@pytest.mark.parametrize("operation", CONTRACT.operations.values(), ids=lambda one: one.id)
def test_every_operation_is_found_by_both_names_and_has_options_of_its_own(operation):
    assert find(CONTRACT, operation.id) is find(CONTRACT, method_of(operation)) is operation
    options = [one.option for one in fields(CONTRACT, operation)]
    assert len(set(options)) == len(options)


@pytest.mark.parametrize("spelling", ["--page-size", "--pageSize", "--pagesize", "--page_size"])
def test_names_in_any_spelling(spelling: str):
    assert asked("models.list", spelling, "5").address == "models?pageSize=5"


def test_names_with_hyphens():
    assert [hyphened(name) for name in ("pageSize", "ensureIPCleared", "topP")] == [
        "page-size", "ensure-ip-cleared", "top-p",
    ]  # fmt: skip


def test_query_values():
    found = asked("models.list", "--tags", "sc:scenario", "--tags", "a b", "--privacy=public", "--loaded-only", "true")
    assert found.query == {"tags": ["sc:scenario", "a b"], "privacy": "public", "loadedOnly": True}
    assert "tags=sc%3Ascenario%2Ca+b" in found.address


def test_body_values_have_the_types_of_the_contract():
    words = ("--images", "asset_1", "--images", "asset_2", "--seed", "7", "--temperature", "0.5", "--ensure-ip-cleared")
    body = asked("generate.caption", *words).body
    assert body == {"images": ["asset_1", "asset_2"], "seed": 7, "temperature": 0.5, "ensureIPCleared": True}


def test_inputs_of_a_model_are_what_they_look_like():
    words = ("--prompt", "7 cats", "--num-outputs", "2", "--loras", '["a"]', "--lorasScale", "0.5", "--hd")
    found = asked("generate.custom", MODEL, *words)
    assert found.path == {"modelId": MODEL}
    assert found.body == {"prompt": "7 cats", "numOutputs": 2, "loras": ["a"], "lorasScale": 0.5, "hd": True}


def test_inputs_of_a_known_model_have_its_types():
    known = inputs(
        {
            "inputs": [
                {"name": "prompt", "type": "string", "required": {"always": True}},
                {"name": "referenceImages", "type": "file_array"},
                {"name": "scales", "type": "number_array"},
                {"name": "hd", "type": "boolean"},
                {"name": "later", "type": "of-a-later-day"},
            ]
        }
    )
    words = (
        "--prompt",
        "2024",
        "--reference-images",
        "7",
        "--scales",
        "1",
        "--scales",
        "0.5",
        "--no-hd",
        "--later",
        "3",
    )
    found = read(CONTRACT, find(CONTRACT, "generate.custom"), (MODEL, *words), None, known)
    assert found.body == {
        "prompt": "2024", "referenceImages": ["7"], "scales": [1, 0.5], "hd": False, "later": 3,
    }  # fmt: skip
    with pytest.raises(UsageError, match=r"has no option --promt; did you mean --prompt"):
        read(CONTRACT, find(CONTRACT, "generate.custom"), (MODEL, "--promt", "x"), None, known)


def test_paths_can_be_options():
    for words in (("model_1",), ("--model-id", "model_1"), ("--modelId=model_1",)):
        assert asked("models.retrieve", *words).address == "models/model_1"
    assert asked("models.retrieve", "a/../b?c").address == "models/a%2F..%2Fb%3Fc"


def test_a_dry_run_is_a_query():
    assert asked("generate.custom", MODEL, "--prompt", "x", "--dry-run").query == {"dryRun": True}


def test_files_and_data(tmp_path: Path):
    picture, body = tmp_path / "a.png", tmp_path / "body.json"
    picture.write_bytes(b"\x89PNG")
    body.write_text('{"prompt": "from the file", "numOutputs": 4}', "utf-8")
    found = asked("generate.custom", MODEL, "--image", f"@{picture}", "--num-outputs", "1", data=f"@{body}")
    assert found.body == {"prompt": "from the file", "numOutputs": 1, "image": "data:image/png;base64,iVBORw=="}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("models.lst",), "did you mean models.list"),
        (("zzz",), "see scenario-mock call --list"),
        (("models.list", "--pge-size", "3"), "has no option --pge-size; did you mean --page-size"),
        (("models.list", "extra"), "takes no word 'extra'"),
        (("models.retrieve",), "models.retrieve needs <modelId>, as in: scenario-mock call models.retrieve <modelId>"),
        (("generate.caption", "--seed", "many"), "--seed is an integer such as 2, not 'many'"),
        (("generate.caption", "--seed", "true"), "--seed is an integer such as 2, not 'true'"),
        (("generate.caption", "--temperature", "NaN"), "--temperature is a number such as 0.5, not 'NaN'"),
        (("models.list", "--page-size", "many"), "--page-size is an integer such as 2, not 'many'"),
        (("models.list", "--loaded-only", "perhaps"), "--loaded-only is a boolean such as true, not 'perhaps'"),
        (("models.list", "--no-loaded-only", "true"), "--no-loaded-only takes no value"),
        (("models.list", "--no-tags"), "has no option --no-tags"),
        (("models.retrieve", "--model-id"), "--model-id needs a value"),
        (("models.retrieve", ""), "models.retrieve needs <modelId>"),
        (("generate.patch", "--crop", "[1]"), "--crop is an object such as"),
        (("generate.caption", "--seed"), "--seed needs a value"),
        (("generate.caption", "--images", "@/nowhere.png"), "--images: cannot read /nowhere.png"),
    ],
)
def test_what_makes_no_request_is_told(words: tuple[str, ...], said: str):
    with pytest.raises(UsageError) as error:
        asked(*words)
    assert said in str(error.value)


def test_texts_and_json_from_files(tmp_path: Path):
    prompt, crop = tmp_path / "prompt.txt", tmp_path / "crop.json"
    prompt.write_text("a castle\nin the rain", "utf-8")
    crop.write_text('{"x": 1}', "utf-8")
    assert asked("generate.translate", "--prompt", f"@{prompt}").body == {"prompt": "a castle\nin the rain"}
    assert asked("generate.translate", "--prompt", "@@home").body == {"prompt": "@home"}
    assert asked("generate.patch", "--crop", f"@{crop}").body == {"crop": {"x": 1}}
    (tmp_path / "odd.bin").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="neither a picture, sound, video or mesh nor text"):
        asked("generate.translate", "--prompt", f"@{tmp_path / 'odd.bin'}")


@pytest.mark.parametrize("data", ["{", "[]", "@/nowhere.json"])
def test_a_body_that_is_none_is_told(data: str):
    with pytest.raises(UsageError, match="--data"):
        asked("generate.custom", MODEL, data=data)
