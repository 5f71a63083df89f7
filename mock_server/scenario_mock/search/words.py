"""Text as words: case, accents and punctuation folded away. Used by the text match of filters and by ranking.

| in the text | in the words |
|---|---|
| capitals, accents, ligatures, wide and narrow forms | the plain small letters: `É` e, `ß` ss, `ﬁ` fi, `İ` i |
| letters that only look plain: Turkish dotless i, final sigma, `ł` | i, sigma, l |
| vowel marks of Arabic and Hebrew, tatweel, soft hyphens, joiners | nothing |
| marks that make another letter: voicing of kana, nukta and virama, vowel signs of India | kept |
| Chinese characters, kana | each a word of its own: nothing else shows where a word ends |
| Hangul | the words between the spaces |
| punctuation, symbols, underscores | separate |
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ALONE = re.compile(r"[々〇\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_FORMS = dict.fromkeys([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])  # which picture of a character is shown
MAX_REMEMBERED = 1_000  # characters; longer texts are read anew each time, so that what is kept stays small
MAX_LETTERS = 100
_LETTERS = str.maketrans(
    {"\u0131": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"\u0640": "", "\u200b": " "}  # stretches an Arabic letter; a space without width
    | _FORMS
)  # what no decomposition takes apart
_KEPT_CLASSES = (0, 7, 8, 9)  # of combining marks: none, nukta, voicing of kana, virama


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order: `"Château-d'Été"` gives chateau, d, ete; `"赤い城"` 赤, い, 城.

    Of a word of more than `MAX_LETTERS` the beginning counts: databases do not take words of any length.
    """
    return _remembered(text) if len(text) <= MAX_REMEMBERED else _words(text)


def _words(text: str) -> tuple[str, ...]:
    if text.isascii():  # nothing to take apart, and most texts are
        found = _WORD.findall(text.lower())
    else:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
        plain = "".join(char for char in apart if unicodedata.combining(char) in _KEPT_CLASSES)
        found = _spaced(unicodedata.normalize("NFC", plain)).split()
    return tuple(word[:MAX_LETTERS] for word in found) if len(text) > MAX_LETTERS else tuple(found)


_remembered = lru_cache(maxsize=16_384)(_words)


def _spaced(text: str) -> str:
    """Folded text with nothing but the characters of words, and spaces between those."""
    spaced = " "
    for char in text:
        if char.isalnum():
            spaced += f" {char} " if _ALONE.match(char) else char
        elif unicodedata.category(char) in ("Mn", "Mc"):
            spaced += char if spaced[-1] != " " else ""  # a mark belongs to the letter before it
        elif unicodedata.category(char) != "Cf":
            spaced += " "
    return spaced
