"""Generate the client package from one document into a folder, or say why not.

openapi-python-client parses the document; our templates (templates/) write the files. The generator drops what it does
not understand: with a warning (a schema it cannot express takes every operation that uses it along) or in silence (a
second operation with the same operationId overwrites the first). A client with holes is worse than none, so every such
case is a Refusal here, and so is what the templates have no words for (document, schemas, views, operations).

The hand-written runtime (scripts/client_runtime) is copied into the package as `_runtime`.

The output depends on the document and on the pinned tools alone: not on the clock, the hash seed, the current or the
output folder, nor on any settings file of ruff.
"""

import hashlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError

from client_generator.document import check_operations, operations
from client_generator.problems import Refusal
from client_generator.project import Client, ClientProject

SETTINGS = Path(__file__).with_name("settings.yaml")
RUNTIME = Path(__file__).parents[1] / "client_runtime"
CONSTRAINTS = Path(__file__).parents[2] / "constraints.txt"

#: Written beside the code: what it was made from and with.
STAMP = "_generated_from.json"

#: The tools whose release decides how the output looks.
TOOLS = ("openapi-python-client", "jinja2", "ruff")

#: How ruff is called after the generator. `--isolated` keeps settings of this or an outer project out. Rules and target
#: are named because ruff's own choice of them rewrites code, to what Python 3.10 or our dependencies lack.
RUFF_BASE = ("--isolated", "--no-cache", "--quiet", "--target-version=py310", "--line-length=120")
RUFF_STEPS = (
    ("check", *RUFF_BASE, "--select=E4,E7,E9,F,I,RUF022", "--fix", "."),
    ("format", *RUFF_BASE, "."),
)


def generate(spec: Path, output: Path) -> None:
    """Write the package made from the OpenAPI document at `spec` to `output`, a folder that does not exist yet.

    Raises Refusal when a tool is not the pinned one, when the generator errs or warns, when two operations share an
    operationId, or when an operation or schema has no place in the client. `output` is then incomplete and must be
    thrown away.
    """
    check_tools()
    source = spec.read_bytes()
    document = yaml.safe_load(source)
    check_operations(document)
    _run_generator(document, output)
    _format(output)
    (output / "_runtime").mkdir()
    for module in sorted(RUNTIME.glob("*.py")):
        shutil.copyfile(module, output / "_runtime" / module.name)
    (output / "py.typed").touch()
    (output / STAMP).write_text(_stamp(source), encoding="utf-8")


def check_parsed(document: dict[str, Any], project: ClientProject) -> None:
    """Refuse when the generator did not come through with any operation of the document."""
    parsed = project.parsed()
    missing = [
        f"{operation.where}: operation {operation.id} was dropped"
        for operation in operations(document)
        if (operation.method, re.sub(r"{[^}]*}", "{}", operation.path)) not in parsed
    ]
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
    """Call the generator in process; raise Refusal with everything that it complained about, or that we have to."""
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
    project = ClientProject(data, config)
    complaints = project.complaints()
    if complaints:
        raise Refusal([_describe(complaint) for complaint in complaints])
    check_parsed(document, project)
    project.write(Client(document))


def _describe(complaint: GeneratorError) -> str:
    """One complaint of the generator as text: level, header, detail, and the start of the schema it is about."""
    text = f"{complaint.level.value}: {complaint.header.strip()}"
    if complaint.detail:
        text += f"\n    {complaint.detail.strip()}"
    if isinstance(complaint, ParseError) and complaint.data is not None:
        data = complaint.data.model_dump_json(exclude_none=True, exclude_defaults=True)
        text += f"\n    at: {data[:300]}"
    return re.sub(r"<openapi_python_client\S+ object at 0x[0-9a-f]+>", "(withheld by the generator)", text)


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


def _version(tool: str) -> str | None:
    """The installed release of a distribution, or None."""
    try:
        return importlib.metadata.version(tool)
    except importlib.metadata.PackageNotFoundError:
        return None
