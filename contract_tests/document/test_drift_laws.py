"""`scripts/drift`: laws that hold whatever changed, ways to write one thing, and what cannot be compared."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest
from drift_report.compare_operations import compare
from drift_report.documents import Document, UnusableError, load, of_file, parsed
from drift_report.rules import RULES, Severity
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.document import drift_changes as rows
from contract_tests.document.tiny import changed

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "spec" / "openapi.yaml"
CHANGES = [*rows.OPERATIONS, *rows.PARAMETERS, *rows.BODIES, *rows.ANSWERS, *rows.SHARED]


def wrapped(schema, **components):
    """A document whose one operation takes and gives `schema`."""
    content = {"application/json": {"schema": schema}}
    operation = {"requestBody": {"content": content}, "responses": {"200": {"content": content}}}
    document = {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}, "components": {"schemas": components}}
    return Document("small.yaml", "", document)


def rules(old, new):
    """What is found, as (direction, severity, rule)."""
    return sorted((one.direction, one.severity.word, one.rule) for one in compare(old, new))


def test_the_contract_does_not_differ_from_itself():
    assert compare(of_file(CONTRACT), of_file(CONTRACT)) == []


@given(picked=st.lists(st.sampled_from(range(len(CHANGES))), min_size=1, max_size=4, unique=True))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_turned_around_each_change_is_its_opposite(picked):
    document = rows.sample()
    for number in picked:
        pointer, value, _ = CHANGES[number]
        try:
            changed(document, pointer, value)
        except (KeyError, IndexError, TypeError):
            continue  # another change took the place away
    there, back = compare(rows.base(), other := Document("b", "", document)), compare(other, rows.base())
    opposites = sorted((RULES[one.rule].opposite, one.direction, one.path, one.other, one.pointer) for one in there)
    assert opposites == sorted((one.rule, one.direction, one.path, one.pointer, one.other) for one in back)


def test_opposites_are_mutual():
    for name, rule in RULES.items():
        assert RULES[rule.opposite].opposite == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": ["string", "null"]}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ({"type": "string", "enum": ["a", "b"]}, {"anyOf": [{"const": "a"}, {"const": "b"}]}),
        ({"type": "string", "minLength": 2}, {"allOf": [{"type": "string"}, {"minLength": 2}]}),
        ({"type": "string", "minLength": 2}, {"$ref": "#/components/schemas/Text", "minLength": 2}),
        ({"type": "object", "required": ["a"]}, {"required": ["a"], "type": "object", "additionalProperties": True}),
        ({"type": "integer", "exclusiveMinimum": 0}, {"type": "integer", "minimum": 0, "exclusiveMinimum": True}),
        ({"type": "array"}, {"type": "array", "items": {}, "minItems": 0}),
        ({}, True),
        ({"type": ["object", "string"]}, {"oneOf": [{"type": "string"}, {"type": "object"}]}),
    ],
)
def test_two_ways_to_write_one_thing_do_not_differ(one, other):
    text = {"type": "string"}
    assert compare(wrapped(one, Text=text), wrapped(other, Text=text)) == []


def test_recursion_ends_and_what_changes_in_it_is_found_once():
    def tree(kind):
        child = {"$ref": "#/components/schemas/Tree"}
        fields = {"value": {"type": kind}, "left": child, "many": {"type": "array", "items": {"allOf": [child]}}}
        return wrapped(child, Tree={"type": "object", "properties": fields})

    found = rules(tree("string"), tree("integer"))
    assert found == [("request", "breaking", "type-changed"), ("response", "breaking", "type-changed")]


def test_forms_belong_together_by_name_whatever_their_order():
    def forms(*names):
        parts = {"A": {"type": "object", "required": ["a"]}, "B": {"type": "object", "required": ["b"]}}
        return wrapped({"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}, **parts)

    assert compare(forms("A", "B"), forms("B", "A")) == []


def test_narrowing_breaks_callers_and_widening_breaks_readers():
    for wide, narrow in (
        ({}, {"type": "string"}),
        ({"type": ["string", "null"]}, {"type": "string"}),
        ({"type": "number"}, {"type": "integer"}),
        ({"enum": ["a", "b"]}, {"enum": ["a"]}),
        ({"type": "string"}, {"type": "string", "enum": ["a"]}),
    ):
        narrowed = {(one.direction, one.severity) for one in compare(wrapped(wide), wrapped(narrow))}
        widened = {(one.direction, one.severity) for one in compare(wrapped(narrow), wrapped(wide))}
        assert narrowed == {("request", Severity.BREAKING), ("response", Severity.NOTE)}
        assert widened == {("request", Severity.ADDITIVE), ("response", Severity.BREAKING)}


def test_random_nesting_never_hides_a_change():
    """A changed type is found below any pile of arrays, maps, fields and unions."""
    chance = random.Random(7)
    wrappers = (
        lambda schema: {"type": "array", "items": schema},
        lambda schema: {"type": "object", "additionalProperties": schema},
        lambda schema: {"type": "object", "properties": {"x": schema}},
        lambda schema: {"anyOf": [schema, {"type": "null"}]},
        lambda schema: {"allOf": [schema, {"description": "d"}]},
    )
    for _ in range(40):
        old: object = {"type": "string"}
        new: object = {"type": "boolean"}
        for wrapper in chance.choices(wrappers, k=6):
            old, new = wrapper(old), wrapper(new)
        found = {(one.direction, one.severity) for one in compare(wrapped(old), wrapped(new))}
        assert found >= {("request", Severity.BREAKING), ("response", Severity.BREAKING)}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: [", r"bad\.yaml:2: not YAML"),
        ("- 1", "it is no mapping"),
        ("swagger: '2.0'\npaths: {}", r"OpenAPI 3\.0 or 3\.1 is needed, this says 2\.0"),
        ("openapi: 3.1.0", "it has no paths"),
        ("openapi: 3.1.0\npaths:\n  /a: 7", r"bad\.yaml:3: /paths/~1a: a mapping is needed, not int"),
        ("openapi: 3.1.0\npaths:\n  /a:\n    get:\n      parameters: 3", r"bad\.yaml:5: .*a list is needed"),
        ("openapi: 3.1.0\npaths: {/a: {get: {responses: {200: {$ref: '#/x'}}}}}", "leads nowhere"),
        (
            "openapi: 3.1.0\npaths: {/a: {get: {responses: {200: {$ref: 'b.yaml#/x'}}}}}",
            "leads nowhere in the document",
        ),
    ],
)
def test_a_malformed_document_is_refused_with_its_place(text, complaint):
    with pytest.raises(UnusableError, match=complaint):
        compare(parsed(text, "bad.yaml"), parsed(text, "bad.yaml"))


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        ({"$ref": "other.yaml#/A"}, "leads out of the document"),
        ({"$ref": "#/components/schemas/None"}, "leads nowhere"),
        ({"$ref": "#/components/schemas/Loop"}, "made of itself"),
        ({"type": "text"}, "'text' is no JSON type"),
        ({"properties": []}, "a mapping is needed"),
        ({"required": "a", "type": "object"}, "a list is needed"),
        ({"anyOf": [{"type": "object", "required": [str(number)]} for number in range(90)]}, "90 forms"),
        (3, "a mapping is needed"),
    ],
)
def test_a_schema_that_cannot_be_understood_is_refused(schema, complaint):
    document = wrapped(schema, Loop={"allOf": [{"$ref": "#/components/schemas/Loop"}]})
    with pytest.raises(UnusableError, match=complaint):
        compare(document, document)


def test_the_contract_against_an_older_one_of_this_history():
    """Whatever changed since, each finding has a place in both documents that is really there."""
    git = ["git", "-C", str(ROOT), "log", "--format=%H", "--", "spec/openapi.yaml"]
    run = subprocess.run(git, capture_output=True, text=True, check=False)
    commits = run.stdout.split()
    if run.returncode or len(commits) < 2:
        pytest.skip("no git history with an older contract: a source archive or a shallow clone")
    new, old = of_file(CONTRACT), load(f"git:{commits[-1]}", CONTRACT)
    found = compare(old, new)
    assert found
    for finding in found:
        new.at(finding.pointer, "")
        old.at(finding.other, "")
        assert finding.operation
        assert finding.rule in RULES
