"""Filters of lists mean what they say: every row that comes fits, and every row that fits comes.

The values to ask for are taken from the rows of the unfiltered list, so each filter has something to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, PUBLIC, Listing, Row, walk
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

ENDED = ("success", "failure", "canceled")
MOST_VALUES = 3


@dataclass(frozen=True)
class Filter:
    """A query parameter, and the values of a row that it is compared with."""

    operation_id: str
    parameter: str
    values: Callable[[Row], Iterable[Any]]
    public: bool | None = None
    """Counts for the public list only, or for the private one only."""
    listed: bool = False
    """Takes several values, of which one is enough."""
    settled: Callable[[Row], bool] = lambda row: True
    """Rows that must come: those that cannot have changed meanwhile, and that no other rule leaves out."""

    def __str__(self) -> str:
        return f"{self.operation_id}-{self.parameter}"


def one(*path: str) -> Callable[[Row], list[Any]]:
    """The value at a path, if there is one."""

    def values(row: Row) -> list[Any]:
        found: Any = row
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return [] if found in (None, "") else [found]

    return values


def each(name: str) -> Callable[[Row], list[Any]]:
    """The items of a list without those that a query cannot say."""
    return lambda row: [item for item in row.get(name) or () if item and "," not in item]


def ended(row: Row) -> bool:
    return row["status"] in ENDED


def trained(row: Row) -> bool:
    return row["status"] in ("trained", "failed")


def never(_row: Row) -> bool:
    """Only the last thirty days are promised."""
    return False


FILTERS = (
    Filter("listModels", "type", one("type"), public=True),
    Filter("listModels", "types", one("type"), public=True, listed=True),
    Filter("listModels", "tags", each("tags"), public=True),
    Filter("listModels", "collectionIds", each("collectionIds"), public=True, listed=True),
    Filter("listModels", "collectionId", each("collectionIds"), public=False),
    Filter(
        "listModels", "status", one("status"), public=False, settled=lambda row: row["status"] in ("trained", "failed")
    ),
    Filter("listPublicModels", "type", one("type")),
    Filter("listPublicModels", "types", one("type"), listed=True),
    Filter("listPublicModels", "tags", each("tags")),
    Filter("listAssets", "type", one("metadata", "type"), public=False),
    Filter("listAssets", "types", one("metadata", "type"), public=False, listed=True),
    Filter("listAssets", "type", one("metadata", "type"), public=True),
    Filter("listAssets", "authorId", one("authorId"), public=False),
    Filter("listAssets", "modelId", one("metadata", "modelId"), public=False),
    Filter("listAssets", "inferenceId", one("metadata", "inferenceId"), public=False),
    Filter("listAssets", "collectionId", each("collectionIds"), public=False),
    Filter("listAssets", "parentAssetId", one("metadata", "parentId"), public=False),
    Filter("listAssets", "tags", each("tags"), public=True),
    Filter("listJobs", "status", one("status"), settled=ended),
    Filter("listJobs", "type", one("jobType")),
    Filter("listJobs", "types", one("jobType"), listed=True),
    Filter("listJobs", "authorId", one("authorId"), settled=never),
)


def listing_of(chosen: Filter) -> Listing:
    """The list that a filter is for."""
    query = PUBLIC if chosen.public else {}
    return next(each for each in LISTINGS if each.operation_id == chosen.operation_id and each.query == query)


def often(values: Iterable[Any]) -> list[Any]:
    """Some values to ask for: the most frequent and the rarest."""
    counts: dict[Any, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    ranked = sorted(counts, key=lambda value: (-counts[value], str(value)))
    return ranked if len(ranked) <= MOST_VALUES else [*ranked[: MOST_VALUES - 1], ranked[-1]]


@pytest.mark.parametrize("chosen", FILTERS, ids=str)
def test_a_filter_means_what_it_says(call: Caller, chosen: Filter, walks: Any):
    listing = listing_of(chosen)
    every = walks(listing)
    values = often(value for row in every.rows for value in chosen.values(row))
    if not values:
        pytest.skip("no row has a value to ask for")
    allowed = known_values(call, chosen)
    for asked in [[value] for value in values] + ([values[:2]] if chosen.listed and len(values) > 1 else []):
        if allowed and not set(asked) <= allowed:
            continue
        found = walk(call, listing, {chosen.parameter: ",".join(map(str, asked))})
        told = f"row whose {chosen.parameter} is {' or '.join(map(str, asked))}"
        wrong = [row for row in found.rows if not set(asked) & set(chosen.values(row))]
        found.last.must(not wrong, "filter_means_what_it_says", f"no but a {told}", wrong[:1], every.last)
        if every.whole and found.whole:
            fitting = [row for row in every.rows if set(asked) & set(chosen.values(row)) and chosen.settled(row)]
            lost = {row[listing.id] for row in fitting} - set(found.ids)
            found.last.must(not lost, "filter_leaves_nothing_out", f"every {told}", sorted(lost)[:5], every.last)


def known_values(call: Caller, chosen: Filter) -> set[Any]:
    """What the contract lets a caller ask for; empty: anything. Rows may have older or newer words."""
    for parameter in call.operation(chosen.operation_id).parameters:
        if parameter.name == chosen.parameter:
            schema = call.resolved(parameter.schema)
            return set(call.resolved(schema.get("items", {})).get("enum", schema.get("enum", ())))
    return set()


@pytest.mark.parametrize(
    ("operation_id", "parameter"),
    [
        ("listAssets", "collectionId"),
        ("listAssets", "inferenceId"),
        ("listAssets", "authorId"),
        ("listJobs", "authorId"),
    ],
)
def test_what_nothing_has_finds_nothing(call: Caller, operation_id: str, parameter: str):
    listing = next(each for each in LISTINGS if each.operation_id == operation_id)
    page = call(operation_id, query={parameter: "nobody_has_this_1b2c3d"})
    rows = page.json[listing.rows]
    page.must(not rows, "filter_means_what_it_says", "no row", rows[:1])
