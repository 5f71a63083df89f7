"""The steps that the laws of lists and searches stand on, where a mistake would make a law blind or a false alarm."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scenario_mock.clock import parse_iso
from scenario_mock.search import ASSETS, parse
from scenario_mock.search.evaluate import predicate

from contract_tests.behaviour.lists import FEW_ROWS, PLENTY, some
from contract_tests.behaviour.notations import same_moments
from contract_tests.behaviour.searching import SEARCHES, Found, conditions, steadily
from contract_tests.behaviour.test_reads import same
from contract_tests.behaviour.test_search_words import is_about, slips
from contract_tests.exchanges import Broken
from contract_tests.options import Limits

MOMENT = "2026-01-14T07:55:13.888Z"
HIT = {
    "id": "asset_1",
    "tags": ["castle", "sea"],
    "createdAt": MOMENT,
    "metadata": {"kind": "image", "width": 640, "name": "A castle by the sea"},
}


def target(**limits: Any) -> Any:
    """As much of a target as tells how much may be asked of it."""
    return SimpleNamespace(guard=SimpleNamespace(limits=Limits(**limits)))


def test_a_moment_in_all_notations_is_one_moment():
    written = same_moments(MOMENT)
    assert len({MOMENT, *written}) == len(written) + 1
    assert {parse_iso(each) for each in written} == {parse_iso(MOMENT)}


def test_every_condition_made_of_hits_can_be_read_and_some_are_met():
    made = conditions(SEARCHES[0], [HIT])
    met = [text for text in made if predicate(parse(text), ASSETS)(HIT)]
    assert 'tags = "castle" AND tags = "sea"' in met or 'tags = "sea" AND tags = "castle"' in met
    assert {"width >= 640", 'name:"castle"'} <= set(met)
    assert "width < 640" in set(made) - set(met)


@pytest.mark.parametrize(("word", "text", "fewest"), [
    ("castle", "castle", 0), ("castle", "castles", 0), ("castel", "castle", 1), ("castle", "cattle", 1),
    ("castle", "window", 6),
])  # fmt: skip
def test_slips_count_letters(word: str, text: str, fewest: int):
    assert slips(word, text) == fewest


def test_a_hit_is_about_its_words_and_not_about_others():
    assert is_about(HIT, "castles")
    assert is_about(HIT, "casle")
    assert not is_about(HIT, "window")


def test_samples_are_few_where_requests_are_counted():
    assert some(range(FEW_ROWS), target(), 3) == list(range(FEW_ROWS))
    assert some(range(10), target(max_requests=PLENTY), 3) == list(range(10))
    assert some(range(10), target(max_requests=400), 3) == [0, 4, 9]
    assert some(range(10), target(max_requests=400), 1) == [0]


def test_a_preview_of_pictures_says_the_same_and_a_shorter_one_does_not():
    assert same("trainingImages", [1, 2, 3], [1, 2, 3, 4])
    assert not same("trainingImages", [1, 2], [1, 2, 3, 4])
    assert not same("trainingImages", [1, 2, 4], [1, 2, 3, 4])
    assert not same("tags", [1, 2, 3], [1, 2, 3, 4])


@pytest.mark.parametrize(("worlds", "held"), [([["a"], ["a"]], 1), ([["a"], ["b"], ["b"]], 2)])
def test_a_broken_law_is_held_again_only_where_the_world_has_changed(worlds: list[list[str]], held: int):
    seen: list[list[str]] = []
    later = [Found([], [{"id": each} for each in world], len(world)) for world in worlds]
    ask: Any = SimpleNamespace(everything=lambda: later.pop(0))

    @steadily
    def law(ask: Any, every: Found) -> None:
        seen.append(every.ids)
        raise Broken("searchAssets", "a_law", "this", "that")

    with pytest.raises(Broken):
        law(ask=ask, every=later.pop(0))
    assert seen == worlds[:held]
