"""Rules about texts: what has a description, and how sources are named (spec/README.md has the keys)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from contract_tests.document.walk import Document, Place, named, nodes, operations, schemas, written

README = Path(__file__).parents[2] / "spec" / "README.md"
SENTENCE = re.compile(r"(?:^|\s)Source: ([^\s,]+(?:, [^\s,]+)*)\.$")
RELEASE = re.compile(r"sdk:\d+\.\d+\.\d+")
ROW = re.compile(r"^\| (?P<first>`.*?`[^|]*)\|(?P<rest>.*)\|$", re.MULTILINE)


def table(heading: str) -> dict[str, list[str]]:
    """The table of spec/README.md whose first column is headed `heading`: each key in backticks -> other columns."""
    text = README.read_text("utf-8")
    start = re.search(rf"^\| {heading} \|.*\n\|[-|]+\|\n", text, re.MULTILINE)
    assert start, f"spec/README.md has no table headed {heading!r}"
    rows = text[start.end() :].split("\n\n")[0]
    return {
        key: [cell.strip() for cell in row["rest"].split("|")]
        for row in ROW.finditer(rows)
        for key in re.findall(r"`([^`]+)`", row["first"])
    }


def source_keys() -> frozenset[str]:
    """The keys of the README's table."""
    return frozenset(table("key"))


def is_source(key: str) -> bool:
    """True for a key of the table; any release of the SDK counts as the SDK's key."""
    return key in source_keys() or RELEASE.fullmatch(key) is not None


def descriptions(document: Document) -> list[str]:
    """A description on every parameter, component, property, response, header, link, tag and security scheme."""
    return [
        f"{written(place)}: no description"
        for place, node in _described(document)
        if "$ref" not in node and not str(node.get("description", "")).strip()
    ]


def _described(document: Document) -> Iterator[tuple[Place, dict[str, str]]]:
    yield ("info",), document.get("info", {})
    for index, tag in enumerate(document.get("tags", [])):
        yield ("tags", str(index)), tag
    yield from named(document)
    for schema in schemas(document):
        if schema.role == "property" and isinstance(schema.node, dict):
            yield schema.place, schema.node
    for place, node in nodes(document):
        if place[-2:-1] in (("parameters",), ("responses",), ("headers",), ("links",)) and place[0] == "paths":
            yield place, node


def sources(document: Document) -> list[str]:
    """Every component and operation ends with `Source: key, key.`; wherever the sentence stands its keys are known."""
    due = {place for place, _ in named(document)} | {operation.place for operation in operations(document)}
    found = []
    for place, node in nodes(document):
        text = node.get("description")
        if not isinstance(text, str):
            continue
        sentence = SENTENCE.search(text.rstrip())
        if place in due and "$ref" not in node and sentence is None:
            found.append(f"{written(place)}: the description does not end with a sentence Source: ….")
        elif sentence is None and "Source:" in text:
            found.append(f"{written(place)}: a Source: that is no last sentence of its own")
        elif sentence is not None:
            keys = sentence[1].split(", ")
            found += [f"{written(place)}: unknown source {key!r}" for key in keys if not is_source(key)]
            found += [f"{written(place)}: a source twice"] * (len(set(keys)) < len(keys))
    return found


def descriptions_are_sentences(document: Document) -> list[str]:
    """No description is left unfinished: it ends with a full stop, and has no placeholder."""
    found = []
    for place, node in nodes(document):
        text = node.get("description")
        if isinstance(text, str) and (not text.rstrip().endswith(".") or re.search(r"TODO|TBD|FIXME", text)):
            found.append(f"{written(place)}: the description does not end like a sentence: …{text.rstrip()[-30:]!r}")
    return found


RULES = (descriptions, sources, descriptions_are_sentences)
