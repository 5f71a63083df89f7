"""The contract's keywords, read into shapes."""

from __future__ import annotations

from typing import Any

import pytest
from parity import spec
from parity.shapes import Operation, Shape
from parity.spec import SpecError


def read(schemas: dict[str, Any], **operation: Any) -> Operation:
    """The one operation of a document whose 200 is the component Answer."""
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}
    content = {"operationId": "readThing", "responses": {"200": answer}, **operation}
    document = {"paths": {"/things/{thingId}": {"get": content}}, "components": {"schemas": schemas}}
    (only,) = spec.operations(document)
    assert (only.operation_id, only.route) == ("readThing", "GET /things/{}")
    return only.content


def answer(schema: dict[str, Any], **others: Any) -> Shape:
    shape = read({"Answer": schema, **others}).response
    assert shape is not None
    return shape


@pytest.mark.parametrize(
    "schema", [{}, {"type": "object"}, {"type": "object", "additionalProperties": {}}, {"description": "any"}]
)
def test_free_form(schema):
    assert answer(schema).is_free


def test_every_list_of_values_counts():
    schema = {
        "type": "string",
        "x-extensible-enum": ["success", "failure"],
        "x-enum-retired": ["lost"],
        "x-enum-legacy": {"failed": "failure"},
        "x-enum-groups": {"terminal": ["not-a-value"]},
    }
    assert answer(schema).values == {"success", "failure", "lost", "failed"}
    assert answer({"const": 3}).values == {"3"}
    assert answer({"type": ["string", "null"], "enum": ["a", None]}).types == {"string"}


def test_integers_are_numbers():
    assert answer({"type": "integer"}).types == {"number"}


def test_all_of_adds_up():
    schema = {
        "allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["a", "b"]},
        ]
    }
    fields = answer(schema, Base={"type": "object", "properties": {"a": {"type": "number"}}}).fields
    assert set(fields) == {"a", "b"}
    assert fields["b"].required
    assert fields["a"].shape.types == {"number"}


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_unions(keyword):
    assert answer({keyword: [{"type": "string"}, {"type": "number"}, {"type": "null"}]}).types == {"string", "number"}
    assert answer({keyword: [{"type": "string"}, {}]}).is_free


def test_keywords_beside_a_reference():
    schema = {"properties": {"kind": {"$ref": "#/components/schemas/Kind", "description": "…", "enum": ["video"]}}}
    assert answer(schema, Kind={"type": "string", "enum": ["image"]}).fields["kind"].shape.values == {"image", "video"}


def test_maps_and_arrays():
    shape = answer({"type": "object", "additionalProperties": {"type": "array", "items": {"type": "boolean"}}})
    assert shape.extra is not None
    assert shape.extra.items is not None
    assert shape.extra.items.types == {"boolean"}


def test_a_component_that_contains_itself_is_a_cycle():
    reference = {"$ref": "#/components/schemas/Answer"}
    shape = answer({"type": "object", "properties": {"children": {"type": "array", "items": reference}}})
    assert shape.fields["children"].shape.items is shape


def test_parameters_of_the_path_and_the_body():
    content = read(
        {"Answer": {}},
        parameters=[
            {"name": "thingId", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "pageSize", "in": "query", "schema": {"type": "integer"}},
        ],
        requestBody={"required": True, "content": {"application/json": {"schema": {"type": "object"}}}},
    )
    assert {name: one.required for name, one in content.parameters.items()} == {
        "path.thingId": True,
        "query.pageSize": False,
    }
    assert content.body is not None
    assert content.body.required


@pytest.mark.parametrize("text", [None, "a: [", "[]", "paths: {/x: {get: {}}}", "3"])
def test_an_unreadable_contract_is_said_in_one_line(tmp_path, text):
    file = tmp_path / "openapi.yaml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(SpecError, match=r"openapi\.yaml") as caught:
        spec.load(file)
    assert "\n" not in str(caught.value)
