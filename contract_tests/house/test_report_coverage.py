"""The page says what was called of the contract, enum values included, also of a run in parts; and what moved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from contract_tests.exchanges import Exchange
from contract_tests.house.suite_runs import run
from contract_tests.reports.coverage import Coverage, enums
from contract_tests.reports.plugin import drift_of

JOBS = {"jobs": [{"status": "success", "jobType": "custom"}, {"status": "failure", "jobType": "nobody-knows"}]}
DRIFT = {
    "contract": "spec/openapi.yaml",
    "compared": ["an older one"],
    "counts": {"breaking": 1},
    "callsThatBreak": ["client.jobs.list(...)"],
    "findings": [
        {"severity": "breaking", "rule": "type-changed", "operation": "listJobs", "path": "200.jobs[].cost",
         "says": "a type changed", "change": "number → string", "call": "client.jobs.list(...)"},
    ],
}  # fmt: skip


def exchange(url: str, status: int = 200, answer: object = JOBS, body: str = "") -> Exchange:
    said = json.dumps(answer)
    return Exchange("listJobs", "GET", f"http://127.0.0.1/v1{url}", {}, body, status, {}, said, 0.01)


def seen(*exchanges: Exchange) -> Coverage:
    coverage = Coverage()
    for each in exchanges:
        coverage.see(each, values=True)
    return coverage


def row(coverage: Coverage) -> dict[str, Any]:
    return next(each for each in coverage.rows() if each["name"] == "listJobs")


def test_values_are_counted_where_they_stand():
    values = dict(row(seen(exchange("/jobs?status=queued&pageSize=2"), exchange("/jobs")))["values"])
    assert dict(values["query.status"])["queued"] == 1
    assert dict(values["query.status"])["success"] == 0, "that was an answer"
    assert dict(values["answer.jobs[].status"])["success"] == 2
    assert dict(values["answer.jobs[].status"])["queued"] == 0
    assert "nobody-knows" not in dict(values["answer.jobs[].jobType"])


def test_refusals_and_what_is_no_json_have_no_values():
    broken = Exchange("listJobs", "GET", "http://127.0.0.1/v1/jobs", {}, "{", 200, {}, "<html>", 0.01)
    covered = row(seen(exchange("/jobs", status=400), broken))
    assert covered["values_seen"] == 0
    assert covered["calls"] == 2


def test_every_operation_has_places_that_the_contract_has():
    assert {"query.status", "answer.jobs[].status"} <= set(enums("listJobs"))
    assert any(place.startswith("sent.") for place in enums("createDetection"))
    assert enums("searchAssets")


def test_parts_add_up():
    one, other = seen(exchange("/jobs?status=queued")), seen(exchange("/jobs?type=custom"))
    one.merge(json.loads(json.dumps(other.dump())))
    assert row(one) == row(seen(exchange("/jobs?status=queued"), exchange("/jobs?type=custom")))


def test_a_run_in_parts_reports_as_a_whole(tmp_path: Path):
    page, drift = tmp_path / "page.html", tmp_path / "drift.json"
    drift.write_text(json.dumps(DRIFT), "utf-8")
    tests = ("contract_tests/behaviour/test_lists.py", "-k", "listJobs and as_many_rows", "-n", "2")
    done = run({}, *tests, "--html-report", str(page), "--drift-report", str(drift))
    assert done.returncode == 0, done.stdout
    assert "called 1 of 25 operations" in done.stdout
    text = page.read_text("utf-8")
    assert "200 \N{MULTIPLICATION SIGN} " in text
    assert "answer.jobs[].status" in text
    assert "client.jobs.list(...)" in text
    assert "number → string" in text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"contract": "x"}'])
def test_what_is_no_drift_report_is_told(tmp_path: Path, text: str):
    file = tmp_path / "drift.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="--drift-report"):
        drift_of(file)
