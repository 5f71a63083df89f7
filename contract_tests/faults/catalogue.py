"""Every lie, by name."""

from __future__ import annotations

from collections.abc import Mapping

from . import access, answers, beneath, beside, collected, lives, made, workshop
from .lying import Lie

EVERY: tuple[Lie, ...] = (
    *answers.LIES,
    *access.LIES,
    *lives.LIES,
    *made.LIES,
    *workshop.LIES,
    *beneath.LIES,
    *collected.LIES,
    *beside.LIES,
)
LIES: Mapping[str, Lie] = {lie.name: lie for lie in EVERY}
