"""Every lie, by name."""

from __future__ import annotations

from collections.abc import Mapping

from . import access, answers, beside, collected, lives
from .lying import Lie

EVERY: tuple[Lie, ...] = (*answers.LIES, *access.LIES, *lives.LIES, *collected.LIES, *beside.LIES)
LIES: Mapping[str, Lie] = {lie.name: lie for lie in EVERY}
