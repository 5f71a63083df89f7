"""The made-up world: every row conforms, everything named exists, times make sense, and a seed decides every byte."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema_rs
import pytest
from scenario_mock import Mock, MockTransport, Settings
from scenario_mock.clock import iso
from scenario_mock.jobs import TERMINAL, render, status_at
from scenario_mock.world import ANCHOR_MS, World, build_private, build_public
from scenario_mock.world.catalogue import PLATFORM
from scenario_mock.world.inputs import _FAMILIES, family
from scenario_mock.world.ways import WAYS

from contract_tests.conftest import contract_document

SCHEMAS: dict[str, Any] = contract_document()["components"]["schemas"]
SEEDS = (0, 1, 2, 12345)
ALWAYS = set(
    "id userId authorId ownerId createdAt updatedAt name shortDescription type privacy capabilities source status "
    "parameters trainingImagesNumber trainingImagePairs tags collectionIds exampleAssetIds custom "
    "accessRestrictions complianceMetadata".split()
)
"""What every recorded row of a list had, but for `trainingProgress`: its empty object is on public rows only."""
DOCUMENTED_MODELS = "model_abc123xyz model_abc123 model_xyz789 model_concept1 model_eyVcnFJcR92BxBkz7N6g5w".split()
DOCUMENTED_ASSETS = (
    "asset_abc123xyz asset_abc123 asset_def456 asset_xyz789 asset_reference123 asset_example1 asset_example2 "
    "asset_thumb123 asset_GTrL3mq4SXWyMxkOHRxlpw".split()
)


def private(seed: int = 0, tenant: str = "acme", **counts: int) -> World:
    """A tenant's world under the contract's vocabularies."""
    return build_private(seed, tenant, SCHEMAS, **counts)  # type: ignore[arg-type]


def rules(component: str) -> Any:
    """A validator for one component, formats included."""
    reference = {"$ref": f"#/components/schemas/{component}", "components": {"schemas": SCHEMAS}}
    return jsonschema_rs.validator_for(reference, validate_formats=True)


def problems(component: str, rows: list[Any]) -> list[str]:
    """What is wrong with the rows."""
    validator = rules(component)
    return [f"{row} at {error.instance_path}: {error.message}" for row in rows for error in validator.iter_errors(row)]


@pytest.fixture(scope="module")
def public() -> World:
    """The public catalogue of seed 0."""
    return build_public(0, SCHEMAS)


@pytest.fixture(scope="module", params=["public", *(f"private-{seed}" for seed in SEEDS)])
def world(request: pytest.FixtureRequest, public: World) -> World:
    """The public world and several private ones."""
    return public if request.param == "public" else private(int(request.param.rpartition("-")[2]))


def walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Every (key, scalar) inside a row."""
    if isinstance(value, dict):
        for key, part in value.items():
            for _, found in walk(part):
                yield key, found
            if isinstance(part, dict):
                yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)
    else:
        yield "", value


def digest(world: World) -> str:
    """A fingerprint of a whole world."""
    rows = [world.models, world.assets, [vars(plan) for plan in world.jobs]]
    return hashlib.sha256(json.dumps(rows, default=str).encode()).hexdigest()


# ---- form ------------------------------------------------------------------------------------------------------------


def test_rows_conform(world: World):
    assert problems("Model", world.models) == []
    assert problems("Asset", world.assets) == []


@pytest.mark.parametrize("later_s", [-90 * 86400, -3600, 0, 1, 30, 3600, 10**8])
def test_jobs_conform_at_any_time(later_s: int):
    now = ANCHOR_MS + later_s * 1000
    assert problems("Job", [render(plan, now) for plan in private().jobs]) == []


def test_only_values_in_use(world: World):
    retired = set(SCHEMAS["ModelType"]["x-enum-retired"])
    assert {row["type"] for row in world.models} & retired == set()
    for component, key, rows in (
        ("ModelCapability", "capabilities", world.models),
        ("AssetEditCapability", "editCapabilities", world.assets),
    ):
        assert {word for row in rows for word in row[key]} <= set(SCHEMAS[component]["x-extensible-enum"])
    for component, words in (
        ("ModelType", [row["type"] for row in world.models]),
        ("AssetSource", [row["source"] for row in world.assets]),
        ("AssetType", [row["metadata"]["type"] for row in world.assets]),
        ("JobType", [plan.job_type for plan in world.jobs]),
    ):
        assert set(words) <= set(SCHEMAS[component]["x-extensible-enum"])


def test_model_rows_have_the_recorded_fields(world: World):
    for row in world.models:
        assert row.keys() >= ALWAYS
        assert ({"inputs", "uiConfig"} <= row.keys()) is (row["type"] == "custom") is row["custom"]
        assert row.keys() >= {"trainingProgress"} or row["privacy"] != "public"
        assert bool(row.get("trainingProgress")) is (row["status"] == "training")
        assert row["userId"] == row["authorId"]


def test_ids_are_unique(world: World):
    for ids in (
        [row["id"] for row in world.models],
        [row["id"] for row in world.assets],
        [j.job_id for j in world.jobs],
    ):
        assert len(ids) == len(set(ids))


def test_counts():
    world = private()
    assert (len(world.models), len(world.assets), len(world.jobs)) == (60, 500, 150)
    world = private(models=24, assets=120, jobs=40)
    assert (len(world.models), len(world.assets), len(world.jobs)) == (24, 120, 40)


def test_a_small_world_keeps_what_documents_name():
    world = private(models=0, assets=0, jobs=0)
    assert set(DOCUMENTED_MODELS) <= {row["id"] for row in world.models}
    assert set(DOCUMENTED_ASSETS) <= {row["id"] for row in world.assets}
    assert [plan.job_id for plan in world.jobs] == ["job_ocZCnG1Df35XRL1QyCZSRxAG8"]


def test_without_a_contract_there_is_still_a_world():
    assert len(build_private(0, "acme", {}).models) == 60
    assert len(build_public(0, {}).models) == 200


# ---- coherence -------------------------------------------------------------------------------------------------------


def test_everything_named_exists(world: World, public: World):
    models = {row["id"] for row in (*world.models, *public.models)}
    assets = {row["id"] for row in world.assets}
    jobs = {plan.job_id for plan in world.jobs}
    for row in (*world.models, *world.assets, *(dict(plan.input) for plan in world.jobs)):
        for key, value in walk(row):
            if key in ("modelId", "parentModelId") and value is not None:
                assert value in models, (key, row)
            if key in ("assetId", "exampleAssetIds", "parentId", "rootParentId"):
                assert value in assets, (key, row)
            if key in ("jobId", "parentJobId"):
                assert value in jobs, (key, row)
    assert {asset_id for plan in world.jobs for asset_id in plan.asset_ids} <= assets
    assert {picture["id"] for row in world.models for picture in row.get("trainingImages", [])} <= assets


def test_thumbnails_are_pictures(world: World):
    kinds = {row["id"]: row["kind"] for row in world.assets}
    shown = [row["thumbnail"] for row in (*world.models, *world.assets) if "thumbnail" in row]
    assert shown
    assert {kinds[reference["assetId"]] for reference in shown} == {"image"}


def test_times(world: World):
    for row in (*world.models, *world.assets):
        assert row["createdAt"] <= row["updatedAt"] <= iso(ANCHOR_MS), row
        stats = row.get("trainingStats")
        assert stats is None or row["createdAt"] <= stats["startedAt"] <= stats["endedAt"]
    assert all(plan.created_ms <= ANCHOR_MS for plan in world.jobs)


def test_pictures_can_be_drawn(world: World):
    for row in world.assets:
        sides = [row["properties"].get(side) for side in ("width", "height")]
        if row["kind"] == "image":
            assert row["mimeType"] == "image/png"
            assert all(64 <= side <= 2048 for side in sides)
            assert sides == [row["metadata"]["width"], row["metadata"]["height"]]


def test_made_by_jobs():
    world = private()
    by_id = {row["id"]: row for row in world.assets}
    for plan in world.jobs:
        assert bool(plan.asset_ids) <= (plan.steps[-1][0] == "success")
        for asset_id in plan.asset_ids:
            made = by_id[asset_id]
            assert made["metadata"]["parentJobId"] == plan.job_id
            assert made["createdAt"] == iso(plan.end_ms)
            assert made["metadata"].get("modelId") == plan.input.get("modelId")
            assert made["metadata"].get("prompt") == plan.input.get("prompt")


def test_every_state_of_jobs_and_models():
    world = private()
    assert {status_at(plan, ANCHOR_MS) for plan in world.jobs} == set(SCHEMAS["JobStatus"]["x-extensible-enum"])
    assert {status_at(plan, ANCHOR_MS + 3_600_000) for plan in world.jobs} == TERMINAL
    assert {row["status"] for row in world.models} == set(SCHEMAS["ModelStatus"]["x-extensible-enum"])


def test_one_owner():
    world = private()
    owners = {row["ownerId"] for row in (*world.models, *world.assets)} | {plan.owner_id for plan in world.jobs}
    assert len(owners) == 1
    authors = {row["authorId"] for row in (*world.models, *world.assets)}
    assert {"user_abc123", "user_ghi789", "user_VFhihHKMRZyDDnZAJwLb2Q"} < authors
    assert len(authors) == 7, "four people of the project, and the three that documents name"
    assert {plan.author_id for plan in world.jobs} < authors
    assert {row["privacy"] for row in world.models} == {"private", "unlisted"}
    assert {row["privacy"] for row in world.assets} == {"private"}


def test_kinds_of_work():
    assets = [row for seed in SEEDS for row in private(seed).assets]
    kinds = {kind: sum(row["kind"] == kind for row in assets) for kind in ("image", "video", "audio", "3d", "text")}
    assert all(kinds.values())
    assert kinds["image"] > len(assets) / 2
    assert {row["metadata"]["type"] for row in assets} >= {"uploaded", "upscale", "txt2img", "inference-txt2img"}
    assert any(not row["metadata"].get("prompt", "").isascii() for row in assets)


def test_every_way_in_which_assets_come_to_be():
    """But for two: one is no way, and of the other the mock makes no files."""
    ways = set(WAYS)
    assert set(SCHEMAS["AssetType"]["x-extensible-enum"]) - ways == {"unknown", "skybox-hdri"}
    assert set(SCHEMAS["AssetSource"]["x-extensible-enum"]) >= {way.source for way in WAYS.values()}
    assert set(SCHEMAS["JobType"]["x-extensible-enum"]) >= {way.job_type for way in WAYS.values()}
    for seed in SEEDS:
        world = private(seed)
        by_id = {row["id"]: row for row in world.assets}
        assert {row["metadata"]["type"] for row in world.assets} == ways
        for row in world.assets:
            way = WAYS[row["metadata"]["type"]]
            assert (row["kind"], row["source"]) == (way.kind, way.source)
            if "parentId" in row["metadata"]:
                assert by_id[row["metadata"]["parentId"]]["kind"] == way.parent
        assert {plan.job_type for plan in world.jobs} >= {way.job_type for way in WAYS.values()}


# ---- the public catalogue --------------------------------------------------------------------------------------------


def test_public_catalogue(public: World):
    assert (len(public.models), len(public.assets)) == (200, 500)
    assert len(public.models[0]["exampleAssetIds"]) > len(public.models[-1]["exampleAssetIds"])
    assert [row["privacy"] for row in public.models].count("unlisted") == 1
    assert {row["privacy"] for row in public.assets} == {"public"}
    assert all(row["exampleAssetIds"] and row["thumbnail"] for row in public.models)
    assert all(("sc:scenario" in row["tags"]) != ("sc:third-party" in row["tags"]) for row in public.models)
    assert all("sc:featured" in row["tags"] for row in public.models[:10])
    every = set(SCHEMAS["ModelType"]["x-extensible-enum"]) - set(SCHEMAS["ModelType"]["x-enum-retired"])
    assert {row["type"] for row in public.models} == every
    outputs = {capability.rpartition("2")[2] for row in public.models for capability in row["capabilities"]}
    assert outputs >= {"img", "video", "3d", "audio", "txt"}


def test_documented_inputs(public: World):
    by_id = {row["id"]: row for row in public.models}
    imagen = {entry["name"]: entry for entry in by_id["model_imagen4-ultra"]["inputs"]}
    assert list(imagen) == ["prompt", "aspectRatio", "numOutputs"]
    assert imagen["aspectRatio"]["allowedValues"] == ["1:1", "4:3", "3:4", "9:16", "16:9"]
    flux = {entry["name"]: entry for entry in by_id["model_bfl-flux-1-dev"]["inputs"]}
    assert flux["modelId"]["type"] == "model"
    assert flux["modelId"]["modelTypes"] == ["flux.1-lora", "flux.1-composition"]
    assert (flux["loras"]["type"], flux["loras"]["maxLength"]) == ("model_array", 6)
    assert [flux["lorasScale"][key] for key in ("type", "min", "max", "step")] == ["number_array", 0, 2, 0.05]
    assert {"model_scenario-llm", "model_gpt-image-1", "model_veo3-1", "model_meshy-7-txt23d"} < by_id.keys()


@pytest.mark.parametrize("name", sorted(_FAMILIES))
def test_input_families(name: str):
    inputs, ui = family(name)
    assert problems("ModelInput", inputs) == []
    assert problems("ModelUiConfig", [ui]) == []
    assert any(platform.family == name for platform in PLATFORM)
    names = [entry["name"] for entry in inputs]
    assert len(names) == len(set(names))
    for entry in inputs:
        assert isinstance(entry["costImpact"], bool)
        assert isinstance(entry.get("required", {}), dict)
        assert entry["type"] != "number" or "step" in entry
        assert "default" not in entry or entry["default"] in entry.get("allowedValues", [entry["default"]])
    inputs[0]["name"] = "changed"
    assert family(name)[0][0]["name"] != "changed"


# ---- the same everywhere ---------------------------------------------------------------------------------------------


def test_same_seed_same_bytes():
    assert digest(private(7)) == digest(private(7))
    assert digest(build_public(7, SCHEMAS)) == digest(build_public(7, SCHEMAS))
    assert len({digest(private(7)), digest(private(8)), digest(private(7, "other"))}) == 3
    assert digest(build_public(7, SCHEMAS)) != digest(build_public(8, SCHEMAS))


def test_same_bytes_in_another_process():
    code = (
        "from contract_tests.mock.test_world import *; "
        "print(digest(private(3)), digest(build_public(3, SCHEMAS)), hash('x'), file=sys.stderr)"
    )
    seen = set()
    for hash_seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        seen.add(tuple(done.stderr.split()[:2]))
    assert seen == {(digest(private(3)), digest(build_public(3, SCHEMAS)))}


def test_documents_are_the_same_for_every_tenant():
    def named(tenant: str) -> list[Any]:
        rows = [row for row in private(0, tenant).assets if row["id"] in DOCUMENTED_ASSETS]
        return [{key: value for key, value in row.items() if key not in ("ownerId", "authorId")} for row in rows]

    assert named("one") == named("two")


def test_addresses_come_from_the_caller():
    world = build_private(0, "acme", SCHEMAS, url_of=lambda asset_id: f"https://files.example/{asset_id}")
    addresses = {
        value for row in (*world.models, *world.assets) for key, value in walk(row) if key in ("url", "downloadUrl")
    }
    assert addresses
    assert all(address.startswith("https://files.example/asset_") for address in addresses)
    assert private().assets[0]["url"] == f"https://cdn.cloud.scenario.com/assets/{private().assets[0]['id']}"


def test_building_is_quick():
    def seconds(build: Any) -> float:
        spent = []
        for _ in range(3):
            start = time.process_time()
            build()
            spent.append(time.process_time() - start)
        return min(spent)

    assert seconds(lambda: build_public(5, SCHEMAS)) < 0.4
    assert seconds(lambda: private(5)) < 0.2


# ---- the documents' own examples -------------------------------------------------------------------------------------

ASSET_FILTERS = """
kind = image
width >= 1024
height <= 2048
size < 1000000
aspectRatio = "16:9"
mimeType = "image/png"
name = "my-asset"
prompt:dragon
text:hello
negativePrompt:blurry
seed = "1234567890"
modelId = "model_abc123"
baseModelId = "stable-diffusion-xl"
modelType = "flux.1"
numInferenceSteps >= 50
guidance = 7.5
scheduler = "euler"
tags = landscape
collectionIds = col_abc123
nsfw IS EMPTY
nsfw IS NOT EMPTY
createdAt >= "2024-01-01"
updatedAt < "2024-12-31"
authorId = user_abc123
width >= 1024 AND tags = landscape
width >= 1920 AND height >= 1080 AND tags = landscape
modelId = model_abc123 AND kind = image
createdAt >= "2024-01-01" AND numInferenceSteps >= 50 AND guidance >= 7
tags = fantasy AND tags = character
tags = landscape AND NOT tags = nsfw
(tags = dragon OR prompt:dragon) AND width >= 1024 AND nsfw IS EMPTY
width >= 1024 AND nsfw IS EMPTY AND tags = landscape
tags = character AND tags = fantasy AND tags = warrior
"""
MODEL_FILTERS = """
name:character
type = "flux.1-lora"
source = training
parentModelId = model_abc123
capabilities = img2img
tags = character
collectionIds = col_abc123
concepts = model_xyz789
trainingImagesNumber >= 10
exampleAssetIds = asset_abc123
complianceMetadata.subProcessor = Modal
complianceMetadata.modelProvider = Scenario
complianceMetadata.maintainer = Scenario
authorId = user_abc123
createdAt >= "2024-01-01"
updatedAt < "2024-12-31"
capabilities = img2img AND type = flux.1-lora
type = "flux.1-lora" AND capabilities = txt2img
source = training AND trainingImagesNumber >= 20
source = training AND trainingImagesNumber >= 15
capabilities = txt2img AND capabilities = img2img
"""
CASES = [
    *(("assets", {"filter": line}) for line in ASSET_FILTERS.strip().splitlines()),
    *(("models", {"filter": line}) for line in MODEL_FILTERS.strip().splitlines()),
    ("assets", {"public": True, "filter": "privacy = public"}),
    ("models", {"public": True, "filter": "privacy = public"}),
    ("models", {"public": True, "filter": "tags = character AND tags = fantasy"}),
    ("models", {"public": True, "query": "fantasy", "filter": "capabilities = txt2img"}),
]


def printed() -> Iterator[tuple[str, dict[str, Any]]]:
    """The bodies that the guide prints and that search for something."""
    for what in ("assets", "models"):
        content = contract_document()["paths"][f"/search/{what}"]["post"]["requestBody"]["content"]["application/json"]
        for example in content["examples"].values():
            if {"query", "filter", "image", "images"} & example["value"].keys():
                yield what, example["value"]


@pytest.fixture(scope="module", params=[(0, "key"), (0, "suite-key"), (99, "other"), (4096, "key")])
def guide_client(request: pytest.FixtureRequest) -> Iterator[httpx.Client]:
    """A client of a mock whose world is as the seed made it."""
    seed, key = request.param
    mock = Mock(Settings(seed=seed))
    with httpx.Client(transport=MockTransport(mock), base_url="https://mock.example/v1", auth=(key, "secret")) as made:
        yield made


@pytest.mark.parametrize(("what", "body"), [*CASES, *printed()], ids=lambda value: json.dumps(value)[:80])
def test_examples_of_the_search_guide_find_something(guide_client: httpx.Client, what: str, body: dict[str, Any]):
    answer = guide_client.post(f"/search/{what}", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.json()["hits"], body


@pytest.mark.parametrize("seed", SEEDS)
def test_sample_hits(seed: int):
    world = private(seed)
    castle = next(row for row in world.assets if row["id"] == "asset_abc123xyz")
    assert castle["metadata"]["name"] == "Fantasy Castle"
    assert castle["metadata"]["prompt"] == "fantasy castle on a hill, dramatic lighting"
    assert castle["tags"] == ["fantasy", "castle", "landscape"]
    generator = next(row for row in world.models if row["id"] == "model_abc123xyz")
    assert generator["name"] == "Fantasy Character Generator"
    assert generator["trainingImagesNumber"] == 25
    assert generator["concepts"] == [{"modelId": "model_concept1", "scale": 1.0}]


def test_documented_rows_exist_for_every_seed(public: World):
    assert "model_imagen4-ultra" in {row["id"] for row in public.models}
    for seed in SEEDS:
        world = private(seed)
        assert set(DOCUMENTED_MODELS) <= {row["id"] for row in world.models}
        assert set(DOCUMENTED_ASSETS) <= {row["id"] for row in world.assets}
        job = next(plan for plan in world.jobs if plan.job_id == "job_ocZCnG1Df35XRL1QyCZSRxAG8")
        assert job.asset_ids == ("asset_GTrL3mq4SXWyMxkOHRxlpw",)
        assert [status for status, _ in job.steps] == ["pending", "queued", "in-progress", "success"]
