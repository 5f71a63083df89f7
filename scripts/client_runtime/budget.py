"""The budget: no call that may cost Creative Units (CU) runs unless its price still fits.

A guarded call is priced by the same call with `dryRun`, its price is reserved, and only then it runs:

| what happens                                              | booked as spent                     |
|-----------------------------------------------------------|-------------------------------------|
| it succeeds                                               | what the answer says it cost        |
| its answer says no cost                                   | the price                           |
| it provably did not run: refused (4xx, 501), not reached  | nothing                             |
| nobody knows: cut connection, timeout, 5xx, odd answer    | the price, and under `uncertain`    |
| price and reservations do not fit                         | BudgetExceeded; the call is not made|
| it cannot be priced without paying                        | BudgetExceeded with price None      |

Reservations make it safe to share among threads and tasks: two calls that fit one by one, but not together, never run
together. Two things cannot be priced: an operation without `dryRun`, and `ipDetection`, whose fee is charged on dry
runs too and stands outside the price (contract, createCustomGeneration).
"""

from __future__ import annotations

import threading
from math import isfinite
from typing import TYPE_CHECKING, Any

from .errors import ApiError, BadAnswer, BudgetExceeded, ConfigError, ConnectionFailed, NotBuilt, ServerError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx

    from .operation import Operation

    Answer = tuple[Any, httpx.Response]
    """The parsed JSON, and the response that it came in."""

PRICED = 269
"""Status of the answer to a dry run."""
SLACK = 1e-9
"""CU by which sums of fractions may miss the limit."""


class Budget:
    """What has been spent, what is reserved, and the limit, in CU. `limit` None counts without ever refusing."""

    def __init__(self, limit: float | None) -> None:
        if limit is not None and (isinstance(limit, bool) or not limit >= 0):
            raise ConfigError(f"max_spend is a number of Creative Units, 0 or more, or None; not {limit!r}")
        self.limit = limit
        self._spent = 0.0
        self._uncertain = 0.0
        self._reserved = 0.0
        self._lock = threading.Lock()

    @property
    def spent(self) -> float:
        """CU that calls of this budget have cost; what may have been charged counts."""
        return self._spent

    @property
    def uncertain(self) -> float:
        """The part of `spent` that may not have been charged: calls that failed without saying whether they ran."""
        return self._uncertain

    @property
    def left(self) -> float | None:
        """CU that are neither spent nor reserved by running calls; None without a limit."""
        return None if self.limit is None else max(self.limit - self._spent - self._reserved, 0.0)

    def __repr__(self) -> str:
        return f"Budget(limit={self.limit:g}, spent={self._spent:g})" if self.limit is not None else "Budget(None)"

    def reserve(self, price: float) -> None:
        """Set `price` aside for a call that is about to run. Raises BudgetExceeded when it does not fit."""
        with self._lock:
            if self.limit is not None and self._spent + self._reserved + price > self.limit + SLACK:
                raise BudgetExceeded(price, self._spent + self._reserved, self.limit)
            self._reserved += price

    def book(self, cost: float, *, reserved: float = 0.0, uncertain: bool = False) -> None:
        """Turn a reservation into what was spent; a cost of 0 releases it."""
        with self._lock:
            # Rounding must not leave a crumb of a reservation behind.
            self._reserved = max(self._reserved - reserved, 0.0)
            self._spent += cost
            if uncertain:
                self._uncertain += cost


def guard(
    budget: Budget,
    operation: Operation,
    price: Callable[[], Answer],
    run: Callable[[], Answer],
    *,
    query: Mapping[str, Any] | None = None,
) -> Answer:
    """Run a call of `operation` within `budget`: its answer, or BudgetExceeded before it was made.

    `run()` makes the call, `price()` the same one with `dryRun` set. `query` is what the call itself sends: with a
    `dryRun` in it the call is a price itself, and runs as it is.
    """
    if not _needs_price(budget, operation, query):
        return _counted(budget, run())
    priced = price()
    if priced[1].status_code != PRICED:
        return _counted(budget, priced)
    amount = _price(budget, priced[0])
    budget.reserve(amount)
    try:
        answer = run()
    except BaseException as error:
        _book_failure(budget, amount, error)
        raise
    return _book_answer(budget, amount, answer)


async def guard_async(
    budget: Budget,
    operation: Operation,
    price: Callable[[], Awaitable[Answer]],
    run: Callable[[], Awaitable[Answer]],
    *,
    query: Mapping[str, Any] | None = None,
) -> Answer:
    """The async twin of guard."""
    if not _needs_price(budget, operation, query):
        return _counted(budget, await run())
    priced = await price()
    if priced[1].status_code != PRICED:
        return _counted(budget, priced)
    amount = _price(budget, priced[0])
    budget.reserve(amount)
    try:
        answer = await run()
    except BaseException as error:
        _book_failure(budget, amount, error)
        raise
    return _book_answer(budget, amount, answer)


def is_dry_run(query: Mapping[str, Any] | None) -> bool:
    """Whether a call with this query asks for its price. Only the query counts, and only these two words."""
    return (query or {}).get("dryRun") in (True, "true", "api")


def cost_of(answer: Any, status: int) -> float | None:
    """CU that a call has cost, by its parsed answer; None when it does not say. A price (269) costs nothing.

    The fee of an IP detection stands apart and is charged in any case.
    """
    if not isinstance(answer, dict):
        return None
    detection = answer.get("ipDetection")
    fee = _amount(detection.get("creativeUnitsCharged")) if isinstance(detection, dict) else None
    own = 0.0 if status == PRICED else _amount(answer.get("creativeUnitsCost"))
    return None if own is None and fee is None else (own or 0.0) + (fee or 0.0)


def _needs_price(budget: Budget, operation: Operation, query: Mapping[str, Any] | None) -> bool:
    """Whether to ask for the price first. Raises BudgetExceeded for what cannot be priced."""
    if not operation.spends or budget.limit is None:
        return False
    detects = (query or {}).get("ipDetection") not in (None, False, "false")
    dry = is_dry_run(query)
    if detects or not (dry or operation.priced):
        raise BudgetExceeded(None, budget.spent, budget.limit)
    return not dry


def _price(budget: Budget, answer: Any) -> float:
    """The price in the answer to a dry run. Raises BudgetExceeded when there is none: what is unknown may not run."""
    budget.book(cost_of(answer, PRICED) or 0.0)
    price = _amount(answer.get("creativeUnitsCost")) if isinstance(answer, dict) else None
    if price is None:
        raise BudgetExceeded(None, budget.spent, budget.limit or 0.0)
    return price


def _counted(budget: Budget, answer: Answer) -> Answer:
    """Book an answer that nothing was reserved for: a dry run, a call without a limit, or a dry run that ran."""
    budget.book(cost_of(answer[0], answer[1].status_code) or 0.0)
    return answer


def _book_answer(budget: Budget, amount: float, answer: Answer) -> Answer:
    cost = cost_of(answer[0], answer[1].status_code)
    budget.book(amount if cost is None else cost, reserved=amount)
    return answer


def _book_failure(budget: Budget, amount: float, error: BaseException) -> None:
    uncertain = _may_have_run(error)
    budget.book(amount if uncertain else 0.0, reserved=amount, uncertain=uncertain)


def _may_have_run(error: BaseException) -> bool:
    """Whether a call that failed with `error` may still have started paid work."""
    if isinstance(error, ConnectionFailed):
        return error.may_have_started
    if isinstance(error, ApiError):
        return isinstance(error, ServerError) and not isinstance(error, NotBuilt)
    # Cut off from outside (Ctrl-C, a canceled task) the request may be on its way; an error of our own came before it.
    return isinstance(error, BadAnswer) or not isinstance(error, Exception)


def _amount(value: Any) -> float | None:
    """`value` when it is an amount of CU; None for everything else that may have been sent."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        amount = float(value)
    except OverflowError:
        return None
    return amount if isfinite(amount) and amount >= 0 else None
