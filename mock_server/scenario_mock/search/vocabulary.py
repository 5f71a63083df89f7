"""All words of the indexed texts, and which of them a query's word may mean: itself, a beginning, a slip.

Slips: the table of edit distances (insert, delete, substitute, swap neighbors; `ranking.edits`) is filled once for a
query's word and all known words together. A cell (edits, i, j) is the set of words, one bit each, whose first j letters
are within that many edits of the query's first i. It follows from its neighbors with sets of the words that have a
certain letter at a certain place, so a few hundred steps on integers replace thousands of comparisons.
"""

from __future__ import annotations

from collections import defaultdict

from .bits import everything, few_or_many, numbers_of
from .ordered import beginning_with, put_in
from .ranking import edits_allowed, word_match

LETTERS = 32  # longer words are compared one by one, there are few

Row = dict[tuple[int, int], int]  # (edits, letters of the known word) -> known words


class Vocabulary:
    """Distinct words, in the order in which they came."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._ordered: list[str] = []
        self._at: defaultdict[tuple[int, str], int] = defaultdict(int)  # (place from 1, letter) -> words
        self._of_length: defaultdict[int, int] = defaultdict(int)
        self._long: list[str] = []
        self._settled: list[str] = []
        self._new: list[str] = []

    def add(self, word: str) -> None:
        """One more word, unknown so far."""
        self._new.append(word)

    def meanings(self, word: str, last: bool) -> list[tuple[int, int, list[str]]]:
        """(typos, inexact, words) as `ranking.word_match` has it, best first; a word may come back as a worse one."""
        self._settle()
        found = [(0, 0, [word] if word in self._words else [])]
        if last:
            found.append((0, 1, beginning_with(self._ordered, word)))
        found += [(typos, 1, words) for typos, words in self._slips(word, edits_allowed(word))]
        return [entry for entry in found if entry[2]]

    def _slips(self, word: str, allowed: int) -> list[tuple[int, list[str]]]:
        if not allowed:
            return []
        by_edits: list[list[str]] = [[] for _ in range(allowed + 1)]
        if len(word) - allowed <= LETTERS:
            seen = 0
            for typos, near in enumerate(self._within(word, allowed)):
                by_edits[typos] += [self._settled[number] for number in numbers_of(near & ~seen)]
                seen |= near
        for known in self._long:
            match = word_match(word, known, False)
            if match is not None:
                by_edits[match[0]].append(known)
        return list(enumerate(by_edits))[1:]

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
            if len(word) > LETTERS:
                self._long.append(word)
                continue
            lengths[len(word)].append(number)
            for place, letter in enumerate(word, 1):
                places[place, letter].append(number)
        self._settled += new
        self._words.update(new)
        put_in(self._ordered, new)
        size = len(self._settled)
        for key, numbers in places.items():
            self._at[key] |= few_or_many(numbers, size)
        for length, numbers in lengths.items():
            self._of_length[length] |= few_or_many(numbers, size)
