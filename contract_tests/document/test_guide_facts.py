"""What the vendor's guides print and what was recorded occurs in the contract; the facts are data, in `facts/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from contract_tests.document.facts_of import at, facts, known_values, operation, sample
from contract_tests.document.rules_examples import validator
from contract_tests.document.walk import Document, body_schema, content_of, fields, operations, resolve

SEARCH, GUIDES, RECORDED = facts("search_guide"), facts("guides"), facts("recorded_errors")
GENERATION, FILTERING = GUIDES["generation"], GUIDES["filtering"]
ROUTES = SEARCH["operations"]
SEARCHES = sorted(ROUTES)
FILTERABLE = [(name, field) for name in SEARCHES for field in SEARCH["filterable"][name]]
HITS = {"searchAssets": "AssetHit", "searchModels": "ModelHit"}


def answer(document: Document, route: str, status: str) -> Any:
    return resolve(document, operation(document, route).node["responses"][status])


def answer_schema(document: Document, route: str) -> Any:
    return content_of(answer(document, route, "200"))["schema"]


def request_examples(document: Document, route: str) -> list[Any]:
    examples = content_of(operation(document, route).node["requestBody"])["examples"]
    return [example["value"] for example in examples.values()]


def error_examples(document: Document, status: str) -> Iterator[Any]:
    """Every example of an answer with this status, of any operation."""
    for one in operations(document):
        response = resolve(document, one.node["responses"].get(status))
        yield from (example["value"] for example in content_of(response).get("examples", {}).values())


# search


@pytest.mark.parametrize("name", SEARCHES)
@pytest.mark.parametrize("field", SEARCH["request"])
def test_a_search_takes(document: Document, name: str, field: str):
    node, expected = at(document, body_schema(operation(document, ROUTES[name])), field), SEARCH["request"][field]
    assert {key: node.get(key) for key in expected} == expected


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_takes_nothing_else_and_answers(document: Document, name: str):
    body = fields(document, body_schema(operation(document, ROUTES[name])))
    assert set(body) == set(SEARCH["request"])
    assert set(fields(document, body["images"])) == set(SEARCH["images"])
    assert set(fields(document, answer_schema(document, ROUTES[name]))) == set(SEARCH["answer"])


@pytest.mark.parametrize(("name", "field"), FILTERABLE)
def test_a_filterable_field(document: Document, name: str, field: str):
    filters = at(document, body_schema(operation(document, ROUTES[name])), "filter")["x-filterable-fields"]
    assert filters[field]["type"] == SEARCH["filterable"][name][field]


@pytest.mark.parametrize("name", SEARCHES)
def test_no_other_field_can_be_filtered_by(document: Document, name: str):
    filters = at(document, body_schema(operation(document, ROUTES[name])), "filter")["x-filterable-fields"]
    assert set(filters) == set(SEARCH["filterable"][name])


@pytest.mark.parametrize("name", SEARCHES)
def test_sortable_fields_and_operators(document: Document, name: str):
    sort = at(document, body_schema(operation(document, ROUTES[name])), "sortBy")
    assert sort["x-sortable-fields"] == SEARCH["sortable"]
    text = operation(document, ROUTES[name]).node["description"]
    assert [sign for sign in SEARCH["operators"] if not re.search(rf"`(field )?{re.escape(sign)}`", text)] == []


@pytest.mark.parametrize("name", SEARCHES)
def test_the_printed_fields_of_a_hit(document: Document, name: str):
    hit = {"$ref": f"#/components/schemas/{HITS[name]}"}
    assert [path for path in SEARCH["hits"][name] if at(document, hit, path) is None] == []


def test_the_printed_capabilities(document: Document):
    assert set(SEARCH["capabilities"]) <= known_values(document["components"]["schemas"]["ModelCapability"])


@pytest.mark.parametrize("name", SEARCHES)
def test_the_bodies_of_the_guide_are_examples(document: Document, name: str):
    """Word for word, but for two kinds: a search sorted by something needs a query, and a cut data URL is whole."""
    examples = request_examples(document, ROUTES[name])
    check = validator(document, body_schema(operation(document, ROUTES[name])))
    for body in SEARCH["bodies"][name]:
        if set(body) == {"sortBy"}:
            body = {"query": "castle", **body}
        assert check.is_valid(body)
        if str(body.get("image", "")).endswith("..."):
            start = body["image"].removesuffix("...")
            assert any(str(example.get("image", "")).startswith(start) for example in examples)
        else:
            assert body in examples


@pytest.mark.parametrize(("file", "hit"), [("guide_asset_hits", "AssetHit"), ("guide_model_hits", "ModelHit")])
def test_a_printed_hit_is_valid(document: Document, file: str, hit: str):
    """The sample lacks teamId, which the guide's own list of fields has."""
    (printed,) = sample(file)["hits"]
    check = validator(document, {"$ref": f"#/components/schemas/{hit}"})
    assert [error.message for error in check.iter_errors(printed)] == []
    del printed["privacy"]
    assert not check.is_valid(printed)


@pytest.mark.parametrize(("file", "name"), [("guide_asset_hits", "searchAssets"), ("guide_model_hits", "searchModels")])
def test_a_printed_page_is_valid(document: Document, file: str, name: str):
    check = validator(document, answer_schema(document, ROUTES[name]))
    page = sample(file)
    assert check.is_valid(page)
    by_page = {"hits": page["hits"], "page": 1, "hitsPerPage": 20, "totalPages": 8, "totalHits": 156}
    assert check.is_valid(by_page)
    assert not check.is_valid({**by_page, "hits": None})


@pytest.mark.parametrize("name", SEARCHES)
def test_the_texts_of_refused_searches(document: Document, name: str):
    examples = content_of(answer(document, ROUTES[name], "400"))["examples"].values()
    assert {example["value"]["reason"] for example in examples} == set(SEARCH["errors"])
    limits = content_of(answer(document, ROUTES[name], "429"))["examples"].values()
    assert SEARCH["quota"] in [example["value"] for example in limits]


# third-party generation


def test_the_generation_of_the_guide(document: Document):
    assert document["servers"][0]["url"] == GENERATION["server"]
    assert GENERATION["body"] in request_examples(document, GENERATION["operation"])
    responses = operation(document, GENERATION["operation"]).node["responses"]
    assert GENERATION["success"] in responses
    job = answer_schema(document, GENERATION["operation"])
    assert at(document, job, GENERATION["jobId"])["type"] == "string"
    for path in GENERATION["otherPaths"]:
        assert document["paths"][path]["post"]["deprecated"]


def test_the_poll_of_the_guide(document: Document):
    envelope = answer_schema(document, GENERATION["poll"])
    assert at(document, envelope, GENERATION["assets"])["items"]["type"] == "string"
    status = at(document, envelope, GENERATION["status"])
    known, legacy = known_values(status), status["x-enum-legacy"]
    assert set(GENERATION["statuses"]) <= known | set(legacy)
    assert {word for word in GENERATION["statuses"] if word not in known} == {"processing", "failed"}
    assert {legacy.get(word, word) for word in GENERATION["ends"]} == set(status["x-enum-groups"]["terminal"])


def test_the_model_of_the_guide_has_its_inputs(document: Document):
    examples = content_of(answer(document, GENERATION["inputsFrom"], "200"))["examples"].values()
    models = {example["value"]["model"]["id"]: example["value"]["model"] for example in examples}
    inputs = {one["name"]: one for one in models[GENERATION["model"]]["inputs"]}
    assert set(GENERATION["inputs"]) <= set(inputs)
    assert inputs["aspectRatio"]["allowedValues"] == GENERATION["aspectRatios"]


# filtering models


@pytest.mark.parametrize("path", FILTERING["paths"])
def test_the_listings_of_the_guide(document: Document, path: str):
    listing = operation(document, f"GET {path}")
    names = {resolve(document, one)["name"] for one in listing.node["parameters"]}
    assert "tags" in names
    assert not names & set(FILTERING["pagingOfItsCode"])
    assert {"name", "id"} <= set(at(document, answer_schema(document, f"GET {path}"), "models[]")["properties"])


def test_the_tags_of_the_guide_and_its_paging_are_remarked(document: Document):
    listing = operation(document, "GET /models").node
    (text,) = [one["description"] for one in listing["parameters"] if one.get("name") == "tags"]
    assert [tag for tag in FILTERING["tags"] if f"`{tag}`" not in text] == []
    assert [name for name in FILTERING["pagingOfItsCode"] if f"`{name}`" not in listing["description"]] == []


def test_only_the_former_list_answers_without_credentials(document: Document):
    allowed: dict[str, Any] = {one.id: one.node.get("security", document["security"]) for one in operations(document)}
    assert [name for name, alternatives in allowed.items() if {} in alternatives] == ["listPublicModels"]


# recordings


@pytest.mark.parametrize("fact", RECORDED, ids=lambda fact: f"{fact['status']}-{next(iter(fact['body'].values()))}")
def test_a_recorded_error_is_an_example(document: Document, fact: dict[str, Any]):
    expected = {key: {"const": value} for key, value in fact["body"].items()}
    for key, value in fact["body"].items():
        if "<id>" in str(value):
            expected[key] = {"type": "string", "pattern": f"^{re.escape(value).replace('<id>', '[a-z_0-9-]+')}$"}
    schema = {"type": "object", "required": list(expected), "properties": expected}
    assert any(jsonschema_rs.is_valid(schema, example) for example in error_examples(document, fact["status"]))


def test_the_recorded_price_is_an_example(document: Document):
    """7.25 is 6 for the generation and 1.25 for its quality gate; the job's own cost is the 6."""
    (price,) = content_of(answer(document, GENERATION["operation"], "269"))["examples"].values()
    recorded = {"custom-generation": 6, "quality-gate": 1.25}
    assert price["value"] == {"creativeUnitsCost": 7.25, "creativeUnitsDiscount": 0, "costDetails": recorded}
