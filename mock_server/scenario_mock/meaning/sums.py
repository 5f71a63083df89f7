"""The built-in embedder: a text means the sum of what its words mean, each weighted by how much it says.

Vectors of words are whole numbers, packed side by side into one large integer, so that the words of a text are added
in one go and exactly: the same text gives the same bytes on every machine.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import mul

from ..search.words import words
from . import SIZE
from .foreign import foreign_words, in_english
from .lookup import hashed, meaning_of

LONGEST_TEXT = 8_192
"""Letters of the words that are read; what follows is not, so that no text takes long and sums stay within a lane."""
KEPT_WORDS = 32_768
BIAS = 1 << 15
"""Added to each number, so that none is negative: |number| < 2**15, and 2**16 words fit into 32 bits."""
LANES = struct.Struct(f"<{SIZE}I")


class WordSums:
    """Embeds texts by the table of words."""

    name = "words"
    size = SIZE

    def embed(self, texts: Sequence[str]) -> list[array[float] | None]:
        """For each text a unit vector (`array('f')`), or None if there is no word in it."""
        return [_embed(text) for text in texts]


def _embed(text: str) -> array[float] | None:
    found = words(text)
    if not found:
        return None
    if len(text) > LONGEST_TEXT:
        found = words(" ".join(found)[:LONGEST_TEXT])
    if not text.isascii() or not foreign_words().isdisjoint(found):
        found = in_english(found)
    total = sum(map(_packed, found)).to_bytes(LANES.size, "little")
    base = len(found) * BIAS
    numbers = [lane - base for lane in LANES.unpack(total)]
    square = sum(map(mul, numbers, numbers))
    if not square:  # words that cancel each other out, or say nothing
        numbers = hashed(" ".join(found))
        square = sum(map(mul, numbers, numbers))
    length = sqrt(square)
    return array("f", [number / length for number in numbers])


@lru_cache(maxsize=KEPT_WORDS)
def _packed(word: str) -> int:
    return int.from_bytes(LANES.pack(*(number + BIAS for number in meaning_of(word))), "little")
