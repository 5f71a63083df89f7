"""The mock's own routes under `/__mock__/`: is it alive, start again, what was asked, move the clock, the files
behind assets.

They need no credentials: the mock listens on loopback, and file addresses are signed.
"""

from __future__ import annotations

import math
from typing import Any
from urllib.parse import unquote

import orjson

from .bodies import read_json
from .clock import iso
from .contents import content_of
from .errors import bad_request, method_not_allowed, not_found
from .files import ROUTE
from .handlers import HANDLERS, PARTLY
from .handlers.call import Services

Answer = tuple[int, str, bytes]
JSON = "application/json"
LONGEST_ADVANCE = 10 * 365 * 86_400.0


class Admin:
    """Answers the mock's own routes; raises ApiError for what they refuse."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._routes = {
            "/__mock__/health": {"GET": self._health},
            "/__mock__/reset": {"POST": self._reset},
            "/__mock__/journal": {"GET": self._journal},
            "/__mock__/clock": {"GET": self._clock, "POST": self._advance},
        }

    def respond(self, method: str, path: str, query: dict[str, str], body: bytes) -> Answer:
        """Status, content type and bytes for one request."""
        method = "GET" if method == "HEAD" else method
        if path.startswith(ROUTE):
            if method != "GET":
                raise method_not_allowed("GET")
            return self._file(unquote(path[len(ROUTE) :]), query)
        methods = self._routes.get(path)
        if methods is None:
            raise not_found(f"No such page; there are {', '.join(sorted(self._routes))}")
        if method not in methods:
            raise method_not_allowed(", ".join(methods))
        return 200, JSON, orjson.dumps(methods[method](body))

    def _health(self, body: bytes) -> dict[str, Any]:
        operations = self._services.contract.operations
        return {
            "status": "ok",
            "contract": self._services.contract.document["info"]["version"],
            "seed": self._services.settings.seed,
            "keys": "any" if self._services.settings.api_key is None else "fixed",
            "operations": len(operations),
            "partlyImplemented": {} if self._services.settings.stateless else PARTLY,
            "notImplemented": [] if self._services.settings.stateless else sorted(set(operations) - set(HANDLERS)),
        }

    def _reset(self, body: bytes) -> dict[str, Any]:
        self._services.reset()
        return {"status": "reset"}

    def _journal(self, body: bytes) -> dict[str, Any]:
        return {
            "requests": [
                {
                    "at": iso(entry.at_ms),
                    "method": entry.method,
                    "path": entry.path,
                    "operationId": entry.operation_id,
                    "status": entry.status,
                    "reason": entry.reason,
                }
                for entry in self._services.journal
            ]
        }

    def _clock(self, body: bytes) -> dict[str, Any]:
        return {"now": iso(self._services.now_ms())}

    def _advance(self, body: bytes) -> dict[str, Any]:
        order = read_json(body)
        if not isinstance(order, dict) or "advance" not in order:
            raise bad_request('Send {"advance": seconds}')
        seconds = order["advance"]
        if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not math.isfinite(seconds):
            raise bad_request("advance is a number of seconds")
        if not 0 <= seconds <= LONGEST_ADVANCE:
            raise bad_request(f"advance is between 0 and {LONGEST_ADVANCE:.0f} seconds: time only goes forward")
        self._services.advance(seconds)
        return self._clock(b"")

    def _file(self, asset_id: str, query: dict[str, str]) -> Answer:
        now_ms = self._services.now_ms()
        self._services.signer.check(asset_id, query, now_ms)
        stored = self._services.store.find_asset(asset_id, now_ms)
        if stored is None:
            raise not_found(f"Asset {asset_id} not found")
        return 200, *content_of(stored)
