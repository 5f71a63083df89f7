"""What the vendor's documents print occurs in the contract; the facts are data, in `facts/` and `samples/`.

Where the contract says something else on purpose, the row of spec/DISCREPANCIES.md is named here, and must exist.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from contract_tests.document.facts_of import at, facts, known_values, sample
from contract_tests.document.rules_examples import validator
from contract_tests.document.walk import Document, resolve

DISCREPANCIES = Path(__file__).parents[2] / "spec" / "DISCREPANCIES.md"
ROW = {"$ref": "#/components/schemas/Model"}

NOT_REQUIRED = {
    "trainingProgress.stage": 33,
    "trainingProgress.updatedAt": 33,
    "uiConfig.resolutionComponent.presets[].width": 35,
    "uiConfig.resolutionComponent.presets[].height": 35,
}
"""Fields that the reference requires and recordings lack, with the row that says so."""
TYPES = {"map": ("object",), "number": ("number", "integer"), "anything": ("object", "free")}
"""Kinds of the facts file that the contract words otherwise: counts are integers, some free values are maps."""
OTHER_BOUNDS = {"inputs[].step": 107}
"""Fields whose bounds recordings contradict, with the row that says so."""


REFERENCE = facts("models_reference")
FIELDS = [(path, kind) for kind, paths in REFERENCE["fields"].items() for path in paths]


def query(document: Document, path: str) -> dict[str, Any]:
    """Query parameters of GET `path`: name -> schema, references followed, what stands beside them laid over it."""
    found = {}
    for one in document["paths"][path]["get"]["parameters"]:
        parameter = resolve(document, one)
        if parameter["in"] == "query":
            found[parameter["name"]] = {**resolve(document, parameter["schema"]), **parameter["schema"]}
    return found


def test_the_facts_file_is_whole():
    """Guards against a facts file that lost something: its counts are those of the page."""
    assert len(REFERENCE["parameters"]) == 18
    assert len(REFERENCE["types"]) == 37
    assert len(REFERENCE["values"]["capabilities[]"]) == 32
    assert len(FIELDS) == len(set(FIELDS)) == 181


@pytest.mark.parametrize("name", REFERENCE["parameters"])
def test_a_query_parameter(document: Document, name: str):
    schema = query(document, "/models")[name]
    expected = REFERENCE["parameters"][name]
    assert {key: schema.get(key) for key in expected} == expected
    values = REFERENCE["parameterValues"].get(name, REFERENCE["types"] if name in ("type", "types") else None)
    if values is not None:
        of_values = resolve(document, schema["items"]) if name == "types" else schema
        assert sorted(of_values["enum"]) == sorted(values)


def test_there_is_one_more_parameter(document: Document):
    """Releases of the SDK since 2.0.0 added the project."""
    assert set(query(document, "/models")) - set(REFERENCE["parameters"]) == {"projectId"}


def test_the_conditions_between_parameters(document: Document):
    constraints = document["paths"]["/models"]["get"]["x-constraints"]
    stated = {one["parameter"]: one["when"] for one in constraints if one["rule"] == "requires"}
    assert stated == REFERENCE["conditions"]
    assert [one["parameters"] for one in constraints if one["rule"] == "excludes"] == REFERENCE["neverTogether"]


@pytest.mark.parametrize(("path", "kind"), FIELDS)
def test_a_field_of_a_model(document: Document, path: str, kind: str):
    node = at(document, ROW, path)
    assert node is not None, f"{path} is not in the contract"
    assert node.get("type", "free") in TYPES.get(kind, (kind,))


@pytest.mark.parametrize("path", REFERENCE["required"])
def test_a_required_field_of_a_model(document: Document, path: str):
    *_, last = re.findall(r"[^.]+", path)
    owner = at(document, ROW, path.removesuffix(last).rstrip("."))
    assert (last in owner.get("required", [])) is (path not in NOT_REQUIRED)


@pytest.mark.parametrize("path", REFERENCE["bounds"])
def test_bounds_of_a_field(document: Document, path: str):
    node, expected = at(document, ROW, path), REFERENCE["bounds"][path]
    assert ({key: node.get(key) for key in expected} == expected) is (path not in OTHER_BOUNDS)


@pytest.mark.parametrize("path", [*REFERENCE["values"], "type", "inputs[].modelTypes[]"])
def test_values_of_a_field(document: Document, path: str):
    known = known_values(at(document, ROW, path))
    assert set(REFERENCE["values"].get(path, REFERENCE["types"])) <= known


def test_the_types_are_exactly_those_of_the_reference(document: Document):
    schemas = document["components"]["schemas"]
    assert known_values(schemas["ModelType"]) == known_values(schemas["ModelTypeFilter"]) == set(REFERENCE["types"])
    retired = {name for name in REFERENCE["types"] if name.startswith("sd-")}
    assert set(schemas["ModelType"]["x-enum-retired"]) == retired
    later = known_values(schemas["ModelCapability"]) - set(REFERENCE["values"]["capabilities[]"])
    assert later == {"audio2txt", "video2txt"}


@pytest.mark.parametrize("row", sorted({*NOT_REQUIRED.values(), *OTHER_BOUNDS.values()}))
def test_what_differs_on_purpose_has_its_row(row: int):
    assert re.search(rf"^\| (\d+, )*{row}\b", DISCREPANCIES.read_text("utf-8"), re.MULTILINE)


def test_the_printed_sample_is_valid(document: Document):
    """Both pages of the reference print the same sample; its texts are their own names, so formats only annotate."""
    check = validator(document, {"$ref": "#/components/schemas/ModelList"}, formats=False)
    page = sample("reference_models")
    assert [error.message for error in check.iter_errors(page)] == []
    del page["models"][0]["id"]
    assert not check.is_valid(page)


def test_the_printed_sample_has_every_field_of_the_facts_file():
    assert paths(sample("reference_models")["models"][0], "") == {path for path, _ in FIELDS}


def paths(value: Any, path: str) -> set[str]:
    """Every path into `value`, written like in the facts file; `foo` is how the sample spells any key of a map."""
    if isinstance(value, list):
        return paths(value[0], path + "[]") if value else set()
    found: set[str] = set()
    for name, part in value.items() if isinstance(value, dict) else ():
        inner = f"{path}.{'*' if name == 'foo' else name}".removeprefix(".")
        found |= ({inner} if name != "foo" else set()) | paths(part, inner)
    return found
