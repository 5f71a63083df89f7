"""Which documents a query or a picture finds, and how well: simple, deterministic stand-ins for a search engine.

Keyword: every word of the query occurs in some text attribute, as it is, as a beginning (the last word), or with a slip
(one edit from 5 letters, two from 9). Better: fewer edits, then more telling attributes, then more whole words.
Semantic: cosine of hashed words and character trigrams, best attribute. It knows no meaning, only likeness of
spelling; a floor keeps the unrelated out. Picture: nearness of descriptors that the caller computes.

Scores are 0 to 1, a document without one is not found. Nothing here knows of filters, order or pages.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .fields import Table, text_of, values
from .words import words

MAX_QUERY_CHARACTERS = 1_000  # what follows is not read, nor is anything after the first words
MAX_QUERY_WORDS = 10
TYPOS_FROM = ((9, 2), (5, 1))  # (letters in the query's word, edits allowed)
BUCKETS = 1 << 16
SEMANTIC_FLOOR = 0.15

Document = Mapping[str, Any]
Vector = Sequence[float]


@dataclass(frozen=True, order=True)
class KeywordMatch:
    """How a document matches all words of a query; smaller is better, compared field by field."""

    typos: int
    attributes: int  # sum over the words of the place of the attribute they were found in
    inexact: int  # words found with an edit or as a beginning

    def score(self, count: int, places: int) -> float:
        """0 to 1 for `count` query words over `places` attributes, in the spirit of the order above."""
        if not count:
            return 1.0
        lost = 0.5 * self.typos / 2 + 0.3 * self.attributes / places + 0.2 * self.inexact
        return max(0.0, 1 - lost / count)


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query that count."""
    return words(query[:MAX_QUERY_CHARACTERS])[:MAX_QUERY_WORDS]


def keyword_match(wanted: tuple[str, ...], document: Document, table: Table) -> KeywordMatch | None:
    """The best way to find all of `wanted` in the document, or None. No words: everything matches alike."""
    attributes = [words(text) for text in attribute_texts(document, table)]
    total = KeywordMatch(0, 0, 0)
    for place, word in enumerate(wanted):
        best = _best(word, place == len(wanted) - 1, attributes)
        if best is None:  # most documents miss the first word: comparing letters is the dear part
            return None
        total = KeywordMatch(total.typos + best[0], total.attributes + best[1], total.inexact + best[2])
    return total


def attribute_texts(document: Document, table: Table) -> list[str]:
    """One text for each text attribute of the table, arrays joined, "" where there is none."""
    return [" ".join(filter(None, map(text_of, values(document, path)))) for path in table.text]


def _best(word: str, last: bool, attributes: list[tuple[str, ...]]) -> tuple[int, int, int] | None:
    """(typos, place of the attribute, inexact) of the word's best occurrence."""
    matches = (
        (match[0], place, match[1])
        for place, known in enumerate(attributes)
        for candidate in known
        if (match := word_match(word, candidate, last)) is not None
    )
    return min(matches, default=None)


@lru_cache(maxsize=1 << 16)
def word_match(word: str, candidate: str, last: bool) -> tuple[int, int] | None:
    """(typos, inexact) of one word of a query against one of a document; None: too far apart."""
    if word == candidate:
        return 0, 0
    if last and candidate.startswith(word):
        return 0, 1
    allowed = edits_allowed(word)
    between = edits(word, candidate, allowed)
    return (between, 1) if between <= allowed else None


def edits_allowed(word: str) -> int:
    """How many slips a word of a query may have."""
    return next((allowed for letters, allowed in TYPOS_FROM if len(word) >= letters), 0)


def edits(left: str, right: str, most: int) -> int:
    """Insertions, deletions, substitutions and swaps of neighbors between two words; gives up above `most`."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most and (not before or min(before) > most):
            return most + 1
    return row[-1]


def semantic_score(query: str, document: Document, table: Table) -> float | None:
    """Likeness of the query and the document's best text attribute; None below the floor."""
    wanted = embed(query[:MAX_QUERY_CHARACTERS])
    likeness = max((_cosine(wanted, embed(text)) for text in attribute_texts(document, table) if text), default=0.0)
    return likeness if likeness >= SEMANTIC_FLOOR else None


def vector_of(text: str) -> Mapping[int, float]:
    """A unit vector, as bucket -> weight: words, and the trigrams of each word with its edges."""
    weights: dict[int, float] = {}
    for word in words(text):
        for bucket, weight in _parts(word):
            weights[bucket] = weights.get(bucket, 0.0) + weight
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {bucket: weight / length for bucket, weight in weights.items()}


embed = lru_cache(maxsize=4096)(vector_of)


@lru_cache(maxsize=16_384)
def _parts(word: str) -> tuple[tuple[int, float], ...]:
    """Bucket and weight of a word and of its trigrams."""
    share = 1.0 if len(word) > 3 else 0.3  # short words are mostly grammar
    edged = f" {word} "
    parts = [(word, 2.0), *((edged[i : i + 3], 1.0) for i in range(len(edged) - 2))]
    return tuple((zlib.crc32(f"{len(part) == 3}{part}".encode()) % BUCKETS, weight * share) for part, weight in parts)


def _cosine(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    total = 0.0  # not sum(): it rounds in another way from Python 3.12 on, and the order of hits must not
    for bucket, weight in left.items():
        total += weight * right.get(bucket, 0.0)
    return total


def picture_score(like: Sequence[Vector], unlike: Sequence[Vector], picture: Vector) -> float:
    """Nearness to the pictures of `like` and distance from those of `unlike`, averaged; 1 is the same picture."""
    near = [1 / (1 + math.dist(other, picture)) for other in like]
    far = [1 - 1 / (1 + math.dist(other, picture)) for other in unlike]
    parts = [sum(scores) / len(scores) for scores in (near, far) if scores]
    return sum(parts) / len(parts)
