"""One field of all documents, read once: which documents hold a value, a value in a range, or a text with words.

    question             answered by
    = != IS EMPTY        Column     value -> documents
    > >= < <=            Column     values in order, cut in two
    :                    TextColumn word -> texts -> documents, words in order for beginnings

The meaning is that of `evaluate`; here only the way of asking is another. Documents are numbers, from 0 in the order in
which they came; more may come at any time, in ascending order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

from .bits import bits_of, few_or_many
from .evaluate import Question

_AFTER_ALL = "\U0010ffff"  # no word has this character: it is none


class Column:
    """The readable values of a field."""

    def __init__(self) -> None:
        self._documents: dict[Any, list[int]] = {}
        self._present: list[int] = []
        self._ordered: list[tuple[Any, int]] | None = None

    def add(self, number: int, found: Iterable[Any]) -> None:
        """Document `number` holds the values `found`."""
        distinct = set(found)
        for value in distinct:
            self._documents.setdefault(value, []).append(number)
        if distinct:
            self._present.append(number)
        self._ordered = None

    def answer(self, asked: Question, size: int) -> int:
        """The documents below `size` for which a comparison is true."""
        if asked.operator == "=":
            return self.equal(asked.wanted, size)
        if asked.operator == "!=":
            return self.present(size) & ~self.equal(asked.wanted, size)
        return self._beyond(asked.operator, asked.wanted, size)

    def equal(self, value: Any, size: int) -> int:
        """The documents below `size` that hold `value`."""
        return few_or_many(self._documents.get(value, []), size)

    def present(self, size: int) -> int:
        """The documents below `size` that hold anything."""
        return few_or_many(self._present, size)

    def _beyond(self, operator: str, limit: float, size: int) -> int:
        if self._ordered is None:
            self._ordered = sorted((value, number) for value, all_ in self._documents.items() for number in all_)
        place = (bisect_left if operator in (">=", "<") else bisect_right)(self._ordered, limit, key=_value)
        part = self._ordered[place:] if operator in (">", ">=") else self._ordered[:place]
        return few_or_many([number for _, number in part], size)


def _value(pair: tuple[Any, int]) -> Any:
    return pair[0]


class TextColumn:
    """The texts of a field as words. A text that many documents share, as tags are, is kept once."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, ...], int] = {}
        self._documents: list[list[int]] = []  # by text
        self._words: dict[str, list[int]] = {}  # texts by word
        self._ordered: list[str] | None = None

    def add(self, number: int, found: Iterable[tuple[str, ...]]) -> None:
        """Document `number` holds the texts `found`."""
        for known in set(found):
            text = self._texts.setdefault(known, len(self._documents))
            if text == len(self._documents):
                self._documents.append([])
                for word in set(known):
                    self._words.setdefault(word, []).append(text)
                self._ordered = None
            self._documents[text].append(number)

    def answer(self, asked: Question, size: int) -> int:
        """The documents below `size` with a text in which all words wanted occur, the last perhaps as a beginning."""
        *whole, last = asked.wanted
        if self._ordered is None:
            self._ordered = sorted(self._words)
        texts = {text for word in beginning_with(self._ordered, last) for text in self._words[word]}
        for word in whole:
            texts.intersection_update(self._words.get(word, ()))
        return bits_of((number for text in texts for number in self._documents[text]), size) if texts else 0


def beginning_with(ordered: list[str], beginning: str) -> list[str]:
    """Those of the `ordered` words that begin so, the word itself included."""
    return ordered[bisect_left(ordered, beginning) : bisect_left(ordered, beginning + _AFTER_ALL)]
