"""One value against one input of a model: its type, its bounds, and what it points at.

`Input lorasScale must be at most 2`, `Input loras must be at most 6 items long` and the text about model types were
recorded; the other texts are built like them. What is checked, by type:

| type | checked |
|---|---|
| number, number_array | `allowedValues`, `max`, `step` from `min`; `min` itself if strict: less was accepted |
| string, string_array | `allowedValues`; characters of a string against `minLength` and `maxLength` |
| boolean | |
| file, file_array | the asset exists or the data URL can be read, its kind, `maxSize`, `minDuration`, `maxDuration` |
| model, model_array | the model exists and its type is among `modelTypes` |
| every array | items against `minLength` and `maxLength` |
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from .errors import ApiError, bad_request, not_found
from .picture_files import decode_data_url

Row = Mapping[str, Any]
Input = Mapping[str, Any]

ARRAY = "_array"
# What one value of each type is called, in the singular and in the plural.
NOUNS = {
    "boolean": ("a boolean", "booleans"), "number": ("a number", "numbers"), "string": ("a string", "strings"),
    "file": ("an asset id or a data URL", "asset ids or data URLs"), "model": ("a model id", "model ids"),
    "inputs": ("an object", "objects"),
}  # fmt: skip
# Kinds of files by the start of their media type; the first that fits counts.
KINDS = (
    ("image/vnd.radiance", "image-hdr"), ("image/x-exr", "image-hdr"), ("image/", "image"), ("video/", "video"),
    ("audio/", "audio"), ("model/", "3d"), ("application/json", "json"), ("text/", "text"),
)  # fmt: skip
MOST_NAMED = 10
"""Wrong model ids that a refusal lists."""


class Lookup(Protocol):
    """Where inputs find what they point at: what the caller may see, or None."""

    def model(self, model_id: str) -> Row | None:
        """The row of the model with this id."""
        ...

    def asset(self, asset_id: str) -> Row | None:
        """The row of the asset with this id."""
        ...


def is_array(entry: Input) -> bool:
    """Whether the input takes a list."""
    return str(entry.get("type", "")).endswith(ARRAY)


def check(name: str, entry: Input, value: Any, look: Lookup, *, strict: bool) -> None:
    """Raise ApiError when the model refuses `value`, which is a list when the input takes one. `name` is shown."""
    kind = str(entry.get("type", "")).removesuffix(ARRAY)
    items = value if is_array(entry) else [value]
    _check_type(name, kind, items, many=is_array(entry))
    if kind in ("string", "number"):
        _check_choice(name, entry, items)
    if kind == "number":
        for number in items:
            _check_number(name, entry, number, strict=strict)
    if is_array(entry):
        _check_length(name, entry, len(value), "items")
    elif kind in ("string", "model"):
        _check_length(name, entry, len(value), "characters")
    if kind == "file":
        for reference in items:
            _check_file(name, entry, reference, look)
    if kind == "model":
        _check_models(entry, items, look)


def _check_type(name: str, kind: str, items: Iterable[Any], *, many: bool) -> None:
    if kind not in NOUNS:  # a type that came after this was written, or none at all in a nested input
        return
    if not all(_fits(kind, item) for item in items):
        one, several = NOUNS[kind]
        raise bad_request(f"Input {name} must be {f'a list of {several}' if many else one}")


def _fits(kind: str, item: Any) -> bool:
    if kind == "boolean":
        return isinstance(item, bool)
    if kind == "number":
        return isinstance(item, int | float) and not isinstance(item, bool) and _finite(item)
    return isinstance(item, Mapping if kind == "inputs" else str)


def _finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an integer that no float can hold
        return False


def _check_choice(name: str, entry: Input, items: Iterable[Any]) -> None:
    allowed = entry.get("allowedValues")
    if isinstance(allowed, list) and allowed and any(item not in allowed for item in items):
        raise bad_request(f"Input {name} must be one of: {', '.join(map(str, allowed))}")


def _check_number(name: str, entry: Input, number: float, *, strict: bool) -> None:
    least, most, step = _bound(entry, "min"), _bound(entry, "max"), _bound(entry, "step")
    if most is not None and number > most:
        raise bad_request(f"Input {name} must be at most {_plain(most)}")
    if strict and least is not None and number < least:
        raise bad_request(f"Input {name} must be at least {_plain(least)}")
    if step and not entry.get("allowedValues"):
        steps = (number - (least or 0)) / step
        # Steps such as 0.05 have no exact float: what is within a millionth of one counts as on it.
        if math.isfinite(steps) and abs(steps - round(steps)) > 1e-6 * max(1.0, abs(steps)):
            start = f" from {_plain(least)}" if least else ""
            raise bad_request(f"Input {name} must be in steps of {_plain(step)}{start}")


def _check_length(name: str, entry: Input, length: int, unit: str) -> None:
    least, most = _bound(entry, "minLength"), _bound(entry, "maxLength")
    if most is not None and length > most:
        raise bad_request(f"Input {name} must be at most {_plain(most)} {unit} long")
    if least is not None and length < least:
        raise bad_request(f"Input {name} must be at least {_plain(least)} {unit} long")


def _check_models(entry: Input, model_ids: Iterable[str], look: Lookup) -> None:
    known = entry.get("modelTypes")
    types = [str(each) for each in known] if isinstance(known, list) else []
    wrong = []
    for model_id in dict.fromkeys(model_ids):
        row = look.model(model_id)
        if row is None or (types and row["type"] not in types):
            wrong.append(model_id)
    if wrong:
        allowed = f"\nAllowed model types: {', '.join(types)}" if types else ""
        raise bad_request(f"Invalid model(s): {', '.join(wrong[:MOST_NAMED])}.{allowed}")


def _check_file(name: str, entry: Input, reference: str, look: Lookup) -> None:
    kind, size, duration = _file(name, reference, look)
    wanted = entry.get("kind")
    if wanted is not None and kind != wanted:
        raise bad_request(f"Input {name} must be a file of kind {wanted}, not {kind}")
    largest, longest, shortest = (_bound(entry, name) for name in ("maxSize", "maxDuration", "minDuration"))
    if largest is not None and size > largest:
        raise bad_request(f"Input {name} must be at most {_plain(largest)} bytes large")
    if duration is not None and longest is not None and duration > longest:
        raise bad_request(f"Input {name} must be at most {_plain(longest)} seconds long")
    if duration is not None and shortest is not None and duration < shortest:
        raise bad_request(f"Input {name} must be at least {_plain(shortest)} seconds long")


def _file(name: str, reference: str, look: Lookup) -> tuple[str, int, float | None]:
    """Kind, size in bytes, and the duration in seconds where it is known. Raises ApiError 404 or 400."""
    if not reference.startswith("data:"):
        row = look.asset(reference)
        if row is None:
            raise not_found(f"Asset {reference} not found")
        properties = row["properties"]
        return row["kind"], properties["size"], properties.get("duration")
    try:
        mime_type, content = decode_data_url(reference)
    except ValueError as error:
        raise _unreadable(name, error) from error
    return next((kind for start, kind in KINDS if mime_type.startswith(start)), "document"), len(content), None


def _unreadable(name: str, error: ValueError) -> ApiError:
    return bad_request(f"Input {name} cannot be read: {error}")


def _bound(entry: Input, name: str) -> float | None:
    """A bound of the input; a nested input may hold anything under its name."""
    bound = entry.get(name)
    return bound if bound is not None and _fits("number", bound) else None


def _plain(number: float) -> str:
    """`2` for 2.0, and no exponent for what a person would write out."""
    return str(int(number)) if number == int(number) else str(number)
