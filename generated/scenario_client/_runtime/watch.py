"""A wait for a job, without its network: which states end it, how long to pause, when to give up.

| status                         | what a wait does                                                      |
|--------------------------------|-----------------------------------------------------------------------|
| success                        | returns the job                                                       |
| failure, failed (older texts)  | raises JobFailed, with the job's error and hint                       |
| canceled, cancelled            | raises JobCanceled                                                    |
| any other word, known or not   | looks again: after 0.5 seconds, then ever later, at most 5 apart      |

The timeout is that of the whole wait, in seconds of the monotonic clock: sleeps and requests are cut to fit it. A look
that fails in passing (no connection, a 5xx, a 429 that says wait) is repeated; what it says is obeyed. Nothing is
canceled when a wait ends early: the job runs on, and can be waited for again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import JobCanceled, JobFailed, JobTimeout, ScenarioError
from .operation import Operation
from .retry import may_repeat, named_wait
from .view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from .config import RequestOptions

JobT = TypeVar("JobT", bound=View)

LOOK = Operation("retrieveJob", "GET", "/jobs/{jobId}", retry_safe=True)
"""What a look is to the rules of retry.py: something that may be repeated."""

SUCCESS = frozenset({"success"})
FAILURE = frozenset({"failure", "failed"})
CANCELED = frozenset({"canceled", "cancelled"})

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 5.0
GROWTH = 1.5
"""Seconds before the second look, seconds at most, and by how much each pause is longer than the one before."""
LAST_LOOK = 5.0
"""Seconds that the last look, at the very end of the timeout, may take."""
PATIENCE = 10
"""Looks in a row that may fail in passing before the failure is raised."""


class Watch(Generic[JobT]):
    """One wait: what has been seen, how long to pause, when to give up. Reads the clock it is given, never sleeps."""

    def __init__(
        self,
        job: str | JobT,
        *,
        now: Callable[[], float],
        timeout: float | None,
        poll: tuple[float, float],
        request_timeout: Any,
        options: RequestOptions | None,
    ) -> None:
        self.job_id = job_id(job)
        self.job: JobT | None = job if isinstance(job, View) else None
        self.failure: ScenarioError | None = None
        self._failures = 0
        self._shown: tuple[Any, Any] | None = None
        self._now = now
        self._timeout = timeout
        self._deadline = None if timeout is None else now() + timeout
        self._step, self._longest = poll
        self._asked_to_wait = 0.0
        self._started = self.job is not None
        self._options: dict[str, Any] = dict(options or {})
        self._request_timeout = _seconds(self._options.get("timeout", request_timeout))

    def news(self) -> JobT | None:
        """The job when its status or progress is not what it was at the last call; None otherwise."""
        if self.job is None:
            return None
        state = (self.job.get("status"), self.job.get("progress"))
        if state == self._shown:
            return None
        self._shown = state
        return self.job

    def ended(self) -> JobT | None:
        """The job once it has succeeded, None while it runs. Raises JobFailed, JobCanceled for the other ends."""
        job = self.job
        status = job.get("status") if job is not None else None
        if job is None or not isinstance(status, str):
            return None
        if status in CANCELED:
            raise JobCanceled(job)
        if status in FAILURE:
            raise JobFailed(job)
        return job if status in SUCCESS else None

    def pause(self) -> float:
        """Seconds until the next look; 0 before the first one of a job known by its id alone.

        Raises JobTimeout when the time is up, or what stood in the way when the job was never seen.
        """
        if not self._started:
            self._started = True
            return 0.0
        left = self._left()
        if left is not None and left <= 1e-6:
            if self.job is None and self.failure is not None:
                raise self.failure
            raise JobTimeout(self.job, self._timeout or 0.0) from self.failure
        step, self._step = max(self._step, self._asked_to_wait), min(self._step * GROWTH, self._longest)
        self._asked_to_wait = 0.0
        return step if left is None else min(step, left)

    def options(self) -> RequestOptions:
        """Options of the next look: no repeats of its own, and a timeout that fits into what is left."""
        left = self._left()
        changed: Any = {**self._options, "max_retries": 0}
        if left is not None and left < self._request_timeout:
            changed["timeout"] = min(self._request_timeout, max(left, LAST_LOOK))
        return changed  # type: ignore[no-any-return]

    def saw(self, job: JobT) -> None:
        """A look went well."""
        self.job = job
        self.failure = None
        self._failures = 0

    def missed(self, error: ScenarioError) -> None:
        """A look went wrong: raises `error` unless it is of the kind that passes, and has not lasted too long."""
        wait = passing(error)
        self._failures += 1
        if wait is None or self._failures >= PATIENCE:
            raise error
        self.failure = error
        self._asked_to_wait = wait

    def _left(self) -> float | None:
        return None if self._deadline is None else self._deadline - self._now()


def job_id(job: str | View) -> str:
    """The id of a job, or the id itself. Raises ValueError when there is none."""
    known = job.get("jobId") if isinstance(job, View | dict) else job
    if not isinstance(known, str) or not known:
        raise ValueError(f"expected a job or the id of one, got {job!r:.80}")
    return known


def passing(error: ScenarioError) -> float | None:
    """Seconds to wait at least before another look when `error` will pass, 0 when it does not say; else None."""
    return named_wait(error) or 0.0 if may_repeat(LOOK, error) else None


def _seconds(timeout: Any) -> float:
    """A timeout, given as a number, an httpx.Timeout or None, in seconds."""
    timeout = getattr(timeout, "read", timeout)
    return float("inf") if timeout is None else float(timeout)
