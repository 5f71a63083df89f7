"""Rules about examples: they fit their schemas, say nothing that the schemas do not know, and tell one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from contract_tests.document.walk import Document, Place, examples, fields, resolve, schemas, target, written

DRAWS = 10
"""Values made for each x-faker."""
SAME: dict[str, tuple[str, ...]] = {
    "job": ("jobType", "createdAt", "authorId", "ownerId", "metadata.input"),
    "asset": ("kind", "mimeType", "createdAt", "authorId", "ownerId", "metadata.prompt", "metadata.modelId"),
    "model": ("name", "type", "createdAt", "authorId", "ownerId"),
}
"""What two examples of one thing (same id) must agree on, by the prefix of the id."""


def examples_fit(document: Document) -> list[str]:
    """Every example is valid against its schema, formats asserted."""
    return [
        f"{written(example.place)}{written(tuple(map(str, error.instance_path)))[1:]}: {error.message[:300]}"
        for example in examples(document)
        for error in validator(document, example.schema).iter_errors(example.value)
    ]


def examples_say_nothing_unknown(document: Document) -> list[str]:
    """No example has a field that its schema does not describe: an open object would take a misspelled one too."""
    return [
        f"{written(example.place)}: {problem}"
        for example in examples(document)
        for problem in _unknown(document, example.schema, example.value, ())
    ]


def examples_are_of_a_type(document: Document) -> list[str]:
    """No example is valid because its schema says nothing."""
    found = []
    for example in examples(document):
        node = resolve(document, example.schema)
        if not isinstance(node, dict) or not {"type", "allOf"} & set(node):
            found.append(f"{written(example.place)}: its schema takes anything")
    return found


def examples_are_known_values(document: Document) -> list[str]:
    """Examples hold known values of open enumerations only, and none of the retired ones."""
    closed = _closed(document)
    return [
        f"{written(example.place)}: {error.message[:300]}"
        for example in examples(document)
        for error in validator(closed, _closed(example.schema)).iter_errors(example.value)
        if error.kind.name == "enum"
    ]


def examples_tell_one_story(document: Document) -> list[str]:
    """Things with one id agree, in all examples, on what cannot change."""
    met: dict[tuple[str, str], tuple[Any, str]] = {}
    found = []
    for example in examples(document):
        for thing in _things(example.value):
            name = str(thing.get("jobId", thing.get("id")))
            for field in SAME.get(name.split("_")[0], ()):
                value = target(thing, "#/" + field.replace(".", "/"))
                if value is None:
                    continue
                before, where = met.setdefault((name, field), (value, written(example.place)))
                if before != value:
                    found.append(f"{written(example.place)}: {field} of {name} is {value!r}, in {where} {before!r}")
    return found


def prices_add_up(document: Document) -> list[str]:
    """Where an example splits a price into its parts, the price is their sum."""
    found = []
    for example in examples(document):
        priced = example.value if isinstance(example.value, dict) else {}
        cost, parts = priced.get("creativeUnitsCost"), priced.get("costDetails")
        if cost is not None and parts is not None and sum(parts.values()) != cost:
            found.append(f"{written(example.place)}: the price is {cost}, its parts are {parts}")
    return found


def defaults_fit(document: Document) -> list[str]:
    """What x-default says is a value that the schema takes."""
    return [
        f"{written(schema.place)}/x-default: {schema.node['x-default']!r} does not fit"
        for schema in schemas(document)
        if isinstance(schema.node, dict)
        and "x-default" in schema.node
        and not validator(document, schema.node).is_valid(schema.node["x-default"])
    ]


def made_values_fit(document: Document) -> list[str]:
    """What x-faker makes is valid against the schema that it stands on."""
    # Imported here, like in rules_extensions: only this rule needs the mock.
    import random

    from scenario_mock.provider import make_faker

    faker = make_faker(random.Random(0))
    found = []
    for schema in schemas(document):
        if not isinstance(schema.node, dict) or "x-faker" not in schema.node:
            continue
        hint = schema.node["x-faker"]
        ((method, arguments),) = (hint if isinstance(hint, dict) else {hint: {}}).items()
        check = validator(document, schema.node)
        for _ in range(DRAWS):
            value = getattr(faker, method)(**arguments)
            if not check.is_valid(value):
                found.append(f"{written(schema.place)}: {method} made {value!r}")
                break
    return found


def validator(document: Document, schema: Any, *, formats: bool = True) -> jsonschema_rs.Draft202012Validator:
    """A validator of `schema`, whose references lead into `document`; without `formats` these only annotate."""
    whole = {**schema, "components": document["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=formats)


def _unknown(document: Document, schema: Any, value: Any, place: Place) -> Iterator[str]:
    node = resolve(document, schema)
    if not isinstance(node, dict):
        return
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _unknown(document, node.get("items"), part, (*place, str(index)))
    if not isinstance(value, dict):
        return
    known, other = fields(document, node), node.get("additionalProperties")
    if other is None and not known:
        return  # free-form
    for name, part in value.items():
        if name not in known and other is None:
            yield f"{'/'.join((*place, name))} is not in the schema"
        yield from _unknown(document, known.get(name, other), part, (*place, name))


def _closed(node: Any) -> Any:
    """`node` with each open enumeration closed to what the mock may send."""
    if isinstance(node, list):
        return [_closed(part) for part in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    if "x-extensible-enum" in node or "x-enum-retired" in node:
        values: Any = node.get("x-extensible-enum", node.get("enum", []))
        closed["enum"] = [value for value in values if value not in node.get("x-enum-retired", [])]
    return closed


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside `value` that has an id, `value` included."""
    if isinstance(value, dict):
        if "id" in value or ("jobId" in value and "jobType" in value):
            yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from _things(part)


RULES = (
    examples_fit, examples_say_nothing_unknown, examples_are_of_a_type, examples_are_known_values,
    examples_tell_one_story, prices_add_up, defaults_fit, made_values_fit,
)  # fmt: skip
