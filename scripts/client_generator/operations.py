"""What the templates of the resources need: every operation as a method, with its arguments, types and docstring.

A method has the path's parameters first, then by keyword the query's and the body's fields under their Python names,
and `options` last. What it returns follows from the answer's component:

| answer                                              | the method returns                                      |
|-----------------------------------------------------|---------------------------------------------------------|
| a list of objects with a token, or one of hits      | a Page of items, iterable over all pages                |
| an object with a single, required object in it      | that object                                             |
| an object with a required `job`                     | the view with `wait()`: StartedX                        |
| any other                                           | its view                                                |

An operation with `dryRun` returns the component of its 269 instead when `dry_run` is given: overloads say so.
"""

from collections.abc import Mapping
from typing import Any

from client_runtime.resource import Resource

from client_generator import texts
from client_generator.docstrings import argument_lines, method_docstring, spoken, takes_file
from client_generator.document import Operation
from client_generator.methods import DRY_RUN, Argument, Group, Method
from client_generator.names import ANNOTATION_WORDS, identifier, pascal, snake
from client_generator.problems import Refusal
from client_generator.schemas import Components, Typed, reference
from client_generator.views import JOB

JSON = "application/json"

#: Names that a method's own parameters have; the last two where the body is free in form.
METHOD_NAMES = frozenset({"self", "options"})
FREE_FORM_NAMES = METHOD_NAMES | {"inputs", "values"}

#: What no method may be called: the resource has it, or the annotations beside it need the word.
HIDDEN = frozenset(name for name in dir(Resource) if not name.startswith("__")) | (ANNOTATION_WORDS - {"list", "dict"})

FILE_ANNOTATION = "str | bytes | PathLike[str]"
DRY_RUN_ANNOTATION = 'bool | Literal["true", "api"] | None'


def method_of(components: Components, operation: Operation) -> Method:
    """The method for one operation. Raises Refusal when there is none that would say all of it."""
    raw = operation.raw
    schema = _content(components, raw["responses"].get("200", {}), f"{operation.where}: the answer 200")
    body, free_form = _body(components, operation)
    name = raw["x-client-method"]
    if name in HIDDEN:
        raise Refusal([f"{operation.where}: a method cannot be called {name}"])
    method = Method(name, operation, [], free_form, reference(schema))
    method.has_body = body is not None
    _judge_answer(components, method)
    _arguments(components, method, body)
    if ("269" in raw["responses"]) != any(argument.wire == DRY_RUN for argument in method.arguments):
        raise Refusal([f"{operation.where}: {DRY_RUN} and an answer 269 go together"])
    if "269" in raw["responses"]:
        method.priced = reference(_content(components, raw["responses"]["269"], f"{operation.where}: the answer 269"))
    for component in (method.cast, method.item, method.priced):
        if component:
            _use(components, method, component)
    if raw.get("deprecated"):
        method.deprecated = raw.get("x-deprecated-reason", "It will go away.")
    method.docs = {prefix: method_docstring(components, method, bool(prefix)) for prefix in ("", "Async")}
    return method


def _content(components: Components, response: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """The schema of a JSON answer, a reference to a component that is an object."""
    schema = components.resolved(response).get("content", {}).get(JSON, {}).get("schema", {})
    if "$ref" not in schema or components.kinds[reference(schema)] != "view":
        raise Refusal([f"{where} is no JSON object that is a component"])
    return schema  # type: ignore[no-any-return]


def _body(components: Components, operation: Operation) -> tuple[str | None, bool]:
    """The component of the request's body, and whether its keys are the caller's choice."""
    if "requestBody" not in operation.raw:
        return None, False
    schema = components.resolved(operation.raw["requestBody"]).get("content", {}).get(JSON, {}).get("schema", {})
    kind = components.kinds[reference(schema)] if "$ref" in schema else None
    if kind not in ("view", "map"):
        raise Refusal([f"{operation.where}: the body is no JSON object that is a component"])
    return reference(schema), kind == "map"


def _judge_answer(components: Components, method: Method) -> None:
    """Decide what the method makes of its answer: see the table at the top."""
    properties, required = components.all_properties(method.cast), components.required(method.cast)
    typed = {wire: components.typed(schema, f"{method.cast}.{wire}") for wire, schema in properties.items()}
    lists = [wire for wire, one in typed.items() if one.reader == "_views"]
    style = "cursor" if "nextPaginationToken" in properties else "search" if "estimatedTotalHits" in properties else ""
    if style and len(lists) == 1:
        method.style, method.items, method.item = style, lists[0], typed[lists[0]].item or ""
    elif len(properties) == 1 and required == set(properties) and [one.reader for one in typed.values()] == ["_view"]:
        ((method.unwrap, only),) = typed.items()
        method.cast = only.received
    elif JOB in required and typed[JOB].reader == "_view":
        method.started = True


def _arguments(components: Components, method: Method, body: str | None) -> None:
    """Fill in the method's arguments: path, then required ones, then the others, in the contract's order."""
    raw, where = method.operation.raw, method.operation.where
    parameters = [components.resolved(part) for part in raw.get("parameters", ())]
    fields: list[tuple[str, str, Mapping[str, Any], bool]] = []
    for parameter in parameters:
        if parameter["in"] not in ("path", "query") or "schema" not in parameter:
            raise Refusal([f"{where}: the client cannot send parameter {parameter['name']}"])
        described = {"description": parameter.get("description"), **parameter["schema"]}
        fields.append((parameter["in"], parameter["name"], described, bool(parameter.get("required"))))
    if body and not method.free_form:
        required = components.required(body)
        fields += [("body", wire, schema, wire in required) for wire, schema in components.all_properties(body).items()]
    taken = FREE_FORM_NAMES if method.free_form else METHOD_NAMES
    names = {wire: identifier(wire, taken) for _, wire, _, _ in fields}
    if len(set(names.values())) < len(fields):
        raise Refusal([f"{where}: two parameters have the same name in Python"])
    said = spoken(method, names)
    for place, wire, schema, needed in fields:
        typed = components.typed(schema, f"{where}: {wire}")
        for component in typed.components:
            _use(components, method, component)
        annotation = _accepted(place, schema, typed)
        lines = argument_lines(components, names[wire], place, schema, said)
        method.arguments.append(
            Argument(names[wire], wire, place, annotation + ("" if needed else " | None"), needed, tuple(lines))
            if wire != DRY_RUN
            else Argument(names[wire], wire, place, DRY_RUN_ANNOTATION, False, tuple(lines))
        )
    method.arguments.sort(key=lambda argument: (argument.place != "path", not argument.required))


def _accepted(place: str, schema: Mapping[str, Any], typed: Typed) -> str:
    """What may be given: for a list in the query also its comma separated form, for a picture also a file."""
    if place == "query" and typed.accepted.startswith("Sequence["):
        return f"{typed.accepted} | str"
    if takes_file(place, schema):
        return typed.accepted.replace("str", FILE_ANNOTATION)
    return typed.accepted


def _use(components: Components, method: Method, component: str) -> None:
    """Note the class or alias that the method's module must import; a result with a job in its waiting forms."""
    names = method.uses.setdefault(components.owners[component], set())
    if component == method.cast and method.started:
        names |= {f"Started{component}", f"AsyncStarted{component}"}
    elif components.kinds[component] != "map":
        names.add(component)


def group_of(components: Components, tag: str, summary: str, operations: list[Operation]) -> Group:
    """The class of a tag. Raises Refusal with the problems of all its operations."""
    problems: list[str] = []
    methods: list[Method] = []
    for operation in operations:
        try:
            methods.append(method_of(components, operation))
        except Refusal as refusal:
            problems += refusal.problems
    if problems:
        raise Refusal(problems)
    return Group(snake(tag), pascal(tag), texts.prose(summary) or f"Operations of {tag}.", methods)
