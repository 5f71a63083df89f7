"""The `Prefer` header: statuses, examples, made-up data and delays for one request, and what cannot be had."""

from __future__ import annotations

import json

import pytest
from scenario_client import errors
from scenario_mock import ManualClock, Mock
from scenario_mock.app import Response
from scenario_mock.world import ANCHOR_MS

from contract_tests.conftest import contract_document
from contract_tests.mock.control_kit import MODEL, call, client

CODES = [
    pytest.param(operation, method.upper(), path, status, id=f"{operation['operationId']}-{status}")
    for path, item in contract_document()["paths"].items()
    for method, operation in item.items()
    for status in operation["responses"]
    if status not in ("200", "default")
]


@pytest.fixture(scope="module")
def mock() -> Mock:
    """One for all: no preference changes anything."""
    return Mock(clock=ManualClock(ANCHOR_MS))


def prefer(mock: Mock, path: str, preference: str) -> Response:
    return call(mock, path, prefer=preference)


def reason(response: Response) -> str:
    assert response.status == 400
    text: str = json.loads(response.body)["reason"]
    return text


@pytest.mark.parametrize(("operation", "method", "path", "status"), CODES)
def test_every_declared_code(mock: Mock, operation: dict[str, object], method: str, path: str, status: str):
    where = path.removeprefix("/").replace("{", "any-").replace("}", "")
    for preference in (f"code={status}", f"code={status}, dynamic=true"):
        response = call(mock, where, method=method, prefer=preference)
        assert response.status == int(status)
        declared = mock.contract.operations[str(operation["operationId"])]
        assert mock._validator.answer(declared, response.status, json.loads(response.body)) == []
        assert response.headers["Preference-Applied"] == preference


def test_examples(mock: Mock):
    assert json.loads(prefer(mock, "models", "example=emptyAccount").body) == {"models": []}
    concurrency = prefer(mock, "models", 'Example="concurrency"; foo=1, respond-async')
    assert concurrency.status == 429
    assert json.loads(concurrency.body)["name"] == "ConcurrencyLimitReachedError"
    assert concurrency.headers["Preference-Applied"] == "example=concurrency"
    assert prefer(mock, "models", "example=internal").status == 500
    assert prefer(mock, "models", "code=503, example=gateway").status == 503


def test_made_up_data_repeat(mock: Mock):
    first = prefer(mock, "models?pageSize=3", "dynamic=true")
    assert first.status == 200
    assert json.loads(first.body)["models"] != json.loads(call(mock, "models?pageSize=3").body)["models"]
    assert first.body == prefer(mock, "models?pageSize=3", "dynamic=true").body
    assert first.body != prefer(mock, "models?pageSize=4", "dynamic=true").body


def test_delay(mock: Mock):
    response = prefer(mock, "models?pageSize=3", "delay=500")
    assert response.delivery is not None
    assert response.delivery.delay_s == 0.5
    assert response.body == call(mock, "models?pageSize=3").body
    assert prefer(mock, "models", "code=200").headers["Preference-Applied"] == "code=200"


def test_what_is_not_known_is_ignored(mock: Mock):
    response = prefer(mock, "models?pageSize=3", "return=minimal, respond-async, =,;,")
    assert (response.status, response.headers.get("Preference-Applied")) == (200, None)


@pytest.mark.parametrize(
    ("preference", "part"),
    [
        ("code=404", "listModels declares no code '404', but 200, 400, 401, 403, 429 and any from 500 to 599"),
        ("code=default", "declares no code"),
        ("code=abc", "declares no code"),
        ("code", "declares no code"),
        ("code=" + "9" * 5000, "declares no code"),
        ("example=nothing", "but aboveMaximum, concurrency"),
        ("code=429, example=publicPage", "no example 'publicPage' for this code"),
        ("example", "no example ''"),
        ("delay=soon", "number of milliseconds"),
        ("delay=-1", "number of milliseconds"),
        ("delay=600001", "up to 600000"),
        ("dynamic=perhaps", "true or false"),
    ],
)
def test_what_cannot_be_had(mock: Mock, preference: str, part: str):
    assert part in reason(prefer(mock, "models", preference))


def test_nothing_happens_in_the_world(mock: Mock):
    before = mock.export("key")
    response = call(mock, f"generate/custom/{MODEL}", method="POST", prefer="example=accepted")
    assert response.status == 200
    assert mock.export("key") == before


def test_credentials_come_first(mock: Mock):
    assert call(mock, "jobs", prefer="code=200", authorization="Basic nonsense").status == 401


def test_a_client_asks_for_it(mock: Mock):
    with (
        client(mock, default_headers={"Prefer": "code=503, delay=50"}) as api,
        pytest.raises(errors.GatewayError) as met,
    ):
        api.models.list()
    assert met.value.status == 503
