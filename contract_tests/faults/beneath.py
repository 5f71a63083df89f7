"""Lies about what a job tells beneath its state: seeds, prices, add-ons, places in lists; and about what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scenario_mock.messages import Response

from .answers import asset, job
from .lives import ENDED, START, job_of, priced
from .lying import Lie, Tell, Truth, asked, edited, said
from .made import TEXT2IMG, lacking, sent
from .workshop import own

Body = dict[str, Any]
GENERATE = "createPrompt createTranslation createDetection createCaption createEmbedding createQualityGate"


def stale(found: Body) -> None:
    """Lists show running jobs as they began."""
    if found["status"] in ("queued", "warming-up", "in-progress", "finalizing"):
        history = found["statusHistory"][:1]
        found.update(status="pending", progress=0, statusHistory=history, updatedAt=history[0]["date"])


def running_only_later(body: Body, truth: Truth) -> Body | None:
    """Lists by date of update leave out what runs."""
    if "updatedAfter" not in truth.query:
        return None
    return {**body, "jobs": [row for row in body["jobs"] if row["status"] in ("success", "failure", "canceled")]}


def api_price_runs(truth: Truth) -> Response:
    """The price at the API tier is told, and the call is run."""
    response = truth.answer()
    if truth.query.get("dryRun") == "api" and response.status == 269:
        truth.ask(truth.asked(dryRun=None))
    return response


def dry_in_body(truth: Truth) -> Response:
    """`dryRun` counts in the body too."""
    if truth.operation_id == START and isinstance(truth.body, dict) and truth.body.get("dryRun"):
        return truth.ask(truth.asked(dryRun="true"))
    return truth.answer()


def dearer_each_time(truth: Truth) -> Response:
    """A price is another one whenever it is asked for."""
    truth.memory["asked"] = truth.memory.get("asked", 0) + 1
    more = truth.memory["asked"]

    def change(body: Body) -> None:
        name = next(iter(body["costDetails"]))
        body["creativeUnitsCost"] += more
        body["costDetails"][name] += more

    response: Response = priced(change, "createPrompt createTranslation createDetection createCaption")(truth)
    return response


def corrected(operations: str, change: Callable[[Body], Body]) -> Tell:
    """Requests that have to be refused are mended and run."""

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id in operations.split() and response.status == 400 and isinstance(truth.body, dict):
            mended = truth.ask(truth.saying(change(truth.body)))
            return mended if mended.status in (200, 269) else response
        return response

    return tell


def refused_but_run(truth: Truth) -> Response:
    """What is refused leaves a job."""
    response = truth.answer()
    if truth.operation_id in (TEXT2IMG, "createPrompt") and response.status == 400 and isinstance(truth.body, dict):
        mended = lacking("numSamples", "width", "height", "guidance", "numResults", "temperature")(truth.body)
        truth.ask(truth.saying(mended))
    return response


def lora_runs(truth: Truth) -> Response:
    """Any model can be in the path."""
    response = truth.answer()
    if truth.operation_id == START and response.status == 400 and b"Custom models only" in response.body:
        rows = truth.get("/models", "privacy=public&pageSize=100")["models"]
        base = next(row["id"] for row in rows if row["type"] == "custom")
        return truth.ask(replace(truth.request, path=f"/v1/generate/custom/{base}"))
    return response


def any_case(truth: Truth) -> Response:
    """Actions are taken whatever their case, and none is a cancel as well."""
    body = truth.body
    if truth.operation_id == "triggerJobAction" and isinstance(body, dict) and body.get("action") in ("Cancel", ""):
        return truth.ask(replace(truth.request, method="GET", path=f"/v1/jobs/{truth.path['jobId']}", body=b""))
    return truth.answer()


def vague(truth: Truth) -> Response:
    """All reasons are the same."""
    response = truth.answer()
    return said(response, {"reason": "Bad request"}) if response.status == 400 else response


def canceled_anyhow(truth: Truth) -> Response:
    """A custom job that has ended is canceled with success."""
    response = truth.answer()
    if truth.operation_id != "triggerJobAction" or b"Cannot cancel" not in response.body:
        return response
    there = truth.get(f"/jobs/{truth.path['jobId']}")
    return said(response, there, status=200)


def canceled_while_running(truth: Truth) -> Response:
    """A custom job that runs is said to be canceled, and is."""
    response = truth.answer()
    if truth.operation_id == "triggerJobAction" and b"Cannot cancel" in response.body:
        found = truth.get(f"/jobs/{truth.path['jobId']}")
        if found["job"]["status"] in ENDED:
            return response
        canceled(found["job"])
        truth.memory[truth.path["jobId"]] = found
        return said(response, found, status=200)
    kept = truth.memory.get(truth.path.get("jobId", ""))
    return said(response, kept) if kept and truth.operation_id == "retrieveJob" else response


def canceled(found: Body) -> None:
    history = [*found["statusHistory"], {"status": "canceled", "date": found["updatedAt"]}]
    found.update(status="canceled", statusHistory=history)


def billed(change: Callable[[Body], Any]) -> Callable[[Body], None]:
    def edit(found: Body) -> None:
        if found.get("billing"):
            change(found["billing"])

    return edit


def not_refunded(found: Body) -> None:
    if found["status"] in ("failure", "canceled") and found.get("billing"):
        found["billing"]["cuCostDetails"] = {"quality-gate": 1.25}


def kept_of(found: Body, truth: Truth) -> None:
    """Every job names the assets of the first."""
    made = found["metadata"].get("assetIds")
    if made:
        found["metadata"]["assetIds"] = truth.memory.setdefault("first", made)


LIES = (
    Lie("seed-ignored", "lifecycle", "Seeds are not used.", sent(START, lacking("seed"))),
    Lie("seed-told-otherwise", "lifecycle", "Assets tell another seed.",
        own(lambda row: row["metadata"].update(seed="1") if row["metadata"].get("seed") else None)),
    Lie("edit-is-png", "lifecycle", "Edits are always png.", sent("createPromptEdit", lacking("format"))),
    Lie("edit-makes-two", "lifecycle", "Edits make one picture too many.",
        sent("createPromptEdit", lambda body: {**body, "numSamples": body.get("numSamples", 1) + 1})),
    Lie("edit-is-square", "lifecycle", "Edits keep the ratio of their picture.",
        sent("createPromptEdit", lacking("aspectRatio"))),
    Lie("drawn-alone", "lifecycle", "One picture from text is the default.",
        sent(TEXT2IMG, lambda body: {"numSamples": 1, **body})),
    Lie("hidden-jobs-listed", "collections", "Hidden jobs are listed when they must not be.",
        asked("listJobs", lambda truth: truth.asked(hideResults=None))),
    Lie("hidden-for-ever", "collections", "Hidden jobs are in no list.",
        asked("listJobs", lambda truth: truth.asked(hideResults="false"))),
    Lie("one-file-for-all", "lifecycle", "All results of a job have one file.",
        edited("bulkGetAssets", lambda body, _: [row.update(url=body["assets"][0]["url"]) for row in body["assets"]]
               and None)),
    Lie("custom-jobs-can-be-canceled", "protocol", "Runs of models can be canceled.", canceled_while_running),
    Lie("success-with-error", "lifecycle", "Successes have an error.",
        job(lambda row: row["metadata"].update(error="none") if row["status"] == "success" else None)),
    Lie("failure-is-success", "lifecycle", "What failed is said to have succeeded.",
        sent(START, lambda body: {**body, "prompt": str(body.get("prompt")).replace("[fail", "(fail")}
             if "[fail" in str(body.get("prompt")) else body)),
    Lie("add-ons-kept", "money", "Add-ons of failed jobs are not given back.", job(not_refunded)),
    Lie("discount-above-price", "money", "More is taken off than the price is.",
        job(billed(lambda bill: bill.update(cuDiscount=bill["cuCost"] + 1)))),
    Lie("billed-less", "money", "Less is billed than priced.",
        edited(f"{START} {GENERATE}", lambda body, _: billed(
            lambda bill: bill.update(cuCost=bill["cuCost"] / 2))(body["job"]) if "job" in body else None)),
    Lie("list-prices-otherwise", "money", "Lists show another price than the job alone.",
        job(billed(lambda bill: bill.update(cuCost=bill["cuCost"] + 1)), "listJobs")),
    Lie("list-is-stale", "lifecycle", "Lists show running jobs as they began.", job(stale, "listJobs")),
    Lie("running-not-listed-by-update", "collections", "Lists by update leave out what runs.",
        edited("listJobs", running_only_later)),
    Lie("assets-of-the-first", "lifecycle", "Every job names the assets of the first.", job_of(kept_of)),
    Lie("asset-after-its-job", "lifecycle", "Assets come after the end of their job.",
        own(lambda row: row.update(createdAt="2031-01-01T00:00:00.000Z", updatedAt="2031-01-01T00:00:00.000Z"))),
    Lie("listed-before-created", "lifecycle", "Assets are updated before they are made.",
        asset(lambda row: row.update(updatedAt="2020-01-01T00:00:00.000Z"), "listAssets")),
    Lie("outputs-at-one-place", "lifecycle", "All outputs of a job are its first.",
        own(lambda row: row.update(outputIndex=0))),
    Lie("measures-differ", "lifecycle", "Assets tell two widths.",
        asset(lambda row: row["metadata"].update(width=row["metadata"]["width"] + 1)
              if "width" in row["metadata"] else None)),
    Lie("kinds-differ", "lifecycle", "Assets tell two kinds.",
        asset(lambda row: row["metadata"].update(kind="document"))),
    Lie("videos-are-pictures", "lifecycle", "Videos are said to be pictures.",
        asset(lambda row: (row.update(kind="image"), row["metadata"].update(kind="image"))
              if row["kind"] == "video" else None)),
    Lie("custom-jobs-are-inferences", "lifecycle", "Runs of models are jobs of another type.",
        job(lambda row: row.update(jobType="inference") if row["jobType"] == "custom" else None,
            f"listJobs retrieveJob {START}")),
    Lie("api-price-runs", "money", "The price at the API tier is a run.", api_price_runs),
    Lie("dry-run-in-the-body", "money", "`dryRun` in the body asks for a price.", dry_in_body),
    Lie("dearer-each-time", "money", "A price is higher each time.", dearer_each_time),
    Lie("results-clamped", "protocol", "Too many results are silently fewer.",
        corrected("createPrompt", lacking("numResults", "temperature"))),
    Lie("sizes-clamped", "protocol", "Sizes out of bounds are silently the usual ones.",
        corrected(TEXT2IMG, lacking("width", "height", "guidance", "numSamples", "numInferenceSteps"))),
    Lie("unknown-map-is-canny", "protocol", "Unknown maps are edges.",
        corrected("createDetection", lambda body: {**body, "modality": "canny"})),
    Lie("lists-clamped", "protocol", "Weights out of bounds are silently left out.",
        corrected(START, lacking("lorasScale", "loras"))),
    Lie("refused-but-run", "lifecycle", "What is refused leaves a job.", refused_but_run),
    Lie("lora-runs", "protocol", "A LoRA can be in the path.", lora_runs),
    Lie("action-in-any-case", "protocol", "Actions are taken whatever their case.", any_case),
    Lie("vague-reasons", "protocol", "Every reason is the same.", vague),
    Lie("ended-can-be-canceled", "protocol", "Custom jobs can be canceled.", canceled_anyhow),
)  # fmt: skip
