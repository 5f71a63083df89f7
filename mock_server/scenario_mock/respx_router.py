"""respx' router with the mock behind the API's host. Needs respx, which the mock itself does not."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import httpx
import respx
from respx.models import AllMockedAssertionError, ResolvedRoute

from .testing import API, ScenarioMock

HOSTS = (httpx.URL(API).host, "cdn.cloud.scenario.com")
"""The API's, and that of its files."""


class Router(respx.MockRouter):
    """Says of a host that nothing answers for what can be done."""

    @contextmanager
    def resolver(self, request: httpx.Request) -> Generator[ResolvedRoute, None, None]:
        try:
            with super().resolver(request) as resolved:
                yield resolved
        except AllMockedAssertionError:
            raise AllMockedAssertionError(unmatched(request)) from None


def router(mock: ScenarioMock) -> Router:
    """A router that sends every call to the API's hosts to `mock`; use it as a context manager."""
    routes = Router(assert_all_called=False)
    transport = mock.transport
    for host in HOSTS:
        routes.route(host=host).mock(side_effect=transport.handle_request)
    return routes


def unmatched(request: httpx.Request) -> str:
    """What a call to another host is told."""
    host = request.url.host
    return (
        f"{request.method} {request.url} goes to {host}, which no route of scenario_respx answers for: it is none of "
        f"{', '.join(HOSTS)}. Set the base URL to {API}/v1, or add a route: "
        f"scenario_respx.route(host={host!r}).respond(200), or .pass_through() to let it out"
    )
