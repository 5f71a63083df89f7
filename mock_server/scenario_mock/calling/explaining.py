"""Help that is made from the contract: the list of operations, and what can be given to one of them, in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from shutil import get_terminal_size
from textwrap import wrap

from ..contract import Contract, Operation
from ..terminal import printable
from .operations import Field, choices, described, fields, is_open, method_of

SOURCE = re.compile(r"\s*Sources?: [^.]*(\.[^ .][^.]*)*\.?\s*$")
"""What the contract's descriptions end with; it is for those who keep the contract."""
WIDEST, NARROWEST = 110, 40
MOST_CHOICES = 12
INDENT = 2


def operations(contract: Contract) -> str:
    """All operations by tag, each with what it is called and does."""
    found = list(contract.operations.values())
    names, ids = ([name(one) for one in found] for name in (method_of, lambda one: one.id))
    left, middle = max(map(len, names)), max(map(len, ids))
    lines = []
    for tag, group in groupby(found, key=lambda one: one.tag):
        lines.append(f"{tag}:")
        for one in group:
            old = " (deprecated)" if described(contract, one).get("deprecated") else ""
            lines.append(f"  {method_of(one):{left}}  {one.id:{middle}}  {summary(contract, one)}{old}")
    lines += ["", "What one takes: scenario-mock call OPERATION --help"]
    return "\n".join(lines)


def operation(contract: Contract, one: Operation, inputs: Sequence[Field] = ()) -> str:
    """What an operation does and takes; `inputs` are those of the model that it is asked for."""
    width = max(NARROWEST, min(get_terminal_size().columns, WIDEST))
    known = fields(contract, one)
    places = "".join(f" <{field.name}>" for field in known if field.place == "path")
    raw = described(contract, one)
    lines = [f"Usage: scenario-mock call {method_of(one)}{places} [OPTIONS]", ""]
    lines += _wrapped(f"{summary(contract, one)}. {one.method} {one.path}, operationId {one.id}.", width)
    lines += ["", *_wrapped(SOURCE.sub("", " ".join(str(raw.get("description", "")).split())), width)]
    if raw.get("deprecated"):
        lines += ["", *_wrapped(f"Deprecated. {one.extensions.get('x-deprecated-reason', '')}", width)]
    for title, place in (("Arguments", "path"), ("Parameters", "query"), ("Body", "body")):
        lines += _table(title, [field for field in known if field.place == place], width)
    lines += _table("Inputs of the model", inputs, width)
    if is_open(contract, one) and not inputs:
        lines += [
            "",
            *_wrapped(f"The body has the inputs of a model: {method_of(one)} <modelId> --help lists them.", width),
        ]
    lines += ["", "Other options (--json, --curl, --all, --wait ...): scenario-mock call --help"]
    return "\n".join(lines)


def summary(contract: Contract, one: Operation) -> str:
    """What the contract calls it."""
    return str(described(contract, one).get("summary", one.id)).rstrip(".")


def _table(title: str, known: Sequence[Field], width: int) -> list[str]:
    if not known:
        return []
    heads = [_head(one) for one in known]
    left = min(max(map(len, heads)), width // 2) + INDENT
    lines = ["", f"{title}:"]
    for head, one in zip(heads, known, strict=True):
        about = wrap(_about(one), width - left - INDENT, break_on_hyphens=False) or [""]
        if len(head) + INDENT > left:
            lines.append(f"{'':{INDENT}}{head}")
        else:
            lines.append(f"{'':{INDENT}}{head:{left}}{about.pop(0)}".rstrip())
        lines += [f"{'':{INDENT + left}}{line}" for line in about]
    return lines


def _head(one: Field) -> str:
    kind = f"{one.items or 'list'} ..." if one.kind == "array" else one.kind or "JSON"
    return f"<{one.name}>" if one.place == "path" else f"{one.option} {kind.upper()}"


def _about(one: Field) -> str:
    told = SOURCE.sub("", " ".join(one.about.split()))
    facts = "; ".join(_facts(one))
    return printable(f"{told} [{facts}]" if facts else told).strip()


def _facts(one: Field) -> Iterator[str]:
    if one.required and one.place != "path":
        yield "required"
    words = choices(one)
    if words:
        more = " ..." if len(words) > MOST_CHOICES else ""
        yield f"one of: {', '.join(str(word) for word in words[:MOST_CHOICES])}{more}"
    low, high = one.schema.get("minimum"), one.schema.get("maximum")
    if low is not None or high is not None:
        yield f"{low if low is not None else ''}..{high if high is not None else ''}"
    if "x-default" in one.schema:
        default = one.schema["x-default"]
        yield f"default: {str(default).lower() if isinstance(default, bool) else default}"


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * INDENT
    return wrap(text, width - INDENT, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
