"""The frame around the handlers: routes, credentials, bodies, signed files, the answer check, the mock's own routes."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any

import httpx
import pytest
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.app import Request, Response
from scenario_mock.handlers import HANDLERS

from contract_tests.mock.calls import change_model

KEY = "Basic " + base64.b64encode(b"key:secret").decode()
BODY = {"content-type": "application/json", "authorization": KEY}


def send(mock: Mock, method: str, path: str, body: Any = None, **headers: str) -> Response:
    """One request with credentials; `body` is sent as JSON, bytes as they are."""
    path, _, query = path.partition("?")
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return mock.respond(Request(method, path, query, {**BODY, **headers}, raw))


def client(mock: Mock, key: str = "key") -> httpx.Client:
    """An httpx client of `mock` with credentials."""
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=(key, "secret"))


@pytest.mark.parametrize(
    ("header", "path", "status"),
    [
        (KEY, "/v1/jobs", 200),
        ("basic " + KEY[6:], "/v1/jobs", 200),
        ("Bearer some.web.token", "/v1/jobs", 200),
        (None, "/v1/jobs", 401),
        ("", "/v1/jobs", 401),
        ("public-auth-token", "/v1/jobs", 401),
        ("public-auth-token", "/v1/models", 200),
        ("public-auth-token", "/v1/assets", 200),
        (None, "/v1/models", 401),
        (None, "/v1/models/public", 200),
        ("Basic " + KEY, "/v1/jobs", 401),
        ("Basic not-base64!", "/v1/jobs", 401),
        ("Basic " + base64.b64encode(b"no-colon").decode(), "/v1/jobs", 401),
        ("Basic " + base64.b64encode(b"key:").decode(), "/v1/jobs", 401),
        ("Bearer ", "/v1/jobs", 401),
        ("Digest abc", "/v1/jobs", 401),
    ],
)
def test_credentials(mock: Mock, header: str | None, path: str, status: int):
    headers = {} if header is None else {"authorization": header}
    response = mock.respond(Request("GET", path, "", headers))
    assert response.status == status, response.body
    if status == 401:
        assert "WWW-Authenticate" in response.headers


def test_fixed_keys():
    mock = Mock(Settings(api_key="right", api_secret="secret"))
    assert client(mock, "right").get("jobs").status_code == 200
    refused = client(mock, "wrong").get("jobs")
    assert refused.status_code == 401
    assert "secret" not in refused.json().get("details", {})


def test_each_key_has_a_world_of_its_own(mock: Mock):
    one, other = client(mock, "one"), client(mock, "other")
    job_id = one.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}).json()["job"]["jobId"]
    assert one.get(f"jobs/{job_id}").status_code == 200
    assert other.get(f"jobs/{job_id}").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/v1", 404),
        ("GET", "/v1/", 404),
        ("GET", "/v1/nothing", 404),
        ("GET", "/v2/models", 404),
        ("DELETE", "/v1/models", 405),
        ("GET", "/v1/search/assets", 405),
        ("GET", "/v1/models/a/b", 404),
        ("GET", "/v1/models/a%2Fb", 404),
        ("GET", "/__mock__/nothing", 404),
        ("DELETE", "/__mock__/reset", 405),
        ("POST", "/__mock__/files/x", 405),
    ],
)
def test_routes(mock: Mock, method: str, path: str, status: int):
    response = send(mock, method, path)
    assert response.status == status
    assert (status == 405) == ("Allow" in response.headers)


@pytest.mark.parametrize(
    ("body", "headers", "status", "text"),
    [
        (b"", {}, 400, "required"),
        (b"{", {}, 400, "not valid JSON"),
        (b'{"query": NaN}', {}, 400, "not valid JSON"),
        (b"[]", {}, 400, "not of type"),
        (b'"text"', {}, 400, "not of type"),
        (b'{"query": "x"}', {"content-type": "text/plain"}, 415, "text/plain"),
        (b'{"query": "x"}', {"content-type": "application/json; charset=utf-8"}, 200, "hits"),
        (b'{"query": "x", "limit": 101}', {}, 400, "Limit exceeds maximum (100)"),
        (b'{"query": "x", "hitsPerPage": 101}', {}, 400, "Limit exceeds maximum (100)"),
        (b"{}", {}, 400, "Must provide at least one search parameter"),
        (b"[" * 100_000, {}, 400, "not valid JSON"),
        (b" " * 10_000_001, {}, 413, "Too Large"),
    ],
)
def test_bodies(mock: Mock, body: bytes, headers: dict[str, str], status: int, text: str):
    response = send(mock, "POST", "/v1/search/assets", body, **headers)
    assert response.status == status, response.body[:300]
    assert text in response.body.decode()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("pageSize=1", 200),
        ("pageSize=500", 200),
        ("pageSize=0", 400),
        ("pageSize=501", 400),
        ("pageSize=1.5", 400),
        ("pageSize=", 400),
        ("pageSize=1e2", 400),
        ("blacklisted=true", 200),
        ("blacklisted=yes", 400),
        ("types=custom,flux.1-lora&privacy=public", 200),
        ("types=custom&types=flux.1-lora&privacy=public", 200),
        ("types=nonsense&privacy=public", 400),
        ("createdAfter=2024-01-01&sortBy=createdAt", 200),
        ("createdAfter=2024-02-31T10:00:00%2B02:00&sortBy=createdAt", 200),
        ("createdAfter=yesterday&sortBy=createdAt", 400),
        ("unknown=ignored", 200),
        ("paginationToken=nonsense", 400),
        ("paginationToken=W10", 400),
        ("%ff=%fe", 200),
    ],
)
def test_queries(mock: Mock, query: str, status: int):
    response = send(mock, "GET", f"/v1/models?{query}")
    assert response.status == status, response.body[:300]


def test_a_refusal_names_every_violation(mock: Mock):
    answer = json.loads(send(mock, "GET", "/v1/models?pageSize=0&sortBy=size").body)
    assert answer["reason"].startswith("pageSize")
    assert [violation["at"] for violation in answer["details"]["violations"]] == ["pageSize", "sortBy"]


def test_signed_files(mock: Mock):
    with client(mock) as api:
        asset = api.get("assets", params={"pageSize": 1, "type": "txt2img"}).json()["assets"][0]
        picture = api.get(asset["url"])
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
        assert len(picture.content) == int(picture.headers["content-length"])
        url = httpx.URL(asset["url"])
        assert api.get(url.copy_with(query=None)).status_code == 403
        assert api.get(url.copy_set_param("Signature", "0" * 32)).status_code == 403
        assert api.get(url.copy_set_param("Expires", "99999999999")).status_code == 403
        mock.services.clock.advance(3601)
        expired = api.get(url)
        assert expired.status_code == 403
        assert "expired" in expired.json()["reason"]


def test_an_answer_against_the_contract_does_not_leave(mock: Mock):
    model_id = "model_xyz789"
    change_model(mock, model_id, {"status": "sleeping"})
    response = send(mock, "GET", f"/v1/models/{model_id}")
    assert response.status == 500
    assert json.loads(response.body)["details"]["violations"][0]["at"] == "/model/status"
    mock.settings = replace(mock.settings, check_answers=False)
    assert send(mock, "GET", f"/v1/models/{model_id}").status == 200


def test_own_routes(mock: Mock):
    assert json.loads(send(mock, "GET", "/__mock__/health").body)["operations"] == 25
    before = json.loads(send(mock, "GET", "/__mock__/clock").body)["now"]
    after = json.loads(send(mock, "POST", "/__mock__/clock", {"advance": 1.5}).body)["now"]
    assert (before, after) == ("2026-01-15T12:00:00.000Z", "2026-01-15T12:00:01.500Z")
    refused: tuple[Any, ...] = ({"advance": -1}, {"advance": "1"}, {"advance": True}, {"advance": 1e300}, {}, [], b"{")
    for bad in refused:
        assert send(mock, "POST", "/__mock__/clock", bad).status == 400
    job = json.loads(send(mock, "POST", "/v1/generate/custom/model_imagen4-ultra", {"prompt": "x"}).body)["job"][
        "jobId"
    ]
    assert send(mock, "POST", "/__mock__/reset").status == 200
    assert send(mock, "GET", f"/v1/jobs/{job}").status == 404


def test_not_built_is_said(mock: Mock, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(HANDLERS, "createEmbedding")
    assert json.loads(send(mock, "GET", "/__mock__/health").body)["notImplemented"] == ["createEmbedding"]
    response = send(mock, "POST", "/v1/generate/embed", {"text": "x"})
    assert response.status == 501
    assert "createEmbedding" in json.loads(response.body)["reason"]


def test_the_same_seed_gives_the_same_bytes(mock: Mock):
    def walk(one: Mock) -> list[bytes]:
        paths = ("/v1/models?pageSize=500", "/v1/models?privacy=public", "/v1/assets?pageSize=100", "/v1/jobs")
        made = send(one, "POST", "/v1/generate/custom/model_imagen4-ultra", {"prompt": "x"}).body
        return [made, *(send(one, "GET", path).body for path in paths)]

    now_ms = mock.services.clock.now_ms()
    again = Mock(clock=ManualClock(now_ms))
    other = Mock(Settings(seed=1), clock=ManualClock(now_ms))
    assert walk(mock) == walk(again)
    assert walk(mock)[1:] != walk(other)[1:]
