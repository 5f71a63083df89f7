"""A stand-in of the live service, to hold live mode against: the mock, lenient as the service was recorded to be,
behind a door that demands keys, limits the rate, charges, and writes down what it saw.

What it counts is its own: nothing here knows the guard. The door has no routes of a mock but the files, whose addresses
stand in the answers.

| what | as the service |
|---|---|
| keys | only the pair it was given; 401 otherwise |
| rate | more than `per_second` calls in any second: 429 with `Retry-After`, or with `remainingSeconds` in the body |
| charge | each paid call that ran: its price, taken from `balance` |
| leniency | `Settings.profile` live |
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenario_mock import Mock, Settings
from scenario_mock.contract import Operation
from scenario_mock.delivery import Receive, Send
from scenario_mock.files import ROUTE

from contract_tests.serving import serving_here

KEYS = ("live-key", "live-canary-secret-7Q2xV")
COOLDOWN_S = 1
HTML = (404, b"text/html", b"<html><body>Not Found</body></html>")


@dataclass(frozen=True)
class Seen:
    """One request as the service saw it, and what it made of it. `at` in seconds of the machine's own clock."""

    at: float
    method: str
    path: str
    query: str
    operation: Operation | None
    status: int
    answer: Any
    """The JSON of the answer; None when it has none."""
    authorized: bool
    """Whether it came with credentials."""

    @property
    def ran(self) -> bool:
        """Whether it was done: not refused, and no dry run."""
        return self.status < 300 and self.status != 269

    @property
    def changed(self) -> bool:
        """Whether something is not as before."""
        changes = self.operation is None or not self.operation.extensions["x-read-only"]
        return self.ran and changes and self.method not in ("GET", "HEAD", "OPTIONS")

    @property
    def asked_to_change(self) -> bool:
        """Whether it would have changed something, had it been accepted."""
        if self.operation is None:
            return self.method not in ("GET", "HEAD", "OPTIONS")
        return not self.operation.extensions["x-read-only"]

    @property
    def units(self) -> float:
        """What was charged for it."""
        paid = self.ran and self.operation is not None and self.operation.extensions["x-spends-credits"]
        return float((self.answer or {}).get("creativeUnitsCost") or 0.0) if paid else 0.0

    @property
    def job_id(self) -> str | None:
        """The job that it started."""
        job = self.answer.get("job") if isinstance(self.answer, dict) and self.units else None
        return job["jobId"] if isinstance(job, dict) else None


@dataclass
class StandIn:
    """An ASGI app: the door, its rules, and its book."""

    mock: Mock
    per_second: int | None = None
    hint: str = "header"
    """Where a 429 says how long to wait: `header` or `body`."""
    balance: float = 10_000.0
    book: list[Seen] = field(default_factory=list)

    @property
    def charged(self) -> float:
        """Creative units taken so far."""
        return sum(seen.units for seen in self.book)

    def of(self, operation_id: str) -> list[Seen]:
        """What was seen of one operation."""
        return [seen for seen in self.book if seen.operation and seen.operation.id == operation_id]

    def busiest(self, seconds: float) -> int:
        """The most requests in any window of so many seconds."""
        times = sorted(seen.at for seen in self.book)
        return max((sum(1 for other in times[i:] if other - at < seconds) for i, at in enumerate(times)), default=0)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        at, path = time.monotonic(), scope["path"]
        if path.startswith("/__mock__/") and not path.startswith(ROUTE):
            await self._answer(scope, at, *HTML, {}, send)
        elif path.startswith("/v1/") and self._is_too_fast(at):
            said = {"reason": "Please wait before trying again"}
            body = said | ({"remainingSeconds": COOLDOWN_S} if self.hint == "body" else {})
            headers = {b"retry-after": str(COOLDOWN_S).encode()} if self.hint == "header" else {}
            await self._answer(scope, at, 429, b"application/json", json.dumps(body).encode(), headers, send)
        else:
            parts: list[bytes] = []
            status = 0

            async def watching(message: Any) -> None:
                nonlocal status
                status = message.get("status", status)
                parts.append(message.get("body", b""))
                await send(message)

            await self.mock(scope, receive, watching)
            self._write_down(scope, at, status, b"".join(parts))

    def _is_too_fast(self, at: float) -> bool:
        if self.per_second is None:
            return False
        return sum(1 for seen in self.book if at - seen.at < 1 and seen.status != 429) >= self.per_second

    async def _answer(
        self,
        scope: MutableMapping[str, Any],
        at: float,
        status: int,
        kind: bytes,
        body: bytes,
        headers: dict[bytes, bytes],
        send: Send,
    ) -> None:
        lines = {b"content-type": kind, b"content-length": str(len(body)).encode(), **headers}
        await send({"type": "http.response.start", "status": status, "headers": list(lines.items())})
        await send({"type": "http.response.body", "body": body})
        self._write_down(scope, at, status, body)

    def _write_down(self, scope: MutableMapping[str, Any], at: float, status: int, body: bytes) -> None:
        found = self.mock.contract.route(scope["method"], scope["path"].removeprefix("/v1"))
        seen = Seen(
            at=at,
            method=scope["method"],
            path=scope["path"],
            query=scope["query_string"].decode("latin-1"),
            operation=None if isinstance(found, list) else found[0],
            status=status,
            answer=_json(body),
            authorized=any(name == b"authorization" for name, _ in scope["headers"]),
        )
        self.book.append(seen)
        self.balance -= seen.units


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


@contextmanager
def standing_in(
    *,
    per_second: int | None = None,
    hint: str = "header",
    job_seconds: float = 0.2,
    certificate: tuple[Path, Path] | None = None,
) -> Iterator[tuple[StandIn, dict[str, str]]]:
    """The stand-in on a free port, and the environment that points live mode at it.

    `certificate` is a file of its certificate and one of its key: then it speaks https.
    """
    settings = Settings(api_key=KEYS[0], api_secret=KEYS[1], profile="live", job_seconds=job_seconds)
    stand_in = StandIn(Mock(settings), per_second=per_second, hint=hint)
    with serving_here(stand_in, certificate=certificate) as url:
        yield (
            stand_in,
            {
                "SCENARIO_BASE_URL": url,
                "SCENARIO_SDK_API_KEY": KEYS[0],
                "SCENARIO_SDK_API_SECRET": KEYS[1],
            },
        )
