"""Searches by words: what has the words is found, what has nothing like them is not, and a filter still holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from scenario_mock.search import parse
from scenario_mock.search.evaluate import predicate
from scenario_mock.search.fields import values
from scenario_mock.search.words import words

from contract_tests.behaviour.lists import some
from contract_tests.behaviour.searching import EVERYTHING, Found, Hit, Search, Searcher, quoted, steadily

pytestmark = pytest.mark.target

MOST_SLIPS = 2
"""Typing errors that a search of this kind forgives in a long word."""
NOWHERE = "qxzvwkjqxzv"


def texts_of(search: Search, hit: Hit) -> list[str]:
    """What a search by words looks at, as far as the hit shows it."""
    return [text for path in search.table.text for text in values(hit, path) if isinstance(text, str)]


def longest(search: Search, hit: Hit) -> list[str]:
    """The plain words of a hit, the longest last."""
    found = {word for text in texts_of(search, hit) for word in words(text) if word.isascii() and word.isalpha()}
    return sorted((word for word in found if len(word) > 3), key=lambda word: (len(word), word))


def frequent(search: Search, every: Found, most: int = 3) -> list[str]:
    """Words of several hits, long enough to be told from others."""
    counts = Counter(word for hit in every.hits for word in set(longest(search, hit)) if len(word) > 5)
    return [word for word, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))][:most]


def every_text(value: Any) -> Iterator[str]:
    """All texts of a hit, wherever they stand."""
    if isinstance(value, dict):
        for item in value.values():
            yield from every_text(item)
    elif isinstance(value, list):
        for item in value:
            yield from every_text(item)
    elif isinstance(value, str):
        yield value


def slips(word: str, beginning_of: str) -> int:
    """The fewest letters to change, add or leave out that make `word` the other, or a beginning of it."""
    row = list(range(len(beginning_of) + 1))
    for place, letter in enumerate(word, 1):
        above, row = row, [place]
        for other, known in enumerate(beginning_of, 1):
            row.append(min(above[other] + 1, row[-1] + 1, above[other - 1] + (letter != known)))
    return min(row)


def is_about(hit: Hit, word: str) -> bool:
    """Whether some word of the hit, or two that belong together, is like `word` or begins it."""
    known = [each for text in every_text(hit) for each in words(text)]
    known += [one + other for one, other in pairwise(known)]
    return any(slips(word, each) <= MOST_SLIPS or (len(each) > 2 and word.startswith(each)) for each in known)


@steadily
def test_a_word_of_a_hit_finds_it(ask: Searcher, search: Search, every: Found):
    having = [hit for hit in every.hits if longest(search, hit)][:5]
    for hit in some(having, ask.call.target, 2):
        phrase = " ".join(longest(search, hit)[-2:])
        found = ask.by_offset(query=phrase, filter=f"createdAt = {quoted(hit['createdAt'])}")
        found.last.must(hit["id"] in found.ids, "a_word_finds_its_text", f"{hit['id']} for {phrase}", found.ids[:5])


@steadily
def test_every_hit_has_something_of_the_word(ask: Searcher, search: Search, every: Found):
    for word in some(frequent(search, every), ask.call.target, 1):
        answer = ask.one(query=word, limit=100)
        strange = [hit for hit in answer.json["hits"] if not is_about(hit, word)]
        answer.must(not strange, "hits_have_the_words", f"hits with {word} in a text", strange[:1])
        answer.must(answer.json["hits"], "a_word_finds_its_text", f"hits for {word}", 0, every.last)
        if every.whole:
            having = {hit["id"] for hit in every.hits if any(word in words(text) for text in texts_of(search, hit))}
            total = answer.json["estimatedTotalHits"]
            answer.must(total >= len(having), "a_word_finds_its_text", f"{len(having)} hits or more", total, every.last)


@steadily
def test_what_no_text_has_is_not_found(ask: Searcher, every: Found):
    answer = ask.one(query=NOWHERE, limit=5)
    answer.must(not answer.json["hits"], "words_are_looked_for", "no hit", answer.json["hits"][:1])
    total = answer.json["estimatedTotalHits"]
    answer.must(total == 0, "totals_agree", 0, total)


@steadily
def test_a_query_and_a_filter_find_what_both_find(ask: Searcher, search: Search, every: Found):
    for word in frequent(search, every, 1):
        alone = ask.by_offset(query=word)
        middle = every.hits[len(every.hits) // 2]["createdAt"]
        text = f"createdAt >= {quoted(middle)}"
        passes = predicate(parse(text), search.table)
        inside, outside = (ask.by_offset(query=word, filter=each) for each in (text, f"NOT {text}"))
        wrong = [hit for hit in inside.hits if not passes(hit)] + [hit for hit in outside.hits if passes(hit)]
        inside.last.must(not wrong, "hits_pass_the_filter", text, wrong[:1], outside.last)
        parts = inside.total + outside.total
        inside.last.must(
            parts == alone.total, "query_and_filter", alone.total, [inside.total, outside.total], outside.last
        )


@steadily
def test_pages_of_a_query_have_each_hit_once(ask: Searcher, search: Search, every: Found):
    for word in frequent(search, every, 1):
        whole = ask.by_offset(query=word)
        size = max(5, -(-whole.total // 4))
        if whole.whole and size <= 100:
            paged = ask.by_page(size, query=word)
            paged.last.must(paged.ids == whole.ids, "pages_agree", whole.ids[:5], paged.ids[:5], whole.last)


@steadily
def test_a_filter_holds_where_meaning_counts(ask: Searcher, search: Search, every: Found):
    name = "kind" if search.table.name == "assets" else "type"
    word = next(iter(values(every.hits[-1], search.table.fields[name].path)))
    text = f"{name} = {quoted(word)}"
    passes = predicate(parse(text), search.table)
    answer = ask.one(query="a castle by the sea", querySemanticRatio=1, filter=text, limit=50)
    wrong = [hit for hit in answer.json["hits"] if not passes(hit)]
    answer.must(not wrong, "hits_pass_the_filter", text, wrong[:1])


@steadily
def test_an_empty_query_is_none(ask: Searcher, every: Found):
    answer = ask.one(query="", filter=EVERYTHING, limit=1)
    total = answer.json["estimatedTotalHits"]
    answer.must(total == every.total, "empty_query_is_none", every.total, total, every.last)
