"""What the tests of pages, jobs, downloads and budgets share: small clients on the runtime alone, sync and async.

The generated client is not needed: the views, operations and resources here are what the generator would write, cut
down. A `Side` makes the async client look like the sync one, so that every behavior is one test that runs twice.
"""

from __future__ import annotations

import asyncio
import inspect
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from typing import Any

import httpx
from client_runtime.async_client import AsyncClient
from client_runtime.config import RequestOptions
from client_runtime.download import AssetsExtra, AsyncAssetsExtra
from client_runtime.jobs import AsyncJobsExtra, AsyncWaits, JobsExtra, Waits
from client_runtime.operation import Operation
from client_runtime.resource import AsyncResource, Resource
from client_runtime.sync_client import SyncClient
from client_runtime.view import View

BASE = "https://api.example.test/v1"
FILES = "https://files.example.test"

LIST_MODELS = Operation("listModels", "GET", "/models", retry_safe=True)
SEARCH_ASSETS = Operation("searchAssets", "POST", "/search/assets", retry_safe=True)
RETRIEVE_JOB = Operation("retrieveJob", "GET", "/jobs/{jobId}", retry_safe=True)
JOB_ACTION = Operation("triggerJobAction", "POST", "/jobs/{jobId}/action", retry_safe=True)
RETRIEVE_ASSET = Operation("retrieveAsset", "GET", "/assets/{assetId}", retry_safe=True)
GENERATE = Operation("createCustomGeneration", "POST", "/generate/custom/{modelId}", spends=True, priced=True)
PATCH = Operation("createPatch", "POST", "/generate/patch", spends=True)


class Model(View):
    """An item of a list, a hit of a search, an asset."""

    @property
    def id(self) -> str:
        """Its id."""
        return self._get("id")


class Listing(View):
    """A page as it is answered."""


class Job(View):
    """A job."""

    @property
    def status(self) -> str:
        """Its status."""
        return self._get("status")


class Result(View):
    """What a generation answers."""

    @property
    def job(self) -> Job:
        """Its job."""
        return self._view("job", Job)


class StartedResult(Result, Waits):
    """The same, from a sync client."""


class AsyncStartedResult(Result, AsyncWaits):
    """The same, from an async client."""


class Jobs(Resource, JobsExtra):
    """The jobs resource, cut down."""

    def retrieve(self, job_id: str, *, project_id: str | None = None, options: RequestOptions | None = None) -> Job:
        query = {"projectId": project_id}
        return self._client.call(RETRIEVE_JOB, Job, path={"jobId": job_id}, query=query, unwrap="job", options=options)

    def trigger_action(
        self, job_id: str, *, action: str, project_id: str | None = None, options: RequestOptions | None = None
    ) -> Job:
        query, body = {"projectId": project_id}, {"action": action}
        return self._client.call(
            JOB_ACTION, Job, path={"jobId": job_id}, query=query, body=body, unwrap="job", options=options
        )


class AsyncJobs(AsyncResource, AsyncJobsExtra):
    """The async jobs resource, cut down."""

    async def retrieve(
        self, job_id: str, *, project_id: str | None = None, options: RequestOptions | None = None
    ) -> Job:
        query = {"projectId": project_id}
        return await self._client.call(
            RETRIEVE_JOB, Job, path={"jobId": job_id}, query=query, unwrap="job", options=options
        )

    async def trigger_action(
        self, job_id: str, *, action: str, project_id: str | None = None, options: RequestOptions | None = None
    ) -> Job:
        query, body = {"projectId": project_id}, {"action": action}
        return await self._client.call(
            JOB_ACTION, Job, path={"jobId": job_id}, query=query, body=body, unwrap="job", options=options
        )


class Assets(Resource, AssetsExtra):
    """The assets resource, cut down."""

    def retrieve(self, asset_id: str, *, options: RequestOptions | None = None) -> Model:
        return self._client.call(RETRIEVE_ASSET, Model, path={"assetId": asset_id}, unwrap="asset", options=options)


class AsyncAssets(AsyncResource, AsyncAssetsExtra):
    """The async assets resource, cut down."""

    async def retrieve(self, asset_id: str, *, options: RequestOptions | None = None) -> Model:
        return await self._client.call(
            RETRIEVE_ASSET, Model, path={"assetId": asset_id}, unwrap="asset", options=options
        )


class Client(SyncClient):
    """A sync client with these resources."""

    @property
    def jobs(self) -> Jobs:
        return Jobs(self)

    @property
    def assets(self) -> Assets:
        return Assets(self)


class AsyncTwin(AsyncClient):
    """An async client with these resources."""

    @property
    def jobs(self) -> AsyncJobs:
        return AsyncJobs(self)

    @property
    def assets(self) -> AsyncAssets:
        return AsyncAssets(self)


class FakeClock:
    """A monotonic clock that moves only when somebody sleeps; `slept` are the sleeps in order."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self.asleep: Callable[[float], None] = lambda seconds: None

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        self.asleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


class Side:
    """One of the two clients, behind calls that look the same: `do` for a call, `collect` for a loop."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async
        self.clock = FakeClock()
        self._loop = asyncio.new_event_loop() if is_async else None
        self._clients: list[Any] = []

    def client(self, transport: Any, **settings: Any) -> Any:
        """A client whose requests reach `transport`: an httpx transport, or a function from request to response."""
        if not isinstance(transport, httpx.BaseTransport | httpx.AsyncBaseTransport):
            transport = httpx.MockTransport(transport)
        settings = {"api_key": "key-1", "api_secret": "secret-1", "base_url": BASE, **settings}
        cls: Any = AsyncTwin if self.is_async else Client
        sleep = self.clock.sleep_async if self.is_async else self.clock.sleep
        client = cls(transport=transport, sleep=sleep, **settings)
        client._now = self.clock.time
        self._clients.append(client)
        return client

    def do(self, value: Any) -> Any:
        """The value, awaited if it can be."""

        async def wait() -> Any:
            return await value

        return self._loop.run_until_complete(wait()) if self._loop and inspect.isawaitable(value) else value

    def collect(self, values: Any) -> list[Any]:
        """Everything that a loop over `values` brings."""

        async def gather() -> list[Any]:
            return [value async for value in values]

        return self._loop.run_until_complete(gather()) if self._loop else list(values)

    def together(self, calls: Sequence[Callable[..., Any]]) -> list[Any]:
        """Run calls at the same time, in threads or as tasks: their results, or the exceptions that they raised."""
        if self._loop:

            async def gather() -> list[Any]:
                return await asyncio.gather(*(call() for call in calls), return_exceptions=True)

            return self._loop.run_until_complete(gather())
        results: list[Any] = [None] * len(calls)

        def run(index: int) -> None:
            try:
                results[index] = calls[index]()
            except Exception as error:
                results[index] = error

        threads = [threading.Thread(target=run, args=(index,)) for index in range(len(calls))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    def close(self) -> None:
        """Close every client, then the loop."""
        for client in self._clients:
            self.do(client.close())
        if self._loop:
            self._loop.close()


class Recorder:
    """A server that answers from a list, or by a function, and keeps what it was asked."""

    def __init__(self, *answers: Any) -> None:
        self.requests: list[httpx.Request] = []
        self._answers = list(answers)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, Exception):
            raise answer
        if not isinstance(answer, httpx.Response):
            return httpx.Response(200, json=answer)
        # An answer that is whole may be sent again; one with a stream is sent once.
        return (
            httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)
            if (answer.is_closed)
            else answer
        )

    @property
    def queries(self) -> list[dict[str, str]]:
        """The query of each request."""
        return [dict(request.url.params) for request in self.requests]


class Torn(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off after its parts: with an error, or in silence when that is None."""

    def __init__(self, *parts: bytes, error: Exception | None = None) -> None:
        self._parts = parts
        self._error = error

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts
        if self._error is not None:
            raise self._error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


def torn(
    *parts: bytes,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
    error: Exception | None = None,
) -> httpx.Response:
    """An answer whose connection is cut after `parts`."""
    stream = Torn(*parts, error=error or httpx.ReadError("cut"))
    return httpx.Response(status, headers=headers, stream=stream)
