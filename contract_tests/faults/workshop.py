"""Lies about small results, reworked pictures and uploads."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps
from scenario_mock.messages import Response

from .answers import asset
from .lying import Lie, Tell, Truth, asked, edited
from .made import lacking, sent

Body = dict[str, Any]
PATHS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
RED_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="


def put(operations: str, **fields: Any) -> Tell:
    """Answers in which some fields have always the same value."""
    return edited(operations, lambda body, _: {**body, **fields})


def within(name: str, **fields: Any) -> Callable[[Body, Truth], Any]:
    """A part of an answer in which some fields have always the same value."""
    return lambda body, _: {**body, name: {**body[name], **fields}}


def redrawn(change: Callable[[Image.Image], Image.Image], kind: str | None = None) -> Tell:
    """Uploads keep another picture than the one that was sent."""

    def other(body: Body) -> Body:
        text = body.get("image")
        if not isinstance(text, str):
            return body
        head, _, data = text.rpartition(",")
        try:
            with Image.open(BytesIO(b64decode(data))) as picture:
                file, name = BytesIO(), kind or picture.format or "PNG"
                change(picture).save(file, name)
        except (OSError, ValueError):
            return body
        media = next(key for key, value in PATHS.items() if value == name)
        written = b64encode(file.getvalue()).decode()
        return {**body, "image": f"data:{media};base64,{written}" if head else written}

    return sent("uploadAsset", other)


def kept_once(truth: Truth) -> Response:
    """The same picture again is the asset of the first time."""
    if truth.operation_id != "uploadAsset" or not isinstance(truth.body, dict):
        return truth.answer()
    known: dict[str, Response] = truth.memory.setdefault("uploads", {})
    key = str(truth.body.get("image"))
    if key not in known:
        response = truth.answer()
        if response.status != 200:
            return response
        known[key] = response
    return known[key]


def taken_anyway(keep: bool) -> Tell:
    """Uploads that have to be refused are stored; with `keep` the refusal is told nevertheless."""

    def tell(truth: Truth) -> Response:
        response = truth.answer()
        if truth.operation_id == "uploadAsset" and response.status == 400 and isinstance(truth.body, dict):
            name = truth.body.get("name")
            if not isinstance(name, str):
                return response
            stored = truth.ask(truth.saying({"name": name, "image": RED_DOT}))
            return response if keep else stored
        return response

    return tell


def jittery(body: Body, truth: Truth) -> Body:
    """Each vector has another direction than the last."""
    truth.memory["turn"] = truth.memory.get("turn", 0) + 1
    shift = truth.memory["turn"] % 7
    return {**body, "embedding": body["embedding"][shift:] + body["embedding"][:shift]}


def without_calls_prompt(body: Body, _: Truth) -> Body:
    return {**body, "calls": [{**each, "parameters": {"prompt": 5}} for each in body.get("calls", ())]}


def calls_for_another(body: Body, _: Truth) -> Body:
    return {**body, "calls": [{**each, "modelId": "model_another"} for each in body.get("calls", ())]}


def calls_turned(body: Body, _: Truth) -> Body:
    return {**body, "calls": body.get("calls", [])[::-1]}


def finding_lost(body: Body, _: Truth) -> Body:
    return {**body, "ipDetection": {**body["ipDetection"], "findings": body["ipDetection"]["findings"][:-1]}}


def own(change: Callable[[Body], Any]) -> Any:
    """Change assets that have a job, in every answer."""
    return asset(lambda row: change(row) if row["metadata"].get("parentJobId") else None)


def of_another(body: Body, truth: Truth) -> Body:
    """A judgment is shown with another asset."""
    truth.memory["judged"] = truth.memory.get("judged", 0) + 1
    return {**body, "asset": {**body["asset"], "id": f"asset_judged{truth.memory['judged']}"}}


LIES = (
    Lie("captions-turned", "lifecycle", "Captions come in another order than the pictures.",
        edited("createCaption", lambda body, _: {**body, "captions": body["captions"][::-1]})),
    Lie("unwanted-words-stay", "text", "Unwanted words are not left out.",
        sent("createCaption", lacking("unwantedSequences"))),
    Lie("level-is-action", "lifecycle", "Captions say another level than was asked for.",
        put("createCaption", detailsLevel="action")),
    Lie("synthesis-is-longer", "lifecycle", "The short style is longer than the full one.",
        edited("createStyleDescription", lambda body, _: {**body, "synthesis": body["description"] * 2})),
    Lie("mode-is-structured", "lifecycle", "Every mode is said to be structured.",
        put("createPrompt", mode="structured")),
    Lie("everything-is-english", "lifecycle", "Every language is English.",
        put("createTranslation", detectedLanguage="English")),
    Lie("calls-for-another-model", "lifecycle", "Ready calls are for another model.",
        edited("createPrompt", calls_for_another)),
    Lie("calls-not-ready", "lifecycle", "Ready calls are refused.", edited("createPrompt", without_calls_prompt)),
    Lie("calls-turned", "lifecycle", "Ready calls come in another order than the prompts.",
        edited("createPrompt", calls_turned)),
    Lie("finding-lost", "lifecycle", "A filter has no finding.", edited("createIpDetection", finding_lost)),
    Lie("flagged-without-finding", "lifecycle", "A verdict is flagged although no filter flags.",
        edited("createIpDetection", within("ipDetection", flagged=True))),
    Lie("blocked-by-a-check", "lifecycle", "A check that stops nothing says blocked.",
        edited("createIpDetection", within("ipDetection", action="blocked"))),
    Lie("detection-is-free", "money", "A detection has filters and no fee.",
        edited("createIpDetection", within("ipDetection", creativeUnitsCharged=0))),
    Lie("skipped-what-was-not-sent", "lifecycle", "Ids are skipped that nobody sent.",
        put("createIpDetection", skippedAssetIds=["asset_nobody"])),
    Lie("looked-at-nine", "lifecycle", "More pictures are looked at than were sent.",
        edited("createIpDetection", within("ipDetection", analyzedImagesCount=9))),
    Lie("every-map-is-canny", "lifecycle", "Every map is one of edges.",
        sent("createDetection", lambda body: {**body, "modality": "canny"} if body.get("modality") in (
            "depth", "pose", "sketch") else body)),
    Lie("origin-is-another", "lifecycle", "Maps descend from another picture.",
        own(lambda row: row["metadata"].update(parentId="asset_another") if row["metadata"].get("modality") else None)),
    Lie("position-ignored", "lifecycle", "Patches lie in the corner.", sent("createPatch", lacking("position"))),
    Lie("erase-overrides", "lifecycle", "Shapes are drawn instead of erased.",
        sent("createPatch", lambda body: {**body, "patch": {**body["patch"], "mode": "override"}}
             if isinstance(body.get("patch"), dict) and "mode" in body["patch"] else body)),
    Lie("patch-is-png", "lifecycle", "Patches are always png.",
        sent("createPatch", lambda body: lacking("format")(body) if body.get("format") == "jpeg" else body)),
    Lie("sensitivity-is-medium", "lifecycle", "Every judgment says medium.",
        put("createQualityGate", sensitivity="medium")),
    Lie("judgment-forgotten", "lifecycle", "Judgments are not kept.",
        asset(lambda row: row.pop("qualityGate", None), "retrieveAsset")),
    Lie("judgment-kept-otherwise", "lifecycle", "Kept judgments have another score.",
        asset(lambda row: row["qualityGate"].update(overallScore=(row["qualityGate"]["overallScore"] + 7) % 100)
              if "overallScore" in row.get("qualityGate", {}) else None, "retrieveAsset")),
    Lie("judged-another", "lifecycle", "The judged asset is another one.", edited("createQualityGate", of_another)),
    Lie("details-unasked", "lifecycle", "Reasons of judgments come unasked.",
        asked("retrieveAsset", lambda truth: truth.asked(withQualityGateDetails="true"))),
    Lie("vectors-unasked", "lifecycle", "Vectors of assets come unasked.",
        asked("retrieveAsset", lambda truth: truth.asked(withEmbedding="true"))),
    Lie("vectors-turn", "lifecycle", "The same text has another vector each time.", edited("createEmbedding", jittery)),
    Lie("upload-as-jpeg", "lifecycle", "Uploads are kept as jpeg.",
        redrawn(lambda picture: picture.convert("RGB"), "JPEG")),
    Lie("upload-mirrored", "lifecycle", "Uploads are mirrored.", redrawn(ImageOps.mirror)),
    Lie("upload-grey", "lifecycle", "Uploads lose their colors.",
        redrawn(lambda picture: picture.convert("L").convert("RGB"))),
    Lie("upload-smaller", "lifecycle", "Uploads are kept at half their size.",
        redrawn(lambda picture: picture.resize((max(1, picture.width // 2), max(1, picture.height // 2))))),
    Lie("upload-once", "lifecycle", "The same picture twice is one asset.", kept_once),
    Lie("upload-of-anything", "protocol", "What is no picture is stored as one.", taken_anyway(False)),
    Lie("refused-upload-stored", "lifecycle", "A refused upload is stored.", taken_anyway(True)),
    Lie("parent-forgotten", "lifecycle", "Uploads forget their parent.",
        asset(lambda row: row["metadata"].update(parentId="asset_another")
              if row["metadata"].get("parentId") and row["metadata"]["type"] == "uploaded" else None,
              "uploadAsset retrieveAsset listAssets")),
    Lie("parent-not-linked", "lifecycle", "Uploads are not found by their parent.",
        sent("uploadAsset", lambda body: lacking("parentId")(body)
             if not str(body.get("parentId")).startswith("asset_thisOne") else body)),
    Lie("hide-ignored", "lifecycle", "What is uploaded to be hidden is not.", sent("uploadAsset", lacking("hide"))),
    Lie("canvas-emptied", "lifecycle", "A canvas loses its layers and names.",
        sent("uploadAsset", lambda body: {**body, "canvas": json.dumps({"width": 64, "height": 48, "layers": []})}
             if str(body.get("canvas")).endswith("}") else body)),
    Lie("canvas-before-picture", "lifecycle", "A canvas counts before the picture.",
        sent("uploadAsset", lambda body: lacking("image")(body) if "canvas" in body else body)),
)  # fmt: skip
