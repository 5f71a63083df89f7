"""Pages: walk a list or a search to its end, losing nothing and never going round in circles.

| style  | the next page is asked for with        | the walk ends with                                                |
|--------|----------------------------------------|-------------------------------------------------------------------|
| cursor | the query's `paginationToken`          | an answer without `nextPaginationToken`; empty pages are followed |
| search | the body's `offset` (offset mode)      | an empty page, or one that is not full and reaches the estimate   |
| search | the body's `page` (page mode)          | an empty page, or number `totalPages`                             |

`estimatedTotalHits` is an estimate: search engines send too small ones on early pages, so it never ends a walk on a
full page. Which mode a search is in, the answer says; when it does not, the request does.

A token that was followed before, or a search page that came before, would make an endless walk: PaginationError.
The generated code says what to page through; how a call is made is the client's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import PaginationError
from .view import View

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator, Mapping
    from typing import Literal

    import httpx

    from .async_client import AsyncClient
    from .config import RequestOptions
    from .operation import Operation
    from .sync_client import SyncClient

    Style = Literal["cursor", "search"]

ItemT = TypeVar("ItemT", bound=View)
ViewT = TypeVar("ViewT", bound=View)

DEFAULT_LIMIT = 20
"""Hits on a full page when neither the request nor the answer says so: the service's own default."""


class Walk(Generic[ItemT, ViewT]):
    """What stays the same from page to page: the operation, the types, the path and the options of the call."""

    __slots__ = ("cast", "item", "items", "operation", "options", "path", "style")

    def __init__(
        self,
        operation: Operation,
        *,
        item: type[ItemT],
        cast: type[ViewT],
        items: str,
        style: Style = "cursor",
        path: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        self.operation = operation
        self.item = item
        self.cast = cast
        self.items = items
        self.style = style
        self.path = path
        self.options = options


class _BasePage(Generic[ItemT, ViewT]):
    """One page as it came, and what the next call would be; all that needs no network."""

    __slots__ = ("_body", "_data", "_items", "_query", "_seen", "_walk")

    def __init__(
        self,
        walk: Walk[ItemT, ViewT],
        query: dict[str, Any],
        body: dict[str, Any] | None,
        data: ViewT,
        seen: frozenset[Any] = frozenset(),
    ) -> None:
        self._walk = walk
        self._query = query
        self._body = body
        self._data = data
        self._items: list[ItemT] | None = None
        self._seen = seen | {self._mark()}

    @property
    def items(self) -> list[ItemT]:
        """The items of this page alone; perhaps none although more pages follow."""
        if self._items is None:
            found = self._data._views(self._walk.items, self._walk.item)
            self._items = found if isinstance(found, list) else []
        return self._items

    @property
    def data(self) -> ViewT:
        """The whole answer, with totals and token."""
        return self._data

    @property
    def http_response(self) -> httpx.Response | None:
        """The response that brought this page."""
        return self._data.http_response

    @property
    def has_next(self) -> bool:
        """Whether there is a further page to ask for; it may turn out to be empty."""
        return self._next() is not None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.items)} {self._walk.items}, has_next={self.has_next})"

    def _rows(self) -> list[Any]:
        rows = self._data.get(self._walk.items)
        return rows if isinstance(rows, list) else []

    def _next(self) -> tuple[dict[str, Any], dict[str, Any] | None] | None:
        """Query and body of the call for the next page; None on the last one."""
        if self._walk.style == "cursor":
            token = self._data.get("nextPaginationToken")
            return ({**self._query, "paginationToken": token}, self._body) if token else None
        changes = following(self._body or {}, self._data.to_dict(), len(self._rows()))
        return (self._query, {**(self._body or {}), **changes}) if changes else None

    def _mark(self) -> Any:
        """What no later page of the walk may have again: the token that led here, or the hits of this page."""
        if self._walk.style == "cursor":
            return self._query.get("paginationToken")
        return hash(tuple(_identity(row) for row in self._rows()))

    def _checked_next(self) -> tuple[dict[str, Any], dict[str, Any] | None] | None:
        """Like _next, but raises PaginationError for a token that has been followed already or that is no text."""
        call = self._next()
        if call is not None and self._walk.style == "cursor":
            token = call[0]["paginationToken"]
            name = f"{self._walk.operation.method} {self._walk.operation.path}"
            if not isinstance(token, str):
                raise PaginationError(f"{name} sent a nextPaginationToken that is no text: {token!r:.80}")
            if token in self._seen:
                raise PaginationError(
                    f"{name} sent the nextPaginationToken {token!r:.80} a second time; following it would never end"
                )
        return call

    def _repeats(self, page: _BasePage[ItemT, ViewT]) -> bool:
        """Whether `page`, which came after this one, is one that came before: raises, or True when all had come anyway.

        A full page that reaches the estimate is followed by one more call; an answer that starts again from the
        beginning then only confirms that the estimate was right.
        """
        if self._walk.style == "cursor" or not page._rows() or page._mark() not in self._seen:
            return False
        total = _number(self._data.get("estimatedTotalHits"))
        if total is not None and (_number((page._body or {}).get("offset")) or 0) >= total:
            return True
        asked = {name: page._body[name] for name in ("offset", "page") if name in page._body} if page._body else {}
        raise PaginationError(
            f"{self._walk.operation.method} {self._walk.operation.path} sent the same hits a second time for {asked}; "
            "asking on would never end"
        )


class Page(_BasePage[ItemT, ViewT]):
    """A page of a list or a search. Iterating over it yields its items and those of all pages after it, lazily.

    for model in client.models.list():    every model
    page = client.models.list()           page.items, page.data, page.has_next, page.next_page(), page.pages()
    """

    __slots__ = ("_client",)

    def __init__(self, client: SyncClient, *args: Any) -> None:
        super().__init__(*args)
        self._client = client

    def __iter__(self) -> Iterator[ItemT]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[ItemT, ViewT]]:
        """This page and all that follow; each is asked for when the one before has been used up."""
        page: Page[ItemT, ViewT] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def next_page(self) -> Page[ItemT, ViewT] | None:
        """The page after this one, None after the last. Raises PaginationError when the service repeats itself."""
        call = self._checked_next()
        if call is None:
            return None
        page = _fetch(self._client, self._walk, *call, self._seen)
        return None if self._repeats(page) else page


class AsyncPage(_BasePage[ItemT, ViewT]):
    """A page of a list or a search. `async for` over it yields its items and those of all pages after it, lazily."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncClient, *args: Any) -> None:
        super().__init__(*args)
        self._client = client

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, ViewT]]:
        """This page and all that follow; each is asked for when the one before has been used up."""
        page: AsyncPage[ItemT, ViewT] | None = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def next_page(self) -> AsyncPage[ItemT, ViewT] | None:
        """The page after this one, None after the last. Raises PaginationError when the service repeats itself."""
        call = self._checked_next()
        if call is None:
            return None
        page = await _fetch_async(self._client, self._walk, *call, self._seen)
        return None if self._repeats(page) else page


class AsyncPager(Generic[ItemT, ViewT]):
    """What an async list call returns: `await` it for the first page, or `async for` over it for every item.

    Nothing is sent before; each `await` and each loop begins anew.
    """

    __slots__ = ("_body", "_client", "_query", "_walk")

    def __init__(
        self,
        client: AsyncClient,
        operation: Operation,
        *,
        item: type[ItemT],
        cast: type[ViewT],
        items: str,
        style: Style = "cursor",
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        self._client = client
        self._query, self._body, rest = _folded(query, body, options)
        self._walk = Walk(operation, item=item, cast=cast, items=items, style=style, path=path, options=rest)

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT, ViewT]]:
        return _fetch_async(self._client, self._walk, self._query, self._body).__await__()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, ViewT]]:
        """All pages, from the first on."""
        async for page in (await self).pages():
            yield page


def first_page(
    client: SyncClient,
    operation: Operation,
    *,
    item: type[ItemT],
    cast: type[ViewT],
    items: str,
    style: Style = "cursor",
    path: Mapping[str, Any] | None = None,
    query: Mapping[str, Any] | None = None,
    body: Any | None = None,
    options: RequestOptions | None = None,
) -> Page[ItemT, ViewT]:
    """Ask for the first page. `item` and `cast` are the views of an item and of the answer, `items` its wire name."""
    first_query, first_body, rest = _folded(query, body, options)
    walk = Walk(operation, item=item, cast=cast, items=items, style=style, path=path, options=rest)
    return _fetch(client, walk, first_query, first_body)


def following(asked: Mapping[str, Any], answer: Mapping[str, Any], count: int) -> dict[str, int] | None:
    """What the body of the next search has instead: `{"offset": n}` or `{"page": n}`; None after the last page.

    `asked` is the body of this page's call, `answer` what came, with `count` hits.
    """
    if not count:
        return None
    if _in_page_mode(asked, answer):
        page = _number(asked.get("page")) or _number(answer.get("page")) or 1
        pages = _number(answer.get("totalPages"))
        more = page < pages if pages is not None else count >= _size("hitsPerPage", asked, answer)
        return {"page": page + 1} if more else None
    offset = _number(asked.get("offset"))
    reached = (offset if offset is not None else _number(answer.get("offset")) or 0) + count
    total = _number(answer.get("estimatedTotalHits"))
    more = (total is not None and reached < total) or count >= _size("limit", asked, answer)
    return {"offset": reached} if more else None


def _in_page_mode(asked: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    paged = "page" in answer or "totalPages" in answer
    skipped = "offset" in answer or "estimatedTotalHits" in answer
    if paged != skipped:
        return paged
    return asked.get("page") is not None or asked.get("hitsPerPage") is not None


def _size(name: str, asked: Mapping[str, Any], answer: Mapping[str, Any]) -> int:
    return _number(answer.get(name)) or _number(asked.get(name)) or DEFAULT_LIMIT


def _number(value: Any) -> int | None:
    """`value` when it is a whole number, also one written 20.0; None for everything else that may have been sent."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _identity(row: Any) -> str:
    """The id of a hit; its whole text when it has none. Addresses in a hit are signed anew each time."""
    known = row.get("id") if isinstance(row, dict) else None
    return known if isinstance(known, str) else repr(row)


def _folded(
    query: Mapping[str, Any] | None, body: Any | None, options: RequestOptions | None
) -> tuple[dict[str, Any], dict[str, Any] | None, RequestOptions | None]:
    """Query, body and the remaining options, with the extra query and body of the options put where they belong.

    Otherwise an extra `paginationToken` or `offset` would win over that of the next page, for ever.
    """
    if isinstance(body, View):
        body = body.to_dict()
    rest: Any = dict(options or {})
    more_query, more_body = rest.pop("query", None), rest.pop("body", None)
    whole_query = {**(query or {}), **(more_query or {})}
    whole_body = {**(body or {}), **(more_body or {})} if body is not None or more_body else None
    return whole_query, whole_body, rest or None


def _fetch(
    client: SyncClient,
    walk: Walk[ItemT, ViewT],
    query: dict[str, Any],
    body: dict[str, Any] | None,
    seen: frozenset[Any] = frozenset(),
) -> Page[ItemT, ViewT]:
    data = client.call(walk.operation, walk.cast, path=walk.path, query=query, body=body, options=walk.options)
    return Page(client, walk, query, body, data, seen)


async def _fetch_async(
    client: AsyncClient,
    walk: Walk[ItemT, ViewT],
    query: dict[str, Any],
    body: dict[str, Any] | None,
    seen: frozenset[Any] = frozenset(),
) -> AsyncPage[ItemT, ViewT]:
    data = await client.call(walk.operation, walk.cast, path=walk.path, query=query, body=body, options=walk.options)
    return AsyncPage(client, walk, query, body, data, seen)
