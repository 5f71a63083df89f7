"""Prices: told before as they are charged, the sum of their parts, never less for more, and told without a deed.

A dry run must leave nothing behind. Each request carries a mark; afterwards no job may have one of those that were only
priced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from contract_tests.behaviour.generating import Painter
from contract_tests.behaviour.job_details import price_parts_hold
from contract_tests.behaviour.orders import CUSTOM, PICTURE, marked_jobs, new_mark
from contract_tests.behaviour.test_generation_laws import price_holds
from contract_tests.calls import Answer, Caller

pytestmark = [pytest.mark.target, pytest.mark.changes]

MARK = "MARK"


@dataclass(frozen=True)
class Priced:
    """An operation, a request, and the same with more to do."""

    operation_id: str
    body: Mapping[str, Any]
    more: Mapping[str, Any] | None = None

    def __str__(self) -> str:
        return self.operation_id


PRICED = (
    Priced("createPromptEdit", {"image": PICTURE, "prompt": MARK, "numSamples": 1}, {"numSamples": 2}),
    Priced("createCaption", {"images": [PICTURE], "unwantedSequences": [MARK]}, {"images": [PICTURE, PICTURE]}),
    Priced("createStyleDescription", {"images": [PICTURE], "unwantedSequences": [MARK]}),
    Priced("createDetection", {"image": PICTURE, "modality": "sketch"}),
    Priced("createEmbedding", {"text": MARK}),
    Priced("createPrompt", {"mode": "structured", "prompt": MARK, "numResults": 1}, {"numResults": 4}),
    Priced("createQualityGate", {"image": PICTURE}),
    Priced("createTranslation", {"prompt": MARK}),
)


def marked(body: Mapping[str, Any], mark: str) -> dict[str, Any]:
    """The body with the mark where it belongs."""
    return {name: mark if value == MARK else [mark] if value == [MARK] else value for name, value in body.items()}


def dry(call: Caller, operation_id: str, body: Any, path: Mapping[str, str] | None = None, word: Any = True) -> Answer:
    """The price of a call."""
    answer = call(operation_id, path=path, query={"dryRun": word}, body=body, expect=269)
    answer.must("job" not in answer.json, "dry_runs_make_nothing", "a price only", sorted(answer.json))
    price_holds(answer)
    return answer


def parts(answer: Answer) -> dict[str, Any]:
    """What a price says."""
    names = ("creativeUnitsCost", "creativeUnitsDiscount", "costDetails")
    return {name: answer.json.get(name) for name in names}


def only_once(call: Caller, mark: str, job_ids: list[str], *shown: Answer) -> None:
    """Only these jobs have the mark."""
    page, found = marked_jobs(call, mark)
    page.must(set(found) <= set(job_ids), "dry_runs_make_nothing", f"no job but {job_ids}", found, *shown)


@pytest.mark.parametrize("priced", PRICED, ids=str)
def test_a_price_is_told_as_it_is_charged(call: Caller, priced: Priced):
    mark = new_mark(call, "priced")
    body = marked(priced.body, mark)
    price = dry(call, priced.operation_id, body)
    again = dry(call, priced.operation_id, body)
    again.must(parts(again) == parts(price), "the_same_costs_the_same", parts(price), parts(again), price)
    at_api = dry(call, priced.operation_id, body, word="api")
    only_once(call, mark, [], price, at_api)
    run = call(priced.operation_id, body=body)
    run.must(parts(run) == parts(price), "a_dry_run_prices_as_a_run", parts(price), parts(run), price)
    if "job" in run.json:
        price_parts_hold(run)
        only_once(call, mark, [run.json["job"]["jobId"]], price, run)
    if priced.more is not None:
        more = dry(call, priced.operation_id, {**body, **priced.more})
        costs = [each.json["creativeUnitsCost"] for each in (price, more)]
        more.must(costs[0] <= costs[1], "more_is_not_cheaper", f"{costs[0]} or more", costs[1], price)


def test_dry_run_in_the_body_is_no_dry_run(call: Caller, model: Painter):
    """Recorded: it is ignored and a paid job runs. Whoever checks names may refuse it, but not price it."""
    path = {"modelId": model.id}
    body = {"prompt": "not dry", "dryRun": True}
    answer = call(CUSTOM, path=path, body=body, expect=None)
    answer.must(answer.status in (200, 400), "dry_run_is_a_query", "200 with a job, or 400", answer.exchange.told())
    if answer.status == 200:
        there = call("retrieveJob", path={"jobId": answer.json["job"]["jobId"]}, expect=None)
        there.must(there.status == 200, "created_jobs_can_be_read", 200, there.exchange.told(), answer)


def test_a_price_follows_the_number_of_pictures(call: Caller, model: Painter):
    if model.count is None:
        pytest.skip("the model makes one picture at a time")
    most = int(min(model.inputs[model.count].get("max", 4), 4))
    path, last = {"modelId": model.id}, 0.0
    for count in range(1, most + 1):
        price = dry(call, CUSTOM, {"prompt": "so many", model.count: count}, path)
        cost = price.json["creativeUnitsCost"]
        price.must(cost >= last, "more_is_not_cheaper", f"{last} or more for {count}", cost)
        last = cost


def test_a_billed_run_is_the_price(call: Caller, model: Painter):
    mark = new_mark(call, "billed")
    path, body = {"modelId": model.id}, {"prompt": mark}
    prices = [dry(call, CUSTOM, body, path, word) for word in ("true", "api")]
    only_once(call, mark, [], *prices)
    run = call(CUSTOM, path=path, body=body)
    run.must(parts(run) == parts(prices[0]), "a_dry_run_prices_as_a_run", parts(prices[0]), parts(run), prices[0])
    price_parts_hold(run)
    only_once(call, mark, [run.json["job"]["jobId"]], run)
