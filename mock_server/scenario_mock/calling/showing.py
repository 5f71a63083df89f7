"""What came, for people: a table of a list, the fields of a thing. Nothing in it commands the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from rich.table import Table
from rich.text import Text

from ..terminal import printable

COLUMNS = {
    "models": ("id", "name", "type", "privacy", "status", "updatedAt"),
    "assets": ("id", "kind", "metadata.type", "metadata.width", "metadata.height", "status", "metadata.prompt"),
    "jobs": ("jobId", "jobType", "status", "progress", "createdAt"),
    "hits": (
        "id",
        "name",
        "type",
        "metadata.kind",
        "metadata.width",
        "metadata.height",
        "metadata.prompt",
        "createdAt",
    ),
}
"""The most telling fields of a row."""
TELLING = {
    "model": ("id", "name", "shortDescription", "type", "status", "privacy", "capabilities", "tags", "inputs",
              "trainingImagesNumber", "createdAt", "updatedAt"),
    "asset": ("id", "kind", "mimeType", "status", "properties.width", "properties.height", "properties.duration",
              "properties.size", "metadata.type", "metadata.prompt", "metadata.modelId", "metadata.parentJobId",
              "privacy", "tags", "nsfw", "description", "createdAt", "url"),
    "job": ("jobId", "jobType", "status", "progress", "metadata.error", "metadata.hint", "metadata.assetIds",
            "createdAt", "updatedAt"),
}  # fmt: skip
"""The most telling fields of one thing; --json has the others."""
MOST_COLUMNS = 7
LEAST_WIDTH = 6
GAP = 2
"""Spaces between columns."""
LONGEST = 100
MOST_NUMBERS = 16
"""A longer list of numbers is told by its length."""
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
    """One thing: of a model, an asset or a job the most telling fields, of anything else all of them, and whole."""
    shown = Table(box=None, show_header=False, pad_edge=False)
    shown.add_column(style="bold", no_wrap=True)
    shown.add_column(overflow="fold")
    for place, value in summed_up(content):
        shown.add_row(place, _styled(_worded(value)))
    return shown


def summed_up(content: Any) -> Iterator[tuple[str, Any]]:
    """Places and values of what is shown of one thing."""
    for name, part in content.items() if isinstance(content, Mapping) else [("", content)]:
        if name not in TELLING or not isinstance(part, Mapping):
            yield from ((place, value) for place, value in leaves(part, name) if value not in ({}, [], None))
            continue
        for place in TELLING[name]:
            value = at_place(part, place)
            if value not in (None, [], {}):
                yield f"{name}.{place}", _inputs(value) if place == "inputs" else value


def _inputs(inputs: Any) -> str:
    return ", ".join(f"{one.get('name')} ({one.get('type')})" for one in inputs)


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


def _cell(value: Any) -> Text:
    """A value as it stands in a table: cut when it is long."""
    word = _worded(value)
    return _styled(word if len(word) <= LONGEST else word[: LONGEST - 1] + "…")


def _styled(word: str) -> Text:
    return Text(word, style=STYLES.get(word, ""))


def _worded(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = f"{len(value)} numbers" if _is_vector(value) else ", ".join(map(str, value))
    word = f"{value:g}" if isinstance(value, float) else str(value)
    if DATE.fullmatch(word):
        word = f"{word[:10]} {word[11:16]}"
    return printable(" ".join(word.split()))


def _is_vector(value: list[Any]) -> bool:
    return len(value) > MOST_NUMBERS and all(isinstance(one, int | float) for one in value)
