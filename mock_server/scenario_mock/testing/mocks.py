"""A mock that belongs to one test: it has credentials, an address, and clients that are ready to call it.

Made anew for each test: that takes as long as a reset (11 ms) and leaves nothing behind, neither a clock that was moved
nor a number that was given out.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx

from ..app import BASE_PATH, Mock
from ..settings import Settings
from ..transport import MockTransport
from .told import told

API = "https://api.cloud.scenario.com"
SECRET = "scenario-mock-secret"


class ScenarioMock(Mock):
    """A mock in a test's hand: `fail_next`, `advance`, `calls_to`, `seed`, `set_limit` and the rest of `Control`.

    Requests may come from other threads; what a test does to the mock waits for its turn among them.
    """

    def __init__(self, settings: Settings | None = None, *, key: str) -> None:
        """`key` is the test's API key, unless the settings name the only one that is accepted."""
        super().__init__(settings)
        self.key: str = self.settings.api_key or key
        """The API key of the test, which names its world."""
        self.secret: str = self.settings.api_secret or SECRET
        """The secret that goes with `key`."""
        self.base_url = API + BASE_PATH
        """Where clients find it: the API's own address, or that of a server."""
        self.missed: list[str] = []
        """Requests that `scenario_respx` did not let out, as `POST https://host/path`."""
        self._clients: list[httpx.Client] = []

    @property
    def auth(self) -> tuple[str, str]:
        """Key and secret, as httpx and requests take them."""
        return self.key, self.secret

    @property
    def transport(self) -> MockTransport:
        """What makes any httpx client, and `scenario_client.Scenario`, talk to this mock without a socket."""
        return MockTransport(self)

    def client(self, **options: Any) -> httpx.Client:
        """An httpx client with this mock's key, closed when the test ends; addresses as `jobs` are below the base URL.

        `options` are those of `httpx.Client`, and win: `client(auth=("another-key", "secret"))`.
        """
        client = httpx.Client(**{**self._of_client(), **options})
        self._clients.append(client)
        return client

    def async_client(self, **options: Any) -> httpx.AsyncClient:
        """The same, async; to be used in `async with`."""
        return httpx.AsyncClient(**{**self._of_client(), **options})

    def seed(
        self,
        *,
        key: str | None = None,
        models: Sequence[Mapping[str, Any]] = (),
        assets: Sequence[Mapping[str, Any]] = (),
        jobs: Sequence[Mapping[str, Any]] = (),
    ) -> dict[str, list[str]]:
        """`Control.seed` into the world of the test's own key, unless another is named."""
        return super().seed(key=key or self.key, models=models, assets=assets, jobs=jobs)

    def told(self) -> str:
        """The latest requests, for people who look why a test failed."""
        return told(self.journal(), self.faults(), self.missed)

    def close(self) -> None:
        """Close the clients, and let go of the state."""
        for client in self._clients:
            client.close()
        super().close()

    def _of_client(self) -> dict[str, Any]:
        return {"base_url": self.base_url + "/", "auth": self.auth, "transport": self.transport}


class ServedMock(ScenarioMock):
    """One behind a port of this machine."""

    def _of_client(self) -> dict[str, Any]:
        # Not through a proxy that the machine's environment names; reading certificates takes 20 ms, for nothing.
        return {"base_url": self.base_url + "/", "auth": self.auth, "trust_env": False, "verify": False}


def _waiting(act: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(act)
    def call(self: ScenarioMock, *arguments: Any, **fields: Any) -> Any:
        with self._lock:
            return act(self, *arguments, **fields)

    return call


CONTROLS = (
    "advance", "set_clock", "reset", "snapshot", "restore", "snapshots", "forget_snapshot", "seed", "export", "journal",
    "calls_to", "clear_journal", "health", "add_fault", "fail_next", "faults", "remove_fault", "clear_faults",
    "set_limit", "limits", "clear_limits", "close",
)  # fmt: skip
for _name in CONTROLS:
    setattr(ScenarioMock, _name, _waiting(getattr(ScenarioMock, _name)))
