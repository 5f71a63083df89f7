"""The world that a seed makes: a public catalogue, and a project for each tenant.

Rows are in the API's form. The same seed gives the same bytes anywhere, because every time hangs on the fixed anchor
and every choice on a stream of its own. Models stand in order of popularity. Addresses are canonical; whoever shows a
row replaces them by signed ones. The vocabularies come from the contract's schemas, the words from `words`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..anchor import ANCHOR_MS
from ..files import canonical
from ..jobs import JobPlan
from .assets import Made, asset_row
from .models import model_row
from .people import Owner, private_owner, public_owner
from .private import project
from .public import catalogue

__all__ = [
    "ANCHOR_MS",
    "Made",
    "Owner",
    "World",
    "asset_row",
    "build_private",
    "build_public",
    "model_row",
    "private_owner",
    "public_owner",
]

Row = dict[str, Any]


@dataclass(frozen=True)
class World:
    """Rows of models and assets in the API's form, and plans of jobs."""

    models: list[Row]
    assets: list[Row]
    jobs: list[JobPlan]


def build_public(seed: int, schemas: Mapping[str, Any], *, url_of: Callable[[str], str] = canonical) -> World:
    """The public catalogue: 120 models, featured ones first, and about 200 assets."""
    models, assets = catalogue(seed, schemas, url_of)
    return World(models, assets, [])


def build_private(
    seed: int,
    tenant_name: str,
    schemas: Mapping[str, Any],
    *,
    models: int = 24,
    assets: int = 120,
    jobs: int = 40,
    url_of: Callable[[str], str] = canonical,
) -> World:
    """A tenant's project: the rows that documents name and others up to these numbers."""
    return World(*project(seed, tenant_name, schemas, (models, assets, jobs), url_of))
