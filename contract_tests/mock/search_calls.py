"""Searches over HTTP as their tests make them: a mock on each engine, one page, every page, everything there is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.world import ANCHOR_MS

ENGINES = ("memory", "file", "postgres", "postgres_with_vectors")
EVERYTHING = "createdAt IS NOT EMPTY"
KINDS = ("assets", "models")

Hit = dict[str, Any]


def place_on(engine: str, request: pytest.FixtureRequest, folder: Path) -> str | None:
    """An empty state on that engine, as for `--db`."""
    if engine.startswith("postgres"):
        address: str = request.getfixturevalue(engine).new_database()
        return address
    return str(folder / "state.db") if engine == "file" else None


def connect(mock: Mock, key: str = "key") -> httpx.Client:
    """A client of the mock in process with the credentials of `key`."""
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1/", auth=(key, "secret"))


@dataclass
class House:
    """Mocks over one state, with the clients that ask them; `with` closes them all."""

    place: str | None
    assets: int = 40
    open: ExitStack = field(default_factory=ExitStack)

    def mock(self) -> Mock:
        """One more mock of a small world over the state, with a clock that stands still."""
        # Holding an answer against the contract takes longer than to find it; once is enough.
        settings = Settings(db=self.place, models=12, assets=self.assets, jobs=3, check_answers=self.place is None)
        return self.open.enter_context(closing(Mock(settings, clock=ManualClock(ANCHOR_MS))))

    def client(self, mock: Mock, key: str = "key") -> httpx.Client:
        """A client of one of them."""
        return self.open.enter_context(connect(mock, key))


@contextmanager
def house(place: str | None, **more: Any) -> Iterator[House]:
    """Mocks over that state, closed at the end."""
    made = House(place, **more)
    with made.open:
        yield made


def searched(api: httpx.Client, body: Any, kind: str = "assets", **query: Any) -> dict[str, Any]:
    """The answer to a search that must succeed."""
    response = api.post(f"search/{kind}", json=body, params=query)
    assert response.status_code == 200, response.text[:500]
    answer: dict[str, Any] = response.json()
    return answer


def ids(api: httpx.Client, kind: str = "assets", **body: Any) -> list[str]:
    """The ids of the hundred best."""
    return [hit["id"] for hit in searched(api, {"limit": 100, **body}, kind)["hits"]]


def walked(api: httpx.Client, body: Any, kind: str = "assets", *, size: int = 100, mode: str = "offset") -> list[Hit]:
    """The hits of all pages. Each page is full but the last, says the same total, and the one after it is empty."""
    hits: list[Hit] = []
    totals = set()
    while True:
        place = {"page": len(hits) // size + 1, "hitsPerPage": size}
        asked = place if mode == "page" else {"offset": len(hits), "limit": size}
        answer = searched(api, {**body, **asked}, kind)
        found = answer.pop("hits")
        total = answer.pop("totalHits" if mode == "page" else "estimatedTotalHits")
        totals.add(total)
        assert answer == ({**asked, "totalPages": -(-total // size)} if mode == "page" else asked)
        assert len(found) == min(size, total - len(hits))
        hits += found
        if len(found) < size:
            break
    assert totals == {len(hits)}
    assert len({hit["id"] for hit in hits}) == len(hits), "a hit came twice"
    past = {"page": len(hits) // size + 2, "hitsPerPage": size} if mode == "page" else {"offset": len(hits) + 1}
    assert searched(api, {**body, **past}, kind)["hits"] == []
    return hits


def listed(api: httpx.Client, kind: str = "assets") -> dict[str, Hit]:
    """Everything that the caller has and shows, by id, from the pages of its list."""
    found: dict[str, Hit] = {}
    query: dict[str, Any] = {"pageSize": 100}
    while True:
        answer = api.get(kind, params=query).raise_for_status().json()
        found |= {row["id"]: row for row in answer[kind] if not row.get("isHidden")}
        if "nextPaginationToken" not in answer:
            return found
        query["paginationToken"] = answer["nextPaginationToken"]


def agrees(api: httpx.Client) -> None:
    """Search shows exactly what there is, and each thing as it is; what it finds by words and meaning is among that."""
    for kind in KINDS:
        there = {row_id: _told(row) for row_id, row in listed(api, kind).items()}
        shown = {hit["id"]: _told(hit) for hit in walked(api, {"filter": EVERYTHING}, kind)}
        assert dict(shown.items() ^ there.items()) == {}, kind
        for ratio in (0, 1):
            found = walked(api, {"query": "a castle", "querySemanticRatio": ratio}, kind)
            assert {hit["id"] for hit in found} <= set(there)


def _told(row: Hit) -> tuple[Any, ...]:
    """What a list and a search say of a thing alike. The date of a model in training goes on in lists only."""
    asset = row.get("metadata")
    return (*row["tags"], *((asset.get("name"), row["updatedAt"]) if asset else (row["name"],)))
