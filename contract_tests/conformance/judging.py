"""Checks of the suite's own that take the place of schemathesis', and those that cannot hold for an operation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from schemathesis import Case
from schemathesis.checks import CheckContext
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

PROBED = 4
"""Successes of an operation that are asked for again without credentials and with wrong ones. Whether they are needed
does not hang on the values; behaviour/test_access asks every operation in more ways."""
READ_BY_ID = frozenset({"retrieveModel", "retrieveAsset", "retrieveJob"})


def name_of(case: Case[Any]) -> str:
    """The operationId of a case."""
    return str(case.operation.definition.raw["operationId"])


def excluded(operation_id: str) -> list[Any]:
    """Checks of schemathesis that cannot hold for an operation."""
    # Whether a job can be canceled depends on its type and its state.
    return [positive_data_acceptance] if operation_id == "triggerJobAction" else []


@dataclass
class Judge:
    """The suite's own checks for one target: what it says of itself, and what was asked of it already."""

    partly: frozenset[str]
    """Operations of which the target says that it answers 501 to a part."""
    any_key: bool
    """A mock that takes any key takes made-up ones, too."""
    probed: Counter[str] = field(default_factory=Counter)
    careless: set[str] = field(default_factory=set)

    def checks(self) -> list[Any]:
        """For every answer."""
        return [self.no_surprise_of_the_server, self.credentials_are_needed]

    def no_surprise_of_the_server(self, _context: CheckContext, response: Response, case: Case[Any]) -> None:
        """There is no 5xx, but for a 501 of what the target itself says that it does in part only."""
        said = response.status_code == 501 and name_of(case) in self.partly
        if response.status_code >= 500 and not said:
            raise Failure(
                operation=case.operation.label,
                title="Server error",
                message=f"{response.status_code}: {response.content[:300]!r}",
            )

    def credentials_are_needed(self, context: CheckContext, response: Response, case: Case[Any]) -> None:
        """Without credentials, and with wrong ones, the same call is refused."""
        name = name_of(case)
        if self.any_key or response.status_code >= 300:
            return
        if self.probed[name] >= PROBED and name not in self.careless:
            return
        self.careless.add(name)  # until shown otherwise: a failure has to come again when the case is made smaller
        ignored_auth(context, response, case)
        self.careless.discard(name)
        self.probed[name] += 1


def what_is_named_exists(context: CheckContext, response: Response, case: Case[Any]) -> None:
    """An id that the answer before named can be read."""
    parent = context.internals.find_parent(case_id=case.id)
    before = context.internals.find_response(case_id=parent.id) if parent is not None else None
    if parent is None or before is None or name_of(case) not in READ_BY_ID or response.status_code != 404:
        return
    named = [value for value in (case.path_parameters or {}).values() if f'"{value}"'.encode() in before.content]
    if named:
        raise Failure(
            operation=case.operation.label,
            title="What is named exists",
            message=f"{parent.operation.label} names {named[0]}, and it is not found",
        )
