"""The differences that are there on purpose: `spec/sdk_parity.yaml`, a list of entries.

| key | what |
|---|---|
| operations | operation ids, or `'*'` for any |
| path | where; `*` stands for one name, `**` for any number of them |
| kind | optional: only differences of this kind (see `compare`) |
| values | optional: only these known values |
| side | `spec` or `sdk`: who has it; `both` where the types differ |
| reason | why the contract differs |

An entry that matches nothing is stale, and so is an operation or a value in it that matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .compare import KINDS, SIDES, Difference

NEEDED = {"operations", "path", "side", "reason"}
KEYS = NEEDED | {"kind", "values"}


class EntriesError(Exception):
    """The list of explained differences cannot be read; the text says why, in one line."""


@dataclass(frozen=True)
class Entry:
    """One explanation."""

    operations: tuple[str, ...]
    path: str
    side: str
    reason: str
    kind: str = ""
    values: tuple[str, ...] = ()

    def matches(self, difference: Difference) -> bool:
        """Whether this entry explains `difference`."""
        return (
            bool({"*", difference.operation} & set(self.operations))
            and self.side == difference.side
            and self.kind in ("", difference.kind)
            and (not self.values or difference.value in self.values)
            and path_matches(self.path, difference.path)
        )


@dataclass(frozen=True)
class Verdict:
    """What is explained, by which entry; what is not; and what is explained in vain."""

    explained: list[tuple[Difference, Entry]]
    unexplained: list[Difference]
    stale: list[str]

    @property
    def is_clean(self) -> bool:
        """Nothing left to explain, nothing explained in vain."""
        return not self.unexplained and not self.stale


def judge(differences: list[Difference], entries: list[Entry]) -> Verdict:
    """Sort the differences by the entries; the first entry that matches explains, all that match are in use."""
    pairs = [(one, [entry for entry in entries if entry.matches(one)]) for one in differences]
    used = [(entry, [one for one, found in pairs if entry in found]) for entry in entries]
    return Verdict(
        explained=[(one, found[0]) for one, found in pairs if found],
        unexplained=[one for one, found in pairs if not found],
        stale=[text for entry, used_for in used for text in _stale_parts(entry, used_for)],
    )


def _stale_parts(entry: Entry, used_for: list[Difference]) -> Iterator[str]:
    name = f"{entry.path} ({entry.side})"
    if not used_for:
        yield f"{name}: nothing differs there any more"
        return
    for operation in entry.operations:
        if operation not in {"*", *(one.operation for one in used_for)}:
            yield f"{name}: nothing differs there in {operation}"
    for value in entry.values:
        if value not in {one.value for one in used_for}:
            yield f"{name}: nothing differs there in the value {value}"


def path_matches(pattern: str, path: str) -> bool:
    """`*` is one name with its brackets or a part of it, `**` any number of names; everything else is itself."""
    parts = re.split(r"(\*\*\.|\*\*|\*)", pattern)
    regex = "".join({"**.": "(?:.*\\.)?", "**": ".*", "*": "[^.]*"}.get(part, re.escape(part)) for part in parts)
    return re.fullmatch(regex, path) is not None


def load(file: Path) -> list[Entry]:
    """The entries of `file`. Raises EntriesError, naming the entry that breaks a rule."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    except (OSError, UnicodeDecodeError) as error:
        raise EntriesError(f"cannot read {file}: {error}") from error
    except yaml.YAMLError as error:
        raise EntriesError(f"{file} is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(content, list):
        raise EntriesError(f"{file} is not a list of entries")
    return [_entry(raw, f"{file}: entry {number}") for number, raw in enumerate(content, 1)]


def _entry(raw: Any, where: str) -> Entry:
    if not isinstance(raw, dict) or not set(raw) >= NEEDED or not set(raw) <= KEYS:
        raise EntriesError(f"{where} needs {', '.join(sorted(NEEDED))}, and may have kind and values")
    operations = raw["operations"] if isinstance(raw["operations"], list) else [raw["operations"]]
    if raw["side"] not in SIDES or raw.get("kind", KINDS[0]) not in KINDS:
        raise EntriesError(f"{where}: side is one of {', '.join(SIDES)}; kind one of {', '.join(KINDS)}")
    if not str(raw["reason"] or "").strip():
        raise EntriesError(f"{where} has no reason")
    return Entry(
        operations=tuple(operations),
        path=str(raw["path"]),
        side=raw["side"],
        reason=" ".join(str(raw["reason"]).split()),
        kind=raw.get("kind", ""),
        values=tuple(str(value) for value in raw.get("values", [])),
    )
