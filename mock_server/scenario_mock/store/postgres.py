"""PostgreSQL as the engine: several mocks on several hosts share one state.

Needs psycopg 3 (`pip install 'scenario-contract-kit[postgres]'`). One connection for each process, opened again when
the server went away between two requests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from .engine import Found, StoreError, Values
from .tables import ddl

if TYPE_CHECKING:
    import psycopg

TYPES = {
    "TEXT": 'TEXT COLLATE "C"',
    "INTEGER": "BIGINT",
    "BLOB": "BYTEA",
    "REAL": "DOUBLE PRECISION",
    "SERIAL": "BIGSERIAL",
}
LOCK = 0x5CE7A810
"""Number of the advisory lock under which the tables are made: two mocks may start at once."""


class PostgresEngine:
    """One connection behind one lock."""

    shared = True
    kind = "postgresql"

    def __init__(self, url: str) -> None:
        """Connect to `url`. Raises StoreError when the driver or the server is missing."""
        try:
            import psycopg
        except ImportError as error:
            raise StoreError("PostgreSQL needs psycopg: pip install 'scenario-contract-kit[postgres]'") from error
        self._psycopg, self._url, self._lock = psycopg, url, RLock()
        try:
            self._connection = self._connect()
            with self.write() as transaction:
                transaction.run("SELECT pg_advisory_xact_lock(?)", (LOCK,))
                for statement in ddl(TYPES):
                    transaction.run(statement)
        except psycopg.Error as error:
            raise StoreError(f"cannot keep the state in PostgreSQL: {str(error).strip()}") from error

    def read(self, sql: str, values: Values = ()) -> Found:
        with self._lock:
            found: Found = self._again(lambda: self._fetch(sql, values))
            return found

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        with self._lock:
            self._again(lambda: self._fetch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ()))
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[PostgresEngine]:
        with self._lock:
            self._again(lambda: self._fetch("SELECT 1", ()))
            with self._connection.transaction():
                yield self

    def run(self, sql: str, values: Values = ()) -> Found:
        """A statement of the transaction that is open."""
        return self._fetch(sql, values)

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """One statement of the open transaction for each of `rows`."""
        with self._connection.cursor() as cursor:
            cursor.executemany(_translated(sql), map(_holdable, rows))

    def changed(self) -> bool:
        return True

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _connect(self) -> psycopg.Connection[Any]:
        return self._psycopg.connect(self._url, autocommit=True, connect_timeout=10, application_name="scenario-mock")

    def _again(self, ask: Any) -> Any:
        """What `ask` gives; a connection that was lost meanwhile is opened again, once."""
        try:
            return ask()
        except self._psycopg.OperationalError:
            self._connection.close()
            self._connection = self._connect()
            return ask()

    def _fetch(self, sql: str, values: Values) -> Found:
        cursor = self._connection.execute(_translated(sql), _holdable(values))
        return cursor.fetchall() if cursor.description else []


@lru_cache(maxsize=1024)
def _translated(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s").replace("instr(", "strpos(")


def _holdable(values: Values) -> Values:
    """`values` with another character for NUL, which PostgreSQL's text does not hold, in what is kept and asked for."""
    if any(isinstance(value, str) and "\0" in value for value in values):
        return tuple(value.replace("\0", "\ufffd") if isinstance(value, str) else value for value in values)
    return values
