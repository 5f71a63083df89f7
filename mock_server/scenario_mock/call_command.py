"""`scenario-mock call`. Exit codes: 0; 1: the server refused or did not answer, or the job failed; 2: wrong use."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from .command_group import SETTINGS, fail
from .progress import bar
from .terminal import people_read_stderr, printable

if TYPE_CHECKING:
    from .calling.arguments import Asked
    from .calling.asking import Server
    from .calling.operations import Field
    from .contract import Contract, Operation

BASE_URL = "SCENARIO_BASE_URL"
USUAL_BASE_URL = "http://127.0.0.1:4010/v1"
INTERRUPTED = 130


@dataclass(frozen=True)
class Wishes:
    """What the command's own options say."""

    base_url: str | None
    keys: tuple[str, str]
    rows: int | None
    every: bool
    wait: bool
    patience: float
    output: Path | None
    as_json: bool


def names(incomplete: str) -> list[tuple[str, str]]:
    """Operations that begin so, with what they do, for the shell's completion."""
    from .calling.explaining import summary
    from .calling.operations import method_of
    from .contract import packaged

    contract = packaged()
    named = sorted((method_of(one), summary(contract, one)) for one in contract.operations.values())
    return [(name, told) for name, told in named if name.startswith(incomplete)]


class CallCommand(TyperCommand):
    """Completes the parameters of the operation, and their values, beside the command's own options."""

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        found = super().shell_complete(ctx, incomplete)
        operation = ctx.params.get("operation")
        if not operation:
            return found
        from .calling.operations import UsageError, choices, fields, find
        from .contract import packaged

        contract = packaged()
        try:
            known = fields(contract, find(contract, operation))
        except UsageError:
            return found
        item = type(super().shell_complete(ctx, "--")[0])  # typer has no public name for it
        last = ctx.args[-1] if ctx.args else ""
        if not incomplete.startswith("-"):
            words = [str(word) for one in known if one.option == last for word in choices(one)]
            return [*(item(word) for word in words if word.startswith(incomplete)), *found]
        options = [one for one in known if one.place != "path" and one.option.startswith(incomplete)]
        return [*(item(one.option, help=one.about.partition(". ")[0]) for one in options), *found]


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
    rows: Annotated[
        int | None,
        typer.Option(min=1, help="Of a list: follow its pages until so many rows are there. Default: one page."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Of a list: follow all pages.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Wait until the job that was started has ended.")] = False,
    patience: Annotated[float, typer.Option(min=1, help="Seconds to --wait at most.")] = 600,
    output: Annotated[
        Path | None,
        typer.Option(help="Download what the job made, or the assets, to this folder; implies --wait."),
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
    `scenario-mock call models.list --help` says what one operation takes. Ids in the path are words without a name. A
    value @FILE is what the file holds, a picture as a data URL.

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
    from .calling import explaining
    from .calling.operations import UsageError, find
    from .contract import packaged

    contract = packaged()
    if every_operation:
        typer.echo(explaining.operations(contract))
        return
    if operation is None:
        typer.echo(context.get_help())
        raise typer.Exit(0 if usage else 2)
    if base_url is not None and not base_url.startswith(("http://", "https://")):
        fail(f"--base-url {base_url!r} begins with neither http:// nor https://; such as {USUAL_BASE_URL}", 2)
    wishes = Wishes(
        base_url, _credentials(api_key, api_secret), rows, every, wait or output is not None, patience, output, as_json
    )
    try:
        found = find(contract, operation)
        _run(contract, found, context.args, data, wishes, "help" if usage else "curl" if curl else "call")
    except UsageError as error:
        fail(str(error), 2)


def _run(
    contract: Contract, operation: Operation, words: Sequence[str], data: str | None, wishes: Wishes, what: str
) -> None:
    """Explain the call, print it as a curl line, or make it. Raises UsageError for words that make none."""
    from .calling import arguments, asking, explaining
    from .calling.refusals import Refused

    if what == "curl":
        asked = arguments.read(contract, operation, words, data)
        typer.echo(asking.curl(wishes.base_url or USUAL_BASE_URL, asked))
        return
    try:
        with asking.at(wishes.base_url, *wishes.keys) as server:
            inputs = _inputs(server, contract, operation, words)
            if what == "help":
                typer.echo(explaining.operation(contract, operation, inputs))
                return
            asked = arguments.read(contract, operation, words, data, inputs)
            if wishes.base_url is None and people_read_stderr():
                typer.echo(f"from a mock in this process; --base-url or {BASE_URL} names another", err=True)
            _call(server, asked, wishes)
    except Refused as error:
        fail(str(error), 1)


def _inputs(server: Server, contract: Contract, operation: Operation, words: Sequence[str]) -> list[Field]:
    """What the model of a call takes, where the contract leaves that to the model."""
    from .calling import arguments, asking
    from .calling.operations import inputs, is_open

    model_id = arguments.first_word(words)
    if model_id is None or not is_open(contract, operation):
        return []
    return inputs(asking.model(server, model_id))


def _call(server: Server, asked: Asked, wishes: Wishes) -> None:
    """Make the call, wait if that is wished, and show what came. Raises Refused."""
    from .calling.downloading import assets_in, download

    content = _pages(server, asked, wishes)
    if wishes.wait and isinstance(content, dict) and isinstance(content.get("job"), dict):
        content = {**content, "job": _finished(server, content["job"], wishes)}
    _show(content, wishes.as_json)
    if wishes.output is not None and isinstance(content, dict):
        try:
            found = assets_in(content)
            if not found:
                typer.echo("scenario-mock: there is no file to download in this answer", err=True)
            for asset_id in found:
                with bar(asset_id) as told:
                    file = download(server, asset_id, wishes.output, told)
                typer.echo(file, err=wishes.as_json)
        except OSError as error:
            fail(f"--output {wishes.output}: {error.strerror or error}", 1)
    job = content.get("job") if isinstance(content, dict) else None
    if isinstance(job, dict):
        _judge(job, wishes)


def _judge(job: dict[str, Any], wishes: Wishes) -> None:
    """Fail when the job did; tell people about --wait while it runs."""
    from .calling.asking import ENDED

    if wishes.wait and job["status"] != "success":
        why = (job.get("metadata") or {}).get("error")
        fail(f"the job ended as {job['status']}{f': {printable(str(why))}' if why else ''}", 1)
    if job["status"] not in ENDED and not wishes.as_json and people_read_stderr():
        again = f"scenario-mock call jobs.retrieve {job['jobId']} --wait" if wishes.base_url else "the same with --wait"
        typer.echo(f"the job runs; to see its end: {again}", err=True)


def _finished(server: Server, job: Any, wishes: Wishes) -> Any:
    from .calling.asking import finished

    try:
        with bar(f"job {job['jobId']}", after_s=0) as told:
            return finished(server, job, lambda progress: told(round(progress * 100), 100), wishes.patience)
    except KeyboardInterrupt:
        fail(f"the job goes on; look again with: scenario-mock call jobs.retrieve {job['jobId']} --wait", INTERRUPTED)


def _pages(server: Server, asked: Asked, wishes: Wishes) -> Any:
    """The answer; of a list the rows of all pages that were asked for."""
    from .calling.asking import listed_in, pages

    whole: Any = None
    with bar("rows") as told:
        for page in pages(server, asked, wishes.rows, every=wishes.every):
            listed = listed_in(page)
            if whole is None or listed is None:
                whole = page
            else:
                name, rows = listed
                whole = {**page, name: [*whole[name], *rows]}
            told(len(whole[listed[0]]) if listed else 1, _total(page))
    listed = listed_in(whole)
    return whole if listed is None or wishes.rows is None else {**whole, listed[0]: listed[1][: wishes.rows]}


def _total(content: Any) -> int | None:
    """How many rows a list has in all, where it says so."""
    found = content.get("totalHits", content.get("estimatedTotalHits")) if isinstance(content, dict) else None
    return found if isinstance(found, int) else None


def _show(content: Any, as_json: bool) -> None:
    if as_json:
        import json

        typer.echo(json.dumps(content, indent=2, ensure_ascii=False))
        return
    from rich.console import Console

    from .calling import showing
    from .calling.asking import listed_in

    console, listed = Console(), listed_in(content)
    if listed is None:
        console.print(showing.thing(content))
        return
    name, rows = listed
    if rows:
        console.print(showing.table(name, rows, console.width))
    whole = _total(content)
    more = content.get("nextPaginationToken") or (whole or 0) > len(rows)
    of = f" of {whole}" if whole is not None else ""
    console.print(f"[dim]{len(rows)}{of} {name}{' and more (--all)' if more and whole is None else ''}[/dim]")


def _credentials(key: str | None, secret: str | None) -> tuple[str, str]:
    names = ("SCENARIO_SDK_API", "SCENARIO_API")

    def found(part: str) -> str | None:
        return next(filter(None, (os.environ.get(f"{name}_{part}") for name in names)), None)

    return key or found("KEY") or "any-key", secret or found("SECRET") or "any-secret"


OPTIONS: dict[str, Any] = {
    "cls": CallCommand,
    "context_settings": {**SETTINGS, "allow_extra_args": True, "ignore_unknown_options": True},
    "add_help_option": False,
    "short_help": "Call an operation of the API.",
}
"""How the command is registered: what it does not know are the operation's parameters."""
