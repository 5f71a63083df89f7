"""Pages: every item of all pages, and an end to every walk; sync and async."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from client_runtime.errors import PaginationError, ServerError
from client_runtime.paging import following

from contract_tests.client.features import LIST_MODELS, SEARCH_ASSETS, Listing, Model, Recorder, Side


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    side = Side(is_async=request.param == "async")
    yield side
    side.close()


def models(*ids: str, token: Any = None) -> dict[str, Any]:
    """An answer of a list."""
    answer: dict[str, Any] = {"models": [{"id": one} for one in ids]}
    return answer if token is None else {**answer, "nextPaginationToken": token}


def listing(side: Side, server: Any, **more: Any) -> Any:
    """A list call: a page, or what an async client returns for one."""
    return side.client(server).page(LIST_MODELS, item=Model, cast=Listing, items="models", **more)


def search(side: Side, server: Any, **more: Any) -> Any:
    """A search call."""
    client = side.client(server)
    return client.page(SEARCH_ASSETS, item=Model, cast=Listing, items="hits", style="search", **more)


def ids(items: list[Any]) -> list[str]:
    return [item.id for item in items]


class Hits:
    """A search over `count` hits, honest unless told otherwise; `bodies` are what it was asked."""

    def __init__(self, count: int, *, total: Any = "right", ignores: bool = False, echo: bool = True) -> None:
        self.bodies: list[dict[str, Any]] = []
        self._names = [f"a{number}" for number in range(count)]
        self._total = count if total == "right" else total
        self._ignores = ignores
        self._echo = echo

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        self.bodies.append(body)
        if "page" in body or "hitsPerPage" in body:
            size, page = body.get("hitsPerPage", 20), 1 if self._ignores else body.get("page", 1)
            answer: dict[str, Any] = {"page": page, "hitsPerPage": size} if self._echo else {}
            start = (page - 1) * size
            if self._total is not None:
                answer |= {"totalHits": self._total, "totalPages": -(-self._total // size)}
        else:
            size, start = body.get("limit", 20), 0 if self._ignores else body.get("offset", 0)
            answer = {"offset": start, "limit": size} if self._echo else {}
            if self._total is not None:
                answer["estimatedTotalHits"] = self._total
        answer["hits"] = [{"id": name} for name in self._names[start : start + size]]
        return httpx.Response(200, json=answer)


# --- cursor -----------------------------------------------------------------------------------------------------------


def test_iterating_walks_all_pages(side: Side):
    server = Recorder(models("a", "b", token="t1"), models("c", token="t2"), models("d"))
    assert ids(side.collect(listing(side, server, query={"pageSize": 2}))) == ["a", "b", "c", "d"]
    assert server.queries == [
        {"pageSize": "2"},
        {"pageSize": "2", "paginationToken": "t1"},
        {"pageSize": "2", "paginationToken": "t2"},
    ]


def test_an_empty_page_with_a_token_is_followed(side: Side):
    server = Recorder(models(token="t1"), models(token="t2"), models("a"))
    assert ids(side.collect(listing(side, server))) == ["a"]


def test_an_empty_list_is_empty(side: Side):
    server = Recorder(models())
    assert side.collect(listing(side, server)) == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("last", [{"nextPaginationToken": None}, {"nextPaginationToken": ""}, {}])
def test_null_and_empty_tokens_end_the_walk(side: Side, last: dict[str, Any]):
    server = Recorder({**models("a"), **last})
    assert ids(side.collect(listing(side, server))) == ["a"]


def test_pages_are_asked_for_when_they_are_needed(side: Side):
    server = Recorder(models("a", token="t1"), models("b"))
    page = side.do(listing(side, server))
    assert len(server.requests) == 1
    assert (ids(page.items), page.has_next) == (["a"], True)
    second = side.do(page.next_page())
    assert (ids(second.items), second.has_next) == (["b"], False)
    assert side.do(second.next_page()) is None
    assert len(server.requests) == 2


def test_pages_page_by_page(side: Side):
    server = Recorder(models("a", token="t1"), models(token="t2"), models("b", "c"))
    page = side.do(listing(side, server))
    assert [ids(each.items) for each in side.collect(page.pages())] == [["a"], [], ["b", "c"]]


def test_a_page_shows_its_answer(side: Side):
    server = Recorder({**models("a", token="t1"), "news": None})
    page = side.do(listing(side, server))
    assert page.data.to_dict() == {"models": [{"id": "a"}], "nextPaginationToken": "t1", "news": None}
    assert isinstance(page.data, Listing)
    assert isinstance(page.items[0], Model)
    assert page.items is page.items
    assert page.http_response.status_code == 200
    assert "1 models, has_next=True" in repr(page)


def test_a_walk_can_be_repeated(side: Side):
    answers = {None: models("a", token="t1"), "t1": models("b", token="t2"), "t2": models("c")}
    server = Recorder(lambda request: answers[request.url.params.get("paginationToken")])
    page = side.do(listing(side, server))
    assert ids(side.collect(page)) == ["a", "b", "c"]
    assert ids(side.collect(page)) == ["a", "b", "c"]
    assert ids(side.do(page.next_page()).items) == ids(side.do(page.next_page()).items) == ["b"]


def test_an_async_list_call_sends_nothing_before_it_is_used():
    side = Side(is_async=True)
    server = Recorder(models("a"))
    call = listing(side, server)
    assert server.requests == []
    assert ids(side.collect(call)) == ids(side.do(call).items) == ["a"]
    assert [ids(page.items) for page in side.collect(call.pages())] == [["a"]]
    side.close()


def test_the_same_token_again_is_an_error(side: Side):
    server = Recorder(models("a", token="t1"), models("b", token="t1"))
    page = side.do(listing(side, server))
    second = side.do(page.next_page())
    with pytest.raises(PaginationError, match=r"GET /models .*'t1' a second time"):
        side.do(second.next_page())
    assert len(server.requests) == 2


@pytest.mark.parametrize("period", [1, 2, 3, 7])
def test_tokens_that_go_in_circles_end_with_an_error(side: Side, period: int):
    server = Recorder(
        lambda request: models("x", token=f"t{(int(request.url.params.get('paginationToken', 't0')[1:]) + 1) % period}")
    )
    with pytest.raises(PaginationError, match="a second time"):
        side.collect(listing(side, server))
    assert len(server.requests) <= period + 1


def test_the_token_that_the_caller_began_with_counts(side: Side):
    server = Recorder(models("a", token="mine"))
    with pytest.raises(PaginationError, match="mine"):
        side.collect(listing(side, server, query={"paginationToken": "mine"}))
    assert len(server.requests) == 1


def test_what_came_before_the_error_was_handed_out(side: Side):
    server = Recorder(models("a", token="t1"), models("b", token="t1"))
    got: list[str] = []

    async def walk_async() -> None:
        async for item in listing(side, server):
            got.append(item.id)

    def walk() -> Any:
        got.extend(item.id for item in listing(side, server))

    with pytest.raises(PaginationError):
        side.do(walk_async() if side.is_async else walk())
    assert got == ["a", "b"]


def test_a_token_of_another_type_is_an_error_and_no_silent_end(side: Side):
    server = Recorder(models("a", token={"offset": 100}))
    page = side.do(listing(side, server))
    assert ids(page.items) == ["a"]
    with pytest.raises(PaginationError, match="no text"):
        side.do(page.next_page())


def test_odd_items_lose_no_page(side: Side):
    server = Recorder({"models": [{"id": "a"}, None, "b", 3], "nextPaginationToken": "t1"}, {"models": None}, {})
    items = side.collect(listing(side, server))
    assert items[1:] == [None, "b", 3]
    assert items[0].id == "a"


def test_options_reach_every_page(side: Side):
    server = Recorder(models("a", token="t1"), models("b", token="t2"), models("c"))
    options = {"headers": {"X-Mine": "1"}, "query": {"projectId": "p"}, "timeout": 7.0, "max_retries": 0}
    assert ids(side.collect(listing(side, server, options=options))) == ["a", "b", "c"]
    assert [request.headers["x-mine"] for request in server.requests] == ["1", "1", "1"]
    assert [query["projectId"] for query in server.queries] == ["p", "p", "p"]
    assert [request.extensions["timeout"]["read"] for request in server.requests] == [7.0, 7.0, 7.0]
    assert [query.get("paginationToken") for query in server.queries] == [None, "t1", "t2"]


def test_a_token_in_the_options_begins_the_walk_and_does_not_hold_it_up(side: Side):
    server = Recorder(models("b", token="t2"), models("c"))
    assert ids(side.collect(listing(side, server, options={"query": {"paginationToken": "t1"}}))) == ["b", "c"]
    assert [query["paginationToken"] for query in server.queries] == ["t1", "t2"]


def test_an_error_on_a_later_page_can_be_tried_again(side: Side):
    server = Recorder(models("a", token="t1"), httpx.Response(500, json={}), models("b"))
    page = side.do(listing(side, server, options={"max_retries": 0}))
    with pytest.raises(ServerError):
        side.do(page.next_page())
    assert ids(side.do(page.next_page()).items) == ["b"]


# --- search -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 45])
def test_offset_mode_brings_every_hit_once(side: Side, count: int):
    server = Hits(count)
    got = ids(side.collect(search(side, server, body={"query": "castle", "limit": 10})))
    assert got == [f"a{number}" for number in range(count)]
    assert all(body["query"] == "castle" and body["limit"] == 10 for body in server.bodies)
    assert [body.get("offset", 0) for body in server.bodies] == [10 * page for page in range(len(server.bodies))]


@pytest.mark.parametrize("total", [None, 0, 1, 20, 44, 60_000, "45", 44.5, True])
@pytest.mark.parametrize("echo", [True, False])
def test_offset_mode_outlives_a_wrong_estimate(side: Side, total: Any, echo: bool):
    server = Hits(45, total=total, echo=echo)
    got = ids(side.collect(search(side, server, body={"query": "castle", "limit": 10})))
    assert got == [f"a{number}" for number in range(45)]
    assert len(server.bodies) <= 6


def test_offset_mode_begins_where_the_caller_says(side: Side):
    server = Hits(45)
    got = ids(side.collect(search(side, server, body={"query": "castle", "limit": 20, "offset": 30})))
    assert got == [f"a{number}" for number in range(30, 45)]


def test_offset_mode_without_a_limit_uses_that_of_the_answer(side: Side):
    server = Hits(45)
    assert len(side.collect(search(side, server, body={"query": "castle"}))) == 45


def test_a_page_that_is_short_before_the_estimate_is_reached_does_not_end_the_walk(side: Side):
    answers = {
        0: {"hits": [{"id": "a"}], "offset": 0, "limit": 3, "estimatedTotalHits": 4},
        1: {"hits": [{"id": "b"}, {"id": "c"}, {"id": "d"}], "offset": 1, "limit": 3, "estimatedTotalHits": 4},
        4: {"hits": [], "offset": 4, "limit": 3, "estimatedTotalHits": 4},
    }
    server = Recorder(lambda request: answers[json.loads(request.content).get("offset", 0)])
    assert ids(side.collect(search(side, server, body={"query": "x", "limit": 3}))) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 45])
def test_page_mode_goes_past_page_1(side: Side, count: int):
    server = Hits(count)
    got = ids(side.collect(search(side, server, body={"query": "castle", "page": 1, "hitsPerPage": 10})))
    assert got == [f"a{number}" for number in range(count)]
    assert [body["page"] for body in server.bodies] == list(range(1, max(-(-count // 10), 1) + 1))
    assert not any("offset" in body for body in server.bodies)


def test_page_mode_by_the_size_alone(side: Side):
    server = Hits(45)
    assert len(side.collect(search(side, server, body={"query": "castle", "hitsPerPage": 10}))) == 45
    assert [body.get("page") for body in server.bodies] == [None, 2, 3, 4, 5]


def test_page_mode_begins_where_the_caller_says(side: Side):
    server = Hits(45)
    got = side.collect(search(side, server, body={"query": "castle", "page": 4, "hitsPerPage": 10}))
    assert ids(got)[0] == "a30"
    assert len(got) == 15


@pytest.mark.parametrize("echo", [True, False])
def test_page_mode_without_a_total(side: Side, echo: bool):
    server = Hits(45, total=None, echo=echo)
    assert len(side.collect(search(side, server, body={"query": "castle", "page": 1, "hitsPerPage": 10}))) == 45


def test_page_mode_with_a_total_that_is_far_too_high_ends_at_an_empty_page(side: Side):
    server = Hits(25, total=60_000)
    assert len(side.collect(search(side, server, body={"query": "castle", "page": 1, "hitsPerPage": 10}))) == 25
    assert len(server.bodies) == 4


@pytest.mark.parametrize("body", [{"limit": 10}, {"page": 1, "hitsPerPage": 10}], ids=["offset", "page"])
def test_a_server_that_sends_page_1_again_is_an_error(side: Side, body: dict[str, Any]):
    server = Hits(45, ignores=True)
    with pytest.raises(PaginationError, match=r"POST /search/assets sent the same hits a second time"):
        side.collect(search(side, server, body={"query": "castle", **body}))
    assert len(server.bodies) == 2


def test_hits_that_go_in_circles_are_an_error(side: Side):
    def answer(request: httpx.Request) -> dict[str, Any]:
        offset = json.loads(request.content).get("offset", 0)
        return {"hits": [{"id": f"a{offset % 6 + number}"} for number in range(2)], "offset": offset, "limit": 2}

    server = Recorder(answer)
    with pytest.raises(PaginationError):
        side.collect(search(side, server, body={"query": "castle", "limit": 2}))
    assert len(server.requests) == 4


def test_a_repeated_page_after_the_last_hit_is_the_end(side: Side):
    server = Recorder({"hits": [{"id": "a"}, {"id": "b"}], "offset": 0, "limit": 2, "estimatedTotalHits": 2})
    assert ids(side.collect(search(side, server, body={"query": "castle", "limit": 2}))) == ["a", "b"]


def test_search_options_reach_every_page_and_an_offset_in_them_counts(side: Side):
    server = Hits(45)
    options = {"body": {"offset": 20, "novelty": True}, "headers": {"X-Mine": "1"}}
    got = side.collect(search(side, server, body={"query": "castle", "limit": 10}, options=options))
    assert ids(got)[0] == "a20"
    assert [body["offset"] for body in server.bodies] == [20, 30, 40]
    assert all(body["novelty"] for body in server.bodies)


@pytest.mark.parametrize(
    ("asked", "answer", "count", "changes"),
    [
        ({}, {"hits": []}, 0, None),
        ({"limit": 5}, {"estimatedTotalHits": 9, "limit": 5, "offset": 0}, 5, {"offset": 5}),
        ({"limit": 5, "offset": 5}, {"estimatedTotalHits": 9, "limit": 5, "offset": 5}, 4, None),
        ({"limit": 100}, {"limit": 50, "offset": 0}, 50, {"offset": 50}),  # the server's own maximum
        ({"limit": 100}, {}, 50, None),
        ({}, {}, 20, {"offset": 20}),
        ({"page": 2, "hitsPerPage": 5}, {"page": 2, "totalPages": 3}, 5, {"page": 3}),
        ({"page": 3, "hitsPerPage": 5}, {"page": 3, "totalPages": 3}, 5, None),
        ({"page": 2, "hitsPerPage": 5}, {}, 5, {"page": 3}),
        ({"page": 2, "hitsPerPage": 5}, {"offset": 0, "estimatedTotalHits": 50}, 5, {"offset": 5}),
        ({}, {"page": 1.0, "totalPages": 2.0}, 5, {"page": 2}),
        ({"offset": 3}, {"offset": 0, "estimatedTotalHits": 10}, 2, {"offset": 5}),
        ({}, {"offset": 7, "estimatedTotalHits": 10}, 2, {"offset": 9}),
        ({}, {"offset": "7", "estimatedTotalHits": [], "limit": None}, 2, None),
    ],
)
def test_what_follows(asked: dict[str, Any], answer: dict[str, Any], count: int, changes: dict[str, int] | None):
    assert following(asked, answer, count) == changes
