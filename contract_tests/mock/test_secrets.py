"""A secret goes in with every request and comes out nowhere: answers, errors, journal, logs, database, output.

The canary is looked for as it is, as it travels (Base64 of the pair), and as a URL or JSON would spell it. The key's
name may be seen: it names a tenant.
"""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import psycopg
import psycopg.sql
import pytest
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.app import Request
from scenario_mock.handlers import HANDLERS
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.valid_calls import ValidCall, valid_calls
from contract_tests.postgres import Postgres
from contract_tests.serving import Served, started

KEY = "canary-key"
SECRET = 'cana"ry/s3cret+&é'
TOKEN = "canary.bearer.token-8f14e45f"
PAIR = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
CREDENTIALS = (
    f"Basic {PAIR}",
    f"Basic Basic {PAIR}",
    f"basic {PAIR[:-2]}",
    f"Digest {PAIR}",
    f"{PAIR}",
    f"Bearer {TOKEN}",
    f"Bearer {TOKEN} {TOKEN}",
    "Basic " + base64.b64encode(SECRET.encode()).decode(),
    "Basic " + base64.b64encode(f":{SECRET}".encode()).decode(),
    "Basic " + base64.b64encode(f"wrong-key:{SECRET}".encode()).decode(),
)
CANARIES = tuple(
    text.encode()
    for text in (
        SECRET, quote(SECRET), quote(SECRET, safe=""), json.dumps(SECRET)[1:-1], repr(SECRET)[1:-1], PAIR[16:-4], TOKEN,
        base64.b64encode(SECRET.encode()).decode()[:-4],
        base64.b64encode(f"wrong-key:{SECRET}".encode()).decode()[14:-4],
    )
)  # fmt: skip


def silent(where: str, content: bytes) -> None:
    """None of the canaries is in `content`."""
    for canary in CANARIES:
        at = content.find(canary)
        assert at < 0, f"a secret in {where}: …{content[max(0, at - 80) : at + 80]!r}…"


def bodies(call: ValidCall) -> tuple[bytes, ...]:
    """A body that is taken, and some that are refused."""
    if call.body is None:
        return (b"",)
    return json.dumps(call.body).encode(), b"", b"{", b"[]", b'{"unknown": 1}'


@pytest.mark.parametrize("fixed", [False, True], ids=["any key", "fixed key"])
def test_no_answer_and_no_log_at_any_level(caplog: pytest.LogCaptureFixture, fixed: bool):
    caplog.set_level(logging.DEBUG)
    settings = Settings(api_key=KEY, api_secret=SECRET) if fixed else Settings()
    mock = Mock(settings, clock=ManualClock(ANCHOR_MS))
    seen = set()
    for call in valid_calls():
        for credentials in CREDENTIALS:
            for body in bodies(call) if credentials == CREDENTIALS[0] else bodies(call)[:1]:
                headers = {"authorization": credentials, "content-type": "application/json"}
                response = mock.respond(Request(call.method, "/v1" + call.path, "", headers, body))
                seen.add(response.status)
                silent(f"the answer of {call.operation_id}", response.body + repr(response.headers).encode())
    assert {200, 400, 401} <= seen
    for page in ("health", "journal", "clock", "nothing"):
        silent(page, mock.respond(Request("GET", f"/__mock__/{page}")).body)
    silent("the log", caplog.text.encode())


def test_no_trace_of_a_failure(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch):
    def fail(call: object) -> None:
        raise RuntimeError(f"on {call!r}")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setitem(HANDLERS, "listJobs", fail)
    mock = Mock(Settings(api_key=KEY, api_secret=SECRET), clock=ManualClock(ANCHOR_MS))
    headers = {"authorization": CREDENTIALS[0]}
    response = mock.respond(Request("GET", "/v1/jobs", "", headers))
    assert response.status == 500
    assert "RuntimeError" in caplog.text
    silent("the answer", response.body)
    silent("the log", caplog.text.encode())
    silent("a request as text", repr(Request("GET", "/v1/jobs", "", headers)).encode())
    silent("the settings as text", repr(mock.settings).encode())


def exercise(served: Served) -> None:
    """Every operation with every kind of credentials, and every page of the mock's own."""
    with httpx.Client(timeout=20, verify=False) as http:
        for call in valid_calls():
            for credentials in CREDENTIALS:
                headers = {"authorization": credentials, "content-type": "application/json"}
                url = served.base_url + call.path
                answer = http.request(call.method, url, headers=headers, content=bodies(call)[0])
                silent(f"the answer of {call.operation_id}", answer.content + repr(answer.headers).encode())
        for page in own_pages(http, served):
            answer = http.get(f"{served.own}/{page}", headers={"authorization": CREDENTIALS[0]})
            silent(page, answer.content + repr(answer.headers).encode())
        silent("a snapshot", http.post(f"{served.own}/snapshot", json={"name": "here"}).content)


def own_pages(http: httpx.Client, served: Served) -> Iterator[str]:
    """The pages that the mock itself lists where there is none, and ways to ask them for more."""
    listed = http.get(f"{served.own}/nothing").json()["reason"]
    pages = sorted({word.strip(",.").removeprefix("/__mock__/") for word in listed.split() if "/__mock__/" in word})
    assert {"health", "journal", "clock"} <= set(pages)
    for page in pages:
        yield page
        yield f"{page}?format=har&headers=true&bodies=true"


def test_a_served_mock_and_its_file_keep_it(tmp_path: Path):
    with started("--db", str(tmp_path / "state.db")) as served:
        exercise(served)
        for file in tmp_path.iterdir():  # what is in the write-ahead log counts
            silent(file.name, file.read_bytes())
        silent("the output", served.printed.encode())
    for file in tmp_path.iterdir():
        silent(file.name, file.read_bytes())
    assert KEY.encode() in (tmp_path / "state.db").read_bytes(), (
        "the file that was searched is the one that was written"
    )


def test_a_mock_with_fixed_keys_does_not_print_them():
    with started("--api-key", KEY, "--api-secret", SECRET) as served:
        exercise(served)
        silent("the output", served.printed.encode())


def test_postgres_keeps_it(postgres: Postgres):
    database = postgres.new_database()
    with started("--db", database) as served:
        exercise(served)
    with psycopg.connect(database) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        assert tables
        for (table,) in tables:
            rows = connection.execute(psycopg.sql.SQL("SELECT * FROM {}").format(psycopg.sql.Identifier(table)))
            for row in rows:
                silent(table, b"\n".join(part if isinstance(part, bytes) else str(part).encode() for part in row))
