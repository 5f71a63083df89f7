"""Views: nothing that a server sends fails or gets lost."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from client_runtime.view import View
from hypothesis import given
from hypothesis import strategies as st

from contract_tests.client.runtime_kit import Part, Thing

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
NAMES = st.sampled_from(["id", "createdAt", "part", "parts", "byName", "size", "_raw", "_get", "__class__", "to_dict"])
OBJECTS = st.dictionaries(NAMES | st.text(), JSON, max_size=8)


def test_fields_by_property_and_by_wire_name():
    raw = {"id": "t1", "createdAt": "2024-01-01", "brandNew": [1, {"deep": True}], "part": {"size": 3}}
    thing: Any = Thing(raw)
    assert (thing.id, thing.created_at, thing.part.size) == ("t1", "2024-01-01", 3)
    assert thing["createdAt"] == thing.createdAt == thing.get("createdAt") == "2024-01-01"
    assert thing.brandNew == [1, {"deep": True}]
    assert "brandNew" in thing
    assert "other" not in thing
    assert thing.get("other", 5) == 5
    assert list(thing) == ["id", "createdAt", "brandNew", "part"]
    assert len(thing) == 4
    with pytest.raises(KeyError):
        thing["other"]


def test_to_dict_is_the_very_object():
    raw = {"id": None, "z": 1, "a": {"unknown": [None]}}
    thing: Any = Thing(raw)
    assert thing.to_dict() is raw
    assert json.dumps(thing.to_dict()) == '{"id": null, "z": 1, "a": {"unknown": [null]}}'


@pytest.mark.parametrize("odd", [None, 7, "text", True, [], [1, None, "x", []], {}, {"size": "big"}, {"a": 1}])
@pytest.mark.parametrize("name", ["id", "part", "parts", "byName"])
def test_a_value_of_any_type_is_handed_out(name: str, odd: Any):
    thing: Any = Thing({name: odd})
    got = {"id": thing.id, "part": thing.part, "parts": thing.parts, "byName": thing.by_name}
    plain = [value.to_dict() if isinstance(value, View) else value for value in got.values()]
    assert dict(zip(got, plain, strict=True))[name] == odd
    assert [value for key, value in got.items() if key != name] == [None, None, None]
    assert thing.to_dict() == {name: odd}


def test_lists_and_maps_make_views_of_objects_only():
    thing: Any = Thing({"parts": [{"size": 1}, None, 7, {"size": None}], "byName": {"a": {"size": 2}, "b": "odd"}})
    first, nothing, odd, last = thing.parts
    assert (first, nothing, odd, last) == (Part({"size": 1}), None, 7, Part({"size": None}))
    assert thing.by_name == {"a": Part({"size": 2}), "b": "odd"}


def test_nested_views_are_the_same_each_time():
    thing: Any = Thing({"part": {"size": 1}, "parts": [{"size": 1}], "byName": {"a": {}}})
    assert thing.part is thing.part
    assert thing.parts is thing.parts
    assert thing.by_name is thing.by_name


@pytest.mark.parametrize(
    ("name", "near"), [("creatd_at", "created_at"), ("createdat", "created_at"), ("brandnew", "brandNew")]
)
def test_a_misspelt_field_is_answered_with_near_names(name: str, near: str):
    thing: Any = Thing({"id": "t", "createdAt": "now", "brandNew": 1})
    with pytest.raises(AttributeError, match=f"Thing has no field '{name}'; near: .*{near}"):
        getattr(thing, name)


def test_private_names_are_not_fields():
    thing: Any = Thing({"_raw": 1, "__len__": 2, "__wrapped__": 3})
    assert thing.to_dict()["_raw"] == 1
    assert not hasattr(thing, "__wrapped__")
    with pytest.raises(AttributeError, match=r"no field '__other__'$"):
        _ = thing.__other__
    with pytest.raises(AttributeError):
        thing.id = "other"
    with pytest.raises(AttributeError):
        thing.anything = 1


REPRS = {
    "Thing()": {},
    "Thing(id='t1', name='n', type='custom', …)": {"type": "custom", "x": {}, "id": "t1", "name": "n"},
    "Thing(a=1, b=True, c='x', …)": {"a": 1, "b": True, "c": "x", "d": 2, "n": None},
    "Thing(…)": {"list": [1], "map": {}},
    f"Thing(id='{'x' * 59}…')": {"id": "x" * 100},
    "Thing(url='https://cdn.test/a.png')": {"url": "https://cdn.test/a.png?Policy=p&Signature=s"},
}


@pytest.mark.parametrize(("text", "raw"), REPRS.items())
def test_repr_is_short(text: str, raw: dict[str, Any]):
    assert repr(Thing(raw)) == text


def test_equality_asks_class_and_content():
    assert Thing({"id": 1}) == Thing({"id": 1})
    assert Thing({"id": 1}) != Thing({"id": 2})
    assert Thing({"id": 1}) != Part({"id": 1})
    assert Thing({"id": 1}) != {"id": 1}
    with pytest.raises(TypeError, match="unhashable"):
        hash(Thing({}))


def test_a_view_is_true_even_without_fields():
    assert Thing({})
    assert len(Thing({})) == 0


def test_dir_names_properties_and_unknown_fields():
    names = dir(Thing({"id": 1, "createdAt": 2, "brandNew": 3, "no name": 4}))
    assert {"id", "created_at", "brandNew", "to_dict"} <= set(names)
    assert "createdAt" not in names
    assert "no name" not in names


def test_copies_are_equal_apart_and_without_context():
    thing: Any = Thing({"id": "t", "part": {"size": 1}}, ("client", "response"))  # type: ignore[arg-type]
    assert thing.http_response == "response"
    assert thing._client == "client"
    assert thing.part._client == "client"
    assert thing.part.http_response is None
    shallow, deep, pickled = copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))
    for other in (shallow, deep, pickled):
        assert type(other) is Thing
        assert other == thing
        assert other.to_dict() is not thing.to_dict()
        assert other.http_response is None
        assert other._client is None
    assert shallow["part"] is thing["part"]
    assert deep["part"] is not thing["part"]


@given(OBJECTS)
def test_any_json_object_round_trips(raw: dict[str, Any]):
    before = copy.deepcopy(raw)
    thing: Any = Thing(raw)
    for name in ("id", "created_at", "part", "parts", "by_name"):
        getattr(thing, name)
    for name in raw:
        getattr(thing, name, None)
        assert thing[name] is raw[name]
    assert repr(thing)
    assert dir(thing)
    assert thing.to_dict() is raw
    assert raw == before
    assert copy.copy(thing) == copy.deepcopy(thing) == pickle.loads(pickle.dumps(thing)) == thing
    assert json.loads(json.dumps(thing.to_dict())) == before
