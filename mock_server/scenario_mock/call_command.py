"""`scenario-mock call`. Exit codes: 0; 1: the server refused or did not answer; 2: the words make no request."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .command_group import SETTINGS, fail

if TYPE_CHECKING:
    from rich.console import Console

    from .calling.arguments import Asked
    from .calling.asking import Server
    from .contract import Contract

ROWS = 20
BASE_URL = "SCENARIO_BASE_URL"


def names(incomplete: str) -> list[str]:
    """Operations that begin so, for the shell's completion."""
    from .calling.arguments import method_of
    from .contract import packaged

    return sorted(name for one in packaged().operations.values() if (name := method_of(one)).startswith(incomplete))


def call(
    context: typer.Context,
    operation: Annotated[
        str | None,
        typer.Argument(help="As the client calls it (models.list), or its operationId.", autocompletion=names),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(envvar=BASE_URL, help="Where to call. Default: a mock in this process, which forgets all."),
    ] = None,
    api_key: Annotated[str | None, typer.Option(help="Default: SCENARIO_SDK_API_KEY, else any.")] = None,
    api_secret: Annotated[str | None, typer.Option(help="Default: SCENARIO_SDK_API_SECRET, else any.")] = None,
    data: Annotated[str | None, typer.Option(help="The body as JSON, or @FILE; options are laid over it.")] = None,
    rows: Annotated[int, typer.Option(min=1, help="Of a list: follow its pages until so many rows are there.")] = ROWS,
    every: Annotated[bool, typer.Option("--all", help="Of a list: follow all pages.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Wait until the job that was started has ended.")] = False,
    patience: Annotated[float, typer.Option(min=1, help="Seconds to --wait at most.")] = 600,
    output: Annotated[
        Path | None, typer.Option(help="Download what the job made, or the asset, to this folder; implies --wait.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    curl: Annotated[bool, typer.Option("--curl", help="Print a curl line instead of calling.")] = False,
    every_operation: Annotated[bool, typer.Option("--list", help="List all operations.")] = False,
    usage: Annotated[
        bool, typer.Option("--help", "-h", help="This text; after an operation, what can be given to it.")
    ] = False,
) -> None:
    """Call an operation of the API.

    Parameters and body fields are options, with the contract's names in either spelling (--pageSize, --page-size);
    `scenario-mock call models.list --help` says what one operation takes.

    \b
    Examples:
      scenario-mock call --list
      scenario-mock call models.list --privacy public --tags sc:scenario
      scenario-mock call generate.custom model_imagen4-ultra --prompt "a castle" --dry-run
      scenario-mock call generate.custom model_imagen4-ultra --prompt "a castle" --output pictures
      scenario-mock call search.assets --query castle --filter "width >= 1024" --json
      scenario-mock call generate.caption --images @castle.png

    Exit codes: 0 done; 1 the server refused or did not answer, or the job failed; 2 wrong use; 130 Ctrl-C.
    """
    from rich.console import Console

    from .calling import arguments, showing
    from .contract import packaged

    contract, console = packaged(), Console(soft_wrap=False)
    if every_operation:
        console.print(showing.operations(contract))
        return
    if operation is None:
        typer.echo(context.get_help())
        raise typer.Exit(0 if usage else 2)
    try:
        found = arguments.find(contract, operation)
        if usage:
            showing.options(contract, found, console)
            return
        asked = arguments.read(contract, found, context.args, data)
    except arguments.UsageError as error:
        fail(str(error), 2)
    key, secret = _credentials(api_key, api_secret)
    if curl:
        from .calling.asking import curl as line

        typer.echo(line(base_url or "http://127.0.0.1:4010/v1", asked))
        return
    _run(asked, contract, console, base_url, (key, secret), None if every else rows, as_json, wait, patience, output)


def _run(
    asked: Asked, contract: Contract, console: Console, base_url: str | None, keys: tuple[str, str], most: int | None,
    as_json: bool, wait: bool, patience: float, output: Path | None,
) -> None:  # fmt: skip
    from .calling import asking

    try:
        with asking.at(base_url, *keys) as server:
            content = _pages(server, asked, most)
            if (wait or output) and isinstance(content, dict) and "job" in content:
                with _bar("the job") as told:
                    ended = asking.finished(
                        server, content["job"], lambda job: told(round(job["progress"] * 100), 100), patience
                    )
                content = {**content, "job": ended}
            _show(content, console, as_json)
            for file in _files(server, content, output):
                typer.echo(file, err=as_json)
    except asking.Refused as error:
        fail(str(error), 1)
    except OSError as error:
        fail(f"--output: {error}", 1)
    job = content.get("job") if isinstance(content, dict) else None
    if (wait or output) and job and job["status"] != "success":
        fail(f"the job ended as {job['status']}", 1)


def _pages(server: Server, asked: Asked, most: int | None) -> Any:
    """The answer; of a list the rows of all pages that were asked for."""
    from .calling.asking import listed_in, pages

    whole: Any = None
    for page in pages(server, asked, most):
        listed = listed_in(page)
        if whole is None or listed is None:
            whole = page
            continue
        name, rows = listed
        whole = {**page, name: [*whole[name], *rows]}
    listed = listed_in(whole)
    return whole if listed is None or most is None else {**whole, listed[0]: listed[1][:most]}


def _show(content: Any, console: Console, as_json: bool) -> None:
    from .calling import asking, showing

    if as_json:
        import json

        typer.echo(json.dumps(content, indent=2, ensure_ascii=False))
        return
    listed = asking.listed_in(content)
    if listed is None:
        console.print(showing.thing(content))
        return
    name, rows = listed
    if rows:
        console.print(showing.table(name, rows, console.width))
    more = " and more (--all)" if content.get("nextPaginationToken") else ""
    total = content.get("totalHits", content.get("estimatedTotalHits"))
    whole = f" of {total}" if total is not None else ""
    console.print(f"[dim]{len(rows)}{whole} {name}{more}[/dim]")


def _files(server: Server, content: Any, output: Path | None) -> list[Path]:
    """Download what a job made, or an asset."""
    from .calling.asking import download

    if output is None or not isinstance(content, dict):
        return []
    job, asset = content.get("job"), content.get("asset")
    ids = [asset["id"]] if asset else (job or {}).get("metadata", {}).get("assetIds") or []
    saved = []
    for asset_id in ids:
        with _bar(asset_id) as told:
            saved.append(download(server, asset_id, output, told))
    return saved


def _bar(what: str) -> Any:
    """A bar on a terminal, silence elsewhere; its value is called with what is done and the whole."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        return nullcontext(lambda done, whole: None)
    from rich.progress import Progress

    class Bar(Progress):
        def __enter__(self) -> Any:
            super().__enter__()
            task = self.add_task(what, total=None)
            return lambda done, whole: self.update(task, completed=done, total=whole)

    return Bar(console=console, transient=True)


def _credentials(key: str | None, secret: str | None) -> tuple[str, str]:
    names = ("SCENARIO_SDK_API", "SCENARIO_API")

    def found(part: str) -> str | None:
        return next(filter(None, (os.environ.get(f"{name}_{part}") for name in names)), None)

    return key or found("KEY") or "any-key", secret or found("SECRET") or "any-secret"


OPTIONS: dict[str, Any] = {
    "context_settings": {**SETTINGS, "allow_extra_args": True, "ignore_unknown_options": True},
    "add_help_option": False,
    "short_help": "Call an operation of the API.",
}
"""How the command is registered: what it does not know are the operation's parameters."""
