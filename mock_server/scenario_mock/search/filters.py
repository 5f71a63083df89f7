"""The filter language: text in, a tree of frozen records with columns out.

The grammar is `grammar.lark`, with what the language means; here each production becomes a record. No field is looked
up here (`fields`) and no document read (`evaluate`); a text that is refused is explained by `refusals`.

Work is bounded: length, nesting and the number of tokens are checked before the parser starts, the parser (LALR) keeps
its own stack, and a tree nests at most MAX_DEPTH parentheses and NOTs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import lru_cache
from importlib.resources import files

from lark import Lark, Token, Transformer, UnexpectedInput, v_args

from .refusals import TOKEN, refusal, syntax_error, too_much
from .refusals import shown as shown  # for those who name in an error what a filter says

MAX_LENGTH = 20_000  # characters
MAX_DEPTH = 64  # parentheses and NOTs around a condition
MAX_CONDITIONS = 500  # a database answers each of them
MAX_TOKENS = 8 * MAX_CONDITIONS  # names, operators, values, keywords, parentheses

COMPARISONS = ("=", "!=", ">", ">=", "<", "<=")
TEXT_MATCH = ":"
IS_EMPTY = "IS EMPTY"
IS_NOT_EMPTY = "IS NOT EMPTY"

BARE = re.compile(r"(?a)(?!(?:AND|OR|NOT|IS|EMPTY)\Z)[\w.-]+")
"""What is printed without quotes. The grammar takes more; the guide shows no more."""

ESCAPES = {"\\": "\\", '"': '"', "'": "'", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True)
class Condition:
    """One question about one field. `value` is None for IS EMPTY and IS NOT EMPTY; columns count from 1."""

    field: str
    operator: str
    value: str | None = None
    column: int = attribute(default=1, compare=False)
    value_column: int = attribute(default=1, compare=False)

    def __str__(self) -> str:
        if self.value is None:
            return f"{self.field} {self.operator}"
        gap = "" if self.operator == TEXT_MATCH else " "
        return f"{self.field}{gap}{self.operator}{gap}{quoted(self.value)}"


@dataclass(frozen=True)
class Not:
    """The complement of `item`."""

    item: Node
    column: int = attribute(default=1, compare=False)

    def __str__(self) -> str:
        return f"NOT {_grouped(self.item)}"


@dataclass(frozen=True)
class And:
    """All of `items`, two or more."""

    items: tuple[Node, ...]

    def __str__(self) -> str:
        return " AND ".join(_grouped(item) for item in self.items)


@dataclass(frozen=True)
class Or:
    """At least one of `items`, two or more."""

    items: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(str(item) if isinstance(item, And) else _grouped(item) for item in self.items)


Node = Condition | Not | And | Or


def _grouped(node: Node) -> str:
    return f"({node})" if isinstance(node, And | Or) else str(node)


def quoted(value: str) -> str:
    """`value` as a filter writes it: bare when it is a plain word, otherwise in double quotes."""
    if BARE.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def parse(text: str) -> Node:
    """The tree of `text`; `str()` of it parses back to the same tree. Raises ApiError (400) with column and reason."""
    _check_size(text)
    _check_tokens(text)
    try:
        tree: Node = _parser().parse(text)  # type: ignore[assignment]  # the transformer leaves no lark tree
    except UnexpectedInput as error:
        raise refusal(text, error) from None
    _check_conditions(tree)
    return tree


def conditions(node: Node) -> Iterator[Condition]:
    """Every condition of the tree, in the order of the text."""
    if isinstance(node, Condition):
        yield node
        return
    for item in (node.item,) if isinstance(node, Not) else node.items:
        yield from conditions(item)


# ---- limits ----------------------------------------------------------------------------------------------------------


def _check_size(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise too_much(len(text), "characters", MAX_LENGTH)


def _check_tokens(text: str) -> None:
    """Count tokens, and parentheses and NOTs around each, before anything is built from them."""
    opened: list[int] = []  # levels that each open parenthesis adds: itself, and the NOTs right before it
    depth = pending = count = 0
    for token in TOKEN.finditer(text):
        word = token.group()
        count += 1
        if word == "(":
            opened.append(pending + 1)
            depth, pending = depth + pending + 1, 0
        elif word == ")":
            depth, pending = depth - (opened.pop() if opened else 0), 0
        else:
            pending = pending + 1 if word.upper() == "NOT" else 0
        if depth + pending > MAX_DEPTH:
            raise syntax_error(token.start() + 1, f"nested deeper than {MAX_DEPTH} levels")
    if count > MAX_TOKENS:
        raise too_much(count, "words and signs", MAX_TOKENS)


def _check_conditions(tree: Node) -> None:
    count = sum(1 for _ in conditions(tree))
    if count > MAX_CONDITIONS:
        raise too_much(count, "conditions", MAX_CONDITIONS)


# ---- productions -----------------------------------------------------------------------------------------------------


class _Build(Transformer[Token, Node]):
    """Runs while the parser reduces, bottom up: no recursion, whatever the nesting."""

    def disjunction(self, items: list[Node]) -> Node:
        """disjunction = conjunction ("OR" conjunction)*; called for two or more."""
        return Or(tuple(items))

    def conjunction(self, items: list[Node]) -> Node:
        """conjunction = negation ("AND" negation)*; called for two or more."""
        return And(tuple(items))

    @v_args(inline=True)
    def negated(self, keyword: Token, item: Node) -> Node:
        """negation = "NOT" negation."""
        return Not(item, _column(keyword))

    @v_args(inline=True)
    def compared(self, name: Token, operator: Token, value: Token) -> Node:
        """condition = field operator value."""
        return Condition(str(name), str(operator), _value(value), _column(name), _column(value))

    @v_args(inline=True)
    def is_empty(self, name: Token) -> Node:
        """condition = field "IS" "EMPTY"."""
        return Condition(str(name), IS_EMPTY, column=_column(name))

    @v_args(inline=True)
    def is_not_empty(self, name: Token, _keyword: Token) -> Node:
        """condition = field "IS" "NOT" "EMPTY"."""
        return Condition(str(name), IS_NOT_EMPTY, column=_column(name))


def _column(token: Token) -> int:
    return (token.start_pos or 0) + 1


def _value(token: Token) -> str:
    """value = word | "..." | '...'; the text meant, without quotes and escapes."""
    if token.type != "STRING":
        return str(token)

    def unescape(match: re.Match[str]) -> str:
        letter = match.group(1)
        if letter not in ESCAPES:
            column = _column(token) + 1 + match.start()
            raise syntax_error(column, rf"unknown escape \{shown(letter)}, known are \\ \" \' \n \r \t")
        return ESCAPES[letter]

    return re.sub(r"(?s)\\(.)", unescape, token[1:-1])


@lru_cache(maxsize=1)
def _parser() -> Lark:
    """The grammar's parser, made at its first use: a start-up has no time for it."""
    grammar = files(__package__).joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", transformer=_Build(), maybe_placeholders=False)
