"""What stands between the suite and its target: nothing is sent that the limits forbid, and everything sent is seen.

| limit | what happens |
|---|---|
| read only | a call that the contract does not mark `x-read-only` is refused: the test is skipped |
| spend | a call that `x-spends-credits` is priced by a dry run first; past the limit it is refused |
| requests, seconds | past the limit every call is refused |
| rate | a call waits for its turn |

A 429 is waited out as the answer asks, a few times. Every request counts, those of the guard itself included. Jobs that
the suite started and that have not ended are canceled at the end (`Guard.started`).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
from requests import PreparedRequest
from requests import Response as RequestsResponse
from requests.adapters import HTTPAdapter
from scenario_mock.contract import Contract, Operation

from .exchanges import Exchange, exchange_of
from .options import Limits

TRIES = 5
"""How often a call is sent that is answered with 429."""
LONGEST_WAIT_S = 60.0


@dataclass
class Spent:
    """What has been sent so far."""

    requests: int = 0
    units: float = 0.0
    refused: dict[str, int] = field(default_factory=dict)
    """Reason -> how many calls were not sent."""


@dataclass(frozen=True)
class Asked:
    """One request that is about to be sent."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Got:
    """Its answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Sender = Callable[[Asked], Got]


class Guard:
    """Lets calls of one run through. `wait` lets seconds pass for the target, `secrets` never stand in an exchange."""

    def __init__(
        self,
        contract: Contract,
        base_url: str,
        limits: Limits,
        *,
        wait: Callable[[float], None] = time.sleep,
        secrets: tuple[str, ...] = (),
    ) -> None:
        self.limits, self.spent = limits, Spent()
        self.seen: list[Callable[[Exchange], None]] = []
        """Called with every exchange."""
        self.started: dict[str, str] = {}
        """Jobs that were started by this run: id -> operationId."""
        self._contract, self._base = contract, urlsplit(base_url)
        self._wait, self._secrets = wait, secrets
        self._begun, self._next = time.monotonic(), 0.0

    def operation(self, method: str, url: str) -> Operation | None:
        """The operation that a request is for; None: it is no operation of the contract."""
        parts = urlsplit(url)
        if parts.netloc != self._base.netloc or not parts.path.startswith(self._base.path + "/"):
            return None
        found = self._contract.route(method, parts.path[len(self._base.path) :])
        return None if isinstance(found, list) else found[0]

    def reads(self, operation_id: str) -> bool:
        """Whether an operation changes nothing and costs nothing."""
        return bool(self._contract.operations[operation_id].extensions["x-read-only"])

    def passed(self, asked: Asked, send: Sender) -> Got:
        """Send a request if the limits allow it, again after a 429; skips the test when they do not."""
        operation = self.operation(asked.method, asked.url)
        ours = urlsplit(asked.url).netloc == self._base.netloc
        self._admit(operation, asked, ours)
        cost = self._priced(operation, asked, send)
        got = self._sent(operation, asked, send)
        for attempt in range(TRIES - 1):
            if got.status != 429:
                break
            self._wait(_asked_to_wait(got, attempt))
            got = self._sent(operation, asked, send)
        if cost and got.status < 300:
            self.spent.units += cost
        self._note_job(operation, asked, got)
        return got

    # ---- limits ------------------------------------------------------------------------------------------------------

    def _admit(self, operation: Operation | None, asked: Asked, ours: bool) -> None:
        if not self.limits.read_only or not ours:
            return
        reads = operation.extensions["x-read-only"] if operation else asked.method in ("GET", "HEAD", "OPTIONS")
        if not reads:
            self._refuse("read only")

    def _priced(self, operation: Operation | None, asked: Asked, send: Sender) -> float:
        """What the call costs; 0 when nobody asked for a limit."""
        if self.limits.max_spend is None or operation is None or not operation.extensions["x-spends-credits"]:
            return 0.0
        parts = urlsplit(asked.url)
        if "dryRun=true" in parts.query:
            return 0.0
        query = "&".join(filter(None, [parts.query, urlencode({"dryRun": "true"})]))
        priced = self._sent(
            operation, Asked(asked.method, parts._replace(query=query).geturl(), asked.headers, asked.body), send
        )
        cost = _units(priced)
        if cost is None:
            return 0.0 if priced.status >= 400 else self._refuse("a call that a dry run has no price for")
        if self.spent.units + cost > self.limits.max_spend:
            self._refuse(f"{self.limits.max_spend:g} CU are the limit")
        return cost

    def _sent(self, operation: Operation | None, asked: Asked, send: Sender) -> Got:
        limits, now = self.limits, time.monotonic()
        if limits.max_requests is not None and self.spent.requests >= limits.max_requests:
            self._refuse(f"{limits.max_requests} requests are the limit")
        if limits.seconds is not None and now - self._begun > limits.seconds:
            self._refuse(f"{limits.seconds:g} s are the limit")
        if limits.rate:
            time.sleep(max(0.0, self._next - now))
            self._next = max(self._next, now) + 1 / limits.rate
        self.spent.requests += 1
        begun = time.monotonic()
        got = send(asked)
        exchange = exchange_of(
            operation.id if operation else None,
            asked.method,
            asked.url,
            asked.headers,
            asked.body,
            got.status,
            got.headers,
            got.body,
            time.monotonic() - begun,
            self._secrets,
        )
        for listener in self.seen:
            listener(exchange)
        return got

    def _refuse(self, reason: str) -> Any:
        self.spent.refused[reason] = self.spent.refused.get(reason, 0) + 1
        pytest.skip(f"not sent: {reason}")

    def _note_job(self, operation: Operation | None, asked: Asked, got: Got) -> None:
        if operation is None or operation.extensions["x-read-only"] or got.status >= 300:
            return
        job = _json(got).get("job")
        if isinstance(job, dict) and isinstance(job.get("jobId"), str) and operation.tag == "generate":
            self.started[job["jobId"]] = operation.id


def _units(got: Got) -> float | None:
    cost = _json(got).get("creativeUnitsCost")
    return float(cost) if isinstance(cost, int | float) and not isinstance(cost, bool) else None


def _json(got: Got) -> dict[str, Any]:
    try:
        found = json.loads(got.body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _asked_to_wait(got: Got, attempt: int) -> float:
    """Seconds to wait after a 429: what the answer says, else twice as long each time."""
    header = next((value for name, value in got.headers.items() if name.lower() == "retry-after"), "")
    said = float(header) if header.replace(".", "", 1).isdecimal() else _json(got).get("remainingSeconds")
    seconds = float(said) if isinstance(said, int | float) and not isinstance(said, bool) else 2.0**attempt
    return min(max(seconds, 0.1), LONGEST_WAIT_S)


class GuardedTransport(httpx.BaseTransport):
    """An httpx transport whose requests pass a guard."""

    def __init__(self, guard: Guard, inner: httpx.BaseTransport) -> None:
        self._guard, self._inner = guard, inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        kept: list[httpx.Response] = []

        def send(asked: Asked) -> Got:
            again = httpx.Request(
                asked.method, asked.url, headers=request.headers, content=asked.body, extensions=request.extensions
            )
            response = self._inner.handle_request(again)
            raw = b"".join(response.iter_raw())
            response.close()
            # Whoever called reads the answer from a stream again, as from the wire.
            kept.append(
                httpx.Response(
                    response.status_code,
                    headers=response.headers,
                    stream=httpx.ByteStream(raw),
                    request=request,
                    extensions=response.extensions,
                )
            )
            read = httpx.Response(response.status_code, headers=response.headers, content=raw)
            return Got(response.status_code, response.headers, read.content)

        body = request.read()
        self._guard.passed(Asked(request.method, str(request.url), request.headers, body), send)
        return kept[-1]

    def close(self) -> None:
        self._inner.close()


class GuardedAdapter(HTTPAdapter):
    """The same for requests, which schemathesis and the vendor's tools speak."""

    def __init__(self, guard: Guard) -> None:
        super().__init__()
        self._guard = guard

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> RequestsResponse:
        kept: list[RequestsResponse] = []

        def send(asked: Asked) -> Got:
            again = request.copy()
            again.url = asked.url
            response = super(GuardedAdapter, self).send(again, *args, **kwargs)
            kept.append(response)
            return Got(response.status_code, dict(response.headers), response.content or b"")

        body = request.body or b""
        content = body.encode() if isinstance(body, str) else body if isinstance(body, bytes) else b""
        headers = {
            name: value if isinstance(value, str) else value.decode("latin-1")
            for name, value in request.headers.items()
        }
        self._guard.passed(Asked(str(request.method), str(request.url), headers, content), send)
        return kept[-1]
