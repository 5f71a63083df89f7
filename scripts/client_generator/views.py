"""What the templates of the types need: the classes and aliases of every module, documented.

A module holds what one tag owns (schemas.Components.owners). It imports another one only for a class that one of its
own is built on; all else that it takes from there it loads when a field is read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from client_runtime.view import View

from client_generator import texts
from client_generator.names import constant, member, snake
from client_generator.problems import Refusal
from client_generator.schemas import Components, Typed, reference

#: A view's own attributes, which no field may hide.
VIEW_MEMBERS = frozenset(name for name in dir(View) if not name.startswith("__"))

#: The field of a result that makes it something to wait for.
JOB = "job"


@dataclass(frozen=True)
class Field:
    """A property of a view: `python` reads the wire's `wire` by the view's method `reader`."""

    python: str
    wire: str
    annotation: str
    reader: str
    item: str | None
    doc: str


@dataclass(frozen=True)
class ViewClass:
    """A component as a class. `base` is View or another component."""

    name: str
    base: str
    doc: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Alias:
    """A component that is no class: `name = definition`. `values` is the module constant with an enumeration's words.

    `groups` are further constants: (name, annotation, Python expression, what it is).
    """

    name: str
    definition: str
    doc: str
    values: str | None = None
    words: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str, str, str], ...] = ()


@dataclass
class Module:
    """One file of types. `lazy` are the classes that fields load from another module, by that module's name."""

    name: str
    title: str
    views: list[ViewClass] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    bases: dict[str, list[str]] = field(default_factory=dict)
    named: dict[str, list[str]] = field(default_factory=dict)
    lazy: dict[str, str] = field(default_factory=dict)

    def loaders(self) -> list[tuple[str, str, str]]:
        """Function, class and module of everything that a field loads, sorted."""
        return [(f"_{snake(name)}", name, self.lazy[name]) for name in sorted(self.lazy)]

    def exported(self) -> list[str]:
        """All public names of the module, sorted."""
        names = [view.name for view in self.views] + [alias.name for alias in self.aliases]
        names += [alias.values for alias in self.aliases if alias.values]
        names += [group[0] for alias in self.aliases for group in alias.groups]
        names += [prefix + name for name in self.started for prefix in ("Started", "AsyncStarted")]
        return sorted(names)


def modules(components: Components, titles: Mapping[str, str], started: Iterable[str]) -> list[Module]:
    """The modules of types, sorted. `titles` says per tag what it is about, `started` names the results with a job.

    A component that is only ever a whole body has no type: its fields are a method's arguments.
    """
    made = {tag: Module(tag, title) for tag, title in titles.items()}
    for name in sorted(components.schemas.keys() - components.bodies, key=_order):
        owner = components.owners[name]
        module = made.setdefault(owner, Module(owner, "What several tags share."))
        if components.kinds[name] == "view":
            module.views.append(_view(components, name, module))
        else:
            module.aliases.append(_alias(components, name))
    for name in sorted(started):
        made[components.owners[name]].started.append(name)
    for module in made.values():
        module.views = _bases_first(module.views)
        _check_names(module)
    return [made[name] for name in sorted(made) if made[name].exported()]


def python_names(components: Components, name: str) -> dict[str, str]:
    """Wire name -> Python name of the component's properties, inherited ones included."""
    found: dict[str, str] = {}
    for wire in components.all_properties(name):
        python = member(wire, VIEW_MEMBERS)
        if python in found.values():
            raise Refusal([f"component {name}: two properties are both called {python} in Python"])
        found[wire] = python
    return found


def _view(components: Components, name: str, module: Module) -> ViewClass:
    names = python_names(components, name)
    required = components.required(name)
    bases = components.bases(name)
    for base in bases:
        _use(module.bases, components.owners[base], base, module)
    fields = []
    for wire, schema in components.properties(name).items():
        typed = components.typed(schema, f"{name}.{wire}")
        for component in typed.components:
            _use(module.named, components.owners[component], component, module)
        loader = typed.item
        if typed.item and components.owners[typed.item] != module.name:
            loader = f"_{snake(typed.item)}"
            module.lazy[typed.item] = components.owners[typed.item]
        optional = wire not in required and typed.received != "Any"
        fields.append(
            Field(
                names[wire],
                wire,
                f"{typed.received} | None" if optional else typed.received,
                typed.reader,
                loader,
                texts.docstring(_field_lines(components, schema, typed, names), 8),
            )
        )
    doc = texts.docstring(texts.wrapped(texts.prose(components.schemas[name].get("description"), names), 7), 4)
    return ViewClass(name, bases[0] if bases else "View", doc, tuple(fields))


def _field_lines(
    components: Components, schema: Mapping[str, Any], typed: Typed, names: Mapping[str, str]
) -> list[str]:
    """The lines of a property's docstring: what it is, then whether to use something else."""
    words = texts.prose(schema.get("description"), names)
    if not words and "$ref" in schema:
        words = texts.first_sentence(texts.prose(components.schemas[reference(schema)].get("description")))
    lines = texts.wrapped(words or f"{typed.received}; the contract says nothing more.", 11)
    if schema.get("deprecated"):
        reason = texts.renamed(schema.get("x-deprecated-reason", "It will go away."), names)
        lines += ["", *texts.wrapped(f"Deprecated: {reason}", 8)]
    return lines


def _alias(components: Components, name: str) -> Alias:
    schema = components.schemas[name]
    doc = texts.docstring(texts.wrapped(texts.prose(schema.get("description")), 3), 0)
    kind = components.kinds[name]
    if kind == "enum":
        return _enumeration(name, schema, doc)
    if kind == "map":
        values = schema.get("additionalProperties")
        value = components.typed(values if isinstance(values, dict) else {}, f"{name}{{}}")
        inner = f'"{value.received}"' if value.components else value.received
        return Alias(name, f"dict[str, {inner}]", doc)
    return Alias(name, {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[schema["type"]], doc)


def _enumeration(name: str, schema: Mapping[str, Any], doc: str) -> Alias:
    """Every word that was ever known, with a comment on those that are no longer sent, and any other of its type."""
    prefix = constant(name)
    retired, legacy = schema.get("x-enum-retired", []), schema.get("x-enum-legacy", {})
    words = [
        (repr(value), "retired" if value in retired else "")
        for value in texts.known_values(schema)
        if not isinstance(value, bool)
    ]
    words += [(repr(old), f"older word for {texts.spelled(new)}") for old, new in legacy.items()]
    base = "int" if schema["type"] == "integer" else "str"
    groups = []
    if retired:
        expression = f"frozenset({sorted(retired)!r})"
        groups.append((f"{prefix}_RETIRED", f"frozenset[{base}]", expression, "Still received, no longer to be sent."))
    if legacy:
        groups.append((f"{prefix}_LEGACY", f"dict[{base}, {base}]", repr(legacy), "Older words and what they mean."))
    for group, members in schema.get("x-enum-groups", {}).items():
        expression = f"frozenset({sorted(members)!r})"
        groups.append((f"{prefix}_{constant(group)}", f"frozenset[{base}]", expression, f"Those that mean: {group}."))
    return Alias(name, base, doc, f"{prefix}_VALUES", tuple(words), tuple(groups))


def _use(imports: dict[str, list[str]], owner: str, name: str, module: Module) -> None:
    """Note that the module names a component of another one."""
    if owner != module.name and name not in imports.setdefault(owner, []):
        imports[owner].append(name)


def _order(name: str) -> tuple[str, str]:
    return (name.lower(), name)


def _bases_first(views: list[ViewClass]) -> list[ViewClass]:
    """In the same order, but a class stands behind the one that it is built on."""
    done: list[ViewClass] = []
    todo = list(views)
    while todo:
        waiting = {view.name for view in todo}
        done.append(next(view for view in todo if view.base not in waiting))
        todo.remove(done[-1])
    return done


def _check_names(module: Module) -> None:
    names = module.exported()
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Refusal([f"types of {module.name}: two things are called {name}" for name in twice])
