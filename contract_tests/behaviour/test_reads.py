"""Reads agree with each other: a list's row, the thing itself, and what a bulk call gives are the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, Listing, Row, plain, some, steady
from contract_tests.calls import Answer, Caller

pytestmark = pytest.mark.target


@dataclass(frozen=True)
class Reading:
    """How a row of a list is read alone, and in bulk."""

    retrieve: str
    parameter: str
    envelope: str
    bulk: str = ""
    ids: str = ""


READINGS = {
    "models": Reading("retrieveModel", "modelId", "model", "bulkGetModels", "modelIds"),
    "assets": Reading("retrieveAsset", "assetId", "asset", "bulkGetAssets", "assetIds"),
    "jobs": Reading("retrieveJob", "jobId", "job"),
}
BEGUN = frozenset({"trainingImages"})
PREVIEW = 3
"""Fields of which some answers have the first items only, and how many those are at least."""
MOVING = ("training", "copying", "pending", "queued", "warming-up", "in-progress", "finalizing")
UNKNOWN = {"retrieveModel": "model_thisOneIsNowhere00000000", "retrieveAsset": "asset_thisOneIsNowhere00000000",
           "retrieveJob": "job_thisOneIsNowhere0000000000"}  # fmt: skip


def differences(row: Row, thing: Mapping[str, Any], *, partly: bool = False) -> dict[str, Any]:
    """What a row says otherwise than the thing itself; a row may say less, and with `partly` the other may, too."""
    return {
        name: [value, thing.get(name)]
        for name, value in row.items()
        if not same(name, plain(value), plain(thing.get(name))) and not (partly and name not in thing)
    }


def same(name: str, value: Any, other: Any) -> bool:
    """Whether two answers say the same of a field; of `BEGUN` one may have the beginning only."""
    if name in BEGUN and isinstance(value, list) and isinstance(other, list):
        most = min(len(value), len(other))
        return bool(value[:most] == other[:most] and most >= min(PREVIEW, max(len(value), len(other))))
    return bool(value == other)


def settled(row: Row) -> bool:
    """Nothing of it changes by itself any more."""
    return row.get("status") not in MOVING


def samples(rows: list[Row]) -> list[Row]:
    """The first, the last, and some between."""
    steady_rows = [row for row in rows if settled(row)]
    return steady_rows if len(steady_rows) <= 5 else [steady_rows[len(steady_rows) * part // 5] for part in range(5)]


def test_a_row_is_what_it_is_alone(call: Caller, listing: Listing, walks: Any):
    reading, every = READINGS[listing.rows], walks(listing)
    if not every.rows:
        pytest.skip("no rows")
    for row in some(samples(every.rows), call.target, 2):
        thing = call(reading.retrieve, path={reading.parameter: row[listing.id]})
        found = thing.json[reading.envelope]
        thing.must(found[listing.id] == row[listing.id], "id_asked_for_is_id_given", row[listing.id], found[listing.id])
        differing = differences(row, found)
        thing.must(not differing, "list_and_retrieve_agree", "what the list says", differing, every.pages[0])


@pytest.mark.parametrize("listing", [each for each in LISTINGS if READINGS[each.rows].bulk], ids=str)
def test_bulk_gives_exactly_what_is_known(call: Caller, listing: Listing, walks: Any):
    reading, every = READINGS[listing.rows], walks(listing)
    rows = {row[listing.id]: row for row in samples(every.rows)}
    if not rows:
        pytest.skip("no rows")
    unknown = UNKNOWN[reading.retrieve]
    found = call(reading.bulk, body={reading.ids: [*reversed(rows), unknown]})
    given = {row[listing.id]: row for row in found.json[listing.rows]}
    found.must(set(given) == set(rows), "bulk_gives_what_was_asked_for", sorted(rows), sorted(given))
    found.must(len(found.json[listing.rows]) == len(rows), "each_row_once", len(rows), len(found.json[listing.rows]))
    for row_id, row in rows.items():
        differing = differences(row, given[row_id], partly=True)
        found.must(not differing, "list_and_bulk_agree", "what the list says", differing, every.pages[0])
    one = call(reading.bulk, body={reading.ids: [next(iter(rows))]})
    ids = [row[listing.id] for row in one.json[listing.rows]]
    one.must(ids == [next(iter(rows))], "bulk_gives_what_was_asked_for", [next(iter(rows))], ids)
    none = call(reading.bulk, body={reading.ids: [unknown]})
    none.must(not none.json[listing.rows], "unknown_ids_are_left_out", "no row", none.json[listing.rows])


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.retrieve)
def test_what_nobody_knows_is_not_found(call: Caller, reading: Reading):
    refused(call(reading.retrieve, path={reading.parameter: UNKNOWN[reading.retrieve]}, expect=404))


def refused(answer: Answer) -> None:
    """The one shape of errors: an object that says why in words."""
    body = answer.json
    words = isinstance(body, dict) and any(
        isinstance(body.get(name), str) and body[name] for name in ("reason", "message", "error")
    )
    answer.must(words, "error_shape", "an object with a reason", body)
    content = answer.headers.get("content-type", "")
    answer.must("json" in content, "error_shape", "JSON", content)


@pytest.mark.parametrize("name", READINGS)
def test_reading_twice_gives_the_same(call: Caller, name: str, walks: Any):
    listing = next(each for each in LISTINGS if each.rows == name)
    reading, rows = READINGS[name], samples(walks(listing).rows)
    if not rows:
        pytest.skip("no rows")

    def compare() -> tuple[bool, Any]:
        one, other = (call(reading.retrieve, path={reading.parameter: rows[0][listing.id]}) for _ in range(2))
        differing = differences(one.json[reading.envelope], other.json[reading.envelope])
        return not differing, lambda: other.must(False, "reading_changes_nothing", "the same twice", differing, one)

    steady(compare)
