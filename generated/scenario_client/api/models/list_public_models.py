from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.model_list import ModelList
from ...models.model_type_filter import ModelTypeFilter
from ...models.public_model_sort_by import PublicModelSortBy
from ...models.sort_direction import SortDirection
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    sort_by: PublicModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_collection_ids: list[str] | Unset = UNSET
    if not isinstance(collection_ids, Unset):
        json_collection_ids = collection_ids

    params["collectionIds"] = json_collection_ids

    params["createdAfter"] = created_after

    params["createdBefore"] = created_before

    params["pageSize"] = page_size

    params["paginationToken"] = pagination_token

    json_sort_by: str | Unset = UNSET
    if not isinstance(sort_by, Unset):
        json_sort_by = sort_by

    params["sortBy"] = json_sort_by

    json_sort_direction: str | Unset = UNSET
    if not isinstance(sort_direction, Unset):
        json_sort_direction = sort_direction

    params["sortDirection"] = json_sort_direction

    json_tags: list[str] | Unset = UNSET
    if not isinstance(tags, Unset):
        json_tags = tags

    params["tags"] = json_tags

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_

    params["type"] = json_type_

    json_types: list[str] | Unset = UNSET
    if not isinstance(types, Unset):
        json_types = []
        for types_item_data in types:
            types_item: str = types_item_data
            json_types.append(types_item)

    params["types"] = json_types

    params["updatedAfter"] = updated_after

    params["updatedBefore"] = updated_before

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/models/public",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | ModelList:
    if response.status_code == 200:
        response_200 = ModelList.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Error.from_dict(response.json())

        return response_429

    response_default = Error.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | ModelList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    sort_by: PublicModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Response[Error | ModelList]:
    """List public models (former path)

     Lists public models with or without credentials. The vendor's Swagger export of November 2025 had
    it, with the twelve parameters below and without security; no SDK release ever did, and GET /models
    has since taken over its filters. Not among the twelve: `originalAssets`, `projectId`, `privacy`,
    `status`. That it still answers, and with the same pages as GET /models, is concluded from that and
    from the models guide, which still names it. Source: swagger:2025-11, guide:models, inference.

    Args:
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        sort_by (PublicModelSortBy | Unset): What the deprecated public list sorts by; it never
            knew `score`. Source: swagger:2025-11.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        tags (list[str] | Unset):
        type_ (ModelTypeFilter | Unset): A family of models to filter by: the same words as
            `ModelType`, closed because the caller chooses. Source: reference, sdk:2.0.0.
        types (list[ModelTypeFilter] | Unset):
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | ModelList]
    """

    kwargs = _get_kwargs(
        collection_ids=collection_ids,
        created_after=created_after,
        created_before=created_before,
        page_size=page_size,
        pagination_token=pagination_token,
        sort_by=sort_by,
        sort_direction=sort_direction,
        tags=tags,
        type_=type_,
        types=types,
        updated_after=updated_after,
        updated_before=updated_before,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    sort_by: PublicModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Error | ModelList | None:
    """List public models (former path)

     Lists public models with or without credentials. The vendor's Swagger export of November 2025 had
    it, with the twelve parameters below and without security; no SDK release ever did, and GET /models
    has since taken over its filters. Not among the twelve: `originalAssets`, `projectId`, `privacy`,
    `status`. That it still answers, and with the same pages as GET /models, is concluded from that and
    from the models guide, which still names it. Source: swagger:2025-11, guide:models, inference.

    Args:
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        sort_by (PublicModelSortBy | Unset): What the deprecated public list sorts by; it never
            knew `score`. Source: swagger:2025-11.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        tags (list[str] | Unset):
        type_ (ModelTypeFilter | Unset): A family of models to filter by: the same words as
            `ModelType`, closed because the caller chooses. Source: reference, sdk:2.0.0.
        types (list[ModelTypeFilter] | Unset):
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | ModelList
    """

    return sync_detailed(
        client=client,
        collection_ids=collection_ids,
        created_after=created_after,
        created_before=created_before,
        page_size=page_size,
        pagination_token=pagination_token,
        sort_by=sort_by,
        sort_direction=sort_direction,
        tags=tags,
        type_=type_,
        types=types,
        updated_after=updated_after,
        updated_before=updated_before,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    sort_by: PublicModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Response[Error | ModelList]:
    """List public models (former path)

     Lists public models with or without credentials. The vendor's Swagger export of November 2025 had
    it, with the twelve parameters below and without security; no SDK release ever did, and GET /models
    has since taken over its filters. Not among the twelve: `originalAssets`, `projectId`, `privacy`,
    `status`. That it still answers, and with the same pages as GET /models, is concluded from that and
    from the models guide, which still names it. Source: swagger:2025-11, guide:models, inference.

    Args:
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        sort_by (PublicModelSortBy | Unset): What the deprecated public list sorts by; it never
            knew `score`. Source: swagger:2025-11.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        tags (list[str] | Unset):
        type_ (ModelTypeFilter | Unset): A family of models to filter by: the same words as
            `ModelType`, closed because the caller chooses. Source: reference, sdk:2.0.0.
        types (list[ModelTypeFilter] | Unset):
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | ModelList]
    """

    kwargs = _get_kwargs(
        collection_ids=collection_ids,
        created_after=created_after,
        created_before=created_before,
        page_size=page_size,
        pagination_token=pagination_token,
        sort_by=sort_by,
        sort_direction=sort_direction,
        tags=tags,
        type_=type_,
        types=types,
        updated_after=updated_after,
        updated_before=updated_before,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    sort_by: PublicModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Error | ModelList | None:
    """List public models (former path)

     Lists public models with or without credentials. The vendor's Swagger export of November 2025 had
    it, with the twelve parameters below and without security; no SDK release ever did, and GET /models
    has since taken over its filters. Not among the twelve: `originalAssets`, `projectId`, `privacy`,
    `status`. That it still answers, and with the same pages as GET /models, is concluded from that and
    from the models guide, which still names it. Source: swagger:2025-11, guide:models, inference.

    Args:
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        sort_by (PublicModelSortBy | Unset): What the deprecated public list sorts by; it never
            knew `score`. Source: swagger:2025-11.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        tags (list[str] | Unset):
        type_ (ModelTypeFilter | Unset): A family of models to filter by: the same words as
            `ModelType`, closed because the caller chooses. Source: reference, sdk:2.0.0.
        types (list[ModelTypeFilter] | Unset):
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | ModelList
    """

    return (
        await asyncio_detailed(
            client=client,
            collection_ids=collection_ids,
            created_after=created_after,
            created_before=created_before,
            page_size=page_size,
            pagination_token=pagination_token,
            sort_by=sort_by,
            sort_direction=sort_direction,
            tags=tags,
            type_=type_,
            types=types,
            updated_after=updated_after,
            updated_before=updated_before,
        )
    ).parsed
