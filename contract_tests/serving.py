"""A mock on a real port of loopback, for clients that bring their own HTTP stack: as a user starts it, in a process of
its own (`serving`), or one that the test holds in its hand, in a thread (`serving_here`).
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import uvicorn
from scenario_mock import Mock

READY = re.compile(r"ready: (http://\S+)")


@contextmanager
def serving(*arguments: str, environment: Mapping[str, str] | None = None, cwd: str | None = None) -> Iterator[str]:
    """`scenario-mock serve` on a free port with `arguments`; gives its base URL and ends it afterwards."""
    command = [sys.executable, "-m", "scenario_mock", "serve", "--port", "0", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, cwd=cwd
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = READY.search(line)
            assert found, f"no ready line but: {line}{process.stdout.read() if process.poll() is not None else ''}"
            yield found[1]
        finally:
            process.terminate()
            process.wait(timeout=10)


@contextmanager
def serving_here(mock: Mock) -> Iterator[str]:
    """`mock` on a free port, served by a thread; gives its base URL and ends it afterwards."""
    # The socket must say that it is TCP, or asyncio leaves Nagle's delay on: 45 ms a call.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(mock, log_level="warning", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.005)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()
