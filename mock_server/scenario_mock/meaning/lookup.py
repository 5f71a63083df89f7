"""What one folded word means: 64 whole numbers, each within -32,767..32,767.

| the word | its meaning |
|---|---|
| in the table | the table's |
| from 5 to 20 letters, one edit away from a whole word of the table | that of the likeliest such word: a typo |
| starts with, and goes on in, pieces of the table | the mean of its pieces, at half weight: they are guesses |
| anything else | a direction of its own, told by a hash: equal words stay equal |
"""

from __future__ import annotations

import hashlib
import string
from array import array
from collections.abc import Iterator

from . import SIZE
from .pieces import longest_pieces
from .table import table

TYPO_LETTERS = range(5, 21)
"""Longer words are seldom typed, and each letter costs 54 looks into the table."""
LIKELY, UNLIKELY = 1, 4
"""A letter lost or swapped, or typed twice, is a likelier slip than a wrong one or one too many."""
FLATTEN = 500
"""Added to the place of a word, so that among frequent words the kind of slip decides."""
LONGEST_WORD = 40
"""Longer words have no pieces worth to read."""
HASHED_WEIGHT = 4
"""A hashed direction is some 590 times this long, a word of the table about 5,000: the unknown says half as much."""


def meaning_of(word: str) -> list[int]:
    """The weighted direction of `word`, never all zero."""
    known = table()
    place = known.places.get(word)
    if place is None and len(word) <= LONGEST_WORD and word.isascii():
        place = _typo(word)
        if place is None:
            pieces = longest_pieces(word, known.places)
            if pieces:
                rows = [known.direction(piece) for piece in pieces]
                return [round(sum(column) / (2 * len(rows))) for column in zip(*rows, strict=True)]
    return hashed(word) if place is None else known.direction(place)


def hashed(text: str) -> list[int]:
    """The direction of `text` by a keyless hash, the same in every process."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()
    return [HASHED_WEIGHT * (number or 1) for number in array("b", digest)]


def _typo(word: str) -> int | None:
    """The place of the likeliest whole word that is one edit away; None for words too short or long, or with digits."""
    if len(word) not in TYPO_LETTERS or not word.isalpha():
        return None
    places = table().places
    found = [((places[near] + FLATTEN) * slip, places[near]) for near, slip in _edits(word) if near in places]
    return min(found)[1] if found else None


def _edits(word: str) -> Iterator[tuple[str, int]]:
    """All that one change makes of `word`, and how likely: a letter put in, swapped, left out or replaced."""
    for place in range(len(word) + 1):
        start, end = word[:place], word[place:]
        yield start + end[1:2] + end[:1] + end[2:], LIKELY
        yield start + end[1:], LIKELY if start[-1:] == end[:1] else UNLIKELY
        for letter in string.ascii_lowercase:
            yield start + letter + end, LIKELY
            yield start + letter + end[1:], UNLIKELY
