"""What changed between two versions of a document: operations, and what is said about each.

An operation is found again by method and path, else by its operationId (then it has moved). Statuses that a range
(`4XX`) or the default described before are no news to a client. What a call does (`x-read-only`, `x-spends-credits`,
`x-retry-safe`) is part of the contract, for clients repeat and budget by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .compare_schemas import SchemaComparer, deprecation
from .documents import Document
from .findings import REQUEST, RESPONSE, Finding, Place
from .operations import Message, Operation, headers, operations
from .rules import Severity

FLAGS = {
    "x-read-only": ("now-changes-something", "now-only-reads"),
    "x-spends-credits": ("now-free", "now-costs"),
    "x-retry-safe": ("now-unsafe-to-retry", "now-safe-to-retry"),
}
"""Fact -> rule when it becomes false, rule when it becomes true. Left out, nothing is known and nothing compared."""
OWN_RULES = {*FLAGS, "x-client-method", "x-constraints", "x-deprecated-reason"}
NO_TEXT = ("description", "source")


def compare(old: Document, new: Document) -> list[Finding]:
    """All changes from `old` to `new`: `other` of a finding points into `old`, `pointer` into `new`."""
    return list(_Comparer(old, new).all())


class _Comparer:
    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self.schemas = SchemaComparer(old, new)

    def all(self) -> Iterator[Finding]:
        yield from self._servers()
        yield from self._schemes()
        for before, after in _paired(operations(self.old), operations(self.new)):
            if before and after:
                self.schemas.again()
                yield from self.operation(before, after)
            elif before:
                announced = Severity.RISKY if before.raw.get("deprecated") else None
                text = f"{before.method} {before.path}" + (" (was deprecated)" if announced is not None else "")
                place = Place(before.id, before.call)
                yield place.finds("operation-removed", text, before.pointer, "/paths", severity=announced)
            elif after:
                place = Place(after.id, after.call)
                yield place.finds("operation-added", f"{after.method} {after.path}", "/paths", after.pointer)

    def operation(self, old: Operation, new: Operation) -> Iterator[Finding]:
        place, at = Place(old.id, old.call or new.call), (old.pointer, new.pointer)
        if old.route != new.route:
            yield place.finds("operation-moved", f"{old.method} {old.path} → {new.method} {new.path}", *at)
        if old.id != new.id:
            yield place.finds("operation-renamed", f"{old.id} → {new.id}", *at)
        if old.call != new.call:
            rule = (
                "client-call-renamed" if old.call and new.call else f"client-call-{'named' if new.call else 'unnamed'}"
            )
            yield place.finds(rule, f"{old.call or 'none'} → {new.call or 'none'}", *at)
        if _said(old) != _said(new):
            yield place.finds("words-changed", "summary or description", *at)
        yield from deprecation(place, old.raw, new.raw, *at)
        yield from _facts(place, old, new)
        yield from _constraints(place, old, new)
        for rule, left, right in (("removed", old, new), ("added", new, old)):
            for alternative in sorted(left.security - right.security, key=sorted):
                yield place.finds(f"security-{rule}", " with ".join(sorted(alternative)) or "anonymous", *at)
        yield from self._parameters(place.into(REQUEST, ""), old, new)
        yield from self._body(place.into(REQUEST, "body"), old, new)
        for status in sorted({*old.answers, *new.answers}):
            yield from self._answer(place.into(RESPONSE, status), status, old, new)

    def _parameters(self, place: Place, old: Operation, new: Operation) -> Iterator[Finding]:
        for key in sorted({*old.parameters, *new.parameters}):
            before, after = old.parameters.get(key), new.parameters.get(key)
            if before and after:
                yield from self._parameter(place, before, after)
            elif before:
                announced = Severity.RISKY if before.raw.get("deprecated") else None
                rule = "required-parameter-removed" if before.required else "parameter-removed"
                here = place.at(_named(before))
                yield here.finds(rule, _named(before), before.pointer, new.pointer, severity=announced)
            elif after:
                rule = "required-parameter-added" if after.required else "parameter-added"
                yield place.at(_named(after)).finds(rule, _named(after), old.pointer, after.pointer)

    def _parameter(self, place: Place, old: Message, new: Message) -> Iterator[Finding]:
        here, at = place.at(_named(old)), (old.pointer, new.pointer)
        if old.raw.get("in") == "path" and old.raw.get("name") != new.raw.get("name"):
            yield here.finds("path-parameter-renamed", f"{old.raw.get('name')} → {new.raw.get('name')}", *at)
        if old.required != new.required:
            rule = "parameter-became-required" if new.required else "parameter-became-optional"
            yield here.finds(rule, _named(new), *at)
        if _style(old) != _style(new):
            yield here.finds("parameter-style-changed", f"{_style(old)} → {_style(new)}", *at)
        yield from deprecation(here, old.raw, new.raw, *at)
        yield from self._contents(here, old, new)

    def _body(self, place: Place, old: Operation, new: Operation) -> Iterator[Finding]:
        before, after = old.body, new.body
        if before and after:
            if before.required != after.required:
                rule = "body-became-required" if after.required else "body-became-optional"
                yield place.finds(rule, "body", before.pointer, after.pointer)
            yield from self._contents(place, before, after)
        elif before:
            rule = "required-body-removed" if before.required else "body-removed"
            yield place.finds(rule, "body", before.pointer, new.pointer)
        elif after:
            rule = "required-body-added" if after.required else "body-added"
            yield place.finds(rule, "body", old.pointer, after.pointer)

    def _contents(self, place: Place, old: Message, new: Message) -> Iterator[Finding]:
        at = old.pointer, new.pointer
        for media_type in sorted({*old.schemas, *new.schemas}):
            if media_type not in new.schemas:
                yield place.finds("content-type-removed", media_type, *at)
            elif media_type not in old.schemas:
                yield place.finds("content-type-added", media_type, *at)
            else:
                yield from self.schemas.compare(place, old.schemas[media_type], new.schemas[media_type])

    def _answer(self, place: Place, status: str, old: Operation, new: Operation) -> Iterator[Finding]:
        before, after = old.answers.get(status), new.answers.get(status)
        if before and after:
            yield from self._contents(place, before, after)
            yield from self._headers(place, before, after)
            yield from _links(place, before, after)
            return
        rule = _status_rule(status, added=before is None, covered=_covers(old if before is None else new, status))
        old_at, new_at = before.pointer if before else old.pointer, after.pointer if after else new.pointer
        yield place.finds(rule, status, old_at, new_at)

    def _headers(self, place: Place, old: Message, new: Message) -> Iterator[Finding]:
        mine, theirs = headers(self.old, old), headers(self.new, new)
        for name in sorted({*mine, *theirs}):
            before, after, here = mine.get(name), theirs.get(name), place.at("header").at(name)
            if before and after:
                if before.required != after.required:
                    rule = "header-became-required" if after.required else "header-became-optional"
                    yield here.finds(rule, name, before.pointer, after.pointer)
                yield from self._contents(here, before, after)
            elif before:
                rule = "required-header-removed" if before.required else "header-removed"
                yield here.finds(rule, name, before.pointer, new.pointer)
            elif after:
                rule = "required-header-added" if after.required else "header-added"
                yield here.finds(rule, name, old.pointer, after.pointer)

    def _servers(self) -> Iterator[Finding]:
        before, after = (_servers(document) for document in (self.old, self.new))
        for rule, addresses in (("removed", before - after), ("added", after - before)):
            for address in sorted(addresses):
                yield Place("").finds(f"server-{rule}", address, "/servers", "/servers")

    def _schemes(self) -> Iterator[Finding]:
        """What a name of a security scheme means; which operations take it is theirs to say."""
        mine, theirs = (_schemes(document) for document in (self.old, self.new))
        for name in sorted(set(mine) & set(theirs)):
            if mine[name] != theirs[name]:
                at = f"/components/securitySchemes/{name}"
                yield Place("").finds("security-scheme-changed", name, at, at)


def _paired(old: list[Operation], new: list[Operation]) -> Iterator[tuple[Operation | None, Operation | None]]:
    by_route = {operation.route: operation for operation in new}
    old_routes = {operation.route for operation in old}
    by_id = {operation.id: operation for operation in new if operation.route not in old_routes}
    used = set()
    for before in old:
        after = by_route.get(before.route) or by_id.get(before.id)
        used.add(after.route if after else "")
        yield before, after
    for after in new:
        if after.route not in used:
            yield None, after


def _said(operation: Operation) -> list[str]:
    """Summary and description without their line breaks."""
    return [" ".join(str(operation.raw.get(key, "")).split()) for key in ("summary", "description")]


def _facts(place: Place, old: Operation, new: Operation) -> Iterator[Finding]:
    at = old.pointer, new.pointer
    for fact, rules in FLAGS.items():
        before, after = old.raw.get(fact), new.raw.get(fact)
        if isinstance(before, bool) and isinstance(after, bool) and before != after:
            yield place.finds(rules[after], f"{fact}: {str(before).lower()} → {str(after).lower()}", *at)
    names = {str(name) for name in (*old.raw, *new.raw) if str(name).startswith("x-")}
    for fact in sorted(names - OWN_RULES):
        if old.raw.get(fact) != new.raw.get(fact):
            yield place.finds("fact-changed", fact, *at)


def _constraints(place: Place, old: Operation, new: Operation) -> Iterator[Finding]:
    """A condition is the same when it says the same in other words. `refused` is what makes callers fail."""
    mine, theirs = _conditions(old), _conditions(new)
    for change, left, right in (("removed", mine, theirs), ("added", theirs, mine)):
        for meaning in sorted(set(left) - set(right)):
            entry, pointer = left[meaning]
            refused = entry.get("violation") == "refused"
            text = f"{entry.get('description', meaning)} ({entry.get('violation', 'unknown')})"
            pointers = (pointer, new.pointer) if change == "removed" else (old.pointer, pointer)
            yield place.finds(f"{'refusal' if refused else 'condition'}-{change}", text, *pointers)


def _conditions(operation: Operation) -> dict[str, tuple[Mapping[str, Any], str]]:
    """Meaning of each condition, as text -> the entry and its pointer. What is not refused counts as one kind."""
    found = {}
    listed = operation.raw.get("x-constraints")
    for index, entry in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(entry, Mapping):
            meaning = {key: value for key, value in entry.items() if key not in (*NO_TEXT, "violation")}
            meaning["refused"] = entry.get("violation") == "refused"
            found[_ordered(meaning)] = (entry, f"{operation.pointer}/x-constraints/{index}")
    return found


def _ordered(value: Any) -> str:
    """A text that does not depend on the order of names and values."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{key}: {_ordered(part)}" for key, part in value.items())) + "}"
    return "[" + ", ".join(sorted(map(_ordered, value))) + "]" if isinstance(value, list) else repr(value)


def _named(parameter: Message) -> str:
    return f"{parameter.raw.get('in')}.{parameter.raw.get('name')}"


def _style(parameter: Message) -> str:
    place = parameter.raw.get("in")
    style = parameter.raw.get("style", "form" if place in ("query", "cookie") else "simple")
    explode = parameter.raw.get("explode", style == "form")
    return f"{style}{', explode' if explode else ''}" if _is_composed(parameter) else f"{style}"


def _is_composed(parameter: Message) -> bool:
    """Whether `explode` makes a difference: it does for lists and mappings."""
    schema = parameter.raw.get("schema")
    return isinstance(schema, Mapping) and schema.get("type") in ("array", "object")


def _status_rule(status: str, *, added: bool, covered: bool) -> str:
    change = "added" if added else "removed"
    if status.startswith(("1", "2", "3")):
        return f"success-{change}"
    if covered:
        return "failure-specified" if added else "failure-unspecified"
    return f"failure-{change}"


def _covers(operation: Operation, status: str) -> bool:
    """Whether a range or the default speaks for the status."""
    return any(word in operation.answers for word in (f"{status[:1]}XX", "default") if word != status)


def _links(place: Place, old: Message, new: Message) -> Iterator[Finding]:
    mine, theirs = (message.raw.get("links") or {} for message in (old, new))
    at = old.pointer, new.pointer
    for name in sorted({*mine, *theirs}):
        before, after = (_worded(links[name]) if name in links else None for links in (mine, theirs))
        if before != after:
            change = "added" if name not in mine else "removed" if name not in theirs else "changed"
            yield place.at("link").at(name).finds(f"link-{change}", name, *at)


def _worded(link: Any) -> Any:
    return {key: value for key, value in link.items() if key != "description"} if isinstance(link, Mapping) else link


def _servers(document: Document) -> set[str]:
    listed = document.sequence(document.root.get("servers", []), "/servers")
    return {str(document.mapping(one, "/servers").get("url")).rstrip("/") for one in listed}


def _schemes(document: Document) -> dict[str, Any]:
    components = document.mapping(document.root.get("components", {}), "/components")
    schemes = document.mapping(components.get("securitySchemes", {}), "/components/securitySchemes")
    return {str(name): _worded(scheme) for name, scheme in schemes.items()}
