"""Show a verdict: JSON for programs, colored tables on a terminal, plain lines everywhere else."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import groupby

from .compare import Difference
from .explained import Verdict

HEADLINES = {
    "operation": "only in the {side}: the whole operation",
    "field": "only in the {side}",
    "value": "value only in the {side}",
    "enum": "values listed only in the {side}",
    "form": "described only in the {side}, free-form on the other side",
    "required": "required only in the {side}",
    "type": "types differ",
}
Row = tuple[str, str, str, str]
NAMES = {"spec": "contract", "sdk": "SDK", "both": "both"}


def as_json(verdict: Verdict, sdk_version: str) -> str:
    """Everything, machine readable."""
    explained = [{**asdict(one), "reason": entry.reason} for one, entry in verdict.explained]
    unexplained = [asdict(one) for one in verdict.unexplained]
    content = {"sdk": sdk_version, "unexplained": unexplained, "stale": verdict.stale, "explained": explained}
    return json.dumps(content, indent=2)


def summary(verdict: Verdict, sdk_version: str) -> str:
    """One line: the counts."""
    return (
        f"contract against scenario-sdk {sdk_version}: {len(verdict.unexplained)} unexplained, "
        f"{len(verdict.stale)} stale, {len(verdict.explained)} explained"
    )


def rows(verdict: Verdict, *, explained: bool) -> list[Row]:
    """Operation, place, what differs, why: unexplained differences, with `explained` all of them.

    An unexplained value has a row of its own; values that share a place and a reason share a row.
    """
    chosen = [(one, "") for one in verdict.unexplained]
    chosen += [(one, entry.reason) for one, entry in verdict.explained] if explained else []
    order = {name: number for number, name in enumerate(dict.fromkeys(one.operation for one, _ in chosen))}
    merged: dict[tuple[str, str, str, str, str], Row] = {}
    for one, reason in sorted(chosen, key=lambda pair: order[pair[0].operation]):
        key = (one.operation, one.path, _what(one), reason, "" if reason else one.value)
        before = merged.get(key)
        place = f"{before[1]}, {one.value}" if before else one.place
        merged[key] = (one.operation, place, _what(one), reason)
    return list(merged.values())


def _what(difference: Difference) -> str:
    text = HEADLINES[difference.kind].format(side=NAMES[difference.side])
    return f"{text}: {difference.detail}" if difference.detail else text


def plain(verdict: Verdict, *, explained: bool) -> str:
    """One block per operation, one line per difference; the reason follows in brackets."""
    lines = []
    for operation, group in groupby(rows(verdict, explained=explained), key=lambda row: row[0]):
        lines.append(operation)
        lines += [f"  {place}  {what}" + (f"  [{reason}]" if reason else "") for _, place, what, reason in group]
    return "\n".join([*lines, *(f"stale entry: {text}" for text in verdict.stale)])


def tables(verdict: Verdict, *, explained: bool) -> None:
    """Print colored tables, one per operation."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    for operation, group in groupby(rows(verdict, explained=explained), key=lambda row: row[0]):
        table = Table(title=operation, title_justify="left", title_style="bold", show_header=False, expand=True)
        for share in (5, 3, 4):
            table.add_column(ratio=share, overflow="fold")
        for _, place, what, reason in group:
            color = "green" if reason else "red"
            table.add_row(f"[{color}]{escape(place)}[/]", escape(what), f"[dim]{escape(reason)}[/]")
        console.print(table)
    for text in verdict.stale:
        console.print(f"[yellow]stale entry:[/] {escape(text)}")
