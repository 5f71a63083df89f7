"""What the fuzzer starts from: the filters that the contract shows, one text for each thing the language can do, and
the words of the language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from scenario_mock.search.fields import ASSETS, MODELS

SHAPES = (
    "a != 1 OR NOT (b < -1.5e3 AND c <= '+5') OR d > .5",
    r"""name = "say \"hi\" \\ \n\r\t" AND name = 'it\'s' """,
    "tags = été OR tags = 龍 OR tags = 🐉",
    "createdAt >= '2024-01-31T10:30:00.123456+05:30' AND updatedAt < 2024-02-29",
    "complianceMetadata.subProcessor IS NOT EMPTY and not concepts is empty",
    'prompt:"un château" AND tags:dra',
    "width == 3 && tags IN [a, b]",
    "width BETWEEN 5 AND 10",
    "tags = “castle”",
    "((((a = 1))))",
    "NOT NOT NOT a = 1",
    'name = "no end',
)
TOKENS = (
    "AND",
    "OR",
    "NOT",
    "IS",
    "EMPTY",
    "=",
    "!=",
    ">",
    ">=",
    "<",
    "<=",
    ":",
    "(",
    ")",
    '\\"',
    "'",
    "\\\\",
    "2024-01-01",
)


def seeds(contract: Path) -> list[str]:
    """Every filter in the examples of `contract`, and SHAPES."""
    document = yaml.load(contract.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return sorted({*_filters(document["paths"]), *SHAPES})


def _filters(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "filter" and isinstance(value, str):
                yield value
            yield from _filters(value)
    elif isinstance(node, list):
        for item in node:
            yield from _filters(item)


def dictionary() -> str:
    """The words of the language and the fields, one a line, in the form that libFuzzer reads."""
    return "".join(f'"{word}"\n' for word in (*TOKENS, *sorted({*ASSETS.fields, *MODELS.fields})))
