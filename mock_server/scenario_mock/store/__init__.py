"""State: shelves of models, assets and jobs over a database, in memory, in a file, or on a PostgreSQL server.

`open_engine` picks the engine, `Store` is what everybody else talks to, `listing` has the words for asking for a page.
"""

from __future__ import annotations

from pathlib import Path

from .engine import Engine, StoreError, Transaction
from .listing import Condition, Key, Listing, above, at_most, below, equal, has_status, labelled, one_of
from .records import StoredAsset
from .store import Origin, Store, Thing, hold
from .tables import EXAMPLES, PUBLIC

__all__ = [
    "EXAMPLES",
    "PUBLIC",
    "Condition",
    "Engine",
    "Key",
    "Listing",
    "Origin",
    "Store",
    "StoreError",
    "StoredAsset",
    "Thing",
    "Transaction",
    "above",
    "at_most",
    "below",
    "equal",
    "has_status",
    "hold",
    "labelled",
    "one_of",
    "open_engine",
]


def open_engine(place: str | None) -> Engine:
    """The engine for `--db`: memory for None, PostgreSQL for its URL, else a file of SQLite. Raises StoreError."""
    if place is not None and place.startswith(("postgresql://", "postgres://")):
        from .postgres import PostgresEngine

        return PostgresEngine(place)
    from .sqlite import SqliteEngine

    return SqliteEngine(None if place is None else Path(place))
