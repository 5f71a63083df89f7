"""What changed between two schemas, seen from callers (requests) or readers (responses).

Forms are compared type by type; where a type has several forms on either side, those of one name (component or title)
belong together, then those that stand in the same order. Each pair of schemas is compared once for an operation and a
direction, which also ends recursion. Texts and examples are not compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from .branches import LOWER, Branch, Node, Schemas
from .documents import Document
from .findings import REQUEST, RESPONSE, Finding, Place
from .rules import Severity

ANYTHING = 6
NOT_SENT, NOT_RECEIVED = "readOnly", "writeOnly"
APART = frozenset(
    """default x-default deprecated readOnly writeOnly x-extensible-enum x-enum-retired x-enum-legacy x-enum-groups
    x-filterable-fields x-sortable-fields x-deprecated-reason""".split()
)
"""Facts that have rules of their own, or that are no more than words."""


class SchemaComparer:
    """Compares schemas of `old` with schemas of `new`. `again()` before each operation."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = Schemas(old), Schemas(new)
        self._seen: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()

    def again(self) -> None:
        """Forget which pairs were compared."""
        self._seen.clear()

    def compare(self, place: Place, old: Node, new: Node) -> Iterator[Finding]:
        """All changes at `place` and below."""
        key = (place.direction, self.old.key(old), self.new.key(new))
        if key in self._seen:
            return
        self._seen.add(key)
        yield from self._facts(place, old, new)
        before, after = self.old.branches(old), self.new.branches(new)
        families = {branch.family for branch in before}, {branch.family for branch in after}
        yield from _types(place, families, self._where(old, before, self.old), self._where(new, after, self.new))
        for family in sorted(families[0] & families[1]):
            yield from self._family(
                place, [one for one in before if one.family == family], [one for one in after if one.family == family]
            )

    @staticmethod
    def _where(node: Node, branches: tuple[Branch, ...], schemas: Schemas) -> str:
        """The pointer to show for a node: where its content stands, if anywhere."""
        stated = [branch.pointer for branch in branches if branch.pointer]
        return stated[0] if stated else schemas.settled(node[0]).pointer if node else ""

    def _family(self, place: Place, old: list[Branch], new: list[Branch]) -> Iterator[Finding]:
        if len(old) != len(new) and (old[0].is_free or new[0].is_free):
            rule = "alternative-added" if new[0].is_free else "alternative-removed"
            yield place.finds(rule, f"any {old[0].family}", old[0].pointer, new[0].pointer)
            return
        for before, after in _paired(old, new):
            if before and after:
                yield from self._branch(place, before, after)
            elif before:
                yield place.finds("alternative-removed", _form(before), before.pointer, new[0].pointer)
            elif after:
                yield place.finds("alternative-added", _form(after), old[0].pointer, after.pointer)

    def _branch(self, place: Place, old: Branch, new: Branch) -> Iterator[Finding]:
        if old.whole != new.whole:
            rule = "fractions-removed" if new.whole else "fractions-added"
            text = "number → integer" if new.whole else "integer → number"
            yield place.finds(rule, text, old.pointer, new.pointer)
        yield from _values(place, old, new)
        yield from _known(place, old, new)
        yield from _bounds(place, old, new)
        yield from _words(place, "pattern", old.patterns, new.patterns, old.pointer, new.pointer)
        yield from _words(place, "format", old.formats, new.formats, old.pointer, new.pointer)
        for keyword in sorted({*old.others, *new.others}):
            before, after = old.others.get(keyword), new.others.get(keyword)
            if before != after:
                text = f"{keyword}: {_short(before)} → {_short(after)}"
                yield place.finds("keyword-changed", text, old.pointer, new.pointer)
        if old.family == "array":
            yield from self.compare(place.at("[]"), old.items, new.items)
        if old.family == "object":
            yield from self._object(place, old, new)

    def _object(self, place: Place, old: Branch, new: Branch) -> Iterator[Finding]:
        mine, theirs = self._visible(self.old, old, place), self._visible(self.new, new, place)
        for name in sorted({*mine, *theirs, *old.required, *new.required}):
            here = place.at(name)
            if name in mine and name not in theirs:
                yield self._removed(here, name, old, new, mine[name])
            elif name in theirs and name not in mine:
                yield self._added(here, name, old, new, theirs[name])
            else:
                if (name in old.required) != (name in new.required):
                    rule = "field-became-required" if name in new.required else "field-became-optional"
                    pointers = [node[0].pointer if node else "" for node in (mine.get(name), theirs.get(name))]
                    yield here.finds(rule, name, pointers[0] or old.pointer, pointers[1] or new.pointer)
                if name in mine:
                    yield from self.compare(here, mine[name], theirs[name])
        if old.extra is not None and new.extra is not None:
            yield from self.compare(place.at("{}"), old.extra, new.extra)
        elif old.extra != new.extra:
            rule = "object-closed" if new.extra is None else "object-opened"
            yield place.finds(rule, "additionalProperties", old.pointer, new.pointer)

    @staticmethod
    def _visible(schemas: Schemas, branch: Branch, place: Place) -> dict[str, Node]:
        """The fields that take part in this direction."""
        hidden = NOT_SENT if place.direction == REQUEST else NOT_RECEIVED
        return {name: node for name, node in branch.properties.items() if not schemas.facts(node).get(hidden)}

    def _removed(self, here: Place, name: str, old: Branch, new: Branch, node: Node) -> Finding:
        rule = "required-field-removed" if name in old.required else "field-removed"
        announced = Severity.RISKY if self.old.facts(node).get("deprecated") else None
        text = f"{name} (was deprecated)" if announced is not None else name
        return here.finds(rule, text, node[0].pointer, new.pointer, severity=announced)

    @staticmethod
    def _added(here: Place, name: str, old: Branch, new: Branch, node: Node) -> Finding:
        rule = "required-field-added" if name in new.required else "field-added"
        unexpected = here.direction == RESPONSE and old.extra is None
        text = f"{name}, where no other fields were possible" if unexpected else name
        severity = Severity.BREAKING if unexpected else None
        return here.finds(rule, text, old.pointer, node[0].pointer, severity=severity)

    def _facts(self, place: Place, old: Node, new: Node) -> Iterator[Finding]:
        mine, theirs = self.old.facts(old), self.new.facts(new)
        if mine == theirs:
            return
        at = [node[0].pointer if node else "" for node in (old, new)]
        yield from deprecation(place, mine, theirs, *at)
        for keyword in ("default", "x-default"):
            yield from _default(place, keyword, mine, theirs, *at)
        for keyword, gone, come in (
            ("x-enum-retired", "value-unretired", "value-retired"),
            ("x-enum-legacy", "legacy-word-removed", "legacy-word-added"),
            ("x-sortable-fields", "sort-field-removed", "sort-field-added"),
            ("x-filterable-fields", "filter-field-removed", "filter-field-added"),
        ):
            before, after = (set(map(str, facts.get(keyword) or ())) for facts in (mine, theirs))
            for rule, words in ((gone, before - after), (come, after - before)):
                for word in sorted(words):
                    yield place.finds(rule, word, *at)
        yield from _mapped(place, "x-filterable-fields", "filter-field-changed", mine, theirs, *at)
        yield from _mapped(place, "x-enum-groups", "value-group-changed", mine, theirs, *at)
        for keyword in sorted({*mine, *theirs} - APART):
            if mine.get(keyword) != theirs.get(keyword):
                text = f"{keyword}: {_short(mine.get(keyword))} → {_short(theirs.get(keyword))}"
                yield place.finds("fact-changed", text, *at)


def deprecation(place: Place, old: Any, new: Any, old_at: str, new_at: str) -> Iterator[Finding]:
    """Whether something (an operation, a parameter, a field) is discouraged from now on, or no longer."""
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule = "deprecated" if new.get("deprecated") else "undeprecated"
        yield place.finds(rule, str(new.get("x-deprecated-reason") or rule), old_at, new_at)


def _types(place: Place, families: tuple[set[str], set[str]], old_at: str, new_at: str) -> Iterator[Finding]:
    old, new = families
    if not old & new and old != new:
        yield place.finds("type-changed", f"{_types_named(old)} → {_types_named(new)}", old_at, new_at)
        return
    for rule, types in (("removed", old - new), ("added", new - old)):
        if "null" in types and len(types) == 1:
            yield place.finds(f"null-{rule}", "null", old_at, new_at)
        elif types:
            text = f"{_types_named(old)} → {_types_named(new)}"
            yield place.finds(f"type-{rule}", text, old_at, new_at)


def _types_named(families: set[str]) -> str:
    return "anything" if len(families) == ANYTHING else " or ".join(sorted(families)) or "nothing"


def _paired(old: list[Branch], new: list[Branch]) -> Iterator[tuple[Branch | None, Branch | None]]:
    rest = list(new)
    unpaired = []
    for before in old:
        same = next((after for after in rest if before.name and after.name == before.name), None)
        if same is None:
            unpaired.append(before)
        else:
            rest.remove(same)
            yield before, same
    yield from zip_longest(unpaired, rest)


def _form(branch: Branch) -> str:
    name = branch.name.rsplit("/", 1)[-1]
    return f"{branch.family} {name}".strip()


def _values(place: Place, old: Branch, new: Branch) -> Iterator[Finding]:
    at = old.pointer, new.pointer
    if old.values is None and new.values is not None:
        yield place.finds("values-closed", f"only {_listed(new.values)}", *at)
    if old.values is not None and new.values is None:
        yield place.finds("values-freed", f"was only {_listed(old.values)}", *at)
    gone, come = _moved(old.values, new.values)
    for rule, values in (("value-removed", gone), ("value-added", come)):
        for value in values:
            yield place.finds(rule, value, *at)


def _known(place: Place, old: Branch, new: Branch) -> Iterator[Finding]:
    """The open lists; a list that closes or opens is already a finding about closed lists."""
    at = old.pointer, new.pointer
    before, after = old.known or old.values, new.known or new.values
    if old.values is not None and new.values is not None:
        return
    if before is None and new.known:
        yield place.finds("known-values-listed", _listed(new.known), *at)
    if after is None and old.known:
        yield place.finds("known-values-unlisted", _listed(old.known), *at)
    gone, come = _moved(before, after)
    for rule, values in (("known-value-removed", gone), ("known-value-added", come)):
        for value in values:
            yield place.finds(rule, value, *at)


def _moved(old: frozenset[str] | None, new: frozenset[str] | None) -> tuple[list[str], list[str]]:
    return ([], []) if old is None or new is None else (sorted(old - new), sorted(new - old))


def _bounds(place: Place, old: Branch, new: Branch) -> Iterator[Finding]:
    for keyword in sorted({*old.bounds, *new.bounds}):
        before, after = old.bounds.get(keyword), new.bounds.get(keyword)
        if before != after:
            text = f"{keyword} {_number(before)} → {_number(after)}"
            for rule in _bound_rules(keyword, before, after):
                yield place.finds(rule, text, old.pointer, new.pointer)


def _bound_rules(keyword: str, old: float | None, new: float | None) -> tuple[str, ...]:
    """A bound that is neither stricter nor laxer (steps of 2 instead of 3) is both: some values go, some come."""
    if old is None or new is None:
        return ("bound-tightened",) if old is None else ("bound-loosened",)
    if keyword == "multipleOf":
        stricter, laxer = (new / old).is_integer(), (old / new).is_integer()
        return ("bound-tightened",) * (not laxer) + ("bound-loosened",) * (not stricter)
    return ("bound-tightened",) if (new > old) == (keyword in LOWER) else ("bound-loosened",)


def _words(
    place: Place, what: str, old: frozenset[str], new: frozenset[str], old_at: str, new_at: str
) -> Iterator[Finding]:
    if old == new:
        return
    change = "added" if old < new else "removed" if new < old else "changed"
    text = f"{what} {' and '.join(sorted(old)) or 'none'} → {' and '.join(sorted(new)) or 'none'}"
    yield place.finds(f"{what}-{change}", text, old_at, new_at)


def _default(place: Place, keyword: str, old: Any, new: Any, old_at: str, new_at: str) -> Iterator[Finding]:
    if (keyword in old, old.get(keyword)) == (keyword in new, new.get(keyword)):
        return
    change = "changed" if keyword in old and keyword in new else "added" if keyword in new else "removed"
    text = f"{keyword} {_short(old.get(keyword))} → {_short(new.get(keyword))}"
    yield place.finds(f"default-{change}", text, old_at, new_at)


def _mapped(place: Place, keyword: str, rule: str, old: Any, new: Any, old_at: str, new_at: str) -> Iterator[Finding]:
    """Entries of a mapping that both sides have and describe differently (apart from words)."""
    before, after = old.get(keyword) or {}, new.get(keyword) or {}
    if not isinstance(before, dict) or not isinstance(after, dict):
        return
    fixed = {"x-filterable-fields": set(before) & set(after)}.get(keyword, {*before, *after})
    for name in sorted(fixed, key=str):
        one, other = _meaning(before.get(name)), _meaning(after.get(name))
        if one != other:
            yield place.finds(rule, f"{name}: {_short(one)} → {_short(other)}", old_at, new_at)


def _meaning(entry: Any) -> Any:
    if isinstance(entry, dict):
        return {key: value for key, value in entry.items() if key != "description"}
    return sorted(entry, key=str) if isinstance(entry, list) else entry


def _listed(values: frozenset[str]) -> str:
    return _short(", ".join(sorted(values)))


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:g}"


def _short(value: Any, longest: int = 120) -> str:
    text = value if isinstance(value, str) else "none" if value is None else json.dumps(value, default=str)
    return text if len(text) <= longest else f"{text[:longest]}…"
