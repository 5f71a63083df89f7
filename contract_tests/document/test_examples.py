"""Every example of the contract fits its schema and the other examples; and each check sees one that does not."""

from __future__ import annotations

from typing import Any

import pytest

from contract_tests.document.rules_examples import RULES
from contract_tests.document.tiny import changed, tiny
from contract_tests.document.walk import Document, examples, written

CHECKS = {rule.__name__: rule for rule in RULES}
SCHEMAS = "/components/schemas"
ANSWER = "/paths/~1models~1{modelId}/get/responses/200/content/application~1json/examples/one/value"
BODY = "/paths/~1models~1{modelId}~1run/post/requestBody/content/application~1json/examples/prompt/value"
PLAIN: dict[str, Any] = {"type": "string", "description": "A text."}

BROKEN = [
    ("examples_fit", f"{ANSWER}/id", 3, "get/responses/200/content/application~1json/examples/one/value/id: 3"),
    ("examples_fit", f"{BODY}/prompt", None, "run/post/requestBody"),
    ("examples_fit", "/paths/~1models/get/parameters/0/example", ["x"], "#/paths/~1models/get/parameters/0/example/0"),
    ("examples_fit", "/components/headers/RetryAfter/example", "soon", "#/components/headers/RetryAfter/example"),
    ("examples_fit", "/components/responses/Refused/content/application~1json/examples/refused/value", {}, "Refused"),
    ("examples_fit", f"{SCHEMAS}/RunRequest/properties/prompt/example", 3, "RunRequest/properties/prompt/example"),
    ("examples_fit", f"{SCHEMAS}/RunRequest/properties/order/example", ["name"], "order/example/0"),
    ("examples_fit", f"{SCHEMAS}/Model/properties/when", {**PLAIN, "format": "date-time", "example": "today"}, "when"),
    ("examples_fit", f"{SCHEMAS}/Model/properties/at", {**PLAIN, "format": "uri", "example": "a b"}, "at/example"),
    ("examples_say_nothing_unknown", f"{ANSWER}/idd", "model_a", "idd is not in the schema"),
    ("examples_say_nothing_unknown", f"{BODY}/promt", "a castle", "run/post/requestBody"),
    (
        "examples_say_nothing_unknown",
        "/paths/~1models~1{modelId}~1run/post/responses/200/content/application~1json/examples/one/value/hits/0/metadata/x",
        1,
        "hits/0/metadata/x is not in the schema",
    ),
    ("examples_are_of_a_type", f"{SCHEMAS}/HitMetadata/properties/free/example", 1, "free/example: its schema takes"),
    ("examples_are_known_values", f"{ANSWER}/type", "newer", "value: \"newer\""),
    ("examples_are_known_values", f"{ANSWER}/type", "old", "value: \"old\""),
    ("examples_tell_one_story", f"{ANSWER}/type", "old", "type of model_a is 'old'"),
    ("prices_add_up", ANSWER, {"creativeUnitsCost": 3, "costDetails": {"prompt": 1, "embed": 1}}, "the price is 3"),
    ("defaults_fit", "/components/parameters/PageSize/schema/x-default", 0, "PageSize/schema/x-default"),
    ("made_values_fit", f"{SCHEMAS}/HitMetadata/properties/width/type", "string", "width: random_int made"),
]  # fmt: skip


@pytest.mark.parametrize("check", CHECKS)
def test_the_contract_keeps(check: str, document: Document):
    found = CHECKS[check](document)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("check", CHECKS)
def test_the_tiny_contract_keeps(check: str):
    assert CHECKS[check](tiny()) == []


@pytest.mark.parametrize(("check", "pointer", "value", "says"), BROKEN)
def test_a_broken_contract_is_seen(check: str, pointer: str, value: Any, says: str):
    found = CHECKS[check](changed(tiny(), pointer, value))
    assert any(says in one for one in found), f"{says!r} is not in {found}"


def test_every_check_has_a_contract_that_breaks_it():
    assert {check for check, *_ in BROKEN} == set(CHECKS)


def test_the_examples_are_found(document: Document):
    """Guards against a walk that finds nothing to check."""
    pointers = {written(example.place) for example in examples(document)}
    assert len(pointers) > 500
    for expected in (
        "#/paths/~1search~1assets/post/requestBody/content/application~1json/examples/basicText/value",
        "#/paths/~1models/get/responses/200/content/application~1json/examples/publicPage/value",
        "#/paths/~1generate~1custom~1{modelId}/post/responses/269/content/application~1json/examples/price/value",
        "#/components/responses/TooManyRequests/content/application~1json/examples/cooldown/value",
        "#/components/parameters/ProjectId/example",
        "#/components/headers/RetryAfter/example",
        "#/components/schemas/Model/properties/id/example",
        "#/components/schemas/FlowReference/properties/conditional/items/example",
        "#/paths/~1models/get/parameters/0/example",
    ):
        assert expected in pointers
