"""One journey through the generated client: list, retrieve, generate, wait, asset, file; sync and async.

The client's transport is the target's, so it keeps the limits of the run; in process it needs no socket.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from scenario_client import AsyncScenario, BadRequest, NotFound, Scenario
from scenario_client.types import DryRunResult, Job

from contract_tests.targets import Target

WALKS = (
    "listModels",
    "retrieveModel",
    "createCustomGeneration",
    "retrieveJob",
    "retrieveAsset",
    "searchAssets",
)

ORDER = ("pending", "queued", "warming-up", "in-progress", "finalizing", "success")

pytestmark = pytest.mark.target


def settings(target: Target) -> dict[str, Any]:
    """What points a client at the target."""
    key, secret = target.auth
    return {"base_url": target.base_url, "api_key": key, "api_secret": secret}


@pytest.fixture
def client(target: Target) -> Iterator[Scenario]:
    """The generated client, pointed at the target; its pauses are the target's."""
    with Scenario(**settings(target), transport=target.transport(), sleep=target.pause) as client:
        yield client


@pytest.mark.changes
def test_journey(target: Target, client: Scenario, tmp_path: Path):
    page = client.models.list(privacy="public", types=["custom"], page_size=50)
    model_id = next(model.id for model in page.items if "txt2img" in model.capabilities)

    detail = client.models.retrieve(model_id)
    assert detail.id == model_id
    assert detail.inputs

    prompt = "a paper boat on a river of stars, 星の川"
    started = client.generate.custom("model_imagen4-ultra", prompt=prompt)

    job = wait(target, client, started.job.job_id)
    assert job.status == "success"
    assert job.metadata.asset_ids
    asset = client.assets.retrieve(job.metadata.asset_ids[0])
    assert asset.metadata.prompt == prompt

    file = client.assets.download(asset, tmp_path / "picture.png")
    with Image.open(file) as image:
        assert (image.format, image.width, image.height) == ("PNG", asset.properties.width, asset.properties.height)

    found = client.search.assets(query="paper boat stars")
    assert asset.id in [hit.id for hit in found.items]


def wait(target: Target, client: Scenario, job_id: str) -> Job:
    """The job once it has ended; the statuses on the way must run forward."""
    reached, progress = 0, 0.0
    for _ in range(1 + int(target.patience / 0.2)):
        job = client.jobs.retrieve(job_id)
        now = ORDER.index(job.status)
        assert now >= reached
        assert job.progress >= progress
        reached, progress = now, job.progress
        if job.status == "success":
            return job
        target.pause(0.2)
    raise AssertionError(f"job {job_id} does not end")


@pytest.mark.changes
def test_generation_in_one_line(target: Target, client: Scenario):
    """The same wait as the client's own: every status on the way is told once, in their order."""
    seen: list[str] = []
    started = client.generate.custom("model_imagen4-ultra", prompt="a paper boat", num_outputs=1)
    job = started.wait(timeout=target.patience, on_update=lambda job: seen.append(job.status))
    assert job.metadata.asset_ids
    assert seen[-1] == "success"
    assert seen == sorted(seen, key=ORDER.index)


@pytest.mark.changes
def test_price_comes_instead_of_a_run(client: Scenario):
    price = client.generate.custom("model_imagen4-ultra", prompt="a paper boat", dry_run=True)
    assert isinstance(price, DryRunResult)
    assert price.creative_units_cost > 0
    assert price.http_response is not None
    assert price.http_response.status_code == 269


def test_refusals_are_typed_errors(client: Scenario):
    with pytest.raises(NotFound) as missing:
        client.models.retrieve("model_unknown")
    assert "model_unknown" in missing.value.reason


@pytest.mark.changes
def test_a_refused_generation_is_a_typed_error(client: Scenario):
    with pytest.raises(BadRequest) as empty:
        client.generate.custom("model_imagen4-ultra")
    assert empty.value.reason == "Input prompt is required"


async def walk_async(target: Target) -> None:
    """The same answers through the async half of the client."""
    async with AsyncScenario(**settings(target), transport=target.async_transport()) as client:
        page = await client.models.list(privacy="public", page_size=3)
        detail = await client.models.retrieve(page.items[0].id)
        assert detail.id == page.items[0].id


def test_async(target: Target):
    asyncio.run(walk_async(target))
