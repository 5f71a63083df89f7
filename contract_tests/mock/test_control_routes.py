"""The routes under `/__mock__/` are what `control.yaml` says: each works, no other exists, wrong input is refused."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import schemathesis
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from scenario_client import Scenario
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.admin import Admin
from scenario_mock.control_document import control_contract
from scenario_mock.world import ANCHOR_MS
from schemathesis.config import SchemathesisConfig

from contract_tests.mock.control_kit import SECRET, ask, call, told
from contract_tests.serving import serving_here

OPERATIONS = control_contract().operations
EXAMPLES: dict[str, tuple[str, Any]] = {
    "health": ("health", None),
    "openapi": ("openapi.json", None),
    "reset": ("reset", {"key": "key"}),
    "getClock": ("clock", None),
    "moveClock": ("clock", {"advance": 1.5}),
    "contract": ("contract.json", None),
    "listJournal": ("journal?limit=3&failed=true&brief=true&after=0", None),
    "readRecord": ("journal/1", None),
    "clearJournal": ("journal", None),
    "exportHar": ("journal.har?operationId=listJobs", None),
    "listFaults": ("faults", None),
    "addFault": ("faults", {"effect": "latency", "latencyMs": {"uniform": [1, 2]}}),
    "clearFaults": ("faults", None),
    "removeFault": ("faults/fault-1", None),
    "listLimits": ("limits", None),
    "setLimit": ("limits", {"key": "*", "requestsPerSecond": 5}),
    "clearLimits": ("limits?key=*", None),
    "listSnapshots": ("snapshots", None),
    "takeSnapshot": ("snapshots/two", None),
    "restoreSnapshot": ("snapshots/one/restore", None),
    "forgetSnapshot": ("snapshots/one", None),
    "exportData": ("data?key=key", None),
    "putData": ("data", {"key": "key", "models": [{"name": "Mine"}]}),
}
FILES = {"downloadFile", "dashboard", "dashboardFile"}
"""What answers with something else than JSON."""
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@pytest.fixture
def mock() -> Mock:
    """A small one in which there is something to remove, to restore and to forget."""
    made = Mock(Settings(models=2, assets=2, jobs=2), clock=ManualClock(ANCHOR_MS))
    made.add_fault("unavailable", operation="listAssets", times=5)
    made.snapshot("one")
    call(made, "assets")
    return made


def test_the_document_is_openapi():
    document = control_contract().document
    OpenAPIV31SpecValidator(document).validate()
    for operation in OPERATIONS.values():
        assert set(operation.responses) >= {"200", "default"}


@pytest.mark.parametrize("operation_id", EXAMPLES)
def test_every_route_works(mock: Mock, operation_id: str):
    path, body = EXAMPLES[operation_id]
    response = ask(mock, OPERATIONS[operation_id].method, path, body)
    assert response.status == 200, response.body  # held against the document before it leaves
    assert response.headers["Content-Type"] == "application/json"


def test_nothing_else_exists(mock: Mock):
    assert set(Admin(mock)._routes) == set(EXAMPLES) == set(OPERATIONS) - FILES
    declared = {(operation.method, operation.path) for operation in OPERATIONS.values()}
    for path in {operation.path for operation in OPERATIONS.values()}:
        where = re.sub(r"\{\w+\}", "one", path).removeprefix("/__mock__/")
        for method in METHODS:
            status = ask(mock, method, where).status
            assert (status == 405) == ((method, path) not in declared), (method, path, status)
    for path in ("nothing", "health/", "snapshots/one/two", "faults/a/b"):
        response = ask(mock, "GET", path)
        assert response.status == 404
        assert "/__mock__/health" in json.loads(response.body)["reason"]


def test_the_document_is_served(mock: Mock):
    assert told(mock, "GET", "openapi.json") == json.loads(json.dumps(control_contract().document))
    with serving_here(mock) as base_url, Scenario(api_key="key", api_secret=SECRET, base_url=base_url) as api:
        assert api.models.list(page_size=1).items
    assert ask(mock, "HEAD", "health").status == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "part"),
    [
        ("POST", "reset", {"keys": "x"}, 400, "keys"),
        ("POST", "reset", {"key": ""}, 400, "key"),
        ("POST", "reset", b"{", 400, "not valid JSON"),
        ("POST", "clock", None, 400, "body is required"),
        ("POST", "clock", {}, 400, "advance"),
        ("POST", "clock", {"advance": 1, "set": "2027-01-01"}, 400, "advance"),
        ("POST", "clock", {"advance": "1"}, 400, "body.advance"),
        ("POST", "clock", {"advance": -1}, 400, "minimum"),
        ("POST", "clock", {"set": "tomorrow"}, 400, "body.set"),
        ("POST", "clock", {"set": "2020-01-01"}, 400, "only goes forward"),
        ("POST", "clock", b'{"advance": NaN}', 400, "not valid JSON"),
        ("GET", "journal?limit=-1", None, 400, "limit"),
        ("GET", "journal?limit=abc", None, 400, "limit"),
        ("GET", "journal?failed=maybe", None, 400, "failed"),
        ("GET", "journal?since=tomorrow", None, 400, "since"),
        ("GET", "journal?operation=listJobs", None, 400, "operationId"),
        ("GET", "health?verbose=1", None, 400, "there are none"),
        ("POST", "faults", {"effect": "nonsense"}, 400, "body.effect"),
        ("POST", "faults", {"effect": "hang", "operation": "listNothing"}, 400, "listModels"),
        ("POST", "faults", {"effect": "hang", "tag": "nothing"}, 400, "generate"),
        ("POST", "faults", {"effect": "hang", "tims": 1}, 400, "tims"),
        ("POST", "faults", {"effect": "hang", "times": 0}, 400, "times"),
        ("POST", "faults", {"effect": "latency", "latencyMs": {"uniform": [1]}}, 400, "latencyMs"),
        ("POST", "faults", {"effect": "hang", "probability": 1.1}, 400, "probability"),
        ("POST", "faults", [], 400, "object"),
        ("DELETE", "faults/fault-99", None, 404, "fault-99"),
        ("POST", "limits", {"requests": 1}, 400, "key"),
        ("POST", "limits", {"key": "a b", "requests": 1}, 400, "key"),
        ("DELETE", "limits?key=a%20b", None, 400, "key"),
        ("POST", "snapshots/a_b", None, 400, "name"),
        ("POST", "snapshots/" + "x" * 41, None, 400, "name"),
        ("POST", "snapshots/nothing/restore", None, 404, "there are one"),
        ("DELETE", "snapshots/nothing", None, 404, "there are one"),
        ("GET", "data", None, 400, "key is required"),
        ("GET", "data?key=%00", None, 400, "key"),
        ("POST", "data", {"models": []}, 400, "key"),
        ("POST", "data", {"key": "k", "models": {}}, 400, "body.models"),
        ("POST", "data", {"key": "k", "models": [{"stauts": "x"}]}, 400, "stauts"),
        ("POST", "data", {"key": "k", "jobs": [{"status": "sleeping"}]}, 400, "body.jobs.0.status"),
        ("PUT", "data", {}, 405, "GET"),
        ("GET", "files/asset_x", None, 403, "signature"),
        ("GET", "journal?after=-1", None, 400, "after"),
        ("GET", "journal/0", None, 400, "number"),
        ("GET", "journal/99", None, 404, "99"),
        ("GET", "dashboard/nothing.js", None, 404, "nothing.js"),
        ("GET", "dashboard/__init__.py", None, 404, "__init__"),
        ("GET", "dashboard/..%2Fcontrol.yaml", None, 404, "control.yaml"),
    ],
)
def test_wrong_input(mock: Mock, method: str, path: str, body: Any, status: int, part: str):
    before = (mock.faults(), mock.limits(), mock.snapshots(), mock.export("key"))
    response = ask(mock, method, path, body)
    assert response.status == status, response.body
    answer = json.loads(response.body)
    assert part in answer["reason"]
    problem = control_contract().schemas["Problem"]["properties"]
    assert set(answer) <= set(problem)
    assert (mock.faults(), mock.limits(), mock.snapshots(), mock.export("key")) == before


def test_other_bodies(mock: Mock):
    assert ask(mock, "POST", "clock", b'{"advance": 1}', **{"content-type": "text/plain"}).status == 415
    too_long = ask(mock, "POST", "data", b" " * 10_000_001)
    assert (too_long.status, "large" in json.loads(too_long.body)["reason"]) == (413, True)
    deep = ask(mock, "POST", "faults", b"[" * 100_000)
    assert deep.status == 400


def test_examples_of_the_document_are_taken(mock: Mock):
    taken = 0
    for operation in OPERATIONS.values():
        raw = control_contract().document["paths"][operation.path][operation.method.lower()]
        media = raw.get("requestBody", {}).get("content", {}).get("application/json", {})
        for example in media.get("examples", {}).values():
            assert (
                ask(mock, operation.method, operation.path.removeprefix("/__mock__/"), example["value"]).status == 200
            )
            taken += 1
    assert taken >= 6


def test_the_file_is_plain_yaml(root: Any):
    text = (root / "mock_server/scenario_mock/control.yaml").read_text("utf-8")
    assert yaml.safe_load(text) == control_contract().document


# ---- any input that the document allows, and some that it does not ------------------------------------------------

CONFIG = {
    "generation": {"deterministic": True, "max-examples": 12},
    "cache": {"enabled": False},
    # Names of operations, tags and snapshots, and dates to come, are not in the schemas: right forms can be refused.
    "checks": {"positive_data_acceptance": {"enabled": False}},
}
schema = schemathesis.openapi.from_dict(
    {**control_contract().document}, config=SchemathesisConfig.from_dict(CONFIG)
).exclude(operation_id=sorted(FILES))


@pytest.fixture(scope="module")
def server() -> Any:
    """One mock for all cases, on a port."""
    mock = Mock(Settings(empty=True), clock=ManualClock(ANCHOR_MS))
    with serving_here(mock) as base_url:
        yield base_url.removesuffix("/v1")


@schema.parametrize()
def test_any_request(case: Any, server: str):
    case.call_and_validate(base_url=server)
