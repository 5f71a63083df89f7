"""The filter language: text in, a tree of frozen records with columns out.

    filter       = disjunction
    disjunction  = conjunction ("OR" conjunction)*
    conjunction  = negation ("AND" negation)*
    negation     = "NOT" negation | primary
    primary      = "(" disjunction ")" | condition
    condition    = field ("=" | "!=" | ">" | ">=" | "<" | "<=" | ":") value
                 | field "IS" "EMPTY" | field "IS" "NOT" "EMPTY"
    field        = word
    value        = word | "..." | '...'                with the escapes \\\\ \\" \\' \\n \\r \\t
    word         = (letter | digit | "_" | "-" | ".")+, not AND OR NOT IS EMPTY

The search guide documents the operators, the keywords and the parentheses; it uses `field:value` in four field rows and
one example without listing it as an operator. Keywords are printed in upper case there; here any case is accepted,
which is more than the guide promises. Only upper case is portable.

No field is looked up here (`fields`) and no document read (`evaluate`). A filter that this module refuses is a 400
whose reason starts with "Invalid filter syntax". Work is bounded: length and nesting are checked before the parser
starts, the parser (LALR) keeps its own stack, and a tree nests at most MAX_DEPTH parentheses and NOTs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import lru_cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedInput, UnexpectedToken, v_args

from scenario_mock.errors import ApiError, bad_request

MAX_LENGTH = 20_000  # characters
MAX_DEPTH = 64  # parentheses and NOTs around a condition
MAX_CONDITIONS = 2_000

COMPARISONS = ("=", "!=", ">", ">=", "<", "<=")
TEXT_MATCH = ":"
IS_EMPTY = "IS EMPTY"
IS_NOT_EMPTY = "IS NOT EMPTY"

WORD = re.compile(r"(?!(?:AND|OR|NOT|IS|EMPTY)\Z)[\w.-]+")
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
    """`value` as a filter writes it: bare when it is a word, otherwise in double quotes."""
    if WORD.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def parse(text: str) -> Node:
    """The tree of `text`; `str()` of it parses back to the same tree. Raises ApiError (400) with column and reason."""
    _check_size(text)
    _check_depth(text)
    try:
        tree: Node = _parser().parse(text)  # type: ignore[assignment]  # the transformer leaves no lark tree
    except UnexpectedInput as error:
        raise _refusal(text, error) from None
    _check_conditions(tree)
    return tree


def conditions(node: Node) -> Iterator[Condition]:
    """Every condition of the tree, in the order of the text."""
    if isinstance(node, Condition):
        yield node
        return
    for item in (node.item,) if isinstance(node, Not) else node.items:
        yield from conditions(item)


def syntax_error(column: int, detail: str) -> ApiError:
    """400 for a filter that cannot be read, at `column` (from 1)."""
    return bad_request(f"Invalid filter syntax at column {column}: {detail}")


def shown(text: str, most: int = 60) -> str:
    """`text` fit for an error message: short, and free of half characters that JSON could not carry."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return cut.encode("utf-8", "replace").decode("utf-8")


# ---- limits ----------------------------------------------------------------------------------------------------------

_NESTING = re.compile(r"""(?s)"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()]|[\w.-]+|\S""")


def _check_size(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise bad_request(f"Invalid filter syntax: {len(text)} characters, at most {MAX_LENGTH} are allowed")


def _check_depth(text: str) -> None:
    """Count parentheses and NOTs around each token, before anything is built from them."""
    opened: list[int] = []  # levels that each open parenthesis adds: itself, and the NOTs right before it
    depth = pending = 0
    for token in _NESTING.finditer(text):
        word = token.group()
        if word == "(":
            opened.append(pending + 1)
            depth, pending = depth + pending + 1, 0
        elif word == ")":
            depth, pending = depth - (opened.pop() if opened else 0), 0
        else:
            pending = pending + 1 if word.upper() == "NOT" else 0
        if depth + pending > MAX_DEPTH:
            raise syntax_error(token.start() + 1, f"nested deeper than {MAX_DEPTH} levels")


def _check_conditions(tree: Node) -> None:
    count = sum(1 for _ in conditions(tree))
    if count > MAX_CONDITIONS:
        raise bad_request(f"Invalid filter syntax: {count} conditions, at most {MAX_CONDITIONS} are allowed")


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


# ---- what went wrong -------------------------------------------------------------------------------------------------

_EXPECTED = (
    ("NOT", "NOT"),
    ("LPAR", '"("'),
    ("OPERATOR", "an operator (= != > >= < <= :)"),
    ("_IS", "IS"),
    ("_EMPTY", "EMPTY"),
    ("_AND", "AND"),
    ("_OR", "OR"),
    ("RPAR", '")"'),
    ("$END", "the end"),
)


def _refusal(text: str, error: UnexpectedInput) -> ApiError:
    """The parser's complaint as one sentence: where, what was expected, what was found."""
    ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
    position = len(text) if ended else (error.pos_in_stream or 0)
    if text[position : position + 1] in {'"', "'"} and isinstance(error, UnexpectedCharacters):
        return syntax_error(position + 1, f"the string that starts here has no closing {text[position]}")
    accepted = _accepted(error)
    found = "the end" if ended else _found(text, position)
    return syntax_error(position + 1, f"expected {_listed(accepted)}, found {found}{_hint(text, position, accepted)}")


def _accepted(error: UnexpectedInput) -> set[str]:
    """Names of the terminals that could stand where the parser stopped."""
    at_rest: Any = getattr(error, "interactive_parser", None)
    if at_rest is not None:
        return set(at_rest.accepts())
    return set(getattr(error, "expected", None) or getattr(error, "allowed", None) or ())


def _listed(accepted: set[str]) -> str:
    names = ["a value"] if "STRING" in accepted else ["a field name"] if "WORD" in accepted else []
    names += [words for terminal, words in _EXPECTED if terminal in accepted]
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "something else"


def _found(text: str, position: int) -> str:
    match = _NESTING.match(text, position)
    return shown(match.group() if match else text[position : position + 1])


def _hint(text: str, position: int, accepted: set[str]) -> str:
    """What to do about it, where a value without quotes is the likely cause."""
    if position in (0, len(text)) or text[position] in "()=<>!\"'":
        return ""
    glued = "_AND" in accepted and not text[position - 1].isspace()
    return "; quote a keyword, or characters other than letters, digits, _ - ." if glued or "STRING" in accepted else ""
