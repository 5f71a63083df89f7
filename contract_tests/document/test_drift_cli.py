"""`scripts/drift` as a command: exit codes, one line for what cannot be used, text, JSON and SARIF."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from drift_report.cli import FAIL_ON, main
from drift_report.rules import RULES

from contract_tests.document import drift_changes as rows
from contract_tests.document.tiny import REMOVED, changed

ROOT = Path(__file__).parents[2]
SEVERITIES = ["breaking", "risky", "additive", "note"]
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {"required": ["uri"], "properties": {"uri": {"type": "string", "format": "uri-reference"}}},
        "region": {"required": ["startLine"], "properties": {"startLine": {"type": "integer", "minimum": 1}}},
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"enum": list(RULES)},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {"required": ["physicalLocation"], "properties": {"physicalLocation": PHYSICAL}},
        },
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
DRIVER = {
    "required": ["name", "rules"],
    "properties": {
        "rules": {
            "type": "array",
            "uniqueItems": True,
            "items": {"required": ["id", "shortDescription"], "properties": {"shortDescription": TEXT}},
        }
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"required": ["driver"], "properties": {"driver": DRIVER}},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""What SARIF 2.1.0 requires, and what code scanning needs to show a result."""


@pytest.fixture
def versions(tmp_path: Path):
    """Writes the sample as `old.yaml` and with changes as `new.yaml`; gives the arguments that compare them."""

    def write(*changes):
        document = rows.sample()
        for pointer, value in changes:
            changed(document, pointer, value)
        (tmp_path / "old.yaml").write_text(rows.FILE.read_text("utf-8"), "utf-8")
        (tmp_path / "new.yaml").write_text(yaml.safe_dump(document, sort_keys=False), "utf-8")
        return ["--no-sdk", "--spec", str(tmp_path / "new.yaml"), "--against", str(tmp_path / "old.yaml")]

    return write


BREAKING = (f"{rows.GOT}/state/enum/-", "late")
RISKY = (f"{rows.LIST}/responses/200/headers/X-Page", REMOVED)
ADDITIVE = (f"{rows.PAGE}/properties/more", {"type": "string"})


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (BREAKING, {"breaking": 1, "risky": 1, "any": 1, "never": 0}),
        (RISKY, {"breaking": 0, "risky": 1, "any": 1, "never": 0}),
        (ADDITIVE, {"breaking": 0, "risky": 0, "any": 1, "never": 0}),
    ],
)
def test_the_exit_code_says_how_bad_it_is(versions, capsys, change, codes):
    arguments = versions(change)
    assert {level: main([*arguments, "--fail-on", level]) for level in FAIL_ON} == codes
    assert main(arguments) == codes["breaking"]
    assert not capsys.readouterr().err


def test_the_text_names_operation_call_place_line_and_change(versions, capsys):
    arguments = versions(BREAKING, ADDITIVE)
    main(arguments)
    shown = capsys.readouterr().out
    assert shown.startswith(
        "createThing  client.things.create(...)\n"
        '  breaking ← 200.state: a value more in a closed list: "late"\n'
        "             value-added; "
    )
    assert "also listThings" in shown
    assert "listThings  client.things.list(...)\n  additive ← 200.more: a field more: more\n" in shown
    assert "  and 1 told under createThing\n" in shown
    assert "1 breaking, 0 risky, 1 additive, 0 note" in shown
    assert "calls that break: client.things.create(...), client.things.list(...)" in shown
    assert "not compared: recorded traffic (--cassettes)" in shown
    line = next(line for line in shown.splitlines() if "value-added" in line)
    at = int(line.split("new.yaml:")[1].split(";")[0])
    assert (Path(arguments[2]).read_text("utf-8").splitlines()[at - 1]).strip() == "state:"


def test_json_has_everything(versions, capsys):
    main([*versions(BREAKING), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert list(told["counts"]) == SEVERITIES
    assert told["callsThatBreak"] == ["client.things.create(...)", "client.things.list(...)"]
    assert {one["operation"] for one in told["findings"]} == {"listThings", "createThing"}
    first = told["findings"][0]
    assert first["pointer"] == "/components/schemas/Thing/properties/state"
    assert {"severity", "rule", "direction", "path", "change", "line", "otherLine", "says"} <= set(first)


@pytest.mark.parametrize("change", [BREAKING, RISKY, ADDITIVE, (rows.LIST, REMOVED)])
def test_sarif_is_what_code_scanning_takes(versions, tmp_path, change):
    file = tmp_path / "drift.sarif"
    main([*versions(change), "--sarif", str(file)])
    log = json.loads(file.read_text("utf-8"))
    errors = [f"{error}" for error in jsonschema_rs.Draft202012Validator(SARIF).iter_errors(log)]
    assert errors == []
    (run,) = log["runs"]
    assert run["results"]
    names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(names[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_change_that_operations_share_is_one_result_with_all_their_calls(versions, tmp_path):
    file = tmp_path / "drift.sarif"
    main([*versions(BREAKING), "--sarif", str(file)])
    (result,) = json.loads(file.read_text("utf-8"))["runs"][0]["results"]
    assert result["level"] == "error"
    assert result["properties"]["operations"] == ["createThing", "listThings"]


def test_reverse_asks_what_the_other_document_would_break(versions, capsys):
    arguments = [*versions((f"{rows.SENT}/count", REMOVED)), "--json"]
    assert main(arguments) == 1
    assert main([*arguments, "--reverse"]) == 0
    rules = [json.loads(part)["findings"][0]["rule"] for part in _documents(capsys.readouterr().out)]
    assert rules == ["field-removed", "field-added"]


def _documents(text):
    return ["{" + part for part in ("\n" + text).split("\n{")[1:]]


def test_one_operation_can_be_asked_for(versions, capsys):
    arguments = [*versions(BREAKING), "--json", "--operation", "createThing"]
    main(arguments)
    assert {one["operation"] for one in json.loads(capsys.readouterr().out)["findings"]} == {"createThing"}
    assert main([*arguments, "--operation", "no"]) == 2
    assert capsys.readouterr().err == "drift: no operation is called no\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--spec", "missing.yaml"], "missing.yaml: no such file"),
        (["--spec", "bad.yaml"], "bad.yaml:2: not YAML"),
        (["--against", "missing.yaml"], "missing.yaml: no such file"),
        (["--against", "swagger.json"], "OpenAPI 3.0 or 3.1 is needed, this says 2.0"),
        (["--against", "bytes.yaml"], "cannot read bytes.yaml"),
        (["--against", "."], "cannot read .: "),
        (["--against", "git:no-such-revision"], "git:no-such-revision: "),
        (["--against", "git:--help"], "git:--help: "),
        (["--against", "git:HEAD:no/such.yaml"], "git:HEAD:no/such.yaml: "),
        (["--cassettes", "missing.har"], "missing.har: no such file"),
        (["--cassettes", "swagger.json"], "not HAR"),
        (["--sdk", "no_such_sdk"], "no_such_sdk"),
        (["--entries", "missing.yaml"], "cannot read missing.yaml"),
        (["--sarif", "no/such/folder/a.sarif"], "cannot write"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(tmp_path, monkeypatch, capsys, arguments, complaint):
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("a: [", "utf-8")
    Path("bytes.yaml").write_bytes(b"\xff\xfe\xff")
    Path("swagger.json").write_text('{"swagger": "2.0", "paths": {}}', "utf-8")
    needs_sdk = {"--sdk", "--entries"} & set(arguments)
    assert main([*arguments, *([] if needs_sdk else ["--no-sdk"])]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("drift: ")
    assert complaint in told.err


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_another_revision_of_the_same_file(versions, tmp_path, capsys):
    arguments = versions()
    spec = tmp_path / "new.yaml"
    spec.write_text(rows.FILE.read_text("utf-8"), "utf-8")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for step in (["init", "-q"], ["add", "new.yaml"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *step], check=True, capture_output=True)
    text = spec.read_text("utf-8").replace("enum: [new, done]", "enum: [new, done, late]")
    spec.write_text(text, "utf-8")
    assert main([*arguments[:3], "--against", "git:HEAD"]) == 1
    assert "git:HEAD:new.yaml (as the older one)" in capsys.readouterr().out
    assert main([*arguments[:3], "--against", "git:HEAD~7"]) == 2
    assert main(["--no-sdk", "--spec", str(tmp_path.parent / "new.yaml"), "--against", "git:HEAD"]) == 2


def test_the_contract_against_the_sdk_is_clean_as_sdk_parity_says(capsys):
    assert main(["--fail-on", "any"]) == 0
    assert "0 breaking, 0 risky, 0 additive, 0 note" in capsys.readouterr().out


def test_what_the_sdk_has_more_is_told_with_its_operation(tmp_path, capsys):
    reasons = tmp_path / "reasons.yaml"
    reasons.write_text("[]", "utf-8")
    assert main(["--entries", str(reasons), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {one["source"] for one in found} == {"sdk"}
    assert {"sdk-only", "sdk-lacks", "sdk-differs"} == {one["rule"] for one in found}
    assert all(one["line"] > 1 for one in found)


def test_the_command_starts_and_explains_itself():
    environment = {**os.environ, "PYTHON": sys.executable}
    run = subprocess.run(
        [ROOT / "scripts" / "drift", "--help"], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    assert all(word in run.stdout for word in ("--against", "--cassettes", "--sarif", "--fail-on", "Exit code"))
