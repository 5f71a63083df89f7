"""The value that a word of the command line stands for, by the JSON type of its field.

| field | word |
|---|---|
| string | itself |
| integer, number, boolean, object | what it spells in JSON |
| array | one item, by the type of the items; or all of them, as a list in JSON |
| any | what it spells in JSON, and else itself |

`@FILE` is what the file holds: a picture, sound, video or mesh as a data URL, any other as text that is read like a
word. `@@` begins a text that begins with `@`. No word at all is true for a boolean or for any.
"""

from __future__ import annotations

import base64
import json
import mimetypes
from pathlib import Path
from typing import Any, NoReturn

from .operations import Field, UsageError

JSON_TYPES: dict[str, tuple[type, ...]] = {
    "integer": (int,), "number": (int, float), "boolean": (bool,), "object": (dict,),
}  # fmt: skip
EXAMPLES = {"integer": "2", "number": "0.5", "boolean": "true", "object": '{"x": 1}'}
MEDIA = ("image/", "audio/", "video/", "model/")
mimetypes.add_type("model/gltf-binary", ".glb")
mimetypes.add_type("image/webp", ".webp")


def value_of(one: Field, word: str | None) -> Any:
    """The value of a field, or of one item of a list. Raises UsageError."""
    if word is None:
        if one.kind in ("boolean", "") or (one.place == "query" and "true" in one.schema.get("enum", ())):
            return True
        raise UsageError(f"{one.option} needs a value")
    if word.startswith("@@"):
        word = word[1:]
    elif word.startswith("@") and len(word) > 1:
        file = Path(word[1:])
        kind = mimetypes.guess_type(file.name)[0] or ""
        if kind.startswith(MEDIA):
            return f"data:{kind};base64,{base64.b64encode(_bytes(file, one.option)).decode()}"
        word = _text(file, one.option)
    return _listed(one, word) if one.kind == "array" else _typed(one, one.kind, word)


def json_object(text: str, option: str) -> dict[str, Any]:
    """`--data`: JSON, or `@FILE` with JSON in it. Raises UsageError."""
    content = _json(_text(Path(text[1:]), option) if text.startswith("@") else text)
    if not isinstance(content, dict):
        raise UsageError(f"{option} has to be a JSON object, or @FILE with one in it")
    return content


def _typed(one: Field, kind: str, word: str) -> Any:
    if kind == "string" or (kind not in JSON_TYPES and kind):
        return word
    content = _json(word)
    if not kind:
        return word if content is None else content
    is_flag = isinstance(content, bool)
    if not isinstance(content, JSON_TYPES[kind]) or (is_flag and kind != "boolean"):
        article = "an" if kind[0] in "aeiou" else "a"
        raise UsageError(f"{one.option} is {article} {kind} such as {EXAMPLES[kind]}, not {word[:80]!r}")
    return content


def _listed(one: Field, word: str) -> Any:
    content = _json(word) if word.lstrip().startswith("[") else None
    return content if isinstance(content, list) else _typed(one, one.items, word)


def _json(text: str) -> Any:
    """What the text spells; None for what is no JSON, and for null."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except ValueError:
        return None


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"JSON has no {word}")


def _text(file: Path, option: str) -> str:
    try:
        return _bytes(file, option).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{option}: {file} is neither a picture, sound, video or mesh nor text") from error


def _bytes(file: Path, option: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        hint = f"; a text that begins with @ is written @@{file}"
        raise UsageError(f"{option}: cannot read {file}: {error.strerror or error}{hint}") from error
