"""What the tests of the mock share: a PostgreSQL server for those that need one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from contract_tests.postgres import Postgres, programs_with_vectors, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for the whole run; each test makes a database of its own in it."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_with_vectors() -> Iterator[Postgres]:
    """Another server, with the vector extension, which the distribution's lacks."""
    with running(programs_with_vectors()) as server:
        yield server
