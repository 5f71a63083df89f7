"""Search over assets and models: hands the search package the rows of a shelf, and its answers the caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import starmap
from typing import Any

from .. import media, pictures
from ..errors import bad_request
from ..profiles import search_body
from ..search import ALWAYS, Condition, Index, ShelfRow, with_team
from ..store import PUBLIC, Store, StoredAsset
from .assets import look_up
from .call import Call

Row = dict[str, Any]

# What a drawn picture looks like never changes, and painting one takes a millisecond.
_drawn_features = lru_cache(maxsize=8192)(pictures.features)


def search_assets(call: Call) -> Row:
    """POST /search/assets: the caller's own assets, or public ones."""
    store, shelf = call.services.store, _shelf(call)
    index = call.services.asset_search.index(
        shelf, store.version(shelf), lambda: starmap(ShelfRow, store.asset_bodies(shelf))
    )
    return _answer(call, index, lambda hit: _asset_features(call, hit["id"]))


def search_models(call: Call) -> Row:
    """POST /search/models: the caller's own models, or public ones; pictures are compared with example assets."""
    store, shelf = call.services.store, _shelf(call)
    index = call.services.model_search.index(shelf, store.version(shelf), lambda: _model_rows(store, shelf))
    return _answer(call, index, lambda hit: _example_features(call, hit))


def _model_rows(store: Store, shelf: str) -> Iterator[ShelfRow]:
    """The models that search shows, with their popularity."""
    rows = store.model_bodies(shelf)
    for place, (row_id, privacy, body) in enumerate(rows):
        if privacy != "unlisted" or shelf != PUBLIC:
            yield ShelfRow(row_id, ALWAYS, body, round(100 * (len(rows) - place) / len(rows), 1))


def _answer(call: Call, index: Index, features: Callable[[Mapping[str, Any]], Sequence[float] | None]) -> Row:
    """What the search finds in the index; `features` is what a hit looks like."""
    found = index.find(
        _body(call),
        call.now_ms,
        scope=_scope(call),
        query_offset=_query_offset(call),
        features=lambda reference: _features(call, reference),
        document_features=features,
    )
    team = _team(call)
    return {"hits": call.shown(with_team(index.encoded(number), team) for number in found.numbers), **found.envelope}


def _shelf(call: Call) -> str:
    return PUBLIC if (call.body or {}).get("public") else call.shelf


def _body(call: Call) -> Row:
    """The body as it counts under the mock's profile."""
    return search_body(call.services.settings.profile, call.body or {})


def _scope(call: Call) -> str:
    """`projectId` scopes what is the caller's own."""
    project_id = call.query.get("projectId")
    return str(Condition("ownerId", "=", project_id)) if project_id and _shelf(call) != PUBLIC else ""


def _team(call: Call) -> str:
    return f"team_{call.caller.tenant or 'public'}"


def _query_offset(call: Call) -> int | None:
    """The offset that the vendor's SDK sends in the query for every page but the first; the body's is then stale."""
    text = call.raw_query.get("offset", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _features(call: Call, reference: str) -> Sequence[float] | None:
    """What the referenced picture looks like: an asset by id, or a data URL. None: no such asset."""
    if reference.startswith("data:"):
        try:
            return pictures.features_of(pictures.decode_data_url(reference)[1])
        except ValueError as error:
            raise bad_request(f"Invalid image: {error}") from error
    stored = look_up(call, reference)
    if stored is None:
        return None
    found = _look(stored)
    if found is None:
        raise bad_request(f"Asset {reference} is not an image")
    return found


def _asset_features(call: Call, asset_id: str) -> Sequence[float] | None:
    """What the asset looks like; None for one that is not there and for one that is no picture."""
    stored = look_up(call, asset_id)
    return _look(stored) if stored else None


def _look(stored: StoredAsset) -> Sequence[float] | None:
    """What the pixels of an asset look like; None for one without any."""
    if stored.row["kind"] != "image":
        return None
    if stored.content is not None:
        return pictures.features_of(stored.content)
    properties = stored.row["properties"]
    return _drawn_features(*media.painted(stored.row), properties.get("width", 1024), properties.get("height", 1024))


def _example_features(call: Call, hit: Mapping[str, Any]) -> Sequence[float] | None:
    return _asset_features(call, hit["exampleAssetIds"][0]) if hit["exampleAssetIds"] else None
