"""One search, from the request body to the page: check, filter, rank, order, cut.

`run` walks through the documents one by one: it is the definition. `index` gives the same answers quickly, with the
steps of this module that do not depend on the number of documents.

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
from typing import Any

from scenario_mock.errors import bad_request

from . import ranking
from .evaluate import predicate
from .fields import Field, Table, date_of, number_of, sortable, values
from .filters import parse, shown

MAX_LIMIT = 100
DEFAULT_LIMIT = 20

Document = Mapping[str, Any]
Vector = Sequence[float]
Rank = tuple[float, ...]  # smaller first
Sort = tuple[Field, bool]  # a field, and whether the greatest comes first

POPULAR_THEN_NEW = ((Field("score", "number", ("score",)), True), (Field("createdAt", "date", ("createdAt",)), True))


def run(
    table: Table,
    documents: Iterable[Document],
    body: Mapping[str, Any],
    *,
    query_offset: int | None = None,
    features: Callable[[str], Vector | None] | None = None,
    document_features: Callable[[Document], Vector | None] | None = None,
) -> dict[str, Any]:
    """The answer to a search over `documents`, hits as the API sends them; they are not copied.

    `body` is valid by its schema. `features` gives the descriptor of an asset id or data URL, `document_features` that
    of a hit; None: there is none. Raises ApiError (400) with the guide's texts.
    """
    check(body)
    order = sort_orders(table, body.get("sortBy") or [])
    kept = matching(table, documents, body.get("filter") or "")
    like, unlike = references(body, features)
    ranked = relevance(table, kept, body, like, unlike, document_features)
    hits = arrange(ranked, order)
    return cut(hits, body, query_offset)


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


def references(
    body: Mapping[str, Any], features: Callable[[str], Vector | None] | None
) -> tuple[list[Vector], list[Vector]]:
    """Descriptors of the pictures to be like, and to be unlike."""
    images = body.get("images") or {}
    like = [body["image"]] if body.get("image") else list(images.get("like") or [])

    def descriptor(reference: str) -> Vector:
        found = features(reference) if features else None
        if found is None:
            raise bad_request(f"Asset {shown(reference)} not found")
        return found

    return [descriptor(one) for one in like], [descriptor(one) for one in images.get("unlike") or []]


def relevance(
    table: Table,
    documents: Sequence[Document],
    body: Mapping[str, Any],
    like: Sequence[Vector],
    unlike: Sequence[Vector],
    document_features: Callable[[Document], Vector | None] | None,
) -> list[tuple[Rank, Document]]:
    """The documents that the query or the pictures find, each with its rank; all of them when there is neither.

    querySemanticRatio weighs meaning against keywords, imageSemanticRatio pictures against text; at 1 the other side
    has no say, neither in the order nor in what is found.
    """
    query, ratio = body.get("query") or "", semantic_ratio(body)
    pictured = bool(like or unlike)
    weight = image_weight(body) if pictured else 0.0
    if not query and not pictured:
        return [((), document) for document in documents]
    if not pictured and ratio == 0:
        return keyword_ranks(table, documents, query)
    found: list[tuple[Rank, Document]] = []
    for document in documents:
        text = text_score(table, document, query, ratio) if query and weight < 1 else None
        own = document_features(document) if pictured and document_features else None
        image = ranking.picture_score(like, unlike, own) if own is not None and (weight or not query) else None
        if text is not None or image is not None:
            found.append((score_rank(query, weight, text, image), document))
    return found


def semantic_ratio(body: Mapping[str, Any]) -> float:
    """How much meaning counts against keywords, 0 to 1."""
    return float(body.get("querySemanticRatio") or 0)


def image_weight(body: Mapping[str, Any]) -> float:
    """How much a picture counts against the query's text, 0 to 1."""
    ratio = body.get("imageSemanticRatio")
    return 1.0 if ratio is None else float(ratio)


def score_rank(query: str, weight: float, text: float | None, image: float | None) -> Rank:
    """The rank of a document by its scores, one of which is there."""
    # Without a query there is nothing to weigh a picture against: any ratio gives the same order.
    score = image if not query else weight * (image or 0.0) + (1 - weight) * (text or 0.0)
    return (-round(score or 0.0, 9),)


def keyword_ranks(table: Table, documents: Sequence[Document], query: str) -> list[tuple[Rank, Document]]:
    """The documents in which all words of the query occur."""
    wanted = ranking.query_words(query)
    matches = ((ranking.keyword_match(wanted, document, table), document) for document in documents)
    return [((m.typos, m.attributes, m.inexact), document) for m, document in matches if m is not None]


def text_score(table: Table, document: Document, query: str, ratio: float) -> float | None:
    """Keyword and semantic score of one document, weighed by `ratio`; None when neither side finds it."""
    wanted = ranking.query_words(query)
    match = ranking.keyword_match(wanted, document, table) if ratio < 1 else None
    likeness = ranking.semantic_score(query, document, table) if ratio > 0 else None
    keyword = match.score(len(wanted), len(table.text)) if match else None
    return weighed(ratio, keyword, likeness)


def weighed(ratio: float, keyword: float | None, likeness: float | None) -> float | None:
    """Keyword and semantic score as one; None when neither side found anything."""
    if keyword is None and likeness is None:
        return None
    return (1 - ratio) * (keyword or 0.0) + ratio * (likeness or 0.0)


# ---- order -----------------------------------------------------------------------------------------------------------


def arrange(ranked: Sequence[tuple[Rank, Document]], orders: Sequence[Sort]) -> list[Document]:
    """By `orders`, then rank, then popularity, then date of creation, then id: the same input, the same order."""
    entries = sorted(ranked, key=lambda entry: str(entry[1].get("id")))
    for by_default in reversed(POPULAR_THEN_NEW):
        entries = _sorted_by(entries, by_default)
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
    """Where the page asked for begins and ends in `total` hits, and what the answer says of it."""
    if body.get("page") is not None or body.get("hitsPerPage") is not None:
        number, size = int(body.get("page") or 1), int(body.get("hitsPerPage") or DEFAULT_LIMIT)
        pages = -(-total // size)
        paged = {"page": number, "hitsPerPage": size, "totalPages": pages, "totalHits": total}
        return (number - 1) * size, number * size, paged
    offset = int(body.get("offset") or 0) if query_offset is None else query_offset
    limit = int(body.get("limit") or DEFAULT_LIMIT)
    return offset, offset + limit, {"offset": offset, "limit": limit, "estimatedTotalHits": total}
