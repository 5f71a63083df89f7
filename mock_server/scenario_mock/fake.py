"""Values for schemas: any schema of the contract becomes a conforming JSON value that reads like the real thing.

What decides a scalar, in this order: `const`; `enum` or `x-extensible-enum` without `x-enum-retired`; `x-faker`;
`pattern`; `format`; the name of the property; `example`; a few words. An object has its required fields and each
optional one with the given chance. A component inside itself, or deeper than `max_depth`, shrinks to what is required,
so that recursive schemas end.

What it does not know it refuses: `SchemaError` names the place. Times hang on the fixed anchor; Faker methods that read
the wall clock are refused too. Rules of numbers and strings are in `scalars`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from faker import Faker

from . import scalars
from .anchor import before_anchor
from .chance import pick, whole
from .clock import iso
from .flat import Schema, SchemaError, combined, flatten

TRIES = 20
DEEPEST = 64

# Names of text properties that say what to write when the schema does not; the first that matches the end counts.
TEXT_NAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(f"(?:{names})$", re.IGNORECASE), method)
    for names, method in (
        ("parentModelId|modelIds?", "scenario_model_id"),
        ("assetIds?|thumbnail|parentId|image|images|mask", "scenario_asset_id"),
        ("jobIds?", "scenario_job_id"),
        ("ownerId|projectIds?", "scenario_project_id"),
        ("teamIds?", "scenario_team_id"),
        ("authorId|userIds?", "scenario_user_id"),
        ("collectionIds?", "scenario_collection_id"),
        ("workflowIds?", "scenario_workflow_id"),
        ("inferenceIds?", "scenario_inference_id"),
        ("url|urls|uri", "scenario_asset_url"),
        ("negativePrompt", "scenario_negative_prompt"),
        ("prompts?", "scenario_prompt"),
        ("fileName", "scenario_file_name"),
        ("name", "scenario_model_name"),
        ("description|caption|captions|text", "scenario_caption"),
        ("tags?", "scenario_tag"),
        ("seed", "scenario_seed"),
        ("mimeType|contentType", "scenario_mime_type"),
        ("aspectRatio", "scenario_aspect_ratio"),
        ("scheduler", "scenario_scheduler"),
        ("reason|message|error", "scenario_error_reason"),
        ("hint", "scenario_hint"),
        ("trace_id", "scenario_trace_id"),
    )
)
FORMATS = {
    "uri": "scenario_asset_url",
    "email": "ascii_safe_email",
    "uuid": "uuid4",
}
NUMBER_FORMATS = frozenset({"int32", "int64", "float", "double"})
# Two times of one object, the earlier first.
ORDERED = (("createdAt", "updatedAt"), ("startedAt", "endedAt"), ("startedAt", "updatedAt"))
# Faker methods whose values move with the machine's clock.
WALL_CLOCK = re.compile(
    "date|time|past|future|unix_time|iso8601|year|month|day|century|profile|simple_profile|passport|credit_card_(expire|full)"
)


class SchemaFaker:
    """Makes values for the schemas of one contract; `optional` is the chance (0 to 1) of each field not required."""

    def __init__(
        self, schemas: Mapping[str, Any], faker: Faker, rng: random.Random, optional: float = 0.5, max_depth: int = 6
    ) -> None:
        self._schemas, self._faker, self._rng = schemas, faker, rng
        self._optional, self._max_depth = optional, max_depth
        self._patterns = scalars.Patterns(rng)
        self._makers: dict[str, Callable[..., Any]] = {
            "object": self._object, "array": self._array, "string": self._string, "number": self._number,
            "integer": self._number, "boolean": lambda *_: rng.random() < 0.5, "null": lambda *_: None,
            "free": self._free,
        }  # fmt: skip

    def value(self, schema: Schema, *, context: str = "") -> Any:
        """A JSON value that conforms to `schema`. Raises SchemaError for what it does not understand or cannot meet."""
        return self._value(schema, context, (), 0)

    def _value(self, schema: Schema, context: str, trail: tuple[str, ...], depth: int) -> Any:
        if depth > DEEPEST:
            raise SchemaError(context, "required fields lead into themselves without an end")
        names: list[str] = []
        flat = flatten(schema, self._schemas, context, names)
        if "anyOf" in flat:
            rest = {key: part for key, part in flat.items() if key != "anyOf"}
            below: list[str] = list(names)
            flat = combined(rest, flatten(pick(self._rng, flat["anyOf"]), self._schemas, context, below), context)
            names = below
        if "const" in flat:
            return flat["const"]
        known = flat.get("enum", flat.get("x-extensible-enum"))
        if known is not None:
            return self._known(flat, known, context)
        lean = depth > self._max_depth or any(name in trail for name in names)
        kind = self._kind(flat, context)
        flat = flat if kind == "free" else {**flat, "type": kind}
        return self._makers[kind](flat, context, (*trail, *names), depth, lean)

    def _kind(self, flat: Schema, context: str) -> str:
        kinds = flat.get("type")
        if isinstance(kinds, list):
            kinds = pick(self._rng, [kind for kind in kinds if kind != "null"] or kinds)
        if kinds is None:
            signs = (("object", "properties"), ("array", "items"), ("string", "pattern"), ("string", "format"))
            kinds = next((kind for kind, keyword in signs if keyword in flat), "free")
        if kinds not in self._makers:
            raise SchemaError(context, f"type {kinds!r} is not implemented")
        return str(kinds)

    def _known(self, flat: Schema, known: list[Any], context: str) -> Any:
        retired = flat.get("x-enum-retired", [])
        current = [word for word in known if word not in retired]
        if not current:
            raise SchemaError(context, "every known value is retired")
        allowed = [word for word in current if not isinstance(word, str | int | float) or scalars.fits(flat, word)]
        if not allowed:
            raise SchemaError(context, "no known value keeps to the other rules of its schema")
        return pick(self._rng, allowed)

    # containers

    def _object(self, flat: Schema, context: str, trail: tuple[str, ...], depth: int, lean: bool) -> dict[str, Any]:
        made: dict[str, Any] = {}
        required = flat.get("required", [])
        for name, part in flat.get("properties", {}).items():
            if name in required or (not lean and self._rng.random() < self._optional):
                made[name] = self._value(part, f"{context}.{name}", trail, depth + 1)
        more = flat.get("additionalProperties", {})
        missing = [name for name in required if name not in made]
        if not missing and not lean and "additionalProperties" in flat and "properties" not in flat:
            wanted = whole(self._rng, 1, 3) if self._rng.random() < self._optional else 0
            missing = [self._faker.scenario_input_name() for _ in range(wanted)]
        for name in missing:
            made[name] = self._value(more, f"{context}.{name}", trail, depth + 1)
        for earlier, later in ORDERED:
            both = (made.get(earlier), made.get(later))
            if all(isinstance(time, str) for time in both) or all(isinstance(time, int) for time in both):
                made[earlier], made[later] = sorted(both)  # type: ignore[type-var]
        return made

    def _array(self, flat: Schema, context: str, trail: tuple[str, ...], depth: int, lean: bool) -> list[Any]:
        least = flat.get("minItems", 0)
        most = flat.get("maxItems", least + 3)
        wanted = least if lean else whole(self._rng, min(max(least, 1), most), min(most, max(least, 1) + 2))
        items, unique = flat.get("items", {}), flat.get("uniqueItems", False)
        text = self._free_text(items, context) if unique else None
        made: list[Any] = []
        for attempt in range(wanted * TRIES):
            if len(made) == wanted:
                break
            item = self._value(items, f"{context}[{len(made)}]", trail, depth + 1)
            if text is not None and attempt >= wanted and scalars.fits(text, f"{item} {attempt}"):
                item = f"{item} {attempt}"
            if not unique or item not in made:
                made.append(item)
        if len(made) < least:
            raise SchemaError(context, f"no {least} different items could be made")
        return made

    def _free_text(self, schema: Schema, context: str) -> Schema | None:
        """The flat schema where any text of an allowed length will do, so that a number behind it makes it another."""
        flat = flatten(schema, self._schemas, context, [])
        bound = {"const", "enum", "x-extensible-enum", "anyOf", "pattern", "format"}
        return flat if flat.get("type") == "string" and not bound & flat.keys() else None

    def _free(self, flat: Schema, context: str, _trail: tuple[str, ...], _depth: int, lean: bool) -> Any:
        """Any JSON value: a text where the name says one, else one of the simple kinds."""
        if "x-faker" in flat:
            return self._from_faker(flat, context)
        method = _method_for(context)
        if method or lean:
            return getattr(self._faker, method or "word")()
        return pick(self._rng, [
            self._faker.word(), whole(self._rng, 0, 100), self._rng.random() < 0.5,
            {self._faker.scenario_input_name(): self._faker.word()}, [self._faker.word()],
        ])  # fmt: skip

    # scalars

    def _string(self, flat: Schema, context: str, *_: Any) -> str:
        form = flat.get("format")
        if form not in FORMATS and form not in (None, "date-time", "date"):
            raise SchemaError(context, f"format {form!r} is not implemented")
        if "x-faker" in flat:
            return str(self._from_faker(flat, context))
        for make in (self._by_pattern, self._by_format, self._by_name, self._by_example, self._by_words):
            for _try in range(TRIES):
                text = make(flat, context)
                if text is None:
                    break
                if scalars.fits(flat, text):
                    return text
        raise SchemaError(context, "no text could be made that keeps to its pattern, length and format")

    def _by_pattern(self, flat: Schema, _context: str) -> str | None:
        return self._patterns.xeger(flat["pattern"]) if "pattern" in flat else None

    def _by_format(self, flat: Schema, _context: str) -> str | None:
        form = flat.get("format")
        if form in ("date-time", "date"):
            moment = iso(before_anchor(self._rng))
            return moment if form == "date-time" else moment[:10]
        return str(getattr(self._faker, FORMATS[form])()) if form else None

    def _by_name(self, flat: Schema, context: str) -> str | None:
        method = _method_for(context)
        return str(scalars.mend(flat, getattr(self._faker, method)())) if method else None

    def _by_example(self, flat: Schema, _context: str) -> str | None:
        example = flat.get("example")
        return example if isinstance(example, str) else None

    def _by_words(self, flat: Schema, _context: str) -> str | None:
        return scalars.with_length(flat, self._faker.sentence(nb_words=5))

    def _number(self, flat: Schema, context: str, *_: Any) -> int | float:
        if flat.get("format", "double") not in NUMBER_FORMATS:
            raise SchemaError(context, f"format {flat['format']!r} is not implemented")
        if "x-faker" in flat:
            drawn: int | float = self._from_faker(flat, context)
            return drawn
        try:
            return scalars.number(flat, self._rng, flat.get("type") == "integer")
        except ValueError as error:
            raise SchemaError(context, str(error)) from None

    def _from_faker(self, flat: Schema, context: str) -> Any:
        """A value of the method that `x-faker` names, brought into the schema's bounds."""
        spec = flat["x-faker"]
        name, kwargs = (spec, {}) if isinstance(spec, str) else next(iter(spec.items()))
        if WALL_CLOCK.match(name):
            raise SchemaError(context, f"x-faker {name} reads the clock; leave it out and say format: date-time")
        method = getattr(self._faker, name, None)
        if method is None:
            raise SchemaError(context, f"x-faker names {name}, which is no method of Faker or of this domain")
        for _ in range(TRIES):
            try:
                drawn = scalars.mend(flat, _plain(method(**(kwargs or {}))))
            except (TypeError, ValueError, AttributeError) as error:
                raise SchemaError(context, f"x-faker {name} fails: {error}") from None
            if scalars.fits(flat, drawn):
                return drawn
        raise SchemaError(context, f"x-faker {name} gives values such as {drawn!r}, which the schema does not allow")


def _method_for(context: str) -> str | None:
    """The Faker method that the last name in `context` asks for, if any: `job.metadata.assetIds[0]` asks for an id."""
    name = re.sub(r"\[\d+\]", "", context).rpartition(".")[2]
    return next((method for names, method in TEXT_NAMES if names.search(name)), None)


def _plain(value: Any) -> Any:
    """What Faker returns as JSON has it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, UUID) else value
