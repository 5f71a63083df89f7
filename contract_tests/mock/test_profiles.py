"""The profiles: `live` lets pass what the service was seen to let pass, `strict` refuses it; nothing else differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import httpx
import pytest
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.profiles import LENIENCIES, PROFILES, search_body
from scenario_mock.world import ANCHOR_MS

FLUX = "generate/custom/model_bfl-flux-1-dev"
MIX = {"prompt": "x", "loras": ["model_xyz789"]}

# For each leniency a request that shows it: method, path, and the query or the body.
SHOWN: dict[str, tuple[str, str, dict[str, Any]]] = {
    "below-minimum": ("POST", FLUX, {**MIX, "lorasScale": [-0.5]}),
    "unequal-lists": ("POST", FLUX, {**MIX, "lorasScale": [0.5, 1]}),
    "bare-value": ("POST", FLUX, {"prompt": "x", "loras": "model_xyz789"}),
    "unknown-input": ("POST", FLUX, {"prompt": "x", "numSamples": 2}),
    "unknown-model-status": ("GET", "models", {"status": "ready"}),
}


@pytest.fixture(scope="module", params=PROFILES)
def profile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def api(profile: str) -> httpx.Client:
    mock = Mock(Settings(profile=profile), clock=ManualClock(ANCHOR_MS))
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


def ask(api: httpx.Client, method: str, path: str, sent: dict[str, Any]) -> httpx.Response:
    return api.get(path, params=sent) if method == "GET" else api.post(path, json=sent)


def test_every_leniency_says_its_fact_and_is_shown():
    assert {each.name for each in LENIENCIES} == {*SHOWN, "sort-with-meaning"}
    assert all(each.what and each.becomes and each.fact for each in LENIENCIES)


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_leniencies(api: httpx.Client, profile: str, name: str):
    answer = ask(api, *SHOWN[name])
    assert answer.status_code == (400 if profile == "strict" else 200), answer.text
    if profile == "strict":
        assert answer.json()["reason"]


def test_what_is_dropped_has_no_effect(api: httpx.Client, profile: str):
    if profile == "live":
        everything = api.get("models", params={"pageSize": 500}).json()["models"]
        assert api.get("models", params={"pageSize": 500, "status": "ready"}).json()["models"] == everything
        sent = ask(api, *SHOWN["unknown-input"]).json()["job"]["metadata"]["input"]
        assert sent == {"prompt": "x", "modelId": "model_bfl-flux-1-dev"}
        assert "loras" not in ask(api, *SHOWN["bare-value"]).json()["job"]["metadata"]["input"]


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("POST", FLUX, {**MIX, "lorasScale": [3]}, 400),
        ("POST", FLUX, {"prompt": "x", "loras": ["model_xyz789"] * 7}, 400),
        ("POST", FLUX, {}, 400),
        ("POST", FLUX, {"prompt": "x", "dryRun": True}, 200),
        ("GET", "models", {"privacy": "secret"}, 400),
        ("GET", "jobs", {"status": "processing"}, 400),
        ("GET", "models/model_nope", {}, 404),
    ],
)
def test_all_else_is_the_same(api: httpx.Client, method: str, path: str, sent: dict[str, Any], status: int):
    assert ask(api, method, path, sent).status_code == status


def in_order(hits: list[dict[str, Any]]) -> bool:
    dates = [hit["createdAt"] for hit in hits]
    return dates == sorted(dates)


def test_sorting_with_meaning(api: httpx.Client, profile: str):
    body = {"query": "castle", "sortBy": ["createdAt:asc"], "limit": 50}
    plain = api.post("search/assets", json=body).json()["hits"]
    meant = api.post("search/assets", json={**body, "querySemanticRatio": 0.5}).json()["hits"]
    assert in_order(plain)
    assert in_order(meant) == (profile == "strict")


def test_a_body_without_a_ratio_is_left_alone():
    body = {"query": "x", "sortBy": ["createdAt:asc"], "querySemanticRatio": 0}
    assert search_body("live", body) == search_body("strict", body) == body
    assert search_body("live", {**body, "imageSemanticRatio": 0.1}) == {
        "query": "x",
        "querySemanticRatio": 0,
        "imageSemanticRatio": 0.1,
    }


@pytest.mark.parametrize(
    ("name", "word"), [("profile", "lax"), ("profile", ""), ("status_words", "API"), ("plan", "gold")]
)
def test_unknown_words_are_no_settings(name: str, word: Any):
    with pytest.raises(ValueError, match=f"{name} must be one of .*, not '{word}'"):
        replace(Settings(), **{name: word})
