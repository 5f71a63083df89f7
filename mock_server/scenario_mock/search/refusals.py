"""Why a filter is refused: where, what was expected, what was found, and what to write instead.

Every refusal of a text is a 400 whose reason starts with the guide's "Invalid filter syntax". The advice is a table of
what people write who know another language; the first row that fits the place counts.
"""

from __future__ import annotations

import re
from typing import Any

from lark import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from scenario_mock.errors import ApiError, bad_request

TOKEN = re.compile(r"""(?s)"(?:[^"\\]|\\.)*(?:"|\\?\Z)|'(?:[^'\\]|\\.)*(?:'|\\?\Z)|[!<>]=|[()=<>!:]|[^\s"'()=<>!:]+""")
"""Strings, operators and parentheses, and what stands between them. A string without an end goes to the end: were it
tried anew at each quote in it, a long one would take time by the square of its length."""

NEAR = 40  # characters around the place that advice looks at

Advice = tuple[re.Pattern[str], str]
"""What to say where the pattern covers the place. In the text {0} is what it covers, {1} its first group, `use` the
sign of ours for it, `code` the character at the place."""

SYMBOLS = {
    written: ours
    for ours, all_written in (
        ("=", "== === \uff1d"),
        (":", "~ =~ \uff1a"),
        ("!=", "! =! !== <> >< ≠ \uff01"),
        (">=", "=> ≥"),
        ("<=", "=< ≤"),
        (">", "\uff1e"),
        ("<", "\uff1c"),
        ("AND", "& &&"),
        ("OR", "| ||"),
    )
    for written in all_written.split()
}
"""What other languages, and other keyboards (full width forms), write for an operator or keyword."""


def _table(*rows: tuple[str, str]) -> tuple[Advice, ...]:
    return tuple((re.compile(f"(?i){pattern}"), text) for pattern, text in rows)


_NAME = r"([\w.]+)\s+"
_PLAIN = r"[^\s\"'()=<>!:]+"
_SYMBOL = ("|".join(map(re.escape, sorted(SYMBOLS, key=len, reverse=True))), "use {use}")
_CONDITION = "a condition is field, operator, value, as in width >= 1024"
_PART = "write {1}:x, or {1} = x for the whole text"
_EMPTINESS = "write {1} IS EMPTY, or {1} IS NOT EMPTY"

ANYWHERE = _table(
    ("[`\u2018-\u201f\u2039\u203a«»]", "use \" or ' around a value"),
    ("[\x00-\x08\x0e-\x1b\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]", "remove {code}"),
)
BY_ROOM = {
    "OPERATOR": _table(
        (rf"{_NAME}NOT\s+IN\b", "write NOT {1} = a AND NOT {1} = b"),
        (rf"{_NAME}IN\b", "write {1} = a OR {1} = b"),
        (rf"{_NAME}(?:NOT\s+)?(?:EXISTS|EMPTY|NULL)\b", _EMPTINESS),
        (rf"{_NAME}BETWEEN\s+(\S+)\s+AND\s+(\S+)", "write {1} >= {2} AND {1} <= {3}"),
        (rf"{_NAME}(\S+)\s+TO\s+(\S+)", "write {1} >= {2} AND {1} <= {3}"),
        (rf"{_NAME}(?:CONTAINS|I?LIKE|MATCHES|STARTS|ENDS|HAS|INCLUDES)\b", _PART),
        (rf"{_NAME}NOT\b", "NOT stands before the condition"),
        _SYMBOL,
        (".", _CONDITION),
    ),
    "_EMPTY": _table(
        (rf"{_NAME}IS\s+(?:NOT\s+)?NULL\b", _EMPTINESS),
        (rf"{_NAME}IS\s+NOT\s+\S", "write {1} != x, or {1} IS NOT EMPTY"),
        (rf"{_NAME}IS\s+\S", "write {1} = x, or {1} IS EMPTY"),
    ),
    "STRING": _table(
        _SYMBOL,
        (r"(?:AND|OR|NOT|IS|EMPTY)\b", "quote a keyword that is a value"),
        (r"[(\[{]", "a condition has one value, join several with OR"),
        (r"[^\s()=<>!:]+", "quote the value"),
    ),
    "_AND": _table(
        (r"&&?|\|\|?", "use {use}"),
        (r"[*%]", "there are no wildcards, field:word matches words"),
        (r"[,;]", "join conditions with AND or OR, or quote a value that has a comma"),
        (r"[=<>:]\s*([^\s\"'()=<>:]+[^\s\"'()]+)", 'quote the value: "{1}"'),
        (rf"{_PLAIN}\s*(?:[=<>:!]|\bIS\b)", "AND or OR is missing"),
        (r"NOT\b|\(", "AND or OR is missing"),
        (_PLAIN, "quote a value of several words"),
    ),
    "$END": _table(
        (r"\)", 'no "(" is open here'),
    ),
    "LPAR": _table(
        ("!", "use NOT"),
        (r"(?:AND|OR)\b|[&|]+", "it joins two conditions"),
        (r"\"[^\"]*\"|'[^']*'", "a field has no quotes"),
        (r"\)", "a condition is missing"),
    ),
}
"""Advice by what the grammar has room for: an operator, EMPTY, a value, another condition, no more, a condition."""

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


def syntax_error(column: int, detail: str) -> ApiError:
    """400 for a filter that cannot be read, at `column` (from 1)."""
    return bad_request(f"Invalid filter syntax at column {column}: {detail}")


def too_much(count: int, what: str, most: int) -> ApiError:
    """400 for a filter that is more than search takes, whatever it says."""
    return bad_request(f"Invalid filter syntax: {count} {what}, at most {most} are allowed")


def shown(text: str, most: int = 60) -> str:
    """`text` fit for an error message: short, and free of half characters that JSON could not carry."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return cut.encode("utf-8", "replace").decode("utf-8")


def refusal(text: str, error: UnexpectedInput) -> ApiError:
    """The parser's complaint as one sentence: where, what was expected, what was found, what to do."""
    ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
    place = len(text) if ended else (error.pos_in_stream or 0)
    if text[place : place + 1] in ('"', "'") and isinstance(error, UnexpectedCharacters):
        return syntax_error(place + 1, _no_closing(text, place))
    room = _room(error)
    found = "the end" if ended else _found(text, place)
    advice = _at_the_end(text, room) if ended else _at(text, place, room)
    return syntax_error(place + 1, f"expected {_listed(room)}, found {found}" + (f"; {advice}" if advice else ""))


def _no_closing(text: str, place: int) -> str:
    detail = f"the string that starts here has no closing {text[place]}"
    glued = place and not text[place - 1].isspace() and text[place - 1] not in "=<>:"
    return detail + ("; quote a value that has a quote in it" if glued else "")


def _room(error: UnexpectedInput) -> set[str]:
    """Names of the terminals that could stand where the parser stopped."""
    at_rest: Any = error.interactive_parser  # there since the parser is LALR; lark leaves it without types
    return set(at_rest.accepts())


def _listed(room: set[str]) -> str:
    names = ["a value"] if "STRING" in room else ["a field name"] if "WORD" in room else []
    names += [words for terminal, words in _EXPECTED if terminal in room]
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else "something else"


def _found(text: str, place: int) -> str:
    match = TOKEN.match(text, place)
    return shown(match.group() if match else text[place : place + 1])


def _at(text: str, place: int, room: set[str]) -> str:
    """The first advice whose pattern covers the character at `place`."""
    rows = next((rows for terminal, rows in BY_ROOM.items() if terminal in room), ())
    for pattern, advice in (*ANYWHERE, *rows):
        for match in pattern.finditer(text, max(0, place - NEAR), place + NEAR):
            if match.start() <= place < match.end():
                whole = match.group()
                words = {"use": SYMBOLS.get(whole, whole), "code": f"U+{ord(text[place]):04X}"}
                return advice.format(shown(whole), *map(shown, match.groups()), **words)
    return ""


def _at_the_end(text: str, room: set[str]) -> str:
    """Advice for a text that stops too early."""
    if "OPERATOR" in room:
        return _CONDITION
    if "LPAR" in room:
        return "a condition is missing"
    if "RPAR" not in room:
        return ""
    opened: list[int] = []
    for token in TOKEN.finditer(text):
        if token.group() == "(":
            opened.append(token.start() + 1)
        elif token.group() == ")":
            opened.pop()
    return f'the "(" at column {opened[-1]} is not closed'
