"""`scenario-mock seed`: put things into a running mock, or take them out. Exit codes as those of `call`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

DEFAULT = "http://127.0.0.1:4010/v1"


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
    """
    import json

    if (file is None) == (export is None):
        _fail("give a FILE, or --export KEY", 2)
    if export is not None:
        typer.echo(json.dumps(_ask(base_url, "GET", params={"key": export}), indent=2, ensure_ascii=False))
        return
    content = _read(file or Path())
    if key is not None:
        content["key"] = key
    if "key" not in content:
        _fail(f"{file} names no key; say whose the things are with --key", 2)
    for name, ids in _ask(base_url, "POST", json=content)["ids"].items():
        if ids:
            typer.echo(f"{name}: {' '.join(ids)}")


def _read(file: Path) -> dict[str, Any]:
    import yaml

    try:
        content = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        _fail(f"{file} cannot be read: {' '.join(str(error).split())}", 2)
    if not isinstance(content, dict):
        _fail(f"{file} has to be an object with models, assets or jobs", 2)
    return content


def _ask(base_url: str, method: str, **sent: Any) -> Any:
    """The answer of /__mock__/data."""
    import httpx

    root = base_url.rstrip("/").removesuffix("/v1")
    try:
        answer = httpx.request(method, f"{root}/__mock__/data", timeout=60, **sent)
    except (httpx.TransportError, httpx.InvalidURL) as error:
        _fail(f"nothing answers at {root} ({error}); start a mock with: scenario-mock serve", 1)
    try:
        content = answer.json()
    except ValueError:
        _fail(f"{root} is no mock: it answers {answer.status_code} to /__mock__/data", 1)
    if not answer.is_success:
        _fail(_refusal(answer.status_code, content), 1)
    return content


def _refusal(status: int, content: Any) -> str:
    violations = (content.get("details") or {}).get("violations", [])
    lines = [str(content.get("reason", status))]
    lines += [f"  {one['place']} {one['at']}: {one['message']}" for one in violations]
    return "\n".join(lines)


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(f"scenario-mock: {message}", err=True)
    raise typer.Exit(code)
