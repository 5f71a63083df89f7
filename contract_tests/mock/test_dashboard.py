"""What the dashboard stands on, without a browser: its files, the journal by numbers, and calls that only look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from scenario_mock import ManualClock, Mock, Settings, dashboard
from scenario_mock.app import Request
from scenario_mock.gate import LOOK
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.control_kit import MODEL, ask, call, told
from contract_tests.postgres import Postgres

FILES = sorted(file for file in dashboard.FOLDER.iterdir() if file.suffix in dashboard.TYPES)
SCRIPTS = [file for file in FILES if file.suffix == ".js"]


@pytest.fixture(params=["memory", "file"])
def mock(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mock]:
    """A mock with each kind of journal."""
    place = None if request.param == "memory" else str(tmp_path / "state")
    with closing(Mock(Settings(db=place, models=2, assets=2, jobs=2), clock=ManualClock(ANCHOR_MS))) as made:
        yield made


@pytest.fixture(scope="module")
def served() -> Mock:
    """One that is only asked for files."""
    return Mock(Settings(empty=True), clock=ManualClock(ANCHOR_MS))


# ---- files -----------------------------------------------------------------------------------------------------------


def test_the_page_and_all_its_files_are_served(served: Mock):
    for name, file in [("", dashboard.FOLDER / "index.html"), *((f"dashboard/{file.name}", file) for file in FILES)]:
        response = ask(served, "GET", name)
        assert (response.status, response.body) == (200, file.read_bytes())
        assert response.headers["Content-Type"] == dashboard.TYPES[file.suffix]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        again = ask(served, "GET", name, **{"if-none-match": f'"other", W/{response.headers["ETag"]}'})
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", response.headers["ETag"])
        assert ask(served, "GET", name, **{"if-none-match": '"other"'}).status == 200
    assert ask(served, "HEAD", "").status == 200
    assert ask(served, "POST", "").status == 405


def test_the_address_without_its_last_stroke(served: Mock):
    response = served.respond(Request("GET", "/__mock__"))
    assert (response.status, response.headers["Location"]) == (308, "/__mock__/")


def test_the_policy_leaves_nothing_from_elsewhere(served: Mock):
    policy = ask(served, "GET", "").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert not re.search(r"unsafe|https?:|data:|\*", policy)
    page = (dashboard.FOLDER / "index.html").read_text("utf-8")
    assert not re.search(r"<style|style=|\son\w+=|<script(?![^>]*src=)", page)
    for name in re.findall(r'(?:href|src)="(dashboard/[^"]+)"', page):
        assert ask(served, "GET", name).status == 200


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_asked_of_others(file: Path):
    addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", re.sub(r"^\s*//.*", "", file.read_text("utf-8"), flags=re.M))
    assert set(addresses) <= {"http://www.w3.org"}  # the name of SVG, which nobody opens


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_text_becomes_markup(file: Path):
    text = file.read_text("utf-8")
    wrong = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|\.style\b|srcdoc"
    assert not re.search(wrong, text)
    assert text.startswith("// "), "says first what it does"
    for names, name in re.findall(r'import \{([^}]+)\} from "\./([^"]+)"', text):
        exported = set(re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", read(name), flags=re.M))
        for one, _, here in (part.strip().partition(" as ") for part in names.split(",")):
            assert one in exported, f"{name} has no {one}"
            assert len(re.findall(rf"\b{here or one}\b", text)) > 1, f"{one} is not used"


def read(name: str) -> str:
    return (dashboard.FOLDER / name).read_text("utf-8")


def test_each_file_is_in_the_map():
    mapped = set(re.findall(r"`([\w.]+\.(?:js|css|html|svg))`", dashboard.__doc__ or ""))
    assert mapped == {file.name for file in FILES}


def test_the_contract_is_served(served: Mock):
    assert told(served, "GET", "contract.json") == json.loads(json.dumps(served.contract.document))


# ---- the journal by numbers ------------------------------------------------------------------------------------------


def numbers(mock: Mock, query: str = "") -> list[int]:
    return [record["number"] for record in told(mock, "GET", f"journal?{query}")["requests"]]


def test_what_came_since(mock: Mock):
    for _ in range(5):
        call(mock, "models?pageSize=1")
    assert numbers(mock) == [1, 2, 3, 4, 5]
    assert numbers(mock, "after=3") == [4, 5]
    assert numbers(mock, "after=2&limit=1") == [5]
    assert numbers(mock, "after=99") == []
    call(mock, "jobs?pageSize=0")
    assert numbers(mock, "after=1&failed=true") == [6]
    assert [record.number for record in mock.journal()] == [1, 2, 3, 4, 5, 6]


def test_what_came_since_in_postgresql(postgres: Postgres):
    with closing(Mock(Settings(db=postgres.new_database(), empty=True), clock=ManualClock(ANCHOR_MS))) as mock:
        for _ in range(3):
            call(mock, "models?pageSize=1")
        assert numbers(mock, "after=1&brief=true") == [2, 3]
        assert told(mock, "GET", "journal/2")["request"]["operationId"] == "listModels"


def test_numbers_go_on_when_old_requests_are_forgotten():
    mock = Mock(Settings(empty=True), clock=ManualClock(ANCHOR_MS))
    for _ in range(1003):
        call(mock, "nothing")
    assert numbers(mock)[0] == 4
    assert numbers(mock, "after=1001") == [1002, 1003]
    assert ask(mock, "GET", "journal/3").status == 404
    mock.clear_journal()
    call(mock, "nothing")
    assert numbers(mock) == [1004]


def test_one_request_and_brief_ones(mock: Mock):
    call(mock, f"generate/custom/{MODEL}", method="POST", body={"prompt": "a boat"})
    whole = told(mock, "GET", "journal/1")["request"]
    (brief,) = told(mock, "GET", "journal?brief=true")["requests"]
    assert json.loads(whole["requestBody"]) == {"prompt": "a boat"}
    assert {name: whole[name] for name in brief} == brief
    assert set(whole) - set(brief) == {"requestHeaders", "requestBody", "responseHeaders", "responseBody"}
    assert told(mock, "GET", "journal")["requests"] == [whole]


# ---- looking ---------------------------------------------------------------------------------------------------------


def look(mock: Mock, path: str, **more: Any) -> int:
    return call(mock, path, **more, **{LOOK: "1"}).status


def test_a_look_leaves_no_trace(mock: Mock):
    mock.add_fault("unavailable", operation="listJobs", times=1)
    mock.set_limit("key", requests=1, creative_units=1)
    for _ in range(3):
        assert look(mock, "jobs?pageSize=1") == 200
        assert look(mock, "models/nothing") == 404
    assert mock.journal() == []
    assert (mock.faults()[0]["seen"], mock.faults()[0]["struck"]) == (0, 0)
    assert call(mock, "jobs?pageSize=1").status == 503
    assert call(mock, "jobs?pageSize=1").status == 429
    assert look(mock, "jobs?pageSize=1") == 200
    assert [record.status for record in mock.journal()] == [503, 429]


def test_a_look_at_a_file(mock: Mock):
    asset = json.loads(call(mock, "assets?pageSize=1").body)["assets"][0]
    path, _, query = asset["url"].partition("/__mock__/")[2].partition("?")
    mock.add_fault("unavailable", operation="downloadFile")
    assert ask(mock, "GET", f"{path}?{query}").status == 503
    assert ask(mock, "GET", f"{path}?{query}&look=1").status == 200
    assert ask(mock, "GET", f"{path}?look=1").status == 403
