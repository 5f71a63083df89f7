"""A mock for the tests of other projects: what the pytest plugin's fixtures give.

`ScenarioMock` is a `Mock` with a key, an address and clients; `served` puts one on a port of this machine. Nothing here
needs pytest.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import httpx

from .app import BASE_PATH, Mock
from .records import Record
from .server import beside
from .settings import Settings
from .transport import MockTransport

API = "https://api.cloud.scenario.com"
MOST_SHOWN = 15


class ScenarioMock(Mock):
    """A mock in a test's hand: `fail_next`, `advance`, `calls_to`, `seed`, `set_limit` and the rest of `Control`."""

    def __init__(self, settings: Settings | None = None, *, key: str, secret: str) -> None:
        super().__init__(settings)
        self.key, self.secret = key, secret
        self.base_url = API + BASE_PATH
        """Where clients find it: the API's own address, or that of a server."""

    @property
    def transport(self) -> MockTransport:
        """What makes any httpx client, and `scenario_client.Scenario`, talk to this mock without a socket."""
        return MockTransport(self)

    def client(self, **options: Any) -> httpx.Client:
        """An httpx client with this mock's key; relative addresses as `jobs` are below the base URL."""
        return httpx.Client(**self._of_client(options))

    def async_client(self, **options: Any) -> httpx.AsyncClient:
        """The same, async."""
        return httpx.AsyncClient(**self._of_client(options))

    def told(self, most: int = MOST_SHOWN) -> str:
        """The latest requests, a line each: for people who look why a test failed."""
        return told(self.journal(), most)

    def _of_client(self, options: dict[str, Any]) -> dict[str, Any]:
        return {"transport": self.transport, **self._address(), **options}

    def _address(self) -> dict[str, Any]:
        return {"base_url": self.base_url + "/", "auth": (self.key, self.secret)}


class ServedMock(ScenarioMock):
    """One on a port. Its requests come from another thread, so what a test does to it waits for its turn."""

    def _of_client(self, options: dict[str, Any]) -> dict[str, Any]:
        return {**self._address(), **options}

    def _in_my_turn(self, act: Callable[..., Any], *arguments: Any, **fields: Any) -> Any:
        with self._lock:
            return act(self, *arguments, **fields)


def _waiting(act: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(act)
    def call(self: ServedMock, *arguments: Any, **fields: Any) -> Any:
        return self._in_my_turn(act, *arguments, **fields)

    return call


CONTROLS = (
    "advance", "set_clock", "reset", "snapshot", "restore", "snapshots", "forget_snapshot", "seed", "export", "journal",
    "calls_to", "clear_journal", "health", "add_fault", "fail_next", "faults", "remove_fault", "clear_faults",
    "set_limit", "limits", "clear_limits",
)  # fmt: skip
for _name in CONTROLS:
    setattr(ServedMock, _name, _waiting(getattr(Mock, _name)))


@contextlib.contextmanager
def served(mock: ServedMock) -> Iterator[ServedMock]:
    """Serve `mock` from a thread, on a free port of 127.0.0.1; end and close it afterwards."""
    try:
        with beside(mock) as base_url:
            mock.base_url = base_url
            yield mock
    finally:
        mock.close()


def told(records: Sequence[Record], most: int = MOST_SHOWN) -> str:
    """The latest of these requests, a line each, with what was wrong in a refused one."""
    lines = [f"({len(records) - most} earlier ones are left out)"] if len(records) > most else []
    for record in records[-most:]:
        query = f"?{record.query}" if record.query else ""
        struck = f" [struck by {', '.join(record.faults)}]" if record.faults else ""
        lines.append(f"{record.status} {record.operation_id or '-'}  {record.method} {record.path}{query}{struck}")
        lines += [f"      {record.reason}"] if record.reason else []
    return "\n".join(lines) or "(none)"
