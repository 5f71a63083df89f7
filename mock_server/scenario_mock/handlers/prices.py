"""What each generate operation costs here, in Creative Units, and how a price is written.

The prices are the account's business and mostly not public. Where one was recorded it stands here; elsewhere the table
has the number of the contract's example, so that a dry run answers what the document shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .call import Call, Reply

Row = dict[str, Any]

NOTHING_MORE: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Price:
    """The key in `costDetails`, the amount for one unit, what a unit is, and where the amount comes from."""

    key: str | None
    amount: float
    unit: str
    source: str


PRICES: dict[str, Price] = {
    "createCustomGeneration": Price("custom-generation", 6.0, "picture", "recorded for one; `rates` has the others"),
    "createTextToImageGeneration": Price("inference-images", 2.5, "picture", "not recorded"),
    "createPromptEdit": Price("image-prompt-editing", 8.0, "picture", "not recorded"),
    "createCaption": Price("caption", 0.25, "picture", "not recorded"),
    "createStyleDescription": Price("describe-style", 1.0, "call", "not recorded"),
    "createDetection": Price("detection", 0.5, "call", "not recorded"),
    "createEmbedding": Price("embed", 0.25, "call", "not recorded"),
    "createIpDetection": Price("ip-detection", 1.0, "call", "SDK 2.4.0: at least 1 for a run"),
    "createPatch": Price(None, 0.0, "call", "not recorded; the price list has no key for it"),
    "createPrompt": Price("prompt", 0.75, "call", "recorded for mode structured"),
    "createQualityGate": Price("quality-gate", 1.25, "call", "recorded as a part of a generation"),
    "createTranslation": Price("translate", 0.25, "call", "not recorded"),
}
CONTEXTUAL_PROMPT = 3.75
"""A prompt in mode contextual with a model (recorded)."""
FURTHER_PROMPT = 0.125
"""Each prompt after the first of a call (recorded)."""


def cost_of(call: Call, units: int = 1) -> float:
    """The amount for `units` of what the operation is priced by."""
    return PRICES[call.operation.id].amount * units


def price(call: Call, cost: float, add_ons: Mapping[str, float] = NOTHING_MORE) -> Row:
    """The fields of an answer that say what the call costs; `cost` stands under the operation's key, then the add-ons.

    Recorded: 7.25 = custom-generation 6 + quality-gate 1.25.
    """
    key = PRICES[call.operation.id].key
    details = {"costDetails": {key: cost, **add_ons}} if key else {}
    return {"creativeUnitsCost": cost + sum(add_ons.values()), "creativeUnitsDiscount": 0, **details}


def priced(
    call: Call,
    cost: float,
    run: Callable[[], Row],
    *,
    add_ons: Mapping[str, float] = NOTHING_MORE,
    found: Mapping[str, Any] = NOTHING_MORE,
) -> Row | Reply:
    """The price alone with status 269 when the query has `dryRun`, which runs nothing; else what `run` answers.

    A `dryRun` in the body means nothing (recorded: a paid job runs). `found` is what an answer holds in both cases.
    """
    if "dryRun" in call.query:
        return Reply(269, {**price(call, cost, add_ons), **found})
    return {**run(), **price(call, cost, add_ons), **found}
