"""Ids name one thing: not what begins alike, not what differs in case, not a thing of another kind."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, Row, Walk, some
from contract_tests.behaviour.test_reads import READINGS, Reading, refused, samples
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

STRANGE = ("..%2F..", "a b", "ünïcödé", "%00", "'; --", "a" * 300, "{}", "null")
MINIMAL = {"id", "name", "type"}
MOST_ASSETS = 200


@pytest.fixture(params=READINGS, ids=lambda name: READINGS[name].retrieve)
def met(request: pytest.FixtureRequest, walks: Any) -> Walk:
    """A walk of things of each kind. Skips when there are none."""
    found: Walk = walks(next(each for each in LISTINGS if each.rows == request.param))
    if not found.rows:
        pytest.skip("no rows")
    return found


def reading_of(met: Walk) -> Reading:
    return READINGS[met.listing.rows]


def test_an_id_that_is_almost_one_is_none(call: Caller, met: Walk):
    reading = reading_of(met)
    known = next((row_id for row_id in met.ids if row_id.swapcase() not in met.ids), met.ids[0])
    for almost in some([f"{known}x", known[:-1], known.swapcase(), f"{known} "], call.target, 2):
        found = call(reading.retrieve, path={reading.parameter: almost}, expect=(400, 404))
        refused(found)


def test_an_id_of_another_kind_is_none(call: Caller, met: Walk, walks: Any):
    reading = reading_of(met)
    for listing in some(
        [each for each in LISTINGS if each.rows != met.listing.rows and not each.query], call.target, 1
    ):
        for other in walks(listing).ids[:1]:
            refused(call(reading.retrieve, path={reading.parameter: other}, expect=(400, 404)))


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.retrieve)
def test_an_id_that_no_server_gives_is_none(call: Caller, reading: Reading):
    for strange in some(STRANGE, call.target, 1):
        found = call(reading.retrieve, path={reading.parameter: strange}, expect=None)
        found.must(found.status in (400, 403, 404, 414), "strange_ids", "400 or 404", found.exchange.told())


@pytest.mark.parametrize("name", [name for name, reading in READINGS.items() if reading.bulk])
def test_an_id_asked_for_twice_comes_once(call: Caller, name: str, walks: Any):
    reading, every = READINGS[name], walks(next(each for each in LISTINGS if each.rows == name))
    ids = [row["id"] for row in samples(every.rows)[:3]]
    found = call(reading.bulk, body={reading.ids: [*ids, *ids]})
    came = [row["id"] for row in found.json[name]]
    found.must(sorted(came) == sorted(ids), "each_row_once", ids, came)
    none = call(reading.bulk, body={reading.ids: []}, expect=(200, 400))
    none.must(not (none.json or {}).get(name), "bulk_gives_what_was_asked_for", "no row", none.json)


@pytest.mark.parametrize("name", [name for name, reading in READINGS.items() if reading.bulk])
def test_many_at_once_are_all_there(call: Caller, name: str, walks: Any):
    reading, every = READINGS[name], walks(next(each for each in LISTINGS if each.rows == name))
    ids = every.ids[:50]
    found = call(reading.bulk, body={reading.ids: ids})
    came = [row["id"] for row in found.json[name]]
    found.must(sorted(came) == sorted(ids), "bulk_gives_what_was_asked_for", f"{len(ids)} rows", f"{len(came)} rows")


def test_more_assets_than_the_contract_allows_are_refused(call: Caller):
    ids = [f"asset_{number:022}" for number in range(MOST_ASSETS + 1)]
    refused(call("bulkGetAssets", body={"assetIds": ids}, expect=400))


def test_minimal_models_are_minimal(call: Caller, walks: Any):
    every = walks(next(each for each in LISTINGS if str(each) == "listModels-public"))
    named = {row["id"]: row for row in samples(every.rows)[:3]}
    found = call("bulkGetModels", body={"modelIds": list(named), "minimal": True, "thumbnail": True})
    for row in found.json["models"]:
        more = set(row) - MINIMAL
        found.must(not more, "minimal_is_minimal", sorted(MINIMAL), sorted(more))
        same = {name: named[row["id"]].get(name) for name in row}
        found.must(row == same, "list_and_bulk_agree", same, row, every.pages[0])


def test_forms_come_with_one_custom_model_only(call: Caller, walks: Any):
    every = walks(next(each for each in LISTINGS if str(each) == "listModels-public"))
    custom = [row["id"] for row in every.rows if row["type"] == "custom"][:2]
    for model_id in custom:
        alone = call("retrieveModel", path={"modelId": model_id})
        alone.must(
            alone.json["model"].get("inputs"), "custom_models_have_inputs", "inputs", sorted(alone.json["model"])
        )
    found = call("bulkGetModels", body={"modelIds": custom})
    for row in found.json["models"]:
        more = {"inputs", "uiConfig"} & set(row)
        found.must(not more, "rows_have_no_inputs", "neither inputs nor uiConfig", sorted(more))


def test_vectors_come_when_asked_for(call: Caller, walks: Any):
    every = walks(next(each for each in LISTINGS if each.rows == "assets"))
    for row in [row for row in every.rows if row["kind"] == "image"][:1]:
        path = {"assetId": row["id"]}
        plain, asked = (call("retrieveAsset", path=path, query=query) for query in ({}, {"withEmbedding": True}))
        plain.must("embedding" not in plain.json["asset"], "details_when_asked_for", "no embedding", sorted(row))
        vector: Row = asked.json["asset"]
        asked.must(vector.get("embedding"), "details_when_asked_for", "an embedding", sorted(vector), plain)
