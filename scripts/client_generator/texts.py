"""Docstrings out of the contract's descriptions: without its evidence, in Python's names, wrapped.

Facts that the contract keeps beside the words (bounds, default, known values, deprecation) are added in brackets.
"""

import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

WIDTH = 120

#: The last sentence of a description says what it rests on; that is for readers of the contract.
EVIDENCE = re.compile(r"\s*\bSource: [\w:.,\- ]+\.\s*$")

#: The keywords whose values are words for people.
DESCRIBING = ("description", "summary", "x-deprecated-reason")

#: Longer patterns say nothing to people.
LONGEST_PATTERN = 60

#: More known values than this are left to the type that lists them.
MOST_VALUES = 12


def prose(description: str | None, names: Mapping[str, str] | None = None) -> str:
    """The description as paragraphs of one line each, without its evidence, wire names in backticks as Python's."""
    text = EVIDENCE.sub("", description or "").strip()
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return renamed("\n\n".join(paragraphs), names or {})


def renamed(text: str, names: Mapping[str, str]) -> str:
    """`sortBy=createdAt` in backticks becomes `sort_by=createdAt` when `names` has sortBy; so do bare camelCase words.

    A bare word counts only when it cannot be another one: it must have a capital inside.
    """

    def in_backticks(match: re.Match[str]) -> str:
        name, rest = match[1], match[2]
        if name in names and not rest.startswith("-"):
            rest = re.sub(r"\.([a-z]\w*)", lambda part: "." + names.get(part[1], part[1]), rest)
            return f"`{names[name]}{rest}`"
        return match[0]

    def bare(match: re.Match[str]) -> str:
        return names.get(match[0], match[0]) if match[0] != match[0].lower() else match[0]

    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        re.sub(r"`([\w-]+)([^`]*)`", in_backticks, part)
        if part.startswith("`")
        else re.sub(r"(?<![\w{.])[a-z]\w+\b", bare, part)
        for part in parts
    )


def with_calls(part: Any, methods: Mapping[str, str]) -> Any:
    """A copy of a piece of the document whose descriptions speak of methods: `GET /models` becomes `models.list`.

    `methods` has the method of each operation by its request line.
    """
    if isinstance(part, dict):
        return {
            key: re.sub(r"\b[A-Z]+ /[\w/{}-]*", lambda found: _called(found[0], methods), value)
            if key in DESCRIBING and isinstance(value, str)
            else with_calls(value, methods)
            for key, value in part.items()
        }
    return [with_calls(value, methods) for value in part] if isinstance(part, list) else part


def _called(line: str, methods: Mapping[str, str]) -> str:
    return f"`{methods[line]}`" if line in methods else line


def first_sentence(text: str) -> str:
    """Up to the first full stop that ends a sentence."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z`])", text, maxsplit=1)[0]


def wrapped(text: str, indent: int, hanging: int = 0) -> list[str]:
    """The lines of `text` for a place `indent` columns in, all after the first `hanging` more; paragraphs apart."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n\n")):
        first = "" if number == 0 else " " * hanging
        lines += [""] if number else []
        lines += textwrap.wrap(
            paragraph,
            WIDTH - indent,
            initial_indent=first,
            subsequent_indent=" " * hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def docstring(lines: Iterable[str], indent: int) -> str:
    """A docstring literal of these lines, ready to stand `indent` columns in (the first line without its indent).

    The formatter puts the closing quotes behind an only line: one that leaves them no room is broken in two.
    """
    lines = list(lines) or ["Not described in the contract."]
    escaped = [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').rstrip() for line in lines]
    if len(escaped) == 1 and escaped[0].endswith('"'):
        escaped[0] += "."
    if len(escaped) == 1 and len(escaped[0]) + indent + 6 > WIDTH:
        escaped = [*escaped[0].rsplit(" ", 1)]
    if len(escaped) == 1:
        return f'"""{escaped[0]}"""'
    margin = " " * indent
    return "\n".join([f'"""{escaped[0]}', *(f"{margin}{line}" if line else "" for line in escaped[1:]), f'{margin}"""'])


def facts(schema: Mapping[str, Any], component: Mapping[str, Any]) -> list[str]:
    """What the contract says beside words: `1 to 500`, `default 100`, `at most 15 items`, known values.

    `component` is the component behind the schema's reference, or the schema itself.
    """
    merged = {**component, **schema}
    found = [*_range(merged), *_sizes(merged, "character", "minLength", "maxLength")]
    if len(merged.get("pattern", "")) in range(1, LONGEST_PATTERN + 1):
        found.append(f"matches {merged['pattern']}")
    if "multipleOf" in merged:
        found.append(f"a multiple of {merged['multipleOf']}")
    found += _values(merged)
    if merged.get("type") == "array":
        found += _sizes(merged, "item", "minItems", "maxItems")
        found += [f"each {fact}" for fact in facts({}, merged["items"]) if "$ref" not in merged["items"]]
    for keyword, word in (("x-filterable-fields", "fields"), ("x-sortable-fields", "fields")):
        if keyword in merged:
            found.append(f"{word}: {', '.join(merged[keyword])}")
    if "x-default" in merged:
        found.append(f"default {spelled(merged['x-default'])}")
    return found


def spelled(value: Any) -> str:
    """A JSON value as Python writes it, texts in double quotes."""
    return '"' + value.replace('"', '\\"') + '"' if isinstance(value, str) else repr(value)


def _range(schema: Mapping[str, Any]) -> list[str]:
    low, high, above, below = (
        schema.get(key) for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    )
    if low is not None and high is not None:
        return [f"{low} to {high}"]
    words = (("at least", low), ("at most", high), ("above", above), ("below", below))
    return [f"{word} {bound}" for word, bound in words if bound is not None]


def _sizes(schema: Mapping[str, Any], unit: str, low_key: str, high_key: str) -> list[str]:
    low, high = schema.get(low_key), schema.get(high_key)
    if low is not None and low == high:
        return [f"exactly {_counted(low, unit)}"]
    words = (("at least", low), ("at most", high))
    return [f"{word} {_counted(count, unit)}" for word, count in words if count]


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" + ("" if count == 1 else "s")


def _values(schema: Mapping[str, Any]) -> list[str]:
    values = [value for value in known_values(schema) if value not in schema.get("x-enum-retired", ())]
    if not values:
        return []
    shown = ", ".join(map(spelled, values)) if len(values) <= MOST_VALUES else f"{len(values)} words"
    return [f"one of {shown}"]


def known_values(schema: Mapping[str, Any]) -> list[Any]:
    """The values of a closed or open enumeration; empty for anything else."""
    return list(schema.get("enum") or schema.get("x-extensible-enum") or ())
