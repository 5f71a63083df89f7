"""Chance, handed in. The only module that makes random sources; nothing else draws from global randomness.

One seed makes everything: each part of the mock takes its own stream by name, so that a draw in one part never moves
another. Ids look like the service's: a prefix and 24 base58 characters.
"""

from __future__ import annotations

import hashlib
import random

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
# What each of the 256 bytes is in base58; the first 24 characters come a little more often than the others.
_LETTERS = bytes(ord(BASE58[byte % 58]) for byte in range(256))


def stream(seed: int, *names: str) -> random.Random:
    """A random source of its own for `names` under `seed`, the same on every machine and Python version."""
    digest = hashlib.sha256("\0".join([str(seed), *names]).encode()).digest()
    return random.Random(int.from_bytes(digest[:16], "big"))


def new_id(prefix: str, rng: random.Random) -> str:
    """An id such as `asset_` plus 24 base58 characters, drawn from `rng`."""
    return f"{prefix}_{rng.getrandbits(192).to_bytes(24, 'big').translate(_LETTERS).decode()}"


def derived_id(prefix: str, *names: str) -> str:
    """The id that always belongs to `names`: the same names give the same id."""
    return new_id(prefix, stream(0, prefix, *names))
