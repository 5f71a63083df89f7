"""A text as a vector of unit length: near texts are near.

Feature hashing instead of a model: each word, each pair of neighboring words and each run of three characters adds its
weight to one of 1024 places, with a sign, both told by a hash. What two texts share in spelling they share in their
vectors; that a hound is a dog it does not know. The hash is keyless, so every process gives the same vector.
"""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ..search.ranking import LITTLE

SIZE = 1024
WORD, PAIR, TRIGRAM, SMALL = 1.0, 0.5, 0.35, 0.15
"""Weights of a word, a pair, a trigram, and a word that says little."""


def embed(text: str) -> list[float]:
    """The vector of `text`, 1024 numbers of length 1. The same for texts that differ in case or spacing only."""
    vector = [0.0] * SIZE
    for feature, weight in _features(text).items():
        digest = hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        sign = 1.0 if digest[7] & 1 else -1.0
        vector[int.from_bytes(digest[:4], "big") % SIZE] += sign * weight
    length = math.sqrt(math.fsum(value * value for value in vector))
    if not length:  # a text of spaces alone, or one whose features cancel out
        vector[0], length = 1.0, 1.0
    return [round(value / length, 8) for value in vector]


def likeness(one: list[float], other: list[float]) -> float:
    """The cosine of two vectors of unit length: 1 for the same direction, 0 for nothing in common."""
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def _features(text: str) -> dict[str, float]:
    """Feature -> weight; a repeated one counts by the logarithm of its number."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = re.findall(r"\w+", plain)
    counts = Counter(_parts(words or [plain.strip()]))
    weights = {"w": WORD, "p": PAIR, "t": TRIGRAM}
    return {
        part: (SMALL if part[0] == "w" and part[2:] in LITTLE else weights[part[0]]) * (1 + math.log(count))
        for part, count in counts.items()
    }


def _parts(words: list[str]) -> Iterator[str]:
    for word in words:
        yield f"w:{word}"
        padded = f"^{word}$"
        if word not in LITTLE:
            yield from (f"t:{padded[start : start + 3]}" for start in range(max(1, len(padded) - 2)))
    telling = [word for word in words if word not in LITTLE]
    yield from (f"p:{one} {other}" for one, other in pairwise(telling))
