"""Conformance: schemathesis calls every operation with examples, boundary values and generated data, legal and illegal,
and holds every answer against the contract. In process by default; any server with --target.

What only reads is apart from what changes or costs something, so that a run that may only read tests it, too. An
operation that a mock lists as not built has to say so: it answers 501 or refuses, never anything that looks real.
"""

from __future__ import annotations

from typing import Any

import pytest
import requests
from hypothesis import settings
from schemathesis import Case

from contract_tests.conformance.conftest import Server
from contract_tests.conformance.judging import excluded, name_of
from contract_tests.conformance.schema import api_schema
from contract_tests.options import CONFORMANCE

pytestmark = pytest.mark.target

reading, changing = api_schema(reading=True), api_schema(reading=False)


@reading.parametrize()
@settings(settings.get_profile(CONFORMANCE))
def test_reading(case: Case[Any], server: Server):
    hold(case, server)


@pytest.mark.changes
@changing.parametrize()
@settings(settings.get_profile(CONFORMANCE))
def test_changing(case: Case[Any], server: Server):
    hold(case, server)


class NoAnswer(BaseException):
    """The target did not answer. No `Exception`, so that hypothesis ends the test here: to look for a smaller request
    that has no answer either would cost the longest wait each time.
    """


def hold(case: Case[Any], server: Server) -> None:
    """Send one call and judge its answer. Skips when the target has nothing to call the operation with."""
    name = name_of(case)
    lacks = server.known.lacks(name)
    if lacks:
        pytest.skip(f"the target has no {lacks}")
    if case.meta is None or case.meta.generation.mode.is_positive:
        server.known.mend(case)
    if name in server.not_built:
        expect_not_built(case, server)
        return
    try:
        with server.but_for_what_is_known():
            case.call_and_validate(
                base_url=server.base_url,
                session=server.session,
                auth=server.auth,
                excluded_checks=excluded(name),
                additional_checks=server.judge.checks(),
            )
    except requests.RequestException as error:
        raise NoAnswer(str(error)) from error


def expect_not_built(case: Case[Any], server: Server) -> None:
    """Refused for a reason of its own, or 501."""
    response = case.call(base_url=server.base_url, session=server.session, auth=server.auth)
    assert response.status_code in (400, 401, 404, 405, 413, 415, 501), response.status_code
    assert {"reason", "message"} & set(response.json())
