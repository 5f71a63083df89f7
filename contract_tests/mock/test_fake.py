"""Made-up values: those of every component conform, read like the domain, and come out the same every time."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from faker import Faker
from scenario_mock import scalars, words
from scenario_mock.fake import SchemaFaker
from scenario_mock.flat import SchemaError
from scenario_mock.ids import stream
from scenario_mock.provider import ScenarioProvider, make_faker

from contract_tests.conftest import contract_document

SCHEMAS: dict[str, Any] = contract_document()["components"]["schemas"]
SEEDS = range(50)


def faker_for(schemas: dict[str, Any], seed: int = 0, optional: float = 0.5, **more: Any) -> SchemaFaker:
    """A schema faker on streams of its own."""
    return SchemaFaker(schemas, make_faker(stream(seed, "words")), stream(seed, "choices"), optional, **more)


def make(schema: dict[str, Any], seed: int = 0, optional: float = 0.5, **schemas: Any) -> Any:
    """A value for one schema outside the contract."""
    return faker_for(schemas, seed, optional).value(schema, context="it")


@pytest.fixture(scope="module")
def english() -> Faker:
    """One Faker for the sweeps: making one is slow."""
    return make_faker(stream(0, "english"))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_component_conforms(name: str, english: Faker):
    reference = {"$ref": f"#/components/schemas/{name}"}
    rules = jsonschema_rs.validator_for({**reference, "components": {"schemas": SCHEMAS}}, validate_formats=True)
    for seed in SEEDS:
        fake = SchemaFaker(SCHEMAS, english, stream(seed, name), optional=(0.0, 0.5, 1.0)[seed % 3])
        value = fake.value(reference, context=name)
        problems = [f"{error.instance_path}: {error.message}" for error in rules.iter_errors(value)]
        assert problems == [], f"seed {seed}"


def in_operations(node: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of a parameter, a body or an answer, with its place."""
    if isinstance(node, dict):
        for key, part in node.items():
            if key == "schema":
                yield place, part
            else:
                yield from in_operations(part, f"{place}/{key}")
    elif isinstance(node, list):
        for number, part in enumerate(node):
            yield from in_operations(part, f"{place}/{number}")


@pytest.mark.parametrize("path", sorted(contract_document()["paths"]))
def test_every_schema_of_an_operation_conforms(path: str, english: Faker):
    found = list(in_operations(contract_document()["paths"][path], path))
    assert found
    for place, schema in found:
        rules = jsonschema_rs.validator_for({**schema, "components": {"schemas": SCHEMAS}}, validate_formats=True)
        for seed in range(0, 50, 5):
            fake = SchemaFaker(SCHEMAS, english, stream(seed, place), optional=(0.0, 0.5, 1.0)[seed % 3])
            problems = [error.message for error in rules.iter_errors(fake.value(schema, context=place))]
            assert problems == [], f"{place}, seed {seed}"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_only_current_values(name: str, english: Faker):
    schema = SCHEMAS[name]
    known = schema.get("enum", schema.get("x-extensible-enum"))
    if known is None:
        return
    fake = SchemaFaker(SCHEMAS, english, stream(1, name))
    drawn = {fake.value(schema) for _ in range(40 * len(known))}
    assert drawn == set(known) - set(schema.get("x-enum-retired", []))


def test_optional_fields():
    required = set(SCHEMAS["Model"]["required"])
    every = set(SCHEMAS["Model"]["properties"])
    model = {"$ref": "#/components/schemas/Model"}
    assert set(faker_for(SCHEMAS, optional=0).value(model)) == required
    assert set(faker_for(SCHEMAS, optional=1).value(model)) == every
    assert required < set(faker_for(SCHEMAS, optional=0.5).value(model)) < every


def test_same_seed_same_bytes():
    job = {"$ref": "#/components/schemas/Job"}
    first, again, other = (json.dumps(faker_for(SCHEMAS, seed).value(job)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_patterns_are_the_same_in_every_process():
    code = (
        "from scenario_mock.scalars import Patterns; from scenario_mock.ids import stream; "
        "print(ascii(Patterns(stream(0, 'p')).xeger('^[^,a-f0-9]{40}[^x]+$')))"
    )
    seen = set()
    for hash_seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1


def test_global_chance_is_left_alone():
    random.seed(5)
    expected = random.random()
    random.seed(5)
    faker_for(SCHEMAS, optional=1).value({"$ref": "#/components/schemas/Asset"})
    assert random.random() == expected


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "number", "exclusiveMinimum": 0, "maximum": 0.001},
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1e-9},
        {"type": "number", "exclusiveMinimum": 0, "maximum": 0.001, "multipleOf": 0.0001},
        {"type": "number", "exclusiveMinimum": 0, "maximum": 0.001, "example": 0.0004},
        {"type": "number", "exclusiveMinimum": 0.999999, "exclusiveMaximum": 1},
        {"type": "number", "minimum": -5, "maximum": -5},
        {"type": "number", "minimum": 3, "enum": [1, 5]},
        {"type": "string", "minLength": 2, "enum": ["a", "bb"]},
        {"type": "string", "pattern": "^(model|asset)_[A-Za-z0-9]{22,24}$"},
        {"enum": [None, 1, "a", True]},
        {"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]},
        {"type": "number", "maximum": -3},
        {"type": "number", "minimum": 0, "maximum": 2, "multipleOf": 0.05},
        {"type": "number", "minimum": -1e308, "maximum": 1e308},
        {"type": "number", "maximum": 1.7976931348623157, "exclusiveMinimum": 0},
        {"type": "integer", "minimum": 64, "maximum": 2048, "multipleOf": 8},
        {"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 3},
        {"type": "integer", "minimum": 0.5, "maximum": 1.5},
        {"type": "integer", "multipleOf": 2.5, "minimum": 1, "maximum": 9},
        {"type": "integer", "maximum": 9007199254740991, "minimum": 9007199254740990},
        {"type": ["string", "null"], "maxLength": 3},
        {"type": "string", "minLength": 300},
        {"type": "string", "minLength": 4, "maxLength": 4},
        {"type": "string", "pattern": "^[^,]+$"},
        {"type": "string", "pattern": "^[a-z]{2}-[0-9]{4}$", "maxLength": 7},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
        {"type": "string", "format": "uri"},
        {"type": "string", "format": "email"},
        {"type": "string", "format": "uuid"},
        {"type": "array", "items": {"type": "boolean"}, "uniqueItems": True, "minItems": 2},
        {"type": "array", "items": {"type": "string", "example": "x"}, "uniqueItems": True, "minItems": 5},
        {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": True, "minItems": 2, "maxItems": 9},
        {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 4}, "uniqueItems": True, "minItems": 4},
        {
            "type": "array",
            "items": {"type": "object", "required": ["a"], "properties": {"a": {"enum": [1, 2, 3]}}},
            "uniqueItems": True,
            "minItems": 3,
        },
        {
            "type": "array",
            "items": {"type": "string", "x-faker": "scenario_aspect_ratio"},
            "uniqueItems": True,
            "minItems": 12,
        },
        {
            "type": "array",
            "items": {"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 1}, "minItems": 2},
            "minItems": 3,
        },
        {"type": "array", "items": {"type": "number"}, "minItems": 1024, "maxItems": 1024},
        {"type": "array", "maxItems": 0, "items": {}},
        {"type": "object", "additionalProperties": {"type": "integer"}},
        {"type": "object", "required": ["undeclared"], "properties": {}},
        {"allOf": [{"type": "number", "minimum": 1}, {"type": "integer", "maximum": 4}], "maximum": 2},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"const": 4},
        {"x-faker": {"random_int": {"min": 0, "max": 5}}, "type": "string"},
        {"x-faker": {"random_int": {"min": 100, "max": 500}}, "type": "integer", "maximum": 50},
        {"x-faker": "paragraph", "type": "string", "maxLength": 10},
        {},
    ],
    ids=lambda schema: json.dumps(schema)[:60],
)
def test_corners(schema: dict[str, Any]):
    rules = jsonschema_rs.validator_for(schema, validate_formats=True)
    for seed in SEEDS:
        assert list(rules.iter_errors(make(schema, seed))) == []


def test_recursion_ends():
    tree = {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string"},
            "left": {"$ref": "#/components/schemas/Tree"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            "byName": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Tree"}},
        },
    }
    value = make({"$ref": "#/components/schemas/Tree"}, 1, 1.0, Tree=tree)
    assert len(json.dumps(value)) < 2_000
    assert set(value["left"]) == {"name"}


@pytest.mark.parametrize(
    ("schema", "words_of_the_error"),
    [
        ({"type": "object", "required": ["a"], "properties": {"a": {"oneOf": []}}}, r"it\.a: .*'oneOf'"),
        ({"type": "array", "minItems": 1, "items": {"not": {}}}, r"it\[0\]: .*'not'"),
        ({"type": "string", "format": "ipv6"}, "it: format 'ipv6'"),
        ({"type": "number", "format": "money"}, "it: format 'money'"),
        ({"type": "tuple"}, "it: type 'tuple'"),
        ({"type": "array", "items": True, "minItems": 1}, r"it\[0\]: a schema must be a mapping"),
        ({"$ref": "#/components/schemas/Nowhere"}, "Nowhere does not exist"),
        ({"enum": ["a"], "x-enum-retired": ["a"]}, "every known value is retired"),
        ({"type": "string", "enum": ["a"], "minLength": 2}, "no known value keeps to the other rules"),
        ({"type": "array", "uniqueItems": True, "minItems": 3, "items": {"enum": ["a", "b"]}}, "no 3 different items"),
        ({"type": "integer", "exclusiveMinimum": 1, "maximum": 1}, "no multiple of 1 between 1 and 1"),
        ({"type": "number", "minimum": 2, "maximum": 1}, "nothing between 2 and 1"),
        ({"type": "string", "pattern": "^a$", "minLength": 2}, "no text could be made"),
        ({"type": "array", "uniqueItems": True, "minItems": 3, "items": {"type": "boolean"}}, "no 3 different items"),
        ({"type": "string", "x-faker": "no_such_method"}, "x-faker names no_such_method"),
        ({"type": "string", "x-faker": "date_time"}, "reads the clock"),
        ({"type": "string", "x-faker": {"sentence": {"words": 3}}}, "x-faker sentence fails"),
        ({"type": "string", "x-faker": "word", "pattern": "^[0-9]$"}, "x-faker word gives values such as"),
        ({"allOf": [{"type": "string"}, {"type": "number"}]}, "nothing is of type string and of type number"),
        ({"allOf": [{"pattern": "a"}, {"pattern": "b"}]}, "two different pattern"),
    ],
)
def test_refusals_name_the_place(schema: dict[str, Any], words_of_the_error: str):
    with pytest.raises(SchemaError, match=words_of_the_error):
        make(schema)


@pytest.mark.parametrize(
    "loop",
    [
        {"$ref": "#/components/schemas/Loop"},
        {"allOf": [{"$ref": "#/components/schemas/Loop"}]},
        {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Loop"}}},
    ],
)
def test_endless_schemas_are_refused(loop: dict[str, Any]):
    with pytest.raises(SchemaError, match=r"leads to itself|without an end"):
        make({"$ref": "#/components/schemas/Loop"}, Loop=loop)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("modelId", "^model_"), ("parentModelId", "^model_"), ("assetIds", "^asset_"), ("jobId", "^job_"),
        ("ownerId", "^proj_"), ("authorId", "^user_"), ("collectionIds", "^collection_"), ("url", "^https://"),
        ("prompt", "."), ("seed", "^[0-9]+$"), ("aspectRatio", "^[0-9]+:[0-9]+$"),
    ],
)  # fmt: skip
def test_names_guide_texts(name: str, pattern: str):
    schema = {"type": "object", "required": [name], "properties": {name: {"type": "string"}}}
    assert re.search(pattern, make(schema)[name])


def test_example_is_the_last_hint():
    assert make({"type": "string", "example": "some hint"}) == "some hint"
    assert make({"type": "string", "example": "too long", "maxLength": 4}) != "too long"


def test_times_of_one_object_are_in_order():
    time = {"type": "string", "format": "date-time"}
    schema = {
        "type": "object",
        "required": ["createdAt", "updatedAt"],
        "properties": {"updatedAt": time, "createdAt": time},
    }
    for seed in SEEDS:
        value = make(schema, seed)
        assert value["createdAt"] <= value["updatedAt"]


def test_numbers_stay_near_their_example():
    drawn = [make({"type": "number", "minimum": 0, "example": 7.25}, seed) for seed in SEEDS]
    assert all(0 <= number <= 14.5 for number in drawn)
    assert len(set(drawn)) > 20


# ---- the provider ----------------------------------------------------------------------------------------------------

VOCABULARY = sorted(name for name in vars(ScenarioProvider) if name.startswith("scenario_"))


def used_in_contract(node: Any) -> set[str]:
    """Every Faker method that the contract names."""
    if isinstance(node, list):
        return set().union(*map(used_in_contract, node))
    if not isinstance(node, dict):
        return set()
    spec = node.get("x-faker")
    own = {spec} if isinstance(spec, str) else set(spec or {})
    return own.union(*map(used_in_contract, node.values()))


def test_every_method_of_the_contract_exists(english: Faker):
    assert {name for name in used_in_contract(contract_document()) if not hasattr(english, name)} == set()


@pytest.mark.parametrize("name", VOCABULARY)
def test_provider_is_deterministic(name: str):
    first, again = (make_faker(stream(3, "provider")) for _ in range(2))
    drawn = [getattr(first, name)() for _ in range(5)]
    assert drawn == [getattr(again, name)() for _ in range(5)]
    assert json.dumps(drawn)


def test_fakers_do_not_disturb_each_other():
    one, other = make_faker(stream(1, "a")), make_faker(stream(2, "b"))
    expected = [make_faker(stream(1, "a")).scenario_prompt() for _ in range(1)]
    other.scenario_prompt()
    assert [one.scenario_prompt()] == expected


def test_prompts_are_many_and_of_several_languages():
    rng = stream(0, "prompts")
    drawn = [words.prompt(rng) for _ in range(5_000)]
    assert len(set(drawn)) > 4_000
    assert 100 < sum(not text.isascii() for text in drawn) < 400


@pytest.mark.parametrize(
    ("prompt", "title", "caption"),
    [
        ("an emerald dragon above a castle, golden hour", "Emerald Dragon", "An emerald dragon above a castle."),
        (
            "a stack of gold coins on a velvet cushion",
            "Stack of Gold Coins",
            "A stack of gold coins on a velvet cushion.",
        ),
        ("霧の中の城、水彩画", "霧の中の城", "霧の中の城."),
        ("in the dark", "In The Dark", "In the dark."),
        ("", "", "."),
    ],
)
def test_titles_and_captions(prompt: str, title: str, caption: str):
    assert words.title_of(prompt) == title
    assert words.caption_of(prompt) == caption


def test_data_urls_are_real_pictures(english: Faker):
    from scenario_mock.pictures import decode_data_url, size_of

    mime, content = decode_data_url(english.scenario_data_url())
    assert (mime, size_of(content)) == ("image/png", (64, 64))


@pytest.mark.parametrize(
    ("schema", "value", "fits"),
    [
        ({"type": "integer"}, 2.0, True),
        ({"type": "integer"}, True, False),
        ({"type": "number", "multipleOf": 0.01}, 0.07, True),
        ({"type": "number", "multipleOf": 0.01}, 0.075, False),
        ({"type": ["string", "null"]}, None, True),
        ({"type": "string"}, 3, False),
        ({"format": "date-time"}, "2024-01-15T10:30:00.000Z", True),
        ({"format": "date-time"}, "2024-01-15", False),
        ({"format": "date-time"}, "2024-01-15T10:30:00", False),
        ({"format": "uri"}, "no scheme", False),
        ({"format": "uuid"}, "123", False),
        ({"format": "email"}, "a@b", True),
        ({"exclusiveMaximum": 1}, 1, False),
    ],
)
def test_fits(schema: dict[str, Any], value: Any, fits: bool):
    assert scalars.fits(schema, value) is fits


def test_a_mock_starts_without_faker():
    code = "import sys, scenario_mock.app; print(*(name for name in sys.modules if name.startswith('faker')))"
    environment = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
