"""What people download works away from this folder, and what is committed does not depend on one machine."""

import ast
import email
import os
import re
import socket
import stat
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
import zipfile
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import httpx
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

#: Everything that people and CI call.
COMMANDS = [
    *sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix),
    ROOT / ".ci/run",
]


# --- the wheel --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The built wheel, opened."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    run = subprocess.run(
        [*command, "--quiet", "--wheel-dir", str(folder), str(ROOT)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    (path,) = folder.iterdir()
    with zipfile.ZipFile(path) as archive:
        yield archive


def metadata(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return email.message_from_bytes(wheel.read(name))


def test_wheel_carries_the_contract(wheel):
    assert wheel.read("scenario_mock/openapi.yaml") == (ROOT / "spec" / "openapi.yaml").read_bytes()


def test_wheel_carries_every_file_of_both_packages_and_nothing_else(wheel):
    expected = {"scenario_mock/openapi.yaml"}
    for package in ("generated/scenario_client", "mock_server/scenario_mock"):
        folder = ROOT / package
        found = {path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        expected |= {path.relative_to(folder.parent).as_posix() for path in found}
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert packed == expected
    assert {"scenario_client/py.typed", "scenario_mock/py.typed"} <= packed
    assert [name for name in packed if name.endswith("grammar.lark")], "the filter's grammar is missing"


def test_wheel_metadata(wheel):
    head = metadata(wheel)
    assert (head["Name"], head["Version"]) == ("scenario-contract-kit", "0.1.0")
    assert head["License-Expression"] == "Apache-2.0"
    assert [name for name in wheel.namelist() if name.endswith("licenses/LICENSE")]
    (scripts,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "scenario-mock = scenario_mock.cli:main" in wheel.read(scripts).decode()


def test_client_alone_needs_little(wheel):
    requirements = [Requirement(text) for text in metadata(wheel).get_all("Requires-Dist")]
    base = {canonicalize_name(one.name) for one in requirements if "extra" not in str(one.marker)}
    assert base == {"httpx"}


def test_mock_serves_from_the_wheel_without_the_checkout(wheel, tmp_path):
    """Serve from an unpacked wheel in an empty folder. `-S` leaves out the .pth file that leads to this checkout."""
    library, empty = tmp_path / "library", tmp_path / "empty"
    wheel.extractall(library)
    empty.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    paths = [str(library), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    with tempfile.TemporaryFile("w+") as stdout, tempfile.TemporaryFile("w+") as stderr:

        def said(stream):
            stream.seek(0)
            return stream.read()

        server = subprocess.Popen(
            [sys.executable, "-S", "-m", "scenario_mock", "serve", "--port", str(port)],
            cwd=empty,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUNBUFFERED": "1"},
            stdout=stdout,
            stderr=stderr,
        )
        try:
            ready = f"http://127.0.0.1:{port}/v1"
            deadline = time.monotonic() + 60
            while ready not in said(stdout):
                assert server.poll() is None, f"the mock ended:\n{said(stdout)}{said(stderr)}"
                assert time.monotonic() < deadline, f"no ready line:\n{said(stdout)}{said(stderr)}"
                time.sleep(0.05)
            (line,) = [line for line in said(stdout).splitlines() if ready in line]
            assert line.split().count(ready) == 1, f"the base URL stands alone in the ready line: {line}"
            answer = httpx.get(f"{ready}/models", params={"pageSize": 1}, auth=("key", "secret"), trust_env=False)
            assert answer.status_code == 200, answer.text
            assert "models" in answer.json()
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


# --- requirements and constraints -------------------------------------------------------------------------------------


#: Extras that the tests do without: nobody needs to install them to run the tests.
APART = {"fuzz", "minilm"}


def requirements(without=frozenset()):
    """Everything that pyproject.toml asks for: dependencies, the build, extras except those in `without`."""
    project = PROJECT["project"]
    extras = [texts for name, texts in project["optional-dependencies"].items() if name not in without]
    groups = [project["dependencies"], *extras, PROJECT["build-system"]["requires"]]
    return [Requirement(text) for group in groups for text in group]


def constraints():
    """Canonical name -> pinned version, from constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    versions = {}
    for pin in pins:
        (version,) = pin.specifier
        assert version.operator == "==", f"{pin} is not an exact pin"
        assert canonicalize_name(pin.name) not in versions, f"{pin.name} is pinned twice"
        versions[canonicalize_name(pin.name)] = version.version
    return versions


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_every_requirement_has_a_fitting_pin(requirement):
    pin = constraints().get(canonicalize_name(requirement.name))
    assert pin is not None, f"{requirement.name} is not in constraints.txt"
    assert requirement.specifier.contains(pin, prereleases=True), f"{requirement} does not allow the pinned {pin}"


def test_everything_that_gets_installed_is_pinned():
    """Walk the requirements of the requirements as they are installed here."""
    pins, todo, seen = constraints(), [(requirement, "") for requirement in requirements(without=APART)], set()
    while todo:
        requirement, extra = todo.pop()
        name = canonicalize_name(requirement.name)
        wanted = any(requirement.marker.evaluate({"extra": one}) for one in {extra, ""}) if requirement.marker else True
        if not wanted or (name, extra, *requirement.extras) in seen:
            continue
        seen.add((name, extra, *requirement.extras))
        assert name in pins, f"{name} gets installed but is not in constraints.txt"
        for text in distribution(name).requires or []:
            todo += [(Requirement(text), one) for one in ("", *requirement.extras)]
    assert len(seen) > len(requirements(without=APART))


class ForTypesAlone(ast.NodeTransformer):
    """Takes out what stands under `if TYPE_CHECKING:`: type checkers bring such modules with them."""

    def visit_If(self, node):
        kept = node.orelse if ast.unparse(node.test) == "TYPE_CHECKING" else [node]
        return [self.generic_visit(part) for part in kept]


def imported(folder):
    """Top-level modules that the Python files below a folder import when they run, wherever in the file."""
    names = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ForTypesAlone().visit(ast.parse(path.read_text("utf-8")))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module.split(".")[0])
    return names


#: Folder -> the extras whose packages it may import, beside the base dependencies.
MAY_IMPORT = {
    "generated": [],
    "mock_server": ["mock", "postgres", "minilm", "pytest"],
    "scripts": ["mock", "test", "fuzz", "minilm"],
    "contract_tests": ["mock", "test"],
}


#: What the client may import without declaring it, and why.
ALLOWED = {
    "orjson": "taken when it is there, and json otherwise",
    "anyio": "httpx's own dependency: its clients wait with it on any event loop, and so do ours",
}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_every_import_is_declared(folder):
    """Nothing works only because some other package happens to need the same one."""
    project = PROJECT["project"]
    texts = project["dependencies"] + [
        t for extra in MAY_IMPORT[folder] for t in project["optional-dependencies"][extra]
    ]
    declared = {canonicalize_name(Requirement(text).name) for text in texts}
    own = {path.stem for place in (".", "generated", "mock_server", "scripts") for path in (ROOT / place).iterdir()}
    # Test folders are importable by name from the tests beside them.
    own |= {path.stem for path in (ROOT / "contract_tests").rglob("*")} if folder == "contract_tests" else set()
    homes = packages_distributions()
    undeclared = {
        name
        for name in imported(folder) - sys.stdlib_module_names - own - ALLOWED.keys()
        if not declared & {canonicalize_name(home) for home in homes.get(name, [name])}
    }
    assert undeclared == set()


# --- commands ---------------------------------------------------------------------------------------------------------


def test_the_fixed_commands_exist():
    assert {"bundle", "lint", "regenerate", "serve", "test", "run"} <= {path.name for path in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_command_is_executable_and_explains_itself(command, tmp_path):
    assert command.stat().st_mode & stat.S_IXUSR, f"chmod +x {command}"
    run = subprocess.run(
        [str(command), "--help"],
        cwd=tmp_path,
        env={**os.environ, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("usage: ")
    assert command.name in run.stdout


def test_shell_scripts_stop_at_the_first_failure():
    for command in COMMANDS:
        text = command.read_text("utf-8")
        assert text.startswith("#!"), command
        if "bash" in text.splitlines()[0]:
            assert "\nset -euo pipefail\n" in text, command


# --- what is committed ------------------------------------------------------------------------------------------------

# Written so that these lines do not find themselves.
FOREIGN = {
    "a package index": re.compile(r"https?" + r"://[^\s/]+/(?:\S+/)?simple\b"),
    "an option that names a package index": re.compile(r"-{2}(?:extra-)?index" + r"-url|-{2}find" + r"-links"),
    "a file address": re.compile("file" + r":///\w"),
    "somebody's folder": re.compile(r"(?<![\w.~-])/(?:root|home|Users|opt)" + r"/\w"),
}


def committed():
    """The project's files: what git tracks or would add; in an unpacked archive, everything but environments."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
        paths = [ROOT / name for name in names if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not {".venv", "__pycache__"} & set(path.parts)]
    return [path for path in paths if path.is_file()]


def test_no_committed_file_names_a_package_index_or_a_machine():
    patterns = dict(FOREIGN)
    # Short ones, such as those of a container, are ordinary words of the text.
    patterns |= {"this checkout": re.compile(re.escape(f"{ROOT}/"))} if len(ROOT.parts) > 2 else {}
    files = committed()
    assert ROOT / "pyproject.toml" in files
    found = []
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [
            f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]} ({what})"
            for what, pattern in patterns.items()
            for match in pattern.finditer(text)
        ]
    assert not found, "\n".join(found)
