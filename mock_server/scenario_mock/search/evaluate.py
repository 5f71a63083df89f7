"""A filter's tree over one document: names and values are checked once, the result is a predicate.

This is the definition, in code, of what `grammar.lark` says a filter means. Whoever answers filters in another way asks
the same `Question`s and gives the same answers.

A document is read once for all conditions (a row, one column for each way of reading a field that the filter uses).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scenario_mock.errors import ApiError

from .fields import Field, Path, Table, date_of, filterable, number_of, text_of, values
from .filters import IS_EMPTY, IS_NOT_EMPTY, TEXT_MATCH, And, Condition, Node, Not
from .refusals import shown, syntax_error
from .words import words

MAX_WORDS = 100  # in one text match

Predicate = Callable[[Mapping[str, Any]], bool]
Reader = Callable[[Any], Any]  # one value as the comparison wants it; None: unreadable
Row = list[list[Any]]  # by column, the readable, not empty values of one field
Columns = dict[tuple[Path, Reader], int]  # where in a row; grows while a tree is prepared
Test = Callable[[list[Any]], bool]


@dataclass(frozen=True)
class Question:
    """A condition whose field exists and whose value is fit for it."""

    field: Field
    operator: str
    wanted: Any
    """None for IS EMPTY and IS NOT EMPTY; for a text match its words, at least one, the last perhaps a beginning;
    otherwise what `reader` makes of the field: str, float, for a date milliseconds since the epoch."""

    @property
    def reader(self) -> Reader:
        """How a value of the field is to be read for this question."""
        if self.wanted is None:
            return as_is
        return words_of if self.operator == TEXT_MATCH else _READERS[self.field.type]


def as_is(value: Any) -> Any:
    """The value itself: whether there is one is all that counts."""
    return value


def words_of(value: Any) -> tuple[str, ...] | None:
    """The words of a text; None: it is none."""
    text = text_of(value)
    return None if text is None else words(text)


_READERS: dict[str, Reader] = {"string": text_of, "string[]": text_of, "number": number_of, "date": date_of}
_WRITTEN = {
    "number": "a number is like 1024, 7.5 or 1e3",
    "date": 'a date is like "2024-01-31" or "2024-01-31T10:30:00Z"',
}
_NO_VALUE = {"", "null", "none", "nil", "undefined", "empty"}
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
        asked = question(node, table)
        column = columns.setdefault((asked.field.path, asked.reader), len(columns))
        test = _test(asked)
        return lambda row: test(row[column])
    if isinstance(node, Not):
        inner = _prepare(node.item, table, columns)
        return lambda row: not inner(row)
    parts = [_prepare(item, table, columns) for item in node.items]
    if isinstance(node, And):
        return lambda row: all(part(row) for part in parts)
    return lambda row: any(part(row) for part in parts)


def _test(asked: Question) -> Test:
    """What to ask of the values that were read."""
    wanted = asked.wanted
    if asked.operator == IS_EMPTY:
        return lambda found: not found
    if asked.operator == IS_NOT_EMPTY:
        return bool
    if asked.operator == TEXT_MATCH:
        return lambda found: any(_among(wanted, known) for known in found)
    if asked.operator == "=":
        return lambda found: wanted in found
    if asked.operator == "!=":
        return lambda found: bool(found) and wanted not in found
    compare = _ORDER[asked.operator]
    return lambda found: any(compare(value, wanted) for value in found)


def _among(wanted: tuple[str, ...], known: tuple[str, ...]) -> bool:
    *whole, last = wanted
    return all(word in known for word in whole) and any(word.startswith(last) for word in known)


# ---- check -----------------------------------------------------------------------------------------------------------


def question(condition: Condition, table: Table) -> Question:
    """The condition, understood. Raises ApiError (400): unknown field, unreadable value, unfit operator."""
    field = filterable(table, condition.field, condition.column)
    if condition.value is None:
        return Question(field, condition.operator, None)
    if condition.operator == TEXT_MATCH:
        return Question(field, TEXT_MATCH, _wanted_words(condition, field))
    wanted = _READERS[field.type](condition.value)
    if wanted is None:
        raise _unreadable(condition, condition.value, field)
    if condition.operator in _ORDER and field.type == "string[]":
        raise _unfit(condition, field, "strings, numbers and dates; = asks what is in a list")
    return Question(field, condition.operator, wanted)


def _wanted_words(condition: Condition, field: Field) -> tuple[str, ...]:
    if field.type not in ("string", "string[]"):
        raise _unfit(condition, field, "strings")
    wanted = words(condition.value or "")
    if not wanted:
        raise syntax_error(condition.value_column, "a text match needs a letter or a digit")
    if len(wanted) > MAX_WORDS:
        raise syntax_error(condition.value_column, f"{len(wanted)} words to match, at most {MAX_WORDS} are allowed")
    return wanted


def _unfit(condition: Condition, field: Field, fit: str) -> ApiError:
    return syntax_error(condition.column, f"{field.name} is a {field.type}, {condition.operator} works on {fit}")


def _unreadable(condition: Condition, value: str, field: Field) -> ApiError:
    advice = f"for no value write {field.name} IS EMPTY" if value.casefold() in _NO_VALUE else _WRITTEN[field.type]
    detail = f'{field.name} is a {field.type}, "{shown(value)}" is not; {advice}'
    return syntax_error(condition.value_column, detail)
