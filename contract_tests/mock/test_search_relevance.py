"""Written queries find first what a person would expect: the mean reciprocal rank of each kind has a floor.

The documents and queries are in `relevance.yaml`, the scoring is that of `scripts/bench/relevance`.
"""

from __future__ import annotations

from collections import Counter

import pytest
from bench.relevance_bench import (
    BEGIN,
    END,
    ROOT,
    Query,
    Score,
    built_in,
    corpus,
    hits,
    markdown,
    ranks,
    reciprocal_rank,
    scores,
)

FLOORS = {
    "words": 1.0,
    "typos": 1.0,
    "prefixes": 1.0,
    "splits": 1.0,
    "joins": 1.0,
    "languages": 1.0,
    "proximity": 1.0,
    "attributes": 1.0,
    "hybrid": 0.8,
    "synonyms": 0.7,
    "like": 0.95,
    "unlike": 0.95,
}
MEANING = {"hybrid", "synonyms"}
FEWEST = 60


def test_the_table_is_large_and_every_kind_has_a_floor() -> None:
    table = corpus()
    kinds = Counter(each.kind for each in table.queries)
    assert kinds.keys() == FLOORS.keys()
    assert min(kinds.values()) >= 5
    assert sum(kinds.values()) - sum(kinds[kind] for kind in MEANING) >= FEWEST
    assert {each.kind for each in table.queries if each.needs_meaning} == MEANING
    assert len({str(each) for each in table.queries}) == len(table.queries)
    for documents in table.documents.values():
        assert len({document["id"] for document in documents}) == len(documents)


@pytest.mark.parametrize("kind", FLOORS)
def test_expected_hits_come_first(kind: str) -> None:
    embed = built_in()
    if embed is None and kind in MEANING:
        pytest.skip("this version of the mock has no embedder")
    table = corpus()
    asked = [each for each in table.queries if each.kind == kind]
    missed = {}
    total = 0.0
    for each in asked:
        found = hits(table, each, embed)
        rank = reciprocal_rank(found, each.first)
        total += rank
        if rank < 1:
            missed[str(each)] = found[:5]
    assert total / len(asked) >= FLOORS[kind], missed


def test_the_readme_has_these_scores() -> None:
    """When it has not: `./scripts/bench/relevance --write`."""
    _, _, rest = (ROOT / "README.md").read_text("utf-8").partition(BEGIN)
    assert rest.partition(END)[0].strip() == markdown(scores(ranks(corpus(), built_in())))


def test_popularity_does_not_decide() -> None:
    """The expected are not simply the most popular: without the words of the query they would not come first."""
    table = corpus()
    asked = [each for each in table.queries if each.kind not in {"like", "unlike", *MEANING}]
    popular = {
        name: [document["id"] for document in sorted(documents, key=lambda document: -document.get("score", 0))]
        for name, documents in table.documents.items()
    }
    assert sum(reciprocal_rank(popular[each.table], each.first) for each in asked) / len(asked) < 0.2


def test_arithmetic() -> None:
    assert reciprocal_rank(["a", "b", "c"], {"b", "c"}) == 0.5
    assert reciprocal_rank(["a"], {"b"}) == reciprocal_rank([], {"b"}) == 0

    def row(kind: str) -> Query:
        return Query(kind, "assets", {"query": "x"}, frozenset({"a"}))

    found = scores([(row("typos"), 1.0), (row("joins"), 0.25), (row("typos"), 0.5)])
    assert found == [Score("typos", 2, 0.75, 1), Score("joins", 1, 0.25, 0)]
    assert markdown(found).splitlines()[2:] == [
        "| typos | 2 | 0.75 | 1 |",
        "| joins | 1 | 0.25 | 0 |",
        "| all | 3 | 0.58 | 1 |",
    ]


def test_without_an_embedder_queries_of_meaning_are_left_out() -> None:
    assert {each.kind for each, _ in ranks(corpus(), None)} == FLOORS.keys() - MEANING


def test_an_embedder_is_asked_for_queries_and_documents() -> None:
    """Meaning decides alone at ratio 1: here everything lies where its number of words says."""
    table = corpus()
    asked = next(each for each in table.queries if each.kind == "synonyms")
    found = hits(table, asked, lambda text: (float(len(text.split())), 1.0))
    words = len(asked.body["query"].split())
    assert len(found) == 100
    assert found[0] in {
        document["id"]
        for document in table.documents["assets"]
        if sum(len(str(document["metadata"].get(name) or "").split()) for name in ("name", "prompt")) >= words
    }
