"""The server that schemathesis calls, asked once for what it has and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import pytest
from _pytest.nodeid import NodeId
from requests import Session
from schemathesis.core.failures import FailureGroup

from contract_tests.calls import operation_named
from contract_tests.conformance.judging import Judge
from contract_tests.conformance.known import Known, discover
from contract_tests.conftest import DEVIATIONS
from contract_tests.deviations import Deviations
from contract_tests.serving import serving_here
from contract_tests.targets import Target


@dataclass(frozen=True)
class Server:
    """Where calls go, with which credentials, and what the target says of itself."""

    base_url: str
    auth: tuple[str, str]
    session: Session
    known: Known
    judge: Judge
    deviations: Deviations
    not_built: frozenset[str]

    @contextmanager
    def but_for_what_is_known(self) -> Iterator[None]:
        """One call and its judgment: what is known of the target is noted and no failure, anything else is one."""
        try:
            yield
        except FailureGroup as found:
            remaining = self.deviations.sift(found)
            if len(remaining) == len(found.exceptions):
                raise
            if remaining:
                raise found.derive(remaining) from None


def pytest_itemcollected(item: Any) -> None:
    """A test of an operation is called by its operationId; `-k` finds it by method and path, too.

    pytest 9 makes ids from parameters, which schemathesis has none of, so all its tests would have one id.
    """
    label = getattr(item, "operation_label", None)
    if label:
        item.extra_keyword_matches.add(label)
        item.name = f"{item.function.__name__}[{operation_named(label)}]"
        item._id = NodeId.parse(f"{item.nodeid}[{operation_named(label)}]")


@pytest.fixture(scope="session")
def server(target: Target, pytestconfig: pytest.Config) -> Iterator[Server]:
    """The target at a URL; the mock in this process gets a port, because checks send probes of their own."""
    here = serving_here(target.mock) if target.mock else nullcontext(target.base_url)
    with here as base_url, target.session() as session:
        target.guard.found_at(base_url)
        # Without credentials every call is refused, and all that was generated would prove nothing.
        assert session.get(f"{base_url}/models?pageSize=1", auth=target.auth).status_code == 200
        yield Server(
            base_url=base_url,
            auth=target.auth,
            session=session,
            known=discover(target),
            judge=Judge(target.partly_built, target.accepts_any_key),
            deviations=pytestconfig.stash[DEVIATIONS],
            not_built=target.not_built,
        )
