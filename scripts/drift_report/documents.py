"""OpenAPI documents to compare: read from a file or from a git revision, with the line of each pointer.

Takes OpenAPI 3.0 and 3.1 in YAML or JSON. What a document leads to lies inside it: references into other files are
refused, since a half read schema would be compared as if it were whole. Everything that cannot be used is
`UnusableError` with one line that says where and why.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
GIT = "git:"


class UnusableError(Exception):
    """What was given to compare cannot be used; the text says why, in one line."""

    def __init__(self, text: str) -> None:
        super().__init__(" ".join(text.split()))


@dataclass(frozen=True)
class Document:
    """A parsed document. `name` is how reports call it; pointers are JSON pointers without `#`."""

    name: str
    text: str = field(repr=False)
    root: Mapping[str, Any] = field(repr=False)

    def line_of(self, pointer: str) -> int:
        """The line, from 1, where `pointer` stands, or the nearest thing above it that is there."""
        node, line = self._tree, 1
        for part in pointer.split("/")[1:]:
            found = _children(node).get(unescaped(part))
            if found is None:
                break
            key, node = found
            line = key.start_mark.line + 1
        return line

    def at(self, pointer: str, asked_at: str) -> Any:
        """What `pointer` leads to. Raises UnusableError, naming the line of `asked_at`, which refers to it."""
        value: Any = self.root
        for part in pointer.split("/")[1:]:
            name = unescaped(part)
            if isinstance(value, list) and name.isdecimal() and int(name) < len(value):
                value = value[int(name)]
            elif isinstance(value, Mapping) and name in value:
                value = value[name]
            else:
                raise self.error(asked_at, f"the reference #{pointer} leads nowhere")
        return value

    def mapping(self, value: Any, pointer: str) -> Mapping[str, Any]:
        """`value`, which must be a mapping. Raises UnusableError."""
        if not isinstance(value, Mapping):
            raise self.error(pointer, f"a mapping is needed, not {type(value).__name__}")
        return value

    def sequence(self, value: Any, pointer: str) -> list[Any]:
        """`value`, which must be a list. Raises UnusableError."""
        if not isinstance(value, list):
            raise self.error(pointer, f"a list is needed, not {type(value).__name__}")
        return value

    def error(self, pointer: str, text: str) -> UnusableError:
        """That the document is malformed at `pointer`, with file and line."""
        return UnusableError(f"{self.name}:{self.line_of(pointer)}: {pointer or '/'}: {text}")

    @cached_property
    def _tree(self) -> Any:
        return yaml.compose(self.text, Loader=LOADER)


def _children(node: Any) -> dict[str, tuple[Any, Any]]:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): (key, value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {str(index): (value, value) for index, value in enumerate(node.value)}
    return {}


def escaped(name: object) -> str:
    """A name as a step of a JSON pointer."""
    return str(name).replace("~", "~0").replace("/", "~1")


def unescaped(step: str) -> str:
    """The name that a step of a JSON pointer means."""
    return step.replace("~1", "/").replace("~0", "~")


def load(where: str, spec: Path) -> Document:
    """The document at `where`: a file, `git:REV` (there `spec` as it was), or `git:REV:PATH`. Raises UnusableError."""
    return _of_git(where, spec) if where.startswith(GIT) else of_file(Path(where))


def of_file(file: Path) -> Document:
    """The document in `file`. Raises UnusableError."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UnusableError(f"{file}: no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableError(f"cannot read {file}: {error}") from error
    return parsed(text, str(file))


def parsed(text: str, name: str) -> Document:
    """The document that `text` spells. Raises UnusableError."""
    try:
        root = yaml.load(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}:{mark.line + 1}" if mark else name
        raise UnusableError(f"{where}: not YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnusableError(f"{name}: not YAML: {error}") from error
    if not isinstance(root, Mapping):
        raise UnusableError(f"{name}: not an OpenAPI document: it is no mapping")
    version = root.get("openapi", root.get("swagger"))
    if not str(version).startswith(("3.0", "3.1")):
        raise UnusableError(f"{name}: OpenAPI 3.0 or 3.1 is needed, this says {version or 'nothing'}")
    if not isinstance(root.get("paths"), Mapping):
        raise UnusableError(f"{name}: not an OpenAPI document: it has no paths")
    return Document(name, text, root)


def _of_git(where: str, spec: Path) -> Document:
    revision, _, path = where.removeprefix(GIT).partition(":")
    folder = spec.resolve().parent
    if not folder.is_dir():
        raise UnusableError(f"{spec}: no such file")
    top = Path(_git(folder, where, "rev-parse", "--show-toplevel").strip())
    path = path or spec.resolve().relative_to(top).as_posix()
    commit = _git(folder, where, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    return parsed(_git(folder, where, "show", f"{commit}:{path}"), f"{GIT}{revision}:{path}")


def _git(folder: Path, where: str, *arguments: str) -> str:
    """What git prints. Raises UnusableError with the last thing that it complains about."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnusableError(f"{where}: git cannot be run: {error}") from error
    if done.returncode:
        complaint = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git says no"]
        raise UnusableError(f"{where}: {complaint[-1]}")
    return done.stdout.decode("utf-8", "replace")
