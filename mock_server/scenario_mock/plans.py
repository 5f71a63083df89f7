"""The plans of the service, and which models each of them may use.

A model's `accessRestrictions` is the level of the lowest plan that may use it (the contract's
`ModelAccessRestriction`); 0, 25 and 50 have been recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ApiError, forbidden

LEVELS = {"free": 0, "starter": 25, "pro": 50, "max": 75, "enterprise": 100}
OLDER_NAMES = {"creator": "starter", "team": "max"}
"""What two of them were called before SDK 2.3.0."""


def level_of(plan: str) -> int:
    """The level of a plan by its name, new or old. Raises KeyError for one that does not exist."""
    return LEVELS[OLDER_NAMES.get(plan, plan)]


def billing_name(level: int) -> str:
    """The name that an error has for the plan of a level: `cu-pro-q3-25` was recorded, the others are built like it."""
    plan = next((name for name, known in LEVELS.items() if known >= level), "enterprise")
    return f"cu-{plan}-q3-25"


def refusal(model: Mapping[str, Any], plan: str) -> ApiError | None:
    """The recorded 403 when `plan` does not include the model, else None. Raises KeyError for an unknown plan."""
    needed = model.get("accessRestrictions", 0)
    if needed <= level_of(plan):
        return None
    return forbidden(
        "This model is not available on your plan",
        name="ModelAccessRestrictedError",
        modelId=model["id"],
        requiredPlan=billing_name(needed),
    )
