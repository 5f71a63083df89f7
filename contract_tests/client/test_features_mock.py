"""Pages, waits, downloads and the budget against the mock, which knows nothing of this client; sync and async."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client_runtime.errors import BudgetExceeded, DownloadError
from client_runtime.view import View
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.contract import load
from scenario_mock.world import ANCHOR_MS

from contract_tests.client.features import (
    GENERATE,
    LIST_MODELS,
    SEARCH_ASSETS,
    AsyncStartedResult,
    Listing,
    Model,
    Side,
    StartedResult,
)

MODEL = "model_imagen4-ultra"


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    side = Side(is_async=request.param == "async")
    yield side
    side.close()


@pytest.fixture(scope="module")
def contract() -> Any:
    """Read once: it never changes."""
    return load()


@pytest.fixture
def mock(side: Side, contract: Any) -> Mock:
    """A mock whose time passes when the client sleeps."""
    clock = ManualClock(ANCHOR_MS)
    side.clock.asleep = clock.advance
    return Mock(Settings(job_seconds=90.0, url_seconds=60), contract=contract, clock=clock)


def asked(mock: Mock) -> list[str]:
    """The operations that the mock was asked for."""
    return [entry.operation_id for entry in mock.services.journal if entry.operation_id]


def generate(side: Side, client: Any) -> Any:
    cast = AsyncStartedResult if side.is_async else StartedResult
    body = {"prompt": "a paper boat on a river of stars", "aspectRatio": "16:9"}
    return side.do(client.call(GENERATE, cast, path={"modelId": MODEL}, body=body, priced_cast=View))


@pytest.mark.parametrize("size", [7, 50])
def test_every_public_model_comes_once(side: Side, mock: Mock, size: int):
    client = side.client(MockTransport(mock))
    query = {"privacy": "public", "types": "custom", "pageSize": size}
    call = client.page(LIST_MODELS, item=Model, cast=Listing, items="models", query={**query, "pageSize": 100})
    everything = [model.id for model in side.collect(call)]
    pages = client.page(LIST_MODELS, item=Model, cast=Listing, items="models", query=query)
    assert [model.id for model in side.collect(pages)] == everything
    assert len(set(everything)) == len(everything) > 7


@pytest.mark.parametrize(
    "paging", [{"limit": 7}, {"limit": 100}, {"page": 1, "hitsPerPage": 7}, {"hitsPerPage": 7}, {}], ids=str
)
def test_every_hit_comes_once_in_both_modes(side: Side, mock: Mock, paging: dict[str, int]):
    client = side.client(MockTransport(mock))
    body = {"filter": "kind = image", "public": True, **paging}
    call = client.page(SEARCH_ASSETS, item=Model, cast=Listing, items="hits", style="search", body=body)
    hits = [hit.id for hit in side.collect(call)]
    total = side.do(call).data if side.is_async else call.data
    assert len(set(hits)) == len(hits) == total.get("estimatedTotalHits", total.get("totalHits"))
    assert len(hits) > 20


def test_generate_wait_download(side: Side, mock: Mock, tmp_path: Path):
    client = side.client(MockTransport(mock), max_spend=10.0)
    seen: list[tuple[str, float]] = []
    started = generate(side, client)
    job = side.do(started.wait(timeout=120.0, on_update=lambda job: seen.append((job.status, job["progress"]))))
    assert (seen[0], seen[-1]) == (("pending", 0), ("success", 1))
    assert 90.0 <= sum(side.clock.slept) <= 95.0
    assert asked(mock).count("retrieveJob") < 25
    (asset_id,) = job["metadata"]["assetIds"]
    numbers: list[int] = []
    target = side.do(client.assets.download(asset_id, tmp_path, progress=lambda done, total: numbers.append(done)))
    assert target.parent == tmp_path
    assert target.name.endswith(f"{asset_id}.png")
    assert target.read_bytes().startswith(b"\x89PNG")
    assert numbers[-1] == target.stat().st_size
    assert client.spent == 7.25


def test_an_address_of_the_mock_expires_and_is_renewed(side: Side, mock: Mock, tmp_path: Path):
    client = side.client(MockTransport(mock))
    call = client.page(
        SEARCH_ASSETS,
        item=Model,
        cast=Listing,
        items="hits",
        style="search",
        body={"filter": "kind = image", "public": True, "limit": 1},
    )
    (hit,) = (side.do(call) if side.is_async else call).items
    side.clock.sleep(3600.0)
    before = len(asked(mock))
    target = side.do(client.assets.download(hit, tmp_path / "x"))
    assert target.read_bytes().startswith(b"\x89PNG")
    assert asked(mock)[before:] == ["retrieveAsset"]
    side.clock.sleep(3600.0)
    with pytest.raises(DownloadError, match="403"):
        side.do(client.assets.download(hit["url"], tmp_path / "y"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["x"]


def test_the_budget_holds_at_the_mock(side: Side, mock: Mock):
    client = side.client(MockTransport(mock), max_spend=15.0)
    generate(side, client)
    generate(side, client)
    with pytest.raises(BudgetExceeded) as caught:
        generate(side, client)
    assert (caught.value.price, caught.value.spent, caught.value.limit) == (7.25, 14.5, 15.0)
    assert asked(mock) == ["createCustomGeneration"] * 5
    price = side.do(client.call(GENERATE, View, path={"modelId": MODEL}, body={"prompt": "x"}, query={"dryRun": True}))
    assert (price["creativeUnitsCost"], client.spent) == (7.25, 14.5)
