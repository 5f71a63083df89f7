"""What must be refused is refused: with the status that says so, in the one shape of errors, and with no effect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Caller, places
from contract_tests.exchanges import Broken
from contract_tests.targets import Target

pytestmark = pytest.mark.target

LISTS = {each.operation_id: each for each in LISTINGS}
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
    Refusal("an unknown privacy", "listModels", {"privacy": "secret"}),
    Refusal("ids that are none", "bulkGetModels", body={"modelIds": "model_x"}),
    Refusal("ids that are numbers", "bulkGetAssets", body={"assetIds": [1]}),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_it_is_refused(call: Caller, refusal: Refusal):
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


@pytest.mark.parametrize("path", ["models/x/y/z", "nothing-here", "search", "search/everything", "jobs/x/y"])
def test_what_is_nowhere_is_not_found(target: Target, path: str):
    with target.client(auth=target.auth) as client, target.watched() as seen:
        response = client.get(path)
    if response.status_code not in (404, 405, 403):
        raise Broken(f"GET /{path}", "unknown_route", "404", seen[-1].told(), seen[-1])


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "PUT"])
@pytest.mark.parametrize("path", ["jobs", "search/assets", "models/get-bulk", "models/public"])
def test_a_method_that_is_not_there_is_refused(target: Target, path: str, method: str):
    if target.guard.limits.read_only or target.is_live:
        pytest.skip("not sent: it could change something that the contract does not know")
    with target.client(auth=target.auth) as client, target.watched() as seen:
        response = client.request(method, path)
    if response.status_code not in (404, 405, 403):
        raise Broken(f"{method} /{path}", "unknown_method", "405 or 404", seen[-1].told(), seen[-1])
