"""Jobs of every kind run forward to the right end, are listed on their way, and leave what they made."""

from __future__ import annotations

import pytest

from contract_tests.behaviour.generating import Painter, follow, start
from contract_tests.behaviour.job_details import assets_of, details_hold, price_parts_hold, results_come_from
from contract_tests.behaviour.orders import FAIL, SEED, Run, follow_all, orders, start_all
from contract_tests.behaviour.test_files import file_holds
from contract_tests.behaviour.test_generation_laws import price_holds
from contract_tests.behaviour.test_job_laws import history_holds, runs_forward, state_holds
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Caller
from contract_tests.targets import Target

pytestmark = [pytest.mark.target, pytest.mark.changes]


@pytest.fixture(scope="module")
def fleet(call: Caller, model: Painter) -> list[Run]:
    """One job of each kind, from its start to its end."""
    runs = start_all(call, list(orders(call, model)))
    follow_all(call, runs)
    return runs


def test_every_look_holds(fleet: list[Run]):
    for run in fleet:
        job = run.started.json["job"]
        history_holds(run.started, job)
        state_holds(run.started, job)
        details_hold(run.started, job)
        runs_forward(run)
        for look in run.looks:
            details_hold(look, look.json["job"])


def test_they_are_listed_on_their_way(fleet: list[Run]):
    """What the lists showed was held against the jobs as they were asked for, an ended one for each order at least."""
    for run in fleet:
        run.looks[-1].must(run.listed, "an_end_is_an_end", "a job that stands still once it has ended", run.jobs[-2:])


def test_they_end_as_they_should(fleet: list[Run]):
    for run in fleet:
        last, status = run.looks[-1], run.end["status"]
        last.must(status == run.order.status, "a_good_request_succeeds", run.order.status, run.end, run.started)
        if run.order.operation_id == "createCustomGeneration":
            kind = run.end["jobType"]
            last.must(kind == "custom", "a_run_of_a_model_is_a_custom_job", "jobType custom", kind, run.started)
        if status == "failure" and FAIL in str(run.asked["prompt"]):
            why = run.end["metadata"].get("error") or ""
            last.must(why.strip(), "failure_says_why", "words", why, run.started)


def test_what_was_sent_comes_back(fleet: list[Run]):
    for run in fleet:
        for answer in (run.started, run.looks[-1]):
            given = answer.json["job"]["metadata"].get("input") or {}
            for name, value in run.asked.items():
                if isinstance(value, str) and value.startswith("data:"):
                    continue  # a picture is no text, and may be named otherwise
                came = given.get(name, value)
                answer.must(came == value, "inputs_come_back_unharmed", value, came, run.started)


def test_prices_add_up(fleet: list[Run]):
    for run in fleet:
        price_holds(run.started)
        price_parts_hold(run.started)


def test_they_leave_what_they_made(call: Caller, target: Target, fleet: list[Run]):
    owners: dict[str, str] = {}
    for run in fleet:
        last = run.looks[-1]
        if run.end["status"] != "success":
            continue
        last.must(run.assets, "success_has_assets", "assetIds", run.end["metadata"], run.started)
        number = run.order.made
        last.must(len(run.assets) == number, "as_many_assets_as_asked_for", number, run.assets, run.started)
        found, assets = assets_of(call, run.end, last)
        results_come_from(found, run.end, assets, last)
        for asset in assets:
            owner = owners.setdefault(asset["id"], run.id)
            found.must(owner == run.id, "each_asset_has_one_job", owner, run.id, last)
            kind, made_by = asset["kind"], asset["metadata"].get("parentJobId", run.id)
            found.must(kind == run.order.kind, "results_are_of_the_kind_asked_for", run.order.kind, kind, run.started)
            found.must(made_by == run.id, "assets_know_their_job", run.id, made_by, last)
            found.must(asset["status"] == "success", "success_has_its_files", "success", asset["status"], last)
            file_holds(target, asset, found)


def test_seeds_come_back(call: Caller, fleet: list[Run]):
    run = next((each for each in fleet if each.order.name == "seeded"), None)
    if run is None:
        pytest.skip("no model takes a seed")
    found, assets = assets_of(call, run.end, run.looks[-1])
    for asset in assets[:1]:
        seed = asset["metadata"].get("seed")
        found.must(str(seed if seed is not None else SEED) == str(SEED), "seeds_come_back", SEED, seed, run.started)


def test_an_edit_has_the_format_and_the_ratio_asked_for(call: Caller, fleet: list[Run]):
    for run in fleet:
        if run.order.operation_id != "createPromptEdit":
            continue
        found, assets = assets_of(call, run.end, run.looks[-1])
        mime = f"image/{run.asked['format']}"
        for asset in assets:
            found.must(asset["mimeType"] == mime, "format_asked_for", mime, asset["mimeType"], run.started)
            sides, ratio = asset["properties"], run.asked.get("aspectRatio")
            if ratio is not None and {"width", "height"} <= set(sides):
                wide, high = map(float, ratio.split(":"))
                near = abs(sides["width"] / sides["height"] / (wide / high) - 1) < 0.1
                found.must(near, "pictures_have_the_ratio_asked_for", ratio, sides, run.started)


def test_a_running_custom_job_cannot_be_canceled(call: Caller, model: Painter):
    """Recorded: 400, and the job runs on."""
    run = start(call, model, prompt="not to be canceled")
    cancel = call("triggerJobAction", path={"jobId": run.id}, body={"action": "cancel"}, expect=None)
    cancel.must(cancel.status == 400, "custom_jobs_cannot_be_canceled", 400, cancel.exchange.told(), run.started)
    refused(cancel)
    follow(call, [run])
    runs_forward(run)
    status = run.end["status"]
    run.looks[-1].must(status == "success", "refusals_change_nothing", "success", status, cancel)


def test_an_ended_job_cannot_be_canceled_any_more(call: Caller, fleet: list[Run]):
    call.target.pause(20 if call.target.mock else 0)
    for run in fleet:
        cancel = call("triggerJobAction", path={"jobId": run.id}, body={"action": "cancel"}, expect=(200, 400))
        if cancel.status == 200:
            told = cancel.json["job"]
            cancel.must(told == run.end, "an_end_is_an_end", run.end, told, run.looks[-1])
        if run.end["jobType"] == "custom":
            cancel.must(cancel.status == 400, "custom_jobs_cannot_be_canceled", 400, cancel.exchange.told())
        now = call("retrieveJob", path={"jobId": run.id})
        now.must(now.json["job"] == run.end, "an_end_is_an_end", run.end, now.json["job"], cancel)
