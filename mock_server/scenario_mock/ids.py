"""Chance, handed in. The only module that makes random sources; nothing else draws from global randomness.

One seed makes everything: each part of the mock takes its own stream by name, so that a draw in one part never moves
another. Ids look like the service's: a prefix and 24 base58 characters.
"""

from __future__ import annotations

import hashlib
import random

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def stream(seed: int, *names: str) -> random.Random:
    """A random source of its own for `names` under `seed`, the same on every machine and Python version."""
    digest = hashlib.sha256("\0".join([str(seed), *names]).encode()).digest()
    return random.Random(int.from_bytes(digest[:16], "big"))


def new_id(prefix: str, rng: random.Random) -> str:
    """An id such as `asset_` plus 24 base58 characters, drawn from `rng`."""
    return prefix + "_" + "".join(rng.choices(BASE58, k=24))


def derived_id(prefix: str, *names: str) -> str:
    """The id that always belongs to `names`: the same names give the same id."""
    return new_id(prefix, stream(0, prefix, *names))
