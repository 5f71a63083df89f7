"""What the vendor's documents show, through the client against the mock: lists, a generation, every search body."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from scenario_client import Scenario
from scenario_mock import Mock, MockTransport

from contract_tests.client.test_wire_format import snake
from contract_tests.examples.test_guides import SEARCH_CRITERIA, search_bodies


@pytest.fixture
def client(mock: Mock) -> Iterator[Scenario]:
    """The client in front of a mock whose clock moves as the client waits."""
    with Scenario(
        api_key="key",
        api_secret="secret",
        transport=MockTransport(mock),
        sleep=mock.services.clock.advance,
    ) as client:
        yield client


@pytest.mark.parametrize("tag", ["sc:scenario", "sc:third-party"])
def test_models_by_tag(client: Scenario, tag: str):
    for models in (client.models.list(tags=tag, page_size=10), client.models.list(tags=[tag], privacy="public")):
        names = [(model.id, model.name) for model in models]
        assert names
        assert all(tag in model.tags for model in models.items)


def test_generate_poll_and_download(client: Scenario, tmp_path: Path):
    prompt = "a futuristic cityscape at sunset, with flying cars and neon signs, photorealistic"
    seen: list[str] = []
    started = client.generate.custom("model_imagen4-ultra", prompt=prompt, aspect_ratio="16:9")
    job = started.wait(timeout=60, on_update=lambda job: seen.append(job.status))
    assert job.status == "success"
    assert seen[-1] == "success"
    assert job.metadata.asset_ids
    asset = client.assets.retrieve(job.metadata.asset_ids[0])
    assert asset.metadata.prompt == prompt
    file = client.assets.download(asset, tmp_path / "city.png")
    with Image.open(file) as image:
        assert (image.width, image.height) == (asset.properties.width, asset.properties.height)


@pytest.mark.parametrize(("kind", "body"), search_bodies())
def test_search_bodies(client: Scenario, kind: str, body: dict[str, Any]):
    assert SEARCH_CRITERIA & set(body)
    page = getattr(client.search, kind)(**{snake(name): value for name, value in body.items()})
    hits = list(page)
    assert hits
    assert len({hit.id for hit in hits}) == len(hits)
    total = page.data.total_hits if "page" in body or "hitsPerPage" in body else page.data.estimated_total_hits
    first = body.get("offset", 0)
    assert len(hits) == total - first
