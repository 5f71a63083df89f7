"""Which language a prompt is in: by its script, and for Latin letters by its small words, its words and its accents.

A prompt is a few words long, too short for the letter statistics that language detectors are trained on; the words of
this domain tell more. Without any evidence the language is `Undetermined`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..lexicon import CODES, ENGLISH, LEXICON

UNDETERMINED = "Undetermined"
NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese",
    "ja": "Japanese", "nl": "Dutch", "pl": "Polish", "tr": "Turkish", "sv": "Swedish",
}  # fmt: skip
# In this order: kana make a text with Chinese characters Japanese, four letters make Cyrillic Ukrainian.
SCRIPTS: tuple[tuple[str, str], ...] = (
    ("[\u3041-\u30ff]", "Japanese"), ("[\uac00-\ud7af\u1100-\u11ff]", "Korean"), ("[\u4e00-\u9fff]", "Chinese"),
    ("[іїєґІЇЄҐ]", "Ukrainian"), ("[\u0400-\u04ff]", "Russian"), ("[پچژگ]", "Persian"), ("[\u0600-\u06ff]", "Arabic"),
    ("[\u0900-\u097f]", "Hindi"), ("[\u0590-\u05ff]", "Hebrew"), ("[\u0370-\u03ff]", "Greek"),
    ("[\u0e00-\u0e7f]", "Thai"),
)  # fmt: skip
ACCENTS = {
    "fr": "àâçèêëîïôùûœ", "es": "ñ¿¡áíóú", "de": "äöüß", "it": "àèìòù", "pt": "ãõáâçêô", "pl": "ąęłńśźż", "tr": "ğışç",
    "sv": "åäö", "nl": "ë", "en": "",
}  # fmt: skip
SMALL = {
    "en": "a an the of and or with without in on under at by for from to is are into over behind beside near its",
    "nl": "een de het van en met zonder op onder bij in naar aan stad kasteel bos",
    "pl": "w na z i nad pod przy bez do miasto zamek las",
    "tr": "bir ve ile bu için şehir kale orman",
    "sv": "en ett och i på med utan under vid stad slott skog",
}


def detect(text: str) -> str:
    """The English name of the language of `text`."""
    text = unicodedata.normalize("NFC", text)
    letters = [char for char in text if char.isalpha()]
    latin = [char for char in letters if "LATIN" in unicodedata.name(char, "")]
    if len(latin) * 2 < len(letters):
        return next((name for pattern, name in SCRIPTS if re.search(pattern, text)), UNDETERMINED)
    scores = {code: _score(code, text.casefold()) for code in NAMES if code != "ja"}
    best = max(scores, key=lambda code: scores[code])  # the first of equals: English before the others
    return NAMES[best] if scores[best] else UNDETERMINED


def code_of(name: str) -> str | None:
    """The code of a language that can be translated, else None."""
    return next((code for code in CODES if NAMES[code] == name), None)


def _score(code: str, text: str) -> float:
    return sum(_evidence(code, text))


def _evidence(code: str, text: str) -> Iterator[float]:
    entries = LEXICON.get(code, {})
    for word in re.findall(r"[^\W\d_]+'?", text.replace("\u2019", "'")):
        if word in _SMALL[code]:
            yield 1.0
        elif word in entries or (code == "en" and (word in ENGLISH or word.rstrip("s") in ENGLISH)):
            yield 1.5
    yield 0.6 * len(set(text) & set(ACCENTS[code]))


_SMALL = {
    code: {word for word, entry in LEXICON.get(code, {}).items() if entry.kind == "f"}
    | set(SMALL.get(code, "").split())
    for code in NAMES
}
