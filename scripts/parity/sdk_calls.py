"""Find the SDK's operations in the source of its resource classes.

Every method there ends in one call such as

    self._post(path_template("/models/{model_id}", model_id=model_id), body=maybe_transform({"name": name}, Params),
               options=make_request_options(query=maybe_transform({"dry_run": dry_run}, Params)), cast_to=Response)

which says all that is needed: method, path, the fields of the body, those of the query, and the two types. A list names
a page class in `page=` instead of `cast_to=`. The asynchronous classes repeat the same and are skipped.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import typing_extensions

from .sdk_types import TypeReader, UnknownTypeError, fields_of
from .shapes import Field, Operation, Shape, route, scalar

CALLS = {"_get", "_post", "_put", "_patch", "_delete", "_get_api_list"}
TRANSFORM = "maybe_transform"


class SdkError(Exception):
    """The SDK is not installed, or is not built the way this reader expects; the text says which."""


@dataclass(frozen=True)
class SdkOperation:
    """An operation of the SDK: where its method stands, and its content."""

    method: str
    content: Operation


def load(package: str, wanted: set[str]) -> dict[str, SdkOperation]:
    """The operations of the installed `package` whose route is in `wanted`, by route. Raises SdkError."""
    reader = TypeReader()
    found: dict[str, SdkOperation] = {}
    for module in _resource_modules(package):
        for name, call in calls_of(module):
            path = path_of(call)
            key = route(_http_method(call), path)
            if key in wanted:
                try:
                    content = _operation(call, path, module, reader)
                except (UnknownTypeError, AttributeError, ValueError) as error:
                    raise SdkError(f"cannot read {name} of {package}: {error}") from error
                found[key] = SdkOperation(name, content)
    if not found:
        raise SdkError(f"no operation of the contract was found in {package}.resources")
    return found


def _resource_modules(package: str) -> Iterator[ModuleType]:
    try:
        root = importlib.import_module(f"{package}.resources")
    except ImportError as error:
        raise SdkError(f"{package} cannot be imported ({error}): pip install scenario-sdk") from error
    for info in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
        yield importlib.import_module(info.name)


def calls_of(module: ModuleType) -> Iterator[tuple[str, ast.Call]]:
    """Every request in the synchronous classes of `module`, with `Class.method`."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for cls in tree.body:
        if isinstance(cls, ast.ClassDef) and not cls.name.startswith("Async"):
            for function in cls.body:
                if isinstance(function, ast.FunctionDef):
                    for node in ast.walk(function):
                        if isinstance(node, ast.Call) and _called(node) in CALLS:
                            yield f"{cls.name}.{function.name}", node


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _http_method(call: ast.Call) -> str:
    """`_post` says post; a list says get, or names its method."""
    if _called(call) != "_get_api_list":
        return _called(call).removeprefix("_")
    named = _keyword(call, "method")
    return str(named.value) if isinstance(named, ast.Constant) else "get"


def path_of(call: ast.Call) -> str:
    """The first argument: a constant, or the template that is the first argument of the call around it."""
    argument = call.args[0]
    if isinstance(argument, ast.Call):
        argument = argument.args[0]
    return str(argument.value) if isinstance(argument, ast.Constant) else ""


def _operation(call: ast.Call, path: str, module: ModuleType, reader: TypeReader) -> Operation:
    options = _keyword(call, "options")
    query = _fields(_keyword(options, "query") if isinstance(options, ast.Call) else None, module, reader)
    body = _fields(_keyword(call, "body"), module, reader)
    parameters = {f"path.{wire_name(name)}": Field(scalar("string"), True) for name in re.findall(r"{(\w+)}", path)}
    parameters.update({f"query.{name}": one for name, one in query.shape.fields.items()} if query else {})
    answer = _keyword(call, "page") or _keyword(call, "cast_to")
    resolved = _resolve(answer, module) if answer is not None else None
    response = None if resolved in (None, type(None)) else reader.shape(resolved)
    return Operation(parameters, body, response)


def _fields(argument: ast.expr | None, module: ModuleType, reader: TypeReader) -> Field | None:
    """The part of a parameter type that `maybe_transform({names}, Type)` sends; with a bare name, that field alone."""
    if not (isinstance(argument, ast.Call) and _called(argument) == TRANSFORM):
        return None
    sent, declared_type = argument.args[0], _resolve(argument.args[1], module)
    if not typing_extensions.is_typeddict(declared_type):
        return Field(reader.shape(declared_type), required=True)
    declared = list(fields_of(declared_type))
    if isinstance(sent, ast.Name):
        whole = next((one for one in declared if one[0] == sent.id), None)
        return Field(reader.shape(whole[2]), whole[3]) if whole else None
    keys = sent.keys if isinstance(sent, ast.Dict) else []
    names = {key.value for key in keys if isinstance(key, ast.Constant)}
    fields = {wire: Field(reader.shape(hint), required) for name, wire, hint, required in declared if name in names}
    return Field(Shape(types=frozenset({"object"}), fields=fields), required=True)  # the SDK always sends the object


def _resolve(node: ast.expr, module: ModuleType) -> Any:
    """The object that a name, `module.Name` or `Generic[Name]` in the source stands for."""
    match node:
        case ast.Name(id=name):
            return getattr(module, name) if hasattr(module, name) else getattr(builtins, name)
        case ast.Attribute(value=owner, attr=name):
            return getattr(_resolve(owner, module), name)
        case ast.Subscript(value=owner, slice=argument):
            return _resolve(owner, module)[_resolve(argument, module)]
    raise UnknownTypeError(f"an expression that is not understood: {ast.unparse(node)}")


def wire_name(name: str) -> str:
    """`model_id` as the wire writes it: `modelId`."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
