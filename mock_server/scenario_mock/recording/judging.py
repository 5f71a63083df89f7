"""Holds both directions of an exchange against the contract.

| direction | rules besides those of JSON Schema |
|---|---|
| request | `unknown-operation`, `undeclared` parameter or body, `security`, `unreadable` body |
| answer | `server-error`, `status`, `content-type`, `header-required`, `unreadable` body |

A finding is a violation, or a note where no promise is broken: a word that an open enumeration does not list yet
(`unknown-word`), and a refusable request that was carried out (`lenient`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from ..bodies import read_json
from ..contract import Contract, Operation, Parameter
from ..errors import ApiError
from ..validation import Violation, validator_of
from .cleaning import Secrets
from .exchange import Exchange

REQUEST, ANSWER = "request", "answer"
HIDDEN = "the value is not shown: a secret stands in the body"
UNQUOTED = frozenset({"security", "unknown-operation", "server-error", "status", "content-type", "header-required"})
"""Rules whose messages quote nothing of a body."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or worth a note, with one direction of an exchange; nothing secret is in it."""

    operation_id: str | None
    direction: str
    """`request` or `answer`."""
    place: str
    """`path`, `query`, `headers`, `body` or `status`."""
    rule: str
    at: str
    """The name of a parameter or header, or a JSON pointer into the body."""
    message: str
    note: bool = False

    @property
    def where(self) -> str:
        """Place and pointer in one word."""
        return f"{self.place}{self.at if self.at.startswith('/') or not self.at else f':{self.at}'}"


@dataclass(frozen=True)
class Judgement:
    """What an exchange is, and what was found."""

    operation_id: str | None
    findings: tuple[Finding, ...]

    @property
    def violations(self) -> tuple[Finding, ...]:
        """The findings that are no mere notes."""
        return tuple(finding for finding in self.findings if not finding.note)


class Judge:
    """Judges exchanges by one contract, or only their answers, where requests are bad on purpose.

    `below` in `judge` is the path under the base path, None outside of it.
    """

    def __init__(self, contract: Contract, *, answers_only: bool = False) -> None:
        self.contract, self._answers_only = contract, answers_only
        self._validator = validator_of(contract, legacy_words=True)
        self._headers: dict[tuple[str, int], tuple[Parameter, ...]] = {}

    def judge(self, exchange: Exchange, below: str | None, secrets: Secrets, answered: bool = True) -> Judgement:
        """Everything wrong with the exchange; of one that nobody answered only the request is judged."""
        judgement = self._judged(exchange, below, secrets, answered)
        if not self._answers_only:
            return judgement
        kept = tuple(one for one in judgement.findings if one.direction == ANSWER and one.rule != "lenient")
        return Judgement(judgement.operation_id, kept)

    def _judged(self, exchange: Exchange, below: str | None, secrets: Secrets, answered: bool) -> Judgement:
        found = self.contract.route(exchange.method, below) if below is not None else []
        if isinstance(found, list):
            other = f"; the path has {', '.join(sorted(found))}" if found else ""
            message = secrets.text(f"{exchange.method} {exchange.path} is no operation of the contract{other}")
            return Judgement(None, (Finding(None, REQUEST, "path", "unknown-operation", "", message),))
        operation, path = found
        asked = list(self._request(operation, path, exchange))
        findings = _findings(operation, REQUEST, asked, secrets, exchange.body)
        if answered:
            findings += _findings(operation, ANSWER, self._answer(operation, exchange), secrets, exchange.answer)
            findings += _findings(
                operation, ANSWER, self._news(operation, exchange), secrets, exchange.answer, note=True
            )
            if exchange.status < 300 and any(violation.rule != "undeclared" for violation in asked):
                message = f"answered {exchange.status} to a request that the contract forbids"
                findings.append(Finding(operation.id, ANSWER, "status", "lenient", "", message, note=True))
        return Judgement(operation.id, tuple(findings))

    def _request(self, operation: Operation, path: Mapping[str, str], exchange: Exchange) -> Iterator[Violation]:
        validator, kind = self._validator, exchange.headers.get("content-type", "")
        yield from _refused(lambda: validator.path(operation, path))
        yield from _refused(lambda: validator.query(operation, exchange.query))
        declared = {parameter.name for parameter in operation.parameters if parameter.location == "query"}
        for name in sorted({name for name, _ in parse_qsl(exchange.query, keep_blank_values=True)} - declared):
            yield Violation("query", name, "undeclared", f"{operation.id} has no query parameter {name}")
        if frozenset() not in operation.security and "authorization" not in exchange.headers:
            yield Violation("headers", "authorization", "security", f"{operation.id} asks for credentials")
        if operation.body is None and exchange.body:
            yield Violation("body", "", "undeclared", f"{operation.id} takes no body")
        yield from _refused(lambda: validator.body(operation, kind, exchange.body))

    def _answer(self, operation: Operation, exchange: Exchange) -> Iterator[Violation]:
        status = exchange.status
        if status >= 500:
            yield Violation("status", "", "server-error", f"the server failed with {status}")
        documented = str(status) in operation.responses
        if not documented and (status < 400 or "default" not in operation.responses):
            known = ", ".join(sorted(operation.responses))
            yield Violation("status", "", "status", f"{status} is not documented, only {known}")
            return
        yield from self._answer_headers(operation, exchange)
        if operation.responses.get(str(status) if documented else "default") is None:
            return
        kind = exchange.answer_headers.get("content-type", "")
        if kind.split(";")[0].strip().lower() != "application/json":
            told = kind or "nothing at all"
            yield Violation("headers", "content-type", "content-type", f"expected application/json, not {told}")
            return
        value, unreadable = _json(exchange.answer)
        yield from unreadable or self._validator.open_answer(operation, status, value)

    def _answer_headers(self, operation: Operation, exchange: Exchange) -> Iterator[Violation]:
        for header in self._declared(operation, exchange.status):
            text = exchange.answer_headers.get(header.name.lower())
            if text is not None:
                for violation in self._validator.parameter(header, text):
                    yield Violation("headers", header.name, violation.rule, violation.message)
            elif header.required:
                yield Violation("headers", header.name, "header-required", f"{header.name} is missing")

    def _news(self, operation: Operation, exchange: Exchange) -> Iterator[Violation]:
        """Words that open enumerations do not list: what the mock would not send and the contract does not forbid."""
        value, unreadable = _json(exchange.answer)
        if unreadable or self._validator.open_answer(operation, exchange.status, value):
            return
        for violation in self._validator.answer(operation, exchange.status, value):
            yield Violation(violation.place, violation.at, "unknown-word", violation.message)

    def _declared(self, operation: Operation, status: int) -> tuple[Parameter, ...]:
        """The headers that the contract declares for a status."""
        if (operation.id, status) not in self._headers:
            contract = self.contract
            answers = contract.document["paths"][operation.path][operation.method.lower()]["responses"]
            answer = answers.get(str(status), answers.get("default", {}))
            headers = contract.resolve(answer).get("headers", {})
            described = {name: contract.resolve(header) for name, header in headers.items()}
            self._headers[operation.id, status] = tuple(
                _as_parameter(contract, name, header) for name, header in described.items()
            )
        return self._headers[operation.id, status]


def _as_parameter(contract: Contract, name: str, header: Mapping[str, Any]) -> Parameter:
    kind = contract.resolve(header["schema"]).get("type", "string")
    return Parameter(name, "headers", bool(header.get("required")), header["schema"], kind, None)


def _refused(read: Callable[[], Any]) -> list[Violation]:
    """The violations for which the mock would refuse what `read` reads."""
    try:
        read()
    except ApiError as error:
        listed = (error.fields.get("details") or {}).get("violations")
        return [Violation(**one) for one in listed] if listed else [Violation("body", "", "unreadable", str(error))]
    return []


def _json(content: bytes) -> tuple[Any, list[Violation]]:
    try:
        return read_json(content), []
    except ApiError as error:
        return None, [Violation("body", "", "unreadable", str(error))]


def _findings(
    operation: Operation,
    direction: str,
    violations: Iterable[Violation],
    secrets: Secrets,
    body: bytes,
    note: bool = False,
) -> list[Finding]:
    """Violations as they may be shown. Messages quote values, cut short: half a secret is known by nobody."""
    hide = secrets.holds(body)
    return [
        Finding(
            operation.id,
            direction,
            "body" if violation.place == "answer" else violation.place,
            violation.rule,
            secrets.text(violation.at),
            secrets.text(HIDDEN if hide and violation.rule not in UNQUOTED else violation.message),
            note,
        )
        for violation in violations
    ]
