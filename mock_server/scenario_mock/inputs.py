"""Hold the body of a custom generation against the `inputs` of its model, with the texts that were recorded.

Enforced as the service was seen to: required, maximum (not minimum: a number below it was accepted), number of items,
allowed values, JSON type. A bare value where a list is expected is dropped, as are names that the model does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .errors import bad_request

Input = Mapping[str, Any]

ARRAYS = frozenset({"file_array", "model_array", "number_array", "string_array", "inputs_array"})
SCALARS: dict[str, type | tuple[type, ...]] = {
    "boolean": bool,
    "number": (int, float),
    "string": str,
    "file": str,
    "model": str,
}


def read(inputs: Iterable[Input], body: Mapping[str, Any]) -> dict[str, Any]:
    """The values that count: checked, defaults filled in. Raises ApiError 400 for the first that the model refuses."""
    declared = {entry["name"]: entry for entry in inputs}
    values: dict[str, Any] = {}
    for name, entry in declared.items():
        value = body.get(name)
        if value is None or (entry["type"] in ARRAYS and not isinstance(value, list)):
            if _required(entry, body):
                raise bad_request(f"Input {name} is required")
            if "default" in entry:
                values[name] = entry["default"]
            continue
        _check(entry, value)
        values[name] = value
    return values


def _required(entry: Input, body: Mapping[str, Any]) -> bool:
    rules = entry.get("required", {})
    return bool(
        rules.get("always")
        or any(body.get(name) is not None for name in rules.get("ifDefined", {}))
        or any(body.get(name) is None for name in rules.get("ifNotDefined", {}))
    )


def _check(entry: Input, value: Any) -> None:
    name, kind = entry["name"], entry["type"]
    expected = SCALARS.get(kind)
    if expected and (not isinstance(value, expected) or (kind == "number" and isinstance(value, bool))):
        raise bad_request(f"Input {name} must be a {kind}")
    if kind == "string" and not value.strip() and _required(entry, {}):
        raise bad_request(f"Input {name} is required")
    allowed = entry.get("allowedValues")
    if allowed and any(item not in allowed for item in (value if isinstance(value, list) else [value])):
        raise bad_request(f"Input {name} must be one of: {', '.join(str(item) for item in allowed)}")
    _check_bounds(entry, value)


def _check_bounds(entry: Input, value: Any) -> None:
    name, most, longest = entry["name"], entry.get("max"), entry.get("maxLength")
    numbers = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, int | float)]
    if most is not None and any(number > most for number in numbers):
        raise bad_request(f"Input {name} must be at most {most:g}")
    if longest is not None and isinstance(value, list) and len(value) > longest:
        raise bad_request(f"Input {name} must be at most {longest:g} items long")
    if longest is not None and isinstance(value, str) and len(value) > longest:
        raise bad_request(f"Input {name} must be at most {longest:g} characters long")
