"""One answered request as the journal shows it, made from what was kept of it; nothing secret is in it.

A body is shown up to 16 kB. Bodies that are no text are told by their size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import redaction
from .clock import iso, parse_iso
from .encoding import DecodeError, decode

LONGEST_BODY = 16_384


@dataclass(slots=True)
class Entry:
    """What is kept of one request while it is answered: references and no more, because every request pays for it.

    Times: `machine_us` orders what several processes answered, `at_ms` is the mock's own, `seconds` what it took.
    Bodies are cut to `LONGEST_BODY`, the sizes are the real ones. `key` is the tenant, `operation_id` is None for what
    is no operation.
    """

    machine_us: int
    at_ms: int
    seconds: float
    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    body_size: int
    origin: str
    operation_id: str | None
    key: str | None
    status: int
    answer_headers: Mapping[str, str]
    answer: bytes
    answer_size: int
    reason: str | None
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """One answered request, as `Mock.calls_to` and GET /__mock__/journal show it."""

    at: str
    """The mock's time, ISO 8601."""
    method: str
    path: str
    """Still encoded, without the query."""
    query: str
    origin: str
    """Scheme and host that the caller used."""
    operation_id: str | None
    """None for what is no operation of the contract."""
    key: str | None
    """Whose world it was: the API key's name; None for public callers."""
    status: int
    reason: str | None
    """Why it was refused; None for an answer."""
    faults: tuple[str, ...]
    """Ids of the faults that struck."""
    duration_ms: float
    """Milliseconds until the answer was ready, with the delay that a fault or a preference added."""
    request_headers: Mapping[str, str]
    request_body: str | None
    """None when there was none, or when it is no text."""
    request_size: int
    response_headers: Mapping[str, str]
    response_body: str | None
    response_size: int
    number: int = 0
    """Its place among all that was asked, from 1; 0 for a record that is in no journal."""

    @property
    def at_ms(self) -> int:
        """`at` in milliseconds since the epoch."""
        return parse_iso(self.at)

    @property
    def failed(self) -> bool:
        """Whether it was refused, or something struck it."""
        return self.status >= 400 or bool(self.faults)

    @property
    def request_json(self) -> Any:
        """The request's body read as JSON; None when it is none, or was cut for the journal."""
        return _json(self.request_body)

    @property
    def response_json(self) -> Any:
        """The answer's body read as JSON; None when it is none, or was cut for the journal."""
        return _json(self.response_body)

    def fields(self) -> dict[str, Any]:
        """As the journal's JSON has it."""
        return {name: getattr(self, attribute) for attribute, name in WIRE_NAMES.items()}

    def brief(self) -> dict[str, Any]:
        """The fields without headers and bodies: a line of a list."""
        return {name: value for name, value in self.fields().items() if name not in LONG}


WIRE_NAMES = {
    "at": "at", "method": "method", "path": "path", "query": "query", "origin": "origin",
    "operation_id": "operationId", "key": "key", "status": "status", "reason": "reason", "faults": "faults",
    "duration_ms": "durationMs", "request_headers": "requestHeaders", "request_body": "requestBody",
    "request_size": "requestSize", "response_headers": "responseHeaders", "response_body": "responseBody",
    "response_size": "responseSize", "number": "number",
}  # fmt: skip
LONG = frozenset({"requestHeaders", "requestBody", "responseHeaders", "responseBody"})


def record_of(entry: Entry, number: int = 0, brief: bool = False) -> Record:
    """What may be shown of an entry that has this place in the journal; a brief one is made without headers and bodies,
    which cost most of it."""
    secrets = redaction.secrets_of(entry.headers)
    return Record(
        at=iso(entry.at_ms),
        method=entry.method,
        path=redaction.text(entry.path, secrets),
        query=redaction.text(entry.query, secrets),
        origin=entry.origin,
        operation_id=entry.operation_id,
        key=entry.key,
        status=entry.status,
        reason=None if entry.reason is None else redaction.text(entry.reason, secrets),
        faults=entry.faults,
        duration_ms=round(entry.seconds * 1000, 3),
        request_headers={} if brief else {name: redaction.header(name, value) for name, value in entry.headers.items()},
        request_body=None if brief else _shown(entry.body, entry.body_size, secrets),
        request_size=entry.body_size,
        response_headers={}
        if brief
        else {name.lower(): redaction.header(name, value) for name, value in entry.answer_headers.items()},
        response_body=None if brief else _shown(entry.answer, entry.answer_size, secrets),
        response_size=entry.answer_size,
        number=number,
    )


def record_from(fields: Mapping[str, Any], number: int | None = None) -> Record:
    """The record that `Record.fields` wrote, at this place of the journal if it has got one since."""
    named = {attribute: fields.get(name, 0) for attribute, name in WIRE_NAMES.items()}
    placed = {} if number is None else {"number": number}
    return Record(**{**named, "faults": tuple(named["faults"]), **placed})


def _shown(body: bytes, size: int, secrets: tuple[str, ...]) -> str | None:
    """The text of a body that had this size before it was cut."""
    if not body:
        return None
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(body) == size or error.start < len(body) - 3:
            return None
        text = body[: error.start].decode("utf-8")  # cut in the middle of a character
    return redaction.text(text, secrets)


def _json(body: str | None) -> Any:
    try:
        return None if body is None else decode(body)
    except DecodeError:
        return None
