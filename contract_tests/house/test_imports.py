"""Who may import whom, what is public, and where time and chance come from.

1. Inside scenario_mock imports point from later layers to earlier ones only.
2. The mock and the generated client are two independent readers: neither imports the other, nor the suite or scripts.
3. The wall clock is read in `clock` only, random sources are made in `ids` only, sockets are in `server`, the web
   server is there and in `shortcut`. `sleeps` puts something else in place of `time.sleep`.
4. Every public name that a package promises exists, and nothing else is promised.
"""

from __future__ import annotations

import ast
import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from scenario_mock.app import Mock, Request
from scenario_mock.handlers import HANDLERS

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(layer.split())
    for layer in (
        "anchor brushes caches chance clock encoding errors ids lexicon plans product profiles scalars settings"
        " terminal themes words",
        "bodies contract jobs likeness meaning painting picture_files pictures provider search sketching",
        "contents fake files flat media messages pages store studio",
        "auth constraints effects input_values inputs origins search_index stateless validation world",
        "control_document faults limits prefer redaction seeding",
        "har records",
        "journal",
        "handlers",
        "dashboard delivery gate",
        "rules",
        "control",
        "admin app",
        "transport",
        "recording",
        "cassette command_group progress request_log server shortcut worldfile",
        "calling exchange_log seed_command testing",
        "call_command recording_commands respx_router",
        "cli",
        "pytest_plugin",
        "__main__ __init__",
    )
)
"""Earlier layers know nothing of later ones. Jobs are plans and arithmetic: the store may ask what one looks like."""

NOT_SHIPPED = {"contract_tests", "contract_tools", "parity", "client_generator"}
FOREIGN = {
    "mock_server/scenario_mock": {"scenario_client", *NOT_SHIPPED},
    "generated/scenario_client": {"scenario_mock", *NOT_SHIPPED},
}
OWN_TIME_AND_CHANCE = {
    "time": "clock sleeps",
    "secrets": "ids",
    "uvicorn": "server shortcut",
    "socket": "server",
    "starlette": "nowhere",
}
FORBIDDEN_CALLS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "os.urandom",
    "uuid.uuid1",
    "uuid.uuid4",
    "Faker.seed",
}


def sources(root: Path, folder: str) -> list[Path]:
    """Every module below `folder`."""
    return sorted((root / folder).rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """(level, dotted name) of every import in `file`, wherever it stands; type checking blocks count too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.level, node.module
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.level, alias.name) for alias in node.names)


def layer_of(part: str) -> int:
    """The number of the layer that holds the module or sub-package `part`."""
    for number, layer in enumerate(LAYERS):
        if part in layer:
            return number
    raise AssertionError(f"{part} has no layer: say in LAYERS where it belongs")


def wrong_way(root: Path, package: Path) -> list[str]:
    """Imports inside `package` that point to a later layer."""
    found = []
    for file in sorted(package.rglob("*.py")):
        here = file.relative_to(package).with_suffix("").parts
        for level, name in imports(file):
            if level == 0 or level < len(here):  # another distribution, or the same sub-package
                continue
            target = name.split(".")[0]
            if layer_of(target) > layer_of(here[0]):
                found.append(f"{file.relative_to(root)} imports {target}")
    return found


def test_layers(root: Path):
    assert wrong_way(root, root / "mock_server" / "scenario_mock") == []


def test_a_wrong_way_import_is_found(tmp_path: Path):
    (tmp_path / "handlers").mkdir()
    (tmp_path / "handlers" / "models.py").write_text("from ..app import Mock\nfrom .call import Call\n")
    (tmp_path / "clock.py").write_text("def late():\n    from .store import Store\n")
    assert wrong_way(tmp_path, tmp_path) == ["clock.py imports store", "handlers/models.py imports app"]


@pytest.mark.parametrize("folder", sorted(FOREIGN))
def test_independent_readers(root: Path, folder: str):
    found = [
        f"{file.relative_to(root)} imports {name}"
        for file in sources(root, folder)
        for level, name in imports(file)
        if level == 0 and name.split(".")[0] in FOREIGN[folder]
    ]
    assert found == []


def test_time_chance_and_sockets_have_one_home(root: Path):
    found = []
    for file in sources(root, "mock_server/scenario_mock"):
        for level, name in imports(file):
            home = OWN_TIME_AND_CHANCE.get(name.split(".")[0])
            if level == 0 and home and file.stem not in home.split():
                found.append(f"{file.relative_to(root)} imports {name}, which belongs to {home}")
        found += [f"{file.relative_to(root)} calls {call}" for call in forbidden_calls(file)]
    assert found == []


def forbidden_calls(file: Path) -> list[str]:
    """Calls that read the wall clock or global randomness; `random.Random` as a type is fine."""
    found = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            global_chance = name.startswith("random.") and not (name == "random.Random" and file.stem == "ids")
            if global_chance or name in FORBIDDEN_CALLS:
                found.append(name)
    return found


def test_forbidden_calls_are_found(tmp_path: Path):
    file = tmp_path / "store.py"
    file.write_text("import random\nx = random.random()\ny = random.Random(3)\nz = datetime.now()\n")
    assert forbidden_calls(file) == ["random.random", "random.Random", "datetime.now"]


@pytest.mark.parametrize("package", ["scenario_mock", "scenario_client"])
def test_public_names(package: str):
    module = importlib.import_module(package)
    assert list(module.__all__) == sorted(module.__all__)
    for name in module.__all__:
        assert getattr(module, name).__doc__, f"{package}.{name} says nothing about itself"


def test_every_operation_has_a_handler_or_is_listed_as_missing(mock: Mock):
    operations = set(mock.contract.operations)
    assert set(HANDLERS) <= operations
    health = json.loads(mock.respond(Request("GET", "/__mock__/health")).body)
    assert set(health["notImplemented"]) == operations - set(HANDLERS)
