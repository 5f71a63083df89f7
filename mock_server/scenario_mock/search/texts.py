"""The text attributes of all documents: which documents a query finds, and how well.

Scores and ranks are those of `ranking`; there a document is asked about words, here a word about documents. A word of
the query has levels: (typos, attribute, inexact) with the documents that match it just so and no better. The levels of
several words are met with each other, which leaves the documents that match all of them, by their rank.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

from .bits import few_or_many, numbers_of
from .ranking import SEMANTIC_FLOOR, KeywordMatch, embed, query_words, vector_of
from .vocabulary import Vocabulary
from .words import words

MAX_REMEMBERED = 256  # words of queries

Level = tuple[tuple[int, int, int], int]


class Keywords:
    """Words of the attributes -> documents, whose numbers come in ascending order."""

    def __init__(self, attributes: int) -> None:
        self._vocabulary = Vocabulary()
        self._documents: dict[str, list[array[int] | None]] = {}  # by word, then by attribute
        self._attributes = attributes
        self._remembered: dict[tuple[str, bool], list[Level]] = {}

    def add(self, number: int, texts: Sequence[str]) -> None:
        """Document `number` has these texts, one for each attribute."""
        for place, text in enumerate(texts):
            for word in set(words(text)):
                places = self._documents.get(word)
                if places is None:
                    places = self._documents[word] = [None] * self._attributes
                    self._vocabulary.add(word)
                found = places[place]
                if found is None:
                    found = places[place] = array("I")
                found.append(number)
        self._remembered.clear()

    def ranked(self, query: str, kept: int, size: int) -> list[tuple[KeywordMatch, int]]:
        """Of the documents `kept` those in which all words of the query occur, by how well, best first."""
        wanted = query_words(query)
        totals = {(0, 0, 0): kept}
        for place, word in enumerate(wanted):
            met: defaultdict[tuple[int, int, int], int] = defaultdict(int)
            levels = self._levels(word, place == len(wanted) - 1, size)
            for (typos, attributes, inexact), documents in totals.items():
                for level, found in levels:
                    if both := documents & found:
                        met[typos + level[0], attributes + level[1], inexact + level[2]] |= both
            totals = met
        return [(KeywordMatch(*rank), documents) for rank, documents in sorted(totals.items()) if documents]

    def _levels(self, word: str, last: bool, size: int) -> list[Level]:
        if (word, last) not in self._remembered:
            if len(self._remembered) >= MAX_REMEMBERED:
                self._remembered.clear()
            self._remembered[word, last] = self._find_levels(word, last, size)
        return self._remembered[word, last]

    def _find_levels(self, word: str, last: bool, size: int) -> list[Level]:
        numbers: defaultdict[tuple[int, int, int], list[int]] = defaultdict(list)
        for typos, inexact, meant in self._vocabulary.meanings(word, last):
            for known in meant:
                for place, documents in enumerate(self._documents[known]):
                    if documents is not None:
                        numbers[typos, place, inexact].extend(documents)
        levels, seen = [], 0
        for level in sorted(numbers):
            found = few_or_many(numbers[level], size) & ~seen
            if found:
                levels.append((level, found))
                seen |= found
        return levels


class Likeness:
    """Parts of words -> texts that have them, with their weight; made for queries with a semantic ratio."""

    def __init__(self) -> None:
        self._document: list[int] = []  # by text
        self._parts: dict[int, tuple[array[int], array[float]]] = {}

    def add(self, number: int, texts: Sequence[str]) -> None:
        """Document `number` has these texts, one for each attribute."""
        for text in filter(None, texts):
            for part, weight in vector_of(text).items():
                places, weights = self._parts.setdefault(part, (array("I"), array("d")))
                places.append(len(self._document))
                weights.append(weight)
            self._document.append(number)

    def scores(self, query: str) -> dict[int, float]:
        """The likeness of the query and the best text of each document that is not below the floor."""
        sums = [0.0] * len(self._document)
        for part, weight in embed(query).items():  # in this order, as the definition adds them up
            for text, other in zip(*self._parts.get(part, ((), ())), strict=True):
                sums[text] += weight * other
        best: dict[int, float] = {}
        for number, likeness in zip(self._document, sums, strict=True):
            if likeness >= SEMANTIC_FLOOR and likeness > best.get(number, 0.0):
                best[number] = likeness
        return best


def keyword_scores(ranked: Sequence[tuple[KeywordMatch, int]], query: str, attributes: int) -> dict[int, float]:
    """What each document found is worth to the query's words, 0 to 1."""
    count = len(query_words(query))
    return {number: match.score(count, attributes) for match, documents in ranked for number in numbers_of(documents)}
