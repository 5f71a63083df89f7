"""What has to hold for any text that somebody sends as a filter. Knows nothing of the fuzzer.

- It is a tree or refused: any exception but ApiError is a finding; a refusal is a 400 with the guide's text that JSON
  can carry.
- A tree's printed form, unless it is too long, parses back to the same tree.
- For both tables it can be asked of documents, or is refused; NOT is the complement.
- All of that takes less than MAX_SECONDS of CPU.
"""

from __future__ import annotations

import time
from typing import Any

from scenario_mock.errors import ApiError
from scenario_mock.search.evaluate import predicate
from scenario_mock.search.fields import ASSETS, MODELS, Table
from scenario_mock.search.filters import MAX_LENGTH, Node, Not, parse

MAX_SECONDS = 1.0

HITS: tuple[dict[str, Any], ...] = (
    {},
    {
        "metadata": {
            "kind": "image",
            "width": 1024,
            "guidance": 7.5,
            "name": "Château 龍",
            "prompt": "a dragon",
            "seed": "7",
        },
        "tags": ["castle", "nsfw"],
        "nsfw": [],
        "createdAt": "2024-01-15T10:30:00.000Z",
        "privacy": "private",
    },
    {
        "name": "Hero maker",
        "type": "flux.1-lora",
        "concepts": [{"modelId": "model_a"}],
        "complianceMetadata": {"maintainer": ""},
        "trainingImagesNumber": 25,
        "updatedAt": None,
    },
)


class Finding(Exception):  # what the fuzzer is there for
    """Something that must not be."""


def check(text: str) -> None:
    """Raise Finding, or whatever the language raises by mistake, unless `text` is treated as it should be."""
    begin = time.process_time()
    _answered(text)
    seconds = time.process_time() - begin
    if seconds > MAX_SECONDS:
        raise Finding(f"took {seconds:.2f} s")


def _answered(text: str) -> None:
    try:
        tree = parse(text)
    except ApiError as refused:
        _fair(refused, ("Invalid filter syntax",))
        return
    printed = str(tree)
    if len(printed) <= MAX_LENGTH and parse(printed) != tree:
        raise Finding(f"printed as {printed}, which is another tree")
    for table in (ASSETS, MODELS):
        _asked(tree, table)


def _asked(tree: Node, table: Table) -> None:
    try:
        passes, fails = predicate(tree, table), predicate(Not(tree), table)
    except ApiError as refused:
        _fair(refused, ("Invalid filter syntax", '"'))
        return
    for hit in HITS:
        if passes(hit) is fails(hit):
            raise Finding(f"NOT is not the complement in {table.name}")


def _fair(refused: ApiError, beginnings: tuple[str, ...]) -> None:
    reason = str(refused.body()["reason"])
    reason.encode("utf-8")
    if refused.status != 400 or not reason.startswith(beginnings):
        raise Finding(f"refused with {refused.status}: {reason}")
