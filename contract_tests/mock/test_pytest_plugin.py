"""The fixtures that pytest finds where the mock is installed: the mock in process and on a port, their settings, and
that a session without them does not notice. respx and sleeps are in test_pytest_plugin_respx, failed tests in
test_pytest_plugin_reports.
"""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
import tomllib
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import scenario_mock
from scenario_mock.testing.asked import AskedError, asked

from contract_tests.mock.plugin_kit import PLUGIN, failed, passed, session

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
(FIRST,) = (block for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "scenario_respx" in block)


def test_the_first_test_of_a_user(tmp_path: Path):
    passed(tmp_path, FIRST)


def test_the_mock_in_process(tmp_path: Path):
    passed(
        tmp_path,
        """
        import os

        import httpx
        import pytest
        from scenario_client import Scenario

        def test_time_stands_still_until_it_is_moved(scenario_mock):
            with scenario_mock.client() as client:
                job = client.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}).json()["job"]["jobId"]
                assert client.get(f"jobs/{job}").json()["job"]["status"] != "success"
                scenario_mock.advance(3)
                ended = client.get(f"jobs/{job}").json()["job"]
                assert ended["status"] == "success"
                asset = client.get("assets/" + ended["metadata"]["assetIds"][0]).json()["asset"]
                assert client.get(asset["url"]).content.startswith(b"\\x89PNG")

        def test_mocks_do_not_outlive_their_tests(request):
            from scenario_mock.pytest_plugin import MOCKS
            assert not any(MOCKS in item.stash for item in request.session.items)

        def test_each_test_has_a_world_of_its_own(scenario_mock):
            assert scenario_mock.calls_to("createCustomGeneration") == []
            assert scenario_mock.faults() == []

        def test_faults(scenario_mock):
            scenario_mock.fail_next("listJobs", 429, remaining_seconds=5)
            with scenario_mock.client() as client:
                assert client.get("jobs").json()["remainingSeconds"] == 5
                assert client.get("jobs").status_code == 200

        def test_things_of_its_own(scenario_mock):
            scenario_mock.seed(models=[{"id": "model_mine", "name": "My style"}])
            assert scenario_mock.client().get("models/model_mine").json()["model"]["name"] == "My style"

        def test_the_environment_of_the_developer_does_not_count(scenario_mock):
            assert os.environ["SCENARIO_SDK_API_KEY"] == os.environ["SCENARIO_API_KEY"] == scenario_mock.key
            assert not {"SCENARIO_SDK_JWT", "SCENARIO_BASE_URL"} & set(os.environ)

        def test_the_generated_client(scenario_mock):
            client = Scenario(transport=scenario_mock.transport)
            assert client.models.list(page_size=1).items

        async def asked(mock):
            async with mock.async_client() as client:
                return (await client.get("jobs")).status_code

        def test_async(scenario_mock):
            import asyncio
            assert asyncio.run(asked(scenario_mock)) == 200

        @pytest.mark.scenario(empty=True, api_key="mine", api_secret="also mine")
        class TestSettings:
            def test_of_the_class(self, scenario_mock):
                with scenario_mock.client() as client:
                    assert client.get("assets").json()["assets"] == []
                assert scenario_mock.client(auth=("other", "x")).get("jobs").status_code == 401

            @pytest.mark.scenario(empty=False, seed=7)
            def test_the_nearest_counts(self, scenario_mock):
                assert scenario_mock.key == "mine"
                assert scenario_mock.settings.seed == 7
                assert scenario_mock.client().get("assets").json()["assets"]
        """,
        count=10,
        SCENARIO_SDK_API_KEY="real",
        SCENARIO_SDK_JWT="real",
        SCENARIO_BASE_URL="https://api.example.org/v1",
    )


def test_settings_of_a_folder_a_module_and_a_class(tmp_path: Path):
    settings = "{'plan': 'pro', 'key': 'ours', 'seed': 5}"
    (tmp_path / "conftest.py").write_text(
        f"import pytest\n@pytest.fixture\ndef scenario_settings():\n    return {settings}\n"
    )
    passed(
        tmp_path,
        """
        import pytest

        pytestmark = pytest.mark.scenario(seed=6)

        def shown(mock):
            return mock.settings.plan, mock.settings.seed, mock.key

        @pytest.mark.scenario(plan="free")
        def test_markers_win(scenario_mock, scenario_server):
            assert shown(scenario_mock) == shown(scenario_server) == ("free", 6, "ours")
            assert (scenario_mock.settings.clock, scenario_server.settings.clock) == ("manual", "system")

        class TestOthers:
            @pytest.fixture
            def scenario_settings(self, scenario_settings):
                return {**scenario_settings, "job_seconds": 7, "key": "others"}

            def test_it(self, scenario_mock):
                assert shown(scenario_mock) == ("pro", 6, "others")
                assert scenario_mock.settings.job_seconds == 7
        """,
        "--strict-markers",
        count=2,
    )


def test_the_mock_on_a_port(tmp_path: Path):
    passed(
        tmp_path,
        """
        import os
        import subprocess

        import pytest
        import requests
        from scenario_client import Scenario

        def test_requests(scenario_server):
            keys = scenario_server.key, scenario_server.secret
            answer = requests.get(scenario_server.base_url + "/jobs", auth=keys)
            assert answer.json()["jobs"]
            assert len(scenario_server.calls_to("listJobs")) == 1

        SEEN = []

        @pytest.mark.parametrize("number", [1, 2])
        def test_each_test_finds_the_same(scenario_server, number):
            assert scenario_server.journal() == scenario_server.faults() == scenario_server.snapshots() == []
            with scenario_server.client() as client:
                job = client.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}).json()["job"]
            SEEN.append((job["jobId"], job["createdAt"][:10]))
            assert len(set(SEEN)) == 1
            scenario_server.fail_next("listJobs", 503)
            scenario_server.snapshot("mine")
            scenario_server.advance(86_400)

        @pytest.mark.scenario(clock="manual")
        def test_its_clock_can_stand(scenario_server):
            client = scenario_server.client()
            job = client.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}).json()["job"]["jobId"]
            assert client.get(f"jobs/{job}").json()["job"]["createdAt"] == "2026-01-15T12:00:00.000Z"
            scenario_server.advance(3)
            assert client.get(f"jobs/{job}").json()["job"]["status"] == "success"

        def test_a_proxy_is_not_asked_for_it(scenario_server, monkeypatch):
            monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
            assert requests.get(scenario_server.base_url + "/jobs", auth=scenario_server.auth).status_code == 200
            assert scenario_server.client().get("jobs").status_code == 200

        def test_what_hangs_does_not_hold_up_the_end(scenario_server):
            scenario_server.add_fault("hang", operation="listJobs")
            with pytest.raises(requests.ReadTimeout):
                requests.get(scenario_server.base_url + "/jobs", auth=scenario_server.auth, timeout=0.2)

        @pytest.fixture(scope="module")
        def left_over():
            return []

        def test_a_thread_that_goes_on(scenario_server, left_over):
            left_over.append(scenario_server.base_url)

        def test_calls_between_tests_are_told(left_over):
            answer = requests.get(left_over[0] + "/jobs", auth=("any", "key"))
            assert (answer.status_code, answer.json()["reason"][:7]) == (503, "No test")

        def test_curl(scenario_server):
            keys = f"{scenario_server.key}:{scenario_server.secret}"
            command = ["curl", "-sS", "-u", keys, scenario_server.base_url + "/models?pageSize=1"]
            assert '"models":[{' in subprocess.run(command, capture_output=True, text=True).stdout

        def test_clients_find_it_by_the_environment(scenario_server):
            with Scenario() as client:
                started = client.generate.custom("model_imagen4-ultra", prompt="a boat")
                scenario_server.advance(3)
                assert client.jobs.retrieve(started.job.job_id).status == "success"

        def test_httpx(scenario_server):
            scenario_server.fail_next("listJobs", 503)
            with scenario_server.client() as client:
                assert client.get("jobs").status_code == 503

        @pytest.mark.scenario(plan="free")
        def test_other_settings(scenario_server):
            assert scenario_server.settings.plan == "free"
            assert os.environ["SCENARIO_BASE_URL"] == scenario_server.base_url

        def test_the_vendors_sdk(scenario_server):
            from scenario_sdk import Scenario as Official

            sdk = Official(
                api_key=scenario_server.key, api_secret=scenario_server.secret, base_url=scenario_server.base_url
            )
            assert sdk.models.list(page_size=2).models
            sdk.close()
        """,
        count=13,
    )


def test_workers_have_keys_of_their_own(tmp_path: Path):
    passed(
        tmp_path,
        """
        import os
        import pytest
        import requests

        @pytest.mark.parametrize("number", range(8))
        def test_it(scenario_server, number):
            assert scenario_server.key == "test-" + os.environ["PYTEST_XDIST_WORKER"]
            requests.get(scenario_server.base_url + "/jobs", auth=(scenario_server.key, scenario_server.secret))
            assert {call.key for call in scenario_server.calls_to("listJobs")} == {scenario_server.key}
        """,
        "-p", "xdist.plugin", "-n", "2",
        count=8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"planet": "mars"}, "there is no setting 'planet', but key, seed, "),
        ({"plan": "gold"}, "plan must be one of free, starter"),
        ({"clock": "late"}, "clock must be one of system, manual"),
        ({"seed": "3"}, "seed must be int, not '3'"),
        ({"seed": True}, "seed must be int, not True"),
        ({"job_seconds": "3"}, "job_seconds must be float, not '3'"),
        ({"models": "all"}, "models must be int or NoneType, not 'all'"),
        ({"key": 7}, "key must be str, not 7"),
        ({"db": "here"}, "there is no setting 'db'"),
    ],
)
def test_wrong_settings_are_refused(settings: dict[str, Any], said: str):
    with pytest.raises(AskedError, match=re.escape(f"@pytest.mark.scenario: {said}")):
        asked({}, {}, [SimpleNamespace(args=(), kwargs=settings)])
    with pytest.raises(AskedError, match=re.escape(f"scenario_settings: {said}")):
        asked({}, settings, [])


def test_wrong_forms_are_refused():
    with pytest.raises(AskedError, match=r"scenario takes settings by name, as in plan='free', not 'free'"):
        asked({}, {}, [SimpleNamespace(args=("free",), kwargs={})])
    with pytest.raises(AskedError, match="scenario_settings must give a dict of settings, not None"):
        asked({}, None, [])  # type: ignore[arg-type]
    with pytest.raises(AskedError, match="api_key and api_secret belong together"):
        asked({}, {"api_key": "mine"}, [])


@pytest.mark.parametrize("fixture", ["scenario_mock", "scenario_server"])
def test_a_refusal_is_a_line(tmp_path: Path, fixture: str):
    tests = f"""
        import pytest

        @pytest.mark.scenario(planet="mars")
        def test_marked({fixture}): ...

        class TestGiven:
            @pytest.fixture
            def scenario_settings(self):
                return {{"plan": "gold"}}

            def test_it(self, {fixture}): ...
        """
    output = failed(tmp_path, tests, "--strict-markers")
    assert "\n@pytest.mark.scenario: there is no setting 'planet', but key, " in output
    assert "\nscenario_settings: plan must be one of free, " in output
    assert "Traceback" not in output
    assert "pytest_plugin.py" not in output


# --- sessions that do without it --------------------------------------------------------------------------------------


def test_it_is_registered_where_the_kit_is_installed(root: Path, tmp_path: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["entry-points"]["pytest11"]
    assert declared == {"scenario_mock": "scenario_mock.pytest_plugin"}
    assert import_module(declared["scenario_mock"]).scenario_mock
    installed = {entry.name: entry.value for entry in entry_points(group="pytest11")}
    assert installed["scenario_mock"] == declared["scenario_mock"], "install the kit again"
    # As pytest finds all plugins that are installed; and away with it by its name.
    tests, all_plugins = "def test_it(scenario_mock): ...", {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": ""}
    assert session(tmp_path, tests, **all_plugins).returncode == 0
    found = session(tmp_path, tests, "-p", "no:scenario_mock", **all_plugins)
    assert "fixture 'scenario_mock' not found" in found.stdout


def test_it_can_be_left_out(tmp_path: Path):
    done = session(tmp_path, "def test_it(scenario_mock): ...")
    assert "fixture 'scenario_mock' not found" in done.stdout


def test_sessions_without_it_load_nothing_of_the_mock(tmp_path: Path):
    tests = """
        import sys

        def test_it():
            loaded = {name for name in sys.modules if name.startswith("scenario_mock")}
            assert loaded == {"scenario_mock", "scenario_mock.pytest_plugin"}
            assert not {"httpx", "faker", "PIL", "respx", "uvicorn", "yaml"} & set(sys.modules)
        """
    passed(tmp_path, tests)


def test_importing_it_brings_nothing_but_pytest():
    """What it costs every session: its own two files."""
    program = """
        import pytest, sys
        before = set(sys.modules)
        import scenario_mock.pytest_plugin
        print(*sorted(set(sys.modules) - before))
        """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["scenario_mock", "scenario_mock.pytest_plugin"]


def test_fixtures_are_documented(tmp_path: Path):
    done = session(tmp_path, "", *PLUGIN, "--fixtures")
    for name in ("scenario_mock", "scenario_server", "scenario_respx", "scenario_sleep", "scenario_settings"):
        told = done.stdout.partition(f"\n{name}")[2]
        assert told.partition("\n")[2].startswith("    "), name
    assert "_scenario_port" not in done.stdout
    assert "@pytest.mark.scenario(**settings)" in session(tmp_path, "", *PLUGIN, "--markers").stdout


# --- where the mock cannot run ----------------------------------------------------------------------------------------


def test_where_only_the_client_is_installed_the_fixture_says_what_to_do(tmp_path: Path):
    (tmp_path / "conftest.py").write_text("import sys\nsys.modules['apsw'] = None\n", "utf-8")
    said = failed(tmp_path, "def test_it(scenario_mock): ...\ndef test_port(scenario_server): ...")
    assert said.count("\nthe mock lacks the module apsw: pip install 'scenario-contract-kit[mock]'") == 2
    assert "Traceback" not in said


def test_on_an_older_python_only_the_fixtures_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "conftest.py").write_text(
        "import pytest, sys\n"
        "@pytest.fixture(autouse=True)\n"
        "def older(monkeypatch):\n"
        "    monkeypatch.setattr(sys, 'version_info', (3, 10, 14, 'final', 0))\n",
        "utf-8",
    )
    said = failed(tmp_path, "def test_it(scenario_mock): ...\ndef test_other(): ...")
    assert "\nthe fixtures of scenario_mock need Python 3.11 or newer" in said
    assert "1 passed, 1 error" in said
    monkeypatch.setattr(sys, "version_info", (3, 10, 14, "final", 0))
    with pytest.raises(ImportError, match=r"needs Python 3\.11"):
        scenario_mock.__getattr__("Mock")
