"""The mock as an ASGI app, and the whole of a request on one screen.

    route -> authenticate -> limits, faults, preferences -> read and validate -> handle -> check the answer -> render
    -> what the faults make of it -> journal

`Mock.respond` is that pipeline, synchronous and free of sockets; `Mock.__call__` is its ASGI face and `transport` its
httpx one. Each step raises `ApiError` to refuse; `_render` is the only place that makes a response.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from functools import lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from . import errors
from .admin import Admin
from .anchor import ANCHOR_MS
from .auth import Authenticator
from .clock import Clock, ManualClock, SystemClock, monotonic
from .contract import Contract, Operation, packaged
from .control import Control
from .delivery import Receive, Send, deliver, flush_later
from .encoding import decode, encode
from .errors import ApiError
from .files import ROUTE, Signer
from .gate import LOOK, RULES, Gate, Passage, entry
from .handlers import HANDLERS
from .handlers.call import Call, Reply, Services
from .journal import LONGEST_WAIT_S
from .messages import Request, Response
from .origins import origins
from .profiles import forgiven
from .settings import Settings
from .store import Store, open_engine
from .validation import validator_of

if TYPE_CHECKING:
    from .stateless import Stateless

BASE_PATH = "/v1"
DRAWINGS_AT_ONCE = 2
MOST_PLACES, LONGEST_PLACE = 4096, 200
# What may stand in the addresses of an answer; a Host header with anything else is not repeated.
HOST = re.compile(r"[A-Za-z0-9._\-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
JSON = "application/json"
log = logging.getLogger("scenario_mock")

__all__ = ["BASE_PATH", "Mock", "Request", "Response", "origin"]


class Mock(Control):
    """An offline Scenario: the contract, a world made from a seed, a clock."""

    def __init__(
        self, settings: Settings | None = None, *, contract: Contract | None = None, clock: Clock | None = None
    ) -> None:
        self.settings = settings or Settings()
        self.contract = contract or packaged()
        seed = self.settings.seed
        clock = clock or (ManualClock(ANCHOR_MS) if self.settings.clock == "manual" else SystemClock())
        start = origins(self.settings, self.contract.schemas, clock.now_ms())
        self.services = Services(
            contract=self.contract,
            settings=self.settings,
            store=Store(open_engine(self.settings.db), start, seed, self.settings.embedder),
            clock=clock,
            signer=Signer(seed, self.settings.url_seconds),
        )
        self._stateless = _stateless(self.contract, seed) if self.settings.stateless else None
        self._authenticator = Authenticator(self.settings)
        self._validator = validator_of(
            self.contract,
            forgiven=forgiven(self.settings.profile),
            legacy_words=self.settings.status_words == "guide",
        )
        # What a method and a path mean never changes.
        self._places: dict[tuple[str, str], tuple[Operation, dict[str, Any]]] = {}
        self._gate = Gate(self.services)
        self._admin = Admin(self)
        self._lock = RLock()
        # Few at a time: each drawing holds megabytes, and a thread of its own heap.
        self._drawing = ThreadPoolExecutor(DRAWINGS_AT_ONCE, thread_name_prefix="scenario-mock-file")

    def close(self) -> None:
        """Let go of the state; a file or a server keeps it."""
        self._drawing.shutdown(wait=False)
        self.services.journal.flush()
        self.services.store.engine.close()

    def respond(self, request: Request) -> Response:
        """Answer one request; never raises for anything that a request can contain. Requests come one at a time."""
        return self._finished(request, self._in_turn(request))

    def at_once(self, request: Request) -> Response | None:
        """The answer to a call of the API when nothing stands in its way; None, and nothing done, when something may.

        For whoever serves this mock from an event loop and can answer without a task.
        """
        with self._lock:
            store, journal = self.services.store, self.services.journal
            try:
                store.refresh()
                if "prefer" in request.headers or store.control(RULES):
                    return None
            except Exception:  # a database that went away: the long way says so
                return None
            response = self._respond_api(request)
        if journal.waiting:
            flush_later(journal)
        return response

    def _in_turn(self, request: Request) -> Response:
        with self._lock:
            # Guarded as a whole, too: the database may be gone before or after an operation has its turn.
            return self._guarded(request, lambda: self._respond(request))[0]

    def _finished(self, request: Request, response: Response) -> Response:
        """The response itself, for one that is made later: others need not wait for it."""
        return response if response.later is None else self._guarded(request, response.later)[0]

    def _respond(self, request: Request) -> Response:
        self.services.store.refresh()
        if request.path.startswith("/__mock__/") or request.path == "/__mock__":
            return self._respond_admin(request)
        return self._respond_api(request)

    def _respond_api(self, request: Request) -> Response:
        begun, passage = monotonic(), Passage(self.services.now_ms(), LOOK in request.headers)
        response, reason = self._guarded(request, lambda: self._run(request, passage))
        response = self._gate.after(passage, response)
        took = monotonic() - begun
        if not passage.looks:
            self.services.journal.add(entry(took, request, response, reason, passage))
        return response

    def _respond_admin(self, request: Request) -> Response:
        """The mock's own routes. Files are what clients download, so faults can strike them."""
        strike = self._gate.strike_file(request) if request.path.startswith(ROUTE) else None
        if strike is not None and strike.instead is not None:
            return strike.shape(strike.instead)
        response = self._guarded(request, lambda: self._admin.respond(request))[0]
        return response if strike is None else strike.shape(self._finished(request, response))

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

    def _route(self, request: Request) -> tuple[Operation, dict[str, str], bool]:
        """The operation, its path parameters, and whether those are known to be good."""
        if len(request.body) > self.settings.max_body_bytes:
            raise errors.content_too_large(self.settings.max_body_bytes)
        known = self._places.get((request.method, request.path))
        if known is not None:
            return *known, True
        if not request.path.startswith(BASE_PATH + "/"):
            raise errors.not_found(f"Nothing here; the API is under {BASE_PATH}, the mock's own pages under /__mock__/")
        found = self.contract.route(request.method, request.path[len(BASE_PATH) :])
        if isinstance(found, list):
            raise errors.method_not_allowed(", ".join(found)) if found else errors.not_found("No such route")
        return *found, False

    def _checked(self, request: Request, operation: Operation, path: dict[str, str]) -> dict[str, Any]:
        """The path parameters, typed, and remembered for the next request with this path."""
        values = self._validator.path(operation, path)
        if len(self._places) >= MOST_PLACES:
            self._places.clear()
        if len(request.path) <= LONGEST_PLACE:
            self._places[request.method, request.path] = operation, values
        return values

    def _run(self, request: Request, passage: Passage) -> Response:
        operation, path, good = self._route(request)
        passage.operation = operation
        caller = self._authenticator.caller(operation, request.headers.get("authorization"))
        passage.key = caller.tenant
        self._gate.before(passage, request)
        if passage.instead is not None:
            return passage.instead
        call = Call(
            operation=operation,
            caller=caller,
            path=path if good else self._checked(request, operation, path),
            query=self._validator.query(operation, request.query),
            query_string=request.query,
            body=self._validator.body(operation, request.headers.get("content-type", ""), request.body),
            origin=request.origin,
            now_ms=passage.now_ms,
            services=self.services,
        )
        reply = self._handle(call)
        response = _render(reply.status, reply.body)
        if self.settings.check_answers:
            self._check(call, response)
        return response

    def _handle(self, call: Call) -> Reply:
        if self._stateless is not None:
            return Reply(*self._stateless.answer(call.operation, call.path, call.query, call.body))
        handler = HANDLERS.get(call.operation.id)
        if handler is None:
            raise errors.not_implemented(call.operation.id)
        answer = handler(call)
        return answer if isinstance(answer, Reply) else Reply(200, answer)

    def _check(self, call: Call, response: Response) -> None:
        """A mock that breaks its own contract says so instead of spreading it."""
        violations = self._validator.answer(call.operation, response.status, decode(response.body))
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
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        body: bytes | None = b""
        if "content-length" in headers or "transfer-encoding" in headers:
            body = await _read_body(receive, headers, self.settings.max_body_bytes)
        if body is None:  # the caller went away in the middle: what it meant is not known, so nothing is done
            return
        request = _request(scope, headers, body)
        if self.services.journal.shared and request.path.startswith("/__mock__/journal"):
            await asyncio.sleep(2 * LONGEST_WAIT_S)  # until every other worker has handed over what it holds
        response = self._in_turn(request)
        if response.later is not None:
            loop = asyncio.get_running_loop()
            response = await loop.run_in_executor(self._drawing, self._finished, request, response)
        if self.services.journal.waiting:
            flush_later(self.services.journal)
        if len(body) > self.settings.max_body_bytes:
            response = replace(response, headers={**response.headers, "Connection": "close"})
        await deliver(response, scope["method"] == "HEAD", receive, send)


def _stateless(contract: Contract, seed: int) -> Stateless:
    from .stateless import Stateless  # brings Faker along, which takes its time

    return Stateless(contract, seed)


def _render(status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    content = encode(body)
    return Response(status, {"Content-Type": JSON, "Content-Length": str(len(content)), **(headers or {})}, content)


def origin(headers: Mapping[str, str], host: str, port: int | None, scheme: str = "http") -> str:
    """Where the caller found the mock: by its Host header, or where the server listens."""
    given = headers.get("host", "")
    return f"{scheme}://{given if _is_host(given) else host if port is None else f'{host}:{port}'}"


@lru_cache(maxsize=256)
def _is_host(text: str) -> bool:
    return HOST.fullmatch(text) is not None


def _request(scope: Mapping[str, Any], headers: dict[str, str], body: bytes) -> Request:
    raw = scope.get("raw_path") or scope["path"].encode()
    host, port = scope.get("server") or ("scenario.mock", None)
    return Request(
        method=scope["method"],
        path=raw.decode("latin-1").partition("?")[0],
        query=scope["query_string"].decode("latin-1"),
        headers=headers,
        body=body,
        origin=origin(headers, host, port, scope.get("scheme", "http")),
    )


async def _read_body(receive: Receive, headers: Mapping[str, str], limit: int) -> bytes | None:
    """The whole body; one that is too long is given up just past the limit. None: the caller went away."""
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        return bytes(limit + 1)
    parts: list[bytes] = []
    size = 0
    while size <= limit:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body", False):
            break
    return b"".join(parts)


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
