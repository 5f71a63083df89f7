"""What must be refused is refused: with the status that says so, in the one shape of errors, and with no effect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from contract_tests.behaviour.lists import LISTINGS, some
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Caller, places
from contract_tests.exchanges import Broken, Exchange
from contract_tests.targets import Target

pytestmark = pytest.mark.target

LISTS = {each.operation_id: each for each in LISTINGS}
FEW = 30
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf"
    "DwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True)
class Refusal:
    """A call that no server may carry out."""

    name: str
    operation_id: str
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    statuses: tuple[int, ...] = (400,)

    def __str__(self) -> str:
        return f"{self.operation_id}-{self.name}"


def searches(operation_id: str) -> list[Refusal]:
    """What both searches refuse."""
    bodies: dict[str, Any] = {
        "nothing to search by": {},
        "an open parenthesis": {"filter": "(type = custom"},
        "no operator": {"filter": "type custom"},
        "no value": {"filter": "type ="},
        "AND at the end": {"filter": "createdAt > 2024-01-01 AND"},
        "an unknown field": {"filter": "colour = red"},
        "a comparison of a list": {"filter": "tags > 3"},
        "a date that is none": {"filter": "createdAt > yesterday"},
        "a limit above the largest": {"query": "x", "limit": 101},
        "hitsPerPage above the largest": {"query": "x", "hitsPerPage": 101},
        "a negative offset": {"query": "x", "offset": -1},
        "page 0": {"query": "x", "page": 0},
        "an unknown order": {"query": "x", "sortBy": ["name:desc"]},
        "an order without a direction": {"query": "x", "sortBy": ["createdAt"]},
        "a ratio above 1": {"query": "x", "querySemanticRatio": 1.5},
        "a picture and pictures": {"image": PIXEL, "images": {"like": [PIXEL]}},
        "a picture that is none": {"image": "data:image/png;base64,AAAA"},
        "a query that is no text": {"query": 5},
        "no object": [],
        "an empty query and nothing else": {"query": ""},
        "limit 0": {"query": "x", "limit": 0},
        "hitsPerPage 0": {"query": "x", "hitsPerPage": 0},
        "a limit that is a text": {"query": "x", "limit": "20"},
        "a limit that is no whole number": {"query": "x", "limit": 1.5},
        "an order that is no list": {"query": "x", "sortBy": "createdAt:desc"},
        "an order with a third word": {"query": "x", "sortBy": ["createdAt:down"]},
        "public that is a text": {"query": "x", "public": "yes"},
        "a filter that is no text": {"filter": {"type": "custom"}},
        "a negative ratio": {"query": "x", "querySemanticRatio": -0.1},
        "a ratio of pictures above 1": {"image": PIXEL, "imageSemanticRatio": 2},
        "pictures that are no set": {"images": [PIXEL]},
        "a closing parenthesis": {"filter": "createdAt > 2024-01-01)"},
        "an open quote": {"filter": 'ownerId = "x'},
        "two conditions without a word between": {"filter": "ownerId = x privacy = public"},
        "an operator that is none": {"filter": "ownerId ~ x"},
        "NOT alone": {"filter": "NOT"},
        "IS without EMPTY": {"filter": "tags IS"},
        "two values": {"filter": "ownerId = a b"},
        "a field of nothing": {"filter": "= x"},
    }
    found = [Refusal(name, operation_id, body=body) for name, body in bodies.items()]
    unknown = {"image": "asset_thisOneIsNowhere00000000"}
    return [*found, Refusal("an unknown picture", operation_id, body=unknown, statuses=(400, 404))]


REFUSALS = [
    *searches("searchAssets"),
    *searches("searchModels"),
    Refusal("a number as text", "searchAssets", body={"filter": "width = wide"}),
    *(
        Refusal(f"pageSize {size}", operation_id, {"pageSize": size})
        for operation_id, listing in LISTS.items()
        for size in ("0", "-1", "many", "1.5", str(listing.most + 1))
    ),
    *(Refusal("an unreadable token", operation_id, {"paginationToken": "???"}) for operation_id in LISTS),
    *(
        Refusal("an unknown order", operation_id, {"sortBy": "name"})
        for operation_id in LISTS
        if operation_id != "listJobs"
    ),
    *(
        Refusal("a date that is none", operation_id, {"createdAfter": "yesterday", "sortBy": "createdAt"})
        for operation_id in LISTS
        if operation_id != "listJobs"
    ),
    *(
        Refusal("a date that is none, of update", operation_id, {"updatedBefore": "2024-13-01", "sortBy": "updatedAt"})
        for operation_id in LISTS
        if operation_id != "listJobs"
    ),
    *(
        Refusal("an unknown direction", operation_id, {"sortBy": "createdAt", "sortDirection": "sideways"})
        for operation_id in LISTS
        if operation_id != "listJobs"
    ),
    *(
        Refusal(f"an unknown {name}", operation_id, {**LISTS[operation_id].query, name: "nonsense"})
        for operation_id in LISTS
        for name in ("type", "types")
    ),
    Refusal("an unknown status", "listJobs", {"status": "nonsense"}),
    Refusal("a date that is none", "listJobs", {"createdAfter": "yesterday"}),
    Refusal("neither true nor false", "listJobs", {"hideResults": "perhaps"}),
    Refusal("neither true nor false", "listAssets", {"deleted": "perhaps"}),
    Refusal("neither true nor false", "listModels", {"originalAssets": "perhaps"}),
    Refusal("an unknown privacy", "listModels", {"privacy": "secret"}),
    Refusal("ids that are none", "bulkGetModels", body={"modelIds": "model_x"}),
    Refusal("ids that are numbers", "bulkGetAssets", body={"assetIds": [1]}),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_it_is_refused(call: Caller, refusal: Refusal):
    if refusal not in some(REFUSALS, call.target, FEW):
        pytest.skip("some of them where requests are counted")
    answer = call(refusal.operation_id, query=refusal.query, body=refusal.body, expect=None)
    words = " or ".join(map(str, refusal.statuses))
    answer.must(
        answer.status in refusal.statuses,
        "refuses_what_is_wrong",
        f"{words} for {refusal.name}",
        answer.exchange.told(),
    )
    refused(answer)


POSTS = sorted(name for name, (method, _) in places().items() if method == "POST")
RAW = {
    "broken JSON": (b'{"query": "x"', "application/json"),
    "no JSON": (b"query=x", "application/json"),
    "not UTF-8": (b'{"query": "\xff"}', "application/json"),
    "a form": (b"query=x", "application/x-www-form-urlencoded"),
    "a text": (b'"x"', "application/json"),
    "nothing": (b"", "application/json"),
}


@pytest.mark.parametrize("kind", RAW)
@pytest.mark.parametrize("operation_id", POSTS)
def test_a_body_that_cannot_be_read_is_refused(target: Target, operation_id: str, kind: str):
    if target.guard.limits.read_only and not target.guard.reads(operation_id):
        pytest.skip("not sent: read only")
    content, media = RAW[kind]
    path = places()[operation_id][1].format(modelId="model_x", jobId="job_x").lstrip("/")
    with target.client(auth=target.auth) as client, target.watched() as seen:
        response = client.post(path, content=content, headers={"Content-Type": media})
    right = response.status_code in (400, 404, 413, 415, 422)
    if not right:
        raise Broken(operation_id, "refuses_what_cannot_be_read", f"400 or 415 for {kind}", seen[-1].told(), seen[-1])
    says_why(operation_id, response, seen[-1])


def says_why(operation_id: str, response: httpx.Response, exchange: Exchange) -> None:
    """The one shape of errors, in answers that no operation of the contract gives."""
    try:
        body = response.json()
    except ValueError:
        body = None
    why = body if isinstance(body, dict) else {}
    if not any(isinstance(why.get(name), str) and why[name] for name in ("reason", "message", "error")):
        raise Broken(operation_id, "error_shape", "an object with a reason", exchange.told(), exchange)


@pytest.mark.parametrize("path", ["models/x/y/z", "nothing-here", "search", "search/everything", "jobs/x/y"])
def test_what_is_nowhere_is_not_found(target: Target, path: str):
    with target.client(auth=target.auth) as client, target.watched() as seen:
        response = client.get(path)
    if response.status_code not in (404, 405, 403):
        raise Broken(f"GET /{path}", "unknown_route", "404", seen[-1].told(), seen[-1])
    says_why(f"GET /{path}", response, seen[-1])


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "PUT"])
@pytest.mark.parametrize("path", ["jobs", "search/assets", "models/get-bulk", "models/public"])
def test_a_method_that_is_not_there_is_refused(target: Target, path: str, method: str):
    if target.guard.limits.read_only or target.is_live:
        pytest.skip("not sent: it could change something that the contract does not know")
    with target.client(auth=target.auth) as client, target.watched() as seen:
        response = client.request(method, path)
    if response.status_code not in (404, 405, 403):
        raise Broken(f"{method} /{path}", "unknown_method", "405 or 404", seen[-1].told(), seen[-1])
    says_why(f"{method} /{path}", response, seen[-1])


@pytest.mark.parametrize("media", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_is_json_however_it_is_called(call: Caller, media: str):
    answer = call("searchModels", body={"query": "x", "limit": 1}, headers={"Content-Type": media})
    answer.must(len(answer.json["hits"]) <= 1, "page_size", "one hit at most", len(answer.json["hits"]))
