"""Running the `scenario-mock` command: in this process, on a terminal, and while it serves."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from scenario_mock.cli import cli
from typer.testing import CliRunner

from contract_tests.serving import READY

COMMAND = (sys.executable, "-m", "scenario_mock")


def environment(**more: str) -> dict[str, str]:
    """This process' variables without those that change what the command does; 120 columns wide."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SCENARIO_", "NO_COLOR"))}
    return {**kept, "COLUMNS": "120", "TERM": "xterm-256color", **more}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: str, cwd: Path | None = None, variables: Mapping[str, str] | None = None) -> Done:
    """The command with these words, to its end, in this process: it starts in no time, and does what a process does."""
    wanted = environment(**variables or {})
    gone = {name: None for name in os.environ if name not in wanted}
    with chdir(cwd or Path.cwd()):
        done = CliRunner().invoke(cli, words, env={**gone, **wanted}, prog_name="scenario-mock")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


def on_a_terminal(*words: str, **variables: str) -> str:
    """What the command writes to a terminal, stdout and stderr together."""
    here, there = pty.openpty()
    process = subprocess.Popen([*COMMAND, *words], stdout=there, stderr=there, env=environment(**variables))
    os.close(there)
    said = b""
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    os.close(here)
    process.wait(120)
    return said.decode()


@contextmanager
def on_its_terminal(*words: str, variables: Mapping[str, str]) -> Iterator[tuple[bytearray, str]]:
    """A command that serves, with a terminal as its stderr: what it has said there so far, and its base URL."""
    here, there = pty.openpty()
    said = bytearray()

    def read() -> None:
        with suppress(OSError):  # the other end is closed
            while part := os.read(here, 65536):
                said.extend(part)

    reader = threading.Thread(target=read, daemon=True)
    with subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=there, text=True, env=variables
    ) as process:
        os.close(there)
        reader.start()
        try:
            assert process.stdout is not None
            found = READY.search(process.stdout.readline())
            assert found is not None, bytes(said)
            yield said, found[1]
        finally:
            process.terminate()
            process.wait(timeout=10)
            reader.join(timeout=10)
            os.close(here)
