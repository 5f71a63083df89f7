"""The guard, limit by limit, on a clock that nobody waits for and a service that answers as a test says."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import requests
from hypothesis import HealthCheck, given, settings, strategies
from requests.adapters import HTTPAdapter
from scenario_client import Scenario
from scenario_mock.contract import packaged

from contract_tests.exchanges import Exchange
from contract_tests.guard import Guard
from contract_tests.made import requests_to_end
from contract_tests.messages import Got, seconds_to_wait
from contract_tests.options import Limits
from contract_tests.transports import AsyncGuardedTransport, GuardedAdapter, GuardedTransport

BASE = "https://service.test/v1"
PAID = "generate/txt2img"
SKIPPED = pytest.skip.Exception

Answer = Callable[[httpx.Request], httpx.Response]


@dataclass
class Time:
    """Seconds that pass only when somebody waits."""

    now: float = 100.0
    waits: list[float] = field(default_factory=list)

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@dataclass
class Service(httpx.BaseTransport):
    """What was sent, and the answer to it."""

    answer: Answer
    book: list[httpx.Request] = field(default_factory=list)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.book.append(request)
        answer = self.answer(request)
        if not answer.is_closed:
            return answer
        # One that was made from a text counts as read; from the wire it would not.
        return httpx.Response(answer.status_code, headers=answer.headers, stream=httpx.ByteStream(answer.content))


def shop(request: httpx.Request, *, price: float = 4.0, job: str = "job_1") -> httpx.Response:
    """Prices by dry run, runs otherwise, and reads."""
    if request.method == "GET":
        return httpx.Response(200, json={"models": []})
    if request.url.params.get("dryRun") == "true":
        return httpx.Response(269, json={"creativeUnitsCost": price})
    return httpx.Response(200, json={"creativeUnitsCost": price, "job": {"jobId": job, "status": "pending"}})


def guarded(answer: Answer = shop, *, base: str = BASE, **limits: Any) -> tuple[Guard, Service, httpx.Client, Time]:
    """A guard, the service behind it, a client of it and its time."""
    time, service = Time(), Service(answer)
    guard = Guard(packaged(), base, Limits(**limits), wait=time.wait, now=lambda: time.now, sleep=time.wait)
    transport = GuardedTransport(guard, service)
    return guard, service, httpx.Client(base_url=base + "/", transport=transport), time


# ---- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "is_sent"),
    [
        ("GET", "models", True),
        ("POST", "search/assets", True),
        ("POST", "models/get-bulk", True),
        ("POST", PAID, False),
        ("POST", PAID + "?dryRun=true", False),
        ("POST", "assets", False),
        ("POST", "jobs/job_1/action", False),
        ("DELETE", "models/model_1", False),
        ("POST", "generate//txt2img", False),
        ("PUT", "https://elsewhere.test/upload", False),
        ("GET", "https://elsewhere.test/picture.png", True),
        ("GET", "unknown", True),
    ],
)
def test_reading_only(method: str, path: str, is_sent: bool):
    guard, service, client, _ = guarded(read_only=True)
    if is_sent:
        client.request(method, path)
    else:
        with pytest.raises(SKIPPED, match="read only"):
            client.request(method, path)
    assert len(service.book) == guard.spent.requests == int(is_sent)
    assert guard.spent.refused == ({} if is_sent else {"read only": 1})


def test_what_is_not_declared_is_only_read():
    guard, service, client, _ = guarded(declared_only=True)
    for method in ("DELETE", "PUT", "PATCH"):
        with pytest.raises(SKIPPED, match="no operation of the contract"):
            client.request(method, "models/model_1")
    client.get("models/model_1")
    client.post("assets", json={})
    assert [request.method for request in service.book] == ["GET", "POST"]
    assert sum(guard.spent.refused.values()) == 3


def test_only_jobs_of_the_run_are_canceled():
    _, service, client, _ = guarded(declared_only=True)
    client.post(PAID, json={})
    client.post("jobs/job_1/action", json={"action": "cancel"})
    for other in ("job_2", "job_1%2F", "job%5F2"):
        with pytest.raises(SKIPPED, match="a job that this run did not start"):
            client.post(f"jobs/{other}/action", json={"action": "cancel"})
    client.get("jobs/job_2")
    assert len(service.book) == 3


def test_of_a_generated_test_only_the_case_is_left_out():
    _, service, client, _ = guarded(declared_only=True)

    @given(strategies.sampled_from(["GET", "DELETE"]))
    @settings(database=None, max_examples=20, suppress_health_check=list(HealthCheck))
    def case(method: str) -> None:
        client.request(method, "models/model_1")

    case()
    assert {request.method for request in service.book} == {"GET"}


# ---- requests, time, rate --------------------------------------------------------------------------------------------


def test_requests_of_all_clients_count_together():
    guard, service, client, _ = guarded(max_requests=3)
    other = httpx.Client(transport=GuardedTransport(guard, service))
    client.get("models")
    other.get("https://cdn.test/picture.png")
    client.get("unknown")
    for one in (client, other):
        with pytest.raises(SKIPPED, match="3 requests are the limit"):
            one.get(BASE + "/models")
    assert len(service.book) == 3


def test_requests_and_httpx_share_a_budget(monkeypatch: pytest.MonkeyPatch):
    guard, service, client, _ = guarded(max_requests=2)
    monkeypatch.setattr(HTTPAdapter, "send", plain_answer)
    session = requests.Session()
    session.mount("https://", GuardedAdapter(guard))
    client.get("models")
    assert session.get(BASE + "/models").json() == {"models": []}
    with pytest.raises(SKIPPED, match="2 requests are the limit"):
        session.get(BASE + "/models")
    assert (len(service.book), guard.spent.requests) == (1, 2)


def plain_answer(_adapter: HTTPAdapter, request: requests.PreparedRequest, **_options: Any) -> requests.Response:
    """An answer as requests makes it, without a network."""
    answer = requests.Response()
    answer.status_code, answer._content, answer.request = 200, b'{"models": []}', request
    answer.headers["content-type"] = "application/json"
    answer.url = str(request.url)
    return answer


def test_nothing_is_sent_after_the_time():
    _, service, client, time = guarded(seconds=10.0)
    client.get("models")
    time.now += 10.1
    with pytest.raises(SKIPPED, match="10 s are the limit"):
        client.get("models")
    assert len(service.book) == 1


def test_each_waits_for_its_turn():
    _, _, client, time = guarded(rate=4.0)
    for _ in range(5):
        client.get("models")
    assert time.now == pytest.approx(101.0)
    time.now += 60  # turns that nobody took are not saved up
    client.get("models")
    client.get("models")
    assert time.now == pytest.approx(161.25)


def test_a_turn_that_comes_too_late_is_refused_at_once():
    _, service, client, time = guarded(rate=0.1, seconds=15.0)
    client.get("models")
    client.get("models")
    with pytest.raises(SKIPPED):
        client.get("models")
    assert len(service.book) == 2
    assert time.now == pytest.approx(110.0)


def test_many_threads_keep_to_the_limit():
    guard, service, client, _ = guarded(max_requests=50, max_spend=10.0)
    refused: list[BaseException] = []

    def work() -> None:
        for _ in range(10):
            try:
                client.post(PAID, json={})
            except SKIPPED as refusal:
                refused.append(refusal)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    bought = [request for request in service.book if "dryRun" not in request.url.params]
    assert len(bought) == 2, "two of 4 units each fit into 10"
    assert guard.spent.units == 8.0
    assert guard.spent.requests == len(service.book) <= 50
    assert len(refused) == 78


# ---- 429 -------------------------------------------------------------------------------------------------------------


def patient(*answers: httpx.Response) -> Answer:
    """These answers in turn, then the shop's."""
    left = list(answers)
    return lambda request: left.pop(0) if left else shop(request)


def test_a_429_is_waited_out_as_asked():
    asked = httpx.Response(429, headers={"Retry-After": "3"}), httpx.Response(429, json={"remainingSeconds": 12})
    guard, service, client, time = guarded(patient(*asked, httpx.Response(429), httpx.Response(429)))
    assert client.get("models").status_code == 200
    assert time.waits == [pytest.approx(seconds, abs=0.001) for seconds in (0, 3, 0, 12, 0, 4, 0, 8, 0)]
    assert guard.spent.requests == len(service.book) == 5


def test_patience_ends():
    _, service, client, _ = guarded(lambda _request: httpx.Response(429))
    assert client.get("models").status_code == 429
    assert len(service.book) == 5


@pytest.mark.parametrize(
    "body", [{"name": "PlanLimitReachedError"}, {"code": "QUOTA_EXCEEDED"}, {"remainingSeconds": 3600}]
)
def test_what_does_not_go_away_is_not_waited_for(body: dict[str, Any]):
    _, service, client, time = guarded(lambda _request: httpx.Response(429, json=body))
    assert client.get("models").status_code == 429
    assert (len(service.book), sum(time.waits)) == (1, 0)


def test_a_wait_beyond_the_time_is_refused_before_it():
    _, service, client, time = guarded(lambda _request: httpx.Response(429, headers={"Retry-After": "30"}), seconds=20)
    with pytest.raises(SKIPPED, match="20 s are the limit"):
        client.get("models")
    assert (len(service.book), sum(time.waits)) == (1, 0)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"Retry-After": "0"}, 0.1),
        ({"Retry-After": "Mon, 05 Oct 2026 10:00:20 GMT", "Date": "Mon, 05 Oct 2026 10:00:00 GMT"}, 20.0),
        ({"Retry-After": "Mon, 05 Oct 2026 09:00:00 GMT", "Date": "Mon, 05 Oct 2026 10:00:00 GMT"}, 0.1),
        ({"Retry-After": "soon"}, 4.0),
        ({"Retry-After": "61"}, None),
        ({}, 4.0),
    ],
)
def test_how_long_a_429_asks_to_wait(headers: dict[str, str], seconds: float | None):
    assert seconds_to_wait(Got(429, headers, b""), attempt=2) == seconds


# ---- money -----------------------------------------------------------------------------------------------------------


def test_a_paid_call_is_priced_first_and_refused_past_the_limit():
    guard, service, client, _ = guarded(max_spend=10.0)
    client.post(PAID + "?projectId=proj_1", json={"prompt": "a"})
    client.post(PAID, json={"prompt": "b"})
    with pytest.raises(SKIPPED, match="10 CU are the limit"):
        client.post(PAID, json={"prompt": "c"})
    assert [request.url.params.get("dryRun") for request in service.book] == ["true", None] * 2 + ["true"]
    assert service.book[0].url.params["projectId"] == "proj_1"
    assert json.loads(service.book[0].content) == {"prompt": "a"}
    assert guard.spent.units == 8.0
    assert guard.started == {"job_1": "createTextToImageGeneration"}


def test_the_limit_itself_may_be_spent_and_nothing_is_a_limit_too():
    guard, _, client, _ = guarded(max_spend=8.0)
    client.post(PAID, json={})
    client.post(PAID, json={})
    assert guard.spent.units == 8.0
    _, service, client, _ = guarded(max_spend=0.0)
    with pytest.raises(SKIPPED):
        client.post(PAID, json={})
    assert len(service.book) == 1


def test_a_refused_dry_run_is_the_answer():
    guard, service, client, _ = guarded(lambda _request: httpx.Response(400, json={"reason": "no"}), max_spend=10.0)
    answer = client.post(PAID, json={})
    assert (answer.status_code, answer.json()) == (400, {"reason": "no"})
    assert (len(service.book), guard.spent.units) == (1, 0.0)


@pytest.mark.parametrize("cost", [None, "4", True, -3, float("inf")])
def test_without_a_price_nothing_is_bought(cost: Any):
    body = json.dumps({"creativeUnitsCost": cost}).encode()
    guard, service, client, _ = guarded(lambda _request: httpx.Response(269, content=body), max_spend=10.0)
    with pytest.raises(SKIPPED, match="tells no price"):
        client.post(PAID, json={})
    assert (len(service.book), guard.spent.units) == (1, 0.0)


def test_an_operation_without_a_dry_run_is_not_called():
    _, service, client, _ = guarded(max_spend=10.0)
    with pytest.raises(SKIPPED, match="createPatch has no dry run"):
        client.post("generate/patch", json={})
    assert not service.book


@pytest.mark.parametrize("query", ["", "?dryRun=true"])
def test_a_dry_run_that_is_run_is_paid_once_and_never_believed_again(query: str):
    run = httpx.Response(200, json={"creativeUnitsCost": 4, "job": {"jobId": "job_2", "status": "queued"}})
    guard, service, client, _ = guarded(lambda _request: run, max_spend=10.0)
    if query:
        client.post(PAID + query, json={})
    for _ in range(3):
        with pytest.raises(SKIPPED, match="a dry run of createTextToImageGeneration answered 200"):
            client.post(PAID, json={})
    assert (len(service.book), guard.spent.units) == (1, 4.0)
    assert guard.made.open_jobs() == ["job_2"]


@pytest.mark.parametrize(
    "query", ["dryRun=false", "dryRun=true&dryRun=false", "dryRun=TRUE", "xdryRun=true", "dryRun="]
)
def test_only_a_dry_run_is_free(query: str):
    _, service, client, _ = guarded(max_spend=1.0)
    with pytest.raises(SKIPPED, match="1 CU are the limit"):
        client.post(f"{PAID}?{query}", json={})
    assert [request.url.params.get_list("dryRun") for request in service.book] == [["true"]]


@pytest.mark.parametrize(("status", "units"), [(200, 4.0), (400, 0.0), (404, 0.0), (500, 4.0)])
def test_what_counts_as_spent(status: int, units: float):
    def answer(request: httpx.Request) -> httpx.Response:
        return shop(request) if "dryRun" in request.url.params else httpx.Response(status, json={})

    guard, _, client, _ = guarded(answer, max_spend=10.0)
    client.post(PAID, json={})
    assert guard.spent.units == units


def test_a_connection_that_breaks_may_have_been_paid():
    def answer(request: httpx.Request) -> httpx.Response:
        if "dryRun" in request.url.params:
            return shop(request)
        raise httpx.ReadError("cut")

    guard, _, client, _ = guarded(answer, max_spend=10.0)
    with pytest.raises(httpx.ReadError):
        client.post(PAID, json={})
    assert guard.spent.units == 4.0


def test_more_is_charged_than_was_priced():
    def answer(request: httpx.Request) -> httpx.Response:
        return shop(request, price=1.0 if "dryRun" in request.url.params else 9.5)

    guard, _, client, _ = guarded(answer, max_spend=10.0)
    client.post(PAID, json={})
    with pytest.raises(SKIPPED, match="10 CU"):
        client.post(PAID, json={})
    assert guard.spent.units == 9.5


def test_a_429_to_a_dry_run_is_waited_out_too():
    guard, service, client, time = guarded(patient(httpx.Response(429, json={"remainingSeconds": 5})), max_spend=10.0)
    assert client.post(PAID, json={}).status_code == 200
    assert (len(service.book), sum(time.waits), guard.spent.units) == (3, 5.0, 4.0)


# ---- the end ---------------------------------------------------------------------------------------------------------


def test_room_is_kept_to_cancel_what_was_started():
    numbers = iter(range(100))
    guard, service, client, _ = guarded(lambda request: shop(request, job=f"job_{next(numbers)}"), max_requests=20)
    until_refused(lambda: client.post(PAID, json={}))
    until_refused(lambda: client.get("models"))
    jobs = guard.made.open_jobs()
    assert len(service.book) + requests_to_end(len(jobs)) == 20
    with guard.cleaning():
        for _ in range(requests_to_end(len(jobs))):
            client.get("jobs")
        with pytest.raises(SKIPPED):
            client.get("jobs")
    assert len(service.book) == 20


def until_refused(send: Callable[[], httpx.Response]) -> None:
    """Send it again and again."""
    with pytest.raises(SKIPPED):
        [send() for _ in range(100)]


def test_a_job_that_was_seen_to_end_is_not_open():
    rows = {"jobs": [{"jobId": "job_1", "status": "success"}, {"jobId": "job_9", "status": "queued"}]}
    listed = httpx.Response(200, json=rows)
    guard, _, client, _ = guarded(lambda request: listed if request.url.path == "/v1/jobs" else shop(request))
    client.post(PAID, json={})
    assert guard.made.open_jobs() == ["job_1"]
    client.get("jobs")
    assert guard.made.open_jobs() == []
    assert set(guard.made.jobs) == {"job_1"}, "others' jobs are nobody's business here"


# ---- secrets and files -----------------------------------------------------------------------------------------------


def test_credentials_go_to_the_target_only():
    _, service, client, _ = guarded()
    client.auth = ("key", "secret")
    client.get("models")
    client.get("https://cdn.test/picture.png")
    client.get("https://service.test:8443/v1/models")
    client.get("https://SERVICE.test:443/v1/models")
    assert ["authorization" in request.headers for request in service.book] == [True, False, False, True]


class Once(httpx.SyncByteStream):
    """A file that can be read once, and says whether it was."""

    def __init__(self) -> None:
        self.reads, self.closed = 0, False

    def __iter__(self) -> Iterator[bytes]:
        self.reads += 1
        yield b"\x89PNG"
        yield b"..."

    def close(self) -> None:
        self.closed = True


def test_a_file_is_left_to_whoever_asked_for_it():
    file = Once()
    seen: list[Exchange] = []
    headers = {"content-type": "image/png", "content-length": "7"}
    guard, _, client, _ = guarded(lambda _request: httpx.Response(200, headers=headers, stream=file))
    guard.seen.append(seen.append)
    with client.stream("GET", "https://cdn.test/picture.png") as answer:
        assert file.reads == 0
        assert b"".join(answer.iter_bytes()) == b"\x89PNG..."
    assert (file.reads, file.closed) == (1, True)
    assert [exchange.answer for exchange in seen] == ["7 bytes"]


def test_the_generated_client_retries_past_the_guard():
    guard, service, _, time = guarded(lambda _request: httpx.Response(503, json={"reason": "later"}), max_requests=2)
    transport = GuardedTransport(guard, service)
    client = Scenario(
        base_url=BASE, api_key="key", api_secret="secret", transport=transport, sleep=time.wait, max_retries=5
    )
    with client, pytest.raises(SKIPPED):
        client.models.list()
    assert len(service.book) == 2


def test_asynchronous_clients_are_guarded_too():
    guard, service, _, _ = guarded(max_requests=1)

    async def walk() -> None:
        inner = GuardedTransport(guard, service)
        async with httpx.AsyncClient(transport=AsyncGuardedTransport(inner)) as client:
            assert (await client.get(BASE + "/models")).json() == {"models": []}
            await client.get(BASE + "/models")

    with pytest.raises(SKIPPED):
        asyncio.run(walk())
    assert len(service.book) == 1


def test_another_address_of_the_target_is_the_target():
    guard, *_ = guarded()
    assert not guard.is_ours("http://127.0.0.1:5555/v1/models")
    guard.found_at("http://127.0.0.1:5555/v1")
    assert guard.is_ours("http://127.0.0.1:5555/v1/models")
    assert not guard.is_ours("http://127.0.0.1:5556/v1/models")
    found = guard.operation("GET", "http://127.0.0.1:5555/v1/models")
    assert found is not None
    assert found.id == "listModels"
