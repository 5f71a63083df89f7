"""The vendor's own SDK, strict validation on, walks the served mock: an independent reader of the same API.

Strict mode rejects what the live service really sends for platform models (an empty `trainingProgress`, resolution
presets with only a label), so the strict client lists and retrieves the caller's own models, and the lenient default
reads the platform ones.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest
from PIL import Image
from scenario_sdk import Scenario

from contract_tests.serving import serving
from contract_tests.targets import Target

WALKS = (
    "listModels",
    "retrieveModel",
    "bulkGetModels",
    "createCustomGeneration",
    "retrieveJob",
    "listJobs",
    "retrieveAsset",
    "listAssets",
    "searchAssets",
)


pytestmark = [pytest.mark.target, pytest.mark.changes]


@pytest.fixture(scope="module")
def base_url(target: Target) -> Iterator[str]:
    """The target; for the mock a served one, whose jobs take no time worth waiting for."""
    if target.mock is None:
        yield target.base_url
        return
    with serving("--job-seconds", "0.2") as url:
        yield url


@pytest.fixture
def strict(base_url: str, target: Target) -> Iterator[Scenario]:
    """The SDK that fails on any answer outside its own types."""
    key, secret = target.auth
    with Scenario(
        api_key=key, api_secret=secret, base_url=base_url, _strict_response_validation=True, max_retries=0
    ) as client:
        yield client


def test_models_and_a_generation(strict: Scenario):
    page = strict.models.list(page_size=10, status="trained")
    assert page.models
    model = strict.models.retrieve(page.models[0].id).model
    assert model.name == page.models[0].name
    started = strict.generate.run_model(
        "model_imagen4-ultra", body={"prompt": "a lighthouse in a storm", "aspectRatio": "16:9"}
    )
    job = strict.jobs.retrieve(started.job.job_id).job
    for _ in range(2400):
        if job.status in ("success", "failure", "canceled"):
            break
        time.sleep(0.05)  # a real server on a real clock: there is nothing to advance
        job = strict.jobs.retrieve(started.job.job_id).job
    assert job.status == "success"
    assert job.metadata.asset_ids
    asset = strict.assets.retrieve(job.metadata.asset_ids[0]).asset
    picture = httpx.get(asset.url)
    assert picture.headers["content-type"] == "image/png"
    assert_sixteen_to_nine(picture.content)


def assert_sixteen_to_nine(content: bytes) -> None:
    """The picture is a PNG whose sides are as 16 to 9, to one percent."""
    import io

    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "PNG"
        assert abs(image.width / image.height - 16 / 9) < 0.02


def test_pages_end_and_never_repeat(strict: Scenario):
    ids = [model.id for model in strict.models.list(page_size=5)]
    assert len(ids) == len(set(ids)) > 5
    jobs = [job.job_id for job in strict.jobs.list(page_size=7)]
    assert len(jobs) == len(set(jobs)) > 7
    assets = [asset.id for asset in strict.assets.list(page_size=50)]
    assert len(assets) == len(set(assets)) > 50


def test_search_pages_end_although_the_sdk_sends_the_offset_in_the_query(strict: Scenario):
    hits = [hit.id for hit in strict.search.asset_search(filter="kind = image", limit=20)]
    assert len(hits) == len(set(hits)) > 20


def test_platform_models(base_url: str, target: Target):
    key, secret = target.auth
    with Scenario(api_key=key, api_secret=secret, base_url=base_url) as lenient:
        names = {model.id for model in lenient.models.list(privacy="public", tags="sc:scenario", page_size=500)}
        assert names
        model = lenient.models.retrieve("model_imagen4-ultra").model
        assert {entry.name for entry in model.inputs or []} >= {"prompt", "aspectRatio"}
        bulk = lenient.models.get_bulk(model_ids=["model_imagen4-ultra", "model_unknown"], minimal=True)
        assert [row.id for row in bulk.models] == ["model_imagen4-ultra"]


def test_unknown_things_are_the_sdks_not_found(strict: Scenario):
    from scenario_sdk import NotFoundError

    with pytest.raises(NotFoundError, match="model_unknown not found"):
        strict.models.retrieve("model_unknown")
