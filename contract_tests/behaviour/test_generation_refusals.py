"""Generations that no server may start: refused with the status and the words that were recorded, and leaving no job.

Every request carries a mark that is nowhere else. When all have been refused, no job that came meanwhile may have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from contract_tests.behaviour.generating import Painter
from contract_tests.behaviour.orders import CUSTOM, PICTURE, marked_jobs, new_mark
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Answer, Caller

pytestmark = [pytest.mark.target, pytest.mark.changes]

DRAW, EDIT = "createTextToImageGeneration", "createPromptEdit"
NO_MODEL, NO_ASSET = "model_thisOneIsNowhere00000000", "asset_thisOneIsNowhere00000000"
LORA = "flux.1-lora"
MOST_READ = 6


@dataclass(frozen=True)
class Wrong:
    """A request that has to be refused."""

    what: str
    operation_id: str
    body: Mapping[str, Any]
    model: str | None = None
    """In the path."""
    statuses: tuple[int, ...] = (400,)
    says: tuple[str, ...] = field(default=())
    """Words that the recorded reason has, for each such refusal."""


@pytest.fixture(scope="module")
def rows(call: Caller) -> list[dict[str, Any]]:
    """The public models of the first page."""
    found: list[dict[str, Any]] = call("listModels", query={"privacy": "public", "pageSize": 100}).json["models"]
    return found


def of_the_endpoints(model: Painter, rows: list[dict[str, Any]], mark: str) -> Iterator[Wrong]:
    """Models in the wrong place."""
    prompt = {"prompt": mark}
    lora = next((row["id"] for row in rows if row["type"] == LORA), None)
    if lora:
        yield Wrong("a LoRA in the path", CUSTOM, prompt, lora, says=("Custom models only",))
    yield Wrong("no such model", CUSTOM, prompt, NO_MODEL, (404,), (NO_MODEL, "not found"))
    yield Wrong("a custom model", DRAW, {"modelId": model.id, **prompt})
    yield Wrong("no such model", DRAW, {"modelId": NO_MODEL, **prompt}, statuses=(400, 404))
    without = {model.count: 1} if model.count else {}
    yield Wrong("no prompt", CUSTOM, without, model.id, says=("prompt", "required"))


def of_the_sizes(rows: list[dict[str, Any]], mark: str) -> Iterator[Wrong]:
    """Numbers outside the bounds of the contract."""
    drawer = next((row["id"] for row in rows if str(row["type"]).startswith("flux.1")), NO_MODEL)
    for name, value in {
        "numSamples": 129, "width": 2056, "height": 63, "numInferenceSteps": 151, "guidance": 21, "seed": 5,
        "negativePromptStrength": 11,
    }.items():  # fmt: skip
        yield Wrong(f"{name} {value}", DRAW, {"modelId": drawer, "prompt": mark, name: value})
    yield Wrong("numSamples 0", DRAW, {"modelId": drawer, "prompt": mark, "numSamples": 0})
    yield Wrong("no prompt", DRAW, {"modelId": drawer, "negativePrompt": mark})
    yield Wrong("no model", DRAW, {"prompt": mark})
    yield Wrong("no picture", EDIT, {"prompt": mark})
    yield Wrong("no words", EDIT, {"image": PICTURE, "aspectRatio": mark})
    yield Wrong("an unknown editor", EDIT, {"image": PICTURE, "prompt": mark, "modelId": "nobody"})
    yield Wrong("an unknown format", EDIT, {"image": PICTURE, "prompt": mark, "format": "gif"})
    yield Wrong("no such picture", EDIT, {"image": NO_ASSET, "prompt": mark}, statuses=(400, 404))
    yield Wrong("a picture that is none", EDIT, {"image": "data:image/png;base64,AAAA", "prompt": mark})


def of_small_results(mark: str) -> Iterator[Wrong]:
    """Operations that answer at once."""
    yield Wrong("no such picture", "createPrompt", {"images": [NO_ASSET], "prompt": mark}, statuses=(404,))
    yield Wrong("an unknown mode", "createPrompt", {"mode": "shouting", "prompt": mark})
    for count in (0, 6, "two"):
        yield Wrong(f"numResults {count}", "createPrompt", {"prompt": mark, "numResults": count})
    yield Wrong("temperature 3", "createPrompt", {"prompt": mark, "temperature": 3})
    yield Wrong("topP 2", "createTranslation", {"prompt": mark, "topP": 2})
    yield Wrong("no prompt", "createTranslation", {"images": [PICTURE]})
    yield Wrong("a prompt that is a list", "createTranslation", {"prompt": [mark]})
    yield Wrong("an empty text", "createEmbedding", {"text": ""})
    yield Wrong("no text", "createEmbedding", {"prompt": mark})
    yield Wrong("nothing to check", "createIpDetection", {})
    yield Wrong("an unknown map", "createDetection", {"image": PICTURE, "modality": "x-ray"})
    yield Wrong("no map", "createDetection", {"image": PICTURE})
    yield Wrong("no such picture", "createDetection", {"image": NO_ASSET, "modality": "depth"}, statuses=(400, 404))
    yield Wrong("no such picture", "createCaption", {"images": [NO_ASSET]}, statuses=(400, 404))
    yield Wrong("no pictures", "createCaption", {"seed": 1})
    yield Wrong("an unknown level", "createCaption", {"images": [PICTURE], "detailsLevel": "everything"})
    yield Wrong("no such picture", "createQualityGate", {"image": NO_ASSET}, statuses=(400, 404))
    yield Wrong("an unknown sensitivity", "createQualityGate", {"image": PICTURE, "sensitivity": "extreme"})
    yield Wrong("no such picture", "createPatch", {"image": NO_ASSET}, statuses=(400, 404))
    yield Wrong("half a crop", "createPatch", {"image": PICTURE, "crop": {"left": 0, "top": 0}})
    yield Wrong("an unknown format", "createPatch", {"image": PICTURE, "format": "gif"})


def of_lists(call: Caller, rows: list[dict[str, Any]], mark: str) -> Iterator[Wrong]:
    """Inputs that name models, and inputs that are lists: those of the first model that has some."""
    custom = [row for row in rows if row["type"] == "custom" and "txt2img" in row["capabilities"]]
    for row in custom[:MOST_READ]:
        inputs = call("retrieveModel", path={"modelId": row["id"]}).json["model"].get("inputs") or ()
        lists = [each for each in inputs if each["type"] in ("model_array", "number_array")]
        for entry in lists:
            name, most = entry["name"], entry.get("maxLength")
            if entry["type"] == "model_array":
                allowed = {"prompt": mark, name: [row["id"]]}
                yield Wrong(f"a custom model in {name}", CUSTOM, allowed, row["id"], says=("Invalid model", row["id"]))
                lora = next((each["id"] for each in rows if each["type"] in (entry.get("modelTypes") or ())), None)
                if most and lora:
                    many = {"prompt": mark, name: [lora] * (most + 1)}
                    yield Wrong(f"{most + 1} {name}", CUSTOM, many, row["id"], says=(name, str(most)))
            elif "max" in entry:
                high = {"prompt": mark, name: [entry["max"] + 1]}
                yield Wrong(f"{name} above its max", CUSTOM, high, row["id"], says=(name, f"{entry['max']:g}"))
        if lists:
            return


def ask(call: Caller, wrong: Wrong) -> Answer:
    """The answer to a request that has to be refused, held to be one."""
    path = {"modelId": wrong.model} if wrong.model else None
    answer = call(wrong.operation_id, path=path, body=wrong.body, expect=None)
    words = " or ".join(map(str, wrong.statuses))
    answer.must(
        answer.status in wrong.statuses, "refuses_what_is_wrong", f"{words} for {wrong.what}", answer.exchange.told()
    )
    refused(answer)
    reason = str(answer.json.get("reason", ""))
    missing = [word for word in wrong.says if reason and word not in reason]
    answer.must(not missing, "reasons_say_what_is_wrong", f"a reason with {' and '.join(wrong.says)}", reason)
    return answer


def test_what_cannot_be_made_is_refused_and_makes_nothing(call: Caller, model: Painter, rows: list[dict[str, Any]]):
    mark = new_mark(call, "refused")
    wrong = [
        *of_the_endpoints(model, rows, mark),
        *of_the_sizes(rows, mark),
        *of_small_results(mark),
        *of_lists(call, rows, mark),
    ]
    answers = [ask(call, each) for each in wrong]
    page, left = marked_jobs(call, mark)
    page.must(not left, "refusals_make_nothing", "no job of a refused request", left, *answers[-1:])


def test_what_is_refused_has_no_price(call: Caller, model: Painter, rows: list[dict[str, Any]]):
    """A dry run refuses what a run refuses: 269 for nonsense would promise a price that nobody can pay."""
    for wrong in (*of_the_endpoints(model, rows, "no price"), *of_small_results("no price")):
        if wrong.operation_id == "createPatch":  # has no dry run
            continue
        path = {"modelId": wrong.model} if wrong.model else None
        answer = call(wrong.operation_id, path=path, query={"dryRun": True}, body=wrong.body, expect=None)
        expected = f"a refusal of {wrong.what}"
        answer.must(400 <= answer.status < 500, "dry_runs_refuse_as_runs", expected, answer.exchange.told())
        refused(answer)


@pytest.mark.parametrize("action", ["explode", "retry", "Cancel", "", 5, None])
def test_only_cancel_is_an_action(call: Caller, action: Any):
    listed = call("listJobs", query={"pageSize": 1}).json["jobs"]
    job_id = listed[0]["jobId"] if listed else "job_thisOneIsNowhere00000000"
    answer = call("triggerJobAction", path={"jobId": job_id}, body={"action": action}, expect=None)
    answer.must(answer.status in (400, 404), "refuses_what_is_wrong", f"400 for {action!r}", answer.exchange.told())
    refused(answer)
