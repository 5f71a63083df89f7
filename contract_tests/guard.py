"""What stands between the suite and its target: nothing is sent that the limits forbid, and everything sent is seen.

| limit | what happens |
|---|---|
| read only | a call that the contract does not mark `x-read-only` is refused |
| declared only | on a service that costs money, what is no operation of the contract is only read: no DELETE, no PUT |
| declared only | there, too: only jobs that this run started are canceled |
| spend | a call that `x-spends-credits` is priced by a dry run first; past the limit it is refused |
| requests, seconds | past the limit every call is refused; room is kept for canceling the jobs that were started |
| rate | a call waits for its turn |

Refused: nothing is sent and the test is skipped; of a generated test only the case, where other cases may be sent. A
dry run that the target refuses is the answer to the call: what cannot be priced is not run. A 429 is waited out as the
answer asks, a few times. Every request counts, those of the guard itself included. Credentials go to the target's host
only. `transports` are the clients' side of it, `made` knows what was started, `cleanup` ends it.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NoReturn
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest
import requests
from hypothesis import currently_in_test_context, reject
from scenario_mock.contract import Contract, Operation

from .exchanges import UNANSWERED, Exchange, exchange_of
from .made import Made, requests_to_end, starts_jobs
from .messages import Asked, Got, Sender, document_of, seconds_to_wait
from .options import Limits

TRIES = 5
"""How often a call is sent that is answered with 429."""
PRICED = 269
"""The status of a dry run (recorded)."""
READS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""The methods that are safe by HTTP itself."""


@dataclass
class Spent:
    """What has been sent so far."""

    requests: int = 0
    units: float = 0.0
    """Creative units, those of calls that are under way included."""
    refused: dict[str, int] = field(default_factory=dict)
    """Reason -> how many calls were not sent."""


class Guard:
    """Lets calls of one run through, from any thread. `wait` lets seconds pass for the target, `secrets` never stand in
    an exchange, `now` is a clock in seconds and `sleep` waits on it.
    """

    def __init__(
        self,
        contract: Contract,
        base_url: str,
        limits: Limits,
        *,
        wait: Callable[[float], None] | None = None,
        secrets: tuple[str, ...] = (),
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits, self.spent = limits, Spent()
        self.seen: list[Callable[[Exchange], None]] = []
        """Called with every exchange."""
        self.made = Made()
        self._contract, self._base = contract, urlsplit(base_url)
        self._places = {_place(base_url)}
        self._wait, self._secrets, self._now, self._sleep = wait or sleep, secrets, now, sleep
        self._begun, self._next = now(), 0.0
        self._unpriced: dict[str, str] = {}
        self._cleaning = False
        self._lock = threading.RLock()

    def operation(self, method: str, url: str) -> Operation | None:
        """The operation that a request is for; None: it is no operation of the contract."""
        path = urlsplit(url).path
        if not self.is_ours(url) or not path.startswith(self._base.path + "/"):
            return None
        found = self._contract.route(method, path[len(self._base.path) :])
        return None if isinstance(found, list) else found[0]

    def is_ours(self, url: str) -> bool:
        """Whether a URL is on the target's host and port."""
        return _place(url) in self._places

    def found_at(self, base_url: str) -> None:
        """The target is at another address, too, with the same base path."""
        self._places.add(_place(base_url))

    def reads(self, operation_id: str) -> bool:
        """Whether an operation changes nothing and costs nothing."""
        return bool(self._contract.operations[operation_id].extensions["x-read-only"])

    def passed(self, asked: Asked, send: Sender) -> Got:
        """Send a request if the limits allow it, again after a 429; skips the test when they do not."""
        operation = self.operation(asked.method, asked.url)
        if not self.is_ours(asked.url):
            asked = asked.without("authorization")
        self._admit(operation, asked)
        if operation is None or not operation.extensions["x-spends-credits"]:
            got = self._answered(operation, asked, send)
        else:
            got = self._paid(operation, asked, send)
        self.made.note(operation, got)
        return got

    @property
    def started(self) -> Mapping[str, str]:
        """Jobs that were started by this run: id -> operationId."""
        return self.made.started

    @contextmanager
    def cleaning(self) -> Iterator[None]:
        """Meanwhile the room that was kept for the end may be used; the rate still holds."""
        self._cleaning = True
        try:
            yield
        finally:
            self._cleaning = False

    # ---- what may be sent --------------------------------------------------------------------------------------------

    def _admit(self, operation: Operation | None, asked: Asked) -> None:
        reads = operation.extensions["x-read-only"] if operation else asked.method in READS
        if self.limits.read_only and not reads:
            self._refuse("read only")
        if self.limits.declared_only and operation is None and not reads:
            self._refuse(f"{asked.method} of what is no operation of the contract", whole_test=False)
        if self.limits.declared_only and operation is not None and operation.tag == "jobs" and not reads:
            found = operation.match(urlsplit(asked.url).path[len(self._base.path) :]) or {}
            if found.get("jobId") not in self.started:
                self._refuse(f"{operation.id} on a job that this run did not start")

    def _refuse(self, reason: str, *, whole_test: bool = True) -> NoReturn:
        with self._lock:
            self.spent.refused[reason] = self.spent.refused.get(reason, 0) + 1
        if not whole_test and currently_in_test_context():
            reject()  # one case of many, and the others may be sent
        pytest.skip(f"not sent: {reason}")

    # ---- what it costs -----------------------------------------------------------------------------------------------

    def _paid(self, operation: Operation, asked: Asked, send: Sender) -> Got:
        """A call that costs something: its answer, or the refusal of its dry run."""
        limit, dry = self.limits.max_spend, _is_dry(operation, asked.url)
        cost = 0.0
        if limit is not None and operation.id in self._unpriced:
            self._refuse(self._unpriced[operation.id])
        if limit is not None and not dry:
            priced = self._priced(operation, asked, send)
            if priced.status >= 400:
                return priced
            cost = self._price(operation, priced)
            self._reserve(cost, limit)
        try:
            got = self._answered(operation, asked, send)
        except pytest.skip.Exception:
            self._charge(-cost)
            raise
        if dry:
            self._must_be_free(operation, got)
        elif got.status < 300:
            self._charge(max(cost, _units(got) or 0.0) - cost)
        elif got.status < 500:  # after a 5xx nobody knows whether it was paid
            self._charge(-cost)
        return got

    def _priced(self, operation: Operation, asked: Asked, send: Sender) -> Got:
        """The answer to the same call as a dry run."""
        if not any(parameter.name == "dryRun" for parameter in operation.parameters):
            self._refuse(f"{operation.id} has no dry run that would tell its price")
        parts = urlsplit(asked.url)
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "dryRun"]
        url = parts._replace(query=urlencode([*query, ("dryRun", "true")])).geturl()
        return self._answered(operation, replace(asked, url=url), send)

    def _price(self, operation: Operation, priced: Got) -> float:
        self._must_be_free(operation, priced)
        cost = _units(priced)
        if operation.id in self._unpriced or cost is None:
            self._refuse(self._unpriced.get(operation.id, f"a dry run of {operation.id} tells no price"))
        return cost

    def _must_be_free(self, operation: Operation, got: Got) -> None:
        """A dry run that was run all the same is paid; no call of its operation is believed after that."""
        if got.status < 300 and got.status != PRICED:
            self._unpriced[operation.id] = f"a dry run of {operation.id} answered {got.status} and may have been paid"
            self._charge(_units(got) or 0.0)
            self.made.note(operation, got)

    def _reserve(self, cost: float, limit: float) -> None:
        with self._lock:
            if self.spent.units + cost > limit + 1e-9:
                self._refuse(f"{limit:g} CU are the limit")
            self.spent.units += cost

    def _charge(self, units: float) -> None:
        with self._lock:
            self.spent.units += units

    # ---- when it is sent ---------------------------------------------------------------------------------------------

    def _answered(self, operation: Operation | None, asked: Asked, send: Sender) -> Got:
        """The answer, after as many tries as a target that asks for patience gets."""
        got = self._sent(operation, asked, send)
        for attempt in range(TRIES - 1):
            seconds = seconds_to_wait(got, attempt) if got.status == 429 else None
            if seconds is None:
                break
            self._in_time(self._now() + seconds)
            self._wait(seconds)
            got = self._sent(operation, asked, send)
        return got

    def _sent(self, operation: Operation | None, asked: Asked, send: Sender) -> Got:
        self._take_turn(operation)
        begun = time.monotonic()

        def exchange(status: int, headers: Mapping[str, str], answer: bytes) -> Exchange:
            name, seconds = operation.id if operation else None, time.monotonic() - begun
            sent = asked.method, asked.url, asked.headers, asked.body
            return exchange_of(name, *sent, status, headers, answer, seconds, self._secrets)

        try:
            got = send(asked)
        except (httpx.TransportError, requests.RequestException) as error:
            vars(error)[UNANSWERED] = exchange(0, {}, b"")
            raise
        seen = exchange(got.status, got.headers, got.body or b"")
        if got.body is None:
            seen = replace(seen, answer=got.told())
        for listener in tuple(self.seen):
            listener(seen)
        return got

    def _take_turn(self, operation: Operation | None) -> None:
        """Count one request and wait until it may be sent."""
        with self._lock:
            self._in_room(operation)
            turn = max(self._next, self._now())
            self._in_time(turn)
            if self.limits.rate:
                self._next = turn + 1 / self.limits.rate
            self.spent.requests += 1
        self._sleep(max(0.0, turn - self._now()))

    def _in_room(self, operation: Operation | None) -> None:
        most = self.limits.max_requests
        if most is None:
            return
        jobs = len(self.made.open_jobs()) + (operation is not None and starts_jobs(operation))
        kept = requests_to_end(jobs) if jobs and not self._cleaning else 0
        if self.spent.requests + kept >= most:
            self._refuse(f"{most} requests are the limit")

    def _in_time(self, moment: float) -> None:
        seconds = self.limits.seconds
        if seconds is not None and not self._cleaning and moment - self._begun > seconds:
            self._refuse(f"{seconds:g} s are the limit")


def _place(url: str) -> tuple[str | None, int | None]:
    parts = urlsplit(url)
    return parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _is_dry(operation: Operation, url: str) -> bool:
    """Whether a call is a dry run, as the contract has it: in the query, once, with a word that means it."""
    words = [value for name, value in parse_qsl(urlsplit(url).query, keep_blank_values=True) if name == "dryRun"]
    return words in (["true"], ["api"]) and any(parameter.name == "dryRun" for parameter in operation.parameters)


def _units(got: Got) -> float | None:
    """The creative units that an answer names; None: it names none that can be counted."""
    cost = document_of(got).get("creativeUnitsCost")
    if not isinstance(cost, int | float) or isinstance(cost, bool):
        return None
    return float(cost) if math.isfinite(cost) and cost >= 0 else None
