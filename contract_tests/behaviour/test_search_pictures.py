"""Searches by picture: what looks alike comes first, and that is the picture itself before any other."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from contract_tests.behaviour.searching import Found, Hit, Search, Searcher

pytestmark = pytest.mark.target

FIRST = 10
"""Among so many hits the picture itself stands: others may look just the same."""


@pytest.fixture
def picture(search: Search, every: Found) -> str:
    """The id of a picture that cannot have many copies, by its look. Skips when there is none."""
    if search.table.name != "assets":
        pytest.skip("models are compared by their examples")
    found = [hit for hit in every.hits if hit["metadata"].get("kind") == "image"]
    looks = Counter(map(look, found))
    rarest = min(looks.values(), default=0)
    if not 0 < rarest <= FIRST:
        pytest.skip("the target has no picture without many copies")
    rare = [hit["id"] for hit in found if looks[look(hit)] == rarest]
    return str(rare[len(rare) // 2])


def look(hit: Hit) -> tuple[Any, ...]:
    """What copies of a picture have in common, whatever they are called."""
    return tuple(hit["metadata"].get(name) for name in ("width", "height", "size", "prompt", "seed"))


def test_a_picture_is_most_like_itself(ask: Searcher, picture: str):
    for body in ({"image": picture}, {"images": {"like": [picture]}}):
        answer = ask.one(**body, limit=FIRST)
        ids = [hit["id"] for hit in answer.json["hits"]]
        answer.must(picture in ids, "a_picture_is_most_like_itself", f"{picture} among the first hits", ids)


def test_one_picture_is_a_set_of_one(ask: Searcher, picture: str):
    one, other = ask.one(image=picture, limit=FIRST), ask.one(images={"like": [picture]}, limit=FIRST)
    ids = [[hit["id"] for hit in answer.json["hits"]] for answer in (one, other)]
    other.must(ids[0] == ids[1], "image_and_images_agree", ids[0], ids[1], one)


def test_a_picture_is_least_unlike_itself(ask: Searcher, picture: str):
    answer = ask.one(images={"unlike": [picture]}, limit=FIRST)
    ids = [hit["id"] for hit in answer.json["hits"]]
    if answer.json["estimatedTotalHits"] <= 2 * FIRST:
        pytest.skip("too few pictures")
    answer.must(picture not in ids, "unlike_keeps_away", f"not {picture} among the first hits", ids)


def test_a_filter_holds_for_pictures(ask: Searcher, picture: str):
    answer = ask.one(image=picture, filter="NOT kind = image OR modelId IS EMPTY", limit=20)
    wrong = [
        hit for hit in answer.json["hits"] if hit["metadata"].get("kind") == "image" and hit["metadata"].get("modelId")
    ]
    answer.must(not wrong, "hits_pass_the_filter", "NOT kind = image OR modelId IS EMPTY", wrong[:1])
