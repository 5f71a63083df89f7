"""What is tried again, after how long, and what never: a call that may have paid is not repeated; sync and async."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import httpx
import pytest
from client_runtime.async_client import AsyncClient
from client_runtime.errors import ApiError, BadAnswer, ConnectionFailed, CooldownActive, ScenarioError
from client_runtime.operation import Operation
from client_runtime.retry import decide, retry_after
from client_runtime.sync_client import SyncClient

from contract_tests.client.runtime_kit import BASE, LIST, OK, PAY, SEARCH, Server, Side, html, json_response

DATE = "Wed, 21 Oct 2026 07:28:00 GMT"
LATER = "Wed, 21 Oct 2026 07:28:09 GMT"
FAR = "Wed, 21 Oct 2026 08:28:09 GMT"


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    return Side(is_async=request.param == "async")


def limited(name: str | None = None, **more: Any) -> httpx.Response:
    return json_response({"reason": "no", **({"name": name} if name else {}), **more}, 429)


#: What happens once -> how many requests a retry-safe and a paying call then make.
TRIES: dict[str, tuple[Any, int, int]] = {
    "connection refused": (httpx.ConnectError("refused"), 2, 2),
    "connecting took too long": (httpx.ConnectTimeout("slow"), 2, 2),
    "no connection free": (httpx.PoolTimeout("busy"), 2, 2),
    "no answer in time": (httpx.ReadTimeout("slow"), 2, 1),
    "sending took too long": (httpx.WriteTimeout("slow"), 2, 1),
    "connection cut": (httpx.RemoteProtocolError("cut"), 2, 1),
    "connection reset": (httpx.ReadError("reset"), 2, 1),
    "proxy failed": (httpx.ProxyError("407"), 2, 1),
    "no such protocol": (httpx.UnsupportedProtocol("ftp"), 1, 1),
    "a request that cannot be sent": (httpx.LocalProtocolError("header"), 1, 1),
    "400": (json_response({}, 400), 1, 1),
    "401": (json_response({}, 401), 1, 1),
    "403": (json_response({}, 403), 1, 1),
    "404": (json_response({}, 404), 1, 1),
    "408": (json_response({}, 408), 2, 1),
    "409": (json_response({}, 409), 2, 1),
    "410": (json_response({}, 410), 1, 1),
    "413": (json_response({}, 413), 1, 1),
    "422": (json_response({}, 422), 1, 1),
    "429": (limited(), 2, 2),
    "429 concurrency": (limited("ConcurrencyLimitReachedError"), 2, 2),
    "429 cooldown": (limited(remainingSeconds=3), 2, 2),
    "429 plan limit": (limited("PlanLimitReachedError"), 1, 1),
    "429 plan limit with a wait": (limited("PlanLimitReachedError", remainingSeconds=1), 1, 1),
    "429 quota": (limited(code="QUOTA_EXCEEDED"), 1, 1),
    "500": (json_response({}, 500), 2, 1),
    "501": (json_response({}, 501), 1, 1),
    "502": (html(502), 2, 1),
    "503": (json_response({}, 503), 2, 1),
    "520": (html(520), 2, 1),
    "529": (json_response({}, 529), 2, 1),
    "200 with HTML": (html(200), 2, 1),
    "200 with nothing": (httpx.Response(200), 2, 1),
}


@pytest.mark.parametrize("case", TRIES)
def test_which_calls_are_tried_again(side: Side, case: str):
    step, safe, paying = TRIES[case]
    for operation, tries in ((LIST, safe), (SEARCH, safe), (PAY, paying)):
        server = Server(step, OK)
        if tries == 2:
            assert side.request(server, operation, body={"a": 1} if operation is not LIST else None)[0] == {"ok": True}
        else:
            assert isinstance(side.error(server, operation), ScenarioError)
        assert len(server.requests) == tries
        assert len({request.content for request in server.requests}) == 1


def test_it_ends_after_max_retries(side: Side):
    for settings, options, tries in [
        ({}, None, 3),
        ({"max_retries": 0}, None, 1),
        ({"max_retries": 4}, None, 5),
        ({"max_retries": 4}, {"max_retries": 1}, 2),
    ]:
        server = Server(json_response({"reason": "down"}, 503))
        error = side.error(server, LIST, settings=settings, options=options)
        assert error.reason == "down"
        assert len(server.requests) == tries


def test_pauses_grow_and_are_random(side: Side):
    side.error(Server(json_response({}, 500)), LIST, settings={"max_retries": 7, "random": Random(1)})
    expected = Random(1)
    assert side.waits == [expected.uniform(0.0, most) for most in (0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0)]


NAMED: dict[str, tuple[httpx.Response, list[float] | None]] = {
    "remainingSeconds": (json_response({"remainingSeconds": 12}, 429), [12.0]),
    "remainingSeconds before Retry-After": (json_response({"remainingSeconds": 0.5}, 429, retry_after="7"), [0.5]),
    "Retry-After in seconds": (json_response({}, 429, retry_after="7"), [7.0]),
    "Retry-After 0": (json_response({}, 503, retry_after="0"), [0.0]),
    "Retry-After in milliseconds": (json_response({}, 503, retry_after_ms="250", retry_after="7"), [0.25]),
    "Retry-After as a date": (json_response({}, 503, retry_after=LATER, date=DATE), [9.0]),
    "a date that has passed": (json_response({}, 503, retry_after=DATE, date=LATER), [0.0]),
    "a minute": (json_response({}, 503, retry_after="60"), [60.0]),
    "more than a minute": (json_response({}, 503, retry_after="61"), None),
    "a date far away": (json_response({}, 503, retry_after=FAR, date=DATE), None),
    "a cooldown of ten minutes": (json_response({"remainingSeconds": 600}, 429), None),
}


@pytest.mark.parametrize("case", NAMED)
def test_the_service_names_the_wait(side: Side, case: str):
    response, waits = NAMED[case]
    server = Server(response, OK)
    if waits is None:
        assert side.error(server).status == response.status_code
    else:
        side.request(server)
    assert side.waits == (waits or [])


def test_a_long_cooldown_is_the_callers_to_wait(side: Side):
    error = side.error(Server(limited(remainingSeconds=600)), PAY)
    assert isinstance(error, CooldownActive)
    assert error.remaining_seconds == 600.0


@pytest.mark.parametrize("value", ["soon", "-1", "", "inf", "nan", "99999999999999999999999999"])
def test_a_wait_that_cannot_be_read_counts_as_none(value: str):
    headers = httpx.Headers({"retry-after": value})
    assert retry_after(headers) in (None, 99999999999999999999999999.0)


def test_without_the_servers_date_a_date_counts_from_now():
    assert retry_after(httpx.Headers({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"})) == 0.0
    far = retry_after(httpx.Headers({"retry-after": "Wed, 21 Oct 2065 07:28:00 GMT"}))
    assert far is not None
    assert far > 1e8


def test_the_decision_is_a_pure_function():
    error = ConnectionFailed("cut")
    write = Operation("makeThing", "POST", "/things")
    assert decide(write, 1, 2, error, Random(1)) is None
    error.may_have_started = False
    assert decide(write, 1, 2, error, Random(1)) == Random(1).uniform(0.0, 0.5)
    assert decide(write, 3, 2, error, Random(1)) is None
    assert decide(LIST, 1, 2, ScenarioError("of our own"), Random(1)) is None
    assert decide(LIST, 1, 2, BadAnswer("html"), Random(1)) is not None
    assert decide(LIST, 1, 2, ApiError("no status"), Random(1)) is None


def test_log_lines(side: Side, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG, "scenario_client")
    server = Server(httpx.ConnectError("refused"), json_response({"reason": "down"}, 503, retry_after="2"), OK)
    side.request(server, LIST, query={"q": "x", "token": "t"})
    lines = [(record.levelname, record.getMessage()) for record in caplog.records if record.name == "scenario_client"]
    place = f"GET {BASE}/things?q=x&token=***"
    assert [level for level, _ in lines] == ["DEBUG", "INFO", "DEBUG", "INFO", "DEBUG"]
    assert lines[0][1].startswith(f"{place} -> ConnectError in ")
    assert lines[1][1].startswith(f"{place}: no answer, ConnectError; try 2 follows in 0.")
    assert lines[2][1].startswith(f"{place} -> 503 in ")
    assert lines[3][1] == f"{place}: 503, down; try 3 follows in 2.00 s"
    assert lines[4][1].startswith(f"{place} -> 200 in ")
    assert lines[4][1].endswith(" ms (try 3)")


def test_no_line_is_logged_above_debug_when_all_is_well(side: Side, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "scenario_client")
    side.request(Server(OK))
    assert [record for record in caplog.records if record.name == "scenario_client"] == []


def test_without_doubles_it_sleeps_and_draws_by_itself():
    steps = (json_response({}, 503, retry_after="0"), OK)
    settings: Any = {"base_url": BASE, "token": "t" * 9}
    with SyncClient(transport=httpx.MockTransport(Server(*steps)), **settings) as client:
        assert client.request(LIST)[0] == {"ok": True}

    async def run() -> Any:
        async with AsyncClient(transport=httpx.MockTransport(Server(*steps)), **settings) as client:
            return (await client.request(LIST))[0]

    assert Side(True).run(run()) == {"ok": True}
    assert 0.0 <= SyncClient(**settings)._random().random() < 1.0


def test_threads_share_one_set_of_connections():
    client = Side(False).client(Server(OK))
    start = threading.Barrier(8)

    def call(_: int) -> int:
        start.wait()
        client.request(LIST)
        return id(client._http())

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(call, range(8)))) == 1
