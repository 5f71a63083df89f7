"""What a program with the client is told about its types. Checked, never run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from scenario_client import JobFailed, Page, RateLimited, RequestOptions, Scenario
from scenario_client.types import (
    Asset,
    AssetHit,
    AssetSearchResults,
    BulkModelList,
    DryRunResult,
    Job,
    JobStatus,
    Model,
    ModelInput,
    ModelList,
    StartedCaptionResult,
    StartedGenerationResult,
)
from typing_extensions import assert_type


def lists(client: Scenario) -> None:
    page = client.models.list(privacy="public", tags=["sc:featured"], types="custom,flux.1", page_size=10)
    assert_type(page, Page[Model, ModelList])
    assert_type(page.items, list[Model])
    assert_type(page.data, ModelList)
    assert_type(page.data.next_pagination_token, str | None)
    assert_type(page.next_page(), Page[Model, ModelList] | None)
    for model in page:
        assert_type(model, Model)
    assert_type(client.search.assets(query="castle", images={"like": ["asset_1"]}), Page[AssetHit, AssetSearchResults])
    assert_type(client.models.get_bulk(model_ids=("a", "b"), minimal=True), BulkModelList)


def views(client: Scenario) -> None:
    model = client.models.retrieve("model_1", original_assets=True)
    assert_type(model, Model)
    assert_type(model.id, str)
    assert_type(model.inputs, list[ModelInput] | None)
    assert_type(model.to_dict(), dict[str, Any])
    assert_type(model.get("brandNew"), Any)
    job = client.jobs.retrieve(job_id="job_1")
    assert_type(job.status, Literal["pending"] | JobStatus)
    assert_type(job.progress, float)
    assert_type(job.metadata.asset_ids, list[str] | None)
    assert_type(job.http_response is None, bool)


def runs(client: Scenario, maybe: bool, inputs: Mapping[str, Any]) -> None:
    started = client.generate.custom("model_1", prompt="a castle", aspect_ratio="16:9")
    assert_type(started, StartedGenerationResult)
    assert_type(started.job, Job)
    assert_type(started.wait(timeout=60), Job)
    assert_type(client.generate.custom("model_1", inputs, dry_run=True), DryRunResult)
    assert_type(client.generate.custom("model_1", dry_run="api").creative_units_cost, float)
    assert_type(client.generate.custom("model_1", dry_run=False), StartedGenerationResult)
    assert_type(client.generate.custom("model_1", dry_run=maybe), StartedGenerationResult | DryRunResult)
    assert_type(client.generate.caption(images=["asset_1"]), StartedCaptionResult)
    assert_type(client.generate.caption(images=["asset_1"], dry_run=True), DryRunResult)
    assert_type(client.jobs.wait(started.job, on_update=lambda job: print(job.status)), Job)
    assert_type(client.jobs.cancel("job_1"), Job)
    asset = client.assets.retrieve("asset_1")
    assert_type(asset, Asset)
    assert_type(client.assets.download(asset, Path("castle.png")), Path)


def conveniences(client: Scenario) -> None:
    """Dates and files are taken as what they are in Python."""
    client.models.list(created_after=date(2026, 1, 1), created_before=datetime.now(), sort_by="createdAt")
    client.models.list(created_after="2026-01-01")
    client.generate.caption(images=["asset_1", Path("castle.png"), b"\x89PNG"])
    client.assets.upload(name="castle", image=Path("castle.png"))


def tolerance(client: Scenario, word: str) -> None:
    """Values that a newer API knows, or that come from elsewhere, are no errors."""
    client.models.list(privacy="team", sort_by=word)
    client.generate.prompt(mode="brand-new")
    status: JobStatus = "paused"
    print(status)


def options(client: Scenario) -> None:
    mine: RequestOptions = {"timeout": 5, "max_retries": 0, "headers": {"x-trace": "1"}, "query": {"new": "1"}}
    client.jobs.list(status="success", options=mine)
    client.jobs.list(options={"timeout": None, "body": {"new": [1]}})
    with client.with_options(max_retries=0) as other:
        assert_type(other, Scenario)


def failures(client: Scenario) -> None:
    try:
        client.generate.custom("model_1").wait()
    except RateLimited as error:
        assert_type(error.remaining_seconds, float | None)
        assert_type(error.status, int)
    except JobFailed as error:
        print(error.job)
