"""What the tests of the mock share: a PostgreSQL server for those that need one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from contract_tests.postgres import Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for the whole run; each test makes a database of its own in it."""
    with running() as server:
        yield server
