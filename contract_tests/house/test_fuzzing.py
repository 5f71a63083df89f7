"""The fuzzer of the filter language: what it holds a text to, and what it starts from. It runs apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzzing import filter_check, filter_run, filter_seeds
from scenario_mock.errors import ApiError
from scenario_mock.search import Node, Not, Table, parse, predicate
from scenario_mock.search.evaluate import Predicate


@pytest.fixture(scope="module")
def seeds(root: Path) -> list[str]:
    return filter_seeds.seeds(root / "spec" / "openapi.yaml")


def test_every_seed_is_treated_as_it_should_be(seeds: list[str]) -> None:
    assert "(tags = dragon OR prompt:dragon) AND width >= 1024 AND nsfw IS EMPTY" in seeds
    for text in seeds:
        filter_check.check(text)


def test_an_exception_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filter_check, "parse", lambda text: [][0])
    with pytest.raises(IndexError):
        filter_check.check("width = 1")


def test_another_tree_from_the_printed_form_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    trees = iter([parse("width = 1"), parse("width = 2")])
    monkeypatch.setattr(filter_check, "parse", lambda text: next(trees))
    with pytest.raises(filter_check.Finding, match="another tree"):
        filter_check.check("width = 1")


def test_a_not_that_is_no_complement_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def deaf_to_not(tree: Node, table: Table) -> Predicate:
        return predicate(tree.item if isinstance(tree, Not) else tree, table)

    monkeypatch.setattr(filter_check, "predicate", deaf_to_not)
    with pytest.raises(filter_check.Finding, match="complement"):
        filter_check.check("tags = castle")


def test_an_unfair_refusal_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> None:
        raise ApiError(500, {"reason": "no idea"})

    monkeypatch.setattr(filter_check, "parse", refuse)
    with pytest.raises(filter_check.Finding, match="refused with 500"):
        filter_check.check("width = 1")


def test_a_slow_answer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, filter_check.MAX_SECONDS + 0.5])
    monkeypatch.setattr("time.process_time", lambda: next(times))
    with pytest.raises(filter_check.Finding, match="took 1"):
        filter_check.check("width = 1")


def test_seeds_and_words_are_written_for_the_fuzzer(tmp_path: Path, seeds: list[str]) -> None:
    filter_run.prepare(tmp_path / "corpus", tmp_path)
    assert sorted(file.read_text("utf-8") for file in (tmp_path / "corpus").iterdir()) == seeds
    words = (tmp_path / "words.dict").read_text("utf-8").splitlines()
    assert {'"AND"', '"!="', '"\\""', '"\\\\"', '"complianceMetadata.maintainer"'} <= set(words)
