"""Entities as rows of the tables, and back.

A model or asset is kept as the bytes that lists send (`body`) and, where it has fields that only some answers show,
once more with all of them (`detail`). A job is kept as its plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..clock import parse_iso
from ..encoding import decode, encode
from ..jobs import JobPlan
from .listing import label_text

Row = dict[str, Any]

DETAIL_OF_MODEL = ("inputs", "uiConfig")
"""Fields of a model that lists and bulk answers never have (recorded)."""
DETAIL_OF_ASSET = ("embedding",)
"""Fields of an asset that are shown on request only; so are the `details` of its quality gate."""


@dataclass(frozen=True)
class StoredAsset:
    """An asset's row, the job that makes it (None: it is simply there), and its bytes when they cannot be drawn."""

    row: Row
    job_id: str | None = None
    content: bytes | None = None


def model_record(shelf: str, place: int, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The columns of a model; `place` counts from the most popular one."""
    brief = {name: value for name, value in row.items() if name not in DETAIL_OF_MODEL}
    return (
        shelf,
        row["id"],
        row.get("ownerId"),
        place,
        parse_iso(row["createdAt"]),
        parse_iso(row["updatedAt"]),
        row["status"],
        row["type"],
        row["privacy"],
        label_text(row["tags"], row["collectionIds"]),
        None,
        encode(brief),
        encode(row) if len(brief) < len(row) else None,
    )


def asset_record(shelf: str, stored: StoredAsset, visible_ms: int | None = None) -> tuple[Any, ...]:
    """The columns of an asset that exists from `visible_ms` on (None: always)."""
    row, metadata = stored.row, stored.row["metadata"]
    shown = brief(row)
    return (
        shelf,
        row["id"],
        row["ownerId"],
        stored.job_id,
        0 if visible_ms is None else visible_ms,
        parse_iso(row["createdAt"]),
        parse_iso(row["updatedAt"]),
        metadata["type"],
        row["authorId"],
        metadata.get("modelId"),
        metadata.get("inferenceId"),
        metadata.get("parentId"),
        metadata.get("rootParentId"),
        int(bool(row.get("isHidden"))),
        label_text(row["tags"], row["collectionIds"]),
        encode(shown),
        None if shown is row else encode(row),
    )


def job_record(shelf: str, plan: JobPlan) -> tuple[Any, ...]:
    """The columns of a job."""
    return (
        shelf,
        plan.job_id,
        plan.owner_id,
        plan.job_type,
        plan.author_id,
        plan.input.get("workflowId"),
        int(bool(plan.input.get("hideResults"))),
        plan.created_ms,
        plan.end_ms,
        plan.steps[-1][0],
        encode(plan),
    )


@lru_cache(maxsize=1024)
def plan_of(text: bytes) -> JobPlan:
    """The plan that was kept."""
    kept = decode(text)
    kept["steps"] = tuple((status, offset) for status, offset in kept["steps"])
    kept["asset_ids"] = tuple(kept["asset_ids"])
    return JobPlan(**kept)


def brief(row: Row) -> Row:
    """An asset's row as lists send it; the same object when it has nothing to leave out."""
    gate = row.get("qualityGate")
    if not (gate and "details" in gate) and not any(name in row for name in DETAIL_OF_ASSET):
        return row
    kept = {name: value for name, value in row.items() if name not in DETAIL_OF_ASSET}
    if gate:
        kept["qualityGate"] = {name: value for name, value in gate.items() if name != "details"}
    return kept
