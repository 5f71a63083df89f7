"""What a test does to a mock beside calling it: time, faults, limits, journal, snapshots, things put in.

`Control` is the one implementation: `Mock` is one, so tests in Python call these methods, and the routes under
`/__mock__/` call them for everybody else. What they set holds for all workers and hosts that share the state. Wrong
values raise `ApiError`, whose text and details say what is wrong, as the routes answer it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .clock import iso, monotonic, parse_iso
from .control_document import check
from .errors import bad_request, not_found
from .gate import RULES, USAGE
from .handlers import HANDLERS, PARTLY
from .ids import stream
from .product import product_version
from .records import Record
from .rules import Rules
from .seeding import Seeding, exported
from .store import Thing
from .validation import Validator
from .world import private_owner

LONGEST_ADVANCE = 10 * 365 * 86_400.0
LATEST_MS = parse_iso("9000-01-01")


@dataclass(frozen=True)
class Asked:
    """Which records of the journal: all that is named must fit; the latest `limit` of them."""

    operation_id: str | None = None
    status: int | None = None
    method: str | None = None
    key: str | None = None
    since: str | None = None
    """ISO 8601; what was asked at that moment or later."""
    failed: bool | None = None
    """Refused, or struck by a fault; or neither."""
    limit: int | None = None
    after: int = 0
    """Only those whose number is above."""
    brief: bool = False
    """Headers and bodies are not wanted and may be missing."""

    def fits(self, record: Record) -> bool:
        """Whether a record is one of them, `limit`, `after` and `brief` aside."""
        for name in ("operation_id", "status", "method", "key", "failed"):
            wanted = getattr(self, name)
            if wanted is not None and getattr(record, name) != wanted:
                return False
        return self.since is None or record.at_ms >= parse_iso(self.since)


class Control(Rules):
    """The hand on a mock."""

    _validator: Validator

    # ---- time --------------------------------------------------------------------------------------------------------

    def advance(self, seconds: float) -> str:
        """Let so many seconds pass at once, jobs included; the new time, ISO 8601."""
        check("ClockChange", {"advance": seconds})
        if self._now_ms() + seconds * 1000 > LATEST_MS:
            raise bad_request("The mock's calendar ends with the year 9000")
        self.services.advance(seconds)
        return iso(self._now_ms())

    def set_clock(self, moment: str) -> str:
        """Let time pass until `moment`, ISO 8601 and not in the mock's past; the new time."""
        check("ClockChange", {"set": moment})
        ahead_s = (parse_iso(moment) - self._now_ms()) / 1000
        if not 0 <= ahead_s <= LONGEST_ADVANCE:
            now = iso(self._now_ms())
            raise bad_request(f"Time only goes forward, by ten years at the most: it is {now}")
        return self.advance(ahead_s)

    # ---- state -------------------------------------------------------------------------------------------------------

    def reset(self, key: str | None = None) -> None:
        """Back to the start: worlds, faults, limits and journal; the clock goes on and snapshots stay.

        With a key only its own world, faults and limit; others do not notice.
        """
        store = self._store
        if key is None:
            store.reset()
            store.change_control(RULES, lambda _: None)
            store.drop_controls(USAGE)
            self.services.journal.clear()
            return
        store.reset_shelf(key)
        self.clear_limits(key)
        self._change_rules(
            lambda rules: {**rules, "faults": [fault for fault in rules["faults"] if fault.get("key") != key]}
        )

    def snapshot(self, name: str) -> None:
        """Remember all worlds under a name (letters, digits and hyphens, at most 40)."""
        check("SnapshotName", name)
        self._store.snapshot(name)

    def restore(self, name: str) -> None:
        """All worlds as they were at the snapshot; the clock goes on. Raises ApiError 404 for an unknown name."""
        check("SnapshotName", name)
        if not self._store.restore(name):
            raise self._no_snapshot(name)

    def snapshots(self) -> list[str]:
        """The names of all snapshots."""
        return self._store.snapshots()

    def forget_snapshot(self, name: str) -> None:
        """Forget a snapshot. Raises ApiError 404 for an unknown name."""
        check("SnapshotName", name)
        if not self._store.forget(name):
            raise self._no_snapshot(name)

    def seed(
        self,
        *,
        key: str,
        models: Sequence[Mapping[str, Any]] = (),
        assets: Sequence[Mapping[str, Any]] = (),
        jobs: Sequence[Mapping[str, Any]] = (),
    ) -> dict[str, list[str]]:
        """Put things into the world of a key, all or none; their ids, in order.

        Rows are the contract's `Model`, `Asset` and `Job` in part: what is left out is filled in, what is there with
        the same id is replaced. Raises ApiError 400 with the violations of rows that break the contract.
        """
        given: dict[str, list[Any]] = {"models": [*models], "assets": [*assets], "jobs": [*jobs]}
        check("Data", {"key": key, **given})
        store, settings = self._store, self.services.settings
        shelf = store.shelf(key)
        rng = stream(settings.seed, "seeding", shelf, str(store.next_number(shelf)))
        seeding = Seeding(self.services.contract, self._validator, private_owner(key), rng, self._now_ms())
        things = seeding.things(given)
        store.put(shelf, things)
        return _ids(things)

    def export(self, key: str) -> dict[str, Any]:
        """All things of a key, in the form that `seed` takes; of assets those that exist by now."""
        check("Key", key)
        store, now_ms = self._store, self._now_ms()
        models, assets, plans = store.everything(store.shelf(key), now_ms)
        return {"key": key, **exported(models, assets, plans, now_ms)}

    # ---- journal -----------------------------------------------------------------------------------------------------

    def journal(self, asked: Asked | None = None) -> list[Record]:
        """What was asked of the API, the oldest first; the latest 1,000 requests are kept."""
        asked = asked or Asked()
        found = list(self.services.journal.records(asked.after, asked.brief))
        if asked.since is not None:
            check("Moment", asked.since)
        found = [record for record in found if asked.fits(record)]
        return found if asked.limit is None else found[len(found) - min(asked.limit, len(found)) :]

    def record(self, number: int) -> Record:
        """One request of the journal by its number. Raises ApiError 404 when it is not there, or no longer."""
        found = next((one for one in self.services.journal.records(number - 1) if one.number == number), None)
        if found is None:
            raise not_found(f"No request {number} is in the journal, which keeps the latest 1,000")
        return found

    def calls_to(self, operation_id: str, *, key: str | None = None) -> list[Record]:
        """The calls of an operation, the oldest first; of one key, if it is named."""
        if operation_id not in self.services.contract.operations:
            raise bad_request(f"No operation is called {operation_id!r}")
        return self.journal(Asked(operation_id=operation_id, key=key))

    def clear_journal(self) -> None:
        """Forget what was asked."""
        self.services.journal.clear()

    # ---- health ------------------------------------------------------------------------------------------------------

    def health(self) -> dict[str, Any]:
        """That it is alive, and what it is."""
        services, settings = self.services, self.services.settings
        operations = services.contract.operations
        return {
            "status": "ok",
            "version": product_version(),
            "contract": services.contract.document["info"]["version"],
            "seed": settings.seed,
            "profile": settings.profile,
            "keys": "any" if settings.api_key is None else "fixed",
            "operations": len(operations),
            "partlyImplemented": {} if settings.stateless else PARTLY,
            "notImplemented": [] if settings.stateless else sorted(set(operations) - set(HANDLERS)),
            "pid": os.getpid(),
            "uptimeSeconds": round(monotonic() - services.begun, 3),
            "now": iso(services.now_ms()),
            "state": "stateless" if settings.stateless else services.store.engine.kind,
            "counts": services.store.counts(),
            "snapshots": services.store.snapshots(),
        }

    def _no_snapshot(self, name: str) -> Exception:
        known = ", ".join(self.snapshots()) or "none"
        return not_found(f"No snapshot is called {name}; there are {known}")


def _ids(things: Iterable[Thing]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"models": [], "assets": [], "jobs": []}
    for kind, thing in things:
        found[f"{kind}s"].append(thing.job_id if kind == "job" else thing["id"])
    return found
