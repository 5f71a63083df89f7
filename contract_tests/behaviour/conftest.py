"""What the behaviour of a target is judged by: one caller, and walks of its lists that all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from contract_tests.behaviour.lists import LISTINGS, Listing, Walk, walk
from contract_tests.calls import Caller
from contract_tests.targets import Target


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
