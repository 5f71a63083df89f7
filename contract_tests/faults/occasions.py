"""Requests that give the lies of `workshop` and `beneath` an occasion, for `conversation`."""

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
