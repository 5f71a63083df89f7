"""Laws of one job and of what it made, whoever started it and whenever.

History, state and progress are held in `test_job_laws`; here is what lies beneath: who may name assets and errors, what
is billed, and what an asset tells about the job that it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scenario_mock.clock import parse_iso

from contract_tests.behaviour.lists import plain
from contract_tests.calls import Answer, Caller

Row = Mapping[str, Any]

FAMILIES: Mapping[str, tuple[str, ...]] = {"image": ("image/",), "video": ("video/",), "audio": ("audio/",)}
"""How media types begin, by the kind of an asset; the other kinds have files of many types."""
MEASURES = ("size", "width", "height")
REFUNDED = ("failure", "canceled")


def details_hold(answer: Answer, job: Row) -> None:
    """Only a success names assets, only a failure an error, and a refund shows in the add-ons."""
    status, metadata = job["status"], job["metadata"]
    if status != "failure":
        told = metadata.get("error")
        answer.must(not told, "only_failures_have_errors", f"no metadata.error at status {status}", told)
    if status != "success" and job["jobType"] != "workflow":  # the steps of a workflow end one after the other
        early = metadata.get("assetIds")
        answer.must(not early, "assets_come_with_success", f"no assetIds at status {status}", early)
    billing_holds(answer, job)


def billing_holds(answer: Answer, job: Row) -> None:
    """No price is negative or less than its discount, and add-ons are given back unless the model says no."""
    billing = job.get("billing")
    if billing is None:
        return
    cost, discount = billing["cuCost"], billing["cuDiscount"]
    answer.must(discount <= cost or cost == 0, "discount_within_price", f"at most {cost}", billing)
    if job["status"] in REFUNDED and not billing.get("disableRefund"):
        kept = {name: part for name, part in (billing.get("cuCostDetails") or {}).items() if part}
        answer.must(not kept, "add_ons_are_refunded", f"0 for each add-on of a job that ended in {job['status']}", kept)


def price_parts_hold(started: Answer) -> None:
    """What a job is billed and its add-ons are the price that the answer to its start tells."""
    body, billing = started.json, started.json["job"].get("billing")
    if billing is None or "creativeUnitsCost" not in body:
        return
    parts = [part for name, part in (billing.get("cuCostDetails") or {}).items() if name != "ip-detection"]
    total, price = billing["cuCost"] + sum(parts), body["creativeUnitsCost"]
    expected = f"cuCost and add-ons make {price}"
    started.must(abs(total - price) < 1e-6, "billed_as_priced", expected, billing)


def asset_holds(answer: Answer, asset: Row, *shown: Answer) -> None:
    """What an asset says twice it says alike, and its file is of its kind."""
    kind, metadata, properties = asset["kind"], asset["metadata"], asset["properties"]
    answer.must(metadata["kind"] == kind, "kinds_agree", f"metadata.kind {kind}", metadata["kind"], *shown)
    families = FAMILIES.get(kind)
    fits = families is None or asset["mimeType"].startswith(families)
    answer.must(fits, "media_type_fits_kind", f"{kind}/…", asset["mimeType"], *shown)
    apart = {
        name: [metadata[name], properties[name]]
        for name in MEASURES
        if name in metadata and name in properties and metadata[name] != properties[name]
    }
    answer.must(not apart, "measures_agree", "metadata as properties", apart, *shown)
    later = parse_iso(asset["createdAt"]) <= parse_iso(asset["updatedAt"])
    answer.must(later, "updated_after_created", asset["createdAt"], asset["updatedAt"], *shown)
    answer.must("embedding" not in asset, "details_on_request_only", "no embedding", list(asset), *shown)
    judged = asset.get("qualityGate") or {}
    answer.must("details" not in judged, "details_on_request_only", "no qualityGate.details", judged, *shown)


def results_come_from(answer: Answer, job: Row, assets: Sequence[Row], *shown: Answer) -> None:
    """The assets of a job are its own: made within its time, each at a place of its own, from its inputs."""
    begun, ended = parse_iso(job["createdAt"]), parse_iso(job["updatedAt"])
    given = job["metadata"].get("input") or {}
    for asset in assets:
        asset_holds(answer, asset, *shown)
        made, metadata = asset["createdAt"], asset["metadata"]
        within = begun <= parse_iso(made) <= ended
        between = f"between {job['createdAt']} and {job['updatedAt']}"
        answer.must(within, "assets_come_from_their_job", between, made, *shown)
        owner = job.get("ownerId", asset["ownerId"])
        answer.must(asset["ownerId"] == owner, "what_is_made_is_the_callers", owner, asset["ownerId"], *shown)
        prompt, told = given.get("prompt"), metadata.get("prompt")
        if isinstance(prompt, str) and told is not None:
            answer.must(told == prompt, "prompts_come_back_unharmed", prompt, told, *shown)
    files = [plain(asset["url"]) for asset in assets]
    answer.must(len(set(files)) == len(files), "each_asset_has_its_file", "different addresses", files, *shown)
    places = [asset["outputIndex"] for asset in assets if "outputIndex" in asset]
    answer.must(len(set(places)) == len(places), "each_output_has_its_place", "different outputIndex", places, *shown)


def assets_of(call: Caller, job: Row, shown: Answer) -> tuple[Answer, list[Row]]:
    """The assets that a job names, in its order. Raises Broken when one is not there."""
    ids = job["metadata"]["assetIds"]
    found = call("bulkGetAssets", body={"assetIds": ids})
    there = {asset["id"]: asset for asset in found.json["assets"]}
    missing = [each for each in ids if each not in there]
    found.must(not missing, "success_names_assets_that_exist", ids, missing, shown)
    return found, [there[each] for each in ids]
