"""A filter's tree as a condition of the database: the same meaning as `search.evaluate`, asked of columns.

| question | field with one value | array |
|---|---|---|
| `= v` | `column = v` | the column has the label; of many values, the document is among those of the labels |
| `!= v` | `column <> v` | it has items, and is not |
| `> v` … | `column > v` | refused before |
| `:w` | the full-text search finds it | the same; several words must be in one item |
| `IS EMPTY` | `column IS NULL` | it has no items |

SQL's NULL is neither true nor false, a filter knows nothing between. So NOT never stands before an expression: it is
carried down to the comparisons (De Morgan), and there it also lets the empty pass. What a comparison makes of an empty
field then is NULL, which AND and OR treat as false as long as no NOT follows.

Many equalities of one field in an OR (or their complements in an AND) are asked as one: `IN`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scenario_mock.search import And, Condition, Field, Node, Not, Or
from scenario_mock.search.evaluate import Question, question
from scenario_mock.search.fields import Path
from scenario_mock.search.filters import IS_EMPTY, IS_NOT_EMPTY, TEXT_MATCH

from .layout import Layout, label

Sql = tuple[str, tuple[object, ...]]
"""A condition with `?`, and the values."""
Matching = Callable[[Layout, int, Path, Sequence[Sequence[str]]], Sql]
"""A query for the `seq` of the documents with all words of one of the lists at a path; the last may be a beginning."""
_COMPLEMENT = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
FEW = 4
"""Values of an array that are looked for one after the other."""
EVERYTHING: Sql = ("1 = 1", ())


@dataclass(frozen=True)
class Compiler:
    """Makes conditions on rows `s` of a layout's main table, for one shelf."""

    layout: Layout
    number: int
    matching: Matching
    contains: Callable[[str], str]
    """An expression that tells whether a text has the value of a `?` in it."""

    def condition(self, node: Node) -> Sql:
        """The condition that is true for the documents that pass. Raises ApiError (400) as `evaluate` does."""
        return self._node(node, False)

    def bounds(self, node: Node) -> list[Question]:
        """The comparisons of single values that every document that passes must meet."""
        node, negated = _bare(node, False)
        if isinstance(node, And) and not negated:
            return [bound for item in node.items for bound in self.bounds(item)]
        if negated or not isinstance(node, Condition) or node.operator not in ("=", *_COMPLEMENT):
            return []
        asked = question(node, self.layout.table)
        return [] if asked.field.type == "string[]" else [asked]

    def _node(self, node: Node, negated: bool) -> Sql:
        node, negated = _bare(node, negated)
        if isinstance(node, Condition):
            return self._any_of([question(node, self.layout.table)], negated)
        assert isinstance(node, And | Or)
        word = "AND" if isinstance(node, And) != negated else "OR"
        parts: list[Sql | list[Question]] = []
        groups: dict[tuple[str, str], list[Question]] = {}
        for item, without in (_bare(item, negated) for item in node.items):
            if not isinstance(item, Condition):
                parts.append(self._node(item, without))
                continue
            asked = question(item, self.layout.table)
            # Equalities are asked together where one of them is enough, or where none may be.
            if without != (word == "AND") or asked.operator not in ("=", TEXT_MATCH):
                parts.append(self._any_of([asked], without))
                continue
            group = groups.setdefault((asked.field.name, asked.operator), [])
            if not group:
                parts.append(group)
            group.append(asked)
        every = [self._any_of(part, word == "AND") if isinstance(part, list) else part for part in parts]
        # The database asks in this order: what it reads of the row itself first, what it looks up elsewhere last.
        return joined(word, sorted(every, key=lambda part: ("SELECT" in part[0], "(" in part[0])))

    def _any_of(self, asked: Sequence[Question], negated: bool) -> Sql:
        """One question, or several of the same field and operator of which one must be true (or, negated, none)."""
        first = asked[0]
        column = f"s.{self.layout.fields[first.field.name]}"
        many = first.field.type == "string[]"
        if first.operator in (IS_EMPTY, IS_NOT_EMPTY):
            empty = (first.operator == IS_EMPTY) != negated
            return f"{column} = ''" if many and empty else f"{column} <> ''" if many else _null(column, empty), ()
        if first.operator == TEXT_MATCH:
            return _negated(self._matched(asked), negated)
        values = tuple(dict.fromkeys(each.wanted for each in asked))
        if many:
            return self._labelled(first, column, values, negated)
        if first.operator in ("=", "!="):
            equal = (first.operator == "=") != negated
            listed = f"{column} {'=' if equal else '<>'} ?"
            if len(values) > 1:
                listed = f"{column} {'IN' if equal else 'NOT IN'} ({', '.join('?' * len(values))})"
            return (f"({listed} OR {column} IS NULL)" if negated else listed), values
        if negated:
            return f"({column} {_COMPLEMENT[first.operator]} ? OR {column} IS NULL)", values
        return f"{column} {first.operator} ?", values

    def _matched(self, asked: Sequence[Question]) -> Sql:
        """The documents with one of the text matches. Several words in an array must be in one of its items."""
        layout, field, every = self.layout, asked[0].field, [each.wanted for each in asked]
        together = [wanted for wanted in every if field.type == "string[]" and len(wanted) > 1]
        apart = [wanted for wanted in every if wanted not in together]
        parts = [self._in_one_item(field, wanted) for wanted in together]
        if apart:
            sql, values = self.matching(layout, self.number, field.path, apart)
            parts.insert(0, (f"s.seq IN ({sql})", values))
        return joined("OR", parts)

    def _in_one_item(self, field: Field, wanted: Sequence[str]) -> Sql:
        *whole, last = wanted
        each = " AND ".join(["instr(words, ?) > 0"] * len(wanted))
        return (
            f"s.seq IN (SELECT seq FROM {self.layout.labels} WHERE number = ? AND field = ? AND {each})",
            (self.number, field.name, *(f" {word} " for word in whole), f" {last}"),
        )

    def _labelled(self, asked: Question, column: str, values: tuple[object, ...], negated: bool) -> Sql:
        equal = (asked.operator == "=") != negated
        given: tuple[object, ...] = tuple(label(str(value)) for value in values)
        if len(values) <= FEW:
            among = " OR ".join([self.contains(column)] * len(values))
            among = f"({among})" if equal else f"NOT ({among})"
        else:
            given = (self.number, asked.field.name, *values)
            among = (
                f"s.seq {'IN' if equal else 'NOT IN'} (SELECT seq FROM {self.layout.labels} "
                f"WHERE number = ? AND field = ? AND value IN ({', '.join('?' * len(values))}))"
            )
        if asked.operator == "!=":
            among = f"({column} = '' OR {among})" if negated else f"({column} <> '' AND {among})"
        return among, given


def _bare(node: Node, negated: bool) -> tuple[Node, bool]:
    """The node under its NOTs, and whether its complement is meant."""
    while isinstance(node, Not):
        node, negated = node.item, not negated
    return node, negated


def _null(column: str, empty: bool) -> str:
    return f"{column} IS NULL" if empty else f"{column} IS NOT NULL"


def _negated(found: Sql, negated: bool) -> Sql:
    """The complement of a condition that is never NULL."""
    return (f"NOT ({found[0]})", found[1]) if negated else found


def joined(word: str, parts: Sequence[Sql]) -> Sql:
    """The conditions joined by AND or OR, as a balanced tree: databases cap how deep an expression may be."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return EVERYTHING
    half = len(parts) // 2 if len(parts) > 8 else 0
    halves = [joined(word, parts[:half]), joined(word, parts[half:])] if half else parts
    return "(" + f" {word} ".join(sql for sql, _ in halves) + ")", tuple(_values(halves))


def _values(parts: Sequence[Sql]) -> Iterator[object]:
    for _, values in parts:
        yield from values
