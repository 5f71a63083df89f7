"""A real Chromium without a window, for the tests of the dashboard: each page knows what it asked for and what it
complained of.

The browser is the distribution's; playwright only drives it. Where there is none the tests are skipped, but under CI
they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing outside this machine can be found by name, and the browser does not try to for its own sake.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
BAD = ("error", "warning")
WIDE, PHONE = (1280, 800), (360, 740)
PATIENCE_MS = 15_000


@dataclass
class Seen:
    """A page, every address that it asked for, and every error that it told its console."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, started for a module of tests: playwright's loop must not run beside the loops of other tests."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        _cannot("Chromium is missing: install the package `chromium` of the distribution")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _cannot("playwright is missing: ./scripts/test installs it")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def _cannot(reason: str) -> NoReturn:
    if os.environ.get("CI", "").lower() in ("", "0", "false"):
        pytest.skip(reason)
    pytest.fail(reason)


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    scheme: Literal["light", "dark"] = "light",
    size: tuple[int, int] = WIDE,
    reduced: bool = True,
) -> Iterator[Seen]:
    """`address` in a new page of its own profile."""
    context: Any = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce" if reduced else "no-preference",
    )
    context.set_default_timeout(PATIENCE_MS)
    try:
        page = context.new_page()
        seen = Seen(page)
        page.on("request", lambda request: seen.asked.append(request.url))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on(
            "console", lambda said: seen.complaints.append(said.text) if said.type in ("error", "warning") else None
        )
        page.goto(address)
        yield seen
    finally:
        context.close()
