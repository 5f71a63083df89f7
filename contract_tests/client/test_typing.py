"""What type checkers and editors make of the client: the cases beside this file, by mypy and by pyright.

`sync_calls.py` and `async_calls.py` are right in every line, `mistakes.py` is wrong exactly where it says so. The
editor's part is asked of a language server: which values it offers inside a string, and which words for a call.
basedpyright is pyright from a package index; its mode `standard` is pyright's default.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CASES = sorted((HERE / "typing_cases").glob("*.py"))
ROOT = HERE.parents[1]
OLDEST = "3.10"


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Path:
    """A folder with pyright's settings for a user's project, and nothing else."""
    folder: Path = tmp_path_factory.mktemp("project")
    values = {
        "typeCheckingMode": "standard",
        "pythonVersion": OLDEST,
        "extraPaths": [str(ROOT / "generated")],
        "include": [str(HERE / "typing_cases"), str(ROOT / "generated")],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(values), encoding="utf-8")
    return folder


def mypy_errors() -> set[tuple[str, int]]:
    """File and line of everything that `mypy --strict` reports for the cases."""
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", OLDEST, "--config-file=", "--output=json"]
    run = subprocess.run(
        [*command, "--cache-dir", str(ROOT / ".mypy_cache" / "cases"), *map(str, CASES)],
        cwd=ROOT / "generated",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    found = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    return {(Path(one["file"]).name, one["line"]) for one in found if one["severity"] == "error"}


def pyright_errors(settings: Path) -> list[tuple[Path, int, str]]:
    """File, line and text of everything that pyright reports for the cases and for the client itself."""
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "--pythonpath", sys.executable]
    run = subprocess.run([*command, "-p", str(settings)], capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stdout + run.stderr
    return [
        (Path(one["file"]), one["range"]["start"]["line"] + 1, one["message"])
        for one in json.loads(run.stdout)["generalDiagnostics"]
        if one["severity"] == "error"
    ]


def marked() -> set[tuple[str, int]]:
    """File and line of every mistake made on purpose."""
    return {
        (file.name, number)
        for file in CASES
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if line.endswith("# wrong")
    }


def test_mypy_strict_agrees_with_the_cases():
    assert mypy_errors() == marked()


def test_pyright_agrees_with_the_cases_and_finds_nothing_in_the_client(settings):
    found = pyright_errors(settings)
    cases = {(file.name, line) for file, line, _ in found if file in CASES}
    assert [one for one in found if one[0] not in CASES] == []
    assert cases == marked()


# --- in an editor -----------------------------------------------------------------------------------------------------


class LanguageServer:
    """A language server as an editor uses it: JSON-RPC over its standard input and output."""

    def __init__(self, folder: Path) -> None:
        # -c: the package has no `-m` name for its server.
        start = "import sys; from basedpyright.langserver import main; sys.exit(main())"
        self.process = subprocess.Popen(
            [sys.executable, "-c", start, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self.last = 0
        folders = [{"uri": folder.as_uri(), "name": "project"}]
        capabilities = {"textDocument": {"completion": {"completionItem": {"snippetSupport": False}}}}
        self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": capabilities},
        )
        self.tell("initialized", {})

    def ask(self, method: str, params: Any) -> Any:
        """The result of a request. Whatever the server asks meanwhile gets an empty answer."""
        self.last += 1
        self._send({"id": self.last, "method": method, "params": params})
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                empty: list[Any] = [{}] * len(message.get("params", {}).get("items", ()))
                self._send({"id": message["id"], "result": empty or None})
            elif message.get("id") == self.last:
                return message["result"]

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def _receive(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        return json.loads(self.process.stdout.read(length))

    def stop(self) -> None:
        """End the server."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()


@pytest.fixture(scope="module")
def server(settings) -> Iterator[LanguageServer]:
    server = LanguageServer(settings)
    yield server
    server.stop()


HEAD = "from scenario_client import AsyncScenario, Scenario\nfrom scenario_client.types import Job, Model\n\n\n"

#: A line, `|` where the cursor is -> some of what must be offered there.
COMPLETIONS = {
    'Scenario().models.list(privacy="|")': {"private", "public"},
    'Scenario().models.list(sort_by="|")': {"createdAt", "score", "updatedAt"},
    'Scenario().models.list(types=["|"])': {"custom", "flux.1-lora"},
    'Scenario().generate.detect(image="a", modality="|")': {"canny", "depth", "pose"},
    'Scenario().generate.custom("m", dry_run="|")': {"api", "true"},
    "Scenario().models.list(|)": {"privacy=", "tags=", "page_size=", "options="},
    'Scenario().jobs.list(options={"|"})': {"timeout", "max_retries", "headers", "query", "body"},
    'job: Job = ...; job.status == "|"': {"success", "failure", "canceled", "in-progress"},
    "Scenario().|": {"models", "search", "generate", "jobs", "assets", "close", "with_options"},
    "Scenario().assets.|": {"list", "retrieve", "get_bulk", "upload", "download"},
    "AsyncScenario().jobs.|": {"list", "retrieve", "trigger_action", "wait", "cancel"},
    'Scenario().models.retrieve("m").|': {"id", "name", "inputs", "created_at", "to_dict", "http_response"},
    'Scenario().generate.custom("m").|': {"job", "wait", "creative_units_cost"},
}


def at_cursor(server: LanguageServer, folder: Path, line: str) -> dict[str, Any]:
    """Open a file with this line; gives the place of its `|` as the protocol wants it."""
    uri = (folder / f"case{server.last}.py").as_uri()
    text = HEAD + line.replace("|", "")
    document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    return {
        "textDocument": {"uri": uri},
        "position": {"line": HEAD.count("\n"), "character": line.index("|")},
    }


@pytest.mark.parametrize("line", COMPLETIONS)
def test_editor_offers(line, server, settings):
    place = at_cursor(server, settings, line)
    result = server.ask("textDocument/completion", {**place, "context": {"triggerKind": 1}})
    items = result["items"] if isinstance(result, dict) else result or []
    offered = {item["label"].strip("\"'") for item in items}
    assert COMPLETIONS[line] - offered == set()


def test_editor_shows_what_a_call_takes(server, settings):
    place = at_cursor(server, settings, "Scenario().models.list|()")
    place["position"]["character"] -= 1
    shown = server.ask("textDocument/hover", place)["contents"]["value"]
    assert "page_size: int | None = None" in shown
    assert "How many models a page may hold" in shown
    place = at_cursor(server, settings, "Scenario().generate.custom|('m')")
    place["position"]["character"] -= 1
    assert "Generate with any model of type custom" in server.ask("textDocument/hover", place)["contents"]["value"]
    place = at_cursor(server, settings, "Scenario().jobs.retrieve('j').progress|")
    place["position"]["character"] -= 1
    shown = server.ask("textDocument/hover", place)["contents"]["value"]
    assert "Part of the work that is done" in shown
