"""What the two clients share: settings, request building, judging of answers, log lines. It sends nothing.

Log lines go to the logger `scenario_client`: DEBUG for every try (method, address, status, milliseconds), INFO for
every repeat (why, and after how long). Headers and bodies are never in them; addresses are redacted.

What the features (pages, jobs, downloads, budget) may use of a client:

| name                            | what                                                                              |
|---------------------------------|-----------------------------------------------------------------------------------|
| `_http()`                       | the httpx client; it holds no credentials, they are put on API requests only      |
| `_timeout`                      | httpx.Timeout of a call that names none                                           |
| `_sleep`, `_now`, `_random()`   | pause (async: awaitable), monotonic seconds, random source                        |
| `_log()`                        | the logger                                                                        |
| `_budget`                       | the Budget, shared with clients made by with_options                              |
| `_wrap(cast, parsed, response)` | a view of an answer                                                               |
| `_hidden()`                     | the texts that no message may hold                                                |
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from . import config
from .config import RequestOptions as RequestOptions
from .diagnosis import bad_answer
from .errors import ConfigError
from .redact import text as redacted
from .redact import url as redacted_url
from .retry import decide
from .view import View
from .wire import encode, path_of, query_of

if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping
    from random import Random

    import httpx
    from typing_extensions import Self

    from .auth import Secrets
    from .budget import Budget
    from .config import ClientConfig
    from .errors import ScenarioError
    from .operation import Operation

HttpT = TypeVar("HttpT", "httpx.Client", "httpx.AsyncClient")
V = TypeVar("V", bound=View)

VERSION = "0.1.0"
USER_AGENT = f"scenario-contract-kit/{VERSION}"

#: The status of an answer that is a price.
PRICED = 269

#: Redirects that one call follows at most.
MOST_REDIRECTS = 5

DEBUG, INFO = 10, 20
"""Those of logging, without the import."""


class BaseClient(Generic[HttpT]):
    """Settings and connections of a client. Clients are shared between threads (or tasks), and are not copied."""

    _now = staticmethod(time.monotonic)

    _config: ClientConfig
    _connections: dict[str, Any]
    """`http` once it is open, `given` when it is the caller's, `closed`; one dict for all that share them."""
    _money: dict[str, Any]
    """`budget` once something was spent; one dict for all that share it."""
    _owner: bool
    _chance: Random | None
    _made: dict[str, Any]
    """What is made once per client at its first call: timeout, headers, secrets, logger."""

    def _set_up(
        self,
        settings: ClientConfig,
        connections: dict[str, Any],
        money: dict[str, Any],
        owner: bool,
        chance: Random | None,
    ) -> None:
        self._config = settings
        self._connections = connections
        self._money = money
        self._owner = owner
        self._chance = chance
        self._made = {}

    # --- for users ----------------------------------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """Where calls go, without a slash at its end."""
        return self._config.base_url

    @property
    def max_spend(self) -> float | None:
        """Creative Units that may be spent; None: no limit."""
        return self._config.max_spend

    @property
    def spent(self) -> float:
        """Creative Units spent so far, as far as the answers said."""
        return self._budget.spent if "budget" in self._money else 0.0

    def with_options(self, **changes: Any) -> Self:
        """A client with other settings on the same connections, with the same budget unless max_spend is given.

        Takes the credentials, base_url, timeout, max_retries, max_spend, default_headers (added to those there are).
        Raises ConfigError for a value that cannot be read, TypeError for another setting.
        """
        other = object.__new__(type(self))
        money = {} if "max_spend" in changes else self._money
        other._set_up(config.changed(self._config, changes), self._connections, money, False, self._chance)
        other._sleep = self._sleep  # type: ignore[attr-defined]
        if "_now" in self.__dict__:
            other.__dict__["_now"] = self.__dict__["_now"]
        return other

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r}, auth={self._config.credentials.way!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and keys: it is not copied or pickled; see with_options")

    # --- made at the first call ---------------------------------------------------------------------------------------

    @property
    def _timeout(self) -> httpx.Timeout:
        found: httpx.Timeout | None = self._made.get("timeout")
        if found is None:
            found = self._made["timeout"] = config.timeout_of(self._config.timeout)
        return found

    @property
    def _budget(self) -> Budget:
        if "budget" not in self._money:
            from .budget import Budget

            self._money.setdefault("budget", Budget(self._config.max_spend))
        found: Budget = self._money["budget"]
        return found

    def _random(self) -> Random:
        if self._chance is None:
            from random import Random

            self._chance = Random()
        return self._chance

    def _log(self) -> logging.Logger:
        found: logging.Logger | None = self._made.get("log")
        if found is None:
            from logging import getLogger

            found = self._made["log"] = getLogger("scenario_client")
        return found

    def _hidden(self) -> Secrets:
        found: Secrets | None = self._made.get("hidden")
        if found is None:
            found = self._made["hidden"] = self._config.credentials.secrets()
        return found

    def _headers(self, http: HttpT, with_body: bool) -> httpx.Headers:
        """Headers of every call; httpx.Headers shows no Authorization, also not where a debugger shows variables."""
        kind = "headers with body" if with_body else "headers"
        found: httpx.Headers | None = self._made.get(kind)
        if found is None:
            from httpx import Headers

            found = Headers({"Accept": "application/json", "User-Agent": USER_AGENT})
            found["Accept-Encoding"] = http.headers.get("accept-encoding", "gzip, deflate")
            found.update(self._config.headers)
            if with_body:
                found["Content-Type"] = "application/json"
            found["Authorization"] = self._config.credentials.header()
            self._made[kind] = found
        return found

    # --- a request ----------------------------------------------------------------------------------------------------

    def _request(
        self,
        http: HttpT,
        operation: Operation,
        path: Mapping[str, Any] | None,
        query: Mapping[str, Any] | None,
        body: Any | None,
        options: RequestOptions | None,
    ) -> httpx.Request:
        """The request of a call. Raises TypeError or ValueError for arguments that cannot be sent."""
        from httpx import InvalidURL, Request

        timeout, more = self._timeout, None
        if options:
            query, body, more = _merged(query, body, options)
            if "timeout" in options:
                timeout = config.timeout_of(options["timeout"])
        address = self._config.base_url + path_of(operation, path)
        asked = query_of(operation, query)
        if asked:
            address = f"{address}?{asked}"
        content = None if body is None else encode(body)
        headers = self._headers(http, content is not None)
        if more:
            headers = headers.copy()
            for name, value in more.items():
                headers.pop(name, None)
                if value is not None:
                    headers[name] = value
        try:
            if "given" in self._connections:  # The caller's own client: its headers, cookies and parameters count too.
                made = http.build_request(operation.method, address, headers=headers, content=content, timeout=timeout)
                for name in [name for name, value in (more or {}).items() if value is None]:
                    made.headers.pop(name, None)
                return made
            return Request(
                operation.method, address, headers=headers, content=content, extensions={"timeout": timeout.as_dict()}
            )
        except InvalidURL as error:
            raise ConfigError(f"base_url leads to no address: {error}") from None

    def _redirected(self, request: httpx.Request, response: httpx.Response, tries: int) -> httpx.Request | None:
        """The request that a redirect asks for, when it stays with this host and this method; otherwise None.

        Another host must not get the credentials, and a POST that becomes a GET is another call.
        """
        following = response.next_request
        if following is None or tries >= MOST_REDIRECTS or following.method != request.method:
            return None
        here, there = request.url, following.url
        same = (here.scheme, here.host, here.port) == (there.scheme, there.host, there.port)
        # httpx has no number for the usual port, so these are 80 and 443.
        upgraded = (here.scheme, here.port, there.scheme, there.port) == ("http", None, "https", None)
        return following if same or (upgraded and here.host == there.host) else None

    def _pause(
        self,
        operation: Operation,
        request: httpx.Request,
        outcome: ScenarioError,
        attempt: int,
        options: RequestOptions | None,
    ) -> float:
        """Seconds to wait before the next try, logged. Raises `outcome` when there is to be none."""
        retries = self._config.max_retries
        if options and "max_retries" in options:
            retries = config.checked_retries(options["max_retries"])
        wait = decide(operation, attempt, retries, outcome, self._random())
        if wait is None:
            raise outcome from getattr(outcome, "cause", None)
        if self._log().isEnabledFor(INFO):
            why = getattr(outcome, "reason", None) or type(getattr(outcome, "cause", None) or outcome).__name__
            status = getattr(outcome, "status", "no answer")
            self._log().info(
                "%s: %s, %s; try %d follows in %.2f s", self._shown(request), status, why, attempt + 1, wait
            )
        return wait

    # --- an answer ----------------------------------------------------------------------------------------------------

    def _wrap(
        self,
        cast: type[V],
        parsed: Any,
        response: httpx.Response,
        unwrap: str | None = None,
        priced_cast: type[View] | None = None,
    ) -> V:
        """The view of an answer, or of the object in its field `unwrap`; a price is a `priced_cast`.

        Raises BadAnswer, with the body, when there is no such object.
        """
        if priced_cast is not None and response.status_code == PRICED:
            cast, unwrap = priced_cast, None  # type: ignore[assignment]
        found = parsed.get(unwrap) if unwrap is not None and isinstance(parsed, dict) else parsed
        if isinstance(found, dict):
            return cast(found, (self, response))
        expected = "a JSON object" if unwrap is None else f"a JSON object with an object {unwrap!r}"
        raise bad_answer(response, expected, self._hidden())

    # --- log lines ----------------------------------------------------------------------------------------------------

    def _shown(self, request: httpx.Request) -> str:
        return f"{request.method} {redacted(redacted_url(request.url), self._hidden())}"

    def _log_try(self, request: httpx.Request, result: object, began: float, attempt: int) -> None:
        taken = (self._now() - began) * 1000.0
        self._log().debug("%s -> %s in %.0f ms (try %d)", self._shown(request), result, taken, attempt)


def whole_query(query: Mapping[str, Any] | None, options: RequestOptions | None) -> dict[str, Any]:
    """The query of a call with what its options add."""
    return {**(query or {}), **((options or {}).get("query") or {})}


def dry_run_of(
    query: Mapping[str, Any] | None, options: RequestOptions | None
) -> tuple[dict[str, Any], RequestOptions | None]:
    """Query and options of the same call as a dry run: nothing that the caller added may turn it into a real one."""
    if options and "query" in options:
        options = {**options, "query": {**options["query"], "dryRun": True}}
    return {**(query or {}), "dryRun": True}, options


def _merged(
    query: Mapping[str, Any] | None, body: Any | None, options: RequestOptions
) -> tuple[Mapping[str, Any] | None, Any | None, Mapping[str, str | None] | None]:
    """Query, body and extra headers of a call with these options. Raises TypeError for an option that is none."""
    unknown = sorted(options.keys() - config.OPTION_NAMES)
    if unknown:
        raise TypeError(f"unknown option {', '.join(unknown)}; there are {', '.join(sorted(config.OPTION_NAMES))}")
    more_query, more_body = options.get("query"), options.get("body")
    if more_query:
        query = {**(query or {}), **more_query}
    if more_body:
        members = body.to_dict() if isinstance(body, View) else body
        body = {**(members or {}), **more_body}
    return query, body, options.get("headers")
