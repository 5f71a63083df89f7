"""What a handler is given: one request, understood and checked, and the parts of the mock that it may use."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

from ..auth import Caller
from ..clock import Clock, monotonic
from ..contract import Contract, Operation
from ..encoding import Fragment, array
from ..files import Signer
from ..ids import stream
from ..journal import Journal
from ..search_index import Finder
from ..settings import Settings
from ..store import PUBLIC, Store


@dataclass
class Services:
    """The mock's parts, handed in: state, time, chance, contract, addresses."""

    contract: Contract
    settings: Settings
    store: Store
    clock: Clock
    signer: Signer
    journal: Journal = field(init=False)
    begun: float = field(default_factory=monotonic)
    """When this process opened its state, in the seconds of `clock.monotonic`."""
    moving: dict[bytes, bytes] = field(default_factory=dict)
    """Kept rows of models in training, and how they look in the second that stands under the empty key."""
    pages: dict[Any, Any] = field(default_factory=dict)
    """Pages of lists that may be asked for again; see `remembering`."""
    finder: Finder = field(init=False)

    def __post_init__(self) -> None:
        self.journal = Journal(self.store.engine)
        self.finder = Finder(self.store.engine)

    def now_ms(self) -> int:
        """The mock's time, in milliseconds since the epoch: its clock, and what all workers let pass together."""
        return self.clock.now_ms() + int(self.store.control("aheadMs") or 0)

    def advance(self, seconds: float) -> None:
        """Let time pass for every mock that shares this state."""
        self.store.change_control("aheadMs", lambda ahead: (ahead or 0) + round(seconds * 1000))


@dataclass(frozen=True)
class Call:
    """One request. `query` and `body` are typed and conform to the contract."""

    operation: Operation
    caller: Caller
    path: dict[str, Any]
    query: dict[str, Any]
    query_string: str
    body: Any
    origin: str
    """Scheme and host that the caller used; file addresses lead there."""
    now_ms: int
    services: Services

    @cached_property
    def raw_query(self) -> dict[str, str]:
        """Every key of the query as it was sent."""
        return dict(parse_qsl(self.query_string, keep_blank_values=True)) if self.query_string else {}

    @cached_property
    def shelf(self) -> str:
        """The caller's own shelf; the public one for a public caller."""
        return self.services.store.shelf(self.caller.tenant)

    @cached_property
    def shelves(self) -> tuple[str, ...]:
        """Where this caller may look, private first."""
        return (self.shelf, PUBLIC) if self.caller.tenant is not None else (PUBLIC,)

    @cached_property
    def rng(self) -> random.Random:
        """Chance for what this request makes: named after a number that the caller's shelf gives only once."""
        number = self.services.store.next_number(self.shelf)
        return stream(self.services.settings.seed, "requests", self.shelf, str(number))

    def localize(self, encoded: bytes) -> bytes:
        """An encoded row with its file addresses signed and leading to this mock."""
        return self.services.signer.localize(encoded, self.origin, self.now_ms)

    def shown(self, rows: Iterable[bytes]) -> Any:
        """Encoded rows as a list in an answer, their file addresses signed."""
        return Fragment(self.localize(array(rows)))


@dataclass(frozen=True)
class Reply:
    """An answer with a status other than 200."""

    status: int
    body: dict[str, Any]
