"""The operations of a document, everything resolved that a comparison asks of one, and the client call of each.

| part | key |
|---|---|
| operation | method and path, whatever the placeholders are called |
| parameter | place and name (`query.pageSize`); path parameters by their number, headers in lower case |
| answer | status word (`200`, `4XX`, `default`) |
| body, answer | media type without its parameters |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from client_generator.names import snake

from .branches import Node, Part
from .documents import Document, escaped

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Message:
    """A parameter, a header, a body or an answer: its own keywords, where they stand, and its schemas by media type."""

    raw: Mapping[str, Any]
    pointer: str
    schemas: Mapping[str, Node]

    @property
    def required(self) -> bool:
        """Whether it must be there."""
        return bool(self.raw.get("required"))


@dataclass(frozen=True)
class Operation:
    """One operation of a document."""

    id: str
    method: str
    path: str
    pointer: str
    raw: Mapping[str, Any]
    call: str
    parameters: Mapping[str, Message]
    body: Message | None
    answers: Mapping[str, Message]
    security: frozenset[frozenset[str]]
    """Alternatives, each a set of schemes with their scopes; an empty set is anonymous access."""

    @property
    def route(self) -> str:
        """Method and path without the names of placeholders."""
        return f"{self.method} {re.sub(r'{[^}]*}', '{}', self.path)}"


def operations(document: Document) -> list[Operation]:
    """All operations of a document, in its order. Raises UnusableError where it is malformed."""
    return list(_Reader(document).all())


def client_call(raw: Mapping[str, Any]) -> str:
    """How the generated client calls it: `client.models.list(...)`; empty for a document that does not say so."""
    tags, method = raw.get("tags"), raw.get("x-client-method")
    return f"client.{snake(str(tags[0]))}.{method}(...)" if isinstance(tags, list) and tags and method else ""


@dataclass(frozen=True)
class _Reader:
    document: Document

    def all(self) -> Iterator[Operation]:
        for path, item in self.document.root["paths"].items():
            pointer = f"/paths/{escaped(path)}"
            item, pointer = self.resolved(item, pointer)
            for method in METHODS:
                if method in item:
                    yield self.operation(str(path), method, item, pointer)

    def operation(self, path: str, method: str, item: Mapping[str, Any], at: str) -> Operation:
        pointer = f"{at}/{method}"
        raw = self.document.mapping(item[method], pointer)
        body = self.message(raw["requestBody"], f"{pointer}/requestBody") if "requestBody" in raw else None
        answers = self.document.mapping(raw.get("responses", {}), f"{pointer}/responses")
        return Operation(
            id=str(raw.get("operationId") or f"{method.upper()} {path}"),
            method=method.upper(),
            path=path,
            pointer=pointer,
            raw=raw,
            call=client_call(raw),
            parameters={**dict(self.parameters(item, at, path)), **dict(self.parameters(raw, pointer, path))},
            body=body,
            answers={
                str(status).upper().replace("DEFAULT", "default"): self.message(
                    answer, f"{pointer}/responses/{escaped(status)}"
                )
                for status, answer in answers.items()
                if not str(status).startswith("x-")
            },
            security=self.security(raw, pointer),
        )

    def parameters(self, holder: Mapping[str, Any], at: str, path: str) -> Iterator[tuple[str, Message]]:
        listed = self.document.sequence(holder.get("parameters", []), f"{at}/parameters")
        places = re.findall(r"{([^}]*)}", path)
        for index, raw in enumerate(listed):
            message = self.message(raw, f"{at}/parameters/{index}")
            name, place = str(message.raw.get("name")), str(message.raw.get("in"))
            if place == "path" and name in places:
                name = str(places.index(name))
            yield f"{place}.{name.lower() if place == 'header' else name}", message

    def message(self, raw: Any, pointer: str) -> Message:
        raw, pointer = self.resolved(raw, pointer)
        if "schema" in raw:  # a parameter or a header
            return Message(raw, pointer, {"": (Part(raw["schema"], f"{pointer}/schema"),)})
        schemas: dict[str, Node] = {}
        for media_type, media in self.document.mapping(raw.get("content", {}), f"{pointer}/content").items():
            at = f"{pointer}/content/{escaped(media_type)}"
            media = self.document.mapping(media, at)
            name = str(media_type).split(";")[0].strip().lower()
            schemas[name] = (Part(media["schema"], f"{at}/schema"),) if "schema" in media else ()
        return Message(raw, pointer, schemas)

    def headers(self, answer: Message) -> dict[str, Message]:
        """The headers of an answer by name in lower case."""
        headers = self.document.mapping(answer.raw.get("headers", {}), f"{answer.pointer}/headers")
        return {
            str(name).lower(): self.message(header, f"{answer.pointer}/headers/{escaped(name)}")
            for name, header in headers.items()
        }

    def security(self, raw: Mapping[str, Any], pointer: str) -> frozenset[frozenset[str]]:
        stated = self.document.sequence(raw.get("security", self.document.root.get("security", [])), pointer)
        alternatives = [
            frozenset(f"{name}{sorted(map(str, scopes)) if scopes else ''}" for name, scopes in one.items())
            for one in (self.document.mapping(alternative, f"{pointer}/security") for alternative in stated)
        ]
        return frozenset(alternatives or [frozenset()])

    def resolved(self, raw: Any, pointer: str) -> tuple[Mapping[str, Any], str]:
        """`raw`, or what its reference leads to, with its pointer."""
        seen = set()
        while isinstance(raw, Mapping) and "$ref" in raw:
            reference = str(raw["$ref"])
            if not reference.startswith("#/") or reference in seen:
                raise self.document.error(pointer, f"the reference {reference!r} leads nowhere in the document")
            seen.add(reference)
            raw, pointer = self.document.at(reference[1:], pointer), reference[1:]
        return self.document.mapping(raw, pointer), pointer


def headers(document: Document, answer: Message) -> dict[str, Message]:
    """The headers of an answer by name in lower case."""
    return _Reader(document).headers(answer)
