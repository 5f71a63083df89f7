"""Which contract this run holds its target to: the project's own, or the one that `--spec` names.

It is chosen once, before anything is collected: tables of cases are made from it at import.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from scenario_mock.contract import Contract, default_file, load, packaged

_chosen: list[Path] = []


def choose(file: Path | None) -> Contract:
    """Take `file`, or the project's own. Raises ContractError, which names file, line and what is wrong."""
    _chosen.clear()
    if file is not None:
        _chosen.append(file)
    contract_document.cache_clear()
    return contract()


def contract() -> Contract:
    """The contract, taken apart."""
    return load(_chosen[0]) if _chosen else packaged()


@cache
def contract_document() -> dict[str, Any]:
    """The contract as it is written, for tables of cases that are made at import."""
    file = _chosen[0] if _chosen else default_file()
    content: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return content
