"""How much of the contract a run has called: for each operation its statuses, query parameters and enum values.

Enum values are counted where they stand: in the query, in what was sent, in what a 2xx answered. A place is written as
in `jobs[].status`. Places below choices (oneOf and the like) count as one. With pytest-xdist each process counts by
itself and hands its counts over as plain data (`dump`, `merge`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from contract_tests.exchanges import Exchange
from contract_tests.spec import contract

LONGEST = 2_000_000
"""Characters of a body that are still looked at."""
DEEPEST = 12
Place = tuple[str, ...]
Row = dict[str, Any]


class Coverage:
    """What was called so far."""

    def __init__(self) -> None:
        self.statuses: dict[str, Counter[str]] = {}
        self.parameters: dict[str, Counter[str]] = {}
        self.seconds: dict[str, list[float]] = {}
        self.values: dict[str, Counter[str]] = {}
        """operationId -> `place = value` of enums."""

    def see(self, exchange: Exchange, *, values: bool) -> None:
        """Count an exchange; `values`: its enum values, too, for which bodies are read."""
        name = exchange.operation_id
        if name is None:
            return
        self.statuses.setdefault(name, Counter())[str(exchange.status)] += 1
        given = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
        self.parameters.setdefault(name, Counter()).update({key for key, _ in given})
        self.seconds.setdefault(name, []).append(exchange.seconds)
        if values:
            self.values.setdefault(name, Counter()).update(_values(exchange, name, given))

    def dump(self) -> Row:
        """As plain data."""
        counted = {part: {name: dict(count) for name, count in getattr(self, part).items()} for part in COUNTED}
        return {**counted, "seconds": self.seconds}

    def merge(self, dumped: Row) -> None:
        """Add what another process counted."""
        for part in COUNTED:
            for name, counts in dumped[part].items():
                getattr(self, part).setdefault(name, Counter()).update(counts)
        for name, seconds in dumped["seconds"].items():
            self.seconds.setdefault(name, []).extend(seconds)

    def told(self) -> str:
        """In one line."""
        operations = contract().operations
        known = {name: set(operation.responses) - {"default"} for name, operation in operations.items()}
        seen = sum(len(set(self.statuses.get(name, ())) & statuses) for name, statuses in known.items())
        every = sum(map(len, known.values()))
        return f"called {len(self.statuses)} of {len(operations)} operations, saw {seen} of {every} of their statuses"

    def rows(self) -> list[Row]:
        """For the page, an operation each."""
        return [self._row(name) for name in contract().operations] if self.statuses else []

    def _row(self, name: str) -> Row:
        operation, seen = contract().operations[name], self.statuses.get(name, Counter())
        given, times = self.parameters.get(name, Counter()), sorted(self.seconds.get(name, []))
        statuses = dict.fromkeys([*(each for each in operation.responses if each != "default"), *sorted(seen)])
        counts = self.values.get(name, Counter())
        values = [
            (place, [(value, counts[f"{place} = {value}"]) for value in known]) for place, known in enums(name).items()
        ]
        return {
            "name": name,
            "statuses": [(status, seen[status]) for status in statuses],
            "parameters": [(each.name, given[each.name]) for each in operation.parameters if each.location == "query"],
            "values": values,
            "values_seen": sum(count > 0 for _, known in values for _, count in known),
            "values_known": sum(len(known) for _, known in values),
            "calls": len(times),
            "p50": times[len(times) // 2] * 1000 if times else 0,
            "p95": times[len(times) * 95 // 100] * 1000 if times else 0,
        }


COUNTED = ("statuses", "parameters", "values")


@cache
def enums(name: str) -> dict[str, list[str]]:
    """Place -> values, of an operation; places start with `query`, `sent` or `answer`."""
    operation = contract().operations[name]
    found: dict[str, dict[str, None]] = {}
    roots: list[tuple[Place, Mapping[str, Any]]]
    roots = [(("query", each.name), each.schema) for each in operation.parameters if each.location == "query"]
    roots += [(("sent",), operation.body)] if operation.body else []
    roots += [(("answer",), schema) for status, schema in operation.responses.items() if status[0] == "2" and schema]
    for place, schema in roots:
        for where, values in _enums(place, schema, ()):
            found.setdefault(_worded(where), {}).update(dict.fromkeys(values))
    return {place: list(values) for place, values in found.items()}


def _enums(place: Place, schema: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[Place, list[str]]]:
    reference = schema.get("$ref")
    if reference is not None:
        if reference in above or len(above) > DEEPEST:
            return
        yield from _enums(place, _resolved(reference), (*above, reference))
        return
    listed = schema.get("enum") or schema.get("x-extensible-enum")
    if isinstance(listed, list):
        yield place, [str(value) for value in listed if value is not None]
    for key, part in (schema.get("properties") or {}).items():
        yield from _enums((*place, key), part, above)
    if isinstance(schema.get("items"), Mapping):
        yield from _enums((*place[:-1], f"{place[-1]}[]"), schema["items"], above)
    for word in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(word) or ():
            yield from _enums(place, part, above)


def _resolved(reference: str) -> Mapping[str, Any]:
    found: Any = contract().document
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    schema: Mapping[str, Any] = found
    return schema


def _values(exchange: Exchange, name: str, given: list[tuple[str, str]]) -> set[str]:
    places = enums(name)
    found = {f"{place} = {part}" for key, value in given for place, part in _of_query(key, value) if place in places}
    for root, body in (("sent", exchange.body), ("answer", exchange.answer if exchange.status // 100 == 2 else "")):
        if any(place.startswith(root) for place in places) and body and len(body) < LONGEST:
            try:
                content = json.loads(body)
            except ValueError:
                continue
            found |= {f"{place} = {value}" for place, value in _leaves(root, content) if place in places}
    return found


def _of_query(key: str, value: str) -> Iterator[tuple[str, str]]:
    yield f"query.{key}", value
    for part in value.split(","):
        yield f"query.{key}[]", part


def _leaves(place: str, content: Any) -> Iterator[tuple[str, str]]:
    if isinstance(content, dict):
        for key, part in content.items():
            yield from _leaves(f"{place}.{key}", part)
    elif isinstance(content, list):
        for part in content:
            yield from _leaves(f"{place}[]", part)
    elif isinstance(content, str):
        yield place, content


def _worded(place: Place) -> str:
    return ".".join(place)
