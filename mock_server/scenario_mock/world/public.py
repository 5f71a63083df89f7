"""The public catalogue: platform models, published styles of every type, and their example assets."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from .. import words
from ..anchor import after
from ..clock import parse_iso
from ..ids import new_id, stream
from ..themes import THEMES
from . import models
from .catalogue import FEATURED, PLATFORM
from .gallery import exhibit
from .people import Owner, public_owner

Row = dict[str, Any]

MODELS, ASSETS, COMPOSITIONS = 120, 200, 12
# Dates of rows that documents show.
KNOWN_TIMES = {"imagen4-ultra": ("2025-06-02T09:14:27.031Z", "2026-01-15T10:30:00.000Z")}


def known_values(schemas: Mapping[str, Any], component: str) -> list[Any]:
    """The values of an enumeration of the contract that are in use today; none when it has no such component."""
    schema = schemas.get(component, {})
    values = schema.get("enum", schema.get("x-extensible-enum", []))
    return [value for value in values if value not in schema.get("x-enum-retired", [])]


def catalogue(seed: int, schemas: Mapping[str, Any], url_of: models.UrlOf) -> tuple[list[Row], list[Row]]:
    """Models, most popular first, and assets."""
    rng = stream(seed, "world", "public")
    platform = public_owner("platform")
    community = [public_owner(f"community-{number}") for number in range(8)]
    featured = _platform(platform, rng)
    styles = _styles(schemas, community, MODELS - len(featured), rng)
    rest = [*featured[FEATURED:], *styles]
    rng.shuffle(rest)
    rows = [*featured[:FEATURED], *rest]
    return rows, _assets(rows, [platform, *community], rng, url_of)


def _platform(owner: Owner, rng: random.Random) -> list[Row]:
    rows = []
    times = sorted(models.created_times(rng, len(PLATFORM), 600))
    rng.shuffle(times)
    for place, (platform, created) in enumerate(zip(PLATFORM, times, strict=True)):
        updated = after(rng, created, 200)
        if platform.slug in KNOWN_TIMES:
            created, updated = (parse_iso(text) for text in KNOWN_TIMES[platform.slug])
        rows.append(models.platform_row(platform, owner, created, updated, featured=place < FEATURED))
    return rows


def _styles(schemas: Mapping[str, Any], community: list[Owner], count: int, rng: random.Random) -> list[Row]:
    """One model of each type of the contract, then FLUX.1 LoRAs and compositions of them; the last one is unlisted."""
    types = [known for known in known_values(schemas, "ModelType") if known not in ("custom", "flux.1-composition")]
    loras = max(count - len(types) - COMPOSITIONS, 0)
    every = [*(["flux.1-lora"] * loras), *types]
    rows = []
    for number, created in enumerate(models.created_times(rng, len(every))):
        theme, owner = THEMES[number % len(THEMES)], community[number % len(community)]
        mark = "sc:scenario" if number % 3 == 0 else "sc:third-party"
        row = models.style_row(new_id("model", rng), every[number], owner, theme, created, rng)
        row["tags"] = list(dict.fromkeys([*(row["tags"] if "voice" in every[number] else theme.tags), mark]))
        row["accessRestrictions"] = rng.choice((0, 0, 0, 25, 50))
        row.pop("trainingStats", None)
        rows.append(row)
    rows[0] |= {"name": "Character Design Sheets", "shortDescription": "Character design in three views, for games."}
    rows[-1]["privacy"] = "unlisted"
    parts = [row for row in rows if row["type"] == "flux.1-lora" and row["privacy"] == "public"]
    for number, created in enumerate(models.created_times(rng, COMPOSITIONS, 90)):
        theme, owner = THEMES[number % len(THEMES)], community[number % len(community)]
        row = models.composition_row(new_id("model", rng), owner, rng.sample(parts, 2), theme, created, rng)
        rows.append({**row, "tags": [*row["tags"], "sc:third-party"]})
    return rows


def _assets(rows: list[Row], owners: list[Owner], rng: random.Random, url_of: models.UrlOf) -> list[Row]:
    """Example assets: one for each model at least, several for the popular ones, about `ASSETS` in all."""
    by_project = {owner.project_id: owner for owner in owners}
    spare = ASSETS - len(rows) - sum(models.output_kind(row)[0] != "image" for row in rows)
    made: list[Row] = []
    for row in rows:
        more = min(max(spare, 0), rng.choice((0, 1, 1, 2)))
        spare -= more
        theme = words.theme_of(row["tags"]) or words.theme(rng)
        created = parse_iso(row["createdAt"])
        shown = exhibit(row, theme, by_project[row["ownerId"]], created, 1 + more, rng, url_of)
        made += [{**asset, "tags": list(dict.fromkeys([*theme.tags, *asset["tags"]]))} for asset in shown]
    return made
