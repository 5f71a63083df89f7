"""Every view of the contract, fed with what the API could send: data that conform, and data with any JSON anywhere.
Reading every property never fails, and what came in goes out.
"""

from __future__ import annotations

import copy
import json
import pickle
import random
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario_client import View, types
from scenario_mock.fake import SchemaFaker
from scenario_mock.ids import stream
from scenario_mock.provider import make_faker

from contract_tests.conftest import contract_document

SCHEMAS = contract_document()["components"]["schemas"]
VIEWS = sorted(
    name
    for name in types.__all__
    if name in SCHEMAS and isinstance(getattr(types, name), type) and issubclass(getattr(types, name), View)
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@cache
def conforming(name: str) -> str:
    """A value of the component with every optional field, as JSON text."""
    rng = stream(0, "views", name)
    faker = SchemaFaker(SCHEMAS, make_faker(rng), rng, optional=1.0)
    return json.dumps(faker.value({"$ref": f"#/components/schemas/{name}"}))


def spoil(value: Any, odd: Any, rng: random.Random) -> Any:
    """`value` with one place, chosen by `rng`, holding `odd` instead."""
    if isinstance(value, dict) and value and rng.random() < 0.8:
        name = rng.choice(sorted(value))
        return {**value, name: spoil(value[name], odd, rng)}
    if isinstance(value, list) and value and rng.random() < 0.8:
        index = rng.randrange(len(value))
        return [*value[:index], spoil(value[index], odd, rng), *value[index + 1 :]]
    return odd


def read_all(thing: Any, depth: int = 0) -> None:
    """Read every property of a view and of what it leads to."""
    if isinstance(thing, View) and depth < 12:
        for name in dir(type(thing)):
            if isinstance(getattr(type(thing), name), property) and not name.startswith("_"):
                read_all(getattr(thing, name), depth + 1)
        repr(thing)
    elif isinstance(thing, list):
        for item in thing:
            read_all(item, depth + 1)
    elif isinstance(thing, dict):
        for item in thing.values():
            read_all(item, depth + 1)


def check(name: str, raw: dict[str, Any]) -> None:
    """All that holds for any received object."""
    before = copy.deepcopy(raw)
    view = getattr(types, name)(raw)
    read_all(view)
    assert view.to_dict() == before
    for twin in (copy.copy(view), copy.deepcopy(view), pickle.loads(pickle.dumps(view))):
        assert twin == view
        assert twin.to_dict() == before


def test_there_are_views():
    assert {"Model", "Job", "Asset", "AssetHit", "ModelHit", "DryRunResult"} <= set(VIEWS)


@pytest.mark.parametrize("name", VIEWS)
def test_conforming_data(name: str):
    raw = json.loads(conforming(name))
    check(name, raw)
    assert json.loads(json.dumps(getattr(types, name)(raw).to_dict())) == raw


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(VIEWS), odd=JSON, number=st.integers(0, 2**32))
def test_any_json_in_any_place(name: str, odd: Any, number: int):
    spoiled = spoil(json.loads(conforming(name)), odd, stream(number, "spoil"))
    if isinstance(spoiled, dict):
        check(name, spoiled)
