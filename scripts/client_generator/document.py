"""Reading the contract: its operations, and what no client can be made from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from client_generator.names import is_class_name, pascal, snake
from client_generator.problems import Refusal

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Operation:
    """One operation as the document has it; `method` is in capitals."""

    id: str
    tag: str
    method: str
    path: str
    raw: dict[str, Any]

    @property
    def where(self) -> str:
        """How people name it: `GET /models`."""
        return f"{self.method} {self.path}"


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """All operations of the document, in document order. What is missing in one is empty."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                raw = item[method]
                yield Operation(raw.get("operationId", ""), (raw.get("tags") or [""])[0], method.upper(), path, raw)


def check_operations(document: dict[str, Any]) -> None:
    """Refuse what the generator loses in silence, and what has no place in the client.

    Operations without an operationId, a tag or a method name of the client, two operations that share an operationId or
    a method, parameters of a whole path, and operations behind a reference on the path.
    """
    problems = []
    for path, item in document.get("paths", {}).items():
        problems += [f"{path}: a path may not be a $ref"] if "$ref" in item else []
        problems += [f"{path}: parameters stand on the operation, not on the path"] if "parameters" in item else []
    places: dict[tuple[str, str], str] = {}
    for operation in operations(document):
        name = operation.raw.get("x-client-method")
        if not operation.id or not operation.tag or not name:
            problems.append(f"{operation.where}: needs an operationId, a tag and an x-client-method")
            continue
        if not is_class_name(pascal(operation.tag)) or not str(name).isidentifier() or snake(name) != name:
            problems.append(f"{operation.where}: {operation.tag}.{name} is no name of a method")
        other = places.setdefault((snake(operation.tag), name), operation.where)
        if other != operation.where:
            problems.append(f"{operation.where}: client method {operation.tag}.{name} is that of {other}")
    ids = Counter(operation.id for operation in operations(document))
    problems += [f"operationId {name} is used {count} times" for name, count in ids.items() if name and count > 1]
    if not ids and not problems:
        problems.append("the document has no operations")
    if problems:
        raise Refusal(problems)
