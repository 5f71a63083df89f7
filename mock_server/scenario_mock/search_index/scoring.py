"""Any number of pictures as one direction: what they add to a score is linear in the document's vector.

`search.run.picture_score` is the mean of (1 + cosine) / 2 over the pictures to be like and of 1 - (1 + cosine) / 2 over
those to be unlike; of both, their mean. So one cosine does, with the weighted sum of the pictures' vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, hypot

Vector = Sequence[float]


@dataclass(frozen=True)
class Direction:
    """Pictures to be like and unlike as one: a document's score is 1/2 + `weight` * cosine with `vector`."""

    vector: Vector
    weight: float


def direction(like: Sequence[Vector], unlike: Sequence[Vector]) -> Direction:
    """The direction of pictures' vectors, each of unit length."""
    share = 0.25 if like and unlike else 0.5
    parts = [(share / len(like), vector) for vector in like] + [(-share / len(unlike), vector) for vector in unlike]
    whole = [fsum(weight * vector[place] for weight, vector in parts) for place in range(len(parts[0][1]))]
    length = hypot(*whole)
    return Direction([value / length for value in whole] if length > 1e-9 else parts[0][1], length)
