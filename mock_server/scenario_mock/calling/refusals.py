"""What a refusal says: what is wrong, and what to do next. What a server said is shown without control characters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from ..terminal import printable

KEYS = "SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET"
LONGEST = 500
HINTS = {
    401: f"set {KEYS}, or give --api-key and --api-secret",
    403: "another key or another plan may do this",
    404: "the id may belong to another key, or to another server: see --base-url",
    429: "try again later",
}


class Refused(Exception):
    """The server said no, or nothing; the message says what and what to do."""


def json_of(answer: httpx.Response) -> Any:
    """The JSON of an answer. Raises Refused for a refusal, and for what is no JSON."""
    try:
        content = answer.json()
    except ValueError:
        content = None
    if not answer.is_success:
        raise Refused(refusal(answer, content))
    if content is None:
        raise Refused(f"{answer.request.url.host} answers {answer.status_code} without JSON; is --base-url right?")
    return content


def unreached(base_url: str, error: httpx.HTTPError | httpx.InvalidURL, timeout_s: float) -> str:
    """What to say where no answer came."""
    if isinstance(error, httpx.TimeoutException):
        return f"{base_url} did not answer within {timeout_s:g} s"
    return f"nothing answers at {base_url} ({printable(str(error))}); start a mock with: scenario-mock serve"


def refusal(answer: httpx.Response, content: Any) -> str:
    """Status and reason in the first line, the other violations and what to do next below."""
    body = content if isinstance(content, Mapping) else {}
    reason = next((body[name] for name in ("reason", "error", "message") if body.get(name)), None)
    lines = [f"{answer.status_code}: {_shown(reason or answer.text or answer.reason_phrase)}"]
    details = body.get("details")
    violations = details.get("violations", ()) if isinstance(details, Mapping) else ()
    lines += [_shown(f"{one.get('place')} {one.get('at')}: {one.get('message')}") for one in violations[1:]]
    wait = body.get("remainingSeconds")
    hint = f"try again in {wait:g} s" if isinstance(wait, int | float) else HINTS.get(answer.status_code)
    return "\n  ".join([*lines, hint] if hint else lines)


def _shown(text: Any) -> str:
    shown = printable(" ".join(str(text).split()))
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"
