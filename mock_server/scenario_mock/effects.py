"""What a fault does to an answer, as one table by name.

An effect that `replaces` needs no answer: the call is not carried out, unless the fault says so. The others take the
real answer and spoil it. `failJob` and `latency` leave the answer as it is: the job's plan, or the time, is what they
change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .encoding import encode
from .errors import FAILURES
from .messages import Delivery, Response

JSON = "application/json"
HTML = "text/html; charset=utf-8"
PAGE = "<html>\n<head><title>Scenario</title></head>\n<body><p>Sign in to continue</p></body>\n</html>\n"
SLOW_BYTES_PER_SECOND = 1000.0

Options = Mapping[str, Any]
"""The fields of a fault that its effect may use: `status`, `fields`, `bytesPerSecond`, `job`."""


@dataclass(frozen=True)
class Effect:
    """Whether an answer is needed, and what becomes of it (nothing: an empty one, where none is needed)."""

    replaces: bool
    apply: Callable[[Response, Options], Response]


NOTHING = Response(200, {}, b"")


def answer(status: int, content_type: str, body: bytes) -> Response:
    """A response with these bytes."""
    return Response(status, {"Content-Type": content_type, "Content-Length": str(len(body))}, body)


def failed(name: str, options: Options) -> Response:
    """The answer called `name` in `errors.FAILURES`, with the fault's `status` and `fields` laid over it."""
    known = FAILURES[name]
    status, fields = options.get("status", known.status), {**known.fields, **options.get("fields", {})}
    if known.page is not None and not fields:
        return answer(status, HTML, known.page.encode())
    return answer(status, JSON, encode(fields))


def _with_body(response: Response, body: bytes) -> Response:
    return replace(response, headers={**response.headers, "Content-Length": str(len(body))}, body=body)


def _truncated(response: Response, options: Options) -> Response:
    return _with_body(response, response.body[: len(response.body) // 2])


def _malformed(response: Response, options: Options) -> Response:
    """As from a program that writes JSON by hand: a comma too many."""
    return _with_body(response, response.body[:-1] + b"," + response.body[-1:])


def _mislabelled(response: Response, options: Options) -> Response:
    return replace(response, headers={**response.headers, "Content-Type": "text/plain; charset=utf-8"})


def _brought(**how: Any) -> Callable[[Response, Options], Response]:
    return lambda response, options: replace(response, delivery=Delivery(**how))


def _slow(response: Response, options: Options) -> Response:
    return replace(response, delivery=Delivery(bytes_per_second=options.get("bytesPerSecond", SLOW_BYTES_PER_SECOND)))


def _failure(name: str) -> Effect:
    return Effect(True, lambda response, options: failed(name, options))


EFFECTS: Mapping[str, Effect] = {
    **{name: _failure(name) for name in FAILURES},
    "hang": Effect(True, _brought(hang=True)),
    "cut": Effect(True, _brought(cut_after=0.0)),
    "cutBody": Effect(False, _brought(cut_after=0.5)),
    "slowBody": Effect(False, _slow),
    "truncatedJson": Effect(False, _truncated),
    "malformedJson": Effect(False, _malformed),
    "wrongContentType": Effect(False, _mislabelled),
    "htmlPage": Effect(True, lambda response, options: answer(200, HTML, PAGE.encode())),
    "emptyBody": Effect(False, lambda response, options: _with_body(response, b"")),
    "latency": Effect(False, lambda response, options: response),
    "failJob": Effect(False, lambda response, options: response),
}
"""Every effect by name."""


def delayed(response: Response, seconds: float) -> Response:
    """The response, so much later."""
    delivery = response.delivery or Delivery()
    return replace(response, delivery=replace(delivery, delay_s=delivery.delay_s + seconds))
