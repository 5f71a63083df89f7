"""The routes under `/__mock__/`: `Control` over HTTP, as `control.yaml` documents it, the files behind assets, and the
dashboard's own.

They need no credentials: the mock listens on loopback, and file addresses are signed. Every refusal is
`{"reason": ...}`, with `details` where there are more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qsl, unquote

from .clock import iso
from .contents import content_of
from .contract import Operation
from .control import Asked, Control
from .control_document import control_contract, control_validator
from .dashboard import page, to_page
from .effects import JSON, answer
from .encoding import encode
from .errors import ApiError, bad_request, not_found
from .files import ROUTE
from .har import har
from .messages import Request, Response
from .product import product_version
from .records import Record

Values = Mapping[str, Any]
Body = Any
ASKED = {
    "operationId": "operation_id", "status": "status", "method": "method", "key": "key", "since": "since",
    "failed": "failed", "limit": "limit", "after": "after", "brief": "brief",
}  # fmt: skip
"""Query parameter -> field of `Asked`."""


class Admin:
    """Answers the mock's own routes; raises ApiError for what they refuse."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._routes: dict[str, Callable[[Values, Values, Body], Any]] = {
            "health": lambda path, query, body: control.health(),
            "openapi": lambda path, query, body: control_contract().document,
            "reset": self._reset,
            "getClock": lambda path, query, body: {"now": iso(control.services.now_ms())},
            "moveClock": self._move_clock,
            "contract": lambda path, query, body: control.services.contract.document,
            "listJournal": self._journal,
            "readRecord": lambda path, query, body: {"request": control.record(path["number"]).fields()},
            "clearJournal": self._clear_journal,
            "exportHar": lambda path, query, body: har(self._records(query), product_version()),
            "listFaults": lambda path, query, body: {"faults": control.faults()},
            "addFault": lambda path, query, body: {"fault": control.add_fault(**body)},
            "clearFaults": self._clear_faults,
            "removeFault": self._remove_fault,
            "listLimits": lambda path, query, body: {"limits": control.limits()},
            "setLimit": lambda path, query, body: {"limit": control.set_limit(**body)},
            "clearLimits": self._clear_limits,
            "listSnapshots": lambda path, query, body: {"snapshots": control.snapshots()},
            "takeSnapshot": self._snapshot(control.snapshot),
            "restoreSnapshot": self._snapshot(control.restore),
            "forgetSnapshot": self._snapshot(control.forget_snapshot),
            "exportData": lambda path, query, body: control.export(query["key"]),
            "putData": lambda path, query, body: {"ids": control.seed(**body)},
        }

    def respond(self, request: Request) -> Response:
        """The answer to one request."""
        if len(request.body) > self._control.services.settings.max_body_bytes:
            raise ApiError(413, {"reason": "The request is too large for this mock"})
        if request.path == "/__mock__":
            return to_page()
        operation, path = self._route(request)
        if operation.id == "downloadFile":
            return self._file(request)
        if operation.id in ("dashboard", "dashboardFile"):
            return page(path.get("name", ""), request.headers)
        validator = control_validator()
        given = dict(parse_qsl(request.query, keep_blank_values=True))
        _only_declared(operation, given)
        made = self._routes[operation.id](
            validator.path(operation, path),
            validator.query(operation, request.query),
            validator.body(operation, request.headers.get("content-type", ""), request.body),
        )
        if self._control.services.settings.check_answers:
            _check(operation, made)
        return answer(200, JSON, encode(made))

    def _route(self, request: Request) -> tuple[Operation, dict[str, str]]:
        method = "GET" if request.method == "HEAD" else request.method
        found = control_contract().route(method, request.path)
        if not isinstance(found, list):
            return found
        if not found:
            pages = ", ".join(sorted({operation.path for operation in control_contract().operations.values()}))
            raise not_found(f"No such page; there are {pages}")
        allowed = ", ".join(found)
        raise ApiError(405, {"reason": f"Not {method[:20]}, but {allowed}"}, {"Allow": allowed})

    def _reset(self, path: Values, query: Values, body: Body) -> Any:
        key = (body or {}).get("key")
        self._control.reset(key)
        return {"status": "reset", "key": key}

    def _move_clock(self, path: Values, query: Values, body: Body) -> Any:
        if len(body) != 1:
            raise bad_request('Send {"advance": seconds} or {"set": date}')
        if "advance" in body:
            return {"now": self._control.advance(body["advance"])}
        return {"now": self._control.set_clock(body["set"])}

    def _journal(self, path: Values, query: Values, body: Body) -> Any:
        show = Record.brief if query.get("brief") else Record.fields
        return {"requests": [show(one) for one in self._records(query)]}

    def _records(self, query: Values) -> list[Record]:
        return self._control.journal(Asked(**{ASKED[name]: value for name, value in query.items()}))

    def _clear_journal(self, path: Values, query: Values, body: Body) -> Any:
        self._control.clear_journal()
        return {"requests": []}

    def _clear_faults(self, path: Values, query: Values, body: Body) -> Any:
        self._control.clear_faults()
        return {"faults": self._control.faults()}

    def _remove_fault(self, path: Values, query: Values, body: Body) -> Any:
        self._control.remove_fault(path["faultId"])
        return {"faults": self._control.faults()}

    def _clear_limits(self, path: Values, query: Values, body: Body) -> Any:
        self._control.clear_limits(query.get("key"))
        return {"limits": self._control.limits()}

    def _snapshot(self, act: Callable[[str], None]) -> Callable[[Values, Values, Body], Any]:
        def run(path: Values, query: Values, body: Body) -> Any:
            act(path["name"])
            return {"snapshots": self._control.snapshots()}

        return run

    def _file(self, request: Request) -> Response:
        services = self._control.services
        now_ms = services.now_ms()
        asset_id = unquote(request.path[len(ROUTE) :])
        services.signer.check(asset_id, dict(parse_qsl(request.query, keep_blank_values=True)), now_ms)
        stored = services.store.find_asset(asset_id, now_ms)
        if stored is None:
            raise not_found(f"Asset {asset_id} not found")
        return Response(200, {}, b"", later=lambda: answer(200, *content_of(stored)))


def _only_declared(operation: Operation, given: Mapping[str, str]) -> None:
    """A name that means nothing here is a slip; the API itself ignores it."""
    declared = [parameter.name for parameter in operation.parameters if parameter.location == "query"]
    unknown = [name for name in given if name not in declared]
    if unknown:
        raise bad_request(f"No parameter is called {unknown[0][:60]!r}; there are {', '.join(declared) or 'none'}")


def _check(operation: Operation, made: Any) -> None:
    violations = control_validator().answer(operation, 200, made)
    if violations:
        details = {"violations": [asdict(violation) for violation in violations]}
        raise ApiError(500, {"reason": "The mock's answer breaks its own document", "details": details})
