"""The mock as an httpx transport: the same pipeline without a socket, for sync and async clients.

httpx.Client(transport=MockTransport(mock), base_url="https://api.cloud.scenario.com/v1")
"""

from __future__ import annotations

import httpx

from .app import Mock, Request


class MockTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Sends every request of an httpx client to `mock`, whatever its host."""

    def __init__(self, mock: Mock | None = None) -> None:
        self.mock = mock or Mock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._answer(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self._answer(request, await request.aread())

    def _answer(self, request: httpx.Request, body: bytes) -> httpx.Response:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        response = self.mock.respond(
            Request(
                method=request.method,
                path=path,
                query=query,
                headers={name.lower(): value for name, value in request.headers.items()},
                body=body,
                origin=f"{request.url.scheme}://{request.url.netloc.decode('ascii')}",
            )
        )
        content = b"" if request.method == "HEAD" else response.body
        # A stream, not content: content counts as read already, and then nothing can stream a download from it.
        stream = httpx.ByteStream(content)
        return httpx.Response(response.status, headers=response.headers, stream=stream, request=request)
