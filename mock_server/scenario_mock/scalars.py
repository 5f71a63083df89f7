"""Numbers and strings by the rules of a schema: whether one fits, and how to draw or mend one that does.

Works on flat schemas: no `$ref`, no `allOf`. What a value should look like beyond its rules is `fake`'s business.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import rstr

Flat = Mapping[str, Any]

REACH = 1000
"""How far a number may go from its one bound when the schema has no other."""


class Patterns(rstr.Rstr):
    """Strings for a regular expression, the same ones in every process.

    The library takes negated classes (`[^,]`) out of an unordered set; here the set is put into order first.
    """

    def _handle_in(self, value: Any) -> Any:
        if value[0][0].name != "NEGATE":
            return super()._handle_in(value)
        refused = {character for part in value[1:] for character in self._handle_state(part)}
        return self._random.choice([character for character in map(chr, range(32, 127)) if character not in refused])


def number(flat: Flat, rng: random.Random, integer: bool) -> int | float:
    """A number within the bounds; near the `example` where a bound is missing. Raises ValueError if none fits."""
    low, high = _bounds(flat)
    step = _step(flat, integer)
    if step is not None:
        first, last = math.ceil(low / step), math.floor(high / step)
        first += first * step == flat.get("exclusiveMinimum")
        last -= last * step == flat.get("exclusiveMaximum")
        if first > last:
            raise ValueError(f"no multiple of {float(step):g} between {float(low):g} and {float(high):g}")
        drawn = step * rng.randint(first, last)
        return int(drawn) if drawn.denominator == 1 else float(drawn)
    return _between(float(low), float(high), flat, rng)


def fits(flat: Flat, value: Any) -> bool:
    """Whether a string, number or boolean keeps to type, bounds, lengths, pattern and format."""
    if not _is_type(flat.get("type"), value):
        return False
    if isinstance(value, str):
        return (
            flat.get("minLength", 0) <= len(value) <= flat.get("maxLength", math.inf)
            and ("pattern" not in flat or re.search(flat["pattern"], value) is not None)
            and has_format(flat.get("format"), value)
        )
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    return (
        value >= flat.get("minimum", -math.inf)
        and value <= flat.get("maximum", math.inf)
        and value > flat.get("exclusiveMinimum", -math.inf)
        and value < flat.get("exclusiveMaximum", math.inf)
        and ("multipleOf" not in flat or _exact(value) % _exact(flat["multipleOf"]) == 0)
    )


def has_format(name: str | None, text: str) -> bool:
    """Whether `text` has the format; formats of numbers and None say nothing about text."""
    try:
        if name == "date-time":
            return "T" in text and datetime.fromisoformat(text).tzinfo is not None
        if name == "date":
            return len(text) == 10 and bool(date.fromisoformat(text))
        if name == "uuid":
            return bool(UUID(text))
        if name == "uri":
            return bool(urlsplit(text).scheme) and " " not in text
    except ValueError:
        return False
    return name != "email" or re.fullmatch(r"[^@\s]+@[^@\s]+", text) is not None


def mend(flat: Flat, value: Any) -> Any:
    """`value` brought nearer to the schema: its type, its bounds, its length."""
    kind = flat.get("type")
    if kind == "string" and not isinstance(value, str):
        value = str(value)
    if kind == "integer" and isinstance(value, float):
        value = round(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return min(max(value, flat.get("minimum", value)), flat.get("maximum", value))
    return with_length(flat, value) if isinstance(value, str) and not {"format", "pattern"} & flat.keys() else value


def with_length(flat: Flat, text: str) -> str:
    """`text` repeated or cut until its length is allowed."""
    while len(text) < flat.get("minLength", 0):
        text = f"{text} {text}" if text else "-"
    longest = flat.get("maxLength")
    return text if longest is None or len(text) <= longest else text[:longest]


def _bounds(flat: Flat) -> tuple[Fraction, Fraction]:
    lows = [_exact(flat[key]) for key in ("minimum", "exclusiveMinimum") if key in flat]
    highs = [_exact(flat[key]) for key in ("maximum", "exclusiveMaximum") if key in flat]
    example = flat.get("example")
    hint = _exact(example) if isinstance(example, int | float) and not isinstance(example, bool) else None
    if not lows:
        below_all = bool(highs) and highs[0] <= 0
        lows = [highs[0] - REACH if below_all else min(Fraction(0), 2 * (hint or Fraction(0)))]
    low = max(lows)
    if not highs:
        highs = [2 * hint if hint and 2 * hint > low else low + REACH]
    high = min(highs)
    if low > high:
        raise ValueError(f"nothing between {float(low):g} and {float(high):g}")
    return low, high


def _step(flat: Flat, integer: bool) -> Fraction | None:
    """Distance between allowed values, or None: whole multiples of 2/5 are multiples of 2."""
    if "multipleOf" not in flat:
        return Fraction(1) if integer else None
    step = _exact(flat["multipleOf"])
    return Fraction(step.numerator) if integer else step


def _between(low: float, high: float, flat: Flat, rng: random.Random) -> float:
    if low == high and fits({**flat, "type": "number"}, low):
        return low
    if math.isinf(high - low):
        low, high = low / 2, high / 2
    span = high - low
    digits = max(0, 3 - math.floor(math.log10(span))) if span > 0 else 0
    drawn = round(low + span * rng.uniform(0.02, 0.98), digits)
    for value in (drawn, low + span / 2):
        if fits({**flat, "type": "number"}, value):
            return value
    raise ValueError(f"nothing between {low:g} and {high:g}")


def _exact(value: Any) -> Fraction:
    """The number as it is written: 0.1 is one tenth."""
    return Fraction(repr(value)) if isinstance(value, float) else Fraction(value)


def _is_type(kind: Any, value: Any) -> bool:
    kinds = [kind] if isinstance(kind, str) else kind
    if kinds is None:
        return True
    if isinstance(value, bool):
        return "boolean" in kinds
    if isinstance(value, str):
        return "string" in kinds
    if isinstance(value, int | float):
        return "number" in kinds or ("integer" in kinds and value == int(value))
    return value is None and "null" in kinds
