"""How well a document's words match a query's: what ranks the hits of a text search.

A query's words are those that say something; they are looked for in every way in which they may stand in a text:

| way | what must stand there | typos |
|---|---|---|
| itself | the word | 0 |
| beginning | a word that begins so; the last word of the query only | 0 |
| slip | a word one edit away from 5 letters on, two from 9: a letter more, less, other, two neighbors swapped | 1, 2 |
| split | the word's two parts side by side | 1 |
| joined | the word and the next one as a single word | 1, and 0 for the next |

Of two documents the better one, asked in this order:

| `KeywordMatch` | is less |
|---|---|
| `missing` | words of the query that stand nowhere in it; of documents that lack three or more nothing else is asked |
| `typos` | the sum of the fewest typos of each word found |
| `distance` | of the two neighbors in the query that are farthest apart, see below |
| `attribute` | the place of the least telling attribute that is needed for all words |
| `unfinished` | 1 if the last word stands there as a beginning only |

Distance is 0 side by side in order, 1 in any order, 2 with one word between …, 8 from seven words on or never in one
attribute. Distance and attribute look at those occurrences of a word that have its fewest typos. Everything is a
question that a full-text index can answer for many documents at once (`search_index.levels`); here it is answered for
one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

from .fields import Table, text_of, values
from .words import words

MAX_QUERY_CHARACTERS = 1_000  # what follows is not read, nor is anything after the first words
MAX_QUERY_WORDS = 10
TYPOS_FROM = ((9, 2), (5, 1))  # (letters in the query's word, edits allowed)
MOST_LETTERS = 32  # longer words have no slips and are not split
MOST_MISSING = 2  # of a document that lacks more words nothing else is asked
GAP = 8  # between two items of an array: words of different tags are never near
FAR = 8
LITTLE = frozenset("a an and are as at by for from in into is it of on or over that the this to under with".split())
"""Words that say little; they count when a query has no others."""

Document = Mapping[str, Any]
Place = tuple[int, str]
"""Position of a word in its attribute, and the word."""


@dataclass(frozen=True)
class Query:
    """The words to look for, and whether the last of them may be a beginning."""

    words: tuple[str, ...]
    open_ended: bool


@dataclass(frozen=True)
class Way:
    """One way in which words of a query may stand in a text: side by side, all in one attribute."""

    word: int
    """Place of the query's word."""
    terms: tuple[str, ...]
    typos: int
    prefix: bool = False


class Occurrence(NamedTuple):
    """Where a word of the query stands, in one way."""

    attribute: int
    begin: int
    end: int
    """Position after its last word."""
    way: Way


@dataclass(frozen=True, order=True)
class KeywordMatch:
    """How a document matches; the smaller, the better, compared field by field. See the module."""

    missing: int
    typos: int
    distance: int
    attribute: int
    unfinished: int


class Vocabulary(Protocol):
    """The words that occur anywhere, but those that have no slips."""

    def __contains__(self, word: str) -> bool: ...

    def slips(self, word: str) -> Sequence[tuple[int, Sequence[str]]]:
        """(edits, words that are so many edits away), as many edits as `edits_allowed` says."""
        ...


def query_of(text: str) -> Query:
    """What a query looks for. No letter and no digit: nothing."""
    every = words(text[:MAX_QUERY_CHARACTERS])[:MAX_QUERY_WORDS]
    telling = tuple(word for word in every if word not in LITTLE) or every
    return Query(telling, bool(every) and telling[-1] is every[-1])


def ways_of(query: Query, vocabulary: Vocabulary) -> list[Way]:
    """All ways in which the words may stand in texts that are made of the vocabulary."""
    found = []
    for place, word in enumerate(query.words):
        found.append(Way(place, (word,), 0))
        if query.open_ended and place == len(query.words) - 1:
            found.append(Way(place, (word,), 0, prefix=True))
        for typos, near in vocabulary.slips(word):
            found += [Way(place, (known,), typos) for known in near]
        parts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
        found += [Way(place, (one, other), 1) for one, other in parts if one in vocabulary and other in vocabulary]
    for place, pair in enumerate(pairwise(query.words)):
        joined = "".join(pair)
        if joined in vocabulary:
            found += [Way(place, (joined,), 1), Way(place + 1, (joined,), 0)]
    return found


def may_slip(word: str) -> bool:
    """Whether a word can be, or have, a slip: none where a digit may matter, and none that is very long."""
    return len(word) <= MOST_LETTERS and word.isalpha()


def edits_allowed(word: str) -> int:
    """How many slips a word of a query may have."""
    if not may_slip(word):
        return 0
    return next((allowed for letters, allowed in TYPOS_FROM if len(word) >= letters), 0)


# ---- one document ----------------------------------------------------------------------------------------------------


def attributes_of(table: Table, document: Document) -> list[list[Place]]:
    """For each text attribute of the table its words with their positions; items of arrays lie `GAP` apart."""
    texts = (filter(None, map(text_of, values(document, path))) for path in table.text)
    return [list(spread(map(words, items))) for items in texts]


def spread(items: Iterable[Sequence[str]]) -> Iterator[Place]:
    """The words of an attribute's items with their positions; an item without words takes no room."""
    position = 0
    for item in filter(None, items):
        for word in item:
            yield position, word
            position += 1
        position += GAP


def keyword_match(query: Query, ways: Sequence[Way], attributes: Sequence[Sequence[Place]]) -> KeywordMatch | None:
    """How a document with these attributes matches; None: none of the words stands in it."""
    best = [_with_fewest_typos(occurrences) for occurrences in _occurrences(query, ways, attributes)]
    if not any(best):
        return None
    missing = sum(not occurrences for occurrences in best)
    if missing > MOST_MISSING:
        return KeywordMatch(MOST_MISSING + 1, 0, 0, 0, 0)
    pairs = [(one, other) for one, other in pairwise(best) if one and other]
    last = best[-1]
    return KeywordMatch(
        missing=missing,
        typos=sum(occurrences[0].way.typos for occurrences in best if occurrences),
        distance=max((_distance(one, other) for one, other in pairs), default=0),
        attribute=max(min(each.attribute for each in occurrences) for occurrences in best if occurrences),
        unfinished=int(bool(last) and all(each.way.prefix for each in last)),
    )


def _occurrences(query: Query, ways: Sequence[Way], attributes: Sequence[Sequence[Place]]) -> list[list[Occurrence]]:
    """For each word of the query where it stands."""
    whole: dict[str, list[Way]] = {}
    for way in ways:
        if not way.prefix:
            whole.setdefault(way.terms[0], []).append(way)
    beginnings = [way for way in ways if way.prefix]
    found: list[list[Occurrence]] = [[] for _ in query.words]
    for attribute, places in enumerate(attributes):
        at = dict(places)
        for position, word in places:
            standing = [way for way in whole.get(word, ()) if way.terms[1:] in ((), (at.get(position + 1),))]
            standing += [way for way in beginnings if word.startswith(way.terms[0])]
            for way in standing:
                found[way.word].append(Occurrence(attribute, position, position + len(way.terms), way))
    return found


def _with_fewest_typos(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    fewest = min((each.way.typos for each in occurrences), default=0)
    return [each for each in occurrences if each.way.typos == fewest]


def _distance(ones: Sequence[Occurrence], others: Sequence[Occurrence]) -> int:
    """How far apart two neighbors of the query stand where they are nearest."""
    begins: defaultdict[int, list[int]] = defaultdict(list)
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for other in others:
        begins[other.attribute].append(other.begin)
        ends[other.attribute].append(other.end)
    for each in (*begins.values(), *ends.values()):
        each.sort()
    both = {(other.attribute, other.begin, other.way.terms) for other in others}
    nearest = FAR
    for one in ones:
        after, before = begins[one.attribute], ends[one.attribute]
        place = bisect_left(after, one.end)
        follows = after[place] if place < len(after) else None
        if follows == one.end or (one.attribute, one.begin, one.way.terms) in both:
            return 0  # a joined word is both of them
        if follows is not None:
            nearest = min(nearest, follows - one.end + 1)
        if place := bisect_right(before, one.begin):
            nearest = min(nearest, one.begin - before[place - 1] + 1)
    return nearest
