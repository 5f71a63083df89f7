"""The whole search: which bodies are refused, what is found, in which order, and the pages.

Properties: walking the pages in either mode gives each hit once, in one order; the same search gives the same answer.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Mapping
from math import cos, radians, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock.errors import ApiError
from scenario_mock.search import ASSETS, MODELS, Senses, run


def asset(
    ident: str, *, name: str = "", prompt: str = "", day: int = 1, score: float = 0, **more: Any
) -> dict[str, Any]:
    """A hit with what ranking looks at; `more` goes to the metadata, but for tags and description."""
    top: dict[str, Any] = {key: more.pop(key) for key in ("tags", "description") if key in more}
    return {
        "id": ident,
        "createdAt": f"2024-01-{day:02d}T00:00:00.000Z",
        "score": score,
        "metadata": {"name": name, "prompt": prompt, "kind": "image", **more},
        **top,
    }


GALLERY = [
    asset(
        "castle", name="Fantasy Castle", prompt="a castle on a hill", day=1, width=1024, tags=["fantasy", "landscape"]
    ),
    asset("keep", name="Stone keep", prompt="medieval castle keep", day=2, width=2048, tags=["landscape"]),
    asset("cat", name="Cat", prompt="cat wearing a hat for christmas", day=3, width=512, seed="1234567890"),
    asset("red", name="Santa", prompt="man in red outfit, christmas time", day=4, score=9, width=1024),
    asset("plain", name="Untitled", day=5, score=5, description="Un château"),
]
PICTURES = {"castle": 0, "keep": 5, "cat": 60, "red": 120, "data:image/png;base64,AAAA": 125}
"""Directions of vectors in degrees: the nearer two of them, the more alike."""
MEANT = {"castle": 0, "keep": 20, "cat": 70, "red": 90, "a man in red outfit for Christmas": 95}


def at(degrees: float | None) -> tuple[float, float] | None:
    """The unit vector in that direction."""
    return None if degrees is None else (cos(radians(degrees)), sin(radians(degrees)))


def senses(body: Mapping[str, Any]) -> Senses:
    """What there is to see and to understand in the gallery, and the pictures that `body` refers to."""
    images = body.get("images") or {}
    like = [body["image"]] if body.get("image") else images.get("like") or []
    return Senses(
        query=lambda text: at(MEANT.get(text)),
        meaning=lambda document: at(MEANT.get(document["id"])),
        look=lambda document: at(PICTURES.get(document["id"])),
        like=[vector for name in like if (vector := at(PICTURES.get(name)))],
        unlike=[vector for name in images.get("unlike") or [] if (vector := at(PICTURES.get(name)))],
    )


def search(body: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    return run(ASSETS, GALLERY, body, senses=senses(body), **more)


def ids(body: Mapping[str, Any], **more: Any) -> list[str]:
    return [hit["id"] for hit in search(body, **more)["hits"]]


def reason(body: Mapping[str, Any], table: Any = ASSETS) -> str:
    with pytest.raises(ApiError) as caught:
        run(table, GALLERY, body)
    assert caught.value.status == 400
    return str(caught.value.body()["reason"])


# ---- refusing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"query": ""},
        {"filter": "  "},
        {"image": ""},
        {"images": {}},
        {"images": {"like": [], "unlike": []}},
        {"query": None},
        {"public": True, "limit": 5},
        {"sortBy": ["createdAt:desc"]},
        {"sortBy": ["width:desc", "height:desc"]},
        {"sortBy": ["score:desc", "createdAt:desc"]},
    ],
)
def test_something_must_be_searched_for(body: dict[str, Any]) -> None:
    assert reason(body) == "Must provide at least one search parameter"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"image": "cat", "images": {"like": ["cat"]}}, "image and images are mutually exclusive"),
        ({"query": "a", "limit": 101}, "Limit exceeds maximum (100)"),
        ({"query": "a", "hitsPerPage": 101, "page": 1}, "Limit exceeds maximum (100)"),
        ({"query": "a", "sortBy": ["name:asc"]}, '"name" is not a sortable field'),
        ({"query": "a", "sortBy": ["creatdAt:asc"]}, '"creatdAt" is not a sortable field; did you mean "createdAt"?'),
        ({"query": "a", "sortBy": ["width"]}, 'sortBy "width" is not of the form field:asc or field:desc'),
        ({"query": "a", "sortBy": ["width:up"]}, 'sortBy "width:up" is not of the form'),
        ({"filter": "nope = 1"}, '"nope" is not a filterable field'),
        ({"filter": "width >"}, "Invalid filter syntax at column 8"),
    ],
)
def test_refused_with_the_reason(body: dict[str, Any], expected: str) -> None:
    assert reason(body).startswith(expected)


def test_models_have_no_width_so_sorting_by_it_changes_nothing() -> None:
    models = [{"id": name, "name": f"a {name}", "score": 1} for name in ("one", "two", "three")]
    plain = run(MODELS, models, {"query": "a"})
    assert run(MODELS, models, {"query": "a", "sortBy": ["width:asc"]}) == plain


def test_an_empty_list_beside_an_image_is_no_second_image() -> None:
    assert ids({"image": "cat", "images": {"like": []}})[0] == "cat"


# ---- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("castle", ["castle", "keep"]),
        ("CASTLE hill", ["castle", "keep"]),
        ("chris", ["red", "cat"]),  # a beginning, then by popularity
        ("hat cat", ["cat"]),
        ("wearing chris", ["cat", "red"]),
        ("chris wearing", ["cat"]),  # only the last word may be a beginning
        ("castel", ["castle", "keep"]),  # neighbors swapped
        ("cstle", ["castle", "keep"]),
        ("medeival castle", ["keep", "castle"]),
        ("kepe", []),  # four letters: as they are
        ("crhistmxx", []),  # nine letters, three edits
        ("crhistmsa", ["red", "cat"]),
        ("landscape", ["keep", "castle"]),
        ("chateau", ["plain"]),
        ("1234567890", ["cat"]),
        ("castle dragon", ["castle", "keep"]),  # some of the words
        ("!?", []),  # no word to look for
    ],
)
def test_text_search(query: str, expected: list[str]) -> None:
    assert ids({"query": query}) == expected


def test_relevance_order() -> None:
    documents = [
        asset("prefix", name="dragonfly"),
        asset("typo", name="dragom", score=99),
        asset("prompt", prompt="dragon", score=50),
        asset("name", name="dragon"),
        asset("tag", tags=["dragon"], score=60),
    ]
    found = [hit["id"] for hit in run(ASSETS, documents, {"query": "dragon"})["hits"]]
    assert found == ["name", "prefix", "prompt", "tag", "typo"]


def test_ties_go_to_the_popular_then_the_new_then_the_id() -> None:
    documents = [
        asset("d", name="x", day=1),
        asset("b", name="x", day=2),
        asset("a", name="x", day=2),
        asset("e", name="x", day=1, score=1),
        {"id": "0", "metadata": {"name": "x"}},
    ]
    for order in itertools.permutations(documents):
        assert [hit["id"] for hit in run(ASSETS, order, {"query": "x"})["hits"]] == ["e", "a", "b", "d", "0"]


def test_semantic_search_finds_all_that_have_a_vector_the_nearest_first() -> None:
    query = "a man in red outfit for Christmas"
    assert ids({"query": query}) == ["red", "cat"]
    assert ids({"query": query, "querySemanticRatio": 1}) == ["red", "cat", "keep", "castle"]
    assert ids({"query": query, "querySemanticRatio": 0.75})[0] == "red"


def test_a_ratio_between_keeps_what_either_side_finds() -> None:
    assert sorted(ids({"query": "castle", "querySemanticRatio": 0.5})) == ["castle", "cat", "keep", "red"]
    # Without a vector for the query there are keywords only.
    assert sorted(ids({"query": "castle untitled", "querySemanticRatio": 0.5})) == ["castle", "keep", "plain"]


# ---- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"image": "castle"}, ["castle", "keep", "cat", "red"]),
        ({"image": "data:image/png;base64,AAAA"}, ["red", "cat", "keep", "castle"]),
        ({"images": {"like": ["castle"], "unlike": ["castle"]}, "filter": "width > 2000"}, ["keep"]),
        ({"images": {"unlike": ["castle"]}}, ["red", "cat", "keep", "castle"]),
        ({"image": "castle", "filter": "width <= 1024"}, ["castle", "cat", "red"]),
        ({"image": "castle", "imageSemanticRatio": 0.2}, ["castle", "keep", "cat", "red"]),
        ({"image": "castle", "query": "santa"}, ["castle", "keep", "cat", "red"]),
        ({"image": "castle", "query": "santa", "imageSemanticRatio": 0}, ["red"]),
        ({"image": "castle", "query": "santa", "imageSemanticRatio": 0.1}, ["red", "castle", "keep", "cat"]),
    ],
)
def test_picture_search(body: dict[str, Any], expected: list[str]) -> None:
    assert ids(body) == expected


# ---- order -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"filter": "kind = image"}, ["red", "plain", "cat", "keep", "castle"]),
        ({"filter": "kind = image", "sortBy": ["createdAt:asc"]}, ["castle", "keep", "cat", "red", "plain"]),
        ({"filter": "kind = image", "sortBy": ["width:desc"]}, ["keep", "red", "castle", "cat", "plain"]),
        ({"filter": "kind = image", "sortBy": ["width:asc"]}, ["cat", "red", "castle", "keep", "plain"]),
        (
            {"filter": "kind = image", "sortBy": ["width:asc", "createdAt:asc"]},
            ["cat", "castle", "red", "keep", "plain"],
        ),
        ({"query": "castle", "sortBy": ["createdAt:desc"]}, ["keep", "castle"]),
        (
            {"query": "castle", "querySemanticRatio": 0.5, "sortBy": ["createdAt:desc"]},
            ["red", "cat", "keep", "castle"],
        ),
        ({"image": "castle", "sortBy": ["width:asc"], "filter": "width > 600"}, ["red", "castle", "keep"]),
    ],
)
def test_sorting(body: dict[str, Any], expected: list[str]) -> None:
    assert ids(body) == expected


# ---- pages -----------------------------------------------------------------------------------------------------------


def envelope(body: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    answer = search({"filter": "kind = image", **body}, **more)
    return {**answer, "hits": len(answer["hits"])}


def test_offset_mode() -> None:
    assert envelope({}) == {"hits": 5, "offset": 0, "limit": 20, "estimatedTotalHits": 5}
    assert envelope({"limit": 2}) == {"hits": 2, "offset": 0, "limit": 2, "estimatedTotalHits": 5}
    assert envelope({"limit": 2, "offset": 4}) == {"hits": 1, "offset": 4, "limit": 2, "estimatedTotalHits": 5}
    assert envelope({"offset": 9}) == {"hits": 0, "offset": 9, "limit": 20, "estimatedTotalHits": 5}


def test_the_offset_of_the_query_string_wins() -> None:
    assert envelope({"offset": 1}, query_offset=3) == {"hits": 2, "offset": 3, "limit": 20, "estimatedTotalHits": 5}
    assert envelope({"offset": 1}, query_offset=0)["offset"] == 0


def test_page_mode() -> None:
    full = {"hits": 5, "page": 1, "hitsPerPage": 20, "totalPages": 1, "totalHits": 5}
    assert envelope({"page": 1}) == full
    assert envelope({"page": 1, "offset": 3, "limit": 1}, query_offset=2) == full
    assert envelope({"hitsPerPage": 2}) == {"hits": 2, "page": 1, "hitsPerPage": 2, "totalPages": 3, "totalHits": 5}
    last = {"hits": 1, "page": 3, "hitsPerPage": 2, "totalPages": 3, "totalHits": 5}
    assert envelope({"page": 3, "hitsPerPage": 2}) == last
    assert envelope({"page": 4, "hitsPerPage": 2})["hits"] == 0
    assert search({"query": "nothingness", "page": 1})["totalPages"] == 0


@settings(deadline=None)
@given(count=st.integers(0, 60), size=st.integers(1, 25), query=st.sampled_from([{}, {"sortBy": ["score:asc"]}]))
def test_walking_the_pages_gives_each_hit_once(count: int, size: int, query: dict[str, Any]) -> None:
    documents = [asset(f"asset_{n}", name="x", day=n % 3 + 1, score=n % 4) for n in range(count)]
    body: dict[str, Any] = {"query": "x", **query}
    whole = [hit["id"] for hit in run(ASSETS, documents, {**body, "limit": 100})["hits"]]
    assert sorted(whole) == sorted(document["id"] for document in documents)

    by_offset: list[str] = []
    while True:
        answer = run(ASSETS, documents, {**body, "limit": size}, query_offset=len(by_offset))
        by_offset += [hit["id"] for hit in answer["hits"]]
        if len(by_offset) >= answer["estimatedTotalHits"]:
            break
        assert answer["hits"]
    assert by_offset == whole

    pages = run(ASSETS, documents, {**body, "hitsPerPage": size})["totalPages"]
    by_page = [run(ASSETS, documents, {**body, "page": n + 1, "hitsPerPage": size})["hits"] for n in range(pages)]
    assert [hit["id"] for hits in by_page for hit in hits] == whole


# ---- the guide -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        {"query": "cat wearing hat"},
        {"query": "medieval architecture", "querySemanticRatio": 0.5, "image": "castle", "imageSemanticRatio": 0.8},
        {"query": "castle", "page": 1, "hitsPerPage": 20},
        {"query": "fantasy landscape", "public": True, "limit": 50},
        {
            "query": "fantasy landscape",
            "querySemanticRatio": 0.7,
            "filter": "width >= 1024 AND nsfw IS EMPTY AND tags = landscape",
            "sortBy": ["score:desc"],
            "limit": 30,
        },
        {"images": {"like": ["castle"]}, "imageSemanticRatio": 0.9, "filter": "kind = image", "limit": 20},
        {"images": {"like": ["castle", "keep"], "unlike": ["red"]}},
    ],
)
def test_bodies_like_those_of_the_guide_find_something(body: dict[str, Any]) -> None:
    assert search(body)["hits"]
    assert search(body) == search(body)


def test_a_few_thousand_documents_answer_quickly() -> None:
    many = [asset(f"asset_{n}", name=f"Castle {n}", prompt=f"a castle number {n} by a lake " * 3) for n in range(3000)]
    for body in ({"query": "casle lake"}, {"query": "castle", "querySemanticRatio": 0.5}, {"query": "x" * 1_000_000}):
        begin = time.perf_counter()
        run(ASSETS, many, body)
        assert time.perf_counter() - begin < 5
