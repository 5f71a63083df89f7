"""Calls to the generate operations, as their tests make them."""

from __future__ import annotations

import base64
import io
from typing import Any

import httpx
from PIL import Image

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
