"""Which error an event is: an answer outside 2xx, a 2xx without JSON, a failure of the transport.

Whatever a server or transport says is cleaned of the client's own keys before it becomes a text or an attribute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import redact
from .errors import (
    ApiError,
    BadAnswer,
    BadRequest,
    ConcurrencyLimitReached,
    Conflict,
    ConnectionFailed,
    ContentTooLarge,
    CooldownActive,
    Forbidden,
    GatewayError,
    Gone,
    NotBuilt,
    NotFound,
    PlanLimitReached,
    PlanRestricted,
    QuotaExceeded,
    RateLimited,
    RequestTimeout,
    ServerError,
    Unauthorized,
    Unprocessable,
    text_of,
)
from .wire import decode, seconds_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    410: Gone,
    413: ContentTooLarge,
    422: Unprocessable,
    429: RateLimited,
    501: NotBuilt,
    502: GatewayError,
    503: GatewayError,
    504: GatewayError,
}

#: Headers that name a request, the service's own first.
REQUEST_IDS = ("x-request-id", "x-amzn-requestid", "apigw-requestid", "x-amz-apigw-id", "x-amzn-trace-id", "cf-ray")

#: Failures of the transport that come before anything was sent.
NEVER_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"})

#: As much as a message shows of a body that is no JSON.
LONGEST_QUOTE = 120


def from_response(response: httpx.Response, secrets: Sequence[str] = ()) -> ApiError:
    """The error that an answer outside 2xx stands for, chosen by its status and by what its body means.

    `secrets` are replaced wherever the server repeats them.
    """
    status, headers = response.status_code, response.headers
    try:
        body, is_json = redact.value(decode(response.content), secrets), True
    except ValueError:
        body, is_json = redact.text(response.text, secrets), False
    fields = body if isinstance(body, dict) else {}
    nested = fields.get("error")
    inner = nested if isinstance(nested, dict) else {}

    def field(*names: str) -> str | None:
        return next((text for source in (fields, inner) for name in names if (text := text_of(source.get(name)))), None)

    name, code = field("name"), field("code")
    error = _class_of(status, name, code, fields, is_json)()
    error.status, error.name, error.code, error.body = status, name, code, body
    error.reason = _reason(response, field("reason", "message", "error"), body, secrets)
    error.details = fields.get("details")
    error.trace_id = field("trace_id", "traceId") or _header(headers, ("x-amzn-trace-id",), secrets)
    error.request_id = _header(headers, REQUEST_IDS, secrets)
    error.remaining_seconds = seconds_of(fields.get("remainingSeconds"))
    error.method, error.url = _place(response.request, secrets)
    error.http_response = response
    if isinstance(error, PlanRestricted):
        more = error.details if isinstance(error.details, dict) else {}
        error.model_id = text_of(fields.get("modelId") or more.get("modelId"))
        error.required_plan = text_of(fields.get("requiredPlan") or more.get("requiredPlan"))
    error.args = (_message(error),)
    return error


def from_transport(
    failure: httpx.RequestError, request: httpx.Request, secrets: Sequence[str] = ()
) -> ConnectionFailed:
    """The error that a failure of the transport stands for. A cause whose text holds a secret is not kept."""
    import httpx

    kind, words = type(failure).__name__, str(failure)
    clean = redact.text(words, secrets)
    late = isinstance(failure, httpx.TimeoutException)
    method, url = _place(request, secrets)
    started = kind not in NEVER_SENT
    note = "; the request may have been carried out" if started and method not in ("GET", "HEAD") else ""
    error = (RequestTimeout if late else ConnectionFailed)(f"{method} {url}: {clean or kind} ({kind}){note}")
    error.request, error.method, error.url, error.may_have_started = request, method, url, started
    error.cause = failure if clean == words else type(failure)(clean)
    return error


def bad_answer(response: httpx.Response, expected: str = "JSON", secrets: Sequence[str] = ()) -> BadAnswer:
    """The error for a 2xx whose body is not what it should be; `expected` completes "instead of"."""
    method, url = _place(response.request, secrets)
    kind = response.headers.get("content-type", "").partition(";")[0]
    shown = _quote(redact.text(response.text, secrets)) if response.content else "nothing"
    error = BadAnswer(f"{method} {url}: {response.status_code} with {kind or 'no type'} instead of {expected}: {shown}")
    try:
        error.body = redact.value(decode(response.content), secrets)
    except ValueError:
        error.body = redact.text(response.text, secrets)
    error.status, error.method, error.url, error.http_response = response.status_code, method, url, response
    return error


def _class_of(
    status: int, name: str | None, code: str | None, fields: Mapping[str, Any], is_json: bool
) -> type[ApiError]:
    """What the body means counts more than the status, which several meanings share."""
    if 400 <= status < 500 and code == "QUOTA_EXCEEDED":
        return QuotaExceeded
    if status == 429:
        if name == "PlanLimitReachedError":
            return PlanLimitReached
        if name is not None and name.startswith("Concurren"):
            return ConcurrencyLimitReached
        return CooldownActive if seconds_of(fields.get("remainingSeconds")) is not None else RateLimited
    if status == 403 and (name == "ModelAccessRestrictedError" or fields.get("requiredPlan")):
        return PlanRestricted
    if status >= 500 and status != 501:
        return BY_STATUS.get(status, ServerError) if is_json else GatewayError
    return BY_STATUS.get(status, ApiError)


def _reason(response: httpx.Response, said: str | None, body: Any, secrets: Sequence[str]) -> str:
    """What the body says; else where a redirect leads; else a page's title, the text, or the status in words."""
    if said:
        return said
    if "location" in response.headers:
        place = redact.text(redact.url(response.headers["location"]), secrets)
        return f"redirect to {place}, which is not followed"
    text = body if isinstance(body, str) else ""
    before, opened, page = text.partition("<title>")
    title = " ".join(page.partition("</title>")[0].split()) if opened else ""
    plain = "" if "<" in before else _quote(before)
    return title or plain or response.reason_phrase or "no reason given"


def _message(error: ApiError) -> str:
    named = f"{error.name}: " if error.name else ""
    marks = {"wait": error.remaining_seconds, "trace": error.trace_id, "request": error.request_id}
    more = ", ".join(
        f"{mark} {value:g} s" if mark == "wait" else f"{mark} {value}" for mark, value in marks.items() if value
    )
    return f"{error.method} {error.url}: {error.status} {named}{error.reason}" + (f" ({more})" if more else "")


def _place(request: httpx.Request, secrets: Sequence[str]) -> tuple[str, str]:
    return request.method, redact.text(redact.url(request.url), secrets)


def _header(headers: Mapping[str, str], names: Sequence[str], secrets: Sequence[str]) -> str | None:
    found = next((headers[name] for name in names if headers.get(name)), None)
    return None if found is None else redact.text(found, secrets)


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
