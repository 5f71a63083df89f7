"""One release of the vendor's SDK, strict validation on, walks a served mock: run as a program of its own.

    python sdk_versions.py http://127.0.0.1:4010/v1

with that release in front on PYTHONPATH. The mock's clock must be a manual one. Prints one JSON object: the release,
and for each step `null` or what went wrong. Knows nothing of the suite, so that nothing of it is in the way.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import scenario_sdk
from scenario_sdk import BadRequestError, NotFoundError, Scenario

CITY, CASTLE = "asset_GTrL3mq4SXWyMxkOHRxlpw", "asset_abc123xyz"
PAINTER, PLATFORM = "model_abc123xyz", "model_imagen4-ultra"
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
)
NO_SUCH_METHOD = "this release has no such method"

Step = Callable[[Scenario, httpx.Client], None]
STEPS: dict[str, Step] = {}


def step(function: Step) -> Step:
    """Enter `function` into the walk."""
    STEPS[function.__name__] = function
    return function


def once_each(ids: list[str], least: int) -> None:
    """The ids of a walk over pages: enough of them, and none twice."""
    assert len(ids) == len(set(ids)), "a row came twice"
    assert len(ids) >= least, f"only {len(ids)} rows"


@step
def list_own_models(sdk: Scenario, http: httpx.Client) -> None:
    once_each([model.id for model in sdk.models.list(page_size=5)], 6)
    once_each([model.id for model in sdk.models.list(status="trained", sort_by="createdAt", sort_direction="asc")], 2)


@step
def list_public_models(sdk: Scenario, http: httpx.Client) -> None:
    once_each([model.id for model in sdk.models.list(privacy="public", page_size=100)], 50)


@step
def retrieve_own_model(sdk: Scenario, http: httpx.Client) -> None:
    assert sdk.models.retrieve(PAINTER).model.id == PAINTER


@step
def retrieve_platform_model(sdk: Scenario, http: httpx.Client) -> None:
    assert {entry.name for entry in sdk.models.retrieve(PLATFORM).model.inputs or []} >= {"prompt", "aspectRatio"}


@step
def bulk_models(sdk: Scenario, http: httpx.Client) -> None:
    rows = sdk.models.get_bulk(model_ids=[PAINTER, "model_unknown"], thumbnail=True, settings=True).models
    assert [row.id for row in rows] == [PAINTER]


@step
def bulk_minimal(sdk: Scenario, http: httpx.Client) -> None:
    assert sdk.models.get_bulk(model_ids=[PAINTER], minimal=True).models[0].id == PAINTER


@step
def unknown_things(sdk: Scenario, http: httpx.Client) -> None:
    for retrieve in (sdk.models.retrieve, sdk.jobs.retrieve, sdk.assets.retrieve):
        with pytest.raises(NotFoundError, match="not found"):
            retrieve("unknown")


@step
def list_jobs(sdk: Scenario, http: httpx.Client) -> None:
    once_each([job.job_id for job in sdk.jobs.list(page_size=7)], 8)
    assert {job.status for job in sdk.jobs.list(status="success")} == {"success"}


@step
def list_assets(sdk: Scenario, http: httpx.Client) -> None:
    once_each([asset.id for asset in sdk.assets.list(page_size=50)], 51)


@step
def retrieve_assets(sdk: Scenario, http: httpx.Client) -> None:
    for asset_id in (CITY, CASTLE):
        asset = sdk.assets.retrieve(asset_id).asset
        assert httpx_get(http, asset.url).headers["content-type"] == asset.mime_type
    embedding = sdk.assets.retrieve(CITY, with_embedding=True).asset.embedding
    assert embedding
    assert len(embedding) == 1024
    assert [asset.id for asset in sdk.assets.get_bulk(asset_ids=[CITY, "asset_unknown"]).assets] == [CITY]


@step
def upload(sdk: Scenario, http: httpx.Client) -> None:
    made = sdk.assets.upload(name="pixel.png", image=PIXEL).asset
    assert sdk.assets.retrieve(made.id).asset.id == made.id
    assert httpx_get(http, made.url).headers["content-type"] == "image/png"


@step
def search_assets(sdk: Scenario, http: httpx.Client) -> None:
    once_each([hit.id for hit in sdk.search.asset_search(filter="kind = image", limit=20)], 21)
    assert list(sdk.search.asset_search(query="castle", page=1, hits_per_page=5))


@step
def search_models(sdk: Scenario, http: httpx.Client) -> None:
    once_each([hit.id for hit in sdk.search.model_search(filter="trainingImagesNumber >= 1", limit=5)], 2)
    assert list(sdk.search.model_search(query="character", public=True, limit=5))


@step
def generate_and_poll(sdk: Scenario, http: httpx.Client) -> None:
    started = sdk.generate.run_model(PLATFORM, body={"prompt": "a lighthouse", "aspectRatio": "16:9"})
    seen = [sdk.jobs.retrieve(started.job.job_id).job.status]
    for _ in range(40):
        if seen[-1] in ("success", "failure", "canceled"):
            break
        advance(http, 0.2)
        seen.append(sdk.jobs.retrieve(started.job.job_id).job.status)
    assert seen[0] != "success"
    job = sdk.jobs.retrieve(started.job.job_id).job
    assert job.status == "success", seen
    assert job.progress == 1
    assert job.metadata.asset_ids
    asset = sdk.assets.retrieve(job.metadata.asset_ids[0]).asset
    assert httpx_get(http, asset.url).content.startswith(b"\x89PNG")


@step
def price(sdk: Scenario, http: httpx.Client) -> None:
    sdk.generate.run_model(PLATFORM, body={"prompt": "a lighthouse"}, extra_query={"dryRun": "true"})


@step
def cancel(sdk: Scenario, http: httpx.Client) -> None:
    """The SDK cannot start an inference, the only kind of job that can be canceled, so the step does that by hand."""
    body = {"modelId": PAINTER, "prompt": "a lighthouse", "width": 64, "height": 64}
    made = http.post("generate/txt2img", json=body).raise_for_status().json()["job"]["jobId"]
    assert sdk.jobs.trigger_action(made, action="cancel").job.status == "canceled"
    assert sdk.jobs.trigger_action(made, action="cancel").job.status == "canceled"
    custom = sdk.generate.run_model(PLATFORM, body={"prompt": "a lighthouse"}).job.job_id
    with pytest.raises(BadRequestError, match="Cannot cancel this type of job"):
        sdk.jobs.trigger_action(custom, action="cancel")


@step
def describe(sdk: Scenario, http: httpx.Client) -> None:
    assert sdk.generate.caption(images=[CITY]).captions
    assert sdk.generate.describe_style(images=[CITY, CASTLE]).synthesis


@step
def texts(sdk: Scenario, http: httpx.Client) -> None:
    assert len(sdk.generate.embed(text="a city").embedding) == 1024
    assert sdk.generate.translate(prompt="une ville futuriste").translation
    assert sdk.generate.prompt(mode="structured", prompt="a city", num_results=1).prompts


@step
def pictures(sdk: Scenario, http: httpx.Client) -> None:
    assert sdk.generate.detect(image=CITY, modality="canny").job.job_id
    assert sdk.generate.patch(image=CITY, crop={"left": 0, "top": 0, "width": 64, "height": 64}).job.job_id


@step
def judgements(sdk: Scenario, http: httpx.Client) -> None:
    if not hasattr(sdk.generate, "quality_gate"):
        raise NotImplementedError(NO_SUCH_METHOD)
    assert sdk.generate.quality_gate(image=CITY).verdict in ("pass", "warn", "fail")
    assert sdk.generate.ip_detection(prompts=["a castle"]).ip_detection


def advance(http: httpx.Client, seconds: float) -> None:
    """Move the mock's clock."""
    own = str(http.base_url).removesuffix("/v1/") + "/__mock__/clock"
    http.post(own, json={"advance": seconds}).raise_for_status()


def httpx_get(http: httpx.Client, url: str) -> httpx.Response:
    """A file by its signed address, without credentials."""
    return http.get(url, auth=None).raise_for_status()


def walk(base_url: str) -> dict[str, Any]:
    """Every step with a client of its own key, and what became of it."""
    outcome: dict[str, str | None] = {}
    key = f"sdk-{scenario_sdk.__version__}"
    with (
        httpx.Client(base_url=base_url + "/", auth=(key, "secret"), verify=False) as http,
        Scenario(
            api_key=key, api_secret="secret", base_url=base_url, max_retries=0, _strict_response_validation=True
        ) as sdk,
    ):
        for name, run in STEPS.items():
            try:
                run(sdk, http)
            except Exception as error:
                cause = error.__cause__ or error
                outcome[name] = f"{type(error).__name__}: {error} | {cause}"[:20_000]
            else:
                outcome[name] = None
    return {"version": scenario_sdk.__version__, "outcome": outcome}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(walk(sys.argv[1])) + "\n")
