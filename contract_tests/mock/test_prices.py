"""What generations cost: the recorded sums, the inputs that change a price, add-ons, plans that leave models out."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.handlers.rates import QUARTER, RATES, add_ons_of, generation_cost
from scenario_mock.plans import LEVELS, OLDER_NAMES, level_of
from scenario_mock.world import ANCHOR_MS
from scenario_mock.world.inputs import family

from contract_tests.mock.calls import post

MODEL = "custom/model_imagen4-ultra"


def client(**settings: Any) -> httpx.Client:
    mock = Mock(Settings(**settings), clock=ManualClock(ANCHOR_MS))
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


@pytest.fixture(scope="module")
def api() -> httpx.Client:
    return client()


@pytest.mark.parametrize(("generation", "gate", "total"), [(6, 1.25, 7.25), (9, 1.75, 10.75), (11, 1.75, 12.75), (16, 1.75, 17.75)])  # fmt: skip  # noqa: E501
def test_the_recorded_sums(generation: float, gate: float, total: float):
    add_ons = add_ons_of("image", generation)
    assert add_ons == {"quality-gate": gate}
    assert generation + sum(add_ons.values()) == total


@pytest.mark.parametrize(
    ("name", "kind", "values", "outputs", "cost"),
    [
        ("imagen", "image", {"numOutputs": 1}, 1, 6.0),
        ("imagen", "image", {"numOutputs": 4}, 4, 24.0),
        ("gpt_image", "image", {"quality": "high"}, 1, 12.0),
        ("gpt_image", "image", {"quality": "auto", "prompt": "x"}, 1, 6.0),
        ("flux_dev", "image", {"width": 1024, "height": 512, "numInferenceSteps": 28}, 1, 3.0),
        ("flux_dev", "image", {"width": -8, "height": 64, "numInferenceSteps": 1}, 1, 0.25),
        ("upscale", "image", {"scalingFactor": 8}, 1, 24.0),
        ("text_video", "video", {}, 1, 60.0),
        ("text_video", "video", {"duration": 8, "resolution": "1080p", "generateAudio": True}, 1, 216.0),
        ("sound", "audio", {"duration": 30}, 1, 9.0),
        ("speech", "audio", {"text": "x" * 1001}, 1, 6.0),
        ("text_3d", "3d", {"texture": True}, 1, 25.0),
        ("text_3d", "3d", {"texture": False}, 1, 15.0),
        ("llm", "text", {"prompt": "x"}, 1, 0.5),
    ],
)
def test_inputs_that_change_the_price(name: str, kind: str, values: dict[str, Any], outputs: int, cost: float):
    assert generation_cost(kind, family(name)[0], values, outputs) == cost


@given(
    kind=st.sampled_from(sorted(RATES)),
    values=st.dictionaries(
        st.sampled_from(["width", "height", "duration", "text", "quality", "numInferenceSteps", "scalingFactor"]),
        st.none() | st.booleans() | st.text() | st.lists(st.integers()) | st.floats(-1e6, 1e6) | st.integers(-9, 9),
    ),
    outputs=st.integers(1, 128),
)
def test_any_inputs_have_a_price(kind: str, values: dict[str, Any], outputs: int):
    inputs = [{"name": name, "costImpact": True} for name in values]
    cost = generation_cost(kind, inputs, values, outputs)
    assert cost >= QUARTER
    assert cost % QUARTER == 0
    silent = [{**entry, "costImpact": False} for entry in inputs]
    assert generation_cost(kind, silent, values, outputs) == generation_cost(kind, [], {}, outputs)


@pytest.mark.parametrize("word", ["true", "api"])
def test_a_dry_run_says_what_the_run_costs(api: httpx.Client, word: str):
    body = {"prompt": "a castle", "numOutputs": 2}
    priced = api.post(f"generate/{MODEL}", json=body, params={"dryRun": word})
    assert priced.status_code == 269
    real = post(api, MODEL, {**body, "dryRun": True})
    assert {name: real[name] for name in priced.json()} == priced.json()
    assert real["costDetails"] == {"custom-generation": 12.0, "quality-gate": 1.75}
    assert real["creativeUnitsCost"] == 13.75
    billing = real["job"]["billing"]
    assert (billing["cuCost"], billing["cuCostDetails"]) == (12.0, {"quality-gate": 1.75})


def test_only_pictures_have_a_check_of_quality(api: httpx.Client):
    answer = post(api, "custom/model_scenario-llm", {"prompt": "why?"})
    assert answer["costDetails"] == {"custom-generation": 0.5}
    assert "cuCostDetails" not in answer["job"]["billing"]


# ---- protected material ----------------------------------------------------------------------------------------------


def test_a_detection_is_charged_beside_the_price_and_on_dry_runs(api: httpx.Client):
    body = {"prompt": "Batman drinks a cola"}
    priced = api.post(f"generate/{MODEL}", json=body, params={"dryRun": "true", "ipDetection": "true"})
    assert priced.status_code == 269
    found = priced.json()["ipDetection"]
    assert (found["action"], found["creativeUnitsCharged"]) == ("flagged", 1.0)
    assert priced.json()["creativeUnitsCost"] == 7.25
    real = post(api, MODEL, body, ipDetection="true")
    assert real["ipDetection"] == found
    assert real["job"]["billing"]["cuCostDetails"] == {"ip-detection": 1.0, "quality-gate": 1.25}
    assert "ipDetection" not in post(api, MODEL, body, ipDetection="false")


def test_without_the_enterprise_plan_a_detection_is_ignored_and_free():
    answer = post(client(plan="max"), MODEL, {"prompt": "Batman"}, ipDetection="true")
    assert "ipDetection" not in answer
    assert answer["job"]["billing"]["cuCostDetails"] == {"quality-gate": 1.25}


# ---- plans -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", [{}, {"dryRun": "true"}])
def test_a_model_above_the_plan_is_refused_on_dry_runs_too(query: dict[str, str]):
    api = client(plan="starter")
    refused = api.post("generate/custom/model_veo3-1", json={"prompt": "x"}, params=query)
    assert refused.status_code == 403
    assert refused.json() == {
        "reason": "This model is not available on your plan",
        "name": "ModelAccessRestrictedError",
        "modelId": "model_veo3-1",
        "requiredPlan": "cu-pro-q3-25",
    }
    assert api.post("generate/custom/model_veo3-1", json={}, params=query).status_code == 403, "before the inputs"
    assert api.post(f"generate/{MODEL}", json={"prompt": "x"}, params=query).status_code in (200, 269)


def test_each_plan_has_the_models_up_to_its_level():
    rows = client().get("models", params={"privacy": "public", "types": "custom", "pageSize": 500}).json()["models"]
    for plan in (*LEVELS, *OLDER_NAMES):
        api = client(plan=plan)
        for row in {row["accessRestrictions"]: row for row in rows}.values():
            answer = api.post(f"generate/custom/{row['id']}", json={}, params={"dryRun": "true"})
            assert (answer.status_code == 403) == (row["accessRestrictions"] > level_of(plan))
