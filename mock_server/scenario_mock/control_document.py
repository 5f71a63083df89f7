"""The document of the mock's own routes, `control.yaml`, read when it is first needed.

It is held to the same rules as the API's contract, and requests are held against it by the same code.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from .contract import Contract, load
from .errors import bad_request
from .validation import Validator


@lru_cache(maxsize=1)
def control_contract() -> Contract:
    """The document, taken apart."""
    return load(Path(__file__).with_name("control.yaml"))


@lru_cache(maxsize=1)
def control_validator() -> Validator:
    """What holds requests and answers against the document."""
    return Validator(control_contract())


def check(name: str, value: Any) -> None:
    """Raise ApiError 400 with the violations unless `value` is a component of that name."""
    found = control_validator().component(name, value)
    if found:
        at = found[0].at.replace("/", ".").lstrip(".") or "value"
        raise bad_request(f"{at}: {found[0].message}", details={"violations": [asdict(one) for one in found]})
