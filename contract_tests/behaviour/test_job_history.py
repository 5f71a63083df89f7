"""Jobs and assets that are there already agree with each other, and running ones go on. Reads only."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pytest

from contract_tests.behaviour.generating import ENDED, Watched
from contract_tests.behaviour.job_details import asset_holds, assets_of, details_hold, results_come_from
from contract_tests.behaviour.lists import LISTINGS, plain, some
from contract_tests.behaviour.test_job_laws import runs_forward
from contract_tests.calls import Caller

pytestmark = pytest.mark.target

JOBS, ASSETS = LISTINGS[5], LISTINGS[3]
SAMPLES, FEW = 12, 3
LOOKS = 3


def test_only_a_success_names_assets(walks: Any):
    every = walks(JOBS)
    if not every.rows:
        pytest.skip("the target has no jobs")
    for page in every.pages:
        for job in page.json["jobs"]:
            details_hold(page, job)


def test_results_are_those_of_their_job(call: Caller, walks: Any):
    """One job of each kind at least, as far as the samples go."""
    by_kind: dict[str, dict[str, Any]] = {}
    for job in walks(JOBS).rows:
        if job["status"] == "success" and job["metadata"].get("assetIds"):
            by_kind.setdefault(job["jobType"], job)
    if not by_kind:
        pytest.skip("no job with assets")
    owners: dict[str, str] = {}
    for job in some(list(by_kind.values())[:SAMPLES], call.target, FEW):
        shown = call("retrieveJob", path={"jobId": job["jobId"]})
        found, assets = assets_of(call, shown.json["job"], shown)
        results_come_from(found, shown.json["job"], assets, shown)
        for asset in assets:
            owner = owners.setdefault(asset["id"], job["jobId"])
            found.must(owner == job["jobId"], "each_asset_has_one_job", owner, job["jobId"], shown)


def test_an_asset_leads_to_its_job(call: Caller, walks: Any):
    """From the other side: the job that an asset names exists and names it, unless the asset stands for another."""
    named = [row for row in walks(ASSETS).rows if row["metadata"].get("parentJobId") and not row.get("isHidden")]
    if not named:
        pytest.skip("no asset that names a job")
    for asset in some(named[:: max(1, len(named) // SAMPLES)][:SAMPLES], call.target, FEW):
        job_id = asset["metadata"]["parentJobId"]
        found = call("retrieveJob", path={"jobId": job_id}, expect=(200, 404))  # the older history may be gone
        if found.status == 200:
            job = found.json["job"]
            found.must(job["jobId"] == job_id, "id_asked_for_is_id_given", job_id, job["jobId"])
            made = job["metadata"].get("assetIds") or ()
            found.must(asset["id"] in made, "jobs_know_their_assets", asset["id"], made, walks(ASSETS).pages[0])


def test_assets_agree_with_themselves(walks: Any):
    every = walks(ASSETS)
    if not every.rows:
        pytest.skip("the target has no assets")
    for page in every.pages:
        for asset in page.json["assets"]:
            asset_holds(page, asset)


def test_running_jobs_go_on(call: Caller, walks: Any):
    running = [job for job in walks(JOBS).rows if job["status"] not in ENDED]
    if not running:
        pytest.skip("no job is running")
    runs = [
        Watched({}, call("retrieveJob", path={"jobId": job["jobId"]}))
        for job in some(running[:SAMPLES], call.target, FEW)
    ]
    for _ in range(LOOKS):
        call.target.pause(0.2)
        for run in runs:
            run.looks.append(call("retrieveJob", path={"jobId": run.id}))
    for run in runs:
        runs_forward(run)
        for look in run.looks:
            details_hold(look, look.json["job"])


def test_vectors_come_on_request_and_stay(call: Caller, walks: Any):
    pictures = [row for row in walks(ASSETS).rows if row["kind"] == "image" and row["status"] == "success"]
    if not pictures:
        pytest.skip("the target has no pictures")
    path = {"assetId": pictures[0]["id"]}
    first, second = (call("retrieveAsset", path=path, query={"withEmbedding": True}) for _ in range(2))
    vector = first.json["asset"].get("embedding")
    if vector is None:
        pytest.skip("this picture has no vector")
    first.must(vector and all(map(isfinite, vector)), "vectors_are_numbers", "finite numbers", vector[:5])
    again = second.json["asset"].get("embedding")
    second.must(again == vector, "the_same_asset_has_the_same_vector", vector[:3], (again or [])[:3], first)
    without = {name: value for name, value in first.json["asset"].items() if name != "embedding"}
    alone = call("retrieveAsset", path=path)
    alone.must(plain(without) == plain(alone.json["asset"]), "details_change_nothing_else", without, alone.json, first)
