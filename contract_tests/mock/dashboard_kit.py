"""What the tests of the dashboard share: a mock on a port, a day in its life, and ways to look at the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.world import ANCHOR_MS

from contract_tests.browser import Seen
from contract_tests.mock.control_kit import MODEL
from contract_tests.serving import serving_here

CANARY = "<img src=x onerror=\"document.title='struck'\"><b>bold</b>"
"""Text that would become elements, and change the title, if anything took it for markup."""


class House:
    """A mock that is served, with its own routes and its API at hand."""

    def __init__(self, base_url: str, key: str = "demo") -> None:
        self.root = base_url.removesuffix("/v1")
        self.page = f"{self.root}/__mock__/"
        self._own = httpx.Client(base_url=self.page, trust_env=False)
        self._api = httpx.Client(base_url=base_url, auth=(key, "secret"), trust_env=False)

    def own(self, method: str, path: str, body: Any = None) -> Any:
        """The JSON of one of the mock's own routes."""
        return self._own.request(method, path, json=body).raise_for_status().json()

    def call(self, method: str, path: str, body: Any = None) -> httpx.Response:
        """A call of the API, as an application makes it."""
        return self._api.request(method, path, json=body)

    def generate(self, prompt: str, **inputs: Any) -> str:
        """Start a generation; the job's id."""
        answer = self.call("POST", f"generate/custom/{MODEL}", {"prompt": prompt, **inputs})
        job_id: str = answer.raise_for_status().json()["job"]["jobId"]
        return job_id

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.own("POST", "clock", {"advance": seconds})

    def journal(self) -> list[dict[str, Any]]:
        """The requests so far."""
        found: list[dict[str, Any]] = self.own("GET", "journal")["requests"]
        return found

    def close(self) -> None:
        """Let go of the connections."""
        self._own.close()
        self._api.close()


@contextmanager
def house(**settings: Any) -> Iterator[House]:
    """A small mock whose clock stands still, on a port."""
    mock = Mock(Settings(**{"models": 6, "assets": 40, "jobs": 6, **settings}), clock=ManualClock(ANCHOR_MS))
    with serving_here(mock) as base_url:
        found = House(base_url)
        try:
            yield found
        finally:
            found.close()


def enliven(at: House) -> None:
    """A day in the life: what is accepted, refused in words, struck, and generated."""
    at.generate("a lighthouse in a storm, oil painting", aspectRatio="16:9")
    at.call("GET", "models?pageSize=5&privacy=public")
    at.call("POST", f"generate/custom/{MODEL}", {"prmpt": "a castle"})
    at.call("GET", "models?pageSize=0")
    at.advance(2)
    at.own("POST", "faults", {"effect": "cooldown", "operation": "createCustomGeneration", "times": 1})
    at.call("POST", f"generate/custom/{MODEL}", {"prompt": "a paper boat"})
    at.call("POST", "search/assets", {"filter": "width => 1024"})
    at.advance(1.5)
    at.generate("a castle on a hill, watercolor")
    at.call("POST", "search/assets", {"query": "castle", "filter": "width >= 1024", "limit": 20})
    at.advance(1.4)


# ---- the page --------------------------------------------------------------------------------------------------------


def view(seen: Seen, name: str) -> Any:
    """Go to a view; its section."""
    seen.page.get_by_role("navigation").get_by_role("link", name=name).click()
    return seen.page.get_by_role("region", name=name, exact=True)


def width_of(picture: Any) -> int:
    """The width of a picture's file, once the browser has read it."""
    width: int = picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)")
    return width


def expect(locator: Any) -> Any:
    from playwright.sync_api import expect as expecting

    expecting.set_options(timeout=10_000)
    return expecting(locator)
