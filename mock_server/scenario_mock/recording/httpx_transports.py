"""Recorder and replay as httpx transports, for tests without a socket.

httpx.Client(transport=ReplayTransport(load("session.har")), base_url="https://api.cloud.scenario.com/v1")
httpx.Client(transport=RecordingTransport(recorder, httpx.HTTPTransport()), base_url=recorder.base.url)
"""

from __future__ import annotations

import httpx

from ..clock import Clock, SystemClock, monotonic
from ..contract import Contract
from .asgi import Answered, Asked
from .exchange import Exchange
from .har_files import Cassette
from .proxy import joined
from .recorder import Recorder
from .replaying import Replay


class ReplayTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers every request from a cassette, whatever its host."""

    def __init__(self, cassette: Cassette, contract: Contract | None = None) -> None:
        self.replay = Replay(cassette, contract)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return _response(self.replay.reply(_asked(request, request.read())), request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return _response(self.replay.reply(_asked(request, await request.aread())), request)


class RecordingTransport(httpx.BaseTransport):
    """Sends requests over another transport, and has the recorder take note."""

    def __init__(self, recorder: Recorder, inner: httpx.BaseTransport, clock: Clock | None = None) -> None:
        self.recorder = recorder
        self._inner, self._clock = inner, clock or SystemClock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = _asked(request, request.read())
        at_ms, begun = self._clock.now_ms(), monotonic()
        response = self._inner.handle_request(request)
        response.request = request
        raw = b"".join(response.iter_raw())
        response.close()
        read = httpx.Response(response.status_code, headers=response.headers, content=raw)
        headers = tuple((name.lower(), value) for name, value in response.headers.multi_items())
        if self.recorder.concerns(asked.path):
            self.recorder.took(
                Exchange(
                    at_ms=at_ms,
                    seconds=monotonic() - begun,
                    method=asked.method,
                    path=asked.path,
                    query=asked.query,
                    headers=joined(asked.headers),
                    body=asked.body,
                    status=response.status_code,
                    answer_headers=joined(headers),
                    answer=read.content,
                )
            )
        # Whoever called reads the answer from a stream again, as from the wire.
        stream = httpx.ByteStream(raw)
        return httpx.Response(response.status_code, headers=response.headers, stream=stream, request=request)

    def close(self) -> None:
        self._inner.close()


def _asked(request: httpx.Request, body: bytes) -> Asked:
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    headers = tuple((name.lower(), value) for name, value in request.headers.multi_items())
    return Asked(request.method, path, query, headers, body)


def _response(answered: Answered, request: httpx.Request) -> httpx.Response:
    content = b"" if request.method == "HEAD" else answered.body
    headers = [*answered.headers, ("content-length", str(len(answered.body)))]
    return httpx.Response(answered.status, headers=headers, stream=httpx.ByteStream(content), request=request)
