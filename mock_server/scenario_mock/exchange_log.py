"""The log that `record` and `replay` write of what passes: that of `serve`, made of exchanges (see `request_log`).

Exchanges come cleaned of secrets. Keys are among them, so a line has none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .contract import Contract
from .encoding import DecodeError, decode
from .recording.exchange import Base, Exchange
from .records import Entry

Log = Callable[[Entry], None]


def exchange_log(log: Log | None, base: Base, contract: Contract) -> Callable[[Exchange], None] | None:
    """What to call with each exchange with the API at `base`; None without a log."""
    if log is None:
        return None
    return lambda exchange: log(_entry(exchange, _operation(exchange, base, contract)))


def _operation(exchange: Exchange, base: Base, contract: Contract) -> str | None:
    below = base.below(exchange.path)
    found = contract.route(exchange.method, below) if below is not None else []
    return None if isinstance(found, list) else found[0].id


def _entry(exchange: Exchange, operation_id: str | None) -> Entry:
    return Entry(
        machine_us=exchange.at_ms * 1000,
        at_ms=exchange.at_ms,
        seconds=exchange.seconds,
        method=exchange.method,
        path=exchange.path,
        query=exchange.query,
        headers=exchange.headers,
        body=exchange.body,
        body_size=len(exchange.body),
        origin="",
        operation_id=operation_id,
        key=None,
        status=exchange.status,
        answer_headers=exchange.answer_headers,
        answer=exchange.answer,
        answer_size=len(exchange.answer),
        reason=_reason(exchange.answer) if exchange.status >= 400 else None,
        faults=(),
    )


def _reason(answer: bytes) -> str | None:
    """Why a request was refused, if the answer says so."""
    try:
        body: Any = decode(answer)
    except DecodeError:
        return None
    told = [body.get(name) for name in ("reason", "message", "error")] if isinstance(body, dict) else []
    return next((one for one in told if isinstance(one, str)), None)
