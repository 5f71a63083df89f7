"""What a soak asks: all operations, as people use them and as they misuse them, every choice from one seeded source.

A user takes one step after another; a step is a generator of `Call`s that gets the answers. A user follows each job
that it started until the job has ended, then reads its assets and downloads their files.

    list pages · read one · bulk · search · generate · price · follow a job · cancel · upload · download · misuse
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from .load import Walker, request
from .soak_judge import Call
from .soak_misuse import MISUSES
from .soak_user import OK, PRICED, REFUSED, WORDS, Step, User

ENDED = ("success", "failure", "canceled")
MOST_OPEN = 20
"""Jobs that a user follows at a time; with more, the oldest comes before another is started."""
MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/webp": b"RIFF", "audio/wav": b"RIFF"}
LISTS = {
    "listModels": (
        "/models",
        ("privacy=public", "sortBy=updatedAt&sortDirection=asc", "type=custom", "tags=sc:scenario"),
    ),
    "listPublicModels": ("/models/public", ("sortDirection=asc", "tags=sc:featured")),
    "listJobs": ("/jobs", ("status=success", "hideResults=true", "type=custom")),
    "listAssets": ("/assets", ("sortBy=createdAt&sortDirection=desc", "privacy=public")),
}
SEARCHES = {
    "searchAssets": ("/search/assets", ("width >= 512", "nsfw IS EMPTY OR kind = image", "tags = landscape")),
    "searchModels": ("/search/models", ("capabilities = txt2img", "trainingImagesNumber >= 1", "type = custom")),
}


def walk(user: User) -> Walker:
    """Step after step, for ever."""
    for operation in ("listAssets", "listJobs"):
        yield from _judged(user, pages(user, operation))
    steps, weights = tuple(WEIGHTS), tuple(WEIGHTS.values())
    while True:
        yield from _judged(user, user.chance.choices(steps, weights)[0](user))


def finish(user: User) -> Walker:
    """Follow every open job to its end."""
    while user.open:
        yield from _judged(user, follow(user))


def _judged(user: User, step: Step) -> Walker:
    try:
        call = next(step)
        while True:
            answer = yield call.sent
            user.judge.take(call, answer)
            call = step.send(answer)
    except StopIteration:
        return


def pages(user: User, operation: str = "") -> Step:
    """A list, a few pages of it."""
    operation = operation or user.chance.choice(sorted(LISTS))
    path, filters = LISTS[operation]
    query = f"pageSize={user.chance.choice((1, 5, 20, 50))}"
    if user.ids["assets"] and user.chance.random() < 0.5:
        query += "&" + user.chance.choice(filters)
    token = ""
    for _ in range(3):
        answer = yield user.call(operation, f"{path}?{query}{token}")
        if answer.status != 200:
            return
        content = json.loads(answer.body)
        kind = path.split("/")[1]
        user.meet(kind, content[kind])
        if not content.get("nextPaginationToken"):
            return
        token = "&paginationToken=" + quote(content["nextPaginationToken"], safe="")


def read(user: User) -> Step:
    """One model, asset or job."""
    kind, operation = user.chance.choice(
        (("models", "retrieveModel"), ("assets", "retrieveAsset"), ("jobs", "retrieveJob"))
    )
    query = "?withEmbedding=true" if kind == "assets" and user.chance.random() < 0.2 else ""
    yield user.call(operation, f"/{kind}/{user.id(kind)}{query}")


def bulk(user: User) -> Step:
    """Several models or assets at once."""
    kind, operation = user.chance.choice((("models", "bulkGetModels"), ("assets", "bulkGetAssets")))
    name = "modelIds" if kind == "models" else "assetIds"
    ids = [user.id(kind) for _ in range(user.chance.randint(1, 9))]
    yield user.call(operation, f"/{kind}/get-bulk", body={name: ids})


def search(user: User) -> Step:
    """A search by words, by filter, by both, or like a picture."""
    operation = user.chance.choice(sorted(SEARCHES))
    path, filters = SEARCHES[operation]
    body: dict[str, Any] = {"query": user.chance.choice(WORDS), "limit": user.chance.choice((1, 20, 50))}
    if user.chance.random() < 0.6:
        body["filter"] = user.chance.choice(filters)
    if user.chance.random() < 0.3:
        body["sortBy"] = ["createdAt:desc"]
    if user.chance.random() < 0.2:
        body = user.body(operation)
    yield user.call(operation, path, body=body, about=f"search {json.dumps(body)[:150]}")


def body_of(user: User, operation: str) -> dict[str, Any]:
    """The body of a generation. Imagen has fewer inputs than the models of the contract's other examples."""
    if operation != "createCustomGeneration":
        return user.body(operation)
    return {"prompt": user.chance.choice(WORDS), "aspectRatio": user.chance.choice(("1:1", "16:9", "3:4"))}


def generate(user: User) -> Step:
    """Start a job of any kind, unless too many are open."""
    if len(user.open) >= MOST_OPEN:
        yield from follow(user)
        return
    operation = user.chance.choice(user.examples.generating)
    body = body_of(user, operation)
    answer = yield user.call(operation, user.path_of(operation), body=body, about=json.dumps(body)[:200])
    user.started(answer)


def price(user: User) -> Step:
    """What a generation would cost."""
    operation = user.chance.choice(sorted(user.examples.priced))
    body = body_of(user, operation)
    yield user.call(operation, user.path_of(operation) + "?dryRun=true", PRICED, body=body)


def follow(user: User) -> Step:
    """Look at an open job; once it has ended well, read its assets and download the first one's file."""
    if not user.open:
        yield from read(user)
        return
    job_id, before = next(iter(user.open.items()))
    answer = yield user.call("retrieveJob", f"/jobs/{job_id}", about="follow a job")
    del user.open[job_id]
    if answer.status != 200:
        return
    job = json.loads(answer.body)["job"]
    if job["progress"] < before:
        user.judge.fault("content", f"progress of {job_id} fell from {before} to {job['progress']}")
    if job["status"] not in ENDED:
        user.open[job_id] = job["progress"]
        return
    user.judge.events[f"jobs ended in {job['status']}"] += 1
    asset_ids = job["metadata"].get("assetIds") or []
    for asset_id in asset_ids[:2]:
        yield from download(user, asset_id)
    user.ids["assets"] = (user.ids["assets"] + asset_ids)[-200:]


def download(user: User, asset_id: str = "") -> Step:
    """An asset and its file; now and then with a signature that somebody changed."""
    answer = yield user.call("retrieveAsset", f"/assets/{asset_id or user.id('assets')}")
    if answer.status != 200:
        return
    asset = json.loads(answer.body)["asset"]
    path = "/" + asset["url"].split("/", 3)[3]
    if user.chance.random() < 0.1:
        forged = path.replace("Signature=", "Signature=0")
        yield Call(None, request("GET", forged), frozenset({403}), "forged signature")
    file = yield Call(None, request("GET", path), OK, "download")
    user.judge.events["downloads"] += 1
    kind = asset["mimeType"]
    if file.status == 200 and (kind.encode() not in file.head or not file.body.startswith(MAGIC.get(kind, b""))):
        user.judge.fault("content", f"the file of {asset['id']} is no {kind}: {file.head[:200]!r}")


def cancel(user: User) -> Step:
    """Start an inference and cancel it at once; custom jobs cannot be canceled."""
    operation = user.chance.choice(("createTextToImageGeneration", "createCustomGeneration"))
    answer = yield user.call(operation, user.path_of(operation), body=body_of(user, operation))
    job_id = user.started(answer)
    if job_id is None:
        return
    expects = REFUSED if operation == "createCustomGeneration" else frozenset({200, 400})
    yield user.call("triggerJobAction", f"/jobs/{job_id}/action", expects, body={"action": "cancel"}, about="cancel")


def upload(user: User) -> Step:
    """A picture or a canvas."""
    answer = yield user.call("uploadAsset", "/assets", body=user.body("uploadAsset"), about="upload")
    if answer.status == 200:
        user.meet("assets", [json.loads(answer.body)["asset"]])


def misuse(user: User) -> Step:
    """Something that has to be refused, in words."""
    yield user.chance.choice(MISUSES)(user)


WEIGHTS: Mapping[Callable[[User], Step], int] = {
    pages: 12, read: 22, bulk: 6, search: 10, generate: 6, price: 3, follow: 25, download: 3, cancel: 2, upload: 2,
    misuse: 9,
}  # fmt: skip
"""How often each step is taken. Following comes often enough that no job waits long."""
