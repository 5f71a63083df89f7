"""The lists of the contract, and how they are walked from page to page.

A walk follows `nextPaginationToken` until there is none. On a large target it stops after `MOST_ROWS` rows and knows
that it is not whole; laws about all rows are then held of the part that was seen. Where requests are counted
(`is_sparing`) walks are shorter and fewer samples are taken (`some`): every law is still held.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from contract_tests.calls import Answer, Caller
from contract_tests.targets import Target

Row = dict[str, Any]
T = TypeVar("T")
Query = Mapping[str, Any]
MOST_ROWS = 1_500
FEW_ROWS = 200
"""The same where requests are counted."""
PLENTY = 4_000
"""Requests from which on nothing has to be spared."""
FORWARD = {"sortDirection": "asc"}


@dataclass(frozen=True, eq=False)  # each is itself
class Listing:
    """One list: an operation with the query that chooses it."""

    operation_id: str
    rows: str
    """Name of the rows in an answer."""
    id: str
    """Name of a row's id."""
    query: Query
    most: int
    """Rows of the largest page."""
    default: int
    """Rows of a page whose size nobody asked for, at most."""
    dates: tuple[str, ...] = ()
    """What it can be sorted by; `…After` and `…Before` go with each."""
    moves: bool = False
    """Rows change by themselves."""

    def __str__(self) -> str:
        return "-".join([self.operation_id, *map(str, self.query.values())])


PUBLIC = {"privacy": "public"}
LISTINGS = (
    Listing("listModels", "models", "id", PUBLIC, 500, 100, ("createdAt", "updatedAt")),
    Listing("listModels", "models", "id", {}, 500, 100, ("createdAt",)),
    Listing("listPublicModels", "models", "id", {}, 500, 50, ("createdAt", "updatedAt")),
    Listing("listAssets", "assets", "id", {}, 100, 50, ("createdAt", "updatedAt")),
    Listing("listAssets", "assets", "id", PUBLIC, 100, 50, ("createdAt", "updatedAt")),
    Listing("listJobs", "jobs", "jobId", {}, 100, 50, moves=True),
)


@dataclass
class Walk:
    """What a walk met."""

    listing: Listing
    pages: list[Answer] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    whole: bool = False

    @property
    def ids(self) -> list[str]:
        """Ids in the order of the rows."""
        return [row[self.listing.id] for row in self.rows]

    @property
    def last(self) -> Answer:
        """The last page."""
        return self.pages[-1]


def walk(call: Caller, listing: Listing, query: Query | None = None, size: int | None = None) -> Walk:
    """Follow the pages of a list. Raises Broken for a token that comes again, and for a page that is too large."""
    met, tokens, asked = Walk(listing), set[str](), size or listing.most
    token: str | None = None
    most = FEW_ROWS if is_sparing(call.target) else MOST_ROWS
    while len(met.rows) < most:
        page = call(
            listing.operation_id, query={**listing.query, **(query or {}), "pageSize": asked, "paginationToken": token}
        )
        rows = page.json[listing.rows]
        page.must(len(rows) <= asked, "page_size", f"at most {asked} rows", len(rows))
        met.pages.append(page)
        met.rows += rows
        token = page.json.get("nextPaginationToken")
        if not token:
            met.whole = True
            break
        page.must(token not in tokens, "tokens_end", "another token on each page", token)
        page.must(len(met.pages) < MOST_ROWS, "tokens_end", "an end of the pages", f"{len(met.pages)} pages")
        tokens.add(token)
    seen: set[str] = set()
    for row_id in met.ids:
        met.last.must(row_id not in seen, "each_row_once", "each row on one page only", row_id, *met.pages[:-1][-3:])
        seen.add(row_id)
    return met


def common(one: Walk, other: Walk) -> tuple[list[str], list[str]]:
    """The ids of two walks of the same rows, as far as both went."""
    most = min(len(one.rows), len(other.rows)) if not (one.whole and other.whole) else None
    return one.ids[:most], other.ids[:most]


def steady(compare: Callable[[], tuple[bool, Callable[[], None]]], tries: int = 3) -> None:
    """Hold a law about several answers of a target that others use as well: broken is what is broken each time.

    `compare` says whether the law holds, and how to tell that it does not.
    """
    for attempt in range(tries):
        holds, tell = compare()
        if holds:
            return
        if attempt == tries - 1:
            tell()


def is_sparing(target: Target) -> bool:
    """Whether the limits of this run leave no room for many samples."""
    cap = target.guard.limits.max_requests
    return cap is not None and cap < PLENTY


def some(samples: Sequence[T], target: Target, few: int) -> list[T]:
    """All samples; where requests are counted a few of them, from the first to the last."""
    if not is_sparing(target) or len(samples) <= few:
        return list(samples)
    return [samples[(len(samples) - 1) * place // max(1, few - 1)] for place in range(few)]


def plain(value: Any) -> Any:
    """A value without what is made anew for each answer: the signatures of addresses."""
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        return urlsplit(value).path
    return value
