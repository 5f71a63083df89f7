"""The mock as an ASGI app, and the whole of a request on one screen.

    route -> authenticate -> read and validate -> handle -> check the answer -> render -> journal

`Mock.respond` is that pipeline, synchronous and free of sockets; `Mock.__call__` is its ASGI face and `transport` its
httpx one. Each step raises `ApiError` to refuse; `_render` is the only place that makes a response.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson

from . import errors, world
from .admin import Admin
from .auth import authenticate
from .clock import Clock, SystemClock
from .contract import Contract, Operation, load
from .errors import ApiError
from .files import Signer
from .handlers import HANDLERS
from .handlers.call import Call, Reply, Services
from .journal import Entry
from .profiles import forgiven
from .settings import Settings
from .stateless import Stateless
from .store import Store
from .validation import Validator

BASE_PATH = "/v1"
JSON = "application/json"
log = logging.getLogger("scenario_mock")


@dataclass(frozen=True)
class Request:
    """One HTTP request: upper-case method, still encoded path, lower-case header names."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    origin: str = "http://scenario.mock"


@dataclass(frozen=True)
class Response:
    """One HTTP response."""

    status: int
    headers: dict[str, str]
    body: bytes


class Mock:
    """An offline Scenario: the contract, a world made from a seed, a clock."""

    def __init__(
        self, settings: Settings | None = None, *, contract: Contract | None = None, clock: Clock | None = None
    ) -> None:
        self.settings = settings or Settings()
        self.contract = contract or load()
        seed, schemas = self.settings.seed, self.contract.schemas
        self.services = Services(
            contract=self.contract,
            settings=self.settings,
            store=Store(
                lambda: world.build_public(seed, schemas), lambda tenant: world.build_private(seed, tenant, schemas)
            ),
            clock=clock or SystemClock(),
            signer=Signer(seed, self.settings.url_seconds),
        )
        self._stateless = Stateless(self.contract, seed) if self.settings.stateless else None
        self._validator = Validator(
            self.contract,
            forgiven=forgiven(self.settings.profile),
            legacy_words=self.settings.status_words == "guide",
        )
        self._admin = Admin(self.services)

    def respond(self, request: Request) -> Response:
        """Answer one request; never raises for anything that a request can contain."""
        if request.path.startswith("/__mock__/"):
            return self._guarded(request, lambda: _respond_admin(self._admin, request))[0]
        operation: Operation | None = None

        def answer() -> Response:
            nonlocal operation
            operation, path = self._route(request)
            return self._run(request, operation, path)

        response, reason = self._guarded(request, answer)
        name = operation.id if operation else None
        now_ms = self.services.clock.now_ms()
        self.services.journal.add(Entry(now_ms, request.method, request.path, name, response.status, reason))
        return response

    def _guarded(self, request: Request, answer: Callable[[], Response]) -> tuple[Response, str | None]:
        """The answer, or the refusal that it became, with its reason."""
        try:
            return answer(), None
        except ApiError as error:
            return _render(error.status, error.body(), error.headers), str(error)
        except Exception:
            log.exception("the mock failed on %s %s", request.method, request.path)
            reason = "The mock failed; its log has the cause"
            return _render(500, {"reason": reason, "name": "MockError"}), reason

    def _route(self, request: Request) -> tuple[Operation, dict[str, str]]:
        if len(request.body) > self.settings.max_body_bytes:
            raise errors.content_too_large(self.settings.max_body_bytes)
        if not request.path.startswith(BASE_PATH + "/"):
            raise errors.not_found(f"Nothing here; the API is under {BASE_PATH}, the mock's own pages under /__mock__/")
        found = self.contract.route(request.method, request.path[len(BASE_PATH) :])
        if isinstance(found, list):
            raise errors.method_not_allowed(", ".join(found)) if found else errors.not_found("No such route")
        return found

    def _run(self, request: Request, operation: Operation, path: dict[str, str]) -> Response:
        caller = authenticate(operation, request.headers.get("authorization"), self.settings)
        call = Call(
            operation=operation,
            caller=caller,
            path=self._validator.path(operation, path),
            query=self._validator.query(operation, request.query),
            raw_query=dict(parse_qsl(request.query, keep_blank_values=True)),
            body=self._validator.body(operation, request.headers.get("content-type", ""), request.body),
            origin=request.origin,
            now_ms=self.services.clock.now_ms(),
            services=self.services,
        )
        reply = self._handle(call)
        if self.settings.check_answers:
            self._check(call, reply)
        return _render(reply.status, reply.body)

    def _handle(self, call: Call) -> Reply:
        if self._stateless is not None:
            return Reply(*self._stateless.answer(call.operation, call.path, call.query, call.body))
        handler = HANDLERS.get(call.operation.id)
        if handler is None:
            raise errors.not_implemented(call.operation.id)
        answer = handler(call)
        return answer if isinstance(answer, Reply) else Reply(200, answer)

    def _check(self, call: Call, reply: Reply) -> None:
        """A mock that breaks its own contract says so instead of spreading it."""
        violations = self._validator.answer(call.operation, reply.status, reply.body)
        if violations:
            details = {"violations": [asdict(violation) for violation in violations]}
            log.error("%s answered against the contract: %s", call.operation.id, violations[0])
            reason = "The mock's answer breaks the contract"
            raise ApiError(500, {"reason": reason, "name": "MockError", "details": details})

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        """ASGI 3: HTTP requests and the lifespan handshake."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError(f"{scope['type']} is not served")
        response = self.respond(_request(scope, await _read_body(receive, self.settings.max_body_bytes)))
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in response.headers.items()]
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else response.body
        await send({"type": "http.response.body", "body": body})


Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]


def _respond_admin(admin: Admin, request: Request) -> Response:
    query = dict(parse_qsl(request.query, keep_blank_values=True))
    status, content_type, body = admin.respond(request.method, request.path, query, request.body)
    return Response(status, {"Content-Type": content_type, "Content-Length": str(len(body))}, body)


def _render(status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    try:
        content = orjson.dumps(body)
    except TypeError:  # an integer of more than 64 bits that a request brought along
        content = json.dumps(body).encode()
    return Response(status, {"Content-Type": JSON, "Content-Length": str(len(content)), **(headers or {})}, content)


def _request(scope: Mapping[str, Any], body: bytes) -> Request:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    raw = scope.get("raw_path") or scope["path"].encode()
    server = scope.get("server") or ("scenario.mock", None)
    host = headers.get("host") or (server[0] if server[1] is None else f"{server[0]}:{server[1]}")
    return Request(
        method=scope["method"],
        path=raw.decode("latin-1").partition("?")[0],
        query=scope["query_string"].decode("latin-1"),
        headers=headers,
        body=body,
        origin=f"{scope.get('scheme', 'http')}://{host}",
    )


async def _read_body(receive: Receive, limit: int) -> bytes:
    """The whole body; past the limit it is drained and only its excess is remembered."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b""
        chunk = message.get("body", b"")
        size += len(chunk)
        if size - len(chunk) <= limit:
            parts.append(chunk)
        if not message.get("more_body", False):
            return b"".join(parts)


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
