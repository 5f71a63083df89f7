"""SQLite as the engine: in memory, or in a file that several processes share.

Through apsw, which carries its own SQLite: the interpreter's often comes without the extensions that search needs. The
vector functions of sqlite-vec are loaded into every connection.

A file is kept in WAL mode with `synchronous=NORMAL`: what was committed survives the end of the process at any moment
(kill -9 included); only a crash of the whole machine could lose the latest commits, never the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import apsw
import sqlite_vec  # type: ignore[import-untyped]

from .engine import Found, StoreError, Values
from .tables import ddl

TYPES = {"TEXT": "TEXT", "INTEGER": "INTEGER", "BLOB": "BLOB", "REAL": "REAL", "SERIAL": "INTEGER"}
PATIENCE_MS = 20_000
"""How long a write waits for another process's."""


class SqliteEngine:
    """One connection behind one lock."""

    def __init__(self, file: Path | None = None) -> None:
        """Open `file`, or a database in memory. Raises StoreError for what is not a database of this kind."""
        self.shared = file is not None
        self.kind = "memory" if file is None else "sqlite"
        self._lock = RLock()
        try:
            self._connection = apsw.Connection(str(file) if file is not None else ":memory:", statementcachesize=256)
            self._connection.set_busy_timeout(PATIENCE_MS)
            self._connection.enable_load_extension(True)
            self._connection.load_extension(sqlite_vec.loadable_path())
            self._connection.enable_load_extension(False)
            if file is not None:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA temp_store = MEMORY")
            self._connection.execute("PRAGMA analysis_limit = 1000")
            with self.write() as transaction:
                for statement in ddl(TYPES):
                    transaction.run(statement)
        except apsw.Error as error:
            raise StoreError(f"cannot keep the state in {file}: {error}") from error
        self._version = self._data_version()

    def read(self, sql: str, values: Values = ()) -> Found:
        with self._lock:
            return self._connection.execute(sql, tuple(values)).fetchall()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        with self._lock:
            if not self.shared:  # nobody else writes
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[SqliteEngine]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def run(self, sql: str, values: Values = ()) -> Found:
        """A statement of the transaction that is open."""
        return self._connection.execute(sql, tuple(values)).fetchall()

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """One statement of the open transaction for each of `rows`."""
        self._connection.executemany(sql, map(tuple, rows))

    def changed(self) -> bool:
        if not self.shared:
            return False
        version = self._data_version()
        if version == self._version:
            return False
        self._version = version
        return True

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _data_version(self) -> int:
        """A number that moves when another connection has committed."""
        with self._lock:
            version: int = self._connection.execute("PRAGMA data_version").fetchall()[0][0]  # type: ignore[assignment]
            return version
