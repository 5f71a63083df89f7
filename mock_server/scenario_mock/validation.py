"""Hold requests and answers against the contract.

Requests: query and path values are read from their text by the type of their schema, then checked; a body is read as
JSON, then checked. The first violation becomes the sentence in `reason`, all of them stand in `details.violations`.
Answers are checked more strictly than the contract asks of a client: the mock sends only known, not retired values of
open enumerations (legacy ones when it was told to speak in older words), and formats count. Validators (jsonschema-rs,
Draft 2020-12) are compiled once, at first use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

import jsonschema_rs

from .bodies import read_json
from .contract import Contract, Operation, Parameter
from .errors import ApiError, bad_request, unsupported_media_type
from .search import ASSETS
from .search.run import sort_orders

BASE = "urn:contract:"
MOST_VIOLATIONS = 10
LONGEST_MESSAGE = 300
MOST_REMEMBERED, LONGEST_REMEMBERED = 4096, 500
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")


def _sorting(entry: str) -> str | None:
    """Why nothing can be sorted by that; both searches sort by the same fields."""
    try:
        sort_orders(ASSETS, [entry])
    except ApiError as error:
        return str(error)
    return None


SENTENCES: dict[tuple[str, str, str], Callable[[Any], str | None]] = {
    ("search", "/limit", "maximum"): lambda _: "Limit exceeds maximum (100)",
    ("search", "/hitsPerPage", "maximum"): lambda _: "Limit exceeds maximum (100)",
    ("search", "/sortBy/*", "pattern"): _sorting,
}
"""What the guides say to a violation: (tag, pointer with `*` for a place in a list, keyword) -> reason for a value."""


@dataclass(frozen=True)
class Violation:
    """One broken rule: where (`query`, `path`, `body`), at which name or JSON pointer, which keyword, in words."""

    place: str
    at: str
    rule: str
    message: str


class Validator:
    """Checks requests and answers of one contract.

    `forgiven` names query parameters, as (operationId, parameter), whose unusable value is dropped instead of refused.
    With `legacy_words` answers may hold the contract's `x-enum-legacy` values.
    """

    def __init__(
        self, contract: Contract, *, forgiven: frozenset[tuple[str, str]] = frozenset(), legacy_words: bool = False
    ) -> None:
        self._forgiven = forgiven
        self._received = _Checker(contract.document)
        self._document, self._legacy_words = contract.document, legacy_words
        # Clients ask the same things again and again: what a query string says is remembered.
        self._queries: dict[tuple[str, str], dict[str, Any]] = {}
        self._components: dict[str, Mapping[str, Any]] = {}

    @cached_property
    def _sent(self) -> _Checker:
        return _Checker(_closed(self._document, self._legacy_words))

    def query(self, operation: Operation, text: str) -> dict[str, Any]:
        """The declared query parameters found in `text`, typed. Undeclared keys are ignored, as the service does."""
        if not text:
            return self._values(operation, "query", {})
        known = self._queries.get((operation.id, text))
        if known is None:
            given = dict(parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="replace"))
            known = self._values(operation, "query", given)
            if len(self._queries) >= MOST_REMEMBERED:
                self._queries.clear()
            if len(text) < LONGEST_REMEMBERED:
                self._queries[operation.id, text] = known
        return dict(known)

    def path(self, operation: Operation, given: Mapping[str, str]) -> dict[str, Any]:
        """The path parameters, typed."""
        return self._values(operation, "path", given)

    def body(self, operation: Operation, content_type: str, raw: bytes) -> Any:
        """The JSON body, checked; None when the operation has none or it was left out."""
        if operation.body is None:
            return None
        if not raw:
            if operation.body_required:
                raise bad_request("A JSON body is required")
            return None
        if content_type.split(";")[0].strip().lower() not in ("application/json", ""):
            raise unsupported_media_type(content_type)
        value = read_json(raw)
        found = self._received.violations(operation.body, value, "body")
        if found:
            raise _refusal(operation, found, value)
        return value

    def answer(self, operation: Operation, status: int, value: Any) -> list[Violation]:
        """What is wrong with sending `value` under `status`; an empty list when the contract allows it."""
        schema = operation.responses.get(str(status), operation.responses.get("default"))
        return [] if schema is None else self._sent.violations(schema, value, "answer")

    def open_answer(self, operation: Operation, status: int, value: Any) -> list[Violation]:
        """As `answer`, but as others' answers have to be read: a new word of an open enumeration is no fault."""
        schema = operation.responses.get(str(status), operation.responses.get("default"))
        return [] if schema is None else self._received.violations(schema, value, "answer")

    def parameter(self, parameter: Parameter, text: str) -> list[Violation]:
        """What is wrong with `text` as the value of a parameter, or of a header described like one."""
        return self._received.violations(parameter.schema, _typed(parameter, text), parameter.location)

    def component(self, name: str, value: Any) -> list[Violation]:
        """What is wrong with `value` as the contract's component of that name, held as strictly as an answer."""
        schema = self._components.setdefault(name, {"$ref": f"#/components/schemas/{name}"})
        return self._sent.violations(schema, value, name)

    def _values(self, operation: Operation, place: str, given: Mapping[str, str]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        found: list[Violation] = []
        for parameter in operation.parameters:
            if parameter.location != place:
                continue
            if parameter.name not in given:
                if parameter.required:
                    found.append(Violation(place, parameter.name, "required", f"{parameter.name} is required"))
                continue
            value = _typed(parameter, given[parameter.name])
            violations = self._received.violations(parameter.schema, value, place)
            if violations and (operation.id, parameter.name) in self._forgiven:
                continue
            values[parameter.name] = value
            found += [
                Violation(place, parameter.name, violation.rule, f"{parameter.name}: {violation.message}")
                for violation in violations
            ]
        if found:
            raise _refusal(operation, found)
        return values


@lru_cache(maxsize=4)
def validator_of(
    contract: Contract, *, forgiven: frozenset[tuple[str, str]] = frozenset(), legacy_words: bool = False
) -> Validator:
    """The validator of a contract; mocks of one kind in one process share it, with what it has compiled."""
    return Validator(contract, forgiven=forgiven, legacy_words=legacy_words)


class _Checker:
    """Compiled validators for the schemas of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._registry = jsonschema_rs.Registry([(BASE, dict(document))])
        self._compiled: dict[int, tuple[Mapping[str, Any], jsonschema_rs.Draft202012Validator]] = {}

    def violations(self, schema: Mapping[str, Any], value: Any, place: str) -> list[Violation]:
        validator = self._validator(schema)
        if validator.is_valid(value):
            return []
        return [_violation(place, error) for error in islice(validator.iter_errors(value), MOST_VIOLATIONS)]

    def _validator(self, schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
        # Keyed by identity: the schemas belong to the contract, which lives as long as this does.
        if id(schema) not in self._compiled:
            compiled = jsonschema_rs.Draft202012Validator(
                _absolute(schema), validate_formats=True, registry=self._registry
            )
            self._compiled[id(schema)] = (schema, compiled)
        return self._compiled[id(schema)][1]


def _absolute(node: Any) -> Any:
    """`node` with its references leading into the registered document."""
    if isinstance(node, Mapping):
        return {key: BASE + value if key == "$ref" else _absolute(value) for key, value in node.items()}
    return [_absolute(part) for part in node] if isinstance(node, list) else node


def _closed(node: Any, legacy_words: bool) -> Any:
    """`node` with each open enumeration closed to the values that the mock may send."""
    if isinstance(node, list):
        return [_closed(part, legacy_words) for part in node]
    if not isinstance(node, Mapping):
        return node
    closed = {key: _closed(value, legacy_words) for key, value in node.items()}
    if isinstance(node.get("x-extensible-enum"), list):
        retired = node.get("x-enum-retired", [])
        legacy = list(node.get("x-enum-legacy", [])) if legacy_words else []
        closed["enum"] = [*(value for value in node["x-extensible-enum"] if value not in retired), *legacy]
    return closed


def _violation(place: str, error: jsonschema_rs.ValidationError) -> Violation:
    at = "".join(f"/{part}" for part in error.instance_path)
    message = error.message
    if len(message) > LONGEST_MESSAGE:  # messages quote the value, which may be a whole picture
        message = message[:LONGEST_MESSAGE] + "…"
    return Violation(place, at, error.kind.name, message)


def _typed(parameter: Parameter, text: str) -> Any:
    """The value that `text` spells for the parameter's type; text that spells none stays text and fails its schema."""
    if parameter.kind == "array":
        return text.split(",")
    if parameter.kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if parameter.kind == "integer" and INTEGER.fullmatch(text):
        return int(text)
    if parameter.kind == "number" and NUMBER.fullmatch(text):
        return float(text)
    return text


def _refusal(operation: Operation, found: Iterable[Violation], body: Any = None) -> ApiError:
    """400 with the first violation as the reason and all of them in the details."""
    violations = list(found)
    first = violations[0]
    where = "body" + first.at.replace("/", ".") if first.place == "body" else ""
    reason = _sentence(operation, first, body) or f"{where}: {first.message}".removeprefix(": ")
    return bad_request(reason, details={"violations": [asdict(violation) for violation in violations]})


def _sentence(operation: Operation, violation: Violation, body: Any) -> str | None:
    """The guides' words for a violation; None when they have none."""
    names = violation.at.split("/")[1:]
    places = "".join(f"/{'*' if name.isdecimal() else name}" for name in names)
    explain = SENTENCES.get((operation.tag, places, violation.rule))
    if explain is None or violation.place != "body":
        return None
    for name in names:
        body = body[int(name) if isinstance(body, list) else name]
    return explain(body)
