"""What came, for people: a table of a list, the fields of a thing, the operations and their options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..contract import Contract, Operation
from .arguments import Field, described, fields, is_open, method_of

COLUMNS = {
    "models": ("id", "name", "type", "privacy", "status", "updatedAt"),
    "assets": ("id", "kind", "metadata.type", "metadata.width", "metadata.height", "status", "metadata.prompt"),
    "jobs": ("jobId", "jobType", "status", "progress", "createdAt"),
    "hits": ("id", "name", "type", "metadata.width", "metadata.height", "metadata.prompt", "createdAt"),
}
"""The most telling fields of a row."""
MOST_COLUMNS = 7
LEAST_WIDTH = 6
GAP = 2
"""Spaces between columns."""
LONGEST = 100
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
GOOD, BAD, WAITING = "green", "red", "yellow"
STYLES = {"success": GOOD, "trained": GOOD, "failure": BAD, "canceled": BAD, "failed": BAD, "pending": WAITING,
          "queued": WAITING, "in-progress": WAITING, "training": WAITING}  # fmt: skip


def at_place(row: Any, place: str) -> Any:
    """The value at a dotted place; None when there is none."""
    for name in place.split("."):
        row = row.get(name) if isinstance(row, Mapping) else None
    return row


def table(name: str, rows: Sequence[Mapping[str, Any]], width: int) -> Table:
    """Rows of a list, so many letters wide; columns that no row has are left out, ids are never cut."""
    wanted = COLUMNS.get(name) or tuple(rows[0])[:MOST_COLUMNS] if rows else ()
    columns = [place for place in wanted if any(at_place(row, place) is not None for row in rows)]
    shown = Table(box=None, header_style="bold", pad_edge=False)
    cells = [[_cell(at_place(row, place)) for place in columns] for row in rows]
    heads = [place.rpartition(".")[2] for place in columns]
    natural = [max(len(head), *(len(row[number]) for row in cells)) for number, head in enumerate(heads)]
    for place, head, size in zip(columns, heads, _fitting(columns, natural, width), strict=True):
        shown.add_column(head, overflow="ellipsis", no_wrap=True, width=size, justify=_side(rows, place))
    for cell in cells:
        shown.add_row(*cell)
    return shown


def _fitting(columns: Sequence[str], natural: Sequence[int], width: int) -> list[int]:
    """Widths of columns: the widest ones give way until all fit, but for ids."""
    sizes = list(natural)
    free = [number for number, place in enumerate(columns) if not place.lower().endswith("id")]
    while free and sum(sizes) + GAP * (len(sizes) - 1) > width:
        widest = max(free, key=lambda number: sizes[number])
        if sizes[widest] <= LEAST_WIDTH:
            break
        sizes[widest] -= 1
    return sizes


def _side(rows: Sequence[Mapping[str, Any]], place: str) -> Literal["left", "right"]:
    values = [at_place(row, place) for row in rows]
    return "right" if all(isinstance(value, int | float | None) for value in values) else "left"


def thing(content: Any) -> Table:
    """The fields of one thing, dotted, long ones cut."""
    shown = Table(box=None, show_header=False, pad_edge=False)
    shown.add_column(style="bold", no_wrap=True)
    shown.add_column(overflow="fold")
    for place, value in leaves(content):
        shown.add_row(place, _cell(value))
    return shown


def leaves(content: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """All values with their places."""
    if isinstance(content, Mapping) and content:
        for name, part in content.items():
            yield from leaves(part, f"{place}.{name}" if place else name)
    elif isinstance(content, list) and any(isinstance(part, Mapping) for part in content):
        for number, part in enumerate(content):
            yield from leaves(part, f"{place}[{number}]")
    else:
        yield place, content


def operations(contract: Contract) -> Table:
    """All operations by tag."""
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("call", "operationId", "what it does"):
        shown.add_column(name, no_wrap=name != "what it does")
    for operation in sorted(contract.operations.values(), key=lambda one: one.tag):
        old = " (deprecated)" if operation.extensions.get("x-deprecated-reason") else ""
        shown.add_row(method_of(operation), operation.id, summary_of(contract, operation) + old)
    return shown


def options(contract: Contract, operation: Operation, console: Console) -> None:
    """What can be given to an operation."""
    known = fields(contract, operation)
    words = "".join(f" <{one.name}>" for one in known if one.place == "path")
    console.print(Text(f"scenario-mock call {method_of(operation)}{words} [options]", style="bold"))
    console.print(Text(f"{summary_of(contract, operation)}. {operation.method} {operation.path}\n"))
    shown = Table(box=None, show_header=False, pad_edge=False)
    shown.add_column(no_wrap=True, style="cyan")
    shown.add_column(no_wrap=True)
    shown.add_column(overflow="fold")
    for one in known:
        if one.place != "path":
            shown.add_row(one.option, one.kind or "JSON", _about(one))
    console.print(shown)
    if is_open(contract, operation):
        console.print(Text("Other options are inputs of the model: see inputs in models.retrieve."))


def summary_of(contract: Contract, operation: Operation) -> str:
    """What the contract calls it."""
    item = contract.document["paths"][operation.path][operation.method.lower()]
    return str(item.get("summary", operation.id)).rstrip(".")


def _about(one: Field) -> str:
    values = one.schema.get("enum") or one.schema.get("x-extensible-enum") or ()
    choices = ", ".join(str(value) for value in values[:12]) + (", …" if len(values) > 12 else "")
    parts = ["required" if one.required else "", described(one), f"one of {choices}" if choices else ""]
    return "; ".join(part for part in parts if part)


def _cell(value: Any) -> Text:
    if value is None:
        return Text("")
    word = f"{value:g}" if isinstance(value, float) else str(value)
    if DATE.fullmatch(word):
        word = f"{word[:10]} {word[11:16]}"
    word = " ".join(word.split())
    cut = word if len(word) <= LONGEST else word[: LONGEST - 1] + "…"
    return Text(cut, style=STYLES.get(word, ""))
