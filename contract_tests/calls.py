"""Calls by operationId whose answers are held against the contract: status, content type, headers, body.

    page = call("listModels", query={"privacy": "public", "pageSize": 5})
    page.json["models"]

An answer that the contract does not allow raises `Broken`; so does a status that the caller did not expect. What is
expected of the values in it is up to the tests, which say so with `Answer.must`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import schemathesis
from scenario_mock.contract import Operation
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from contract_tests.exchanges import Broken, Exchange, broken
from contract_tests.spec import contract, contract_document
from contract_tests.targets import Target

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@dataclass(frozen=True)
class Answer:
    """An answer that obeys the contract, and the exchange that it was part of."""

    operation_id: str
    status: int
    headers: Mapping[str, str]
    json: Any
    exchange: Exchange

    def must(self, holds: object, rule: str, expected: object, came: object, *others: Answer) -> None:
        """Raise `Broken` unless `holds`; `others` are answers that are needed to see it."""
        if not holds:
            broken(self.operation_id, rule, expected, came, *(other.exchange for other in others), self.exchange)


class Caller:
    """Calls one target with one set of credentials."""

    def __init__(self, target: Target, client: httpx.Client) -> None:
        self.target, self._client = target, client
        self._last: list[Exchange] = []

    def __call__(
        self,
        operation_id: str,
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        expect: int | Iterable[int] | None = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Call an operation. `expect` are the statuses that are right here; None: whatever the contract allows."""
        method, template = places()[operation_id]
        address = template.format(**{name: quote(value, safe="") for name, value in (path or {}).items()}).lstrip("/")
        asked = {name: _worded(value) for name, value in (query or {}).items() if value is not None}
        if asked:
            address += "?" + urlencode(asked)
        with self.target.watched() as seen:
            sent = {"json": body} if body is not None else {}
            response = self._client.request(method, address, headers=headers, **sent)
        exchange = seen[-1]
        self._obeys(operation_id, response, exchange, path, query, body)
        answer = Answer(operation_id, response.status_code, response.headers, _read(response), exchange)
        if expect is not None:
            statuses = [expect] if isinstance(expect, int) else list(expect)
            words = " or ".join(map(str, statuses))
            answer.must(response.status_code in statuses, "expected_status", words, exchange.told())
        return answer

    def operation(self, operation_id: str) -> Operation:
        """An operation of the contract."""
        return contract().operations[operation_id]

    def resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """A schema of the contract, its reference followed."""
        while "$ref" in schema:
            found: Any = contract_document()
            for name in schema["$ref"].removeprefix("#/").split("/"):
                found = found[name]
            schema = found
        return schema

    def _obeys(
        self,
        operation_id: str,
        response: httpx.Response,
        exchange: Exchange,
        path: Mapping[str, str] | None,
        query: Mapping[str, Any] | None,
        body: Any,
    ) -> None:
        case = (
            schema()
            .find_operation_by_id(operation_id)
            .Case(
                path_parameters=dict(path or {}),
                query={name: _worded(value) for name, value in (query or {}).items()},
                **({"body": body, "media_type": "application/json"} if body is not None else {}),
            )
        )
        try:
            case.validate_response(Response.from_httpx(response, verify=True), checks=CHECKS)
        except FailureGroup as found:
            failure = found.exceptions[0]
            rule = str(getattr(failure, "title", type(failure).__name__)).lower().replace(" ", "_")
            raise Broken(operation_id, rule, _expected(failure), exchange.told(), exchange) from None


def _expected(failure: BaseException) -> str:
    message = str(getattr(failure, "message", "") or failure)
    return " ".join(message.split())[:600]


def _read(response: httpx.Response) -> Any:
    with suppress(ValueError):
        return response.json()
    return None


def _worded(value: Any) -> str:
    """A query value as the contract's parameters have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


@cache
def places() -> dict[str, tuple[str, str]]:
    """operationId -> method and path of the contract."""
    return {
        operation["operationId"]: (method.upper(), path)
        for path, methods in contract_document()["paths"].items()
        for method, operation in methods.items()
        if isinstance(operation, dict) and "operationId" in operation
    }


@cache
def security(operation_id: str) -> tuple[tuple[str, ...], ...]:
    """The credentials that an operation takes, each alternative as the names of its schemes; (): none are needed."""
    method, path = places()[operation_id]
    document = contract_document()
    asked = document["paths"][path][method.lower()].get("security", document["security"])
    return tuple(tuple(alternative) for alternative in asked)


def operation_named(label: str) -> str:
    """The operationId of `GET /models`; what is no operation stays as it is."""
    return next((name for name, place in places().items() if " ".join(place) == label), label)


@cache
def schema() -> Any:
    """The contract as schemathesis reads it, for judging answers only."""
    return schemathesis.openapi.from_dict(deepcopy(contract_document()))
