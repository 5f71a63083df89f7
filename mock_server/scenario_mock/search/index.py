"""Many documents, read once, that answer searches as `run` does, without a walk through them.

    step     here
    visible  documents by the time from which on they exist
    filter   one set of documents (`bits`) for each condition (`columns`), joined by and, or, not
    rank     words -> documents (`texts`); semantic scores and pictures one document at a time
    order    by popularity, date and id, and by any `sortBy`, prepared (`orders`)
    cut      the documents of the page only are taken out

Checks, error texts, scores and envelopes are those of `run`, `evaluate` and `ranking`; a test holds that both give the
same. What a search needs of the documents (a field, the words, the parts of words) is read when it is first asked for.
An index is for one thread at a time.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import chain, islice
from operator import and_, or_
from typing import Any

from scenario_mock.encoding import decode, encode

from .bits import everything, few_or_many, numbers_of
from .columns import Column, TextColumn
from .evaluate import Question, Reader, as_is, question, words_of
from .fields import Path, Table, values
from .filters import IS_EMPTY, IS_NOT_EMPTY, And, Condition, Node, Not, conditions, parse
from .ordered import put_in
from .orders import Orders
from .ranking import MAX_QUERY_CHARACTERS, attribute_texts, picture_score
from .run import (
    Document,
    Sort,
    Vector,
    check,
    image_weight,
    page,
    references,
    score_rank,
    semantic_ratio,
    sort_orders,
    weighed,
)
from .texts import Keywords, Likeness, keyword_scores

MAX_REMEMBERED_FILTER = 1_000  # characters; a tree is some fifty times as big as its text

ALWAYS, NEVER = -math.inf, math.inf

Features = Callable[[str], Vector | None]
DocumentFeatures = Callable[[Document], Vector | None]


@dataclass(frozen=True)
class Entry:
    """A document, when it begins to exist (Unix milliseconds), and its JSON.

    With `encoded` the index keeps that and lets go of `document`: half the memory, and answers that need no encoding.
    """

    document: Document
    visible_ms: float = ALWAYS
    encoded: bytes | None = None


@dataclass(frozen=True)
class Found:
    """The page asked for: numbers of documents, and the envelope without `hits`."""

    numbers: list[int]
    envelope: dict[str, int]


class Index:
    """Documents of one table, numbered from 0 as they come. `run` answers with documents, `find` is for those who
    want their JSON (`encoded`)."""

    def __init__(self, table: Table, entries: Iterable[Entry] = ()) -> None:
        self._table = table
        self._stored: list[Document | bytes] = []
        self._by_time: list[tuple[float, int]] = []
        self._visible_set = (-1, 0)  # how many exist, and which
        self._numbers: dict[str, int] = {}
        self._columns: dict[tuple[Path, Reader], Column | TextColumn] = {}
        self._orders = Orders(self._documents)
        self._keywords: Keywords | None = None
        self._likeness: Likeness | None = None
        self._pictures: dict[int, Vector] = {}
        self.add(entries)

    def __len__(self) -> int:
        return len(self._stored)

    def add(self, entries: Iterable[Entry]) -> None:
        """More documents, with ids of their own; searches find them from their `visible_ms` on."""
        times: list[tuple[float, int]] = []
        for entry in entries:
            number, document = len(self._stored), entry.document
            self._stored.append(document if entry.encoded is None else entry.encoded)
            self._numbers[str(document.get("id"))] = number
            times.append((entry.visible_ms, number))
            self._read(number, document)
        put_in(self._by_time, times)
        self._visible_set = (-1, 0)
        self._orders.settle()

    def retime(self, document_id: str, visible_ms: float) -> None:
        """The document begins to exist at another time; `NEVER` takes it out. Raises KeyError when it is not here."""
        number = self._numbers[document_id]
        self._by_time = [entry for entry in self._by_time if entry[1] != number]
        put_in(self._by_time, [(visible_ms, number)])
        self._visible_set = (-1, 0)

    def run(self, body: Mapping[str, Any], now_ms: float, **more: Any) -> dict[str, Any]:
        """The answer to a search, as `run.run` gives it over what exists at `now_ms`; for `more` see `find`."""
        found = self.find(body, now_ms, **more)
        return {"hits": [self.document(number) for number in found.numbers], **found.envelope}

    def document(self, number: int) -> Document:
        """One document."""
        stored = self._stored[number]
        return decode(stored) if isinstance(stored, bytes) else stored

    def encoded(self, number: int) -> bytes:
        """One document as JSON."""
        stored = self._stored[number]
        return stored if isinstance(stored, bytes) else encode(stored)

    def find(
        self,
        body: Mapping[str, Any],
        now_ms: float,
        *,
        scope: str = "",
        query_offset: int | None = None,
        features: Features | None = None,
        document_features: DocumentFeatures | None = None,
    ) -> Found:
        """The page that `body`, valid by its schema, asks for. Arguments and ApiErrors are those of `run.run`.

        Documents that the filter `scope` does not let through are not there for this caller.
        `document_features` is asked once for each document; what it gave is kept.
        """
        check(body)
        orders = sort_orders(self._table, body.get("sortBy") or [])
        kept = self._visible(now_ms) & self._matching(scope) & self._matching(body.get("filter") or "")
        like, unlike = references(body, features)
        query, ratio = body.get("query") or "", semantic_ratio(body)
        if like or unlike or (query and ratio):
            scored = self._scored(kept, body, like, unlike, document_features)
            begin, end, envelope = page(len(scored), body, query_offset)
            return Found(self._orders.sort(scored, orders)[begin:end], envelope)
        groups = [found for _, found in self._keyword_ranks(query, kept)] if query else [kept]
        begin, end, envelope = page(sum(group.bit_count() for group in groups), body, query_offset)
        return Found(list(islice(self._arranged(groups, orders), begin, end)), envelope)

    # ---- read: each part when it is first needed, then with every addition -------------------------------------------

    def _read(self, number: int, document: Document) -> None:
        for (path, reader), column in self._columns.items():
            column.add(number, _known(document, path, reader))
        self._orders.add(number, document)
        for part in (self._keywords, self._likeness):
            if part is not None:
                part.add(number, attribute_texts(document, self._table))

    def _documents(self) -> Iterator[Document]:
        return map(self.document, range(len(self)))

    def _read_columns(self, wanted: Collection[tuple[Path, Reader]]) -> None:
        missing = [
            (path, reader, TextColumn() if reader is words_of else Column())
            for path, reader in wanted
            if (path, reader) not in self._columns
        ]
        for number, document in enumerate(self._documents()) if missing else ():
            for path, reader, column in missing:
                column.add(number, _known(document, path, reader))
        self._columns.update({(path, reader): column for path, reader, column in missing})

    # ---- filter ------------------------------------------------------------------------------------------------------

    def _visible(self, now_ms: float) -> int:
        count = bisect_right(self._by_time, (now_ms, len(self)))
        if count == len(self):
            return everything(count)
        if self._visible_set[0] != count:
            self._visible_set = count, few_or_many([number for _, number in self._by_time[:count]], len(self))
        return self._visible_set[1]

    def _matching(self, text: str) -> int:
        if not text.strip():
            return everything(len(self))
        understand = _remembered if len(text) <= MAX_REMEMBERED_FILTER else _understood
        tree, questions = understand(text, self._table)
        self._read_columns({(asked.field.path, asked.reader) for asked in questions})
        known: dict[Question, int] = {}
        for asked in questions:
            if asked not in known:
                known[asked] = self._answer(asked)
        return self._joined(tree, iter([known[asked] for asked in questions]))

    def _answer(self, asked: Question) -> int:
        column = self._columns[asked.field.path, asked.reader]
        if isinstance(column, Column) and asked.operator in (IS_EMPTY, IS_NOT_EMPTY):
            present = column.present(len(self))
            return present if asked.operator == IS_NOT_EMPTY else everything(len(self)) & ~present
        return column.answer(asked, len(self))

    def _joined(self, node: Node, answers: Iterator[int]) -> int:
        """The documents that pass `node`; `answers` to its conditions, in the order of the text."""
        if isinstance(node, Condition):
            return next(answers)
        if isinstance(node, Not):
            return everything(len(self)) & ~self._joined(node.item, answers)
        return reduce(and_ if isinstance(node, And) else or_, [self._joined(item, answers) for item in node.items])

    # ---- rank --------------------------------------------------------------------------------------------------------

    def _keyword_ranks(self, query: str, kept: int) -> list[tuple[Any, int]]:
        if self._keywords is None:
            self._keywords = Keywords(len(self._table.text))
            for number, document in enumerate(self._documents()):
                self._keywords.add(number, attribute_texts(document, self._table))
        return self._keywords.ranked(query, kept, len(self))

    def _semantic_scores(self, query: str) -> dict[int, float]:
        if self._likeness is None:
            self._likeness = Likeness()
            for number, document in enumerate(self._documents()):
                self._likeness.add(number, attribute_texts(document, self._table))
        return self._likeness.scores(query[:MAX_QUERY_CHARACTERS])

    def _scored(
        self,
        kept: int,
        body: Mapping[str, Any],
        like: Sequence[Vector],
        unlike: Sequence[Vector],
        document_features: DocumentFeatures | None,
    ) -> list[int]:
        """What the query or the pictures find, by score and then by default; see `run.relevance`."""
        query, ratio = body.get("query") or "", semantic_ratio(body)
        pictured = bool(like or unlike)
        weight = image_weight(body) if pictured else 0.0
        by_text = query and weight < 1
        keyword = self._keyword_ranks(query, kept) if by_text and ratio < 1 else []
        keywords = keyword_scores(keyword, query, len(self._table.text))
        likeness = self._semantic_scores(query) if by_text and ratio > 0 else {}
        with_picture = document_features if pictured and (weight or not query) else None
        ranks: dict[int, float] = {}
        for number in numbers_of(kept):
            text = weighed(ratio, keywords.get(number), likeness.get(number)) if by_text else None
            own = self._picture(number, with_picture) if with_picture else None
            image = picture_score(like, unlike, own) if own is not None else None
            if text is not None or image is not None:
                ranks[number] = score_rank(query, weight, text, image)[0]
        return self._orders.by_rank(ranks)

    def _picture(self, number: int, document_features: DocumentFeatures) -> Vector | None:
        known = self._pictures.get(number)
        if known is None:
            known = document_features(self.document(number))
            if known is not None:  # what is not there yet may come
                self._pictures[number] = known
        return known

    # ---- order -------------------------------------------------------------------------------------------------------

    def _arranged(self, groups: Sequence[int], orders: Sequence[Sort]) -> Iterator[int]:
        """The documents of the groups by `orders`, then by group, then by default."""
        if len(groups) == 1:
            return self._orders.in_order(groups[0], orders)
        by_group = chain.from_iterable(self._orders.in_order(group, ()) for group in groups)
        return iter(self._orders.sort(list(by_group), orders)) if orders else by_group


def _understood(text: str, table: Table) -> tuple[Node, tuple[Question, ...]]:
    """A filter's tree and its conditions, each fit for the table."""
    tree = parse(text)
    return tree, tuple(question(condition, table) for condition in conditions(tree))


_remembered = lru_cache(maxsize=1024)(_understood)


def _known(document: Document, path: Path, reader: Reader) -> list[Any]:
    """The readable values; where only their presence counts, which may be no key of a dictionary, True for each."""
    found = values(document, path)
    if reader is as_is:
        return [True] * len(found)
    return [known for value in found if (known := reader(value)) is not None]
