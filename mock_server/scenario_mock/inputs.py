"""Hold the body of a custom generation against the `inputs` of its model: which are needed, given, unknown.

The values themselves are `input_values`' business. Recorded: `Input prompt is required`, messages in the rules, and a
rule that names an input which the model does not declare; such a rule has no say here, for nobody could follow it. When
an input is required (`required`):

| rule | required when |
|---|---|
| always | always |
| ifDefined {name: {message}} | one of these inputs is given |
| ifNotDefined {name: {message}} | one of these inputs is not given |
| conditional {values: {name: [..]}, operator} | all (`and`) or one (`or`) of these inputs have one of these values |
| conditionalValues {name: [..]} | one of these inputs has one of these values; the older form |

A value of null, a blank text and an empty list count as not given. What an input is when it is left out, its default,
counts for the conditions.

`strict` refuses what the service lets pass (see `profiles`): an unknown name, a bare value for a list, lists that
belong together and differ in length. Otherwise the first two are dropped. A `dryRun` in the body is no mistake of
the names: it has no effect under either (recorded).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from .errors import bad_request
from .input_values import Input, Lookup, check, is_array

__all__ = ["Input", "Lookup", "read"]

IGNORED = frozenset({"dryRun"})
MOST_NAMED = 12
LONGEST_NAME = 60
NO_RULES: Mapping[str, Any] = {}
Values = dict[str, Any]


def read(
    inputs: Iterable[Input],
    body: Mapping[str, Any],
    *,
    look: Lookup,
    strict: bool,
    pairs: Iterable[tuple[str, str]] = (),
) -> Values:
    """The values that count: checked, defaults filled in. Raises ApiError for the first that the model refuses.

    `pairs` names inputs whose lists belong together, such as LoRAs and their weights.
    """
    values = _read(inputs, body, look, strict, "")
    if strict:
        for one, other in pairs:
            _check_pair(body, one, other)
    return values


def _read(inputs: Iterable[Input], body: Mapping[str, Any], look: Lookup, strict: bool, prefix: str) -> Values:
    # A field of a nested input promises nothing, not even a name.
    declared = {entry["name"]: entry for entry in inputs if isinstance(entry.get("name"), str)}
    if strict:
        _check_names(declared, body, prefix)
    given = {name: body[name] for name, entry in declared.items() if _is_given(entry, body.get(name), prefix, strict)}
    defaults = {name: entry["default"] for name, entry in declared.items() if "default" in entry}
    effective = {**defaults, **given}
    values: Values = {}
    for name, entry in declared.items():
        if name in given:
            check(prefix + name, entry, given[name], look, strict=strict)
            if entry.get("type") == "inputs_array":
                _read_elements(entry, given[name], look, strict, prefix + name)
            values[name] = given[name]
        if not _has_content(given.get(name)):
            message = _required(prefix + name, entry, declared, given, effective)
            if message:
                raise bad_request(message)
            if name in defaults and name not in given:
                values[name] = defaults[name]
    return values


def _read_elements(entry: Input, elements: list[Any], look: Lookup, strict: bool, name: str) -> None:
    declared = entry.get("inputs")
    fields = [field for field in declared if isinstance(field, Mapping)] if isinstance(declared, list) else []
    for index, element in enumerate(elements):
        _read(fields, element, look, strict, f"{name}[{index}].")


def _is_given(entry: Input, value: Any, prefix: str, strict: bool) -> bool:
    """Whether the body's value counts; a bare value where a list is expected is dropped by the service."""
    bare = value is not None and is_array(entry) and not isinstance(value, list)
    if bare and strict:
        raise bad_request(f"Input {prefix}{entry['name']} must be a list")
    return value is not None and not bare


def _has_content(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != []


def _required(
    shown: str, entry: Input, declared: Mapping[str, Input], given: Mapping[str, Any], effective: Mapping[str, Any]
) -> str | None:
    """The message when the input has to be given, else None."""
    rules = _mapping(entry.get("required"))
    if not rules:
        return None
    usual = f"Input {shown} is required"
    if rules.get("always"):
        return usual
    for rule, when_given in (("ifDefined", True), ("ifNotDefined", False)):
        for name, told in _mapping(rules.get(rule)).items():
            if name in declared and _has_content(given.get(name)) is when_given:
                return _message(told, usual)
    conditional = _mapping(rules.get("conditional"))
    wants_all = conditional.get("operator", "and") != "or"
    if _condition(_mapping(conditional.get("values")), declared, effective, wants_all=wants_all):
        return _message(conditional, usual)
    if _condition(_mapping(rules.get("conditionalValues")), declared, effective, wants_all=False):
        return usual
    return None


def _mapping(value: Any) -> Mapping[str, Any]:
    """The value when it has names in it; the contract leaves open what some rules hold, and all about nested inputs."""
    return value if isinstance(value, Mapping) else NO_RULES


def _condition(
    wanted: Mapping[str, Any], declared: Mapping[str, Input], effective: Mapping[str, Any], *, wants_all: bool
) -> bool:
    """Whether the inputs have the values; names that the model does not declare have no say."""
    holds = [
        effective.get(name) in (values if isinstance(values, list) else [values])
        for name, values in wanted.items()
        if name in declared
    ]
    return bool(holds) and (all(holds) if wants_all else any(holds))


def _message(told: Any, usual: str) -> str:
    message = told.get("message") if isinstance(told, Mapping) else told
    return message if isinstance(message, str) and message else usual


def _check_names(declared: Mapping[str, Input], body: Mapping[str, Any], prefix: str) -> None:
    for name in body:
        if name in declared or name in IGNORED:
            continue
        shown = name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"
        folded = {known.lower(): known for known in declared}
        near = get_close_matches(shown.lower(), folded, n=1)
        known = f"Did you mean {folded[near[0]]}?" if near else f"The model takes: {_list_of(declared)}"
        raise bad_request(f"Unknown input {prefix}{shown}. {known}")


def _list_of(names: Iterable[str]) -> str:
    every = list(names)
    return ", ".join(every[:MOST_NAMED]) + (", …" if len(every) > MOST_NAMED else "")


def _check_pair(body: Mapping[str, Any], one: str, other: str) -> None:
    first, second = body.get(one), body.get(other)
    if isinstance(first, list) and isinstance(second, list) and len(first) != len(second):
        raise bad_request(f"Inputs {one} and {other} must have the same number of items")
