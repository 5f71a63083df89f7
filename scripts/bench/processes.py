"""Servers as processes: start one, wait for its first 200, see what it and its children cost, end it.

CPU is user plus system time as the kernel keeps it: for each process of the tree by its CPU clock, to the nanosecond
and with threads that have ended, and for processes of the tree that have ended by /proc, to 10 ms. Linux only.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .load import HOST, LoadError, ask

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
POLL_SECONDS = 0.002


class StartError(Exception):
    """A server did not come up; the message has the end of its log."""


@dataclass(frozen=True)
class Running:
    """A server that runs."""

    pid: int
    port: int
    log: Path
    spawned: float
    """time.perf_counter() just before the spawn."""

    def cpu(self) -> float:
        """CPU seconds so far, of the whole tree of processes."""
        pids = tree(self.pid)
        return sum(_cpu_clock(pid) for pid in pids) + sum(_ended_ticks(pid) for pid in pids) / TICKS

    def resident_mib(self) -> float:
        """Resident memory of the whole tree, in MiB."""
        return sum(_resident_pages(pid) for pid in tree(self.pid)) * PAGE / 2**20

    def alive(self) -> bool:
        """False when the server's first process has ended."""
        return _state(self.pid) not in ("", "Z")


@dataclass(frozen=True)
class Start:
    """What it took from spawn to the first 200, in seconds."""

    cpu: float
    wall: float


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on (field 3); empty when the process is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []


def _state(pid: int) -> str:
    fields = _stat(pid)
    return fields[0] if fields else ""


def _cpu_clock(pid: int) -> float:
    """CPU seconds of all threads of a process. The clock's number is what clock_getcpuclockid(3) makes of a pid."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0


def _ended_ticks(pid: int) -> int:
    """User and system time of children that have ended: fields 16 and 17 of /proc/PID/stat."""
    return sum(int(field) for field in _stat(pid)[13:15])


def _resident_pages(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[21]) if fields else 0


def tree(root: int) -> list[int]:
    """`root` and every process below it."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            below.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def leave_cleanly() -> None:
    """Make SIGTERM end this program as an exception does, so that no server outlives it."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))


def free_port() -> int:
    """A port of loopback that nothing listens on now."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str], port: int, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """`command`, which listens on `port`, in a process group of its own that is ended afterwards."""
    spawned = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
            env={**os.environ, **(environment or {})},
        )  # fmt: skip
    try:
        yield Running(process.pid, port, log, spawned)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the group to end, then insist."""
    for number, patience in ((signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0)):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
    process.wait(5.0)


def first_success(server: Running, sent: bytes, patience: float = 60.0) -> Start:
    """Wait until `server` answers `sent` with 200. Raises StartError."""
    last = "nothing listens"
    while time.perf_counter() - server.spawned < patience:
        try:
            status = ask(server.port, sent, patience=patience).status
        except (ConnectionError, LoadError):
            status = 0
        if status == 200:
            wall = time.perf_counter() - server.spawned
            return Start(server.cpu(), wall)
        last = f"it answers {status}" if status else last
        if not server.alive():
            last = "it has ended"
            break
        time.sleep(POLL_SECONDS)
    tail = server.log.read_text("utf-8", "replace")[-600:]
    raise StartError(f"no 200: {last}. {tail}".strip())
