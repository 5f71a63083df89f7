"""Pictures from text when little is said: the defaults of the contract, and results that hide.

The defaults are those that the contract marks `x-default`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contract_tests.behaviour.generating import Watched, follow
from contract_tests.behaviour.job_details import assets_of, results_come_from
from contract_tests.behaviour.lists import LISTINGS, walk
from contract_tests.behaviour.orders import new_mark, since
from contract_tests.behaviour.test_job_laws import runs_forward
from contract_tests.calls import Caller
from contract_tests.spec import contract_document

pytestmark = [pytest.mark.target, pytest.mark.changes]

DRAW = "createTextToImageGeneration"
FIELDS = contract_document()["components"]["schemas"]["TextToImageRequest"]["properties"]
SAMPLES, WIDTH, HEIGHT = (FIELDS[name]["x-default"] for name in ("numSamples", "width", "height"))
SMALL = {"numSamples": 1, "width": 256, "height": 256}
MOST_TRIED = 5


@pytest.fixture(scope="module")
def drawn(call: Caller) -> list[Watched]:
    """Three jobs side by side: one that says nothing, one that hides its results, one that shows them."""
    model_id = next(models(call), None)
    if model_id is None:
        pytest.skip("the target has no public model that draws here")
    mark = new_mark(call, "drawn")
    bodies: list[dict[str, Any]] = [
        {"modelId": model_id, "prompt": f"{mark} plain"},
        {"modelId": model_id, "prompt": f"{mark} hidden", **SMALL, "hideResults": True},
        {"modelId": model_id, "prompt": f"{mark} shown", **SMALL, "hideResults": False},
    ]
    runs = [Watched(body, call(DRAW, body=body)) for body in bodies]
    follow(call, runs)
    return runs


def models(call: Caller) -> Iterator[str]:
    """Models that the operation has a price for."""
    page = call("listModels", query={"privacy": "public", "pageSize": 100})
    fitting = [row for row in page.json["models"] if row["type"] != "custom" and "txt2img" in row["capabilities"]]
    for row in fitting[:MOST_TRIED]:
        body = {"modelId": row["id"], "prompt": "a price"}
        if call(DRAW, query={"dryRun": True}, body=body, expect=None).status == 269:
            yield row["id"]


def test_what_is_not_said_has_its_default(call: Caller, drawn: list[Watched]):
    run = drawn[0]
    runs_forward(run)
    last = run.looks[-1]
    last.must(run.end["status"] == "success", "a_good_request_succeeds", "success", run.end["status"], run.started)
    last.must(len(run.assets) == SAMPLES, "defaults_of_the_contract", f"{SAMPLES} assets", run.assets, run.started)
    found, assets = assets_of(call, run.end, last)
    results_come_from(found, run.end, assets, last)
    for asset in assets:
        sides = (asset["properties"].get("width", WIDTH), asset["properties"].get("height", HEIGHT))
        found.must(sides == (WIDTH, HEIGHT), "defaults_of_the_contract", (WIDTH, HEIGHT), sides, run.started)


def test_hidden_results_are_left_out_on_request(call: Caller, drawn: list[Watched]):
    """`hideResults=false` leaves such jobs out; without it every job is listed."""
    _, hidden, shown = drawn
    after = since(drawn[0].started.json["job"])
    every = walk(call, LISTINGS[5], {"createdAfter": after})
    lost = {run.id for run in drawn} - set(every.ids)
    every.last.must(not lost, "a_job_is_listed", f"every job since {after}", sorted(lost), hidden.started)
    some = walk(call, LISTINGS[5], {"createdAfter": after, "hideResults": False})
    listed = set(some.ids)
    some.last.must(hidden.id not in listed, "hidden_jobs_are_left_out", f"no {hidden.id}", hidden.id, hidden.started)
    some.last.must(shown.id in listed, "filter_leaves_nothing_out", shown.id, sorted(listed)[:5], shown.started)
    for run, hides in ((hidden, True), (shown, False)):
        found, assets = assets_of(call, run.end, run.looks[-1])
        for asset in assets:
            told = asset.get("isHidden", hides)
            found.must(told == hides, "hidden_as_asked_for", f"isHidden {hides}", told, run.started)


def test_results_are_listed_by_what_they_are(call: Caller, drawn: list[Watched]):
    """By their type, their model and their date they are found, and no others among them."""
    run = drawn[2]
    _, assets = assets_of(call, run.end, run.looks[-1])
    for asset in assets:
        kind, after = asset["metadata"]["type"], since(asset)
        query = {"type": kind, "sortBy": "createdAt", "createdAfter": after}
        met = walk(call, LISTINGS[3], query)
        met.last.must(asset["id"] in met.ids, "filter_leaves_nothing_out", f"{asset['id']} with {query}", met.ids[:3])
        others = [row["metadata"]["type"] for row in met.rows if row["metadata"]["type"] != kind]
        met.last.must(not others, "filter_means_what_it_says", f"type {kind} only", others[:3])
        wrong = walk(call, LISTINGS[3], {**query, "type": "upscale" if kind != "upscale" else "patch"})
        wrong.last.must(asset["id"] not in wrong.ids, "filter_means_what_it_says", f"no {asset['id']}", wrong.ids[:3])
