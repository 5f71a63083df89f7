"""The dashboard in a real browser: what happens is seen, what is pressed happens, and nothing is asked of others."""

from __future__ import annotations

import base64
import json
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

import httpx
import pytest

from contract_tests.browser import Seen, chromium, opened
from contract_tests.mock.control_kit import MODEL
from contract_tests.mock.dashboard_kit import CANARY, House, enliven, expect, house, view, width_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all tests here."""
    with chromium() as started_one:
        yield started_one


@pytest.fixture
def at() -> Iterator[House]:
    """A mock for one test."""
    with house() as made:
        yield made


@pytest.fixture
def seen(browser: Browser, at: House) -> Iterator[Seen]:
    """The dashboard, which at the end has complained of nothing and asked nobody else."""
    with opened(browser, at.page) as page:
        yield page
        assert page.complaints == []
        assert [address for address in page.asked if not address.startswith(at.root)] == []


def test_requests_are_seen_as_they_happen(at: House, seen: Seen):
    page = seen.page
    expect(page.get_by_text("No requests yet")).to_be_visible()
    enliven(at)
    rows = page.locator("#request-rows tr")
    expect(rows).to_have_count(8)
    expect(rows.nth(0)).to_contain_text("searchAssets")
    expect(rows.nth(2)).to_contain_text("Invalid filter syntax at column 8: expected a value, found >; use >=")
    expect(rows.nth(3)).to_contain_text("429 struck")
    expect(rows.nth(3)).to_contain_text("Struck by fault-1: cooldown")
    expect(rows.nth(5)).to_contain_text("Unknown input prmpt. Did you mean prompt?")
    assert page.locator("#key").input_value() == "demo", "the key of the latest call is taken over"
    page.get_by_label("Show").select_option("bad")
    expect(rows).to_have_count(4)
    page.get_by_label("Operation").fill("search")
    expect(rows).to_have_count(1)
    page.get_by_label("Operation").fill("")
    page.get_by_label("Show").select_option("all")
    page.locator("form.filters").get_by_label("Key").fill("other")
    expect(page.get_by_text("No request fits the filter")).to_be_visible()
    assert len(at.journal()) == 8, "what the page asks itself is not in the journal"


def test_one_request_is_told_in_full(at: House, seen: Seen):
    at.call("POST", f"generate/custom/{MODEL}", {"prmpt": "a castle", "quality": "it's"})
    seen.page.get_by_role("button", name="createCustomGeneration").click()
    dialog = seen.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Unknown input prmpt. Did you mean prompt?")
    expect(dialog).to_contain_text('"prmpt": "a castle"')
    answer = sent(dialog.get_by_label("as curl").inner_text())
    assert (answer.status_code, answer.json()) == (400, json.loads(at.journal()[0]["responseBody"]))
    assert "secret" not in dialog.inner_text().replace("any-secret", "")


def sent(line: str) -> httpx.Response:
    """What a line for a shell would get: the words of curl that the page uses."""
    words = iter(shlex.split(line.replace("\\\n", " ")))
    assert [next(words), next(words)] == ["curl", "-sS"]
    method, headers, body, address = None, {}, None, ""
    for word in words:
        if word == "-X":
            method = next(words)
        elif word == "-u":
            headers["authorization"] = "Basic " + base64.b64encode(next(words).encode()).decode()
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            body = next(words)
        else:
            address = word
    return httpx.request(method or ("POST" if body else "GET"), address, headers=headers, content=body, trust_env=False)


def test_clearing_pausing_and_a_journal_that_begins_anew(at: House, seen: Seen):
    page, rows = seen.page, seen.page.locator("#request-rows tr")
    at.call("GET", "jobs")
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Pause").click()
    at.call("GET", "assets")
    expect(page.get_by_text("paused")).to_be_visible()
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Go on").click()
    expect(rows).to_have_count(2)
    at.own("POST", "reset", {})
    expect(rows).to_have_count(0)
    at.call("GET", "models")
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(0)
    assert at.journal() == []


def test_a_generation_is_followed_to_its_picture(at: House, seen: Seen):
    jobs = view(seen, "Jobs")
    jobs.get_by_label("Prompt").fill("a lighthouse in a storm")
    jobs.get_by_role("button", name="Generate").click()
    job = jobs.locator(".job").first
    expect(job).to_contain_text("a lighthouse in a storm")
    expect(job.locator(".badge")).to_have_text("pending")
    at.advance(1.7)
    expect(job.locator(".badge")).to_have_text("in-progress")
    expect(job.locator(".timeline li")).to_have_count(3)
    assert 0 < job.get_by_role("progressbar").evaluate("bar => bar.value") < 1
    at.advance(2)
    expect(job.locator(".badge")).to_have_text("success")
    assert width_of(job.locator("img")) > 0
    job.locator(".thumbnail").click()
    dialog = seen.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Its generation")
    expect(dialog).to_contain_text("1024 \u00d7 1024")
    assert width_of(dialog.locator("img")) == 1024


def test_a_job_is_canceled(at: House, seen: Seen):
    running = {"jobType": "inference", "status": "in-progress", "metadata": {"input": {"prompt": "a slow boat"}}}
    (job_id,) = at.own("POST", "data", {"key": "demo", "jobs": [running]})["ids"]["jobs"]
    seen.page.locator("#key").fill("demo")
    job = view(seen, "Jobs").locator(f"[data-id={job_id}]")
    job.get_by_role("button", name="Cancel").click()
    expect(job.locator(".badge")).to_have_text("canceled")


def test_pictures_are_searched(at: House, seen: Seen):
    pictures = view(seen, "Pictures")
    expect(pictures.locator(".thumbnail")).to_have_count(24)
    pictures.get_by_role("button", name="More").click()
    expect(pictures.locator(".thumbnail")).to_have_count(40)
    asked = {"query": "castle", "filter": "kind = image", "public": True, "limit": 24}
    total = at.call("POST", "search/assets", asked).json()["estimatedTotalHits"]
    pictures.get_by_label("Words", exact=True).fill("castle")
    pictures.get_by_label("Filter", exact=True).fill("kind = image")
    pictures.get_by_label("Whose").select_option("true")
    pictures.get_by_role("button", name="Search").click()
    expect(pictures.get_by_text(f"{total} assets")).to_be_visible()
    assert width_of(pictures.locator("img").first) > 0


def test_a_filter_that_cannot_be_read_is_told_with_its_column(at: House, seen: Seen, browser: Browser):
    pictures = view(seen, "Pictures")
    pictures.get_by_label("Filter", exact=True).fill("width => 1024")
    pictures.get_by_role("button", name="Search").click()
    problem = pictures.get_by_role("alert")
    expect(problem).to_contain_text("Invalid filter syntax at column 8: expected a value, found >; use >=")
    filter_line, mark = problem.locator("pre").inner_text().splitlines()
    assert filter_line[mark.index("^")] == ">"
    seen.complaints[:] = [one for one in seen.complaints if "status of 400" not in one]
    pictures.get_by_label("Filter", exact=True).fill("width >= 1024")
    pictures.get_by_role("button", name="Search").click()
    expect(problem).to_be_hidden()


def test_a_fault_is_set_seen_striking_and_removed(at: House, seen: Seen):
    controls = view(seen, "Controls")
    controls.get_by_label("Effect", exact=True).select_option("planLimit")
    controls.get_by_label("Operation", exact=True).select_option("listModels")
    controls.get_by_label("Times", exact=True).fill("2")
    controls.get_by_role("button", name="Add the fault").click()
    row = controls.locator("#fault-rows tr")
    expect(row).to_contain_text("planLimit")
    assert [at.call("GET", "models").status_code for _ in range(2)] == [429, 429]
    expect(row.locator("td").nth(3)).to_have_text("2")
    requests = view(seen, "Requests")
    expect(requests.locator("#request-rows tr").first).to_contain_text("Struck by fault-1: planLimit")
    at.own("POST", "faults", {"effect": "latency", "operation": "listJobs", "latencyMs": 1})
    at.call("GET", "jobs?pageSize=0")
    slow_and_wrong = "Struck by fault-2: latency. pageSize: 0 is less than the minimum of 1"
    expect(requests.locator("#request-rows tr").first).to_contain_text(slow_and_wrong)
    view(seen, "Controls").get_by_role("button", name="Remove fault-1").click()
    controls.get_by_role("button", name="Remove fault-2").click()
    expect(controls.get_by_text("No faults.")).to_be_visible()
    assert at.own("GET", "faults") == {"faults": []}


def test_clock_limits_snapshots_and_reset(at: House, seen: Seen):
    controls = view(seen, "Controls")
    expect(controls.locator("time.now")).to_have_text("2026-01-15 12:00:00.000 UTC")
    controls.get_by_role("button", name="+ 1 min").click()
    expect(controls.locator("time.now")).to_have_text("2026-01-15 12:01:00.000 UTC")
    controls.get_by_label("Requests in all").fill("0")
    controls.get_by_role("button", name="Set the limit").click()
    expect(controls.get_by_text("requests 0")).to_be_visible()
    assert at.call("GET", "models").status_code == 429
    controls.get_by_role("button", name="Remove the limit of *").click()
    expect(controls.get_by_text("No limits.")).to_be_visible()
    controls.get_by_label("Name").fill("before")
    controls.get_by_role("button", name="Take a snapshot").click()
    expect(controls.get_by_role("button", name="Restore before")).to_be_visible()
    at.generate("a lost boat")
    controls.get_by_role("button", name="Restore before").click()
    expect(controls.get_by_text("Restored")).to_be_visible()
    assert "a lost boat" not in at.call("GET", "jobs?pageSize=100").text
    at.generate("another lost boat")
    reset = controls.get_by_role("button", name="Reset")
    reset.click()
    assert "another lost boat" in at.call("GET", "jobs?pageSize=100").text, "nothing happens without the tick"
    controls.get_by_label("what was made is lost").check()
    reset.click()
    expect(controls.get_by_text("Everything is as it was.")).to_be_visible()
    assert at.journal() == []
    assert "another lost boat" not in at.call("GET", "jobs?pageSize=100").text


def test_the_har_is_downloaded(at: House, seen: Seen):
    at.call("GET", "jobs")
    with seen.page.expect_download() as download:
        view(seen, "Requests").get_by_role("link", name="HAR").click()
    log = json.loads(download.value.path().read_text("utf-8"))["log"]
    assert [entry["response"]["status"] for entry in log["entries"]] == [200]


def test_the_reference_and_a_try(at: House, seen: Seen, capsys: pytest.CaptureFixture[str]):
    api = view(seen, "API")
    expect(api.locator("details.entry")).to_have_count(25)
    api.get_by_label("Find an operation").fill("custom gener")
    entry = api.locator("#op-createCustomGeneration")
    entry.locator("> summary").click()
    expect(entry).to_contain_text("Only models of type custom can be in the path")
    expect(entry.locator("table")).to_contain_text("dryRun")
    entry.get_by_text("Try it").click()
    entry.get_by_role("textbox", name="Body").fill('{"prompt": "a kite", "numOutputs": 2}')
    entry.get_by_role("button", name="Send").click()
    expect(entry.locator(".result .badge")).to_have_text("200")
    expect(entry.locator(".result pre")).to_contain_text('"status": "pending"')
    assert at.journal()[-1]["operationId"] == "createCustomGeneration"
    entry.get_by_text("The same in curl").click()
    assert (
        sent(entry.get_by_label("curl", exact=True).inner_text()).json()["job"]["metadata"]["input"]["numOutputs"] == 2
    )
    entry.get_by_text("The same in Python").click()
    exec(entry.get_by_label("Python", exact=True).inner_text(), {})
    assert capsys.readouterr().out.startswith("200 {'job':")
    assert len(at.journal()) == 3


def test_schemas_open_as_far_as_one_looks(at: House, seen: Seen):
    seen.page.goto(f"{at.page}#api/searchAssets")
    entry = seen.page.locator("#op-searchAssets")
    answer = entry.locator("details", has_text="200").last
    answer.locator("> summary").click()
    tree = answer.locator("ul.schema").first
    expect(tree.locator("> li > details > summary > code").first).to_be_visible()
    hits = tree.locator("> li > details", has=seen.page.locator("> summary > code", has_text="hits")).first
    expect(hits.locator("ul.schema")).to_have_count(0)
    hits.locator("> summary").click()
    expect(hits.locator("ul.schema").first).to_contain_text("ownerId")


def test_text_stays_text(at: House, seen: Seen):
    at.own(
        "POST", "data", {"key": "demo", "assets": [{"metadata": {"name": CANARY, "prompt": CANARY}, "tags": [CANARY]}]}
    )
    job_id = at.generate(CANARY)
    at.call("POST", "search/assets", {"filter": CANARY})
    at.call("GET", f"models/{CANARY}")
    at.advance(4)
    page = seen.page
    expect(page.locator("#request-rows tr")).to_have_count(3)
    page.locator("#request-rows button").nth(1).click()
    expect(page.get_by_role("dialog")).to_contain_text("onerror")
    page.keyboard.press("Escape")
    job = view(seen, "Jobs").locator(f"[data-id={job_id}]")
    job.get_by_role("button", name="<img").first.click()
    page.keyboard.press("Escape")
    pictures = view(seen, "Pictures")
    expect(pictures.locator(".thumbnail", has_text="<img src=x").first).to_be_visible()
    pictures.locator(".thumbnail", has_text="<img src=x").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("<b>bold</b>")
    assert page.locator("b, img[src='x']").count() == 0
    assert "scenario-mock" in page.title()


HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_page_that_nobody_sees_asks_nothing(at: House, seen: Seen):
    page = seen.page
    page.clock.install()
    expect(page.locator("#facts")).to_contain_text("seed 0")
    page.evaluate(HIDE, True)
    page.clock.run_for(2000)
    asked = len(seen.asked)
    page.clock.run_for(60_000)
    assert len(seen.asked) == asked
    at.call("GET", "models")
    page.evaluate(HIDE, False)
    expect(page.locator("#request-rows tr")).to_have_count(1)
    for _ in range(5):
        with page.expect_response("**/journal?**"):
            page.clock.run_for(1000)
    assert asked + 5 <= len(seen.asked) < asked + 12, "about one request a second"
