"""Options and fixtures of the suite. `--target` says which server has to obey the contract."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from scenario_mock.app import Mock
from scenario_mock.clock import ManualClock
from scenario_mock.world import ANCHOR_MS

from contract_tests.targets import Target, TargetError, open_target

ROOT = Path(__file__).resolve().parents[1]
TARGET = pytest.StashKey[Target]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--target",
        default="mock",
        help="the server under test: mock (default, in this process), a base URL such as http://127.0.0.1:4010/v1, or "
        "live (needs keys in the environment; only calls that read are sent)",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "target: speaks to the target; the only tests that run when --target is given")
    config.addinivalue_line("markers", "changes: makes something on the target or spends credits; never sent to live")
    try:
        config.stash[TARGET] = open_target(config.getoption("--target"))
    except TargetError as error:
        raise pytest.UsageError(str(error)) from error


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Another target than the mock: leave out what says nothing about it; live: also what changes anything."""
    target = config.stash[TARGET]
    if target.mock:
        return
    kept = [item for item in items if item.get_closest_marker("target")]
    if target.is_live:
        kept = [item for item in kept if not item.get_closest_marker("changes")]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@cache
def contract_document() -> dict[str, Any]:
    """The bundled contract, for tables of cases that are made at import."""
    content: dict[str, Any] = yaml.load((ROOT / "spec" / "openapi.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return content


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    """The bundled contract, as it is committed."""
    return contract_document()


@pytest.fixture(scope="session")
def target(pytestconfig: pytest.Config) -> Target:
    """The server under test."""
    return pytestconfig.stash[TARGET]


@pytest.fixture
def api(target: Target) -> Iterator[httpx.Client]:
    """A client of the target with the suite's credentials."""
    with target.client(auth=target.auth) as client:
        yield client


@pytest.fixture
def mock() -> Mock:
    """A fresh mock of its own, with a clock that stands still."""
    return Mock(clock=ManualClock(ANCHOR_MS))
