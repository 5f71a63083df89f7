"""Who owns rows: a project with its user and its collections, all derived from a name."""

from __future__ import annotations

from dataclasses import dataclass

from ..ids import derived_id


@dataclass(frozen=True)
class Owner:
    """A project, the one who works in it, its collections, and who can see what it owns."""

    project_id: str
    author_id: str
    collection_ids: tuple[str, ...]
    privacy: str = "private"


def private_owner(tenant_name: str) -> Owner:
    """The project of a tenant; `col_abc123`, which the documents use, is one of its collections."""
    collections = tuple(derived_id("collection", tenant_name, str(number)) for number in range(3))
    return Owner(derived_id("proj", tenant_name), derived_id("user", tenant_name), ("col_abc123", *collections))


def public_owner(name: str) -> Owner:
    """Someone who published: the platform itself, whose author is an API key, or a member of the community."""
    author = derived_id("apiu" if name == "platform" else "user", "public", name)
    collections = tuple(derived_id("collection", "public", str(number)) for number in range(4))
    return Owner(derived_id("proj", "public", name), author, collections, privacy="public")
