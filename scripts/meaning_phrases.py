"""Phrases such as people write as prompts, for `meaning_table` to learn from: the same ones at every run.

Half of them are the mock's own kinds of texts and words of the domain, half set common English words beside those.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from scenario_mock import words

COLORS = "red blue green yellow purple black white golden silver crimson azure emerald pink orange brown gray".split()
JOINTS = "in under with and near on over of by at".split()
FORMS = (
    "{one} {other}", "{color} {one}", "{one} {joint} {other}", "a {color} {one} {joint} a {other}",
    "{one} {other} {third}", "{one}, {other}, {third} style", "the {one} {joint} the {other}",
)  # fmt: skip


def phrases(domain: Sequence[str], common: Sequence[str], count: int) -> list[str]:
    """About `count` different phrases of words of the domain, of common words, and of the mock's own texts."""
    rng = random.Random(11)
    makers = (words.prompt, words.prompt, words.caption, words.asset_name, words.model_name)
    found = [rng.choice(makers)(rng) for _ in range(count // 4)]
    for number in range(count - len(found)):
        one, other = rng.choice(domain), rng.choice(domain if number % 3 == 0 else common)
        if rng.random() < 0.5:
            one, other = other, one
        parts = {"one": one, "other": other, "third": rng.choice(domain), "color": rng.choice(COLORS)}
        found.append(rng.choice(FORMS).format(joint=rng.choice(JOINTS), **parts))
    return [text for text in dict.fromkeys(found) if text.isascii()]
