"""The beginning of a tenant's project: models in every state, work of every kind, and the jobs that made it.

It is the whole of a small project; of a large one it is what the first pages show, and `surplus` makes the rest.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any, NamedTuple

from .. import words
from ..anchor import after
from ..chance import pick, some
from ..clock import iso
from ..ids import new_id, stream
from ..jobs import JobPlan
from ..themes import THEMES
from . import gallery, jobs, models, training
from .catalogue import PLATFORM, Platform
from .crew import Crew, showcase
from .documents import documented
from .gallery import Work
from .inputs import family
from .people import Owner, private_owner
from .public import known_values, release_times

Row = dict[str, Any]

UNFINISHED = (
    "training", "new", "failed", "copying", "training-canceled", "training", "training", "training", "new", "failed",
)  # fmt: skip
PIPELINES, UNLISTED = 2, 2
CAMPAIGN = 24
ENDED = ("failure", "canceled", "failure", "canceled", "failure")
TRAININGS = 3
SHOWN_FROM = 300
"""A project of so many assets shows one of each kind, and a campaign of pictures about one theme from a sixth on."""


class Counts(NamedTuple):
    """How many rows a project has."""

    models: int
    assets: int
    jobs: int


@dataclass(frozen=True)
class Order:
    """What is asked for: whose project, under which seed and vocabularies, and when its running things run."""

    seed: int
    tenant: str
    schemas: Mapping[str, Any]
    running_ms: int
    url_of: Callable[[str], str]


@dataclass(frozen=True)
class Project:
    """The rows of a project, and who goes on working in it."""

    models: list[Row]
    assets: list[Row]
    jobs: list[JobPlan]
    crew: Crew


def project(order: Order, counts: Counts) -> Project:
    """A tenant's project: at least the rows that documents name, and as many as `counts` asks for."""
    rng = stream(order.seed, "world", "private", order.tenant)
    owner = private_owner(order.tenant)
    rows, made, plans = documented(owner, stream(order.seed, "world", "documents"), order.url_of)
    own, trainings = _models(order, owner, rows, counts.models - len(rows), rng)
    rows = [*rows, *own]
    crew = Crew(owner, [row for row in rows if row["status"] == "trained"], _platform(order.seed), order.url_of)
    crew.learn(made)
    works = _works(crew.fork(), counts.assets - len(made), rng)
    keep(crew, own, works)
    more = _jobs(order, crew, own, trainings, works, rng)
    plans += islice(more, max(counts.jobs - len(plans), 0))
    return Project(rows, [*made, *(row for work in works for row in work.rows)], plans, crew)


def trainable(schemas: Mapping[str, Any]) -> list[str]:
    """The model types that are trained in a project."""
    types = [each for each in known_values(schemas, "ModelType") if "lora" in each or "voice" in each]
    return types or ["flux.1-lora"]


def _models(
    order: Order, owner: Owner, known: list[Row], count: int, rng: random.Random
) -> tuple[list[Row], list[JobPlan]]:
    """Models, first some in each unfinished state, then trained ones of every type; and the trainings that run."""
    types = cycle(trainable(order.schemas))
    stages = cycle(training.SINCE)
    parts = [row for row in known if row["type"] == "flux.1-lora"]
    rows: list[Row] = []
    plans: list[JobPlan] = []
    for number, created in enumerate(models.created_times(rng, max(count, 0))):
        theme = THEMES[number % len(THEMES)]
        model_type = "flux.1-lora" if number % 2 == 0 else next(types)
        place = number - len(UNFINISHED)
        own: Row = {"source": "scenario"} if place < 0 else {}
        row = models.style_row(new_id("model", rng), model_type, owner, theme, created, rng, **own)
        if place < 0:
            row = models.unfinished(row, UNFINISHED[number], rng)
        elif place < PIPELINES:
            row = _pipeline(place, owner, created, rng)
        elif place < PIPELINES + UNLISTED:
            row["privacy"] = "unlisted"
        elif number % 6 == 0:
            row = models.composition_row(row["id"], owner, some(rng, parts, 2), theme, created, rng)
        if row["status"] == "training":
            row, plan = training.begun(row, next(stages), order.running_ms, rng)
            plans.append(plan)
        rows.append(row)
    return rows, plans


def _pipeline(number: int, owner: Owner, created_ms: int, rng: random.Random) -> Row:
    """A private model with inputs of its own."""
    name, of = (("House Style Pipeline", "text_image"), ("Retouching Pipeline", "edit_image"))[number]
    inputs, ui = family(of)
    capability = "txt2img" if of == "text_image" else "img2img"
    return models.model_row(
        new_id("model", rng),
        name,
        "custom",
        owner,
        created_ms,
        after(rng, created_ms),
        capabilities=[capability],
        shortDescription=f"A pipeline of this project: {models.KIND_TAGS[capability].lower()} in the house style.",
        inputs=inputs,
        uiConfig=ui,
        tags=["house-style"],
    )


def _platform(seed: int) -> list[Row]:
    """What a project needs to know about the models of the platform."""
    return [_platform_row(platform, created) for platform, created in zip(PLATFORM, release_times(seed), strict=True)]


def _platform_row(platform: Platform, created_ms: int) -> Row:
    return {
        "id": f"model_{platform.slug}",
        "type": "custom",
        "custom": True,
        "capabilities": list(platform.capabilities),
        "createdAt": iso(created_ms),
    }


def _works(crew: Crew, count: int, rng: random.Random) -> list[Work]:
    """Examples of the trained models first, then a campaign, one work of each way, and chance until it is `count`."""
    sources = [_examples(crew, rng)]
    if count >= SHOWN_FROM // 6:
        sources.append(_campaign(crew, rng))
    if count >= SHOWN_FROM:
        sources.append(showcase(crew, rng))
    sources.append(crew.works(rng))
    return first((work for source in sources for work in source), count)


def first(works: Iterator[Work], count: int) -> list[Work]:
    """The works with the first `count` assets; the last one is cut where it must be."""
    taken: list[Work] = []
    while count > 0:
        work = next(works)
        taken.append(work if len(work.rows) <= count else Work(work.created_ms, work.rows[:count]))
        count -= len(work.rows)
    return taken


def keep(crew: Crew, rows: list[Row], works: list[Work]) -> None:
    """Take finished works into the crew's pool; trained models among `rows` that got no example show a known picture.

    Works are made by a fork of the crew, because the last of them may have been cut and must not be worked on.
    """
    made = [row for work in works for row in work.rows]
    crew.learn(made)
    ids = {row["id"] for row in made}
    for row in rows:
        if row["status"] == "trained" and not (row["exampleAssetIds"] and ids.issuperset(row["exampleAssetIds"])):
            models.show(row, [crew.pool["image"][0]["id"]], crew.url_of)


def _examples(crew: Crew, rng: random.Random) -> Iterator[Work]:
    """One example or two of each trained model that has none."""
    for row in crew.trained:
        if "thumbnail" not in row:
            yield from examples(row, crew, rng)


def examples(row: Row, crew: Crew, rng: random.Random) -> list[Work]:
    """An example of a trained model, written into its row."""
    theme = words.theme_of(row["tags"]) or words.theme(rng)
    created = after(rng, models.ready_ms(row), 10)
    works = gallery.exhibit(row, theme, crew.owner, created, 1, rng, crew.url_of)
    for work in works:
        crew.learn(work.rows)
    return works


def _campaign(crew: Crew, rng: random.Random) -> Iterator[Work]:
    """What the project is about: pictures of castles, so that a search for them has more than one page."""
    theme = next(theme for theme in THEMES if theme.name == "castles")
    for _ in range(CAMPAIGN // 4):
        work = crew.run(pick(rng, crew.painters), 4, rng, theme=theme)
        for row in work.rows:
            row["tags"] = list(dict.fromkeys(["castle", *row["tags"]]))
        crew.learn(work.rows)
        yield work


def _jobs(
    order: Order, crew: Crew, own: list[Row], trainings: list[JobPlan], works: list[Work], rng: random.Random
) -> Iterator[JobPlan]:
    """Jobs that run in each state, some that went wrong, trainings, small ones, then the makers of the assets.

    Lazily, because making a plan may write its id into the row that it made.
    """
    now_ms, owner = order.running_ms, crew.owner
    small = cycle(jobs.SMALL)
    for status in jobs.RUNNING:
        yield jobs.running(status, pick(rng, crew.trained), owner, now_ms, jobs.SLOW_S, rng)
    yield from trainings
    for status in jobs.RUNNING:
        yield jobs.small_running(status, next(small), crew.picture(rng)["id"], owner, now_ms, rng)
    for status in ENDED:
        yield jobs.ended(status, pick(rng, crew.trained), owner, rng)
    for row in [row for row in own if row["status"] == "trained" and "trainingStats" in row][:TRAININGS]:
        yield training.done(row, rng)
    for job_type in jobs.SMALL:
        yield jobs.small(job_type, crew.picture(rng)["id"], owner, rng)
    # The many ways come before the examples, so that a list of jobs shows many types.
    for work in sorted(works, key=lambda work: work.rows[0]["metadata"]["type"] in ("txt2img", "inference-txt2img")):
        yield jobs.maker(work, rng)
    yield from jobs.others(crew, rng)
