"""Words: what search compares, of texts in any language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock.search.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Château-d'Été", "chateau d ete"),
        ("Cha\u0302teau", "chateau"),
        ("STRASSE straße", "strasse strasse"),
        ("İstanbul", "istanbul"),
        ("a_b C3", "a b c3"),
        ("हिन्दी", "हिन्दी"),  # one word, vowel signs and virama kept
        ("mi\u00adlieu می\u200cشود", "milieu میشود"),  # what nobody sees joins
        ("re\u200bd ❤\ufe0f 🐉", "re d"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@settings(deadline=None)
@given(st.text(max_size=20))
def test_words_of_words_are_the_same(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)
    assert words(text * 1_100)[: len(words(text)) - 1] == words(text)[:-1]  # too long to be remembered
