"""Cassettes as files: what was recorded is read again, nobody sees half a file, other programs' HAR files are read."""

from __future__ import annotations

import base64
import errno
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import httpx
import pytest
from scenario_mock.cassette import Cassette, CassetteError, base_of, check, load, recorder
from scenario_mock.recording import har_files

from contract_tests.mock.recording_kit import BASE, recorded_client, recorded_journey


def test_what_was_recorded_is_read_again(tmp_path: Path):
    file = tmp_path / "one.har"
    with recorded_client(file) as (client, taking):
        answer = client.post("/assets/get-bulk?projectId=a%20b", json={"assetIds": ["asset_é"]})
    cassette = load(file)
    (one,) = cassette.exchanges
    assert cassette.base.url == BASE
    assert (one.method, one.path, one.query) == ("POST", "/v1/assets/get-bulk", "projectId=a%20b")
    assert json.loads(one.body) == {"assetIds": ["asset_é"]}
    assert (one.status, one.answer) == (answer.status_code, answer.content)
    assert one.headers["authorization"] == "Basic [redacted]"
    assert one.answer_headers["content-type"] == "application/json"
    assert replace(one, seconds=0) == replace(taking.journal[0].exchange, seconds=0)


def test_the_file_is_har_as_others_read_it(tmp_path: Path):
    recorded_journey(tmp_path / "j.har")
    log = json.loads((tmp_path / "j.har").read_bytes())["log"]
    assert log["version"] == "1.2"
    assert log["creator"]["name"] == "scenario-mock"
    for entry in log["entries"]:
        assert {"startedDateTime", "time", "request", "response", "cache", "timings"} <= set(entry)
        assert entry["request"]["url"].startswith(BASE)
        assert entry["_violations"] == []


def test_the_file_is_whole_at_any_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    now = [0.0]
    monkeypatch.setattr(har_files, "monotonic", lambda: now[0])
    file = tmp_path / "now.har"
    with recorded_client(file) as (client, _):
        assert load_entries(file) == 0
        client.get("/models")
        assert load_entries(file) == 0, "not written for each exchange"
        now[0] += 10
        client.get("/models")
        assert load_entries(file) == 2
        client.get("/models")
    assert load_entries(file) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["now.har"]


def load_entries(file: Path) -> int:
    return len(json.loads(file.read_bytes())["log"]["entries"])


def test_a_full_disk_takes_no_answer_from_the_client_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "full.har"
    with recorded_client(file) as (client, taking):
        before = file.read_bytes()

        def full(*_: object) -> NoReturn:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(har_files, "copyfileobj", full)
        monkeypatch.setattr(har_files, "LEAST_PAUSE_S", -1.0)
        taking.took(taking_one(client))
    assert "No space left" in str(taking.unwritten)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["full.har"]


def taking_one(client: httpx.Client) -> Any:
    """An exchange with that client's API."""
    transport = client._transport
    client.get("/models")
    return transport.recorder.journal[-1].exchange  # type: ignore[attr-defined]


def test_where_nothing_can_be_written_is_said_at_once(tmp_path: Path):
    with pytest.raises(OSError, match="No such file"):
        recorder(tmp_path / "nowhere" / "x.har", BASE)


@pytest.mark.parametrize(
    "url", ["ftp://host/v1", "host/v1", "http://key:secret@host/v1", "http://host/v1?a=b", "http://"]
)
def test_what_is_no_base_url(url: str):
    with pytest.raises(ValueError, match=r"URL|credentials"):
        base_of(url)


FOREIGN: dict[str, Any] = {
    "startedDateTime": "2026-01-15T12:00:00.000+01:00",
    "time": 12.5,
    "request": {
        "method": "get",
        "url": "https://api.cloud.scenario.com/v1/models?pageSize=1",
        "headers": [{"name": ":authority", "value": "x"}, {"name": "Authorization", "value": "Basic zzz"}],
    },
    "response": {
        "status": 200,
        "headers": [{"name": "Content-Type", "value": "application/json"}],
        "content": {"text": base64.b64encode(b'{"models": []}').decode(), "encoding": "base64"},
    },
}


def foreign(tmp_path: Path, *entries: object) -> Cassette:
    file = tmp_path / "browser.har"
    file.write_text(json.dumps({"log": {"entries": entries}}), "utf-8")
    return load(file)


def test_a_browsers_file_is_read_without_the_other_traffic(tmp_path: Path):
    elsewhere = {**FOREIGN, "request": {**FOREIGN["request"], "url": "https://fonts.example/a.woff"}}
    cassette = foreign(tmp_path, elsewhere, FOREIGN)
    assert cassette.base.url == "https://api.cloud.scenario.com/v1"
    assert [one.told for one in cassette.exchanges] == ["GET /v1/models?pageSize=1"]
    assert cassette.exchanges[0].answer == b'{"models": []}'
    assert check(cassette) == []


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", '{"log": 1}', '{"log": {"entries": 1}}', '{"log": {"entries": []}}',
        '{"log": {"_base": "x", "entries": []}}', '{"log": {"_base": "http://h/v1", "entries": [1]}}',
        '{"log": {"_base": "http://h/v1", "entries": [{"request": {"url": "http://h/v1/models"}}]}}',
    ],
)  # fmt: skip
def test_what_is_no_cassette(tmp_path: Path, content: str):
    file = tmp_path / "bad.har"
    file.write_text(content, "utf-8")
    with pytest.raises(CassetteError, match=r"bad\.har: "):
        load(file)


def test_no_file(tmp_path: Path):
    with pytest.raises(CassetteError, match="No such file"):
        load(tmp_path / "none.har")
