"""Conversations with a mock that give every lie an occasion: what is asked, and what the truth answers to it.

`recorded()` holds them with the truth; `differs(lie, said)` holds them again with a liar, until something else is
answered, beginning with the one where the kind of lie is at home. Each is held with a mock of its own. Ids and dates
are the same each time, for they come from the seed and from a clock that is moved by hand.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from scenario_mock import ManualClock
from scenario_mock.anchor import ANCHOR_MS
from scenario_mock.messages import Request, Response
from scenario_mock.settings import Settings

from contract_tests.behaviour.test_made_once import WRITTEN
from contract_tests.behaviour.test_small_results import BLUE, RED, SMALL

from .lying import Lie, LyingMock
from .occasions import in_passing, in_the_workshop

KEY, SECRET = "key", "Secret-of-the-truth"
TOKEN = "public-auth-token"
HONEST = Lie("none", "shape", "Nothing.", lambda truth: truth.answer())
CUSTOM = "/generate/custom/model_imagen4-ultra"
PROMPT = "  " + WRITTEN + " <b>Ünï</b> &amp; e\u0301 A" + " very " * 40 + "long  corridor" + " long" * 200 + " "
FILTERS = (
    'type = "txt2img" AND width >= 512', 'type = "txt2img" OR type = "upscale"', "NOT (width > 512)", "width > 1024",
    "width >= 1024", "width <= 1024", "width != 1024", 'type != "txt2img"', "modelId IS EMPTY", "tags IS EMPTY",
    'width = 1024 OR width = 512 AND type = "txt2img"', "((((((width >= 1))))))", 'createdAt > "2020-01-01"',
)  # fmt: skip
BAD_SEARCHES: tuple[dict[str, Any], ...] = (
    {}, {"filter": "type ="}, {"query": "x", "limit": 101}, {"image": RED, "images": {"like": [RED]}},
)  # fmt: skip
WORDS: tuple[dict[str, Any], ...] = (
    {"query": "castle"}, {"query": "castle", "public": True}, {"query": "castle", "limit": 3},
    {"query": "castle", "limit": 3, "offset": 3}, {"query": "castle", "page": 2, "hitsPerPage": 2},
    {"filter": "width >= 1", "sortBy": ["createdAt:asc"], "limit": 5}, {"query": "zzqq", "filter": "width = 7"},
    {"query": "\U0001f3f0"}, {"query": "castle " * 60}, {"query": "castle", "offset": 20_000},
)  # fmt: skip


def basic(key: str, secret: str) -> str:
    """Credentials as a header."""
    return "Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode()


RIGHT = basic(KEY, SECRET)
WRONG = ("", TOKEN, *(basic(KEY, s) for s in ("x", SECRET.lower(), SECRET[:-1])), basic("", SECRET))


@dataclass
class Talk:
    """What was said: a request and its answer, or seconds that passed."""

    mock: LyingMock
    said: list[tuple[Request, Response] | float] = field(default_factory=list)

    def ask(self, method: str, path: str, body: Any = None, *, auth: str = RIGHT, **query: Any) -> Any:
        """Ask the truth; gives its JSON, {} for anything else."""
        headers = {"authorization": auth} if auth else {}
        content = b"" if body is None else json.dumps(body).encode()
        if content:
            headers["content-type"] = "application/json"
        origin = "http://scenario.mock"
        request = Request(method, "/v1" + path, urlencode(query), headers, content, origin)
        return self.send(request)

    def send(self, request: Request) -> Any:
        """Ask the truth."""
        response = self.mock.respond(request)
        self.said.append((request, response))
        kind = response.headers.get("Content-Type", "")
        found = json.loads(response.body) if kind == "application/json" else {}
        return found if isinstance(found, dict) else {}

    def file(self, url: str) -> None:
        """Fetch a file."""
        parts = urlsplit(url)
        self.send(Request("GET", parts.path, parts.query, {}, b"", f"{parts.scheme}://{parts.netloc}"))

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.mock.services.advance(seconds)
        self.said.append(seconds)


def liar(lie: Lie) -> LyingMock:
    """A mock that tells it, in a world and at a time that are always the same."""
    return LyingMock(lie, Settings(api_key=KEY, api_secret=SECRET), clock=ManualClock(ANCHOR_MS))


Said = Sequence[tuple[Request, Response] | float]


def recorded() -> Mapping[str, Said]:
    """The conversations with the truth."""
    found: dict[str, Said] = {}
    for name, part in PARTS.items():
        talk = Talk(liar(HONEST))
        part(talk)
        found[name] = talk.said
    return found


def differs(lie: Lie, said: Mapping[str, Said]) -> bool:
    """Whether the lie says anything else than the truth."""
    first = AT_HOME[lie.kind]
    return any(_differs(lie, said[name]) for name in sorted(said, key=lambda name: name != first))


def _differs(lie: Lie, said: Said) -> bool:
    mock = liar(lie)
    for each in said:
        if isinstance(each, float):
            mock.services.advance(each)
            continue
        request, truth = each
        found = mock.respond(request)
        if (found.status, found.headers, found.body) != (truth.status, truth.headers, truth.body):
            return True
    return False


def _look(talk: Talk, job_id: str) -> Any:
    return talk.ask("GET", f"/jobs/{job_id}").get("job", {})


def _generations(talk: Talk) -> None:
    """Jobs that run, are canceled, fail, and what they make."""
    start = {"prompt": PROMPT, "numOutputs": 2, "aspectRatio": "16:9"}
    for body in ({"prompt": "x"}, start, {}):
        talk.ask("POST", CUSTOM, body, dryRun="true")
    talk.ask("POST", CUSTOM, {})
    jobs = [talk.ask("POST", CUSTOM, body)["job"]["jobId"] for body in (start, start, {"prompt": "[fail]"})]
    model = next(
        row["id"] for row in talk.ask("GET", "/models", privacy="public", pageSize=100)["models"]
        if row["type"] == "flux.1-lora"
    )  # fmt: skip
    drawing = {"modelId": model, "prompt": "x", "numSamples": 2, "width": 512, "height": 768}
    drawn = [talk.ask("POST", "/generate/txt2img", drawing) for _ in range(2)]
    jobs += [each["job"]["jobId"] for each in drawn]
    for _ in range(4):
        talk.wait(0.5)
        for job_id in jobs:
            _look(talk, job_id)
    for action, job_id in (("cancel", jobs[-1]), ("explode", jobs[0]), ("cancel", jobs[0])):
        talk.ask("POST", f"/jobs/{job_id}/action", {"action": action})
    talk.wait(30.0)
    ended = [_look(talk, job_id) for job_id in [*jobs, *jobs]]
    for job in ended[: len(jobs)]:
        for asset_id in job["metadata"].get("assetIds", ())[:1]:
            talk.ask("GET", f"/assets/{asset_id}")
    talk.ask("GET", "/jobs", pageSize=50)


def _results(talk: Talk) -> None:
    """Results at once, and uploads with their files."""
    latest = {"filter": "createdAt > 2020-01-01", "sortBy": ["createdAt:desc"], "limit": 3}
    for path in ("/assets", "/jobs"):
        talk.ask("GET", path, pageSize=50)
    talk.ask("POST", "/search/assets", latest)
    for name in ("ünï/" + "n" * 60 + ".png", "red"):
        asset = talk.ask("POST", "/assets", {"name": name, "image": RED})["asset"]
        talk.file(talk.ask("GET", f"/assets/{asset['id']}")["asset"]["url"])
    for small in SMALL:
        path = "/generate/" + ROUTES.get(small.operation_id, small.results)
        if small.operation_id != "createPatch":
            talk.ask("POST", path, small.body, dryRun="true")
        job = talk.ask("POST", path, small.body).get("job", {})
        if job:
            _look(talk, job["jobId"])
    talk.ask("POST", "/generate/embed", {"text": "a steam engine"})
    talk.ask("POST", "/generate/patch", {"image": BLUE, "crop": {"left": 0, "top": 0, "width": 32, "height": 16}})
    talk.ask("POST", "/search/assets", latest)
    talk.ask("GET", "/jobs", pageSize=50)


ROUTES = {
    "createCaption": "caption", "createStyleDescription": "describe-style", "createTranslation": "translate",
    "createEmbedding": "embed", "createPrompt": "prompt", "createIpDetection": "ip-detection",
    "createQualityGate": "quality-gate", "createDetection": "detect", "createPatch": "patch",
}  # fmt: skip


def _lists(talk: Talk) -> None:
    """Pages, orders, windows and filters of every list, with values that its rows have."""
    for path, query in (
        ("/models", {"privacy": "public"}), ("/models", {}), ("/models/public", {}), ("/assets", {}), ("/jobs", {}),
        ("/assets", {"privacy": "public"}),
    ):  # fmt: skip
        name = path.split("/")[1]
        talk.ask("GET", path, **query)
        page: dict[str, Any] = {"nextPaginationToken": None}
        rows: list[Any] = []
        while "nextPaginationToken" in page:
            token = page["nextPaginationToken"]
            page = talk.ask("GET", path, **query, pageSize=40, **({"paginationToken": token} if token else {}))
            rows += page[name]
        dates = sorted(row["createdAt"] for row in rows)
        if name != "jobs":
            for direction in ("asc", "desc"):
                talk.ask("GET", path, **query, sortBy="createdAt", sortDirection=direction)
            for bound in ("createdAfter", "createdBefore"):
                window = {"sortBy": "createdAt", "sortDirection": "asc", bound: dates[len(dates) // 2]}
                talk.ask("GET", path, **query, **window)
        for filtered in _filters(name, rows):
            talk.ask("GET", path, **query, **filtered)
        for bad in ({"pageSize": 0}, {"pageSize": "many"}, {"paginationToken": "???"}, {"sortBy": "name"}):
            talk.ask("GET", path, **query, **bad)


def _filters(name: str, rows: list[Any]) -> list[dict[str, Any]]:
    def some(*keys: str) -> Any:
        for row in rows:
            value: Any = row
            for key in keys:
                value = (value or {}).get(key)
            if value:
                return value[0] if isinstance(value, list) else value
        return "nothing"

    types = list({row.get("jobType") or row.get("type") or row["metadata"].get("type") for row in rows})[:2]
    found: list[dict[str, Any]] = [{"type": sorted(types)[0]}, {"types": ",".join(sorted(types))}]
    if name == "jobs":
        return [*found, {"status": "success"}, {"authorId": some("authorId")}]
    found += [{"tags": some("tags")}, {"collectionIds" if name == "models" else "collectionId": some("collectionIds")}]
    if name == "models":
        return [*found, {"status": "trained"}]
    return [*found, {"authorId": some("authorId")}, {"modelId": some("metadata", "modelId")}]


def _reads(talk: Talk) -> None:
    """Things alone and in bulk, unknown ones, wrong methods and bodies, and files."""
    listed = {
        "models": talk.ask("GET", "/models", privacy="public", pageSize=5)["models"],
        "assets": talk.ask("GET", "/assets", pageSize=5)["assets"],
    }
    for name, rows in listed.items():
        ids = [row["id"] for row in rows]
        for thing in (ids[-1], f"{ids[0]}x"):
            talk.ask("GET", f"/{name}/{thing}")
        kind = {"models": "modelIds", "assets": "assetIds"}[name]
        for wanted in (ids[:3], [*ids[:2], "unknown"]):
            talk.ask("POST", f"/{name}/get-bulk", {kind: wanted})
    for row in listed["models"]:
        if row.get("thumbnail"):
            talk.file(row["thumbnail"]["url"])
    for _ in range(6):
        talk.ask("GET", f"/assets/{listed['assets'][0]['id']}")
        talk.ask("GET", "/assets", pageSize=5)
    talk.ask("GET", "/jobs/job_unknown")
    talk.ask("PUT", "/models", {})
    form = Request("POST", "/v1/search/models", "", {"authorization": RIGHT, "content-type": "text/plain"}, b"query=x")
    talk.send(replace(form, origin="http://scenario.mock"))


def _access(talk: Talk) -> None:
    """The right credentials, and then others."""
    talk.ask("GET", "/assets")
    for auth in WRONG:
        for path in ("/assets", "/jobs", "/models"):
            talk.ask("GET", path, auth=auth)
        talk.ask("POST", CUSTOM, {"prompt": "x"}, auth=auth, dryRun="true")
        talk.ask("POST", "/search/assets", {"query": "x"}, auth=auth)


def _searches(talk: Talk) -> None:
    for path in ("/search/assets", "/search/models"):
        for text in FILTERS:
            talk.ask("POST", path, {"filter": text, "limit": 100})
        for body in (*WORDS, *BAD_SEARCHES):
            talk.ask("POST", path, body)


PARTS: Mapping[str, Callable[[Talk], None]] = {
    "workshop": lambda talk: in_the_workshop(talk.ask),
    "passing": lambda talk: in_passing(talk.ask),
    "reads": _reads, "lists": _lists, "access": _access, "results": _results, "generations": _generations,
    "searches": _searches,
}  # fmt: skip
AT_HOME = {
    "shape": "reads", "protocol": "reads", "access": "access", "lifecycle": "generations", "money": "generations",
    "text": "generations", "collections": "lists", "search": "searches",
}  # fmt: skip
"""Kind of lie -> the conversation to begin with."""
