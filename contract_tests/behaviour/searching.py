"""Searches by pages, and conditions made of what the target's own hits say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenario_mock.search import ASSETS, MODELS, Table
from scenario_mock.search.fields import values

from contract_tests.calls import Answer, Caller

MOST_HITS = 600
Hit = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Search:
    """One of the searches, over public things or the caller's own."""

    operation_id: str
    table: Table
    public: bool

    def __str__(self) -> str:
        return f"{self.operation_id}-{'public' if self.public else 'own'}"


SEARCHES = (
    Search("searchAssets", ASSETS, False),
    Search("searchAssets", ASSETS, True),
    Search("searchModels", MODELS, False),
    Search("searchModels", MODELS, True),
)
EVERYTHING = "createdAt IS EMPTY OR createdAt IS NOT EMPTY"


@dataclass
class Found:
    """All hits of a search, or the first `MOST_HITS`."""

    answers: list[Answer]
    hits: list[Hit]
    total: int

    @property
    def ids(self) -> list[str]:
        """Ids in order."""
        return [hit["id"] for hit in self.hits]

    @property
    def last(self) -> Answer:
        """The last answer."""
        return self.answers[-1]


class Searcher:
    """Asks one search."""

    def __init__(self, call: Caller, search: Search) -> None:
        self.call, self.search = call, search

    def one(self, **body: Any) -> Answer:
        """One answer."""
        return self.call(self.search.operation_id, body={"public": self.search.public, **body})

    def total(self, text: str) -> tuple[int, Answer]:
        """How many hits a filter has."""
        answer = self.one(filter=text, limit=1)
        return answer.json["estimatedTotalHits"], answer

    def by_offset(self, size: int = 100, **body: Any) -> Found:
        """Walk by offset and limit."""
        return self._walk(lambda done: {"offset": done, "limit": size}, "estimatedTotalHits", size, body)

    def by_page(self, size: int = 100, **body: Any) -> Found:
        """Walk by page and hitsPerPage."""
        return self._walk(lambda done: {"page": done // size + 1, "hitsPerPage": size}, "totalHits", size, body)

    def _walk(self, page_of: Any, name: str, size: int, body: Mapping[str, Any]) -> Found:
        found = Found([], [], 0)
        while True:
            answer = self.one(**body, **page_of(len(found.hits)))
            hits, total = answer.json["hits"], answer.json[name]
            found.answers.append(answer)
            answer.must(len(hits) <= size, "page_size", f"at most {size} hits", len(hits))
            if len(found.answers) > 1:
                answer.must(total == found.total, "totals_agree", found.total, total, found.answers[0])
            found.total, found.hits = total, [*found.hits, *hits]
            if len(found.hits) >= min(total, MOST_HITS) or not hits:
                break
        if total <= MOST_HITS:
            found.last.must(len(found.hits) == total, "totals_agree", f"{total} hits in all", len(found.hits))
        twice = [each for place, each in enumerate(found.ids) if each in found.ids[:place]]
        found.last.must(not twice, "each_hit_once", "each hit on one page only", twice[:3], *found.answers[:1])
        return found


def conditions(search: Search, hits: Sequence[Hit]) -> list[str]:
    """Conditions that some of the hits meet, of every kind of field: equality, bounds, membership, emptiness."""
    found: list[str] = []
    for name, field in search.table.fields.items():
        known = [value for hit in hits for value in values(hit, field.path) if value not in (None, "")]
        scalars = {value for value in known if isinstance(value, str | int | float) and not isinstance(value, bool)}
        plain = sorted(scalars, key=str)
        if not plain:
            continue
        value = plain[len(plain) // 2]
        if field.type in ("string", "string[]") and isinstance(value, str) and len(value) <= 100:
            found += [f"{name} = {quoted(value)}", f"{name} != {quoted(value)}"]
        elif field.type == "number" and isinstance(value, int | float):
            found += [f"{name} {sign} {value}" for sign in (">=", "<", "=")]
        elif field.type == "date":
            found += [f"{name} {sign} {quoted(str(value))}" for sign in (">", "<=")]
        found.append(f"{name} IS EMPTY")
    return found


def quoted(value: str) -> str:
    """A value of the filter language."""
    return json.dumps(value, ensure_ascii=False)
