"""The SDK's kinds of types, read into shapes."""

# ruff: noqa: UP006, UP007, UP035, UP045 -- the SDK writes its types the old way
from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Dict, List, Literal, Optional, Union

import pytest
from parity.sdk_types import TypeReader, UnknownTypeError, fields_of
from pydantic import BaseModel, Field
from typing_extensions import Required, TypedDict


class Mark:
    """Stands in for the SDK's PropertyInfo."""

    def __init__(self, alias: str) -> None:
        self.alias = alias


class Nested(BaseModel):
    asset_id: str = Field(alias="assetId")


class Row(BaseModel):
    id: str
    kind: Optional[Literal["image", "video"]] = None
    thumbnail: Optional[Nested] = None
    frames: List[Nested]
    scores: Optional[Dict[str, float]] = None
    children: Optional[List[Row]] = None


class Params(TypedDict, total=False):
    mode: Required[Literal["a", "b"]]
    model_id: Annotated[str, Mark("modelId")]
    created_after: Required[Annotated[Union[str, datetime], Mark("createdAfter")]]


@pytest.mark.parametrize(
    ("hint", "types"),
    [
        (str, {"string"}),
        (datetime, {"string"}),
        (int, {"number"}),
        (float, {"number"}),
        (bool, {"boolean"}),
        (Optional[bool], {"boolean"}),
        (Union[str, float], {"string", "number"}),
        (str | None, {"string"}),
        (Literal[0, 25], {"number"}),
        (list[str], {"array"}),
        (dict[str, float], {"object"}),
        (Row, {"object"}),
        (object, set()),
        (Any, set()),
        (Union[str, object], set()),
    ],
)
def test_types(hint, types):
    assert TypeReader().shape(hint).types == types


@pytest.mark.parametrize("hint", [object, Any, dict[str, object], dict[str, dict[str, object]]])
def test_free_form(hint):
    assert TypeReader().shape(hint).is_free


def test_values_are_words():
    assert TypeReader().shape(Literal[0, 25]).values == {"0", "25"}
    assert TypeReader().shape(Literal["true", True]).values == {"true"}


def test_a_model_has_its_wire_names_at_every_depth():
    shape = TypeReader().shape(Row)
    assert shape.fields["id"].required
    assert not shape.fields["kind"].required
    assert shape.fields["kind"].shape.values == {"image", "video"}
    assert "assetId" in shape.fields["thumbnail"].shape.fields
    frames = shape.fields["frames"].shape.items
    assert frames is not None
    assert "assetId" in frames.fields
    scores = shape.fields["scores"].shape.extra
    assert scores is not None
    assert scores.types == {"number"}


def test_a_model_that_contains_itself_is_a_cycle():
    shape = TypeReader().shape(Row)
    assert shape.fields["children"].shape.items is shape


def test_a_typed_dict_has_wire_names_and_requiredness():
    """Annotations are postponed here as in the SDK, where `__required_keys__` is empty."""
    assert Params.__required_keys__ == frozenset()
    assert [(wire, required) for _, wire, _, required in fields_of(Params)] == [
        ("mode", True),
        ("modelId", False),
        ("createdAfter", True),
    ]


def test_a_field_of_a_union_is_required_where_each_alternative_requires_it():
    class Other(BaseModel):
        id: str
        asset_id: str = Field(alias="assetId")

    fields = TypeReader().shape(Union[Nested, Other]).fields
    assert fields["assetId"].required
    assert not fields["id"].required


def test_a_type_from_elsewhere_is_refused_by_name():
    with pytest.raises(UnknownTypeError, match="complex"):
        TypeReader().shape(complex)
