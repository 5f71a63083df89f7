"""Whatever a request holds, the mock answers it: no 5xx, no traceback, and a refusal has the one error shape.

Each family spoils the valid call of every operation in one way, in every place where that can be done. The same law
holds for the mock's own routes. What breaks below HTTP's grammar is in test_bad_wire.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from scenario_mock import ManualClock, Mock
from scenario_mock.app import Request, Response
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.valid_calls import HEADERS, ValidCall, places, spoil, spoil_name, valid_calls

LONG = b'"' + b"x" * 100_000 + b'"'
MANY_IDS = [f"asset_{number}" for number in range(10_000)]
LONGEST_ERROR = 16_000
"""Bytes: a refusal says what is wrong; it does not send a spoilt request back."""

CALLS = valid_calls()
WITH_BODY = [call for call in CALLS if call.body is not None]
OWN_ROUTES = (
    "health", "reset", "journal", "journal.har", "clock", "faults", "seed", "snapshot", "restore", "dashboard",
    "openapi.yaml", "files/asset_GTrL3mq4SXWyMxkOHRxlpw", "nothing",
)  # fmt: skip


@pytest.fixture(scope="module")
def mock() -> Mock:
    """One mock for the whole file: what one bad request leaves behind may not spoil the next answer."""
    return Mock(clock=ManualClock(ANCHOR_MS))


def send(mock: Mock, call: ValidCall, body: bytes, **headers: str) -> Response:
    """The operation with another body."""
    return mock.respond(Request(call.method, "/v1" + call.path, "", {**HEADERS, **headers}, body))


def judge(response: Response, what: object) -> int:
    """Hold one answer against the law; gives its status."""
    assert response.status < 500, (what, response.status, response.body[:500])
    assert b"Traceback" not in response.body, what
    if response.status >= 400:
        judge_refusal(response, what)
    return response.status


def judge_refusal(response: Response, what: object) -> None:
    """The one error shape: a JSON object with words in `reason` or `message`, short enough to read."""
    assert response.headers["Content-Type"] == "application/json", what
    assert response.headers["Content-Length"] == str(len(response.body)), what
    error = json.loads(response.body.decode("utf-8"), parse_constant=reject_constant)
    assert isinstance(error, dict), what
    words = error.get("reason") or error.get("message")
    assert isinstance(words, str), what
    assert words.strip(), what
    assert len(response.body) <= LONGEST_ERROR, (what, len(response.body), response.body[:200])


def reject_constant(name: str) -> Any:
    """NaN and its kin are no JSON, in errors either."""
    raise AssertionError(f"{name} in an answer")


def refused(mock: Mock, call: ValidCall, body: bytes, what: object, **headers: str) -> None:
    """The spoilt request is refused as the sender's mistake."""
    assert 400 <= judge(send(mock, call, body, **headers), (call.operation_id, what)) < 500, (call.operation_id, what)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_the_calls_are_valid_before_they_are_spoilt(mock: Mock, call: ValidCall):
    response = send(mock, call, b"" if call.body is None else json.dumps(call.body).encode())
    # The job of the documents is a custom one, whose cancel is refused by a rule behind validation.
    expected = 400 if call.operation_id == "triggerJobAction" else 200
    assert response.status == expected, response.body[:300]


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_long_strings(mock: Mock, call: ValidCall):
    for at in call.places:
        judge(send(mock, call, spoil(call.body, at, LONG)), (call.operation_id, at))
    judge(send(mock, call, spoil_name(call.body, LONG)), (call.operation_id, "a name"))


@pytest.mark.parametrize("levels", [100, 500, 1_000, 100_000])
@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_deep_nesting(mock: Mock, call: ValidCall, levels: int):
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
        deep = opening * levels + b"0" + closing * levels
        refused(mock, call, opening * levels, (levels, "never closed"))
        judge(send(mock, call, deep), (call.operation_id, levels))
        for at in [(name,) for name in call.properties] or call.places:
            judge(send(mock, call, spoil(call.body, at, deep)), (call.operation_id, at, levels))
        judge(send(mock, call, spoil(call.body, ("unknownProperty",), deep)), (call.operation_id, "unknown", levels))


NOT_JSON_VALUES = (
    b"NaN", b"Infinity", b"-Infinity", b"nan", b"+1", b"01", b".5", b"1.", b"0x10", b"1_000", b"'x'", b"undefined",
    b'"\\ud800"', b'"\\udfff\\ud800"', b'"\\x00"', b'"\x00"', b'"\n"', b'"\xff"', b'"\xc0\x80"', b'"\xed\xa0\x80"',
    b"", b",", b"// x\n1",
)  # fmt: skip


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_what_is_no_json(mock: Mock, call: ValidCall):
    for text in NOT_JSON_VALUES:
        for at in call.places:
            refused(mock, call, spoil(call.body, at, text), (at, text))
    for text in (b'"\\ud800"', b'"\xff"', b"1", b"null"):
        refused(mock, call, spoil_name(call.body, text), ("a name", text))


ODD_VALUES = (
    b"null", b"true", b"0", b"-0", b"-0.0", b"-1", b"1.5", b"1e308", b"1e309", b"-1e400", b"1e-400", b"5e-324",
    b"9007199254740993", b"9223372036854775808", b"-9223372036854775809", b"18446744073709551616",
    b"1" + b"0" * 400, b"0." + b"1" * 400, b'""', b'" "', b'"x"', b'"\\u0000"', b'"a\\u0000b"', b'"\\ufffe"',
    '"\N{RIGHT-TO-LEFT OVERRIDE}\N{PILE OF POO}"'.encode(), b'"asset_a\\u0000b"', b'"../../etc/passwd"',
    b'"data:"', b'"data:image/png;base64,"', b'"data:image/png;base64,!!!!"', b'"data:text/html;base64,PGI+"',
    b'"asset_unknown"', b"[]", b"{}", b"[null]", b"[[]]", b"[{}]", b'[""]', b'{"": null}', b'{"a": {"b": []}}',
    b"[0, true, null]", b'["a", "a"]',
)  # fmt: skip


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_odd_values_everywhere(mock: Mock, call: ValidCall):
    for text in ODD_VALUES:
        judge(send(mock, call, text), (call.operation_id, "the body", text[:60]))
        for at in call.places:
            judge(send(mock, call, spoil(call.body, at, text)), (call.operation_id, at, text[:60]))
    for text in (b'""', b'"\\u0000"', b'"__proto__"', b'"a.b/c~d"'):
        judge(send(mock, call, spoil_name(call.body, text)), (call.operation_id, "a name", text))


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_ten_thousand_ids(mock: Mock, call: ValidCall):
    many = json.dumps(MANY_IDS).encode()
    for at in call.places:
        judge(send(mock, call, spoil(call.body, at, many)), (call.operation_id, at))
    lists = [at for at, value in places(call.body) if isinstance(value, list)]
    for at in lists:
        judge(send(mock, call, spoil(call.body, at, b"[" + b"0," * 9_999 + b"0]")), (call.operation_id, at, "numbers"))
    judge(send(mock, call, json.dumps(dict.fromkeys(MANY_IDS, 0)).encode()), (call.operation_id, "names"))


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_bodies_that_end_too_soon_or_too_late(mock: Mock, call: ValidCall):
    whole = json.dumps(call.body).encode()
    for size in range(0, len(whole), max(1, len(whole) // 40)):
        refused(mock, call, whole[:size], f"cut after {size} bytes")
    for body in (b" ", b"\0", whole + whole, whole + b",", whole + b"\0", b"\xef\xbb\xbf" + whole[:-1], b"a=1&b=2"):
        refused(mock, call, body, body[:40])
    refused(mock, call, whole.decode().encode("utf-16"), "UTF-16")
    refused(mock, call, whole.decode().encode("utf-32-le"), "UTF-32")
    assert send(mock, call, b" " * 10_000_001).status == 413


CONTENT_TYPES = {
    "application/json": True,
    "Application/JSON; Charset=UTF-8": True,
    'application/json;charset="utf-8"': True,
    "application/json; boundary=x; =; ;;": True,
    "text/plain": False,
    "text/json": False,
    "application/jsonx": False,
    "application/xml": False,
    "application/x-www-form-urlencoded": False,
    "multipart/form-data; boundary=x": False,
    "application": False,
    "/": False,
    "*/*": False,
    "x" * 10_000: False,
    "text/plain, application/json": False,
    "appl\u0131cation/json": False,
}


@pytest.mark.parametrize("call", WITH_BODY, ids=str)
def test_content_types(mock: Mock, call: ValidCall):
    body = json.dumps(call.body).encode()
    for content_type, is_json in CONTENT_TYPES.items():
        status = judge(send(mock, call, body, **{"content-type": content_type}), (call.operation_id, content_type[:60]))
        assert (status == 415) == (not is_json), (call.operation_id, content_type[:60], status)


ODD_SEGMENTS = (
    "%00", "%ff", "%2F", "%2e%2e", "..", ".", "%", "%zz", "%u0041", "%ed%a0%80", "%c0%80", "%F0%9F%92%A9", "a%00b",
    "a%0d%0ab", "~", "*", "a;b=c", "a%3Fb", "a%23b", "x" * 100_000, "%41" * 30_000, "$%7Bx%7D", "{modelId}", "null",
    "__proto__", "%20", "'%20OR%201=1--", "%25%30%30",
)  # fmt: skip


@pytest.mark.parametrize("call", [call for call in CALLS if call.ids], ids=str)
def test_odd_ids_in_the_path(mock: Mock, call: ValidCall):
    body = b"" if call.body is None else json.dumps(call.body).encode()
    for segment in ODD_SEGMENTS:
        path = "/v1" + call.with_ids(dict.fromkeys(call.ids, segment))
        status = judge(mock.respond(Request(call.method, path, "", HEADERS, body)), (call.operation_id, segment[:60]))
        assert status in (400, 404), (call.operation_id, segment[:60], status)


ODD_TEXTS = (
    "", "%00", "a%00b", "%ff", "%ed%a0%80", "%zz", "%", "+", "%2B", "-1", "0", "1e9", "1" * 400, "NaN", "true", "null",
    "[]", "%7B%7D", ",", ",,,", "a,,b", "x" * 100_000, "%41" * 30_000, ",".join(MANY_IDS), "2024-13-45",
    "0000-01-01", "9999-12-31T23:59:59.999999999-23:59", "2024-01-01T00:00:00Z%00", "%F0%9F%92%A9", "W10", "e30",
    "eyJvZmZzZXQiOiAtMX0", "bnVsbA", "MTIz", "WzFd", "W251bGwsIG51bGxd", "eyJvZmZzZXQiOiAxZTMwOX0",
)  # fmt: skip


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_odd_query_values(mock: Mock, call: ValidCall):
    body = b"" if call.body is None else json.dumps(call.body).encode()
    names = [parameter["name"] for parameter in call.query]
    if call.method == "GET":
        queries = [f"{name}={text}" for name in names for text in ODD_TEXTS]
    else:  # what the query of a paid call means is decided before the work: one pass over the short ones is enough
        queries = [f"{name}={text}" for name in names for text in ODD_TEXTS[:12]]
    queries += ["&".join(f"{name}={text}" for name in names) for text in ("", "x", "%00")]
    queries += ["&" * 10_000, "=" * 10_000, "&".join(["a=b"] * 10_000), "?" * 100, "%ff=%fe", "a" * 100_000]
    for query in queries:
        response = mock.respond(Request(call.method, "/v1" + call.path, query, HEADERS, body))
        judge(response, (call.operation_id, query[:80]))


CREDENTIALS = (
    "", " ", "Basic", "Basic ", "Basic =", "Basic \x00", "Basic a2V5", "Basic " + "A" * 100_000,
    "Bearer " + "x" * 100_000,
    "Basic a2V5OnPigqxjcmV0", "Basic /////w==", "Basic AAA6AAA=", "Bearer \xff", "Bearer a b", "public-auth-token ",
    "Public-Auth-Token", "Basic Basic a2V5OnNlY3JldA==", "\xff\xfe", "Basic a2V5OnNlY3JldA==, Basic a2V5OnNlY3JldA==",
)  # fmt: skip


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_odd_credentials(mock: Mock, call: ValidCall):
    body = b"" if call.body is None else json.dumps(call.body).encode()
    for credentials in CREDENTIALS:
        headers = {**HEADERS, "authorization": credentials}
        response = mock.respond(Request(call.method, "/v1" + call.path, "", headers, body))
        judge(response, (call.operation_id, credentials[:60]))


def own_requests() -> Iterator[Request]:
    """Every method, odd bodies and odd queries, to every route of the mock's own; resetting is among them."""
    deep = b'{"a":' * 1_000 + b"0" + b"}" * 1_000
    bodies = (b"", b"{", b"[]", b"null", b"0", b"NaN", b'"\\ud800"', b"\xff", b"\0", deep, b"[" * 100_000, LONG, b"{}")
    named = tuple(
        b'{"%s": %s}' % (name, value)
        for name in (b"advance", b"faults", b"status", b"operationId", b"models", b"assets", b"jobs", b"tenant", b"id")
        for value in (b"null", b'"x"', b"-1", b"1e308", b"[]", b"[null]", b"[{}]", b"{}", b'"\\u0000"', b"10e400", LONG)
    )
    for route in OWN_ROUTES:
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"):
            for body in bodies + named if method in ("POST", "PUT", "PATCH") else (b"", b"[]"):
                yield Request(method, f"/__mock__/{route}", "", HEADERS, body)
        for text in ODD_TEXTS:
            for name in ("limit", "operationId", "status", "since", "Expires", "Signature"):
                yield Request("GET", f"/__mock__/{route}", f"{name}={text}", HEADERS)
    for segment in ODD_SEGMENTS:
        yield Request("GET", f"/__mock__/{segment}", "", HEADERS)
        yield Request("GET", f"/__mock__/files/{segment}", "Expires=99999999999&Signature=%ff", HEADERS)


def test_the_mocks_own_routes(mock: Mock):
    for request in own_requests():
        judge(mock.respond(request), (request.method, request.path[:80], request.query[:80], request.body[:80]))
    assert mock.respond(Request("GET", "/__mock__/health")).status == 200
