"""scripts/regenerate: the committed client is what the contract gives, the same on every machine, or nothing at all."""

import copy
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import yaml
from client_generator import generate as generator
from client_generator.cli import PACKAGE, ROOT, differences, main
from client_generator.project import ClientProject
from scenario_client import NotFound, Scenario

SMALL = yaml.safe_load("""
openapi: 3.1.0
info: {title: Small, version: 1.0.0}
paths:
  /things:
    get:
      operationId: listThings
      x-client-method: list
      tags: [things]
      parameters: [{name: dryRun, in: query, schema: {type: string}}]
      responses:
        '200': {description: All., content: {application/json: {schema: {$ref: '#/components/schemas/ThingList'}}}}
        '269': {description: Cost., content: {application/json: {schema: {$ref: '#/components/schemas/Cost'}}}}
  /things/{thingId}:
    get:
      operationId: retrieveThing
      x-client-method: retrieve
      tags: [things]
      parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
    post:
      operationId: changeThing
      x-client-method: change
      tags: [things]
      parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Change'}}}}
      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Change: {type: object, required: [newName], properties: {newName: {type: string}, kind: {type: string}}}
    Cost: {type: object, properties: {credits: {type: number}}}
    Thing: {type: object, required: [id], properties: {id: {type: string}, kind: {$ref: '#/components/schemas/Kind'}}}
    ThingList: {type: object, properties: {things: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
    Kind: {type: string, enum: [big, small]}
""")


@pytest.fixture
def small():
    """A document of three operations that the generator takes without complaint; the test may break it."""
    return copy.deepcopy(SMALL)


@pytest.fixture
def regenerate(tmp_path):
    """Run the command on a document, into a folder of the test's own; gives the exit status and the folder."""

    def run(document, *options):
        spec, output = tmp_path / "small.yaml", tmp_path / "generated" / "small_client"
        spec.write_text(yaml.safe_dump(document), encoding="utf-8")
        return main([*options, "--spec", str(spec), "--output", str(output)]), output

    return run


# --- the committed client ---------------------------------------------------------------------------------------------

# Hash seed, and whether to work elsewhere: another current folder, and an output folder below foreign ruff settings.
PLACES = [("0", False), ("1", True), ("4242", True)]


@pytest.mark.parametrize(("seed", "elsewhere"), PLACES)
def test_committed_client_is_what_the_contract_gives_on_any_machine(tmp_path, seed, elsewhere):
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 40\nlint.select = ['ALL']\n", encoding="utf-8")
    output = tmp_path / "another name"
    arguments = ["--output", str(output)] if elsewhere else ["--check"]
    run = subprocess.run(
        [sys.executable, "-m", "client_generator", *arguments],
        cwd=tmp_path if elsewhere else ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    if elsewhere:
        assert differences(output, PACKAGE) == []


def test_generated_folder_holds_nothing_else():
    found = {path.name for path in PACKAGE.parent.iterdir()} - {"__pycache__"}
    assert found == {PACKAGE.name}


def test_runtime_is_copied_as_it_is():
    source = ROOT / "scripts" / "client_runtime"
    copies = {path.name: path.read_bytes() for path in (PACKAGE / "_runtime").glob("*.py")}
    assert copies == {path.name: path.read_bytes() for path in source.glob("*.py")}


def test_nothing_of_the_plain_output_is_left():
    assert {path.name for path in PACKAGE.iterdir()} - {"__pycache__"} == {
        *("__init__.py", "client.py", "errors.py", "operations.py", "py.typed", generator.STAMP),
        *("_runtime", "resources", "types"),
    }


def test_client_makes_a_call():
    """The generated code works at all: one request over a transport of the test's own, one typed answer."""
    sent = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(404, json={"reason": "no such model"})

    client = Scenario(api_key="key", api_secret="secret", transport=httpx.MockTransport(answer))
    with client, pytest.raises(NotFound) as caught:
        client.models.retrieve("model_imagen4-ultra", original_assets=True)
    assert (caught.value.status, caught.value.reason) == (404, "no such model")
    assert str(sent[0].url) == "https://api.cloud.scenario.com/v1/models/model_imagen4-ultra?originalAssets=true"
    assert sent[0].headers["authorization"] == "Basic a2V5OnNlY3JldA=="


# --- whole or not at all ----------------------------------------------------------------------------------------------


def test_small_document_goes_through(small, regenerate, capsys):
    status, output = regenerate(small)
    assert (status, capsys.readouterr().err) == (0, "")
    modules = {path.relative_to(output).as_posix() for path in output.rglob("*.py")}
    assert {"client.py", "operations.py", "resources/things.py", "types/things.py", "_runtime/view.py"} <= modules
    assert (output / "py.typed").is_file()
    assert regenerate(small, "--check")[0] == 0


def two_operations_with_one_id(document):
    document["paths"]["/things/{thingId}"]["get"]["operationId"] = "listThings"
    return "operationId listThings is used 2 times"


def two_operations_with_one_method(document):
    document["paths"]["/things/{thingId}"]["get"]["x-client-method"] = "list"
    return "GET /things/{thingId}: client method things.list is that of GET /things"


def operation_without_id(document):
    del document["paths"]["/things"]["get"]["operationId"]
    return "GET /things: needs an operationId"


def operation_without_method(document):
    del document["paths"]["/things"]["get"]["x-client-method"]
    return "GET /things: needs an operationId, a tag and an x-client-method"


def method_that_is_no_name(document):
    document["paths"]["/things"]["get"]["x-client-method"] = "listAll"
    return "GET /things: things.listAll is no name of a method"


def method_that_hides_a_word(document):
    document["paths"]["/things"]["get"]["x-client-method"] = "str"
    return "GET /things: a method cannot be called str"


def price_without_a_way_to_ask(document):
    del document["paths"]["/things"]["get"]["parameters"]
    return "GET /things: dryRun and an answer 269 go together"


def parameters_of_a_whole_path(document):
    document["paths"]["/things"]["parameters"] = [{"name": "page", "in": "query", "schema": {"type": "integer"}}]
    return "/things: parameters stand on the operation"


def parameter_in_a_header(document):
    document["paths"]["/things"]["get"]["parameters"] += [{"name": "X", "in": "header", "schema": {"type": "string"}}]
    return "GET /things: the client cannot send parameter X"


def two_names_that_are_one_in_python(document):
    document["components"]["schemas"]["Change"]["properties"]["new_name"] = {"type": "string"}
    return "POST /things/{thingId}: two parameters have the same name in Python"


def two_fields_that_are_one_in_python(document):
    document["components"]["schemas"]["Thing"]["properties"] |= {"a-b": {"type": "string"}, "aB": {"type": "string"}}
    return "component Thing: two properties are both called a_b"


def answer_that_is_a_list(document):
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
    document["paths"]["/things"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = schema
    return "GET /things: the answer 200 is no JSON object"


def body_that_is_inline(document):
    body = document["paths"]["/things/{thingId}"]["post"]["requestBody"]["content"]["application/json"]
    body["schema"] = {"type": "object", "properties": {"newName": {"type": "string"}}}
    return "POST /things/{thingId}: the body is no JSON object"


def schema_with_alternatives(document):
    document["components"]["schemas"]["Thing"]["properties"]["size"] = {"anyOf": [{"type": "string"}, {}]}
    return "Thing.size: the client has no type for this schema"


def component_that_python_cannot_name(document):
    document["components"]["schemas"]["Exception"] = {"type": "object", "properties": {"id": {"type": "string"}}}
    return "component Exception cannot name a class"


def path_behind_a_reference(document):
    document["paths"]["/other"] = {"$ref": "#/paths/~1things"}
    return "/other: a path may not be a $ref"


def array_without_items(document):
    document["components"]["schemas"]["Thing"]["properties"]["tags"] = {"type": "array"}
    return "/components/schemas/Thing"


def body_that_is_text(document):
    document["paths"]["/things"]["get"]["requestBody"] = {"content": {"text/plain": {"schema": {"type": "string"}}}}
    return "GET /things"


def response_that_is_a_picture(document):
    content = {"image/png": {"schema": {"type": "string"}}}
    document["paths"]["/things"]["get"]["responses"]["200"]["content"] = content
    return "GET /things"


def no_operations(document):
    document["paths"] = {}
    return "the document has no operations"


def not_a_document(document):
    document.clear()
    return "the document has no operations"


BREAKAGES = [
    two_operations_with_one_id,
    two_operations_with_one_method,
    operation_without_id,
    operation_without_method,
    method_that_is_no_name,
    method_that_hides_a_word,
    price_without_a_way_to_ask,
    parameters_of_a_whole_path,
    parameter_in_a_header,
    two_names_that_are_one_in_python,
    two_fields_that_are_one_in_python,
    answer_that_is_a_list,
    body_that_is_inline,
    schema_with_alternatives,
    component_that_python_cannot_name,
    path_behind_a_reference,
    array_without_items,
    body_that_is_text,
    response_that_is_a_picture,
    no_operations,
    not_a_document,
]


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_document_that_loses_something_is_refused_and_the_client_stays(breakage, small, regenerate, capsys):
    _, output = regenerate(small)
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    expected = breakage(small)
    capsys.readouterr()
    for options in [(), ("--check",)]:
        status, _ = regenerate(small, *options)
        assert status == 1
        assert expected in capsys.readouterr().err
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
    assert [path.name for path in output.parent.iterdir()] == [output.name], "scratch folders are left behind"


def test_operation_that_the_generator_drops_in_silence_is_refused(small, regenerate, monkeypatch, capsys):
    parsed = ClientProject.parsed
    monkeypatch.setattr(ClientProject, "parsed", lambda self: parsed(self) - {("GET", "/things/{}")})
    status, output = regenerate(small)
    assert (status, output.exists()) == (1, False)
    assert "GET /things/{thingId}: operation retrieveThing was dropped" in capsys.readouterr().err


@pytest.mark.parametrize("tool", generator.TOOLS)
@pytest.mark.parametrize("found", [None, "0.0.1"])
def test_another_release_of_a_tool_is_refused(tool, found, small, regenerate, monkeypatch, capsys):
    installed = generator._version
    monkeypatch.setattr(generator, "_version", lambda name: found if name == tool else installed(name))
    status, output = regenerate(small)
    assert (status, output.exists()) == (1, False)
    assert f"{found or 'none'} is installed" in capsys.readouterr().err


def test_failing_ruff_is_refused(small, regenerate, monkeypatch, capsys):
    monkeypatch.setattr(generator, "RUFF_STEPS", (("no-such-command",),))
    status, output = regenerate(small)
    assert (status, output.exists()) == (1, False)
    assert "ruff no-such-command failed" in capsys.readouterr().err


def test_missing_contract_is_named(tmp_path, capsys):
    assert main(["--spec", str(tmp_path / "none.yaml"), "--output", str(tmp_path / "client")]) == 1
    assert "none.yaml does not exist" in capsys.readouterr().err


# --- --check ----------------------------------------------------------------------------------------------------------


def test_check_names_every_file_that_differs(small, regenerate, capsys):
    _, output = regenerate(small)
    (output / "errors.py").unlink()
    (output / "types" / "stray.py").touch()
    (output / "client.py").write_bytes((output / "client.py").read_bytes() + b"\n")
    capsys.readouterr()
    status, _ = regenerate(small, "--check")
    assert status == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["different: client.py", "missing: errors.py", "unexpected: types/stray.py"]
    assert not (output / "errors.py").exists(), "--check writes nothing"


def test_check_sees_a_changed_contract(small, regenerate, capsys):
    regenerate(small)
    small["components"]["schemas"]["Thing"]["properties"]["name"] = {"type": "string"}
    status, _ = regenerate(small, "--check")
    assert status == 1
    assert "different: types/things.py" in capsys.readouterr().out


def test_replacing_leaves_no_file_of_the_older_client(small, regenerate):
    _, output = regenerate(small)
    (output / "types" / "stray.py").touch()
    status, _ = regenerate(small)
    assert (status, (output / "types" / "stray.py").exists()) == (0, False)


def test_caches_of_python_are_no_difference(small, regenerate):
    _, output = regenerate(small)
    (output / "__pycache__").mkdir()
    (output / "__pycache__" / "client.cpython-311.pyc").touch()
    assert regenerate(small, "--check")[0] == 0


def test_swap_that_fails_puts_the_older_client_back(small, regenerate, monkeypatch):
    regenerate(small)
    rename = Path.rename

    def fail_on_fresh(self, target):
        if self.name == "fresh":
            raise OSError("no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_on_fresh)
    with pytest.raises(OSError, match="no"):
        regenerate(small)
    monkeypatch.undo()
    assert regenerate(small, "--check")[0] == 0
