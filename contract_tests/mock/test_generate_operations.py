"""The eleven generate operations beside custom generations: results, prices, refusals, jobs, files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from scenario_mock import ManualClock, Mock, MockTransport
from scenario_mock.app import Request
from scenario_mock.handlers.prices import PRICES
from scenario_mock.world import ANCHOR_MS

from contract_tests.conftest import contract_document
from contract_tests.mock.calls import CASTLE, CITY, PAINTER, file_of, kept, post

BODIES: dict[str, dict[str, Any]] = {
    "txt2img": {"modelId": PAINTER, "prompt": "a lighthouse", "numSamples": 2, "width": 256, "height": 128},
    "prompt-editing": {"image": CITY, "prompt": "a red sky", "format": "webp", "numSamples": 2},
    "caption": {"images": [CITY, CASTLE]},
    "describe-style": {"images": [CITY]},
    "detect": {"image": CITY, "modality": "canny"},
    "embed": {"text": "a castle"},
    "ip-detection": {"prompts": ["a castle"]},
    "patch": {"image": CITY, "crop": {"left": 10, "top": 20, "width": 300, "height": 200}},
    "prompt": {"mode": "completion", "prompt": "a castle", "numResults": 3},
    "quality-gate": {"image": CITY},
    "translate": {"prompt": "un château rouge"},
}
WITHOUT_JOB = {"ip-detection", "quality-gate"}


@pytest.fixture(scope="module")
def mock() -> Mock:
    """One mock for all: no test here minds what others have made."""
    return Mock(clock=ManualClock(ANCHOR_MS))


@pytest.fixture(scope="module")
def api(mock: Mock) -> httpx.Client:
    """A client of the mock."""
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


def examples() -> Iterator[Any]:
    """Each request that the contract shows for these operations."""
    for path, item in contract_document()["paths"].items():
        if path.startswith("/generate/") and "custom" not in path:
            for name, example in item["post"]["requestBody"]["content"]["application/json"]["examples"].items():
                yield pytest.param(path.removeprefix("/generate/"), example["value"], id=f"{path[10:]}-{name}")


# ---- all of them -----------------------------------------------------------------------------------------------------


def test_nothing_is_left_out(mock: Mock):
    health = json.loads(mock.respond(Request("GET", "/__mock__/health")).body)
    assert health["notImplemented"] == []
    assert "createDetection" not in health["partlyImplemented"]
    generate = {name for name, operation in mock.contract.operations.items() if operation.tag == "generate"}
    assert set(PRICES) == generate


@pytest.mark.parametrize(("path", "body"), list(examples()))
def test_the_contracts_requests_succeed(api: httpx.Client, path: str, body: dict[str, Any]):
    answer = post(api, path, body)
    assert ("job" in answer) == (path not in WITHOUT_JOB)


@pytest.mark.parametrize("path", BODIES)
def test_jobs_are_shown_as_made_and_found_ended(api: httpx.Client, mock: Mock, path: str):
    answer = post(api, path, BODIES[path])
    if path in WITHOUT_JOB:
        assert "job" not in answer
        return
    job = answer["job"]
    assert (job["status"], job["progress"]) == ("pending", 0)
    assert job["metadata"]["input"] == BODIES[path]
    if path in ("txt2img", "prompt-editing"):  # these take their time, the others are done
        mock.services.clock.advance(3)
    read = api.get(f"jobs/{job['jobId']}").json()["job"]
    assert (read["status"], read["progress"], read["createdAt"]) == ("success", 1, job["createdAt"])
    assert read["billing"]["cuCost"] == answer["creativeUnitsCost"]
    assert job["jobId"] in [row["jobId"] for row in api.get("jobs", params={"pageSize": 100}).json()["jobs"]]
    made = read["metadata"]["assetIds"]
    assert len(made) == {"txt2img": 2, "prompt-editing": 2, "detect": 1, "patch": 1}.get(path, 0)
    for asset_id in made:
        asset = api.get(f"assets/{asset_id}").json()["asset"]
        assert asset["metadata"]["parentJobId"] == job["jobId"]
        file_of(api, asset)


@pytest.mark.parametrize("path", sorted(set(BODIES) - {"patch"}))
def test_dry_runs_price_and_make_nothing(api: httpx.Client, mock: Mock, path: str):
    before = kept(mock)
    for word in ("true", "api"):
        response = api.post(f"generate/{path}", json=BODIES[path], params={"dryRun": word})
        assert response.status_code == 269
        priced = response.json()
        assert set(priced) == {"creativeUnitsCost", "creativeUnitsDiscount", "costDetails"}
        assert sum(priced["costDetails"].values()) == priced["creativeUnitsCost"] > 0
    assert kept(mock) == before
    real = post(api, path, {**BODIES[path], "dryRun": True})
    charged = real["ipDetection"]["creativeUnitsCharged"] if path == "ip-detection" else real["creativeUnitsCost"]
    assert charged == priced["creativeUnitsCost"], "a dryRun in the body is ignored"


@pytest.mark.parametrize(
    ("path", "body", "cost"),
    [
        ("prompt", {"mode": "structured", "prompt": "x"}, 0.75),
        ("prompt", {"mode": "structured", "prompt": "x", "numResults": 5}, 1.25),
        ("prompt", {"modelId": "model_imagen4-ultra"}, 3.75),
        ("prompt", {"mode": "contextual", "modelId": "model_imagen4-ultra", "numResults": 2}, 3.875),
        ("prompt", {"mode": "contextual", "images": [CITY]}, 0.75),
        ("quality-gate", {"image": CITY}, 1.25),
        ("caption", {"images": [CITY] * 4}, 1.0),
        ("txt2img", {"modelId": PAINTER, "prompt": "x"}, 10.0),
        ("txt2img", {"modelId": PAINTER, "prompt": "x", "numSamples": 128}, 320.0),
    ],
)
def test_prices(api: httpx.Client, path: str, body: dict[str, Any], cost: float):
    assert api.post(f"generate/{path}", json=body, params={"dryRun": "true"}).json()["creativeUnitsCost"] == cost


NOT_A_PICTURE = "data:text/plain;base64,aGk="
BROKEN = "data:image/png;base64,iVBORw0KGgo="


@pytest.mark.parametrize(
    ("path", "body", "status", "reason"),
    [
        ("caption", {"images": ["asset_nope"]}, 404, "Asset asset_nope not found"),
        ("caption", {"images": [CITY], "modelId": "model_nope"}, 404, "Model model_nope not found"),
        ("caption", {"images": [NOT_A_PICTURE]}, 400, "Invalid image: text/plain is not a picture"),
        ("describe-style", {}, 400, "One of images, assetIds or modelId is required"),
        ("describe-style", {"assetIds": ["asset_nope"]}, 404, "Asset asset_nope not found"),
        ("detect", {"image": "asset_nope", "modality": "canny"}, 404, "Asset asset_nope not found"),
        ("detect", {"image": BROKEN, "modality": "canny"}, 400, "Invalid image: the picture cannot be read"),
        ("detect", {"image": CITY, "modality": "edges"}, 400, "body.modality"),
        ("embed", {"text": ""}, 400, "body.text"),
        ("ip-detection", {}, 400, "At least one prompt or one asset"),
        ("ip-detection", {"assetIds": ["asset_nope"]}, 400, "At least one prompt or one asset"),
        ("ip-detection", {"prompts": ["x" * 200_000, "y" * 50_001]}, 400, "prompts must be at most 250000"),
        ("patch", {"image": CITY, "crop": {"left": 0, "top": 0, "width": 0, "height": 9}}, 400, "The picture cannot"),
        ("patch", {"image": CITY, "backgroundColor": "blurple"}, 400, "The picture cannot be patched"),
        ("patch", {"image": CITY, "backgroundColor": "transparent", "format": "jpeg"}, 400, "backgroundColor"),
        ("patch", {"image": CITY, "patch": {"image": "asset_nope", "mode": "erase"}}, 404, "Asset asset_nope"),
        ("prompt", {"mode": "image-editing"}, 400, "image is required in mode image-editing"),
        ("prompt", {"mode": "image-editing", "image": CITY, "modelId": "model_x"}, 400, "modelId must be one of"),
        ("prompt", {"mode": "contextual", "images": [CITY] * 6}, 400, "images must be at most 5 items long"),
        ("prompt", {"images": ["asset_nope"]}, 404, "Asset asset_nope not found"),
        ("prompt", {"mode": "completion", "modelId": "model_nope"}, 404, "Model model_nope not found"),
        ("prompt-editing", {"image": CITY, "prompt": "x", "numSamples": 9}, 400, "numSamples must be at most 8"),
        ("prompt-editing", {"image": CITY, "prompt": "x", "aspectRatio": "wide"}, 400, "Input aspectRatio"),
        ("prompt-editing", {"image": CITY, "prompt": "x", "mask": "asset_nope"}, 404, "Asset asset_nope not found"),
        ("quality-gate", {"image": "asset_nope"}, 404, "Asset asset_nope not found"),
        ("quality-gate", {"image": "data:image/svg+xml;base64,PHN2Zy8+"}, 400, "Invalid image"),
        ("translate", {"prompt": "x", "images": ["asset_nope"]}, 404, "Asset asset_nope not found"),
        ("txt2img", {"modelId": "model_imagen4-ultra", "prompt": "x"}, 400, "Custom models are not supported"),
        ("txt2img", {"modelId": "model_nope", "prompt": "x"}, 404, "Model model_nope not found"),
        ("txt2img", {"modelId": PAINTER, "prompt": "x", "numSamples": 129}, 400, "body.numSamples"),
        ("txt2img", {"modelId": PAINTER, "prompt": "x", "aspectRatio": "wide"}, 400, "Input aspectRatio"),
    ],
)
def test_refusals_say_why_and_leave_nothing(
    api: httpx.Client, mock: Mock, path: str, body: dict[str, Any], status: int, reason: str
):
    before = kept(mock)
    response = api.post(f"generate/{path}", json=body)
    assert (response.status_code, response.json()["reason"][: len(reason)]) == (status, reason)
    if path != "patch":
        assert api.post(f"generate/{path}", json=body, params={"dryRun": "true"}).status_code == status
    assert kept(mock) == before
