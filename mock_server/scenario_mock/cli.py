"""The `scenario-mock` command: start the mock and say where it is."""

from __future__ import annotations

import logging
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from .app import Mock

# Above this many seconds a job is no longer a mock of one.
LONGEST_JOB = 86_400.0

cli = typer.Typer(
    name="scenario-mock",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="An offline Scenario API: serves the contract with living, conforming data.",
)


@cli.callback()
def _commands() -> None:
    """Keeps `serve` a sub-command although it is the only one."""


@cli.command()
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
    clock: Annotated[str, typer.Option(help="`system`, or `manual`: moves only by POST /__mock__/clock.")] = "system",
    stateless: Annotated[bool, typer.Option(help="Keep no world: answer all with made-up, conforming data.")] = False,
    spec: Annotated[Path | None, typer.Option(help="Serve another bundled contract than the packaged one.")] = None,
) -> None:
    """Serve the mock until interrupted. Prints one line with the base URL when it is ready."""
    if clock not in ("system", "manual"):
        raise typer.BadParameter("choose system or manual", param_hint="--clock")
    if (api_key is None) != (api_secret is None):
        raise typer.BadParameter("--api-key and --api-secret go together")
    from .clock import ManualClock, SystemClock
    from .contract import ContractError, load
    from .settings import Settings

    try:
        contract = load(spec)
    except ContractError as error:
        _fail(str(error), 2)
    listener = _listen(host, port)
    from .app import Mock
    from .world import ANCHOR_MS

    settings = Settings(seed=seed, job_seconds=job_seconds, api_key=api_key, api_secret=api_secret, stateless=stateless)
    mock = Mock(settings, contract=contract, clock=ManualClock(ANCHOR_MS) if clock == "manual" else SystemClock())
    _run(mock, listener)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, or a clear line and exit code 1."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        _fail(f"cannot listen on {host}: {error}", 1)
    # asyncio turns Nagle's delay off only for sockets that say they are TCP.
    listener = socket.socket(family, kind, protocol or socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        listener.close()
        taken = "is taken by another program; choose one with --port" if "in use" in str(error) else f"failed: {error}"
        _fail(f"port {port} on {host} {taken}", 1)
    return listener


def _run(mock: Mock, listener: socket.socket) -> None:
    import uvicorn

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    host, port = listener.getsockname()[:2]
    address = f"[{host}]" if ":" in host else host

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(f"scenario-mock ready: http://{address}:{port}/v1", flush=True)

    config = uvicorn.Config(mock, log_level="warning", access_log=False, server_header=False, lifespan="off")
    Server(config).run(sockets=[listener])


def _fail(message: str, code: int) -> NoReturn:
    print(f"scenario-mock: {message}", file=sys.stderr)
    raise typer.Exit(code)


def main() -> int:
    """Run the command line; the exit code is 2 for wrong arguments or an unusable contract."""
    cli()
    return 0
