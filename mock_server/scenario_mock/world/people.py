"""Who owns rows: a project with the people who work in it and its collections, all derived from a name.

A collection is about something: each theme has its collections, so that what is in a collection also has its tags.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..chance import pick
from ..ids import derived_id
from ..themes import Theme

# What the collections of a project are about, by the themes in them; a theme in two of them is in one or the other.
COLLECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("fantasy world", ("fantasy-character", "dragons", "fantasy-landscape", "castles", "architecture")),
    ("characters", ("fantasy-character", "people", "anime", "animals")),
    ("environments", ("landscape", "fantasy-landscape", "architecture", "scifi-city", "castles")),
    ("vehicles and machines", ("vehicles", "scifi-city")),
    ("items and textures", ("game-items", "textures")),
    ("marketing", ("product", "people", "animals")),
)
MEMBERS = 4
"""How many people work in a tenant's project, the first of them with the API key itself."""


@dataclass(frozen=True)
class Owner:
    """A project, who works in it (`author_id` before all), its collections by theme, and who can see what it owns."""

    project_id: str
    author_id: str
    members: tuple[str, ...]
    privacy: str = "private"
    by_theme: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def member(self, rng: random.Random) -> str:
        """One of the people: half of the work is that of the first."""
        return self.author_id if rng.random() < 0.5 else pick(rng, self.members)

    def shelf_for(self, theme: Theme, rng: random.Random, chance: float = 0.3) -> list[str]:
        """The collections that something of this theme is in: one with the given chance, else none."""
        ids = self.by_theme.get(theme.name, ())
        return [pick(rng, ids)] if ids and rng.random() < chance else []


def private_owner(tenant_name: str) -> Owner:
    """The project of a tenant; `col_abc123`, which the documents use, is its first collection."""
    people = tuple(derived_id("user", tenant_name, *([str(number)] if number else [])) for number in range(MEMBERS))
    ids = ["col_abc123", *(derived_id("collection", tenant_name, about) for about, _ in COLLECTIONS[1:])]
    return Owner(derived_id("proj", tenant_name), people[0], people, by_theme=_by_theme(ids))


def public_owner(name: str) -> Owner:
    """Someone who published: the platform itself, whose author is an API key, or a member of the community."""
    author = derived_id("apiu" if name == "platform" else "user", "public", name)
    ids = [derived_id("collection", "public", about) for about, _ in COLLECTIONS]
    return Owner(derived_id("proj", "public", name), author, (author,), "public", _by_theme(ids))


def _by_theme(ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for collection_id, (_, themes) in zip(ids, COLLECTIONS, strict=True):
        for name in themes:
            found[name] = (*found.get(name, ()), collection_id)
    return found
