"""Which checks an answer has to pass, and the one that replaces schemathesis' own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from schemathesis import Case
from schemathesis.checks import CheckContext, not_a_server_error
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance


def name_of(case: Case[Any]) -> str:
    """The operationId of a case."""
    return str(case.operation.definition.raw["operationId"])


def excluded(operation_id: str, *, any_key: bool) -> list[Any]:
    """Checks that cannot hold for an operation or a target, each for a reason."""
    checks: list[Any] = [not_a_server_error]  # replaced by no_surprise_of_the_server
    if any_key:  # a mock that takes any key takes made-up ones too
        checks.append(ignored_auth)
    if operation_id == "triggerJobAction":  # whether a job can be canceled depends on its type and its state
        checks.append(positive_data_acceptance)
    return checks


def no_surprise_of_the_server(partly: frozenset[str]) -> Callable[[CheckContext, Response, Case[Any]], None]:
    """The check that there is no 5xx, but for a 501 of what the target itself says that it does in part only."""

    def no_surprise(_context: CheckContext, response: Response, case: Case[Any]) -> None:
        said = response.status_code == 501 and name_of(case) in partly
        assert response.status_code < 500 or said, f"{response.status_code}: {response.content[:300]!r}"

    return no_surprise
