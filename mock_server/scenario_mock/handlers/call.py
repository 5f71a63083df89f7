"""What a handler is given: one request, understood and checked, and the parts of the mock that it may use."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from ..auth import Caller
from ..clock import Clock
from ..contract import Contract, Operation
from ..files import Signer
from ..ids import stream
from ..journal import Journal
from ..settings import Settings
from ..store import Shelf, Store


@dataclass
class Services:
    """The mock's parts, handed in: state, time, chance, contract, addresses."""

    contract: Contract
    settings: Settings
    store: Store
    clock: Clock
    signer: Signer
    journal: Journal = field(default_factory=Journal)
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Back to the start: the seed's world and the seed's chance. The clock goes on."""
        self.store.reset()
        self.journal.clear()
        self.rng = stream(self.settings.seed, "requests")


@dataclass(frozen=True)
class Call:
    """One request. `query` and `body` are typed and conform to the contract; `raw_query` has every key as sent."""

    operation: Operation
    caller: Caller
    path: dict[str, Any]
    query: dict[str, Any]
    raw_query: dict[str, str]
    body: Any
    origin: str
    """Scheme and host that the caller used; file addresses lead there."""
    now_ms: int
    services: Services

    @property
    def shelves(self) -> list[Shelf]:
        """Where this caller may look, private first."""
        return self.services.store.shelves(self.caller.tenant)

    @property
    def own(self) -> Shelf:
        """The caller's private shelf; an empty one for a public caller."""
        tenant = self.caller.tenant
        return Shelf() if tenant is None else self.services.store.shelf(tenant)

    def localize(self, value: Any) -> Any:
        """`value` with its file addresses signed and leading to this mock."""
        return self.services.signer.localize(value, self.origin, self.now_ms)


@dataclass(frozen=True)
class Reply:
    """An answer with a status other than 200."""

    status: int
    body: dict[str, Any]
