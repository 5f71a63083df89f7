"""The fixtures that pytest finds where the mock is installed, in sessions of their own: as a user's tests see them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

PLUGIN = ("-p", "scenario_mock.pytest_plugin")
SECRET = "scenario-mock-secret"
README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
(FIRST,) = (block for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "scenario_respx" in block)


def session(folder: Path, tests: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """pytest over `tests`, with no plugins but ours and those that are named."""
    (folder / "test_it.py").write_text(textwrap.dedent(tests), "utf-8")
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("SCENARIO_", "PYTEST_"))}
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", *arguments, "test_it.py"]
    variables |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=variables)


def passed(folder: Path, tests: str, *arguments: str, count: int = 1) -> None:
    """Run a session in which all has to pass."""
    done = session(folder, tests, *PLUGIN, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{count} passed" in done.stdout


def failed(folder: Path, tests: str, *arguments: str) -> str:
    """Run a session in which something has to fail; what it says."""
    done = session(folder, tests, *PLUGIN, *arguments)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_the_plugin_is_declared(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    (name,) = project["entry-points"]["pytest11"].values()
    assert import_module(name).scenario_mock


def test_the_first_test_of_a_user(tmp_path: Path):
    passed(tmp_path, FIRST)


def test_the_mock_in_process(tmp_path: Path):
    passed(
        tmp_path,
        """
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

        def test_each_test_has_a_world_of_its_own(scenario_mock):
            assert scenario_mock.calls_to("createCustomGeneration") == []
            assert scenario_mock.faults() == []

        def test_faults(scenario_mock):
            scenario_mock.fail_next("listJobs", 429, remaining_seconds=5)
            with scenario_mock.client() as client:
                assert client.get("jobs").json()["remainingSeconds"] == 5
                assert client.get("jobs").status_code == 200

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
        count=7,
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

        def test_it_is_reset(scenario_server):
            assert scenario_server.journal() == []

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
        def test_other_settings_are_another_server(scenario_server):
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
        count=7,
    )


def test_respx(tmp_path: Path):
    passed(
        tmp_path,
        """
        import asyncio
        import httpx
        import pytest

        API = "https://api.cloud.scenario.com/v1"

        def code_under_test():
            with httpx.Client(auth=("any", "key")) as client:
                return client.get(f"{API}/jobs").status_code

        async def async_code_under_test():
            async with httpx.AsyncClient(auth=("any", "key")) as client:
                picture = (await client.get(f"{API}/assets?pageSize=1")).json()["assets"][0]
                return (await client.get(picture["url"])).status_code

        def test_sync(scenario_respx, scenario_mock):
            scenario_mock.fail_next("listJobs", 500)
            assert code_under_test() == 500
            assert code_under_test() == 200

        def test_async(scenario_respx):
            assert asyncio.run(async_code_under_test()) == 200

        def test_other_hosts_fail_and_say_so(scenario_respx):
            with pytest.raises(AssertionError, match="goes to example.org.*scenario_respx.route"):
                httpx.get("https://example.org/x")

        def test_other_hosts_can_be_added(scenario_respx):
            scenario_respx.route(host="example.org").respond(204)
            assert httpx.get("https://example.org/x").status_code == 204

        def test_nothing_is_left_behind():
            with pytest.raises(httpx.ConnectError):
                httpx.get("http://127.0.0.1:9/")
        """,
        count=5,
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


def test_a_failure_shows_the_requests(tmp_path: Path):
    said = failed(
        tmp_path,
        """
        def test_it(scenario_mock):
            scenario_mock.fail_next("listJobs", 503)
            with scenario_mock.client() as client:
                client.get("jobs", params={"pageSize": 3})
                answer = client.post("generate/custom/model_imagen4-ultra", json={"promt": "a castle"})
                assert answer.status_code == 200
        """,
    )
    assert "scenario mock: requests" in said
    assert "503 listJobs  GET /v1/jobs?pageSize=3 [struck by " in said
    assert "400 createCustomGeneration" in said
    assert "Did you mean prompt?" in said
    assert SECRET not in said


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("planet='mars'", "there is no setting 'planet', but seed, "),
        ("plan='gold'", "plan must be one of free, starter"),
        ("'free'", "takes settings by name"),
    ],
)
@pytest.mark.parametrize("fixture", ["scenario_mock", "scenario_server"])
def test_wrong_marks_are_told_in_a_line(tmp_path: Path, fixture: str, mark: str, said: str):
    tests = f"import pytest\n@pytest.mark.scenario({mark})\ndef test_it({fixture}): ...\n"
    output = failed(tmp_path, tests, "--strict-markers")
    assert f"@pytest.mark.scenario: {said}" in output or f"@pytest.mark.scenario {said}" in output
    assert "Traceback" not in output


def test_without_respx_there_is_a_hint(tmp_path: Path):
    hidden = "import scenario_mock.pytest_plugin as plugin\nplugin.find_spec = lambda _: None\n"
    (tmp_path / "conftest.py").write_text(hidden, "utf-8")
    assert "pip install respx" in failed(tmp_path, "def test_it(scenario_respx): ...")


def test_sessions_without_it_load_nothing_of_the_mock(tmp_path: Path):
    tests = """
        import sys

        def test_it():
            loaded = {name for name in sys.modules if name.startswith("scenario_mock")}
            assert loaded == {"scenario_mock", "scenario_mock.pytest_plugin"}
            assert not {"httpx", "faker", "PIL", "respx", "uvicorn"} & set(sys.modules)
        """
    passed(tmp_path, tests)


def test_fixtures_are_documented(tmp_path: Path):
    done = session(tmp_path, "", *PLUGIN, "--fixtures")
    for name in ("scenario_mock", "scenario_server", "scenario_respx"):
        told = done.stdout.partition(f"\n{name}")[2]
        assert told.partition("\n")[2].startswith("    "), name


def test_it_can_be_left_out(tmp_path: Path):
    done = session(tmp_path, "def test_it(scenario_mock): ...")
    assert "fixture 'scenario_mock' not found" in done.stdout
