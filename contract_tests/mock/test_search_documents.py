"""The random hits and filters that search is tested with are what they say: a test on wrong material proves nothing."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from scenario_mock.search import ASSETS, MODELS, Table, predicate
from scenario_mock.search.fields import values
from scenario_mock.search.filters import COMPARISONS, IS_EMPTY, IS_NOT_EMPTY, TEXT_MATCH

from contract_tests.conftest import contract_document
from contract_tests.mock.search_documents import conditions, documents, filters, libraries

SCHEMAS: dict[str, Any] = contract_document()["components"]["schemas"]
COMPONENTS = {"assets": "AssetHit", "models": "ModelHit"}
TABLES = pytest.mark.parametrize("table", [ASSETS, MODELS], ids=["assets", "models"])
QUICK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@TABLES
@QUICK
@given(data=st.data())
def test_documents_obey_the_contract(table: Table, data: st.DataObject) -> None:
    reference = {"$ref": f"#/components/schemas/{COMPONENTS[table.name]}", "components": {"schemas": SCHEMAS}}
    rules = jsonschema_rs.validator_for(reference, validate_formats=True)
    assert [error.message for error in rules.iter_errors(data.draw(documents(table)))] == []


@TABLES
@QUICK
@given(data=st.data())
def test_ids_of_a_library_are_distinct(table: Table, data: st.DataObject) -> None:
    hits = data.draw(libraries(table))
    assert len({hit["id"] for hit in hits}) == len(hits)


@TABLES
@QUICK
@given(data=st.data())
def test_filters_fit_their_table(table: Table, data: st.DataObject) -> None:
    predicate(data.draw(filters(table)), table)(data.draw(documents(table, nulls=True)))


@TABLES
def test_every_operator_hits_and_misses(table: Table) -> None:
    hits, asked = sample(documents(table), 40), sample(conditions(table), 400)
    seen = {(condition.operator, predicate(condition, table)(hit)) for condition in asked for hit in hits}
    every = {TEXT_MATCH, IS_EMPTY, IS_NOT_EMPTY, *COMPARISONS}
    assert seen == {(operator, outcome) for operator in every for outcome in (True, False)}


@TABLES
def test_every_field_holds_something_in_some_document(table: Table) -> None:
    hits = sample(documents(table), 50)
    assert [field.name for field in table.fields.values() if not any(values(hit, field.path) for hit in hits)] == []


def sample(strategy: st.SearchStrategy[Any], size: int) -> list[Any]:
    """What a strategy gives, the same each time."""
    drawn: list[Any] = []

    @settings(QUICK, max_examples=size, derandomize=True, database=None, phases=[Phase.generate])
    @given(strategy)
    def draw(one: Any) -> None:
        drawn.append(one)

    draw()
    return drawn
