"""A mock on a real port of loopback, for clients that bring their own HTTP stack: as a user starts it, in a process of
its own (`serving`, or `started` for a test that looks at the process, too), or one that the test holds in its hand, in
a thread (`serving_here`).
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import uvicorn
from scenario_mock import Mock

ASGI = Callable[[Any, Any, Any], Coroutine[None, None, None]]
READY = re.compile(r"""ready(?::|", "url":) "?(http://[^\s"]+)""")
PATIENCE = 30.0
"""Seconds until a started mock has said its line, or a told one has ended: many times what it takes."""


@dataclass(frozen=True)
class Served:
    """One `scenario-mock serve` that said where it is."""

    base_url: str
    process: subprocess.Popen[bytes]
    output: Path
    """What it printed, both streams."""

    @property
    def own(self) -> str:
        """Where the mock's own routes are."""
        return self.base_url.removesuffix("/v1") + "/__mock__"

    @property
    def printed(self) -> str:
        """Everything that it has printed so far."""
        return self.output.read_text("utf-8", errors="replace")

    def workers(self) -> set[int]:
        """The process ids of the workers; empty when the mock is one process."""
        return {child for child in _children(self.process.pid) if b"resource_tracker" not in _command(child)}

    def kill(self) -> None:
        """End it and its workers as a power cut would: SIGKILL, no farewell."""
        processes = [self.process.pid, *_children(self.process.pid)]
        for process in processes:
            kill(process)
        self.process.wait(timeout=PATIENCE)
        until(lambda: not any(_is_running(process) for process in processes[1:]), "the workers end")


def kill(process: int) -> None:
    """SIGKILL one process that a test started; one that has ended already stays so."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


@contextmanager
def started(
    *arguments: str, environment: Mapping[str, str] | None = None, cwd: str | None = None, command: str = "serve"
) -> Iterator[Served]:
    """`scenario-mock serve`, or another command that serves, on a free port with `arguments`.

    Ends it afterwards, unless the test has done so.
    """
    arguments = arguments if "--port" in arguments else ("--port", "0", *arguments)
    line = [sys.executable, "-m", "scenario_mock", command, *arguments]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        with output.open("wb") as file, _process(line, file, environment, cwd) as process:
            served = Served(_ready(process, output), process, output)
            try:
                yield served
            finally:
                _end(served)


@contextmanager
def serving(*arguments: str, environment: Mapping[str, str] | None = None, cwd: str | None = None) -> Iterator[str]:
    """`scenario-mock serve` on a free port with `arguments`; gives its base URL and ends it afterwards."""
    with started(*arguments, environment=environment, cwd=cwd) as served:
        yield served.base_url


@contextmanager
def _process(
    command: list[str], output: IO[bytes], environment: Mapping[str, str] | None, cwd: str | None
) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=environment, cwd=cwd) as process:
        try:
            yield process
        finally:
            process.kill()


def _ready(process: subprocess.Popen[bytes], output: Path) -> str:
    """The base URL that the mock prints when it is ready."""
    found: list[str] = []

    def said() -> bool:
        text = output.read_text("utf-8", errors="replace")
        found.extend(READY.findall(text))
        assert found or process.poll() is None, f"no ready line but: {text}"
        return bool(found)

    until(said, "the mock says that it is ready")
    return found[0]


def _end(served: Served) -> None:
    """SIGTERM and a while to obey; what still runs then is a fault of the mock, and ended."""
    workers = served.workers()
    served.process.terminate()
    try:
        served.process.wait(timeout=10)
        until(lambda: not any(_is_running(worker) for worker in workers), "the workers end", patience=5)
    finally:
        for process in (served.process.pid, *workers):
            if served.process.returncode is None or (process in workers and _is_running(process)):
                kill(process)


def until(done: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Wait until `done()`; fails after `patience` seconds with what was waited for."""
    end = time.monotonic() + patience
    while not done():
        assert time.monotonic() < end, f"not after {patience:.0f} s: {what}"
        time.sleep(0.005)


def _children(process: int) -> set[int]:
    """The process ids of what `process` started, their own children included."""
    parents = {int(folder.name): _parent(folder) for folder in Path("/proc").iterdir() if folder.name.isdecimal()}
    found: set[int] = set()
    row = {process}
    while row:
        row = {child for child, parent in parents.items() if parent in row}
        found |= row
    return found


def _parent(folder: Path) -> int:
    try:
        return int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError, ValueError):  # it has ended meanwhile
        return -1


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def serving_here(app: Mock | ASGI, *, certificate: tuple[Path, Path] | None = None) -> Iterator[str]:
    """`app` on a free port, served by a thread; gives its base URL and ends it afterwards.

    With `certificate`, the files of a certificate and its key, it speaks https.
    """
    # The socket must say that it is TCP, or asyncio leaves Nagle's delay on: 45 ms a call.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    file, key = certificate or (None, None)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="off", ssl_certfile=file, ssl_keyfile=key
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.005)
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()
