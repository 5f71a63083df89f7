"""The settings of a test's mock: what its fixture begins with, what `scenario_settings` gives, what its markers say.

@pytest.mark.scenario(plan="free", job_seconds=0)

Later ones win: fixture, `scenario_settings`, the marker of the module, of the class, of the test. A name or a value
that cannot be is refused with those that can.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_args, get_type_hints

from ..settings import Settings

KEY = "key"
"""Not a setting of the mock, but which API key the test has."""
KINDS = {name: get_args(kind) or (kind,) for name, kind in get_type_hints(Settings).items() if name != "db"}
"""Setting -> the types that its value may have. Without `db`: a test's mock ends with the test."""


class AskedError(Exception):
    """A setting that does not exist, or cannot have this value; the message says what can be."""


@dataclass(frozen=True)
class Asked:
    """What a test's mock is started with."""

    settings: Settings
    key: str | None = None
    """The API key of the test; None for that of the worker."""


def asked(defaults: Mapping[str, Any], given: Mapping[str, Any], marks: Iterable[Any]) -> Asked:
    """The settings of a test. `marks` are pytest's, the nearest first. Raises AskedError."""
    named = {**defaults, **_checked("scenario_settings", given)}
    for mark in reversed(list(marks)):
        if mark.args:
            raise AskedError(f"@pytest.mark.scenario takes settings by name, as in plan='free', not {mark.args[0]!r}")
        named |= _checked("@pytest.mark.scenario", mark.kwargs)
    key = named.pop(KEY, None)
    if (named.get("api_key") is None) != (named.get("api_secret") is None):
        raise AskedError("api_key and api_secret belong together")
    return Asked(Settings(**named), key)


def _checked(where: str, given: Any) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise AskedError(f"{where} must give a dict of settings, not {given!r}")
    for name, value in given.items():
        if name != KEY and name not in KINDS:
            raise AskedError(f"{where}: there is no setting {name!r}, {_choice()}")
        kinds = KINDS.get(name, (str,))
        if not _fits(value, kinds):
            words = " or ".join(kind.__name__ for kind in kinds)
            raise AskedError(f"{where}: {name} must be {words}, not {value!r}")
    try:
        Settings(**{name: value for name, value in given.items() if name != KEY})
    except ValueError as error:
        raise AskedError(f"{where}: {error}") from None
    return dict(given)


def _fits(value: Any, kinds: tuple[type, ...]) -> bool:
    """Whether the value has one of the types; a whole number may stand for a float, and a bool for no number."""
    return type(value) in kinds or (float in kinds and type(value) is int)


def _choice() -> str:
    return f"but {', '.join([KEY, *(field.name for field in fields(Settings) if field.name in KINDS)])}"
