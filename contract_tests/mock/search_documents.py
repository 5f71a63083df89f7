"""Random hits and random filters that meet each other: what search is tested with, on any engine.

Documents are hits as search shows them and obey the contract: required fields are there, every other one may be
missing, texts may be "" and lists []. With `nulls` an optional field may be null too, which the contract does not
know and the filter language does. Few distinct values occur, so that filters hit; among them are accents in both
forms, several scripts, letters of four bytes, words in capitals, values that differ in one character only.

Filters are trees that fit their table. Their values are mostly those of the documents, sometimes a beginning of one
or a neighbour of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st
from scenario_mock.search import ASSETS, And, Condition, Field, Node, Not, Or, Table
from scenario_mock.search.filters import COMPARISONS, IS_EMPTY, IS_NOT_EMPTY, TEXT_MATCH
from scenario_mock.search.words import words

Document = dict[str, Any]

TEXTS = (
    "",
    "a",
    "A dragon above the castle",
    "dragon",
    "Dragon",
    "dragonfly",
    "Château fort",
    "Cha\u0302teau fort",
    "un été à la mer",
    "straße und Fluß",
    "İstanbul at night",
    "龍と城",
    "замок дракона",
    "a 🐉, a 🏰!",
    "16:9 low-poly, under_score 100%",
    'say "hi" \\ and leave',
    "red castle\nblue castle",
    "?!",
)
IDS = ("model_a", "model_b", "model_ab", "Model_a", "asset_1", "col_1")
TAGS = ("", "castle", "Castle", "cast", "red castle", "été", "龍", "nsfw", "AND", "16:9")
DATES = (
    "2023-12-31T23:59:59.999Z",
    "2024-01-01T00:00:00.000Z",
    "2024-01-01T00:00:00.001Z",
    "2024-01-01T01:00:00+01:00",
    "2024-02-29T12:30:00Z",
    "2025-06-01T08:00:00.500-05:00",
)
SIZES = (0, 1, 512, 1024, 1025, 1920, 4_000_000_000)

VALUES: dict[str, tuple[Any, ...]] = {
    "kind": ("image", "video", "3d", "image-hdr", "text"),
    "width": SIZES,
    "height": SIZES,
    "size": SIZES,
    "aspectRatio": ("", "16:9", "9:16", "1:1"),
    "mimeType": ("image/png", "image/jpeg", "video/mp4"),
    "seed": ("", "1234567890", "1234567891", "007", "7"),
    "numInferenceSteps": (0, 7, 50, 150),
    "guidance": (0, 0.1, 7, 7.5, 7.25, 20),
    "scheduler": ("", "euler", "EulerDiscrete"),
    "privacy": ("private", "public", "unlisted"),
    "type": ("", "flux.1", "flux.1-lora", "sd-1_5"),
    "source": ("training", "import", "scenario"),
    "capabilities": ("txt2img", "img2img", "3d23d"),
    "trainingImagesNumber": (0, 1, 25, 100),
    "complianceMetadata.subProcessor": ("Modal", "AWS", "Fal"),
    "complianceMetadata.modelProvider": ("", "Scenario", "BFL"),
    "complianceMetadata.maintainer": ("Scenario", "Fal"),
    "name": TEXTS,
    "prompt": TEXTS,
    "text": TEXTS,
    "negativePrompt": TEXTS,
    "tags": TAGS,
    "nsfw": TAGS,
    "createdAt": DATES,
    "updatedAt": DATES,
}
"""What a filterable field holds, or its items; ids where nothing else is said."""

REQUIRED = {
    "assets": set("collectionIds mimeType nsfw tags privacy createdAt updatedAt authorId ownerId".split()),
    "models": set(
        "name type source capabilities tags collectionIds concepts trainingImagesNumber exampleAssetIds privacy "
        "ownerId authorId createdAt updatedAt".split()
    ),
}
TEXT_ONLY = {"assets": ("description", "content", "transcription"), "models": ()}
"""Optional texts that are searched or shown, never filtered by."""

MISSING = object()

EXPONENTS: tuple[Callable[[float], str], ...] = ("{:g}".format, "{:e}".format, "{:.3f}".format, "+{:g}".format)
DAYS = ("2024-01-01", "2024-02-29", "2025-01-01", "2024-01-01T00:00", "2024-01-01T00:00:00.0004Z")


# ---- documents -------------------------------------------------------------------------------------------------------


def documents(table: Table, *, nulls: bool = False) -> st.SearchStrategy[Document]:
    """A hit of `table`. Ids come from a large space; `libraries` has lists in which they are distinct for sure."""
    held = {name: _holding(field) for name, field in table.fields.items()}
    held |= {name: st.sampled_from(TEXTS) for name in TEXT_ONLY[table.name]}
    held |= {"score": st.sampled_from([0, 0.5, 1, 95.5])}
    instead = st.sampled_from([MISSING, None] if nulls else [MISSING])
    for name in sorted(held.keys() - REQUIRED[table.name]):
        held[name] = held[name] | held[name] | instead
    ids = st.uuids().map(f"{table.name[:-1]}_{{}}".format)
    return st.builds(_hit, st.just(table), ids, st.fixed_dictionaries(held))


def libraries(table: Table, *, max_size: int = 12, nulls: bool = False) -> st.SearchStrategy[list[Document]]:
    """Up to `max_size` hits, each with an id of its own."""
    return st.lists(documents(table, nulls=nulls), max_size=max_size, unique_by=lambda document: str(document["id"]))


def _holding(field: Field) -> st.SearchStrategy[Any]:
    one = st.sampled_from(VALUES.get(field.name, IDS))
    if field.type != "string[]":
        return one
    items = st.lists(one, max_size=3, unique=True)
    return items.map(lambda found: [{"modelId": value} for value in found]) if field.name == "concepts" else items


def _hit(table: Table, identifier: str, held: Document) -> Document:
    """The values by field name as a hit: each where its table says, and what every hit has."""
    hit: Document = {"id": identifier, "teamId": "team_1"}
    if table is ASSETS:
        hit |= {"url": f"https://cdn.example/{identifier}", "metadata": {}}
    else:
        hit |= {"shortDescription": ""}
    for name, value in held.items():
        if value is MISSING:
            continue
        path = table.fields[name].path if name in table.fields else (name,)
        *above, last = (name,) if name == "concepts" else path
        place = hit
        for step in above:
            place = place.setdefault(step, {})
        place[last] = value
    return hit


# ---- filters ---------------------------------------------------------------------------------------------------------


def filters(table: Table, *, max_leaves: int = 6) -> st.SearchStrategy[Node]:
    """A tree of conditions that fit `table`; `str()` of it is the filter."""
    return st.recursive(
        conditions(table),
        lambda inner: (
            st.builds(Not, inner)
            | st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple))
            | st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple))
        ),
        max_leaves=max_leaves,
    )


def conditions(table: Table) -> st.SearchStrategy[Condition]:
    """One condition that fits its field; every field and every operator that it has are as likely."""
    return st.sampled_from(list(table.fields.values())).flatmap(_asking)


@cache
def _asking(field: Field) -> st.SearchStrategy[Condition]:
    name = st.just(field.name)
    emptiness = st.builds(Condition, name, st.sampled_from([IS_EMPTY, IS_NOT_EMPTY]))
    comparing = st.sampled_from(["=", "!="] if field.type == "string[]" else COMPARISONS)
    compared = st.builds(Condition, name, comparing, _wanted(field))
    if field.type in ("number", "date"):
        return compared | compared | emptiness
    matched = st.builds(Condition, name, st.just(TEXT_MATCH), _matching(field))
    return compared | matched | emptiness


def _wanted(field: Field) -> st.SearchStrategy[str]:
    """A value to compare with, as a filter writes it."""
    known = VALUES.get(field.name, IDS)
    if field.type == "number":
        return st.builds(lambda write, value: write(value), st.sampled_from(EXPONENTS), st.sampled_from(known))
    if field.type == "date":
        return st.sampled_from([*DATES, *DAYS])
    return st.sampled_from(known) | st.sampled_from([*known, *(value[:-1] for value in known), "m", "\U0010ffff"])


def _matching(field: Field) -> st.SearchStrategy[str]:
    """Words of what occurs, whole, some of them, or the last cut short."""
    texts = [text for text in VALUES.get(field.name, IDS) if words(text)]
    alone = sorted({word for text in texts for word in words(text)})
    cut = st.builds(lambda word, length: word[:length], st.sampled_from(alone), st.integers(1, 4))
    return st.sampled_from(texts) | cut | st.builds("{} {}".format, st.sampled_from(alone), cut)
