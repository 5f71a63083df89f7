"""Things that a test puts into a key's world: given in part, completed here, held against the contract.

A row says only what matters. What it leaves out is filled with what such a thing has: an id, the key's project and
author, now as its date. A whole row is taken as it is, and in place of the one with the same id. A job has the status
that it is given with now; one that runs ends in success later.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import words
from .clock import parse_iso
from .contract import Contract
from .errors import bad_request
from .files import canonical
from .ids import new_id
from .jobs import TERMINAL, JobPlan, render
from .store import Thing
from .validation import Validator, Violation
from .world import WAYS, Made, Owner, asset_row, model_row

Row = dict[str, Any]
FILLED_IN = ("", "/metadata", "/properties", "/billing")
"""Where a row may lack what the contract requires: pointers inside the row."""
RUN_MS = 60_000
"""How long a job runs that is put in while it runs."""
REACHED = {"pending": 0.015, "queued": 0.05, "warming-up": 0.14, "in-progress": 0.4, "finalizing": 0.95}
"""How far a running job is, as a share of its run, by its status."""
STEPS = (("pending", 0.0), ("queued", 0.03), ("warming-up", 0.1), ("in-progress", 0.2), ("finalizing", 0.94))
SET_BY_POSITION = frozenset({"id", "name", "type", "createdAt", "updatedAt"})
"""Fields of a model that `model_row` is told one by one."""


class Seeding:
    """Completes and checks rows for one key."""

    def __init__(self, contract: Contract, validator: Validator, owner: Owner, rng: random.Random, now_ms: int) -> None:
        self._contract, self._validator = contract, validator
        self._owner, self._rng, self._now_ms = owner, rng, now_ms

    def things(self, given: Mapping[str, Sequence[Row]]) -> list[Thing]:
        """The things behind rows by `models`, `assets` and `jobs`. Raises ApiError 400 with the violations."""
        makers: tuple[tuple[str, str, str, Callable[[Row], tuple[Any, Row]]], ...] = (
            ("models", "model", "Model", self._model),
            ("assets", "asset", "Asset", self._asset),
            ("jobs", "job", "Job", self._job),
        )
        made: list[Thing] = []
        violations: list[Violation] = []
        for name, kind, schema, make in makers:
            for index, row in enumerate(given.get(name, ())):
                found = self._unknown(schema, row, f"/{name}/{index}") or self._wrong(schema, row, f"/{name}/{index}")
                if not found:
                    thing, shown = make(row)
                    found = self._wrong(schema, shown, f"/{name}/{index}", whole=True)
                    if "status" in row and shown["status"] != row["status"]:
                        sentence = f"with these dates the {kind} is {shown['status']} now, not {row['status']}"
                        found.append(Violation("body", f"/{name}/{index}/status", "dates", sentence))
                    made.append((kind, thing))
                violations += found
        if violations:
            first = violations[0]
            details = [vars(violation) for violation in violations[:50]]
            raise bad_request(f"body{first.at.replace('/', '.')}: {first.message}", details={"violations": details})
        return made

    def _unknown(self, schema: str, row: Row, at: str) -> list[Violation]:
        """Names that no such thing has: a slip of the pen, most likely."""
        known = self._contract.schemas[schema]["properties"]
        return [
            Violation("body", f"{at}/{name}", "additionalProperties", f"{schema} has no field {name!r}")
            for name in row
            if name not in known
        ]

    def _wrong(self, schema: str, row: Row, at: str, *, whole: bool = False) -> list[Violation]:
        """What breaks the contract; of a row that is not whole yet, what is going to be filled in may be missing."""
        found = [
            Violation("body", at + violation.at, violation.rule, violation.message)
            for violation in self._validator.component(schema, row)
            if whole or violation.rule != "required" or violation.at not in FILLED_IN
        ]
        dates = {name: row[name] for name in ("createdAt", "updatedAt") if isinstance(row.get(name), str)}
        return found or [
            Violation("body", f"{at}/{name}", "format", f"{text!r} is no date in ISO 8601")
            for name, text in dates.items()
            if not _is_date(text)
        ]

    def _model(self, given: Row) -> tuple[Row, Row]:
        if not self._wrong("Model", given, "", whole=True):
            return given, given
        kind = given.get("type", "custom" if "inputs" in given else "flux.1-lora")
        created = self._moment(given, "createdAt")
        row = model_row(
            given.get("id") or new_id("model", self._rng),
            given.get("name") or words.model_name(self._rng),
            kind,
            self._owner,
            created,
            self._moment(given, "updatedAt", created),
            **{name: value for name, value in given.items() if name not in SET_BY_POSITION},
        )
        row |= given
        return row, row

    def _asset(self, given: Row) -> tuple[Row, Row]:
        if not self._wrong("Asset", given, "", whole=True):
            return given, given
        metadata = given.get("metadata", {})
        prompt = metadata.get("prompt") or words.prompt(self._rng)
        made = Made(
            how=metadata["type"] if metadata.get("type") in WAYS else "txt2img",
            kind=given.get("kind", "image"),
            theme=words.theme(self._rng),
            prompt=prompt,
            created_ms=self._moment(given, "createdAt"),
        )
        row = asset_row(given.get("id") or new_id("asset", self._rng), made, self._owner, self._rng, canonical)
        for nested in ("metadata", "properties"):
            row[nested] = {**row[nested], **given.get(nested, {})}
        row["updatedAt"] = row["createdAt"]
        row["tags"] = []
        row["collectionIds"] = []
        row |= {name: value for name, value in given.items() if name not in ("metadata", "properties")}
        return row, row

    def _job(self, given: Row) -> tuple[JobPlan, Row]:
        status = given.get("status", "success")
        metadata = given.get("metadata", {})
        billing = given.get("billing", {})
        created, steps = self._steps(given, status)
        plan = JobPlan(
            job_id=given.get("jobId") or new_id("job", self._rng),
            job_type=given.get("jobType", "custom"),
            owner_id=given.get("ownerId", self._owner.project_id),
            author_id=given.get("authorId", self._owner.author_id),
            created_ms=created,
            steps=steps,
            input=metadata.get("input", {}),
            asset_ids=tuple(metadata.get("assetIds", ())),
            cost=billing.get("cuCost", 0),
            add_ons=billing.get("cuCostDetails", {}),
            disable_refund=billing.get("disableRefund", False),
            error=metadata.get("error"),
            hint=metadata.get("hint"),
        )
        return plan, render(plan, self._now_ms)

    def _steps(self, given: Row, status: str) -> tuple[int, tuple[tuple[str, int], ...]]:
        """When the job began, and its steps: it has the status now; one that runs ends in success later."""
        now_ms = self._now_ms
        if given.get("statusHistory"):
            return self._retold(given["statusHistory"], given.get("progress", 0))
        if status in TERMINAL:
            created = self._moment(given, "createdAt", now_ms - RUN_MS)
            run_ms = max(self._moment(given, "updatedAt", min(created + RUN_MS, now_ms)) - created, 0)
            outcome = status
        else:
            share = REACHED.get(status, REACHED["pending"])
            created = self._moment(given, "createdAt", now_ms - round(RUN_MS * share))
            run_ms = round((now_ms - created) / share) or RUN_MS
            outcome = "success"
        return created, (*((word, round(run_ms * begin)) for word, begin in STEPS), (outcome, run_ms))

    def _retold(self, history: Sequence[Row], progress: float) -> tuple[int, tuple[tuple[str, int], ...]]:
        """A job whose history is known, as an export has it; one that still runs goes on from its progress."""
        created = parse_iso(history[0]["date"])
        steps = tuple((entry["status"], parse_iso(entry["date"]) - created) for entry in history)
        if steps[-1][0] in TERMINAL:
            return created, steps
        elapsed = max(steps[-1][1], self._now_ms - created)
        begun = dict(steps).get("in-progress")
        if begun is None:
            return created, (*steps, ("in-progress", elapsed + RUN_MS // 10), ("success", elapsed + RUN_MS))
        # What is shown is rounded to hundredths: nothing yet is less than half of one.
        whole = (elapsed - begun) / (progress if 0 < progress < 1 else 0.004)
        return created, (*steps, ("success", begun + round(whole)))

    def _moment(self, given: Row, name: str, otherwise: int | None = None) -> int:
        """Milliseconds since the epoch of a date in the row; now, when nothing else is named."""
        if name in given:
            return parse_iso(given[name])
        return self._now_ms if otherwise is None else otherwise


def _is_date(text: str) -> bool:
    try:
        parse_iso(text)
    except ValueError:
        return False
    return True


def exported(model_rows: Sequence[Row], asset_rows: Sequence[Row], plans: Sequence[JobPlan], now_ms: int) -> Row:
    """A key's things in the form in which they can be put in again."""
    return {"models": list(model_rows), "assets": list(asset_rows), "jobs": [render(plan, now_ms) for plan in plans]}
