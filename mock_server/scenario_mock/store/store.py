"""The one place where state lives: a public shelf shared by all, and a private shelf for each tenant.

Nothing here knows HTTP or reads a clock: callers hand in `now_ms`. A private shelf is filled with its world when its
tenant is first seen. Each write counts the shelf's `counter` up; what a write makes is named after that number, so a
sequence of requests makes the same ids anywhere, and none twice, whoever else writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..encoding import decode, encode
from ..jobs import JobPlan
from . import spare
from .engine import Engine, StoreError, Transaction
from .listing import Key, Listing
from .records import Row, StoredAsset, asset_record, job_record, model_record, plan_of
from .tables import (
    ALL,
    ASSETS,
    CONTROL,
    ENTITIES,
    EXAMPLES,
    FILES,
    FORMAT,
    JOBS,
    MODELS,
    PUBLIC,
    SHELVES,
    SPARE,
    TENANTS,
    UNREAD,
    Table,
)

Thing = tuple[str, Any]
"""`("model", row)`, `("asset", row)` or `("job", plan)`."""
BATCH = 2000
NUMBERS_AT_ONCE = 64
SNAPSHOT = "snapshot:"
TURNS = "turns"
"""The shared document that counts resets and restores."""


@dataclass(frozen=True)
class Origin:
    """What a shelf starts with: who owns it, and its things in order (models by popularity)."""

    project_id: str
    author_id: str
    things: Callable[[], Iterable[Thing]]


class Store:
    """All shelves, over one engine."""

    def __init__(
        self, engine: Engine, origin: Callable[[str | None], Origin], seed: int, embedder: str = "words"
    ) -> None:
        """`origin(tenant)` is what a tenant's shelf starts with, `origin(None)` the public one.

        `seed` is what all of them are made from, `embedder` what made the vectors of texts. Raises StoreError for a
        database with tables of another format, a world of another seed, or vectors of another embedder.
        """
        self.engine, self._origin = engine, origin
        self._shelves: dict[str, str] = {}
        self._control: dict[str, Any] = {}
        self._counters: dict[str, int] = {}
        self._numbers: dict[str, list[int]] = {}
        self._owners: dict[str, tuple[str, str]] = {}
        self._check({"format": FORMAT, "seed": seed, "embedder": embedder})
        self._fill_public()

    def _check(self, mine: dict[str, Any]) -> None:
        """Write down what the database holds, or refuse it when it holds something else."""
        kept = self.change_control("origin", lambda known: known or mine)
        if kept != mine:
            told = [", ".join(f"{name} {value}" for name, value in each.items()) for each in (kept, mine)]
            raise StoreError(f"the database holds a world of {told[0]}; this mock wants {told[1]}")

    @contextmanager
    def _write(self) -> Iterator[Transaction]:
        """A transaction; what is remembered of counters is forgotten with it."""
        try:
            with self.engine.write() as transaction:
                yield transaction
        finally:
            self._counters.clear()

    # ---- shelves -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Forget what is remembered of the database if somebody else has written; to be called before each request."""
        if self.engine.shared and self.engine.changed():
            self._forget()

    def shelf(self, tenant: str | None) -> str:
        """The name of the tenant's own shelf, which is made and filled at first sight; the public one for None."""
        if tenant is None:
            return PUBLIC
        if tenant not in self._shelves:
            found = self.engine.read("SELECT shelf FROM tenants WHERE tenant = ?", (tenant,))
            self._shelves[tenant] = found[0][0] if found else self._admit(tenant)
        return self._shelves[tenant]

    def counter(self, shelf: str) -> int:
        """How often the shelf was written to since it was filled or restored."""
        if shelf not in self._counters:
            found = self.engine.read("SELECT counter FROM shelves WHERE shelf = ?", (shelf,))
            self._counters[shelf] = int(found[0][0]) if found else 0
        return self._counters[shelf]

    def version(self, shelf: str) -> tuple[int, int]:
        """What was read of a shelf at one version is the same until the version is another one."""
        return int(self.control(TURNS) or 0), self.counter(shelf)

    def next_number(self, shelf: str) -> int:
        """A number that this shelf has never given; one who is alone with the state takes many at a time."""
        waiting = self._numbers.setdefault(shelf, [])
        if not waiting:
            taken = 1 if self.engine.shared else NUMBERS_AT_ONCE
            with self._write() as transaction:
                last = _count(transaction, shelf, taken)
            waiting += range(last, last - taken, -1)
        return waiting.pop()

    def owner(self, shelf: str) -> tuple[str, str]:
        """(project id, author id) of what the shelf's owner makes."""
        if shelf not in self._owners:
            found = self.engine.read("SELECT project_id, author_id FROM shelves WHERE shelf = ?", (shelf,))
            self._owners[shelf] = found[0] if found else ("proj_public", "user_public")
        return self._owners[shelf]

    def reset(self) -> None:
        """Back to the world that the seed makes, for all tenants; snapshots stay."""
        origin = self._origin(None)
        with self._write() as transaction:
            hold(transaction, PUBLIC)
            for table in (*ENTITIES, TENANTS):
                transaction.run(f"DELETE FROM {table.name} WHERE {_live(table)}")
            _forget_searched(transaction)
            _open_shelf(transaction, PUBLIC, origin)
        self._turn()

    def reset_shelf(self, tenant: str) -> None:
        """One tenant's shelf back to what its world began with; nobody else notices."""
        shelf, origin = self.shelf(tenant), self._origin(tenant)
        with self._write() as transaction:
            hold(transaction, shelf)
            for table in ENTITIES:
                transaction.run(f"DELETE FROM {table.name} WHERE shelf = ?", (shelf,))
            _forget_searched(transaction, shelf)
            _open_shelf(transaction, shelf, origin)
        self._turn()

    def _forget(self) -> None:
        """Everything that is remembered of the database."""
        for remembered in (self._shelves, self._control, self._counters, self._numbers, self._owners):
            remembered.clear()

    def _turn(self) -> None:
        """All shelves have become others, and their counters begin anew."""
        self._forget()
        self.change_control(TURNS, lambda turns: (turns or 0) + 1)

    def load_once(self, file: Path) -> None:
        """Put the spare shelf of such a file on this store, unless it ever had one; the first new tenant gets it."""
        with self._write() as transaction:
            if transaction.run("SELECT shelf FROM shelves WHERE shelf = ?", (SPARE,)):
                return
            for table, rows in spare.rows(file):
                transaction.many(_insert(table), rows)

    def fill_spare(self, origin: Origin) -> None:
        """Fill the spare shelf; the first new tenant gets it."""
        with self._write() as transaction:
            _open_shelf(transaction, SPARE, origin)

    def _admit(self, tenant: str) -> str:
        """The shelf of a tenant that was never seen: the spare one if nobody has it, else one with its own world."""
        origin = self._origin(tenant)
        with self._write() as transaction:
            # Two workers may meet a tenant at once: whoever holds this row first goes on, the other waits.
            hold(transaction, PUBLIC)
            known = transaction.run("SELECT shelf FROM tenants WHERE tenant = ?", (tenant,))
            if known:
                return str(known[0][0])
            free = transaction.run(
                "SELECT shelf FROM shelves WHERE shelf = ? AND NOT EXISTS (SELECT 1 FROM tenants WHERE shelf = ?)",
                (SPARE, SPARE),
            )
            shelf = SPARE if free else f"key:{tenant}"
            transaction.run("INSERT INTO tenants (tenant, shelf) VALUES (?, ?)", (tenant, shelf))
            if not free:
                _open_shelf(transaction, shelf, origin)
            return shelf

    def _fill_public(self) -> None:
        """Make the public shelf, unless it is there."""
        if not self.engine.read("SELECT shelf FROM shelves WHERE shelf = ?", (PUBLIC,)):
            origin = self._origin(None)
            with self._write() as transaction:
                _open_shelf(transaction, PUBLIC, origin)

    # ---- models ------------------------------------------------------------------------------------------------------

    def model(self, shelves: Sequence[str], model_id: str) -> tuple[str, bytes] | None:
        """(shelf, everything about a model) on the first of the shelves that has it."""
        found = self.engine.read(
            "SELECT shelf, COALESCE(detail, body) FROM models WHERE id = ? AND shelf IN (?, ?)",
            (model_id, shelves[0], shelves[-1]),
        )
        return min(found, key=lambda row: shelves.index(row[0])) if found else None

    def models(self, shelf: str, listing: Listing) -> tuple[list[bytes], Key | None]:
        """One page of models, and the place after which the next one begins (None: the last page)."""
        return self._page(MODELS, shelf, listing)

    def all_models(self, shelf: str) -> list[Row]:
        """Every model of a shelf as lists show it, most popular first."""
        found = self.engine.read("SELECT body FROM models WHERE shelf = ? ORDER BY place, id", (shelf,))
        return [decode(body) for (body,) in found]

    # ---- assets ------------------------------------------------------------------------------------------------------

    def asset_bytes(self, shelves: Sequence[str], asset_id: str, now_ms: int) -> tuple[bytes, bytes | None] | None:
        """An asset that exists, on the first shelf that has it: as lists show it, with all fields if there are more."""
        for shelf in shelves:
            found = self.engine.read(
                "SELECT body, detail FROM assets WHERE id = ? AND shelf = ? AND visible_ms <= ?",
                (asset_id, shelf, now_ms),
            )
            if found:
                return found[0]
        return None

    def asset(self, shelves: Sequence[str], asset_id: str, now_ms: int) -> StoredAsset | None:
        """The asset with its bytes, if it exists, on the first of the shelves that has it."""
        for shelf in shelves:
            found = self.engine.read(
                "SELECT shelf, job_id, body, detail FROM assets WHERE id = ? AND shelf = ? AND visible_ms <= ?",
                (asset_id, shelf, now_ms),
            )
            if found:
                return self._stored(asset_id, found[0])
        return None

    def find_asset(self, asset_id: str, now_ms: int) -> StoredAsset | None:
        """The asset on any shelf: for its file, whose address is signed instead of authenticated."""
        found = self.engine.read(
            f"SELECT shelf, job_id, body, detail FROM assets WHERE id = ? AND visible_ms <= ? AND {_live(ASSETS)} "
            "ORDER BY shelf LIMIT 1",
            (asset_id, now_ms),
        )
        return self._stored(asset_id, found[0]) if found else None

    def assets(self, shelf: str, listing: Listing) -> tuple[list[bytes], Key | None]:
        """One page of assets, and the place after which the next one begins (None: the last page)."""
        return self._page(ASSETS, shelf, listing)

    def contents(self, shelf: str, asset_ids: Sequence[str]) -> dict[str, bytes]:
        """The bytes of those of the assets that cannot be drawn."""
        sql = f"SELECT id, content FROM files WHERE shelf = ? AND id IN ({', '.join('?' * len(asset_ids))})"
        return dict(self.engine.read(sql, (shelf, *asset_ids)))

    def put_asset(self, shelf: str, stored: StoredAsset) -> None:
        """Keep an asset that exists from now on, in place of one with the same id."""
        with self._write() as transaction:
            _count(transaction, shelf)
            _put_asset(transaction, shelf, stored)

    def replace_row(self, shelf: str, row: Row) -> bool:
        """Change an asset's row, if the shelf has it; its file and the moment it began to exist stay."""
        with self._write() as transaction:
            found = transaction.run(
                "SELECT job_id, visible_ms FROM assets WHERE id = ? AND shelf = ?", (row["id"], shelf)
            )
            if found:
                _count(transaction, shelf)
                _put_asset(transaction, shelf, StoredAsset(row, found[0][0]), found[0][1])
            return bool(found)

    def _stored(self, asset_id: str, found: tuple[Any, ...]) -> StoredAsset:
        shelf, job_id, body, detail = found
        content = self.engine.read("SELECT content FROM files WHERE id = ? AND shelf = ?", (asset_id, shelf))
        return StoredAsset(decode(detail or body), job_id, content[0][0] if content else None)

    # ---- jobs --------------------------------------------------------------------------------------------------------

    def job(self, shelf: str, job_id: str) -> JobPlan | None:
        """The plan of a job."""
        kept = self.kept_job(shelf, job_id)
        return plan_of(kept) if kept else None

    def running(self, shelf: str, now_ms: int) -> tuple[int | None, bool]:
        """When the next job of the shelf ends (None: nothing runs), and whether one of those that run is a training."""
        found = self.engine.read(
            "SELECT min(end_ms), max(CASE WHEN type LIKE '%model-training' THEN 1 ELSE 0 END) FROM jobs "
            "WHERE shelf = ? AND end_ms > ?",
            (shelf, now_ms),
        )
        return found[0][0], bool(found[0][1])

    def kept_job(self, shelf: str, job_id: str) -> bytes | None:
        """The plan of a job as it is kept; `plan_of` reads it."""
        found = self.engine.read("SELECT plan FROM jobs WHERE id = ? AND shelf = ?", (job_id, shelf))
        return found[0][0] if found else None

    def jobs(self, shelf: str, listing: Listing) -> tuple[list[bytes], Key | None]:
        """One page of plans as they are kept, and the place after which the next one begins (None: the last page)."""
        return self._page(JOBS, shelf, listing)

    def put_job(self, shelf: str, plan: JobPlan, assets: Iterable[StoredAsset] = ()) -> None:
        """Keep a job and its assets together; they exist from the job's success on."""
        outcome, visible_ms = plan.steps[-1][0], plan.end_ms
        with self._write() as transaction:
            _count(transaction, shelf)
            transaction.run(_insert(JOBS), job_record(shelf, plan))
            for stored in assets if outcome == "success" else ():
                _put_asset(transaction, shelf, stored, visible_ms)

    def change_job(self, shelf: str, job_id: str, change: Callable[[JobPlan], JobPlan]) -> JobPlan | None:
        """Replace a job's plan by what `change` makes of it; assets that the new plan does not have are gone."""
        with self._write() as transaction:
            _count(transaction, shelf)  # takes the lock before the plan is read
            found = transaction.run("SELECT plan FROM jobs WHERE id = ? AND shelf = ?", (job_id, shelf))
            if not found:
                return None
            before = plan_of(found[0][0])
            after = change(before)
            if after is not before:
                transaction.run("DELETE FROM jobs WHERE id = ? AND shelf = ?", (job_id, shelf))
                transaction.run(_insert(JOBS), job_record(shelf, after))
                for asset_id in set(before.asset_ids) - set(after.asset_ids):
                    for table in (ASSETS, FILES):
                        transaction.run(f"DELETE FROM {table.name} WHERE id = ? AND shelf = ?", (asset_id, shelf))
                    _unread(transaction, shelf, ASSETS, asset_id)
            return after

    # ---- whole shelves -----------------------------------------------------------------------------------------------

    def put(self, shelf: str, things: Iterable[Thing]) -> None:
        """Add things to a shelf, in place of those with the same ids; all or nothing."""
        with self._write() as transaction:
            _count(transaction, shelf)
            _put(transaction, shelf, _noted(transaction, shelf, things))

    def everything(self, shelf: str, now_ms: int) -> tuple[list[Row], list[Row], list[JobPlan]]:
        """All models (by popularity), assets that exist, and jobs (both by creation) of a shelf, with all fields."""
        models = self.engine.read("SELECT body, detail FROM models WHERE shelf = ? ORDER BY place, id", (shelf,))
        assets = self.engine.read(
            "SELECT body, detail FROM assets WHERE shelf = ? AND visible_ms <= ? ORDER BY created_ms, id",
            (shelf, now_ms),
        )
        jobs = self.engine.read("SELECT plan FROM jobs WHERE shelf = ? ORDER BY created_ms, id", (shelf,))
        whole = [[decode(detail or body) for body, detail in rows] for rows in (models, assets)]
        return whole[0], whole[1], [plan_of(plan) for (plan,) in jobs]

    def counts(self) -> dict[str, int]:
        """How many rows there are by table, snapshots left out."""
        found = {}
        for table in (TENANTS, MODELS, ASSETS, JOBS):
            found[table.name] = int(self.engine.read(f"SELECT count(*) FROM {table.name} WHERE {_live(table)}")[0][0])
        return found

    def snapshot(self, name: str) -> None:
        """Remember all shelves under a name, in place of what was remembered under it."""
        prefix = _prefix(name)
        with self._write() as transaction:
            _drop(transaction, prefix)
            _copy(transaction, _live, lambda key: f"'{prefix}' || {key}")

    def restore(self, name: str) -> bool:
        """All shelves as they were when they were remembered under that name; False when there is no such snapshot."""
        if name not in self.snapshots():
            return False
        prefix = _prefix(name)
        with self._write() as transaction:
            hold(transaction, PUBLIC)
            for table in (*ENTITIES, TENANTS):
                transaction.run(f"DELETE FROM {table.name} WHERE {_live(table)}")
            _forget_searched(transaction)
            _copy(transaction, lambda table: _within(table, prefix), lambda key: f"substr({key}, {len(prefix) + 1})")
        self._turn()
        return True

    def forget(self, name: str) -> bool:
        """Forget a snapshot; False when there is none of that name."""
        found = name in self.snapshots()
        if found:
            with self._write() as transaction:
                _drop(transaction, _prefix(name))
        return found

    def snapshots(self) -> list[str]:
        """The names under which shelves are remembered."""
        found = self.engine.read(f"SELECT shelf FROM shelves WHERE shelf LIKE '{SNAPSHOT}%'")
        return sorted({shelf.split(":")[1] for (shelf,) in found})

    # ---- shared documents --------------------------------------------------------------------------------------------

    def drop_controls(self, start: str) -> None:
        """Forget the shared documents whose names begin with `start`."""
        with self._write() as transaction:
            transaction.run(f"DELETE FROM {CONTROL.name} WHERE substr(name, 1, ?) = ?", (len(start), start))
        self._control.clear()

    def control(self, name: str) -> Any:
        """The shared document of that name; None when there is none."""
        if name not in self._control:
            found = self.engine.read("SELECT value FROM control WHERE name = ?", (name,))
            self._control[name] = decode(found[0][0]) if found else None
        return self._control[name]

    def change_control(self, name: str, change: Callable[[Any], Any]) -> Any:
        """Replace a shared document by what `change` makes of it; nobody else's change gets lost."""
        with self._write() as transaction:
            transaction.run(
                "INSERT INTO control (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET name = control.name",
                (name, b"null"),
            )
            before = decode(transaction.run("SELECT value FROM control WHERE name = ?", (name,))[0][0])
            after = change(before)
            transaction.run(f"UPDATE {CONTROL.name} SET value = ? WHERE name = ?", (encode(after), name))
        self._control[name] = after
        return after

    # ---- pages -------------------------------------------------------------------------------------------------------

    def _page(self, table: Table, shelf: str, listing: Listing) -> tuple[list[bytes], Key | None]:
        sql, values = listing.sql(table.name, shelf, "plan" if table is JOBS else "body")
        found = self.engine.read(sql, values)
        more = len(found) > listing.size
        rows = found[: listing.size]
        return [row[2] for row in rows], (rows[-1][0], rows[-1][1]) if more and rows else None


def _live(table: Table) -> str:
    """What is true of rows that are not part of a snapshot."""
    return f"{table.columns[0][0]} NOT LIKE '{SNAPSHOT}%'"


def _prefix(name: str) -> str:
    return f"{SNAPSHOT}{name}:"


def _within(table: Table, prefix: str) -> str:
    """What is true of rows of one snapshot. Not LIKE: in SQLite that takes `a` for `A`."""
    return f"substr({table.columns[0][0]}, 1, {len(prefix)}) = '{prefix}'"


def _drop(transaction: Transaction, prefix: str) -> None:
    for table in (*ENTITIES, TENANTS):
        transaction.run(f"DELETE FROM {table.name} WHERE {_within(table, prefix)}")


def _copy(transaction: Transaction, which: Callable[[Table], str], key: Callable[[str], str]) -> None:
    """Copy rows of all shelves under other keys: the first column of each of these tables names the shelf or tenant."""
    for table in (*ENTITIES, TENANTS):
        first, *others = (name for name, _ in table.columns)
        if table is TENANTS:
            others = [key("shelf")]
        transaction.run(
            f"INSERT INTO {table.name} ({table.names}) SELECT {', '.join([key(first), *others])} FROM {table.name} "
            f"WHERE {which(table)}"
        )


def _open_shelf(transaction: Transaction, shelf: str, origin: Origin) -> None:
    """Make a shelf with its world, unless somebody else just did."""
    made = transaction.run(
        f"INSERT INTO shelves ({SHELVES.names}) VALUES (?, 0, ?, ?) ON CONFLICT DO NOTHING RETURNING shelf",
        (shelf, origin.project_id, origin.author_id),
    )
    if made:
        _put(transaction, shelf, origin.things())


def hold(transaction: Transaction, shelf: str) -> bool:
    """Let nobody else write to a shelf, or read it into search, until the transaction ends; False: there is none."""
    return bool(transaction.run("UPDATE shelves SET counter = counter WHERE shelf = ? RETURNING 1", (shelf,)))


def _count(transaction: Transaction, shelf: str, by: int = 1) -> int:
    found = transaction.run("UPDATE shelves SET counter = counter + ? WHERE shelf = ? RETURNING counter", (by, shelf))
    return int(found[0][0]) if found else 0


def _put(transaction: Transaction, shelf: str, things: Iterable[Thing]) -> None:
    """Insert a stream of things, `BATCH` at a time."""
    waiting: dict[str, list[tuple[Any, ...]]] = {"model": [], "asset": [], "job": []}
    trainings: list[tuple[Any, ...]] = []
    place = 0
    for kind, thing in things:
        if kind == "model":
            place += 1
            waiting[kind].append(model_record(shelf, place, thing))
        elif kind == "asset":
            waiting[kind].append(asset_record(shelf, StoredAsset(thing)))
        else:
            waiting[kind].append(job_record(shelf, thing))
            if thing.job_type.endswith("model-training") and thing.steps[-1][0] == "success":
                trainings.append((thing.end_ms, thing.input.get("modelId"), shelf))
        if len(waiting[kind]) >= BATCH:
            _flush(transaction, waiting)
    _flush(transaction, waiting)
    transaction.many("UPDATE models SET trained_ms = ? WHERE id = ? AND shelf = ? AND status = 'training'", trainings)


def _flush(transaction: Transaction, waiting: dict[str, list[tuple[Any, ...]]]) -> None:
    for kind, table in (("model", MODELS), ("asset", ASSETS), ("job", JOBS)):
        if waiting[kind]:
            transaction.many(_insert(table), waiting[kind])
            waiting[kind].clear()


def _put_asset(transaction: Transaction, shelf: str, stored: StoredAsset, visible_ms: int | None = None) -> None:
    transaction.run(_insert(ASSETS), asset_record(shelf, stored, visible_ms))
    _unread(transaction, shelf, ASSETS, stored.row["id"], visible_ms or 0)
    if stored.content is not None:
        transaction.run(_insert(FILES), (shelf, stored.row["id"], stored.content))


def _noted(transaction: Transaction, shelf: str, things: Iterable[Thing]) -> Iterator[Thing]:
    """The things as they are, each written down for search."""
    for kind, thing in things:
        if kind != "job":
            _unread(transaction, shelf, MODELS if kind == "model" else ASSETS, thing["id"])
        yield kind, thing


def _unread(transaction: Transaction, shelf: str, table: Table, thing_id: str, visible_ms: int = 0) -> None:
    """Have search read a thing (again), from `visible_ms` on, if it has read the shelf.

    A model looks like its examples: a search that has read the models hears of assets, too.
    """
    also = "models" if table is ASSETS else table.name
    transaction.run(
        f"INSERT INTO unread ({UNREAD.names}) SELECT shelf, CASE kind WHEN ? THEN kind ELSE '{EXAMPLES}' END, ?, ? "
        "FROM searched WHERE shelf = ? AND kind IN (?, ?) "
        "ON CONFLICT (shelf, kind, id) DO UPDATE SET visible_ms = excluded.visible_ms",
        (table.name, thing_id, visible_ms, shelf, table.name, also),
    )


def _forget_searched(transaction: Transaction, shelf: str | None = None) -> None:
    """What search has read of a shelf, or of all, is there no more."""
    only, values = ("", ()) if shelf is None else (" AND shelf = ?", (shelf,))
    transaction.run(f"UPDATE searched SET shelf = NULL WHERE shelf IS NOT NULL{only}", values)
    transaction.run(f"DELETE FROM unread WHERE kind IS NOT NULL{only}", values)


_INSERTS: dict[str, str] = {}
for _table in ALL:
    _names = [name for name, _ in _table.columns]
    _changed = ", ".join(f"{name} = excluded.{name}" for name in _names if name not in _table.key.split(", "))
    _INSERTS[_table.name] = (
        f"INSERT INTO {_table.name} ({_table.names}) VALUES ({', '.join('?' * len(_names))}) "
        f"ON CONFLICT ({_table.key}) DO UPDATE SET {_changed}"
    )


def _insert(table: Table) -> str:
    """Insert a row, in place of one with the same key."""
    return _INSERTS[table.name]
