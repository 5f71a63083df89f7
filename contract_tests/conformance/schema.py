"""The contract as schemathesis reads it, with the settings that keep a truthful server free of false alarms."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import schemathesis
from hypothesis import settings
from schemathesis.config import SchemathesisConfig

from contract_tests.conftest import contract_document
from contract_tests.options import CONFORMANCE, PROFILES

CONFIG: dict[str, Any] = {
    # Undeclared query keys are ignored by the service (recorded), so sending them proves nothing.
    "generation": {"allow-extra-parameters": False},
    # Replayed cases outlive the contract they were made from.
    "cache": {"enabled": False},
    "checks": {
        # Public reads are the point of the public token, so two users may read the same thing.
        "object_level_authorization": {"enabled": False},
    },
}


def api_schema() -> Any:
    """A fresh schemathesis schema over a copy of the bundled contract: it adds links of its own to what it is given."""
    config = deepcopy(CONFIG)
    profile = settings.get_profile(CONFORMANCE)
    config["generation"]["deterministic"] = profile.derandomize
    # Boundary values of every parameter are thousands of calls: for each night, not for each change.
    config["phases"] = {"coverage": {"enabled": profile.max_examples > PROFILES["quick"]}}
    return schemathesis.openapi.from_dict(deepcopy(contract_document()), config=SchemathesisConfig.from_dict(config))
