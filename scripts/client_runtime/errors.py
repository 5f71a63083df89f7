"""Everything that a call can raise.

    ScenarioError
      ConfigError              no keys, or a setting that cannot be read
      ConnectionFailed         no complete answer: refused, cut, TLS; `may_have_started`
        RequestTimeout         nothing came in time
      ApiError                 the service answered with another status than 2xx
        BadRequest 400, Unauthorized 401, NotFound 404, Conflict 409, Gone 410, ContentTooLarge 413, Unprocessable 422
        Forbidden 403
          PlanRestricted       the plan does not include the model: `model_id`, `required_plan`
        RateLimited 429
          PlanLimitReached     waiting does not help; never repeated
          QuotaExceeded        the search quota is spent; never repeated
          ConcurrencyLimitReached  goes away when a job ends
          CooldownActive       goes away after `remaining_seconds`
        ServerError 5xx
          NotBuilt 501
          GatewayError         502, 503, 504, and a page of HTML or nothing at all instead of JSON
      BadAnswer                2xx whose body is not the JSON object that it should be: HTML, empty, cut
      PaginationError          a list that would never end
      JobFailed                `job` ended in failure
        JobCanceled            `job` was canceled
      JobTimeout               `job` had not ended in time; it still runs
      BudgetExceeded           `price`, `spent`, `limit`: not run
      DownloadError            a file that could not be fetched whole

No text, attribute or pickle of theirs holds a key. `http_response` is the raw answer; copies and pickles drop it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import redact

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx


class ScenarioError(Exception):
    """The base of every error of this client. They can be copied and pickled."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        kept = {name: value for name, value in self.__dict__.items() if name not in _NOT_COPIED}
        return _revive, (type(self), self.args, kept)


#: Attributes that stay behind when an error is copied or pickled: they hold connections, and requests with keys.
_NOT_COPIED = frozenset({"http_response", "request", "cause"})


def _revive(cls: type[ScenarioError], args: tuple[Any, ...], attributes: dict[str, Any]) -> ScenarioError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(attributes)
    return error


class ConfigError(ScenarioError):
    """No keys, or a setting that cannot be read."""


class ConnectionFailed(ScenarioError):
    """No complete answer came: refused, cut, no TLS, or (RequestTimeout) too late."""

    request: httpx.Request | None = None
    cause: Exception | None = None
    """What the transport raised."""
    method: str = ""
    url: str = ""
    """Without what an address can carry of secrets."""
    may_have_started: bool = True
    """False only when the request provably never reached the service."""


class RequestTimeout(ConnectionFailed):
    """Nothing came in time."""


class ApiError(ScenarioError):
    """The service answered with another status than 2xx."""

    status: int = 0
    reason: str = ""
    """What went wrong, in the service's words (its `reason`, `message` or `error`), else the status in words."""
    name: str | None = None
    """Class of the error in the service, such as `PlanLimitReachedError`."""
    code: str | None = None
    """A constant for programs, such as `QUOTA_EXCEEDED`."""
    details: Any = None
    """Further facts, free in form."""
    trace_id: str | None = None
    """Identifies the request towards the vendor's support."""
    remaining_seconds: float | None = None
    """How long to wait, as the body said."""
    body: Any = None
    """The parsed JSON, or the text."""
    method: str = ""
    url: str = ""
    """Without what an address can carry of secrets."""
    request_id: str | None = None
    """From the headers of the answer."""
    http_response: httpx.Response | None = None


class BadRequest(ApiError):
    """400: malformed, or a value that the service does not accept."""


class Unauthorized(ApiError):
    """401: no credentials, or wrong ones."""


class Forbidden(ApiError):
    """403: known credentials that may not do this."""


class PlanRestricted(Forbidden):
    """403: the plan does not include the model."""

    model_id: str | None = None
    required_plan: str | None = None


class NotFound(ApiError):
    """404: nothing with this id, or not for these credentials."""


class Conflict(ApiError):
    """409: not in the present state of the thing."""


class Gone(ApiError):
    """410: the service no longer does this."""


class ContentTooLarge(ApiError):
    """413: above the gateway's limit for one request."""


class Unprocessable(ApiError):
    """422: well formed, and still not acceptable."""


class RateLimited(ApiError):
    """429: too much, too soon, or more than the plan has."""


class PlanLimitReached(RateLimited):
    """429: the plan's allowance is used up; waiting does not help."""


class QuotaExceeded(RateLimited):
    """The plan's search quota is spent; waiting does not help."""


class ConcurrencyLimitReached(RateLimited):
    """429: too many jobs at once."""


class CooldownActive(RateLimited):
    """429: too soon; `remaining_seconds` says how long to wait."""


class ServerError(ApiError):
    """500 and above: the service failed."""


class NotBuilt(ServerError):
    """501: the server does not have this operation."""


class GatewayError(ServerError):
    """502, 503, 504, or no JSON from 500 on: something in front of the service answered."""


class BadAnswer(ScenarioError):
    """2xx whose body is not the JSON object that it should be: HTML, empty, cut."""

    status: int = 0
    body: Any = None
    """The parsed JSON when it is JSON, else the text."""
    method: str = ""
    url: str = ""
    """Without what an address can carry of secrets."""
    http_response: httpx.Response | None = None


class PaginationError(ScenarioError):
    """A list that would never end: a token or page came twice."""


class JobFailed(ScenarioError):
    """A job ended without success. `error` and `hint` are what it says about why, when it does."""

    def __init__(self, job: Any) -> None:
        super().__init__(job)
        self.job = job
        metadata = job.get("metadata")
        facts = metadata if isinstance(metadata, dict) else {}
        self.error: str | None = text_of(facts.get("error")) or text_of(job.get("error"))
        self.hint: str | None = text_of(facts.get("hint")) or text_of(job.get("hint"))

    def __str__(self) -> str:
        why = ". ".join(part.rstrip(".") for part in (self.error, self.hint) if part)
        return f"job {self.job.get('jobId')} ended with status {self.job.get('status')}" + (f": {why}" if why else "")


class JobCanceled(JobFailed):
    """A job was canceled."""


class JobTimeout(ScenarioError):
    """A job had not ended in time. It still runs, and still costs what it costs. `job` is None if it was never seen."""

    def __init__(self, job: Any, timeout: float) -> None:
        super().__init__(job, timeout)
        self.job = job
        self.timeout = timeout

    def __str__(self) -> str:
        if self.job is None:
            return f"the job was not seen within {self.timeout:g} s"
        return f"job {self.job.get('jobId')} has status {self.job.get('status')} after {self.timeout:g} s; it runs on"


class BudgetExceeded(ScenarioError):
    """Not run: it would have cost more Creative Units than are left. `price` is None when no price can be had."""

    def __init__(self, price: float | None, spent: float, limit: float) -> None:
        super().__init__(price, spent, limit)
        self.price = price
        self.spent = spent
        self.limit = limit

    def __str__(self) -> str:
        left = f"{self.spent:g} of {self.limit:g} CU are spent; not run"
        return f"no price can be had, and {left}" if self.price is None else f"it costs {self.price:g} CU, {left}"


class DownloadError(ScenarioError):
    """A file that could not be fetched whole. `url` carries no signature."""

    def __init__(self, message: str, url: str | None = None) -> None:
        super().__init__(message)
        self.url = None if url is None else redact.url(url)


def text_of(value: Any) -> str | None:
    """A text or a number as text; nothing else is one."""
    if isinstance(value, str):
        return value or None
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
