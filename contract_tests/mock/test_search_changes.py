"""Search shows what there is, at once: things made, changed, taken away, put in and brought back, on every engine.

What was read bit by bit must be found like what is read at once: a snapshot that is restored is read anew.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from PIL import Image
from scenario_mock import Mock

from contract_tests.mock.calls import data_url, plan_of
from contract_tests.mock.search_calls import ENGINES, House, agrees, house, ids, listed, place_on, searched, walked
from contract_tests.mock.writers import CUSTOM, PIXEL, Ledger, client, hold, writing
from contract_tests.serving import started

PAINTED = {"modelId": "model_abc123xyz", "width": 64, "height": 64, "numSamples": 2}
WORD = "zorbolith"
"""Nobody else says it."""


@pytest.fixture(params=ENGINES)
def rooms(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    with house(place_on(request.param, request, tmp_path)) as made:
        yield made


@pytest.fixture
def mock(rooms: House) -> Mock:
    return rooms.mock()


@pytest.fixture
def api(rooms: House, mock: Mock) -> httpx.Client:
    """A client whose world has been searched before, in each way: what comes later is read into that."""
    own = rooms.client(mock)
    for kind in ("assets", "models"):
        searched(own, {"query": "castle", "querySemanticRatio": 0.5, "image": "asset_abc123xyz"}, kind)
    return own


def made(api: httpx.Client, path: str, body: dict[str, Any]) -> str:
    """The id of a new job."""
    job_id: str = api.post(path, json=body).raise_for_status().json()["job"]["jobId"]
    return job_id


def upload(api: httpx.Client, name: str, color: str = "teal", **more: Any) -> str:
    body = {"name": name, "image": data_url(Image.new("RGB", (40, 30), color)), **more}
    asset_id: str = api.post("assets", json=body).raise_for_status().json()["asset"]["id"]
    return asset_id


def file_of(api: httpx.Client, asset_id: str) -> str:
    """An asset's own file as a data URL."""
    answer = api.get(api.get(f"assets/{asset_id}").json()["asset"]["url"]).raise_for_status()
    return f"data:{answer.headers['content-type']};base64,{base64.b64encode(answer.content).decode()}"


# ---- new things ------------------------------------------------------------------------------------------------------


def ways(word: str) -> list[dict[str, Any]]:
    """Searches that find only things with that word, nine letters long."""
    return [
        {"query": word},
        {"query": word[:-1]},  # a beginning
        {"query": word[:3] + word[4] + word[3] + word[5:]},  # a typo
        {"filter": f"prompt:{word}"},
        {"filter": f'name = "{word}" OR prompt = "{word}"'},
        {"query": f"a {word}", "querySemanticRatio": 0.1, "filter": f"prompt:{word}"},
        {"query": "anything", "querySemanticRatio": 1, "filter": f"prompt:{word}"},
    ]


def test_what_a_job_makes_is_a_hit_when_the_job_has_ended_and_not_before(mock: Mock, api: httpx.Client):
    job_id = made(api, CUSTOM, {"prompt": WORD})
    while (job := api.get(f"jobs/{job_id}").json()["job"])["status"] != "success":
        assert [ids(api, **body) for body in ways(WORD)] == [[]] * len(ways(WORD))
        mock.advance(0.5)
    (asset_id,) = job["metadata"]["assetIds"]
    for body in ways(WORD):
        assert ids(api, **body) == [asset_id], body
    assert ids(api, image=file_of(api, asset_id))[0] == asset_id
    assert ids(api, image=asset_id)[0] == asset_id
    agrees(api)


def test_ratio_one_finds_what_was_just_made_first(mock: Mock, api: httpx.Client):
    prompt = "a purple walrus that plays the harpsichord in a submarine"
    job_id = made(api, CUSTOM, {"prompt": prompt})
    before = ids(api, query=prompt, querySemanticRatio=1)
    mock.advance(60)
    (asset_id,) = api.get(f"jobs/{job_id}").json()["job"]["metadata"]["assetIds"]
    assert [asset_id, *before] == ids(api, query=prompt, querySemanticRatio=1)


def test_what_is_uploaded_is_a_hit_at_once_unless_it_is_hidden(api: httpx.Client):
    asset_id = upload(api, WORD, "crimson")
    upload(api, WORD, hide=True)
    assert ids(api, query=WORD) == ids(api, filter=f"name = {WORD}") == [asset_id]
    assert ids(api, image=data_url(Image.new("RGB", (80, 60), "crimson")))[0] == asset_id
    assert ids(api, query="castle", querySemanticRatio=1, filter=f"name:{WORD}") == [asset_id]
    agrees(api)


@pytest.mark.parametrize("end", ["canceled", "failure"])
def test_a_job_that_ends_without_success_leaves_no_hit(mock: Mock, api: httpx.Client, end: str):
    prompt = f"{WORD} [fail]" if end == "failure" else WORD
    job_id = made(api, "generate/txt2img", {**PAINTED, "prompt": prompt})
    mock.advance(0.2)
    if end == "canceled":
        api.post(f"jobs/{job_id}/action", json={"action": "cancel"}).raise_for_status()
    mock.advance(600)
    assert api.get(f"jobs/{job_id}").json()["job"]["status"] == end
    assert ids(api, query=WORD) == ids(api, filter=f"prompt:{WORD}") == []
    agrees(api)


def test_a_job_that_is_canceled_after_a_search_had_seen_it_coming(mock: Mock, api: httpx.Client):
    job_ids = [made(api, "generate/txt2img", {**PAINTED, "prompt": f"{WORD} {place}"}) for place in ("one", "two")]
    assert ids(api, query=WORD) == []
    mock.advance(0.2)
    api.post(f"jobs/{job_ids[0]}/action", json={"action": "cancel"}).raise_for_status()
    mock.advance(600)
    assert set(ids(api, query=WORD)) == set(api.get(f"jobs/{job_ids[1]}").json()["job"]["metadata"]["assetIds"])
    agrees(api)


# ---- changed things --------------------------------------------------------------------------------------------------


def put(mock: Mock, **rows: Any) -> None:
    mock.seed(key="key", **rows)


def test_a_changed_asset_is_found_by_what_it_is_now(mock: Mock, api: httpx.Client):
    asset = {"id": "asset_mine", "tags": ["wolfram"], "metadata": {"name": WORD, "prompt": "an old oak in the snow"}}
    put(mock, assets=[asset])
    for body in ({"query": WORD}, {"query": "wolfram"}, {"filter": "tags = wolfram"}, {"filter": f"name:{WORD}"}):
        assert ids(api, **body) == ["asset_mine"]
    assert ids(api, query="an old oak in the snow", querySemanticRatio=1)[0] == "asset_mine"
    old_file = file_of(api, "asset_mine")
    assert ids(api, image=old_file)[0] == "asset_mine"

    changed = {"name": "quandary", "prompt": "a speedboat race on a hot day"}
    put(mock, assets=[{"id": "asset_mine", "tags": ["osmium"], "metadata": changed}])
    for body in ({"query": WORD}, {"query": "wolfram"}, {"filter": "tags = wolfram"}, {"filter": f"name:{WORD}"}):
        assert ids(api, **body) == []
    for body in ({"query": "quandary"}, {"query": "osmium"}, {"filter": "tags = osmium"}, {"filter": "name:quandary"}):
        assert ids(api, **body) == ["asset_mine"]
    assert ids(api, query="a speedboat race on a hot day", querySemanticRatio=1)[0] == "asset_mine"
    assert ids(api, query="an old oak in the snow", querySemanticRatio=1)[0] != "asset_mine"
    assert ids(api, image=file_of(api, "asset_mine"))[0] == "asset_mine"
    agrees(api)


def test_a_changed_model_is_found_by_what_it_is_now(mock: Mock, api: httpx.Client):
    put(mock, models=[{"id": "model_mine", "name": WORD, "tags": ["wolfram"], "exampleAssetIds": ["asset_abc123xyz"]}])
    for body in ({"query": WORD}, {"filter": "tags = wolfram"}, {"filter": "exampleAssetIds = asset_abc123xyz"}):
        assert "model_mine" in ids(api, "models", **body)
    assert "model_mine" in ids(api, "models", image="asset_abc123xyz", filter="tags = wolfram")
    put(mock, models=[{"id": "model_mine", "name": "quandary", "tags": ["osmium"], "exampleAssetIds": []}])
    for body in ({"query": WORD}, {"filter": "tags = wolfram"}, {"query": "quandary", "filter": f"name:{WORD}"}):
        assert ids(api, "models", **body) == []
    for body in ({"query": "quandary"}, {"filter": "tags = osmium"}):
        assert ids(api, "models", **body) == ["model_mine"]
    assert ids(api, "models", image="asset_abc123xyz", filter="tags = osmium") == []
    agrees(api)


def test_a_model_looks_like_its_example_whenever_that_comes(mock: Mock, api: httpx.Client):
    put(mock, models=[{"id": "model_mine", "name": WORD, "exampleAssetIds": ["asset_later"]}])
    only = f"name = {WORD}"
    assert ids(api, "models", image="asset_abc123xyz", filter=only) == []
    put(mock, assets=[{"id": "asset_later", "metadata": {"name": "late"}}])
    assert ids(api, "models", image="asset_later", filter=only) == ["model_mine"]
    assert ids(api, "models", image="asset_later")[0] == "model_mine"
    before = file_of(api, "asset_later")
    put(mock, assets=[{"id": "asset_later", "metadata": {"name": "late", "prompt": "a polar bear at noon"}}])
    assert ids(api, "models", image=file_of(api, "asset_later"))[0] == "model_mine"
    assert file_of(api, "asset_later") != before


def test_a_model_looks_like_what_a_job_makes_once_it_is_there(mock: Mock, api: httpx.Client):
    job_id = made(api, CUSTOM, {"prompt": "a polar bear at noon"})
    ahead = list(plan_of(mock, job_id).asset_ids)
    put(mock, models=[{"id": "model_mine", "name": WORD, "exampleAssetIds": ahead}])
    assert ids(api, "models", image="asset_abc123xyz", filter=f"name = {WORD}") == []
    mock.advance(60)
    assert ids(api, "models", image="asset_abc123xyz", filter=f"name = {WORD}") == ["model_mine"]
    assert ids(api, "models", image=ahead[0])[0] == "model_mine"


def test_a_gate_writes_a_row_that_is_found_as_before(api: httpx.Client):
    asset_id = upload(api, WORD, "gold")
    before = searched(api, {"query": WORD})["hits"]
    gate = api.post("generate/quality-gate", json={"image": asset_id})
    gate.raise_for_status()
    (after,) = searched(api, {"query": WORD})["hits"]
    assert after["id"] == asset_id
    assert after["updatedAt"] >= before[0]["updatedAt"]
    sent = data_url(Image.new("RGB", (64, 64), "navy"))
    api.post("generate/quality-gate", json={"image": sent}).raise_for_status()
    assert ids(api, filter="name:picture.png") != []
    agrees(api)


# ---- whole worlds ----------------------------------------------------------------------------------------------------


def test_a_reset_forgets_what_was_made(mock: Mock, api: httpx.Client, rooms: House):
    other = rooms.client(mock, "other")
    fresh = listed(api).keys()
    kept = upload(other, WORD)
    for reset in (lambda: mock.reset("key"), mock.reset):
        upload(api, WORD)
        made(api, CUSTOM, {"prompt": WORD})
        mock.advance(60)
        assert len(ids(api, query=WORD)) == 2
        agrees(api)
        assert ids(other, query=WORD) == [kept]
        reset()
        assert ids(api, query=WORD) == ids(api, filter=f"name:{WORD} OR prompt:{WORD}") == []
        assert listed(api).keys() == fresh
        agrees(api)
    assert ids(other, query=WORD) == []
    agrees(other)


QUESTIONS: tuple[dict[str, Any], ...] = (
    {"filter": "createdAt IS NOT EMPTY"},
    {"query": "castle"},
    {"query": "fantsay castel"},
    {"query": WORD[:-1]},
    {"query": "red castle", "querySemanticRatio": 0.5},
    {"query": "a quiet harbour", "querySemanticRatio": 1},
    {"image": "asset_abc123xyz"},
    {"images": {"like": ["asset_abc123xyz"], "unlike": ["asset_GTrL3mq4SXWyMxkOHRxlpw"]}, "query": "castle"},
    {"filter": "NOT tags = castle", "sortBy": ["updatedAt:desc", "width:asc"]},
)


def everything(api: httpx.Client) -> list[list[str]]:
    """The answers to many questions."""
    return [[hit["id"] for hit in walked(api, body, kind)] for kind in ("assets", "models") for body in QUESTIONS]


def test_what_was_read_bit_by_bit_is_found_like_what_is_read_at_once(mock: Mock, api: httpx.Client):
    for step in range(4):
        upload(api, f"castle {WORD} {step}", ("red", "green", "blue", "white")[step])
        made(api, CUSTOM, {"prompt": f"harbour {step} with a fantasy castle"})
        put(
            mock,
            assets=[{"id": f"asset_{step % 2}", "tags": ["castle"], "metadata": {"name": f"{WORD} number {step}"}}],
        )
        put(mock, models=[{"id": f"model_{step % 2}", "name": f"castle {step}", "exampleAssetIds": ["asset_1"]}])
        mock.advance(2)
        everything(api)
    mock.advance(600)
    by_bits = everything(api)
    mock.snapshot("end")
    assert everything(api) == by_bits
    mock.restore("end")
    assert everything(api) == by_bits
    agrees(api)


def test_a_snapshot_is_searched_as_it_was(mock: Mock, api: httpx.Client):
    upload(api, WORD)
    job_id = made(api, CUSTOM, {"prompt": f"running {WORD}"})
    before = everything(api)
    mock.snapshot("then")
    upload(api, f"{WORD} again")
    put(mock, assets=[{"id": "asset_abc123xyz", "metadata": {"name": WORD}}])
    assert len(ids(api, query=WORD)) == 3
    mock.restore("then")
    assert everything(api) == before
    assert len(ids(api, query=WORD)) == 1
    mock.advance(60)  # the job of the snapshot goes on
    assert api.get(f"jobs/{job_id}").json()["job"]["status"] == "success"
    assert len(ids(api, query=WORD)) == 2
    agrees(api)


# ---- two mocks over one state ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rooms", ENGINES[1:], indirect=True)  # memory is nobody else's
def test_what_one_mock_writes_the_other_finds_at_once(mock: Mock, api: httpx.Client, rooms: House):
    there = rooms.mock()
    other = rooms.client(there)
    assert everything(api) == everything(other)
    for here, across in ((api, other), (other, api)):
        asset_id = upload(here, WORD)
        assert asset_id in ids(across, query=WORD)
        assert ids(across, image=asset_id)[0] in ids(across, query=WORD)
        job_id = made(here, CUSTOM, {"prompt": f"{WORD} in the rain"})
        assert ids(across, filter="prompt:rain AND prompt:zorbolith") == []
        mock.advance(60)
        found = across.get(f"jobs/{job_id}").json()["job"]["metadata"]["assetIds"]
        assert ids(across, filter="prompt:rain AND prompt:zorbolith") == found
        assert everything(here) == everything(across)
        there.reset()
        assert ids(here, query=WORD) == ids(across, query=WORD) == []
    there.snapshot("both")
    upload(api, WORD)
    mock.restore("both")
    assert ids(other, query=WORD) == []
    agrees(api)
    agrees(other)


@pytest.mark.parametrize("rooms", ENGINES[1:], indirect=True)
def test_a_search_is_right_while_others_write_and_reset(mock: Mock, api: httpx.Client, rooms: House):
    """A search is several questions to the database; in between others may have taken away what was found."""
    bodies = (*QUESTIONS[:6], {"image": PIXEL})  # a picture of its own: in a reset its asset may be away
    readers = [rooms.client(rooms.mock()) for _ in range(2)]
    wrong: list[Any] = []
    done = Event()

    def ask(reader: httpx.Client) -> None:
        while not done.is_set():
            for body in bodies:
                answer = reader.post("search/assets", json=body)
                told = answer.json()
                if len(told.get("hits", ())) != min(20, told.get("estimatedTotalHits", -1)):
                    wrong.append(told)

    threads = [Thread(target=ask, args=(reader,), daemon=True) for reader in readers]
    for thread in threads:
        thread.start()
    try:
        for number in range(1, 41):
            upload(api, WORD)
            put(mock, assets=[{"id": "asset_abc123xyz", "metadata": {"name": f"castle {number}"}}])
            if number % 20 == 0:
                mock.reset("key" if number % 40 else None)
    finally:
        done.set()
        for thread in threads:
            thread.join(timeout=30)
    assert wrong == []
    for reader in (api, *readers):
        agrees(reader)
        assert everything(reader) == everything(api)


@pytest.mark.parametrize("engine", ["file", "postgres"])
def test_kill_9_leaves_nothing_that_search_does_not_know(engine: str, request: pytest.FixtureRequest, tmp_path: Path):
    """Writes and searches at once, ended at any moment: what was answered is found, and nothing else."""
    arguments = ("--db", str(place_on(engine, request, tmp_path)), "--assets", "40", "--job-seconds", "60")
    ledger = Ledger("key")
    for turn in range(2):
        with started(*arguments) as served, writing([served.base_url], [ledger], turn):
            with client(served.base_url, "key") as reader:
                begun = ledger.writes
                while ledger.writes < begun + 12:
                    assert reader.post("search/assets", json=QUESTIONS[4]).status_code == 200
            served.kill()
        assert ledger.refused == []
    with started(*arguments) as served, client(served.base_url, "key") as reader:
        agrees(reader)
        httpx.post(f"{served.own}/clock", json={"advance": 600}).raise_for_status()
        agrees(reader)
        hold(served.base_url, ledger)
        found = {hit["id"] for hit in walked(reader, {"filter": "name:key"})}
        assert set(ledger.assets) <= found
