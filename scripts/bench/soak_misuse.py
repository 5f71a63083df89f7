"""How a soak misuses the API: calls that have to be refused, each with the statuses that say so."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .soak_judge import Call
from .soak_user import IMAGEN, OK, REFUSED, User

BAD_QUERIES = ("pageSize=0", "pageSize=-3", "pageSize=many", "sortDirection=sideways", "paginationToken=garbage")
BAD_BODIES = (b"{", b"[]", b"nonsense", b'"text"', b'{"prompt": NaN}', b"[" * 5000, b'{"a": "\\ud800"', b"\xff\xfe")
BAD_FILTERS = ("width >", "AND", "(" * 300, "width >= 'a", "nonsense nonsense", "x" * 100_000)
BAD_INPUTS: tuple[dict[str, Any], ...] = (
    {}, {"prompt": 5}, {"prompt": "x" * 100_000}, {"prompt": "a", "aspectRatio": "7:1"},
    {"prompt": "a", "numOutputs": 99},
)  # fmt: skip


def unknown_id(user: User) -> Call:
    """Something that does not exist."""
    operation, path = user.chance.choice(
        (("retrieveModel", "/models/model_"), ("retrieveAsset", "/assets/asset_"), ("retrieveJob", "/jobs/job_"))
    )
    return user.call(operation, f"{path}{user.chance.randrange(10**12)}unknown", frozenset({404}))


def no_key(user: User) -> Call:
    """Any operation without credentials; one of them is public."""
    operation = user.chance.choice(sorted(user.examples.paths))
    body: dict[str, Any] | None = {} if user.examples.paths[operation][0] == "POST" else None
    expects = OK if operation == "listPublicModels" else frozenset({401})
    return user.call(operation, user.path_of(operation), expects, body=body, auth=None, about="no key")


def bad_body(user: User) -> Call:
    """A body that is no JSON object."""
    operation = user.chance.choice(sorted(name for name, bodies in user.examples.bodies.items() if bodies))
    body = user.chance.choice(BAD_BODIES)
    return user.call(operation, user.path_of(operation), REFUSED, body=body, about=f"body {body[:20]!r}")


def bad_query(user: User) -> Call:
    """A query value that the contract forbids; jobs have no sort."""
    operation = user.chance.choice(("listAssets", "listJobs", "listModels", "listPublicModels"))
    wrong = [query for query in BAD_QUERIES if operation != "listJobs" or "sort" not in query]
    return user.call(operation, f"{user.path_of(operation)}?{user.chance.choice(wrong)}", REFUSED)


def bad_filter(user: User) -> Call:
    """A filter that does not parse."""
    operation = user.chance.choice(("searchAssets", "searchModels"))
    wrong = user.chance.choice(BAD_FILTERS)
    return user.call(operation, user.path_of(operation), REFUSED, body={"filter": wrong}, about=f"filter {wrong[:30]}")


def bad_input(user: User) -> Call:
    """An input that the model refuses."""
    wrong = user.chance.choice(BAD_INPUTS)
    about = f"input {json.dumps(wrong)[:60]}"
    return user.call("createCustomGeneration", f"/generate/custom/{IMAGEN}", REFUSED, body=wrong, about=about)


MISUSES: tuple[Callable[[User], Call], ...] = (unknown_id, no_key, bad_body, bad_query, bad_filter, bad_input)
"""Taken by chance."""
