"""A hit of a search is the thing itself, and what a search can find is what the lists have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, PUBLIC, plain, some
from contract_tests.behaviour.searching import Found, Search, Searcher, steadily
from contract_tests.behaviour.test_reads import READINGS, settled
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

SAME = {
    "assets": "id url ownerId authorId privacy createdAt updatedAt mimeType description tags collectionIds "
    "nsfw".split(),
    "models": "id name type ownerId authorId privacy createdAt updatedAt capabilities tags collectionIds "
    "exampleAssetIds parentModelId trainingImagesNumber".split(),
}
"""What a hit and the thing both say at the top. A hit's `source` and `score` are words of the search index."""
OF_METADATA = "name kind prompt modelId seed width height size aspectRatio negativePrompt".split()


def unlike(hit: Mapping[str, Any], thing: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    """What both say, and say differently."""
    both = [name for name in names if name in hit and name in thing]
    return {name: [hit[name], thing[name]] for name in both if plain(hit[name]) != plain(thing[name])}


@steadily
def test_hits_are_the_things_themselves(ask: Searcher, call: Caller, search: Search, every: Found):
    reading, kind = READINGS[search.table.name], search.table.name
    for hit in some(every.hits[:: max(1, len(every.hits) // 5)][:5], call.target, 2):
        thing = call(reading.retrieve, path={reading.parameter: hit["id"]})
        whole = thing.json[reading.envelope]
        if not settled(whole):  # it may have moved on between the two looks
            continue
        differing = unlike(hit, whole, SAME[kind])
        if kind == "assets":
            differing |= unlike(hit["metadata"], {**whole["properties"], **whole["metadata"]}, OF_METADATA)
        thing.must(not differing, "hits_agree_with_retrieve", "what the hit says", differing, every.answers[0])


@steadily
def test_lists_and_searches_have_the_same_things(ask: Searcher, search: Search, every: Found, walks: Any):
    query = PUBLIC if search.public else {}
    listing = next(each for each in LISTINGS if each.rows == search.table.name and each.query == query)
    listed = walks(listing)
    if not (every.whole and listed.whole):
        pytest.skip("too many to compare")
    hidden = {row["id"] for row in listed.rows if row.get("isHidden")}  # of which no guide says that a search finds it
    only_listed = set(listed.ids) - set(every.ids) - hidden
    every.last.must(
        not only_listed, "search_finds_what_is_listed", "what the list has", sorted(only_listed)[:5], listed.last
    )
    older = [hit["id"] for hit in every.hits if hit["createdAt"] <= max(row["createdAt"] for row in listed.rows)]
    only_found = set(older) - set(listed.ids)
    listed.last.must(
        not only_found, "list_has_what_is_found", "what a search finds", sorted(only_found)[:5], every.last
    )
