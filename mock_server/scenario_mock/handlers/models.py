"""Models: the private and the public catalogue, one model with its inputs, several by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..clock import parse_iso
from ..constraints import effective
from ..errors import not_found
from ..pages import page
from .call import Call

Row = dict[str, Any]

ONLY_IN_DETAIL = frozenset({"inputs", "uiConfig"})
"""Fields that lists and bulk answers never have (recorded)."""
MINIMAL = ("id", "name", "type")
"""What a bulk answer with minimal=true holds."""
PREVIEW = 3
"""Training images in an answer that does not ask for all of them."""


def list_models(call: Call) -> Row:
    """GET /models: the caller's own models, or the public ones when asked for."""
    query = dict(call.query)
    # A `sc:` tag exists in the public catalogue only; one guide asks for it without privacy=public.
    platform_tag = any(tag.startswith("sc:") for tag in query.get("tags", []))
    if "privacy" not in query and (call.caller.tenant is None or platform_tag):
        query["privacy"] = "public"
    query = effective(call.operation, query)
    return _list(call, query, public=query.get("privacy") == "public", default_size=100)


def list_public_models(call: Call) -> Row:
    """GET /models/public, deprecated: the public catalogue."""
    return _list(call, effective(call.operation, call.query), public=True, default_size=50)


def retrieve_model(call: Call) -> Row:
    """GET /models/{modelId}: everything about one model; unlisted ones are readable by id."""
    return {"model": call.localize(find(call, call.path["modelId"]))}


def bulk_get_models(call: Call) -> Row:
    """POST /models/get-bulk: models by id, in the order asked for; unknown ids are left out (recorded)."""
    body = call.body or {}
    rows = (_lookup(call, model_id) for model_id in dict.fromkeys(body.get("modelIds", [])))
    return {"models": [call.localize(_bulk_row(row, body)) for row in rows if row is not None]}


def find(call: Call, model_id: str) -> Row:
    """The model that the caller may see under this id, or ApiError 404 with the recorded text."""
    row = _lookup(call, model_id)
    if row is None:
        raise not_found(f"Model {model_id} not found")
    return row


def _lookup(call: Call, model_id: str) -> Row | None:
    return next((shelf.models[model_id] for shelf in call.shelves if model_id in shelf.models), None)


def _bulk_row(row: Row, body: Mapping[str, Any]) -> Row:
    if body.get("minimal"):
        return {name: row[name] for name in MINIMAL if name in row}
    hidden = set(ONLY_IN_DETAIL)
    if not body.get("thumbnail"):
        hidden.add("thumbnail")
    if not body.get("settings"):
        hidden |= {"promptEmbedding", "negativePromptEmbedding"}
    shown = {name: value for name, value in row.items() if name not in hidden}
    if "trainingImages" in shown and not body.get("allTrainingImages"):
        shown["trainingImages"] = shown["trainingImages"][:PREVIEW]
    return shown


def _list(call: Call, query: Mapping[str, Any], *, public: bool, default_size: int) -> Row:
    shelf = call.services.store.public if public else call.own
    rows = [row for row in shelf.models.values() if row["privacy"] != "unlisted" or not public]
    rank = {row["id"]: index for index, row in enumerate(rows)}
    kept = [row for row in rows if all(test(row) for test in _filters(query))]
    sort_by = query.get("sortBy", "score" if public else "createdAt")
    orders: dict[str, Callable[[Row], tuple[Any, ...]]] = {
        # The catalogue stands in order of popularity: the first model has the highest score.
        "score": lambda row: (-rank[row["id"]],),
        "createdAt": lambda row: (row["createdAt"], row["id"]),
        "updatedAt": lambda row: (row["updatedAt"], row["id"]),
    }
    size = query.get("pageSize", default_size)
    ascending = query.get("sortDirection") == "asc" and not (public and sort_by == "score")
    answer = page(
        kept, orders[sort_by], descending=not ascending, size=size, token=query.get("paginationToken"), name="models"
    )
    shown = [{key: value for key, value in row.items() if key not in ONLY_IN_DETAIL} for row in answer["models"]]
    return {**answer, "models": call.localize(shown)}


def _filters(query: Mapping[str, Any]) -> Iterable[Callable[[Row], bool]]:
    if "status" in query:
        yield lambda row: bool(row["status"] == query["status"])
    types = query.get("types") or ([query["type"]] if "type" in query else [])
    if types:
        yield lambda row: row["type"] in types
    if "tags" in query:
        yield lambda row: any(tag in row["tags"] for tag in query["tags"])
    collections = query.get("collectionIds") or ([query["collectionId"]] if "collectionId" in query else [])
    if collections:
        yield lambda row: any(collection in row["collectionIds"] for collection in collections)
    yield from windows(query)


def windows(query: Mapping[str, Any]) -> Iterable[Callable[[Row], bool]]:
    """Tests for createdAfter, createdBefore, updatedAfter and updatedBefore; the bounds themselves are outside."""
    for parameter, name, after in (
        ("createdAfter", "createdAt", True),
        ("createdBefore", "createdAt", False),
        ("updatedAfter", "updatedAt", True),
        ("updatedBefore", "updatedAt", False),
    ):
        if parameter in query:
            yield _window(parse_iso(query[parameter]), name, after)


def _window(bound: int, name: str, after: bool) -> Callable[[Row], bool]:
    if after:
        return lambda row: parse_iso(row[name]) > bound
    return lambda row: parse_iso(row[name]) < bound
