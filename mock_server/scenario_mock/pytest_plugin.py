"""Fixtures for the tests of code that calls the API; pytest finds them where the mock is installed.

| fixture | what it is |
|---|---|
| `scenario_mock` | a mock in this process, new for each test, whose clock moves only by `advance` |
| `scenario_server` | the same on a port of this machine, for code in other languages and clients other than httpx |
| `scenario_respx` | respx' router: every httpx call to the API's host reaches `scenario_mock` |
| `scenario_sleep` | what the code under test sleeps passes in the clock of `scenario_mock`, at once |
| `scenario_settings` | to be overridden: what the mocks of a folder, a module or a class are started with |

Each test starts with the same world. `@pytest.mark.scenario(plan="free", job_seconds=10)` starts it with other settings
(those of `scenario_mock.Settings`, and `key`). The keys stand in the environment, so that clients find them; with
pytest-xdist each worker has a key, and so a world, of its own. When a test fails, the report has its requests.

pytest imports this module in every session, so it imports nothing of the mock before a fixture is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .respx_router import Router
    from .testing import ScenarioMock, ServedMock
    from .testing.asked import Asked
    from .testing.port import Port

MARKER = "scenario"
MOCKS = pytest.StashKey["list[ScenarioMock]"]()
SECTION = "scenario mock: requests"
EXTRA = "pip install 'scenario-contract-kit[mock]'"
VARIABLES = {
    "key": ("SCENARIO_SDK_API_KEY", "SCENARIO_API_KEY"),
    "secret": ("SCENARIO_SDK_API_SECRET", "SCENARIO_API_SECRET"),
}
"""Attribute of a mock -> where clients look for it."""
OTHERS = ("SCENARIO_SDK_JWT", "SCENARIO_CUSTOM_HEADERS", "SCENARIO_BASE_URL")
"""What a developer's own environment would add to a client: a token in place of the keys, headers, another address."""


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, for --strict-markers."""
    config.addinivalue_line(
        "markers", f"{MARKER}(**settings): start the mock of this test with other settings, e.g. plan='free'"
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Write the requests of a failed test into its report; after its end forget its mocks, as tests live on."""
    report = yield
    if MOCKS in item.stash:
        if report.failed:
            report.sections += [(SECTION, mock.told()) for mock in item.stash[MOCKS]]
        if call.when == "teardown":
            del item.stash[MOCKS]
    return report


@pytest.fixture
def scenario_settings() -> Mapping[str, Any]:
    """Settings that the mocks are started with, by name; override it in a conftest, a module or a class.

    Those of `scenario_mock.Settings`, and `key`, the API key. Markers win over it, name by name.
    """
    return {}


@pytest.fixture
def scenario_mock(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, scenario_settings: Mapping[str, Any]
) -> Iterator[ScenarioMock]:
    """A mock of the Scenario API in this process, new for each test; `advance(seconds)` lets time pass.

    `client()` and `async_client()` are httpx clients of it, `transport` is for your own, or for a
    `scenario_client.Scenario(transport=..., sleep=scenario_mock.advance)`. `fail_next(operation, 429)`,
    `calls_to(operation)`, `journal()`, `seed(models=[...])` and the rest of `scenario_mock.Mock`.
    """
    need_the_mock()
    from .testing import ScenarioMock

    asked = asked_by(request, {"clock": "manual"}, scenario_settings)
    with closing(ScenarioMock(asked.settings, key=asked.key or worker_key(request))) as mock:
        use(request, monkeypatch, mock)
        yield mock


@pytest.fixture(scope="session")
def _scenario_port() -> Iterator[Port]:
    """The server of this session; use `scenario_server`."""
    need_the_mock()
    from .testing.port import opened

    with opened() as port:
        yield port


@pytest.fixture
def scenario_server(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    scenario_settings: Mapping[str, Any],
    _scenario_port: Port,
) -> Iterator[ServedMock]:
    """The mock on a port of this machine, new for each test; its clock is the machine's, and `advance` leaps ahead.

    `base_url`, `key` and `secret` are for your client; they are in the environment, too, which also keeps proxies out
    of the way. All else as `scenario_mock`; with `@pytest.mark.scenario(clock="manual")` the clock as well.
    """
    asked = asked_by(request, {}, scenario_settings)
    with _scenario_port.held(asked.settings, asked.key or worker_key(request)) as mock:
        use(request, monkeypatch, mock)
        monkeypatch.setenv("SCENARIO_BASE_URL", mock.base_url)
        for variable in ("NO_PROXY", "no_proxy"):
            monkeypatch.setenv(variable, "127.0.0.1", prepend=",")
        yield mock


@pytest.fixture
def scenario_respx(request: pytest.FixtureRequest, scenario_mock: ScenarioMock) -> Iterator[Router]:
    """respx' router: calls of any httpx client to the API's host, sync or async, reach `scenario_mock`.

    Other hosts fail, and say so; `scenario_respx.route(host=...)` adds what else your code talks to, and what is to be
    answered otherwise than by the mock.
    """
    if find_spec("respx") is None:
        pytest.fail("the fixture scenario_respx needs respx: pip install respx", pytrace=False)
    from .respx_router import Router

    router = Router(scenario_mock)
    with router:
        yield router


@pytest.fixture
def scenario_sleep(scenario_mock: ScenarioMock, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """`time.sleep`, `asyncio.sleep` and `anyio.sleep` end at once, and so much time passes in `scenario_mock`.

    Code that polls a job, or waits after a 429, runs unchanged and takes no time. What took `sleep` by its name
    before (`from time import sleep`) still waits.
    """
    from .testing.sleeps import sleeps_passing

    with sleeps_passing(scenario_mock, monkeypatch):
        yield


def need_the_mock() -> None:
    """Fail with what to do where the client is installed and the mock cannot run."""
    if sys.version_info < (3, 11):
        pytest.fail("the fixtures of scenario_mock need Python 3.11 or newer", pytrace=False)
    try:
        from . import testing  # noqa: F401
    except ModuleNotFoundError as error:
        pytest.fail(f"the mock lacks the module {error.name}: {EXTRA}", pytrace=False)


def asked_by(request: pytest.FixtureRequest, defaults: Mapping[str, Any], given: Mapping[str, Any]) -> Asked:
    """What a test's mock is started with. Fails for a setting that there is not, or a value that it does not take."""
    from .testing.asked import AskedError, asked

    try:
        return asked(defaults, given, request.node.iter_markers(MARKER))
    except AskedError as error:
        wrong = str(error)
    pytest.fail(wrong, pytrace=False)


def worker_key(request: pytest.FixtureRequest) -> str:
    """The API key of this process' tests."""
    return f"test-{getattr(request.config, 'workerinput', {}).get('workerid', 'main')}"


def use(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, mock: ScenarioMock) -> None:
    """Put the mock's keys into the environment, and remember it for the report."""
    request.node.stash.setdefault(MOCKS, []).append(mock)
    for attribute, variables in VARIABLES.items():
        for variable in variables:
            monkeypatch.setenv(variable, getattr(mock, attribute))
    for variable in OTHERS:
        monkeypatch.delenv(variable, raising=False)
