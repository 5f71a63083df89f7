"""The public catalogue: platform models, published styles of every type, and their example assets."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from .. import words
from ..anchor import after
from ..chance import pick, shuffled, some
from ..clock import parse_iso
from ..ids import new_id, stream
from ..themes import THEMES
from . import models
from .catalogue import FEATURED, PLATFORM
from .gallery import exhibit
from .people import Owner, public_owner

Row = dict[str, Any]

MODELS, ASSETS, COMPOSITIONS = 200, 500, 16
# Dates of rows that documents show, and of one that made an asset that they name.
RELEASED = {"imagen4-ultra": "2025-06-02T09:14:27.031Z", "elevenlabs-tts-v3": "2024-11-05T08:00:00.000Z"}
UPDATED = {"imagen4-ultra": "2026-01-15T10:30:00.000Z"}


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
    featured = _platform(platform, release_times(seed), rng)
    styles = _styles(schemas, community, MODELS - len(featured), rng)
    rest = shuffled(rng, [*featured[FEATURED:], *styles])
    rows = [*featured[:FEATURED], *rest]
    return rows, _assets(rows, [platform, *community], rng, url_of)


def release_times(seed: int) -> list[int]:
    """When each of the platform's models came out, in their order: milliseconds since the epoch.

    A source of its own, because a project needs them, too: what a model made is younger than the model.
    """
    rng = stream(seed, "world", "releases")
    times = shuffled(rng, models.created_times(rng, len(PLATFORM), 600))
    return [
        parse_iso(RELEASED[platform.slug]) if platform.slug in RELEASED else drawn
        for platform, drawn in zip(PLATFORM, times, strict=True)
    ]


def _platform(owner: Owner, times: list[int], rng: random.Random) -> list[Row]:
    rows = []
    for place, (platform, created) in enumerate(zip(PLATFORM, times, strict=True)):
        updated = after(rng, created, 200)
        if platform.slug in UPDATED:
            updated = parse_iso(UPDATED[platform.slug])
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
        row["accessRestrictions"] = pick(rng, (0, 0, 0, 25, 50))
        row.pop("trainingStats", None)
        rows.append(row)
    rows[0] |= {"name": "Character Design Sheets", "shortDescription": "Character design in three views, for games."}
    rows[-1]["privacy"] = "unlisted"
    parts = [row for row in rows if row["type"] == "flux.1-lora" and row["privacy"] == "public"]
    for number, created in enumerate(models.created_times(rng, COMPOSITIONS, 90)):
        theme, owner = THEMES[number % len(THEMES)], community[number % len(community)]
        row = models.composition_row(new_id("model", rng), owner, some(rng, parts, 2), theme, created, rng)
        rows.append({**row, "tags": [*row["tags"], "sc:third-party"]})
    return rows


def _assets(rows: list[Row], owners: list[Owner], rng: random.Random, url_of: models.UrlOf) -> list[Row]:
    """Example assets, `ASSETS` in all where there are models enough: more for the popular ones, one at least."""
    by_project = {owner.project_id: owner for owner in owners}
    pictures = sum(models.output_kind(row)[0] != "image" for row in rows)
    made: list[Row] = []
    for row, count in zip(rows, _counts(len(rows), ASSETS - pictures), strict=True):
        theme = words.theme_of(row["tags"]) or words.theme(rng)
        works = exhibit(row, theme, by_project[row["ownerId"]], models.ready_ms(row), count, rng, url_of)
        shown = [asset for work in works for asset in work.rows]
        made += [{**asset, "tags": list(dict.fromkeys([*theme.tags, *asset["tags"]]))} for asset in shown]
    return made


def _counts(rows: int, total: int) -> list[int]:
    """How many examples each row has: one, then one more for all, for the first half, the first quarter and so on."""
    counts = [1] * rows
    spare, reach = total - rows, rows
    while spare > 0 and reach > 0:
        for place in range(min(reach, spare)):
            counts[place] += 1
        spare, reach = spare - reach, reach // 2
    return counts
