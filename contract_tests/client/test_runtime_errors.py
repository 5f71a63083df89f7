"""Every way in which a call can fail is a typed error that says what happened; sync and async."""

from __future__ import annotations

import copy
import inspect
import pickle
import traceback
from typing import Any

import httpx
import pytest
from client_runtime import errors
from client_runtime.errors import ApiError, BadAnswer, ConnectionFailed, RequestTimeout, ScenarioError

from contract_tests.client.runtime_kit import BASE, LIST, PAY, READ, Server, Side, Thing, html, json_response

NO_RETRIES: Any = {"max_retries": 0}


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    return Side(is_async=request.param == "async")


PLAN = {"reason": "Limit of your plan", "name": "PlanLimitReachedError", "details": {"limit": 0, "feature": "p"}}
ACCESS = {
    "reason": "Not on your plan",
    "name": "ModelAccessRestrictedError",
    "modelId": "model_x",
    "requiredPlan": "pro",
}

CASES: dict[str, tuple[httpx.Response, type[ApiError], dict[str, Any]]] = {
    "400": (
        json_response({"reason": "Input prompt is required"}, 400),
        errors.BadRequest,
        {"reason": "Input prompt is required"},
    ),
    "401": (json_response({"message": "Unauthorized"}, 401), errors.Unauthorized, {"reason": "Unauthorized"}),
    "402": (json_response({}, 402), ApiError, {"reason": "Payment Required"}),
    "403": (json_response({"message": "API Keys cannot"}, 403), errors.Forbidden, {"reason": "API Keys cannot"}),
    "403 plan": (
        json_response(ACCESS, 403),
        errors.PlanRestricted,
        {"model_id": "model_x", "required_plan": "pro", "name": "ModelAccessRestrictedError"},
    ),
    "404": (json_response({"reason": "Model m not found"}, 404), errors.NotFound, {"reason": "Model m not found"}),
    "409": (json_response({"error": "busy"}, 409), errors.Conflict, {"reason": "busy"}),
    "410": (json_response({"reason": "gone"}, 410), errors.Gone, {}),
    "413": (json_response({"message": "Too Large"}, 413), errors.ContentTooLarge, {}),
    "422": (json_response({"reason": "no"}, 422), errors.Unprocessable, {}),
    "429": (json_response({"message": "Too Many Requests"}, 429), errors.RateLimited, {"remaining_seconds": None}),
    "429 plan": (
        json_response(PLAN, 429),
        errors.PlanLimitReached,
        {"details": {"limit": 0, "feature": "p"}, "name": "PlanLimitReachedError"},
    ),
    "429 concurrency": (
        json_response({"reason": "Too many", "name": "ConcurrencyLimitReachedError"}, 429),
        errors.ConcurrencyLimitReached,
        {"reason": "Too many"},
    ),
    "429 cooldown": (
        json_response({"reason": "Please wait", "remainingSeconds": 12}, 429),
        errors.CooldownActive,
        {"remaining_seconds": 12.0},
    ),
    "429 quota": (
        json_response({"error": "Quota exceeded for search", "code": "QUOTA_EXCEEDED"}, 429),
        errors.QuotaExceeded,
        {"code": "QUOTA_EXCEEDED", "reason": "Quota exceeded for search"},
    ),
    "403 quota": (json_response({"code": "QUOTA_EXCEEDED"}, 403), errors.QuotaExceeded, {"status": 403}),
    "500": (json_response({"reason": "Internal", "trace_id": "1-67"}, 500), errors.ServerError, {"trace_id": "1-67"}),
    "500 empty": (httpx.Response(500), errors.GatewayError, {"body": "", "reason": "Internal Server Error"}),
    "500 HTML": (html(500), errors.GatewayError, {"reason": "500 Bad Gateway"}),
    "501": (json_response({"reason": "not built"}, 501), errors.NotBuilt, {}),
    "502 HTML": (html(502), errors.GatewayError, {"reason": "502 Bad Gateway", "status": 502}),
    "503": (json_response({"message": "Service Unavailable"}, 503), errors.GatewayError, {}),
    "504 text": (
        httpx.Response(504, text="upstream\n timed out"),
        errors.GatewayError,
        {"reason": "upstream timed out"},
    ),
    "520": (html(520), errors.GatewayError, {"status": 520}),
    "529": (json_response({"reason": "overloaded"}, 529), errors.ServerError, {"status": 529}),
    "599 empty": (httpx.Response(599), errors.GatewayError, {"reason": "no reason given"}),
    "404 HTML": (html(404), errors.NotFound, {"reason": "404 Bad Gateway"}),
    "a list": (json_response(["odd"], 400), errors.BadRequest, {"body": ["odd"], "reason": "Bad Request"}),
    "odd types": (
        json_response({"reason": None, "name": 5, "details": "text", "remainingSeconds": "soon", "trace_id": []}, 500),
        errors.ServerError,
        {"name": "5", "details": "text", "remaining_seconds": None, "trace_id": None},
    ),
    "nested": (
        json_response({"error": {"message": "inner", "code": "X"}}, 400),
        errors.BadRequest,
        {"reason": "inner", "code": "X"},
    ),
    "request id": (
        json_response({}, 404, x_amzn_requestid="r-1", x_amzn_trace_id="Root=1"),
        errors.NotFound,
        {"request_id": "r-1", "trace_id": "Root=1"},
    ),
    "304": (httpx.Response(304), ApiError, {"status": 304, "reason": "Not Modified"}),
}


@pytest.mark.parametrize("case", CASES)
def test_answers_outside_2xx(side: Side, case: str):
    response, kind, expected = CASES[case]
    error: Any = side.error(Server(response), PAY, body={"a": 1}, query={"q": "x"}, options=NO_RETRIES)
    assert {name: getattr(error, name) for name in expected} == expected
    assert (error.status, error.method) == (response.status_code, "POST")
    assert error.url == f"{BASE}/generate/thing?q=x"
    assert error.http_response.status_code == response.status_code
    assert str(error).startswith(f"POST {BASE}/generate/thing?q=x: {response.status_code} ")
    assert error.reason in str(error)
    assert type(error) is kind


def test_the_text_of_an_error():
    server = Server(json_response({**PLAN, "trace_id": "1-67"}, 429, x_request_id="r-9"))
    assert str(Side(False).error(server, READ, path={"thingId": "a b"})) == (
        f"GET {BASE}/things/a%20b: 429 PlanLimitReachedError: Limit of your plan (trace 1-67, request r-9)"
    )
    server = Server(json_response({"reason": "Wait", "remainingSeconds": 12.5}, 429))
    assert str(Side(False).error(server, PAY, options=NO_RETRIES)).endswith(": 429 Wait (wait 12.5 s)")


TRANSPORT: list[tuple[Exception, type[ConnectionFailed], bool]] = [
    (httpx.ConnectError("[Errno 111] Connection refused"), ConnectionFailed, False),
    (httpx.ConnectTimeout("timed out"), RequestTimeout, False),
    (httpx.PoolTimeout(""), RequestTimeout, False),
    (httpx.ReadTimeout("timed out"), RequestTimeout, True),
    (httpx.WriteTimeout("timed out"), RequestTimeout, True),
    (httpx.ReadError("reset by peer"), ConnectionFailed, True),
    (httpx.WriteError("broken pipe"), ConnectionFailed, True),
    (httpx.RemoteProtocolError("Server disconnected without sending a response."), ConnectionFailed, True),
    (httpx.DecodingError("incorrect header check"), ConnectionFailed, True),
    (httpx.ProxyError("407"), ConnectionFailed, True),
]


@pytest.mark.parametrize(("failure", "kind", "started"), TRANSPORT)
def test_failures_of_the_transport(side: Side, failure: Exception, kind: type[ConnectionFailed], started: bool):
    error: Any = side.error(Server(failure), PAY, options=NO_RETRIES)
    assert error.may_have_started is started
    assert error.cause is failure
    assert error.__cause__ is failure
    assert (error.method, error.url) == ("POST", f"{BASE}/generate/thing")
    assert error.request.url.path == "/v1/generate/thing"
    assert type(failure).__name__ in str(error)
    assert ("may have been carried out" in str(error)) is started
    assert type(error) is kind


def test_a_refused_connection_on_a_real_socket(side: Side):
    error: Any = side.error(None, LIST, settings={"base_url": "http://127.0.0.1:9/v1", "max_retries": 0})
    assert type(error) is ConnectionFailed
    assert error.may_have_started is False
    assert str(error).startswith("GET http://127.0.0.1:9/v1/things: ")


class _Cut(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __iter__(self) -> Any:
        yield b'{"models": ['
        raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")

    async def __aiter__(self) -> Any:
        for part in self:
            yield part


def test_a_body_that_is_cut(side: Side):
    error: Any = side.error(lambda _: httpx.Response(200, stream=_Cut()), PAY, options=NO_RETRIES)
    assert type(error) is ConnectionFailed
    assert error.may_have_started is True


BAD: dict[str, tuple[httpx.Response, str]] = {
    "HTML": (html(200), "200 with text/html instead of JSON: <html> <head><title>200 Bad Gateway</title>"),
    "empty": (httpx.Response(200), "200 with no type instead of JSON: nothing"),
    "204": (httpx.Response(204), "204 with no type instead of JSON: nothing"),
    "cut": (
        httpx.Response(200, text='{"a": ', headers={"content-type": "application/json"}),
        '200 with application/json instead of JSON: {"a":',
    ),
    "long": (httpx.Response(269, text="x" * 500), "x" * 119 + "…"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_2xx_that_is_no_json(side: Side, case: str):
    response, text = BAD[case]
    error: Any = side.error(Server(response), PAY)
    assert type(error) is BadAnswer
    assert text in str(error)
    assert (error.status, error.body) == (response.status_code, response.text)
    assert error.http_response is not None
    assert error.__context__ is None


@pytest.mark.parametrize(
    ("content", "unwrap", "expected"),
    [
        ([1], None, "a JSON object"),
        (None, None, "a JSON object"),
        ({"other": {}}, "thing", "a JSON object with an object 'thing'"),
        ({"thing": None}, "thing", "a JSON object with an object 'thing'"),
        ("text", "thing", "a JSON object with an object 'thing'"),
    ],
)
def test_json_that_is_not_the_object(side: Side, content: Any, unwrap: str | None, expected: str):
    client = side.client(Server(json_response(content)))
    with pytest.raises(BadAnswer, match=f"instead of {expected}: ") as caught:
        side.run(client.call(LIST, Thing, unwrap=unwrap))
    assert caught.value.body == content


def every_error() -> list[ScenarioError]:
    job = Thing({"jobId": "job_1", "status": "failure", "metadata": {"error": "It broke.", "hint": "Retry"}})
    side = Side(False)
    return [
        *(side.error(Server(response), PAY, options=NO_RETRIES) for response, _, _ in CASES.values()),
        *(side.error(Server(failure), PAY, options=NO_RETRIES) for failure, _, _ in TRANSPORT),
        *(side.error(Server(response), PAY) for response, _ in BAD.values()),
        errors.ConfigError("no keys"),
        errors.PaginationError("token 'a' came twice"),
        errors.JobFailed(job),
        errors.JobCanceled(job),
        errors.JobTimeout(job, 600.0),
        errors.BudgetExceeded(3.0, 8.0, 10.0),
        errors.DownloadError("cut", "https://cdn.test/a?Signature=s"),
    ]


@pytest.mark.parametrize("error", every_error(), ids=lambda error: type(error).__name__)
def test_errors_are_copied_and_pickled_without_connections(error: Any):
    error.add_note("seen in a test") if hasattr(error, "add_note") else None
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert other.args == error.args
        for name in ("http_response", "request", "cause"):
            assert getattr(other, name, None) is None
        kept = {name: value for name, value in vars(error).items() if name not in ("http_response", "request", "cause")}
        assert vars(other) == kept


def test_the_other_errors_say_what_happened():
    job = Thing({"jobId": "job_1", "status": "failure", "metadata": {"error": "It broke.", "hint": "Retry"}})
    failed = errors.JobFailed(job)
    assert (str(failed), failed.error, failed.hint) == (
        "job job_1 ended with status failure: It broke. Retry",
        "It broke.",
        "Retry",
    )
    odd = errors.JobCanceled(Thing({"jobId": "job_1", "status": "canceled", "error": {}, "metadata": []}))
    assert (str(odd), odd.error) == ("job job_1 ended with status canceled", None)
    assert isinstance(odd, errors.JobFailed)
    assert str(errors.JobTimeout(job, 600.0)) == "job job_1 has status failure after 600 s; it runs on"
    assert str(errors.JobTimeout(None, 5)) == "the job was not seen within 5 s"
    assert str(errors.BudgetExceeded(3.0, 8.0, 10.0)) == "it costs 3 CU, 8 of 10 CU are spent; not run"
    assert str(errors.BudgetExceeded(None, 8.0, 10.0)) == "no price can be had, and 8 of 10 CU are spent; not run"
    assert errors.DownloadError("cut", "https://cdn.test/a?Signature=s").url == "https://cdn.test/a?Signature=***"


def test_every_class_is_a_scenario_error_and_in_the_overview():
    classes = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__]
    assert len(classes) > 25
    for kind in classes:
        assert issubclass(kind, ScenarioError)
        assert kind.__doc__
        assert kind.__name__ in (errors.__doc__ or "")


def test_a_traceback_shows_the_transports_own_words():
    error = Side(False).error(Server(httpx.ConnectError("Connection refused")), LIST, options=NO_RETRIES)
    assert "httpx.ConnectError: Connection refused" in "".join(traceback.format_exception(error))
