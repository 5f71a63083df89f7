"""What a comparison finds: one change at one place. How bad it is stands in the table in `rules`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .rules import RULES, Severity

REQUEST, RESPONSE = "request", "response"


@dataclass(frozen=True)
class Finding:
    """One change at one place of one operation.

    `pointer` leads into the contract (where a thing is gone: to what held it), `other` into the document that it is
    compared with. `operation` is empty for what belongs to the whole document. `seen` counts recorded exchanges.
    """

    rule: str
    severity: Severity
    source: str
    direction: str
    operation: str
    path: str
    text: str
    call: str = ""
    pointer: str = ""
    other: str = ""
    line: int = 0
    other_line: int = 0
    evidence: str = ""
    seen: int = 1

    @property
    def change(self) -> tuple[str, ...]:
        """What is the same in all operations that share a changed component."""
        if not self.pointer and not self.other:
            return (self.source, self.rule, self.direction, self.operation, self.path, self.text)
        return (self.source, self.rule, self.direction, self.pointer, self.other, self.text)


@dataclass(frozen=True)
class Place:
    """Where a comparison stands: operation, its client call, direction, and a path like `200.models[].type`."""

    operation: str
    call: str = ""
    direction: str = ""
    path: str = ""

    def at(self, step: str) -> Place:
        """A place below; a step is a name, `[]` (elements) or `{}` (values of a map)."""
        dot = "." if self.path and not step.startswith(("[", "{")) else ""
        return replace(self, path=f"{self.path}{dot}{step}")

    def into(self, direction: str, path: str) -> Place:
        """The start of what is sent or received."""
        return replace(self, direction=direction, path=path)

    def finds(self, rule: str, text: str, old: str = "", new: str = "", *, severity: Severity | None = None) -> Finding:
        """A finding of the comparison of two versions here: `old` and `new` are pointers into either."""
        known = RULES[rule]
        usual = known.response if self.direction == RESPONSE else known.request
        return Finding(
            rule=rule,
            severity=usual if severity is None else severity,
            source="version",
            direction=self.direction,
            operation=self.operation,
            path=self.path,
            text=text,
            call=self.call,
            pointer=new,
            other=old,
        )


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The worst severity, None when nothing was found."""
    return max((finding.severity for finding in findings), default=None)
