"""Jobs: wait for one to end, cancel one. watch.py knows which states end a job and how long to pause.

JobsExtra and AssetsExtra (download.py) are what the generated resources of these tags inherit; Waits and AsyncWaits are
for the generated results that carry a job. Their types come from the generated methods that they call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .errors import ScenarioError
from .view import View
from .watch import FIRST_PAUSE, LONGEST_PAUSE, Watch, job_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from .async_client import AsyncClient
    from .config import RequestOptions
    from .sync_client import SyncClient

JobT = TypeVar("JobT", bound=View)

if TYPE_CHECKING:
    Found = TypeVar("Found", bound=View, covariant=True)

    class _Jobs(Protocol[Found]):
        """The generated resource, as far as wait and cancel need it."""

        @property
        def _client(self) -> SyncClient: ...
        def retrieve(
            self, job_id: str, /, *, project_id: str | None = None, options: RequestOptions | None = None
        ) -> Found: ...
        def trigger_action(
            self, job_id: str, /, *, action: str, project_id: str | None = None, options: RequestOptions | None = None
        ) -> Found: ...

    class _AsyncJobs(Protocol[Found]):
        """The async twin of _Jobs."""

        @property
        def _client(self) -> AsyncClient: ...
        async def retrieve(
            self, job_id: str, /, *, project_id: str | None = None, options: RequestOptions | None = None
        ) -> Found: ...
        async def trigger_action(
            self, job_id: str, /, *, action: str, project_id: str | None = None, options: RequestOptions | None = None
        ) -> Found: ...

    class _HasJob(Protocol[Found]):
        """A generated result that carries a job."""

        @property
        def job(self) -> Found: ...


def wait(
    client: SyncClient,
    job: str | JobT,
    *,
    retrieve: Callable[..., JobT],
    timeout: float | None = 600.0,
    on_update: Callable[[JobT], object] | None = None,
    poll: tuple[float, float] = (FIRST_PAUSE, LONGEST_PAUSE),
    options: RequestOptions | None = None,
) -> JobT:
    """Look at `job`, a job or its id, until it has succeeded; `retrieve(job_id, options=...)` reads it.

    `timeout` is for the whole wait, in seconds; None waits for ever. `poll`: seconds before the second look, and
    between looks at most. Raises JobFailed, JobCanceled, JobTimeout, and what `retrieve` raises for good.
    """
    watch = Watch(job, now=client._now, timeout=timeout, poll=poll, request_timeout=client._timeout, options=options)
    while True:
        news = watch.news()
        if news is not None and on_update is not None:
            on_update(news)
        ended = watch.ended()
        if ended is not None:
            return ended
        seconds = watch.pause()
        if seconds > 0:
            client._sleep(seconds)
        try:
            watch.saw(retrieve(watch.job_id, options=watch.options()))
        except ScenarioError as error:
            watch.missed(error)
            client._log().info("waiting for job %s: %s; looking again", watch.job_id, error)


async def wait_async(
    client: AsyncClient,
    job: str | JobT,
    *,
    retrieve: Callable[..., Any],
    timeout: float | None = 600.0,
    on_update: Callable[[JobT], object] | None = None,
    poll: tuple[float, float] = (FIRST_PAUSE, LONGEST_PAUSE),
    options: RequestOptions | None = None,
) -> JobT:
    """The async twin of wait; `on_update` may be a coroutine function."""
    watch = Watch(job, now=client._now, timeout=timeout, poll=poll, request_timeout=client._timeout, options=options)
    while True:
        news = watch.news()
        if news is not None and on_update is not None:
            told: Any = on_update(news)
            if hasattr(told, "__await__"):
                await told
        ended = watch.ended()
        if ended is not None:
            return ended
        seconds = watch.pause()
        if seconds > 0:
            await client._sleep(seconds)
        try:
            watch.saw(await retrieve(watch.job_id, options=watch.options()))
        except ScenarioError as error:
            watch.missed(error)
            client._log().info("waiting for job %s: %s; looking again", watch.job_id, error)


class JobsExtra:
    """What the jobs resource can do beyond its operations."""

    __slots__ = ()

    def wait(
        self: _Jobs[JobT],
        job: str | View,
        *,
        timeout: float | None = 600.0,
        on_update: Callable[[JobT], object] | None = None,
        poll: tuple[float, float] = (FIRST_PAUSE, LONGEST_PAUSE),
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> JobT:
        """Wait until a job has succeeded, and return it.

        Args:
            job: The job, or its id.
            timeout: Seconds for the whole wait, not for one request; None waits for ever.
            on_update: Called with the job when it is first seen and whenever its status or progress has changed.
            poll: Seconds before the second look at the job, and between two looks at most.
            project_id: Project of the job, when it is not that of the key.
            options: Headers, query and so on for every look.

        Raises:
            JobFailed: It failed; the error's `job`, `error` and `hint` say why.
            JobCanceled: Somebody canceled it.
            JobTimeout: It still runs. Wait again with the error's `job`.
        """
        known: Any = job
        found: JobT = wait(
            self._client,
            known,
            retrieve=self.retrieve,
            timeout=timeout,
            on_update=on_update,
            poll=poll,
            options=_in_project(options, project_id),
        )
        return found

    def cancel(
        self: _Jobs[JobT], job: str | View, *, project_id: str | None = None, options: RequestOptions | None = None
    ) -> JobT:
        """Cancel a job, given as it is or by its id, and return it as it then is.

        Only inference jobs can be canceled; for others, those of generate.custom too, BadRequest is raised.
        """
        return self.trigger_action(job_id(job), action="cancel", project_id=project_id, options=options)


class AsyncJobsExtra:
    """The async twin of JobsExtra."""

    __slots__ = ()

    async def wait(
        self: _AsyncJobs[JobT],
        job: str | View,
        *,
        timeout: float | None = 600.0,
        on_update: Callable[[JobT], object] | None = None,
        poll: tuple[float, float] = (FIRST_PAUSE, LONGEST_PAUSE),
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> JobT:
        """Wait until a job has succeeded, and return it.

        Args:
            job: The job, or its id.
            timeout: Seconds for the whole wait, not for one request; None waits for ever.
            on_update: Called when the job is first seen and whenever its status or progress has changed; may be a
                coroutine function.
            poll: Seconds before the second look at the job, and between two looks at most.
            project_id: Project of the job, when it is not that of the key.
            options: Headers, query and so on for every look.

        Raises:
            JobFailed: It failed; the error's `job`, `error` and `hint` say why.
            JobCanceled: Somebody canceled it.
            JobTimeout: It still runs. Wait again with the error's `job`.
        """
        known: Any = job
        found: JobT = await wait_async(
            self._client,
            known,
            retrieve=self.retrieve,
            timeout=timeout,
            on_update=on_update,
            poll=poll,
            options=_in_project(options, project_id),
        )
        return found

    async def cancel(
        self: _AsyncJobs[JobT],
        job: str | View,
        *,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> JobT:
        """Cancel a job, given as it is or by its id, and return it as it then is.

        Only inference jobs can be canceled; for others, those of generate.custom too, BadRequest is raised.
        """
        return await self.trigger_action(job_id(job), action="cancel", project_id=project_id, options=options)


class Waits:
    """What a result that carries a job can do: `client.generate.custom(...).wait()`."""

    __slots__ = ()

    def wait(
        self: _HasJob[JobT],
        *,
        timeout: float | None = 600.0,
        on_update: Callable[[JobT], object] | None = None,
        poll: tuple[float, float] = (FIRST_PAUSE, LONGEST_PAUSE),
        options: RequestOptions | None = None,
    ) -> JobT:
        """Wait until the job of this result has succeeded, and return it; see `jobs.wait` for arguments and errors."""
        jobs, job, project_id = _started(self)
        found: JobT = jobs.wait(
            job, timeout=timeout, on_update=on_update, poll=poll, project_id=project_id, options=options
        )
        return found


class AsyncWaits:
    """What a result that carries a job can do: `await (await client.generate.custom(...)).wait()`."""

    __slots__ = ()

    async def wait(
        self: _HasJob[JobT],
        *,
        timeout: float | None = 600.0,
        on_update: Callable[[JobT], object] | None = None,
        poll: tuple[float, float] = (FIRST_PAUSE, LONGEST_PAUSE),
        options: RequestOptions | None = None,
    ) -> JobT:
        """Wait until the job of this result has succeeded, and return it; see `jobs.wait` for arguments and errors."""
        jobs, job, project_id = _started(self)
        found: JobT = await jobs.wait(
            job, timeout=timeout, on_update=on_update, poll=poll, project_id=project_id, options=options
        )
        return found


def _started(result: Any) -> tuple[Any, Any, str | None]:
    """The jobs resource of the client that got `result`, the job in it, and the project it was started in."""
    client, job = result._client, result.job
    if client is None:
        raise ValueError(f"this {type(result).__name__} is not the answer of a client: use client.jobs.wait(job)")
    if not isinstance(job, View):
        raise ValueError(f"this {type(result).__name__} holds no job to wait for")
    response = result.http_response
    # A job of another project than the key's is only found when the project is named again.
    project_id = response.request.url.params.get("projectId") if response is not None else None
    return client.jobs, job, project_id


def _in_project(options: RequestOptions | None, project_id: str | None) -> RequestOptions | None:
    if project_id is None:
        return options
    changed: Any = dict(options or {})
    query: Mapping[str, Any] = changed.get("query") or {}
    changed["query"] = {"projectId": project_id, **query}
    return changed  # type: ignore[no-any-return]
