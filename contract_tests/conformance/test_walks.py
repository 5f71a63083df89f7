"""Conformance along the contract's links: what one answer names, the next call reads.

A generation leads to its job, a job to its assets, lists and search hits to the things themselves; every answer on the
way is held against the contract.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import Case
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from contract_tests.conformance.conftest import Server
from contract_tests.conformance.judging import excluded, name_of, no_surprise_of_the_server
from contract_tests.conformance.known import Known
from contract_tests.conformance.schema import api_schema

pytestmark = [pytest.mark.target, pytest.mark.changes]

SETTINGS = settings(
    max_examples=2,
    stateful_step_count=6,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
WALKS_OF_TWO = {"quick": 8, "full": 30}
"""Many short runs instead of one long one: what a walk can draw depends on what the server has by then, and within a
run hypothesis takes that for a flaky strategy."""


def test_links_can_be_walked(server: Server, pytestconfig: pytest.Config):
    schema = api_schema().exclude(lambda context: name_of(context) in server.not_built)
    walked: set[tuple[str, int]] = set()

    class Walk(schema.as_state_machine()):  # type: ignore[misc]
        def before_call(self, case: Case[Any]) -> None:
            fill(case, server.known)

        def get_call_kwargs(self, case: Case[Any]) -> dict[str, Any]:
            return {"base_url": server.base_url, "auth": server.auth, "session": server.session}

        def after_call(self, response: Any, case: Case[Any]) -> None:
            super().after_call(response, case)
            walked.add((name_of(case), response.status_code))

        def validate_response(self, response: Any, case: Case[Any], **_options: Any) -> None:
            # Whether what a link leads to can be used depends on its kind: a LoRA cannot generate by itself. What must
            # be accepted, and from whom, is test_operations' business.
            elsewhere = [positive_data_acceptance, ignored_auth]
            case.validate_response(
                response,
                excluded_checks=[*excluded(name_of(case), any_key=server.any_key), *elsewhere],
                additional_checks=[no_surprise_of_the_server(server.partly)],
            )

    first = int(pytestconfig.getoption("--hypothesis-seed", None) or 0) * 1000
    for number in range(WALKS_OF_TWO[pytestconfig.getoption("--profile")]):
        run_state_machine_as_test(seed(first + number)(Walk), settings=SETTINGS)
    assert {"retrieveModel", "retrieveJob", "retrieveAsset"} <= {name for name, status in walked if status == 200}


def fill(case: Case[Any], known: Known) -> None:
    """Give the first call of a walk values that the target knows; what came over a link stays."""
    linked = dict(case.path_parameters or {})
    known.mend(case)
    for name, value in linked.items():
        if str(value).startswith(("model_", "job_", "asset_")):
            case.path_parameters[name] = value
