"""Conditions between parameters, as the contract's `x-constraints` state them (rules: spec/README.md).

`effective()` gives the values that count: a parameter whose condition is not met is refused or dropped, as the
contract records; where nobody recorded what happens it is dropped, which is what the service does with what it does
not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .contract import Operation
from .errors import bad_request

Values = dict[str, Any]


def effective(operation: Operation, given: Mapping[str, Any]) -> Values:
    """`given` without what does not count. Raises ApiError 400 where the contract says that the service refuses."""
    values = dict(given)
    defaults = {parameter.name: parameter.default for parameter in operation.parameters}
    for rule in operation.extensions.get("x-constraints", []):
        broken = _RULES[rule["rule"]](rule, values, defaults)
        if broken and rule["violation"] == "refused":
            raise bad_request(rule["description"], details={"constraint": rule["rule"], "parameters": broken})
        for name in broken:
            values.pop(name, None)
    return values


def _requires(rule: Mapping[str, Any], values: Values, defaults: Mapping[str, Any]) -> list[str]:
    if rule["parameter"] not in values:
        return []
    for name, allowed in rule["when"].items():
        value = values.get(name, defaults.get(name))
        if value is None or (allowed and value not in allowed):
            return [rule["parameter"]]
    return []


def _excludes(rule: Mapping[str, Any], values: Values, defaults: Mapping[str, Any]) -> list[str]:
    given = [name for name in rule["parameters"] if name in values]
    return given[1:]


def _supersedes(rule: Mapping[str, Any], values: Values, defaults: Mapping[str, Any]) -> list[str]:
    given = values.get(rule["parameter"])
    nothing = given is None or given in ("", [], {})  # an empty list of pictures gives no pictures
    return [] if nothing else [name for name in rule["over"] if name in values]


def _forbids(rule: Mapping[str, Any], values: Values, defaults: Mapping[str, Any]) -> list[str]:
    together = any(name in values for name in rule["parameters"])
    return [rule["parameter"]] if rule["parameter"] in values and together else []


def _at_least_one(rule: Mapping[str, Any], values: Values, defaults: Mapping[str, Any]) -> list[str]:
    return [] if any(values.get(name) for name in rule["parameters"]) else list(rule["parameters"])


def _together(rule: Mapping[str, Any], values: Values, defaults: Mapping[str, Any]) -> list[str]:
    given = [name for name in rule["parameters"] if name in values]
    return given if 0 < len(given) < len(rule["parameters"]) else []


_RULES = {
    "requires": _requires,
    "excludes": _excludes,
    "supersedes": _supersedes,
    "forbids": _forbids,
    "atLeastOne": _at_least_one,
    "together": _together,
}
