"""The small rules behind the generated code: names, texts, facts, and where a type belongs."""

from __future__ import annotations

import pytest
from client_generator import texts
from client_generator.names import constant, identifier, is_class_name, member, snake
from client_generator.problems import Refusal
from client_generator.schemas import Components
from client_generator.views import modules

SNAKE = {
    "id": "id",
    "nextPaginationToken": "next_pagination_token",
    "ensureIPCleared": "ensure_ip_cleared",
    "costPerAssetP50CU": "cost_per_asset_p50_cu",
    "quality-gate": "quality_gate",
    "skybox-base-360": "skybox_base_360",
    "complianceMetadata.maintainer": "compliance_metadata_maintainer",
    "trace_id": "trace_id",
}


@pytest.mark.parametrize("wire", SNAKE)
def test_snake_case(wire):
    assert snake(wire) == SNAKE[wire]
    assert constant(wire) == SNAKE[wire].upper()


def test_names_that_python_has_get_an_underscore():
    assert [identifier(name) for name in ("class", "3d", "type", "")] == ["class_", "_3d", "type", "_"]
    assert identifier("options", {"options"}) == "options_"
    assert [member(name) for name in ("list", "str", "property", "type")] == ["list_", "str_", "property_", "type"]


def test_class_names():
    names = ("Model", "Model2", "model", "Exception", "None", "A B", "")
    assert [name for name in names if is_class_name(name)] == ["Model", "Model2"]


def test_prose_drops_the_evidence_and_the_line_ends():
    text = "One\nline, see v2.4.0.\n\nAnother.\nSource: guide:search, sdk:2.4.0, inference.\n"
    assert texts.prose(text) == "One line, see v2.4.0.\n\nAnother."
    assert texts.prose("The source: a river.") == "The source: a river."
    assert texts.prose(None) == ""


def test_prose_speaks_of_python_names():
    names = {"sortBy": "sort_by", "tags": "tags", "createdAfter": "created_after", "job": "job", "jobId": "job_id"}
    assert texts.prose("Needs `sortBy=createdAt` or `tags`.", names) == "Needs `sort_by=createdAt` or `tags`."
    assert texts.prose("createdAfter needs sortBy.", names) == "created_after needs sort_by."
    assert texts.prose("As in `job.jobId`, not `sortBy-x`.", names) == "As in `job.job_id`, not `sortBy-x`."
    assert texts.prose("{jobId} in x.sortBy stays.", names) == "{jobId} in x.sortBy stays."


def test_descriptions_speak_of_methods():
    part = {"description": "As GET /a/{b} and GET /c.", "example": "GET /a/{b}", "inner": [{"summary": "GET /a/{b}"}]}
    assert texts.with_calls(part, {"GET /a/{b}": "as.retrieve"}) == {
        "description": "As `as.retrieve` and GET /c.",
        "example": "GET /a/{b}",
        "inner": [{"summary": "`as.retrieve`"}],
    }


FACTS = [
    ({"type": "integer", "minimum": 1, "maximum": 500, "x-default": 100}, ["1 to 500", "default 100"]),
    ({"type": "number", "minimum": 0}, ["at least 0"]),
    ({"type": "number", "exclusiveMinimum": 0, "multipleOf": 8}, ["above 0", "a multiple of 8"]),
    ({"type": "string", "minLength": 1, "maxLength": 9}, ["at least 1 character", "at most 9 characters"]),
    ({"type": "string", "pattern": "^a$"}, ["matches ^a$"]),
    ({"type": "string", "enum": ["a", "b"], "x-enum-retired": ["b"], "x-default": "a"}, ['one of "a"', 'default "a"']),
    ({"type": "string", "enum": [str(n) for n in range(13)]}, ["one of 13 words"]),
    ({"type": "array", "minItems": 3, "maxItems": 3, "items": {"minimum": 0}}, ["exactly 3 items", "each at least 0"]),
    ({"type": "boolean", "x-default": False}, ["default False"]),
]


@pytest.mark.parametrize(("schema", "facts"), FACTS)
def test_facts(schema, facts):
    assert texts.facts({}, schema) == facts
    assert texts.facts(schema, {"type": "string"}) == facts


@pytest.mark.parametrize("text", ['a """quoted""" text', 'ends with "quotes"', "back\\slash", "x " * 200, ""])
def test_docstrings_are_literals_of_their_text(text):
    literal = texts.docstring(texts.wrapped(text, 7), 4)
    assert all(len(line) <= texts.WIDTH for line in f"    {literal}".splitlines())
    value = eval(literal)
    assert (text.split() or ["Not"])[0] in value.split()
    assert len(value.split()) >= len(text.split())


def schemas(**components):
    """A document of two tags: `things` reads Thing, `boxes` reads Box."""
    paths = {
        f"/{tag}": {
            "get": {
                "tags": [tag],
                "responses": {"200": {"content": {"application/json": {"schema": reference(name)}}}},
            }
        }
        for tag, name in (("things", "Thing"), ("boxes", "Box"))
    }
    return Components({"paths": paths, "components": {"schemas": components}})


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def of(*names, **more):
    """An object whose properties are of these components."""
    return {"type": "object", "properties": {name.lower(): reference(name) for name in names}, **more}


def test_types_stand_with_the_tag_that_needs_them():
    components = schemas(
        Thing=of("ThingPart", "Both"),
        Box=of("Thing", "Both", "Lid"),
        ThingPart=of("Screw"),
        Screw=of(type="object"),
        Lid=of("Color"),
        Color={"type": "string", "enum": ["red"]},
        Both=of("Shared"),
        Shared={"type": "string", "enum": ["a"]},
    )
    assert components.owners == {
        "Thing": "things",
        "ThingPart": "things",
        "Screw": "things",
        "Box": "boxes",
        "Lid": "boxes",
        "Color": "boxes",
        "Both": "common",
        "Shared": "common",
    }


def test_types_that_are_built_on_each_other_are_refused():
    with pytest.raises(Refusal, match="built on itself"):
        schemas(Thing={"allOf": [reference("Box")]}, Box={"allOf": [reference("Thing")]})


def test_type_with_two_bases_is_refused():
    with pytest.raises(Refusal, match="at most one base"):
        schemas(Thing={"allOf": [reference("Box"), reference("Lid")]}, Box=of(), Lid=of())


def test_class_stands_behind_the_one_that_it_is_built_on():
    components = schemas(Thing={"allOf": [reference("Zed"), of("Screw")]}, Zed=of("Screw"), Screw=of(), Box=of())
    (module,) = [one for one in modules(components, {"things": "", "boxes": ""}, []) if one.name == "things"]
    assert [(view.name, view.base) for view in module.views] == [("Screw", "View"), ("Zed", "View"), ("Thing", "Zed")]
