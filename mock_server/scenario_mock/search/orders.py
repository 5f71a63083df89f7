"""In which order documents are shown: by what was asked for, then by popularity, date and id.

An order is a permutation of all documents, made when it is first asked for. The documents of a set come out of it by
one look at each place, whatever the set.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from operator import itemgetter

from .bits import selectors
from .ordered import put_in
from .run import POPULAR_THEN_NEW, Document, Sort, sort_key

MAX_ORDERS = 16  # prepared at a time

Pick = Callable[[Sequence[int]], Sequence[int]]


class Orders:
    """The orders of documents numbered from 0; `documents` gives all of them, to read a field when it is needed."""

    def __init__(self, documents: Callable[[], Iterable[Document]]) -> None:
        self._documents = documents
        self._default: list[tuple[float, float, str, int]] = []
        self._new: list[tuple[float, float, str, int]] = []
        self._keys: dict[Sort, list[float]] = {}
        self._prepared: dict[tuple[Sort, ...], tuple[list[int], Pick]] = {}
        self._places: list[int] = []

    def add(self, number: int, document: Document) -> None:
        """The next document; call `settle` after the last one."""
        popular, new = (_sort_value(document, order) for order in POPULAR_THEN_NEW)
        self._new.append((popular, new, str(document.get("id")), number))
        for order, keys in self._keys.items():
            keys.append(_sort_value(document, order))

    def settle(self) -> None:
        """Documents were added."""
        put_in(self._default, self._new)
        self._new = []
        self._prepared.clear()
        self._places = []

    def in_order(self, bits: int, orders: Sequence[Sort]) -> Iterator[int]:
        """The documents of a set by `orders`, then by default."""
        numbers, pick = self._permutation(orders)
        return compress(numbers, pick(selectors(bits, len(numbers))))

    def by_rank(self, ranks: dict[int, float]) -> list[int]:
        """The documents by their rank, the smallest first, then by default."""
        if not self._places:
            self._places = [0] * len(self._default)
            for place, entry in enumerate(self._default):
                self._places[entry[-1]] = place
        return sorted(sorted(ranks, key=self._places.__getitem__), key=ranks.__getitem__)

    def sort(self, numbers: list[int], orders: Sequence[Sort]) -> list[int]:
        """Sort in place; stable, documents without a field come last in either direction."""
        for order in reversed(orders):
            if order not in self._keys:
                self._keys[order] = [_sort_value(document, order) for document in self._documents()]
            numbers.sort(key=self._keys[order].__getitem__)
        return numbers

    def _permutation(self, orders: Sequence[Sort]) -> tuple[list[int], Pick]:
        first: dict[str, Sort] = {}
        for order in orders:  # a field that comes again has nothing more to say
            first.setdefault(order[0].name, order)
        key = tuple(first.values())
        if key not in self._prepared:
            if len(self._prepared) >= MAX_ORDERS:
                self._prepared.clear()
            numbers = self.sort([entry[-1] for entry in self._default], key)
            # Two more items, which nobody looks at, because an itemgetter of one gives no tuple.
            self._prepared[key] = numbers, itemgetter(*numbers, 0, 0) if numbers else tuple
        return self._prepared[key]


def _sort_value(document: Document, order: Sort) -> float:
    """What sorts as the field does, ascending; without it the last."""
    field, descending = order
    key = sort_key(document, field)
    if key is None:
        return math.inf
    return -key if descending else key
