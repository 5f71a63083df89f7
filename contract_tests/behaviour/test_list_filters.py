"""Filters of lists mean what they say: every row that comes fits, and every row that fits comes.

The values to ask for are taken from the rows of the unfiltered list, so each filter has something to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, PUBLIC, Listing, Row, is_sparing, some, walk
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
    Filter("listAssets", "rootAssetId", one("metadata", "rootParentId"), public=False),
    Filter("listAssets", "tags", each("tags"), public=True),
    Filter("listJobs", "status", one("status"), settled=ended),
    Filter("listJobs", "type", one("jobType")),
    Filter("listJobs", "types", one("jobType"), listed=True),
    Filter("listJobs", "workflowId", one("metadata", "workflowId")),
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
    cases = [[value] for value in values] + ([values[:2]] if chosen.listed and len(values) > 1 else [])
    for asked in some(cases, call.target, 1):
        if allowed and not set(asked) <= allowed:
            continue
        many = sum(bool(set(asked) & set(chosen.values(row))) for row in every.rows)
        pages = 1 if is_sparing(call.target) else 3
        small = max(1, min(listing.most, many // pages)) if asked == [values[0]] else listing.most
        found = walk(call, listing, {chosen.parameter: ",".join(map(str, asked))}, size=small)
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


def test_types_of_jobs_count_instead_of_a_type(call: Caller, walks: Any):
    chosen = next(each for each in FILTERS if str(each) == "listJobs-types")
    listing = listing_of(chosen)
    kinds = often(
        kind for row in walks(listing).rows for kind in chosen.values(row) if kind in known_values(call, chosen)
    )
    if len(kinds) < 2:
        pytest.skip("all jobs are of one type")
    found = walk(call, listing, {"types": kinds[0], "type": kinds[1]})
    wrong = [row for row in found.rows if row["jobType"] != kinds[0]]
    found.last.must(not wrong, "types_count_instead_of_type", f"only jobs of type {kinds[0]}", wrong[:1])
    found.last.must(found.rows, "types_count_instead_of_type", f"jobs of type {kinds[0]}", "none", walks(listing).last)


def test_what_is_not_hidden_is_some_of_all_jobs(call: Caller, walks: Any):
    every = walks(next(each for each in LISTINGS if each.rows == "jobs"))
    shown = walk(call, every.listing, {"hideResults": False})
    if every.whole:
        more = [
            row for row in shown.rows if row["jobId"] not in set(every.ids) and row["createdAt"] <= newest(every.rows)
        ]
        shown.last.must(not more, "filter_means_what_it_says", "only jobs of the whole list", more[:1], every.last)


def newest(rows: Iterable[Row]) -> str:
    """The last date of creation."""
    return max((row["createdAt"] for row in rows), default="")


DELETED = (("listAssets", {"deleted": True}), ("listModels", {"privacy": "private", "status": "deleted"}))


@pytest.mark.parametrize(("operation_id", "query"), DELETED, ids=[name for name, _ in DELETED])
def test_what_was_deleted_is_only_listed_there(call: Caller, operation_id: str, query: Row, walks: Any):
    listing = next(each for each in LISTINGS if each.operation_id == operation_id and not each.query)
    page = call(operation_id, query={**query, "pageSize": 50}, expect=(200, 403))
    for row in page.json[listing.rows] if page.status == 200 else ():
        page.must(row.get("deletedAt"), "deleted_rows_say_when", "deletedAt", row)
        page.must(row["id"] not in walks(listing).ids, "deleted_is_gone", f"no {row['id']}", row, walks(listing).last)
    every = walks(listing)
    kept = [row["id"] for row in every.rows if row.get("deletedAt")]
    every.last.must(not kept, "deleted_is_gone", "no deleted row", kept[:3])
