"""What the behaviour of a target is judged by: one caller, and walks of its lists that all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from contract_tests.behaviour.generating import Painter, Watched, follow, painter, start
from contract_tests.behaviour.lists import LISTINGS, Listing, Walk, walk
from contract_tests.behaviour.searching import SEARCHES, Found, Search, Searcher
from contract_tests.calls import Caller
from contract_tests.targets import Target

PROMPTS = (
    "A Lighthouse in a STORM",
    "  ünïcödé «château» 龍の城 قلعة 🏰 e\u0301 \"quotes\" 'n' <b>&amp;</b> \\n %20 100% \t tab\nnew line  ",
    "a " + "very " * 60 + "long corridor",
)


@pytest.fixture(scope="session")
def call(target: Target) -> Iterator[Caller]:
    """Calls with the suite's key."""
    with target.client(auth=target.auth) as client:
        yield Caller(target, client)


@pytest.fixture(scope="session")
def walks(call: Caller) -> Any:
    """The walk of a list in its own order by its largest pages, made once."""
    return cache(lambda listing: walk(call, listing))


@pytest.fixture(params=LISTINGS, ids=str)
def listing(request: pytest.FixtureRequest) -> Listing:
    """Each of the lists."""
    found: Listing = request.param
    return found


@pytest.fixture
def whole(listing: Listing, walks: Any) -> Walk:
    """The list's rows. Skips when there are none."""
    met: Walk = walks(listing)
    if not met.rows:
        pytest.skip(f"the target has no rows in {listing}")
    return met


@pytest.fixture(scope="module", params=SEARCHES, ids=str)
def search(request: pytest.FixtureRequest) -> Search:
    """Each of the searches."""
    found: Search = request.param
    return found


@pytest.fixture(scope="module")
def ask(search: Search, call: Caller) -> Searcher:
    """Asks that search."""
    return Searcher(call, search)


@pytest.fixture(scope="module")
def every(ask: Searcher) -> Found:
    """All hits, or the newest of them. Skips when there are none."""
    found = ask.everything()
    if not found.hits:
        pytest.skip("the target has nothing to search")
    return found


@pytest.fixture(scope="session")
def model(call: Caller) -> Painter:
    """What is run."""
    return painter(call)


@pytest.fixture(scope="session")
def runs(call: Caller, model: Painter) -> list[Watched]:
    """Some jobs from their start to their end; the first two are the same request twice."""
    asked: list[dict[str, Any]] = [{"prompt": prompt} for prompt in (PROMPTS[0], *PROMPTS)]
    if model.count:
        asked.append({"prompt": "three doors", model.count: 2})
    started = [start(call, model, **inputs) for inputs in asked]
    for each in started:
        found = call("listJobs", query={"pageSize": 100})
        ids = [job["jobId"] for job in found.json["jobs"]]
        found.must(each.id in ids, "a_new_job_is_listed", each.id, ids[:5], each.started)
    follow(call, started)
    return started
