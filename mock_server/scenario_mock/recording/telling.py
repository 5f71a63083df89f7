"""What is printed of recordings: findings as they happen, and tables at the end.

Lines are coloured on a terminal, plain elsewhere, and JSON on demand. What comes from a server never reaches a
terminal as it is: characters that cannot be seen are spelled out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from ..clock import iso
from ..terminal import printable
from .judging import Finding
from .recorder import Counts, Taken, finding_fields

if TYPE_CHECKING:
    from .comparing import Comparison
    from .judging import Judgement

VIOLATION, NOTE, FAILURE = "violation", "note", "unreachable"
COLOURS = {VIOLATION: "bold red", NOTE: "yellow", FAILURE: "bold magenta"}
LONGEST_PATH = 100


class Teller:
    """Prints to one stream, by default the standard output."""

    def __init__(self, stream: IO[str] | None = None, *, as_json: bool = False) -> None:
        from rich.console import Console  # takes its time, and most commands print nothing of this

        self.as_json = as_json
        self._stream = stream or sys.stdout
        self._console = Console(file=self._stream, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def taken(self, taken: Taken) -> None:
        """The findings of one exchange, or that nobody answered."""
        exchange, judgement = taken.exchange, taken.judgement
        for finding in judgement.findings:
            facts = {"at": iso(exchange.at_ms), "method": exchange.method, "path": exchange.path}
            self._finding(facts, finding)
        if taken.failure is not None:
            at = iso(exchange.at_ms)
            fields = {"at": at, "operationId": judgement.operation_id, "message": taken.failure}
            self._line(FAILURE, fields, [at, judgement.operation_id or "-", FAILURE, taken.failure])

    def ready(self, url: str, upstream: str | None) -> None:
        """Where the server is, in the words of `scenario-mock serve`."""
        if self.as_json:
            self.event("ready", {"url": url, "upstream": upstream})
        else:
            passing = f" (passes on to {upstream})" if upstream else ""
            self._console.print(f"scenario-mock ready: {url}{passing}")
        self._stream.flush()

    def recorded(self, counts: Counts, operations: int, file: str | None) -> None:
        """The end of a recording."""
        if self.as_json:
            self.event("end", {**counts.fields(), "file": file})
            return
        words = (
            f"{_many(counts.exchanges, 'exchange')}, {len(counts.operations)} of {operations} operations, "
            f"{_many(counts.violations, 'violation')}, {_many(counts.notes, 'note')}, "
            f"{_many(counts.unanswered, 'request')} without an answer"
        )
        self._console.print(f"{words}{f'; recorded in {file}' if file else ''}")

    def judged(self, judged: Iterable[tuple[int, str, Judgement]]) -> None:
        """A table of what was found in a cassette: number, request and judgement of each exchange."""
        rows = [(number, told, finding) for number, told, judgement in judged for finding in judgement.findings]
        if self.as_json:
            for number, told, finding in rows:
                kind = NOTE if finding.note else VIOLATION
                self.event(kind, {"entry": number, "request": told, **finding_fields(finding)})
            return
        columns = ("entry", "operation", "direction", "rule", "where", "message")
        self._table(
            columns,
            [
                (
                    str(number),
                    finding.operation_id or _short(told),
                    finding.direction,
                    f"{finding.rule}{' (note)' if finding.note else ''}",
                    finding.where,
                    finding.message,
                )
                for number, told, finding in rows
            ],
        )

    def compared(self, comparison: Comparison) -> None:
        """A table of the differences between a recording and a mock."""
        if self.as_json:
            for difference in comparison.differences:
                self.event("difference", difference.fields())
            self.event("end", {"compared": comparison.compared, "skipped": dict(comparison.skipped)})
            return
        columns = ("entry", "operation", "request", "difference", "where", "recording", "mock")
        self._table(
            columns,
            [
                (str(one.entry), one.operation_id, _short(one.request), one.kind, one.at, one.recorded, one.came)
                for one in comparison.differences
            ],
        )
        left_out = "".join(f", {count} left out: {reason}" for reason, count in sorted(comparison.skipped.items()))
        found = _many(len(comparison.differences), "difference")
        self._console.print(f"{_many(comparison.compared, 'answer')} compared, {found}{left_out}")

    def say(self, text: str) -> None:
        """One line for people; nothing among JSON lines."""
        if not self.as_json:
            self._console.print(printable(text))

    def event(self, kind: str, fields: dict[str, Any]) -> None:
        """One line of JSON."""
        self._stream.write(json.dumps({"event": kind, **fields}, ensure_ascii=True) + "\n")
        self._stream.flush()

    def _finding(self, facts: dict[str, str], finding: Finding) -> None:
        kind = NOTE if finding.note else VIOLATION
        operation = finding.operation_id or _short(f"{facts['method']} {facts['path']}")
        words = [facts["at"], operation, finding.direction, kind, finding.rule, finding.where, finding.message]
        self._line(kind, {**facts, **finding_fields(finding)}, words)

    def _line(self, kind: str, fields: dict[str, Any], words: Sequence[str]) -> None:
        if self.as_json:
            self.event(kind, fields)
            return
        from rich.text import Text

        line = Text(" ").join(Text(printable(word), style=COLOURS.get(word, "")) for word in words)
        self._console.print(line)
        self._stream.flush()

    def _table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """On a terminal a table, elsewhere its rows with tabs, which other programs can cut."""
        if not rows:
            return
        cells = [[printable(cell) for cell in row] for row in rows]
        if not self._console.is_terminal:
            for line in [list(columns), *cells]:
                self._stream.write("\t".join(line) + "\n")
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(*columns)
        for row in cells:
            table.add_row(*(Text(cell, overflow="fold") for cell in row))
        self._console.print(table)


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_PATH else text[:LONGEST_PATH] + "…"
