"""Ids of a recording, and what a mock calls the same things.

Where an answer of the recording and the mock's answer to the same request name things at the same place, the two names
mean the same thing: it gets a reference, such as `<job:1>`, and later requests name it in the mock's words. Rows of
lists are no such place; there the rows that are most alike stand for each other, and their names only count (`loosely`)
for a request that came to nothing under the recorded ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

PLAIN_ID = ("id",)
KIND = re.compile(r"([a-z]+)_")
NAMED = re.compile(r"(?:[a-z]\w*)?(?:Id|Ids|PaginationToken)")
"""Fields with names of things: `jobId`, `assetIds`, `nextPaginationToken`; `id` as well."""


class References:
    """Pairs of names that mean the same thing."""

    def __init__(self) -> None:
        self.loosely = False
        """Whether rows of lists stand for each other, too."""
        self._loose: dict[str, str] = {}
        self._ours: dict[str, str] = {}
        self._references: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._references)

    def learn(self, recorded: Any, came: Any, name: str = "", *, loose: bool = False) -> None:
        """Pair the ids that two JSON values have at the same places; `name` is the field that they stand in."""
        if isinstance(recorded, Mapping) and isinstance(came, Mapping):
            for field in recorded.keys() & came.keys():
                self.learn(recorded[field], came[field], field, loose=loose)
        elif isinstance(recorded, list) and isinstance(came, list):
            rows = any(isinstance(part, Mapping) for part in recorded)
            pairs = _alike(recorded, came) if rows else zip(recorded, came, strict=False)
            for one, other in pairs:
                self.learn(one, other, name, loose=loose or rows)
        elif isinstance(recorded, str) and isinstance(came, str) and is_id(name):
            self._pair(recorded, came, name, loose)

    def told(self, text: str) -> str:
        """`text` with references in the place of ids that are whole words in it."""
        return re.sub(r"[\w.%+=/-]+", lambda found: self._told_parts(found[0]), text)

    def path(self, path: str) -> str:
        """A path in the mock's words."""
        return "/".join(quote(self._in_ours(unquote(part)), safe="") if part else part for part in path.split("/"))

    def query(self, query: str) -> str:
        """A query in the mock's words."""
        pairs = parse_qsl(query, keep_blank_values=True)
        return urlencode([(name, ",".join(map(self._in_ours, value.split(",")))) for name, value in pairs])

    def body(self, value: Any) -> Any:
        """A JSON value in the mock's words; filters and the like name ids in the middle of a text."""
        if isinstance(value, Mapping):
            return {name: self.body(part) for name, part in value.items()}
        if isinstance(value, list):
            return [self.body(part) for part in value]
        return self._in_text(value) if isinstance(value, str) else value

    def _pair(self, recorded: str, came: str, name: str, loose: bool) -> None:
        if recorded not in self._references:
            kind = _kind(recorded, name)
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._references[recorded] = f"<{kind}:{self._counts[kind]}>"
        (self._loose if loose else self._ours).setdefault(recorded, came)

    def _in_ours(self, text: str) -> str:
        return self._ours.get(text) or (self._loose.get(text, text) if self.loosely else text)

    def _in_text(self, text: str) -> str:
        whole = self._in_ours(text)
        return whole if whole != text else re.sub(r"[\w.-]+", lambda found: self._in_ours(found[0]), text)

    def _told_parts(self, text: str) -> str:
        whole = self._references.get(text)
        if whole is not None:
            return whole
        return re.sub(r"[^/=]+", lambda found: self._references.get(unquote(found[0]), found[0]), text)


def _alike(recorded: Sequence[Any], came: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Each recorded row with the row, not yet taken, that has most facts in common with it; the first of equals."""
    left = [(row, _facts(row)) for row in came]
    for row in recorded:
        if not left:
            return
        facts = _facts(row)
        best = max(range(len(left)), key=lambda place: (len(facts & left[place][1]), -place))
        yield row, left.pop(best)[0]


def _facts(row: Any, depth: int = 2) -> set[tuple[str, str]]:
    """Names and values of a row that tell what kind of thing it is, and its own name."""
    if not isinstance(row, Mapping) or not depth:
        return set()
    found = {(name, str(value)) for name, value in row.items() if isinstance(value, str | bool)}
    return found.union(*(_facts(part, depth - 1) for part in row.values()))


def is_id(name: str) -> bool:
    """Whether a field of this name holds names of things, which differ from server to server."""
    return name in PLAIN_ID or NAMED.fullmatch(name) is not None


def _kind(recorded: str, name: str) -> str:
    """`job` for `job_abc` and for what stands in `jobId`; tokens are tokens."""
    if name.endswith("PaginationToken"):
        return "token"
    opening = KIND.match(recorded)
    if opening is not None:
        return opening[1]
    return re.sub(r"Ids?$", "", name) if name not in PLAIN_ID else "thing"
