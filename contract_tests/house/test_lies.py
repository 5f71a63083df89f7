"""Each lie is one: in conversations that give all of them an occasion it says something else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from contract_tests.faults.catalogue import EVERY
from contract_tests.faults.conversation import HONEST, Said, differs, recorded
from contract_tests.faults.lying import Lie


@pytest.fixture(scope="module")
def said() -> Mapping[str, Said]:
    """What the truth says."""
    return recorded()


def test_the_truth_is_the_same_each_time(said: Mapping[str, Said]):
    assert not differs(HONEST, said)


@pytest.mark.parametrize("lie", EVERY, ids=lambda lie: lie.name)
def test_a_lie_says_something_else_than_the_truth(said: Mapping[str, Said], lie: Lie):
    assert differs(lie, said)
