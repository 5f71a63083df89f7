"""Draws from a random source that was handed in: the same ones on every Python version, and quick.

Python promises that `Random(seed).random()` never changes. How `choice`, `sample`, `shuffle` and `randint` use it has
changed before and may again, so whatever must come out the same everywhere is drawn with these. They also cost a
quarter of those methods' time, and a world makes some twenty draws a row.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def pick(rng: random.Random, table: Sequence[Item]) -> Item:
    """One of the table's entries. Raises IndexError when it has none."""
    return table[int(rng.random() * len(table))]


def whole(rng: random.Random, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both of them possible; the span must be below 2**53."""
    return low + int(rng.random() * (high - low + 1))


def between(rng: random.Random, low: float, high: float) -> float:
    """A number from `low` to just below `high`."""
    return low + (high - low) * rng.random()


def some(rng: random.Random, table: Sequence[Item], count: int) -> list[Item]:
    """`count` different entries in drawn order; all of them when the table has fewer."""
    left = list(table)
    wanted = min(count, len(left))
    for place in range(wanted):
        other = place + int(rng.random() * (len(left) - place))
        left[place], left[other] = left[other], left[place]
    return left[:wanted]


def shuffled(rng: random.Random, table: Sequence[Item]) -> list[Item]:
    """All entries in drawn order."""
    return some(rng, table, len(table))
