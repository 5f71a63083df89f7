"""Models: the private and the public catalogue, one model with its inputs, several by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..clock import parse_iso
from ..constraints import effective
from ..encoding import Fragment, decode, encode
from ..errors import not_found
from ..pages import page, place_after
from ..store import PUBLIC, Condition, Listing, above, below, equal, has_status, labelled, one_of
from ..store.records import DETAIL_OF_MODEL
from ..world import training_at
from .call import Call
from .remembering import remembered

Row = dict[str, Any]

MINIMAL = ("id", "name", "type")
"""What a bulk answer with minimal=true holds."""
PREVIEW = 3
"""Training images in an answer that does not ask for all of them."""
ORDERS = {"score": "place", "createdAt": "created_ms", "updatedAt": "updated_ms"}
"""`sortBy` as columns; `place` counts from the model with the highest score."""
LARGEST_PAGE = 500
IN_TRAINING = b'"status":"training"'


@remembered
def list_models(call: Call) -> Row:
    """GET /models: the caller's own models, or the public ones when asked for."""
    query = dict(call.query)
    # A `sc:` tag exists in the public catalogue only; one guide asks for it without privacy=public.
    platform_tag = any(tag.startswith("sc:") for tag in query.get("tags", []))
    if "privacy" not in query and (call.caller.tenant is None or platform_tag):
        query["privacy"] = "public"
    query = effective(call.operation, query)
    return _list(call, query, public=query.get("privacy") == "public", default_size=100)


@remembered
def list_public_models(call: Call) -> Row:
    """GET /models/public, deprecated: the public catalogue."""
    return _list(call, effective(call.operation, call.query), public=True, default_size=50)


@remembered
def retrieve_model(call: Call) -> Row:
    """GET /models/{modelId}: everything about one model; unlisted ones are readable by id."""
    return {"model": Fragment(call.localize(_lookup(call, call.path["modelId"]) or _missing(call.path["modelId"])))}


def bulk_get_models(call: Call) -> Row:
    """POST /models/get-bulk: models by id, in the order asked for; unknown ids are left out (recorded)."""
    body = call.body or {}
    found = (_lookup(call, model_id) for model_id in dict.fromkeys(body.get("modelIds", [])))
    rows = (encode(_bulk_row(decode(row), body)) for row in found if row is not None)
    return {"models": call.shown(rows)}


def find(call: Call, model_id: str) -> Row:
    """The model that the caller may see under this id, or ApiError 404 with the recorded text."""
    row: Row = decode(_lookup(call, model_id) or _missing(model_id))
    return row


def _missing(model_id: str) -> bytes:
    raise not_found(f"Model {model_id} not found")


def _lookup(call: Call, model_id: str) -> bytes | None:
    found = call.services.store.model(call.shelves, model_id)
    return _now(call, found[1]) if found else None


def _now(call: Call, row: bytes) -> bytes:
    """The row as it is in this second: one in training moves with the job that trains it."""
    if IN_TRAINING not in row:
        return row
    second, moving = call.now_ms // 1000, call.services.moving
    if moving.get(b"") != (now := str(second).encode()):
        moving.clear()
        moving[b""] = now
    if row not in moving:
        model = decode(row)
        plan = call.services.store.job(call.shelf, model.get("jobId", "")) if model["status"] == "training" else None
        moving[row] = encode(training_at(model, plan, second * 1000)) if plan else row
    return moving[row]


def _bulk_row(row: Row, body: Mapping[str, Any]) -> Row:
    if body.get("minimal"):
        return {name: row[name] for name in MINIMAL if name in row}
    hidden = set(DETAIL_OF_MODEL)
    if not body.get("thumbnail"):
        hidden.add("thumbnail")
    if not body.get("settings"):
        hidden |= {"promptEmbedding", "negativePromptEmbedding"}
    shown = {name: value for name, value in row.items() if name not in hidden}
    if "trainingImages" in shown and not body.get("allTrainingImages"):
        shown["trainingImages"] = shown["trainingImages"][:PREVIEW]
    return shown


def _list(call: Call, query: Mapping[str, Any], *, public: bool, default_size: int) -> Row:
    sort_by = query.get("sortBy", "score" if public else "createdAt")
    ascending = query.get("sortDirection") == "asc" and not (public and sort_by == "score")
    # The highest score is the lowest place.
    order, descending = ORDERS[sort_by], ascending is (sort_by == "score")
    size, skip = _limit_and_offset(call, query, default_size)
    conditions = [*_conditions(call, query), *([equal("privacy", "public")] if public else project(query))]
    listing = Listing(
        order, descending, size, tuple(conditions), place_after(query.get("paginationToken"), order, descending), skip
    )
    rows, key = call.services.store.models(PUBLIC if public else call.shelf, listing)
    return page("models", call.shown(_now(call, row) for row in rows), key, order, descending)


def _limit_and_offset(call: Call, query: Mapping[str, Any], default_size: int) -> tuple[int, int]:
    """Rows in the page and rows to leave out before it: `pageSize`, or `limit` and `offset` as an older guide has them.

    They are no parameters of the contract, so values that make no sense are ignored like any other unknown key.
    """
    if "pageSize" in query or "paginationToken" in query:
        return query.get("pageSize", default_size), 0
    limit, offset = (_whole(call.raw_query.get(name, "")) for name in ("limit", "offset"))
    good = limit is not None and 1 <= limit <= LARGEST_PAGE
    return (limit if good and limit else default_size), offset or 0


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _conditions(call: Call, query: Mapping[str, Any]) -> Iterator[Condition]:
    if "status" in query:
        yield has_status(query["status"], call.now_ms)
    types = query.get("types") or ([query["type"]] if "type" in query else [])
    if types:
        yield one_of("type", types)
    if "tags" in query:
        yield labelled("t", query["tags"])
    collections = query.get("collectionIds") or ([query["collectionId"]] if "collectionId" in query else [])
    if collections:
        yield labelled("c", collections)
    yield from windows(query)


def project(query: Mapping[str, Any]) -> list[Condition]:
    """`projectId` scopes what is the caller's own."""
    return [equal("project_id", query["projectId"])] if query.get("projectId") else []


def windows(query: Mapping[str, Any], updated: str = "updated_ms") -> Iterator[Condition]:
    """createdAfter, createdBefore, updatedAfter and updatedBefore; the bounds themselves are outside."""
    for parameter, column, condition in (
        ("createdAfter", "created_ms", above),
        ("createdBefore", "created_ms", below),
        ("updatedAfter", updated, above),
        ("updatedBefore", updated, below),
    ):
        if parameter in query:
            yield condition(column, parse_iso(query[parameter]))
