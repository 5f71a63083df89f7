"""The same through the asynchronous client. Checked, never run."""

from __future__ import annotations

from pathlib import Path

from scenario_client import AsyncPage, AsyncPager, AsyncScenario
from scenario_client.types import (
    Asset,
    AsyncStartedGenerationResult,
    DryRunResult,
    Job,
    Model,
    ModelHit,
    ModelList,
    ModelSearchResults,
)
from typing_extensions import assert_type


async def lists(client: AsyncScenario) -> None:
    assert_type(client.models.list(privacy="public"), AsyncPager[Model, ModelList])
    async for model in client.models.list():
        assert_type(model, Model)
    page = await client.search.models(query="castle", filter="type = custom", page=1, hits_per_page=20)
    assert_type(page, AsyncPage[ModelHit, ModelSearchResults])
    async for hit in page:
        assert_type(hit, ModelHit)
    assert_type(await page.next_page(), AsyncPage[ModelHit, ModelSearchResults] | None)


async def runs(client: AsyncScenario, maybe: bool) -> None:
    started = await client.generate.custom("model_1", prompt="a castle")
    assert_type(started, AsyncStartedGenerationResult)
    assert_type(await started.wait(), Job)
    assert_type(await client.generate.custom("model_1", dry_run="true"), DryRunResult)
    assert_type(await client.generate.custom("model_1", dry_run=maybe), AsyncStartedGenerationResult | DryRunResult)
    assert_type(await client.jobs.wait("job_1"), Job)
    assert_type(await client.assets.retrieve("asset_1"), Asset)
    assert_type(await client.assets.download("asset_1", "castle.png"), Path)


async def closes() -> None:
    async with AsyncScenario(api_key="key", api_secret="secret", max_spend=10) as client:
        await client.jobs.list()
