"""Pictures from text: as many and as large as asked for, and the jobs that can be canceled."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.behaviour.generating import ENDED, Watched, follow
from contract_tests.behaviour.test_generation_laws import price_holds
from contract_tests.behaviour.test_job_laws import results_hold, runs_forward
from contract_tests.behaviour.test_reads import refused
from contract_tests.calls import Answer, Caller

pytestmark = [pytest.mark.target, pytest.mark.changes]

DRAW = "createTextToImageGeneration"
MOST_TRIED = 5
ASKED = {"prompt": "two standing stones", "numSamples": 2, "width": 512, "height": 768}


@pytest.fixture(scope="module")
def drawer(call: Caller) -> str:
    """The first public model that the operation has a price for. Skips when there is none."""
    page = call("listModels", query={"privacy": "public", "pageSize": 100})
    fitting = [row for row in page.json["models"] if row["type"] != "custom" and "txt2img" in row["capabilities"]]
    for row in fitting[:MOST_TRIED]:
        price = call(DRAW, query={"dryRun": True}, body={"modelId": row["id"], **ASKED}, expect=None)
        if price.status == 269:
            found: str = row["id"]
            return found
    pytest.skip("the target has no public model that draws here")


def drawn(call: Caller, model_id: str, **inputs: Any) -> Watched:
    """A picture that was begun."""
    body = {"modelId": model_id, **inputs}
    return Watched(body, call(DRAW, body=body))


def test_as_many_and_as_large_as_asked_for(call: Caller, drawer: str):
    dry = call(DRAW, query={"dryRun": True}, body={"modelId": drawer, **ASKED}, expect=269)
    run = drawn(call, drawer, **ASKED)
    cost = price_holds(run.started)
    run.started.must(price_holds(dry) == cost, "a_dry_run_prices_as_a_run", dry.json, run.started.json, dry)
    follow(call, [run])
    runs_forward(run)
    last = run.looks[-1]
    last.must(run.end["status"] == "success", "a_good_request_succeeds", "success", run.end["status"], run.started)
    wanted = ASKED["numSamples"]
    last.must(len(run.assets) == wanted, "as_many_assets_as_asked_for", f"{wanted} assets", run.assets, run.started)
    for asset in results_hold(call, run.end, last):
        sides = {name: asset["properties"].get(name, ASKED[name]) for name in ("width", "height")}
        last.must(
            sides == {"width": 512, "height": 768}, "pictures_have_the_size_asked_for", "512 x 768", sides, run.started
        )
    inference_holds(call, run)


def inference_holds(call: Caller, run: Watched) -> None:
    """What is said of the inference fits, and its assets are listed under it."""
    inference = run.started.json.get("inference") or {}
    number = inference.get("imagesNumber", ASKED["numSamples"])
    run.started.must(number == ASKED["numSamples"], "as_many_assets_as_asked_for", ASKED["numSamples"], inference)
    if "id" in inference:
        listed = call("listAssets", query={"inferenceId": inference["id"], "pageSize": 100})
        ids = {row["id"] for row in listed.json["assets"]}
        expected = f"all assets of {inference['id']}, and no others"
        listed.must(ids == set(run.assets), "filter_means_what_it_says", expected, sorted(ids), run.started)


def cancel(call: Caller, job_id: str) -> Answer:
    return call("triggerJobAction", path={"jobId": job_id}, body={"action": "cancel"}, expect=(200, 400))


def test_cancel_ends_this_job_and_no_other(call: Caller, drawer: str):
    one, other = (drawn(call, drawer, prompt=prompt) for prompt in ("to be canceled", "to be finished"))
    call.target.pause(0.5 if call.target.mock else 0)
    one.looks.append(call("retrieveJob", path={"jobId": one.id}))
    before = one.end["status"]
    answer = cancel(call, one.id)
    if answer.status == 400:
        refused(answer)
        pytest.skip("the target cancels no such job")
    one.looks.append(answer)
    follow(call, [one, other])
    runs_forward(one)
    runs_forward(other)
    last = one.looks[-1]
    too_late = before in ENDED or answer.json["job"]["status"] == "success"
    if not too_late:
        last.must(one.end["status"] == "canceled", "cancel_cancels", "canceled", one.end["status"], answer)
    spared = other.end["status"]
    other.looks[-1].must(spared == "success", "cancel_cancels_one_job", "success of the other job", spared, answer)
    for query in ({}, {"status": one.end["status"]}):
        page = call("listJobs", query={"pageSize": 100, **query})
        rows = {job["jobId"]: job for job in page.json["jobs"]}
        page.must(rows.get(one.id) == one.end, "a_job_is_listed", one.end, rows.get(one.id), last)
    cancel(call, one.id)
    now = call("retrieveJob", path={"jobId": one.id})
    now.must(now.json["job"] == one.end, "an_end_is_an_end", one.end, now.json["job"], answer)
