"""Walking a search page by page: in either mode and any size each hit comes once, in one order, and totals agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import httpx
import pytest

from contract_tests.mock.calls import CASTLE, CITY
from contract_tests.mock.search_calls import ENGINES, KINDS, Hit, house, ids, place_on, searched, walked

SIZES = (1, 7, 20, 100)
MODES = ("offset", "page")
SORTABLE = ("createdAt", "updatedAt", "width", "height", "score")


@pytest.fixture(scope="module", params=[engine for engine in ENGINES if engine != "file"])
def api(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a small world that nobody changes."""
    with house(place_on(request.param, request, tmp_path_factory.mktemp("state")), assets=60) as made:
        yield made.client(made.mock())


def searches(kind: str) -> dict[str, dict[str, Any]]:
    """One of each way to search; each finds something."""
    narrow = "height > 600" if kind == "assets" else "capabilities = txt2img"
    return {
        "filter": {"filter": narrow},
        "negated": {"filter": f"NOT ({narrow}) OR tags IS EMPTY"},
        "query": {"query": "castle"},
        "typo": {"query": "a fantsay castle", "filter": "createdAt > 2020-01-01"},
        "half": {"query": "red castle", "querySemanticRatio": 0.5, "filter": narrow},
        "meaning": {"query": "a fortress", "querySemanticRatio": 1},
        "image": {"image": CITY, "filter": narrow},
        "like": {"images": {"like": [CITY, CASTLE], "unlike": [CASTLE]}},
        "everything": {
            "query": "castle",
            "querySemanticRatio": 0.3,
            "image": CASTLE,
            "imageSemanticRatio": 0.4,
            "filter": narrow,
        },
        "public": {"query": "castle", "public": True, "filter": "updatedAt > 2025-10-01"},
        "public meaning": {"query": "castle", "querySemanticRatio": 0.5, "public": True, "filter": "tags = castle"},
    }


@pytest.mark.parametrize("name", searches("assets"))
@pytest.mark.parametrize("kind", KINDS)
def test_every_walk_is_the_same_walk(api: httpx.Client, kind: str, name: str):
    body = searches(kind)[name]
    first = [hit["id"] for hit in walked(api, body, kind)]
    assert first
    for mode in MODES:
        for size in SIZES:
            if size > 1 or len(first) <= 80:
                assert [hit["id"] for hit in walked(api, body, kind, size=size, mode=mode)] == first, (mode, size)


def key_of(hit: Hit, name: str, descending: bool) -> tuple[bool, float]:
    """Where a hit stands in such an order: what lacks the field comes last, either way."""
    value = hit.get(name, hit.get("metadata", {}).get(name))
    if value is None:
        return True, 0.0
    number = datetime.fromisoformat(value).timestamp() if isinstance(value, str) else float(value)
    return False, -number if descending else number


ORDERS = [
    *([f"{name}:{direction}"] for name in SORTABLE for direction in ("asc", "desc")),
    ["width:desc", "height:asc"],
    ["height:asc", "createdAt:desc"],
    ["score:desc", "updatedAt:asc"],
    ["width:asc", "width:desc", "score:asc"],
]


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
@pytest.mark.parametrize("kind", KINDS)
def test_sorted_hits_stand_in_that_order(api: httpx.Client, kind: str, order: list[str], public: bool):
    for search in ("negated", "query", "half"):
        body = {**searches(kind)[search], "public": public}
        unsorted = {hit["id"] for hit in walked(api, body, kind)}
        hits = walked(api, {**body, "sortBy": order}, kind, size=40, mode="page")
        assert {hit["id"] for hit in hits} == unsorted
        fields = [(name, direction == "desc") for name, _, direction in (each.partition(":") for each in order)]
        keys = [tuple(key_of(hit, *field) for field in fields) for hit in hits]
        assert keys == sorted(keys)


@pytest.mark.parametrize("kind", KINDS)
def test_not_is_the_complement(api: httpx.Client, kind: str):
    everything = {hit["id"] for hit in walked(api, {"filter": "createdAt IS NOT EMPTY"}, kind)}
    for condition in ("tags = castle", "name:castle", "createdAt > 2025-06-01", "authorId != x", "nsfw IS EMPTY"):
        if kind == "models" and condition.startswith("nsfw"):
            condition = "concepts IS EMPTY"
        passing = {hit["id"] for hit in walked(api, {"filter": condition}, kind)}
        assert {hit["id"] for hit in walked(api, {"filter": f"NOT {condition}"}, kind)} == everything - passing


# ---- modes -----------------------------------------------------------------------------------------------------------

CASTLES = {"query": "castle", "filter": "kind = image"}


def test_the_offset_of_the_query_string_wins(api: httpx.Client):
    whole = ids(api, **CASTLES)
    for sent in (0, 1, 5):
        answer = searched(api, {**CASTLES, "offset": 3, "limit": 2}, offset=sent)
        assert (answer["offset"], answer["limit"]) == (sent, 2)
        assert [hit["id"] for hit in answer["hits"]] == whole[sent : sent + 2]
    assert searched(api, CASTLES, offset=10_000)["hits"] == []


@pytest.mark.parametrize("text", ["", "-1", "1.5", "x", "1e3", "9" * 400, "\u00b2", "+1"])
def test_an_offset_that_is_none_is_not_there(api: httpx.Client, text: str):
    assert searched(api, {**CASTLES, "offset": 2}, offset=text)["offset"] == 2


@pytest.mark.parametrize("more", [{"page": 2}, {"hitsPerPage": 20}, {"page": 1, "hitsPerPage": 3}])
def test_page_mode_wins_over_offset_mode(api: httpx.Client, more: dict[str, int]):
    mixed = searched(api, {**CASTLES, "offset": 4, "limit": 2, **more}, offset=5)
    assert mixed == searched(api, {**CASTLES, **more})
    assert not {"offset", "limit", "estimatedTotalHits"} & set(mixed)


@pytest.mark.parametrize("page", [1_000, 2**31, 2**63, 10**18, 10**30])
@pytest.mark.parametrize("body", [CASTLES, {"query": "castle", "querySemanticRatio": 0.5}, {"image": CITY}])
def test_a_page_however_far_past_the_end_is_empty(api: httpx.Client, body: dict[str, Any], page: int):
    total = len(walked(api, body))
    answer = searched(api, {**body, "page": page})
    assert (answer["hits"], answer["totalHits"]) == ([], total)
    assert float(answer["page"]) == float(page)  # JSON knows no larger numbers than doubles
    answer = searched(api, {**body, "offset": page})
    assert (answer["hits"], answer["estimatedTotalHits"]) == ([], total)
