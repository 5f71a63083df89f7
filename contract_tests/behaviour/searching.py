"""Searches by pages, and conditions made of what the target's own hits say.

A search that was made is not made again: what one law has asked, the next one reads (`Searcher.one`); a law about two
answers to the same question asks anew (`Searcher.again`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial, wraps
from inspect import isgeneratorfunction
from typing import Any

from scenario_mock.search import ASSETS, MODELS, Table
from scenario_mock.search.fields import text_of, values
from scenario_mock.search.words import words

from contract_tests.behaviour.lists import is_sparing, plain
from contract_tests.calls import Answer, Caller
from contract_tests.exchanges import Broken

MOST_HITS = 600
FEW_HITS = 100
"""The same where requests are counted."""
TRIES = 5
MOST_LETTERS = 100
"""Of a value that is asked for as a whole."""
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
BY_OFFSET = ("offset", "limit", "estimatedTotalHits")
BY_PAGE = ("page", "hitsPerPage", "totalPages", "totalHits")
"""What the two ways to page say of themselves."""
EVERYTHING = "createdAt IS EMPTY OR createdAt IS NOT EMPTY"
ESCAPED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


@dataclass
class Found:
    """All hits of a search, or the first of many."""

    answers: list[Answer]
    hits: list[Hit]
    total: int

    def like(self, other: Found) -> bool:
        """Whether the hits are the same, but for what is made anew for each answer."""
        return self.total == other.total and list(map(plain, self.hits)) == list(map(plain, other.hits))

    def become(self, other: Found) -> None:
        """Take the place of what was found before."""
        self.answers, self.hits, self.total = other.answers, other.hits, other.total

    @property
    def ids(self) -> list[str]:
        """Ids in order."""
        return [hit["id"] for hit in self.hits]

    @property
    def whole(self) -> bool:
        """Whether all hits were seen."""
        return len(self.hits) == self.total

    @property
    def last(self) -> Answer:
        """The last answer."""
        return self.answers[-1]


class Searcher:
    """Asks one search."""

    def __init__(self, call: Caller, search: Search) -> None:
        self.call, self.search = call, search
        self._known: dict[str, Answer] = {}

    def one(self, **body: Any) -> Answer:
        """One answer, the one of before if the same was asked before."""
        asked = json.dumps(body, sort_keys=True)
        if asked not in self._known:
            self._known[asked] = self.again(**body)
        return self._known[asked]

    def everything(self) -> Found:
        """All hits, the newest first, or enough for laws to be held of them; asked anew when they moved meanwhile."""
        for _ in range(TRIES - 1):
            with suppress(Broken):
                return self._everything()
        return self._everything()

    def _everything(self) -> Found:
        self._known.clear()
        return self.by_offset(filter=EVERYTHING, sortBy=["createdAt:desc"])

    def again(self, **body: Any) -> Answer:
        """One answer, asked for now, with what belongs to its way to page."""
        answer = self.call(self.search.operation_id, body={"public": self.search.public, **body})
        paged = "page" in body or "hitsPerPage" in body
        missing = [name for name in (BY_PAGE if paged else BY_OFFSET) if name not in answer.json]
        answer.must(not missing, "envelope_of_the_mode", f"{', '.join(missing)} with the hits", sorted(answer.json))
        return answer

    def total(self, text: str) -> tuple[int, Answer]:
        """How many hits a filter has."""
        answer = self.one(filter=text, limit=100)
        return answer.json["estimatedTotalHits"], answer

    def by_offset(self, size: int = 100, **body: Any) -> Found:
        """Walk by offset and limit."""
        return self._walk(lambda done: {"offset": done, "limit": size}, "estimatedTotalHits", size, body)

    def by_page(self, size: int = 100, **body: Any) -> Found:
        """Walk by page and hitsPerPage."""
        return self._walk(lambda done: {"page": done // size + 1, "hitsPerPage": size}, "totalHits", size, body)

    def _walk(self, page_of: Any, name: str, size: int, body: Mapping[str, Any]) -> Found:
        found, most = Found([], [], 0), FEW_HITS if is_sparing(self.call.target) else MOST_HITS
        while True:
            answer = self.one(**body, **page_of(len(found.hits)))
            hits, total = answer.json["hits"], answer.json[name]
            found.answers.append(answer)
            answer.must(len(hits) <= size, "page_size", f"at most {size} hits", len(hits))
            if len(found.answers) > 1:
                answer.must(total == found.total, "totals_agree", found.total, total, found.answers[0])
            found.total, found.hits = total, [*found.hits, *hits]
            if len(found.hits) >= min(total, most) or not hits:
                break
        if total <= most:
            found.last.must(len(found.hits) == total, "totals_agree", f"{total} hits in all", len(found.hits))
        twice = [each for place, each in enumerate(found.ids) if each in found.ids[:place]]
        found.last.must(not twice, "each_hit_once", "each hit on one page only", twice[:3], *found.answers[:1])
        return found


def steadily(law: Callable[..., Any]) -> Callable[..., None]:
    """A test with `ask` and `every` that is held again where the target's things have changed since `every` was found.

    Jobs end and others use the target, too. What is broken while nothing changes is broken at once. A law that yields
    is held part by part, so that each is short enough to find a target quiet on which others work.
    """

    @wraps(law)
    def held(ask: Searcher, every: Found, **others: Any) -> None:
        def hold(part: Callable[[], None]) -> None:
            for _ in range(TRIES - 1):
                try:
                    return part()
                except Broken:
                    now = ask.everything()
                    if now.like(every):
                        raise
                    every.become(now)
            return part()

        whole = partial(law, ask=ask, every=every, **others)
        for part in whole() if isgeneratorfunction(law) else (whole,):
            hold(part)

    return held


def conditions(search: Search, hits: Sequence[Hit]) -> list[str]:
    """Conditions that some of the hits meet, of every kind of field and with every operator that fits it."""
    found: list[str] = []
    for name, field in search.table.fields.items():
        lists = [values(hit, field.path) for hit in hits]
        plain = sorted({each for known in lists for each in known if is_scalar(each)}, key=str)
        if plain:
            value = plain[len(plain) // 2]
            found += MAKERS[field.type](name, value, [known for known in lists if value in known])
            found.append(f"{name} IS EMPTY")
    return found


def is_scalar(value: Any) -> bool:
    """A text or a number."""
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _of_text(name: str, value: Any, _: Sequence[Sequence[Any]]) -> list[str]:
    text = text_of(value) or ""
    if len(text) > MOST_LETTERS:
        return _of_words(name, text)
    return [*(f"{name} {sign} {quoted(text)}" for sign in ("=", "!=", ">=")), *_of_words(name, text)]


def _of_words(name: str, text: str) -> list[str]:
    """A text match for the longest word."""
    longest = max(words(text), key=len, default="")
    return [f"{name}:{quoted(longest)}"] if longest else []


def _of_number(name: str, value: Any, _: Sequence[Sequence[Any]]) -> list[str]:
    return [f"{name} {sign} {value}" for sign in (">=", "<", "=")]


def _of_date(name: str, value: Any, _: Sequence[Sequence[Any]]) -> list[str]:
    day = str(value)[:10]
    return [f"{name} > {quoted(str(value))}", f"{name} <= {quoted(str(value))}", f"{name} < {quoted(day)}"]


def _of_list(name: str, value: Any, having: Sequence[Sequence[Any]]) -> list[str]:
    """Membership; with another item of the same list, too."""
    beside = next((other for known in having for other in known if other != value and is_scalar(other)), None)
    both = [f"{name} = {quoted(str(value))} AND {name} = {quoted(str(beside))}"] if beside is not None else []
    return [f"{name} = {quoted(str(value))}", f"{name} != {quoted(str(value))}", *both]


MAKERS = {"string": _of_text, "number": _of_number, "date": _of_date, "string[]": _of_list}


def quoted(value: str) -> str:
    """A value of the filter language, which knows fewer escapes than JSON: other control characters stay themselves."""
    return '"' + value.translate(ESCAPED) + '"'
