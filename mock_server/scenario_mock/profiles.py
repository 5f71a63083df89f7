"""How strict the mock is: `strict` refuses whatever the contract does not allow, so that mistakes show early; `live` is
lenient exactly where the service was seen to be.

A table of leniencies, each with its fact. What is not in it is the same under both. The places that ask:

| leniency | asked by |
|---|---|
| below-minimum, unequal-lists, bare-value, unknown-input | `inputs.read`, as its `strict` |
| unknown-model-status | the reading of query parameters, by `forgiven` |
| sort-with-meaning | the search, by `search_body` |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PROFILES = ("strict", "live")


@dataclass(frozen=True)
class Leniency:
    """One thing that the service lets pass: what, what becomes of it, and who saw that."""

    name: str
    what: str
    becomes: str
    fact: str


LENIENCIES: tuple[Leniency, ...] = (
    Leniency("below-minimum", "a number below an input's `min`", "used as it is", "recorded: lorasScale -0.5, min 0"),
    Leniency("unequal-lists", "a list of models and one of weights that differ in length", "used", "recorded"),
    Leniency("bare-value", "a bare value where an input takes a list", "dropped", "vendor's skills notes"),
    Leniency("unknown-input", "a name that the model does not declare", "dropped", "recorded: dryRun in a body"),
    Leniency("unknown-model-status", "an unknown `status` in GET /models", "dropped", "vendor's skills notes"),
    Leniency(
        "sort-with-meaning", "`sortBy` of a search with a semantic ratio above 0", "dropped", "vendor's skills notes"
    ),
)

FORGIVEN = frozenset({("listModels", "status")})
"""Query parameters, with their operation, whose unusable value is dropped instead of refused."""
RATIOS = ("querySemanticRatio", "imageSemanticRatio")


def is_strict(profile: str) -> bool:
    """Whether nothing is let pass."""
    return profile == "strict"


def forgiven(profile: str) -> frozenset[tuple[str, str]]:
    """The (operationId, query parameter) whose unusable value is dropped."""
    return frozenset() if is_strict(profile) else FORGIVEN


def search_body(profile: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a search as it counts. Under `strict` both guides' claims are served: sorting works with meaning too.

    Only a ratio that the caller sent counts, not the default of a search by picture.
    """
    dropped = not is_strict(profile) and any(body.get(name) for name in RATIOS)
    return {name: value for name, value in body.items() if not (dropped and name == "sortBy")}
