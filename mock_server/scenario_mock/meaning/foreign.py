"""Words of other languages put into English, so that `château rouge` and `赤い城` mean what `red castle` means.

Many a word is spelled alike in two languages (the French cat is an English chat), so a text is read as foreign only
if more of its words are telling for that language than for English. Then known words and phrases are replaced, in
place; order says nothing to a sum of words. Chinese and Japanese run on without spaces: they are read from left to
right, the longest entry first. In other scripts a word may go on behind an entry by a short ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from ..lexicon import CODES, ENDINGS, LEXICON
from ..search.words import words
from .scripts import ROWS
from .table import table

LATIN = tuple(code for code in CODES if code != "ja")
LONGEST_PHRASE = 5
ENGLISH_SMALL = frozenset(
    "a an and are as at by for from in into is it of on or over so that the to under with".split()
)
COMMON = 9_500
"""A word before this place of the table is a word to most readers of English."""


def _forms(code: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Folded words -> English words, with the endings that the language puts on nouns and adjectives."""
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    for word, entry in LEXICON[code].items():
        forms.setdefault(words(word), words(entry.english))
    for word, entry in LEXICON[code].items():
        for ending, instead in ENDINGS.get(code, ()) if entry.kind in "na" else ():
            if word.endswith(instead):
                forms.setdefault(words(word.removesuffix(instead) + ending), words(entry.english))
    return forms


def _cells(row: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    english, _, foreign = row.partition("=")
    yield from ((words(english), words(word)) for word in foreign.split())


FORMS = {code: _forms(code) for code in CODES}
ENTRIES = {
    **{"".join(form): english for row in ROWS.strip().splitlines() for english, form in _cells(row)},
    **{"".join(form): english for form, english in FORMS["ja"].items() if form},
}
"""What stands in texts of other scripts, folded: `lexicon` has Japanese, `scripts` the rest."""
LONGEST_ENTRY = max(map(len, ENTRIES))
ARABIC_ARTICLE = "\u0627\u0644"
SHORTEST_STEM, LONGEST_ENDING = 3, 3
RUN = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
TELLING = {code: frozenset(form[0] for form in FORMS[code] if len(form) == 1) - ENGLISH_SMALL for code in LATIN}
"""By language the single words that speak for it."""


@cache
def foreign_words() -> frozenset[str]:
    """A text of ASCII letters without one of these is English: what English shares never speaks louder than English."""
    places = table().places
    return frozenset(word for telling in TELLING.values() for word in telling if places.get(word, COMMON) >= COMMON)


def in_english(found: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a text with those of another language replaced by English ones; the same words if it is English."""
    if any(not word.isascii() for word in found):
        found = tuple(part for word in _together(found) for part in _read(word)) or found
    code = language_of(found)
    return found if code is None else tuple(_replaced(found, FORMS[code])) or found


def language_of(found: tuple[str, ...]) -> str | None:
    """The code of the language that speaks louder than English in these words, None for English or no evidence."""
    places = table().places
    common = {word for word in found if places.get(word, COMMON) < COMMON}
    scores = {code: sum(0.5 if word in common else 1.0 for word in found if word in TELLING[code]) for code in LATIN}
    best = max(LATIN, key=lambda code: scores[code])
    english = sum(0.5 if word in TELLING[best] else 1.0 for word in found if word in common or word in ENGLISH_SMALL)
    return best if scores[best] > english else None


def _replaced(found: tuple[str, ...], forms: dict[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    place = 0
    while place < len(found):
        longest = range(min(LONGEST_PHRASE, len(found) - place), 0, -1)
        count = next((count for count in longest if found[place : place + count] in forms), 0)
        yield from forms[found[place : place + count]] if count else found[place : place + 1]
        place += count or 1


def _together(found: tuple[str, ...]) -> Iterator[str]:
    """The words, with Chinese characters and kana that follow each other as one: `words` has each alone."""
    for is_run, part in groupby(found, lambda word: len(word) == 1 and bool(RUN.match(word))):
        run = tuple(part)
        yield from ("".join(run),) if is_run else run


def _read(word: str) -> Iterator[str]:
    """The English of the entries in `word`, and what of it is unknown; a Latin word stays as it is."""
    if word.isascii():
        yield word
    elif RUN.search(word):
        yield from _run(word)
    else:
        bare = word.removeprefix(ARABIC_ARTICLE)
        shortest = max(len(bare) - LONGEST_ENDING, SHORTEST_STEM)
        stems = (word, *(bare[:end] for end in range(len(bare), shortest - 1, -1)))
        yield from next((ENTRIES[stem] for stem in stems if stem in ENTRIES), (word,))


def _run(word: str) -> Iterator[str]:
    place = unknown = 0
    while place < len(word):
        starts = (word[place : place + length] for length in range(LONGEST_ENTRY, 0, -1))
        known = next((start for start in starts if start in ENTRIES), "")
        if known:
            yield from word[unknown:place].split()
            yield from ENTRIES[known]
            unknown = place + len(known)
        place += len(known) or 1
    yield from word[unknown:].split()
