"""Conformance along the contract's links: what one answer names, the next call reads.

A generation leads to its job, a job to its assets, lists and search hits to the things themselves; every answer on the
way is held against the contract, and what is named has to be there. A run that may only read walks from list to thing.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance

from contract_tests.conformance.conftest import Server
from contract_tests.conformance.judging import READ_BY_ID, excluded, name_of, what_is_named_exists
from contract_tests.conformance.known import Known
from contract_tests.conformance.schema import api_schema
from contract_tests.options import thoroughness
from contract_tests.targets import Target

pytestmark = pytest.mark.target

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


def test_links_can_be_walked(server: Server, target: Target, pytestconfig: pytest.Config):
    walk(api_schema(reading=True if target.guard.limits.read_only else None), server, pytestconfig)


def walk(schema: Any, server: Server, config: pytest.Config) -> None:
    """Walk from random operations over random links. Fails, too, when a kind of thing that is there was never read."""
    schema = schema.exclude(lambda context: name_of(context) in server.not_built)
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
            with server.but_for_what_is_known():
                case.validate_response(
                    response,
                    additional_checks=[server.judge.no_surprise_of_the_server, what_is_named_exists],
                    excluded_checks=[*excluded(name_of(case)), positive_data_acceptance],
                    recorder=self.recorder,
                )

    first = int(config.getoption("--hypothesis-seed", None) or 0) * 1000
    for number in range(WALKS_OF_TWO[thoroughness(config)]):
        run_state_machine_as_test(seed(first + number)(Walk), settings=SETTINGS)
    there = {name for name in READ_BY_ID - server.not_built if not server.known.lacks(name)}
    assert there <= {name for name, status in walked if status == 200}


def fill(case: Case[Any], known: Known) -> None:
    """Give the first call of a walk values that the target knows; what came over a link stays."""
    linked = dict(case.path_parameters or {})
    known.mend(case)
    for name, value in linked.items():
        if str(value).startswith(("model_", "job_", "asset_")):
            case.path_parameters[name] = value
