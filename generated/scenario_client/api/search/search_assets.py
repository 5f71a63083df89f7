from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.asset_search_request import AssetSearchRequest
from ...models.asset_search_results import AssetSearchResults
from ...models.error import Error
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: AssetSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["originalAssets"] = original_assets

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/search/assets",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AssetSearchResults | Error:
    if response.status_code == 200:
        response_200 = AssetSearchResults.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Error.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Error.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Error.from_dict(response.json())

        return response_404

    if response.status_code == 413:
        response_413 = Error.from_dict(response.json())

        return response_413

    if response.status_code == 429:
        response_429 = Error.from_dict(response.json())

        return response_429

    response_default = Error.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AssetSearchResults | Error]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AssetSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetSearchResults | Error]:
    """Search assets by words, meaning, likeness and conditions

     Finds assets of the project, or with `public` those that everybody may see. A search needs at least
    one of
    `query`, `filter`, `image` and `images`; they combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, prompts, descriptions, captions, tags and seeds. With
    `querySemanticRatio` above 0 it also compares meanings. `image` or `images` find what looks alike,
    weighted by
    `imageSemanticRatio`.

    **Filter.** `field operator value`, with the operators `=`, `!=`, `>`, `>=`, `<`, `<=`; and `field
    IS EMPTY`,
    `field IS NOT EMPTY`, where empty means absent, null, or without content. Conditions join with `AND`
    and `OR`,
    `NOT` before a condition turns it around, parentheses group. `NOT` binds closest, then `AND`, then
    `OR`; the
    guide leaves the order open and this one is the usual. The larger and smaller comparisons are for
    numbers and
    dates. On a list, `=` asks whether the value is in it, so `tags = a AND tags = b` asks for both. A
    value may
    stand bare when it consists of letters, digits, `_`, `-` and `.`; anything else, and dates, goes in
    double
    quotes. A date without a time is its first instant, UTC. The guide also prints `field:value` for
    texts
    (`prompt:dragon`) without explaining it; read here as: the text contains this word. The fields are
    in
    `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. According to the vendor `sortBy` has no effect
    while a
    semantic ratio above 0 takes part: `querySemanticRatio` with a query, or `imageSemanticRatio` (1
    unless given)
    with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    The vendor's types ask for both of a pair, its guide often sends `limit` alone: `offset` is then 0.
    What happens
    when the modes are mixed is not written down; here page mode wins and `offset` and `limit` have no
    effect. To
    read on, raise `offset` in the body. Releases of the vendor's SDK put it into the query instead,
    which this
    contract does not define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetSearchRequest): What to look for among the assets, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetSearchResults | Error]
    """

    kwargs = _get_kwargs(
        body=body,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: AssetSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetSearchResults | Error | None:
    """Search assets by words, meaning, likeness and conditions

     Finds assets of the project, or with `public` those that everybody may see. A search needs at least
    one of
    `query`, `filter`, `image` and `images`; they combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, prompts, descriptions, captions, tags and seeds. With
    `querySemanticRatio` above 0 it also compares meanings. `image` or `images` find what looks alike,
    weighted by
    `imageSemanticRatio`.

    **Filter.** `field operator value`, with the operators `=`, `!=`, `>`, `>=`, `<`, `<=`; and `field
    IS EMPTY`,
    `field IS NOT EMPTY`, where empty means absent, null, or without content. Conditions join with `AND`
    and `OR`,
    `NOT` before a condition turns it around, parentheses group. `NOT` binds closest, then `AND`, then
    `OR`; the
    guide leaves the order open and this one is the usual. The larger and smaller comparisons are for
    numbers and
    dates. On a list, `=` asks whether the value is in it, so `tags = a AND tags = b` asks for both. A
    value may
    stand bare when it consists of letters, digits, `_`, `-` and `.`; anything else, and dates, goes in
    double
    quotes. A date without a time is its first instant, UTC. The guide also prints `field:value` for
    texts
    (`prompt:dragon`) without explaining it; read here as: the text contains this word. The fields are
    in
    `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. According to the vendor `sortBy` has no effect
    while a
    semantic ratio above 0 takes part: `querySemanticRatio` with a query, or `imageSemanticRatio` (1
    unless given)
    with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    The vendor's types ask for both of a pair, its guide often sends `limit` alone: `offset` is then 0.
    What happens
    when the modes are mixed is not written down; here page mode wins and `offset` and `limit` have no
    effect. To
    read on, raise `offset` in the body. Releases of the vendor's SDK put it into the query instead,
    which this
    contract does not define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetSearchRequest): What to look for among the assets, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetSearchResults | Error
    """

    return sync_detailed(
        client=client,
        body=body,
        original_assets=original_assets,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AssetSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetSearchResults | Error]:
    """Search assets by words, meaning, likeness and conditions

     Finds assets of the project, or with `public` those that everybody may see. A search needs at least
    one of
    `query`, `filter`, `image` and `images`; they combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, prompts, descriptions, captions, tags and seeds. With
    `querySemanticRatio` above 0 it also compares meanings. `image` or `images` find what looks alike,
    weighted by
    `imageSemanticRatio`.

    **Filter.** `field operator value`, with the operators `=`, `!=`, `>`, `>=`, `<`, `<=`; and `field
    IS EMPTY`,
    `field IS NOT EMPTY`, where empty means absent, null, or without content. Conditions join with `AND`
    and `OR`,
    `NOT` before a condition turns it around, parentheses group. `NOT` binds closest, then `AND`, then
    `OR`; the
    guide leaves the order open and this one is the usual. The larger and smaller comparisons are for
    numbers and
    dates. On a list, `=` asks whether the value is in it, so `tags = a AND tags = b` asks for both. A
    value may
    stand bare when it consists of letters, digits, `_`, `-` and `.`; anything else, and dates, goes in
    double
    quotes. A date without a time is its first instant, UTC. The guide also prints `field:value` for
    texts
    (`prompt:dragon`) without explaining it; read here as: the text contains this word. The fields are
    in
    `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. According to the vendor `sortBy` has no effect
    while a
    semantic ratio above 0 takes part: `querySemanticRatio` with a query, or `imageSemanticRatio` (1
    unless given)
    with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    The vendor's types ask for both of a pair, its guide often sends `limit` alone: `offset` is then 0.
    What happens
    when the modes are mixed is not written down; here page mode wins and `offset` and `limit` have no
    effect. To
    read on, raise `offset` in the body. Releases of the vendor's SDK put it into the query instead,
    which this
    contract does not define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetSearchRequest): What to look for among the assets, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetSearchResults | Error]
    """

    kwargs = _get_kwargs(
        body=body,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: AssetSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetSearchResults | Error | None:
    """Search assets by words, meaning, likeness and conditions

     Finds assets of the project, or with `public` those that everybody may see. A search needs at least
    one of
    `query`, `filter`, `image` and `images`; they combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, prompts, descriptions, captions, tags and seeds. With
    `querySemanticRatio` above 0 it also compares meanings. `image` or `images` find what looks alike,
    weighted by
    `imageSemanticRatio`.

    **Filter.** `field operator value`, with the operators `=`, `!=`, `>`, `>=`, `<`, `<=`; and `field
    IS EMPTY`,
    `field IS NOT EMPTY`, where empty means absent, null, or without content. Conditions join with `AND`
    and `OR`,
    `NOT` before a condition turns it around, parentheses group. `NOT` binds closest, then `AND`, then
    `OR`; the
    guide leaves the order open and this one is the usual. The larger and smaller comparisons are for
    numbers and
    dates. On a list, `=` asks whether the value is in it, so `tags = a AND tags = b` asks for both. A
    value may
    stand bare when it consists of letters, digits, `_`, `-` and `.`; anything else, and dates, goes in
    double
    quotes. A date without a time is its first instant, UTC. The guide also prints `field:value` for
    texts
    (`prompt:dragon`) without explaining it; read here as: the text contains this word. The fields are
    in
    `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. According to the vendor `sortBy` has no effect
    while a
    semantic ratio above 0 takes part: `querySemanticRatio` with a query, or `imageSemanticRatio` (1
    unless given)
    with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    The vendor's types ask for both of a pair, its guide often sends `limit` alone: `offset` is then 0.
    What happens
    when the modes are mixed is not written down; here page mode wins and `offset` and `limit` have no
    effect. To
    read on, raise `offset` in the body. Releases of the vendor's SDK put it into the query instead,
    which this
    contract does not define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetSearchRequest): What to look for among the assets, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetSearchResults | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
