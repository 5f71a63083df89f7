"""Put a prompt into English with a small dictionary, word by word.

Words and fixed phrases of `lexicon` are replaced, an adjective is moved before its noun where the language has it
behind; everything else stays as it is: unknown words, their order, numbers, punctuation. It reads French, Spanish,
German, Italian, Portuguese and Japanese; a text in another language comes back unchanged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..lexicon import ENDINGS, LEXICON, Entry
from .languages import code_of, detect

LONGEST_PHRASE = 5
NOUN_FIRST = frozenset({"fr", "es", "it", "pt"})
PLURAL = {"fr": ("s", "x"), "es": ("s",), "pt": ("s",)}


@dataclass(frozen=True)
class Translation:
    """The English text and the name of the language that the text was in."""

    text: str
    language: str


@dataclass(frozen=True)
class _Piece:
    """A translated word or phrase, or one that stays; `gap` is what stood before it."""

    gap: str
    text: str
    kind: str


def translate(text: str) -> Translation:
    """Translate `text` into English as far as the dictionary goes."""
    language = detect(text)
    code = code_of(language)
    if code is None:
        return Translation(text, language)
    pieces = _japanese(text) if code == "ja" else _read(text, code)
    if code in NOUN_FIRST:
        pieces = _adjectives_first(pieces)
    english = "".join(piece.gap + piece.text for piece in pieces)
    english = re.sub(r"\b([aA]) (?=[aeiouAEIOU])", r"\1n ", english)
    starts_large = text[:1].isupper()
    return Translation(english[:1].upper() + english[1:] if starts_large else english, language)


def _read(text: str, code: str) -> list[_Piece]:
    text = text.replace("\u2019", "'")
    words = list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*'?", text))
    pieces: list[_Piece] = []
    end = place = 0
    while place < len(words):
        entry, count = _longest(text, words[place : place + LONGEST_PHRASE], code)
        gap = text[end : words[place].start()]
        # "l'aube": the apostrophe joined the words, English wants a space.
        joined = not gap and pieces and pieces[-1].kind != "-"
        end = words[place + count - 1].end()
        if entry is None:
            pieces.append(_Piece(" " if joined else gap, words[place].group(), "-"))
        elif entry.english:
            pieces.append(_Piece(" " if joined else gap, entry.english, entry.kind))
        elif gap.strip():
            pieces.append(_Piece(gap.rstrip(), "", "-"))
        place += count
    return [*_tidied(pieces), _Piece(text[end:], "", "-")]


def _tidied(pieces: list[_Piece]) -> list[_Piece]:
    """A dropped first word leaves no space in front."""
    return [replace(pieces[0], gap=pieces[0].gap.lstrip()), *pieces[1:]] if pieces else []


def _longest(text: str, words: list[re.Match[str]], code: str) -> tuple[Entry | None, int]:
    """The entry for the longest phrase at the start of `words`, and how many of them it takes; None and 1 for none."""
    for count in range(len(words), 1, -1):
        phrase = re.sub(r"\s+", " ", text[words[0].start() : words[count - 1].end()].casefold())
        if phrase in LEXICON[code]:
            return LEXICON[code][phrase], count
    return _entry(words[0].group().casefold(), code), 1


def _entry(word: str, code: str) -> Entry | None:
    entries = LEXICON[code]
    if word in entries:
        return entries[word]
    for ending, instead in ENDINGS[code]:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and stem in entries and entries[stem].kind in "na":
            many = entries[stem].kind == "n" and ending.endswith(PLURAL.get(code, ()))
            return Entry(_plural(entries[stem].english), "n") if many else entries[stem]
    return None


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _adjectives_first(pieces: list[_Piece]) -> list[_Piece]:
    """Each noun behind the adjectives that follow it with nothing but a space between."""
    ordered: list[_Piece] = []
    place = 0
    while place < len(pieces):
        end = place + 1
        while pieces[place].kind == "n" and end < len(pieces) and pieces[end].kind == "a" and pieces[end].gap == " ":
            end += 1
        group = pieces[place:end]
        if len(group) > 1:
            moved = [*reversed(group[1:]), group[0]]
            group = [replace(piece, gap=before.gap) for piece, before in zip(moved, group, strict=True)]
        ordered += group
        place = end
    return ordered


def _japanese(text: str) -> list[_Piece]:
    """Words found from left to right, the longest first; what is unknown stays as a run of characters."""
    entries = LEXICON["ja"]
    longest = max(map(len, entries))
    pieces: list[_Piece] = []
    place = 0
    while place < len(text):
        starts = (text[place : place + length] for length in range(longest, 0, -1))
        known = next((start for start in starts if start in entries), "")
        entry = entries.get(known)
        if entry is None:
            goes_on = pieces and pieces[-1].kind == "-"
            if goes_on:
                pieces[-1] = replace(pieces[-1], text=pieces[-1].text + text[place])
            else:
                pieces.append(_Piece(" " if pieces else "", text[place], "-"))
        elif entry.english:
            glued = not pieces or entry.english in (",", ".")
            pieces.append(_Piece("" if glued else " ", entry.english, entry.kind))
        place += len(known) or 1
    return pieces
