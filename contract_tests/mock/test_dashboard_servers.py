"""The dashboard on every kind of mock: one that restarts, several processes, no world, another contract, one key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from scenario_mock import ManualClock, Mock, Settings
from scenario_mock.contract import load, packaged
from scenario_mock.world import ANCHOR_MS

from contract_tests.browser import chromium, opened
from contract_tests.mock.dashboard_kit import House, expect, house, view
from contract_tests.serving import serving_here, started

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all tests here."""
    with chromium() as started_one:
        yield started_one


def test_a_mock_that_goes_away_and_comes_back_is_said(browser: Browser):
    small = ("--assets", "5", "--models", "2", "--jobs", "2")
    with started("--seed", "3", *small) as first, opened(browser, f"{first.own}/") as seen:
        expect(seen.page.locator("#facts")).to_contain_text("seed 3")
        port = first.base_url.split(":")[-1].removesuffix("/v1")
        first.kill()
        expect(seen.page.get_by_role("alert")).to_contain_text("does not answer")
        with started("--seed", "4", "--port", port, *small):
            expect(seen.page.locator("#facts")).to_contain_text("seed 4")
            expect(seen.page.locator("#trouble")).to_be_hidden()


def test_two_workers(browser: Browser):
    with started("--workers", "2", "--assets", "5", "--models", "2", "--jobs", "2") as served:
        at = House(served.base_url)
        with opened(browser, at.page) as seen:
            expect(seen.page.locator("#facts")).to_contain_text("sqlite")
            for _ in range(12):  # a connection each: the kernel spreads them
                httpx.get(f"{served.base_url}/models", auth=("demo", "secret"), trust_env=False)
            rows = seen.page.locator("#request-rows tr")
            expect(rows).to_have_count(12)
            at.own("DELETE", "journal")
            for _ in range(15):
                httpx.get(f"{served.base_url}/jobs", auth=("demo", "secret"), trust_env=False)
            expect(rows).to_have_count(15)
            expect(seen.page.locator("#request-rows tr", has_text="listModels")).to_have_count(0)
            assert seen.complaints == []
        at.close()


def test_a_mock_without_a_world_says_so(browser: Browser):
    with house(stateless=True, models=None, assets=None, jobs=None) as at, opened(browser, at.page) as seen:
        for name in ("Jobs", "Pictures"):
            expect(view(seen, name)).to_contain_text("--stateless")
        at.call("GET", "models")
        expect(view(seen, "Requests").locator("#request-rows tr")).to_have_count(1)
        expect(view(seen, "API").locator("details.entry")).to_have_count(25)
        assert seen.complaints == []


def test_another_contract(browser: Browser, tmp_path: Path):
    """One with fewer operations: what it lacks is said, the rest works."""
    document = dict(packaged().document)
    document["paths"] = {path: item for path, item in document["paths"].items() if path.startswith("/models")}
    file = tmp_path / "openapi.yaml"
    file.write_text(json.dumps(document), "utf-8")
    mock = Mock(Settings(models=3, assets=3, jobs=3), contract=load(file), clock=ManualClock(ANCHOR_MS))
    with serving_here(mock) as base_url, opened(browser, f"{base_url.removesuffix('/v1')}/__mock__/#api") as seen:
        expect(seen.page.locator("details.entry")).to_have_count(4)
        jobs = view(seen, "Jobs")
        expect(jobs.get_by_text("The jobs cannot be read: No such route")).to_be_visible()
        expect(jobs.get_by_role("button", name="Generate")).to_be_hidden()
        expect(view(seen, "Pictures").get_by_role("alert")).to_contain_text("No such route")


def test_one_key_only(browser: Browser):
    with house(api_key="mine", api_secret="my-secret") as at, opened(browser, f"{at.page}#jobs") as seen:
        expect(seen.page.get_by_text("The jobs cannot be read")).to_be_visible()
        seen.page.locator("#key").fill("mine")
        seen.page.locator("#secret").fill("my-secret")
        seen.page.locator("#secret").press("Tab")
        expect(seen.page.locator(".job")).to_have_count(6)
