"""Indexes follow the shelves: what a write made is found by the next search, what it took away is not."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from typing import Any

import orjson
import pytest
from scenario_mock.app import Mock, Request
from scenario_mock.search import ALWAYS, ASSETS, Index, SearchShelves, ShelfRow, asset_shelves, model_shelves, with_team
from scenario_mock.search.shelf import MAX_SHELVES
from scenario_mock.settings import Settings

AUTHORIZATION = "Basic " + base64.b64encode(b"key:secret").decode()


def row(ident: str, name: str = "x", visible_ms: float = ALWAYS) -> ShelfRow:
    """An asset, as stored."""
    body = {"id": ident, "kind": "image", "metadata": {"name": name}, "properties": {"width": 64}, "isHidden": False}
    return ShelfRow(ident, visible_ms, orjson.dumps(body))


def found(index: Index, query: str = "x", now_ms: float = 0) -> list[str]:
    return sorted(hit["id"] for hit in index.run({"query": query, "limit": 100}, now_ms)["hits"])


def never() -> Iterator[ShelfRow]:
    raise AssertionError("the rows were not to be read")


def test_rows_are_read_when_the_version_moves_only() -> None:
    shelves = asset_shelves()
    assert found(shelves.index("a", 1, lambda: [row("one")])) == ["one"]
    assert found(shelves.index("a", 1, never)) == ["one"]
    assert found(shelves.index("a", 2, lambda: [row("one"), row("two")])) == ["one", "two"]
    assert found(shelves.index("b", 1, lambda: [row("three")])) == ["three"]
    assert found(shelves.index("a", 2, never)) == ["one", "two"]


def test_a_row_is_made_a_hit_once() -> None:
    made: list[str] = []

    def hit(stored: ShelfRow) -> Mapping[str, Any]:
        made.append(stored.id)
        return {"id": stored.id, "metadata": {"name": "x"}}

    shelves = SearchShelves(ASSETS, hit)
    rows = [row(f"a{n}") for n in range(5)]
    for version in range(5):
        assert len(found(shelves.index("a", version, lambda: rows[: version + 1]))) == version + 1  # noqa: B023
    assert made == ["a0", "a1", "a2", "a3", "a4"]


def test_changed_gone_and_moved_rows() -> None:
    shelves = asset_shelves()
    rows = [row(f"a{n}") for n in range(9)]
    shelves.index("a", 1, lambda: rows)
    index = shelves.index("a", 2, lambda: [row("a0", "other"), row("a1", visible_ms=500), *rows[3:]])
    assert found(index) == [f"a{n}" for n in range(3, 9)]
    assert found(index, now_ms=500) == ["a1", *(f"a{n}" for n in range(3, 9))]
    assert found(index, "other") == ["a0"]
    assert found(shelves.index("a", 3, lambda: rows)) == [f"a{n}" for n in range(9)]


def test_an_index_does_not_grow_with_what_is_gone() -> None:
    shelves = asset_shelves()
    for version in range(50):
        index = shelves.index("a", version, lambda: [row(f"a{version}-{n}") for n in range(10)])  # noqa: B023
        assert found(index) == sorted(f"a{version}-{n}" for n in range(10))
        assert len(index) <= 20


def test_the_shelf_that_was_not_searched_for_the_longest_time_makes_room() -> None:
    shelves = asset_shelves()
    for number in range(MAX_SHELVES):
        shelves.index(f"s{number}", 1, lambda: [row("a")])
    shelves.index("s0", 1, never)
    shelves.index("new", 1, lambda: [row("a")])
    shelves.index("s0", 1, never)
    with pytest.raises(AssertionError, match="not to be read"):
        shelves.index("s1", 1, never)


def test_the_popularity_of_models_is_that_of_now() -> None:
    shelves = model_shelves()
    body = {"id": "m", "name": "x", "source": "scenario"}
    first = shelves.index("a", 1, lambda: [ShelfRow("m", ALWAYS, orjson.dumps(body), 50.0)])
    assert first.run({"query": "x"}, 0)["hits"][0]["score"] == 50.0
    second = shelves.index("a", 2, lambda: [ShelfRow("m", ALWAYS, orjson.dumps(body), 75.0)])
    assert [hit["score"] for hit in second.run({"query": "x"}, 0)["hits"]] == [75.0]


def test_the_team_is_a_field_like_others() -> None:
    assert json.loads(with_team(b'{"id":"a"}', 'te"am')) == {"id": "a", "teamId": 'te"am'}


# ---- through the mock ------------------------------------------------------------------------------------------------


def post(mock: Mock, path: str, body: Any) -> Any:
    headers = {"authorization": AUTHORIZATION, "content-type": "application/json"}
    response = mock.respond(Request("POST", path, headers=headers, body=json.dumps(body).encode()))
    assert response.status == 200, response.body
    return json.loads(response.body)


def total(mock: Mock, text: str) -> int:
    return int(post(mock, "/v1/search/assets", {"filter": text})["estimatedTotalHits"])


def test_a_jobs_asset_is_a_hit_from_its_success_on_and_not_after_a_reset() -> None:
    mock = Mock(Settings(clock="manual"))
    prompt = "a quokka on a unicycle"
    wanted = f'prompt = "{prompt}"'
    assert total(mock, wanted) == 0
    post(mock, "/v1/generate/custom/model_imagen4-ultra", {"prompt": prompt})
    assert total(mock, wanted) == 0
    mock.services.advance(60)
    assert total(mock, wanted) == 1
    mock.reset()
    assert total(mock, wanted) == 0
    # As many writes as before the reset: a number of writes alone would not tell the one shelf from the other.
    post(mock, "/v1/generate/custom/model_imagen4-ultra", {"prompt": "a numbat"})
    mock.services.advance(60)
    assert (total(mock, wanted), total(mock, 'prompt = "a numbat"')) == (0, 1)
    mock.close()


def test_a_restored_shelf_is_searched_as_it_was() -> None:
    mock = Mock(Settings(clock="manual"))
    mock.services.store.snapshot("before")
    post(mock, "/v1/generate/custom/model_imagen4-ultra", {"prompt": "a numbat"})
    mock.services.advance(60)
    assert total(mock, "prompt:numbat") == 1
    assert mock.services.store.restore("before")
    assert total(mock, "prompt:numbat") == 0
    mock.close()
