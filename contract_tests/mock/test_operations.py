"""What the operations do, beyond their schemas: pages, filters, generations, jobs, uploads."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from PIL import Image
from scenario_mock import Mock, MockTransport

from contract_tests.mock.calls import plan_of


@pytest.fixture
def api(mock: Mock) -> httpx.Client:
    """A client of the mock, its own world to itself."""
    return httpx.Client(transport=MockTransport(mock), base_url="https://api.example/v1", auth=("key", "secret"))


def walk(api: httpx.Client, path: str, name: str, **query: Any) -> Iterator[dict[str, Any]]:
    """Every row of a list, page by page."""
    token: dict[str, str] = {}
    for _ in range(1000):
        answer = api.get(path, params={**query, **token}).raise_for_status().json()
        yield from answer[name]
        if "nextPaginationToken" not in answer:
            return
        token = {"paginationToken": answer["nextPaginationToken"]}
    raise AssertionError("the pages do not end")


@pytest.mark.parametrize(
    ("path", "name", "key", "most"),
    [("models", "models", "id", 500), ("assets", "assets", "id", 100), ("jobs", "jobs", "jobId", 100)],
)
@pytest.mark.parametrize("size", [1, 7, 50])
def test_pages_hold_each_row_once(api: httpx.Client, path: str, name: str, key: str, most: int, size: int):
    pages = [row[key] for row in walk(api, path, name, pageSize=size)]
    whole = [row[key] for row in walk(api, path, name, pageSize=most)]
    assert pages == whole
    assert len(set(pages)) == len(pages) > 20


def test_rows_made_between_two_pages_do_not_repeat_or_push_out_others(api: httpx.Client, mock: Mock):
    first = api.get("jobs", params={"pageSize": 5}).json()
    rest_before = [row["jobId"] for row in walk(api, "jobs", "jobs", pageSize=100)][5:]
    mock.services.clock.advance(60)
    api.post("generate/custom/model_imagen4-ultra", json={"prompt": "new"}).raise_for_status()
    token = first["nextPaginationToken"]
    rest = [row["jobId"] for row in walk(api, "jobs", "jobs", pageSize=100)]
    page = api.get("jobs", params={"pageSize": 100, "paginationToken": token}).json()["jobs"]
    assert [row["jobId"] for row in page] == rest_before[:100]
    assert len(rest) == len(rest_before) + 6


@pytest.mark.parametrize("sort_by", ["createdAt", "updatedAt"])
@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_order(api: httpx.Client, sort_by: str, direction: str):
    query = {"privacy": "public", "sortBy": sort_by, "sortDirection": direction}
    dates = [row[sort_by] for row in walk(api, "models", "models", pageSize=50, **query)]
    assert dates == sorted(dates, reverse=direction == "desc")
    assert dates[0] != dates[-1]


def test_windows_leave_out_their_bounds(api: httpx.Client):
    query = {"privacy": "public", "sortBy": "createdAt", "sortDirection": "asc", "pageSize": 500}
    dates = [row["createdAt"] for row in walk(api, "models", "models", **query)]
    low, high = dates[3], dates[-3]
    inside = [row["createdAt"] for row in walk(api, "models", "models", **query, createdAfter=low, createdBefore=high)]
    assert inside == [date for date in dates if low < date < high]


def test_a_window_without_its_sort_is_not_applied(api: httpx.Client):
    everything = [row["id"] for row in walk(api, "models", "models", privacy="public")]
    unsorted = [row["id"] for row in walk(api, "models", "models", privacy="public", createdAfter="2999-01-01")]
    assert unsorted == everything


def test_private_lists_never_show_public_rows_and_the_other_way_round(api: httpx.Client):
    assert {row["privacy"] for row in walk(api, "models", "models", privacy="public")} == {"public"}
    assert "public" not in {row["privacy"] for row in walk(api, "models", "models")}
    assert {row["privacy"] for row in walk(api, "assets", "assets", privacy="public")} == {"public"}


def test_lists_have_no_inputs_and_agree_with_retrieve(api: httpx.Client):
    rows = list(walk(api, "models", "models", privacy="public", types="custom"))
    assert rows
    for row in rows[:20]:
        assert not {"inputs", "uiConfig"} & set(row)
        detail = api.get(f"models/{row['id']}").json()["model"]
        assert detail["inputs"]
        assert {name: value for name, value in detail.items() if name in row and name != "thumbnail"} == {
            name: value for name, value in row.items() if name != "thumbnail"
        }


def test_bulk(api: httpx.Client):
    ids = ["model_imagen4-ultra", "model_unknown", "model_abc123xyz", "model_imagen4-ultra"]
    rows = api.post("models/get-bulk", json={"modelIds": ids}).json()["models"]
    assert [row["id"] for row in rows] == ["model_imagen4-ultra", "model_abc123xyz"]
    assert all("thumbnail" not in row and "inputs" not in row for row in rows)
    small = api.post("models/get-bulk", json={"modelIds": ids, "minimal": True, "thumbnail": True}).json()["models"]
    assert all(set(row) == {"id", "name", "type"} for row in small)
    assets = [row["id"] for row in api.get("assets", params={"pageSize": 3}).json()["assets"]]
    found = api.post("assets/get-bulk", json={"assetIds": [*assets, "asset_unknown"]}).json()["assets"]
    assert [row["id"] for row in found] == assets


def test_a_job_runs_forward_and_its_asset_appears_with_success(api: httpx.Client, mock: Mock):
    body = {"prompt": "a red castle", "aspectRatio": "9:16", "numOutputs": 2}
    made = api.post("generate/custom/model_imagen4-ultra", json=body).json()
    assert made["job"]["status"] == "pending"
    assert made["creativeUnitsCost"] == sum(made["costDetails"].values())
    seen = []
    for _ in range(13):
        job = api.get(f"jobs/{made['job']['jobId']}").json()["job"]
        seen.append(job["status"])
        assert [entry["status"] for entry in job["statusHistory"]][-1] == job["status"]
        assert ("assetIds" in job["metadata"]) == (job["status"] == "success")
        mock.services.clock.advance(0.25)
    assert list(dict.fromkeys(seen)) == ["pending", "queued", "in-progress", "success"]
    assert job["statusHistory"][0]["date"] == job["createdAt"]
    assert job["statusHistory"][-1]["date"] == job["updatedAt"]
    assert len(job["metadata"]["assetIds"]) == 2
    asset = api.get(f"assets/{job['metadata']['assetIds'][1]}").json()["asset"]
    assert asset["createdAt"] == job["updatedAt"]
    with Image.open(io.BytesIO(api.get(asset["url"]).content)) as image:
        assert image.height > image.width
        assert (image.width, image.height) == (asset["properties"]["width"], asset["properties"]["height"])
        assert len(api.get(asset["url"]).content) == asset["properties"]["size"]


def test_assets_of_a_running_job_do_not_exist_yet(api: httpx.Client, mock: Mock):
    job_id = api.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}).json()["job"]["jobId"]
    future = plan_of(mock, job_id).asset_ids[0]
    before = len(list(walk(api, "assets", "assets", pageSize=100)))
    assert api.get(f"assets/{future}").status_code == 404
    mock.services.clock.advance(3)
    assert api.get(f"assets/{future}").status_code == 200
    assert len(list(walk(api, "assets", "assets", pageSize=100))) == before + 1
    hits = api.post("search/assets", json={"filter": "modelId = model_imagen4-ultra", "limit": 100}).json()["hits"]
    assert future in [hit["id"] for hit in hits]


@pytest.mark.parametrize("word", ["true", "api"])
def test_dry_run_prices_and_makes_nothing(api: httpx.Client, word: str):
    jobs = len(list(walk(api, "jobs", "jobs")))
    response = api.post("generate/custom/model_imagen4-ultra", params={"dryRun": word}, json={"prompt": "x"})
    assert response.status_code == 269
    assert "job" not in response.json()
    assert len(list(walk(api, "jobs", "jobs"))) == jobs


def test_dry_run_in_the_body_is_ignored(api: httpx.Client):
    response = api.post("generate/custom/model_imagen4-ultra", json={"prompt": "x", "dryRun": True})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("model_id", "body", "status", "reason"),
    [
        ("model_imagen4-ultra", {}, 400, "Input prompt is required"),
        ("model_imagen4-ultra", {"prompt": 5}, 400, "Input prompt must be a string"),
        ("model_imagen4-ultra", {"prompt": "x", "aspectRatio": "5:1"}, 400, "Input aspectRatio must be one of"),
        ("model_unknown", {"prompt": "x"}, 404, "Model model_unknown not found"),
        ("model_abc123xyz", {"prompt": "x"}, 400, "Custom models only are supported for this endpoint"),
        ("model_bfl-flux-1-dev", {"prompt": "x", "lorasScale": [3.0]}, 400, "Input lorasScale must be at most 2"),
        ("model_bfl-flux-1-dev", {"prompt": "x", "loras": ["a"] * 7}, 400, "Input loras must be at most 6 items long"),
    ],
)
def test_recorded_refusals(api: httpx.Client, model_id: str, body: dict[str, Any], status: int, reason: str):
    response = api.post(f"generate/custom/{model_id}", json=body)
    assert response.status_code == status, response.text
    assert response.json()["reason"].startswith(reason)


def test_custom_jobs_cannot_be_canceled(api: httpx.Client):
    job_id = api.post("generate/custom/model_imagen4-ultra", json={"prompt": "x"}).json()["job"]["jobId"]
    response = api.post(f"jobs/{job_id}/action", json={"action": "cancel"})
    assert response.status_code == 400
    assert response.json()["reason"] == "Cannot cancel this type of job. Action not permitted."


def test_upload(api: httpx.Client):
    picture = io.BytesIO()
    Image.new("RGB", (80, 40), "teal").save(picture, "JPEG")
    text = base64.b64encode(picture.getvalue()).decode()
    for image in (text, f"data:image/jpeg;base64,{text}"):
        asset = api.post("assets", json={"name": "teal.jpg", "image": image}).json()["asset"]
        assert (asset["mimeType"], asset["properties"]["width"], asset["properties"]["height"]) == (
            "image/jpeg",
            80,
            40,
        )
        answer = api.get(asset["url"])
        assert (answer.headers["content-type"], answer.content) == ("image/jpeg", picture.getvalue())
    nearest = api.post("search/assets", json={"image": asset["id"], "limit": 2}).json()["hits"]
    assert asset["id"] in [hit["id"] for hit in nearest]
    for bad in ("not base64!", f"data:image/png;base64,{text}", "data:text/plain;base64,aGk=", "aGVsbG8="):
        refused = api.post("assets", json={"name": "x", "image": bad})
        assert refused.status_code == 400, bad
        assert refused.json()["reason"]
