"""Generations: a model of the target that can be run, bodies for it, and jobs that are watched until they end.

All jobs are started first and then followed side by side, so watching several takes as long as the longest of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from contract_tests.calls import Answer, Caller

RUNNING = ("pending", "queued", "warming-up", "in-progress", "finalizing")
ENDED = ("success", "failure", "canceled")
ORDER: Mapping[str, int] = {status: place for place, status in enumerate((*RUNNING, "success"))} | {
    "failure": 9,
    "canceled": 9,
}
STEP_S = 0.25
COUNTS = ("numOutputs", "numSamples", "numImages")


@dataclass(frozen=True)
class Painter:
    """A model that makes pictures of a prompt alone."""

    id: str
    inputs: Mapping[str, Mapping[str, Any]]

    @property
    def count(self) -> str | None:
        """The input that says how many pictures to make."""
        return next((name for name in COUNTS if self.inputs.get(name, {}).get("max", 1) >= 2), None)


def painter(call: Caller) -> Painter:
    """The first public custom model that needs a prompt and nothing else, and that the plan of the key has. Skips when
    there is none.
    """
    page = call("listModels", query={"privacy": "public", "pageSize": 100})
    for model in page.json["models"]:
        if model["type"] != "custom" or "txt2img" not in model["capabilities"]:
            continue
        whole = call("retrieveModel", path={"modelId": model["id"]}).json["model"]
        inputs = {each["name"]: each for each in whole.get("inputs") or ()}
        needed = {name for name, each in inputs.items() if (each.get("required") or {}).get("always")}
        if needed <= {"prompt"} and "prompt" in inputs and within_plan(call, model["id"]):
            return Painter(model["id"], inputs)
    pytest.skip("the target has no public model that a prompt is enough for")


def within_plan(call: Caller, model_id: str) -> bool:
    """Whether the key may run a model: it would be told 403 otherwise."""
    path, query = {"modelId": model_id}, {"dryRun": True}
    return call("createCustomGeneration", path=path, query=query, body={"prompt": "x"}, expect=None).status != 403


@dataclass
class Watched:
    """One job: the answer that started it, what was asked, and every look at it since."""

    asked: Mapping[str, Any]
    started: Answer
    looks: list[Answer] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id."""
        found: str = self.started.json["job"]["jobId"]
        return found

    @property
    def jobs(self) -> list[dict[str, Any]]:
        """The job at each look, the one of the start first."""
        return [self.started.json["job"], *(look.json["job"] for look in self.looks)]

    @property
    def end(self) -> dict[str, Any]:
        """The job at the last look."""
        return self.jobs[-1]

    @property
    def assets(self) -> list[str]:
        """Ids of what it made."""
        return list(self.end["metadata"].get("assetIds") or ())


def start(call: Caller, model: Painter, **inputs: Any) -> Watched:
    """Start a generation."""
    answer = call("createCustomGeneration", path={"modelId": model.id}, body=inputs)
    return Watched(inputs, answer)


def follow(call: Caller, watched: Sequence[Watched]) -> None:
    """Look at the jobs until all have ended. Raises Broken when one does not within the target's `patience`."""
    waited = 0.0
    open_ones = list(watched)
    while open_ones:
        for each in list(open_ones):
            each.looks.append(call("retrieveJob", path={"jobId": each.id}))
            if each.end["status"] in ENDED:
                open_ones.remove(each)
                each.looks.append(call("retrieveJob", path={"jobId": each.id}))
            else:
                must_end(call, each.looks[-1], waited)
        if open_ones:
            call.target.pause(STEP_S)
            waited += STEP_S


def must_end(call: Caller, look: Answer, waited: float) -> None:
    """Raise Broken when a job that has not ended was waited for long enough."""
    patience = call.target.patience
    look.must(waited <= patience, "jobs_end", f"an end within {patience:g} s", look.json["job"]["status"])


def follow_job(call: Caller, job_id: str) -> Answer:
    """The job once it has ended."""
    waited = 0.0
    while True:
        look = call("retrieveJob", path={"jobId": job_id})
        status = look.json["job"]["status"]
        if status in ENDED:
            return look
        must_end(call, look, waited)
        call.target.pause(STEP_S)
        waited += STEP_S
