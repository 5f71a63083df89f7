"""Replay: recorded requests get their answers in their order, others a 404 that names the nearest."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from scenario_client import Scenario
from scenario_mock import ManualClock
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.cassette import Cassette, ReplayTransport

from contract_tests.mock.recording_kit import BASE, exchange, journey, recorded_journey


@pytest.fixture
def cassette(tmp_path: Path) -> Cassette:
    return recorded_journey(tmp_path / "journey.har")


@pytest.fixture
def client(cassette: Cassette) -> Iterator[httpx.Client]:
    """Without the key of the recording: whoever asks gets the answers."""
    with httpx.Client(transport=ReplayTransport(cassette), base_url=BASE, auth=("another", "pair")) as client:
        yield client


def test_a_journey_goes_again_as_it_went(client: httpx.Client):
    journey(client, ManualClock(ANCHOR_MS))


def test_answers_come_in_their_order_and_the_last_stays(client: httpx.Client, cassette: Cassette):
    path = exchange(cassette, "GET /v1/jobs/job_").path
    states = [client.get(f"http://other.host{path}").json()["job"]["status"] for _ in range(4)]
    assert states[0] != "success"
    assert states[1:] == ["success"] * 3


def test_the_order_of_parameters_and_keys_does_not_matter(client: httpx.Client):
    assert client.get("/models?status=trained&pageSize=2").status_code == 200
    body = json.dumps({"modelId": "flux.1-dev", "prompt": "a red fox"}, indent=3)
    assert client.post("/generate/txt2img", content=body).status_code == 200


def test_a_miss_names_the_nearest(client: httpx.Client):
    answer = client.get("/models?pageSize=3&status=trained")
    assert answer.status_code == 404
    assert answer.json()["name"] == "NotRecorded"
    assert "GET /v1/models?pageSize=3&status=trained was not recorded" in answer.json()["reason"]
    assert "nearest is GET /v1/models?pageSize=2&status=trained" in answer.json()["reason"]


def test_a_miss_by_the_body(client: httpx.Client):
    answer = client.post("/generate/txt2img", json={"prompt": "a blue fox", "modelId": "flux.1-dev"})
    assert answer.status_code == 404
    assert "with another body" in answer.json()["reason"]
    assert client.delete("/models").status_code == 404


def test_what_was_redacted_may_be_anything(cassette: Cassette):
    one = replace(exchange(cassette, "GET /v1/models"), query="name=a%20[redacted]%20b", body=b"")
    with httpx.Client(transport=ReplayTransport(replace(cassette, exchanges=(one,))), base_url=BASE) as client:
        assert client.get("/models", params={"name": "a secret b"}).status_code == 200
        assert client.get("/models", params={"name": "a secret c"}).status_code == 404


def test_an_empty_cassette_says_so(cassette: Cassette):
    with httpx.Client(transport=ReplayTransport(replace(cassette, exchanges=())), base_url=BASE) as client:
        assert client.get("/models").json()["reason"] == "GET /v1/models was not recorded"


def test_the_generated_client_and_async_code(cassette: Cassette):
    transport = ReplayTransport(cassette)
    with Scenario(base_url=BASE, api_key="k", api_secret="s", transport=transport) as scenario:
        page = scenario.models.list(page_size=2, status="trained")
        assert len(page.items) == 2

    async def ask() -> int:
        async with httpx.AsyncClient(transport=ReplayTransport(cassette), base_url=BASE) as client:
            return (await client.get("/jobs?pageSize=2")).status_code

    assert asyncio.run(ask()) == 200
