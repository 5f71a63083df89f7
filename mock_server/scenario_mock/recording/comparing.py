"""Asks a mock in process what a recording was asked, and says how its answers differ in shape.

Ids are references (`references`): what the recording created is asked for under the name that the mock gave it. The
mock's clock moves as the recording's did, and past a job's end where the recording saw one.

| left out | why |
|---|---|
| no operation | the mock has nothing to compare |
| 401 with credentials, 403, 429, 5xx | the state of an account or of a server, which a recording cannot bring along |
| a body that was no JSON | nothing to compare |
| a thing in the path that the mock does not know and the recording did not make | nothing to compare |

An answer about another thing than the recording's says less: one that stands for it in a list (`References.loosely`),
one made from a picture whose data was left out, a job that has got further. Of it only `SURE` differences count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from ..app import Mock
from ..auth import PUBLIC_TOKEN
from ..clock import ManualClock
from ..contract import Contract, Operation, packaged
from ..encoding import DecodeError, decode, encode
from ..messages import Request, Response
from ..settings import Settings
from .exchange import Exchange
from .har_files import Cassette
from .references import References
from .shapes import ENDS, Shaper

JOB_SECONDS = 60.0
LONGEST_STEP_S = 3600.0
SURE = frozenset({"type", "word"})
KEY = "Basic cmVjb3JkaW5nOnJlY29yZGluZw=="
"""The credentials `recording:recording`: a key of its own, with a world of its own."""
PICTURE = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAATUlEQVR42u3PQQ0AAAgEoNPkRjeFDzdoQGUmn3WeExAQEBAQEBAQEBAQEBAQEBAQ"
    "EBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQELi3gUQBgBESS1AAAAAASUVORK5CYII="
)
"""64 x 64 pixels of one colour."""
CUT_PICTURE = re.compile(r"data:image/[\w.+-]+(?:;[\w=.+-]+)*,\[\d+ characters\]")
CUT_DATA = re.compile(r"\[\d+ characters\]")


@dataclass(frozen=True)
class Difference:
    """One difference of one answer. `kind` is one of those of `shapes`, or `status` or `content-type`."""

    entry: int
    operation_id: str
    request: str
    """With references in the place of ids."""
    kind: str
    at: str
    recorded: str
    came: str

    def fields(self) -> dict[str, Any]:
        """As JSON has it."""
        fields = asdict(self)
        fields["operationId"] = fields.pop("operation_id")
        return fields


@dataclass
class Comparison:
    """What a comparison came to."""

    differences: list[Difference] = field(default_factory=list)
    compared: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    """Reason -> how many answers were left out for it."""


def compare(
    cassette: Cassette,
    contract: Contract | None = None,
    profile: str = "live",
    told: Callable[[int, int], None] = lambda done, whole: None,
) -> Comparison:
    """Ask a fresh mock of this profile everything that the cassette holds; `told` how many of how many are asked."""
    contract = contract or packaged()
    start = cassette.exchanges[0].at_ms if cassette.exchanges else 0
    settings = Settings(profile=profile, job_seconds=JOB_SECONDS, clock="manual", check_answers=False)
    mock = Mock(settings, contract=contract, clock=ManualClock(start))
    try:
        return _Comparing(mock, contract).all_of(cassette, told)
    finally:
        mock.close()


class _Comparing:
    def __init__(self, mock: Mock, contract: Contract) -> None:
        self._mock, self._contract = mock, contract
        self._references, self._shaper = References(), Shaper(contract)
        self._made = Comparison()
        self._then: int | None = None

    def all_of(self, cassette: Cassette, told: Callable[[int, int], None]) -> Comparison:
        for number, exchange in enumerate(cassette.exchanges):
            told(number, len(cassette.exchanges))
            below = cassette.below(exchange)
            found = self._contract.route(exchange.method, below) if below is not None else []
            reason = "no operation" if isinstance(found, list) else _unsuitable(exchange)
            if reason is not None or isinstance(found, list):
                self._made.skipped[reason or "no operation"] += 1
            else:
                self._one(number, exchange, found[0], below or "")
        return self._made

    def _one(self, number: int, exchange: Exchange, operation: Operation, below: str) -> None:
        recorded = decode(exchange.answer) if exchange.answer else None
        self._pass_time(exchange, bool(operation.extensions["x-read-only"]) and _state(recorded) in ENDS)
        answered, same = self._answer(exchange, below)
        if answered is None:
            self._made.skipped["about a thing that only the recording has"] += 1
            return
        came = _read(answered.body)
        kinds = (_media(exchange.answer_headers), _media({k.lower(): v for k, v in answered.headers.items()}))
        found: list[tuple[str, str, str, str]] = []
        if exchange.status != answered.status:
            reason = f" {came.get('reason', '')}" if isinstance(came, dict) and answered.status >= 400 else ""
            found.append(("status", "", str(exchange.status), f"{answered.status}{reason}"))
        elif kinds[0] != kinds[1]:
            found.append(("content-type", "", *kinds))
        else:
            self._references.learn(recorded, came, loose=not same)
            unlike = self._shaper.differences(operation, exchange.status, recorded, came)
            same = same and not CUT_DATA.search(exchange.body.decode()) and _state(recorded) == _state(came)
            found += [(one.kind, one.at, one.recorded, one.came) for one in unlike if same or one.kind in SURE]
        self._made.compared += 1
        told = self._references.told(exchange.told)
        self._made.differences += [Difference(number, operation.id, told, *one) for one in found]

    def _pass_time(self, exchange: Exchange, has_ended: bool) -> None:
        """Let the clock pass as in the recording; beyond a job's end when somebody saw that it had ended."""
        passed = (exchange.at_ms - self._then) / 1000 if self._then is not None else 0.0
        self._then = exchange.at_ms
        step = min(max(passed, 0.0), LONGEST_STEP_S) + (2 * JOB_SECONDS if has_ended else 0.0)
        self._mock.services.clock.advance(step)

    def _answer(self, exchange: Exchange, below: str) -> tuple[Response | None, bool]:
        """The mock's answer, and whether it is about the same thing; None when only the recording has that thing.

        When the mock refuses what the recording did not, it is asked again, under the names of rows of lists.
        """
        names = self._references
        asked = self._request(exchange, below)
        answered, same = self._mock.respond(asked), True
        unknown = answered.status == 404 != exchange.status
        if unknown or answered.status >= 400 > exchange.status:
            names.loosely = True
            again = self._mock.respond(self._request(exchange, below))
            names.loosely = False
            if again.status == exchange.status:
                answered, same = again, False
            elif unknown and asked.path == "/v1" + below:
                return None, False
        return (answered if answered.later is None else answered.later()), same

    def _request(self, exchange: Exchange, below: str) -> Request:
        headers = {"content-type": exchange.headers.get("content-type", "application/json")}
        authorization = exchange.headers.get("authorization")
        if authorization is not None:
            headers["authorization"] = authorization if authorization == PUBLIC_TOKEN else KEY
        names = self._references
        body = exchange.body
        value = _read(body)
        if value is not None:
            body = encode(_whole(names.body(value)))
        return Request(exchange.method, "/v1" + names.path(below), names.query(exchange.query), headers, body)


def _unsuitable(exchange: Exchange) -> str | None:
    """Why an answer says nothing about the shape of answers; None when it does."""
    status = exchange.status
    if status in (403, 429) or (status == 401 and "authorization" in exchange.headers):
        return f"{status}, the state of an account"
    if status >= 500:
        return f"{status}, a failure"
    if exchange.answer and _read(exchange.answer) is None:
        return "no JSON"
    return None


def _state(value: Any) -> str:
    """The status of the job in an answer; nothing where there is none, and one word for all that is on its way."""
    job = value.get("job") if isinstance(value, dict) else None
    status = str(job.get("status")) if isinstance(job, dict) else ""
    return status if status in ENDS or not status else "on its way"


def _whole(value: Any) -> Any:
    """A recorded body with something in the place of the data that was left out of it."""
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return CUT_DATA.sub("AAAA", CUT_PICTURE.sub(PICTURE, value)) if isinstance(value, str) else value


def _read(content: bytes) -> Any:
    try:
        return decode(content)
    except DecodeError:
        return None


def _media(headers: Any) -> str:
    return str(headers.get("content-type", "")).split(";")[0].strip().lower()
