"""The generated code says all that the contract says: every operation, parameter, field, bound, value and condition.

What is expected is read from the contract by this file's own means, so that a fault of the generator cannot hide.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
import textwrap
import tomllib
import types as python_types
import typing
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import scenario_client
import scenario_client.operations
import scenario_client.types
from client_generator.names import constant, identifier
from scenario_client import AsyncScenario, Scenario, View

from contract_tests.conftest import contract_document

DOCUMENT = contract_document()
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (method.upper(), path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
}
PRICED = [name for name, (_, _, operation) in OPERATIONS.items() if "269" in operation["responses"]]
SNAPSHOTS = Path(__file__).with_name("docstrings")
MODULES = sorted(
    module.name for module in pkgutil.walk_packages(scenario_client.__path__, "scenario_client.") if module.name
)

every_operation = pytest.mark.parametrize("name", OPERATIONS)


def resolved(part: Any) -> Any:
    """A piece of the contract behind its reference."""
    while "$ref" in part:
        target: Any = DOCUMENT
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        part = target
    return part


def component(schema: Any) -> str | None:
    """The name of the component that a schema refers to."""
    return schema["$ref"].rpartition("/")[2] if "$ref" in schema else None


def properties(name: str) -> dict[str, Any]:
    """All properties of a component, inherited ones included."""
    found = dict(SCHEMAS[name].get("properties", {}))
    for part in SCHEMAS[name].get("allOf", ()):
        found |= properties(component(part) or "") if "$ref" in part else part.get("properties", {})
    return found


def content(part: Any) -> Any:
    """The schema of a JSON body."""
    return resolved(part)["content"]["application/json"]["schema"]


def arguments(operation: Any) -> Iterator[tuple[str, str, Any]]:
    """(place, wire name, schema with its description) of everything that a caller can give."""
    for part in operation.get("parameters", ()):
        parameter = resolved(part)
        yield parameter["in"], parameter["name"], {**parameter["schema"], "description": parameter["description"]}
    if "requestBody" in operation:
        for wire, schema in properties(component(content(operation["requestBody"])) or "").items():
            yield "body", wire, schema


def methods(name: str) -> list[Any]:
    """The methods of an operation: sync, async."""
    _, _, operation = OPERATIONS[name]
    module = importlib.import_module(f"scenario_client.resources.{operation['tags'][0]}")
    resource = operation["tags"][0].capitalize()
    return [getattr(getattr(module, prefix + resource), operation["x-client-method"]) for prefix in ("", "Async")]


def documentation(method: Any) -> str:
    """The docstring without its margin."""
    return inspect.getdoc(method) or ""


def entries(method: Any) -> dict[str, str]:
    """The Args of a docstring: name -> text in one line."""
    section = documentation(method).partition("\nArgs:\n")[2].partition("\n\n")[0]
    parts = re.split(r"^    (?=\w+: )", section, flags=re.MULTILINE)
    return {part.partition(": ")[0]: " ".join(part.partition(": ")[2].split()) for part in parts if part}


def alike(text: str) -> str:
    """A text without what differs between wire and Python names."""
    return re.sub(r"\W+|_", "", text).lower()


# --- methods ----------------------------------------------------------------------------------------------------------


@every_operation
def test_operation_is_a_method_of_both_clients_with_the_same_parameters(name):
    sync, asynchronous = (inspect.signature(method) for method in methods(name))
    assert list(sync.parameters.values()) == list(asynchronous.parameters.values())
    twin = re.sub(r"\bStarted", "AsyncStarted", sync.return_annotation)
    assert asynchronous.return_annotation == re.sub(r"^Page\b", "AsyncPager", twin)


@every_operation
def test_every_parameter_is_in_the_signature(name):
    _, _, operation = OPERATIONS[name]
    parameters = inspect.signature(methods(name)[0]).parameters
    expected = {identifier(wire): (place, schema) for place, wire, schema in arguments(operation)}
    free = {"inputs", "values"} & parameters.keys()
    assert set(parameters) - {"self", "options"} - free == set(expected)
    for python, (place, _) in expected.items():
        positional = parameters[python].kind is not inspect.Parameter.KEYWORD_ONLY
        assert positional == (place == "path"), f"{python} is {parameters[python].kind.description}"
    body = component(content(operation["requestBody"])) if "requestBody" in operation else None
    required = {identifier(wire) for wire in SCHEMAS[body].get("required", ())} if body else set()
    required |= {
        identifier(resolved(part)["name"]) for part in operation["parameters"] if resolved(part).get("required")
    }
    without = {python for python in expected if parameters[python].default is inspect.Parameter.empty}
    assert without == required


@every_operation
@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_every_parameter_is_documented_with_all_that_the_contract_says(name, asynchronous):
    _, _, operation = OPERATIONS[name]
    documented = entries(methods(name)[asynchronous])
    missing = []
    for _, wire, schema in arguments(operation):
        text = documented[identifier(wire)]
        words = schema.get("description") or SCHEMAS[component(schema) or ""]["description"]
        said = re.sub(r"\s*Source: [^`]*$", "", words)
        said = re.sub(r"(GET|POST) /[\w/{}-]*", "", said)
        facts = [piece for piece in re.split(r"`[^`]*`|\W\s", said) if piece.strip()]
        facts += [str(fact) for fact in stated(schema)]
        missing += [f"{wire}: {fact!r} not in {text!r}" for fact in facts if alike(fact) not in alike(text)]
    assert missing == []


def stated(schema: Any) -> Iterator[Any]:
    """Bounds, defaults and the values of short enumerations; those of a list's items too."""
    whole = {**SCHEMAS.get(component(schema) or "", {}), **schema}
    yield from (whole[key] for key in ("minimum", "maximum", "exclusiveMinimum", "multipleOf") if key in whole)
    yield from (f"{whole[key]} character" for key in ("minLength", "maxLength") if whole.get(key))
    yield from (f"{whole[key]} item" for key in ("minItems", "maxItems") if whole.get(key))
    if "x-default" in whole:
        yield f"default {whole['x-default']}"
    if len(whole.get("pattern", "")) in range(1, 60):
        yield f"matches {whole['pattern']}"
    values = [value for value in whole.get("enum", ()) if value not in whole.get("x-enum-retired", ())]
    yield from values if len(values) <= 12 else [f"{len(values)} words"]
    yield from whole.get("x-filterable-fields", ())
    yield from whole.get("x-sortable-fields", ())
    if whole.get("deprecated"):
        yield "Deprecated"
    if whole.get("type") == "array":
        yield from stated(whole["items"])


@every_operation
def test_conditions_errors_and_costs_are_documented(name):
    method, path, operation = OPERATIONS[name]
    for code in methods(name):
        doc = documentation(code)
        flat = " ".join(doc.split())
        for condition in operation.get("x-constraints", ()):
            assert alike(re.sub(r"(GET|POST) \S+", "", condition["description"])) in alike(flat)
        assert f"{method} {path}." in flat
        assert ("may cost Creative Units" in flat) == operation["x-spends-credits"]
        assert ("only when it provably did not start" in flat) == (not operation["x-retry-safe"])
        for status in set(operation["responses"]) - {"200", "269", "default"}:
            assert re.search(rf"^    [A-Z]\w+: {status}\. ", doc, re.MULTILINE), f"{status} is not under Raises"
        assert ("Deprecated: " in doc) >= bool(operation.get("deprecated"))
        assert not re.search(r"\bSource: ", doc)


@pytest.mark.parametrize("name", PRICED)
def test_dry_run_has_overloads(name):
    _, _, operation = OPERATIONS[name]
    price = component(content(operation["responses"]["269"]))
    for prefix, method in zip(("", "Async"), methods(name), strict=True):
        asked, run, either = typing.get_overloads(method)
        answer = component(content(operation["responses"]["200"])) or ""
        if "job" in SCHEMAS[answer]["required"]:
            answer = f"{prefix}Started{answer}"
        assert asked.__annotations__["dry_run"] == "Literal[True, 'true', 'api']"
        assert (asked.__annotations__["return"], run.__annotations__["return"]) == (price, answer)
        assert either.__annotations__["return"] == method.__annotations__["return"] == f"{answer} | {price}"


def test_only_priced_operations_have_overloads():
    assert PRICED
    for name in OPERATIONS.keys() - set(PRICED):
        assert [typing.get_overloads(method) for method in methods(name)] == [[], []]


@every_operation
def test_operation_constant(name):
    method, path, operation = OPERATIONS[name]
    made = getattr(scenario_client.operations, constant(name))
    parameters = [resolved(part) for part in operation["parameters"]]
    lists = {one["name"] for one in parameters if one.get("explode") is False}
    assert (made.id, made.method, made.path, made.csv) == (name, method, path, lists)
    priced = "dryRun" in {one["name"] for one in parameters}
    said = (operation["x-retry-safe"], operation["x-spends-credits"], priced)
    assert (made.retry_safe, made.spends, made.priced) == said


# --- on the wire ------------------------------------------------------------------------------------------------------

SAMPLES = {"string": "a b", "integer": 3, "number": 0.5, "boolean": True, None: {"any": 1}}


def sample(schema: Any) -> Any:
    """A value of the right type."""
    schema = resolved(schema)
    if schema.get("type") == "array":
        return [sample(schema["items"])] * 2
    return {"key": 1} if schema.get("type") == "object" else SAMPLES[schema.get("type")]


def spelled(value: Any) -> str:
    """A value as the query has it."""
    if isinstance(value, list):
        return ",".join(map(spelled, value))
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


@every_operation
@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_argument_arrives_under_its_wire_name(name, asynchronous):
    """All arguments at once: method, path, query and body are the contract's; the answer is the example's."""
    method, path, operation = OPERATIONS[name]
    given = {wire: (place, sample(schema)) for place, wire, schema in arguments(operation)}
    if "dryRun" in given:
        given["dryRun"] = ("query", False)
    request, result = call(name, asynchronous, {identifier(wire): value for wire, (_, value) in given.items()})
    for wire, (place, value) in given.items():
        path = path.replace(f"{{{wire}}}", str(value).replace(" ", "%20")) if place == "path" else path
    assert (request.method, request.url.raw_path.decode().partition("?")[0]) == (method, f"/v1{path}")
    query = {wire: spelled(value) for wire, (place, value) in given.items() if place == "query" and value is not False}
    assert dict(request.url.params) == query
    body = {wire: value for wire, (place, value) in given.items() if place == "body"}
    assert (json.loads(request.content) if request.content else {}) == body
    assert bool(request.content) == ("requestBody" in operation)
    assert result is not None


def call(name: str, asynchronous: bool, values: dict[str, Any]) -> tuple[httpx.Request, Any]:
    """Call an operation of a client whose server answers with the contract's example."""
    _, _, operation = OPERATIONS[name]
    answer = resolved(operation["responses"]["200"])["content"]["application/json"]["examples"]
    example = next(iter(answer.values()))["value"]
    sent: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=example)

    positional = [values.pop(key) for key in [*values] if key.endswith("_id") and f"{{{camel(key)}}}" in path_of(name)]
    tag, method = operation["tags"][0], operation["x-client-method"]
    transport = httpx.MockTransport(respond)

    async def run() -> Any:
        async with AsyncScenario(api_key="k", api_secret="s", transport=transport) as client:
            return await getattr(getattr(client, tag), method)(*positional, **values)

    if asynchronous:
        result = asyncio.run(run())
    else:
        with Scenario(api_key="k", api_secret="s", transport=transport) as client:
            result = getattr(getattr(client, tag), method)(*positional, **values)
    (request,) = sent
    return request, result


def path_of(name: str) -> str:
    return OPERATIONS[name][1]


def camel(python: str) -> str:
    return re.sub(r"_(\w)", lambda match: match[1].upper(), python)


def test_free_form_inputs_are_keywords_or_a_dict():
    values = {"model_id": "m", "aspect_ratio": "16:9", "numSamples": 2}
    request, _ = call("createCustomGeneration", False, values)
    assert json.loads(request.content) == {"aspectRatio": "16:9", "numSamples": 2}
    sent: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"job": {"jobId": "job_1"}})

    with Scenario(api_key="k", api_secret="s", transport=httpx.MockTransport(respond)) as client:
        inputs = {"dry_run": 1, "project_id": 2, "snake_case": {"inner_name": 3}, "modelId": "lora"}
        client.generate.custom("m", inputs, model_id="other lora")
    assert json.loads(sent[0].content) == {**inputs, "modelId": "other lora"}
    assert sent[0].url.query == b""


@pytest.mark.parametrize("name", [name for name, (_, _, one) in OPERATIONS.items() if one.get("deprecated")])
@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_deprecated_operation_warns_at_the_call(name, asynchronous):
    _, _, operation = OPERATIONS[name]
    required = {wire: sample(schema) for place, wire, schema in arguments(operation) if place == "body"}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        call(name, asynchronous, {identifier(wire): value for wire, value in required.items()})
    (warning,) = [one for one in caught if issubclass(one.category, DeprecationWarning)]
    assert Path(warning.filename) == Path(__file__)
    assert f"{operation['tags'][0]}.{operation['x-client-method']} is deprecated" in str(warning.message)


# --- types ------------------------------------------------------------------------------------------------------------


def answers() -> set[str]:
    """Every component that an answer can hold, at any depth."""
    found: set[str] = set()
    todo = [resolved(part) for _, _, operation in OPERATIONS.values() for part in operation["responses"].values()]
    while todo:
        part = todo.pop()
        if isinstance(part, dict):
            name = part["$ref"].rpartition("/")[2] if "$ref" in part else None
            if name in SCHEMAS and name not in found:
                found.add(name)
                todo.append(SCHEMAS[name])
            todo += [value for key, value in part.items() if key not in ("example", "examples", "links")]
        elif isinstance(part, list):
            todo += part
    return found


ANSWERS = sorted(answers())
VIEWS = [name for name in ANSWERS if properties(name)]
ENUMERATIONS = [name for name, schema in SCHEMAS.items() if {"enum", "x-extensible-enum"} & schema.keys()]


def test_answers_hold_what_was_thought_of():
    assert {"Model", "Job", "Asset", "ModelInput", "Error", "FlowInput", "UiInputPropertiesMap"} <= set(ANSWERS)
    assert len(VIEWS) > 50


def attribute(view: type[View], wire: str) -> str:
    """The view's name for a field: with an underscore where the plain name has another use."""
    plain = identifier(wire)
    return plain if isinstance(getattr(view, plain, None), property) else f"{plain}_"


@pytest.mark.parametrize("name", VIEWS)
def test_component_of_an_answer_is_a_view_with_every_property(name):
    view = getattr(scenario_client.types, name)
    assert issubclass(view, View)
    assert view.__doc__
    for wire, schema in properties(name).items():
        python = attribute(view, wire)
        made = getattr(view, python)
        assert isinstance(made, property)
        assert getattr(view({wire: 5}), python) == 5, f"{name}.{python} does not read {wire}"
        told = made.__doc__ or ""
        assert told.strip()
        assert ("Deprecated: " in told) == bool(schema.get("deprecated"))
        words = re.sub(r"\s*Source: [^`]*$", "", schema.get("description", ""))
        said = [piece for piece in re.split(r"`[^`]*`|\W\s|(?:GET|POST) /\S*", words) if piece.strip()]
        assert [piece for piece in said if alike(piece) not in alike(told)] == []


@pytest.mark.parametrize("name", VIEWS)
def test_property_of_an_object_is_a_view(name):
    """Nested objects, lists and maps of objects, as the contract has them."""
    view = getattr(scenario_client.types, name)
    for wire, schema in properties(name).items():
        python = attribute(view, wire)
        target = component(schema)
        if target in VIEWS:
            assert type(getattr(view({wire: {}}), python)).__name__ == target
        elif schema.get("type") == "array" and component(schema["items"]) in VIEWS:
            (item,) = getattr(view({wire: [{}]}), python)
            assert type(item).__name__ == component(schema["items"])
        elif target and component(SCHEMAS[target].get("additionalProperties") or {}) in VIEWS:
            assert type(getattr(view({wire: {"k": {}}}), python)["k"]).__name__ == component(
                SCHEMAS[target]["additionalProperties"]
            )


def test_other_components_of_answers_have_aliases():
    for name in set(ANSWERS) - set(VIEWS) - set(ENUMERATIONS):
        assert getattr(scenario_client.types, name) in (str, dict[str, Any]) or "dict[str" in str(
            getattr(scenario_client.types, name)
        )


def test_components_that_are_bodies_alone_have_no_type():
    assert "AssetSearchRequest" in SCHEMAS
    assert "AssetSearchRequest" not in scenario_client.types.__all__
    assert set(SCHEMAS) - set(scenario_client.types.__all__) == {
        component(content(operation["requestBody"]))
        for _, _, operation in OPERATIONS.values()
        if "requestBody" in operation
    }


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_enumeration_has_every_word_and_takes_others(name):
    schema = SCHEMAS[name]
    words = {*schema.get("enum", ()), *schema.get("x-extensible-enum", ()), *schema.get("x-enum-legacy", ())}
    known, other = typing.get_args(getattr(scenario_client.types, name))
    assert typing.get_origin(known) is typing.Literal
    assert set(typing.get_args(known)) == words
    assert other is {"string": str, "integer": int}[schema["type"]]
    prefix = constant(name)
    assert getattr(scenario_client.types, f"{prefix}_VALUES") == words
    if "x-enum-retired" in schema:
        assert getattr(scenario_client.types, f"{prefix}_RETIRED") == set(schema["x-enum-retired"])
    if "x-enum-legacy" in schema:
        assert getattr(scenario_client.types, f"{prefix}_LEGACY") == schema["x-enum-legacy"]
    for group, members in schema.get("x-enum-groups", {}).items():
        assert getattr(scenario_client.types, f"{prefix}_{group.upper()}") == set(members)


def test_no_field_hides_what_every_view_has():
    own = {name for name in dir(View) if not name.startswith("_")}
    for name in VIEWS:
        assert not own & set(vars(getattr(scenario_client.types, name)))


# --- the package ------------------------------------------------------------------------------------------------------


def test_every_module_imports_without_warning_and_without_what_is_slow():
    """httpx, asyncio and the like are for the first call; dataclasses and inspect are slow at every start."""
    slow = ["httpx", "asyncio", "ssl", "attrs", "attr", "dataclasses", "inspect", "orjson", "logging", "json", "random"]
    program = textwrap.dedent(f"""
        import importlib, sys
        for name in {MODULES!r}:
            importlib.import_module(name)
            loaded = [other for other in {slow!r} if other in sys.modules]
            assert not loaded, f"{{name}} imports {{loaded}}"
    """)
    run = subprocess.run(
        [sys.executable, "-S", "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": str(Path(scenario_client.__path__[0]).parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert len(MODULES) > 20


def test_package_alone_loads_nothing_else():
    program = "import sys; import scenario_client; print(*[n for n in sys.modules if n.startswith('scenario_client')])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["scenario_client"]


def test_public_names():
    assert {"Scenario", "AsyncScenario", "Page", "View", "RequestOptions", "JobFailed", "errors", "types"} <= set(
        scenario_client.__all__
    )
    assert set(scenario_client.errors.__all__) <= set(scenario_client.__all__)
    for package in (scenario_client, scenario_client.types):
        assert set(package.__all__) <= set(dir(package))
        with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
            package.Nothing  # noqa: B018
        for name in package.__all__:
            assert getattr(package, name) is not None
    assert isinstance(scenario_client.types, python_types.ModuleType)


def test_version_is_that_of_the_distribution(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert scenario_client.__version__ == project["version"]


def test_code_is_clean_for_the_oldest_python():
    """The rules of the project, with 3.10 as the target; types are checked in house/test_lint.py."""
    package = scenario_client.__path__[0]
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--target-version", "py310", package]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


# --- docstrings, whole ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["retrieveModel", "listJobs", "createCustomGeneration"])
def test_docstring_reads_as_agreed(name):
    """Run with CLIENT_DOCSTRINGS=write to agree to other texts; the change then shows in the review."""
    file = SNAPSHOTS / f"{name}.txt"
    text = documentation(methods(name)[0]) + "\n"
    if os.environ.get("CLIENT_DOCSTRINGS") == "write":
        file.write_text(text, encoding="utf-8")
    assert file.read_text("utf-8") == text
