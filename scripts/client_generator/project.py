"""The generator's own Project with our templates: it parses and judges the document, we decide which files there are.

`Client` is what the templates get: everything in it comes from the raw document, because the generator's model of it
lacks parameter descriptions, styles and extensions.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import client_runtime.errors
from client_runtime.base import VERSION
from openapi_python_client import Project
from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from client_generator import texts
from client_generator.document import Operation, operations
from client_generator.methods import DRY_RUN, Group
from client_generator.names import constant, snake
from client_generator.operations import group_of
from client_generator.problems import Refusal
from client_generator.schemas import Components
from client_generator.views import Module, modules

TEMPLATES = Path(__file__).with_name("templates")

#: Tag -> module and mixin of the runtime that add what is no single call.
EXTRAS = {"jobs": ("jobs", "JobsExtra"), "assets": ("download", "AssetsExtra")}

#: What the package offers beside clients and errors, by the module that has it.
OFFERED = {
    "_runtime.view": ("View",),
    "_runtime.config": ("RequestOptions",),
    "_runtime.paging": ("AsyncPage", "AsyncPager", "Page"),
    "client": ("AsyncScenario", "Scenario"),
}

CLIENT_DOCS = {
    "": """The Scenario API.

Keys, address and limits are taken from the arguments, else from the environment (SCENARIO_SDK_API_KEY and
SCENARIO_SDK_API_SECRET, or SCENARIO_API_KEY and SCENARIO_API_SECRET; SCENARIO_BASE_URL).

    with Scenario() as client:
        for model in client.models.list(privacy="public"):
            print(model.id, model.name)
""",
    "Async": """The Scenario API, asynchronously: the same calls, awaited.

    async with AsyncScenario() as client:
        async for model in client.models.list(privacy="public"):
            print(model.id, model.name)
""",
}


def error_names() -> list[str]:
    """The runtime's exception classes, sorted."""
    found = vars(client_runtime.errors).values()
    return sorted(one.__name__ for one in found if isinstance(one, type) and issubclass(one, Exception))


def _module_docstring(text: str) -> str:
    return texts.docstring(texts.wrapped(text, 6), 0)


@dataclass(frozen=True)
class OperationConstant:
    """What the runtime's Operation is made from."""

    constant: str
    id: str
    method: str
    path: str
    csv: tuple[str, ...]
    retry_safe: bool
    spends: bool
    priced: bool


class Client:
    """All that the templates render, prepared. Raises Refusal for what the client cannot express."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        lines = {one.where: f"{snake(one.tag)}.{one.raw['x-client-method']}" for one in operations(dict(document))}
        self.document: dict[str, Any] = texts.with_calls(document, lines)
        self.components = Components(self.document)
        self.groups = self._groups()
        self.operations = [self._constant(operation) for operation in operations(self.document)]
        started = {method.cast for group in self.groups for method in group.methods if method.started}
        summaries = {group.tag: group.summary for group in self.groups}
        self.modules: list[Module] = modules(self.components, summaries, started)

    def files(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Every file of the package: its path, its template and what the template needs."""
        errors = error_names()
        homes: dict[str, Any] = {**OFFERED, "_runtime.errors": errors, "errors": "errors", "types": "types"}
        offered = [name for names in homes.values() for name in ([names] if isinstance(names, str) else names)]
        info = self.document.get("info", {})
        about = f"{texts.prose(info.get('title', 'The API'))}, as Python: `Scenario` and `AsyncScenario`."
        package = {
            "doc": _module_docstring(f"{about}\n\nEvery name is imported when it is first used."),
            "homes": homes,
            "exported": sorted([*offered, "__version__"]),
            "version": VERSION,
        }
        yield "__init__.py", "lazy.py.jinja", package
        docs = {prefix: texts.docstring(text.splitlines(), 4) for prefix, text in CLIENT_DOCS.items()}
        yield "client.py", "client.py.jinja", {"groups": self.groups, "docs": docs}
        yield "errors.py", "errors.py.jinja", {"errors": errors}
        yield "operations.py", "operations.py.jinja", {"operations": self.operations}
        yield "resources/__init__.py", "package.py.jinja", {"doc": "The operations, one module for each tag."}
        for group in self.groups:
            yield f"resources/{group.tag}.py", "resource.py.jinja", {"group": group, "dry_run_name": DRY_RUN}
        types = {
            "doc": _module_docstring("The types of what is sent and received, each imported when it is first used."),
            "homes": {module.name: module.exported() for module in self.modules},
            "exported": sorted(name for module in self.modules for name in module.exported()),
        }
        yield "types/__init__.py", "lazy.py.jinja", types
        for module in self.modules:
            doc = _module_docstring(f"Types of {module.name}. {module.title}")
            yield f"types/{module.name}.py", "types_module.py.jinja", {"module": module, "module_doc": doc}

    def _groups(self) -> list[Group]:
        """One per tag that has operations, in the order of the document's tags."""
        by_tag: dict[str, list[Operation]] = {tag["name"]: [] for tag in self.document.get("tags", ())}
        for operation in operations(self.document):
            by_tag.setdefault(operation.tag, []).append(operation)
        summaries = {tag["name"]: tag.get("description", "") for tag in self.document.get("tags", ())}
        groups, problems = [], []
        for tag, found in by_tag.items():
            try:
                groups += [group_of(self.components, tag, summaries.get(tag, ""), found)] if found else []
            except Refusal as refusal:
                problems += refusal.problems
        if problems:
            raise Refusal(problems)
        for group in groups:
            group.extra = EXTRAS.get(group.tag) if self._has_extra(group) else None
        return groups

    def _has_extra(self, group: Group) -> bool:
        """Whether the runtime's additions fit: they call the tag's own `retrieve`."""
        return any(method.name == "retrieve" for method in group.methods)

    def _constant(self, operation: Operation) -> OperationConstant:
        raw = operation.raw
        parameters = [self.components.resolved(part) for part in raw.get("parameters", ())]
        lists = [one for one in parameters if one["in"] == "query" and one["schema"].get("type") == "array"]
        return OperationConstant(
            constant(operation.id),
            operation.id,
            operation.method,
            operation.path,
            tuple(sorted(one["name"] for one in lists if one.get("explode") is False)),
            bool(raw.get("x-retry-safe", operation.method in ("GET", "HEAD"))),
            bool(raw.get("x-spends-credits")),
            any(one["name"] == DRY_RUN for one in parameters),
        )


class ClientProject(Project):
    """The generator's project, which writes the files of a Client instead of its own."""

    def __init__(self, openapi: GeneratorData, config: Config) -> None:
        super().__init__(openapi=openapi, config=config, custom_template_path=TEMPLATES)

    def complaints(self) -> list[GeneratorError]:
        """Everything in the document that the generator cannot express."""
        return self._get_errors()

    def parsed(self) -> set[tuple[str, str]]:
        """Method and path of every operation that the generator understood; it renames the path's parameters: `{}`."""
        return {
            (endpoint.method.upper(), re.sub(r"{[^}]*}", "{}", str(endpoint.path.get_untrusted_value())))
            for collection in self.openapi.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }

    def write(self, client: Client) -> None:
        """Render every file of the package into its folder."""
        for path, template, context in client.files():
            file = self.package_dir / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(self.env.get_template(template).render(**context), encoding=self.config.file_encoding)
