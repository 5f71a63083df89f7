"""Docstrings of methods: summary, description, conditions, Args, Returns and Raises, out of the contract."""

from collections.abc import Mapping
from typing import Any

from client_runtime import errors

from client_generator import texts
from client_generator.methods import DRY_RUN, Method
from client_generator.schemas import Components, reference

#: Status -> the error that the runtime raises for it; `default` is their base.
ERRORS = {
    "400": errors.BadRequest,
    "401": errors.Unauthorized,
    "403": errors.Forbidden,
    "404": errors.NotFound,
    "409": errors.Conflict,
    "410": errors.Gone,
    "413": errors.ContentTooLarge,
    "422": errors.Unprocessable,
    "429": errors.RateLimited,
    "default": errors.ApiError,
}


def takes_file(place: str, schema: Mapping[str, Any]) -> bool:
    """Whether a field of a body is a picture that may be sent along: the contract's texts then say `data URL`."""
    return place == "body" and "data URL" in schema.get("description", "")


def argument_lines(
    components: Components, python: str, place: str, schema: Mapping[str, Any], names: Mapping[str, str]
) -> list[str]:
    """An entry of Args: what it is, the fields of an object, whether to use something else, and the facts."""
    typed = components.typed(schema, python)
    component = components.schemas[reference(schema)] if "$ref" in schema else {}
    sentences = [texts.prose(schema.get("description") or component.get("description"), names)]
    inner = typed.item if typed.reader in ("_view", "_views") else None
    if inner:
        parts = [f"`{wire}` ({_short(components, part)})" for wire, part in components.all_properties(inner).items()]
        sentences.append(f"{'Each has' if typed.reader == '_views' else 'Fields:'} {', '.join(parts)}.")
    if takes_file(place, schema):
        sentences.append("Bytes, or the Path of a file, are sent as a data URL.")
    if schema.get("deprecated"):
        sentences.append(f"Deprecated: {texts.renamed(schema.get('x-deprecated-reason', 'it will go away.'), names)}")
    facts = texts.facts(schema, component)
    if typed.received.startswith("list[") and "$ref" in schema.get("items", {}) and not inner:
        facts = [*(f"each {fact}" for fact in texts.facts({}, components.schemas[reference(schema["items"])])), *facts]
    if facts:
        sentences.append(f"[{'; '.join(facts)}]")
    text = " ".join(sentence for sentence in sentences if sentence)
    return texts.wrapped(f"{python}: {text}", 12, hanging=4)


def _short(components: Components, schema: Mapping[str, Any]) -> str:
    """A nested field in few words: its facts, else its type."""
    component = components.schemas[reference(schema)] if "$ref" in schema else {}
    typed = components.typed(schema, "a nested field")
    plain = {"str": "text", "float": "number", "int": "whole number", "bool": "true or false"}
    kind = plain.get(typed.received, "list" if typed.received.startswith("list[") else "")
    return "; ".join([*([kind] if kind else []), *texts.facts(schema, component)]) or typed.received


def method_docstring(components: Components, method: Method, awaited: bool) -> str:
    """Summary, description, conditions, Args, Returns and Raises of a method."""
    raw = method.operation.raw
    names = spoken(method, {argument.wire: argument.python for argument in method.arguments})
    lines = [raw.get("summary", method.operation.id).rstrip(".") + "."]
    if method.deprecated:
        lines += ["", *texts.wrapped(f"Deprecated: {method.deprecated}", 8)]
    description = texts.prose(raw.get("description"), names)
    lines += ["", *texts.wrapped(description, 8)] if description else []
    lines += ["", *texts.wrapped(_effects(method), 8)]
    conditions = [texts.renamed(one["description"], names) for one in raw.get("x-constraints", ())]
    if conditions:
        lines += ["", "Conditions:"]
        for condition in conditions:
            lines += [f"    - {line}" if first else f"      {line}" for first, line in _marked(condition)]
    lines += ["", "Args:"]
    path = [argument for argument in method.arguments if argument.place == "path"]
    for argument in path:
        lines += [f"    {line}" for line in argument.lines]
    if method.free_form:
        body = components.resolved(method.operation.raw["requestBody"])["content"]["application/json"]["schema"]
        text = texts.prose(components.resolved(body).get("description"), names)
        lines += [f"    {line}" for line in texts.wrapped(f"inputs: {text} Sent as they are.", 12, hanging=4)]
        more = "values: The inputs as keywords: `aspect_ratio` is sent as `aspectRatio`. They win over `inputs`."
    for argument in method.arguments[len(path) :]:
        lines += [f"    {line}" for line in argument.lines]
    lines.append("    options: Timeout, retries, headers and extra members of this call alone.")
    lines += [f"    {more}"] if method.free_form else []
    lines += ["", "Returns:", *(f"    {line}" for line in texts.wrapped(_returns(components, method, awaited), 12))]
    lines += ["", "Raises:"]
    for status, response in raw["responses"].items():
        if status in ERRORS:
            words = texts.first_sentence(texts.prose(components.resolved(response).get("description")))
            lead = ERRORS[status].__name__ + (f": {status}. " if status != "default" else ": ")
            lines += [f"    {line}" for line in texts.wrapped(lead + words, 12, hanging=4)]
    return texts.docstring(lines, 8)


def _marked(text: str) -> list[tuple[bool, str]]:
    return [(number == 0, line) for number, line in enumerate(texts.wrapped(text, 14))]


def spoken(method: Method, names: Mapping[str, str]) -> dict[str, str]:
    """The names to use in texts: beside a body that is free in form, a word is as likely one of the body's."""
    return {wire: python for wire, python in names.items() if not method.free_form or wire == DRY_RUN}


def _effects(method: Method) -> str:
    """The request line, and what a call may do."""
    operation = method.operation
    words = [f"{operation.method} {operation.path}."]
    if operation.raw.get("x-spends-credits"):
        words.append("A call may cost Creative Units.")
    elif operation.raw.get("x-read-only"):
        words.append("Changes nothing and costs nothing.")
    if not operation.raw.get("x-retry-safe"):
        words.append("Repeated after a failure only when it provably did not start.")
    return " ".join(words)


def _returns(components: Components, method: Method, awaited: bool) -> str:
    """What a caller gets, or gets by awaiting."""
    if method.style and awaited:
        text = "Await it for the first page, or `async for` over it for every item of all pages."
    elif method.style:
        text = "The first page. Iterating over it gives every item of all pages; `items` are its own."
    elif method.started:
        text = f"The answer; {'awaiting its' if awaited else 'its'} `wait()` gives the job once that has succeeded."
    else:
        text = texts.first_sentence(texts.prose(components.schemas[method.cast].get("description")))
    return f"{text} With `dry_run` the price instead, and nothing runs." if method.priced else text
