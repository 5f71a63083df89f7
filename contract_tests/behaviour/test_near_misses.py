"""Credentials that almost fit, prices for nobody, and searches that are odd but allowed."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, some
from contract_tests.behaviour.test_access import BODIES, basic, ids_of, shut
from contract_tests.behaviour.test_reads import READINGS
from contract_tests.calls import Caller, places
from contract_tests.conftest import contract_document
from contract_tests.targets import Target

pytestmark = pytest.mark.target

READ = ("listJobs", "listAssets", "searchAssets")
DEEP = "(" * 8 + "createdAt > 2020-01-01" + ")" * 8
ODD: dict[str, dict[str, Any]] = {
    "pictures of letters": {"query": "🏰 👩‍🚀 a\u0301"},
    "a long text": {"query": "castle " * 80},
    "many parentheses": {"filter": DEEP},
    "far behind the end": {"query": "castle", "offset": 20_000},
    "letters from right to left": {"query": "\u202eقلعة \u200f"},
    "quotes": {"query": '"it\'s" \\ `x`'},
}


def priced_operations() -> list[str]:
    """Operations that a dry run prices."""
    document = contract_document()
    with_parameter = []
    for operation_id, (method, path) in places().items():
        told = document["paths"][path][method.lower()].get("parameters", ())
        if any(each.get("$ref", "").endswith("/DryRun") or each.get("name") == "dryRun" for each in told):
            with_parameter.append(operation_id)
    return sorted(with_parameter)


@pytest.mark.parametrize("operation_id", READ)
def test_credentials_that_almost_fit_are_refused(target: Target, operation_id: str, walks: Any):
    if target.accepts_any_key:
        pytest.skip("the target takes any key, as it says itself")
    key, secret = target.auth
    almost = [(key, secret[:-1]), (key, secret[:8]), ("", secret), (key, f" {secret}"), (key, secret.swapcase())]
    for given in some([pair for pair in almost if pair != target.auth], target, 2):
        with target.client(headers={"Authorization": basic(*given)}) as client:
            answer = Caller(target, client)(operation_id, body=BODIES.get(operation_id), expect=None)
        shut(answer, "credentials_are_checked", walks)


@pytest.mark.parametrize("name", READINGS)
def test_what_its_owner_has_read_stays_shut_for_others(call: Caller, target: Target, name: str, walks: Any):
    listing = next(each for each in LISTINGS if each.rows == name and not each.query)
    reading, ids = READINGS[name], walks(listing).ids[:1]
    with target.client() as client:
        nobody = Caller(target, client)
        query = {"pageSize": 3}
        call(listing.operation_id, query=query)
        shut(nobody(listing.operation_id, query=query, expect=None), "credentials_are_needed", walks)
        for row_id in ids:
            call(reading.retrieve, path={reading.parameter: row_id})
            shut(
                nobody(reading.retrieve, path={reading.parameter: row_id}, expect=None), "credentials_are_needed", walks
            )


@pytest.mark.changes
@pytest.mark.parametrize("operation_id", priced_operations())
def test_nobody_gets_a_price(target: Target, operation_id: str, walks: Any):
    path = {name: value for name, value in ids_of(walks).items() if f"{{{name}}}" in places()[operation_id][1]}
    with target.client() as client:
        body = BODIES[operation_id]
        answer = Caller(target, client)(operation_id, path=path, query={"dryRun": True}, body=body, expect=None)
    shut(answer, "credentials_are_needed", walks)


@pytest.mark.parametrize("operation_id", ["searchAssets", "searchModels"])
@pytest.mark.parametrize("name", ODD)
def test_odd_searches_are_answered(call: Caller, operation_id: str, name: str):
    answer = call(operation_id, body=ODD[name], expect=None)
    answer.must(answer.status in (200, 400), "odd_searches_are_answered", "200, or 400", answer.exchange.told())
