"""Lists in ascending order: put more in, and find the words that begin alike."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Any

_FEW = 16  # up to here a place for each is found sooner than all is sorted again
_AFTER_ALL = "\U0010ffff"  # no word has this character: it is none


def put_in(ordered: list[Any], new: Sequence[Any]) -> None:
    """Put more items into a list that is in order; equal ones stand behind those that are there."""
    if len(new) > _FEW:
        ordered += new
        ordered.sort()
        return
    for item in new:
        insort(ordered, item)


def beginning_with(ordered: list[str], beginning: str) -> list[str]:
    """Those of the `ordered` words that begin so, the word itself included."""
    return ordered[bisect_left(ordered, beginning) : bisect_left(ordered, beginning + _AFTER_ALL)]
