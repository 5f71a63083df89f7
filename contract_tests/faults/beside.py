"""Lies that show only beside something else: on a later page, with a second parameter, in another notation."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scenario_mock.messages import Request, Response

from .collected import LISTS, SEARCHES, bulk, filtered, hits, rows_of, searched, without
from .lying import Lie, Tell, Truth, each, edited, said

FILTERS = ("type", "types", "tags", "status", "modelId", "collectionId", "collectionIds", "authorId")
WINDOWS = ("createdAfter", "createdBefore", "updatedAfter", "updatedBefore")
ZONE = re.compile(r"[+-]\d\d:\d\d$")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def when(holds: Callable[[Truth], object], change: Callable[[Truth], Request]) -> Tell:
    """Ask a list something else than was asked, at times."""
    return lambda truth: truth.ask(change(truth)) if truth.operation_id in LISTS and holds(truth) else truth.answer()


def has(*names: str) -> Callable[[Truth], object]:
    """Whether a query has one of these."""
    return lambda truth: set(names) & set(truth.query)


def blind(*names: str) -> Callable[[Truth], Request]:
    """Without these."""
    return lambda truth: truth.asked(**dict.fromkeys(names))


def rewritten(change: Callable[[str], str]) -> Callable[[Truth], Request]:
    """With the bounds of windows changed."""
    return lambda truth: truth.asked(**{name: change(truth.query[name]) for name in WINDOWS if name in truth.query})


def small_page(truth: Truth) -> object:
    """Whether between three and seven rows are asked for."""
    return truth.query.get("pageSize") in ("3", "4", "5", "6", "7")


def almost(same: Callable[[str, str], bool]) -> Tell:
    """An asset is found by what is almost its id."""

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id != "retrieveAsset" or response.status != 404:
            return response
        rows = truth.get("/assets", "pageSize=100").get("assets", [])
        found = next((row["id"] for row in rows if same(row["id"], truth.path["assetId"])), None)
        return truth.ask(replace(truth.request, path=f"/v1/assets/{found}")) if found else response

    return tell


def bulk_repeats_what_was_repeated(body: Any, truth: Truth) -> Any:
    """One row for each id, however often it was asked for."""
    (name, rows), *_ = body.items()
    known = {row["id"]: row for row in rows}
    asked = truth.body.get("assetIds") or truth.body.get("modelIds") or []
    return {name: [known[each] for each in asked if each in known]}


def without_flag(truth: Truth) -> Response:
    """A bulk read does not look at `minimal`."""
    if truth.operation_id == "bulkGetModels" and isinstance(truth.body, dict):
        return truth.ask(truth.saying({name: value for name, value in truth.body.items() if name != "minimal"}))
    return truth.answer()


def fieldless_dropped(body: Any, truth: Truth) -> Any:
    """What has no width cannot be sorted by it, and is left out."""
    if str(truth.body.get("sortBy")).startswith("['width:") and "estimatedTotalHits" in body:
        kept = [hit for hit in body["hits"] if hit["metadata"].get("width")]
        lost = len(body["hits"]) - len(kept)
        return {**body, "hits": kept, "estimatedTotalHits": body["estimatedTotalHits"] - lost}
    return body


def ten_unless_asked(body: Any, truth: Truth) -> Any:
    if {"limit", "page", "hitsPerPage"} & set(truth.body):
        return body
    return {**body, "hits": body["hits"][:10]}


def strangers(body: Any, truth: Truth) -> Any:
    """A search by a word finds some things more."""
    if not truth.body.get("query") or truth.body.get("filter") or not body["hits"] or len(body["hits"]) > 90:
        return body
    others = truth.saying({"public": bool(truth.body.get("public")), "filter": "createdAt IS NOT EMPTY", "limit": 9})
    known = {hit["id"] for hit in body["hits"]}
    more = [hit for hit in json.loads(truth.ask(others).body)["hits"] if hit["id"] not in known]
    return {**body, "hits": [*body["hits"], *more], "estimatedTotalHits": body.get("estimatedTotalHits", 0) + len(more)}


def pictures_unseen(body: dict[str, Any]) -> dict[str, Any]:
    """Pictures are not looked at."""
    if "Nowhere" in str(body.get("image")) or "data:" in str(body) or not {"image", "images"} & set(body):
        return body
    kept = {name: value for name, value in body.items() if name not in ("image", "images")}
    return {**kept, "filter": body.get("filter") or "createdAt IS NOT EMPTY"}


def open_for(operations: str, public: bool) -> Tell:
    """Without credentials, some lists are open when a public one is asked for."""

    def tell(truth: Truth) -> Response:
        nobody = "authorization" not in truth.request.headers
        if truth.operation_id in operations.split() and nobody and (truth.query.get("privacy") == "public") is public:
            headers = {**truth.request.headers, "authorization": "public-auth-token"}
            return truth.ask(replace(truth.request, headers=headers))
        return truth.answer()

    return tell


def not_found_first(truth: Truth) -> Response:
    """What does not exist is told to those who may not ask."""
    response = truth.answer()
    if (
        truth.operation_id in ("retrieveModel", "retrieveJob")
        and response.status == 401
        and "Nowhere" in str(truth.path)
    ):
        return said(response, {"reason": "not found"}, status=404)
    return response


def page_of_html(truth: Truth) -> Response:
    response = truth.answer()
    if truth.operation_id or response.status != 404:
        return response
    return replace(response, body=b"<h1>Not found</h1>", headers={**response.headers, "Content-Type": "text/html"})


LIES = (
    Lie("filter-forgotten-on-later-pages", "collections", "Filters count for the first page only.",
        when(has("paginationToken"), blind(*FILTERS))),
    Lie("window-ignored-beside-a-type", "collections", "Dates do not count beside a type.",
        when(has("type"), blind(*WINDOWS))),
    Lie("type-ignored-beside-an-order", "collections", "A type does not count beside an order.",
        when(has("sortBy"), blind("type"))),
    Lie("sorted-by-the-other-date", "collections", "updatedAt sorts by creation.",
        when(lambda truth: truth.query.get("sortBy") == "updatedAt", lambda truth: truth.asked(sortBy="createdAt"))),
    Lie("windows-of-jobs-ignored", "collections", "Jobs of any date are listed.",
        when(lambda truth: truth.operation_id == "listJobs", blind(*WINDOWS))),
    Lie("type-before-types", "collections", "A type of jobs counts before several.", when(has("type"), blind("types"))),
    Lie("pages-capped", "collections", "Pages have twenty rows at most.",
        when(lambda truth: truth.query.get("pageSize") == "100", lambda truth: truth.asked(pageSize=20))),
    Lie("root-filter-ignored", "collections", "The root of an asset is not looked at.", without("rootAssetId")),
    Lie("zones-ignored", "collections", "The offset of a date is not looked at.",
        when(has(*WINDOWS), rewritten(lambda text: ZONE.sub("Z", text)))),
    Lie("a-day-is-its-end", "collections", "A date without a time is its last instant.",
        when(has(*WINDOWS), rewritten(lambda text: f"{text}T23:59:59.999Z" if DAY.fullmatch(text) else text))),
    Lie("sorted-list-loses-ties", "collections", "Of rows with the same date one is listed.",
        rows_of(lambda rows, truth: [row for place, row in enumerate(rows) if not place or "sortBy" not in truth.query
                                     or row["createdAt"] != rows[place - 1]["createdAt"]],
                "listModels listPublicModels listAssets")),
    Lie("row-twice-on-small-pages", "collections", "Small pages have a row twice.",
        rows_of(lambda rows, truth: [*rows[:-1], *rows[-2:-1]] if len(rows) > 1 and small_page(truth) else rows)),
    Lie("unsorted-list-lacks-rows", "collections", "Some rows are in sorted lists only.",
        rows_of(lambda rows, truth: rows if "sortBy" in truth.query else [
            row for row in rows if row["id"][-1] not in "ABCabc"], "listModels listAssets")),
    Lie("public-lists-differ", "collections", "The old list of public models lacks one.",
        rows_of(lambda rows, truth: rows if truth.query.get("paginationToken") else rows[1:], "listPublicModels")),
    Lie("jobs-without-order", "collections", "Jobs have no order.",
        rows_of(lambda rows, _: sorted(rows, key=lambda row: str(row["jobId"])), "listJobs")),
    Lie("ids-without-case", "collections", "Ids are compared without case.",
        almost(lambda known, asked: known.lower() == asked.lower())),
    Lie("ids-by-their-beginning", "collections", "The beginning of an id is enough.",
        almost(lambda known, asked: known.startswith(asked))),
    Lie("bulk-repeats-what-was-repeated", "collections", "An id asked for twice comes twice.",
        edited("bulkGetAssets bulkGetModels", bulk_repeats_what_was_repeated)),
    Lie("bulk-of-twenty", "collections", "A bulk read has twenty rows at most.", bulk(lambda rows, _: rows[:20])),
    Lie("minimal-ignored", "collections", "A minimal bulk read is a whole one.", without_flag),
    Lie("custom-models-without-inputs", "collections", "Custom models have no inputs.",
        each("retrieveModel", "model", lambda row: row.pop("inputs", None))),
    Lie("second-order-ignored", "search", "Of several orders the first counts.",
        searched(lambda body: {**body, "sortBy": body["sortBy"][:1]}
                 if isinstance(body.get("sortBy"), list) else body)),
    Lie("sort-drops-what-has-no-field", "search", "What cannot be sorted is left out.",
        edited(SEARCHES, fieldless_dropped)),
    Lie("ten-hits-unless-asked", "search", "A search has ten hits unless asked.", edited(SEARCHES, ten_unless_asked)),
    Lie("total-capped", "search", "Totals end at a hundred.",
        edited(SEARCHES, lambda body, _: {**body, "estimatedTotalHits": min(100, body["estimatedTotalHits"])}
               if "estimatedTotalHits" in body else body)),
    Lie("no-total-by-page", "search", "Page mode tells no total.",
        edited(SEARCHES, lambda body, _: {name: value for name, value in body.items() if name != "totalHits"})),
    Lie("words-are-whole-texts", "search", "A text match compares whole texts.",
        filtered(lambda text: re.sub(r'(\w+):("[^"]*")', r"\1 = \2", text))),
    Lie("one-tag-is-enough", "search", "Of two tags one is enough.",
        filtered(lambda text: re.sub(r'^(tags = "[^"]*") AND tags = "[^"]*"$', r"\1", text))),
    Lie("twice-not-is-not", "search", "NOT NOT is NOT.", filtered(lambda text: text.replace("NOT NOT", "NOT"))),
    Lie("zones-of-filters-ignored", "search", "The offset of a date is not looked at.",
        filtered(lambda text: re.sub(r'[+-]\d\d:\d\d"', 'Z"', text))),
    Lie("filter-ignored-beside-a-query", "search", "A filter does not count beside a query.",
        searched(lambda body: {name: value for name, value in body.items() if name != "filter"}
                 if body.get("query") else body)),
    Lie("query-finds-strangers", "search", "A word finds what has nothing of it.", edited(SEARCHES, strangers)),
    Lie("pictures-ignored", "search", "Pictures are not looked at.", searched(pictures_unseen)),
    Lie("unlike-is-like", "search", "What should be unlike is looked for.",
        searched(lambda body: {**body, "images": {"like": body["images"]["unlike"]}}
                 if isinstance(body.get("images"), dict) and body["images"].get("unlike") else body)),
    Lie("hits-of-another-prompt", "search", "Hits have other prompts than the things.",
        hits(lambda rows, _: [{**row, "metadata": {**row["metadata"], "prompt": "x"}}
                              if "prompt" in row.get("metadata", {}) else row for row in rows])),
    Lie("listed-but-not-found", "search", "Some listed things are never found.",
        filtered(lambda text: f"({text}) AND NOT name >= t")),
    Lie("public-list-open-to-all", "access", "Public lists need no credentials.",
        open_for("listModels listAssets", public=True)),
    Lie("not-found-before-refused", "access", "Without credentials one learns what exists.", not_found_first),
    Lie("nowhere-is-html", "protocol", "Unknown routes answer with a page.", page_of_html),
)  # fmt: skip
