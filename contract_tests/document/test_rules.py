"""The contract keeps the conventions of spec/README.md; and each rule sees the contract that breaks it."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.document.broken import BROKEN, Broken
from contract_tests.document.rules import RULES
from contract_tests.document.tiny import changed, tiny


@pytest.mark.parametrize("rule", RULES)
def test_the_contract_keeps(rule: str, document: dict[str, Any]):
    found = RULES[rule](document)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("rule", RULES)
def test_the_tiny_contract_keeps(rule: str):
    assert RULES[rule](tiny()) == []


@pytest.mark.parametrize("one", BROKEN, ids=lambda one: f"{one.rule}-{one.pointer}")
def test_a_broken_contract_is_seen(one: Broken):
    found = RULES[one.rule](changed(tiny(), one.pointer, one.value))
    assert any(one.says in message for message in found), f"{one.says!r} is not in {found}"


def test_every_rule_has_a_contract_that_breaks_it():
    assert {one.rule for one in BROKEN} == set(RULES)
