"""Answers without a world: any valid request gets made-up data of the answer's schema, whatever its ids.

For clients that want every operation and every field now, as from a plain mock of a document. The data are drawn from
the request itself, so the same request always gets the same answer. Faker and what stands on it are imported when they
are needed and not with this module: that import takes longer than the rest of a mock's start.
"""

from __future__ import annotations

from typing import Any

import orjson

from .contract import Contract, Operation
from .ids import stream

OPTIONAL = 0.8
"""Chance of each field that is not required."""


class Stateless:
    """Makes answers for the operations of one contract."""

    def __init__(self, contract: Contract, seed: int) -> None:
        from .provider import make_faker

        self._contract, self._seed = contract, seed
        self._faker = make_faker(stream(seed, "stateless"))

    def answer(
        self, operation: Operation, path: dict[str, Any], query: dict[str, Any], body: Any
    ) -> tuple[int, dict[str, Any]]:
        """Status and body for a request with these values: 269 where the query asks for a price, else 200."""
        status = 269 if "dryRun" in query else 200
        facts = orjson.dumps([path, query, body], option=orjson.OPT_SORT_KEYS).decode()
        made: dict[str, Any] = self.value(operation, str(status), facts)
        return status, made

    def value(self, operation: Operation, word: str, facts: str) -> Any:
        """A value of the schema that the operation declares under that status word, drawn from `facts`."""
        from .fake import SchemaFaker

        rng = stream(self._seed, operation.id, facts)
        self._faker.seed_instance(rng.getrandbits(64))
        schema = operation.responses[word] or {}
        return SchemaFaker(self._contract.schemas, self._faker, rng, OPTIONAL).value(schema)
