"""What live mode promises, by the book of a stand-in of the live service: nothing that changes or costs when it reads,
no more requests, units and seconds than it was given, at the stated rate, and its own jobs ended afterwards.

The suite runs as a process of its own each time; the stand-in knows nothing of its guard.
"""

from __future__ import annotations

import re
import signal
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from contract_tests.house.suite_runs import ROOT, command, environment, run, sent, written
from contract_tests.serving import until
from contract_tests.standin import KEYS, standing_in

LAYERS = tuple(str(ROOT / "contract_tests" / name) for name in ("examples", "behaviour", "journeys"))
READING = ("-k", "search_bodies or public or models or pages or unknown")
PAINTED = """
BODY = {"modelId": "model_abc123xyz", "prompt": "a lighthouse", "width": 64, "height": 64, "numSamples": 1}

@pytest.mark.changes
@pytest.mark.parametrize("number", range(8))
def test_paint(call, number):
    job = call("createTextToImageGeneration", body=BODY).json["job"]["jobId"]
    call("retrieveJob", path={"jobId": job})
"""


def test_a_run_that_reads_changes_nothing_costs_nothing_and_waits_when_told():
    with standing_in(per_second=5) as (service, variables):
        done = run(variables, "--target", "live", "--rate", "25", "--max-requests", "40", *LAYERS, *READING)
        assert done.returncode == 0, done.stdout[-3000:]
        assert sent(done.stdout) == len(service.book) <= 40
    assert not [seen for seen in service.book if seen.asked_to_change]
    assert service.charged == 0
    assert "spent 0 CU" in done.stdout
    waited = [seen for seen in service.book if seen.status == 429]
    assert waited, "the stand-in never asked for patience, so nothing is proved"
    assert service.busiest(1.0) <= 26, "25 a second were stated"
    assert KEYS[1] not in done.stdout + done.stderr
    assert not [seen for seen in service.book if seen.path.startswith("/__mock__/health")]


def test_past_the_requests_the_rest_is_skipped():
    with standing_in(hint="body", per_second=5) as (service, variables):
        done = run(variables, "--target", "live", "--rate", "50", "--max-requests", "12", LAYERS[0], *READING)
    assert done.returncode == 0, done.stdout[-3000:]
    assert len(service.book) == 12
    assert re.search(r"not sent: \d+ x 12 requests are the limit", done.stdout)
    assert re.search(r"\d+ skipped", done.stdout)


def test_the_stated_rate_and_the_stated_time_hold(tmp_path: Path):
    suite = written(
        tmp_path,
        """
@pytest.mark.parametrize("number", range(60))
def test_read(call, number):
    call("listModels", query={"pageSize": 1})
""",
    )
    with standing_in() as (service, variables):
        done = run(variables, "--target", "live", "--rate", "10", "--time-limit", "4", *suite)
    assert done.returncode == 0, done.stdout[-3000:]
    assert "4 s are the limit" in done.stdout
    times = [seen.at for seen in service.book]
    assert 2 <= len(times) <= 41, "10 a second for 4 s, less what the start takes"
    assert service.busiest(1.0) <= 11
    assert times[-1] - times[0] <= 4.3


def test_no_more_is_spent_than_was_given_and_each_price_is_asked_first(tmp_path: Path):
    with standing_in() as (service, variables):
        limits = ("--changes", "--max-spend", "12", "--rate", "100")
        done = run(variables, "--target", "live", *limits, *written(tmp_path, PAINTED))
    assert done.returncode == 0, done.stdout[-3000:]
    calls = service.of("createTextToImageGeneration")
    paid = [seen for seen in calls if seen.ran]
    assert paid, "nothing was bought, so nothing is proved"
    assert 0 < service.charged <= 12
    assert service.charged + paid[0].units > 12, "there was money for another one"
    for one in paid:  # the call before it is its dry run
        before = calls[calls.index(one) - 1]
        assert (before.status, "dryRun=true" in before.query) == (269, True)
    assert f"spent {service.charged:g} CU" in done.stdout
    assert "12 CU are the limit" in done.stdout


def test_what_the_layers_buy_stays_in_the_budget_too():
    layers = [str(ROOT / "contract_tests" / name) for name in ("examples", "journeys")]
    with standing_in() as (service, variables):
        limits = ("--changes", "--max-spend", "20", "--rate", "100", "--max-requests", "300")
        done = run(variables, "--target", "live", *limits, *layers, "-k", "generat or price or journey")
        assert done.returncode == 0, done.stdout[-3000:]
        assert 0 < service.charged <= 20
        assert f"spent {service.charged:g} CU" in done.stdout
        assert sent(done.stdout) == len(service.book), "something went past the guard"
        assert "20 CU are the limit" in done.stdout


def test_jobs_are_canceled_at_the_end_and_nobody_elses(tmp_path: Path):
    with standing_in(job_seconds=60) as (service, variables):
        others = started_by_somebody_else(variables)
        limits = ("--changes", "--max-spend", "1000", "--rate", "100", "--max-requests", "40")
        done = run(variables, "--target", "live", *limits, *written(tmp_path, PAINTED + UPLOADED))
        assert done.returncode == 0, done.stdout[-3000:]
        own = {seen.job_id for seen in service.of("createTextToImageGeneration") if seen.job_id} - {others}
        custom = {seen.job_id for seen in service.of("createCustomGeneration") if seen.job_id}
        statuses = statuses_of(variables)
    assert own
    assert {statuses[job] for job in own} == {"canceled"}
    assert statuses[others] not in ("canceled", "failure")
    touched = {seen.path.split("/")[3] for seen in service.of("triggerJobAction")}
    assert touched == own | custom
    assert len(service.book) <= 40 + 2, "the two requests of this test come on top"
    assert f"started {len(own | custom)} jobs: {len(own)} canceled" in done.stdout
    assert f"left to run, as last seen: {next(iter(custom))}" in done.stdout
    assert "left 1 assets: asset_" in done.stdout


UPLOADED = """
@pytest.mark.changes
def test_upload(call):
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
    call("uploadAsset", body={"image": "data:image/png;base64," + pixel, "name": "pixel"})

@pytest.mark.changes
def test_custom_jobs_cannot_be_canceled(call):
    call("createCustomGeneration", path={"modelId": "model_imagen4-ultra"}, body={"prompt": "a lighthouse"})
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_cleans_up_as_well(tmp_path: Path, end: signal.Signals):
    waiting = PAINTED + "    import time; time.sleep(60)\n"
    with standing_in(job_seconds=60) as (service, variables):
        arguments = ("--target", "live", "--changes", "--max-spend", "1000", "--rate", "100")
        with subprocess.Popen(
            command(*arguments, *written(tmp_path, waiting)),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(**variables),
            # A shell without job control has what it runs in the background ignore SIGINT, and that is inherited.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process:
            try:
                until(lambda: bool(service.of("retrieveJob")), "the suite looks at its job")
                process.send_signal(end)
                output, _ = process.communicate(timeout=50)  # before its sleep would end by itself
            finally:
                process.kill()
        assert process.returncode == 2, output
        statuses = statuses_of(variables)
    jobs = [seen.job_id for seen in service.of("createTextToImageGeneration") if seen.job_id]
    assert [statuses[job] for job in jobs if job] == ["canceled"]
    assert "started 1 jobs: 1 canceled" in output


def test_probes_that_open_sessions_of_their_own_are_guarded_too(tmp_path: Path):
    suite = written(
        tmp_path,
        """
import requests

def test_read(target):
    for _ in range(30):
        requests.get(target.base_url + "/models", auth=target.auth)

def test_change(target):
    requests.delete(target.base_url + "/models/model_abc123xyz", auth=target.auth)
""",
    )
    with standing_in() as (service, variables):
        done = run(variables, "--target", "live", "--rate", "100", "--max-requests", "9", *suite)
    assert len(service.book) == 9
    assert not [seen for seen in service.book if seen.asked_to_change]
    assert "2 skipped" in done.stdout


def test_a_run_with_changes_deletes_nothing_that_the_contract_does_not_know(tmp_path: Path):
    suite = written(
        tmp_path,
        """
@pytest.mark.changes
@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH"])
def test_change(api, method):
    api.request(method, "models/model_abc123xyz")
""",
    )
    with standing_in() as (service, variables):
        done = run(variables, "--target", "live", "--changes", "--max-spend", "1", "--rate", "100", *suite)
    assert "3 skipped" in done.stdout
    assert [seen.method for seen in service.book] == ["GET"]


def started_by_somebody_else(variables: dict[str, str]) -> str:
    """A job of the same account that the suite has not started."""
    body = {"modelId": "model_abc123xyz", "prompt": "mine", "width": 64, "height": 64}
    url = variables["SCENARIO_BASE_URL"] + "/generate/txt2img"
    job_id: str = httpx.post(url, json=body, auth=KEYS).raise_for_status().json()["job"]["jobId"]
    time.sleep(0.01)  # the book's order is by time
    return job_id


def statuses_of(variables: dict[str, str]) -> dict[str, str]:
    """The states of the account's latest jobs."""
    answer = httpx.get(variables["SCENARIO_BASE_URL"] + "/jobs", params={"pageSize": 100}, auth=KEYS)
    return {job["jobId"]: job["status"] for job in answer.raise_for_status().json()["jobs"]}
