"""Pages of searches, and their order: each hit once, totals that agree with walking, `sortBy` as it was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from scenario_mock.search.fields import Field, date_of, number_of, values

from contract_tests.behaviour.lists import is_sparing
from contract_tests.behaviour.searching import BY_OFFSET, EVERYTHING, Found, Hit, Search, Searcher, quoted, steadily

pytestmark = pytest.mark.target

DEFAULT = 20


@steadily
def test_both_ways_to_page_give_the_same_hits(ask: Searcher, every: Found):
    for size in (7, 100):
        body: dict[str, Any] = {"filter": EVERYTHING, "sortBy": ["createdAt:desc"]}
        most = 14 if is_sparing(ask.call.target) else 60 if size == 7 else 250
        if every.total > most:
            body["filter"] = f"createdAt > {quoted(every.hits[most]['createdAt'])}"
        one, other = ask.by_offset(size, **body), ask.by_page(size, **body)
        other.last.must(one.ids == other.ids, "paging_modes_agree", one.ids[:5], other.ids[:5], one.last)
        for answer in other.answers:
            total = answer.json["totalHits"]
            pages = -(-total // size)
            answer.must(answer.json["totalPages"] == pages, "total_pages", pages, answer.json["totalPages"])
        wanted = every.ids[: len(one.ids)]
        one.last.must(one.ids == wanted, "pages_agree", wanted[:5], one.ids[:5], every.answers[0])


@steadily
def test_every_page_but_the_last_is_full(ask: Searcher, every: Found):
    walks = [(every, 100), (ask.by_page(10, filter=few(every)), 10)]
    for found, size in walks:
        for answer in found.answers[:-1]:
            answer.must(len(answer.json["hits"]) == size, "full_pages", f"{size} hits", len(answer.json["hits"]))


def few(every: Found) -> str:
    """A filter for the newest thirty."""
    return EVERYTHING if every.total <= 30 else f"createdAt > {quoted(every.hits[30]['createdAt'])}"


@steadily
def test_past_the_end_there_is_nothing(ask: Searcher, every: Found):
    far = ask.one(filter=EVERYTHING, offset=every.total + 10, limit=5)
    far.must(not far.json["hits"], "past_the_end", "no hits", far.json["hits"][:1])
    far.must(far.json["estimatedTotalHits"] == every.total, "totals_agree", every.total, far.json["estimatedTotalHits"])
    paged = ask.one(filter=EVERYTHING, page=every.total + 10, hitsPerPage=5)
    paged.must(not paged.json["hits"], "past_the_end", "no hits", paged.json["hits"][:1])
    paged.must(paged.json["totalHits"] == every.total, "totals_agree", every.total, paged.json["totalHits"])


@steadily
def test_limits_are_obeyed_and_told(ask: Searcher, every: Found):
    cases: tuple[tuple[dict[str, int], dict[str, int], int], ...] = (
        ({}, {"offset": 0, "limit": DEFAULT}, 0),
        ({"limit": 1}, {"offset": 0, "limit": 1}, 0),
        ({"limit": 3, "offset": 1}, {"offset": 1, "limit": 3}, 1),
        ({"limit": 100, "offset": 1}, {"offset": 1, "limit": 100}, 1),
        ({"page": 2, "hitsPerPage": 2}, {"page": 2, "hitsPerPage": 2}, 2),
        ({"page": 1, "hitsPerPage": 100}, {"page": 1, "hitsPerPage": 100}, 0),
        ({"hitsPerPage": 2}, {"page": 1, "hitsPerPage": 2}, 0),
        ({"page": 2, "hitsPerPage": 2, "offset": 0, "limit": 1}, {"page": 2, "hitsPerPage": 2}, 2),
    )
    for asked, told, skipped in cases:
        answer = ask.one(filter=EVERYTHING, sortBy=["createdAt:desc"], **asked)
        came = {name: answer.json.get(name) for name in told}
        answer.must(came == told, "envelope_repeats_the_page", told, came)
        size = told.get("limit") or told["hitsPerPage"]
        wanted = every.ids[skipped : skipped + size]
        ids = [hit["id"] for hit in answer.json["hits"]]
        full = max(0, min(size, every.total - skipped))
        answer.must(len(ids) == full, "page_size", f"{full} hits", len(ids))
        answer.must(ids[: len(wanted)] == wanted, "pages_agree", wanted[:5], ids[:5], every.answers[0])
        mixed = [name for name in BY_OFFSET if "hitsPerPage" in told and name in answer.json]
        answer.must(not mixed, "envelope_of_the_mode", "nothing of offset mode in page mode", mixed)


@pytest.mark.parametrize("name", ["createdAt", "updatedAt", "width", "height", "score"])
@steadily
def test_hits_are_in_the_order_that_was_asked_for(ask: Searcher, search: Search, every: Found, name: str):
    field = search.table.sortable[name]
    if not any(values(hit, field.path) for hit in every.hits):
        pytest.skip("no hit has the field")
    ids: dict[str, list[str]] = {}
    for direction in ("asc", "desc"):
        found = ask.by_offset(filter=EVERYTHING, sortBy=[f"{name}:{direction}"])
        keys = [key for key in map(key_of(field), found.hits) if key is not None]
        wanted = sorted(keys, reverse=direction == "desc")
        at = next((place for place, pair in enumerate(zip(keys, wanted, strict=True)) if pair[0] != pair[1]), 0)
        found.answers[at // 100].must(
            keys == wanted, "order_agrees_with_sort", f"{name}:{direction}", keys[max(0, at - 1) : at + 4]
        )
        found.last.must(found.total == every.total, "sort_loses_nothing", every.total, found.total, every.last)
        ids[direction] = sorted(found.ids)
    if every.whole:
        every.last.must(ids["asc"] == ids["desc"] == sorted(every.ids), "sort_loses_nothing", "the same hits", ids)


def key_of(field: Field) -> Any:
    """What a hit is sorted by."""
    read = date_of if field.type == "date" else number_of
    return lambda hit: next(map(read, values(hit, field.path)), None)


@steadily
def test_ties_are_ordered_by_what_comes_next_in_sort_by(ask: Searcher, search: Search, every: Found):
    first = "width" if search.table.name == "assets" else "score"
    keys = [key_of(search.table.sortable[name]) for name in (first, "createdAt")]
    for direction in ("asc", "desc"):
        found = ask.by_offset(filter=few(every), sortBy=[f"{first}:asc", f"createdAt:{direction}"])
        having = [hit for hit in found.hits if keys[0](hit) is not None]
        runs = ties(having, keys[0])
        for run in runs:
            moments = [keys[1](hit) for hit in run]
            told = [hit["createdAt"] for hit in run][:4]
            wanted = sorted(moments, reverse=direction == "desc")
            found.last.must(moments == wanted, "second_order", f"createdAt:{direction} where {first} is the same", told)


def ties(hits: Sequence[Hit], key: Any) -> list[list[Hit]]:
    """Neighbors with the same key."""
    found: list[list[Hit]] = []
    for hit in hits:
        if found and key(found[-1][0]) == key(hit):
            found[-1].append(hit)
        else:
            found.append([hit])
    return found


@steadily
def test_the_same_search_has_the_same_answer(ask: Searcher, every: Found):
    one, other = (ask.again(filter=EVERYTHING, limit=30) for _ in range(2))
    ids = [[hit["id"] for hit in answer.json["hits"]] for answer in (one, other)]
    other.must(ids[0] == ids[1], "stable_order", ids[0][:5], ids[1][:5], one)


@steadily
def test_pages_without_an_order_have_each_hit_once(ask: Searcher, every: Found):
    found = ask.by_offset(9, filter=few(every))
    found.last.must(found.total == ask.total(few(every))[0], "totals_agree", "the same total", found.total)
