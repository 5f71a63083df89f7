"""scripts/regenerate: the committed client is what the contract gives, the same on every machine, or nothing at all."""

import copy
import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import scenario_client
import yaml
from client_generator import generate as generator
from client_generator.cli import PACKAGE, ROOT, SPEC, differences, main

SMALL = yaml.safe_load("""
openapi: 3.1.0
info: {title: Small, version: 1.0.0}
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      responses:
        '200': {description: All., content: {application/json: {schema: {$ref: '#/components/schemas/ThingList'}}}}
        '269': {description: Cost., content: {application/json: {schema: {$ref: '#/components/schemas/Cost'}}}}
  /things/{thingId}:
    get:
      operationId: retrieveThing
      tags: [things]
      parameters: [{name: thingId, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Cost: {type: object, properties: {credits: {type: number}}}
    Thing: {type: object, required: [id], properties: {id: {type: string}, kind: {$ref: '#/components/schemas/Kind'}}}
    ThingList: {type: object, properties: {things: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
    Kind: {type: string, enum: [big, small]}
""")


@pytest.fixture
def small():
    """A document of two operations that the generator takes without complaint; the test may break it."""
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


def test_every_module_of_the_client_can_be_imported():
    names = [module.name for module in pkgutil.walk_packages(scenario_client.__path__, "scenario_client.")]
    assert len(names) > len(list(generator.operations(yaml.safe_load(SPEC.read_bytes()))))
    for name in names:
        importlib.import_module(name)


def test_generated_folder_holds_nothing_else():
    found = {path.name for path in PACKAGE.parent.iterdir()} - {"__pycache__"}
    assert found == {PACKAGE.name}


def test_client_makes_a_call():
    """The generated code works at all: one request over a transport of the test's own, one typed answer."""
    retrieve = importlib.import_module("scenario_client.api.models.retrieve_model")
    sent = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(404, json={"reason": "no such model"})

    client = scenario_client.AuthenticatedClient(
        base_url="https://api.test/v1",
        token="a2V5OnNlY3JldA==",
        prefix="Basic",
        httpx_args={"transport": httpx.MockTransport(answer)},
    )
    response = retrieve.sync_detailed("model_imagen4-ultra", client=client)
    assert response.status_code == 404
    assert response.parsed.to_dict() == {"reason": "no such model"}
    assert str(sent[0].url) == "https://api.test/v1/models/model_imagen4-ultra"
    assert sent[0].headers["authorization"] == "Basic a2V5OnNlY3JldA=="


# --- whole or not at all ----------------------------------------------------------------------------------------------


def test_small_document_goes_through(small, regenerate, capsys):
    status, output = regenerate(small)
    assert (status, capsys.readouterr().err) == (0, "")
    modules = {path.relative_to(output).as_posix() for path in output.rglob("*.py")}
    assert {"api/things/list_things.py", "api/things/retrieve_thing.py", "models/thing.py"} <= modules
    assert (output / "py.typed").is_file()
    assert regenerate(small, "--check")[0] == 0


def two_operations_with_one_id(document):
    document["paths"]["/things/{thingId}"]["get"]["operationId"] = "listThings"
    return "operationId listThings is used 2 times"


def two_operations_with_one_module(document):
    document["paths"]["/things/{thingId}"]["get"]["operationId"] = "list_things"
    return "operationId list_things makes the same module as GET /things"


def operation_without_id(document):
    del document["paths"]["/things"]["get"]["operationId"]
    return "GET /things: needs an operationId"


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
    two_operations_with_one_module,
    operation_without_id,
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


def test_operation_without_a_module_is_refused(small, regenerate):
    _, output = regenerate(small)
    (output / "api" / "things" / "list_things.py").unlink()
    with pytest.raises(generator.Refusal, match="GET /things: operation listThings has no module"):
        generator.check_modules(small, output)


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
    (output / "models" / "stray.py").touch()
    (output / "client.py").write_bytes((output / "client.py").read_bytes() + b"\n")
    capsys.readouterr()
    status, _ = regenerate(small, "--check")
    assert status == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["different: client.py", "missing: errors.py", "unexpected: models/stray.py"]
    assert not (output / "errors.py").exists(), "--check writes nothing"


def test_check_sees_a_changed_contract(small, regenerate, capsys):
    regenerate(small)
    small["components"]["schemas"]["Thing"]["properties"]["name"] = {"type": "string"}
    status, _ = regenerate(small, "--check")
    assert status == 1
    assert "different: models/thing.py" in capsys.readouterr().out


def test_replacing_leaves_no_file_of_the_older_client(small, regenerate):
    _, output = regenerate(small)
    (output / "models" / "stray.py").touch()
    status, _ = regenerate(small)
    assert (status, (output / "models" / "stray.py").exists()) == (0, False)


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
