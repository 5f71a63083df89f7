"""The one place where state lives: a public catalogue shared by all, and a private shelf for each tenant.

Rows are kept in the API's form; an asset that a job will make is stored at submission and becomes visible when the job
succeeds. Nothing here knows HTTP or reads a clock: callers hand in `now_ms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from .jobs import JobPlan, status_at

Row = dict[str, Any]


class World(Protocol):
    """What a shelf starts with."""

    @property
    def models(self) -> list[Row]: ...

    @property
    def assets(self) -> list[Row]: ...

    @property
    def jobs(self) -> list[JobPlan]: ...


@dataclass(frozen=True)
class StoredAsset:
    """An asset's row, the job that makes it (None: it is simply there), and its bytes when it was uploaded."""

    row: Row
    job_id: str | None = None
    content: bytes | None = None


@dataclass
class Shelf:
    """The models, assets and jobs of one owner, by id, in order of creation."""

    models: dict[str, Row] = field(default_factory=dict)
    assets: dict[str, StoredAsset] = field(default_factory=dict)
    jobs: dict[str, JobPlan] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World) -> Shelf:
        """A shelf that holds `world`."""
        return cls(
            models={row["id"]: row for row in world.models},
            assets={row["id"]: StoredAsset(row) for row in world.assets},
            jobs={plan.job_id: plan for plan in world.jobs},
        )

    def visible(self, stored: StoredAsset, now_ms: int) -> bool:
        """Whether the asset exists yet: those of a job exist exactly from its success on."""
        return stored.job_id is None or status_at(self.jobs[stored.job_id], now_ms) == "success"

    def asset(self, asset_id: str, now_ms: int) -> StoredAsset | None:
        """The asset with this id, if it exists at `now_ms`."""
        stored = self.assets.get(asset_id)
        return stored if stored is not None and self.visible(stored, now_ms) else None

    def asset_rows(self, now_ms: int) -> Iterator[Row]:
        """The rows of all assets that exist at `now_ms`."""
        return (stored.row for stored in self.assets.values() if self.visible(stored, now_ms))


class Store:
    """All shelves. Private ones are made when their tenant is first seen."""

    def __init__(self, public: Callable[[], World], private: Callable[[str], World]) -> None:
        self._make_public, self._make_private = public, private
        self.reset()

    def reset(self) -> None:
        """Back to the world that the seed makes."""
        self.public = Shelf.of(self._make_public())
        self._tenants: dict[str, Shelf] = {}

    def shelf(self, tenant: str) -> Shelf:
        """The private shelf of `tenant`."""
        if tenant not in self._tenants:
            self._tenants[tenant] = Shelf.of(self._make_private(tenant))
        return self._tenants[tenant]

    def shelves(self, tenant: str | None) -> list[Shelf]:
        """Where a caller may look, private first."""
        return [self.public] if tenant is None else [self.shelf(tenant), self.public]

    def find_asset(self, asset_id: str, now_ms: int) -> StoredAsset | None:
        """The asset on any shelf: for its file, whose address is signed instead of authenticated."""
        for shelf in (self.public, *self._tenants.values()):
            stored = shelf.asset(asset_id, now_ms)
            if stored is not None:
                return stored
        return None
