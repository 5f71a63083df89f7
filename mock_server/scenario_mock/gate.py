"""What stands between a caller and the handlers: limits, faults and preferences of one call.

`before` is asked once the caller is known, and `after` when the answer is there. Both cost next to nothing as long as
nothing is set: one look at the shared rules, one at the headers.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import faults, limits, prefer
from .clock import machine_us
from .contract import Operation
from .effects import delayed
from .encoding import DecodeError, decode
from .errors import ApiError
from .faults import Strike, Target
from .handlers.call import Services
from .jobs import fail
from .messages import Request, Response
from .prefer import Preference
from .records import Entry

if TYPE_CHECKING:
    from .stateless import Stateless

RULES = "rules"
"""Name of the shared document: `{"faults": [...], "limits": {...}, "next": number}`."""
LOOK = "x-scenario-mock-look"
"""A call with this header looks from outside: no limit counts it, no fault strikes it, no journal has it."""
LOOK_AT_FILE = "look=1"
"""The same for a file, in the query of its address: who shows a picture cannot set headers."""
USAGE = "usage:"
"""Shared documents with what a key has used begin with this, followed by the key."""


class Passage:
    """One call on its way through: filled by `before`, asked by `after` and by the journal."""

    __slots__ = ("key", "looks", "now_ms", "operation", "preference", "strike")

    def __init__(self, now_ms: int, looks: bool = False) -> None:
        self.now_ms = now_ms
        self.looks = looks
        self.operation: Operation | None = None
        self.key: str | None = None
        self.strike: Strike | None = None
        self.preference: Preference | None = None

    @property
    def instead(self) -> Response | None:
        """The answer to a call that is not carried out; None when it is."""
        found = self.strike.instead if self.strike is not None else None
        if found is None and self.preference is not None:
            found = self.preference.response
        return found

    @property
    def faults(self) -> tuple[str, ...]:
        """Ids of the faults that strike this call."""
        return self.strike.faults if self.strike is not None else ()


class Gate:
    """Applies the shared rules to calls."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def before(self, passage: Passage, request: Request) -> None:
        """Fill the passage. Raises ApiError for a call above a limit, or with a preference that cannot be had."""
        rules = self._services.store.control(RULES)
        if rules and not passage.looks:
            self._limit(rules, passage, request)
            self._strike(rules, passage, request)
        header = request.headers.get("prefer")
        if header is not None and passage.operation is not None:
            facts = f"{request.method} {request.path}?{request.query}"
            passage.preference = prefer.read(
                header,
                passage.operation,
                self._services.contract,
                lambda operation, word: self._made_up.value(operation, word, facts),
            )

    def after(self, passage: Passage, response: Response) -> Response:
        """What becomes of the answer; failures of jobs and what was spent are written down."""
        if passage.operation is not None and response.status == 200 and not passage.looks:
            self._settle(passage, response)
        if passage.preference is not None:
            response = _preferred(passage.preference, response)
        return passage.strike.shape(response) if passage.strike is not None else response

    def strike_file(self, request: Request) -> Strike | None:
        """What strikes the download of a file."""
        rules = self._services.store.control(RULES)
        if not rules or LOOK_AT_FILE in request.query.split("&"):
            return None
        return self._struck(rules, Target(faults.FILE_OPERATION, "files", None, request.method, request.path))

    @cached_property
    def _made_up(self) -> Stateless:
        from .stateless import Stateless  # brings Faker along, which takes its time

        return Stateless(self._services.contract, self._services.settings.seed)

    def _limit(self, rules: dict[str, Any], passage: Passage, request: Request) -> None:
        limit = limits.limit_of(rules["limits"], passage.key)
        if limit is None or passage.operation is None:
            return
        refusal: ApiError | None = None
        tag, now_ms = passage.operation.tag, self._services.now_ms()
        spends = tag == "generate" and "dryRun" not in request.query

        def count(usage: Any) -> Any:
            nonlocal refusal
            after, refusal = limits.counted(limit, usage, tag, spends, now_ms)
            return after

        self._services.store.change_control(f"{USAGE}{passage.key}", count)
        if refusal is not None:
            raise refusal

    def _strike(self, rules: dict[str, Any], passage: Passage, request: Request) -> None:
        if passage.operation is not None:
            operation = passage.operation
            target = Target(operation.id, operation.tag, passage.key, request.method, request.path)
            passage.strike = self._struck(rules, target)

    def _struck(self, rules: dict[str, Any], target: Target) -> Strike | None:
        if not any(faults.matches(fault, target) for fault in rules["faults"]):
            return None
        strike: Strike | None = None

        def count(now: Any) -> Any:
            nonlocal strike
            counted, strike = faults.struck_by(now["faults"], target)
            return {**now, "faults": counted}

        self._services.store.change_control(RULES, count)
        return strike

    def _settle(self, passage: Passage, response: Response) -> None:
        """Write down what the call has cost, and that its job fails, when a limit or a fault wants it."""
        rules = self._services.store.control(RULES)
        job_failure = passage.strike.job_failure if passage.strike is not None else None
        limit = limits.limit_of(rules["limits"], passage.key) if rules else None
        counts = limit is not None and "creativeUnits" in limit
        if not (counts or job_failure is not None) or passage.key is None:
            return
        body = _object(response.body)
        cost, job = body.get("creativeUnitsCost", 0), body.get("job")
        store = self._services.store
        if counts and cost:
            store.change_control(f"{USAGE}{passage.key}", lambda usage: _charged(usage, cost))
        if job_failure is not None and isinstance(job, dict):
            shelf = store.shelf(passage.key)
            store.change_job(shelf, job["jobId"], lambda plan: fail(plan, **job_failure))


def _preferred(preference: Preference, response: Response) -> Response:
    headers = {**response.headers, "Preference-Applied": preference.applied}
    response = replace(response, headers=headers)
    return delayed(response, preference.delay_s) if preference.delay_s else response


def _charged(usage: Any, cost: float) -> Any:
    usage = usage or {"requests": 1, "creativeUnits": 0}
    return {**usage, "creativeUnits": usage["creativeUnits"] + cost}


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = decode(body)
    except DecodeError:
        return {}
    return value if isinstance(value, dict) else {}


def entry(seconds: float, request: Request, response: Response, reason: str | None, passage: Passage) -> Entry:
    """What the journal keeps of a call."""
    if response.delivery is not None:
        seconds += response.delivery.delay_s
    return Entry(
        machine_us(),
        passage.now_ms,
        seconds,
        request.method,
        request.path,
        request.query,
        request.headers,
        request.body,
        len(request.body),
        request.origin,
        passage.operation.id if passage.operation is not None else None,
        passage.key,
        response.status,
        response.headers,
        response.body,
        len(response.body),
        reason,
        passage.faults,
    )
