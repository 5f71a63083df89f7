"""Generations: prices that add up, dry runs that make nothing, inputs that are refused, and canceling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from contract_tests.behaviour.generating import Painter, Watched, follow, start
from contract_tests.behaviour.lists import steady
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Answer, Caller
from contract_tests.targets import Target

pytestmark = [pytest.mark.target, pytest.mark.changes]


def price_holds(answer: Answer) -> float:
    """The price is the sum of its parts, less the discount."""
    body = answer.json
    cost, parts = body["creativeUnitsCost"], body.get("costDetails") or {}
    told = {"creativeUnitsCost": cost, "costDetails": parts, "discount": body.get("creativeUnitsDiscount")}
    answer.must(cost >= 0, "prices_are_not_negative", "0 or more", told)
    discount = body.get("creativeUnitsDiscount") or 0
    if parts:
        total = sum(parts.values())
        sums = (total, total - discount, total + discount)
        answer.must(any(abs(cost - each) < 1e-6 for each in sums), "cost_adds_up", "the sum of its details", told)
    return float(cost)


def priced(call: Caller, model: Painter, body: Mapping[str, Any]) -> Answer:
    """The answer to a dry run."""
    return call("createCustomGeneration", path={"modelId": model.id}, query={"dryRun": True}, body=body, expect=269)


def job_ids(call: Caller) -> list[str]:
    return [job["jobId"] for job in call("listJobs", query={"pageSize": 100}).json["jobs"]]


def newest_assets(call: Caller) -> list[str]:
    return [row["id"] for row in call("listAssets", query={"pageSize": 5, "sortBy": "createdAt"}).json["assets"]]


def test_a_dry_run_prices_and_makes_nothing(call: Caller, model: Painter):
    body = {"prompt": "a dry run"}

    def compare() -> tuple[bool, Any]:
        jobs, assets = job_ids(call), newest_assets(call)
        price = priced(call, model, body)
        price.must("job" not in price.json, "dry_runs_make_nothing", "no job", price.json)
        cost = price_holds(price)
        if model.count:
            more = priced(call, model, {**body, model.count: 2})
            more.must(price_holds(more) >= cost, "more_is_not_cheaper", f"{cost} or more", more.json, price)
        new = sorted(set(job_ids(call)) - set(jobs))
        call.target.pause(5 if call.target.mock else 0)
        new += [row for row in newest_assets(call) if row not in assets]
        return not new, lambda: price.must(False, "dry_runs_make_nothing", "no new job or asset", new)

    steady(compare)


def test_the_price_of_a_run_is_that_of_its_dry_run(call: Caller, model: Painter, runs: list[Watched]):
    for run in (runs[0], runs[-1]):
        dry = call(
            "createCustomGeneration", path={"modelId": model.id}, query={"dryRun": True}, body=run.asked, expect=269
        )
        cost = price_holds(run.started)
        dry.must(price_holds(dry) == cost, "a_dry_run_prices_as_a_run", cost, dry.json, run.started)
        billed = (run.end.get("billing") or {}).get("cuCost")
        run.looks[-1].must(billed is None or billed <= cost, "billed_as_priced", f"at most {cost}", billed, run.started)


def wrong_bodies(model: Painter) -> Iterator[tuple[str, Any]]:
    """Bodies that the model's own inputs forbid."""
    yield "no prompt", {}
    yield "a prompt that is no text", {"prompt": 5}
    yield "no object", ["a castle"]
    for name, entry in model.inputs.items():
        if entry["type"] == "number" and "max" in entry:
            yield f"{name} above its max", {"prompt": "x", name: entry["max"] + 1}
        if entry.get("allowedValues") and entry["type"] == "string":
            yield f"{name} not allowed", {"prompt": "x", name: "nothing like that"}


def test_what_a_model_does_not_take_is_refused_and_makes_nothing(call: Caller, model: Painter):
    def compare() -> tuple[bool, Any]:
        before = set(job_ids(call))
        for name, body in wrong_bodies(model):
            answer = call("createCustomGeneration", path={"modelId": model.id}, body=body, expect=None)
            answer.must(answer.status == 400, "refuses_what_is_wrong", f"400 for {name}", answer.exchange.told())
            refused(answer)
        nobody = call(
            "createCustomGeneration", path={"modelId": "model_nobody00000000000"}, body={"prompt": "x"}, expect=None
        )
        nobody.must(nobody.status in (400, 404), "refuses_what_is_wrong", "404", nobody.exchange.told())
        made = sorted(set(job_ids(call)) - before)
        return not made, lambda: nobody.must(False, "refusals_make_nothing", "no new job", made)

    steady(compare)


def test_a_number_below_its_min_is_refused(call: Caller, model: Painter):
    for name, entry in model.inputs.items():
        if entry["type"] == "number" and entry.get("min", 0) > 0:
            body = {"prompt": "x", name: entry["min"] - 1}
            answer = call("createCustomGeneration", path={"modelId": model.id}, body=body, expect=None)
            expected = f"400 for {name} {body[name]}, below its min"
            answer.must(answer.status == 400, "refuses_what_is_too_small", expected, answer.exchange.told())


def test_cancel(call: Caller, target: Target, runs: list[Watched], model: Painter):
    unknown = call("triggerJobAction", path={"jobId": "job_nobody0000000000000"}, body={"action": "cancel"}, expect=404)
    refused(unknown)
    other = call("triggerJobAction", path={"jobId": runs[0].id}, body={"action": "explode"}, expect=400)
    refused(other)
    again = start(call, model, prompt="to be canceled")
    answer = call("triggerJobAction", path={"jobId": again.id}, body={"action": "cancel"}, expect=(200, 400))
    follow(call, [again])
    if answer.status == 200:
        again.looks[-1].must(
            again.end["status"] == "canceled", "cancel_cancels", "canceled", again.end["status"], answer
        )
        again.looks[-1].must(not again.assets, "no_assets_without_success", "no assetIds", again.assets, answer)
    else:
        refused(answer)
        again.looks[-1].must(
            again.end["status"] == "success", "refusals_change_nothing", "success", again.end["status"], answer
        )
    call("triggerJobAction", path={"jobId": runs[0].id}, body={"action": "cancel"}, expect=(200, 400))
    now = call("retrieveJob", path={"jobId": runs[0].id})
    now.must(now.json["job"] == runs[0].end, "an_end_is_an_end", runs[0].end, now.json["job"])


def test_a_dry_run_refuses_what_a_run_refuses(call: Caller, model: Painter):
    for name, body in wrong_bodies(model):
        path, query = {"modelId": model.id}, {"dryRun": True}
        answer = call("createCustomGeneration", path=path, query=query, body=body, expect=None)
        answer.must(answer.status == 400, "dry_runs_refuse_as_runs", f"400 for {name}", answer.exchange.told())


def test_a_price_depends_on_what_the_inputs_say_it_does(call: Caller, model: Painter):
    short = priced(call, model, {"prompt": "x"})
    cost = price_holds(short)
    if model.inputs["prompt"].get("costImpact") is False:
        long = priced(call, model, {"prompt": "a very " * 30 + "long prompt"})
        long.must(price_holds(long) == cost, "what_has_no_cost_impact_costs_nothing", f"{cost}", long.json, short)
    if model.count and model.inputs[model.count].get("costImpact"):
        more = priced(call, model, {"prompt": "x", model.count: model.inputs[model.count]["max"]})
        more.must(price_holds(more) > cost, "cost_impact_changes_the_price", f"more than {cost}", more.json, short)
