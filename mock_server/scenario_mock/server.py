"""The mock as a process: a listening socket, uvicorn, and with several workers a parent that keeps them alive.

Workers listen on one port by SO_REUSEPORT, so that the kernel spreads connections over them, and share their state
through the database. A worker that dies is replaced; when the parent goes, they go. The parent prints the ready line
once every worker listens.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import worldfile
from .meaning import embedder
from .progress import progress
from .request_log import to_stderr
from .settings import Settings
from .terminal import people_read_stderr

if TYPE_CHECKING:
    from .app import Mock
    from .contract import Contract

KEEP_ALIVE_S = 75
"""How long an idle connection is kept: longer than clients keep theirs (httpx: 5 s). When both ends give up at the same
moment, a request that is just being sent is lost."""
LONGEST_GOODBYE_S = 3
"""How long calls may take that are under way at the end: one that a fault lets hang would hold it up for minutes."""
LONGEST_START_S = 30.0

THREAD = "scenario-mock"
"""The name of the thread that `beside` serves from."""


class ServeError(Exception):
    """The server cannot start; the message says what to do."""


@dataclass(frozen=True)
class Address:
    """Where to listen, as a name and a port; port 0 takes a free one."""

    host: str
    port: int

    @property
    def base_url(self) -> str:
        """The base URL of the API here."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/v1"


def listen(address: Address, *, shared: bool = False) -> socket.socket:
    """A bound socket; `shared` ones let others bind to the same port. Raises ServeError."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise ServeError(f"cannot listen on {address.host}: {error}") from error
    # asyncio turns Nagle's delay off only for sockets that say they are TCP.
    listener = socket.socket(family, kind, protocol or socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listener.bind(where)
    except OSError as error:
        listener.close()
        taken = "is taken by another program; choose one with --port" if "in use" in str(error) else f"failed: {error}"
        raise ServeError(f"port {address.port} on {address.host} {taken}") from error
    return listener


def serve(settings: Settings, address: Address, spec: Path | None, workers: int, log: str = "auto") -> None:
    """Serve until interrupted, with a log of requests on stderr (see `request_log`).

    Raises ServeError, StoreError or ContractError before the ready line.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    if workers > 1 and not hasattr(socket, "SO_REUSEPORT"):
        raise ServeError("--workers needs a system where several processes can listen on one port")
    if settings.embedder != "words":  # which ships with the mock
        try:
            embedder(settings.embedder)
        except ValueError as error:
            raise ServeError(str(error)) from error
    temporary = tempfile.TemporaryDirectory(prefix="scenario-mock-")
    with contextlib.closing(listen(address)) as listener, temporary as folder:
        bound = Address(address.host, listener.getsockname()[1])
        ready = _prepared(settings, spec, Path(folder) / "state.db", shared=workers > 1)
        if workers == 1:
            listener.listen(2048)
            _run(_watched(_mock(ready, spec), log), listener, lambda: _say_ready(bound))
            return
        _mock(ready, spec).close()  # the tables and the public catalogue, made once
        listener.close()
        # Bound but not listening: keeps the port for workers to come.
        with contextlib.closing(listen(bound, shared=True)):
            _supervise(ready, bound, spec, workers, log)


def serve_app(app: Any, address: Address, ready: Callable[[Address], None]) -> None:
    """Serve another ASGI app in this process until interrupted, and then return. Raises ServeError."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready(bound)

    with contextlib.closing(listen(address)) as listener:
        bound = Address(address.host, listener.getsockname()[1])
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            lifespan="on",
            timeout_keep_alive=KEEP_ALIVE_S,
            timeout_graceful_shutdown=LONGEST_GOODBYE_S,
        )
        # The server raises the signal that ended it once more when it is done; by then there is nothing left to end.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        Server(config).run(sockets=[listener])


@contextlib.contextmanager
def beside(app: Any) -> Iterator[str]:
    """Serve an ASGI app from a thread of this process, on a free port of 127.0.0.1; the base URL. Raises ServeError."""
    import uvicorn

    ready = threading.Event()

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready.set()

    with contextlib.closing(listen(Address("127.0.0.1", 0))) as listener:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            timeout_keep_alive=KEEP_ALIVE_S,
            timeout_graceful_shutdown=1,
        )
        server = Server(config)
        arguments = {"sockets": [listener]}
        thread = threading.Thread(target=server.run, kwargs=arguments, name=THREAD, daemon=True)
        thread.start()
        try:
            if not ready.wait(LONGEST_START_S):
                raise ServeError("the mock's server did not start")
            yield Address("127.0.0.1", listener.getsockname()[1]).base_url
        finally:
            server.should_exit = True
            thread.join(LONGEST_START_S)


def _prepared(settings: Settings, spec: Path | None, temporary: Path, *, shared: bool) -> Settings:
    """The settings with a large world made and put in its place; several workers share a file at least."""
    if settings.empty or settings.stateless or not worldfile.is_large(settings):
        return settings if settings.db or not shared else replace(settings, db=str(temporary))
    world = worldfile.large_world(settings, _contract(spec).schemas, progress("making the world"))
    ready = replace(worldfile.default_sized(settings), db=settings.db or str(temporary))
    shelved = settings.db is not None and ("://" in settings.db or Path(settings.db).exists())
    if not shelved:
        worldfile.place(world, Path(settings.db or temporary))
    else:
        mock = _mock(ready, spec)
        mock.services.store.load_once(world)
        mock.close()
    return ready


def _contract(spec: Path | None) -> Contract:
    from .contract import load, packaged

    return load(spec) if spec else packaged()


def _mock(settings: Settings, spec: Path | None) -> Mock:
    from .app import Mock

    return Mock(settings, contract=_contract(spec))


def _watched(mock: Mock, log: str) -> Mock:
    mock.services.journal.watch = to_stderr(log, os.environ)
    return mock


def _run(mock: Mock, listener: socket.socket, ready: Any, parent: Connection | None = None) -> None:
    """Serve `mock` in this process; ends, too, when the other end of `parent` is gone."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

    from .shortcut import ShortcutProtocol

    config = uvicorn.Config(
        mock,
        http=ShortcutProtocol,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        lifespan="off",
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=LONGEST_GOODBYE_S,
    )
    server = Server(config)
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent, server), daemon=True).start()
    server.run(sockets=[listener])


def _end_with(parent: Connection, server: Any) -> None:
    with contextlib.suppress(EOFError, OSError):
        parent.recv_bytes()
    server.should_exit = True


def _say_ready(address: Address) -> None:
    print(f"scenario-mock ready: {address.base_url}", flush=True)
    if people_read_stderr():  # for people; programs know the address
        print(f"dashboard:           {address.base_url.removesuffix('/v1')}/__mock__/", file=sys.stderr, flush=True)


# ---- several workers -------------------------------------------------------------------------------------------------


def _work(settings: Settings, address: Address, spec: Path | None, parent: Connection, log: str) -> None:
    """One worker process."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to end
    mock = _watched(_mock(settings, spec), log)
    # Only now: a socket that listens gets its share of the connections, and nobody should wait in one.
    listener = listen(address, shared=True)
    _run(mock, listener, lambda: parent.send_bytes(b"ready"), parent)


@dataclass
class _Worker:
    process: Any
    link: Connection


def _was_killed(worker: _Worker) -> bool:
    """Whether a signal ended it. One that ends by itself has failed, and would fail again."""
    worker.process.join()
    return bool(worker.process.exitcode < 0)


def _supervise(settings: Settings, address: Address, spec: Path | None, count: int, log: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: _interrupt(ending))

    def start() -> _Worker:
        here, there = spawn.Pipe()
        process = spawn.Process(target=_work, args=(settings, address, spec, there, log))
        process.start()
        there.close()
        return _Worker(process, here)

    team = [start() for _ in range(count)]
    try:
        for worker in team:
            worker.link.recv_bytes()
        _say_ready(address)
        while not ending.is_set():
            ended = wait([worker.process.sentinel for worker in team])
            for place, worker in enumerate(team):
                if worker.process.sentinel in ended and not ending.is_set():
                    if not _was_killed(worker):
                        raise ServeError("a worker ended by itself; its message is above")
                    logging.getLogger("scenario_mock").warning("a worker died and is replaced")
                    worker.link.close()
                    team[place] = start()
    except (_Interrupted, EOFError):
        if not ending.is_set():
            raise ServeError("a worker ended before it was ready; its message is above") from None
    finally:
        ending.set()
        for worker in team:
            worker.process.terminate()
        for worker in team:
            worker.process.join()


class _Interrupted(Exception):
    """A signal asks this process to end."""


def _interrupt(ending: threading.Event) -> None:
    if not ending.is_set():
        ending.set()
        raise _Interrupted
