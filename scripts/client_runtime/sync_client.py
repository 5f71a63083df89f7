"""The client without async: one call is `request` (JSON and answer) or `call` (a typed view)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from . import config
from .base import DEBUG, BaseClient, dry_run_of, whole_query
from .diagnosis import bad_answer, from_response, from_transport
from .view import View
from .wire import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random
    from types import TracebackType

    import httpx
    from typing_extensions import Self

    from .base import RequestOptions
    from .errors import ScenarioError
    from .operation import Operation
    from .paging import Page

V = TypeVar("V", bound=View)
ItemT = TypeVar("ItemT", bound=View)


class SyncClient(BaseClient["httpx.Client"]):
    """Runs operations, with retries, typed errors and logging. Threads may share it."""

    _sleep: Callable[[float], None]

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        token: str | None = None,
        public: bool = False,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = config.TIMEOUT,
        max_retries: int = config.MAX_RETRIES,
        max_spend: float | None = None,
        transport: httpx.BaseTransport | None = None,
        http_client: httpx.Client | None = None,
        default_headers: Mapping[str, str] | None = None,
        sleep: Callable[[float], None] | None = None,
        random: Random | None = None,
    ) -> None:
        """Nothing is opened before the first call.

        Args:
            api_key: Key of a project or team; else from SCENARIO_SDK_API_KEY or SCENARIO_API_KEY.
            api_secret: Its secret; else from SCENARIO_SDK_API_SECRET or SCENARIO_API_SECRET.
            token: JSON web token of a user, instead of a key pair; else from SCENARIO_SDK_JWT, where a pair wins.
            public: Read what is public, without an account; the environment's keys are then not used.
            base_url: Where the API is; else SCENARIO_BASE_URL, else https://api.cloud.scenario.com/v1.
            timeout: Seconds to wait for an answer, at most 5 of them for the connection; an httpx.Timeout; or None.
            max_retries: How often a call that cannot pay twice is tried again.
            max_spend: Creative Units that may be spent; a call that would exceed them is not run.
            transport: Any httpx transport, for example one that answers in this process.
            http_client: Your own httpx.Client, which you close; its headers, cookies and proxies apply.
            default_headers: Headers to send with every call.
            sleep: How to pause between tries; `time.sleep` when left out.
            random: Where the jitter of the pauses comes from.

        Raises:
            ConfigError: No credentials, two kinds of them, or a setting that cannot be read.
        """
        settings = config.load(
            api_key, api_secret, token, public, base_url, timeout, max_retries, max_spend, default_headers
        )
        connections: dict[str, Any] = {"transport": transport}
        if http_client is not None:
            connections = {"http": http_client, "given": True}
        self._set_up(settings, connections, {}, True, random)
        self._sleep = time.sleep if sleep is None else sleep

    def request(
        self,
        operation: Operation,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any | None = None,
        options: RequestOptions | None = None,
    ) -> tuple[Any, httpx.Response]:
        """Run the operation: the parsed JSON, and the answer that it came in. Raises ScenarioError.

        Names are those on the wire. Budgets are not asked: that is `call`'s business.
        """
        http = self._http()
        request = self._request(http, operation, path, query, body, options)
        verbose = self._log().isEnabledFor(DEBUG)
        attempt, redirects = 1, 0
        while True:
            began = self._now() if verbose else 0.0
            outcome: ScenarioError
            try:
                response = http.send(request, auth=None, follow_redirects=False)
            except _request_error() as failure:
                outcome = from_transport(failure, request, self._hidden())
                if verbose:
                    self._log_try(request, type(failure).__name__, began, attempt)
            else:
                status = response.status_code
                if verbose:
                    self._log_try(request, status, began, attempt)
                if 200 <= status < 300:
                    try:
                        return decode(response.content), response
                    except ValueError:
                        outcome = bad_answer(response, secrets=self._hidden())
                else:
                    following = self._redirected(request, response, redirects)
                    if following is not None:
                        request, redirects = following, redirects + 1
                        continue
                    outcome = from_response(response, self._hidden())
            self._sleep(self._pause(operation, request, outcome, attempt, options))
            attempt += 1

    def call(
        self,
        operation: Operation,
        cast: type[V],
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any | None = None,
        unwrap: str | None = None,
        priced_cast: type[View] | None = None,
        options: RequestOptions | None = None,
    ) -> V:
        """Run the operation: a view of the answer, or of the object in its field `unwrap`; a price is a `priced_cast`.

        A call that may cost something goes through the budget. Raises ScenarioError.
        """
        if not operation.spends:
            parsed, response = self.request(operation, path=path, query=query, body=body, options=options)
            return self._wrap(cast, parsed, response, unwrap, priced_cast)
        from .budget import guard

        def price() -> tuple[Any, httpx.Response]:
            dry, rest = dry_run_of(query, options)
            return self.request(operation, path=path, query=dry, body=body, options=rest)

        def run() -> tuple[Any, httpx.Response]:
            return self.request(operation, path=path, query=query, body=body, options=options)

        parsed, response = guard(self._budget, operation, price, run, query=whole_query(query, options))
        return self._wrap(cast, parsed, response, unwrap, priced_cast)

    def page(
        self,
        operation: Operation,
        *,
        item: type[ItemT],
        cast: type[V],
        items: str,
        style: Literal["cursor", "search"] = "cursor",
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any | None = None,
        options: RequestOptions | None = None,
    ) -> Page[ItemT, V]:
        """Run a list operation: its first page, which iterates over every item of all pages."""
        from .paging import first_page

        return first_page(
            self,
            operation,
            item=item,
            cast=cast,
            items=items,
            style=style,
            path=path,
            query=query,
            body=body,
            options=options,
        )

    def _http(self) -> httpx.Client:
        """The httpx client, opened at the first call. It follows no redirect and holds no credentials."""
        found: httpx.Client | None = self._connections.get("http")
        if found is not None:
            return found
        if "closed" in self._connections:
            raise RuntimeError("this client is closed")
        from httpx import Client

        mine = Client(transport=self._connections["transport"], timeout=self._timeout, follow_redirects=False)
        opened: httpx.Client = self._connections.setdefault("http", mine)  # Of two threads here the first one wins.
        if opened is not mine:
            mine.close()
        return opened

    def close(self) -> None:
        """Close the connections. An `http_client`, and what with_options shares, is its owner's to close."""
        if self._owner and "given" not in self._connections:
            self._connections["closed"] = True
            http = self._connections.pop("http", None)
            if http is not None:
                http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _request_error() -> type[httpx.RequestError]:
    """What httpx raises when no answer came; asked for only when something was raised."""
    from httpx import RequestError

    return RequestError
