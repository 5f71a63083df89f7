"""What the tests of the control plane share: the generated client on a mock, and calls to `/__mock__/`."""

from __future__ import annotations

import base64
import json
from typing import Any

from scenario_client import Scenario
from scenario_mock import Mock, MockTransport
from scenario_mock.app import Request, Response

SECRET = "canary-9f86d081884c7d65"
MODEL = "model_imagen4-ultra"


def client(mock: Mock, key: str = "key", **settings: Any) -> Scenario:
    """The generated client in process, whose pauses are the mock's; it tries each call once unless told otherwise."""
    settings = {"transport": MockTransport(mock), "sleep": mock.services.clock.advance, "max_retries": 0, **settings}
    return Scenario(api_key=key, api_secret=SECRET, **settings)


def ask(mock: Mock, method: str, path: str, body: Any = None, **headers: str) -> Response:
    """One request to a route below `/__mock__/`; `body` is sent as JSON, bytes as they are."""
    path, _, query = path.partition("?")
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return mock.respond(Request(method, f"/__mock__/{path}", query, headers, raw))


def told(mock: Mock, method: str, path: str, body: Any = None) -> Any:
    """The JSON of an answer that must be 200."""
    response = ask(mock, method, path, body)
    assert response.status == 200, response.body
    return json.loads(response.body)


def call(mock: Mock, path: str, *, key: str = "key", method: str = "GET", body: Any = None, **headers: str) -> Response:
    """One request to the API with credentials."""
    path, _, query = path.partition("?")
    sent = {"authorization": "Basic " + base64.b64encode(f"{key}:{SECRET}".encode()).decode(), **headers}
    raw = b"" if body is None else json.dumps(body).encode()
    return mock.respond(Request(method, f"/v1/{path}", query, sent, raw))
