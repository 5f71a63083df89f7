"""The vendor's own SDK, strict validation on, walks the target: an independent reader of the same API.

Its HTTP client is the target's, so it keeps the limits of the run; over a socket it walks in mock/test_sdk_versions.

Strict mode rejects what the live service really sends for platform models (an empty `trainingProgress`, resolution
presets with only a label), so the strict client lists and retrieves the caller's own models, and the lenient default
reads the platform ones.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pytest
from PIL import Image
from scenario_sdk import NotFoundError, Scenario

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


MOST_ROWS = 60
"""Of one list: an account may have thousands, and every page is a request."""
OLDEST_FIRST = ["createdAt:asc"]
"""The order in which what others make meanwhile comes last, so that no offset moves."""

pytestmark = pytest.mark.target


def sdk(target: Target, **options: Any) -> Scenario:
    """The SDK, pointed at the target."""
    key, secret = target.auth
    return Scenario(api_key=key, api_secret=secret, base_url=target.base_url, http_client=target.client(), **options)


@pytest.fixture
def strict(target: Target) -> Iterator[Scenario]:
    """The SDK that fails on any answer outside its own types."""
    with sdk(target, _strict_response_validation=True, max_retries=0) as client:
        yield client


def test_models(target: Target, strict: Scenario):
    page = strict.models.list(page_size=10, status="trained")
    assert page.models or target.mock is None
    for row in page.models[:1]:
        assert strict.models.retrieve(row.id).model.name == row.name


@pytest.mark.changes
def test_a_generation(target: Target, strict: Scenario):
    started = strict.generate.run_model(
        "model_imagen4-ultra", body={"prompt": "a lighthouse in a storm", "aspectRatio": "16:9"}
    )
    job = strict.jobs.retrieve(started.job.job_id).job
    for _ in range(1 + int(target.patience / 0.2)):
        if job.status in ("success", "failure", "canceled"):
            break
        target.pause(0.2)
        job = strict.jobs.retrieve(started.job.job_id).job
    assert job.status == "success"
    assert job.metadata.asset_ids
    asset = strict.assets.retrieve(job.metadata.asset_ids[0]).asset
    with target.client() as client:
        picture = client.get(asset.url)
    assert picture.headers["content-type"] == "image/png"
    assert_sixteen_to_nine(picture.content)


def assert_sixteen_to_nine(content: bytes) -> None:
    """The picture is a PNG whose sides are as 16 to 9, to one percent."""
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "PNG"
        assert abs(image.width / image.height - 16 / 9) < 0.02


def once_each(target: Target, rows: Iterable[Any], name: str, least: int) -> None:
    """The first rows of a walk over pages: none comes twice; a mock has more than `least`."""
    ids = [getattr(row, name) for row in islice(rows, MOST_ROWS)]
    assert len(ids) == len(set(ids))
    assert len(ids) > least or target.mock is None


def test_pages_never_repeat(target: Target, strict: Scenario):
    once_each(target, strict.models.list(page_size=5), "id", 5)
    once_each(target, strict.jobs.list(page_size=7), "job_id", 7)
    once_each(target, strict.assets.list(page_size=50), "id", 50)


def test_search_pages_end_although_the_sdk_sends_the_offset_in_the_query(target: Target, strict: Scenario):
    once_each(target, strict.search.asset_search(filter="kind = image", sort_by=OLDEST_FIRST, limit=20), "id", 20)


def test_platform_models(target: Target):
    with sdk(target) as lenient:
        rows = islice(lenient.models.list(privacy="public", tags="sc:scenario", page_size=500), MOST_ROWS)
        assert {model.id for model in rows}
        model = lenient.models.retrieve("model_imagen4-ultra").model
        assert {entry.name for entry in model.inputs or []} >= {"prompt", "aspectRatio"}
        bulk = lenient.models.get_bulk(model_ids=["model_imagen4-ultra", "model_unknown"], minimal=True)
        assert [row.id for row in bulk.models] == ["model_imagen4-ultra"]


def test_unknown_things_are_the_sdks_not_found(strict: Scenario):
    with pytest.raises(NotFoundError, match="model_unknown not found"):
        strict.models.retrieve("model_unknown")
