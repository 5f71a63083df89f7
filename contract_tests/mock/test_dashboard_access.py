"""The dashboard for everybody: by keyboard, in the dark, on a phone, without motion, and what a screen reader is told.

With SCENARIO_SCREENSHOTS=FOLDER in the environment the pictures of the README are written there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from contract_tests.browser import PHONE, WIDE, Seen, chromium, opened
from contract_tests.mock.dashboard_kit import House, enliven, house

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Scheme = Literal["light", "dark"]
VIEWS = ("requests", "jobs", "pictures", "controls", "api")

CONTRASTS = """() => {
  const parse = (text) => {
    const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const behind = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest(".unseen, .skip, noscript")) continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const words = [...element.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data).join("").trim();
    const field = element.matches("input, select, textarea");
    const told = words || (field && (element.value || element.placeholder));
    if (told) found.push(["text", told.slice(0, 40), contrast(over(parse(style.color), back), back), 4.5]);
    if (field && element.type !== "checkbox") {
      const around = behind(element.parentElement);
      found.push(["border", element.name, contrast(over(parse(style.borderTopColor), around), around), 3]);
    }
  }
  return found;
}"""
"""What is written on the page, and the borders of fields: `[kind, what, contrast, least]`, as WCAG 2 computes it."""

UNNAMED = """() => [...document.querySelectorAll("button, a, input, select, textarea, [role=button], img")]
  .filter((one) => one.checkVisibility())
  .filter((one) => one.tagName === "IMG" ? !one.hasAttribute("alt") : !(one.getAttribute("aria-label")
    || one.textContent.trim() || [...(one.labels ?? [])].some((label) => label.textContent.trim())))
  .map((one) => one.outerHTML.slice(0, 120))"""
"""What can be pressed or filled in and has no name, and pictures that say not what they are for."""

FOCUSED = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    name: one.getAttribute("aria-label") || one.labels?.[0]?.textContent.trim() || one.textContent.trim().slice(0, 60),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


CHOOSE_KEY = """key => {
  key.value = "demo";
  key.dispatchEvent(new Event("change", { bubbles: true }));
}"""
"""Without the keyboard, whose way through the page is a test's own business."""

MOVING = """() => [...document.querySelectorAll("body *")]
  .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""

PICTURES = """() => Promise.all([...document.images]
  .filter((one) => one.getBoundingClientRect().top < innerHeight).map((one) => one.decode()))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all tests here."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def at() -> Iterator[House]:
    """A mock in which there is something of everything; the tests here only look."""
    with house() as made:
        enliven(made)
        made.own("POST", "limits", {"key": "other", "requestsPerSecond": 5})
        made.own("POST", "snapshots/before")
        failed = {"status": "failure", "metadata": {"error": "Out of memory", "input": {"prompt": "a tower"}}}
        made.own("POST", "data", {"key": "demo", "jobs": [failed]})
        yield made


@contextmanager
def shown(browser: Browser, at: House, view: str, **how: Any) -> Iterator[Seen]:
    """A view with its content there."""
    with opened(browser, f"{at.page}#{view}", **how) as seen:
        seen.page.locator("#facts", has_text="contract").wait_for()
        seen.page.locator("#key").evaluate(CHOOSE_KEY)
        ready = {
            "requests": "#request-rows tr", "jobs": ".job img", "pictures": "#gallery img",
            "controls": "#fault-rows td strong", "api": "details.entry",
        }[view]  # fmt: skip
        seen.page.locator(ready).first.wait_for()
        yield seen
        assert seen.complaints == []


def unfold(seen: Seen, view: str) -> None:
    """Open what is folded, so that it is looked at, too."""
    page = seen.page
    if view == "api":
        for name in ("createCustomGeneration", "listJobs", "searchAssets"):
            page.locator(f"#op-{name} > summary").click()
        page.locator("#op-createCustomGeneration .try > summary").click()
        page.locator("#op-createCustomGeneration").get_by_role("button", name="Send").click()
        page.locator(".result .badge").wait_for()
    for summary in page.locator(f"#view-{view} details:not(.entry):not(.try) > summary").all()[:40]:
        if summary.is_visible():
            summary.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_contrast_is_enough(browser: Browser, at: House, view: str, scheme: Scheme):
    with shown(browser, at, view, scheme=scheme) as seen:
        unfold(seen, view)
        dark = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", dark)[:3])) < 200) == (scheme == "dark")
        judged = seen.page.evaluate(CONTRASTS)
        assert len(judged) > 20
        assert [one for one in judged if one[2] < one[3]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_in_the_dialogs(browser: Browser, at: House, scheme: Scheme):
    with shown(browser, at, "requests", scheme=scheme) as seen:
        for row in range(4):
            seen.page.locator("#request-rows .link").nth(row).click()
            seen.page.get_by_label("as curl").wait_for()
            assert [one for one in seen.page.evaluate(CONTRASTS) if one[2] < one[3]] == []
            seen.page.keyboard.press("Escape")


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_needs_no_scrolling_sideways(browser: Browser, at: House, view: str):
    with shown(browser, at, view, size=PHONE) as seen:
        unfold(seen, view)
        wide = """() => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()
          && !one.closest(".unseen, .skip, pre") && one.getBoundingClientRect().right > innerWidth + 0.5)
          .map((one) => one.outerHTML.slice(0, 120))"""
        assert seen.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        assert seen.page.evaluate(wide) == []
        if view in ("requests", "pictures"):
            seen.page.locator("#request-rows .link, #gallery .thumbnail").locator("visible=true").first.click()
            seen.page.locator("dialog pre").first.wait_for()
            assert seen.page.evaluate("document.querySelector('dialog').scrollWidth") < PHONE[0]


@pytest.mark.parametrize("view", VIEWS)
def test_everything_has_a_name(browser: Browser, at: House, view: str):
    with shown(browser, at, view) as seen:
        unfold(seen, view)
        assert seen.page.evaluate(UNNAMED) == []
        for table in seen.page.locator("table:visible").all():
            assert table.locator("th[scope]").count() > 0
        assert seen.page.locator("h1").count() == 1
        assert seen.page.locator("main").count() == 1
        assert seen.page.locator("nav a[aria-current=page]").count() == 1


def focused(seen: Seen) -> str:
    """The name of what has the focus, which must be seen to have it."""
    told = seen.page.evaluate(FOCUSED)
    assert told["ring"], f"no ring around {told['name']}"
    assert told["seen"], f"{told['name']} is out of sight"
    name: str = told["name"]
    return name


def walk(seen: Seen, until: str, most: int = 60) -> list[str]:
    """Press Tab until something of that name has the focus; the names on the way."""
    passed = []
    for _ in range(most):
        seen.page.keyboard.press("Tab")
        passed.append(focused(seen))
        if passed[-1] == until:
            return passed
    raise AssertionError(f"no {until} in {passed}")


def test_all_by_keyboard(browser: Browser, at: House):
    with shown(browser, at, "requests") as seen:
        keys = seen.page.keyboard
        assert walk(seen, "Skip to the content") == ["Skip to the content"]
        way = walk(seen, "API")
        assert way == ["API key", "Secret", "Requests", "Jobs", "Pictures", "Controls", "API"]
        assert walk(seen, "searchAssets")[:4] == ["Operation", "Status", "Key", "Show"]
        keys.press("Enter")
        seen.page.locator("dialog pre").first.wait_for()
        assert focused(seen) == "Close"
        keys.press("Escape")
        assert focused(seen) == "searchAssets", "the focus comes back"
        seen.page.evaluate("document.activeElement.blur()")
        seen.page.locator("nav a", has_text="Jobs").focus()
        keys.press("Enter")
        walk(seen, "Generate")
        seen.page.locator("nav a", has_text="API").focus()
        keys.press("Enter")
        seen.page.locator("#op-listModels > summary").wait_for()
        seen.page.locator("#op-listModels > summary").focus()
        keys.press("Enter")
        seen.page.locator("#op-listModels .try > summary").wait_for()
        walk(seen, "Try it", 3)
        keys.press("Enter")
        walk(seen, "Send", 20)
        keys.press("Enter")
        seen.page.locator("#op-listModels .result .badge").wait_for()


def test_the_skip_link_leads_past_the_header(browser: Browser, at: House):
    with shown(browser, at, "jobs") as seen:
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.id") == "view"
        assert seen.page.evaluate("location.hash") == "#jobs"
        seen.page.keyboard.press("Tab")
        assert focused(seen) == "Status"


def test_news_are_told_and_the_focus_stays(browser: Browser):
    with house() as at, opened(browser, at.page) as seen:
        at.call("GET", "models")
        link = seen.page.get_by_role("button", name="listModels")
        link.focus()
        seen.page.locator("#news[aria-live=polite]", has_text="listModels 200 accepted").wait_for(state="attached")
        at.call("GET", "jobs?pageSize=0")
        seen.page.locator("#request-rows tr").nth(1).wait_for()
        assert focused(seen) == "listModels", "rows that come push it down, and no more"


def test_motion_is_left_out_where_it_is_not_wanted(browser: Browser, at: House):
    for reduced, some in ((True, False), (False, True)):
        with shown(browser, at, "requests", reduced=reduced) as seen:
            assert (seen.page.evaluate(MOVING) > 0) == some


SHOTS: tuple[tuple[str, str, Scheme, tuple[int, int]], ...] = (
    ("requests", "requests", "light", WIDE),
    ("jobs", "jobs", "dark", WIDE),
    ("pictures", "pictures-phone", "light", PHONE),
)


@pytest.mark.parametrize(("view", "name", "scheme", "size"), SHOTS, ids=[shot[1] for shot in SHOTS])
def test_pictures_for_the_readme(
    browser: Browser, tmp_path: Path, view: str, name: str, scheme: Scheme, size: tuple[int, int]
):
    folder = Path(os.environ.get("SCENARIO_SCREENSHOTS") or tmp_path)
    file = folder / f"dashboard-{name}.png"
    with house() as at:
        enliven(at)
        with shown(browser, at, view, scheme=scheme, size=size) as seen:
            seen.page.evaluate(PICTURES)
            seen.page.screenshot(path=file)
    assert 5_000 < file.stat().st_size < 200_000
