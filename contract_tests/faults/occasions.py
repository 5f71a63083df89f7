"""Requests that give the lies of `workshop`, `beneath` and `beside` an occasion, for `conversation`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from contract_tests.behaviour.sending import base64, data_url, drawn, encoded, plain_color

CUSTOM, EDIT, DRAW = "/generate/custom/model_imagen4-ultra", "/generate/prompt-editing", "/generate/txt2img"
BASE = "/generate/custom/model_bfl-flux-1-dev"
PICTURE, SPOT = data_url(encoded(drawn(48, 32))), data_url(encoded(plain_color(8, 8, (0, 0, 255))))
CANVAS = '{"width": 64, "height": 48, "layers": [], "name": "x"}'

Ask = Callable[..., Any]


def in_the_workshop(ask: Ask) -> None:
    """Small results, reworked pictures, uploads, and requests that have to be refused."""
    for more in ({}, {"unwantedSequences": ["a"]}, {"detailsLevel": "action+style"}):
        ask("POST", "/generate/caption", {"images": [PICTURE, SPOT], **more})
    for modality in ("depth", "x-ray"):
        ask("POST", "/generate/detect", {"image": PICTURE, "modality": modality})
    patch: dict[str, Any] = {"image": PICTURE, "patch": {"image": SPOT, "mode": "override"}}
    ask("POST", "/generate/patch", {**patch, "position": {"x": 20, "y": 9}})
    ask("POST", "/generate/patch", {**patch, "patch": {"image": SPOT, "mode": "erase"}})
    ask("POST", "/generate/patch", {**patch, "format": "jpeg"})
    judged = ask("POST", "/generate/quality-gate", {"image": PICTURE, "sensitivity": "high"})["asset"]["id"]
    ask("GET", f"/assets/{judged}")
    refusals(ask)
    stored(ask)


def refusals(ask: Ask) -> None:
    """What has to be refused, or only priced."""
    lora = next(row["id"] for row in models(ask) if row["type"] == "flux.1-lora")
    ask("POST", f"/generate/custom/{lora}", {"prompt": "x"})
    ask("POST", BASE, {"prompt": "x", "loras": [lora], "lorasScale": [9]})
    ask("POST", CUSTOM, {"prompt": "x"}, dryRun="api")
    ask("POST", CUSTOM, {"prompt": "x", "dryRun": True})
    ask("POST", DRAW, {"modelId": lora, "prompt": "x", "width": 4096})
    ask("POST", "/generate/prompt", {"prompt": "x", "numResults": 9})
    job = ask("POST", BASE, {"prompt": "a seed", "seed": 77})["job"]["jobId"]
    ask("POST", EDIT, {"image": PICTURE, "prompt": "night", "format": "jpeg", "aspectRatio": "16:9"})
    ask("POST", f"/jobs/{job}/action", {"action": "Cancel"})
    ask("POST", f"/jobs/{job}/action", {"action": "cancel"})
    ask("POST", DRAW, {"modelId": lora, "prompt": "x", "hideResults": True})
    ask("GET", "/jobs", pageSize=5)
    ask("GET", "/jobs", pageSize=100, hideResults="false")


def stored(ask: Ask) -> None:
    """Uploads of every kind."""
    parent = ask("POST", "/assets", {"name": "one", "image": PICTURE})["asset"]["id"]
    ask("POST", "/assets", {"name": "two", "image": PICTURE, "parentId": parent, "hide": True})
    ask("POST", "/assets", {"name": "three", "canvas": CANVAS})
    ask("POST", "/assets", {"name": "four", "image": PICTURE, "canvas": CANVAS})
    ask("POST", "/assets", {"name": "five", "image": base64(b"no picture at all")})
    ask("GET", "/assets", sortBy="createdAt", pageSize=5)


def models(ask: Ask) -> list[dict[str, Any]]:
    """Public models of the first page."""
    found: list[dict[str, Any]] = ask("GET", "/models", privacy="public", pageSize=100)["models"]
    return found


def in_passing(ask: Ask) -> None:
    """Lists, things and searches with something beside what is asked for: later pages, second parameters, notations."""
    rows = ask("GET", "/assets", pageSize=100)["assets"]
    kind = next(row["metadata"]["type"] for row in rows)
    middle = sorted(row["createdAt"] for row in rows)[len(rows) // 2]
    page = ask("GET", "/assets", type=kind, pageSize=1)
    ask("GET", "/assets", type=kind, pageSize=1, paginationToken=page["nextPaginationToken"])
    ask("GET", "/assets", type=kind, createdAfter=middle, sortBy="createdAt")
    ask("GET", "/assets", type=kind, sortBy="createdAt")
    ask("GET", "/assets", sortBy="createdAt", createdAfter=middle.replace("Z", "+07:00"))
    ask("GET", "/assets", sortBy="createdAt", createdBefore=middle[:10])
    roots = (row["metadata"].get("rootParentId") for row in rows)
    ask("GET", "/assets", rootAssetId=next(filter(None, roots)))
    ask("GET", "/models", sortBy="updatedAt")
    dates = [row["createdAt"] for row in ask("GET", "/jobs", pageSize=100)["jobs"]]
    ask("GET", "/jobs", createdAfter=sorted(dates)[len(dates) // 2], pageSize=100)
    ask("GET", "/jobs", type="upscale", types="custom")
    for almost in (rows[0]["id"].upper(), rows[0]["id"][:-1]):
        ask("GET", f"/assets/{almost}")
    ask("POST", "/models/get-bulk", {"modelIds": [models(ask)[0]["id"]], "minimal": True})
    searches(ask, rows, middle)
    for path in ("/models", "/assets"):
        ask("GET", path, auth="", privacy="public")
    ask("GET", "/models/model_Nowhere", auth="")
    ask("GET", "/nowhere")


def searches(ask: Ask, rows: list[dict[str, Any]], middle: str) -> None:
    """Searches in notations that are seldom used."""
    tags = next(row["tags"] for row in rows if row["tags"])
    for text in (
        'name:"castle"', 'prompt:"castle"', f'tags = "{tags[0]}" AND tags = "nowhere"', "NOT NOT width > 512",
        f'createdAt > "{middle.replace("Z", "+07:00")}"',
    ):  # fmt: skip
        ask("POST", "/search/assets", {"filter": text, "limit": 100})
    ask("POST", "/search/assets", {"filter": "width >= 1", "sortBy": ["width:asc", "createdAt:asc"], "limit": 100})
    pictures = [row["id"] for row in rows if row["mimeType"] == "image/png"][:2]
    ask("POST", "/search/assets", {"image": pictures[0], "limit": 20})
    ask("POST", "/search/assets", {"images": {"unlike": pictures}, "limit": 20})
