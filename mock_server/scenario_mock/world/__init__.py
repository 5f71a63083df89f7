"""The world that a seed makes: a public catalogue, and a project for each tenant.

Rows are in the API's form. The same seed gives the same bytes anywhere, because every time hangs on the fixed anchor
and every choice on a source of its own. The one exception are the few jobs that run and the models that are trained:
they count from `running_from_ms`, the anchor unless somebody hands in when the mock was started, so that a person who
starts it sees them run. Models stand in order of popularity. Addresses are canonical; whoever shows a row replaces them
by signed ones. The vocabularies come from the contract's schemas, the words from `words`.

A project of any size has the same beginning (`private`); what it has beyond that is made batch by batch (`surplus`).
`stream_private` hands rows out one by one in bounded memory, `private_batches` hands out whole batches, all or some, so
that processes can share the work; `build_private` collects them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..anchor import ANCHOR_MS
from ..files import canonical
from ..jobs import JobPlan
from . import surplus
from .assets import Made, asset_row
from .models import model_row
from .people import Owner, private_owner, public_owner
from .private import Counts, Order, project
from .public import catalogue
from .training import at as training_at
from .ways import WAYS

__all__ = [
    "ANCHOR_MS", "ASSETS", "JOBS", "MODELS", "WAYS", "Made", "Owner", "World", "asset_row", "batch_count",
    "build_private", "build_public", "model_row", "private_batches", "private_owner", "public_owner", "stream_private",
    "training_at",
]  # fmt: skip

Row = dict[str, Any]
Piece = tuple[Literal["model", "asset", "job"], Row | JobPlan]

MODELS, ASSETS, JOBS = 60, 500, 150
"""How many rows a tenant's project has by default."""


@dataclass(frozen=True)
class World:
    """Rows of models and assets in the API's form, and plans of jobs."""

    models: list[Row]
    assets: list[Row]
    jobs: list[JobPlan]


def build_public(seed: int, schemas: Mapping[str, Any], *, url_of: Callable[[str], str] = canonical) -> World:
    """The public catalogue: 200 models, featured ones first, and 500 assets."""
    models, assets = catalogue(seed, schemas, url_of)
    return World(models, assets, [])


def build_private(
    seed: int,
    tenant_name: str,
    schemas: Mapping[str, Any],
    *,
    models: int = MODELS,
    assets: int = ASSETS,
    jobs: int = JOBS,
    empty: bool = False,
    running_from_ms: int | None = None,
    url_of: Callable[[str], str] = canonical,
) -> World:
    """A tenant's project: the rows that documents name and others up to these numbers; nothing at all when `empty`.

    `running_from_ms` (milliseconds since the epoch, cut to the second, not before the anchor) is when the running jobs
    and trainings are in the middle of their run; without it that is the anchor.
    """
    whole = World([], [], [])
    if empty:
        return whole
    for part in private_batches(
        seed, tenant_name, schemas, models, assets, jobs, running_from_ms=running_from_ms, url_of=url_of
    ):
        whole.models.extend(part.models)
        whole.assets.extend(part.assets)
        whole.jobs.extend(part.jobs)
    return whole


def stream_private(
    seed: int,
    tenant_name: str,
    schemas: Mapping[str, Any],
    models: int,
    assets: int,
    jobs: int,
    *,
    running_from_ms: int | None = None,
    url_of: Callable[[str], str] = canonical,
) -> Iterator[Piece]:
    """The same rows one by one, with what they are, in bounded memory: no more than a batch is held at a time.

    Batch after batch gives its models, its assets and its jobs, so nothing names what has not come yet in an earlier
    batch or comes later in its own.
    """
    for part in private_batches(
        seed, tenant_name, schemas, models, assets, jobs, running_from_ms=running_from_ms, url_of=url_of
    ):
        yield from (("model", row) for row in part.models)
        yield from (("asset", row) for row in part.assets)
        yield from (("job", plan) for plan in part.jobs)


def batch_count(models: int, assets: int, jobs: int) -> int:
    """How many batches a project of these numbers has; the first is its beginning."""
    return 1 + surplus.batches(_beyond(Counts(models, assets, jobs)))


def private_batches(
    seed: int,
    tenant_name: str,
    schemas: Mapping[str, Any],
    models: int,
    assets: int,
    jobs: int,
    *,
    numbers: Iterable[int] | None = None,
    running_from_ms: int | None = None,
    url_of: Callable[[str], str] = canonical,
) -> Iterator[World]:
    """The batches of a project, all in their order or those with these `numbers` (0 to `batch_count` - 1).

    Making one batch costs no other but the beginning, so processes that take some numbers each make the whole project.
    """
    counts = Counts(models, assets, jobs)
    running_ms = max((running_from_ms or 0) // 1000 * 1000, ANCHOR_MS)
    order = Order(seed, tenant_name, schemas, running_ms, url_of)
    beginning = project(order, Counts(min(models, MODELS), min(assets, ASSETS), min(jobs, JOBS)))
    rest = _beyond(counts)
    for number in range(1 + surplus.batches(rest)) if numbers is None else numbers:
        part = surplus.batch(order, beginning, rest, number - 1) if number else beginning
        yield World(part.models, part.assets, part.jobs)


def _beyond(counts: Counts) -> Counts:
    """What a project has beyond its beginning."""
    return Counts(max(counts.models - MODELS, 0), max(counts.assets - ASSETS, 0), max(counts.jobs - JOBS, 0))
