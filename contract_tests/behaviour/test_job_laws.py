"""Jobs: found as soon as they are made, running forward only, with a history that agrees, and assets that are there.

The laws are held of jobs that were there before and, where the target may be changed, of some that are started here.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from scenario_mock.clock import parse_iso

from contract_tests.behaviour.generating import ENDED, ORDER, Painter, Watched
from contract_tests.behaviour.lists import LISTINGS, plain
from contract_tests.behaviour.test_reads import differences
from contract_tests.calls import Answer, Caller

pytestmark = pytest.mark.target

JOBS = LISTINGS[-1]


# ---- one job, whenever it was made -----------------------------------------------------------------------------------


def history_holds(answer: Answer, job: Mapping[str, Any]) -> None:
    """The history of a job agrees with its state and dates."""
    history, dates = job["statusHistory"], [parse_iso(each["date"]) for each in job["statusHistory"]]
    answer.must(history, "history_agrees", "a statusHistory", history)
    answer.must(dates == sorted(dates), "history_ascends", "ascending dates", history)
    answer.must(history[-1]["status"] == job["status"], "history_agrees", f"{job['status']} last", history[-1])
    first, last = history[0]["date"], history[-1]["date"]
    answer.must(parse_iso(first) == parse_iso(job["createdAt"]), "history_begins_at_creation", job["createdAt"], first)
    answer.must(parse_iso(last) == parse_iso(job["updatedAt"]), "history_ends_at_update", job["updatedAt"], last)
    places = [ORDER.get(each["status"], 0) for each in history]
    forward = all(one < other for one, other in pairwise(places))
    answer.must(forward, "status_runs_forward", "known statuses in their order, each once", history)


def state_holds(answer: Answer, job: Mapping[str, Any]) -> None:
    """State, progress and results agree."""
    status, progress, assets = job["status"], job["progress"], job["metadata"].get("assetIds")
    answer.must(0 <= progress <= 1, "progress_within_bounds", "0 to 1", progress)
    if status == "success":
        answer.must(progress == 1, "progress_is_1_at_success", 1, progress)
    if status == "failure":
        answer.must(job["metadata"].get("error"), "failure_says_why", "metadata.error", job["metadata"])
    if status in ("failure", "canceled"):
        answer.must(not assets, "no_assets_without_success", "no assetIds", assets)
    if assets:
        answer.must(len(set(assets)) == len(assets), "each_asset_once", "different ids", assets)


def test_jobs_that_are_there(walks: Any):
    every = walks(JOBS)
    if not every.rows:
        pytest.skip("the target has no jobs")
    for page in every.pages:
        for job in page.json["jobs"]:
            history_holds(page, job)
            state_holds(page, job)


def test_assets_of_jobs_that_are_there(call: Caller, walks: Any):
    done = [job for job in walks(JOBS).rows if job["status"] == "success" and job["metadata"].get("assetIds")]
    if not done:
        pytest.skip("no job with assets")
    for job in done[:: max(1, len(done) // 8)][:8]:
        results_hold(call, job, walks(JOBS).pages[0])


def results_hold(call: Caller, job: Mapping[str, Any], shown: Answer) -> list[dict[str, Any]]:
    """What a job made is there, in bulk as well, and says so itself."""
    ids = job["metadata"]["assetIds"]
    found = call("bulkGetAssets", body={"assetIds": ids})
    there = {asset["id"]: asset for asset in found.json["assets"]}
    missing = [each for each in ids if each not in there]
    found.must(not missing, "success_names_assets_that_exist", ids, missing, shown)
    one = call("retrieveAsset", path={"assetId": ids[0]})
    differing = differences(there[ids[0]], one.json["asset"])
    one.must(not differing, "list_and_retrieve_agree", "what the bulk call says", differing, found)
    for asset in there.values():
        parent = asset["metadata"].get("parentJobId")
        found.must(parent in (None, job["jobId"]), "assets_know_their_job", job["jobId"], parent, shown)
    return list(there.values())


# ---- jobs that are started here --------------------------------------------------------------------------------------


def runs_forward(run: Watched) -> None:
    """From look to look a job only goes on, and stays itself."""
    for look, (before, now) in zip(run.looks, pairwise(run.jobs), strict=True):
        history_holds(look, now)
        state_holds(look, now)
        look.must(now["jobId"] == run.id, "id_asked_for_is_id_given", run.id, now["jobId"])
        same = ("createdAt", "jobType", "ownerId", "authorId")
        changed = {name: [before.get(name), now.get(name)] for name in same if before.get(name) != now.get(name)}
        look.must(not changed, "what_a_job_is_stays", "no change", changed, run.started)
        given, kept = (job["metadata"].get("input") or {} for job in (before, now))
        changed = {
            name: [value, kept.get(name)] for name, value in given.items() if plain(value) != plain(kept.get(name))
        }
        look.must(not changed, "what_a_job_is_stays", "the inputs that were told before", changed, run.started)
        told = [before["status"], now["status"]]
        forward = ORDER[before["status"]] <= ORDER[now["status"]]
        look.must(forward, "status_runs_forward", "no way back", told, run.started)
        was, told = before["progress"], now["progress"]
        look.must(told >= was, "progress_never_falls", f"{was} or more", told, run.started)
        grown = now["statusHistory"][: len(before["statusHistory"])] == before["statusHistory"]
        look.must(grown, "history_only_grows", before["statusHistory"], now["statusHistory"], run.started)
        later = parse_iso(now["updatedAt"]) >= parse_iso(before["updatedAt"])
        look.must(later, "updated_at_never_falls", before["updatedAt"], now["updatedAt"], run.started)
        named, still = (set(job["metadata"].get("assetIds") or ()) for job in (before, now))
        look.must(named <= still, "assets_stay_named", sorted(named), sorted(still), run.started)
        if before["status"] in ENDED:
            look.must(before == now, "an_end_is_an_end", before, now)


@pytest.mark.changes
def test_a_job_runs_forward_to_its_end(runs: list[Watched]):
    for run in runs:
        runs_forward(run)


@pytest.mark.changes
def test_the_start_is_a_start(runs: list[Watched], model: Painter):
    ids = [run.id for run in runs]
    runs[-1].started.must(len(set(ids)) == len(ids), "each_request_makes_a_job", "different ids", ids, runs[0].started)
    for run in runs:
        job = run.started.json["job"]
        history_holds(run.started, job)
        run.started.must(job["status"] not in ("failure", "canceled"), "a_job_starts", "a running job", job["status"])
        run.started.must(run.end["status"] == "success", "a_good_request_succeeds", "success", run.end)
        given = job["metadata"].get("input") or {}
        for name, value in run.asked.items():
            run.started.must(given.get(name, value) == value, "inputs_come_back_unharmed", value, given.get(name))
        run.started.must(given.get("modelId", model.id) == model.id, "inputs_come_back_unharmed", model.id, given)


@pytest.mark.changes
def test_success_has_its_assets(call: Caller, runs: list[Watched], model: Painter):
    owned: dict[str, str] = {}
    for run in runs:
        last = run.looks[-1]
        wanted = run.asked.get(model.count or "", (model.inputs.get(model.count or "") or {}).get("default"))
        last.must(run.assets, "success_has_assets", "assetIds", run.assets)
        if wanted is not None:
            last.must(len(run.assets) == wanted, "as_many_assets_as_asked_for", wanted, run.assets, run.started)
        for asset in results_hold(call, run.end, last):
            shared = owned.setdefault(asset["id"], run.id)
            last.must(shared == run.id, "each_asset_has_one_job", f"assets of {run.id}", asset["id"])
            metadata = asset["metadata"]
            prompt = metadata.get("prompt", run.asked["prompt"])
            last.must(prompt == run.asked["prompt"], "prompts_come_back_unharmed", run.asked["prompt"], prompt)
            made = metadata.get("modelId", model.id)
            last.must(made == model.id, "assets_know_their_model", model.id, made)
            between = (
                parse_iso(run.end["createdAt"]) <= parse_iso(asset["createdAt"]) <= parse_iso(run.end["updatedAt"])
            )
            last.must(between, "assets_come_from_their_job", "made between its start and end", asset["createdAt"])


@pytest.mark.changes
def test_new_assets_are_listed_and_found(call: Caller, runs: list[Watched], model: Painter):
    made = {asset for run in runs for asset in run.assets}
    listed = call("listAssets", query={"pageSize": 100, "sortBy": "createdAt", "sortDirection": "desc"})
    ids = {row["id"] for row in listed.json["assets"]}
    listed.must(made <= ids, "new_assets_are_listed", sorted(made)[:3], sorted(made - ids)[:3], runs[0].looks[-1])
    chosen = call("listAssets", query={"pageSize": 100, "modelId": model.id})
    ids = {row["id"] for row in chosen.json["assets"]}
    lost = made - ids
    chosen.must(not lost, "filter_leaves_nothing_out", f"all assets of {model.id}", sorted(lost)[:3], runs[0].looks[-1])
    found = call("searchAssets", body={"filter": f'modelId = "{model.id}"', "sortBy": ["createdAt:desc"], "limit": 100})
    hits = {hit["id"] for hit in found.json["hits"]}
    found.must(made <= hits, "new_assets_are_hits", sorted(made)[:3], sorted(made - hits)[:3], runs[0].looks[-1])


@pytest.mark.changes
def test_ended_jobs_are_listed_as_they_are(call: Caller, runs: list[Watched]):
    for query in ({}, {"status": "success"}, {"type": runs[0].end["jobType"]}):
        page = call("listJobs", query={"pageSize": 100, **query})
        rows = {job["jobId"]: job for job in page.json["jobs"]}
        for run in runs:
            page.must(run.id in rows, "a_job_is_listed", f"{run.id} with {query}", sorted(rows)[:3], run.looks[-1])
            differing = differences(rows[run.id], run.end)
            page.must(not differing, "list_and_retrieve_agree", "the job as it is alone", differing, run.looks[-1])
