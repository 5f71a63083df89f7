"""How the clients that the suite uses pass the guard: httpx, in both its kinds, and requests.

Text is read here, because the guard looks at it; a picture or another file is left to whoever called, as it comes.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import requests.sessions
from requests import PreparedRequest
from requests import Response as RequestsResponse
from requests.adapters import HTTPAdapter

from .exchanges import is_text
from .guard import Guard
from .messages import Asked, Got


class GuardedTransport(httpx.BaseTransport):
    """An httpx transport whose requests pass a guard."""

    def __init__(self, guard: Guard, inner: httpx.BaseTransport) -> None:
        self._guard, self._inner = guard, inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        kept: list[httpx.Response] = []

        def send(asked: Asked) -> Got:
            for earlier in kept:
                earlier.close()
            again = httpx.Request(
                asked.method, asked.url, headers=asked.headers, content=asked.body, extensions=request.extensions
            )
            response = self._inner.handle_request(again)
            kept.append(response)
            if not is_text(response.headers):
                return Got(response.status_code, response.headers, None)
            raw = b"".join(response.iter_raw())
            response.close()
            # Whoever called reads the answer from a stream again, as from the wire.
            kept[-1] = httpx.Response(
                response.status_code,
                headers=response.headers,
                stream=httpx.ByteStream(raw),
                request=request,
                extensions=response.extensions,
            )
            return Got(response.status_code, response.headers, _decoded(response, raw))

        body = request.read()
        self._guard.passed(Asked(request.method, str(request.url), request.headers, body), send)
        return kept[-1]

    def close(self) -> None:
        self._inner.close()


def _decoded(response: httpx.Response, raw: bytes) -> bytes:
    """A body as people read it; one whose encoding is broken stays as it came."""
    try:
        return httpx.Response(response.status_code, headers=response.headers, content=raw).content
    except httpx.DecodingError:
        return raw


class AsyncGuardedTransport(httpx.AsyncBaseTransport):
    """The same for httpx's other kind: each request waits for its turn in a thread, so the loop goes on."""

    def __init__(self, inner: GuardedTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        same = httpx.Request(
            request.method, request.url, headers=request.headers, content=body, extensions=request.extensions
        )
        return await asyncio.to_thread(self._read, same)

    def _read(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        stream = httpx.ByteStream(b"".join(response.iter_raw()))
        response.close()
        return httpx.Response(
            response.status_code, headers=response.headers, stream=stream, extensions=response.extensions
        )

    async def aclose(self) -> None:
        await asyncio.to_thread(self._inner.close)


class GuardedAdapter(HTTPAdapter):
    """The same for requests, which schemathesis and the vendor's tools speak."""

    def __init__(self, guard: Guard) -> None:
        super().__init__()
        self._guard = guard

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> RequestsResponse:
        kept: list[RequestsResponse] = []
        if kwargs.get("verify"):  # httpx trusts SSL_CERT_FILE, so this does, too
            kwargs["verify"] = os.environ.get("SSL_CERT_FILE") or kwargs["verify"]
        kwargs["timeout"] = self._guard.limits.answer

        def send(asked: Asked) -> Got:
            for earlier in kept:
                earlier.close()
            again = request.copy()
            again.url = asked.url
            for name in [name for name in again.headers if name not in asked.headers]:
                del again.headers[name]
            response = super(GuardedAdapter, self).send(again, *args, **kwargs)
            kept.append(response)
            body = (response.content or b"") if is_text(response.headers) else None
            return Got(response.status_code, dict(response.headers), body)

        headers = {
            name: value if isinstance(value, str) else value.decode("latin-1")
            for name, value in request.headers.items()
        }
        self._guard.passed(Asked(str(request.method), str(request.url), headers, _content(request)), send)
        return kept[-1]


def _content(request: PreparedRequest) -> bytes:
    body = request.body or b""
    return body.encode() if isinstance(body, str) else body if isinstance(body, bytes) else b""


def guard_every_session(guard: Guard) -> Callable[[], None]:
    """From now on each new session of requests passes the guard: schemathesis opens some of its own for probes.

    Gives what ends that.
    """
    patch = pytest.MonkeyPatch()
    patch.setattr(requests.sessions, "HTTPAdapter", lambda *_arguments, **_options: GuardedAdapter(guard))
    return patch.undo
