"""Calls to the generate operations, as their tests make them."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import httpx
from PIL import Image
from scenario_mock.app import Mock
from scenario_mock.jobs import JobPlan

CITY, CASTLE = "asset_GTrL3mq4SXWyMxkOHRxlpw", "asset_abc123xyz"
PAINTER = "model_abc123xyz"


def post(api: httpx.Client, path: str, body: Any, **query: str) -> dict[str, Any]:
    """The answer to a call that must succeed."""
    response = api.post(f"generate/{path}", json=body, params=query)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def data_url(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def file_of(api: httpx.Client, asset: dict[str, Any]) -> Image.Image:
    """The picture behind an asset, held against what the asset says about it."""
    answer = api.get(asset["url"]).raise_for_status()
    assert answer.headers["content-type"] == asset["mimeType"]
    assert len(answer.content) == asset["properties"]["size"]
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (asset["properties"]["width"], asset["properties"]["height"])
    return picture


def kept(mock: Mock, tenant: str = "key") -> tuple[Any, ...]:
    """All jobs and assets of a tenant, to be compared with what they are later."""
    store = mock.services.store
    shelf = store.shelf(tenant)
    return tuple(
        store.engine.read(f"SELECT id, {column} FROM {table} WHERE shelf = ? ORDER BY id", (shelf,))
        for table, column in (("jobs", "plan"), ("assets", "body"))
    )


def plan_of(mock: Mock, job_id: str, tenant: str = "key") -> JobPlan:
    """The plan of a tenant's job."""
    plan = mock.services.store.job(mock.services.store.shelf(tenant), job_id)
    assert plan is not None
    return plan


def change_model(mock: Mock, model_id: str, change: dict[str, Any], tenant: str | None = "key") -> None:
    """Lay `change` over a model's row, whatever the contract says of it."""
    store = mock.services.store
    shelf = store.shelf(tenant)
    found = store.model((shelf,), model_id)
    assert found is not None
    store.put(shelf, [("model", {**json.loads(found[1]), **change})])
