"""The records that the templates of the resources render: a class of methods for each tag."""

from dataclasses import dataclass, field

from client_generator.document import Operation
from client_generator.names import constant

#: The query parameter that asks for a price instead of a run.
DRY_RUN = "dryRun"


@dataclass(frozen=True)
class Argument:
    """A parameter of a method: where it goes on the wire, its annotation, and its entry in the docstring."""

    python: str
    wire: str
    place: str
    annotation: str
    required: bool
    lines: tuple[str, ...]

    @property
    def declaration(self) -> str:
        """As in a signature."""
        return f"{self.python}: {self.annotation}" + ("" if self.required else " = None")

    @property
    def sent(self) -> str:
        """The expression whose value is sent: a dry run that is not wanted is not mentioned."""
        return f"{self.python} or None" if self.wire == DRY_RUN else self.python


@dataclass
class Method:
    """One operation as a method. `cast`, `item` and `priced` are view classes, `unwrap` the envelope's field.

    `docs` has the docstring by the class's prefix: none, or Async.
    """

    name: str
    operation: Operation
    arguments: list[Argument]
    free_form: bool
    cast: str
    started: bool = False
    item: str = ""
    items: str = ""
    style: str = ""
    unwrap: str = ""
    priced: str = ""
    deprecated: str = ""
    has_body: bool = False
    uses: dict[str, set[str]] = field(default_factory=dict)
    docs: dict[str, str] = field(default_factory=dict)

    @property
    def constant(self) -> str:
        """The name of its Operation in the module of all."""
        return constant(self.operation.id)

    def placed(self, place: str) -> list[Argument]:
        """The arguments of the path, the query or the body."""
        return [argument for argument in self.arguments if argument.place == place]

    def view(self, prefix: str) -> str:
        """The class of the answer: `StartedX`, `AsyncStartedX` (with that `prefix`) or the component."""
        return f"{prefix}Started{self.cast}" if self.started else self.cast


@dataclass
class Group:
    """The operations of one tag, as a class: `extra` is the runtime's mixin of the same name, if there is one."""

    tag: str
    name: str
    summary: str
    methods: list[Method]
    extra: tuple[str, str] | None = None

    def deprecates(self) -> bool:
        """Whether any of the methods should no longer be called."""
        return any(method.deprecated for method in self.methods)

    def uses(self) -> dict[str, list[str]]:
        """Types by the module that holds them."""
        found: dict[str, set[str]] = {}
        for method in self.methods:
            for owner, names in method.uses.items():
                found.setdefault(owner, set()).update(names)
        return {owner: sorted(found[owner]) for owner in sorted(found)}
