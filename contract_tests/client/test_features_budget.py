"""The budget: prices first, refuses past the limit, and cannot be overspent by calls that run together."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from client_runtime.budget import Budget, cost_of, is_dry_run
from client_runtime.errors import (
    BadAnswer,
    BadRequest,
    BudgetExceeded,
    ConfigError,
    ConnectionFailed,
    NotBuilt,
    ScenarioError,
    ServerError,
)
from client_runtime.view import View

from contract_tests.client.features import GENERATE, PATCH, Recorder, Result, Side


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    side = Side(is_async=request.param == "async")
    yield side
    side.close()


class Shop:
    """A service that prices and sells: `paid` is what it took, `log` the calls, `fault` what a paid call gets."""

    def __init__(self, price: float = 6.0, *, cost: Any = "the price", fault: Any = None) -> None:
        self.price = price
        self.paid = 0.0
        self.log: list[str] = []
        self.fault = fault
        self._cost = price if cost == "the price" else cost
        self._lock = threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        dry = request.url.params.get("dryRun")
        with self._lock:
            self.log.append(f"price {dry}" if dry else "run")
        if dry:
            return httpx.Response(269, json={"creativeUnitsCost": self.price, "creativeUnitsDiscount": 0})
        if isinstance(self.fault, Exception):
            raise self.fault
        if self.fault is not None:
            return httpx.Response(self.fault.status_code, content=self.fault.content)
        with self._lock:
            self.paid += self.price
        answer: dict[str, Any] = {"job": {"jobId": "job_1", "status": "pending"}}
        if self._cost is not None:
            answer["creativeUnitsCost"] = self._cost
        return httpx.Response(200, json=answer)


def generate(client: Any, operation: Any = GENERATE, **more: Any) -> Any:
    path = {"modelId": "m"} if "{" in operation.path else None
    return client.call(operation, Result, path=path, body={"prompt": "x"}, priced_cast=View, **more)


# --- one call after the other -----------------------------------------------------------------------------------------


def test_prices_before_it_runs(side: Side):
    shop = Shop()
    client = side.client(shop, max_spend=10.0)
    assert side.do(generate(client)).job.status == "pending"
    assert shop.log == ["price true", "run"]
    assert (client.spent, client.max_spend) == (6.0, 10.0)


def test_refuses_past_the_limit_without_the_call(side: Side):
    shop = Shop()
    client = side.client(shop, max_spend=10.0)
    side.do(generate(client))
    with pytest.raises(BudgetExceeded) as caught:
        side.do(generate(client))
    assert (caught.value.price, caught.value.spent, caught.value.limit) == (6.0, 6.0, 10.0)
    assert shop.log == ["price true", "run", "price true"]
    assert (client.spent, shop.paid) == (6.0, 6.0)


def test_the_limit_itself_may_be_spent(side: Side):
    shop = Shop(0.1)
    client = side.client(shop, max_spend=0.3)
    for _ in range(3):
        side.do(generate(client))
    with pytest.raises(BudgetExceeded):
        side.do(generate(client))
    assert client.spent == pytest.approx(0.3)


@pytest.mark.parametrize(("cost", "booked"), [(4.0, 4.0), (0, 0.0), (None, 6.0), ("6", 6.0), (-1, 6.0), (True, 6.0)])
def test_adds_what_the_answer_says_it_cost(side: Side, cost: Any, booked: float):
    client = side.client(Shop(6.0, cost=cost), max_spend=10.0)
    side.do(generate(client))
    assert client.spent == booked


def test_the_fee_of_a_detection_counts(side: Side):
    answers = [
        httpx.Response(269, json={"creativeUnitsCost": 1}),
        httpx.Response(200, json={"ipDetection": {"creativeUnitsCharged": 2}, "skippedAssetIds": []}),
    ]
    client = side.client(Recorder(*answers), max_spend=10.0)
    side.do(generate(client))
    assert client.spent == 2.0


def test_what_costs_nothing_runs_on_an_empty_budget(side: Side):
    client = side.client(Shop(0.0), max_spend=0)
    side.do(generate(client))
    assert client.spent == 0.0


@pytest.mark.parametrize("dry", [True, "true", "api"])
def test_dry_runs_cost_nothing_and_are_not_priced(side: Side, dry: Any):
    shop = Shop(60.0)
    client = side.client(shop, max_spend=10.0)
    assert side.do(generate(client, query={"dryRun": dry}))["creativeUnitsCost"] == 60.0
    assert shop.log == [f"price {dry}".lower()]
    assert client.spent == 0.0


def test_a_dry_run_in_the_options_is_one_too(side: Side):
    shop = Shop(60.0)
    client = side.client(shop, max_spend=10.0)
    side.do(generate(client, options={"query": {"dryRun": True}}))
    assert shop.log == ["price true"]


def test_options_cannot_make_a_price_a_purchase(side: Side):
    shop = Shop(60.0)
    client = side.client(shop, max_spend=10.0)
    with pytest.raises(BudgetExceeded):
        side.do(generate(client, options={"query": {"dryRun": None, "projectId": "p"}}))
    assert shop.log == ["price true"]


def test_without_a_limit_nothing_is_priced_and_all_is_counted(side: Side):
    shop = Shop()
    client = side.client(shop)
    for _ in range(3):
        side.do(generate(client))
    side.do(generate(client, operation=PATCH))
    assert shop.log == ["run"] * 4
    assert (client.spent, client.max_spend) == (24.0, None)


def test_calls_that_spend_nothing_are_left_alone(side: Side):
    client = side.client(Recorder({"job": {"jobId": "job_1", "status": "success"}}), max_spend=0)
    assert side.do(client.jobs.retrieve("job_1")).status == "success"


# --- what cannot be priced --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "query"),
    [(PATCH, None), (PATCH, {"dryRun": None}), (GENERATE, {"ipDetection": True}), (GENERATE, {"ipDetection": "true"})],
)
def test_what_cannot_be_priced_is_refused(side: Side, operation: Any, query: Any):
    shop = Shop()
    client = side.client(shop, max_spend=1000.0)
    with pytest.raises(BudgetExceeded) as caught:
        side.do(generate(client, operation=operation, query=query))
    assert caught.value.price is None
    assert shop.log == []


def test_a_detection_is_refused_on_a_dry_run_too_for_it_is_charged(side: Side):
    shop = Shop()
    client = side.client(shop, max_spend=1000.0)
    with pytest.raises(BudgetExceeded):
        side.do(generate(client, query={"ipDetection": True, "dryRun": True}))
    assert shop.log == []


@pytest.mark.parametrize("off", [None, False, "false"])
def test_no_detection_is_no_reason(side: Side, off: Any):
    client = side.client(Shop(), max_spend=10.0)
    side.do(generate(client, query={"ipDetection": off}))
    assert client.spent == 6.0


@pytest.mark.parametrize("price", [None, "6", -1, True, [], float("1e400")])
def test_an_answer_without_a_price_is_no_permission(side: Side, price: Any):
    text = '{"creativeUnitsCost": 1e400}' if isinstance(price, float) else None
    answer = httpx.Response(269, text=text) if text else httpx.Response(269, json={"creativeUnitsCost": price})
    server = Recorder(answer)
    client = side.client(server, max_spend=1000.0)
    with pytest.raises(BudgetExceeded) as caught:
        side.do(generate(client))
    assert caught.value.price is None
    assert len(server.requests) == 1


def test_a_price_that_cannot_be_had_is_no_permission(side: Side):
    server = Recorder(httpx.Response(400, json={"reason": "no"}))
    client = side.client(server, max_spend=1000.0)
    with pytest.raises(BadRequest):
        side.do(generate(client))
    assert (len(server.requests), client.spent) == (1, 0.0)


def test_a_server_that_ignores_dry_run_is_not_paid_twice(side: Side):
    server = Recorder({"job": {"jobId": "job_9", "status": "pending"}, "creativeUnitsCost": 6})
    client = side.client(server, max_spend=10.0)
    assert side.do(generate(client)).job["jobId"] == "job_9"
    assert len(server.requests) == 1
    assert client.spent == 6.0


# --- calls that fail --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (httpx.Response(400, json={"reason": "no"}), BadRequest),
        (httpx.Response(403, json={"reason": "no"}), ScenarioError),
        (httpx.Response(429, json={"reason": "no", "name": "PlanLimitReachedError"}), ScenarioError),
        (httpx.Response(501, json={"reason": "not built"}), NotBuilt),
        (httpx.ConnectError("refused"), ConnectionFailed),
        (httpx.PoolTimeout("full"), ConnectionFailed),
    ],
    ids=repr,
)
def test_a_call_that_did_not_run_releases_its_reservation(side: Side, fault: Any, error: type[Exception]):
    shop = Shop(6.0, fault=fault)
    client = side.client(shop, max_spend=6.0, max_retries=0)
    for _ in range(3):
        with pytest.raises(error):
            side.do(generate(client))
    assert client.spent == 0.0
    shop.fault = None
    side.do(generate(client))
    assert client.spent == 6.0


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (httpx.Response(500, json={}), ServerError),
        (httpx.Response(504, text="<html>"), ServerError),
        (httpx.Response(200, text="<html>"), BadAnswer),
        (httpx.ReadTimeout("late"), ConnectionFailed),
        (httpx.RemoteProtocolError("cut"), ConnectionFailed),
    ],
    ids=repr,
)
def test_a_call_that_may_have_run_is_counted(side: Side, fault: Any, error: type[Exception]):
    client = side.client(Shop(6.0, fault=fault), max_spend=10.0)
    with pytest.raises(error):
        side.do(generate(client))
    assert client.spent == 6.0
    assert client._budget.uncertain == 6.0
    with pytest.raises(BudgetExceeded):
        side.do(generate(client))


def test_a_canceled_task_may_have_run():
    side = Side(is_async=True)

    class Hanging(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if "dryRun" in request.url.params:
                return httpx.Response(269, json={"creativeUnitsCost": 6})
            await asyncio.Event().wait()
            raise AssertionError

    client = side.client(Hanging(), max_spend=10.0)

    async def cancel() -> None:
        task = asyncio.ensure_future(generate(client))
        while client._budget.left == 10.0:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    side.do(cancel())
    assert client.spent == 6.0
    side.close()


# --- calls that run together ------------------------------------------------------------------------------------------


def test_calls_that_run_together_cannot_overspend(side: Side):
    """All are priced before one is decided on, and none ends before all are: each fits, most together do not."""
    shop, calls = Shop(6.0), 16
    gate = threading.Condition()
    priced: list[int] = []
    decided: list[int] = []

    def note(steps: list[int]) -> list[int]:
        with gate:
            steps.append(1)
            gate.notify_all()
        return steps

    def step(request: httpx.Request) -> list[int]:
        return note(priced if "dryRun" in request.url.params else decided)

    def in_threads(request: httpx.Request) -> httpx.Response:
        steps = step(request)
        with gate:
            assert gate.wait_for(lambda: len(steps) == calls, timeout=30)
        return shop(request)

    async def as_tasks(request: httpx.Request) -> httpx.Response:
        steps = step(request)
        while len(steps) < calls:
            await asyncio.sleep(0)
        return shop(request)

    client = side.client(as_tasks if side.is_async else in_threads, max_spend=20.0)

    def call() -> Any:
        try:
            return generate(client)
        except BudgetExceeded as error:
            note(decided)
            return error

    async def call_async() -> Any:
        try:
            return await generate(client)
        except BudgetExceeded as error:
            note(decided)
            return error

    results = side.together([call_async if side.is_async else call] * calls)
    assert sum(isinstance(result, Result) for result in results) == 3
    assert sum(isinstance(result, BudgetExceeded) for result in results) == 13
    assert (client.spent, shop.paid) == (18.0, 18.0)
    assert client._budget.left == 2.0


def test_a_reservation_counts_while_its_call_runs(side: Side):
    client: Any = None
    seen: list[Any] = []
    shop = Shop(6.0)

    def server(request: httpx.Request) -> httpx.Response:
        if "dryRun" not in request.url.params:
            seen.append((client.spent, client._budget.left))
        return shop(request)

    client = side.client(server, max_spend=10.0)
    side.do(generate(client))
    assert seen == [(0.0, 4.0)]
    assert client._budget.left == 4.0


def test_clients_made_from_one_share_its_budget(side: Side):
    client = side.client(Shop(6.0), max_spend=10.0)
    other = client.with_options(timeout=3.0)
    side.do(generate(other))
    assert client.spent == other.spent == 6.0
    with pytest.raises(BudgetExceeded):
        side.do(generate(client))


# --- the ledger itself ------------------------------------------------------------------------------------------------


def test_the_ledger_under_many_threads():
    budget = Budget(100.0)
    refused: list[int] = []

    def spend() -> None:
        for _ in range(200):
            try:
                budget.reserve(0.5)
            except BudgetExceeded:
                refused.append(1)
            else:
                budget.book(0.5, reserved=0.5)

    threads = [threading.Thread(target=spend) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert budget.spent == 100.0
    assert len(refused) == 8 * 200 - 200
    assert budget.left == 0.0


@pytest.mark.parametrize("limit", [-1, -0.01, float("nan"), True])
def test_a_limit_that_is_none_is_refused(limit: Any):
    with pytest.raises(ConfigError, match="Creative Units"):
        Budget(limit)


def test_what_a_budget_shows():
    budget = Budget(10)
    budget.reserve(4)
    assert (budget.left, budget.spent, budget.uncertain) == (6, 0, 0)
    assert repr(budget) == "Budget(limit=10, spent=0)"
    assert (Budget(None).left, repr(Budget(None))) == (None, "Budget(None)")


@pytest.mark.parametrize(
    ("answer", "status", "cost"),
    [
        ({"creativeUnitsCost": 7.25}, 200, 7.25),
        ({"creativeUnitsCost": 7.25}, 269, 0.0),
        ({"creativeUnitsCost": 6, "ipDetection": {"creativeUnitsCharged": 1}}, 200, 7.0),
        ({"creativeUnitsCost": 6, "ipDetection": {"creativeUnitsCharged": 1}}, 269, 1.0),
        ({"ipDetection": {"creativeUnitsCharged": 1}}, 200, 1.0),
        ({"ipDetection": None}, 200, None),
        ({"creativeUnitsCost": 10**400}, 200, None),
        ([], 200, None),
    ],
)
def test_what_an_answer_costs(answer: Any, status: int, cost: float | None):
    assert cost_of(answer, status) == cost


def test_what_a_dry_run_is():
    assert [is_dry_run({"dryRun": word}) for word in (True, "true", "api")] == [True, True, True]
    assert [is_dry_run(query) for query in (None, {}, {"dryRun": None}, {"dryRun": False}, {"dryRun": "no"})] == [
        False
    ] * 5
