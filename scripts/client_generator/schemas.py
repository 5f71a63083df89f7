"""The contract's components as Python types: which kind each is, how a schema is annotated, and who owns it.

| component                                            | kind   | in Python                                       |
|------------------------------------------------------|--------|-------------------------------------------------|
| object with properties, or built on others by allOf  | view   | a class over the parsed object                  |
| object without properties (any key, maybe one type)  | map    | `dict[str, X]`                                  |
| string or integer with known values                  | enum   | `Literal[...] \\| str`: other values pass, too   |
| another scalar, such as a date                       | scalar | an alias of `str`, `int`, `float` or `bool`     |

Anything else is refused: a client that guesses is worse than none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from client_generator.names import is_class_name, snake
from client_generator.problems import Refusal
from client_generator.texts import known_values

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}

#: The module of what several tags share.
SHARED = "common"

#: What a caller sends as a date, by the conventions of the contract (spec/README.md).
DATE = "IsoDate"

PREFIX = "#/components/schemas/"


@dataclass(frozen=True)
class Typed:
    """A schema in Python. `item` is the component of the nested views, and `reader` the view's method that makes them.

    `received` is the annotation of what comes, `accepted` of what may be sent; `components` are those they name.
    """

    received: str
    accepted: str
    components: tuple[str, ...] = ()
    reader: str = "_get"
    item: str | None = None


class Components:
    """All components of one document. Raises Refusal for a name that Python cannot have or a schema without a type."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.schemas: dict[str, dict[str, Any]] = document.get("components", {}).get("schemas", {})
        self.kinds = {name: _kind(name, schema) for name, schema in self.schemas.items()}
        self._check_bases()
        self.owners = _owners(document, self)
        self.bodies = self._whole_bodies()

    def resolved(self, part: Mapping[str, Any]) -> Mapping[str, Any]:
        """A parameter, response or schema itself, behind any reference of the document."""
        while "$ref" in part:
            target: Any = self.document
            for step in part["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            part = target
        return part

    def _check_bases(self) -> None:
        """Refuse components that are built on themselves, through others or not, or on more than one view."""
        for name in self.schemas:
            above = self.bases(name)
            if len(above) > 1 or any(self.kinds.get(base) != "view" for base in above):
                raise Refusal([f"component {name}: a view has at most one base, an object with properties"])
            line = [name]
            while above and above[0] not in line:
                line.append(above[0])
                above = self.bases(above[0])
            if above:
                raise Refusal([f"component {name} is built on itself"])

    def _whole_bodies(self) -> set[str]:
        """The components that are bodies of requests and nothing else."""
        bodies: set[str] = set()
        others: set[str] = {name for schema in self.schemas.values() for name in references(schema)}
        for item in self.document.get("paths", {}).values():
            for operation in item.values():
                bodies.update(references(operation.get("requestBody", {})))
                parts = [*operation.get("parameters", ()), *operation.get("responses", {}).values()]
                others.update(references([self.resolved(part) for part in parts]))
        return bodies - others

    def properties(self, name: str) -> dict[str, Any]:
        """The component's properties; those of its allOf parts without a name are its own."""
        parts = [self.schemas[name], *(part for part in self.schemas[name].get("allOf", ()) if "$ref" not in part)]
        return {key: schema for part in parts for key, schema in part.get("properties", {}).items()}

    def all_properties(self, name: str) -> dict[str, Any]:
        """The component's properties and those of the components that it is built on."""
        inherited = {key: schema for base in self.bases(name) for key, schema in self.all_properties(base).items()}
        return {**inherited, **self.properties(name)}

    def required(self, name: str) -> set[str]:
        """The properties that are always there."""
        parts = [self.schemas[name], *self.schemas[name].get("allOf", ())]
        return {key for part in parts for key in part.get("required", ())}

    def bases(self, name: str) -> list[str]:
        """The components that this one is built on."""
        return [reference(part) for part in self.schemas[name].get("allOf", ()) if "$ref" in part]

    def typed(self, schema: Mapping[str, Any], where: str) -> Typed:
        """The Python type of a schema. `where` names it in a refusal."""
        if "$ref" in schema:
            return self._referenced(reference(schema))
        if "type" not in schema and not {"oneOf", "anyOf", "allOf", "enum", "const"} & schema.keys():
            return Typed("Any", "Any")
        kind = schema.get("type")
        if kind == "array" and isinstance(schema.get("items"), dict):
            return _array(self.typed(schema["items"], f"{where}[]"))
        if isinstance(kind, str) and kind in SCALARS and not known_values(schema):
            return Typed(SCALARS[kind], SCALARS[kind])
        raise Refusal([f"{where}: the client has no type for this schema; an object or enumeration is a component"])

    def _referenced(self, name: str) -> Typed:
        kind = self.kinds[name]
        if kind == "view":
            return Typed(name, f"{name} | Mapping[str, Any]", (name,), "_view", name)
        if kind == "map":
            values = self.schemas[name].get("additionalProperties")
            value = self.typed(values if isinstance(values, dict) else {}, f"{name}{{}}")
            if value.reader == "_view":
                return Typed(name, "Mapping[str, Any]", (name, *value.components), "_map", value.item)
            return Typed(name, "Mapping[str, Any]", (name,))
        return Typed(name, f"{name} | date" if name == DATE else name, (name,))


def reference(schema: Mapping[str, Any]) -> str:
    """The component that a `$ref` names. Raises Refusal for a reference to anything else."""
    target = str(schema["$ref"])
    if not target.startswith(PREFIX):
        raise Refusal([f"{target}: the client follows references to components alone"])
    return target.removeprefix(PREFIX)


def references(part: Any) -> Iterator[str]:
    """Every component of the schemas that `part` names, at any depth; examples aside."""
    if isinstance(part, Mapping):
        if str(part.get("$ref", "")).startswith(PREFIX):
            yield reference(part)
        for key, value in part.items():
            if key not in ("example", "examples"):
                yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def _kind(name: str, schema: Mapping[str, Any]) -> str:
    if not is_class_name(name):
        raise Refusal([f"component {name} cannot name a class"])
    if schema.get("properties") or "allOf" in schema:
        return "view"
    if schema.get("type") == "object":
        return "map" if "additionalProperties" in schema else "view"
    if known_values(schema) and schema.get("type") in ("string", "integer"):
        return "enum"
    if schema.get("type") in SCALARS:
        return "scalar"
    raise Refusal([f"component {name}: the client has no type for this schema"])


def _array(item: Typed) -> Typed:
    """A list. Objects in lists of lists stay plain: the runtime makes views one level deep."""
    if item.reader == "_view":
        return Typed(f"list[{item.received}]", f"Sequence[{item.accepted}]", item.components, "_views", item.item)
    received = item.received if item.reader == "_get" else re.sub(item.item or "$", "dict[str, Any]", item.received)
    return Typed(f"list[{received}]", f"Sequence[{item.accepted}]", item.components)


def _owners(document: Mapping[str, Any], components: Components) -> dict[str, str]:
    """Component -> the tag in whose module it stands: the only tag that leads to it, else the one it is named for.

    A component that is named for a tag (`JobBilling`: jobs) leads others to its own tag only: what just it needs stands
    beside it. The rest, needed by several, is SHARED.
    """
    starts: dict[str, set[str]] = {}
    for item in document.get("paths", {}).values():
        for operation in item.values():
            tag = snake(operation["tags"][0])
            resolved = [components.resolved(part) for part in operation.get("parameters", ())]
            resolved += [components.resolved(part) for part in operation.get("responses", {}).values()]
            starts.setdefault(tag, set()).update(references([operation.get("requestBody", {}), *resolved]))
    reached = {tag: _closure(components, names, set()) for tag, names in starts.items()}

    def named(name: str) -> list[str]:
        words = snake(name).split("_")
        return [tag for tag in starts if words[0] in (tag, tag.removesuffix("s"))]

    owners: dict[str, str] = {}
    for name in components.schemas:
        tags = [tag for tag in reached if name in reached[tag]]
        tags = tags if len(tags) < 2 else [tag for tag in named(name) if tag in tags]
        if len(tags) == 1:
            owners[name] = tags[0]
    foreign = {tag: {name for name, owner in owners.items() if owner != tag} for tag in starts}
    alone = {tag: _closure(components, names, foreign[tag]) for tag, names in starts.items()}
    for name in components.schemas:
        tags = [tag for tag in alone if name in alone[tag]]
        owners.setdefault(name, tags[0] if len(tags) == 1 else SHARED)
    return owners


def _closure(components: Components, names: set[str], closed: set[str]) -> set[str]:
    """All components that `names` lead to, not looking behind those that are `closed`."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            if name not in closed:
                todo += references(components.schemas[name])
    return found
