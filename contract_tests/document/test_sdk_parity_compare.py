"""Every kind of difference is caught, once, at its place."""

from __future__ import annotations

from typing import Any

import pytest
from parity.compare import Difference, compare, compare_operation
from parity.sdk_calls import SdkOperation
from parity.shapes import Field, Operation, Shape, known_values, scalar
from parity.spec import SpecOperation

TEXT, NUMBER, FREE = scalar("string"), scalar("number"), Shape()
NOTHING = Operation({}, None, None)


def an_object(**fields: Shape | Field) -> Shape:
    """An object; a field given as a bare shape is optional."""
    named = {name: one if isinstance(one, Field) else Field(one) for name, one in fields.items()}
    return Shape(types=frozenset({"object"}), fields=named)


def an_array(items: Shape) -> Shape:
    return Shape(types=frozenset({"array"}), items=items)


def a_map(extra: Shape) -> Shape:
    return Shape(types=frozenset({"object"}), extra=extra)


def differences(sdk: Operation, spec: Operation) -> list[tuple[str, str, str]]:
    """Place, kind and side of all differences."""
    return [(one.place, one.kind, one.side) for one in compare_operation("doIt", sdk, spec)]


def of_answers(sdk: Shape | None, spec: Shape | None) -> list[tuple[str, str, str]]:
    return differences(Operation({}, None, sdk), Operation({}, None, spec))


def of_bodies(sdk: Shape, spec: Shape) -> list[tuple[str, str, str]]:
    return differences(Operation({}, Field(sdk), None), Operation({}, Field(spec), None))


def test_equal_sides_have_no_difference():
    shape = an_object(a=TEXT, b=an_array(an_object(c=known_values(["x"]))), d=a_map(NUMBER))
    assert of_answers(shape, an_object(**shape.fields)) == []


def test_parameters():
    sdk = Operation({"query.a": Field(TEXT), "query.b": Field(TEXT)}, None, None)
    spec = Operation({"query.b": Field(TEXT, required=True), "path.c": Field(TEXT, required=True)}, None, None)
    assert differences(sdk, spec) == [
        ("query.b", "required", "spec"),
        ("path.c", "field", "spec"),
        ("query.a", "field", "sdk"),
    ]


def test_a_query_list_may_be_text_and_anything_else_may_not():
    as_list = an_array(known_values(["x"]))
    one, other = Operation({"query.a": Field(TEXT)}, None, None), Operation({"query.a": Field(as_list)}, None, None)
    assert differences(one, other) == [("query.a", "enum", "spec")]
    assert differences(other, one) == [("query.a", "enum", "sdk")]
    assert of_bodies(TEXT, as_list) == [("body", "type", "both")]


def test_values_of_enumerations():
    assert of_answers(known_values(["a", "b"]), known_values(["b", "c", 3])) == [
        ("response", "type", "both"),
        ("response = 3", "value", "spec"),
        ("response = a", "value", "sdk"),
        ("response = c", "value", "spec"),
    ]


def test_an_enumeration_against_any_text_is_one_difference():
    assert of_answers(TEXT, known_values(["a", "b"])) == [("response", "enum", "spec")]


def test_nested_fields_are_found_and_a_missing_one_is_named_once():
    deep = an_object(operator=known_values(["and"]), values=an_array(TEXT))
    sdk = an_object(models=an_array(an_object(inputs=an_array(an_object(required=an_object(always=TEXT))))))
    spec = an_object(
        models=an_array(an_object(inputs=an_array(an_object(required=an_object(always=TEXT, conditional=deep)))))
    )
    assert of_answers(sdk, spec) == [("response.models[].inputs[].required.conditional", "field", "spec")]


def test_values_below_maps():
    sdk, spec = a_map(an_object(a=known_values(["x"]))), a_map(an_object(a=known_values(["x", "y"])))
    assert of_answers(sdk, spec) == [("response{}.a = y", "value", "spec")]


@pytest.mark.parametrize("free", [FREE, a_map(FREE), Shape(types=frozenset({"object"}))])
def test_free_form_against_a_description_is_one_difference(free):
    described = an_object(a=an_object(b=TEXT, c=known_values(["x"])))
    assert of_answers(free, described) == [("response", "form", "spec")]
    assert of_answers(described, free) == [("response", "form", "sdk")]
    assert of_answers(free, FREE) == []


def test_fields_against_a_map_are_one_difference():
    assert of_answers(a_map(NUMBER), an_object(a=NUMBER, b=NUMBER)) == [("response", "form", "spec")]


def test_requiredness_counts_in_requests_only():
    sdk, spec = an_object(a=Field(TEXT, required=True)), an_object(a=TEXT)
    assert of_bodies(sdk, spec) == [("body.a", "required", "sdk")]
    assert of_answers(sdk, spec) == []


def test_types():
    (one,) = compare_operation("doIt", Operation({}, None, TEXT), Operation({}, None, NUMBER))
    assert one == Difference("doIt", "response", "type", "both", detail="sdk: string; spec: number")


def test_bodies_and_answers_that_one_side_lacks():
    assert differences(NOTHING, Operation({}, Field(TEXT), TEXT)) == [
        ("body", "field", "spec"),
        ("response", "field", "spec"),
    ]
    assert differences(Operation({}, None, TEXT), NOTHING) == [("response", "field", "sdk")]


def test_cycles_end():
    def tree(**more: Any) -> Shape:
        shape = an_object(**more)
        shape.fields["children"] = Field(an_array(shape))
        return shape

    assert of_answers(tree(), tree(name=TEXT)) == [("response.name", "field", "spec")]
    assert of_answers(tree(), tree()) == []


def test_an_operation_that_the_sdk_lacks_is_one_difference():
    contract = [SpecOperation("readA", "GET /a", NOTHING), SpecOperation("readB", "GET /b", NOTHING)]
    assert compare(contract, {"GET /a": SdkOperation("Resource.read", NOTHING)}) == [
        Difference("readB", "operation", "operation", "spec", detail="GET /b")
    ]
