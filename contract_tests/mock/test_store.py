"""The store by itself: pages that survive inserts, ids that never repeat, snapshots, files that belong to a seed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario_mock import ManualClock, Mock, MockTransport, Settings
from scenario_mock.jobs import JobPlan, plan_steps
from scenario_mock.store import PUBLIC, Listing, Origin, Store, StoredAsset, StoreError, open_engine
from scenario_mock.store.listing import at_most, labelled
from scenario_mock.world import ANCHOR_MS

from contract_tests.mock.test_pipeline import client


def empty(place: str | None = None, seed: int = 0) -> Store:
    """A store with nothing in it."""
    return Store(open_engine(place), lambda tenant: Origin("proj_x", "user_x", tuple), seed)


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store on each embedded engine."""
    return empty(None if request.param == "memory" else str(tmp_path / "state.db"))


def asset(asset_id: str, created: str = "2026-01-01T00:00:00.000Z", **more: Any) -> StoredAsset:
    """An asset's row with what the store looks at."""
    row = {"id": asset_id, "ownerId": "proj_x", "authorId": "user_x", "createdAt": created, "updatedAt": created}
    return StoredAsset({**row, "tags": [], "collectionIds": [], "metadata": {"type": "uploaded"}, **more})


def plan(job_id: str, *asset_ids: str, seconds: float = 3, created_ms: int = ANCHOR_MS) -> JobPlan:
    """A job that succeeds."""
    return JobPlan(job_id, "custom", "proj_x", "user_x", created_ms, plan_steps(seconds), asset_ids=asset_ids)


def walk(store: Store, shelf: str, size: int, *, descending: bool = True, meanwhile: Any = None) -> list[bytes]:
    """All assets page by page; `meanwhile()` is called between pages."""
    found: list[bytes] = []
    after = None
    while True:
        rows, after = store.assets(shelf, Listing("created_ms", descending, size, after=after))
        found += rows
        if after is None:
            return found
        if meanwhile:
            meanwhile()


@given(days=st.lists(st.integers(1, 5), max_size=30), size=st.integers(1, 7), descending=st.booleans())
@settings(max_examples=40, deadline=None)
def test_pages_give_each_row_once_in_order(days: list[int], size: int, descending: bool):
    store = empty()
    shelf = store.shelf("key")
    for number, day in enumerate(days):
        store.put_asset(shelf, asset(f"asset_{number:03d}", f"2026-01-0{day}T00:00:00.000Z"))
    expected = sorted(((day, f"asset_{number:03d}") for number, day in enumerate(days)), reverse=descending)
    found = [json.loads(row)["id"] for row in walk(store, shelf, size, descending=descending)]
    assert found == [asset_id for _, asset_id in expected]


def test_inserts_between_pages_neither_repeat_nor_push_out(store: Store):
    shelf = store.shelf("key")
    for number in range(10):
        store.put_asset(shelf, asset(f"asset_{number}", f"2026-01-1{number}T00:00:00.000Z"))
    more = iter(range(100))

    def insert() -> None:
        number = next(more)
        store.put_asset(shelf, asset(f"asset_new{number}", "2026-02-01T00:00:00.000Z"))
        store.put_asset(shelf, asset(f"asset_old{number}", "2025-02-01T00:00:00.000Z"))

    found = walk(store, shelf, 3, meanwhile=insert)
    old = [row for row in found if b"asset_old" not in row and b"asset_new" not in row]
    assert len(old) == len(set(old)) == 10
    assert len(found) == len(set(found))


def test_assets_exist_from_the_jobs_success_on(store: Store):
    shelf = store.shelf("key")
    store.put_job(shelf, plan("job_1", "asset_1"), [asset("asset_1")])
    assert store.asset([shelf], "asset_1", ANCHOR_MS + 2999) is None
    assert store.asset([shelf], "asset_1", ANCHOR_MS + 3000) is not None
    assert store.find_asset("asset_1", ANCHOR_MS + 2999) is None
    listing = Listing("created_ms", True, 5, (at_most("visible_ms", ANCHOR_MS),))
    assert store.assets(shelf, listing) == ([], None)


def test_the_assets_of_a_canceled_job_are_gone(store: Store):
    from scenario_mock.jobs import cancel

    shelf = store.shelf("key")
    store.put_job(shelf, plan("job_1", "asset_1"), [StoredAsset(asset("asset_1").row, "job_1", b"bytes")])
    changed = store.change_job(shelf, "job_1", lambda now: cancel(now, ANCHOR_MS + 100))
    assert changed == store.job(shelf, "job_1")
    assert store.asset([shelf], "asset_1", ANCHOR_MS + 10_000) is None
    assert store.engine.read("SELECT count(*) FROM files") == [(0,)]
    assert store.change_job(shelf, "job_nope", lambda now: now) is None


def test_labels_are_whole_words(store: Store):
    shelf = store.shelf("key")
    store.put_asset(shelf, asset("asset_1", tags=["castle", "Ünder\u00e9"], collectionIds=["col_1"]))
    store.put_asset(shelf, asset("asset_2", tags=["castles"], collectionIds=["castle"]))

    def found(kind: str, *labels: str) -> int:
        return len(store.assets(shelf, Listing("created_ms", True, 5, (labelled(kind, labels),)))[0])

    assert found("t", "castle") == 1
    assert found("t", "castle", "castles") == 2
    assert found("c", "castle") == found("c", "col_1") == found("t", "Ünder\u00e9") == 1
    assert found("t", "cast") == found("t", "%") == found("c", "col") == 0


def test_numbers_never_repeat_even_after_a_restart(tmp_path: Path):
    place = str(tmp_path / "state.db")
    given: list[int] = []
    for _ in range(3):
        store = empty(place)
        given += [store.next_number(store.shelf("key")) for _ in range(4)]
        store.engine.close()
    assert len(given) == len(set(given)) == 12


def test_snapshots(store: Store):
    one, other = store.shelf("one"), store.shelf("other")
    store.put_job(one, plan("job_1", "asset_1"), [StoredAsset(asset("asset_1").row, "job_1", b"bytes")])
    store.put_asset(other, asset("asset_2"))
    later = ANCHOR_MS + 9_000
    store.snapshot("first")
    store.put_asset(one, asset("asset_3"))
    third = store.shelf("third")
    store.put_asset(third, asset("asset_4"))
    store.snapshot("second")
    assert store.snapshots() == ["first", "second"]
    assert store.restore("first")
    assert [store.asset([one, other], name, later) is not None for name in ("asset_1", "asset_2")] == [True, True]
    assert store.asset([one], "asset_1", later).content == b"bytes"  # type: ignore[union-attr]
    assert store.find_asset("asset_3", later) is None
    assert store.find_asset("asset_4", later) is None
    assert store.restore("second")
    assert store.find_asset("asset_4", later) is not None
    assert not store.restore("third")
    store.snapshot("first")  # in place of the older one
    store.reset()
    assert store.find_asset("asset_3", later) is None
    assert store.restore("first")
    assert store.find_asset("asset_3", later) is not None


def test_shared_documents_change_one_after_another(tmp_path: Path):
    place = str(tmp_path / "state.db")
    one, other = empty(place), empty(place)
    for _ in range(5):
        for store in (one, other):
            store.change_control("count", lambda before: (before or 0) + 1)
    one.refresh()
    assert one.control("count") == 10
    assert one.control("nothing") is None


def test_a_file_of_another_seed_or_kind_is_refused(tmp_path: Path):
    place = tmp_path / "state.db"
    empty(str(place), seed=3).engine.close()
    with pytest.raises(StoreError, match="seed 3, embedder words; this mock wants format 3, seed 4"):
        empty(str(place), seed=4)
    place.with_name("other.db").write_text("this is no database, however long it goes on and on")
    with pytest.raises(StoreError, match="not a database"):
        open_engine(str(place.with_name("other.db")))
    with pytest.raises(StoreError, match="unable to open"):
        open_engine(str(tmp_path / "no" / "folder.db"))


def test_projects_scope_lists():
    mock = Mock(clock=ManualClock(ANCHOR_MS))
    with client(mock) as api:
        made = api.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}, params={"projectId": "proj_new"})
        job_id = made.json()["job"]["jobId"]
        mock.services.clock.advance(5)
        for path, name in (("jobs", "jobs"), ("assets", "assets")):
            rows = api.get(path, params={"projectId": "proj_new"}).json()[name]
            assert [row["ownerId"] for row in rows] == ["proj_new"]
        assert api.get(f"jobs/{job_id}").status_code == 200
        everything = {"filter": "createdAt IS NOT EMPTY"}
        hits = api.post("search/assets", json=everything, params={"projectId": "proj_new"}).json()["hits"]
        assert [hit["ownerId"] for hit in hits] == ["proj_new"]
        assert api.post("search/assets", json=everything, params={"projectId": 'a"b\\'}).json()["hits"] == []
        assert api.get("models", params={"projectId": "proj_new"}).json() == {"models": []}
        own = api.get("models", params={"pageSize": 1}).json()["models"][0]["ownerId"]
        assert api.get("models", params={"projectId": own}).json()["models"]


def test_limit_and_offset_of_the_older_guide():
    mock = Mock(clock=ManualClock(ANCHOR_MS))
    with client(mock) as api:
        every = [row["id"] for row in api.get("models", params={"privacy": "public"}).json()["models"]]
        for query, expected in (
            ({"limit": 10, "offset": 0}, every[:10]),
            ({"limit": 10, "offset": 5}, every[5:15]),
            ({"offset": 5, "pageSize": 3}, every[:3]),
            ({"limit": "many"}, every),
        ):
            answer = api.get("models", params={"privacy": "public", **query}).json()
            assert [row["id"] for row in answer["models"]] == expected
        first = api.get("models", params={"privacy": "public", "limit": 4, "offset": 2}).json()
        token = {"privacy": "public", "pageSize": 3, "paginationToken": first["nextPaginationToken"]}
        assert [row["id"] for row in api.get("models", params=token).json()["models"]] == every[6:9]


def test_an_empty_start_has_the_public_catalogue_alone():
    mock = Mock(Settings(empty=True))
    with client(mock) as api:
        for name in ("models", "assets", "jobs"):
            assert api.get(name).json() == {name: []}
        assert api.get("models", params={"privacy": "public"}).json()["models"]
    assert mock.services.store.all_models(PUBLIC)
    assert isinstance(MockTransport(mock).mock, Mock)


@pytest.mark.parametrize("query", [{"status": "failure"}, {"types": "custom,translate"}, {"status": "queued"}])
def test_sparse_pages_hold_fewer_rows_and_lose_none(query: dict[str, str]):
    full, sparse = (Mock(Settings(sparse_pages=on), clock=ManualClock(ANCHOR_MS)) for on in (False, True))
    pages: list[list[str]] = []
    with client(full) as whole, client(sparse) as api:
        expected = [row["jobId"] for row in whole.get("jobs", params={**query, "pageSize": 100}).json()["jobs"]]
        token: dict[str, str] = {}
        while True:
            answer = api.get("jobs", params={**query, "pageSize": 4, **token}).json()
            pages.append([row["jobId"] for row in answer["jobs"]])
            if "nextPaginationToken" not in answer:
                break
            token = {"paginationToken": answer["nextPaginationToken"]}
    assert expected
    assert [job_id for page in pages for job_id in page] == expected
    assert any(len(page) < 4 for page in pages[:-1])
