"""Clients that write while things break, and the bookkeeping that tells afterwards whether an answered write was lost.

A `Ledger` holds what one API key was told: jobs made, assets uploaded, jobs canceled. `hold` compares it with what a
server says now, and looks for what is half-made: a job whose assets are missing, an asset of a job that is none.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC"
)
CUSTOM = "generate/custom/model_imagen4-ultra"
INFERENCE = {"modelId": "model_abc123xyz", "prompt": "a lighthouse", "width": 64, "height": 64, "numSamples": 2}


@dataclass
class Ledger:
    """What the owner of one key was told. A write without an answer is not entered: it may have happened or not."""

    key: str
    jobs: dict[str, str] = field(default_factory=dict)
    """Job id -> the prompt that it was asked with."""
    assets: dict[str, str] = field(default_factory=dict)
    """Asset id -> the name that it was uploaded with."""
    canceled: set[str] = field(default_factory=set)
    unanswered: int = 0
    refused: list[str] = field(default_factory=list)
    """Answers that no write should get."""

    @property
    def writes(self) -> int:
        """How many writes were answered."""
        return len(self.jobs) + len(self.assets) + len(self.canceled)


def client(base_url: str, key: str) -> httpx.Client:
    """A client of the server at `base_url` with the credentials of `key`."""
    # Nothing here is encrypted, and reading the certificates of authorities takes longer than all else.
    return httpx.Client(base_url=base_url + "/", auth=(key, f"secret of {key}"), timeout=20, verify=False)


def write(api: httpx.Client, ledger: Ledger, chance: random.Random) -> None:
    """One write, entered in the ledger when it was answered. Raises httpx.TransportError when it was not."""
    number = ledger.writes + ledger.unanswered
    label = f"{ledger.key} {number}"
    kind = chance.choice(("custom", "inference", "upload", "cancel"))
    if kind == "custom":
        _enter(ledger, ledger.jobs, label, api.post(CUSTOM, json={"prompt": label}), "job", "jobId")
    elif kind == "inference":
        _enter(
            ledger, ledger.jobs, label, api.post("generate/txt2img", json=INFERENCE | {"prompt": label}), "job", "jobId"
        )
    elif kind == "upload":
        _enter(ledger, ledger.assets, label, api.post("assets", json={"name": label, "image": PIXEL}), "asset", "id")
    else:
        _cancel(api, ledger, label)


def _cancel(api: httpx.Client, ledger: Ledger, label: str) -> None:
    """Make a job that can be canceled, and cancel it."""
    made = api.post("generate/txt2img", json=INFERENCE | {"prompt": label})
    _enter(ledger, ledger.jobs, label, made, "job", "jobId")
    if made.status_code == 200:
        job_id = made.json()["job"]["jobId"]
        answer = api.post(f"jobs/{job_id}/action", json={"action": "cancel"})
        if answer.status_code == 200 and answer.json()["job"]["status"] == "canceled":
            ledger.canceled.add(job_id)
        else:
            ledger.refused.append(f"cancel: {answer.status_code} {answer.text[:200]}")


def _enter(ledger: Ledger, page: dict[str, str], label: str, answer: httpx.Response, name: str, key: str) -> None:
    if answer.status_code != 200:
        ledger.refused.append(f"{label}: {answer.status_code} {answer.text[:200]}")
        return
    made_id = answer.json()[name][key]
    if made_id in page:
        ledger.refused.append(f"{label}: {made_id} was given out twice")
    page[made_id] = label


@contextmanager
def writing(base_urls: list[str], ledgers: list[Ledger], seed: int) -> Iterator[threading.Event]:
    """A thread for each ledger writes to the servers in turn, going on when one of them does not answer.

    Gives the event that ends them; they are ended when the block is left, in any case.
    """
    done = threading.Event()

    def work(number: int, ledger: Ledger) -> None:
        chance = random.Random(f"{seed} {number}")
        apis = [client(base_url, ledger.key) for base_url in base_urls]
        turn = number
        while not done.is_set():
            try:
                write(apis[turn % len(apis)], ledger, chance)
            except httpx.TransportError:
                ledger.unanswered += 1
                done.wait(0.01)
            turn += 1
        for api in apis:
            api.close()

    threads = [threading.Thread(target=work, args=pair, daemon=True) for pair in enumerate(ledgers)]
    for thread in threads:
        thread.start()
    try:
        yield done
    finally:
        done.set()
        for thread in threads:
            thread.join(timeout=30)
        assert not any(thread.is_alive() for thread in threads), "a writer waits for an answer that does not come"


def pages(api: httpx.Client, path: str, key: str = "id", **query: Any) -> list[dict[str, Any]]:
    """All rows of a list; none may come twice."""
    rows: list[dict[str, Any]] = []
    token: dict[str, str] = {}
    for _ in range(10_000):
        answer = api.get(path, params={"pageSize": 100, **query, **token})
        assert answer.status_code == 200, answer.text
        content = answer.json()
        rows += content[path]
        if "nextPaginationToken" not in content:
            ids = [row[key] for row in rows]
            assert len(set(ids)) == len(ids), f"{path} has rows twice"
            return rows
        token = {"paginationToken": content["nextPaginationToken"]}
    raise AssertionError(f"the pages of {path} do not end")


def hold(base_url: str, ledger: Ledger) -> None:
    """Hold a server, all of whose jobs have ended, against what it has answered before."""
    assert ledger.refused == []
    with client(base_url, ledger.key) as api:
        jobs = {job["jobId"]: job for job in pages(api, "jobs", "jobId")}
        assets = {asset["id"]: asset for asset in pages(api, "assets")}
        lost = (set(ledger.jobs) - set(jobs)) | (set(ledger.assets) - set(assets))
        assert not lost, f"answered and lost: {sorted(lost)[:10]} of {ledger.writes}"
        for job_id, label in ledger.jobs.items():
            assert jobs[job_id]["metadata"]["input"]["prompt"] == label
            status = jobs[job_id]["status"]
            assert (status == "canceled") if job_id in ledger.canceled else (status in ("success", "canceled"))
        for asset_id, label in ledger.assets.items():
            assert assets[asset_id]["metadata"]["name"] == label
        nothing_is_half_made(jobs, assets)


def nothing_is_half_made(jobs: dict[str, Any], assets: dict[str, Any]) -> None:
    """Each job that succeeded has its assets, each asset that a job has made has its job, which succeeded."""
    for job_id, job in jobs.items():
        if job["status"] == "success":
            missing = set(job["metadata"].get("assetIds", ())) - set(assets)
            assert not missing, f"{job_id} names assets that do not exist: {missing}"
    for asset_id, asset in assets.items():
        parent = asset["metadata"].get("parentJobId")
        if parent in jobs:
            assert jobs[parent]["status"] == "success", f"{asset_id} exists, its job is {jobs[parent]['status']}"
            assert asset_id in jobs[parent]["metadata"]["assetIds"]
