"""Lies about lists, reads and searches."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from scenario_mock.messages import Request, Response

from .lying import Lie, Truth, asked, each, edited, said

LISTS = {"listModels": "models", "listPublicModels": "models", "listAssets": "assets", "listJobs": "jobs"}
ALL = " ".join(LISTS)
SEARCHES = "searchAssets searchModels"


def rows_of(change: Callable[[list[Any], Truth], list[Any]], operations: str = ALL) -> Any:
    """Change the rows of a page."""

    def edit(body: Any, truth: Truth) -> Any:
        name = LISTS[truth.operation_id]
        return {**body, name: change(body[name], truth)}

    return edited(operations, edit)


def without(*names: str, operations: str = ALL) -> Any:
    """Query parameters that are not looked at."""
    return asked(operations, lambda truth: truth.asked(**dict.fromkeys(names)))


def looping(truth: Truth) -> Response:
    """Any token leads to the first page, whose token it is."""
    if truth.operation_id in LISTS and truth.query.get("paginationToken", "???") != "???":
        return truth.ask(truth.asked(paginationToken=None))
    return truth.answer()


def token_at_the_end(truth: Truth) -> Response:
    response = truth.answer()
    if truth.operation_id not in LISTS or response.status != 200:
        return response
    body = json.loads(response.body)
    if body.get("nextPaginationToken") or not body[LISTS[truth.operation_id]]:
        truth.memory["token"] = body.get("nextPaginationToken", truth.memory.get("token"))
        return response
    return said(response, {**body, "nextPaginationToken": truth.memory.get("token") or "eyJvZmZzZXQiOjB9"})


def overlapping(rows: list[Any], truth: Truth) -> list[Any]:
    """The last row of a page comes again as the first of the next."""
    last = truth.memory.get(truth.operation_id) if truth.query.get("paginationToken") else None
    truth.memory[truth.operation_id] = rows[-1] if rows else None
    return [last, *rows[1:]] if last and rows else rows


def one_more(truth: Truth) -> Response:
    """Pages have one row more than asked for."""
    size = truth.query.get("pageSize", "")
    if truth.operation_id in LISTS and size.isdecimal() and 0 < int(size) < 100:
        return truth.ask(truth.asked(pageSize=int(size) + 1))
    return truth.answer()


def including(rows: list[Any], truth: Truth, name: str) -> list[Any]:
    """A window takes its bound in."""
    bound = truth.query.get(name)
    if not bound or not rows or name not in ("createdAfter", "createdBefore"):
        return rows
    listed = LISTS[truth.operation_id]
    privacy = f"privacy={truth.query['privacy']}&" if "privacy" in truth.query else ""
    path = "/models/public" if truth.operation_id == "listPublicModels" else f"/{listed}"
    at = [row for row in truth.get(path, f"{privacy}pageSize=100")[listed] if row["createdAt"] == bound]
    return sorted([*rows, *at], key=lambda row: row["createdAt"], reverse=truth.query.get("sortDirection") == "desc")


def other_thing(operation_id: str, name: str, listed: str) -> Any:
    """What is read alone is the first of the list, whatever was asked for."""

    def edit(body: Any, truth: Truth) -> Any:
        first = truth.get(f"/{listed}", "pageSize=1")[listed]
        return truth.get(f"/{listed}/{first[0][name_of[listed]]}") if first else body

    name_of = {"models": "id", "assets": "id", "jobs": "jobId"}
    return edited(operation_id, edit)


def bulk(change: Callable[[list[Any], Truth], list[Any]]) -> Any:
    names = {"bulkGetModels": "models", "bulkGetAssets": "assets"}
    return edited(
        " ".join(names),
        lambda body, truth: {**body, names[truth.operation_id]: change(body[names[truth.operation_id]], truth)},
    )


def refusing_unknown(truth: Truth) -> Response:
    response = truth.answer()
    names = {"bulkGetModels": ("models", "modelIds"), "bulkGetAssets": ("assets", "assetIds")}
    if truth.operation_id in names and response.status == 200:
        rows, ids = names[truth.operation_id]
        if len(json.loads(response.body)[rows]) < len(set(truth.body[ids])):
            return said(response, {"reason": "Not found"}, status=400)
    return response


# ---- searches --------------------------------------------------------------------------------------------------------


def hits(change: Callable[[list[Any], Truth], list[Any]]) -> Any:
    return edited(SEARCHES, lambda body, truth: {**body, "hits": change(body["hits"], truth)})


def hit_again(rows: list[Any], truth: Truth) -> list[Any]:
    """The last hit of a page comes again as the first of the next."""
    later = isinstance(truth.body, dict) and truth.body.get("offset") and rows and truth.memory.get("hit")
    last, truth.memory["hit"] = truth.memory.get("hit"), rows[-1] if rows else None
    return [last, *rows[1:]] if later else rows


def never_empty(text: str) -> str:
    """No field is ever empty."""
    return text if "IS NOT EMPTY" in text else re.sub(r"(\w+) IS EMPTY", r"(\1 IS EMPTY AND \1 IS NOT EMPTY)", text)


def searched(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """Search for something else."""

    def request(truth: Truth) -> Request:
        body = truth.body
        return truth.saying(change(body)) if isinstance(body, dict) else truth.request

    return asked(SEARCHES, request)


def filtered(change: Callable[[str], str]) -> Any:
    """Read filters otherwise."""
    return searched(
        lambda body: {**body, "filter": change(body["filter"])} if isinstance(body.get("filter"), str) else body
    )


def lenient(truth: Truth) -> Response:
    """Filters that cannot be read find nothing, or everything."""
    response = truth.answer()
    if truth.operation_id in SEARCHES.split() and response.status == 400 and isinstance(truth.body, dict):
        body = {name: value for name, value in truth.body.items() if name != "filter"}
        again = truth.ask(truth.saying({**body, "query": body.get("query") or "castle"}))
        return again if "filter" in truth.body else response
    return response


def capped(truth: Truth) -> Response:
    """Limits above the largest are taken for the largest."""
    body = truth.body
    if truth.operation_id in SEARCHES.split() and isinstance(body, dict):
        for name in ("limit", "hitsPerPage"):
            if isinstance(body.get(name), int) and body[name] > 100:
                return truth.ask(truth.saying({**body, name: 100}))
    return truth.answer()


def total(change: Callable[[int, Any], int]) -> Any:
    def edit(body: Any, _: Truth) -> Any:
        for name in ("estimatedTotalHits", "totalHits"):
            if name in body:
                body[name] = max(0, change(body[name], body))
        return body

    return edited(SEARCHES, edit)


LIES = (
    Lie("pages-loop", "collections", "Any token leads to the first page.", looping),
    Lie("token-on-the-last-page", "collections", "The last page has a token.", token_at_the_end),
    Lie("no-token", "collections", "There is only ever one page.",
        edited(ALL, lambda body, _: {k: v for k, v in body.items() if k != "nextPaginationToken"})),
    Lie("row-twice", "collections", "The last row of a page comes again on the next.", rows_of(overlapping)),
    Lie("row-lost-between-pages", "collections", "Later pages lack their first row.",
        rows_of(lambda rows, truth: rows[1:] if truth.query.get("paginationToken") else rows)),
    Lie("last-row-lost", "collections", "The last row of all is lost.",
        edited(ALL, lambda body, truth: {**body, LISTS[truth.operation_id]: body[LISTS[truth.operation_id]][:-1]}
               if truth.query.get("paginationToken") and not body.get("nextPaginationToken") else body)),
    Lie("page-size-ignored", "collections", "Pages are as large as ever.", without("pageSize")),
    Lie("page-size-off-by-one", "collections", "Pages have one row too many.", one_more),
    Lie("default-page-is-large", "collections", "A page has 100 rows unless asked.",
        asked("listAssets listJobs listPublicModels",
              lambda truth: truth.asked(pageSize=truth.query.get("pageSize", 100)))),
    Lie("sort-ignored", "collections", "Nothing is sorted.",
        rows_of(lambda rows, truth: sorted(rows, key=lambda row: row["id"]) if "sortBy" in truth.query else rows,
                "listModels listPublicModels listAssets")),
    Lie("direction-ignored", "collections", "Everything is sorted downwards.",
        asked(ALL, lambda truth: truth.asked(sortDirection="desc") if "sortBy" in truth.query else truth.request)),
    Lie("sorted-as-text", "collections", "Rows of a page are sorted by name.",
        rows_of(lambda rows, truth: sorted(rows, key=lambda row: str(row.get("name", row.get("url"))))
                if "sortBy" in truth.query else rows, "listModels listAssets")),
    Lie("random-order", "collections", "The order changes from call to call.",
        rows_of(lambda rows, truth: rows[::-1] if truth.memory.update(n=truth.memory.get("n", 0) + 1)
                or truth.memory["n"] % 2 else rows)),
    Lie("type-filter-ignored", "collections", "The type is not looked at.", without("type", "types")),
    Lie("types-takes-one", "collections", "Of several types the first counts.",
        asked(ALL, lambda truth: truth.asked(types=truth.query.get("types", "").split(",")[0] or None))),
    Lie("status-filter-ignored", "collections", "The state is not looked at.", without("status")),
    Lie("tags-filter-ignored", "collections", "Tags are not looked at.", without("tags")),
    Lie("author-filter-ignored", "collections", "The author is not looked at.", without("authorId")),
    Lie("model-filter-ignored", "collections", "The model is not looked at.", without("modelId", "inferenceId")),
    Lie("collection-filter-ignored", "collections", "Collections are not looked at.",
        without("collectionId", "collectionIds", "parentAssetId")),
    Lie("filter-drops-one", "collections", "Filtered lists lack a row.",
        rows_of(lambda rows, truth: rows[:-1] if {"type", "types", "tags", "status", "modelId"} & set(truth.query)
                and "paginationToken" not in truth.query else rows)),
    Lie("filter-by-page", "collections", "Only the first rows are filtered.",
        rows_of(lambda rows, truth: rows[:3] if {"type", "tags", "modelId"} & set(truth.query) else rows)),
    Lie("window-ignored", "collections", "Dates are not looked at.",
        without("createdAfter", "createdBefore", "updatedAfter", "updatedBefore")),
    Lie("after-includes-its-bound", "collections", "createdAfter takes its bound in.",
        rows_of(lambda rows, truth: including(rows, truth, "createdAfter"), "listModels listAssets")),
    Lie("before-includes-its-bound", "collections", "createdBefore takes its bound in.",
        rows_of(lambda rows, truth: including(rows, truth, "createdBefore"), "listModels listAssets")),
    Lie("windows-swapped", "collections", "After is before.",
        asked("listAssets listModels", lambda truth: truth.asked(
            createdAfter=truth.query.get("createdBefore"), createdBefore=truth.query.get("createdAfter")))),
    Lie("privacy-ignored", "collections", "The privacy asked for is not looked at.",
        asked("listModels", lambda truth: truth.asked(privacy="public"))),
    Lie("list-and-thing-differ", "collections", "Rows of lists have other names than the things.",
        each("listModels", "models", lambda row: row.update(name=row["name"] + " (copy)"))),
    Lie("thing-is-stale", "collections", "Things alone have an older date.",
        each("retrieveAsset", "asset", lambda row: row.update(updatedAt="2020-01-01T00:00:00.000Z"))),
    Lie("model-of-another-id", "collections", "A model read alone is the first of all.",
        other_thing("retrieveModel", "model", "models")),
    Lie("asset-of-another-id", "collections", "An asset read alone is the first of all.",
        other_thing("retrieveAsset", "asset", "assets")),
    Lie("bulk-drops-one", "collections", "A bulk read lacks a row.", bulk(lambda rows, _: rows[:-1])),
    Lie("bulk-repeats", "collections", "A bulk read has a row twice.", bulk(lambda rows, _: [*rows, *rows[:1]])),
    Lie("bulk-adds", "collections", "A bulk read has more than was asked for.",
        bulk(lambda rows, truth: rows + truth.get(
            "/models" if "models" in truth.request.path else "/assets", "pageSize=1&privacy=public").get(
            "models" if "models" in truth.request.path else "assets", []))),
    Lie("bulk-refuses-unknown", "collections", "A bulk read of an unknown id fails.", refusing_unknown),
    Lie("total-too-large", "search", "There are more hits than can be walked.", total(lambda n, _: n + 1)),
    Lie("total-is-the-page", "search", "The total is that of the page.", total(lambda _, body: len(body["hits"]))),
    Lie("total-pages-wrong", "search", "Pages are counted down.",
        edited(SEARCHES, lambda body, _: {**body, "totalPages": body["totalHits"] // body["hitsPerPage"]}
               if "totalPages" in body else body)),
    Lie("offset-ignored", "search", "The offset is not looked at.",
        edited(SEARCHES, lambda body, truth: {**json.loads(truth.ask(truth.saying({**truth.body, "offset": 0})).body),
                                              "offset": body["offset"]} if body.get("offset") else body)),
    Lie("page-from-zero", "search", "Pages are counted from 0.",
        edited(SEARCHES, lambda body, truth: {**json.loads(truth.ask(truth.saying({
            **truth.body, "page": body["page"] + 1})).body), "page": body["page"]} if body.get("page") else body)),
    Lie("limit-ignored", "search", "Twenty hits, whatever was asked for.",
        edited(SEARCHES, lambda body, truth: {**json.loads(truth.ask(truth.saying({
            **truth.body, "limit": 20})).body), "limit": body["limit"]} if "limit" in body else body)),
    Lie("limit-capped", "search", "Limits that are too large are lowered.", capped),
    Lie("hit-twice", "search", "A hit comes again on the next page.",
        hits(hit_again)),
    Lie("not-ignored", "search", "NOT is not looked at.", filtered(lambda text: re.sub(r"\bNOT (?=\()", "", text))),
    Lie("and-is-or", "search", "AND is OR.", filtered(lambda text: text.replace(" AND ", " OR "))),
    Lie("or-is-and", "search", "OR is AND.",
        filtered(lambda text: text if "IS NOT EMPTY" in text else text.replace(" OR ", " AND "))),
    Lie("or-binds-closer", "search", "OR binds closer than AND.",
        filtered(lambda text: re.sub(r"^(.+?) OR ([^()]+?) AND ([^()]+)$", r"(\1 OR \2) AND \3", text)
                 if "(" not in text and "EMPTY OR" not in text else text)),
    Lie("at-least-is-above", "search", ">= is >.", filtered(lambda text: text.replace(">=", ">"))),
    Lie("at-most-is-below", "search", "<= is <.", filtered(lambda text: text.replace("<=", "<"))),
    Lie("above-is-at-least", "search", "> is >=.", filtered(lambda text: re.sub(r">(?!=)", ">=", text))),
    Lie("unequal-includes-empty", "search", "!= is true of what has no value.",
        filtered(lambda text: re.sub(r"(\w+) != (\"[^\"]*\"|\S+)", r"(\1 != \2 OR \1 IS EMPTY)", text))),
    Lie("unequal-is-equal", "search", "!= is =.", filtered(lambda text: text.replace("!=", "="))),
    Lie("empty-is-never", "search", "IS EMPTY is never true.",
        filtered(never_empty)),
    Lie("filter-ignored", "search", "Filters are not looked at.",
        filtered(lambda text: "createdAt IS EMPTY OR createdAt IS NOT EMPTY")),
    Lie("search-drops-one", "search", "Filters lose a hit.",
        edited(SEARCHES, lambda body, truth: {**body, "hits": body["hits"][1:],
                                              "estimatedTotalHits": max(0, body.get("estimatedTotalHits", 1) - 1)}
               if "estimatedTotalHits" in body and " = " in str((truth.body or {}).get("filter")) else body)),
    Lie("bad-filters-pass", "search", "Filters that cannot be read are not looked at.", lenient),
    Lie("order-ignored", "search", "sortBy is not looked at.",
        searched(lambda body: {name: value for name, value in body.items() if name != "sortBy"}
                 if body.get("sortBy") not in (["name:desc"], ["createdAt"]) else body)),
    Lie("order-reversed", "search", "sortBy is read the other way.",
        searched(lambda body: {**body, "sortBy": [
            each.replace(":asc", ":x").replace(":desc", ":asc").replace(":x", ":desc") for each in body["sortBy"]]}
            if body.get("sortBy") and all(":" in str(each) for each in body["sortBy"]) else body)),
    Lie("public-ignored", "search", "`public` is not looked at.", searched(lambda body: {**body, "public": False})),
    Lie("query-ignored", "search", "Words are not looked at.",
        searched(lambda body: {**{name: value for name, value in body.items() if name != "query"},
                               "filter": body.get("filter") or "createdAt IS NOT EMPTY"}
                 if isinstance(body.get("query"), str) else body)),
    Lie("query-finds-nothing", "search", "Words find nothing.",
        searched(lambda body: {**body, "query": "qxzvwkjqxzv"} if isinstance(body.get("query"), str) else body)),
    Lie("hit-of-another-id", "search", "Hits have ids that nothing has.",
        hits(lambda rows, _: [{**row, "id": row["id"] + "x"} for row in rows])),
    Lie("hits-are-stale", "search", "Hits have other dates than the things.",
        hits(lambda rows, _: [{**row, "createdAt": row["createdAt"].replace("202", "201")} for row in rows])),
    Lie("new-assets-not-found", "search", "Search learns of new things a day later.",
        searched(lambda body: {**body, "filter": f"({body['filter']}) AND createdAt < \"2026-01-15T10:31:00.000Z\""}
                 if isinstance(body.get("filter"), str) else body),
        {"clock": "manual"}),
    Lie("picture-and-pictures", "search", "A picture and pictures together are taken.",
        searched(lambda body: {name: value for name, value in body.items() if name != "image"}
                 if "image" in body and "images" in body else body)),
)  # fmt: skip
