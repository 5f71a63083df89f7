"""What a large project has beyond its beginning: batches, each of which can be made without the others.

A batch has a random source of its own, drawn from seed, tenant and number, and works with the models and pictures of
the beginning and its own. So any machine makes the same batch, in any order, and several processes can share the work.
Assets fill the batches one after the other; models and jobs are spread over all of them. How many jobs are asked for
changes no asset but for its `parentJobId`, which is there when the job is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain, islice

from ..chance import pick, some
from ..ids import new_id, stream
from ..jobs import JobPlan
from ..themes import THEMES
from . import jobs, models, training
from .crew import Crew
from .gallery import Work
from .private import Counts, Order, Project, Row, examples, first, keep, trainable

BATCH = Counts(models=200, assets=1000, jobs=1500)
"""The most of each that a batch holds."""
STATES = ("new", "failed", "copying", "training-canceled")
UNFINISHED_SHARE = 0.06


def batches(surplus: Counts) -> int:
    """How many batches it takes to make so many rows."""
    return max(-(-wanted // most) for wanted, most in zip(surplus, BATCH, strict=True))


def batch(order: Order, beginning: Project, surplus: Counts, number: int) -> Project:
    """Batch `number`, counted from 0, of a project that has `surplus` more rows than its beginning."""
    rng = stream(order.seed, "world", "private", order.tenant, "batch", str(number))
    chance = stream(order.seed, "world", "private", order.tenant, "batch", str(number), "jobs")
    wanted = _share(surplus, number)
    rows = _models(order, beginning.crew, wanted.models, rng)
    crew = beginning.crew.fork([row for row in rows if row["status"] == "trained"])
    works = _works(crew.fork(), rows, wanted.assets, rng)
    keep(crew, rows, works)
    plans = list(_jobs(crew, rows, works, wanted.jobs, chance))
    return Project(rows, [row for work in works for row in work.rows], plans, crew)


def _share(surplus: Counts, number: int) -> Counts:
    """What of the surplus falls to batch `number`."""
    whole_number = batches(surplus)

    def spread(wanted: int) -> int:
        return wanted * (number + 1) // whole_number - wanted * number // whole_number

    left = max(surplus.assets - number * BATCH.assets, 0)
    return Counts(spread(surplus.models), min(left, BATCH.assets), spread(surplus.jobs))


def _models(order: Order, crew: Crew, count: int, rng: random.Random) -> list[Row]:
    """Styles of every type and compositions, now and then one that was not trained."""
    types = trainable(order.schemas)
    parts = [row for row in crew.trained if row["type"] == "flux.1-lora"]
    rows: list[Row] = []
    for created in models.created_times(rng, count):
        theme, chance = pick(rng, THEMES), rng.random()
        model_id = new_id("model", rng)
        if chance < 0.15:
            rows.append(models.composition_row(model_id, crew.owner, some(rng, parts, 2), theme, created, rng))
            continue
        model_type = "flux.1-lora" if chance < 0.55 else pick(rng, types)
        unfinished = rng.random() < UNFINISHED_SHARE
        own: Row = {"source": "scenario"} if unfinished else {}
        row = models.style_row(model_id, model_type, crew.owner, theme, created, rng, **own)
        rows.append(models.unfinished(row, pick(rng, STATES), rng) if unfinished else row)
    return rows


def _works(crew: Crew, rows: list[Row], count: int, rng: random.Random) -> list[Work]:
    """Examples of the batch's models, then what chance makes."""

    def source() -> Iterator[Work]:
        for row in rows:
            if row["status"] == "trained":
                yield from examples(row, crew, rng)
        yield from crew.works(rng)

    return first(source(), count)


def _jobs(crew: Crew, rows: list[Row], works: list[Work], count: int, rng: random.Random) -> Iterator[JobPlan]:
    """The makers of the works as far as they may be counted, then trainings, then jobs that left nothing behind."""
    made = (jobs.maker(work, rng) for work in works)
    trained = (training.done(row, rng) for row in rows if "trainingStats" in row)
    return islice(chain(made, trained, jobs.others(crew, rng)), count)
