"""Recordings for tests: of a mock in process, with nothing listening, in a file of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from scenario_mock import ManualClock, Mock, MockTransport
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.cassette import Cassette, Exchange, Recorder, RecordingTransport, load, recorder
from scenario_mock.recording.proxy import Proxy

from contract_tests.mock.valid_calls import HEADERS

BASE = "http://scenario.mock/v1"
Upstream = Callable[[httpx.Request], httpx.Response]


@contextmanager
def recorded_client(file: Path, mock: Mock | None = None) -> Iterator[tuple[httpx.Client, Recorder]]:
    """A client of a mock whose calls are recorded in `file`."""
    mock = mock or Mock(clock=ManualClock(ANCHOR_MS))
    taking = recorder(file, BASE)
    transport = RecordingTransport(taking, MockTransport(mock), mock.services.clock)
    with httpx.Client(transport=transport, base_url=BASE, headers=HEADERS) as client:
        yield client, taking
    taking.close()


def journey(client: httpx.Client, clock: ManualClock) -> None:
    """A generation from the model to the asset, with a poll before its end, and a walk over two pages."""
    client.get("/models", params={"pageSize": 2, "status": "trained"})
    job = client.post("/generate/txt2img", json={"prompt": "a red fox", "modelId": "flux.1-dev"}).json()["job"]
    client.get(f"/jobs/{job['jobId']}")
    clock.advance(30)
    ended = client.get(f"/jobs/{job['jobId']}").json()["job"]
    asset = ended["metadata"]["assetIds"][0]
    client.get(f"/assets/{asset}")
    client.post("/assets/get-bulk", json={"assetIds": [asset]})
    page = client.get("/jobs", params={"pageSize": 2}).json()
    client.get("/jobs", params={"pageSize": 2, "paginationToken": page["nextPaginationToken"]})


def recorded_journey(file: Path) -> Cassette:
    """The cassette of one journey."""
    clock = ManualClock(ANCHOR_MS)
    with recorded_client(file, Mock(clock=clock)) as (client, _):
        journey(client, clock)
    return load(file)


def exchange(cassette: Cassette, told: str) -> Exchange:
    """The first exchange whose request begins like this."""
    return next(one for one in cassette.exchanges if one.told.startswith(told))


def through(proxy: Proxy, *requests: httpx.Request) -> list[httpx.Response]:
    """What the proxy answers, without a socket; lets go of its connections."""

    async def run() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=proxy)  # type: ignore[arg-type]  # its own words for ASGI's types
        async with httpx.AsyncClient(transport=transport) as client:
            answers = [await client.send(request) for request in requests]
        await proxy.close()
        return answers

    return asyncio.run(run())


def proxied(upstream: Upstream, taking: Recorder) -> Proxy:
    """A proxy in front of a function."""
    return Proxy(taking, transport=httpx.MockTransport(upstream), clock=ManualClock(ANCHOR_MS))
