"""Lies about the shape of answers, and about HTTP itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from scenario_mock.messages import Response

from .lying import Lie, Tell, Truth, each, edited, replaced, said

MODELS = "listModels listPublicModels retrieveModel bulkGetModels"
ASSETS = "listAssets retrieveAsset bulkGetAssets"
JOBS = "listJobs retrieveJob"
EVERY = f"{MODELS} {ASSETS} {JOBS} searchAssets searchModels"
ALL_POSTS = "searchAssets searchModels bulkGetModels bulkGetAssets createCustomGeneration uploadAsset"


def model(change: Callable[[dict[str, Any]], Any], operations: str = MODELS) -> Any:
    return each(operations, "models model", change)


def asset(change: Callable[[dict[str, Any]], Any], operations: str = ASSETS) -> Any:
    return each(operations, "assets asset", change)


def job(change: Callable[[dict[str, Any]], Any], operations: str = JOBS) -> Any:
    return each(operations, "jobs job", change)


def typed(name: str) -> Callable[[Response, Truth], Response]:
    """With another content type."""
    return lambda response, _: replace(response, headers={**response.headers, "Content-Type": name})


def status(code: int, operations: str, of: int = 200) -> Any:
    """With another status."""
    return replaced(operations, of, lambda response, _: replace(response, status=code))


def not_finite(response: Response, _: Truth) -> Response:
    return replace(response, body=response.body.replace(b'"progress":1', b'"progress":NaN'))


def every_other(code: int) -> Callable[[Response, Truth], Response]:
    """A failure now and then: each fifth time."""

    def change(response: Response, truth: Truth) -> Response:
        truth.memory["count"] = truth.memory.get("count", 0) + 1
        if truth.memory["count"] % 5:
            return response
        return said(response, {"message": "Internal error"}, status=code)

    return change


def swallowed(status: int) -> Callable[[Response, Truth], Response]:
    """Refusals become empty successes."""
    return lambda response, _: said(response, {}, status=status)


def unvalidated(truth: Truth) -> Response:
    """A query that the contract forbids is read as if it were not there."""
    response = truth.answer()
    if truth.request.method == "GET" and response.status == 400:
        return truth.ask(replace(truth.request, query=""))
    return response


def kept(names: Collection[str], *, for_all: bool = False) -> Tell:
    """Answers that were given once are given again, to the same caller or to everybody."""

    def tell(truth: Truth) -> Response:
        if truth.operation_id not in names:
            return truth.answer()
        request, answers = truth.request, truth.memory.setdefault("answers", {})
        key = (request.path, request.query, request.body, "" if for_all else request.headers.get("authorization"))
        if key not in answers:
            response = truth.answer()
            if response.status != 200:
                return response
            answers[key] = response
        found: Response = answers[key]
        return found

    return tell


def in_snakes(body: Any, _: Truth) -> Any:
    """Names as other languages write them."""
    if isinstance(body, dict):
        return {re.sub(r"([A-Z])", r"_\1", name).lower(): in_snakes(value, _) for name, value in body.items()}
    return [in_snakes(value, _) for value in body] if isinstance(body, list) else body


def now_and_then(empty: Callable[[Any], Any]) -> Callable[[Any, Truth], Any]:
    """Each fourth answer is another."""

    def change(body: Any, truth: Truth) -> Any:
        truth.memory["seen"] = truth.memory.get("seen", 0) + 1
        return body if truth.memory["seen"] % 4 else empty(body)

    return change


LIES = (
    Lie("model-without-capabilities", "shape", "Models have no capabilities.",
        model(lambda row: row.pop("capabilities"))),
    Lie("asset-without-url", "shape", "Assets have no address.", asset(lambda row: row.pop("url"))),
    Lie("job-without-history", "shape", "Jobs have no history.", job(lambda row: row.pop("statusHistory"))),
    Lie("name-is-a-number", "shape", "Names are numbers.", model(lambda row: row.update(name=5))),
    Lie("size-is-a-text", "shape", "Sizes are texts.",
        asset(lambda row: row["properties"].update(size=str(row["properties"].get("size", 1))))),
    Lie("progress-in-percent", "shape", "Progress goes to 100.",
        job(lambda row: row.update(progress=row["progress"] * 100))),
    Lie("unknown-job-status", "shape", "An ended job is `done`.",
        job(lambda row: row.update(status="done") if row["status"] == "success" else None)),
    Lie("unknown-privacy", "shape", "Things are `internal`.", model(lambda row: row.update(privacy="internal"))),
    Lie("tags-are-null", "shape", "No tags are null.", asset(lambda row: row.update(tags=row["tags"] or None))),
    Lie("date-without-time", "shape", "Dates have other forms.",
        asset(lambda row: row.update(createdAt="15/01/2026 10:30"))),
    Lie("date-as-number", "shape", "Dates are seconds since 1970.", job(lambda row: row.update(createdAt=1768473000))),
    Lie("object-instead-of-list", "shape", "One row is no list.",
        edited("listModels", lambda body, _: {**body, "models": {"0": body["models"][:1]}})),
    Lie("bare-list", "shape", "Lists have no envelope.", edited("listJobs", lambda body, _: body["jobs"])),
    Lie("bare-thing", "shape", "Things have no envelope.", edited("retrieveModel", lambda body, _: body["model"])),
    Lie("other-envelope", "shape", "The envelope has another name.",
        edited("retrieveAsset", lambda body, _: {"data": body["asset"]})),
    Lie("negative-size", "shape", "Sizes are negative.",
        asset(lambda row: row["properties"].update(size=-1))),
    Lie("negative-cost", "shape", "Prices are negative.",
        edited("createCustomGeneration", lambda body, _: body.update(creativeUnitsCost=-1))),
    Lie("not-finite", "shape", "JSON has NaN in it.", replaced(JOBS, 200, not_finite)),
    Lie("text-for-boolean", "shape", "True is a text.",
        model(lambda row: row.update(custom=str(row["custom"]).lower()))),
    Lie("null-id", "shape", "A hit has no id.",
        edited("searchAssets", lambda body, _: [hit.update(id=None) for hit in body["hits"][:1]] and body)),
    Lie("total-as-text", "shape", "Totals are texts.",
        edited("searchModels", lambda body, _: {**body, "estimatedTotalHits": str(body.get("estimatedTotalHits"))})),
    Lie("metadata-in-metadata", "shape", "Metadata lies one level deeper.",
        asset(lambda row: row.update(metadata={"metadata": row["metadata"]}))),
    Lie("names-in-snake-case", "shape", "Names are written_like_this.", edited(JOBS, in_snakes)),
    Lie("words-in-capitals", "shape", "States are in capitals.",
        job(lambda row: row.update(status=row["status"].upper()))),
    Lie("date-with-a-space", "shape", "A space stands between date and time.",
        model(lambda row: row.update(createdAt=row["createdAt"].replace("T", " ")))),
    Lie("date-as-digits", "shape", "Dates of updates are digits.",
        asset(lambda row: row.update(updatedAt="1768473000000"))),
    Lie("json-in-json", "shape", "The answer is a text with JSON in it.",
        replaced("retrieveModel", 200, lambda response, _: said(response, response.body.decode()))),
    Lie("marked-json", "protocol", "A byte order mark stands before the JSON.",
        replaced(JOBS, 200, lambda response, _: replace(response, body=b"\xef\xbb\xbf" + response.body))),
    Lie("json-in-utf-16", "protocol", "JSON comes as UTF-16.",
        replaced(ASSETS, 200, lambda response, _: replace(response, body=response.body.decode().encode("utf-16")))),
    Lie("errors-as-text", "protocol", "Errors are JSON that is called text.",
        replaced(f"{EVERY} {ALL_POSTS}", 400, typed("text/plain"))),
    Lie("moved", "protocol", "Lists of jobs have moved elsewhere.",
        replaced("listJobs", 200, lambda response, _: Response(302, {"Location": "/v2/jobs"}, b""))),
    Lie("now-and-then-empty", "protocol", "Each fourth list is empty.",
        edited("listAssets", now_and_then(lambda body: {"assets": []}))),
    Lie("lists-are-cached", "protocol", "Lists that were read once never change.", kept(["listAssets", "listJobs"])),
    Lie("searches-are-cached", "protocol", "Searches that were made once never change.",
        kept(["searchAssets", "searchModels"])),
    Lie("jobs-are-cached", "protocol", "Jobs that were read once never change.", kept(["retrieveJob"])),
    Lie("cached-for-everybody", "access", "What one caller has read is told to every other.",
        kept(["retrieveAsset", "retrieveJob", "listAssets", "listJobs"], for_all=True)),
    Lie("created-201", "protocol", "A start answers 201.", status(201, "createCustomGeneration uploadAsset")),
    Lie("dry-run-200", "protocol", "A dry run answers 200.", status(200, "createCustomGeneration", 269)),
    Lie("no-content", "protocol", "A search without hits answers 204.",
        replaced("searchAssets", 200, lambda response, _: Response(204, {}, b"")
                 if not json.loads(response.body)["hits"] else response)),
    Lie("json-as-text", "protocol", "JSON is sent as text/plain.", replaced(EVERY, 200, typed("text/plain"))),
    Lie("no-content-type", "protocol", "No content type is sent.",
        replaced(EVERY, 200, lambda response, _: replace(response, headers={}))),
    Lie("errors-as-html", "protocol", "Errors are pages.",
        replaced(EVERY, 400, lambda response, _: Response(400, {"Content-Type": "text/html"}, b"<h1>Bad</h1>"))),
    Lie("not-found-as-200", "protocol", "What is not there is an empty object.", replaced(EVERY, 404, swallowed(200))),
    Lie("not-found-as-500", "protocol", "What is not there is a failure.", status(500, EVERY, 404)),
    Lie("not-found-as-400", "protocol", "What is not there is a bad request.", status(400, EVERY, 404)),
    Lie("refused-as-200", "protocol", "Bad requests are empty successes.",
        replaced(f"{EVERY} {ALL_POSTS}", 400, swallowed(200))),
    Lie("refused-as-500", "protocol", "Bad requests are failures.", status(500, f"{EVERY} {ALL_POSTS}", 400)),
    Lie("bare-error", "protocol", "Errors say nothing.",
        replaced(f"{EVERY} {ALL_POSTS}", 400, lambda response, _: said(response, {}))),
    Lie("error-as-list", "protocol", "Errors are lists.",
        replaced(EVERY, 404, lambda response, _: said(response, [json.loads(response.body)]))),
    Lie("empty-body", "protocol", "Successes have no body.",
        replaced("retrieveJob", 200, lambda response, _: replace(response, body=b""))),
    Lie("trailing-garbage", "protocol", "Something follows the JSON.",
        replaced("listModels", 200, lambda response, _: replace(response, body=response.body + b"\n<!-- ok -->"))),
    Lie("now-and-then-500", "protocol", "Every fifth read fails.",
        replaced("retrieveAsset listAssets", 200, every_other(500))),
    Lie("query-unchecked", "protocol", "Query parameters are not checked.", unvalidated),
    Lie("any-method", "protocol", "Any method reads.",
        lambda truth: truth.ask(replace(truth.request, method="GET"))
        if truth.request.method in ("PUT", "PATCH", "DELETE") and not truth.operation_id else truth.answer()),
    Lie("any-media-type", "protocol", "Bodies of any type are taken for JSON.",
        lambda truth: truth.ask(replace(
            truth.request, headers={**truth.request.headers, "content-type": "application/json"},
            body=truth.request.body if truth.body is not None else b'{"query": "x", "prompt": "x", "name": "x"}'))
        if truth.operation_id in ALL_POSTS.split() else truth.answer()),
)  # fmt: skip
