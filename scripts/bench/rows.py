"""What is measured: requests with their proofs, and the bars that the mock has to meet.

| bar | met when the mock's CPU time per request is |
|---|---|
| times_raw | at most so many times that of raw ASGI with the same bytes |
| below_peers | less than that of every peer that answers 200 |
| of_filling_peer | at most this share of that of any peer that fills a page of 20 |
| most_us | at most so many microseconds |
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .load import Answer

PAGE = 20
READER = "bench-reader:secret"
WRITER = "bench-writer:secret"
"""Keys are tenants: what generations leave behind does not make the searched world grow."""

IMAGEN = "model_imagen4-ultra"
JOB = "job_ocZCnG1Df35XRL1QyCZSRxAG8"
LORA = "{lora}"
"""Stands in a path for a private LoRA of the world, which is found at run time."""


@dataclass(frozen=True)
class Bar:
    """What is asked of the mock in one row; None asks nothing."""

    times_raw: float | None = None
    below_peers: bool = False
    of_filling_peer: float | None = None
    most_us: float | None = None

    def text(self) -> str:
        """The bar as the table prints it."""
        parts = [
            f"<= {self.times_raw:g} x raw" if self.times_raw else "",
            "< each peer" if self.below_peers else "",
            f"<= 1/{1 / self.of_filling_peer:g} of a peer with {PAGE}" if self.of_filling_peer else "",
            f"<= {self.most_us:g} µs" if self.most_us else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Row:
    """One request that is measured. `path` is below the base path; `proves` knows the right answer by its JSON."""

    name: str
    title: str
    method: str
    path: str
    bar: Bar
    proves: Callable[[Any], bool]
    body: Mapping[str, Any] | None = None
    auth: str = READER

    def proven(self, answer: Answer) -> bool:
        """True when the mock's answer is right."""
        return self.proves(json.loads(answer.body))

    def content(self) -> bytes | None:
        """The body as bytes."""
        return None if self.body is None else json.dumps(self.body).encode()


ONE = Bar(times_raw=3, below_peers=True)
LIST = Bar(times_raw=3, of_filling_peer=1 / 5)
SEARCH = Bar(most_us=1000)


def _search(name: str, title: str, body: Mapping[str, Any], proves: Callable[[Any], bool]) -> Row:
    return Row(name, f"POST /search/assets, {title}", "POST", "/search/assets", SEARCH, proves, body)


def _newest_first(answer: Any) -> bool:
    dates = [hit["createdAt"] for hit in answer["hits"]]
    return len(dates) == PAGE and dates == sorted(dates, reverse=True)


ROWS = (
    Row("model", "GET a custom model", "GET", f"/models/{IMAGEN}", ONE,
        lambda answer: answer["model"]["id"] == IMAGEN and bool(answer["model"]["inputs"])),
    Row("lora", "GET a private LoRA", "GET", f"/models/{LORA}", ONE,
        lambda answer: answer["model"]["type"].endswith("lora")),
    Row("job", "GET a job", "GET", f"/jobs/{JOB}", ONE,
        lambda answer: answer["job"]["jobId"] == JOB and answer["job"]["progress"] == 1),
    Row("models", f"GET {PAGE} models", "GET", f"/models?pageSize={PAGE}", LIST,
        lambda answer: len(answer["models"]) == PAGE),
    Row("assets", f"GET {PAGE} assets", "GET", f"/assets?pageSize={PAGE}", LIST,
        lambda answer: len(answer["assets"]) == PAGE),
    Row("generate", "POST /generate/custom", "POST", f"/generate/custom/{IMAGEN}",
        Bar(most_us=400), lambda answer: answer["job"]["jobType"] == "custom",
        {"prompt": "a castle on a hill", "aspectRatio": "16:9"}, WRITER),
    _search("search_filter", "filter and sort",
            {"filter": "width >= 512 AND kind = image", "sortBy": ["createdAt:desc"], "limit": PAGE}, _newest_first),
    _search("search_query", "words", {"query": "castle", "limit": PAGE}, lambda answer: len(answer["hits"]) > 0),
    _search("search_wide", "almost no condition", {"filter": "width >= 1", "limit": PAGE},
            lambda answer: len(answer["hits"]) == PAGE),
)  # fmt: skip
"""In the order of the table."""


def items(content: bytes) -> int:
    """How many things the longest list of an answer has; 0 when there is none."""
    try:
        answer = json.loads(content)
    except ValueError:
        return 0
    lists = [value for value in answer.values() if isinstance(value, list)] if isinstance(answer, dict) else []
    return max((len(value) for value in lists), default=0)
