"""The `scenario-mock` command: start the mock and say where it is.

The other commands are in `call_command`, `seed_command` and `recording_commands`; `command_group` has how all of them
fail, and the exit codes.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated, Literal

import typer

from . import call_command, recording_commands, seed_command
from .command_group import SETTINGS, OneLineGroup, fail

# Above this many seconds a job is no longer a mock of one.
LONGEST_JOB = 86_400.0

MOST_ROWS = 1_000_000


cli = typer.Typer(
    name="scenario-mock",
    cls=OneLineGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # to lay out a help text, rich takes longer than all the rest
    context_settings=SETTINGS,
)


def _told_version(asked: bool) -> None:
    if asked:
        from .product import product_version

        typer.echo(f"scenario-mock {product_version()}")
        raise typer.Exit


@cli.callback()
def everywhere(
    version: Annotated[
        bool, typer.Option("--version", callback=_told_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """An offline Scenario API: serves the contract with living, conforming data.

    \b
    Examples:
      scenario-mock serve                                       start it on http://127.0.0.1:4010/v1
      scenario-mock call models.list --privacy public           ask it something
      scenario-mock COMMAND --help                              options and examples of a command

    Exit codes: 0 done; 1 refused, failed, or violations found; 2 wrong use; 130 ended by Ctrl-C.
    """


@cli.command(short_help="Serve the mock until interrupted.")
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 4010,
    seed: Annotated[int, typer.Option(help="Decides every byte of the world.")] = 0,
    job_seconds: Annotated[float, typer.Option(min=0, max=LONGEST_JOB, help="How long a generation runs.")] = 3.0,
    api_key: Annotated[
        str | None, typer.Option(envvar="SCENARIO_MOCK_API_KEY", help="Accept only this API key (default: any).")
    ] = None,
    api_secret: Annotated[
        str | None, typer.Option(envvar="SCENARIO_MOCK_API_SECRET", help="The secret that goes with --api-key.")
    ] = None,
    clock: Annotated[
        Literal["system", "manual"],
        typer.Option(help="`manual` stands still and moves only by POST /__mock__/clock."),
    ] = "system",
    profile: Annotated[
        Literal["strict", "live"],
        typer.Option(help="`strict` refuses what the contract forbids, `live` what the service was seen to refuse."),
    ] = "strict",
    plan: Annotated[
        Literal["free", "starter", "pro", "max", "enterprise"],
        typer.Option(help="The plan of every caller; models above it answer 403."),
    ] = "enterprise",
    status_words: Annotated[
        Literal["api", "guide"],
        typer.Option(help="The states of jobs in the API's words, or in those of an older guide."),
    ] = "api",
    sparse_pages: Annotated[
        bool, typer.Option("--sparse-pages", help="Let pages of jobs hold fewer rows, or none, before the last one.")
    ] = False,
    db: Annotated[
        str | None,
        typer.Option(
            help="Keep the state in this file or in PostgreSQL (postgresql://USER@HOST/DB) instead of memory."
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that share the work and the state.")] = 1,
    models: Annotated[int | None, typer.Option(min=0, max=MOST_ROWS, help="Models of a key's own project.")] = None,
    assets: Annotated[int | None, typer.Option(min=0, max=MOST_ROWS, help="Assets of a key's own project.")] = None,
    jobs: Annotated[int | None, typer.Option(min=0, max=MOST_ROWS, help="Jobs of a key's own project.")] = None,
    embedder: Annotated[
        Literal["words", "minilm"],
        typer.Option(help="What tells meanings in a search: a table of words, or the model of the extra `minilm`."),
    ] = "words",
    empty: Annotated[bool, typer.Option("--empty", help="Start with nothing but the public catalogue.")] = False,
    check_answers: Annotated[
        bool, typer.Option(help="Hold every answer against the contract before it leaves (slower).")
    ] = False,
    log: Annotated[
        Literal["auto", "pretty", "json", "off"],
        typer.Option(help="A line on stderr for each request; `auto`: pretty on a terminal, off elsewhere."),
    ] = "auto",
    stateless: Annotated[
        bool, typer.Option("--stateless", help="Keep no world: answer all with made-up, conforming data.")
    ] = False,
    spec: Annotated[Path | None, typer.Option(help="Serve another bundled contract than the packaged one.")] = None,
) -> None:
    """Serve the mock until interrupted. Prints one line with the base URL when it is ready.

    Any key and secret will do, and each key has a world of its own. For people there is a dashboard at /__mock__/.

    \b
    Examples:
      scenario-mock serve --job-seconds 0 --clock manual        for tests: no waiting, no moving time
      scenario-mock serve --assets 100000 --db state.db         a large world that outlives the process
      scenario-mock serve --log json 2>requests.jsonl           one line of JSON for each request

    Exit codes: 0 ended by a signal; 1 cannot start; 2 wrong use, or a contract that cannot be used.
    """
    if (api_key is None) != (api_secret is None):
        raise typer.BadParameter("--api-key and --api-secret go together")
    if math.isnan(job_seconds):  # no range leaves it out
        raise typer.BadParameter("choose a number", param_hint="--job-seconds")
    if db is not None and not _is_state(db):
        raise typer.BadParameter(f"{db!r} is neither a file nor postgresql://USER@HOST/DB", param_hint="--db")
    if empty and any(count is not None for count in (models, assets, jobs)):
        raise typer.BadParameter("--empty goes with none of --models, --assets and --jobs")
    from .contract import ContractError
    from .server import Address, ServeError, serve
    from .settings import Settings
    from .store import StoreError

    settings = Settings(
        seed=seed,
        job_seconds=job_seconds,
        api_key=api_key,
        api_secret=api_secret,
        clock=clock,
        profile=profile,
        plan=plan,
        status_words=status_words,
        sparse_pages=sparse_pages,
        db=db,
        models=models,
        assets=assets,
        jobs=jobs,
        embedder=embedder,
        empty=empty,
        check_answers=check_answers,
        stateless=stateless,
    )
    try:
        serve(settings, Address(host, port), spec, workers, log)
    except ContractError as error:
        fail(str(error), 2)
    except (ServeError, StoreError) as error:
        fail(str(error), 1)


for command in recording_commands.COMMANDS:
    cli.command(short_help=recording_commands.IN_SHORT[command.__name__])(command)
cli.command(**seed_command.OPTIONS)(seed_command.seed)
cli.command(**call_command.OPTIONS)(call_command.call)


def _is_state(db: str) -> bool:
    """Whether `db` is a place for state: PostgreSQL, or a file, which other addresses would be taken for."""
    scheme, separator, _ = db.partition("://")
    return scheme in ("postgresql", "postgres") if separator else bool(db)


def main() -> int:
    """Run the command line; the exit code is 2 for wrong arguments or an unusable contract."""
    cli()
    return 0
