"""The table of words in `words.bin`: for each word a direction of 64 small integers and how much the word says.

`scripts/distil_meaning` makes the file out of the sentence model all-MiniLM-L6-v2 (Apache License 2.0, by the authors
of sentence-transformers; see README.md beside it). Layout, integers little-endian:

| part | bytes |
|---|---|
| number of words, numbers for each, length of the next two parts | 4 x 4 |
| the words, the most frequent first, one a line; `##` before a piece that only continues a word | deflated |
| weights, one byte for each word | deflated |
| directions, signed bytes: the first number of every word, then the second of every word, ... | deflated |
"""

from __future__ import annotations

import struct
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("words.bin")
HEADER = struct.Struct("<4I")


@dataclass(frozen=True)
class Table:
    """The words with their places, most frequent first, and by place the weights and directions."""

    places: dict[str, int]
    weights: bytes
    directions: bytes

    def direction(self, place: int) -> list[int]:
        """The weighted direction of the word at `place`: each number within -32,385..32,385."""
        weight = self.weights[place]
        return [number * weight for number in array("b", self.directions[place :: len(self.weights)])]


def pack(words: list[str], weights: bytes, directions: bytes) -> bytes:
    """The bytes of a file with these words; `directions` goes by number first, as the layout says."""
    names = zlib.compress("\n".join(words).encode(), 9)
    deflated = zlib.compress(weights, 9)
    # Rows of small numbers have nothing to repeat: Huffman coding alone is the smaller.
    coder = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    header = HEADER.pack(len(words), len(directions) // len(words), len(names), len(deflated))
    return header + names + deflated + coder.compress(directions) + coder.flush()


@cache
def table() -> Table:
    """The table that ships with the mock, read once."""
    return unpack(FILE.read_bytes())


def unpack(data: bytes) -> Table:
    """The reverse of `pack`. Raises ValueError for a file whose parts do not fit each other."""
    count, size, names, weights = HEADER.unpack_from(data)
    middle = HEADER.size + names
    words = zlib.decompress(data[HEADER.size : middle]).decode().split("\n")
    found = Table(
        {word: place for place, word in enumerate(words)},
        zlib.decompress(data[middle : middle + weights]),
        zlib.decompress(data[middle + weights :]),
    )
    if not len(found.places) == len(found.weights) == count or len(found.directions) != count * size:
        raise ValueError("the table of words is damaged")
    return found
