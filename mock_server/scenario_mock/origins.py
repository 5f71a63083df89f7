"""What shelves start with: the world that the settings ask for, handed to the store as it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from . import world
from .settings import Settings
from .store import Origin, Thing
from .world import World, private_owner, public_owner


def origins(settings: Settings, schemas: Mapping[str, Any]) -> Callable[[str | None], Origin]:
    """What a tenant's shelf starts with (None: the public one), under these settings."""
    asked = {"models": settings.models, "assets": settings.assets, "jobs": settings.jobs}
    counts: dict[str, Any] = {name: count for name, count in asked.items() if count is not None}

    def origin(tenant: str | None) -> Origin:
        if tenant is None:
            owner = public_owner("platform")
            return Origin(owner.project_id, owner.author_id, lambda: _things(_public(settings.seed, _Same(schemas))))
        owner = private_owner(tenant)
        if settings.empty:
            return Origin(owner.project_id, owner.author_id, tuple)
        return Origin(
            owner.project_id,
            owner.author_id,
            lambda: _things(world.build_private(settings.seed, tenant, schemas, **counts)),
        )

    return origin


class _Same:
    """A mapping that is the same as itself only: a key for what was made from it."""

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self.mapping = mapping

    def __hash__(self) -> int:
        return id(self.mapping)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.mapping is other.mapping


@lru_cache(maxsize=4)
def _public(seed: int, schemas: _Same) -> World:
    """The public catalogue; many mocks in one process share it."""
    return world.build_public(seed, schemas.mapping)


def _things(made: World) -> Iterable[Thing]:
    yield from (("model", row) for row in made.models)
    yield from (("asset", row) for row in made.assets)
    yield from (("job", plan) for plan in made.jobs)
