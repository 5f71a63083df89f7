"""What recorded traffic shows that the contract does not say.

Each answer is held against its schema (jsonschema-rs, formats included except where the recorder hid a part of the
text), and walked for fields and values of open lists that the contract does not know. What is the same in many
exchanges is one finding with a count and the first place where it was seen. Requests are judged by what the service
made of them: one that it took although the contract refuses it means that the contract is too strict.

Calls below none of the contract's addresses (downloads, other services) are left out and counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlsplit

import jsonschema_rs

from .branches import Branch, Node, Schemas, family_of
from .documents import Document
from .findings import REQUEST, RESPONSE, Finding, Place
from .har import Exchange
from .operations import Message, Operation, operations

BASE = "urn:contract:"
HIDDEN = re.compile(r"\[redacted\]|\[\d+ characters\]|<\w+:\d+>")
"""What recorders put in place of secrets, data and ids; no format survives that."""
ID = re.compile(r"/[^/]*[0-9_][^/]*")
"""A step of a path that looks like the id of something."""
MOST_VIOLATIONS = 20
LONGEST = 160


@dataclass
class Seen:
    """How much was looked at."""

    exchanges: int = 0
    left_out: int = 0
    operations: set[str] = field(default_factory=set)


def compare(document: Document, exchanges: Iterable[Exchange]) -> tuple[list[Finding], Seen]:
    """The findings, each once, in the order in which they were first seen; and how much was looked at."""
    return _Traffic(document).all(exchanges)


class _Traffic:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.schemas = Schemas(document)
        # As JSON: YAML's whole numbers and dates as keys or values are texts there.
        self.registry = jsonschema_rs.Registry([(BASE, json.loads(json.dumps(document.root, default=str)))])
        self.validators: dict[str, jsonschema_rs.Draft202012Validator] = {}
        self.bases = sorted({urlsplit(_url(one)).path.rstrip("/") for one in document.root.get("servers", [])} or {""})
        self.routes = [(operation, _pattern(operation)) for operation in operations(document)]
        self.routes.sort(key=lambda pair: pair[0].path.count("{"))  # literal paths first

    def all(self, exchanges: Iterable[Exchange]) -> tuple[list[Finding], Seen]:
        found: dict[tuple[str, ...], Finding] = {}
        seen = Seen()
        for exchange in exchanges:
            path = self._below_the_address(exchange.path)
            if path is None:
                seen.left_out += 1
                continue
            seen.exchanges += 1
            operation = self._operation(exchange.method, path)
            seen.operations |= {operation.id} if operation else set()
            for finding in set(self._exchange(exchange, operation, path)):
                key = (finding.rule, finding.operation, finding.path, finding.text)
                known = found.get(key)
                found[key] = replace(known, seen=known.seen + 1) if known else finding
        return sorted(found.values(), key=lambda one: (one.operation, one.path, one.text)), seen

    def _below_the_address(self, path: str) -> str | None:
        bases = [base for base in self.bases if path == base or path.startswith(f"{base}/")]
        return path.removeprefix(max(bases, key=len)) if bases else None

    def _operation(self, method: str, path: str) -> Operation | None:
        fits = [operation for operation, pattern in self.routes if pattern.fullmatch(path)]
        return next((operation for operation in fits if operation.method == method), None)

    def _exchange(self, exchange: Exchange, operation: Operation | None, path: str) -> Iterator[Finding]:
        if operation is None:
            if exchange.status < 400:
                text = f"{exchange.method} {ID.sub('/{}', path)} answers {exchange.status}"
                yield _finding(Place(""), "traffic-operation", text, "/paths", exchange)
            return
        place = Place(operation.id, operation.call)
        yield from self._request(place.into(REQUEST, ""), exchange, operation)
        yield from self._answer(place.into(RESPONSE, str(exchange.status)), exchange, operation)

    def _request(self, place: Place, exchange: Exchange, operation: Operation) -> Iterator[Finding]:
        declared = {one.raw["name"] for one in operation.parameters.values() if one.raw.get("in") == "query"}
        for name in sorted({name for name, _ in exchange.query} - declared):
            yield _finding(place.at(f"query.{name}"), "traffic-query", name, operation.pointer, exchange)
        value = _json(exchange.body)
        body = operation.body.schemas.get("application/json") if operation.body else None
        if body and value is not NOTHING and exchange.status < 300 and exchange.content_type == "application/json":
            for steps, message in self._violations(body, value):
                text = f"{message}, and the answer was {exchange.status}"
                yield _finding(_at(place.at("body"), steps), "traffic-request", text, body[0].pointer, exchange)

    def _answer(self, place: Place, exchange: Exchange, operation: Operation) -> Iterator[Finding]:
        answer = self._described(operation, exchange.status)
        if answer is None:
            rule = "traffic-success" if exchange.status < 400 else "traffic-failure"
            yield _finding(place, rule, f"status {exchange.status}", f"{operation.pointer}/responses", exchange)
            return
        if not answer.schemas or (not exchange.answer and not exchange.answer_type):
            return
        if exchange.answer_type not in answer.schemas:
            text = f"{exchange.answer_type or 'none'}, not {' or '.join(answer.schemas)}"
            yield _finding(place, "traffic-content-type", text, answer.pointer, exchange)
            return
        node = answer.schemas[exchange.answer_type]
        if exchange.answer is None or not exchange.answer_type.endswith("json"):
            return
        value = _json(exchange.answer)
        if value is NOTHING and exchange.is_cut:
            return
        if value is NOTHING:
            yield _finding(place, "traffic-not-json", f"{exchange.answer[:LONGEST]!r}", answer.pointer, exchange)
            return
        for steps, message in self._violations(node, value):
            yield _finding(_at(place, steps), "traffic-answer", message, node[0].pointer, exchange)
        yield from self._unknown(place, node, value, exchange)

    @staticmethod
    def _described(operation: Operation, status: int) -> Message | None:
        for word in (str(status), f"{status // 100}XX", "default" if status >= 400 else ""):
            if word in operation.answers:
                return operation.answers[word]
        return None

    def _violations(self, node: Node, value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The broken keywords, each as a path and a sentence."""
        if not node:
            return
        pointer = node[0].pointer
        if pointer not in self.validators:
            # Through the pointer instead of the schema itself, so that references in it lead into the document.
            self.validators[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{BASE}#{quote(pointer, safe='/~')}"}, validate_formats=True, registry=self.registry
            )
        for count, error in enumerate(self.validators[pointer].iter_errors(value)):
            if count >= MOST_VIOLATIONS:
                return
            if isinstance(error.instance, str) and HIDDEN.search(error.instance):
                continue
            yield tuple(error.instance_path), _sentence(error)

    def _unknown(self, place: Place, node: Node, value: Any, exchange: Exchange) -> Iterator[Finding]:
        """Fields that no form of the value has, and words that an open list does not have."""
        forms = [branch for branch in self.schemas.branches(node) if branch.family == family_of(value)]
        if isinstance(value, Mapping):
            yield from self._fields(place, forms, value, exchange)
        elif isinstance(value, list):
            items = [form.items for form in forms if form.items]
            for part in value if len(items) == 1 else []:
                yield from self._unknown(place.at("[]"), items[0], part, exchange)
        elif forms and all(form.known and form.values is None for form in forms):
            known = frozenset().union(*(form.known or frozenset() for form in forms))
            words = {*known, *map(_spelled, self.schemas.facts(node).get("x-enum-legacy") or {})}
            if _spelled(value) not in words:
                yield _finding(place, "traffic-value", _spelled(value), forms[0].pointer, exchange)

    def _fields(
        self, place: Place, forms: list[Branch], value: Mapping[str, Any], exchange: Exchange
    ) -> Iterator[Finding]:
        if not any(form.properties or form.extra for form in forms):
            return  # free-form: whatever is in it is known to be unknown
        for name, part in value.items():
            here = [form.properties[name] for form in forms if name in form.properties]
            maps = [form.extra for form in forms if form.extra]
            if here:
                yield from self._unknown(place.at(name), here[0], part, exchange) if len(here) == 1 else ()
            elif maps:
                yield from self._unknown(place.at("{}"), maps[0], part, exchange) if len(maps) == 1 else ()
            else:
                text = f"{name}: {family_of(part)}"
                yield _finding(place.at(str(name)), "traffic-field", text, forms[0].pointer, exchange)


NOTHING = object()
"""What text that is no JSON is read as."""


def _json(text: str | None) -> Any:
    try:
        return NOTHING if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return NOTHING


def _finding(place: Place, rule: str, text: str, pointer: str, exchange: Exchange) -> Finding:
    return replace(place.finds(rule, text, new=pointer), source="cassettes", evidence=exchange.evidence)


def _at(place: Place, steps: Iterable[str | int]) -> Place:
    for step in steps:
        place = place.at("[]" if isinstance(step, int) else str(step))
    return place


def _sentence(error: jsonschema_rs.ValidationError) -> str:
    """The keyword and what is wrong; a value that differs in each exchange would make many findings of one."""
    rule, instance = error.kind.name, error.instance
    told = {
        "type": f"is {family_of(instance)}",
        "required": error.message,
        "enum": f"has the value {_spelled(instance)}",
    }
    limits = {key: value for key, value in error.kind.as_dict().items() if key not in ("context", "value")}
    return f"{rule}: {told.get(rule) or ', '.join(f'{key} {value}' for key, value in limits.items())}"[:LONGEST]


def _spelled(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _url(server: Any) -> str:
    return str(server.get("url", "")) if isinstance(server, Mapping) else ""


def _pattern(operation: Operation) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(operation.path)))
