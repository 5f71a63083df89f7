"""scenario_respx and scenario_sleep: code under test that makes its own clients, and waits, runs unchanged."""

from __future__ import annotations

from pathlib import Path

from contract_tests.mock.plugin_kit import failed, passed


def test_calls_of_the_api_reach_the_mock(tmp_path: Path):
    passed(
        tmp_path,
        """
        import asyncio
        import threading

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
            assert scenario_respx.api.call_count == len(scenario_mock.calls_to("listJobs")) == 2

        def test_async(scenario_respx):
            assert asyncio.run(async_code_under_test()) == 200

        def test_in_threads(scenario_respx, scenario_mock):
            statuses = []
            threads = [threading.Thread(target=lambda: statuses.append(code_under_test())) for _ in range(8)]
            for thread in threads:
                thread.start()
            for _ in range(20):
                scenario_mock.advance(1)
            for thread in threads:
                thread.join()
            assert statuses == [200] * 8

        def test_files_where_answers_say_and_where_the_api_keeps_them(scenario_respx):
            picture = httpx.get(f"{API}/assets?pageSize=1", auth=("any", "key")).json()["assets"][0]
            signed = httpx.URL(picture["url"])
            assert signed.host == "api.cloud.scenario.com"
            with httpx.stream("GET", signed) as answer:
                content = answer.read()
            there = f"https://cdn.cloud.scenario.com/assets/{picture['id']}"
            assert httpx.get(there, params=signed.params).content == content
            assert httpx.get(there).status_code == 403

        def test_what_goes_wrong_on_the_way(scenario_respx, scenario_mock):
            scenario_mock.add_fault("hang", operation="listJobs")
            with pytest.raises(httpx.ReadTimeout):
                code_under_test()

        def test_routes_of_the_test_come_first(scenario_respx):
            scenario_respx.get(f"{API}/jobs").respond(418)
            assert code_under_test() == 418
            assert httpx.get(f"{API}/models", auth=("any", "key")).status_code == 200

        def test_nothing_is_left_behind():
            with pytest.raises(httpx.ConnectError):
                httpx.get("http://127.0.0.1:9/")
        """,
        count=7,
    )


def test_other_hosts_fail_and_say_what_to_do(tmp_path: Path):
    passed(
        tmp_path,
        """
        import asyncio
        import httpx
        import pytest

        async def call():
            async with httpx.AsyncClient() as client:
                await client.post("https://example.org/hook?token=hidden")

        def test_sync(scenario_respx):
            with pytest.raises(AssertionError, match="goes to example.org.*scenario_respx.route") as caught:
                httpx.get("https://user:hidden@example.org/x?token=hidden")
            assert "GET https://example.org/x goes to" in str(caught.value)
            assert "hidden" not in str(caught.value)

        def test_async(scenario_respx):
            with pytest.raises(AssertionError, match="POST https://example.org/hook goes to example.org"):
                asyncio.run(call())

        def test_they_can_be_added(scenario_respx):
            scenario_respx.route(host="example.org").respond(204)
            assert httpx.get("https://example.org/x").status_code == 204

        def test_they_can_be_let_out(scenario_respx, scenario_server):
            with pytest.raises(AssertionError, match="goes to 127.0.0.1"):
                scenario_server.client().get("jobs")
            scenario_respx.route(host="127.0.0.1").pass_through()
            assert scenario_server.client().get("jobs").status_code == 200

        def test_beside_respx_own_fixture(scenario_respx, respx_mock):
            respx_mock.get("https://example.org/").respond(201)
            assert httpx.get("https://example.org/").status_code == 201
            assert httpx.get("https://api.cloud.scenario.com/v1/jobs").status_code == 401
        """,
        "-p", "respx.plugin",
        count=5,
    )  # fmt: skip


def test_without_respx_there_is_a_hint(tmp_path: Path):
    hidden = "import scenario_mock.pytest_plugin as plugin\nplugin.find_spec = lambda _: None\n"
    (tmp_path / "conftest.py").write_text(hidden, "utf-8")
    assert "pip install respx" in failed(tmp_path, "def test_it(scenario_respx): ...")


def test_pauses_take_no_time(tmp_path: Path):
    """Sessions of minutes end at once; after them everybody waits as before."""
    passed(
        tmp_path,
        """
        import asyncio
        import threading
        import time
        from asyncio import sleep as taken_before

        import anyio
        import pytest
        import requests
        from scenario_client import AsyncScenario, Scenario

        ORIGINAL = time.sleep, asyncio.sleep, anyio.sleep
        TAKEN = []

        @pytest.fixture(autouse=True)
        def quick():
            begun = time.monotonic()
            yield
            assert time.monotonic() - begun < 5

        def made():
            job = Scenario().generate.custom("model_imagen4-ultra", prompt="a boat").wait(timeout=600)
            return job.status

        async def made_async():
            async with AsyncScenario() as scenario:
                return (await (await scenario.generate.custom("model_imagen4-ultra", prompt="a boat")).wait()).status

        @pytest.mark.scenario(job_seconds=120)
        def test_a_job_is_waited_for(scenario_respx, scenario_sleep, scenario_mock):
            assert made() == "success"
            assert asyncio.run(made_async()) == "success"

        def test_a_cooldown_is_waited_out(scenario_respx, scenario_sleep, scenario_mock):
            scenario_mock.fail_next("listJobs", 429, remaining_seconds=30)
            began = scenario_mock.services.now_ms()
            assert Scenario().jobs.list(page_size=1).items
            assert [call.status for call in scenario_mock.calls_to("listJobs")] == [429, 200]
            assert scenario_mock.services.now_ms() - began >= 30_000

        def test_others_get_their_turn(scenario_sleep):
            steps = []

            async def walk(name):
                for _ in range(2):
                    steps.append(name)
                    await asyncio.sleep(60)

            async def both():
                await asyncio.gather(walk("a"), walk("b"))

            asyncio.run(both())
            assert steps == ["a", "b", "a", "b"]

        def test_the_server_goes_on_as_ever(scenario_server, scenario_mock, scenario_sleep):
            before = scenario_mock.services.now_ms()
            for _ in range(3):
                requests.get(scenario_server.base_url + "/jobs", auth=scenario_server.auth)
            assert scenario_mock.services.now_ms() == before
            from time import sleep
            TAKEN.append(sleep)

        def test_all_is_as_before():
            assert (time.sleep, asyncio.sleep, anyio.sleep) == ORIGINAL
            begun = time.monotonic()
            TAKEN[0](0.05)
            assert time.monotonic() - begun >= 0.05
        """,
        count=5,
    )
