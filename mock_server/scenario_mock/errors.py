"""What can go wrong, as one table of constructors and one renderer.

The service's application errors have `reason`, those of the gateway in front of it have `message`
(recorded live); the search guide prints `error` and `code`. Everything that refuses a request raises
`ApiError`; `body()` is the only place that turns one into JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
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
