"""Lists: each row once, pages of the size asked for, the order asked for, windows that exclude their bounds."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.behaviour.lists import FORWARD, LISTINGS, Listing, Walk, common, steady, walk
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

SORTED = [pytest.param(listing, date, id=f"{listing}-{date}") for listing in LISTINGS for date in listing.dates]


def test_small_pages_have_the_same_rows_in_the_same_order(call: Caller, listing: Listing, whole: Walk):
    size = max(1, min(7, len(whole.rows) // 3), len(whole.rows) // 12)

    def compare() -> tuple[bool, Any]:
        large, small = walk(call, listing), walk(call, listing, size=size)
        one, other = common(large, small)
        lost, more = [each for each in one if each not in other], [each for each in other if each not in one]
        return one == other, lambda: small.last.must(
            False,
            "pages_agree",
            f"the same rows by pages of {listing.most} and of {size}",
            {"missing": lost[:5], "more": more[:5]} if lost or more else "another order",
            large.last,
            *small.pages[:2],
        )

    steady(compare)


def test_a_page_has_as_many_rows_as_were_asked_for_at_most(call: Caller, listing: Listing, whole: Walk):
    for size in (1, 2, listing.most):
        page = call(listing.operation_id, query={**listing.query, "pageSize": size})
        rows = page.json[listing.rows]
        page.must(len(rows) <= size, "page_size", f"at most {size} rows", len(rows))
        if len(whole.rows) > size and len(rows) <= size:
            page.must(
                page.json.get("nextPaginationToken"), "token_while_there_is_more", "a nextPaginationToken", page.json
            )
    page = call(listing.operation_id, query=listing.query)
    rows = len(page.json[listing.rows])
    page.must(rows <= listing.default, "default_page_size", f"at most {listing.default} rows", rows)


def test_the_last_page_has_no_token(call: Caller, listing: Listing, whole: Walk):
    if not whole.whole or listing.moves:
        pytest.skip("the end of the list was not reached")
    again = call(listing.operation_id, query={**listing.query, "pageSize": listing.most})
    if len(whole.rows) < listing.most and len(whole.pages) == 1:
        again.must(
            not again.json.get("nextPaginationToken"),
            "no_token_at_the_end",
            "no token",
            again.json.get("nextPaginationToken"),
        )


def test_the_same_call_has_the_same_answer(call: Caller, listing: Listing, whole: Walk):
    def compare() -> tuple[bool, Any]:
        one, other = (call(listing.operation_id, query={**listing.query, "pageSize": 20}) for _ in range(2))
        ids = [[row[listing.id] for row in answer.json[listing.rows]] for answer in (one, other)]
        return ids[0] == ids[1], lambda: other.must(False, "stable_order", "the same rows twice", ids, one)

    steady(compare)


@pytest.mark.parametrize(("listing", "date"), SORTED)
def test_rows_are_in_the_order_that_was_asked_for(call: Caller, listing: Listing, date: str, walks: Any):
    if len(walks(listing).rows) < 2:
        pytest.skip("fewer than two rows have no order")
    met = {}
    for direction in ("asc", "desc"):
        met[direction] = found = walk(call, listing, {"sortBy": date, "sortDirection": direction})
        moments = [row[date] for row in found.rows]
        ordered = sorted(moments, reverse=direction == "desc")
        at = next((place for place, pair in enumerate(zip(moments, ordered, strict=True)) if len(set(pair)) > 1), None)
        found.pages[0].must(
            at is None, "order_agrees_with_sort", f"{date} {direction}", moments[max(0, (at or 0) - 1) : (at or 0) + 3]
        )
    if met["asc"].whole and met["desc"].whole:
        lost = set(met["asc"].ids) ^ set(met["desc"].ids)
        met["desc"].last.must(not lost, "sort_loses_nothing", "the same rows in either direction", sorted(lost)[:5])
        if walks(listing).whole:
            lost = set(walks(listing).ids) - set(met["asc"].ids)  # there may be new ones since
            met["asc"].last.must(not lost, "sort_loses_nothing", "the rows of the unsorted list", sorted(lost)[:5])


@pytest.mark.parametrize(("listing", "date"), SORTED)
def test_windows_exclude_their_bounds_and_leave_nothing_out(call: Caller, listing: Listing, date: str, walks: Any):
    every = walk(call, listing, {"sortBy": date, **FORWARD})
    moments = sorted({row[date] for row in every.rows})
    if not moments:
        pytest.skip("no rows")
    name = date.removesuffix("At")
    for bound in {moments[0], moments[len(moments) // 2], moments[-1]}:
        after = walk(call, listing, {"sortBy": date, **FORWARD, f"{name}After": bound})
        before = walk(call, listing, {"sortBy": date, **FORWARD, f"{name}Before": bound})
        for found, holds, word in (
            (after, lambda moment, bound=bound: moment > bound, "after"),
            (before, lambda moment, bound=bound: moment < bound, "before"),
        ):
            wrong = [row for row in found.rows if not holds(row[date])]
            found.last.must(
                not wrong, "window_excludes_its_bound", f"only rows {word} {bound}", [r[date] for r in wrong][:3]
            )
            if every.whole and found.whole:
                lost = {row[listing.id] for row in every.rows if holds(row[date])} - set(found.ids)
                found.last.must(not lost, "window_is_complete", f"every row {word} {bound}", sorted(lost)[:5])
    if len(moments) > 3:
        low, high = moments[len(moments) // 4], moments[-len(moments) // 4]
        both = walk(call, listing, {"sortBy": date, **FORWARD, f"{name}After": low, f"{name}Before": high})
        wanted = [row[listing.id] for row in every.rows if low < row[date] < high]
        if every.whole:
            both.last.must(
                sorted(both.ids) == sorted(wanted), "window_is_complete", f"{len(wanted)} rows between", len(both.rows)
            )
