"""Faults and limits as they are set: shared rules, changed one at a time and checked against `control.yaml`.

What they do to a call is `gate`'s business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .control_document import check
from .errors import FAILURES, bad_request, not_found
from .faults import ANY, FILE_OPERATION, Document
from .gate import RULES, USAGE
from .handlers.call import Services
from .store import Store


class Rules:
    """The part of `Control` that sets faults and limits."""

    services: Services

    def add_fault(self, effect: str, **fields: Any) -> dict[str, Any]:
        """Let something go wrong from now on; the fault with its id and counts.

        `effect` and `fields` are those of `Fault` in control.yaml, in its words or in snake_case: `operation`, `tag`,
        `key`, `method`, `path`, `times`, `after`, `probability`, `seed`, `latency_ms`, `carried_out`, `status`,
        `fields`, `job`, `bytes_per_second`.
        """
        fault = {"effect": effect, **{camel(name): value for name, value in fields.items()}}
        check("NewFault", fault)
        operation, operations = fault.get("operation", ANY), self.services.contract.operations
        if operation not in (ANY, FILE_OPERATION) and operation not in operations:
            raise bad_request(f"No operation is called {operation!r}; there are {', '.join(operations)}")
        tags = {one.tag for one in operations.values()}
        if "tag" in fault and fault["tag"] not in tags:
            raise bad_request(f"No operation has the tag {fault['tag']!r}; there are {', '.join(sorted(tags))}")
        added: dict[str, Any] = {}

        def add(rules: Document) -> Document:
            number = rules["next"]
            added.update({"id": f"fault-{number}", **fault, "seen": 0, "struck": 0})
            return {**rules, "next": number + 1, "faults": [*rules["faults"], dict(added)]}

        self._change_rules(add)
        return added

    def fail_next(self, operation: str, error: int | str, *, times: int = 1, **fields: Any) -> dict[str, Any]:
        """Let the next call (or `times` calls) of an operation fail; the fault.

        `error` is a status or a name from `errors.FAILURES`; `fields` are laid over its body, in the API's words or
        in snake_case: `mock.fail_next("createCustomGeneration", 429, remaining_seconds=5)`. Other faults that are
        set for the same call count first.
        """
        body = {camel(name): value for name, value in fields.items()}
        fault: dict[str, Any] = {"operation": operation, "times": times, **({"fields": body} if body else {})}
        return self.add_fault(_failure_of(error), **fault)

    def faults(self) -> list[dict[str, Any]]:
        """All faults, the oldest first, with how many calls they have seen and struck."""
        return list(self._rules()["faults"])

    def remove_fault(self, fault_id: str) -> None:
        """Remove one fault. Raises ApiError 404 for an unknown id."""
        found = False

        def remove(rules: Document) -> Document:
            nonlocal found
            kept = [fault for fault in rules["faults"] if fault["id"] != fault_id]
            found = len(kept) < len(rules["faults"])
            return {**rules, "faults": kept}

        self._change_rules(remove)
        if not found:
            raise not_found(f"No fault is called {fault_id[:60]!r}")

    def clear_faults(self) -> None:
        """Remove all faults."""
        self._change_rules(lambda rules: {**rules, "faults": []})

    def set_limit(self, key: str, **limit: Any) -> dict[str, Any]:
        """Limit a key, or with `*` each key that has no limit of its own, in place of the limit it had.

        Fields as in `Limit` of control.yaml or in snake_case: `requests_per_second`, `burst`, `requests`,
        `creative_units`. Counting begins now.
        """
        asked = {camel(name): value for name, value in limit.items()}
        check("NewLimit", {"key": key, **asked})
        self._change_rules(lambda rules: {**rules, "limits": {**rules["limits"], key: asked}})
        self._forget_usage(None if key == ANY else key)
        return {"key": key, **asked}

    def limits(self) -> list[dict[str, Any]]:
        """All limits."""
        return [{"key": key, **limit} for key, limit in self._rules()["limits"].items()]

    def clear_limits(self, key: str | None = None) -> None:
        """Remove the limit of a key, or all."""

        def remove(rules: Document) -> Document:
            kept = {one: limit for one, limit in rules["limits"].items() if key not in (None, one)}
            return {**rules, "limits": kept}

        self._change_rules(remove)
        self._forget_usage(key)

    def _forget_usage(self, key: str | None) -> None:
        if key is None:
            self._store.drop_controls(USAGE)
        else:
            self._store.change_control(f"{USAGE}{key}", lambda _: None)

    def _rules(self) -> Document:
        return _whole(self._store.control(RULES))

    def _change_rules(self, change: Callable[[Document], Document]) -> None:
        self._store.change_control(RULES, lambda rules: _whole(change(_whole(rules))))

    @property
    def _store(self) -> Store:
        """The state as it is now, whoever wrote it."""
        self.services.store.refresh()
        return self.services.store

    def _now_ms(self) -> int:
        self.services.store.refresh()
        return self.services.now_ms()


def _whole(rules: Document | None) -> Document:
    """The shared rules with all their parts."""
    return {"faults": [], "limits": {}, "next": 1, **(rules or {})}


def _failure_of(error: int | str) -> str:
    """The name in `FAILURES` of a failure that is named, or of the first with that status."""
    for name, known in FAILURES.items():
        if error in (name, known.status):
            return name
    names = ", ".join(f"{name} ({known.status})" for name, known in FAILURES.items())
    raise bad_request(f"There is no failure {error!r}, but {names}")


def camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)
