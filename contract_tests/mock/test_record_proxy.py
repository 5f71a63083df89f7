"""The recording proxy: passes everything on as it is, judges it, and says when nobody answers."""

from __future__ import annotations

import gzip
import io
import json

import httpx
import pytest
from scenario_mock.cassette import Recorder, base_of
from scenario_mock.recording import asgi
from scenario_mock.recording.telling import Teller

from contract_tests.mock.recording_kit import BASE, proxied, through

ORIGIN = BASE.removesuffix("/v1")
AUTHORIZATION = {"authorization": "Basic a2V5LW9uZTpzZWNyZXQtb25l"}


def fresh() -> Recorder:
    """A recorder without a file."""
    return Recorder(base_of("https://upstream.example:8443/v1"))


def test_requests_reach_the_upstream_as_they_are():
    seen: list[httpx.Request] = []

    def upstream(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"assets": []})

    headers = {**AUTHORIZATION, "x-own": "1", "connection": "close, x-own", "content-type": "application/json"}
    asked = httpx.Request(
        "PATCH", f"{BASE}/assets/a%2Fb?x=%C3%A9&x=2&empty=", headers=headers, content=b"\x00\xffbytes"
    )
    through(proxied(upstream, fresh()), asked)
    (got,) = seen
    assert str(got.url) == "https://upstream.example:8443/v1/assets/a%2Fb?x=%C3%A9&x=2&empty="
    assert (got.method, got.content) == ("PATCH", b"\x00\xffbytes")
    assert got.headers["host"] == "upstream.example:8443"
    assert got.headers["authorization"] == AUTHORIZATION["authorization"]
    assert got.headers["x-own"] == "1"
    assert "connection" not in got.headers or got.headers["connection"] != "close, x-own"


def test_answers_reach_the_client_as_they_are():
    def upstream(request: httpx.Request) -> httpx.Response:
        if request.method == "HEAD":
            return httpx.Response(200, headers={"content-length": "77"})
        headers = [("content-encoding", "gzip"), ("set-cookie", "a=1"), ("set-cookie", "b=2"), ("x-trace", "t")]
        return httpx.Response(404, headers=headers, content=gzip.compress(b'{"reason": "gone"}'))

    proxy = proxied(upstream, fresh())
    answer, head = through(proxy, httpx.Request("GET", f"{BASE}/models/x"), httpx.Request("HEAD", f"{BASE}/models"))
    assert (answer.status_code, answer.content) == (404, b'{"reason": "gone"}')
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert answer.headers["x-trace"] == "t"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert "content-encoding" not in answer.headers
    assert head.headers["content-length"] == "77"


def test_redirects_belong_to_the_client():
    def upstream(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "https://elsewhere.example/"})

    (answer,) = through(proxied(upstream, fresh()), httpx.Request("GET", f"{BASE}/models"))
    assert (answer.status_code, answer.headers["location"]) == (302, "https://elsewhere.example/")


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("refused"), httpx.ReadTimeout("late"), httpx.RemoteProtocolError("")]
)
def test_nobody_answers(error: httpx.HTTPError):
    def upstream(request: httpx.Request) -> httpx.Response:
        raise error

    stream = io.StringIO()
    taking = Recorder(base_of(BASE), told=Teller(stream).taken)
    (answer,) = through(proxied(upstream, taking), httpx.Request("GET", f"{BASE}/models", headers=AUTHORIZATION))
    assert answer.status_code == 502
    assert answer.json()["name"] == "UpstreamUnreachable"
    assert type(error).__name__ in answer.json()["reason"]
    assert f"listModels unreachable no answer from {ORIGIN}" in stream.getvalue()
    assert (taking.counts.unanswered, taking.counts.violations) == (1, 0)


def test_the_upstreams_own_pages_pass_and_are_no_part_of_the_api():
    taking = fresh()
    (answer,) = through(
        proxied(lambda request: httpx.Response(200, json={}), taking), httpx.Request("GET", f"{ORIGIN}/__mock__/health")
    )
    assert answer.status_code == 200
    assert taking.counts.exchanges == 0


def test_the_recorders_own_pages():
    taking = fresh()
    pages = ("journal?violations=true", "journal", "health", "nothing")
    answers = through(
        proxied(lambda request: httpx.Response(200, json={"models": []}), taking),
        httpx.Request("GET", f"{BASE}/models", headers=AUTHORIZATION),
        httpx.Request("GET", f"{BASE}/models?bogus=1", headers=AUTHORIZATION),
        *(httpx.Request("GET", f"{ORIGIN}/__record__/{page}") for page in pages),
    )
    bad, everything, health, nothing = answers[2:]
    assert [one["query"] for one in everything.json()["exchanges"]] == ["", "bogus=1"]
    (one,) = bad.json()["exchanges"]
    assert one["operationId"] == "listModels"
    assert [finding["rule"] for finding in one["findings"]] == ["undeclared"]
    assert health.json()["counts"]["violations"] == 1
    assert health.json()["upstream"] == "https://upstream.example:8443/v1"
    assert nothing.status_code == 404


def test_a_body_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(asgi, "MOST_BODY_BYTES", 1000)
    taking = fresh()
    proxy = proxied(lambda request: httpx.Response(200), taking)
    (answer,) = through(proxy, httpx.Request("POST", f"{BASE}/assets", content=b"x" * 1001))
    assert answer.status_code == 413
    assert taking.counts.exchanges == 0


def test_lines_of_json_and_lines_for_people_say_the_same():
    def upstream(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"models": "\x1b[31mred\u202e"})

    told: dict[bool, str] = {}
    for as_json in (False, True):
        stream = io.StringIO()
        taking = Recorder(base_of(BASE), told=Teller(stream, as_json=as_json).taken)
        through(proxied(upstream, taking), httpx.Request("GET", f"{BASE}/models", headers=AUTHORIZATION))
        told[as_json] = stream.getvalue()
    event = json.loads(told[True])
    assert (event["event"], event["operationId"], event["direction"]) == ("violation", "listModels", "answer")
    assert (event["rule"], event["at"]) == ("type", "/models")
    assert "listModels answer violation type body/models" in told[False]
    assert "\x1b" not in told[False] + told[True]
    assert "\u202e" not in told[False] + told[True]
