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
from .ordered import beginning_with, put_in

MAX_REMEMBERED = 64  # cuts of a column, which come again when a field has few values


class Column:
    """The readable values of a field."""

    def __init__(self) -> None:
        self._documents: dict[Any, list[int]] = {}
        self._present: list[int] = []
        self._ordered: list[tuple[Any, int]] | None = None
        self._cuts: dict[tuple[bool, int], int] = {}

    def add(self, number: int, found: Iterable[Any]) -> None:
        """Document `number` holds the values `found`."""
        distinct = set(found)
        for value in distinct:
            self._documents.setdefault(value, []).append(number)
        if distinct:
            self._present.append(number)
        if self._ordered is not None:
            put_in(self._ordered, [(value, number) for value in distinct])
        self._cuts.clear()

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
        cut = operator in (">", ">="), place
        if cut not in self._cuts:
            if len(self._cuts) >= MAX_REMEMBERED:
                self._cuts.clear()
            part = self._ordered[place:] if cut[0] else self._ordered[:place]
            self._cuts[cut] = few_or_many([number for _, number in part], size)
        return self._cuts[cut]


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
                self._add_words(text, set(known))
            self._documents[text].append(number)

    def _add_words(self, text: int, found: set[str]) -> None:
        if self._ordered is not None:
            put_in(self._ordered, [word for word in found if word not in self._words])
        for word in found:
            self._words.setdefault(word, []).append(text)

    def answer(self, asked: Question, size: int) -> int:
        """The documents below `size` with a text in which all words wanted occur, the last perhaps as a beginning."""
        *whole, last = asked.wanted
        if self._ordered is None:
            self._ordered = sorted(self._words)
        texts = {text for word in beginning_with(self._ordered, last) for text in self._words[word]}
        for word in whole:
            texts.intersection_update(self._words.get(word, ()))
        return bits_of((number for text in texts for number in self._documents[text]), size) if texts else 0
