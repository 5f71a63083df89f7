"""What breaks below a request's content: methods, framing, bodies cut short or too long, slow or impatient clients.

A served mock and connections by hand. The law: an answer in the one error shape or, where HTTP has no other way, a
closed connection; never silence, never a 5xx, never a traceback on its output; and after each of them it still serves.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import httpx
import pytest

from contract_tests.mock.valid_calls import BASIC, ValidCall, valid_calls
from contract_tests.serving import Served, started
from contract_tests.wire import Answer, Line, connected, request

CALLS = valid_calls()
WITH_BODY = [call for call in CALLS if call.body is not None]
KEY = f"Authorization: {BASIC}"
AS_JSON = "Content-Type: application/json"
SEARCH = b'{"query": "castle"}'
BODY_LIMIT = 10_000_000


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """One mock in a process of its own; what it prints is judged when all is over."""
    with started() as served:
        yield served
        printed = served.printed
    assert "Traceback" not in printed
    assert "Exception" not in printed


@pytest.fixture
def line(served: Served) -> Iterator[Line]:
    """A connection; afterwards, whatever was done to it, the mock serves others."""
    with connected(served.base_url) as line:
        yield line
    with connected(served.base_url) as other:
        assert is_usable(other)


def judge(answer: Answer | None) -> Answer:
    """The refusal, which must be one: 4xx, JSON, words in it."""
    assert answer is not None, "the connection was closed without an answer"
    assert 400 <= answer.status < 500, answer
    assert answer.headers["content-type"] == "application/json", answer
    error = answer.json()
    assert isinstance(error, dict)
    assert error.get("reason") or error.get("message"), answer
    return answer


def is_usable(line: Line) -> bool:
    """Whether the connection takes another request and answers that one."""
    line.send(request("GET", "/__mock__/health"))
    answer = line.answer()
    return answer is not None and answer.status == 200 and answer.json()["status"] == "ok"


def body_of(call: ValidCall) -> bytes:
    return json.dumps(call.body).encode()


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY"])
def test_methods_that_no_operation_has(line: Line, method: str):
    """405 with what is allowed, for every path; the connection goes on, so all of them use one."""
    for call in CALLS:
        line.send(request(method, "/v1" + call.path, None, KEY))
        answer = line.answer(method=method)
        assert answer is not None
        assert answer.status == 405, (call.path, answer)
        assert call.method in answer.headers["allow"]
        if method != "HEAD":
            judge(answer)
        assert answer.headers["content-length"].isdecimal()
    assert is_usable(line)


def test_unknown_methods_of_the_grammar(line: Line):
    for method in ("BREW", "X", "get"):
        line.send(request(method, "/v1/models", None, KEY))
        answer = line.answer(method=method)
        if answer is None:  # the server's parser knows a list of methods, and others are no HTTP to it
            return
        assert 400 <= answer.status < 500


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_a_chunked_body_cut_short(line: Line, call: ValidCall):
    """A request that never ends is none: no answer is due, nothing may happen, and the mock forgets it."""
    body = body_of(call)
    line.send(request("POST", "/v1" + call.path, None, KEY, AS_JSON, "Transfer-Encoding: chunked"))
    line.send(b"%x\r\n" % len(body) + body[: len(body) // 2])
    line.finish()
    answer = line.answer()
    assert answer is None or 400 <= answer.status < 500, answer


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_less_than_the_content_length(line: Line, call: ValidCall):
    body = body_of(call)
    line.send(request("POST", "/v1" + call.path, None, KEY, AS_JSON, f"Content-Length: {len(body) + 5}") + body)
    line.finish()
    answer = line.answer()
    assert answer is None or 400 <= answer.status < 500, answer


def test_a_request_cut_short_leaves_nothing_behind(served: Served):
    def jobs() -> set[str]:
        answer = httpx.get(f"{served.base_url}/jobs", params={"pageSize": 100}, auth=("cut", "secret"))
        return {job["jobId"] for job in answer.raise_for_status().json()["jobs"]}

    before = jobs()
    with connected(served.base_url) as line:
        key = "Authorization: Basic Y3V0OnNlY3JldA=="
        head = request("POST", "/v1/generate/custom/model_imagen4-ultra", None, key, AS_JSON, "Content-Length: 500")
        line.send(head + b'{"prompt": "x"}')
        line.finish()
        line.answer()
    assert jobs() == before


def test_a_reset_cut_short_resets_nothing(served: Served):
    with httpx.Client(base_url=served.base_url, auth=("key", "secret")) as api:
        made = api.post("/generate/custom/model_imagen4-ultra", json={"prompt": "x"}).raise_for_status().json()
        with connected(served.base_url) as line:
            line.send(request("POST", "/__mock__/reset", None, "Content-Length: 10") + b"{")
            line.finish()
            line.answer()
        assert api.get(f"/jobs/{made['job']['jobId']}").status_code == 200


def test_more_than_the_content_length(line: Line):
    """The rest is the start of another request, and none that HTTP knows."""
    line.send(request("POST", "/v1/search/assets", None, KEY, AS_JSON, f"Content-Length: {len(SEARCH)}"))
    line.send(SEARCH + b"}}}}\r\n\r\n")
    answer = line.answer()
    assert answer is not None
    assert answer.status in (200, 400)
    rest = line.answer()
    assert rest is None or rest.status == 400


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: -1",),
        ("Content-Length: x",),
        ("Content-Length: 1, 2",),
        ("Content-Length: 99999999999999999999999",),
        ("Content-Length: 2", "Content-Length: 3"),
        ("Content-Length: 2", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding: gzip",),
        ("Transfer-Encoding: chunked, chunked",),
        ("No colon at all",),
        (": no name",),
        ("Bad\x00Name: x",),
        ("Value: a\x00b",),
        (" folded: x",),
    ],
)
def test_framing_that_cannot_be_read(line: Line, lines: tuple[str, ...]):
    line.send(request("POST", "/v1/search/assets", None, KEY, AS_JSON, *lines) + b"{}")
    line.finish()
    answer = line.answer()
    assert answer is None or 400 <= answer.status < 500, answer


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /v1/models\r\n\r\n",
        b"GET /v1/models HTTP/9.9\r\n\r\n",
        b"GET  /v1/models HTTP/1.1\r\n\r\n",
        b"GET /v1/mod els HTTP/1.1\r\nHost: mock\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x00" * 1_000,
        b"A" * 100_000,
        b"GET /v1/models HTTP/1.1\r\n",
        b"GET " + b"/" * 70_000,
    ],
    ids=lambda data: repr(data[:24]),
)
def test_what_is_no_http(line: Line, data: bytes):
    line.send(data)
    line.finish()
    answer = line.answer()
    assert answer is None or 400 <= answer.status < 500, answer


@pytest.mark.parametrize(
    "target",
    ["*", "http://other.example/v1/models", "//v1/models", "/v1//models", "/v1/./models", "/v1/../v1/models",
     "/%76%31/models",
     "/v1/models%00", "/v1/models%2Fpublic", "/v1/%6dodels%3f", "/v1/models/%zz", "/v1/models;x=y", "/v1/models#part",
     "/v1/models/\xff\xfe", "/v1/models?\xff\xfe=\x80", "/__mock__/../v1/models", "/__mock__/files/%ff?Signature=%ff",
     "/" + "x" * 30_000, "/v1/models/" + "%00" * 10_000, "/v1/models?tags=" + "a," * 15_000],
    ids=lambda target: repr(target[:40]),
)  # fmt: skip
def test_odd_targets(line: Line, target: str):
    line.send(request("GET", target, None, KEY))
    answer = line.answer()
    assert answer is None or answer.status < 500, answer
    if answer is not None and answer.status >= 400:
        assert answer.headers["content-type"].startswith(("application/json", "text/plain")), answer


@pytest.mark.parametrize(
    "headers",
    [
        ["X-Long: " + "x" * 50_000],
        [f"X-{number}: x" for number in range(2_000)],
        [KEY, KEY],
        [AS_JSON, "Content-Type: text/plain"],
        ["Authorization: \xff\xfe"],
        ["Host: other", "Host: third"],
        ["Host: \xff", "X-Forwarded-Host: evil"],
        ["Accept: application/xml", "Accept-Encoding: br;q=9, *"],
        ["Accept-Charset: utf-16", "Range: bytes=0-5", "If-None-Match: *"],
        ["Content-Encoding: gzip"],
        ["Prefer: code=abc", "Prefer: code=99999; delay=-1", "Prefer: =;=;,"],
        ["Prefer: code=" + "9" * 5_000],
        ["Prefer: example=" + "%00" * 100 + ", delay=nan"],
        ["Cookie: " + "a=b; " * 5_000],
    ],
    ids=lambda headers: headers[0][:24],
)
def test_odd_headers(line: Line, headers: list[str]):
    credentials = [] if any(header.startswith("Authorization") for header in headers) else [KEY]
    types = [] if any(header.startswith("Content-Type") for header in headers) else [AS_JSON]
    for method, path, body in (("GET", "/v1/models?pageSize=1", None), ("POST", "/v1/search/assets", SEARCH)):
        line.send(request(method, path, body, *credentials, *types, *headers))
        answer = line.answer()
        if answer is None:  # too much for the server's parser
            return
        assert answer.status < 500, answer
        if answer.status >= 400:
            judge(answer)


@pytest.mark.parametrize("way", ["upgrade", "h2c", "connect"])
def test_protocols_that_are_not_spoken(line: Line, way: str):
    if way == "connect":
        line.send(request("CONNECT", "other.example:443", None, KEY))
    else:
        name = "websocket" if way == "upgrade" else "h2c"
        lines = ("Connection: Upgrade", f"Upgrade: {name}", "Sec-WebSocket-Version: 13")
        line.send(
            request("GET", "/v1/models?pageSize=1", None, KEY, *lines, "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")
        )
    answer = line.answer(method="GET")
    assert answer is None or answer.status < 500, answer
    assert answer is None or answer.status != 101


def test_pipelined_requests_are_answered_in_order(line: Line):
    calls = [
        (request("GET", "/v1/models?pageSize=1", None, KEY), 200),
        (request("GET", "/v1/models/model_unknown", None, KEY), 404),
        (request("POST", "/v1/search/assets", b"{", KEY, AS_JSON), 400),
        (request("POST", "/v1/search/assets", SEARCH, KEY, AS_JSON), 200),
        (request("DELETE", "/v1/models", None, KEY), 405),
        (request("GET", "/v1/jobs"), 401),
    ] * 10
    line.send(b"".join(data for data, _ in calls))
    for _, status in calls:
        answer = line.answer()
        assert answer is not None
        assert answer.status == status


def test_a_refusal_before_the_body_was_read_leaves_the_connection_in_step(line: Line):
    """401, 404, 405, 415: the body that came along is not taken for the next request."""
    trap = request("DELETE", "/v1/jobs")  # were it read as a request, its answer would come next
    for path, headers, status in (
        ("/v1/search/assets", (AS_JSON,), 401),
        ("/v1/nothing", (KEY, AS_JSON), 404),
        ("/v1/search/assets", (KEY, "Content-Type: text/plain"), 415),
        ("/__mock__/nothing", (), 404),
        ("/elsewhere", (KEY,), 404),
    ):
        line.send(request("POST", path, trap, *headers))
        assert judge(line.answer()).status == status
        assert is_usable(line)


def test_expect_100_continue(line: Line):
    line.send(
        request(
            "POST", "/v1/search/assets", None, KEY, AS_JSON, "Expect: 100-continue", f"Content-Length: {len(SEARCH)}"
        )
    )
    interim = line.answer()
    assert interim is not None
    assert interim.status == 100
    line.send(SEARCH)
    answer = line.answer()
    assert answer is not None
    assert answer.status == 200
    assert is_usable(line)


def test_a_body_that_dribbles_in_is_waited_for(line: Line, served: Served):
    """A slow body holds up nobody else, and counts once it is whole."""
    line.send(request("POST", "/v1/search/assets", None, KEY, AS_JSON, f"Content-Length: {len(SEARCH)}"))
    for position in range(0, len(SEARCH), 4):
        line.send(SEARCH[position : position + 4])
        with connected(served.base_url) as other:
            begun = time.monotonic()
            assert is_usable(other)
            assert time.monotonic() - begun < 1
    answer = line.answer()
    assert answer is not None
    assert answer.status == 200


@pytest.mark.parametrize(
    "path", ["/v1/search/assets", "/v1/assets", "/v1/generate/caption", "/__mock__/clock", "/nothing"]
)
@pytest.mark.parametrize("framing", ["length", "chunked"])
def test_eleven_megabytes(line: Line, path: str, framing: str):
    """413 while the client may still be sending, or after it has: in both cases it gets to read it."""
    size = 11_000_000
    if framing == "length":
        line.send(request("POST", path, None, KEY, AS_JSON, f"Content-Length: {size}") + b" " * size)
    else:
        line.send(request("POST", path, None, KEY, AS_JSON, "Transfer-Encoding: chunked"))
        line.send((b"%x\r\n" % 100_000 + b" " * 100_000 + b"\r\n") * (size // 100_000) + b"0\r\n\r\n")
    answer = judge(line.answer())
    assert answer.status == 413


def test_a_body_without_end_is_refused_before_it_ends(line: Line):
    """The sender announces a terabyte: the answer does not wait for it."""
    line.send(request("POST", "/v1/search/assets", None, KEY, AS_JSON, f"Content-Length: {10**12}"))
    line.send(b" " * (BODY_LIMIT + 1_000_000))
    assert judge(line.answer()).status == 413
    assert line.is_closed()


def test_the_largest_body_that_is_taken(line: Line):
    body = SEARCH + b" " * (BODY_LIMIT - len(SEARCH))
    line.send(request("POST", "/v1/search/assets", body, KEY, AS_JSON))
    answer = line.answer()
    assert answer is not None
    assert answer.status == 200


def test_many_connections_that_say_nothing(served: Served):
    lines = [connected(served.base_url) for _ in range(100)]
    try:
        for line in lines:
            line.__enter__().send(b"POST /v1/search/assets HTTP/1.1\r\nHost: mock\r\nContent-Le")
        begun = time.monotonic()
        assert httpx.get(f"{served.base_url}/models", params={"pageSize": 1}, auth=("a", "b")).status_code == 200
        assert time.monotonic() - begun < 2
    finally:
        for line in lines:
            line.__exit__(None, None, None)
