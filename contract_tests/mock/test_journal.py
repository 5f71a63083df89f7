"""What the journal keeps and shows: filters, sizes, time, HAR, and nothing secret."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.journal import MOST_BYTES, Journal
from scenario_mock.records import LONGEST_BODY, Entry, record_from, record_of
from scenario_mock.redaction import secrets_of, text
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.control_kit import MODEL, SECRET, ask, call, client, told

NAMED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["name", "value"],
        "properties": {"name": {"type": "string"}, "value": {"type": "string"}},
    },
}
COMMON = {
    "httpVersion": {"type": "string"},
    "cookies": {"type": "array"},
    "headers": NAMED,
    "headersSize": {"type": "integer", "minimum": -1},
    "bodySize": {"type": "integer", "minimum": -1},
}
HAR_ENTRY: dict[str, Any] = {
    "type": "object",
    "required": ["startedDateTime", "time", "request", "response", "cache", "timings"],
    "properties": {
        "startedDateTime": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"},
        "time": {"type": "number", "minimum": 0},
        "request": {
            "type": "object",
            "required": [*COMMON, "method", "url", "queryString"],
            "properties": {
                **COMMON,
                "method": {"type": "string"},
                "url": {"type": "string", "pattern": "^https?://"},
                "queryString": NAMED,
                "postData": {
                    "type": "object",
                    "required": ["mimeType", "text"],
                    "properties": {"mimeType": {"type": "string"}, "text": {"type": "string"}},
                },
            },
        },
        "response": {
            "type": "object",
            "required": [*COMMON, "status", "statusText", "content", "redirectURL"],
            "properties": {
                **COMMON,
                "status": {"type": "integer"},
                "statusText": {"type": "string"},
                "redirectURL": {"type": "string"},
                "content": {
                    "type": "object",
                    "required": ["size", "mimeType"],
                    "properties": {
                        "size": {"type": "integer"},
                        "mimeType": {"type": "string"},
                        "text": {"type": "string"},
                    },
                },
            },
        },
        "cache": {"type": "object"},
        "timings": {
            "type": "object",
            "required": ["send", "wait", "receive"],
            "additionalProperties": {"type": "number", "minimum": -1},
        },
    },
}
"""An entry as HAR 1.2 defines it: names, types, what must be there."""
PNG = "data:image/png;base64," + base64.b64encode(b"p" * 5000).decode()


@pytest.fixture(params=["memory", "file"])
def mock(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mock]:
    """A mock with each kind of journal."""
    place = None if request.param == "memory" else str(tmp_path / "state")
    with closing(Mock(Settings(db=place, models=3, assets=6, jobs=3), clock=ManualClock(ANCHOR_MS))) as made:
        yield made


def entry_of(**more: Any) -> Entry:
    fields: dict[str, Any] = {
        "machine_us": 0, "at_ms": ANCHOR_MS, "seconds": 0.001, "method": "GET", "path": "/v1/jobs", "query": "",
        "headers": {}, "body": b"", "body_size": 0, "origin": "http://x", "operation_id": "listJobs", "key": "key",
        "status": 200, "answer_headers": {}, "answer": b"", "answer_size": 0, "reason": None, "faults": (),
    }  # fmt: skip
    return Entry(**{**fields, **more})


def visit(mock: Mock) -> None:
    """A read, a generation, a refusal, a public read, a fault, and no operation at all; a second between each two."""
    paths: tuple[tuple[str, dict[str, Any]], ...] = (
        ("models?pageSize=2", {}),
        (f"generate/custom/{MODEL}", {"method": "POST", "body": {"prompt": "a boat"}}),
        ("jobs?pageSize=0", {"key": "other"}),
        ("models?privacy=public&pageSize=1", {"authorization": "public-auth-token"}),
        ("nothing", {}),
    )
    for path, how in paths:
        call(mock, path, **how)
        mock.advance(1)
    mock.fail_next("listJobs", 503)
    call(mock, "jobs")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [200, 200, 400, 200, 404, 503]),
        ("operationId=listModels", [200, 200]),
        ("operationId=nothing", []),
        ("status=404", [404]),
        ("method=POST", [200]),
        ("key=key", [200, 200, 503]),
        ("key=other", [400]),
        ("failed=true", [400, 404, 503]),
        ("failed=false", [200, 200, 200]),
        ("since=2026-01-15T12:00:03.000Z", [200, 404, 503]),
        ("since=2026-01-15T13:00:04%2B01:00", [404, 503]),
        ("limit=2", [404, 503]),
        ("limit=0", []),
        ("operationId=listModels&key=key&failed=false&limit=1", [200]),
    ],
)
def test_filters(mock: Mock, query: str, found: list[int]):
    visit(mock)
    shown = told(mock, "GET", f"journal?{query}")["requests"]
    assert [record["status"] for record in shown] == found
    exported = told(mock, "GET", f"journal.har?{query}")["log"]["entries"]
    assert [entry["response"]["status"] for entry in exported] == found


def test_a_record_says_all(mock: Mock):
    visit(mock)
    (record,) = mock.calls_to("createCustomGeneration")
    assert (record.method, record.path, record.key) == ("POST", f"/v1/generate/custom/{MODEL}", "key")
    assert record.request_json == {"prompt": "a boat"}
    assert record.response_json["job"]["status"] == "pending"
    assert record.request_size == len('{"prompt": "a boat"}')
    assert record.response_headers["content-type"] == "application/json"
    assert record.duration_ms > 0
    refused = mock.calls_to("listJobs", key="other")[0]
    assert refused.failed
    assert "pageSize" in (refused.reason or "")
    assert mock.calls_to("listJobs")[-1].faults == ("fault-1",)
    assert record_from(json.loads(json.dumps(record.fields()))) == record


def test_clearing(mock: Mock):
    visit(mock)
    assert told(mock, "DELETE", "journal") == {"requests": []}
    assert mock.journal() == []


def test_har_is_valid(mock: Mock):
    visit(mock)
    log = told(mock, "GET", "journal.har")["log"]
    assert (log["version"], log["creator"]["name"]) == ("1.2", "scenario-mock")
    for entry in log["entries"]:
        jsonschema_rs.Draft202012Validator(HAR_ENTRY).validate(entry)
    assert log["entries"][0]["request"]["queryString"] == [{"name": "pageSize", "value": "2"}]
    assert log["entries"][0]["startedDateTime"] == "2026-01-15T12:00:00.000Z"


def test_nothing_secret_is_shown(mock: Mock, tmp_path: Path):
    transport = MockTransport(mock)
    with client(mock) as api:
        asset = api.assets.list(page_size=5).items[0]
        api.assets.retrieve(asset.id)
    raw = base64.b64encode(f"key:{SECRET}".encode()).decode()
    with httpx.Client(transport=transport, base_url="https://api.example/v1/", auth=("key", SECRET)) as web:
        web.get(f"models/{SECRET}", params={"token": SECRET, "u": asset.url})
        web.get("models", headers={"Cookie": f"session={SECRET}"})
        web.post("search/models", json={"query": f"{SECRET} {raw}", "image": PNG})
        web.post("assets", json={"name": "x.png", "image": PNG})
        web.get("models", headers={"Authorization": f"Bearer {SECRET}"})
    with httpx.Client(transport=transport, base_url="https://api.example/v1/") as other:
        other.get("models", headers={"Authorization": f"Basic Basic {raw}"})
        other.get("models", headers={"Authorization": f"Digest {SECRET}"})
    mock.services.journal.flush()
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    shown = ask(mock, "GET", "journal").body + ask(mock, "GET", "journal.har").body
    signature = httpx.URL(asset.url).params["Signature"]
    for secret in (SECRET, raw, signature, PNG[-200:]):
        assert secret.encode() not in shown
        assert secret not in repr(mock.journal())
    assert SECRET.encode() not in stored
    assert b"Basic [redacted]" in shown
    assert b"Signature=[redacted]" in shown
    assert b"[6668 characters]" in shown


def test_redaction():
    assert (
        text("https://x/a?Expires=1&Signature=abc&Key-Pair-Id=K")
        == "https://x/a?Expires=1&Signature=[redacted]&Key-Pair-Id=K"
    )
    assert text('{"url":"https://x/a?Signature=abc"}') == '{"url":"https://x/a?Signature=[redacted]"}'
    assert text("data:image/png;base64,short") == "data:image/png;base64,short"
    assert secrets_of({"authorization": "Basic " + base64.b64encode(b"key:abc").decode()}) == ("a2V5OmFiYw==",)
    assert secrets_of({"authorization": "Bearer token-1"}) == ("token-1",)
    assert secrets_of({"authorization": "Basic ="}) == ()
    assert secrets_of({}) == ()


def test_bodies_are_cut_and_bytes_are_not_shown():
    record = record_of(
        entry_of(body=("é" * 9000).encode()[1 : LONGEST_BODY + 1], body_size=18000, answer=b"\xff\xfe", answer_size=2)
    )
    assert record.request_body is None  # begins in the middle of a character: no text
    cut = record_of(entry_of(body=("a" + "é" * 9000).encode()[:LONGEST_BODY], body_size=18001))
    assert cut.request_body == "a" + "é" * 8191
    assert cut.request_json is None
    assert record.response_body is None


def test_memory_is_bounded(mock: Mock):
    engine = Mock().services.store.engine
    journal = Journal(engine)
    for _ in range(1500):
        journal.add(entry_of(answer=b"x" * 100_000, answer_size=100_000))
    kept = list(journal)
    assert sum(len(record.response_body or "") for record in kept) <= MOST_BYTES
    assert 900 < len(kept) <= 1000
    assert kept[-1].response_size == 100_000


def test_a_shared_journal_is_one(tmp_path: Path):
    mocks = [Mock(Settings(db=str(tmp_path / "state"), seed=number), clock=ManualClock(ANCHOR_MS)) for number in (0, 0)]
    for one in mocks:
        call(one, "jobs?pageSize=1")
        call(one, "models?pageSize=1")
    assert mocks[0].services.journal.waiting
    first, second = (one.journal() for one in mocks[:1] * 2)
    assert len(first) == len(second) == 2  # its own are flushed before it reads
    mocks[1].services.journal.flush()
    assert sorted(str(record.operation_id) for record in mocks[0].journal()) == ["listJobs"] * 2 + ["listModels"] * 2
    mocks[0].clear_journal()
    assert mocks[1].journal() == []


def test_only_the_latest_are_kept(tmp_path: Path):
    mock = Mock(Settings(db=str(tmp_path / "state"), empty=True), clock=ManualClock(ANCHOR_MS))
    for number in range(1100):
        mock.services.journal.add(entry_of(status=number))
    assert [record.status for record in mock.journal()] == list(range(100, 1100))
