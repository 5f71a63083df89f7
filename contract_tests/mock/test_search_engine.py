"""The database's search gives what the definition gives, for random documents and searches, on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario_mock.search import ASSETS, MODELS, And, Condition, Node, Not, Senses, Table, run
from scenario_mock.search.evaluate import predicate
from scenario_mock.search_index import finder, keywords
from scenario_mock.store import open_engine

from contract_tests.mock.search_documents import TAGS, TEXTS, filters, libraries
from contract_tests.mock.search_kit import Library

TABLES = [pytest.param(ASSETS, id="assets"), pytest.param(MODELS, id="models")]
ENGINES = ["memory", "postgres", "postgres_with_vectors"]
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest) -> Iterator[Library]:
    """One database for all examples of a test."""
    place = None if request.param == "memory" else request.getfixturevalue(request.param).new_database()
    made = Library(open_engine(place))
    yield made
    made.engine.close()


def ids(answer: dict[str, Any]) -> list[str]:
    """Ids of the hits."""
    return [hit["id"] for hit in answer["hits"]]


def evaluated(node: Node, table: Table, document: dict[str, Any]) -> bool:
    """Whether a document passes, by the tree alone."""
    if isinstance(node, Condition):
        return predicate(node, table)(document)
    if isinstance(node, Not):
        return not evaluated(node.item, table, document)
    parts = (evaluated(item, table, document) for item in node.items)
    return all(parts) if isinstance(node, And) else any(parts)


@pytest.mark.parametrize("table", TABLES)
def test_filters_mean_what_the_tree_means(library: Library, table: Table):
    @QUIET
    @given(libraries(table, nulls=True), st.lists(filters(table), min_size=1, max_size=5))
    def holds(documents: list[dict[str, Any]], asked: list[Node]) -> None:
        shelf = library.hold(table, documents)
        for node in asked:
            found = library.search(table, shelf, {"filter": str(node), "limit": 100})
            assert sorted(ids(found)) == sorted(each["id"] for each in documents if evaluated(node, table, each))
            assert found["estimatedTotalHits"] == len(found["hits"])

    holds()


words_of_queries = st.lists(
    st.sampled_from(
        sorted(
            {word for text in (*TEXTS, *TAGS) for word in text.split()}
            | {"castel", "dragn", "drag", "dragonflies", "red", "casteblue", "flu", "dra gon", "the", "0"}
        )
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
orders = st.lists(
    st.builds(
        "{}:{}".format,
        st.sampled_from(["createdAt", "updatedAt", "width", "height", "score"]),
        st.sampled_from(["asc", "desc"]),
    ),
    max_size=2,
)


@pytest.fixture(params=[0, 3, 40])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to how many documents are ranked one by one; with 0 the full-text index tells all that it can."""
    monkeypatch.setattr(keywords, "FEW", request.param)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.usefixtures("few")
def test_the_order_is_the_definitions(library: Library, table: Table):
    @QUIET
    @given(
        libraries(table, nulls=True),
        st.lists(
            st.tuples(words_of_queries | st.just(""), orders, filters(table, max_leaves=2)), min_size=1, max_size=5
        ),
    )
    def holds(documents: list[dict[str, Any]], asked: list[tuple[str, list[str], Node]]) -> None:
        shelf = library.hold(table, documents)
        for query, order, node in asked:
            for body in (
                {"query": query, "sortBy": order, "limit": 100, "filter": str(node)},
                {"query": query or "castle", "sortBy": order, "page": 2, "hitsPerPage": 3},
            ):
                assert library.search(table, shelf, body) == run(table, documents, body)

    holds()


VECTORS = (None, (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.6, 0.8, 0.0), (0.0, -0.6, 0.8), (-1.0, 0.0, 0.0))
vectors = st.sampled_from(VECTORS)
shares = st.sampled_from([None, 0, 0.25, 0.5, 1])


def senses_of(meaning: list[Any], look: list[Any], query: Any, like: list[Any], unlike: list[Any]) -> Senses:
    """Senses in which a document's vectors hang on its id."""
    return Senses(
        query=lambda text: query,
        meaning=lambda document: meaning[hash(document["id"]) % len(meaning)],
        look=lambda document: look[hash(document["id"]) % len(look)],
        like=like,
        unlike=unlike,
    )


some = st.lists(st.sampled_from(VECTORS[1:]), max_size=2)
knowing = st.builds(
    senses_of, st.lists(vectors, min_size=3, max_size=3), st.lists(vectors, min_size=4, max_size=4), vectors, some, some
)


@pytest.fixture(params=[finder.MANY, 0])
def many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From how many documents on a part of them is looked at first; with 0 always, and then at half of them."""
    monkeypatch.setattr(finder, "MANY", request.param)
    monkeypatch.setattr(finder, "PART", 2)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.usefixtures("many")
def test_meanings_and_pictures_weigh_as_defined(library: Library, table: Table):
    @QUIET
    @given(
        libraries(table),
        knowing,
        st.lists(st.tuples(words_of_queries | st.just(""), shares, shares, orders), min_size=1, max_size=4),
    )
    def holds(documents: list[dict[str, Any]], senses: Senses, asked: list[Any]) -> None:
        shelf = library.hold(table, documents)
        for query, meaning, look, order in asked:
            body = {
                "query": query,
                "querySemanticRatio": meaning,
                "imageSemanticRatio": look,
                "filter": "NOT privacy = x",
                "sortBy": order,
            }
            for page in ({"limit": 100}, {"page": 1, "hitsPerPage": 2}, {"offset": 1, "limit": 1}):
                asked_for = {name: value for name, value in {**body, **page}.items() if value is not None}
                assert library.search(table, shelf, asked_for, senses) == run(
                    table, documents, asked_for, senses=senses
                )

    holds()
