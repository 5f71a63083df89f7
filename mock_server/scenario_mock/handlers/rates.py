"""What a custom generation costs here, by the kind of what it makes and by the inputs that change the price.

Two amounts were recorded: 6 Creative Units for a picture of one model and 0.5 for an answer of model_scenario-llm. The
others are of the size that such work has, and nothing more. Prices are rounded up to a quarter, as recorded ones are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Rate:
    """The amount for one unit; where a unit is a length, the input that has it and what counts without it."""

    amount: float
    unit: str
    source: str
    length: str | None = None
    usual: float = 1.0


RATES: dict[str, Rate] = {
    "image": Rate(6.0, "picture", "recorded for one model"),
    "video": Rate(12.0, "second", "not recorded", "duration", 5.0),
    "audio": Rate(0.3, "second", "not recorded", "duration", 10.0),
    "3d": Rate(25.0, "model", "not recorded"),
    "text": Rate(0.5, "answer", "recorded for model_scenario-llm"),
}
SPOKEN = Rate(3.0, "1000 characters begun", "not recorded", "text")
"""Speech, whose `text` has a cost impact: by characters instead of seconds."""

# What a value of an input with a cost impact multiplies the price by. Not recorded.
FACTORS: dict[str, dict[Any, float]] = {
    "quality": {"low": 0.5, "high": 2.0},
    "resolution": {"480p": 0.5, "1080p": 1.5, "4k": 3.0},
    "generateAudio": {True: 1.5},
    "texture": {False: 0.6},
    "scalingFactor": {4: 2.0, 8: 4.0},
}
PIXELS = 1024 * 1024
"""A picture of this size costs the plain amount; twice the pixels cost twice as much."""
USUAL_STEPS = 28
QUARTER = 0.25

# The check of quality that comes with pictures: up to which price of the generation, and what it adds. This rule fits
# the recorded sums, 6 + 1.25, 9 + 1.75, 11 + 1.75 and 16 + 1.75; the rule itself is not recorded.
QUALITY_GATE = ((6.0, 1.25), (math.inf, 1.75))


def generation_cost(kind: str, inputs: Iterable[Mapping[str, Any]], values: Values, outputs: int = 1) -> float:
    """The price of `outputs` results of a kind, in Creative Units. Only inputs that say so have an impact."""
    declared = {entry["name"]: entry for entry in inputs if entry.get("costImpact")}
    impact = {name: values[name] for name in declared if name in values}
    amount = _base(kind, impact) * outputs
    for name, factors in FACTORS.items():
        if isinstance(impact.get(name), str | float | int):
            amount *= factors.get(impact[name], 1.0)
    if "width" in impact and "height" in impact:
        amount *= _number(impact["width"], 1) * _number(impact["height"], 1) / PIXELS
    if "numInferenceSteps" in impact:
        amount *= _number(impact["numInferenceSteps"], 1) / declared["numInferenceSteps"].get("default", USUAL_STEPS)
    return max(math.ceil(round(amount / QUARTER, 6)), 1) * QUARTER


def add_ons_of(kind: str, cost: float) -> dict[str, float]:
    """The add-ons to a generation of that price, by their key: the check of quality, which only pictures have."""
    if kind != "image":
        return {}
    return {"quality-gate": next(amount for most, amount in QUALITY_GATE if cost <= most)}


def _base(kind: str, impact: Values) -> float:
    """The price of one result of a kind before the factors."""
    if kind == "audio" and isinstance(impact.get("text"), str):
        return SPOKEN.amount * max(math.ceil(len(impact["text"]) / 1000), 1)
    rate = RATES[kind]
    return rate.amount * _number(impact.get(rate.length or ""), rate.usual)


def _number(value: Any, usual: float) -> float:
    """The value when it is a number above 0, else what is usual: under the live profile it may be anything below."""
    return float(value) if isinstance(value, int | float) and value > 0 else usual
