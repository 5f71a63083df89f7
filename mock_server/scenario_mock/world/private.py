"""A tenant's project: models in every state, work of many kinds, and the jobs that made it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from .. import words
from ..anchor import after, before_anchor
from ..clock import parse_iso
from ..ids import new_id, stream
from ..jobs import JobPlan
from ..themes import THEMES
from . import gallery, jobs, models
from .catalogue import PLATFORM
from .documents import documented
from .inputs import family
from .people import Owner, private_owner
from .public import known_values

Row = dict[str, Any]

UNFINISHED = ("training", "new", "failed", "copying", "training-canceled")
ENDED = ("failure", "canceled")
RUNNING = ("pending", "queued", "warming-up", "in-progress", "finalizing")
CAMPAIGN = 24
SMALL = ("translate", "generate-prompt", "caption")
EDITABLE = ("inference-txt2img", "inference-img2img", "txt2img")
EDITS = ("upscale", "background-removal", "vectorization", "image-prompt-editing", "reframe")


def project(
    seed: int, tenant: str, schemas: Mapping[str, Any], counts: tuple[int, int, int], url_of: models.UrlOf
) -> tuple[list[Row], list[Row], list[JobPlan]]:
    """Models, assets and jobs of a tenant: at least those that documents name, and as many as `counts` asks for."""
    rng = stream(seed, "world", "private", tenant)
    owner = private_owner(tenant)
    rows, made, plans = documented(owner, stream(seed, "world", "documents"), url_of)
    own = _models(schemas, owner, rows, counts[0] - len(rows), rng)
    work = _assets([*rows, *own], owner, made, counts[1] - len(made), rng, url_of)
    more = islice(_jobs([*rows, *own], own, work, owner, rng), max(counts[2] - len(plans), 0))
    return [*rows, *own], [*made, *work], [*plans, *more]


def _models(schemas: Mapping[str, Any], owner: Owner, known: list[Row], count: int, rng: random.Random) -> list[Row]:
    """Styles of many types, first one in each unfinished state, then trained ones; one of those is `custom`."""
    types = [each for each in known_values(schemas, "ModelType") if "lora" in each or "voice" in each]
    parts = [row for row in known if row["type"] == "flux.1-lora"]
    rows: list[Row] = []
    for number, created in enumerate(models.created_times(rng, max(count, 0))):
        theme = THEMES[number % len(THEMES)]
        model_type = "flux.1-lora" if number % 2 == 0 else rng.choice(types or ["flux.1-lora"])
        row = models.style_row(new_id("model", rng), model_type, owner, theme, created, rng)
        if number < len(UNFINISHED):
            row = models.unfinished(row, UNFINISHED[number], rng)
        elif number == len(UNFINISHED) + 1:
            row = _custom(owner, created, rng)
        elif number % 6 == 0:
            row = models.composition_row(row["id"], owner, rng.sample(parts, 2), theme, created, rng)
        elif number == len(UNFINISHED) + 2:
            row["privacy"] = "unlisted"
        rows.append(row)
    return rows


def _custom(owner: Owner, created_ms: int, rng: random.Random) -> Row:
    """A private model with inputs of its own."""
    inputs, ui = family("text_image")
    about = "A pipeline of this project: text to picture in the house style."
    more = {
        "capabilities": ["txt2img"],
        "shortDescription": about,
        "inputs": inputs,
        "uiConfig": ui,
        "tags": ["house-style"],
    }
    updated = after(rng, created_ms)
    return models.model_row(new_id("model", rng), "House Style Pipeline", "custom", owner, created_ms, updated, **more)


def _assets(
    rows: list[Row], owner: Owner, known: list[Row], count: int, rng: random.Random, url_of: models.UrlOf
) -> list[Row]:
    """Examples of the trained models first, then uploads, edits and generations until there are `count`."""
    made: list[Row] = []
    trained = [row for row in rows if row["status"] == "trained"]
    for row in trained:
        if "thumbnail" not in row and len(made) < count:
            theme = words.theme_of(row["tags"]) or words.theme(rng)
            created = after(rng, parse_iso(row["createdAt"]), 10)
            made += gallery.exhibit(row, theme, owner, created, 1, rng, url_of)
    made += _campaign(trained, owner, CAMPAIGN if count > 2 * CAMPAIGN else 0, rng, url_of)
    platform = [models.platform_row(each, owner, 0, 0, featured=False) for each in PLATFORM]
    pictures = [row["id"] for row in (*known, *made) if row["kind"] == "image"]
    while len(made) < count:
        theme, created, chance = words.theme(rng), before_anchor(rng, 0.1, 400), rng.random()
        if chance < 0.14:
            row = gallery.upload(theme, owner, created, rng, url_of, rng.choice(("image", "image", "video", "audio")))
            made.append(gallery.illustrated(row, rng.choice(pictures), url_of))
        elif chance < 0.26:
            of = rng.choice([row for row in (*known, *made) if row["metadata"]["type"] in EDITABLE])
            later = after(rng, parse_iso(of["createdAt"]), 5)
            made.append(gallery.edit(of, rng.choice(EDITS), owner, later, rng, url_of))
        else:
            model = rng.choice(trained) if chance < 0.6 else rng.choice(platform)
            created = max(created, parse_iso(model["createdAt"]))
            batch = gallery.generation(model, theme, owner, created, rng.choice((1, 1, 2, 4)), rng, url_of)
            made += [gallery.illustrated(row, rng.choice(pictures), url_of) for row in batch]
    return made[:count] if count > 0 else made


def _campaign(trained: list[Row], owner: Owner, count: int, rng: random.Random, url_of: models.UrlOf) -> list[Row]:
    """What the project is about: `count` pictures of castles, so that a search for them has more than one page."""
    theme = next(theme for theme in THEMES if theme.name == "castles")
    painters = [row for row in trained if models.output_kind(row)[0] == "image"]
    made: list[Row] = []
    while len(made) < count:
        model = rng.choice(painters)
        created = max(before_anchor(rng, 1, 200), parse_iso(model["createdAt"]))
        made += gallery.generation(model, theme, owner, created, 4, rng, url_of)
    return [{**row, "tags": list(dict.fromkeys(["castle", *row["tags"]]))} for row in made[:count]]


def _jobs(rows: list[Row], own: list[Row], made: list[Row], owner: Owner, rng: random.Random) -> Iterator[JobPlan]:
    """One job in each state, two trainings, some small ones, then the makers of assets as long as there are any.

    Lazily, because making a plan may write its id into the row that it made.
    """
    trained = [row for row in rows if row["status"] == "trained"]
    for status in RUNNING:
        yield jobs.running(status, rng.choice(trained), owner, rng)
    for status in (*ENDED, *ENDED, "failure"):
        yield jobs.ended(status, rng.choice(trained), owner, rng)
    for row in [row for row in own if row["status"] == "trained" and "trainingStats" in row][:2]:
        yield jobs.training(row, owner, rng)
    for job_type in SMALL:
        yield jobs.small(job_type, owner, rng)
    batches: dict[tuple[Any, ...], list[Row]] = {}
    for row in made:
        key = (row["createdAt"], row["metadata"].get("modelId"), row["metadata"].get("prompt", row["id"]))
        batches.setdefault(key, []).append(row)
    for batch in batches.values():
        yield jobs.maker(batch, owner, rng)
