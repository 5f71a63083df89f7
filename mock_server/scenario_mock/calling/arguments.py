"""From the words of a command line to a request: which operation, and what its options mean.

    models.list --tags sc:scenario --page-size 5
    generate.custom model_imagen4-ultra --prompt "a castle" --num-outputs 2 --image @castle.png

Options have the contract's names, in any spelling; `--no-NAME` is false. Query parameters come before body fields of
the same name. Path parameters are words without a name, or options, too. An option that is repeated is a list. `values`
has what a word stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from ..contract import Contract, Operation
from .operations import Field, UsageError, fields, is_open, method_of, nearest, plain
from .values import json_object, value_of


@dataclass
class Asked:
    """A request that has not been sent."""

    operation: Operation
    path: dict[str, str] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Below the base URL, with the query."""
        path = self.operation.path.format(**{name: quote(value, safe="") for name, value in self.path.items()})
        query = urlencode({name: worded(value) for name, value in self.query.items()})
        return path.lstrip("/") + (f"?{query}" if query else "")


def read(
    contract: Contract, operation: Operation, words: Sequence[str], data: str | None = None, more: Sequence[Field] = ()
) -> Asked:
    """The request that the words after an operation's name describe; `more` fields are known than the contract's.

    Raises UsageError.
    """
    asked = Asked(operation, body={} if data is None else json_object(data, "--data"))
    if data is not None and operation.body is None:
        raise UsageError(f"{method_of(operation)} takes no body, so no --data")
    known = [*fields(contract, operation), *more]
    given, loose = _sorted(words)
    for name, values in given.items():
        _put(asked, *_found(contract, operation, known, name), values)
    places = [one for one in known if one.place == "path" and one.name not in asked.path]
    for place, word in zip(places, loose, strict=False):
        asked.path[place.name] = word
    if len(loose) > len(places):
        word = loose[len(places)]
        raise UsageError(f"{method_of(operation)} takes no word {word!r}; options begin with --")
    missing = [one for one in known if one.place == "path" and not asked.path.get(one.name)]
    if missing:
        names = " ".join(f"<{one.name}>" for one in missing)
        method = method_of(operation)
        raise UsageError(f"{method} needs {names}, as in: scenario-mock call {method} {names}")
    return asked


def first_word(words: Sequence[str]) -> str | None:
    """The first word without a name: the id in the path, for operations that have one."""
    _, loose = _sorted(words)
    return loose[0] if loose else None


def worded(value: Any) -> str:
    """A value in a query."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _sorted(words: Sequence[str]) -> tuple[dict[str, list[str | None]], list[str]]:
    """The values by option, and the words without one."""
    given: dict[str, list[str | None]] = {}
    loose: list[str] = []
    for name, value in _options(words):
        if name is not None:
            given.setdefault(name, []).append(value)
        elif value is not None:
            loose.append(value)
    return given, loose


def _options(words: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Names with their values; a word without a name has None for it, a name without a value too."""
    waiting: str | None = None
    for word in words:
        is_name = word.startswith("--") and len(word) > 2
        if waiting is not None:
            yield waiting, None if is_name else word
            waiting = None
            if not is_name:
                continue
        if is_name:
            name, equals, value = word[2:].partition("=")
            if equals:
                yield name, value
            else:
                waiting = name
        else:
            yield None, word
    if waiting is not None:
        yield waiting, None


def _found(contract: Contract, operation: Operation, known: Sequence[Field], name: str) -> tuple[Field, bool]:
    """The field that an option means, and whether the option says no to it."""
    by_name = {plain(one.name): one for one in reversed(known)}
    found = by_name.get(plain(name))
    if found is not None:
        return found, False
    if name.startswith("no-") and (refused := by_name.get(plain(name[3:]))) and refused.kind == "boolean":
        return refused, True
    declared = [one for one in known if one.place == "body"]
    if is_open(contract, operation) and not declared:  # nobody knows what the model takes: it will say so itself
        return Field(_camel(name), "body", "", {}, False), False
    options = [one.option for one in known if one.place != "path"]
    hint = nearest(f"--{name}", options) or f"there are {', '.join(options)}"
    raise UsageError(f"{method_of(operation)} has no option --{name}; {hint}")


def _put(asked: Asked, one: Field, refused: bool, words: Sequence[str | None]) -> None:
    if refused:
        if words != [None]:
            raise UsageError(f"--no-{one.option[2:]} takes no value")
        words = ["false"]
    if one.place == "path":
        if words[-1] is None:
            raise UsageError(f"{one.option} needs a value")
        asked.path[one.name] = words[-1]
        return
    values = [value_of(one, word) for word in words]
    target = asked.query if one.place == "query" else asked.body
    if one.kind == "array" or (not one.kind and len(values) > 1):
        target[one.name] = [part for value in values for part in (value if isinstance(value, list) else [value])]
    else:
        target[one.name] = values[-1]


def _camel(name: str) -> str:
    first, *others = name.split("-")
    return first + "".join(part[:1].upper() + part[1:] for part in others)
