"""Jobs of every kind that can be started here, found by asking the target for prices, and followed side by side.

| order | what it is for |
|---|---|
| video, audio, 3d, text | results other than pictures, and the states `warming-up` and `finalizing` on their way |
| seeded | a seed that was sent comes back |
| several | more than one result of a job |
| many scripts | one prompt with many scripts in it |
| edited | the older way to change a picture |
| failing | an end in failure; only where the target is a mock, which fails on demand |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from scenario_mock.clock import iso, parse_iso

from contract_tests.behaviour.generating import ENDED, STEP_S, Painter, Watched, must_end
from contract_tests.behaviour.lists import LISTINGS, Row, is_sparing, plain, walk
from contract_tests.behaviour.sending import data_url, drawn, encoded
from contract_tests.calls import Answer, Caller

CUSTOM = "createCustomGeneration"
KINDS = ("video", "audio", "3d", "txt")
MOST_TRIED = 4
SEVERAL = 2
SEED = 1_234_567
FAIL = "[fail: the kiln is cold]"
SCRIPTS = (
    "龍の城 قلعةٌ على التلّ замок 성 ปราสาท किला קָמֵץ Ω≈ç√ 👩🏽\u200d🚀🏰 a\u0308 \ufb01 \u202eabc\u202c \u200bz "
    "\U0001d509\U0001d52f"
)
"""One text in many scripts: right to left, combining, beyond the basic plane, joined and invisible."""
PICTURE = data_url(encoded(drawn(96, 64)))
EDIT = {"image": PICTURE, "prompt": "turn the day into a night", "format": "jpeg", "numSamples": 1}
WIDE = {**EDIT, "format": "webp", "numSamples": SEVERAL, "aspectRatio": "16:9"}


@dataclass(frozen=True)
class Order:
    """A job to start, and what must come of it."""

    name: str
    operation_id: str
    body: Mapping[str, Any]
    path: Mapping[str, str] = field(default_factory=dict)
    kind: str = "image"
    """Of what it makes."""
    status: str = "success"
    """How it ends."""
    made: int = 1
    """How many results a success has."""

    def __str__(self) -> str:
        return self.name


@dataclass
class Run(Watched):
    """An order on its way."""

    order: Order = Order("", "", {})
    listed: list[Answer] = field(default_factory=list)
    """Lists that showed the job as the looks before and after them did."""


def orders(call: Caller, model: Painter) -> Iterator[Order]:
    """What can be started at this target."""
    path = {"modelId": model.id}
    yield Order("many scripts", CUSTOM, {"prompt": SCRIPTS}, path)
    if model.count:
        yield Order("several", CUSTOM, {"prompt": "several doors", model.count: SEVERAL}, path, made=SEVERAL)
    if "seed" in model.inputs:
        yield Order("seeded", CUSTOM, {"prompt": "a seed", "seed": SEED}, path)
    else:
        yield from seeded(call)
    yield Order("edited", "createPromptEdit", EDIT)
    yield Order("edited wide", "createPromptEdit", WIDE, made=SEVERAL)
    if call.target.about:
        yield Order("failing", CUSTOM, {"prompt": f"a vase {FAIL}"}, path, status="failure")
    if not is_sparing(call.target):
        yield from others(call)


def seeded(call: Caller) -> Iterator[Order]:
    """A model of pictures that takes a seed."""
    for whole in priced_models(call, "txt2img", "seed"):
        yield Order("seeded", CUSTOM, {"prompt": "a seed", "seed": SEED}, {"modelId": whole["id"]})
        return


def others(call: Caller) -> Iterator[Order]:
    """Models that make something else than pictures of a prompt alone."""
    for kind in KINDS:
        for whole in priced_models(call, f"txt2{kind}"):
            told = "text" if kind == "txt" else kind
            yield Order(told, CUSTOM, {"prompt": f"a {told} of a bell"}, {"modelId": whole["id"]}, told)
            break


def priced_models(call: Caller, capability: str, *needed: str) -> Iterator[Row]:
    """Public custom models with this capability as the first, that have these inputs and a price for a prompt alone."""
    page = call("listModels", query={"privacy": "public", "pageSize": 100})
    fitting = [
        row for row in page.json["models"] if row["type"] == "custom" and row["capabilities"][:1] == [capability]
    ]
    for row in fitting[:MOST_TRIED]:
        whole = call("retrieveModel", path={"modelId": row["id"]}).json["model"]
        inputs = {each["name"]: each for each in whole.get("inputs") or ()}
        files = any("file" in each["type"] and always(each) for each in inputs.values())
        if files or not {"prompt", *needed} <= set(inputs):
            continue
        path, query = {"modelId": row["id"]}, {"dryRun": True}
        if call(CUSTOM, path=path, query=query, body={"prompt": "a bell"}, expect=None).status == 269:
            yield whole


def always(entry: Mapping[str, Any]) -> bool:
    """Whether an input has to be there."""
    return bool((entry.get("required") or {}).get("always"))


def since(row: Mapping[str, Any], date: str = "createdAt") -> str:
    """A lower bound, which excludes itself, for lists that must have the row."""
    return iso(parse_iso(row[date]) - 1)


def marked_jobs(call: Caller, mark: str) -> tuple[Answer, list[str]]:
    """The newest jobs, and the ids of those whose inputs have the mark."""
    page = call("listJobs", query={"pageSize": 100})
    return page, [job["jobId"] for job in page.json["jobs"] if mark in str(job["metadata"].get("input"))]


def new_mark(call: Caller, what: str) -> str:
    """A text that nobody has sent. Time passes, so that what is made with it is newer than all there is."""
    call.target.pause(0.02)
    return f"{what} {uuid4().hex}"


def start_all(call: Caller, wanted: Sequence[Order]) -> list[Run]:
    """Start the jobs, one right after the other."""
    return [Run(each.body, call(each.operation_id, path=each.path, body=each.body), order=each) for each in wanted]


def follow_all(call: Caller, runs: Sequence[Run]) -> None:
    """Look at the jobs until all have ended; each round one of them is looked for in the list as well."""
    waited, turn = 0.0, 0
    open_ones = list(runs)
    while open_ones:
        for run in list(open_ones):
            look = call("retrieveJob", path={"jobId": run.id})
            run.looks.append(look)
            if run.end["status"] in ENDED:
                open_ones.remove(run)
            must_end(call, look, waited)
        listed_as_it_is(call, runs[turn % len(runs)])
        turn += 1
        if open_ones:
            call.target.pause(STEP_S)
            waited += STEP_S
    for run in runs:
        listed_as_it_is(call, run)


def listed_as_it_is(call: Caller, run: Run) -> None:
    """The list shows a job as it stands: what is the same before and after the list was asked for is also in the list.

    The date of its update finds it whatever the direction of the list is.
    """
    before = call("retrieveJob", path={"jobId": run.id})
    run.looks.append(before)
    job = before.json["job"]
    lower = {"updatedAfter": since(job, "updatedAt")}
    for query in ({"type": job["jobType"], **lower}, {"status": job["status"], **lower}):
        met = walk(call, LISTINGS[5], query)
        after = call("retrieveJob", path={"jobId": run.id})
        run.looks.append(after)
        if plain(after.json["job"]) != plain(job):
            return  # it went on meanwhile
        rows = {row["jobId"]: row for row in met.rows}
        met.last.must(run.id in rows, "a_job_is_listed", f"{run.id} with {query}", sorted(rows)[:3], before)
        same = plain(rows[run.id]) == plain(job)
        met.last.must(same, "list_and_retrieve_agree", job, rows[run.id], before, after)
        run.listed.append(met.last)
