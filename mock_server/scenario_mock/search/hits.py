"""What search shows of a model or an asset: the shapes of the hits, all but the caller's team.

The fields are those of the vendor's types for hits, SDK 2.4.0.
"""

from __future__ import annotations

from typing import Any
from zlib import crc32

Row = dict[str, Any]

ASSET_FIELDS = (
    "id url ownerId authorId privacy createdAt updatedAt mimeType description content tags collectionIds nsfw "
    "thumbnail".split()
)
ASSET_METADATA = (
    "aspectRatio baseModelId guidance kind modelId modelType name negativePrompt negativePromptStrength "
    "numInferenceSteps parentJobId prompt scheduler seed size text thumbnail type".split()
)
MODEL_FIELDS = (
    "id name shortDescription type source ownerId authorId privacy createdAt updatedAt capabilities tags collectionIds "
    "trainingImagesNumber exampleAssetIds complianceMetadata thumbnail parentModelId".split()
)


def asset_hit(row: Row) -> Row:
    """An asset as search shows it."""
    metadata = {name: row["metadata"][name] for name in ASSET_METADATA if name in row["metadata"]}
    metadata |= {name: row["properties"][name] for name in ("width", "height", "size") if name in row["properties"]}
    hit = {"nsfw": [], **{name: row[name] for name in ASSET_FIELDS if name in row}}
    if row["privacy"] == "public":
        hit["score"] = asset_score(row["id"])
    return {**hit, "metadata": {"kind": row["kind"], **metadata}}


def asset_score(asset_id: str) -> float:
    """How popular a public asset is, 0 to 100; told by its id, for there is nobody here who could like it.

    What nobody else can see has no popularity: own assets have no score, and stand newest first without another order.
    """
    return crc32(asset_id.encode("utf-8", "replace")) % 1001 / 10


def model_hit(row: Row, score: float) -> Row:
    """A model as search shows it; `score` is its popularity, 0 to 100."""
    hit = {name: row[name] for name in MODEL_FIELDS if name in row}
    concepts = [{"modelId": concept["modelId"]} for concept in row.get("concepts", [])]
    # The search index calls a model's origin `training` or `import` where the row says `scenario` (search guide).
    source = "training" if row.get("trainingImagesNumber") else row["source"]
    return {"shortDescription": "", **hit, "source": source, "concepts": concepts, "score": score}
