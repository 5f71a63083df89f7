"""Read one YAML source of the contract, remembering where everything stands.

A stricter YAML than PyYAML's default, so that a source means what it looks like: only `true` and `false` are booleans,
only JSON's numbers are numbers, dates and `16:9` stay strings, keys are strings, a key written twice is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


class SourceError(Exception):
    """A source that breaks a rule: `file:line: rule: detail`."""

    def __init__(self, file: Path, line: int, rule: str, detail: str) -> None:
        super().__init__(f"{file}:{line}: {rule}: {detail}")
        self.file, self.line, self.rule, self.detail = file, line, rule, detail


@dataclass(frozen=True)
class Reference:
    """One `$ref` and the place where it stands."""

    target: str
    file: Path
    line: int


@dataclass
class Source:
    """A parsed source: its content, the line of each top-level name, and every reference in it."""

    file: Path
    content: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)


class _StrictLoader(yaml.SafeLoader):
    """SafeLoader with the resolvers of YAML 1.2's JSON schema only."""


_StrictLoader.yaml_implicit_resolvers = {}

for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$", "-0123456789"),
    ("merge", r"^<<$", "<"),
):
    _StrictLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


def _construct_float(loader: _StrictLoader, node: yaml.ScalarNode) -> float:
    return float(loader.construct_scalar(node))


_StrictLoader.add_constructor("tag:yaml.org,2002:float", _construct_float)


def read(file: Path) -> Source:
    """Parse `file`. Raises SourceError for anything that is not a clean mapping of names."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(file, 1, "unreadable", str(error)) from error
    loader = _StrictLoader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + 1 if node else 1
            raise SourceError(file, line, "not-a-mapping", "a source file is a mapping of names to definitions")
        source = Source(file, {})
        _inspect(node, source)
        source.lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
        source.content = loader.construct_document(node)
        return source
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SourceError(file, mark.line + 1 if mark else 1, "not-yaml", error.problem or str(error)) from error
    except yaml.YAMLError as error:
        raise SourceError(file, 1, "not-yaml", str(error)) from error
    finally:
        loader.dispose()


def _inspect(root: yaml.Node, source: Source) -> None:
    """Refuse doubled or non-string keys below `root` and collect its references."""
    waiting, met = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in met:  # an alias: already looked at where its anchor stands
            continue
        met.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            _inspect_mapping(node, source)
            waiting.extend(value for _, value in node.value)


def _inspect_mapping(node: yaml.MappingNode, source: Source) -> None:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or key.tag not in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge"):
            raise SourceError(source.file, line, "key-not-a-string", f"quote the key {key.value!r}")
        if key.value in seen:
            raise SourceError(source.file, line, "key-twice", f"{key.value!r} already stands in line {seen[key.value]}")
        seen[key.value] = line
        if key.value == "$ref" and isinstance(value, yaml.ScalarNode):
            source.references.append(Reference(value.value, source.file, line))
