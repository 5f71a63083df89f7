"""Projects larger than the default: exact numbers, the same beginning, batches made alone, and no less coherent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections import Counter
from itertools import islice
from typing import Any

import pytest
from scenario_mock.clock import iso
from scenario_mock.jobs import render
from scenario_mock.world import (
    ANCHOR_MS,
    World,
    batch_count,
    build_private,
    build_public,
    private_batches,
    stream_private,
)
from scenario_mock.world.people import COLLECTIONS, private_owner

from contract_tests.mock.test_world import SCHEMAS, digest, private, problems, walk

LARGE = (300, 2_700, 900)


@pytest.fixture(scope="module")
def large() -> World:
    """A project of three batches beyond its beginning."""
    return private(0, models=LARGE[0], assets=LARGE[1], jobs=LARGE[2])


@pytest.fixture(scope="module")
def surplus(large: World) -> World:
    """What it has beyond its beginning."""
    beginning = private()
    return World(
        large.models[len(beginning.models) :],
        large.assets[len(beginning.assets) :],
        large.jobs[len(beginning.jobs) :],
    )


def sizes(world: World) -> tuple[int, int, int]:
    """How many rows a world has."""
    return len(world.models), len(world.assets), len(world.jobs)


# ---- numbers and form ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "counts",
    [
        LARGE, (60, 501, 150), (61, 500, 150), (60, 500, 151), (60, 1_500, 150), (60, 1_501, 4_000), (460, 500, 150),
        (6, 3_000, 1), (1_000, 700, 10), (30, 40, 2_000), (60, 16, 30), (10, 300, 20),
    ],
)  # fmt: skip
def test_numbers_are_exact(counts: tuple[int, int, int]):
    models, assets, jobs = counts
    world = private(models=models, assets=assets, jobs=jobs)
    assert sizes(world) == counts
    for ids in (
        {row["id"] for row in world.models},
        {row["id"] for row in world.assets},
        {plan.job_id for plan in world.jobs},
    ):
        assert len(ids) in counts
    assert broken_references(world) == []


def test_an_empty_project_has_nothing():
    assert sizes(build_private(0, "acme", SCHEMAS, empty=True)) == (0, 0, 0)


def test_the_surplus_conforms(surplus: World):
    assert problems("Model", surplus.models) == []
    assert problems("Asset", surplus.assets) == []
    for later_s in (-86_400, 0, 86_400):
        assert problems("Job", [render(plan, ANCHOR_MS + later_s * 1000) for plan in surplus.jobs]) == []


def test_the_default_is_the_beginning(large: World):
    beginning = private()
    models, assets, jobs = sizes(beginning)
    assert digest(World(large.models[:models], large.assets[:assets], large.jobs[:jobs])) == digest(beginning)


def test_more_jobs_change_no_asset():
    def without_jobs(world: World) -> list[Any]:
        return [{**row, "metadata": {**row["metadata"], "parentJobId": None}} for row in world.assets]

    few, many = (private(assets=2_000, jobs=jobs) for jobs in (150, 1_000))
    assert without_jobs(few) == without_jobs(many)
    assert sum("parentJobId" in row["metadata"] for row in few.assets[500:]) == 0
    assert sum("parentJobId" in row["metadata"] for row in many.assets[500:]) > 1_000


# ---- stream and batches ----------------------------------------------------------------------------------------------


def test_the_stream_is_the_built_world(large: World):
    rows: dict[str, list[Any]] = {"model": [], "asset": [], "job": []}
    for what, row in stream_private(0, "acme", SCHEMAS, *LARGE):
        rows[what].append(row)
    assert digest(World(rows["model"], rows["asset"], rows["job"])) == digest(large)


def test_batches_can_be_made_alone(large: World):
    assert batch_count(*LARGE) == 4
    assert batch_count(0, 0, 0) == batch_count(60, 500, 150) == 1
    alone = [next(private_batches(0, "acme", SCHEMAS, *LARGE, numbers=[number])) for number in (3, 2, 1, 0)]
    together = World(
        [row for part in reversed(alone) for row in part.models],
        [row for part in reversed(alone) for row in part.assets],
        [plan for part in reversed(alone) for plan in part.jobs],
    )
    assert digest(together) == digest(large)


def test_the_stream_holds_one_batch_at_a_time():
    def peak(assets: int) -> int:
        tracemalloc.start()
        for _ in stream_private(0, "acme", SCHEMAS, 60, assets, 150):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(6_500) < 1.3 * peak(2_500)


def test_other_tenants_and_seeds_have_other_batches(large: World):
    ids = {row["id"] for row in large.assets[500:]}
    for seed, tenant in ((1, "acme"), (0, "other")):
        world = build_private(seed, tenant, SCHEMAS, assets=1_500)
        assert ids.isdisjoint(row["id"] for row in world.assets[500:])


def test_same_batches_in_another_process(large: World):
    code = (
        "from contract_tests.mock.test_world_large import *; "
        "print(digest(private(0, models=LARGE[0], assets=LARGE[1], jobs=LARGE[2])))"
    )
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == digest(large)


def test_a_million_assets_are_a_matter_of_a_minute():
    start = time.process_time()
    made = sum(1 for _ in islice(stream_private(5, "acme", SCHEMAS, 60, 1_000_000, 300_000), 12_000))
    # 1.3 rows, an asset with its part of the jobs, come in 45 us on an idle machine; this one may be busy.
    assert made / 1.3 / (time.process_time() - start) > 5_000


# ---- coherence -------------------------------------------------------------------------------------------------------


def broken_references(world: World) -> list[Any]:
    """What rows of a project name that is neither in it nor in the public catalogue."""
    models = {row["id"] for row in (*world.models, *build_public(0, SCHEMAS).models)}
    assets = {row["id"] for row in world.assets}
    jobs = {plan.job_id for plan in world.jobs}
    known = {
        "modelId": models, "parentModelId": models, "assetId": assets, "exampleAssetIds": assets, "parentId": assets,
        "rootParentId": assets, "images": assets, "jobId": jobs, "parentJobId": jobs,
    }  # fmt: skip
    found = [
        (key, value)
        for row in (*world.models, *world.assets, *(dict(plan.input) for plan in world.jobs))
        for key, value in walk(row)
        if key in known and value not in known[key]
    ]
    named = {asset_id for plan in world.jobs for asset_id in plan.asset_ids}
    return [*found, *(named - assets)]


def test_everything_named_exists(large: World):
    assert broken_references(large) == []
    for row in large.models:
        assert bool(row["exampleAssetIds"]) == ("thumbnail" in row) == (row["status"] == "trained"), row["id"]


def test_times_are_in_order(large: World):
    created = {row["id"]: row["createdAt"] for row in (*large.models, *large.assets, *build_public(0, SCHEMAS).models)}
    for row in (*large.models, *large.assets):
        assert row["createdAt"] <= row["updatedAt"] <= iso(ANCHOR_MS)
        stats = row.get("trainingStats")
        assert stats is None or row["createdAt"] <= stats["startedAt"] <= stats["endedAt"] <= row["updatedAt"]
    for row in large.assets:
        for key in ("modelId", "parentId"):
            if key in row["metadata"]:
                assert created[row["metadata"][key]] <= row["createdAt"], (key, row)
    months = Counter(row["createdAt"][:7] for row in large.assets)
    assert len(months) > 12
    assert max(months.values()) < len(large.assets) / 5


def test_jobs_made_their_assets(large: World):
    by_id = {row["id"]: row for row in large.assets}
    for plan in large.jobs:
        made = [by_id[asset_id] for asset_id in plan.asset_ids]
        assert {row["createdAt"] for row in made} <= {iso(plan.end_ms)}
        assert {row["authorId"] for row in made} <= {plan.author_id}
        assert {row["metadata"]["parentJobId"] for row in made} <= {plan.job_id}
        assert not made or plan.steps[-1][0] == "success"
    named = Counter(asset_id for plan in large.jobs for asset_id in plan.asset_ids)
    assert set(named.values()) == {1}
    with_job = {row["id"] for row in large.assets if "parentJobId" in row["metadata"]}
    assert with_job == set(named)


def test_as_varied_as_the_beginning(surplus: World):
    for key, least in (("kind", 5), ("source", 15), ("mimeType", 5), ("authorId", 4)):
        assert len({row[key] for row in surplus.assets}) >= least, key
    prompts = [row["metadata"]["prompt"] for row in surplus.assets if "prompt" in row["metadata"]]
    assert len(set(prompts)) > len(prompts) / 3
    assert len({tag for row in surplus.assets for tag in row["tags"]}) > 40
    assert 0 < sum(bool(row["nsfw"]) for row in surplus.assets) < len(surplus.assets) / 20
    assert len({row["type"] for row in surplus.models}) > 15
    assert {row["status"] for row in surplus.models} == {"trained", "new", "failed", "copying", "training-canceled"}
    assert len({plan.job_type for plan in surplus.jobs}) > 10
    assert any(
        row["metadata"].get("rootParentId") not in (None, row["metadata"].get("parentId")) for row in surplus.assets
    )


def test_collections_are_about_something(large: World):
    owner = private_owner("acme")
    collections = {collection_id for ids in owner.by_theme.values() for collection_id in ids}
    assert len(collections) == len(COLLECTIONS)
    used = Counter(collection_id for row in (*large.models, *large.assets) for collection_id in row["collectionIds"])
    assert set(used) == collections
    dragons = [row for row in large.assets if "dragon" in row["tags"]]
    assert any(row["collectionIds"] for row in dragons)
    assert {each for row in dragons for each in row["collectionIds"]} <= set(owner.by_theme["dragons"]) | {
        each for name in ("castles", "fantasy-character", "fantasy-landscape") for each in owner.by_theme[name]
    }


def test_prompts_are_text_that_json_can_carry(surplus: World):
    assert json.loads(json.dumps(surplus.assets)) == surplus.assets


def test_what_a_row_says_belongs_together(large: World):
    by_id = {row["id"]: row for row in large.assets}
    edits = [row for row in large.assets if row["metadata"]["type"] in ("upscale", "background-removal")]
    assert edits
    for row in edits:
        parent = by_id[row["metadata"]["parentId"]]
        assert row["metadata"]["name"].startswith(parent["metadata"]["name"])
        assert row["tags"] == parent["tags"]
        assert "description" not in row or "description" not in parent or row["description"] == parent["description"]
    for row in large.models:
        imported = row["source"] not in ("scenario", "training")
        assert not (imported and ("trainingStats" in row or row["trainingImagesNumber"])), row
        assert row["status"] != "training" or not imported
    videos = [row for row in large.assets if row["metadata"]["type"] == "txt2video"]
    assert {(row["metadata"]["aspectRatio"], row["properties"]["width"]) for row in videos} == {
        ("16:9", 1280), ("9:16", 720)
    }  # fmt: skip
