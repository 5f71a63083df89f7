"""Lies about jobs, what they make, what they cost, and texts that are kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image
from scenario_mock.messages import Response

from .answers import asset, job
from .lying import FILE, Lie, Truth, edited, replaced, said

START = "createCustomGeneration"
ENDED = ("success", "failure", "canceled")


def job_of(change: Callable[[dict[str, Any], Truth], Any], operations: str = "retrieveJob") -> Any:
    """Change the one job of an answer, with memory."""
    return edited(operations, lambda body, truth: change(body["job"], truth) and None)


def looks(truth: Truth, job_id: str) -> int:
    """How often this job was looked at."""
    counts: dict[str, int] = truth.memory.setdefault("looks", {})
    counts[job_id] = counts.get(job_id, 0) + 1
    return counts[job_id]


def backwards(found: dict[str, Any], truth: Truth) -> None:
    """Every third look at a running job shows it as it began."""
    if found["status"] not in ENDED and looks(truth, found["jobId"]) % 3 == 0:
        found.update(status="pending", statusHistory=found["statusHistory"][:1], progress=0)
        found["updatedAt"] = found["createdAt"]


def never_ends(found: dict[str, Any], _: Truth) -> None:
    if found["status"] == "success":
        history = found["statusHistory"][:-1]
        found.update(status=history[-1]["status"], statusHistory=history, updatedAt=history[-1]["date"], progress=0.9)
        found["metadata"].pop("assetIds", None)


def ends_and_changes(found: dict[str, Any], truth: Truth) -> None:
    if found["status"] == "success" and looks(truth, found["jobId"]) > 1:
        found["metadata"]["assetIds"] = [*found["metadata"].get("assetIds", ())[::-1], "asset_late"]


def flapping(found: dict[str, Any], truth: Truth) -> None:
    if found["status"] == "success" and looks(truth, found["jobId"]) % 2 == 0:
        history = [*found["statusHistory"], {"status": "in-progress", "date": found["updatedAt"]}]
        found.update(status="in-progress", statusHistory=history)


def progress_drops(found: dict[str, Any], truth: Truth) -> None:
    if 0 < found["progress"] < 1:
        found["progress"] = round(1 - found["progress"], 3)


def other_start(truth: Truth) -> Response:
    """What is answered to a start is not what was started."""
    response = truth.answer()
    if truth.operation_id != START or response.status != 200:
        return response
    body = json.loads(response.body)
    body["job"]["jobId"] = body["job"]["jobId"][:-1] + ("x" if body["job"]["jobId"][-1] != "x" else "y")
    return said(response, body)


def same_job(truth: Truth) -> Response:
    """The same request again gets the job of the first."""
    if truth.operation_id != START or truth.query.get("dryRun"):
        return truth.answer()
    key = truth.request.path + truth.request.body.decode("utf-8", "replace")
    kept: dict[str, Response] = truth.memory.setdefault("kept", {})
    if key not in kept:
        response = truth.answer()
        if response.status != 200:
            return response
        kept[key] = response
    return kept[key]


def hidden(truth: Truth) -> Response:
    """New jobs are in no list."""
    response = truth.answer()
    fresh: set[str] = truth.memory.setdefault("fresh", set())
    if truth.operation_id == START and response.status == 200:
        fresh.add(json.loads(response.body)["job"]["jobId"])
    if truth.operation_id == "listJobs" and response.status == 200:
        body = json.loads(response.body)
        body["jobs"] = [row for row in body["jobs"] if row["jobId"] not in fresh]
        return said(response, body)
    return response


def unlisted_assets(truth: Truth) -> Response:
    """What jobs made is in no list of assets."""
    response = truth.answer()
    if truth.operation_id == "listAssets" and response.status == 200:
        body = json.loads(response.body)
        body["assets"] = [row for row in body["assets"] if not row["metadata"].get("parentJobId")]
        return said(response, body)
    return response


def dry_run_runs(truth: Truth) -> Response:
    if truth.operation_id == START and truth.query.get("dryRun"):
        response = truth.answer()
        if response.status == 269:
            truth.ask(truth.asked(dryRun=None))
        return response
    return truth.answer()


def refusals_run(truth: Truth) -> Response:
    """A refused start leaves a job behind."""
    response = truth.answer()
    if truth.operation_id == START and response.status == 400 and "imagen" in truth.request.path:
        truth.ask(truth.saying({"prompt": "left behind"}))
    return response


def lost(truth: Truth) -> Response:
    """Every second new job is not found."""
    response = truth.answer()
    fresh: dict[str, int] = truth.memory.setdefault("started", {})
    if truth.operation_id == START and response.status == 200:
        fresh[json.loads(response.body)["job"]["jobId"]] = len(fresh)
    if truth.operation_id == "retrieveJob" and fresh.get(truth.path["jobId"], 0) % 2:
        return said(response, {"reason": "Job not found"}, status=404)
    return response


def canceled_anyway(truth: Truth) -> Response:
    """Cancel says yes and does nothing."""
    response = truth.answer()
    if truth.operation_id == "triggerJobAction" and response.status == 400 and b"Cannot cancel" in response.body:
        found = truth.get(f"/jobs/{truth.path['jobId']}")
        return said(response, found, status=200)
    return response


def any_action(truth: Truth) -> Response:
    response = truth.answer()
    if truth.operation_id == "triggerJobAction" and response.status == 400 and b"Cannot cancel" not in response.body:
        return said(response, truth.get(f"/jobs/{truth.path['jobId']}"), status=200)
    return response


def file_of(change: Callable[[Response], Response]) -> Any:
    return lambda truth: change(truth.answer()) if truth.operation_id == FILE else truth.answer()


def smaller(response: Response) -> Response:
    """The picture is half as wide as it should be."""
    if not response.headers.get("Content-Type", "").startswith("image/png"):
        return response
    with Image.open(BytesIO(response.body)) as image:
        file = BytesIO()
        image.resize((max(1, image.width // 2), image.height)).save(file, "PNG")
    return replace(response, body=file.getvalue())


def priced(change: Callable[[dict[str, Any]], Any], operations: str = START) -> Any:
    """Change prices, dry or not."""
    names = operations.split()

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id not in names or response.status not in (200, 269):
            return response
        body = json.loads(response.body)
        change(body)
        return said(response, body)

    return tell


def free_dry_run(truth: Truth) -> Response:
    response = truth.answer()
    if truth.operation_id == START and response.status == 269:
        return said(response, {"creativeUnitsCost": 0, "creativeUnitsDiscount": 0, "costDetails": {}})
    return response


def heard(change: Callable[[str], str], field: str = "prompt") -> Any:
    """Texts are kept otherwise than they were said."""

    def tell(truth: Truth) -> Response:
        body = truth.body
        if truth.operation_id in (START, "uploadAsset") and isinstance(body, dict) and isinstance(body.get(field), str):
            return truth.ask(truth.saying({**body, field: change(body[field])}))
        return truth.answer()

    return tell


def as_latin(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")


LIES = (
    Lie("start-names-another-job", "lifecycle", "The id of a new job is not the one it has.", other_start),
    Lie("new-job-not-found", "lifecycle", "Every second new job is not found.", lost),
    Lie("same-job-again", "lifecycle", "The same request twice is one job.", same_job),
    Lie("new-job-not-listed", "lifecycle", "New jobs are in no list.", hidden),
    Lie("new-asset-not-listed", "lifecycle", "What jobs make is in no list.", unlisted_assets),
    Lie("job-of-another-id", "lifecycle", "A job says it has another id.",
        job_of(lambda found, _: found.update(jobId=found["jobId"] + "x"))),
    Lie("status-backwards", "lifecycle", "Jobs go back to pending.", job_of(backwards)),
    Lie("never-ends", "lifecycle", "Jobs never end.", job_of(never_ends)),
    Lie("end-is-no-end", "lifecycle", "Ended jobs get other assets.", job_of(ends_and_changes)),
    Lie("success-and-on", "lifecycle", "Ended jobs run on.", job_of(flapping)),
    Lie("progress-drops", "lifecycle", "Progress falls.", job_of(progress_drops)),
    Lie("progress-stays", "lifecycle", "Success has a progress of 0.99.",
        job(lambda row: row.update(progress=0.99) if row["status"] == "success" else None)),
    Lie("history-without-end", "lifecycle", "The history lacks the last step.",
        job(lambda row: row.update(statusHistory=row["statusHistory"][:-1] or row["statusHistory"]))),
    Lie("history-reversed", "lifecycle", "The history is told backwards.",
        job(lambda row: row["statusHistory"].reverse())),
    Lie("history-of-one", "lifecycle", "The history has the state of now only.",
        job(lambda row: row.update(statusHistory=row["statusHistory"][-1:]))),
    Lie("updated-before-created", "lifecycle", "updatedAt is the creation.",
        job(lambda row: row.update(updatedAt=row["createdAt"]))),
    Lie("created-moves", "lifecycle", "createdAt moves with each change.",
        job(lambda row: row.update(createdAt=row["updatedAt"]), "retrieveJob")),
    Lie("success-without-assets", "lifecycle", "Success has no assets.",
        job(lambda row: row["metadata"].pop("assetIds", None), "retrieveJob")),
    Lie("dangling-asset", "lifecycle", "Success names an asset that is not there.",
        job(lambda row: row["metadata"].update(assetIds=["asset_nowhere000000000000000"])
            if row["metadata"].get("assetIds") else None)),
    Lie("one-asset-too-few", "lifecycle", "One of several assets is lost.",
        job(lambda row: row["metadata"].update(assetIds=row["metadata"]["assetIds"][:1])
            if len(row["metadata"].get("assetIds") or ()) > 1 else None)),
    Lie("asset-twice", "lifecycle", "An asset is named twice.",
        job(lambda row: row["metadata"].update(assetIds=row["metadata"]["assetIds"][:1] * 2)
            if row["metadata"].get("assetIds") else None)),
    Lie("asset-of-another-job", "lifecycle", "Assets name another job.",
        asset(lambda row: row["metadata"].update(parentJobId="job_another")
              if row["metadata"].get("parentJobId") else None)),
    Lie("asset-of-another-model", "lifecycle", "Assets name another model.",
        asset(lambda row: row["metadata"].update(modelId="model_another") if row["metadata"].get("modelId") else None)),
    Lie("asset-before-its-job", "lifecycle", "Assets are older than their job.",
        asset(lambda row: row.update(createdAt="2020-01-01T00:00:00.000Z", updatedAt="2020-01-01T00:00:00.000Z"),
              "bulkGetAssets retrieveAsset")),
    Lie("failure-without-reason", "lifecycle", "Failed jobs do not say why.",
        job(lambda row: row["metadata"].pop("error", None))),
    Lie("failure-with-assets", "lifecycle", "Failed jobs have assets.",
        job(lambda row: row["metadata"].update(assetIds=["asset_x"]) if row["status"] == "failure" else None)),
    Lie("starts-failed", "lifecycle", "Good requests fail.",
        job(lambda row: row.update(
            status="failure", metadata={**row["metadata"], "error": "no GPU", "assetIds": []},
            statusHistory=[*row["statusHistory"][:-1], {**row["statusHistory"][-1], "status": "failure"}])
            if row["status"] == "success" else None, "retrieveJob")),
    Lie("cancel-of-anything", "lifecycle", "Cancel says yes and does nothing.", canceled_anyway),
    Lie("any-action", "lifecycle", "Unknown actions are taken.", any_action),
    Lie("dry-run-runs", "money", "A dry run runs.", dry_run_runs),
    Lie("dry-run-has-a-job", "money", "A dry run names a job.",
        replaced(START, 269, lambda response, _: said(
            response, {**json.loads(response.body), "job": {"jobId": "job_x"}}))),
    Lie("dry-run-is-free", "money", "A dry run says that nothing costs anything.", free_dry_run),
    Lie("cost-is-not-the-sum", "money", "The parts of a price do not add up.",
        priced(lambda body: body.update(creativeUnitsCost=body["creativeUnitsCost"] + 1))),
    Lie("cost-without-parts", "money", "A part of the price is not told.",
        priced(lambda body: body["costDetails"].popitem())),
    Lie("billed-more", "money", "More is billed than priced.",
        job(lambda row: row.get("billing", {}).update(cuCost=999))),
    Lie("small-prices-are-wrong", "money", "Prices of small results do not add up.",
        priced(lambda body: body.update(creativeUnitsCost=body["creativeUnitsCost"] + 1),
               "createCaption createTranslation createPrompt")),
    Lie("refusals-run", "money", "A refused start leaves a job behind.", refusals_run),
    Lie("prompt-as-latin", "text", "Prompts are kept in another encoding.", heard(as_latin)),
    Lie("prompt-trimmed", "text", "Prompts lose the space around them.", heard(str.strip)),
    Lie("prompt-escaped", "text", "Prompts are kept as HTML.",
        heard(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))),
    Lie("prompt-lowered", "text", "Prompts are kept in lower case.", heard(str.lower)),
    Lie("prompt-cut", "text", "Prompts are cut at 100 characters.", heard(lambda text: text[:100])),
    Lie("prompt-without-emoji", "text", "Prompts lose what is beyond the BMP.",
        heard(lambda text: "".join(letter for letter in text if ord(letter) < 0x10000))),
    Lie("prompt-normalized", "text", "Prompts are normalized.",
        heard(lambda text: text.replace("e\u0301", "é"))),
    Lie("name-as-latin", "text", "Names are kept in another encoding.", heard(as_latin, "name")),
    Lie("name-cut", "text", "Names are cut at 40 characters.", heard(lambda text: text[:40], "name")),
    Lie("file-not-there", "lifecycle", "Files are not there.",
        file_of(lambda response: replace(response, status=404, body=b""))),
    Lie("file-cut", "lifecycle", "Files end too early.",
        file_of(lambda response: replace(response, body=response.body[: len(response.body) // 2]))),
    Lie("file-of-another-type", "lifecycle", "Files are sent as application/octet-stream.",
        file_of(lambda response: replace(
            response, headers={**response.headers, "Content-Type": "application/octet-stream"}))),
    Lie("picture-of-another-size", "lifecycle", "Pictures are narrower than they say.", file_of(smaller)),
    Lie("picture-is-none", "lifecycle", "Pictures are noise.",
        file_of(lambda response: replace(response, body=b"\x00" * len(response.body)))),
    Lie("fewer-captions", "lifecycle", "One caption for any number of pictures.",
        edited("createCaption", lambda body, _: {**body, "captions": body["captions"][:1]})),
    Lie("fewer-prompts", "lifecycle", "One prompt for any number asked for.",
        edited("createPrompt", lambda body, _: {**body, "prompts": body["prompts"][:1]})),
    Lie("one-vector-for-all", "lifecycle", "Every text has the same vector.",
        edited("createEmbedding", lambda body, truth: {
            **body, "embedding": truth.memory.setdefault("vector", body["embedding"])})),
)  # fmt: skip
