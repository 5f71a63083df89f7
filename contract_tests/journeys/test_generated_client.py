"""One journey through the generated client: list, retrieve, generate, wait, asset, file; sync and async, no socket."""

from __future__ import annotations

import io

import httpx
import pytest
from PIL import Image
from scenario_client import AuthenticatedClient
from scenario_client.api.assets import retrieve_asset
from scenario_client.api.generate import create_custom_generation
from scenario_client.api.jobs import retrieve_job
from scenario_client.api.models import list_models, retrieve_model
from scenario_client.api.search import search_assets
from scenario_client.models import (
    AssetEnvelope,
    AssetSearchRequest,
    AssetSearchResults,
    CustomGenerationInputs,
    Error,
    GenerationResult,
    JobEnvelope,
    ModelEnvelope,
    ModelList,
)
from scenario_mock.transport import MockTransport

from contract_tests.targets import Target

WALKS = (
    "listModels",
    "retrieveModel",
    "createCustomGeneration",
    "retrieveJob",
    "retrieveAsset",
    "searchAssets",
)

pytestmark = [pytest.mark.target, pytest.mark.changes]


@pytest.fixture
def client(target: Target) -> AuthenticatedClient:
    """The generated client, pointed at the target."""
    basic = httpx.BasicAuth(*target.auth)
    transport = {"transport": MockTransport(target.mock)} if target.mock else {}
    return AuthenticatedClient(
        base_url=target.base_url, token="replaced-by-basic", httpx_args={"auth": basic, **transport}
    )


def inputs(**values: object) -> CustomGenerationInputs:
    """A free-form body as the plain generated client wants it."""
    body = CustomGenerationInputs()
    body.additional_properties.update(values)
    return body


def test_journey(target: Target, client: AuthenticatedClient):
    page = list_models.sync(client=client, privacy="public", types=["custom"], page_size=50)
    assert isinstance(page, ModelList)
    model_id = next(model.id for model in page.models if "txt2img" in model.capabilities)

    detail = retrieve_model.sync(model_id, client=client)
    assert isinstance(detail, ModelEnvelope)
    assert detail.model.id == model_id
    assert detail.model.inputs

    prompt = "a paper boat on a river of stars, 星の川"
    started = create_custom_generation.sync("model_imagen4-ultra", client=client, body=inputs(prompt=prompt))
    assert isinstance(started, GenerationResult)

    job = wait(target, client, started.job.job_id)
    assert job.job.status == "success"
    assert job.job.metadata.asset_ids
    asset = retrieve_asset.sync(job.job.metadata.asset_ids[0], client=client)
    assert isinstance(asset, AssetEnvelope)
    assert asset.asset.metadata.prompt == prompt

    picture = client.get_httpx_client().get(asset.asset.url)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert (image.format, image.width, image.height) == (
            "PNG",
            asset.asset.properties.width,
            asset.asset.properties.height,
        )

    found = search_assets.sync(client=client, body=AssetSearchRequest(query="paper boat stars"))
    assert isinstance(found, AssetSearchResults)
    assert asset.asset.id in [hit.id for hit in found.hits]


def wait(target: Target, client: AuthenticatedClient, job_id: str) -> JobEnvelope:
    """The job once it has ended; the statuses on the way must run forward."""
    order = ["pending", "queued", "warming-up", "in-progress", "finalizing", "success"]
    reached, progress = 0, 0.0
    for _ in range(600):
        job = retrieve_job.sync(job_id, client=client)
        assert isinstance(job, JobEnvelope)
        now = order.index(job.job.status)
        assert now >= reached
        assert job.job.progress >= progress
        reached, progress = now, job.job.progress
        if job.job.status == "success":
            return job
        target.pause(0.2)
    raise AssertionError(f"job {job_id} does not end")


def test_refusals_are_typed_errors(client: AuthenticatedClient):
    missing = retrieve_model.sync("model_unknown", client=client)
    assert isinstance(missing, Error)
    assert "model_unknown" in str(missing.reason)
    empty = create_custom_generation.sync("model_imagen4-ultra", client=client, body=inputs())
    assert isinstance(empty, Error)
    assert empty.reason == "Input prompt is required"


async def walk_async(client: AuthenticatedClient) -> None:
    """The same answers through the async half of the client."""
    page = await list_models.asyncio(client=client, privacy="public", page_size=3)
    assert isinstance(page, ModelList)
    detail = await retrieve_model.asyncio(page.models[0].id, client=client)
    assert isinstance(detail, ModelEnvelope)
    assert detail.model.id == page.models[0].id


def test_async(client: AuthenticatedClient):
    import asyncio

    asyncio.run(walk_async(client))
