"""The coverage table of the README: operation x spec, client, mock, suite.

Each cell is read off the thing itself: the bundle, the generated package, the mock's handler table, and the operations
that the suite's modules declare in `WALKS` (a test holds them against what is really called).
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- coverage: made by ./scripts/coverage --write -->", "<!-- coverage ends -->"
METHODS = ("get", "post", "put", "patch", "delete")


def rows(root: Path = ROOT) -> Iterator[tuple[str, ...]]:
    """One row per operation, in the order of the contract: operation, request, spec, client, mock, suite."""
    from scenario_mock.handlers import HANDLERS, PARTLY

    document = yaml.load((root / "spec" / "openapi.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    methods = client_methods(root / "generated" / "scenario_client" / "resources")
    walked_by = {layer: walks(root / "contract_tests" / layer) for layer in ("examples", "journeys")}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            name = operation["operationId"]
            suite = ["conformance", *(layer for layer, walked in walked_by.items() if name in walked)]
            yield (
                f"`{name}`",
                f"{method.upper()} {path}" + (" (deprecated)" if operation.get("deprecated") else ""),
                _spec(operation),
                _client_method(methods, operation),
                ("partly" if name in PARTLY else "yes") if name in HANDLERS else "501",
                ", ".join(suite) if name in HANDLERS else "answers 501",
            )


def table(root: Path = ROOT) -> str:
    """The Markdown between the README's two marks."""
    head = ("operation", "request", "spec: statuses, examples", "client", "mock", "suite")
    lines = [head, tuple("---" for _ in head), *rows(root)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def placed(readme: str, content: str) -> str:
    """`readme` with `content` between the coverage marks. Raises ValueError when a mark is missing."""
    return placed_between(readme, content, BEGIN, END)


def placed_between(text: str, content: str, begin: str, end: str) -> str:
    """`text` with `content` between two marks, which stay. Raises ValueError when one is missing."""
    before, first, rest = text.partition(begin)
    _, last, after = rest.partition(end)
    if not first or not last:
        raise ValueError(f"the marks {begin} and {end} are not both there")
    return f"{before}{begin}\n{content}\n{end}{after}"


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0: printed, written or fresh; 1: the README's table is stale."""
    parser = argparse.ArgumentParser(prog="scripts/coverage", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when README.md has another table")
    options = parser.parse_args(arguments)
    file = ROOT / "README.md"
    if not (options.write or options.check):
        print(table())
        return 0
    readme = file.read_text("utf-8")
    fresh = placed(readme, table())
    if options.check and fresh != readme:
        print("the coverage table of README.md is stale: run ./scripts/coverage --write", file=sys.stderr)
        return 1
    if options.write:
        file.write_text(fresh, "utf-8")
    return 0


def _spec(operation: Mapping[str, Any]) -> str:
    statuses = list(operation["responses"])
    contents = [operation.get("requestBody", {}), *operation["responses"].values()]
    examples = sum(len(part.get("content", {}).get("application/json", {}).get("examples", {})) for part in contents)
    return f"{' '.join(statuses)}; {examples}"


def _client_method(methods: Mapping[str, set[str]], operation: Mapping[str, Any]) -> str:
    tag, method = operation["tags"][0], operation["x-client-method"]
    return f"`{tag}.{method}`" if method in methods.get(tag, ()) else "no"


def client_methods(folder: Path) -> dict[str, set[str]]:
    """Resource -> the methods that both of its classes, sync and async, have."""
    found = {}
    for file in sorted(folder.glob("[!_]*.py")):
        classes = [node for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.ClassDef)]
        names = [
            {part.name for part in one.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)}
            for one in classes
        ]
        found[file.stem] = set.intersection(*names) if len(names) == 2 else set()
    return found


def walks(*folders: Path) -> set[str]:
    """Every operationId in a module-level `WALKS = (...)` in `folders`."""
    walked: set[str] = set()
    for file in sorted(file for folder in folders for file in folder.glob("test_*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and [ast.unparse(name) for name in node.targets] == ["WALKS"]:
                walked |= set(ast.literal_eval(node.value))
    return walked


if __name__ == "__main__":
    raise SystemExit(main())
