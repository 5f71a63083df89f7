"""What can go wrong, as one table of constructors and one renderer.

The service's application errors have `reason`, those of the gateway in front of it have `message`
(recorded live); the search guide prints `error` and `code`. Everything that refuses a request raises
`ApiError`; `body()` is the only place that turns one into JSON. `FAILURES` are those that do not follow from a request:
they come when a fault, a limit or a preference asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TEXTS = ("reason", "message", "error")
LONGEST_TEXT = 1_000
"""Characters: a text may quote an id or a value of any length from the request."""


class ApiError(Exception):
    """A refusal with its HTTP status and the fields of its body (see the contract's `Error`)."""

    def __init__(self, status: int, fields: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> None:
        super().__init__(str(fields.get("reason") or fields.get("message") or fields.get("error") or status))
        self.status = status
        self.fields = {name: _short(value) if name in TEXTS else value for name, value in fields.items()}
        self.headers = dict(headers or {})

    def body(self) -> dict[str, Any]:
        """The JSON object that goes on the wire."""
        return dict(self.fields)


def _short(text: Any) -> Any:
    return text[:LONGEST_TEXT] + "…" if isinstance(text, str) and len(text) > LONGEST_TEXT else text


def bad_request(reason: str, **more: Any) -> ApiError:
    """400: the request breaks the contract or a rule of the thing it addresses."""
    return ApiError(400, {"reason": reason, **more})


def unauthorized(reason: str) -> ApiError:
    """401: no credentials, or credentials that cannot be read.

    `message` is what a gateway's authorizer sends; `reason` says which part could not be read.
    """
    return ApiError(401, {"message": "Unauthorized", "reason": reason}, {"WWW-Authenticate": 'Basic realm="scenario"'})


def forbidden(reason: str, **more: Any) -> ApiError:
    """403: the credentials are readable and not allowed to do this."""
    return ApiError(403, {"reason": reason, **more})


def not_found(reason: str) -> ApiError:
    """404: no such thing, or not one that the caller may see."""
    return ApiError(404, {"reason": reason})


def method_not_allowed(allowed: str) -> ApiError:
    """405: the path exists, the method does not; `allowed` is the value of the Allow header."""
    return ApiError(405, {"message": "Method Not Allowed"}, {"Allow": allowed})


def content_too_large(limit: int) -> ApiError:
    """413: the body is above the gateway's limit, in bytes."""
    return ApiError(413, {"message": "Request Entity Too Large", "details": {"limitBytes": limit}})


def unsupported_media_type(got: str) -> ApiError:
    """415: the body is not JSON."""
    return ApiError(415, {"message": "Unsupported Media Type", "reason": f"Expected application/json, got {got}"})


def not_implemented(operation_id: str) -> ApiError:
    """501: the mock has no handler for this operation yet; the coverage table lists it."""
    return ApiError(501, {"reason": f"{operation_id} is not implemented by the mock", "name": "NotImplemented"})


@dataclass(frozen=True)
class Failure:
    """An answer that the service gives when something is wrong with it or with the caller's account."""

    status: int
    fields: Mapping[str, Any]
    """Its JSON body; empty for a page of HTML."""
    page: str | None = None
    """The HTML that comes instead."""


BAD_GATEWAY = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body><h1>502 Bad Gateway</h1></body>\n</html>\n"

FAILURES: Mapping[str, Failure] = {
    "badRequest": Failure(400, {"reason": "Input prompt is required"}),
    "unauthorized": Failure(401, {"message": "Unauthorized"}),
    "planRestricted": Failure(
        403,
        {
            "reason": "This model is not available on your plan",
            "name": "ModelAccessRestrictedError",
            "modelId": "model_imagen4-ultra",
            "requiredPlan": "cu-pro-q3-25",
        },
    ),
    "keyNotAllowed": Failure(403, {"message": "API Keys cannot access protected resources"}),
    "notFound": Failure(404, {"reason": "Not found"}),
    "gone": Failure(410, {"reason": "Creating SD 1.5 and SDXL models is no longer available."}),
    "contentTooLarge": Failure(413, {"message": "Request Entity Too Large"}),
    "cooldown": Failure(429, {"reason": "Please wait before trying again", "remainingSeconds": 12}),
    "concurrency": Failure(429, {"reason": "Too many concurrent jobs", "name": "ConcurrencyLimitReachedError"}),
    "planLimit": Failure(
        429,
        {
            "reason": "You have reached the limit of your plan",
            "name": "PlanLimitReachedError",
            "details": {"limit": 0, "feature": "parallel-generation"},
        },
    ),
    "quota": Failure(429, {"error": "Quota exceeded for search", "code": "QUOTA_EXCEEDED"}),
    "internal": Failure(500, {"reason": "Internal error", "trace_id": "1-67a1b2c3-0123456789abcdef01234567"}),
    "badGateway": Failure(502, {}, BAD_GATEWAY),
    "unavailable": Failure(503, {"message": "Service Unavailable"}),
}
"""Every failure that can be asked for, by name; the first of a status is the one that its number stands for.

The bodies of 400, 403, 404, 410, 429, 502 and 503 were recorded; that of `quota` is the search guide's, and those of
401, 413 and 500 are concluded.
"""


def failure(name: str, **more: Any) -> ApiError:
    """The refusal called `name` in `FAILURES`, with `more` laid over its body; not for a page of HTML."""
    known = FAILURES[name]
    return ApiError(known.status, {**known.fields, **more})
