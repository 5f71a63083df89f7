"""What one run has made on its target, as its answers tell: jobs and how they were last seen, and uploaded assets."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping
from typing import Any

from scenario_mock.contract import Operation

from .messages import Got, document_of

ENDED = frozenset({"success", "failure", "canceled"})
ROWS = 100
"""Jobs on one page, when it is asked at the end what became of them."""


class Made:
    """A book that several threads may write in."""

    def __init__(self) -> None:
        self.started: dict[str, str] = {}
        """Jobs that were started by this run: id -> operationId."""
        self.jobs: dict[str, Mapping[str, Any]] = {}
        """The same jobs as they were last seen."""
        self.uploaded: dict[str, str] = {}
        """Assets that were uploaded by this run: id -> operationId."""
        self._lock = threading.Lock()

    def note(self, operation: Operation | None, got: Got) -> None:
        """Remember what an answer says was made, and what became of what was made before."""
        if operation is None or got.status >= 300 or not (operation.tag == "jobs" or _makes(operation)):
            return
        document = document_of(got)
        asset, rows = document.get("asset"), document.get("jobs")
        with self._lock:
            for job in [document.get("job"), *(rows if isinstance(rows, list) else [])]:
                if not isinstance(job, dict) or not isinstance(job.get("jobId"), str):
                    continue
                if starts_jobs(operation):
                    self.started.setdefault(job["jobId"], operation.id)
                if job["jobId"] in self.started:
                    self.jobs[job["jobId"]] = job
            if _makes(operation) and isinstance(asset, dict) and isinstance(asset.get("id"), str):
                self.uploaded[asset["id"]] = operation.id

    def open_jobs(self) -> list[str]:
        """The jobs of this run that were not seen to have ended."""
        with self._lock:
            return [job_id for job_id in self.started if self.jobs[job_id].get("status") not in ENDED]


def requests_to_end(jobs: int) -> int:
    """How many requests it takes to learn what became of so many jobs, and to cancel each."""
    return jobs + math.ceil(jobs / ROWS) + 1


def starts_jobs(operation: Operation) -> bool:
    """Whether an operation makes a job."""
    return operation.tag == "generate" and _makes(operation)


def _makes(operation: Operation) -> bool:
    return operation.method == "POST" and not operation.extensions["x-read-only"]
