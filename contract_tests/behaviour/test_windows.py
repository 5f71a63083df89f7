"""Windows of dates exclude their bounds and leave nothing out, also beside a filter, however a moment is written."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from contract_tests.behaviour.lists import FORWARD, LISTINGS, PUBLIC, Listing, Query, Row, Walk, is_sparing, some, walk
from contract_tests.behaviour.notations import same_moments
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

SORTED = [pytest.param(listing, date, id=f"{listing}-{date}") for listing in LISTINGS for date in listing.dates]
TYPES = {"models": ("type",), "assets": ("metadata", "type")}
"""Where the rows of a list have what `type` asks for."""


@pytest.fixture(scope="module")
def ordered(call: Caller) -> Any:
    """The walk of a list by a date, made once."""
    return cache(lambda listing, date: walk(call, listing, {"sortBy": date, **FORWARD}))


def asked(date: str, after: str | None = None, before: str | None = None) -> Query:
    """The query for a window."""
    name = date.removesuffix("At")
    return {"sortBy": date, **FORWARD, f"{name}After": after, f"{name}Before": before}


def inside(row: Row, date: str, after: str | None = None, before: str | None = None) -> bool:
    """Whether a row lies between, on neither bound."""
    return (after is None or row[date] > after) and (before is None or row[date] < before)


def held(found: Walk, every: Walk, fits: Any, told: str, rule: str = "window_excludes_its_bound") -> None:
    """What came fits; what fits came, as far as both walks went."""
    listing = found.listing
    wrong = [row for row in found.rows if not fits(row)]
    found.last.must(not wrong, rule, f"only rows {told}", wrong[:1])
    if every.whole and found.whole:
        lost = {row[listing.id] for row in every.rows if fits(row)} - set(found.ids)
        found.last.must(not lost, "window_is_complete", f"every row {told}", sorted(lost)[:5], every.last)


@pytest.mark.parametrize(("listing", "date"), SORTED)
def test_windows_exclude_their_bounds_and_leave_nothing_out(call: Caller, listing: Listing, date: str, ordered: Any):
    every = ordered(listing, date)
    moments = sorted({row[date] for row in every.rows})
    if not moments:
        pytest.skip("no rows")
    first, low, middle, high, last = (moments[(len(moments) - 1) * part // 4] for part in range(5))
    windows: list[dict[str, str]] = [{"before": first}, {"after": last}, {"after": middle}, {"before": middle}]
    windows += [{"after": low, "before": high}, {"after": first, "before": last}]
    for window in some(windows[:-1] if is_sparing(call.target) else windows, call.target, 3):
        found = walk(call, listing, asked(date, **window))
        told = " and ".join(f"{word} {moment}" for word, moment in window.items())
        held(found, every, lambda row, window=window: inside(row, date, **window), told)


@pytest.mark.parametrize("listing", [each for each in LISTINGS if each.dates], ids=str)
def test_a_moment_is_the_same_however_it_is_written(call: Caller, listing: Listing, ordered: Any):
    date = listing.dates[0]
    moments = sorted({row[date] for row in ordered(listing, date).rows})
    if len(moments) < 3:
        pytest.skip("too few rows")
    bound = moments[len(moments) // 2]
    plain = call(listing.operation_id, query={**listing.query, "pageSize": 20, **asked(date, bound)})
    ids = [row[listing.id] for row in plain.json[listing.rows]]
    for written in some(same_moments(bound), call.target, 1):
        found = call(listing.operation_id, query={**listing.query, "pageSize": 20, **asked(date, written)})
        came = [row[listing.id] for row in found.json[listing.rows]]
        found.must(came == ids, "moments_are_compared", f"the rows after {bound}", came[:5], plain)
    day = call(listing.operation_id, query={**listing.query, "pageSize": 20, **asked(date, bound[:10])})
    early = [row for row in day.json[listing.rows] if not row[date] > f"{bound[:10]}T00:00:00.000Z"]
    day.must(not early, "a_day_is_its_first_instant", f"rows after {bound[:10]} begins", early[:1])
    of_the_day = [row for row in ordered(listing, date).rows if row[date] > f"{bound[:10]}T00:00:00.000Z"]
    first = [row[listing.id] for row in day.json[listing.rows]][:1]
    there = [row[listing.id] for row in of_the_day if row[date] == of_the_day[0][date]]
    day.must(first and first[0] in there, "a_day_is_its_first_instant", f"one of {there[:3]} first", first)


@pytest.mark.parametrize("listing", [each for each in LISTINGS if each.rows in TYPES], ids=str)
def test_a_window_and_a_filter_hold_together(call: Caller, listing: Listing, ordered: Any):
    if listing.rows == "models" and listing.operation_id == "listModels" and listing.query != PUBLIC:
        pytest.skip("type filters public models only")
    date = listing.dates[-1]
    every = ordered(listing, date)
    rows = [row for row in every.rows if kind_of(row) in known_types(listing, call)]
    if len(rows) < 3:
        pytest.skip("too few rows")
    kinds = [kind_of(row) for row in rows]
    kind = max(sorted(set(kinds)), key=kinds.count)
    own = [row[date] for row in rows if kind_of(row) == kind]
    bound = own[len(own) // 2]
    found = walk(call, listing, {**asked(date, bound), "type": kind}, size=max(1, min(listing.most, len(own) // 4)))
    told, rule = f"of type {kind} after {bound}", "window_and_filter"
    held(found, every, lambda row: kind_of(row) == kind and row[date] > bound, told, rule)
    moments = [row[date] for row in found.rows]
    found.last.must(moments == sorted(moments), "order_agrees_with_sort", f"{date} asc", moments[:5])


def kind_of(row: Row) -> Any:
    """What `type` asks for."""
    return row["metadata"]["type"] if "metadata" in row else row["type"]


def known_types(listing: Listing, call: Caller) -> set[str]:
    """The types that the contract lets a caller ask for."""
    parameters = call.operation(listing.operation_id).parameters
    return {
        each for known in parameters if known.name == "type" for each in call.resolved(known.schema).get("enum", ())
    }


def test_jobs_are_ordered_by_creation_and_by_update_with_a_filter(call: Caller, walks: Any):
    listing = next(each for each in LISTINGS if each.rows == "jobs")
    in_one_direction(walks(listing), "createdAt")
    for status in ("success", "failure"):
        in_one_direction(walk(call, listing, {"status": status}), "updatedAt")


def in_one_direction(found: Walk, date: str) -> None:
    """Rows go up or down by a date; the contract does not say which."""
    moments = [row[date] for row in found.rows]
    up, down = (all(one <= other for one, other in pairwise(way)) for way in (moments, moments[::-1]))
    found.last.must(up or down, "order_of_jobs", f"by {date}, up or down", moments[:6])


@pytest.mark.parametrize(("parameter", "date", "filters"), [
    ("createdAfter", "createdAt", {}), ("updatedAfter", "updatedAt", {"status": "success"}),
])  # fmt: skip
def test_windows_of_jobs(call: Caller, walks: Any, parameter: str, date: str, filters: Query):
    listing = next(each for each in LISTINGS if each.rows == "jobs")
    every = walks(listing)
    rows = [row for row in every.rows if row["status"] == "success"]
    moments = sorted({row[date] for row in rows})
    if len(moments) < 2:
        pytest.skip("too few jobs have ended")
    for bound in some([moments[-1], moments[len(moments) // 2]], call.target, 1):
        found = walk(call, listing, {**filters, parameter: bound})
        wrong = [row for row in found.rows if not row[date] > bound]
        found.last.must(not wrong, "window_excludes_its_bound", f"only jobs after {bound}", wrong[:1])
        if every.whole and found.whole:
            lost = {row["jobId"] for row in rows if row[date] > bound} - set(found.ids)
            found.last.must(not lost, "window_is_complete", f"every job after {bound}", sorted(lost)[:5], every.last)
