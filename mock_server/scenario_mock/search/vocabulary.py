"""All words of all texts, and which of them are slips of a query's word.

The table of edit distances (insert, delete, substitute, swap neighbors) is filled once for a query's word and all known
words together. A cell (edits, i, j) is the set of words, one bit each, whose first j letters are within that many edits
of the query's first i. It follows from its neighbors with sets of the words that have a
certain letter at a certain place, so a few hundred steps on integers replace thousands of comparisons.
"""

from __future__ import annotations

from collections import defaultdict

from .bits import everything, few_or_many, numbers_of
from .ranking import MOST_LETTERS as LETTERS
from .ranking import edits_allowed, may_slip

Row = dict[tuple[int, int], int]  # (edits, letters of the known word) -> known words


class Vocabulary:
    """Distinct words, in the order in which they came."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._at: defaultdict[tuple[int, str], int] = defaultdict(int)  # (place from 1, letter) -> words
        self._of_length: defaultdict[int, int] = defaultdict(int)
        self._settled: list[str] = []
        self._new: list[str] = []

    def add(self, word: str) -> None:
        """One more word, unless it is known or no slip of any."""
        if word not in self._words and may_slip(word):
            self._words.add(word)
            self._new.append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def slips(self, word: str) -> list[tuple[int, list[str]]]:
        """(edits, known words that are so many edits away), for as many edits as a word like this may have."""
        self._settle()
        return [entry for entry in self._slips(word, edits_allowed(word)) if entry[1]]

    def _slips(self, word: str, allowed: int) -> list[tuple[int, list[str]]]:
        if not allowed:
            return []
        found, seen = [], 0
        for typos, near in enumerate(self._within(word, allowed)):
            found.append((typos, [self._settled[number] for number in numbers_of(near & ~seen)]))
            seen |= near
        return found[1:]

    def _within(self, word: str, allowed: int) -> list[int]:
        """For 0 to `allowed` edits the known words of at most LETTERS letters that are within them."""
        every = everything(len(self._settled))
        before: Row = {}
        row: Row = {(e, j): every for e in range(allowed + 1) for j in range(e + 1)}
        for i in range(1, len(word) + 1):
            last, before, row = before, row, {}
            for e in range(allowed + 1):
                for j in range(max(0, i - allowed), min(i + allowed, LETTERS) + 1):
                    row[e, j] = self._cell(word, (e, i, j), row, before, last) if j else every * (i <= e)
        lengths = range(max(1, len(word) - allowed), min(len(word) + allowed, LETTERS) + 1)
        within = []
        for e in range(allowed + 1):
            near = 0
            for j in lengths:
                near |= row[e, j] & self._of_length[j]
            within.append(near)
        return within

    def _cell(self, word: str, cell: tuple[int, int, int], row: Row, before: Row, last: Row) -> int:
        e, i, j = cell
        at = self._at
        reached = before.get((e, j - 1), 0) & at.get((j, word[i - 1]), 0)  # the same letter
        if e:
            reached |= row.get((e - 1, j - 1), 0) | before.get((e - 1, j), 0) | before.get((e - 1, j - 1), 0)
            if i > 1 and j > 1:  # neighbors swapped
                swapped = at.get((j - 1, word[i - 1]), 0) & at.get((j, word[i - 2]), 0)
                reached |= last.get((e - 1, j - 2), 0) & swapped
        return reached

    def _settle(self) -> None:
        """Take in what was added since the last query."""
        new, self._new = self._new, []
        if not new:
            return
        places: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        lengths: defaultdict[int, list[int]] = defaultdict(list)
        for number, word in enumerate(new, len(self._settled)):
            lengths[len(word)].append(number)
            for place, letter in enumerate(word, 1):
                places[place, letter].append(number)
        self._settled += new
        size = len(self._settled)
        for key, numbers in places.items():
            self._at[key] |= few_or_many(numbers, size)
        for length, numbers in lengths.items():
            self._of_length[length] |= few_or_many(numbers, size)
