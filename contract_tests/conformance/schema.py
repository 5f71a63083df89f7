"""The contract as schemathesis reads it, with the settings that keep a truthful server free of false alarms.

| check of schemathesis | here |
|---|---|
| not a server error | `judging.no_surprise_of_the_server`: a mock may say 501 of what it says that it has not built |
| status, content type, headers, schema | each answer |
| negative data rejection, positive data acceptance | with the statuses below, which are narrower than the default |
| unsupported method, Allow header, missing required header | boundary values, so not in the quick profile |
| ignored auth | `judging.credentials_are_needed`: a few answers of each operation |
| resource availability | `judging.what_is_named_exists`: theirs asks for links that fill every parameter |
| use after free | never: nothing can be deleted |
| object level authorization | off: two users may read the same public thing |

What a run may send decides the rest: boundary values of every parameter are thousands of calls, and methods that the
contract does not have may be had by the service, which could delete something.
"""

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
        # Ids come from the target's own answers, so a 404 is no excuse.
        "positive_data_acceptance": {"expected-statuses": ["2xx"]},
        # A crash, a conflict or a request for patience is no refusal of bad data.
        "negative_data_rejection": {"expected-statuses": ["400", "401", "403", "404", "405", "413", "414", "415"]},
        "object_level_authorization": {"enabled": False},
        # Replaced by checks of judging, as the table says.
        "not_a_server_error": {"enabled": False},
        "ignored_auth": {"enabled": False},
    },
}


def api_schema(*, reading: bool | None = None) -> Any:
    """A fresh schemathesis schema over a copy of the bundled contract: it adds links of its own to what it is given.

    `reading` takes only operations that change and cost nothing (`x-read-only`), or only those that do.
    """
    config = deepcopy(CONFIG)
    profile = settings.get_profile(CONFORMANCE)
    config["generation"]["deterministic"] = profile.derandomize
    config["phases"] = {"coverage": {"enabled": profile.max_examples > PROFILES["quick"]}}
    document = deepcopy(contract_document())
    schema = schemathesis.openapi.from_dict(document, config=SchemathesisConfig.from_dict(config))
    if reading is None:
        return schema
    return schema.include(lambda context: bool(context.operation.definition.raw["x-read-only"]) is reading)
