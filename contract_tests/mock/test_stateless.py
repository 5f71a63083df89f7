"""Without a world every operation answers with data that its schema allows, the same for the same request."""

from __future__ import annotations

import json
from typing import Any

import pytest
from scenario_mock import ManualClock, Mock, Settings

from contract_tests.conftest import contract_document
from contract_tests.mock.test_pipeline import send

EXAMPLES = [
    pytest.param(method.upper(), path, operation, id=operation["operationId"])
    for path, item in contract_document()["paths"].items()
    for method, operation in item.items()
]


@pytest.fixture(scope="module")
def stateless() -> Mock:
    """A mock that keeps no world."""
    return Mock(Settings(stateless=True), clock=ManualClock(0))


@pytest.mark.parametrize(("method", "path", "operation"), EXAMPLES)
def test_every_operation_answers(stateless: Mock, method: str, path: str, operation: dict[str, Any]):
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    example = next(iter(body["examples"].values()))["value"] if body else None
    where = "/v1" + path.replace("{", "any-").replace("}", "")
    first = send(stateless, method, where, example)
    assert first.status == 200, first.body[:500]  # answers are checked against the contract before they leave
    assert send(stateless, method, where, example).body == first.body
    if "269" in operation["responses"]:
        priced = send(stateless, method, where + "?dryRun=true", example)
        assert priced.status == 269
        assert "job" not in json.loads(priced.body)


def test_another_request_or_seed_gets_other_data(stateless: Mock):
    one = send(stateless, "GET", "/v1/models/one").body
    assert send(stateless, "GET", "/v1/models/two").body != one
    assert send(Mock(Settings(stateless=True, seed=1)), "GET", "/v1/models/one").body != one
