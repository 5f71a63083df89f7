"""The mock refuses a contract that it would only half understand, and names the file, the line and the rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scenario_mock.contract import ContractError, default_file, load

from contract_tests.document.tiny import FILE as TINY

PLAIN, EXPLODED = "content: {text/plain: {schema: {type: string}}}", "explode: true"
BODY, TAGS, PATH = "        required: true\n        ", "\n      tags", "/models/{modelId}"

BROKEN = {
    "keyword of a component": (
        "required: [hits]", "required: [hits]\n      minProperties: 1", "unknown-keyword", "'minProperties'",
    ),
    "keyword of a property": (
        "example: a castle}", "example: a castle, contentEncoding: base64}", "unknown-keyword", "'contentEncoding'",
    ),
    "keyword of a parameter": (
        "schema: {type: boolean}", "schema: {type: boolean, not: {}}", "unknown-keyword", "'not'",
    ),
    "keyword of items": ("items: {type: string, pat", "items: {type: string, if: {}, pat", "unknown-keyword", "'if'"),
    "boolean schema": ("free: {description: Anything.}", "free: true", "boolean-schema", "mapping"),
    "exploded list": ("explode: false", EXPLODED, "parameter-style", "types in query with style form, explode True"),
    "list by default": ("          explode: false\n", "", "parameter-style", "explode True"),
    "header parameter": ("dryRun, in: query", "dryRun, in: header", "parameter-style", "dryRun in header with style"),
    "object parameter": ("schema: {type: boolean}", "schema: {type: object}", "parameter-type", "dryRun is of type"),
    "parameter without a schema": (", schema: {type: boolean}", "", "parameter-without-schema", "dryRun"),
    "parameter without a place": ("dryRun, in: query", "dryRun", "parameter-incomplete", "place"),
    "reference to nothing": ("items: {type: string, pat", "items: {$ref: '#/x', pat", "dangling-reference", "#/x"),
    "unknown security": ("[{basicAuth: []}]", "[{nobody: []}]", "unknown-security", "nobody"),
    "plain text": (f"{BODY}content:\n", f"{BODY}{PLAIN}\n        other:\n", "content-type", "text/plain"),
    "operation twice": (f"operationId: createRun{TAGS}", f"operationId: listModels{TAGS}", "operation-twice", "list"),
    "no id": (f"      operationId: createRun{TAGS}", TAGS[1:], "no-operation-id", "operationId"),
    "path-level key": (f"  {PATH}:\n", f"  {PATH}:\n    summary: Above\n", "not-an-operation", "summary is not"),
    "another version": ("openapi: 3.1.0", "openapi: 3.0.3", "not-openapi-3.1", "3.1"),
    "no paths": ("paths:\n", "webhooks:\n", "incomplete", "paths"),
    "no YAML": ("info: {title", "info: [{title", "not-yaml", ""),
    "a tab": ("components:\n", "components:\n\tx: 1\n", "not-yaml", ""),
}  # fmt: skip
"""What is replaced in the tiny contract, and the rule and the detail that the refusal must name."""

FAULTS = {
    "keyword of a component": "minProperties: 1",
    "keyword of a property": "contentEncoding",
    "keyword of a parameter": "not: {}",
    "keyword of items": "if: {}",
    "boolean schema": "free: true",
    "exploded list": "- name: types",
    "header parameter": "in: header",
    "object parameter": "type: object}, example: true",
    "parameter without a place": "{name: dryRun, description",
    "reference to nothing": "$ref: '#/x'",
    "path-level key": "summary: Above",
    "a tab": "\tx: 1",
}
"""Where the line of the refusal is tested: a text that stands in this line only."""


@pytest.mark.parametrize("case", BROKEN)
def test_a_refusal_names_file_line_and_rule(case: str, tmp_path: Path):
    old, new, rule, detail = BROKEN[case]
    text = TINY.read_text("utf-8")
    assert text.count(old) == 1, old
    text = text.replace(old, new)
    file = tmp_path / "contract.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ContractError) as refusal:
        load(file)
    message = re.fullmatch(r"(.+):(\d+): ([a-z0-9.-]+): (.*)", str(refusal.value), re.DOTALL)
    assert message
    assert (message[1], message[3]) == (str(file), rule)
    assert detail in message[4]
    if case in FAULTS:
        lines = [number for number, line in enumerate(text.splitlines(), start=1) if FAULTS[case] in line]
        assert [int(message[2])] == lines


def test_a_missing_contract_says_how_to_make_it(tmp_path: Path):
    with pytest.raises(ContractError, match=r"nowhere\.yaml:1: missing: .*\./scripts/bundle"):
        load(tmp_path / "nowhere.yaml")


def test_a_folder_or_wrong_bytes_are_unreadable(tmp_path: Path):
    with pytest.raises(ContractError, match=r":1: unreadable: "):
        load(tmp_path)
    wrong = tmp_path / "wrong.yaml"
    wrong.write_bytes(b"openapi: \xff\n")
    with pytest.raises(ContractError, match=r"wrong\.yaml:1: unreadable: "):
        load(wrong)


def test_the_tiny_contract_is_taken_apart():
    contract = load(TINY)
    assert set(contract.operations) == {"listModels", "retrieveModel", "createRun"}
    run = contract.operations["createRun"]
    assert (run.method, run.tag, run.body_required) == ("POST", "models", True)
    assert run.match("/models/a%20b/run") == {"modelId": "a b"}
    assert run.match("/models/a/b/run") is None
    sizes = {one.name: one.default for one in contract.operations["listModels"].parameters}
    assert sizes == {"types": None, "sortBy": None, "pageSize": 50}


def test_the_contract_of_the_checkout_is_understood():
    contract = load(default_file())
    assert len(contract.operations) == 25
    routed = contract.route("GET", "/models/public")
    assert not isinstance(routed, list)
    assert routed[0].id == "listPublicModels"
    assert set(contract.route("DELETE", "/models/public")) == {"GET"}
    assert contract.route("GET", "/nowhere") == []
