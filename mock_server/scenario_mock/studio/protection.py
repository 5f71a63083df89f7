"""Look for protected names in words: celebrities, brands, characters, living artists' styles.

A small list, matched word by word, whatever the case and the joints (`Spider-Man`, `spider man`, `spiderman`). What is
not on the list is not found; pixels are not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

CERTAIN, NOTHING = 0.97, 0.02


@dataclass(frozen=True)
class Filter:
    """What one filter looks for: names, one per line of its list, and the neutral words that can stand for them."""

    id: str
    name: str
    category: str
    neutral: str
    names: tuple[str, ...]


FILTERS: tuple[Filter, ...] = (
    Filter(
        "filter_celebrities01", "Celebrities", "celebrity-likeness", "a famous person",
        ("Taylor Swift", "Beyoncé", "Elon Musk", "Lionel Messi", "Cristiano Ronaldo", "Brad Pitt", "Scarlett Johansson",
         "Tom Cruise", "Keanu Reeves", "Rihanna", "Donald Trump", "Barack Obama", "Leonardo DiCaprio", "Zendaya"),
    ),
    Filter(
        "filter_brands01", "Brands and trademarks", "brand-trademark", "a well-known brand",
        ("Acme Sports", "Nike", "Adidas", "Puma SE", "Coca-Cola", "Pepsi", "McDonald's", "Starbucks", "Ferrari",
         "Lamborghini", "Rolex", "Louis Vuitton", "Gucci", "Lego", "PlayStation", "Nintendo", "iPhone", "Disney"),
    ),
    Filter(
        "filter_characters01", "Fictional characters", "fictional-character", "an original character",
        ("Mickey Mouse", "Pikachu", "Super Mario", "Batman", "Superman", "Spider-Man", "Darth Vader", "Harry Potter",
         "Elsa from Frozen", "Hello Kitty", "Sonic the Hedgehog", "Wonder Woman", "Iron Man", "SpongeBob", "Yoda"),
    ),
    Filter(
        "filter_artists01", "Artist styles", "artist-style", "an artist of today",
        ("Greg Rutkowski", "Studio Ghibli", "Hayao Miyazaki", "Banksy", "Beeple", "Yayoi Kusama", "Damien Hirst",
         "Takashi Murakami", "Jeff Koons", "Loish", "Artgerm"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """The verdict of one filter, with the names that it found."""

    filter: Filter
    entities: tuple[str, ...]

    @property
    def flagged(self) -> bool:
        """Whether the filter found anything."""
        return bool(self.entities)

    @property
    def confidence(self) -> float:
        """High for what is spelled out, nearly nothing otherwise."""
        return CERTAIN if self.entities else NOTHING

    @property
    def reason(self) -> str:
        """The verdict in a sentence."""
        if self.entities:
            return f"The words name {', '.join(self.entities)}."
        return f"No name of the list {self.filter.name.lower()} was found."


def inspect(texts: Iterable[str]) -> list[Finding]:
    """One finding for each filter, over all texts together."""
    whole = "\n".join(_plain(text) for text in texts)
    return [Finding(each, tuple(name for name in each.names if _pattern(name).search(whole))) for each in FILTERS]


def cleared(text: str) -> str:
    """`text` with neutral words in the place of protected names."""
    for each in FILTERS:
        for name in each.names:
            text = _pattern(name).sub(each.neutral, text)
    return text


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _compiled(name: str) -> re.Pattern[str]:
    words = re.findall(r"\w+", name)
    return re.compile(r"(?<!\w)" + r"[\W_]{0,2}".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


_PATTERNS = {name: _compiled(name) for each in FILTERS for name in each.names}


def _pattern(name: str) -> re.Pattern[str]:
    return _PATTERNS[name]
