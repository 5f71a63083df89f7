from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.model_search_request import ModelSearchRequest
from ...models.model_search_results import ModelSearchResults
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ModelSearchRequest,
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
        "url": "/search/models",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | ModelSearchResults:
    if response.status_code == 200:
        response_200 = ModelSearchResults.from_dict(response.json())

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
) -> Response[Error | ModelSearchResults]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ModelSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | ModelSearchResults]:
    """Search models by words, meaning, likeness and conditions

     Finds models of the project, or with `public` those that everybody may see. It works as the search
    of assets
    does, with fields of its own. A search needs at least one of `query`, `filter`, `image` and
    `images`; they
    combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, descriptions, tags and capabilities. With
    `querySemanticRatio`
    above 0 it also compares meanings. `image` or `images` find models whose example pictures look
    alike, weighted
    by `imageSemanticRatio`.

    **Filter.** `field operator value` with `=`, `!=`, `>`, `>=`, `<`, `<=`; `field IS EMPTY` and
    `field IS NOT EMPTY`; joined with `AND` and `OR`, turned around with `NOT`, grouped with
    parentheses; `NOT`
    binds closest, then `AND`, then `OR`. On a list, `=` asks whether the value is in it. A value may
    stand bare
    when it consists of letters, digits, `_`, `-` and `.` (`type = flux.1-lora`); anything else, and
    dates, goes in
    double quotes. The guide also prints `name:character` without explaining it; read here as: the text
    contains
    this word. The fields are in `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. The guide has no list of sortable fields for
    models and points
    at that of assets; a model has neither `width` nor `height`, so these two leave the order as it is.
    According to
    the vendor `sortBy` has no effect while a semantic ratio above 0 takes part: `querySemanticRatio`
    with a query,
    or `imageSemanticRatio` (1 unless given) with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    `limit` alone starts at offset 0. When the modes are mixed, page mode wins; no source says so. To
    read on, raise
    `offset` in the body. Releases of the vendor's SDK put it into the query instead, which this
    contract does not
    define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (ModelSearchRequest): What to look for among the models, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | ModelSearchResults]
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
    body: ModelSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | ModelSearchResults | None:
    """Search models by words, meaning, likeness and conditions

     Finds models of the project, or with `public` those that everybody may see. It works as the search
    of assets
    does, with fields of its own. A search needs at least one of `query`, `filter`, `image` and
    `images`; they
    combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, descriptions, tags and capabilities. With
    `querySemanticRatio`
    above 0 it also compares meanings. `image` or `images` find models whose example pictures look
    alike, weighted
    by `imageSemanticRatio`.

    **Filter.** `field operator value` with `=`, `!=`, `>`, `>=`, `<`, `<=`; `field IS EMPTY` and
    `field IS NOT EMPTY`; joined with `AND` and `OR`, turned around with `NOT`, grouped with
    parentheses; `NOT`
    binds closest, then `AND`, then `OR`. On a list, `=` asks whether the value is in it. A value may
    stand bare
    when it consists of letters, digits, `_`, `-` and `.` (`type = flux.1-lora`); anything else, and
    dates, goes in
    double quotes. The guide also prints `name:character` without explaining it; read here as: the text
    contains
    this word. The fields are in `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. The guide has no list of sortable fields for
    models and points
    at that of assets; a model has neither `width` nor `height`, so these two leave the order as it is.
    According to
    the vendor `sortBy` has no effect while a semantic ratio above 0 takes part: `querySemanticRatio`
    with a query,
    or `imageSemanticRatio` (1 unless given) with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    `limit` alone starts at offset 0. When the modes are mixed, page mode wins; no source says so. To
    read on, raise
    `offset` in the body. Releases of the vendor's SDK put it into the query instead, which this
    contract does not
    define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (ModelSearchRequest): What to look for among the models, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | ModelSearchResults
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
    body: ModelSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | ModelSearchResults]:
    """Search models by words, meaning, likeness and conditions

     Finds models of the project, or with `public` those that everybody may see. It works as the search
    of assets
    does, with fields of its own. A search needs at least one of `query`, `filter`, `image` and
    `images`; they
    combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, descriptions, tags and capabilities. With
    `querySemanticRatio`
    above 0 it also compares meanings. `image` or `images` find models whose example pictures look
    alike, weighted
    by `imageSemanticRatio`.

    **Filter.** `field operator value` with `=`, `!=`, `>`, `>=`, `<`, `<=`; `field IS EMPTY` and
    `field IS NOT EMPTY`; joined with `AND` and `OR`, turned around with `NOT`, grouped with
    parentheses; `NOT`
    binds closest, then `AND`, then `OR`. On a list, `=` asks whether the value is in it. A value may
    stand bare
    when it consists of letters, digits, `_`, `-` and `.` (`type = flux.1-lora`); anything else, and
    dates, goes in
    double quotes. The guide also prints `name:character` without explaining it; read here as: the text
    contains
    this word. The fields are in `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. The guide has no list of sortable fields for
    models and points
    at that of assets; a model has neither `width` nor `height`, so these two leave the order as it is.
    According to
    the vendor `sortBy` has no effect while a semantic ratio above 0 takes part: `querySemanticRatio`
    with a query,
    or `imageSemanticRatio` (1 unless given) with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    `limit` alone starts at offset 0. When the modes are mixed, page mode wins; no source says so. To
    read on, raise
    `offset` in the body. Releases of the vendor's SDK put it into the query instead, which this
    contract does not
    define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (ModelSearchRequest): What to look for among the models, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | ModelSearchResults]
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
    body: ModelSearchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | ModelSearchResults | None:
    """Search models by words, meaning, likeness and conditions

     Finds models of the project, or with `public` those that everybody may see. It works as the search
    of assets
    does, with fields of its own. A search needs at least one of `query`, `filter`, `image` and
    `images`; they
    combine, and every hit fulfills `filter`.

    **Words and meaning.** `query` looks in names, descriptions, tags and capabilities. With
    `querySemanticRatio`
    above 0 it also compares meanings. `image` or `images` find models whose example pictures look
    alike, weighted
    by `imageSemanticRatio`.

    **Filter.** `field operator value` with `=`, `!=`, `>`, `>=`, `<`, `<=`; `field IS EMPTY` and
    `field IS NOT EMPTY`; joined with `AND` and `OR`, turned around with `NOT`, grouped with
    parentheses; `NOT`
    binds closest, then `AND`, then `OR`. On a list, `=` asks whether the value is in it. A value may
    stand bare
    when it consists of letters, digits, `_`, `-` and `.` (`type = flux.1-lora`); anything else, and
    dates, goes in
    double quotes. The guide also prints `name:character` without explaining it; read here as: the text
    contains
    this word. The fields are in `x-filterable-fields` of `filter`.

    **Order.** Best match first, or as `sortBy` says. The guide has no list of sortable fields for
    models and points
    at that of assets; a model has neither `width` nor `height`, so these two leave the order as it is.
    According to
    the vendor `sortBy` has no effect while a semantic ratio above 0 takes part: `querySemanticRatio`
    with a query,
    or `imageSemanticRatio` (1 unless given) with a picture. No recording shows it.

    **Pages.** Either `offset` and `limit`, or `page` and `hitsPerPage`; the answer carries the totals
    of the mode.
    `limit` alone starts at offset 0. When the modes are mixed, page mode wins; no source says so. To
    read on, raise
    `offset` in the body. Releases of the vendor's SDK put it into the query instead, which this
    contract does not
    define.

    A search costs no Creative Units; it counts against the search quota of the plan.
    Source: guide:search, sdk:2.4.0, inference.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (ModelSearchRequest): What to look for among the models, in which order, and which
            page of it. Nothing is required by itself, but one of `query`, `filter`, `image` and
            `images` must be there. Source: guide:search, sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | ModelSearchResults
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
