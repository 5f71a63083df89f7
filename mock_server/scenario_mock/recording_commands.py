"""The commands that make and use recordings: `record`, `replay`, `check`, `compare`.

Exit codes: 0; 1 when violations or differences were found (for `record` only with --fail-on-violation) or a cassette
could not be written to its end; 2 for what cannot be used: a file, an address, a contract.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from .command_group import fail
from .progress import bar

if TYPE_CHECKING:
    from .contract import Contract
    from .recording.har_files import Cassette
    from .recording.recorder import Taken
    from .recording.telling import Teller
    from .server import Address

SECRET_VARIABLES = (
    "SCENARIO_SDK_API_KEY", "SCENARIO_SDK_API_SECRET", "SCENARIO_API_KEY", "SCENARIO_API_SECRET", "SCENARIO_SDK_JWT",
    "SCENARIO_MOCK_API_KEY", "SCENARIO_MOCK_API_SECRET",
)  # fmt: skip
"""Environment variables whose values are never shown."""
SHORTEST_KEY = 8

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Json = Annotated[bool, typer.Option("--json", help="Print lines of JSON instead of text.")]
Spec = Annotated[Path | None, typer.Option(help="Judge by another bundled contract than the packaged one.")]
AnswersOnly = Annotated[
    bool, typer.Option("--answers-only", help="Judge no requests: for traffic with bad ones on purpose.")
]
Log = Annotated[
    Literal["auto", "pretty", "json", "off"],
    typer.Option(help="A line on stderr for each request; `auto`: pretty on a terminal, off elsewhere."),
]
File = Annotated[Path, typer.Argument(help="A cassette, or any HAR file.")]


def record(
    upstream: Annotated[str, typer.Option(help="Base URL of the server to record, such as http://127.0.0.1:4010/v1.")],
    host: Host = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 4011,
    out: Annotated[Path | None, typer.Option(help="Keep a cassette (HAR 1.2, without secrets) in this file.")] = None,
    timeout: Annotated[float, typer.Option(min=0.1, max=3600, help="Seconds that an answer may take.")] = 120.0,
    fail_on_violation: Annotated[
        bool, typer.Option("--fail-on-violation", help="Exit with 1 when something broke the contract.")
    ] = False,
    answers_only: AnswersOnly = False,
    as_json: Json = False,
    log: Log = "auto",
    spec: Spec = None,
) -> None:
    """Record a server: a proxy that holds every request and answer against the contract.

    Point a client at the address that is printed. Violations are printed as they happen; GET /__record__/journal has
    the latest exchanges. Ends with Ctrl-C or SIGTERM.

    \b
    Examples:
      scenario-mock record --upstream https://api.cloud.scenario.com/v1 --out session.har
      scenario-mock record --upstream http://127.0.0.1:4010/v1 --fail-on-violation --json

    Exit codes: 0 done; 1 violations with --fail-on-violation, or a cassette that is not complete; 2 wrong use.
    """
    from .exchange_log import exchange_log
    from .recording.exchange import base_of
    from .recording.har_files import CassetteWriter
    from .recording.proxy import Proxy
    from .recording.recorder import Recorder
    from .recording.telling import Teller
    from .request_log import to_stderr
    from .server import Address

    contract = _contract(spec)
    try:
        base = base_of(upstream)
    except ValueError as error:
        fail(f"--upstream: {error}", 2)
    try:
        writer = CassetteWriter(out, base) if out is not None else None
    except OSError as error:
        fail(f"cannot write {out}: {error.strerror or error}", 2)
    teller, logged = Teller(as_json=as_json), exchange_log(to_stderr(log, os.environ), base, contract)

    def told(taken: Taken) -> None:
        if logged is not None:
            logged(taken.exchange)
        teller.taken(taken)

    recorder = Recorder(
        base, contract=contract, writer=writer, told=told, secrets=_secrets(), answers_only=answers_only
    )
    try:
        _serve(Proxy(recorder, timeout_s=timeout), Address(host, port), base.path, teller, base.url)
    finally:
        recorder.close()
    teller.recorded(recorder.counts, recorder.operations, str(out) if out is not None else None)
    if recorder.unwritten is not None:
        fail(f"the cassette is not complete: {recorder.unwritten}", 1)
    if fail_on_violation and recorder.counts.violations:
        raise typer.Exit(1)


def replay(
    file: File,
    host: Host = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 4012,
    log: Log = "auto",
    spec: Spec = None,
) -> None:
    """Serve the answers of a cassette.

    The same request gets the recorded answers in their order, the last one again and again; what was not recorded gets
    404 with the nearest request that was.

    \b
    Example:
      scenario-mock replay session.har --port 4012

    Exit codes: 0 ended by a signal; 2 wrong use, or a file that cannot be used.
    """
    from .exchange_log import exchange_log
    from .recording.replaying import Replay
    from .recording.telling import Teller
    from .request_log import to_stderr
    from .server import Address

    contract, cassette = _contract(spec), _cassette(file)
    logged = exchange_log(to_stderr(log, os.environ), cassette.base, contract)
    teller, served = Teller(), Replay(cassette, contract, logged)
    _serve(served, Address(host, port), cassette.base.path, teller, None)
    teller.say(f"{served.asked} requests, {served.missed} of them not recorded")


def check(file: File, answers_only: AnswersOnly = False, as_json: Json = False, spec: Spec = None) -> None:
    """Hold every exchange of a cassette against the contract; exit with 1 when one breaks it.

    \b
    Examples:
      scenario-mock check session.har
      scenario-mock check browser.har --answers-only --json

    Exit codes: 0 all obey; 1 violations; 2 wrong use, or a file that cannot be used.
    """
    from .cassette import judged
    from .recording.telling import Teller

    contract, cassette, teller = _contract(spec), _cassette(file), Teller(as_json=as_json)
    found = []
    with bar("exchanges") as told:
        for number, exchange, judgement in judged(cassette, contract, answers_only=answers_only):
            found.append((number, exchange.told, judgement))
            told(len(found), len(cassette.exchanges))
    violations = sum(len(judgement.violations) for _, _, judgement in found)
    teller.judged(found)
    teller.say(f"{len(found)} exchanges, {violations} violations")
    if violations:
        raise typer.Exit(1)


def compare(
    file: File,
    profile: Annotated[
        Literal["strict", "live"], typer.Option(help="The profile of the mock that is asked the same.")
    ] = "live",
    as_json: Json = False,
    spec: Spec = None,
) -> None:
    """Ask a mock in this process what a cassette was asked; exit with 1 when its answers differ in shape.

    Values such as ids, dates and addresses do not count; ids that the recording created are asked for under the names
    that the mock gave.

    \b
    Example:
      scenario-mock compare session.har --profile live

    Exit codes: 0 the same shapes; 1 differences; 2 wrong use, or a file that cannot be used.
    """
    from .recording.comparing import compare as compared
    from .recording.telling import Teller

    cassette, contract = _cassette(file), _contract(spec)
    with bar("exchanges") as told:
        comparison = compared(cassette, contract, profile, told)
    Teller(as_json=as_json).compared(comparison)
    if comparison.differences:
        raise typer.Exit(1)


COMMANDS = (record, replay, check, compare)
IN_SHORT = {
    "record": "Record a server through a proxy that judges all that passes.",
    "replay": "Serve the answers of a cassette.",
    "check": "Hold a cassette against the contract.",
    "compare": "Ask the mock what a cassette was asked, and say what differs.",
}
"""What the list of commands says of each."""


def _serve(app: object, address: Address, path: str, teller: Teller, upstream: str | None) -> None:
    from .server import ServeError, serve_app

    def ready(bound: Address) -> None:
        teller.ready(bound.base_url.removesuffix("/v1") + path, upstream)

    try:
        serve_app(app, address, ready)
    except ServeError as error:
        fail(str(error), 2)


def _contract(spec: Path | None) -> Contract:
    from .contract import ContractError, load, packaged

    try:
        return load(spec) if spec is not None else packaged()
    except ContractError as error:
        fail(str(error), 2)


def _cassette(file: Path) -> Cassette:
    from .recording.har_files import CassetteError, load

    try:
        return load(file)
    except CassetteError as error:
        fail(str(error), 2)


def _secrets() -> list[str]:
    """The credentials of this environment."""
    return [value for name in SECRET_VARIABLES if len(value := os.environ.get(name, "")) >= SHORTEST_KEY]
