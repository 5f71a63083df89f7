"""Assets: list, one, several by id, upload of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .. import media
from ..clock import iso
from ..constraints import effective
from ..encoding import Fragment, decode, encode
from ..errors import bad_request, not_found
from ..files import canonical
from ..ids import new_id
from ..pages import page, place_after
from ..store import PUBLIC, Condition, Listing, StoredAsset, at_most, equal, labelled, one_of
from ..store.records import DETAIL_OF_ASSET, brief
from ..studio import canvas, patching
from ..studio.embedding import embed
from .call import Call
from .models import project, windows
from .remembering import remembered

Row = dict[str, Any]

EDITS = ("DETECTION", "PIXELATE", "REMOVE_BACKGROUND", "UPSCALE", "VECTORIZATION")
"""What can be done with a picture that somebody uploads."""
ORDERS = {"createdAt": "created_ms", "updatedAt": "updated_ms"}
COLUMNS = {
    "authorId": "author_id", "modelId": "model_id", "inferenceId": "inference_id", "parentAssetId": "parent_id",
    "rootAssetId": "root_id",
}  # fmt: skip
"""Parameters that ask for one value of a column."""


@remembered
def list_assets(call: Call) -> Row:
    """GET /assets: the caller's own assets, or all public ones with privacy=public, newest first."""
    query = effective(call.operation, call.query)
    if query.get("deleted"):  # nothing can be deleted here, so nothing was in the last 30 days
        return {"assets": []}
    public = query.get("privacy") == "public" or call.caller.tenant is None
    order, descending = ORDERS[query.get("sortBy", "createdAt")], query.get("sortDirection") != "asc"
    listing = Listing(
        order,
        descending,
        query.get("pageSize", 50),
        (at_most("visible_ms", call.now_ms), *_conditions(query), *([] if public else project(query))),
        place_after(query.get("paginationToken"), order, descending),
    )
    rows, key = call.services.store.assets(PUBLIC if public else call.shelf, listing)
    return page("assets", call.shown(rows), key, order, descending)


def retrieve_asset(call: Call) -> Row:
    """GET /assets/{assetId}: one asset with the signed address of its file."""
    asset_id = call.path["assetId"]
    found = call.services.store.asset_bytes(call.shelves, asset_id, call.now_ms)
    if found is None:
        raise not_found(f"Asset {asset_id} not found")
    brief, full = found
    if call.query.get("withEmbedding") or (full and call.query.get("withQualityGateDetails")):
        return {"asset": Fragment(call.localize(encode(_with_details(call, decode(full or brief)))))}
    return {"asset": Fragment(call.localize(brief))}


def bulk_get_assets(call: Call) -> Row:
    """POST /assets/get-bulk: assets by id, in the order asked for; unknown ids are left out."""
    asset_ids = dict.fromkeys((call.body or {}).get("assetIds", []))
    found = (call.services.store.asset_bytes(call.shelves, asset_id, call.now_ms) for asset_id in asset_ids)
    return {"assets": call.shown(each[0] for each in found if each is not None)}


def bulk(call: Call, asset_ids: Iterable[str]) -> list[StoredAsset]:
    """The assets that the caller may see under these ids; unknown ones are left out."""
    found = (look_up(call, asset_id) for asset_id in asset_ids)
    return [stored for stored in found if stored is not None]


def upload_asset(call: Call) -> Row:
    """POST /assets: keep a picture sent as base64 or as a data URL, or a canvas with a picture that stands for it."""
    body = effective(call.operation, call.body)
    parent = {"parentId": find(call, body["parentId"]).row["id"]} if "parentId" in body else {}
    stored, *others = _sent_picture(call, body) if "image" in body else _sent_canvas(call, body)
    row = stored.row
    row["collectionIds"], row["isHidden"] = body.get("collectionIds", []), body.get("hide", False)
    row["metadata"] |= parent
    for each in (stored, *others):
        call.services.store.put_asset(call.shelf, each)
    return {"asset": shown(call, row)}


def _sent_picture(call: Call, body: Row) -> list[StoredAsset]:
    asset_id = new_id("asset", call.rng)
    return [uploaded(call, asset_id, body["name"], *_picture(body["image"]))]


def _sent_canvas(call: Call, body: Row) -> list[StoredAsset]:
    """The canvas, and the hidden picture that stands for it: the one that was sent, or its layers as far as known."""
    try:
        document, content = canvas.read(body["canvas"]), body["canvas"].encode()
    except ValueError as error:
        raise bad_request(f"Invalid canvas: {error}") from error
    shown_by = ("image/png", patching.encode(canvas.picture_of(document), "png"))
    if "thumbnail" in body:
        shown_by = _picture(body["thumbnail"])
    kept_id, small_id = (new_id("asset", call.rng) for _ in range(2))
    kept = uploaded(call, kept_id, body["name"], "application/json", content, how="canvas")
    small = uploaded(call, small_id, f"{body['name']} (thumbnail)", *shown_by)
    small.row["isHidden"] = True
    small.row["metadata"]["parentId"] = kept_id
    reference = {"assetId": small_id, "url": canonical(small_id)}
    kept.row["thumbnail"], kept.row["metadata"]["thumbnail"] = reference, dict(reference)
    return [kept, small]


def uploaded(
    call: Call, asset_id: str, name: str, mime_type: str, content: bytes, how: str = "uploaded"
) -> StoredAsset:
    """A file that the caller brought along, not stored yet."""
    properties, kind = media.read(mime_type, content), media.kind_of(mime_type)
    row: Row = {
        "id": asset_id,
        "url": canonical(asset_id),
        "mimeType": mime_type,
        "kind": kind,
        "source": how,
        "status": "success",
        "privacy": "private",
        "authorId": owner(call)["authorId"],
        "ownerId": owner(call)["ownerId"],
        "createdAt": iso(call.now_ms),
        "updatedAt": iso(call.now_ms),
        "tags": [],
        "nsfw": [],
        "collectionIds": [],
        "editCapabilities": list(EDITS) if kind == "image" else [],
        "isHidden": False,
        "properties": properties,
        "metadata": {
            "kind": kind,
            "type": how,
            "name": name,
            **{key: properties[key] for key in ("width", "height", "size") if key in properties},
        },
    }
    return StoredAsset(row, content=content)


def owner(call: Call) -> Row:
    """authorId and ownerId of what the caller makes: those of the caller's shelf, or the project that was named."""
    project_id, author_id = call.services.store.owner(call.shelf)
    return {"authorId": author_id, "ownerId": call.query.get("projectId") or project_id}


def find(call: Call, asset_id: str) -> StoredAsset:
    """The asset that the caller may see under this id, or ApiError 404."""
    stored = look_up(call, asset_id)
    if stored is None:
        raise not_found(f"Asset {asset_id} not found")
    return stored


def look_up(call: Call, asset_id: str) -> StoredAsset | None:
    """The asset that the caller may see under this id, if there is one."""
    return call.services.store.asset(call.shelves, asset_id, call.now_ms)


def shown(call: Call, row: Row) -> Any:
    """The row as lists show it, its addresses signed: a part of an answer."""
    return Fragment(call.localize(encode(brief(row))))


def _with_details(call: Call, row: Row) -> Row:
    """The row with the fields that the query asks for."""
    kept = row if call.query.get("withQualityGateDetails") else brief(row)
    if not call.query.get("withEmbedding"):
        return {name: value for name, value in kept.items() if name not in DETAIL_OF_ASSET}
    words = row["metadata"].get("prompt") or row.get("description") or row["metadata"].get("name", "")
    return {**kept, "embedding": row.get("embedding") or embed(words)}


def _conditions(query: Mapping[str, Any]) -> Iterator[Condition]:
    types = query.get("types") or ([query["type"]] if "type" in query else [])
    if types:
        yield one_of("type", types)
    if "tags" in query:
        yield labelled("t", query["tags"])
    if "collectionId" in query:
        yield labelled("c", [query["collectionId"]])
    for parameter, column in COLUMNS.items():
        if parameter in query:
            yield equal(column, query[parameter])
    yield from windows(query)


def _picture(text: str) -> tuple[str, bytes]:
    """MIME type and bytes of a data URL or of bare base64; ApiError 400 for what is not the picture it says."""
    try:
        sent = media.received(text)
        if sent.kind != "image":
            raise ValueError(f"{sent.mime_type} is not a picture")
        if "width" not in sent.properties:  # a kind of picture that cannot be read here, such as AVIF
            raise ValueError(f"pictures of type {sent.mime_type} are not read here")
    except ValueError as error:
        raise bad_request(f"Invalid image: {error}") from error
    return sent.mime_type, sent.content
