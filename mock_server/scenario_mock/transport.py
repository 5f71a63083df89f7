"""The mock as an httpx transport: the same pipeline without a socket, for sync and async clients.

httpx.Client(transport=MockTransport(mock), base_url="https://api.cloud.scenario.com/v1")

What goes wrong on the way looks to the client as over a socket: `ReadTimeout` where it would have waited longer than
its timeout, `RemoteProtocolError` where the connection is cut, in the middle of the body if need be. Nobody waits,
though: a delay passes in the mock's time, at once.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx

from .app import Mock, Request, Response
from .delivery import LONGEST_HANG_S, pause_s, slices
from .messages import Delivery

NO_ANSWER = "Server disconnected without sending a response."
HALF_AN_ANSWER = "peer closed connection without sending complete message body"


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
        stream = httpx.ByteStream(content) if response.delivery is None else self._brought(request, response, content)
        return httpx.Response(response.status, headers=response.headers, stream=stream, request=request)

    def _brought(self, request: httpx.Request, response: Response, content: bytes) -> _Slow:
        """The body of an answer with which something goes wrong. Raises what the client would see before it."""
        how = response.delivery or Delivery()
        timeout: float | None = request.extensions.get("timeout", {}).get("read")
        self._wait(LONGEST_HANG_S if how.hang else how.delay_s, timeout)
        if how.hang or how.cut_after == 0:
            raise httpx.RemoteProtocolError(NO_ANSWER)
        return _Slow(self, content, how, timeout)

    def _wait(self, seconds: float, timeout: float | None) -> None:
        late = timeout is not None and seconds > timeout
        passing = timeout if late and timeout is not None else seconds
        if passing:
            self.mock.services.advance(passing)
        if late:
            raise httpx.ReadTimeout("The read operation timed out")


class _Slow(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes in parts, or not to its end."""

    def __init__(self, transport: MockTransport, content: bytes, how: Delivery, timeout: float | None) -> None:
        self._transport, self._content, self._how, self._timeout = transport, content, how, timeout

    def __iter__(self) -> Iterator[bytes]:
        for part in slices(self._content, self._how):
            self._transport._wait(pause_s(self._how), self._timeout)
            yield part
        if self._how.cut_after is not None:
            raise httpx.RemoteProtocolError(HALF_AN_ANSWER)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part
