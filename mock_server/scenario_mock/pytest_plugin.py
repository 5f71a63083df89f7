"""Fixtures for the tests of code that calls the API; pytest finds them where the mock is installed.

| fixture | what it is |
|---|---|
| `scenario_mock` | a mock in this process, new for each test, whose clock moves only by `advance` |
| `scenario_server` | the same on a port of this machine, for code in other languages and clients other than httpx |
| `scenario_respx` | respx' router: every httpx call to the API's host reaches `scenario_mock` |

Each test starts with the same world. `@pytest.mark.scenario(plan="free", job_seconds=10)` starts it with other settings
(those of `scenario_mock.Settings`). The keys stand in `SCENARIO_SDK_API_KEY` and `SCENARIO_SDK_API_SECRET`, so that
clients find them; with pytest-xdist each worker has a key of its own. When a test fails, the report has its requests.

pytest imports this module in every session, so it imports nothing of the mock before a fixture is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .settings import Settings
    from .testing import ScenarioMock, ServedMock

MARKER = "scenario"
SECRET = "scenario-mock-secret"
MOCKS = pytest.StashKey["list[ScenarioMock]"]()
SECTION = "scenario mock: requests"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "scenario(**settings): start the mock of this test with other settings, e.g. plan='free'"
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
    outcome = yield
    report = outcome.get_result()
    if report.when == "call" and report.failed:
        report.sections += [(SECTION, mock.told()) for mock in item.stash.get(MOCKS, [])]


def scenario_key() -> str:
    """The API key of this process' tests."""
    return f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


def credentials(settings: Settings) -> dict[str, str]:
    """The key and the secret of a mock with these settings."""
    return {"key": settings.api_key or scenario_key(), "secret": settings.api_secret or SECRET}


def settings_of(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the markers of a test say, the nearest last. Fails for a setting that there is not."""
    from dataclasses import fields

    from .settings import Settings

    found: dict[str, Any] = {}
    for mark in reversed(list(request.node.iter_markers(MARKER))):
        if mark.args:
            pytest.fail(f"@pytest.mark.{MARKER} takes settings by name, as in plan='free'", pytrace=False)
        found.update(mark.kwargs)
    known = [field.name for field in fields(Settings)]
    unknown = [name for name in found if name not in known]
    if unknown:
        text = f"@pytest.mark.{MARKER}: there is no setting {unknown[0]!r}, but {', '.join(known)}"
        pytest.fail(text, pytrace=False)
    return found


def checked(chosen: dict[str, Any]) -> Settings:
    """As settings. Fails for a value that one does not take."""
    from .settings import Settings

    try:
        return Settings(**chosen)
    except ValueError as error:
        wrong = str(error)
    pytest.fail(f"@pytest.mark.{MARKER}: {wrong}", pytrace=False)


@pytest.fixture
def scenario_mock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScenarioMock]:
    """A mock of the Scenario API in this process, new for each test; `advance(seconds)` lets time pass.

    `client()` and `async_client()` are httpx clients of it, `transport` is for your own, or for a
    `scenario_client.Scenario(transport=...)`. `fail_next(operation, 429)`, `calls_to(operation)`, `seed(...)`.
    """
    from .testing import ScenarioMock

    settings = checked({"clock": "manual", **settings_of(request)})
    mock = ScenarioMock(settings, **credentials(settings))
    use(request, monkeypatch, mock)
    monkeypatch.delenv("SCENARIO_BASE_URL", raising=False)
    yield mock
    mock.close()


@pytest.fixture(scope="session")
def scenario_servers() -> Iterator[Any]:
    """The servers of this session by their settings; use `scenario_server`."""
    from contextlib import ExitStack

    from .testing import ServedMock, served

    with ExitStack() as stack:
        running: dict[Settings, ServedMock] = {}

        def server(settings: Settings) -> ServedMock:
            if settings not in running:
                running[settings] = stack.enter_context(served(ServedMock(settings, **credentials(settings))))
            return running[settings]

        yield server


@pytest.fixture
def scenario_server(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, scenario_servers: Any
) -> ServedMock:
    """The mock on a port of this machine, reset for each test; its clock is the machine's, and `advance` leaps ahead.

    `base_url`, `key` and `secret` are for your client; they are in the environment, too. All else as `scenario_mock`.
    """
    mock: ServedMock = scenario_servers(checked(settings_of(request)))
    mock.reset()
    for name in mock.snapshots():
        mock.forget_snapshot(name)
    use(request, monkeypatch, mock)
    monkeypatch.setenv("SCENARIO_BASE_URL", mock.base_url)
    return mock


@pytest.fixture
def scenario_respx(scenario_mock: ScenarioMock) -> Iterator[Any]:
    """respx' router: calls of any httpx client to the API's host, sync or async, reach `scenario_mock`.

    Other hosts fail, and say so; `scenario_respx.route(host=...)` adds what else your code talks to.
    """
    if find_spec("respx") is None:
        pytest.fail("the fixture scenario_respx needs respx: pip install respx", pytrace=False)
    from .respx_router import router

    with router(scenario_mock) as routes:
        yield routes


def use(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, mock: ScenarioMock) -> None:
    """Put the mock's keys into the environment, and remember it for the report."""
    for prefix in ("SCENARIO_SDK_API", "SCENARIO_API"):
        monkeypatch.setenv(f"{prefix}_KEY", mock.key)
        monkeypatch.setenv(f"{prefix}_SECRET", mock.secret)
    request.node.stash.setdefault(MOCKS, []).append(mock)
