"""The conventions of spec/README.md as functions: each takes the bundle and returns what breaks it, place by place.

A rule is called like what it asks for; its docstring says it in a sentence. Rules about a kind of thing live together
in `rules_<kind>`; the two that concern the whole document are here.
"""

from __future__ import annotations

from collections.abc import Callable

from openapi_spec_validator import OpenAPIV31SpecValidator

from contract_tests.document import (
    rules_constraints,
    rules_extensions,
    rules_links,
    rules_operations,
    rules_schemas,
    rules_texts,
)
from contract_tests.document.walk import METHODS, Document, written

Rule = Callable[[Document], list[str]]


def valid_openapi(document: Document) -> list[str]:
    """A valid OpenAPI 3.1 document."""
    errors = OpenAPIV31SpecValidator(document).iter_errors()
    return [f"{written(tuple(str(part) for part in error.path))}: {error.message}" for error in errors]


def paths(document: Document) -> list[str]:
    """Paths begin with a slash, do not end with one, and hold operations only."""
    found = []
    for path, item in document.get("paths", {}).items():
        if not path.startswith("/") or path.endswith("/"):
            found.append(f"{written(('paths', path))}: begins with a slash and does not end with one")
        strange = [key for key in item if key not in METHODS]
        found += [f"{written(('paths', path, key))}: not a method" for key in strange]
    return found


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        valid_openapi,
        paths,
        *rules_operations.RULES,
        *rules_schemas.RULES,
        *rules_texts.RULES,
        *rules_extensions.RULES,
        *rules_constraints.RULES,
        *rules_links.RULES,
    )
}
