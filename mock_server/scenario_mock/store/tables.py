"""The tables that hold everything, described once for both engines.

| table | a row is |
|---|---|
| `tenants` | one API key's name and the shelf that is its own |
| `shelves` | one owner's things; `counter` counts the writes and numbers what they make |
| `models`, `assets`, `jobs` | one entity: the columns that lists filter and sort by, and its JSON as it is sent |
| `files` | bytes that cannot be drawn again: uploads and results of work on pictures |
| `searched` | one shelf that search has read, of one kind; without `shelf`: one that is no more, to be cleared away |
| `unread` | one entity that search has still to read, or to read again, from `visible_ms` on |
| `control` | one shared document by name: the clock's lead, faults, limits |
| `journal` | one answered request |

Rows of a job's assets are written at submission; `visible_ms` says from when on they exist. Times are milliseconds
since the epoch. `labels` holds tags and collections as one string, each between separators, so that one substring test
finds them in either engine.
"""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC = "public"
"""The shelf that all share."""
SPARE = "world"
"""A shelf that was filled before anybody asked: the first new tenant gets it."""
EXAMPLES = "examples"
"""The kind of an unread asset, as far as models look like it."""
SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Table:
    """Name, `column TYPE` pairs, primary key, and further indexes as lists of columns."""

    name: str
    columns: tuple[tuple[str, str], ...]
    key: str
    indexes: tuple[str, ...] = ()

    @property
    def names(self) -> str:
        """Its columns as SQL lists them."""
        return ", ".join(name for name, _ in self.columns)


def _columns(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, kind) for name, _, kind in (part.strip().partition(" ") for part in text.split(",")))


TENANTS = Table("tenants", _columns("tenant TEXT, shelf TEXT"), "tenant")
SHELVES = Table("shelves", _columns("shelf TEXT, counter INTEGER, project_id TEXT, author_id TEXT"), "shelf")
MODELS = Table(
    "models",
    _columns(
        """shelf TEXT, id TEXT, project_id TEXT, place INTEGER, created_ms INTEGER, updated_ms INTEGER, status TEXT,
        type TEXT, privacy TEXT, labels TEXT, trained_ms INTEGER, body BLOB, detail BLOB"""
    ),
    "id, shelf",
    ("shelf, place, id", "shelf, created_ms, id", "shelf, updated_ms, id"),
)
ASSETS = Table(
    "assets",
    _columns(
        """shelf TEXT, id TEXT, project_id TEXT, job_id TEXT, visible_ms INTEGER, created_ms INTEGER,
        updated_ms INTEGER, type TEXT, author_id TEXT, model_id TEXT, inference_id TEXT, parent_id TEXT, root_id TEXT,
        hidden INTEGER, labels TEXT, body BLOB, detail BLOB"""
    ),
    "id, shelf",
    ("shelf, created_ms, id", "shelf, updated_ms, id"),
)
JOBS = Table(
    "jobs",
    _columns(
        """shelf TEXT, id TEXT, project_id TEXT, type TEXT, author_id TEXT, workflow_id TEXT, hidden INTEGER,
        created_ms INTEGER, end_ms INTEGER, outcome TEXT, plan BLOB"""
    ),
    "id, shelf",
    ("shelf, created_ms, id", "shelf, end_ms, id"),
)
FILES = Table("files", _columns("shelf TEXT, id TEXT, content BLOB"), "id, shelf")
SEARCHED = Table(
    "searched",
    _columns("""number SERIAL, shelf TEXT, kind TEXT, epoch INTEGER, upto INTEGER, meant INTEGER, looked INTEGER"""),
    "number",
    ("shelf, kind",),
)
UNREAD = Table("unread", _columns("shelf TEXT, kind TEXT, id TEXT, visible_ms INTEGER"), "shelf, kind, id")
CONTROL = Table("control", _columns("name TEXT, value BLOB"), "name")
JOURNAL = Table("journal", _columns("seq SERIAL, machine_us INTEGER, entry BLOB"), "seq")

ENTITIES = (SHELVES, MODELS, ASSETS, JOBS, FILES)
"""What belongs to shelves."""
ALL = (TENANTS, *ENTITIES, SEARCHED, UNREAD, CONTROL, JOURNAL)

FORMAT = 3
"""Counts the changes of these tables, and of what vectors in them mean: a file of another format is refused."""


def ddl(types: dict[str, str]) -> list[str]:
    """The statements that make all tables, with each column type as `types` spells it."""
    made = []
    for table in ALL:
        columns = ", ".join(f"{name} {types[kind]}" for name, kind in table.columns)
        made.append(f"CREATE TABLE IF NOT EXISTS {table.name} ({columns}, PRIMARY KEY ({table.key}))")
        for number, columns in enumerate(table.indexes):
            made.append(f"CREATE INDEX IF NOT EXISTS {table.name}_{number} ON {table.name} ({columns})")
    return made
