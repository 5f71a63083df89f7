"""What things mean and look like, for a search by meaning or by pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import likeness, media
from ..meaning import embedder
from ..search import ASSETS, MODELS, meaning_text
from ..search_index import Seen, Senses
from ..store import PUBLIC, Store, StoredAsset

Row = Mapping[str, Any]
Vector = Sequence[float]


def senses(store: Store, name: str, kind: str, shelf: str, now_ms: int) -> Senses:
    """The senses for things of one kind on one shelf; `name` is that of the embedder."""

    table = ASSETS if kind == "assets" else MODELS

    def looks(things: Sequence[Seen]) -> list[Vector | None]:
        if kind == "models":
            return [_example_look(store, (shelf, PUBLIC), thing.row, now_ms) for thing in things]
        contents = store.contents(shelf, [thing.row["id"] for thing in things])
        return [look(thing.row, contents.get(thing.row["id"])) for thing in things]

    return Senses(
        query=lambda text: embedder(name).embed([text])[0],
        meaning=lambda things: embedder(name).embed([meaning_text(table, thing.hit) for thing in things]),
        look=looks,
    )


def look(row: Row, content: bytes | None) -> Vector:
    """What an asset looks like: its pixels, or those of the picture that stands for a video, a mesh or a text."""
    if content is not None and row["kind"] == "image":
        return likeness.of_file(content)
    properties = row["properties"]
    return likeness.drawn(*media.painted(row), properties.get("width", 1024), properties.get("height", 1024))


def look_of(stored: StoredAsset) -> Vector:
    """What a stored asset looks like."""
    return look(stored.row, stored.content)


def _example_look(store: Store, shelves: Sequence[str], row: Row, now_ms: int) -> Vector | None:
    """What a model's pictures look like: the first of its example assets."""
    for example in row.get("exampleAssetIds") or ():
        stored = store.asset(shelves, example, now_ms)
        if stored is not None:
            return look_of(stored)
    return None
