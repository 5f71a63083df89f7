"""A text as the word pieces of a BERT model without case: what `minilm` reads.

Control characters fall away, Chinese characters and punctuation stand alone, accents and case are dropped, and each
word becomes the longest pieces of the vocabulary from left to right, those behind the first with `##` in front. A word
that the vocabulary cannot cover is one `[UNK]`. The rules are those of BERT's own tokenizer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

LONGEST_WORD = 100
UNSEEN = ("Cc", "Cf", "Co", "Cs")
ASCII_SIGNS = "!-/:-@[-`{-~"
HAN = (
    "\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b73f\U0002b740-\U0002b81f\U0002b920-\U0002ceaf"
    "\uf900-\ufaff\U0002f800-\U0002fa1f"
)
ALONE = re.compile(f"([{HAN}])")
NO_TEXT = re.compile("[\0\ufffd]")


class Pieces:
    """The vocabulary of a model: one piece a line, its number is that of the line."""

    def __init__(self, file: Path) -> None:
        lines = file.read_text("utf-8").split("\n")
        self.numbers = {piece: number for number, piece in enumerate(lines) if piece}

    def encode(self, text: str, most: int) -> list[int]:
        """The numbers of the pieces of `text` between those for start and end; no more than `most` in all."""
        return [self.numbers["[CLS]"], *self.inside(text)[: most - 2], self.numbers["[SEP]"]]

    def inside(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`."""
        return [piece for word in _words(text) for piece in self._word(word)]

    def _word(self, word: str) -> list[int]:
        unknown = [self.numbers["[UNK]"]]
        if len(word) > LONGEST_WORD:
            return unknown
        return longest_pieces(word, self.numbers) or unknown


def longest_pieces(word: str, numbers: Mapping[str, int]) -> list[int]:
    """The numbers of the longest known pieces of `word` from left to right; empty if they do not cover it."""
    found: list[int] = []
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in numbers), None)
        if end is None:
            return []
        found.append(numbers[mark + word[start:end]])
        start = end
    return found


def _words(text: str) -> Iterator[str]:
    cleaned = "".join(
        char for char in NO_TEXT.sub("", text) if char in "\t\n\r" or unicodedata.category(char) not in UNSEEN
    )
    apart = unicodedata.normalize("NFD", ALONE.sub(r" \1 ", cleaned))
    plain = "".join(char.lower() for char in apart if unicodedata.category(char) != "Mn")
    for word in plain.split():
        start = 0
        for place, char in enumerate(word):
            if _is_sign(char):
                yield from (part for part in (word[start:place], char) if part)
                start = place + 1
        if start < len(word):
            yield word[start:]


def _is_sign(char: str) -> bool:
    return re.match(f"[{ASCII_SIGNS}]", char) is not None or unicodedata.category(char)[0] == "P"
