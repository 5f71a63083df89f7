"""What the report of a failed test says of the requests that it made."""

from __future__ import annotations

from pathlib import Path

from scenario_mock.testing import ScenarioMock
from scenario_mock.testing.told import LONGEST_BODY, MOST_SHOWN

from contract_tests.mock.plugin_kit import SECRET, failed


def test_a_failure_shows_the_requests(tmp_path: Path):
    said = failed(
        tmp_path,
        f"""
        import pytest

        def test_it(scenario_mock):
            scenario_mock.fail_next("listJobs", 503)
            client = scenario_mock.client()
            client.get("jobs", params={{"pageSize": 3}})
            client.post("search/assets", json={{"limit": "many", "offset": "far"}})
            answer = client.post("generate/custom/model_imagen4-ultra", json={{"promt": "a castle, {SECRET}"}})
            assert answer.status_code == 200

        def test_that_passes(scenario_mock):
            scenario_mock.client().get("models/model_of_another_test")
        """,
    )
    assert said.count("scenario mock: requests") == 1
    assert " 503 listJobs " in said
    assert " GET /v1/jobs?pageSize=3 [test-main]\n" in said
    assert "limit" in said.partition(" 400 searchAssets ")[2].partition("sent ")[0]
    assert "\n             body /offset: " in said
    assert "struck by fault-1" in said
    assert " 400 createCustomGeneration " in said
    assert "Did you mean prompt?" in said
    assert 'sent {"promt":"a castle, [redacted]"}' in said
    assert f'"{SECRET}' not in said
    assert "model_of_another_test" not in said


def test_whatever_fails(tmp_path: Path):
    """The setup of another fixture, the test, the end of another fixture; on a port; in a worker of xdist."""
    said = failed(
        tmp_path,
        """
        import httpx
        import pytest

        @pytest.fixture
        def prepared(scenario_server):
            scenario_server.client().get("models/model_prepared")
            raise RuntimeError

        @pytest.fixture
        def ended(scenario_mock):
            yield
            scenario_mock.client().get("models/model_ended")
            raise RuntimeError

        def test_prepared(prepared): ...

        def test_ended(ended): ...

        def test_missed(scenario_respx, scenario_mock):
            scenario_mock.fail_next("listAssets", 429, times=2)
            try:
                httpx.get("https://example.org/metrics?token=hidden")
            except Exception:  # as code under test does
                pass
            assert not "so"

        def test_nothing_asked(scenario_mock):
            assert not "so"
        """,
        "-p", "xdist.plugin", "-n", "1",
    )  # fmt: skip
    assert said.count("scenario mock: requests") == 4
    assert "GET /v1/models/model_prepared [test-gw0]" in said
    assert "GET /v1/models/model_ended [test-gw0]" in said
    assert "not let out: GET https://example.org/metrics\n" in said
    assert "never struck: fault-1, cooldown for operation listAssets" in said
    assert "(none)" in said


def test_long_reports_are_cut():
    mock = ScenarioMock(key="mine")
    client = mock.client()
    for number in range(MOST_SHOWN + 3):
        client.get("models", params={"pageSize": number + 1})
    client.post("generate/custom/model_imagen4-ultra", json={"promt": "x" * 5000})
    lines = mock.told().splitlines()
    mock.close()
    assert lines[0] == "(4 earlier ones are left out)"
    assert sum(" listModels " in line for line in lines) == MOST_SHOWN - 1
    assert len(lines[-1]) < LONGEST_BODY + 60
    assert lines[-1].endswith("xxx… (5012 characters)")


def test_nothing_commands_the_terminal():
    mock = ScenarioMock(key="mine")
    answer = mock.client().get("models/%1B[2J")
    told = mock.told()
    mock.close()
    assert "\x1b[2J" in answer.json()["reason"]
    assert all(line.isprintable() for line in told.splitlines())
    assert "\\x1b[2J" in told
