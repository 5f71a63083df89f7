"""Where the mock's time goes in one row: `scenario-mock serve` under cProfile, asked the same again and again."""

from __future__ import annotations

import io
import pstats
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .contenders import ENVIRONMENT, Up, batch, learn, mock, private_lora
from .processes import first_success, free_port, running
from .rows import Row

REQUESTS = 3000
LINES = 40
END_SECONDS = 20.0


def profiled(row: Row) -> str:
    """The functions that cost most by themselves, as pstats prints them. Raises StartError, WrongAnswer."""
    contender, port = mock(), free_port()
    with tempfile.TemporaryDirectory(prefix="scenario-profile-") as folder:
        file = Path(folder) / "profile"
        program = [sys.executable, "-m", "cProfile", "-o", str(file), *contender.command(port)[1:]]
        with running(program, port, Path(folder) / "log", ENVIRONMENT) as server:
            first_success(server, contender.first())
            up = Up(contender, server)
            learn(up, [row], private_lora(port))
            batch(up, row, requests=REQUESTS)
            _interrupt(server.pid, file)
        text = io.StringIO()
        pstats.Stats(str(file), stream=text).sort_stats("tottime").print_stats(LINES)
        return text.getvalue()


def _interrupt(pid: int, file: Path) -> None:
    """End the server as Ctrl-C does, which lets cProfile write its file."""
    subprocess.run(["kill", f"-{signal.SIGINT.value}", str(pid)], check=True)
    end = time.monotonic() + END_SECONDS
    while not (file.exists() and file.stat().st_size) and time.monotonic() < end:
        time.sleep(0.05)
