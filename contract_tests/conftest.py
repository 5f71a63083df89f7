"""Fixtures of the suite. `--target` says which server has to obey the contract, `options` what else can be said."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from scenario_mock.app import Mock
from scenario_mock.clock import ManualClock
from scenario_mock.contract import ContractError
from scenario_mock.world import ANCHOR_MS

from contract_tests.cleanup import clean_up, told
from contract_tests.options import add_options, in_parts, limits_of, register_profile, thoroughness
from contract_tests.spec import choose, contract_document
from contract_tests.targets import Target, TargetError, open_target
from contract_tests.transports import guard_every_session

if TYPE_CHECKING:
    from contract_tests.baseline import Baseline
    from contract_tests.calls import Caller
    from contract_tests.deviations import Deviations
    from contract_tests.reports.plugin import Reports

ROOT = Path(__file__).resolve().parents[1]
TARGET = pytest.StashKey[Target]()
DEVIATIONS = pytest.StashKey["Deviations"]()
BASELINE = pytest.StashKey["Baseline"]()
LAYERS = {"behaviour", "conformance", "examples", "journeys"}
"""What speaks to a target."""

__all__ = ["contract_document"]


def pytest_addoption(parser: pytest.Parser) -> None:
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "target: speaks to the target; the only tests that run when --target is given")
    config.addinivalue_line("markers", "changes: makes something on the target or spends credits; not for --read-only")
    try:
        register_profile(config)
        contract = choose(config.getoption("--spec"))
        limits, lie = limits_of(config), config.getoption("--lie")
        target = open_target(config.getoption("--target"), limits, contract, lie, in_parts=in_parts(config))
        known = known_deviations(config.getoption("--deviations-for") or ("live" if target.is_live else ""))
        baseline = baseline_of(config.getoption("--baseline"))
        reports = reports_of(target, known, config)
    except (ContractError, TargetError, ValueError) as error:
        pytest.exit(" ".join(str(error).split()), returncode=2)
    config.stash[TARGET] = target
    config.stash[DEVIATIONS] = known
    config.stash[BASELINE] = baseline
    config.pluginmanager.register(known, "known-deviations")
    config.pluginmanager.register(baseline, "baseline")
    config.pluginmanager.register(reports, "contract-reports")
    if target.mock is None:
        config.add_cleanup(guard_every_session(target.guard))
        # What ends a run in CI: as after Ctrl-C, its jobs are canceled first.
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def known_deviations(name: str) -> Deviations:
    """What is known of a target of that name. Raises ValueError."""
    from contract_tests.deviations import FILE, Deviations, load

    return Deviations(load(FILE, name, date.today()) if name else [])


def baseline_of(file: Path | None) -> Baseline:
    """What is expected to fail. Raises ValueError."""
    from contract_tests.baseline import Baseline, load

    return Baseline(load(file) if file else {})


def reports_of(target: Target, known: Deviations, config: pytest.Config) -> Reports:
    """What tells what broke. Raises ValueError."""
    from contract_tests.reports.plugin import Reports

    return Reports(target, known, config)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """What is known of the target is reported, and does not fail."""
    report = yield
    if report.failed and call.excinfo is not None:
        item.config.stash[DEVIATIONS].excuse(report, call.excinfo.value)
    if report.failed and call.excinfo is not None:
        item.config.stash[BASELINE].expect(report, call.excinfo.value)
    if report.when == "call":
        item.config.stash[DEVIATIONS].note(report)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Cancel what was started and still runs, also after an interruption; fail for deviations that are no more."""
    clean_up(session.config.stash[TARGET])
    if session.exitstatus == pytest.ExitCode.OK and left_over(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def left_over(config: pytest.Config) -> list[str]:
    """Known deviations that a whole run of all layers, or of a row's own, did not meet; what of a baseline passed."""
    if thoroughness(config) != "full":
        return []
    unmet = [] if config.option.keyword else config.stash[DEVIATIONS].unmet(LAYERS)
    rows = [f"known_deviations.yaml: nothing matches {line}; take the row out" for line in unmet]
    return rows + [f"--baseline: {law} passes now; take it out" for law in config.stash[BASELINE].mended()]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What was sent to a real server, what it cost, what is left there, and what is known of it."""
    target, known = config.stash[TARGET], config.stash[DEVIATIONS]
    if known.met:
        terminalreporter.section("known deviations")
        for line in sorted(known.met):
            terminalreporter.line(line)
    for line in left_over(config):
        terminalreporter.line(line, red=True)
    if file := config.getoption("--write-baseline"):
        terminalreporter.line(f"{file}: {config.stash[BASELINE].write(file)} laws that are not kept")
    if target.mock is None:
        terminalreporter.section(f"contract: {target.base_url}")
        for line in told(target.guard):
            terminalreporter.line(line)


def pytest_report_header(config: pytest.Config) -> str:
    target = config.stash[TARGET]
    return f"contract: {target.base_url}, {target.guard.limits.told()}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Another target than the mock: leave out what says nothing about it; read only: also what changes anything."""
    target = config.stash[TARGET]
    kept = [item for item in items if target.mock or item.get_closest_marker("target")]
    if target.guard.limits.read_only:
        kept = [item for item in kept if not item.get_closest_marker("changes")]
    config.stash[DEVIATIONS].layers |= {item.path.parent.name for item in kept}
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


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
def call(target: Target, api: httpx.Client) -> Caller:
    """Calls of the target by operationId, each answer held against the contract."""
    from contract_tests.calls import Caller

    return Caller(target, api)


@pytest.fixture
def mock() -> Mock:
    """A fresh mock of its own, with a clock that stands still."""
    return Mock(clock=ManualClock(ANCHOR_MS))
