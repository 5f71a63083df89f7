"""Generate the client package from one document into a folder, or say why not.

The generator drops what it does not understand: with a warning (a schema it cannot express takes every operation that
uses it along) or in silence (a second operation with the same operationId overwrites the first). A client with holes
is worse than none, so every such case is a Refusal here.

The code is then moved to what runs on Python 3.10 too, and the hand-written runtime (scripts/client_runtime) is copied
beside it.

The output depends on the document and on the pinned tools alone: not on the clock, the hash seed, the current or the
output folder, nor on any settings file of ruff.
"""

import contextlib
import hashlib
import importlib.metadata
import io
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.strings import PythonIdentifier

SETTINGS = Path(__file__).with_name("settings.yaml")
RUNTIME = Path(__file__).parents[1] / "client_runtime"
CONSTRAINTS = Path(__file__).parents[2] / "constraints.txt"

#: Written beside the code: what it was made from and with.
STAMP = "_generated_from.json"

#: The tools whose release decides how the output looks.
TOOLS = ("openapi-python-client", "jinja2", "ruff")

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

#: How ruff is called after the generator. `--isolated` keeps settings of this or an outer project out. Rules and target
#: are named because ruff's own choice of them rewrites code, to what Python 3.10 or our dependencies lack.
RUFF_STEPS = (
    ("check", "--isolated", "--no-cache", "--target-version=py310", "--select=E4,E7,E9,F,I", "--fix", "--quiet", "."),
    ("format", "--isolated", "--no-cache", "--target-version=py310", "--quiet", "."),
)


class Refusal(Exception):
    """The document or the installation does not give a whole client. `problems` has one line or block per cause."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def generate(spec: Path, output: Path) -> None:
    """Write the package made from the OpenAPI document at `spec` to `output`, a folder that does not exist yet.

    Raises Refusal when a tool is not the pinned one, when the generator errs or warns, when two operations share an
    operationId, or when an operation ends up without a module. `output` is then incomplete and must be thrown away.
    """
    check_tools()
    source = spec.read_bytes()
    document = yaml.safe_load(source)
    check_operations(document)
    _run_generator(document, output)
    check_modules(document, output)
    _make_portable(output)
    _format(output)
    for module in sorted(RUNTIME.glob("*.py")):
        shutil.copyfile(module, output / module.name)
    (output / "py.typed").touch()
    (output / STAMP).write_text(_stamp(source), encoding="utf-8")


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """All operations of the document as (`GET /models`, operation), in document order."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield f"{method.upper()} {path}", item[method]


def check_operations(document: dict[str, Any]) -> None:
    """Refuse what the generator loses in silence.

    Operations without an operationId or a tag, two operations that share an operationId or a module, and operations
    behind a reference on the path.
    """
    problems = [
        f"{path}: a path may not be a $ref" for path, item in document.get("paths", {}).items() if "$ref" in item
    ]
    names: dict[tuple[str, str], str] = {}
    for where, operation in operations(document):
        if not operation.get("operationId") or not operation.get("tags"):
            problems.append(f"{where}: needs an operationId and a tag")
            continue
        other = names.setdefault(_module(operation), where)
        if other != where:
            problems.append(f"{where}: operationId {operation['operationId']} makes the same module as {other}")
    ids = Counter(operation.get("operationId") for _, operation in operations(document))
    problems += [f"operationId {name} is used {count} times" for name, count in ids.items() if name and count > 1]
    if not ids and not problems:
        problems.append("the document has no operations")
    if problems:
        raise Refusal(problems)


def check_modules(document: dict[str, Any], package: Path) -> None:
    """Refuse a package that lacks the module of any operation of the document."""
    missing = []
    for where, operation in operations(document):
        tag, name = _module(operation)
        if not (package / "api" / tag / f"{name}.py").is_file():
            missing.append(f"{where}: operation {operation['operationId']} has no module api/{tag}/{name}.py")
    if missing:
        raise Refusal(missing)


def check_tools() -> None:
    """Refuse to work with other releases of the tools than constraints.txt names: the output would differ."""
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)$", CONSTRAINTS.read_text("utf-8").lower(), re.MULTILINE))
    problems = []
    for tool in TOOLS:
        installed = _version(tool)
        if installed != pins.get(tool):
            problems.append(f"{tool} {pins.get(tool)} is needed (constraints.txt), {installed or 'none'} is installed")
    if problems:
        raise Refusal(problems)


def _run_generator(document: dict[str, Any], output: Path) -> None:
    """Call the generator in process, quietly; raise Refusal with everything it complained about."""
    config = Config.from_sources(
        ConfigFile.load_from_path(SETTINGS),
        MetaType.NONE,
        document_source=output,  # never read: the document is handed over parsed
        file_encoding="utf-8",
        overwrite=False,
        output_path=output,
    )
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        raise Refusal([_describe(data)])
    with contextlib.redirect_stdout(io.StringIO()):
        complaints = Project(openapi=data, config=config).build()
    if complaints:
        raise Refusal([_describe(complaint) for complaint in complaints])


def _describe(complaint: GeneratorError) -> str:
    """One complaint of the generator as text: level, header, detail, and the start of the schema it is about."""
    text = f"{complaint.level.value}: {complaint.header.strip()}"
    if complaint.detail:
        text += f"\n    {complaint.detail.strip()}"
    if isinstance(complaint, ParseError) and complaint.data is not None:
        data = complaint.data.model_dump_json(exclude_none=True, exclude_defaults=True)
        text += f"\n    at: {data[:300]}"
    return re.sub(r"<openapi_python_client\S+ object at 0x[0-9a-f]+>", "(withheld by the generator)", text)


def _make_portable(package: Path) -> None:
    """Take from the runtime's `_portable` what the generator takes from a standard library of Python 3.11."""
    for path in sorted(package.rglob("*.py")):
        lines, names = [], set()
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("from typing import ") and re.search(r"\bSelf\b", line):
                line = re.sub(r"\bSelf, |, Self\b", "", line)
                names.add("Self")
            if "datetime.datetime.fromisoformat(" in line:
                line = line.replace("datetime.datetime.fromisoformat(", "parse_timestamp(")
                names.add("parse_timestamp")
            lines.append(line)
        if names:
            home = "." * len(path.relative_to(package).parts) + "_portable"
            first = next(number for number, line in enumerate(lines) if line.startswith("from typing import "))
            lines.insert(first, f"from {home} import {', '.join(sorted(names))}")
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _format(package: Path) -> None:
    """Sort imports and format, with the ruff of this interpreter. Raises Refusal when it is missing or complains."""
    for step in RUFF_STEPS:
        # -P: the package has a types.py, which must not stand in for the standard library's.
        command = [sys.executable, "-P", "-m", "ruff", *step]
        run = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
        if run.returncode:
            raise Refusal([f"ruff {step[0]} failed on the generated code:\n{run.stdout}{run.stderr}".rstrip()])


def _stamp(source: bytes) -> str:
    """The text of the stamp file: the document's hash and the release of every tool."""
    facts = {
        "do not edit": "made by ./scripts/regenerate",
        "contract_sha256": hashlib.sha256(source).hexdigest(),
        "tools": {tool: _version(tool) for tool in TOOLS},
    }
    return json.dumps(facts, indent=2) + "\n"


def _module(operation: dict[str, Any]) -> tuple[str, str]:
    """Folder and module name that the generator gives an operation, by its own naming rule."""
    tag = PythonIdentifier(operation["tags"][0], "tag")
    name = PythonIdentifier(operation["operationId"], "field_")
    return str(tag), str(name)


def _version(tool: str) -> str | None:
    """The installed release of a distribution, or None."""
    try:
        return importlib.metadata.version(tool)
    except importlib.metadata.PackageNotFoundError:
        return None
