"""What the contract suite talks to: the mock in process, any server at a URL, or the live service.

A `Target` makes clients whose requests reach it, each past the guard (`guard`), and knows how to let time pass: in
process the mock's clock moves, elsewhere the suite waits.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx
from requests import Session
from scenario_mock.app import Mock
from scenario_mock.clock import ManualClock
from scenario_mock.contract import packaged
from scenario_mock.settings import Settings
from scenario_mock.transport import MockTransport
from scenario_mock.world import ANCHOR_MS

from contract_tests.exchanges import Exchange
from contract_tests.guard import Guard, GuardedAdapter, GuardedTransport
from contract_tests.options import Limits

LIVE = "https://api.cloud.scenario.com/v1"
MOCK = "http://scenario.mock/v1"
SUITE_KEYS = ("suite-key", "suite-secret")
KEY_NAMES = (("SCENARIO_SDK_API_KEY", "SCENARIO_SDK_API_SECRET"), ("SCENARIO_API_KEY", "SCENARIO_API_SECRET"))


class TargetError(Exception):
    """The target cannot be used as asked; the message says what to do."""


@dataclass(frozen=True)
class Target:
    """One server under test. `mock` is set when it lives in this process."""

    name: str
    base_url: str
    auth: tuple[str, str]
    guard: Guard
    mock: Mock | None = None

    @property
    def is_live(self) -> bool:
        """True when calls can cost money."""
        return self.name == "live"

    @cached_property
    def about(self) -> dict[str, Any]:
        """What a mock says of itself (GET /__mock__/health): which keys it takes, what it has not built; else {}."""
        with self.client() as client:
            answer = client.get(self.base_url.removesuffix("/v1") + "/__mock__/health")
        is_mock = answer.status_code == 200 and answer.headers["content-type"] == "application/json"
        about: dict[str, Any] = answer.json() if is_mock else {}
        return about

    @property
    def accepts_any_key(self) -> bool:
        """True for a mock that was started without fixed keys: unknown ones are then no fault."""
        return bool(self.about.get("keys") == "any")

    @property
    def not_built(self) -> frozenset[str]:
        """Operations that the target itself lists as not built: they must answer 501."""
        return frozenset(self.about.get("notImplemented", ()))

    @property
    def partly_built(self) -> frozenset[str]:
        """Operations of which the target itself says that it answers 501 to a part."""
        return frozenset(self.about.get("partlyImplemented", ()))

    def client(self, *, auth: tuple[str, str] | None = None, headers: Mapping[str, str] | None = None) -> httpx.Client:
        """An httpx client for the target; without `auth` it sends no credentials."""
        inner = MockTransport(self.mock) if self.mock else httpx.HTTPTransport(retries=1)
        # The slash keeps the base path when a relative path is joined to it.
        return httpx.Client(
            base_url=self.base_url + "/",
            auth=auth,
            headers=dict(headers or {}),
            transport=GuardedTransport(self.guard, inner),
            timeout=30,
        )

    def session(self) -> Session:
        """A session of requests, past the same guard."""
        session = Session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, GuardedAdapter(self.guard))
        return session

    @contextmanager
    def watched(self) -> Iterator[list[Exchange]]:
        """The exchanges that take place meanwhile."""
        seen: list[Exchange] = []
        self.guard.seen.append(seen.append)
        try:
            yield seen
        finally:
            self.guard.seen.remove(seen.append)

    def pause(self, seconds: float) -> None:
        """Let `seconds` pass for the target."""
        if self.mock:
            self.mock.services.clock.advance(seconds)
        else:
            time.sleep(seconds)

    def finished(self, client: httpx.Client, job_id: str, *, patience: float = 120.0) -> dict[str, Any]:
        """The job once it has ended; fails when it has not after `patience` seconds."""
        waited = 0.0
        while True:
            response = client.get(f"jobs/{job_id}")
            assert response.status_code == 200, response.text
            job: dict[str, Any] = response.json()["job"]
            if job["status"] in ("success", "failure", "canceled"):
                return job
            assert waited < patience, f"job {job_id} is still {job['status']} after {waited:.0f} s"
            self.pause(0.5)
            waited += 0.5


def open_target(name: str, limits: Limits | None = None, lie: str | None = None) -> Target:
    """The target called `mock` (which may tell a lie), `live`, or the one at a URL. Raises TargetError."""
    limits = limits or Limits()
    if name == "mock":
        mock = _mock(lie)
        advance = mock.services.clock.advance
        guard = Guard(packaged(), MOCK, limits, wait=advance, secrets=SUITE_KEYS[1:])
        return Target("mock", MOCK, SUITE_KEYS, guard, mock)
    auth = _keys()
    if name == "live":
        if auth is None:
            raise TargetError("--target live needs SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET in the environment")
        name, kind = LIVE, "live"
    else:
        kind = "url"
    if not name.startswith(("http://", "https://")):
        raise TargetError(f"--target is mock, live or a URL, not {name!r}")
    auth, base_url = auth or SUITE_KEYS, name.rstrip("/")
    target = Target(kind, base_url, auth, Guard(packaged(), base_url, limits, secrets=auth[1:]))
    try:
        with target.client(auth=auth) as client:
            first = client.get("models", params={"pageSize": 1})
    except httpx.HTTPError as error:
        raise TargetError(f"no answer from {name}: {error}") from error
    if first.status_code in (401, 403):
        raise TargetError(f"{name} does not take the key of the environment: {first.status_code} {first.text[:200]}")
    return target


def _mock(lie: str | None) -> Mock:
    settings, clock = Settings(api_key=SUITE_KEYS[0], api_secret=SUITE_KEYS[1]), ManualClock(ANCHOR_MS)
    if lie is None:
        return Mock(settings, clock=clock)
    from contract_tests.faults.catalogue import LIES
    from contract_tests.faults.lying import LyingMock

    if lie not in LIES:
        raise TargetError(f"--lie {lie} is not in the catalogue, which has {', '.join(LIES)}")
    return LyingMock(LIES[lie], settings, clock=clock)


def _keys() -> tuple[str, str] | None:
    for key, secret in KEY_NAMES:
        if os.environ.get(key) and os.environ.get(secret):
            return os.environ[key], os.environ[secret]
    return None
