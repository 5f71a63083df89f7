"""Assets: list, one, several by id, upload of a picture."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .. import pictures
from ..clock import iso
from ..constraints import effective
from ..errors import ApiError, bad_request, not_found
from ..files import canonical
from ..ids import new_id
from ..pages import page
from ..store import StoredAsset
from .call import Call
from .models import windows

Row = dict[str, Any]

ONLY_ON_REQUEST = {"embedding": "withEmbedding"}
"""Fields of one asset that are shown only when their query parameter asks for them; so are the quality gate's details,
with `withQualityGateDetails`."""


def list_assets(call: Call) -> Row:
    """GET /assets: the caller's own assets, or all public ones with privacy=public, newest first."""
    query = effective(call.operation, call.query)
    if query.get("deleted"):  # nothing can be deleted here, so nothing was in the last 30 days
        return {"assets": []}
    public = query.get("privacy") == "public" or call.caller.tenant is None
    shelf = call.services.store.public if public else call.own
    tests = [*windows(query), *_filters(query)]
    rows = [row for row in shelf.asset_rows(call.now_ms) if all(test(row) for test in tests)]
    order = query.get("sortBy", "createdAt")
    answer = page(
        rows,
        lambda row: (row[order], row["id"]),
        descending=query.get("sortDirection") != "asc",
        size=query.get("pageSize", 50),
        token=query.get("paginationToken"),
        name="assets",
    )
    return {**answer, "assets": [shown(call, row) for row in answer["assets"]]}


def retrieve_asset(call: Call) -> Row:
    """GET /assets/{assetId}: one asset with the signed address of its file."""
    return {"asset": shown(call, find(call, call.path["assetId"]).row)}


def bulk_get_assets(call: Call) -> Row:
    """POST /assets/get-bulk: assets by id, in the order asked for; unknown ids are left out."""
    asset_ids = dict.fromkeys((call.body or {}).get("assetIds", []))
    return {"assets": [shown(call, stored.row) for stored in bulk(call, asset_ids)]}


def bulk(call: Call, asset_ids: Iterable[str]) -> list[StoredAsset]:
    """The assets that the caller may see under these ids; unknown ones are left out."""
    found = (_lookup(call, asset_id) for asset_id in asset_ids)
    return [stored for stored in found if stored is not None]


def upload_asset(call: Call) -> Row:
    """POST /assets: keep a picture sent as base64 or as a data URL."""
    body = effective(call.operation, call.body)
    if "image" not in body:
        raise ApiError(501, {"reason": "The mock does not take a canvas yet", "name": "NotImplemented"})
    mime_type, content = _picture(body["image"])
    parent = {"parentId": find(call, body["parentId"]).row["id"]} if "parentId" in body else {}
    stored = uploaded(call, new_id("asset", call.services.rng), body["name"], mime_type, content)
    row = stored.row
    row["collectionIds"], row["isHidden"] = body.get("collectionIds", []), body.get("hide", False)
    row["metadata"] |= parent
    call.own.assets[row["id"]] = stored
    return {"asset": shown(call, row)}


def uploaded(call: Call, asset_id: str, name: str, mime_type: str, content: bytes) -> StoredAsset:
    """A picture that the caller brought along, not stored yet."""
    width, height = pictures.size_of(content)
    row: Row = {
        "id": asset_id,
        "url": canonical(asset_id),
        "mimeType": mime_type,
        "kind": "image",
        "source": "uploaded",
        "status": "success",
        "privacy": "private",
        "authorId": owner(call)["authorId"],
        "ownerId": owner(call)["ownerId"],
        "createdAt": iso(call.now_ms),
        "updatedAt": iso(call.now_ms),
        "tags": [],
        "nsfw": [],
        "collectionIds": [],
        "editCapabilities": ["DETECTION", "PIXELATE", "REMOVE_BACKGROUND", "UPSCALE", "VECTORIZATION"],
        "isHidden": False,
        "properties": {"size": len(content), "width": width, "height": height},
        "metadata": {"kind": "image", "type": "uploaded", "name": name, "size": len(content)},
    }
    return StoredAsset(row, content=content)


def owner(call: Call) -> Row:
    """authorId and ownerId of what the caller makes: those of the caller's world."""
    known = next(iter(call.own.models.values()), {})
    tenant = call.caller.tenant or "public"
    return {
        "authorId": known.get("authorId", f"apiu_{tenant}"),
        "ownerId": call.query.get("projectId") or known.get("ownerId", f"proj_{tenant}"),
    }


def find(call: Call, asset_id: str) -> StoredAsset:
    """The asset that the caller may see under this id, or ApiError 404."""
    stored = _lookup(call, asset_id)
    if stored is None:
        raise not_found(f"Asset {asset_id} not found")
    return stored


def _lookup(call: Call, asset_id: str) -> StoredAsset | None:
    found = (shelf.asset(asset_id, call.now_ms) for shelf in call.shelves)
    return next((stored for stored in found if stored is not None), None)


def shown(call: Call, row: Row) -> Row:
    """The row as this caller gets it: addresses signed, fields left out that were not asked for."""
    hidden = {name for name, parameter in ONLY_ON_REQUEST.items() if not call.query.get(parameter)}
    kept = {name: value for name, value in row.items() if name not in hidden}
    if "qualityGate" in kept and not call.query.get("withQualityGateDetails"):
        kept["qualityGate"] = {name: value for name, value in row["qualityGate"].items() if name != "details"}
    localized: Row = call.localize(kept)
    return localized


def _filters(query: Mapping[str, Any]) -> list[Callable[[Row], bool]]:
    tests: list[Callable[[Row], bool]] = []
    types = query.get("types") or ([query["type"]] if "type" in query else [])
    if types:
        tests.append(lambda row: row["metadata"]["type"] in types)
    if "tags" in query:
        tests.append(lambda row: any(tag in row["tags"] for tag in query["tags"]))
    if "collectionId" in query:
        tests.append(lambda row: query["collectionId"] in row["collectionIds"])
    if "authorId" in query:
        tests.append(lambda row: bool(row["authorId"] == query["authorId"]))
    for parameter, name in (
        ("modelId", "modelId"),
        ("inferenceId", "inferenceId"),
        ("parentAssetId", "parentId"),
        ("rootAssetId", "rootParentId"),
    ):
        if parameter in query:
            tests.append(_metadata_is(name, query[parameter]))
    return tests


def _metadata_is(name: str, value: str) -> Callable[[Row], bool]:
    return lambda row: bool(row["metadata"].get(name) == value)


def _picture(text: str) -> tuple[str, bytes]:
    """MIME type and bytes of a data URL or of bare base64; ApiError 400 for what is not the picture it says."""
    try:
        if not text.startswith("data:"):
            text = f"data:{pictures.sniff(base64.b64decode(text, validate=True))};base64,{text}"
        mime_type, content = pictures.decode_data_url(text)
        if not mime_type.startswith("image/"):
            raise ValueError(f"{mime_type} is not a picture")
        pictures.size_of(content)  # a kind of picture that cannot be read here, such as SVG, is refused as well
        return mime_type, content
    except (ValueError, binascii.Error) as error:
        raise bad_request(f"Invalid image: {error}") from error
