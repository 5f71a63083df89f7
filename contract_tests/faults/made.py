"""Lies about what is made: how often, whose it is, as it was asked for, and what becomes of it when it is canceled."""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from collections.abc import Callable, Collection
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from PIL import Image
from scenario_mock.messages import Request, Response

from .answers import job
from .lives import ENDED, START, heard, job_of, priced
from .lying import FILE, Lie, Tell, Truth, asked, edited, replaced, said

TEXT2IMG = "createTextToImageGeneration"
RESULTS = "createCaption createStyleDescription createTranslation createEmbedding createPrompt createIpDetection"
CUSTOM_AND_TEXT = (START, TEXT2IMG)


def green() -> str:
    """A picture that nobody sent, as a data URL."""
    file = BytesIO()
    Image.new("RGB", (64, 48), "#20c020").save(file, "PNG")
    return "data:image/png;base64," + b64encode(file.getvalue()).decode()


def again(names: Collection[str], also: Callable[[Truth], bool] = lambda _: True) -> Tell:
    """What was asked for is made twice, and told once."""

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id in names and response.status == 200 and also(truth):
            truth.answer()
        return response

    return tell


def fresh(truth: Truth) -> set[str]:
    """Ids of the jobs that were started and of the assets that were uploaded since the lie began."""
    found: set[str] = truth.memory.setdefault("made", set())
    return found


def remembered(change: Callable[[dict[str, Any]], Any]) -> Tell:
    """Change assets that were made since the lie began."""

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if response.status != 200 or "json" not in response.headers.get("Content-Type", ""):
            return response
        body = json.loads(response.body)
        if truth.request.method == "POST" and isinstance(body.get("job"), dict):
            fresh(truth).add(body["job"]["jobId"])
        if truth.operation_id == "uploadAsset":
            fresh(truth).add(body["asset"]["id"])
        rows = body.get("assets") or [body.get("asset")]
        own = [row for row in rows if row and {row["id"], row["metadata"].get("parentJobId")} & fresh(truth)]
        for row in own:
            change(row)
        return said(response, body) if own else response

    return tell


def cancel(instead: Callable[[Truth], Response]) -> Tell:
    """What happens when a job is canceled that can be."""

    def tell(truth: Truth) -> Response:
        if truth.operation_id == "triggerJobAction" and truth.body == {"action": "cancel"}:
            return instead(truth)
        return truth.answer()

    return tell


def nothing_canceled(truth: Truth) -> Response:
    """Yes is said, and the job runs on."""
    there = truth.get(f"/jobs/{truth.path['jobId']}")
    kinds = ("inference", "flux", "image-generation", "openai-image-generation", "image-prompt-editing")
    if there.get("job", {}).get("jobType") not in kinds or there["job"]["status"] in ENDED:
        return truth.answer()
    return Response(200, {"Content-Type": "application/json"}, json.dumps(there).encode())


def all_canceled(truth: Truth) -> Response:
    """Everything that runs is canceled."""
    response = truth.answer()
    if response.status == 200:
        for row in truth.get("/jobs", "pageSize=100")["jobs"]:
            if row["status"] not in ENDED:
                truth.ask(replace(truth.request, path=f"/v1/jobs/{row['jobId']}/action"))
    return response


def without_canceled(body: Any, truth: Truth) -> Any:
    return {**body, "jobs": [row for row in body["jobs"] if row["status"] != "canceled"]}


def shrunk(found: dict[str, Any], _: Truth) -> None:
    if found["status"] == "canceled":
        found["statusHistory"] = found["statusHistory"][:1] + found["statusHistory"][-1:]
        found["progress"] = 1


def named_too_early(found: dict[str, Any], _: Truth) -> None:
    if found["status"] == "in-progress":
        found["metadata"]["assetIds"] = ["asset_soonToBeHere000000000"]


def sent(operations: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Tell:
    """Do something else than what the body asks for."""

    def request(truth: Truth) -> Request:
        return truth.saying(change(truth.body)) if isinstance(truth.body, dict) else truth.request

    return asked(operations, request)


def lacking(*names: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """A body without some of what it says."""
    return lambda body: {name: value for name, value in body.items() if name not in names}


def dry_run_unchecked(truth: Truth) -> Response:
    """Everything has a price, also what cannot be run."""
    response = truth.answer()
    if truth.operation_id == START and truth.query.get("dryRun") and response.status == 400:
        good = truth.ask(truth.saying({"prompt": "x"}))
        return good if good.status == 269 else response
    return response


def small_dry_run_runs(truth: Truth) -> Response:
    response = truth.answer()
    if truth.operation_id in RESULTS.split() and response.status == 269:
        truth.ask(truth.asked(dryRun=None))
    return response


def cheaper_when_dry(truth: Truth) -> Response:
    """Half the price is told before."""
    response = truth.answer()
    if truth.operation_id not in RESULTS.split() or response.status != 269:
        return response
    body = json.loads(response.body)
    parts = {name: value / 2 for name, value in (body.get("costDetails") or {}).items()}
    return said(response, {**body, "creativeUnitsCost": body["creativeUnitsCost"] / 2, "costDetails": parts})


def costs_as_one(truth: Truth) -> Response:
    """Any number of pictures has the price of one."""
    if truth.operation_id == START and isinstance(truth.body, dict) and "numOutputs" in truth.body:
        response = truth.answer()
        one = truth.ask(replace(truth.saying(lacking("numOutputs")(truth.body)), query="dryRun=true"))
        if response.status in (200, 269) and one.status == 269:
            return said(response, {**json.loads(response.body), **json.loads(one.body)})
        return response
    return truth.answer()


def by_the_letter(truth: Truth) -> Response:
    """Long prompts cost more, which no input says."""

    def dearer(body: dict[str, Any]) -> None:
        body.update(creativeUnitsCost=body["creativeUnitsCost"] + 1, costDetails={**body["costDetails"], "letters": 1})

    long = isinstance(truth.body, dict) and len(str(truth.body.get("prompt"))) > 100
    response: Response = priced(dearer)(truth) if long else truth.answer()
    return response


def later(change: Callable[[str], str]) -> Any:
    """Prompts are told otherwise once the job has been started."""

    def edit(row: dict[str, Any]) -> None:
        given = row["metadata"].get("input") or {}
        if isinstance(given.get("prompt"), str):
            given["prompt"] = change(given["prompt"])

    return job(edit)


def small_job(change: Callable[[dict[str, Any]], Any]) -> Any:
    """The job that is answered beside a result is told otherwise."""
    return edited(RESULTS, lambda body, _: change(body["job"]) and None)


def failing_on(pattern: str, operations: str) -> Tell:
    """Bodies with something odd in them are failures."""
    odd = re.compile(pattern)

    def tell(truth: Truth) -> Response:
        if truth.operation_id in operations.split() and odd.search(json.dumps(truth.body, ensure_ascii=False)):
            return said(Response(500, {"Content-Type": "application/json"}, b""), {"message": "Internal error"})
        return truth.answer()

    return tell


def thumbnails_lost(truth: Truth) -> Response:
    """The small pictures that rows name are not there."""
    response = truth.answer()
    if truth.operation_id == "listModels" and response.status == 200:
        rows = json.loads(response.body)["models"]
        small: set[str] = truth.memory.setdefault("small", set())
        small.update(row["thumbnail"]["assetId"] for row in rows if row.get("thumbnail"))
    if truth.operation_id == FILE and truth.request.path.rpartition("/")[2] in truth.memory.get("small", ()):
        return Response(404, {"Content-Type": "text/plain"}, b"")
    return response


LIES = (
    Lie("start-twice", "lifecycle", "A start makes two jobs.", again([START])),
    Lie("result-twice", "lifecycle", "What answers at once makes two jobs.", again(RESULTS.split())),
    Lie("upload-twice", "lifecycle", "An upload makes two assets.", again(["uploadAsset"])),
    Lie("cancel-ignored", "lifecycle", "Cancel says yes, and the job runs on.", cancel(nothing_canceled)),
    Lie("cancel-of-all", "lifecycle", "Cancel cancels whatever runs.", cancel(all_canceled)),
    Lie("canceled-not-listed", "lifecycle", "Canceled jobs are in no list.", edited("listJobs", without_canceled)),
    Lie("canceled-at-the-end", "lifecycle", "Canceled jobs are complete.", job_of(shrunk)),
    Lie("assets-named-too-early", "lifecycle", "Running jobs name assets that are not there yet.",
        job_of(named_too_early)),
    Lie("made-things-stay-pending", "lifecycle", "What was made stays pending.",
        remembered(lambda row: row.update(status="pending"))),
    Lie("made-for-another", "lifecycle", "What was made belongs to somebody else.",
        remembered(lambda row: row.update(ownerId="proj_somebodyElse0000000000"))),
    Lie("made-in-public", "access", "What was made is public.",
        remembered(lambda row: row.update(privacy="public"))),
    Lie("samples-ignored", "lifecycle", "Pictures from text come alone.", sent(TEXT2IMG, lacking("numSamples"))),
    Lie("sides-ignored", "lifecycle", "Pictures from text have the usual size.",
        sent(TEXT2IMG, lacking("width", "height"))),
    Lie("sides-swapped", "lifecycle", "Pictures from text are lying instead of standing.",
        sent(TEXT2IMG, lambda body: {**body, "width": body["height"], "height": body["width"]}
             if "width" in body and "height" in body else body)),
    Lie("ratio-ignored", "lifecycle", "All pictures are squares.", sent(START, lacking("aspectRatio"))),
    Lie("crop-ignored", "lifecycle", "A crop is twice as wide as it was asked for.",
        sent("createPatch", lambda body: {**body, "crop": {**body["crop"], "width": body["crop"]["width"] * 2}}
             if isinstance(body.get("crop"), dict) and isinstance(body["crop"].get("width"), int) else body)),
    Lie("prompts-alike", "lifecycle", "All prompts are the first.",
        edited("createPrompt", lambda body, _: {**body, "prompts": body["prompts"][:1] * len(body["prompts"])})),
    Lie("translation-is-the-prompt", "lifecycle", "Nothing is translated.",
        edited("createTranslation", lambda body, truth: {**body, "translation": truth.body["prompt"]})),
    Lie("result-of-another-type", "lifecycle", "The job beside a result has another type than it has alone.",
        small_job(lambda found: found.update(jobType="custom"))),
    Lie("upload-recolored", "lifecycle", "An upload keeps another picture.",
        sent("uploadAsset", lambda body: {**body, "image": green()} if len(str(body.get("image"))) < 250
             and str(body.get("image")).startswith("data:image/png") else body)),
    Lie("upload-without-its-name", "text", "Uploads forget their name.",
        remembered(lambda row: row["metadata"].pop("name", None))),
    Lie("thumbnail-not-there", "lifecycle", "The pictures beside models are not there.", thumbnails_lost),
    Lie("dry-run-unchecked", "money", "A dry run prices what cannot be run.", dry_run_unchecked),
    Lie("small-dry-run-runs", "money", "A dry run of what answers at once runs.", small_dry_run_runs),
    Lie("small-dry-run-is-cheaper", "money", "A dry run of what answers at once tells half the price.",
        cheaper_when_dry),
    Lie("many-cost-as-one", "money", "Four pictures cost as much as one.", costs_as_one),
    Lie("letters-cost", "money", "Long prompts cost more.", by_the_letter),
    Lie("prompt-changes-later", "text", "Prompts are in lower case once the job runs.", later(str.lower)),
    Lie("prompt-without-joiners", "text", "Prompts lose what joins letters and pictures.",
        heard(lambda text: re.sub("[\u200c\u200d\ufe0f]", "", text))),
    Lie("prompt-cut-late", "text", "Prompts are cut at 1,000 characters.", heard(lambda text: text[:1000])),
    Lie("prompt-line-ends", "text", "Prompts have other line ends.", heard(lambda text: text.replace("\r\n", "\n"))),
    Lie("prompt-unescaped", "text", "Prompts are read as HTML.", heard(html.unescape)),
    Lie("prompt-as-address", "text", "Prompts are read as parts of an address.", heard(unquote)),
    Lie("prompt-without-doubles", "text", "Prompts lose double spaces.", heard(lambda text: re.sub("  +", " ", text))),
    Lie("name-is-a-path", "text", "Names lose what is before a slash.",
        heard(lambda text: text.rpartition("/")[2], "name")),
    Lie("name-without-ending", "text", "Names lose what is behind a dot.",
        heard(lambda text: re.sub(r"\.\w+$", "", text), "name")),
    Lie("odd-search-fails", "protocol", "Searches for pictures of letters are failures.",
        failing_on("[\U00010000-\U0010ffff]", "searchAssets searchModels")),
    Lie("long-search-fails", "protocol", "Long searches are failures.",
        failing_on('"query": "[^"]{300}', "searchAssets searchModels")),
    Lie("deep-search-fails", "protocol", "Filters with many parentheses are failures.",
        failing_on(r"\({6}", "searchAssets searchModels")),
    Lie("far-search-fails", "protocol", "Searches far behind the end are failures.",
        failing_on(r'"offset": \d{5}', "searchAssets searchModels")),
    Lie("small-dry-run-200", "protocol", "Dry runs of what answers at once are plain successes.",
        replaced(RESULTS, 269, lambda response, _: replace(response, status=200))),
)  # fmt: skip
