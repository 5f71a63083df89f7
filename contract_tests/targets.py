"""What the contract suite talks to: the mock in process, any server at a URL, or the live service.

A `Target` makes clients whose requests reach it, each past the guard (`guard`), and knows how to let time pass: in
process the mock's clock moves, elsewhere the suite waits. What cannot be tested at all is a `TargetError`, which says
in one line what is wrong and what to do.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from requests import Session
from scenario_mock.app import Mock
from scenario_mock.clock import ManualClock
from scenario_mock.contract import Contract, packaged
from scenario_mock.settings import Settings
from scenario_mock.transport import MockTransport
from scenario_mock.world import ANCHOR_MS

from contract_tests.exchanges import Exchange, Secret
from contract_tests.guard import Guard
from contract_tests.options import Limits, is_live
from contract_tests.transports import AsyncGuardedTransport, GuardedAdapter, GuardedTransport

LIVE = "https://api.cloud.scenario.com/v1"
MOCK = "http://scenario.mock/v1"
SUITE_KEYS = ("suite-key", "suite-secret")
"""For a mock that takes any. Each process of pytest-xdist has a key, and so a world, of its own."""
KEY_NAMES = (("SCENARIO_SDK_API_KEY", "SCENARIO_SDK_API_SECRET"), ("SCENARIO_API_KEY", "SCENARIO_API_SECRET"))
SHARED = (
    "-n makes several processes, and with one key each would take the others' changes for lies: leave out -n, say "
    "--read-only, or unset the keys for a mock that takes any"
)
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
NOT_TRUSTED = re.compile(r"CERTIFICATE_VERIFY_FAILED\] certificate verify failed: (.*?)(?: \(_ssl|$)")


class TargetError(Exception):
    """The target cannot be used as asked; the message says what to do."""


@dataclass(frozen=True)
class Target:
    """One server under test. `mock` is set when it lives in this process."""

    name: str
    base_url: str
    auth: tuple[str, str] = field(repr=False)
    guard: Guard
    mock: Mock | None = None

    @property
    def is_live(self) -> bool:
        """True when calls can cost money."""
        return self.name == "live"

    @cached_property
    def about(self) -> dict[str, Any]:
        """What a mock says of itself (GET /__mock__/health): which keys it takes, what it has not built; else {}."""
        if self.is_live:  # no mock, so it is not asked
            return {}
        with self.client() as client:
            answer = client.get(self.base_url.removesuffix("/v1") + "/__mock__/health")
        is_mock = answer.status_code == 200 and answer.headers["content-type"] == "application/json"
        about: dict[str, Any] = answer.json() if is_mock else {}
        return about

    @property
    def patience(self) -> float:
        """Seconds until a job has to have ended."""
        return self.guard.limits.patience

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
        # The slash keeps the base path when a relative path is joined to it.
        return httpx.Client(
            base_url=self.base_url + "/",
            auth=auth,
            headers=dict(headers or {}),
            transport=self.transport(),
            timeout=self.guard.limits.answer,
        )

    def transport(self) -> GuardedTransport:
        """For a client that brings everything else itself: its requests reach the target, past the guard."""
        inner = MockTransport(self.mock) if self.mock else httpx.HTTPTransport(retries=1)
        return GuardedTransport(self.guard, inner)

    def async_transport(self) -> AsyncGuardedTransport:
        """The same for an asynchronous client."""
        return AsyncGuardedTransport(self.transport())

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

    def finished(self, client: httpx.Client, job_id: str) -> dict[str, Any]:
        """The job once it has ended; fails when it has not within the target's `patience`."""
        waited = 0.0
        while True:
            response = client.get(f"jobs/{job_id}")
            assert response.status_code == 200, response.text
            job: dict[str, Any] = response.json()["job"]
            if job["status"] in ("success", "failure", "canceled"):
                return job
            assert waited < self.patience, f"job {job_id} is still {job['status']} after {waited:.0f} s"
            self.pause(0.5)
            waited += 0.5


def open_target(
    name: str,
    limits: Limits | None = None,
    contract: Contract | None = None,
    lie: str | None = None,
    *,
    in_parts: bool = False,
) -> Target:
    """The target called `mock` (which may tell a lie), `live`, or the one at a URL. Raises TargetError.

    `in_parts`: this run has several processes.
    """
    limits, contract = limits or Limits(), contract or packaged()
    if name == "mock":
        mock = _mock(contract, lie)
        advance = mock.services.clock.advance
        guard = Guard(contract, MOCK, limits, wait=advance, secrets=SUITE_KEYS[1:])
        return Target("mock", MOCK, SUITE_KEYS, guard, mock)
    live, auth, part = is_live(name), _keys(), os.environ.get("PYTEST_XDIST_WORKER") if in_parts else None
    if auth is not None and in_parts and not limits.read_only:
        raise TargetError(SHARED)
    if live and auth is None:
        raise TargetError("--target live needs SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET in the environment")
    base_url = (os.environ.get("SCENARIO_BASE_URL") or LIVE if name == "live" else name).rstrip("/")
    _check_url(base_url, live=live)
    key, secret = auth or (f"{SUITE_KEYS[0]}-{part}" if part else SUITE_KEYS[0], SUITE_KEYS[1])
    auth = key, Secret(secret)
    target = Target("live" if live else "url", base_url, auth, Guard(contract, base_url, limits, secrets=auth[1:]))
    _check_answer(base_url, _first_answer(target))
    return target


def _mock(contract: Contract, lie: str | None) -> Mock:
    settings, clock = Settings(api_key=SUITE_KEYS[0], api_secret=SUITE_KEYS[1]), ManualClock(ANCHOR_MS)
    if lie is None:
        return Mock(settings, contract=contract, clock=clock)
    from contract_tests.faults.catalogue import LIES
    from contract_tests.faults.lying import LyingMock

    if lie not in LIES:
        raise TargetError(f"--lie {lie} is not in the catalogue, which has {', '.join(LIES)}")
    return LyingMock(LIES[lie], settings, clock=clock)


def _check_url(url: str, *, live: bool) -> None:
    """Raise TargetError for what is no address, and for one that would show live keys to the network."""
    try:
        parts = httpx.URL(url)
        host = urlsplit(url).hostname
    except (httpx.InvalidURL, ValueError) as error:
        raise TargetError(f"--target is mock, live or a URL, and {url!r} is none: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise TargetError(f"--target is mock, live or a URL, not {url!r}")
    if parts.userinfo or parts.query or parts.fragment:
        raise TargetError("a target's URL is scheme, host and base path only; keys belong into the environment")
    if live and parts.scheme == "http" and host not in LOOPBACK:
        raise TargetError(f"live keys travel over https only, not to {url}")


def _first_answer(target: Target) -> httpx.Response:
    """One cheap call. Raises TargetError, with what can be done about it, when nothing comes back."""
    url = target.base_url
    try:
        with target.client(auth=target.auth) as client:
            return client.get("models", params={"pageSize": 1})
    except httpx.TimeoutException as error:
        within = f"{target.guard.limits.answer:g} s"
        raise TargetError(f"no answer from {url} within {within}: {type(error).__name__}") from error
    except httpx.HTTPError as error:
        why = NOT_TRUSTED.search(str(error))
        if why is None:
            raise TargetError(f"no answer from {url}: {error}") from error
        cure = "it has to be renewed" if "expired" in why[1] else "to trust it, name its file in SSL_CERT_FILE"
        raise TargetError(f"the certificate of {url} is not trusted: {why[1]}; {cure}") from error
    except pytest.skip.Exception as refusal:
        raise TargetError(f"the limits leave nothing to test: {refusal}") from refusal


def _check_answer(url: str, first: httpx.Response) -> None:
    """Raise TargetError for an answer that shows that nothing can be tested; a wrong one is the tests' business."""
    status, kind = first.status_code, first.headers.get("content-type", "none")
    if status in (401, 403):
        raise TargetError(f"{url} does not take the key of the environment: {status} {_line(first.text)}")
    if first.is_redirect:
        raise TargetError(f"{url} is elsewhere: {status} to {first.headers.get('location')}")
    if status == 404 and not url.endswith("/v1"):
        raise TargetError(f"{url} is not the API, whose base URL ends in /v1: GET models answers 404")
    if "json" not in kind and not first.text.lstrip().startswith(("{", "[")):
        raise TargetError(f"{url} is not the API: GET models answers {status} with {kind}, {_line(first.text)}")


def _line(text: str) -> str:
    return " ".join(text.split())[:200]


def _keys() -> tuple[str, str] | None:
    for key, secret in KEY_NAMES:
        if os.environ.get(key) and os.environ.get(secret):
            return os.environ[key], os.environ[secret]
    return None
