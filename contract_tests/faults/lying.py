"""A mock that tells one lie: the truth is asked of the mock itself, then changed on its way out (or the question was).

lie = Lie("limit-ignored", "collections", "Pages are as large as can be, whatever was asked for.", tell)
LyingMock(lie, settings)            # in process, or served: python -m contract_tests.faults limit-ignored
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from scenario_mock.app import BASE_PATH, Mock
from scenario_mock.clock import Clock
from scenario_mock.messages import Request, Response
from scenario_mock.settings import Settings

FILE = "downloadFile"
KINDS = ("shape", "protocol", "access", "lifecycle", "money", "text", "collections", "search")


@dataclass
class Truth:
    """One request on its way: what it asks for, and the one who would answer it truthfully."""

    operation_id: str
    """`downloadFile` for the file behind an asset; "" for what is no operation."""
    path: Mapping[str, str]
    request: Request
    ask: Callable[[Request], Response]
    memory: dict[str, Any]
    """Kept from request to request."""

    @property
    def query(self) -> dict[str, str]:
        """The query parameters."""
        return dict(parse_qsl(self.request.query, keep_blank_values=True))

    @property
    def body(self) -> Any:
        """The request's JSON; None for what is none."""
        try:
            return json.loads(self.request.body)
        except ValueError:
            return None

    def answer(self) -> Response:
        """The truth."""
        return self.ask(self.request)

    def asked(self, **query: Any) -> Request:
        """The request with other query parameters; None takes one away."""
        kept = {name: value for name, value in {**self.query, **query}.items() if value is not None}
        return replace(self.request, query=urlencode(kept))

    def saying(self, body: Any) -> Request:
        """The request with another body."""
        return replace(self.request, body=json.dumps(body).encode())

    def get(self, path: str, query: str = "") -> Any:
        """The JSON of another truthful answer to the same caller."""
        headers = {name: value for name, value in self.request.headers.items() if not name.startswith("content-")}
        found = self.ask(Request("GET", BASE_PATH + path, query, headers, b"", self.request.origin))
        return json.loads(found.body)


Tell = Callable[[Truth], Response]


@dataclass(frozen=True)
class Lie:
    """One way to break the contract."""

    name: str
    kind: str
    says: str
    """What the API does wrong."""
    tell: Tell = field(repr=False)
    settings: Mapping[str, Any] = field(default_factory=dict)


class LyingMock(Mock):
    """Answers as the mock does, but for one lie."""

    def __init__(self, lie: Lie, settings: Settings | None = None, *, clock: Clock | None = None) -> None:
        super().__init__(replace(settings or Settings(), check_answers=False, **lie.settings), clock=clock)
        self.lie = lie
        self._memory: dict[str, Any] = {}

    def at_once(self, request: Request) -> Response | None:
        """Never: what is told takes the long way."""
        return None

    def _in_turn(self, request: Request) -> Response:
        def ask(asked: Request) -> Response:
            return self._finished(asked, Mock._in_turn(self, asked))

        if request.path.startswith("/__mock__/files/"):
            return sized(self.lie.tell(Truth(FILE, {}, request, ask, self._memory)))
        if not request.path.startswith(BASE_PATH + "/"):
            return ask(request)
        found = self.contract.route(request.method, request.path[len(BASE_PATH) :])
        operation_id, path = ("", {}) if isinstance(found, list) else (found[0].id, found[1])
        return sized(self.lie.tell(Truth(operation_id, path, request, ask, self._memory)))


def sized(response: Response) -> Response:
    """With the length that the body has; a lie about the length says so in capitals."""
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return replace(response, headers={"Content-Length": str(len(response.body)), **headers})


def said(response: Response, body: Any, **changes: Any) -> Response:
    """The response with another JSON body."""
    return replace(response, body=json.dumps(body, ensure_ascii=False).encode(), **changes)


def edited(operations: str, change: Callable[[Any, Truth], Any]) -> Tell:
    """Change the body of successful answers; what `change` gives back, if anything, takes its place."""
    names = operations.split()

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id not in names or response.status != 200:
            return response
        body = json.loads(response.body)
        other = change(body, truth)
        return said(response, body if other is None else other)

    return tell


def each(operations: str, rows: str, change: Callable[[dict[str, Any]], Any]) -> Tell:
    """Change every thing in successful answers: rows of a list, or the one thing under its name."""

    def edit(body: Any, truth: Truth) -> None:
        for name in rows.split():
            found = body.get(name)
            for thing in found if isinstance(found, list) else [found] if isinstance(found, dict) else []:
                change(thing)

    return edited(operations, edit)


def asked(operations: str, change: Callable[[Truth], Request]) -> Tell:
    """Ask something else than what was asked, and give that answer."""
    names = operations.split()
    return lambda truth: truth.ask(change(truth)) if truth.operation_id in names else truth.answer()


def replaced(operations: str, status: int, change: Callable[[Response, Truth], Response]) -> Tell:
    """Change whole answers with a status; 0: any."""
    names = operations.split()

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id in names and status in (0, response.status):
            return change(response, truth)
        return response

    return tell
