"""respx' router with the mock behind the API's hosts. Needs respx, which the mock itself does not.

| host | what becomes of a call |
|---|---|
| `api.cloud.scenario.com` | the mock answers; its files, to which answers lead, lie there, too |
| `cdn.cloud.scenario.com` | the mock's files under the paths that they have there; their signatures count |
| any other | fails with a text that names the host |

What a test adds to the router comes first, also for the API's hosts.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import httpx
import respx
from respx.models import AllMockedAssertionError, ResolvedRoute

from .files import CDN, ROUTE
from .testing import ScenarioMock
from .testing.mocks import API

FILES = httpx.URL(CDN)
HOSTS = (httpx.URL(API).host, FILES.host)


class Router(respx.MockRouter):
    """Answers with a mock where no route of the test does; `api` is the route that counts such calls."""

    def __init__(self, mock: ScenarioMock) -> None:
        super().__init__(assert_all_called=False)
        self.api = respx.Route(host__in=HOSTS)
        self._mock, self._transport = mock, mock.transport

    @contextmanager
    def resolver(self, request: httpx.Request) -> Generator[ResolvedRoute, None, None]:
        try:
            with super().resolver(request) as resolved:
                yield resolved
                if resolved.route is None and request.url.host in HOSTS:
                    resolved.route = self.api
                    resolved.response = self._transport.handle_request(at_mock(request))
        except AllMockedAssertionError:
            self._mock.missed.append(f"{request.method} {address(request)}")
            raise AllMockedAssertionError(unmatched(request)) from None


def at_mock(request: httpx.Request) -> httpx.Request:
    """The request as the mock understands it: on the host of files these have another path."""
    path = request.url.path
    if request.url.host != FILES.host or not path.startswith(FILES.path):
        return request
    url = request.url.copy_with(path=ROUTE + path.removeprefix(FILES.path))
    return httpx.Request(
        request.method, url, headers=request.headers, content=request.content, extensions=request.extensions
    )


def unmatched(request: httpx.Request) -> str:
    """What a call to another host is told."""
    host = request.url.host
    return (
        f"{request.method} {address(request)} goes to {host}, which no route of scenario_respx answers for: it is none "
        f"of {', '.join(HOSTS)}. Set the base URL to {API}/v1, or add a route: "
        f"scenario_respx.route(host={host!r}).respond(200), or .pass_through() to let it out"
    )


def address(request: httpx.Request) -> str:
    """Where a request goes, without what may be secret."""
    return str(request.url.copy_with(query=None, fragment=None, userinfo=b""))
