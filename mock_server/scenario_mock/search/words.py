"""Text as words: case, accents and punctuation folded away. Used by the text match of filters and by ranking."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order: `"Château-d'Été"` gives chateau, d, ete. Underscores separate."""
    if text.isascii():  # nothing to take apart, and most texts are
        return tuple(_WORD.findall(text.lower()))
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return tuple(_WORD.findall("".join(char for char in apart if not unicodedata.combining(char))))
