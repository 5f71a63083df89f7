"""The conformance layer itself: what it sends to a target that has little, reads only, or is seeded."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.core.parameters import DelimitedValue

from contract_tests.calls import places
from contract_tests.conformance.judging import name_of
from contract_tests.conformance.known import NEEDS, Known
from contract_tests.conformance.schema import api_schema
from contract_tests.house.suite_runs import ROOT, run, sent
from contract_tests.serving import serving
from contract_tests.spec import contract

LAYER = str(ROOT / "contract_tests" / "conformance")
NOTHING = Known(
    ids={"modelId": (), "assetId": (), "jobId": ()}, pictures=(), painters=(), custom_model=None, custom_body={}
)
LARGEST_READING_RUN = 400
"""Requests: a run that only reads takes two minutes at live's rate."""


def test_a_run_that_only_reads_is_small_and_passes_where_there_is_next_to_nothing():
    with serving("--empty") as base_url:
        done = run({}, "--target", base_url, "--read-only", "-rs", LAYER)
        entries = _journal(base_url)
    assert done.returncode == 0, done.stdout[-3000:]
    assert "the target has no jobs" in done.stdout
    reads = {name for name, operation in contract().operations.items() if operation.extensions["x-read-only"]}
    assert {entry["operationId"] for entry in entries} <= reads
    assert reads - {"retrieveJob"} <= {entry["operationId"] for entry in entries}, "a read was left out"
    assert len(entries) <= sent(done.stdout) <= LARGEST_READING_RUN


def test_a_seed_changes_what_is_sent_and_the_same_seed_sends_the_same():
    arguments = ("--profile", "quick", LAYER, "-k", "test_reading and listJobs")
    with serving() as base_url:
        runs = []
        for seed in ((), (), ("--hypothesis-seed", "1")):
            before = len(_journal(base_url))
            assert run({}, "--target", base_url, *seed, *arguments).returncode == 0
            runs.append([entry["query"] for entry in _journal(base_url)[before:] if entry["operationId"] == "listJobs"])
    assert runs[0] == runs[1]
    assert runs[2] != runs[0]


@pytest.mark.parametrize("operation_id", places())
def test_calls_can_be_made_for_a_target_that_has_nothing(operation_id: str):
    operation = api_schema().find_operation_by_id(operation_id)

    @given(st.data())
    @settings(max_examples=5, database=None, deadline=None, derandomize=True)
    def each(data: st.DataObject) -> None:
        case: Case[Any] = data.draw(operation.as_strategy())
        assert name_of(case) == operation_id
        NOTHING.mend(case)

    each()
    named = any(operation_id in needs for needs, _, _ in NEEDS)
    assert bool(NOTHING.lacks(operation_id)) == named


@pytest.mark.parametrize("operation_id", [name for name, (_, path) in places().items() if "/generate/" in path])
@pytest.mark.parametrize("value", [None, 5, "x", {}], ids=str)
def test_names_that_an_operation_does_not_know_may_have_any_value(operation_id: str, value: Any):
    names = ("images", "referenceImages", "assetIds", "patch", "concepts", "mode")
    case = api_schema().find_operation_by_id(operation_id).Case(body=dict.fromkeys(names, value))
    NOTHING.mend(case)
    assert isinstance(case.body, dict)


def test_commas_in_tags_leave_no_empty_tag():
    tags = DelimitedValue("red,,a ruin,", "red,%2Ca%20ruin%2C")
    case = api_schema().find_operation_by_id("listAssets").Case(query={"tags": tags})
    NOTHING.mend(case)
    assert case.query["tags"] == "red,a ruin"
    assert case.query["tags"].encoded == "red,a%20ruin"


def _journal(base_url: str) -> list[dict[str, str]]:
    answer = httpx.get(base_url.removesuffix("/v1") + "/__mock__/journal")
    entries: list[dict[str, str]] = answer.json()["requests"]
    return entries
