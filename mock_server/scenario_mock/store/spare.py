"""Files with a filled shelf for a tenant to come: how a large world is made once and loaded many times."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw

from .tables import ASSETS, JOBS, MODELS, SHELVES, SPARE, Table


def rows(file: Path) -> Iterator[tuple[Table, Iterator[tuple[Any, ...]]]]:
    """For each table the rows of the file's spare shelf, one at a time."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(f"{file.resolve().as_uri()}?immutable=1", flags=flags)
    try:
        for table in (SHELVES, MODELS, ASSETS, JOBS):
            yield table, iter(connection.execute(f"SELECT {table.names} FROM {table.name} WHERE shelf = ?", (SPARE,)))
    finally:
        connection.close()
