"""Operations that judge without generating: the quality of a picture, protected names in words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from ..clock import iso
from ..errors import bad_request
from ..ids import derived_id
from ..studio import protection, quality
from ..studio.protection import Finding
from .assets import look_up, shown, uploaded
from .call import Call, Reply
from .material import Material, material
from .prices import PRICES, cost_of, price, priced

Row = dict[str, Any]

LONGEST_PROMPTS = 250_000
"""Characters of all prompts together (SDK 2.4.0)."""
NOTHING_TO_CHECK = "At least one prompt or one asset that can be analyzed is required."


def create_quality_gate(call: Call) -> Row | Reply:
    """POST /generate/quality-gate: scores from measurements, stored on the asset when it is the caller's own."""
    body = call.body
    of = material(call, body["image"])
    sensitivity = body.get("sensitivity", "medium")
    picture = of.picture

    def run() -> Row:
        judged = quality.judge(picture)
        dimension = {"score": judged.score, "reasons": judged.reasons, "suggestions": judged.suggestions}
        verdict = {
            "overallScore": judged.score,
            "verdict": judged.verdict(sensitivity),
            "sensitivity": sensitivity,
        }
        result = {
            "status": "scored",
            "version": quality.VERSION,
            "computedAt": iso(call.now_ms),
            "aiQualityScore": judged.score,
            "appliedBriefIds": [],
            "details": {"aiQuality": dimension},
            **verdict,
        }
        row = _store_result(call, of, result)
        return {**verdict, "aiQuality": dimension, "appliedBriefs": [], "asset": shown(call, row)}

    return priced(call, cost_of(call), run)


def _store_result(call: Call, of: Material, result: Row) -> Row:
    """The asset's row with the result. A data URL becomes an asset, the same bytes always the same one."""
    now = {"qualityGate": result, "updatedAt": iso(call.now_ms)}
    if of.stored is not None:
        row = {**of.stored.row, **now}
        call.services.store.replace_row(call.shelf, row)  # what belongs to others keeps its own result
        return row
    mime_type, content = of.sent
    asset_id = derived_id("asset", call.caller.tenant or "", hashlib.sha256(content).hexdigest())
    stored = look_up(call, asset_id) or uploaded(
        call, asset_id, f"picture.{mime_type.partition('/')[2]}", mime_type, content
    )
    row = {**stored.row, **now}
    call.services.store.put_asset(call.shelf, replace(stored, row=row))
    return row


def create_ip_detection(call: Call) -> Row | Reply:
    """POST /generate/ip-detection: protected names in prompts and in the words that assets were made from.

    An asset is checked by its words; one that has none, or that nobody knows, is skipped and listed.
    """
    prompts = list(call.body.get("prompts", []))
    asset_ids = list(dict.fromkeys(call.body.get("assetIds", [])))
    if sum(map(len, prompts)) > LONGEST_PROMPTS:
        raise bad_request(f"prompts must be at most {LONGEST_PROMPTS} characters long together")
    checked = {asset_id: words for asset_id in asset_ids if (words := _words(call, asset_id))}
    skipped = [asset_id for asset_id in asset_ids if asset_id not in checked]
    if not prompts and not checked:
        raise bad_request(NOTHING_TO_CHECK, details={"skippedAssetIds": skipped[:100]})
    if "dryRun" in call.query:
        return Reply(269, price(call, cost_of(call)))
    return {
        "ipDetection": detection([*prompts, *checked.values()], len(checked)),
        "skippedAssetIds": skipped,
    }


def detection(words: list[str], images: int) -> Row:
    """What is found in these words, those of `images` pictures among them, and the fee, which a dry run has as well."""
    findings = protection.inspect(words)
    flagged = any(finding.flagged for finding in findings)
    return {
        "action": "flagged" if flagged else "allowed",
        "flagged": flagged,
        "analyzedImagesCount": images,
        "creativeUnitsCharged": PRICES["createIpDetection"].amount,
        "evaluatedFilters": len(findings),
        "hasDetectorError": False,
        "findings": [_finding(finding) for finding in findings],
    }


def _words(call: Call, asset_id: str) -> str:
    """The words of a picture or video that the caller may see, else nothing: sound and 3D are not looked at."""
    stored = look_up(call, asset_id)
    return Material(stored).prompt if stored and stored.row["kind"] in ("image", "video") else ""


def _finding(finding: Finding) -> Row:
    found = {"entities": list(finding.entities)} if finding.entities else {}
    return {
        "filterId": finding.filter.id,
        "filterName": finding.filter.name,
        "category": finding.filter.category,
        "flagged": finding.flagged,
        "confidence": finding.confidence,
        "reason": finding.reason,
        **found,
    }
