"""Search over assets and models: turns rows into hits and hands them to the search package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from .. import pictures
from ..encoding import encode
from ..errors import bad_request
from ..search import ASSETS, MODELS, run
from ..store import PUBLIC
from .assets import look_up
from .call import Call

Row = dict[str, Any]

# What a drawn picture looks like never changes, and painting one takes a millisecond.
_drawn_features = lru_cache(maxsize=8192)(pictures.features)

ASSET_FIELDS = (
    "id url ownerId authorId privacy createdAt updatedAt mimeType description tags collectionIds nsfw thumbnail".split()
)
ASSET_METADATA = (
    "aspectRatio baseModelId guidance kind modelId modelType name negativePrompt negativePromptStrength "
    "numInferenceSteps parentJobId prompt scheduler seed size text thumbnail type".split()
)
MODEL_FIELDS = (
    "id name shortDescription type source ownerId authorId privacy createdAt updatedAt capabilities tags collectionIds "
    "trainingImagesNumber exampleAssetIds complianceMetadata thumbnail parentModelId".split()
)


def search_assets(call: Call) -> Row:
    """POST /search/assets: the caller's own assets, or public ones."""
    hits = [
        _asset_hit(row, _team(call))
        for visible_ms, row in call.services.store.all_assets(_shelf(call))
        if visible_ms <= call.now_ms
    ]
    found = run(
        ASSETS,
        hits,
        call.body or {},
        query_offset=_query_offset(call),
        features=lambda reference: _features(call, reference),
        document_features=lambda hit: _features(call, hit["id"]),
    )
    return {**found, "hits": call.shown(encode(hit) for hit in found["hits"])}


def search_models(call: Call) -> Row:
    """POST /search/models: the caller's own models, or public ones; pictures are compared with example assets."""
    shelf = _shelf(call)
    rows = call.services.store.all_models(shelf)
    hits = [
        _model_hit(row, _team(call), score=round(100 * (len(rows) - index) / len(rows), 1))
        for index, row in enumerate(rows)
        if row["privacy"] != "unlisted" or shelf != PUBLIC
    ]
    found = run(
        MODELS,
        hits,
        call.body or {},
        query_offset=_query_offset(call),
        features=lambda reference: _features(call, reference),
        document_features=lambda hit: _example_features(call, hit),
    )
    return {**found, "hits": call.shown(encode(hit) for hit in found["hits"])}


def _shelf(call: Call) -> str:
    return PUBLIC if (call.body or {}).get("public") else call.shelf


def _team(call: Call) -> str:
    return f"team_{call.caller.tenant or 'public'}"


def _query_offset(call: Call) -> int | None:
    """The offset that the vendor's SDK sends in the query for every page but the first; the body's is then stale."""
    text = call.raw_query.get("offset", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _asset_hit(row: Row, team_id: str) -> Row:
    metadata = {name: row["metadata"][name] for name in ASSET_METADATA if name in row["metadata"]}
    metadata |= {name: row["properties"][name] for name in ("width", "height", "size") if name in row["properties"]}
    hit = {name: row[name] for name in ASSET_FIELDS if name in row}
    return {"nsfw": [], **hit, "teamId": team_id, "metadata": {"kind": row["kind"], **metadata}}


def _model_hit(row: Row, team_id: str, score: float) -> Row:
    hit = {name: row[name] for name in MODEL_FIELDS if name in row}
    concepts = [{"modelId": concept["modelId"]} for concept in row.get("concepts", [])]
    # The search index calls a model's origin `training` or `import` where the row says `scenario` (search guide).
    source = "training" if row.get("trainingImagesNumber") else row["source"]
    return {"shortDescription": "", **hit, "source": source, "concepts": concepts, "teamId": team_id, "score": score}


def _features(call: Call, reference: str) -> Sequence[float] | None:
    """What the referenced picture looks like: an asset by id, or a data URL. None: no such asset."""
    if reference.startswith("data:"):
        try:
            return pictures.features_of(pictures.decode_data_url(reference)[1])
        except ValueError as error:
            raise bad_request(f"Invalid image: {error}") from error
    stored = look_up(call, reference)
    if stored is None:
        return None
    if stored.content is not None:
        return pictures.features_of(stored.content)
    properties, prompt = stored.row["properties"], stored.row["metadata"].get("prompt", "")
    return _drawn_features(stored.row["id"], prompt, properties.get("width", 1024), properties.get("height", 1024))


def _example_features(call: Call, hit: Mapping[str, Any]) -> Sequence[float] | None:
    return _features(call, hit["exampleAssetIds"][0]) if hit["exampleAssetIds"] else None
