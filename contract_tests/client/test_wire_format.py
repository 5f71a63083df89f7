"""What every method puts on the wire: method, path, query spelling and body, from the examples of the contract.

The expectation is built from the document alone (a list is one comma separated value, a boolean `true` or `false`), the
call from the method's own keywords; both clients send the same.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import respx
from scenario_client import AsyncScenario, Scenario

from contract_tests.conftest import contract_document

BASE = "https://api.example/v1"
DOCUMENT = contract_document()

Case = tuple[str, str, dict[str, Any], Any]


def cases() -> list[Any]:
    """Every operation with every example of its body; without a body, once."""
    found = []
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            bodies = {
                name: example["value"] for name, example in content.get("examples", {"-": {"value": None}}).items()
            }
            for name, body in bodies.items():
                ident = f"{operation['operationId']}-{name}"
                found.append(pytest.param(method.upper(), path, operation, body, id=ident))
    return found


def parameters(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The operation's parameters, references followed."""
    shared = DOCUMENT["components"]["parameters"]
    return [shared[one["$ref"].rsplit("/", 1)[1]] if "$ref" in one else one for one in operation.get("parameters", [])]


def snake(name: str) -> str:
    """The keyword for a name on the wire."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def call_of(operation: dict[str, Any], body: Any) -> tuple[list[Any], dict[str, Any]]:
    """Positional and keyword arguments that stand for the examples of the parameters and for `body`."""
    places = parameters(operation)
    positional = [one["example"] for one in places if one["in"] == "path"]
    keywords = {snake(one["name"]): one["example"] for one in places if one["in"] == "query"}
    if operation["operationId"] == "createCustomGeneration":
        return [*positional, body], keywords
    return positional, {**keywords, **{snake(name): value for name, value in (body or {}).items()}}


def expected(path: str, operation: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """Path and query of the request, from the document."""
    query = {}
    for one in parameters(operation):
        if one["in"] == "path":
            path = path.replace("{" + one["name"] + "}", quote(one["example"], safe=""))
        else:
            value = one["example"]
            text = ",".join(value) if isinstance(value, list) else str(value)
            query[one["name"]] = text.lower() if isinstance(value, bool) else text
    return path, query


def answer(operation: dict[str, Any]) -> httpx.Response:
    """The operation's own example of an answer, under the status that fits: 269 where a price is asked for."""
    status = "269" if "269" in operation["responses"] else "200"
    example = next(iter(operation["responses"][status]["content"]["application/json"]["examples"].values()))
    return httpx.Response(int(status), json=example["value"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("method", "path", "operation", "body"), cases())
@respx.mock(base_url=BASE)
def test_request(method: str, path: str, operation: dict[str, Any], body: Any, respx_mock: respx.MockRouter):
    route = respx_mock.route().mock(return_value=answer(operation))
    positional, keywords = call_of(operation, body)
    tag, name = operation["tags"][0], operation["x-client-method"]

    with Scenario(api_key="key", api_secret="secret", base_url=BASE) as client:
        getattr(getattr(client, tag), name)(*positional, **keywords)

    async def send() -> None:
        async with AsyncScenario(api_key="key", api_secret="secret", base_url=BASE) as client:
            result = getattr(getattr(client, tag), name)(*positional, **keywords)
            if inspect.isawaitable(result):
                await result

    asyncio.run(send())
    assert route.call_count == 2
    wanted_path, wanted_query = expected(path, operation)
    for call in route.calls:
        request = call.request
        assert request.method == method
        assert request.url.raw_path.decode().partition("?")[0] == "/v1" + wanted_path
        assert dict(request.url.params.multi_items()) == wanted_query
        assert request.headers["authorization"].startswith("Basic ")
        assert request.headers["accept"] == "application/json"
        assert (json.loads(request.content) if request.content else None) == body


def test_path_parameters_cannot_leave_their_place(respx_mock: respx.MockRouter):
    route = respx_mock.route().mock(return_value=httpx.Response(404, json={"reason": "x"}))
    with Scenario(api_key="key", api_secret="secret", base_url=BASE) as client, pytest.raises(Exception, match="404"):
        client.models.retrieve("a/../b c?d=e#f")
    assert route.calls.last.request.url.raw_path == b"/v1/models/a%2F..%2Fb%20c%3Fd%3De%23f"
