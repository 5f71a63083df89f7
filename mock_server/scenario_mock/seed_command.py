"""`scenario-mock seed`: put things into a running mock, or take them out. Exit codes as those of `call`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from .command_group import fail
from .terminal import printable

DEFAULT = "http://127.0.0.1:4010/v1"
TIMEOUT_S = 60
KINDS = ("models", "assets", "jobs")


def seed(
    file: Annotated[
        Path | None, typer.Argument(help="JSON or YAML: {key, models, assets, jobs}, as --export writes it.")
    ] = None,
    export: Annotated[str | None, typer.Option(metavar="KEY", help="Print all things of this API key instead.")] = None,
    key: Annotated[str | None, typer.Option(help="Put them into the world of this key, not of the file's.")] = None,
    base_url: Annotated[str, typer.Option(envvar="SCENARIO_BASE_URL", help="The mock.")] = DEFAULT,
) -> None:
    """Put models, assets and jobs into a running mock, all or none; or print those of a key.

    What a row leaves out is made up; what is there with the same id is replaced. The ids are printed.

    \b
    Examples:
      scenario-mock seed world.yaml --key my-key
      scenario-mock seed --export my-key > world.json

    \b
    A file:
      key: my-key
      models: [{name: My style, type: flux.1-lora}]
      assets: [{id: asset_mine, tags: [castle]}]
      jobs: [{status: failure, metadata: {error: Out of memory}}]

    Exit codes: 0 done; 1 the mock refused, or did not answer; 2 wrong use, or a file that cannot be used.
    """
    import json

    if (file is None) == (export is None):
        fail("give a FILE, or --export KEY", 2)
    if file is None:
        typer.echo(json.dumps(_ask(base_url, "GET", params={"key": export}), indent=2, ensure_ascii=False))
        return
    content = _read(file)
    if key is not None:
        content["key"] = key
    if "key" not in content:
        fail(f"{file} names no key; say whose the things are with --key", 2)
    try:
        body = json.dumps(content, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        fail(f"{file} holds what JSON cannot: {error}", 2)
    answer = _ask(base_url, "POST", content=body, headers={"Content-Type": "application/json"}, given=content)
    for name, ids in answer["ids"].items():
        if ids:
            typer.echo(f"{name}: {' '.join(ids)}")


OPTIONS: dict[str, Any] = {"short_help": "Put things into a running mock, or take them out."}
"""How the command is registered."""


def _read(file: Path) -> dict[str, Any]:
    try:
        content = _parsed(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        fail(f"{file} cannot be read: {' '.join(str(error).split())}", 2)
    if not isinstance(content, dict):
        fail(f"{file} has to be an object with models, assets or jobs", 2)
    return content


def _parsed(text: str) -> Any:
    """What JSON or YAML spells; a date in YAML is a text, as in JSON. Raises ValueError."""
    import json

    try:
        return json.loads(text)  # fifty times as fast, and an export is JSON
    except ValueError:
        pass
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
        for first, found in base.yaml_implicit_resolvers.items()
    }
    loader: Any = type("Loader", (base,), {"yaml_implicit_resolvers": resolvers})
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(error) from error


def _ask(base_url: str, method: str, given: Mapping[str, Any] | None = None, **sent: Any) -> Any:
    """The answer of /__mock__/data; `given` is what was sent, to name the rows that are refused."""
    import httpx

    root = base_url.rstrip("/").removesuffix("/v1")
    try:
        answer = httpx.request(method, f"{root}/__mock__/data", timeout=TIMEOUT_S, **sent)
    except (httpx.TransportError, httpx.InvalidURL) as error:
        fail(f"nothing answers at {root} ({error}); start a mock with: scenario-mock serve", 1)
    try:
        content = answer.json()
    except ValueError:
        fail(f"{root} is no mock: it answers {answer.status_code} to /__mock__/data", 1)
    if not answer.is_success:
        fail(_refusal(answer.status_code, content, given or {}), 1)
    return content


def _refusal(status: int, content: Any, given: Mapping[str, Any]) -> str:
    """Why, in one line, and what is wrong with which row in a line each."""
    body = content if isinstance(content, Mapping) else {}
    details = body.get("details")
    violations = details.get("violations", []) if isinstance(details, Mapping) else []
    if status == 413:
        return "the file is more than the mock takes at once; split it"
    if not violations:
        return printable(str(body.get("reason", status)))
    told = [f"{_place(one['at'], given)}: {printable(one['message'])}" for one in violations]
    many = f" and {len(told) - 1} more; nothing was put in" if len(told) > 1 else "; nothing was put in"
    return "\n".join([f"{told[0]}{many}", *(f"  {line}" for line in told[1:])])


def _place(at: str, given: Mapping[str, Any]) -> str:
    """`models, row 2 (model_mine), metadata.prompt` for a JSON pointer; rows are counted from 1."""
    kind, _, rest = at.strip("/").partition("/")
    number, _, field = rest.partition("/")
    if kind not in KINDS or not number.isdecimal():
        return at.strip("/").replace("/", ".") or "the file"
    rows = given.get(kind)
    row = rows[int(number)] if isinstance(rows, list) and int(number) < len(rows) else None
    named = row.get("id", row.get("jobId")) if isinstance(row, Mapping) else None
    words = [kind, f"row {int(number) + 1}" + (f" ({printable(str(named))})" if named else "")]
    return ", ".join([*words, field.replace("/", ".")] if field else words)
