"""What is made is made once, for the one who asked, and as it was asked for."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from contract_tests.behaviour.generating import Painter, Watched, follow, start
from contract_tests.behaviour.lists import LISTINGS, PUBLIC
from contract_tests.behaviour.test_job_laws import runs_forward
from contract_tests.behaviour.test_small_results import BLUE, RED
from contract_tests.calls import Answer, Caller
from contract_tests.exchanges import Broken
from contract_tests.targets import Target

pytestmark = pytest.mark.target

WRITTEN = "a 👩‍🚀 with a ☂️\r\nin the\u00a0rain,  «می‌خواهم»  &lt;b&gt; %41 C:\\new"
NAMES = ("castle.v2.png", "towers/of the/castle", "می‌خواهم 👩‍🚀")
LONG = 1500
NEAR = 12
"""How far apart colors may lie that were the same before a picture was stored, of 255."""


def only(name: str) -> str:
    """A text that nobody else has sent."""
    return f"{name} {uuid4().hex}"


def texts_of(job: Mapping[str, Any]) -> str:
    return str(job["metadata"].get("input"))


def made_once(call: Caller, text: str, job_id: str, started: Answer) -> None:
    """Of the newest jobs, one was asked for with this text."""
    page = call("listJobs", query={"pageSize": 100})
    found = [job["jobId"] for job in page.json["jobs"] if text in texts_of(job)]
    page.must(found in ([job_id], []), "each_request_makes_one_job", [job_id], found, started)


@pytest.mark.changes
def test_a_start_makes_one_job(call: Caller, model: Painter):
    text = only("one castle")
    run = start(call, model, prompt=text)
    made_once(call, text, run.id, run.started)


@pytest.mark.changes
@pytest.mark.parametrize(
    ("operation_id", "body"),
    [
        ("createTranslation", {"prompt": "TEXT"}),
        ("createEmbedding", {"text": "TEXT"}),
        ("createPrompt", {"prompt": "TEXT", "numResults": 1}),
        ("createIpDetection", {"prompts": ["TEXT"]}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_result_has_one_job_and_one_price(call: Caller, operation_id: str, body: Mapping[str, Any]):
    text = only("un château")
    asked = {name: [text] if isinstance(value, list) else text if value == "TEXT" else value
             for name, value in body.items()}  # fmt: skip
    dry = call(operation_id, query={"dryRun": True}, body=asked, expect=269)
    answer = call(operation_id, body=asked)
    job = answer.json.get("job")
    if "creativeUnitsCost" in answer.json:
        costs = [each.json["creativeUnitsCost"] for each in (dry, answer)]
        answer.must(costs[0] == costs[1], "a_dry_run_prices_as_a_run", costs[0], costs[1], dry)
    if job:
        made_once(call, text, job["jobId"], answer)
        alone = call("retrieveJob", path={"jobId": job["jobId"]}).json["job"]
        same = ("jobType", "ownerId", "authorId", "createdAt")
        changed = {name: [job.get(name), alone.get(name)] for name in same if job.get(name) != alone.get(name)}
        answer.must(not changed, "what_a_job_is_stays", "the job as it is alone", changed)


@pytest.mark.changes
def test_results_differ_where_they_should(call: Caller):
    prompts = call("createPrompt", body={"prompt": "a castle", "numResults": 3})
    found = prompts.json["prompts"]
    prompts.must(len(set(found)) > 1, "results_differ", "more than one prompt three times", found)
    french = "un château rouge sous la pluie"
    translated = call("createTranslation", body={"prompt": french})
    english = translated.json["translation"]
    translated.must(english.strip().lower() != french, "translations_translate", "another language", english)


@pytest.mark.changes
def test_what_was_made_is_ready_and_the_callers_own(call: Caller, runs: list[Watched]):
    for run in (runs[0], runs[-1]):
        for asset_id in run.assets:
            found = call("retrieveAsset", path={"assetId": asset_id})
            asset = found.json["asset"]
            found.must(asset["status"] == "success", "success_has_its_files", "status success", asset["status"])
            owner = run.end.get("ownerId", asset["ownerId"])
            found.must(asset["ownerId"] == owner, "what_is_made_is_the_callers", owner, asset["ownerId"])
            found.must(asset["privacy"] != "public", "what_is_made_is_the_callers", "no public asset", asset["privacy"])


@pytest.mark.changes
def test_a_picture_has_the_ratio_asked_for(call: Caller, model: Painter):
    allowed = model.inputs.get("aspectRatio", {}).get("allowedValues") or ()
    ratios = [ratio for ratio in allowed if ratio.count(":") == 1 and len(set(ratio.split(":"))) == 2]
    if not ratios:
        pytest.skip("the model has no ratios to choose from")
    run = start(call, model, prompt="a long bridge", aspectRatio=ratios[-1])
    follow(call, [run])
    width, height = map(float, ratios[-1].split(":"))
    for asset_id in run.assets:
        found = call("retrieveAsset", path={"assetId": asset_id})
        sides = found.json["asset"]["properties"]
        if "width" in sides and "height" in sides:
            near = abs(sides["width"] / sides["height"] / (width / height) - 1) < 0.1
            found.must(near, "pictures_have_the_ratio_asked_for", ratios[-1], sides, run.started)


@pytest.mark.changes
def test_a_crop_has_its_size(call: Caller):
    crop = {"left": 4, "top": 8, "width": 32, "height": 16}
    answer = call("createPatch", body={"image": BLUE, "crop": crop})
    sides = {name: answer.json["asset"]["properties"].get(name) for name in ("width", "height")}
    answer.must(sides == {"width": 32, "height": 16}, "pictures_have_the_size_asked_for", "32 x 16", sides)


@pytest.mark.changes
@pytest.mark.parametrize("prompt", [WRITTEN, "a " + "very " * (LONG // 5) + "long corridor"], ids=["written", "long"])
def test_prompts_come_back_unharmed(call: Caller, model: Painter, prompt: str):
    if len(prompt) > model.inputs["prompt"].get("maxLength", len(prompt)):
        pytest.skip("the model takes no prompt of this length")
    run = start(call, model, prompt=prompt)
    follow(call, [run])
    runs_forward(run)
    given = (run.end["metadata"].get("input") or {}).get("prompt", prompt)
    run.looks[-1].must(given == prompt, "prompts_come_back_unharmed", prompt, given, run.started)
    for asset_id in run.assets[:1]:
        found = call("retrieveAsset", path={"assetId": asset_id})
        told = found.json["asset"]["metadata"].get("prompt", prompt)
        found.must(told == prompt, "prompts_come_back_unharmed", prompt, told, run.started)


@pytest.mark.changes
@pytest.mark.parametrize("name", NAMES)
def test_an_upload_is_one_asset_with_its_name(call: Caller, name: str):
    name = only(name) if "." not in name else f"{uuid4().hex}.{name}"
    newest = {"sortBy": "createdAt", "sortDirection": "desc", "pageSize": 50}
    call("listAssets", query=newest)  # what was asked before must not stand in the way
    answer = call("uploadAsset", body={"name": name, "image": RED})
    own = answer.json["asset"]
    page = call("listAssets", query=newest)
    rows = {row["id"]: row for row in page.json["assets"]}
    listed = rows.get(own["id"], {}).get("metadata", {}).get("name")
    page.must(listed == name, "names_come_back_unharmed", name, listed, answer)
    named = [row_id for row_id, row in rows.items() if row["metadata"].get("name") == name]
    page.must(named == [own["id"]], "an_upload_is_one_asset", [own["id"]], named, answer)
    page.must(own["privacy"] != "public", "what_is_made_is_the_callers", "no public asset", own["privacy"], answer)


@pytest.mark.changes
def test_what_is_new_is_seen_by_whoever_asks_again(call: Caller, model: Painter):
    asked = {"filter": "createdAt > 2020-01-01", "sortBy": ["createdAt:desc"], "limit": 20}
    call("searchAssets", body=asked)
    call("listJobs")
    answer = call("uploadAsset", body={"name": "news", "image": BLUE})
    own = answer.json["asset"]["id"]
    hits = call("searchAssets", body=asked)
    ids = [hit["id"] for hit in hits.json["hits"]]
    hits.must(own in ids, "new_assets_are_hits", own, ids[:3], answer)
    run = start(call, model, prompt="news")
    jobs = call("listJobs")
    ids = [job["jobId"] for job in jobs.json["jobs"]]
    jobs.must(run.id in ids, "a_new_job_is_listed", run.id, ids[:3], run.started)


def middle(content: bytes) -> tuple[int, ...]:
    """The color in the middle of a picture."""
    with Image.open(BytesIO(content)) as image:
        color = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    return tuple(color) if isinstance(color, tuple) else ()


@pytest.mark.changes
@pytest.mark.parametrize("picture", [RED, BLUE], ids=["red", "blue"])
def test_an_upload_is_the_picture_that_was_sent(call: Caller, target: Target, picture: str):
    answer = call("uploadAsset", body={"name": "one color", "image": picture})
    content = fetched(target, answer.json["asset"]["url"], answer)
    sent, kept = middle(b64decode(picture.partition(",")[2])), middle(content)
    near = all(abs(one - other) <= NEAR for one, other in zip(sent, kept, strict=True))
    answer.must(near, "uploads_come_back_unharmed", f"the color {sent}", kept)


def fetched(target: Target, url: str, shown: Answer) -> bytes:
    """The file at an address that an answer names. Raises Broken when it is not there."""
    with target.client() as client, target.watched() as seen:
        response = client.get(url)
    if response.status_code != 200:
        raise Broken("downloadFile", "files_download", "200", response.status_code, shown.exchange, seen[-1])
    return response.content


def test_the_pictures_beside_models_are_there(target: Target, walks: Any):
    every = walks(next(each for each in LISTINGS if each.query == PUBLIC))
    shown = [row["thumbnail"]["url"] for row in every.rows if (row.get("thumbnail") or {}).get("url")][:3]
    if not shown:
        pytest.skip("no model has a picture")
    for url in shown:
        every.pages[0].must(len(middle(fetched(target, url, every.pages[0]))) == 3, "files_are_what_they_say",
                            "a picture", url)  # fmt: skip
