"""A filter's tree over a document: names and values are checked once, the result is a predicate.

| field type | = and != | > >= < <= | : | IS EMPTY |
|---|---|---|---|---|
| string | the same text, case counts | refused | every word occurs, the last may be a beginning | yes |
| string[] | some item is the same text | refused | as for string, within one item | yes |
| number | the same number | by number | refused | yes |
| date | the same instant | by instant; a bare date is its first instant in UTC | refused | yes |

Missing, null, "" and [] are empty. A comparison with an empty field is false, `!=` too; `NOT x = y` is the complement
of `x = y` and true there. `!=` on an array: it has items, and none of them is the value. The search guide is silent on
case, on empty fields under `!=`, and on the order of strings; what it does not promise is not granted here.

A document is read once for all conditions (a row, one column for each way of reading a field that the filter uses): a
filter of thousands of conditions costs thousands of comparisons, not thousands of walks through the document.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from .fields import Field, Path, Table, date_of, filterable, number_of, text_of, values
from .filters import IS_EMPTY, IS_NOT_EMPTY, TEXT_MATCH, And, Condition, Node, Not, shown, syntax_error
from .words import words

Predicate = Callable[[Mapping[str, Any]], bool]
Reader = Callable[[Any], Any]  # one value as the comparison wants it; None: unreadable
Row = list[list[Any]]  # by column, the readable, not empty values of one field
Columns = dict[tuple[Path, Reader], int]  # where in a row; grows while a tree is prepared
Test = Callable[[list[Any]], bool]


def _as_is(value: Any) -> Any:
    return value


def _words_of(value: Any) -> tuple[str, ...] | None:
    text = text_of(value)
    return None if text is None else words(text)


_READERS: dict[str, Reader] = {"string": text_of, "string[]": text_of, "number": number_of, "date": date_of}
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


def predicate(node: Node, table: Table) -> Predicate:
    """Whether a document of `table` passes. Raises ApiError (400): unknown field, unreadable value, unfit operator."""
    columns: Columns = {}
    test = _prepare(node, table, columns)

    def passes(document: Mapping[str, Any]) -> bool:
        return test([_read(document, path, reader) for path, reader in columns])

    return passes


def _read(document: Mapping[str, Any], path: Path, reader: Reader) -> list[Any]:
    return [known for value in values(document, path) if (known := reader(value)) is not None]


def _prepare(node: Node, table: Table, columns: Columns) -> Callable[[Row], bool]:
    if isinstance(node, Condition):
        field = filterable(table, node.field)
        reader, test = _condition(node, field)
        column = columns.setdefault((field.path, reader), len(columns))
        return lambda row: test(row[column])
    if isinstance(node, Not):
        inner = _prepare(node.item, table, columns)
        return lambda row: not inner(row)
    parts = [_prepare(item, table, columns) for item in node.items]
    if isinstance(node, And):
        return lambda row: all(part(row) for part in parts)
    return lambda row: any(part(row) for part in parts)


def _condition(condition: Condition, field: Field) -> tuple[Reader, Test]:
    """How to read the field, and what to ask of what was read."""
    if condition.operator == IS_EMPTY:
        return _as_is, lambda found: not found
    if condition.operator == IS_NOT_EMPTY:
        return _as_is, bool
    if condition.operator == TEXT_MATCH:
        return _words_of, _text_match(condition, field)
    return _READERS[field.type], _comparison(condition, field)


def _comparison(condition: Condition, field: Field) -> Test:
    """field ("=" | "!=" | ">" | ">=" | "<" | "<=") value."""
    wanted = _READERS[field.type](condition.value)
    if wanted is None:
        found = shown(condition.value or "")
        raise syntax_error(condition.value_column, f'{field.name} is a {field.type}, "{found}" is not')
    if condition.operator == "=":
        return lambda found: wanted in found
    if condition.operator == "!=":
        return lambda found: bool(found) and wanted not in found
    if field.type not in ("number", "date"):
        raise _unfit(condition, field, "numbers and dates")
    compare = _ORDER[condition.operator]
    return lambda found: any(compare(value, wanted) for value in found)


def _text_match(condition: Condition, field: Field) -> Test:
    """field ":" value."""
    if field.type not in ("string", "string[]"):
        raise _unfit(condition, field, "strings")
    wanted = words(condition.value or "")
    if not wanted:
        raise syntax_error(condition.value_column, "a text match needs a letter or a digit")
    *whole, last = wanted

    def among(known: tuple[str, ...]) -> bool:
        return all(word in known for word in whole) and any(word.startswith(last) for word in known)

    return lambda found: any(among(known) for known in found)


def _unfit(condition: Condition, field: Field, fit: str) -> Exception:
    return syntax_error(condition.column, f"{field.name} is a {field.type}, {condition.operator} works on {fit}")
