"""One search, from the request body to the page: check, filter, rank, order, cut.

`run` walks through the documents one by one: it is the definition. `search_index` gives the same answers from a
database, with the steps of this module that do not depend on the number of documents.

What is not recorded and decided here:

- At least one of query, filter, image, images, as the guide and the vendor's types say; "" and empty lists do not
  count. The guide's three bodies with nothing but `sortBy` are therefore refused. The status, 400, is from the vendor's
  notes; nobody recorded it.
- `sortBy` is applied with a semantic ratio too. The guide's complete examples combine them, another document of the
  vendor says that it is then ignored; an order that was asked for is the answer that surprises least.
- `page` or `hitsPerPage` choose page mode and win over `offset` and `limit`.
- `offset` of the query string wins over the body's: the vendor's SDK sends the next offset there and repeats the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from math import fsum
from typing import Any

from scenario_mock.errors import bad_request

from .evaluate import predicate
from .fields import Field, Table, date_of, number_of, sortable, values
from .filters import parse, shown
from .ranking import attributes_of, keyword_match, query_of, ways_of
from .vocabulary import Vocabulary

MAX_LIMIT = 100
DEFAULT_LIMIT = 20

Document = Mapping[str, Any]
Vector = Sequence[float]
Rank = tuple[float, ...]  # smaller first
Sort = tuple[Field, bool]  # a field, and whether the greatest comes first

STEPS = 1_000_000
"""So many different scores there are between 0 and 1; vectors have 32-bit floats."""
WITH_TYPOS = 0.8

POPULAR_THEN_NEW = ((Field("score", "number", ("score",)), True), (Field("createdAt", "date", ("createdAt",)), True))


def _nothing(_: Any) -> None:
    """The sense that sees nothing."""


@dataclass(frozen=True)
class Senses:
    """What a search knows beyond words: vectors of unit length, None for what has none."""

    query: Callable[[str], Vector | None] = _nothing
    """What a text means."""
    meaning: Callable[[Document], Vector | None] = _nothing
    look: Callable[[Document], Vector | None] = _nothing
    like: Sequence[Vector] = ()
    """What the pictures to be like look like, and those to be unlike."""
    unlike: Sequence[Vector] = ()


def run(
    table: Table,
    documents: Sequence[Document],
    body: Mapping[str, Any],
    *,
    senses: Senses | None = None,
    query_offset: int | None = None,
) -> dict[str, Any]:
    """The answer to a search over `documents`, hits as the API sends them; they are not copied.

    `body` is valid by its schema. Raises ApiError (400) with the guide's texts.
    """
    check(body)
    order = sort_orders(table, body.get("sortBy") or [])
    kept = matching(table, documents, body.get("filter") or "")
    ranked = relevance(table, kept, documents, body, senses or Senses())
    return cut(arrange(ranked, order), body, query_offset)


# ---- check -----------------------------------------------------------------------------------------------------------


def check(body: Mapping[str, Any]) -> None:
    """Raise ApiError (400) unless something is searched for, in a way that is allowed."""
    images = body.get("images") or {}
    image, many = bool(body.get("image")), bool(images.get("like") or images.get("unlike"))
    if not (body.get("query") or (body.get("filter") or "").strip() or image or many):
        raise bad_request("Must provide at least one search parameter")
    if image and many:
        raise bad_request("image and images are mutually exclusive")
    if any((body.get(name) or 0) > MAX_LIMIT for name in ("limit", "hitsPerPage")):
        raise bad_request(f"Limit exceeds maximum ({MAX_LIMIT})")


def sort_orders(table: Table, sort_by: Sequence[str]) -> list[Sort]:
    """`["field:asc", …]` as fields and directions."""
    orders = []
    for entry in sort_by:
        name, _, direction = entry.rpartition(":")
        if direction not in ("asc", "desc") or not name:
            raise bad_request(f'sortBy "{shown(entry)}" is not of the form field:asc or field:desc')
        orders.append((sortable(table, name), direction == "desc"))
    return orders


# ---- filter ----------------------------------------------------------------------------------------------------------


def matching(table: Table, documents: Iterable[Document], text: str) -> list[Document]:
    """The documents that pass the filter; a blank one lets all pass."""
    if not text.strip():
        return list(documents)
    passes = predicate(parse(text), table)
    return [document for document in documents if passes(document)]


# ---- rank ------------------------------------------------------------------------------------------------------------


def relevance(
    table: Table, documents: Sequence[Document], everything: Sequence[Document], body: Mapping[str, Any], senses: Senses
) -> list[tuple[Rank, Document]]:
    """The documents that the query or the pictures find, each with its rank; all of them when there is neither.

    querySemanticRatio weighs meaning against keywords, imageSemanticRatio pictures against text; a side without weight
    has no say, neither in the order nor in what is found.
    """
    weights = weights_of(body, bool(senses.like or senses.unlike))
    if not any((weights.keywords, weights.meaning, weights.look)):
        return [((), document) for document in documents]
    query = query_of(weights.query)
    ways = ways_of(query, _vocabulary(table, everything))
    meant = senses.query(weights.query) if weights.meaning else None
    found: list[tuple[Rank, Document]] = []
    for document in documents:
        match = keyword_match(query, ways, attributes_of(table, document)) if weights.keywords else None
        if not weights.meaning and not weights.look:
            if match is not None:
                found.append((astuple(match), document))
            continue
        meaning = senses.meaning(document) if meant is not None else None
        look = senses.look(document) if weights.look else None
        if match is None and meaning is None and look is None:
            continue
        score = weights.keywords * (keyword_score(match.missing, match.typos) if match else 0.0)
        if meaning is not None and meant is not None:
            score += weights.meaning * nearness(meant, meaning)
        if look is not None:
            score += weights.look * picture_score(senses.like, senses.unlike, look)
        found.append(((-in_steps(score),), document))
    return found


def _vocabulary(table: Table, documents: Iterable[Document]) -> Vocabulary:
    """All words of the documents' texts."""
    found = Vocabulary()
    for document in documents:
        for places in attributes_of(table, document):
            for _, word in places:
                found.add(word)
    return found


@dataclass(frozen=True)
class Weights:
    """How much each side of a search counts."""

    query: str
    keywords: float
    meaning: float
    look: float


def weights_of(body: Mapping[str, Any], pictured: bool) -> Weights:
    """The weights that a request asks for; without a query there is nothing to weigh a picture against."""
    query, ratio, wanted = (
        body.get("query") or "",
        float(body.get("querySemanticRatio") or 0),
        body.get("imageSemanticRatio"),
    )
    look = 0.0 if not pictured else 1.0 if not query or wanted is None else float(wanted)
    text = 1 - look if query else 0.0
    return Weights(query, text * (1 - ratio), text * ratio, look)


def keyword_score(missing: int, typos: int) -> float:
    """What a match is worth beside other sides, 0 to 1: less with each word that is missing, and with any typo."""
    return (WITH_TYPOS if typos else 1.0) / (1 + missing)


def in_steps(score: float) -> int:
    """A score as what documents are ordered by: the nearest step."""
    return int(score * STEPS + 0.5)


def nearness(one: Vector, other: Vector) -> float:
    """0 to 1 for two vectors of unit length: opposite to the same."""
    return (1 + sumprod(one, other)) / 2


def picture_score(like: Sequence[Vector], unlike: Sequence[Vector], picture: Vector) -> float:
    """Nearness to the pictures of `like` and distance from those of `unlike`, averaged; 1 is the same picture."""
    near = [nearness(other, picture) for other in like]
    far = [1 - nearness(other, picture) for other in unlike]
    parts = [sum(scores) / len(scores) for scores in (near, far) if scores]
    return sum(parts) / len(parts)


def sumprod(one: Vector, other: Vector) -> float:
    """The dot product."""
    return fsum(a * b for a, b in zip(one, other, strict=True))


# ---- order -----------------------------------------------------------------------------------------------------------


def arrange(ranked: Sequence[tuple[Rank, Document]], orders: Sequence[Sort]) -> list[Document]:
    """By `orders` or, without any, by rank; then popularity, then date of creation, then id: always the same order."""
    entries = sorted(ranked, key=lambda entry: str(entry[1].get("id")))
    for by_default in reversed(POPULAR_THEN_NEW):
        entries = _sorted_by(entries, by_default)
    if not orders:
        entries.sort(key=lambda entry: entry[0])
    for order in reversed(orders):
        entries = _sorted_by(entries, order)
    return [document for _, document in entries]


def _sorted_by(entries: list[tuple[Rank, Document]], order: Sort) -> list[tuple[Rank, Document]]:
    """Stable; documents without the field come last in either direction."""
    field, descending = order
    keyed = [(sort_key(entry[1], field), entry) for entry in entries]
    present = [(key, entry) for key, entry in keyed if key is not None]
    present.sort(key=lambda pair: pair[0], reverse=descending)
    return [entry for _, entry in present] + [entry for key, entry in keyed if key is None]


def sort_key(document: Document, field: Field) -> float | None:
    """What a document is sorted by: its field's (first) value; None: there is none that can be read."""
    read = date_of if field.type == "date" else number_of
    return next(map(read, values(document, field.path)), None)


# ---- cut -------------------------------------------------------------------------------------------------------------


def cut(hits: Sequence[Document], body: Mapping[str, Any], query_offset: int | None) -> dict[str, Any]:
    """The page asked for, in the envelope of its mode; past the end it is empty."""
    begin, end, envelope = page(len(hits), body, query_offset)
    return {"hits": list(hits[begin:end]), **envelope}


def page(total: int, body: Mapping[str, Any], query_offset: int | None) -> tuple[int, int, dict[str, int]]:
    """Where the page asked for begins and ends in `total` hits, and what the answer says of it.

    A page after the last one begins and ends at `total`, however far away it was asked for.
    """
    if body.get("page") is not None or body.get("hitsPerPage") is not None:
        number, size = int(body.get("page") or 1), int(body.get("hitsPerPage") or DEFAULT_LIMIT)
        pages = -(-total // size)
        paged = {"page": number, "hitsPerPage": size, "totalPages": pages, "totalHits": total}
        return min((number - 1) * size, total), min(number * size, total), paged
    offset = int(body.get("offset") or 0) if query_offset is None else query_offset
    limit = int(body.get("limit") or DEFAULT_LIMIT)
    return (
        min(offset, total),
        min(offset + limit, total),
        {"offset": offset, "limit": limit, "estimatedTotalHits": total},
    )
