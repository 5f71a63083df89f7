"""Merge `spec/src/` into the one document that everything else reads, `spec/openapi.yaml`.

Nothing is rewritten on the way: the sources already hold the bundle's references. What this adds is order (tags as
declared, components by name), refusal of anything that would make the bundle lie, and the same bytes every time.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from .sources import Reference, Source, SourceError, read

HEADER = "# The bundled contract, made from spec/src/ by ./scripts/bundle. Edit the sources, not this file.\n"
SHARED = {
    "parameters": "parameters",
    "headers": "headers",
    "responses": "responses",
    "security": "securitySchemes",
}
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def bundle(sources: Path) -> dict[str, Any]:
    """The merged document of the folder `sources`. Raises SourceError naming file, line and rule."""
    root = read(sources / "openapi.yaml")
    read_sources = [root]
    components: dict[str, dict[str, Any]] = {}
    for name, section in SHARED.items():
        shared = read(sources / "shared" / f"{name}.yaml")
        read_sources.append(shared)
        components[section] = dict(sorted(shared.content.items()))
    schemas = [read(file) for file in sorted((sources / "schemas").glob("*.yaml"))]
    tags = [tag["name"] for tag in root.content.get("tags", [])]
    paths = [read(sources / "paths" / f"{tag}.yaml") for tag in tags]
    _refuse_strangers(sources / "paths", tags)
    read_sources += [*schemas, *paths]
    components["schemas"] = dict(sorted(_merge(schemas).items()))
    document = {
        **root.content,
        "paths": _merge(paths),
        "components": {section: components[section] for section in sorted(components)},
    }
    for source in paths:
        _check_paths(source)
    for source in read_sources:
        for reference in source.references:
            _check_reference(reference, document)
    return document


def render(document: dict[str, Any]) -> str:
    """The bundle's text: the same bytes for the same document."""
    body = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    return HEADER + body


def _merge(parts: list[Source]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    owner: dict[str, Source] = {}
    for part in parts:
        for name, definition in part.content.items():
            if name in owner:
                raise SourceError(part.file, part.lines[name], "name-twice", f"{name} is also in {owner[name].file}")
            owner[name] = part
            merged[name] = definition
    return merged


def _refuse_strangers(folder: Path, tags: list[str]) -> None:
    for file in sorted(folder.glob("*.yaml")):
        if file.stem not in tags:
            raise SourceError(file, 1, "unknown-tag", f"openapi.yaml declares no tag {file.stem!r}")


def _check_paths(source: Source) -> None:
    for path, item in source.content.items():
        line = source.lines[path]
        if not path.startswith("/"):
            raise SourceError(source.file, line, "not-a-path", f"{path!r} does not start with /")
        for method in item:
            if method not in METHODS:
                raise SourceError(source.file, line, "not-a-method", f"{path} has {method!r}; write operations only")


def _check_reference(reference: Reference, document: dict[str, Any]) -> None:
    parts = reference.target.split("/")
    if parts[:2] != ["#", "components"] or len(parts) != 4:
        detail = f"{reference.target!r} is not #/components/<section>/<Name>"
        raise SourceError(reference.file, reference.line, "foreign-reference", detail)
    if parts[3] not in document["components"].get(parts[2], {}):
        raise SourceError(reference.file, reference.line, "dangling-reference", f"{reference.target} does not exist")


class _Dumper(yaml.SafeDumper):
    """SafeDumper without anchors, with long texts as blocks and lists indented."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text.rstrip("\n") and not text[:1].isspace() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
