"""Lists: each row once whatever the size of the pages, pages of the size asked for, rows in the order asked for."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, PUBLIC, Listing, Walk, common, is_sparing, steady, walk
from contract_tests.calls import Caller
from contract_tests.spec import contract

pytestmark = pytest.mark.target

SORTED = [pytest.param(listing, date, id=f"{listing}-{date}") for listing in LISTINGS for date in listing.dates]


def test_small_pages_have_the_same_rows_in_the_same_order(call: Caller, listing: Listing, whole: Walk):
    pages = 4 if is_sparing(call.target) else 12
    size = min(listing.most // 2, max(1, min(7, len(whole.rows) // 3), len(whole.rows) // pages))
    one, other = common(whole, walk(call, listing, size=size))
    if one == other:
        return

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


def test_every_page_but_the_last_is_full(listing: Listing, whole: Walk):
    if listing.moves:
        pytest.skip("pages of jobs may hold fewer rows")
    for page in whole.pages[:-1]:
        rows = len(page.json[listing.rows])
        page.must(rows == listing.most, "full_pages", f"{listing.most} rows before the last page", rows)


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


def test_a_page_can_be_read_again(call: Caller, listing: Listing, whole: Walk):
    first = call(listing.operation_id, query={**listing.query, "pageSize": 3})
    token = first.json.get("nextPaginationToken")
    if not token:
        pytest.skip("there is one page only")

    def compare() -> tuple[bool, Any]:
        query = {**listing.query, "pageSize": 3, "paginationToken": token}
        one, other = (call(listing.operation_id, query=query) for _ in range(2))
        ids = [[row[listing.id] for row in answer.json[listing.rows]] for answer in (one, other)]
        return ids[0] == ids[1], lambda: other.must(False, "a_page_can_be_read_again", ids[0], ids[1], one)

    steady(compare)


WITHOUT_EFFECT = (
    ("an unknown key", {"surelyNobodyKnowsThis": "1"}),
    ("a direction without an order", {"sortDirection": "asc"}),
)


@pytest.mark.parametrize("query", [query for _, query in WITHOUT_EFFECT], ids=[name for name, _ in WITHOUT_EFFECT])
def test_what_has_no_effect_has_none(call: Caller, listing: Listing, whole: Walk, query: dict[str, str]):
    if "sortDirection" in query and not is_ignored_alone("sortDirection", listing):
        pytest.skip("the contract does not say what it does alone")

    def compare() -> tuple[bool, Any]:
        one, other = (
            call(listing.operation_id, query={**listing.query, "pageSize": 9, **more}) for more in ({}, query)
        )
        ids = [[row[listing.id] for row in answer.json[listing.rows]] for answer in (one, other)]
        return ids[0] == ids[1], lambda: other.must(False, "no_effect", ids[0], ids[1], one)

    steady(compare)


def is_ignored_alone(parameter: str, listing: Listing) -> bool:
    """Whether the contract says that a parameter counts beside another one only."""
    rules = contract().operations[listing.operation_id].extensions.get("x-constraints", ())
    return any(rule.get("parameter") == parameter and rule["violation"] == "ignored" for rule in rules)


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
def test_small_pages_of_a_sorted_list_have_the_same_rows(call: Caller, listing: Listing, date: str, whole: Walk):
    sort = {"sortBy": date, "sortDirection": "asc"}
    size = min(listing.most, max(1, len(whole.rows) // 6))
    if is_sparing(call.target) and (listing.query == {} or date != "createdAt"):
        pytest.skip("not of each list where requests are counted")

    def compare() -> tuple[bool, Any]:
        large, small = walk(call, listing, sort), walk(call, listing, sort, size=size)
        one, other = common(large, small)
        if one != other and small.whole:  # others use the target, too: what was there before and after is there between
            later = set(walk(call, listing, sort).ids)
            lasting, known = later & set(large.ids), later | set(large.ids)
            one, other = [
                [row for row in rows if row in lasting or row not in known] for rows in (large.ids, small.ids)
            ]
        told = f"the rows by {date} by pages of {size} as by {listing.most}"
        return one == other, lambda: small.last.must(False, "pages_agree", told, other[:5], large.last)

    steady(compare)


def test_public_models_come_by_popularity_unless_asked(call: Caller, walks: Any):
    listing = next(each for each in LISTINGS if each.operation_id == "listModels" and each.query == PUBLIC)
    if not walks(listing).rows:
        pytest.skip("no public models")
    plain = call("listModels", query={**PUBLIC, "pageSize": 20})
    ids = [row["id"] for row in plain.json["models"]]
    for query in ({"sortBy": "score"}, {"sortBy": "score", "sortDirection": "asc"}):
        scored = call("listModels", query={**PUBLIC, "pageSize": 20, **query})
        came = [row["id"] for row in scored.json["models"]]
        scored.must(came == ids, "score_is_the_order_of_public_models", ids[:5], came[:5], plain)


def test_the_own_models_are_the_private_ones(call: Caller):
    plain, asked = (call("listModels", query={**query, "pageSize": 20}) for query in ({}, {"privacy": "private"}))
    ids = [[row["id"] for row in answer.json["models"]] for answer in (plain, asked)]
    asked.must(ids[0] == ids[1], "private_unless_asked", ids[0][:5], ids[1][:5], plain)


def test_both_lists_of_public_models_have_the_same(call: Caller):
    def compare() -> tuple[bool, Any]:
        one, other = (walk(call, next(each for each in LISTINGS if str(each) == name)) for name in TWICE)
        differing = sorted(set(one.ids) ^ set(other.ids)) if one.whole and other.whole else []
        return not differing, lambda: other.last.must(
            False, "public_lists_agree", "the same models", differing[:5], one.last
        )

    steady(compare)


TWICE = ("listModels-public", "listPublicModels")


def test_rows_of_models_have_no_forms(walks: Any):
    for listing in LISTINGS:
        every = walks(listing)
        wrong = [row["id"] for row in every.rows if listing.rows == "models" and {"inputs", "uiConfig"} & set(row)]
        every.last.must(not wrong, "rows_have_no_inputs", "neither inputs nor uiConfig", wrong[:3])
