"""Search over assets and models: hands the finder what is asked of whom, and its answers the caller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .. import likeness, pictures
from ..encoding import encode
from ..errors import bad_request
from ..profiles import search_body
from ..search import Condition
from ..search.filters import shown
from ..search_index import Asked, Pictures, ShelfGone
from ..store import PUBLIC
from .assets import look_up
from .call import Call
from .senses import look_of, senses

Row = dict[str, Any]
Vector = Sequence[float]
MOST_TRIES = 5


def search_assets(call: Call) -> Row:
    """POST /search/assets: the caller's own assets, or public ones."""
    return _answer(call, "assets")


def search_models(call: Call) -> Row:
    """POST /search/models: the caller's own models, or public ones; pictures are compared with example assets."""
    return _answer(call, "models")


def _answer(call: Call, kind: str) -> Row:
    """What the search finds. A shelf that another mock has just taken away is there again when it is asked for anew."""
    for _ in range(MOST_TRIES):
        try:
            return _found(call, kind)
        except ShelfGone:
            call.services.store.refresh()
            call = replace(call)  # forgets the shelf
    return _found(call, kind)


def _found(call: Call, kind: str) -> Row:
    store, shelf = call.services.store, _shelf(call)
    body = search_body(call.services.settings.profile, call.body or {})
    images = body.get("images") or {}
    like = [body["image"]] if body.get("image") else images.get("like") or []
    found = call.services.finder.find(
        Asked(kind, shelf, store.version(shelf), call.now_ms, _scope(call)),
        body,
        senses(store, call.services.settings.embedder, kind, shelf, call.now_ms),
        lambda: Pictures(
            [_reference_look(call, each) for each in like],
            [_reference_look(call, each) for each in images.get("unlike") or []],
        ),
        _query_offset(call),
    )
    return {"hits": call.shown(_with_team(hit, _team(call)) for hit in found.hits), **found.envelope}


def _shelf(call: Call) -> str:
    return PUBLIC if (call.body or {}).get("public") else call.shelf


def _scope(call: Call) -> Condition | None:
    """`projectId` scopes what is the caller's own."""
    project_id = call.query.get("projectId")
    return Condition("ownerId", "=", project_id) if project_id and _shelf(call) != PUBLIC else None


def _with_team(hit: bytes, team_id: str) -> bytes:
    """A hit's JSON with the caller's team, the one field that hangs on who asks."""
    return b'{"teamId":' + encode(team_id) + b"," + hit[1:]


def _team(call: Call) -> str:
    return f"team_{call.caller.tenant or 'public'}"


def _query_offset(call: Call) -> int | None:
    """The offset that the vendor's SDK sends in the query for every page but the first; the body's is then stale."""
    text = call.raw_query.get("offset", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


# ---- what things look like -------------------------------------------------------------------------------------------


def _reference_look(call: Call, reference: str) -> Vector:
    """What a referenced picture looks like: an asset by id, or a data URL. Raises ApiError (400).

    Whether the service takes a sound or a text for a picture was not recorded; here each has one that stands for it.
    """
    if reference.startswith("data:"):
        try:
            return likeness.of_file(pictures.decode_data_url(reference)[1])
        except ValueError as error:
            raise bad_request(f"Invalid image: {error}") from error
    stored = look_up(call, reference)
    if stored is None:
        raise bad_request(f"Asset {shown(reference)} not found")
    return look_of(stored)
