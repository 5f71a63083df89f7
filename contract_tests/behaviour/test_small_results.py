"""Operations that answer with their result at once: as many results as asked for, jobs that account for them, assets
that are there.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from math import isfinite
from typing import Any

import pytest
from PIL import Image

from contract_tests.behaviour.generating import follow_job
from contract_tests.behaviour.lists import steady
from contract_tests.behaviour.test_files import file_holds
from contract_tests.behaviour.test_generation_laws import job_ids, price_holds
from contract_tests.behaviour.test_job_laws import history_holds, state_holds
from contract_tests.behaviour.test_reads import differences
from contract_tests.calls import Answer, Caller
from contract_tests.targets import Target

pytestmark = [pytest.mark.target, pytest.mark.changes]

NAMES = ("a plain name", ' ünï 龍 قلعة 🏰 "quotes" <b>&amp;</b> \\n %20 ', "x" * 120)


def picture(width: int, height: int, color: str) -> str:
    """A picture of one color as a data URL."""
    file = BytesIO()
    Image.new("RGB", (width, height), color).save(file, "PNG")
    return "data:image/png;base64," + b64encode(file.getvalue()).decode()


RED, BLUE = picture(64, 48, "#c02020"), picture(96, 96, "#2020c0")


@dataclass(frozen=True)
class Small:
    """An operation, a request, and where its results are."""

    operation_id: str
    body: Mapping[str, Any]
    results: str
    count: int | None = None


SMALL = (
    Small("createCaption", {"images": [RED]}, "captions", 1),
    Small("createCaption", {"images": [RED, BLUE]}, "captions", 2),
    Small("createStyleDescription", {"images": [RED, BLUE]}, "description"),
    Small("createTranslation", {"prompt": "un château rouge"}, "translation"),
    Small("createEmbedding", {"text": "a red castle"}, "embedding"),
    Small("createPrompt", {"prompt": "a castle", "numResults": 1}, "prompts", 1),
    Small("createPrompt", {"prompt": "a castle", "numResults": 3}, "prompts", 3),
    Small("createIpDetection", {"prompts": ["a castle"]}, "ipDetection"),
    Small("createQualityGate", {"image": RED}, "sensitivity"),
    Small("createDetection", {"image": RED, "modality": "canny"}, "job"),
    Small("createPatch", {"image": BLUE, "crop": {"left": 0, "top": 0, "width": 32, "height": 16}}, "job"),
)


@pytest.mark.parametrize("small", SMALL, ids=lambda small: f"{small.operation_id}-{small.count or 1}")
def test_results_are_there(call: Caller, target: Target, small: Small):
    answer = call(small.operation_id, body=small.body)
    results = answer.json.get(small.results)
    answer.must(results, "results_are_there", small.results, answer.json)
    if small.count is not None:
        answer.must(len(results) == small.count, "as_many_results_as_asked_for", small.count, results)
    texts = results if small.results in ("captions", "prompts") else [results] if isinstance(results, str) else []
    answer.must(all(text.strip() for text in texts), "results_are_there", "words", texts)
    if "creativeUnitsCost" in answer.json:
        price_holds(answer)
    job = answer.json.get("job")
    if job:
        history_holds(answer, job)
        state_holds(answer, job)
        ended = follow_job(call, job["jobId"])
        ended.must(ended.json["job"]["jobId"] == job["jobId"], "id_asked_for_is_id_given", job["jobId"], ended.json)
        ended.must(ended.json["job"]["status"] == "success", "a_good_request_succeeds", "success", ended.json, answer)
        listed = job_ids(call)
        ended.must(job["jobId"] in listed, "a_job_is_listed", job["jobId"], listed[:3], answer)
        for asset in ended.json["job"]["metadata"].get("assetIds") or ():
            there = call("retrieveAsset", path={"assetId": asset}, expect=None)
            there.must(there.status == 200, "success_names_assets_that_exist", asset, there.exchange.told(), ended)
            file_holds(target, there.json["asset"], there)


def test_vectors_can_be_compared(call: Caller):
    texts = ("a red castle", "a red castle", "a steam engine in the rain")
    answers = [call("createEmbedding", body={"text": text}) for text in texts]
    vectors = [answer.json["embedding"] for answer in answers]
    for answer, vector in zip(answers, vectors, strict=True):
        answer.must(all(map(isfinite, vector)), "vectors_are_numbers", "finite numbers", vector[:5])
        answer.must(any(vector), "vectors_are_numbers", "more than zeros", vector[:5])
    same = max(abs(one - other) for one, other in zip(vectors[0], vectors[1], strict=True))
    answers[1].must(same < 1e-3, "the_same_text_has_the_same_vector", "the same numbers", same, answers[0])
    answers[2].must(vectors[0] != vectors[2], "vectors_tell_texts_apart", "other numbers", vectors[2][:3], answers[0])


def dry(call: Caller, operation_id: str, body: Mapping[str, Any]) -> Answer:
    return call(operation_id, query={"dryRun": True}, body=body, expect=269)


@pytest.mark.parametrize(
    "small",
    [each for each in SMALL if each.operation_id != "createPatch" and (each.count or 1) == 1],
    ids=lambda small: small.operation_id,
)
def test_a_dry_run_prices_and_makes_nothing(call: Caller, small: Small):
    def compare() -> tuple[bool, Any]:
        before = set(job_ids(call))
        price = dry(call, small.operation_id, small.body)
        price.must(small.results not in price.json, "dry_runs_make_nothing", "a price only", price.json)
        price_holds(price)
        made = set(job_ids(call)) - before
        return not made, lambda: price.must(False, "dry_runs_make_nothing", "no new job", sorted(made))

    steady(compare)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_uploaded_is_there(call: Caller, target: Target, name: str):
    answer = call("uploadAsset", body={"name": name, "image": RED})
    asset = answer.json["asset"]
    kept = (asset["metadata"] or {}).get("name", name)
    answer.must(kept == name, "names_come_back_unharmed", name, kept)
    sides = {side: asset["properties"].get(side) for side in ("width", "height")}
    answer.must(sides == {"width": 64, "height": 48}, "pictures_have_their_size", "64 x 48", sides)
    again = call("retrieveAsset", path={"assetId": asset["id"]})
    differing = differences(asset, again.json["asset"])
    again.must(not differing, "what_was_made_can_be_read", "the asset that was made", differing, answer)
    bulk = call("bulkGetAssets", body={"assetIds": [asset["id"]]})
    ids = [row["id"] for row in bulk.json["assets"]]
    bulk.must(ids == [asset["id"]], "bulk_gives_what_was_asked_for", [asset["id"]], ids, answer)
    listed = call("listAssets", query={"sortBy": "createdAt", "sortDirection": "desc", "pageSize": 50})
    ids = [row["id"] for row in listed.json["assets"]]
    listed.must(asset["id"] in ids, "new_assets_are_listed", asset["id"], ids[:3], answer)
    found = call("searchAssets", body={"filter": f'createdAt >= "{asset["createdAt"]}"', "limit": 100})
    ids = [hit["id"] for hit in found.json["hits"]]
    found.must(asset["id"] in ids, "new_assets_are_hits", asset["id"], ids[:3], answer)
    file_holds(target, again.json["asset"], again)


def test_wrong_uploads_are_refused(call: Caller):
    for name, body in {
        "no name": {"image": RED},
        "no picture": {"name": "x", "image": "data:image/png;base64,AAAA"},
        "a name that is no text": {"name": 5, "image": RED},
        "no base64": {"name": "x", "image": "data:image/png;base64,???"},
    }.items():
        answer = call("uploadAsset", body=body, expect=None)
        answer.must(answer.status == 400, "refuses_what_is_wrong", f"400 for {name}", answer.exchange.told())
