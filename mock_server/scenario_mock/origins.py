"""What shelves start with: the world that the settings ask for, handed to the store as it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from . import world
from .settings import Settings
from .store import Origin, Thing
from .world import World, private_owner, public_owner

MOST_REMEMBERED = 1000
"""Rows of a project that is remembered for the next mock of this process."""


def origins(
    settings: Settings, schemas: Mapping[str, Any], running_from_ms: int | None = None
) -> Callable[[str | None], Origin]:
    """What a tenant's shelf starts with (None: the public one), under these settings.

    The few jobs that run count from `running_from_ms`, milliseconds since the epoch; None is the fixed anchor.
    """

    def origin(tenant: str | None) -> Origin:
        if tenant is None:
            owner = public_owner("platform")
            return Origin(owner.project_id, owner.author_id, lambda: _things(_public(settings.seed, _Same(schemas))))
        owner = private_owner(tenant)

        def things() -> Iterable[Thing]:
            counts = counts_of(settings)
            if sum(counts) > MOST_REMEMBERED:
                return world.stream_private(settings.seed, tenant, schemas, *counts, running_from_ms=running_from_ms)
            return _private(settings.seed, tenant, _Same(schemas), counts, running_from_ms)

        return Origin(owner.project_id, owner.author_id, tuple if settings.empty else things)

    return origin


def counts_of(settings: Settings) -> tuple[int, int, int]:
    """Models, assets and jobs of a tenant's project."""
    asked = (settings.models, world.MODELS), (settings.assets, world.ASSETS), (settings.jobs, world.JOBS)
    models, assets, jobs = (default if count is None else count for count, default in asked)
    return models, assets, jobs


class _Same:
    """A mapping that is the same as itself only: a key for what was made from it."""

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self.mapping = mapping

    def __hash__(self) -> int:
        return id(self.mapping)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.mapping is other.mapping


@lru_cache(maxsize=4)
def _private(
    seed: int, tenant: str, schemas: _Same, counts: tuple[int, int, int], running_from_ms: int | None
) -> list[Thing]:
    """A small project; a process that makes one mock after another makes it once."""
    return list(world.stream_private(seed, tenant, schemas.mapping, *counts, running_from_ms=running_from_ms))


@lru_cache(maxsize=4)
def _public(seed: int, schemas: _Same) -> World:
    """The public catalogue; many mocks in one process share it."""
    return world.build_public(seed, schemas.mapping)


def _things(made: World) -> Iterable[Thing]:
    yield from (("model", row) for row in made.models)
    yield from (("asset", row) for row in made.assets)
    yield from (("job", plan) for plan in made.jobs)
