"""What a soak expects of an answer, and what came: counts, and the first faults of each kind in words.

| fault | an answer |
|---|---|
| server error | with a status of 500 or more |
| violation | 500 with the name MockError: the mock broke its own contract, or failed |
| surprise | with a status that this call cannot get |
| contract | whose body breaks spec/openapi.yaml, read here by another reader than the mock's (a sample of answers) |
| content | that says something impossible: a job whose progress falls, a file that is not what its asset says |
| broken | that never came: the connection ended |
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from .load import Answer

MOST_SHOWN = 5
KINDS = ("server error", "violation", "surprise", "contract", "content", "broken")


@dataclass(frozen=True)
class Call:
    """One request of the mix: which operation (None for files), and the statuses that it can get."""

    operation: str | None
    sent: bytes
    expects: frozenset[int]
    about: str


class Responses:
    """The response bodies of a contract, compiled when first asked for."""

    def __init__(self, contract: Path) -> None:
        self._document: dict[str, Any] = yaml.load(contract.read_text("utf-8"), Loader=yaml.CSafeLoader)
        self._pointers = {
            operation["operationId"]: f"#/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}/responses"
            for path, item in self._document["paths"].items()
            for method, operation in item.items()
            if method in ("get", "post", "put", "patch", "delete")
        }
        self._compiled: dict[tuple[str, str], Any] = {}

    @property
    def operations(self) -> frozenset[str]:
        """All operationIds."""
        return frozenset(self._pointers)

    def fault(self, operation: str, status: int, body: bytes) -> str | None:
        """What is wrong with a body, or None."""
        declared = self._at(self._pointers[operation])
        name = str(status) if str(status) in declared else "default"
        try:
            content = json.loads(body)
        except ValueError as broken:
            return f"no JSON: {broken}"
        validator = self._compiled.get((operation, name))
        if validator is None:
            validator = self._compiled[operation, name] = self._compile(f"{self._pointers[operation]}/{name}")
        error = next(iter(validator.iter_errors(content)), None)
        return None if error is None else f"{error.message[:200]} at {'/'.join(map(str, error.instance_path))}"

    def _at(self, pointer: str) -> Any:
        value: Any = self._document
        for part in pointer[2:].split("/"):
            value = value[part.replace("~1", "/").replace("~0", "~")]
        return value

    def _compile(self, pointer: str) -> Any:
        response = self._at(pointer)
        pointer = response.get("$ref", pointer)
        schema = self._at(f"{pointer}/content/application~1json/schema")
        root = {**schema, "components": self._document["components"]}
        return jsonschema_rs.Draft202012Validator(root, validate_formats=True)


@dataclass
class Judge:
    """Collects answers. `every` is how many answers of an operation and status come to one that is validated."""

    responses: Responses
    every: int = 20
    calls: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    validated: int = 0
    events: Counter[str] = field(default_factory=Counter)
    """Jobs submitted, ended and so on, downloads."""
    faults: Counter[str] = field(default_factory=Counter)
    shown: dict[str, list[str]] = field(default_factory=dict)
    _seen: Counter[tuple[str, int]] = field(default_factory=Counter)

    def fault(self, kind: str, text: str) -> None:
        """Count a fault, and keep its words while there are few."""
        self.faults[kind] += 1
        shown = self.shown.setdefault(kind, [])
        if len(shown) < MOST_SHOWN:
            shown.append(text)

    def take(self, call: Call, answer: Answer) -> None:
        """Judge one answer."""
        name = call.operation or "file"
        self.calls[name] += 1
        self.statuses[answer.status] += 1
        if answer.status >= 500:
            words = f"{name} ({call.about}): {answer.status} {answer.body[:300].decode('utf-8', 'replace')}"
            self.fault("server error", words)
            if b"MockError" in answer.body:
                self.fault("violation", words)
        elif answer.status not in call.expects:
            words = f"{name} ({call.about}): {answer.status}, not {sorted(call.expects)}: {answer.body[:200]!r}"
            self.fault("surprise", words)
        self._seen[name, answer.status] += 1
        if call.operation is not None and self._seen[name, answer.status] % self.every == 1 % self.every:
            self.validated += 1
            wrong = self.responses.fault(call.operation, answer.status, answer.body)
            if wrong:
                self.fault("contract", f"{name} ({call.about}) {answer.status}: {wrong}")

    @property
    def clean(self) -> bool:
        """True when there is no fault of any kind."""
        return not self.faults
