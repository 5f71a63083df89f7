"""What the tests of the runtime share: one call, through the sync or the async client, on a scripted server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from random import Random
from typing import Any

import httpx
from client_runtime.async_client import AsyncClient
from client_runtime.errors import ScenarioError
from client_runtime.operation import Operation
from client_runtime.sync_client import SyncClient
from client_runtime.view import View

BASE = "https://api.example.test/v1"
KEY, SECRET = "canary_key_0123456789", "canary/secret+0123456789"

READ = Operation("retrieveThing", "GET", "/things/{thingId}", retry_safe=True)
LIST = Operation("listThings", "GET", "/things", frozenset({"tags"}), retry_safe=True)
SEARCH = Operation("searchThings", "POST", "/search/things", retry_safe=True)
PAY = Operation("createThing", "POST", "/generate/thing", spends=True, priced=True)


class Thing(View):
    """A thing, as the generator would write it."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Its id."""
        return self._get("id")

    @property
    def created_at(self) -> str | None:
        """When."""
        return self._get("createdAt")

    @property
    def part(self) -> Part | None:
        """Its main part."""
        return self._view("part", Part)

    @property
    def parts(self) -> list[Part] | None:
        """All its parts."""
        return self._views("parts", lambda: Part)

    @property
    def by_name(self) -> dict[str, Part] | None:
        """Its parts by name."""
        return self._map("byName", Part)


class Part(View):
    """A part of a thing."""

    __slots__ = ()

    @property
    def size(self) -> int | None:
        """How big."""
        return self._get("size")


class Price(View):
    """What a dry run answers."""

    __slots__ = ()


Step = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class Server:
    """Answers with one step after the other, the last one for ever; a step that is an exception is raised."""

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        step = self.steps[min(len(self.requests), len(self.steps)) - 1]
        if isinstance(step, Exception):
            raise step
        if not isinstance(step, httpx.Response):
            return step(request)
        # A Response is read once; each try gets one of its own.
        return httpx.Response(step.status_code, headers=step.headers, content=step.content)

    @property
    def last(self) -> httpx.Request:
        """The last request that came."""
        return self.requests[-1]


class Side:
    """The sync or the async client behind one face; `waits` are the pauses that it was asked to make."""

    def __init__(self, is_async: bool) -> None:
        self.is_async = is_async
        self.waits: list[float] = []

    def client(self, server: Any, **settings: Any) -> Any:
        """A client that talks to `server`, a callable from request to response."""
        if not settings.keys() & {"token", "public", "api_key"}:
            settings = {"api_key": KEY, "api_secret": SECRET, **settings}
        settings = {"base_url": BASE, "random": Random(7), **settings}
        if server is not None:
            settings["transport"] = httpx.MockTransport(server)
        if not self.is_async:
            return SyncClient(sleep=self.waits.append, **settings)

        async def sleep(seconds: float) -> None:
            self.waits.append(seconds)

        return AsyncClient(sleep=sleep, **settings)

    def run(self, called: Any) -> Any:
        """The result of a client's method: what it is, or what its coroutine returns."""
        return asyncio.run(called) if asyncio.iscoroutine(called) else called

    def request(self, server: Any, operation: Operation = LIST, *, settings: Any = None, **arguments: Any) -> Any:
        """One `request` on a client of its own."""
        return self.run(self.client(server, **(settings or {})).request(operation, **arguments))

    def error(self, server: Any, operation: Operation = LIST, **arguments: Any) -> Any:
        """What one `request` raises."""
        try:
            answer = self.request(server, operation, **arguments)
        except ScenarioError as error:
            return error
        raise AssertionError(f"no error, but {answer!r}")


def json_response(content: Any, status: int = 200, **headers: str) -> httpx.Response:
    """An answer with a JSON body; header names in Python spelling."""
    sent = {"content-type": "application/json", **{name.replace("_", "-"): text for name, text in headers.items()}}
    return httpx.Response(status, content=json.dumps(content), headers=sent)


def html(status: int) -> httpx.Response:
    """The page that a gateway sends."""
    page = f"<html>\n<head><title>{status} Bad\n Gateway</title></head><body><h1>nginx</h1></body></html>"
    return httpx.Response(status, text=page, headers={"content-type": "text/html; charset=utf-8"})


OK = json_response({"ok": True})
