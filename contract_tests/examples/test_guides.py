"""The requests that the vendor's guides and reference print, host and keys replaced, get the documented kind of answer.

1. Filtering models: the public catalogue by `sc:` tag through both paths, with the limit and offset of the sample code.
2. The reference of GET /models: Basic credentials, and the public token.
3. Third-party generation: submit, poll, asset; the doubled `Basic Basic` header of the polling sample is refused.
4. Search: every body of the guide on its endpoint (they are the contract's request examples).
"""

from __future__ import annotations

import base64
from typing import Any

import httpx
import pytest

from contract_tests.targets import Target

WALKS = (
    "listModels",
    "listPublicModels",
    "retrieveModel",
    "createCustomGeneration",
    "retrieveJob",
    "retrieveAsset",
    "searchAssets",
    "searchModels",
)

pytestmark = pytest.mark.target

SEARCH_CRITERIA = {"query", "filter", "image", "images"}


@pytest.mark.parametrize("tag", ["sc:scenario", "sc:third-party"])
@pytest.mark.parametrize("path", ["models/public", "models"])
@pytest.mark.parametrize("paging", [{}, {"limit": 10, "offset": 0}, {"limit": 10}])
def test_platform_tags_reach_the_public_catalogue(api: httpx.Client, path: str, tag: str, paging: dict[str, int]):
    response = api.get(path, params={"tags": tag, **paging})
    assert response.status_code == 200
    models = response.json()["models"]
    assert models
    assert all(tag in model["tags"] and model["name"] and model["id"] for model in models)


def test_models_without_parameters_are_the_callers_own(api: httpx.Client):
    response = api.get("models", headers={"Accept": "application/json"})
    assert response.status_code == 200
    assert all(model["privacy"] != "public" for model in response.json()["models"])


def test_the_public_token_reads_public_models(target: Target):
    with target.client(headers={"Authorization": "public-auth-token"}) as client:
        response = client.get("models", params={"privacy": "public"})
        assert response.status_code == 200
        model_id = response.json()["models"][0]["id"]
        assert client.get(f"models/{model_id}").json()["model"]["id"] == model_id


@pytest.mark.changes
@pytest.mark.parametrize("ratio", ["1:1", "4:3", "3:4", "9:16", "16:9"])
def test_generate_and_poll(target: Target, api: httpx.Client, ratio: str):
    prompt = "a futuristic cityscape at sunset, with flying cars and neon signs, photorealistic"
    response = api.post("generate/custom/model_imagen4-ultra", json={"prompt": prompt, "aspectRatio": ratio})
    assert response.status_code == 200
    job_id = response.json()["job"]["jobId"]
    job = target.finished(api, job_id)
    assert job["status"] == "success"
    asset = api.get(f"assets/{job['metadata']['assetIds'][0]}").json()["asset"]
    assert asset["metadata"]["prompt"] == prompt


def test_the_doubled_basic_scheme_of_the_polling_sample_is_refused(target: Target):
    pair = base64.b64encode(":".join(target.auth).encode()).decode()
    with target.client(headers={"Authorization": f"Basic Basic {pair}"}) as client:
        assert client.get("jobs/job_unknown").status_code in (401, 403)


def search_bodies() -> list[Any]:
    """Every request example of both search operations."""
    from contract_tests.conftest import contract_document

    cases = []
    for kind in ("assets", "models"):
        body = contract_document()["paths"][f"/search/{kind}"]["post"]["requestBody"]
        for name, example in body["content"]["application/json"]["examples"].items():
            cases.append(pytest.param(kind, example["value"], id=f"{kind}-{name}"))
    return cases


@pytest.mark.parametrize(("kind", "body"), search_bodies())
def test_search_bodies(target: Target, api: httpx.Client, kind: str, body: dict[str, Any]):
    response = api.post(f"search/{kind}", json=body)
    if not SEARCH_CRITERIA & set(body):  # the guide prints these to show one option; its own rules refuse them
        assert response.status_code == 400
        assert "at least one search parameter" in response.text
        return
    assert response.status_code == 200, response.text
    answer = response.json()
    paged = "page" in body or "hitsPerPage" in body
    assert ({"page", "hitsPerPage", "totalPages", "totalHits"} <= set(answer)) is paged
    assert ({"offset", "limit", "estimatedTotalHits"} <= set(answer)) is not paged
    assert len(answer["hits"]) <= body.get("limit", body.get("hitsPerPage", 20))
    if target.mock:  # the mock's world holds what the guide's examples look for
        assert answer["hits"], body
