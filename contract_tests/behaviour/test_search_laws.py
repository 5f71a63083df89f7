"""Searches: filters mean what the language says, sets behave as sets, totals agree with walking, order with `sortBy`.

Every hit is held against the parsed filter (`scenario_mock.search`, which knows nothing of the target), and every law
is about the target's own answers.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from scenario_mock.search import parse
from scenario_mock.search.evaluate import predicate
from scenario_mock.search.fields import date_of, values

from contract_tests.behaviour.searching import EVERYTHING, SEARCHES, Found, Search, Searcher, conditions, quoted
from contract_tests.behaviour.test_reads import READINGS, plain
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

MOST_CONDITIONS = 14


@pytest.fixture(scope="module", params=SEARCHES, ids=str)
def search(request: pytest.FixtureRequest) -> Search:
    found: Search = request.param
    return found


@pytest.fixture(scope="module")
def ask(search: Search, call: Caller) -> Searcher:
    return Searcher(call, search)


@pytest.fixture(scope="module")
def every(ask: Searcher) -> Found:
    """All hits, or the newest of them. Skips when there are none."""
    found = ask.by_offset(filter=EVERYTHING, sortBy=["createdAt:desc"])
    if not found.hits:
        pytest.skip("the target has nothing to search")
    return found


def some_conditions(search: Search, every: Found) -> list[str]:
    """A few of all conditions, of different fields."""
    found = conditions(search, every.hits)
    step = max(1, len(found) // MOST_CONDITIONS)
    return found[::step]


def fits(search: Search, text: str) -> Any:
    return predicate(parse(text), search.table)


def test_every_hit_passes_the_filter_and_nothing_else_is_left_out(ask: Searcher, search: Search, every: Found):
    whole = len(every.hits) == every.total
    for text in conditions(search, every.hits):
        passes = fits(search, text)
        answer = ask.one(filter=text, limit=100)
        wrong = [hit for hit in answer.json["hits"] if not passes(hit)]
        answer.must(not wrong, "hits_pass_the_filter", text, wrong[:1])
        if whole:
            wanted = sum(map(passes, every.hits))
            total = answer.json["estimatedTotalHits"]
            answer.must(total == wanted, "filter_leaves_nothing_out", f"{wanted} hits for {text}", total, every.last)


def test_not_is_the_complement(ask: Searcher, search: Search, every: Found):
    for text in some_conditions(search, every):
        inside, answer = ask.total(text)
        outside, other = ask.total(f"NOT ({text})")
        other.must(inside + outside == every.total, "not_is_the_complement", every.total, [inside, outside], answer)


def test_and_or_are_intersection_and_union(ask: Searcher, search: Search, every: Found):
    for one, other in pairwise(some_conditions(search, every)):
        counts, answers = zip(*map(ask.total, (one, other, f"{one} AND {other}", f"{one} OR {other}")), strict=True)
        holds = (
            counts[0] + counts[1] == counts[2] + counts[3]
            and counts[2] <= min(counts[:2]) <= max(counts[:2]) <= counts[3]
        )
        answers[-1].must(holds, "and_or_are_sets", "|A| + |B| = |A and B| + |A or B|", counts, *answers[:-1])
        both = fits(search, f"{one} AND {other}")
        found = ask.one(filter=f"{one} AND {other}", limit=50)
        wrong = [hit for hit in found.json["hits"] if not both(hit)]
        found.must(not wrong, "hits_pass_the_filter", f"{one} AND {other}", wrong[:1])


def test_not_binds_closer_than_and_and_closer_than_or(ask: Searcher, search: Search, every: Found):
    texts = some_conditions(search, every)
    for one, other, third in zip(texts, texts[1:], texts[2:], strict=False):
        for bare, grouped in (
            (f"{one} OR {other} AND {third}", f"{one} OR ({other} AND {third})"),
            (f"NOT {one} AND {other}", f"(NOT {one}) AND {other}"),
        ):
            (left, answer), (right, same) = ask.total(bare), ask.total(grouped)
            same.must(left == right, "precedence", f"as many for {bare} as for {grouped}", [left, right], answer)


def test_bounds_divide_what_has_a_value(ask: Searcher, search: Search, every: Found):
    for name, field in search.table.fields.items():
        if field.type not in ("number", "date"):
            continue
        known = [value for hit in every.hits for value in values(hit, field.path) if value is not None]
        if not known:
            continue
        value = sorted(known)[len(known) // 2]
        value = quoted(value) if field.type == "date" else value
        texts = [f"{name} {sign} {value}" for sign in ("<", "=", ">", "<=", ">=", "!=")]
        counts, answers = zip(*map(ask.total, [*texts, f"{name} IS NOT EMPTY"]), strict=True)
        less, equal, more, at_most, at_least, other, there = counts
        told = dict(zip(texts, counts, strict=False))
        holds = (less + equal, equal + more, less + more) == (at_most, at_least, other) and less + equal + more == there
        answers[0].must(holds and equal > 0, "bounds_divide", f"< = > to divide {there}", told, *answers[1:3])


def test_empty_and_not_empty_are_all(ask: Searcher, search: Search, every: Found):
    for name in search.table.fields:
        (empty, one), (full, other) = ask.total(f"{name} IS EMPTY"), ask.total(f"{name} IS NOT EMPTY")
        other.must(empty + full == every.total, "empty_or_not", every.total, [empty, full], one)


@pytest.mark.parametrize("size", [7, 100])
def test_both_ways_to_page_give_the_same_hits(ask: Searcher, every: Found, size: int):
    body = {"filter": EVERYTHING, "sortBy": ["createdAt:desc"]}
    if every.total > 100 and size == 7:
        oldest = every.hits[60]["createdAt"]
        body["filter"] = f"createdAt > {quoted(oldest)}"
    one, other = ask.by_offset(size, **body), ask.by_page(size, **body)
    other.last.must(one.ids == other.ids, "paging_modes_agree", one.ids[:5], other.ids[:5], one.last)
    for answer in other.answers:
        total = answer.json["totalHits"]
        pages = -(-total // size)
        answer.must(answer.json["totalPages"] == pages, "total_pages", pages, answer.json["totalPages"])
    wanted = [hit["id"] for hit in every.hits][: len(one.ids)]
    one.last.must(one.ids == wanted, "pages_agree", wanted[:5], one.ids[:5], every.answers[0])


def test_past_the_end_there_is_nothing(ask: Searcher, every: Found):
    far = ask.one(filter=EVERYTHING, offset=every.total + 10, limit=5)
    far.must(not far.json["hits"], "past_the_end", "no hits", far.json["hits"][:1])
    far.must(far.json["estimatedTotalHits"] == every.total, "totals_agree", every.total, far.json["estimatedTotalHits"])
    paged = ask.one(filter=EVERYTHING, page=every.total + 10, hitsPerPage=5)
    paged.must(not paged.json["hits"], "past_the_end", "no hits", paged.json["hits"][:1])


def test_limits_are_obeyed_and_told(ask: Searcher, every: Found):
    for limit in (1, 3, 100):
        answer = ask.one(filter=EVERYTHING, limit=limit, offset=1)
        hits = answer.json["hits"]
        wanted = min(limit, max(0, every.total - 1))
        answer.must(len(hits) == wanted, "page_size", f"{wanted} hits", len(hits))
        told = {name: answer.json[name] for name in ("limit", "offset")}
        answer.must(
            told == {"limit": limit, "offset": 1}, "envelope_repeats_the_page", {"limit": limit, "offset": 1}, told
        )


@pytest.mark.parametrize("name", ["createdAt", "updatedAt", "width", "height"])
def test_hits_are_in_the_order_that_was_asked_for(ask: Searcher, search: Search, every: Found, name: str):
    if name not in search.table.fields:
        pytest.skip("not a field of these")
    for direction in ("asc", "desc"):
        found = ask.by_offset(filter=f"{name} IS NOT EMPTY", sortBy=[f"{name}:{direction}"])
        path = search.table.fields[name].path
        keys: list[Any] = [next(iter(values(hit, path)), None) for hit in found.hits]
        keys = [date_of(key) for key in keys] if name.endswith("At") else keys
        ordered = sorted(keys, reverse=direction == "desc")
        found.answers[0].must(keys == ordered, "order_agrees_with_sort", f"{name}:{direction}", keys[:8])


def test_privacy(search: Search, every: Found):
    wrong = [hit for hit in every.hits if (hit.get("privacy") == "public") != search.public]
    expected = "public things only" if search.public else "the caller's own things only"
    every.last.must(not wrong, "privacy_never_leaks", expected, wrong[:1])


def test_hits_are_the_things_themselves(call: Caller, search: Search, every: Found):
    reading = READINGS[search.table.name]
    for hit in every.hits[:: max(1, len(every.hits) // 5)][:5]:
        thing = call(reading.retrieve, path={reading.parameter: hit["id"]})
        whole = thing.json[reading.envelope]
        same = ("id", "createdAt", "authorId", "ownerId", "privacy", "tags", "collectionIds", "name", "kind", "type")
        differing = {
            name: [hit[name], whole[name]]
            for name in same
            if name in hit and name in whole and plain(hit[name]) != plain(whole[name])
        }
        thing.must(not differing, "hits_agree_with_retrieve", "what the hit says", differing, every.answers[0])


def test_a_word_of_a_hit_finds_it(ask: Searcher, search: Search, every: Found):
    tried = 0
    for hit in every.hits:
        texts = [text for path in search.table.text for text in values(hit, path) if isinstance(text, str)]
        words = sorted({word for text in texts for word in text.split() if word.isascii() and word.isalpha()}, key=len)
        if not words or len(words[-1]) < 4:
            continue
        tried += 1
        phrase = " ".join(words[-2:])
        found = ask.by_offset(query=phrase, filter=f"createdAt = {quoted(hit['createdAt'])}")
        found.last.must(hit["id"] in found.ids, "a_word_finds_its_text", f"{hit['id']} for {phrase}", found.ids[:5])
        if tried == 5:
            break


def test_a_query_within_a_filter_is_within_the_filter(ask: Searcher, search: Search, every: Found):
    for text in some_conditions(search, every)[:5]:
        passes = fits(search, text)
        answer = ask.one(query="a", querySemanticRatio=1, filter=text, limit=50)
        wrong = [hit for hit in answer.json["hits"] if not passes(hit)]
        answer.must(not wrong, "hits_pass_the_filter", text, wrong[:1])


def test_what_no_text_has_is_not_found(ask: Searcher, every: Found):
    answer = ask.one(query="qxzvwkjqxzv", limit=5)
    answer.must(not answer.json["hits"], "words_are_looked_for", "no hit", answer.json["hits"][:1])


def test_the_same_search_has_the_same_answer(ask: Searcher, every: Found):
    one, other = (ask.one(filter=EVERYTHING, limit=30) for _ in range(2))
    ids = [[hit["id"] for hit in answer.json["hits"]] for answer in (one, other)]
    other.must(ids[0] == ids[1], "stable_order", ids[0][:5], ids[1][:5], one)
