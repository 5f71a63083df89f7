"""The `Prefer` header, as users of Prism know it: what one request wants for an answer.

| preference | what it asks for |
|---|---|
| `code=404` | the answer of that status, as the contract's first example for it has it |
| `example=NAME` | that example of the contract; of the success, unless `code` says otherwise |
| `dynamic=true` | made-up data of the answer's schema |
| `delay=500` | so many milliseconds of delay |

`code=200` alone asks for what comes anyway. A status that the operation does not declare, or an example that it does
not have, is refused with what there is. `default` in the contract stands for every status from 500 on. Preferences
that are not known are ignored, as the header's rules want; `Preference-Applied` says which ones were heard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .contract import Contract, Operation
from .effects import JSON, answer
from .encoding import encode
from .errors import bad_request
from .messages import Response

KNOWN = ("code", "example", "dynamic", "delay")
PART = re.compile(r'\s*([\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^,;\s]*)))?\s*(?:;[^,]*)?(?:,|$)')
LONGEST_DELAY_MS = 600_000

Maker = Callable[[Operation, str], Any]
"""Makes a value of the schema that the operation declares under a status word (`200`, `default`)."""


@dataclass(frozen=True)
class Preference:
    """What one request prefers; `response` is None when the call is to be carried out as usual."""

    applied: str
    response: Response | None
    delay_s: float


def read(header: str, operation: Operation, contract: Contract, make: Maker) -> Preference | None:
    """The preference of a request with that header; None when it has none that is known. Raises ApiError 400."""
    given = _given(header)
    if not given:
        return None
    delay_s = _delay_s(given["delay"]) if "delay" in given else 0.0
    dynamic = _dynamic(given["dynamic"]) if "dynamic" in given else False
    code, word = _code(given["code"], operation) if "code" in given else (200, "200")
    response = None
    if "example" in given or dynamic or code != 200:
        known = _examples(contract, operation)
        name = given.get("example")
        if name is not None and "code" not in given:
            code, word = _place_of(name, known)
        response = answer(code, JSON, encode(_body(operation, word, name, known, dynamic, make)))
    return Preference(", ".join(f"{name}={value}" for name, value in given.items()), response, delay_s)


def _given(header: str) -> dict[str, str]:
    """The known preferences, each the first time it stands."""
    given: dict[str, str] = {}
    for found in PART.finditer(header):
        name = found[1].lower()
        value = found[3] if found[2] is None else re.sub(r"\\(.)", r"\1", found[2])
        if name in KNOWN and name not in given:
            given[name] = value if value is not None else ""
    return given


def _delay_s(text: str) -> float:
    if not (text.isascii() and text.isdecimal()) or len(text) > 6 or int(text) > LONGEST_DELAY_MS:
        raise bad_request(f"Prefer: delay is a number of milliseconds up to {LONGEST_DELAY_MS}")
    return int(text) / 1000


def _dynamic(text: str) -> bool:
    if text not in ("true", "false"):
        raise bad_request("Prefer: dynamic is true or false")
    return text == "true"


def _code(text: str, operation: Operation) -> tuple[int, str]:
    """The status, and the word that the contract declares it under."""
    if text in operation.responses and text != "default":
        return int(text), text
    if "default" in operation.responses and re.fullmatch("5[0-9][0-9]", text):
        return int(text), "default"
    declared = [word for word in operation.responses if word != "default"]
    more = " and any from 500 to 599" if "default" in operation.responses else ""
    raise bad_request(f"Prefer: {operation.id} declares no code {text[:20]!r}, but {', '.join(declared)}{more}")


def _examples(contract: Contract, operation: Operation) -> dict[str, dict[str, Any]]:
    """Status word -> name -> value, as the contract has them for this operation's answers."""
    raw = contract.document["paths"][operation.path][operation.method.lower()]["responses"]
    found: dict[str, dict[str, Any]] = {}
    for word, node in raw.items():
        media: Mapping[str, Any] = contract.resolve(node).get("content", {}).get("application/json", {})
        found[word] = {name: contract.resolve(example)["value"] for name, example in media.get("examples", {}).items()}
    return found


def _place_of(name: str, known: dict[str, dict[str, Any]]) -> tuple[int, str]:
    """Under which status an example stands, when only its name is given: the first that has it."""
    word = next((word for word, examples in known.items() if name in examples), "200")
    return (500 if word == "default" else int(word)), word


def _body(
    operation: Operation, word: str, name: str | None, known: dict[str, dict[str, Any]], dynamic: bool, make: Maker
) -> Any:
    examples = known.get(word, {})
    if name is not None and name not in examples:
        names = sorted({other for examples in known.values() for other in examples})
        raise bad_request(f"Prefer: {operation.id} has no example {name[:60]!r} for this code, but {', '.join(names)}")
    if name is not None:
        return examples[name]
    return make(operation, word) if dynamic or not examples else next(iter(examples.values()))
