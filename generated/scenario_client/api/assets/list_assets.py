from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.asset_list import AssetList
from ...models.asset_sort_key import AssetSortKey
from ...models.asset_type_filter import AssetTypeFilter
from ...models.error import Error
from ...models.public_privacy_filter import (
    PublicPrivacyFilter,
)
from ...models.sort_direction import SortDirection
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    type_: AssetTypeFilter | Unset = UNSET,
    types: list[AssetTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    model_id: str | Unset = UNSET,
    inference_id: str | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    parent_asset_id: str | Unset = UNSET,
    root_asset_id: str | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
    deleted: bool | Unset = UNSET,
    sort_by: AssetSortKey | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_privacy: str | Unset = UNSET
    if not isinstance(privacy, Unset):
        json_privacy = privacy

    params["privacy"] = json_privacy

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

    params["authorId"] = author_id

    params["modelId"] = model_id

    params["inferenceId"] = inference_id

    params["collectionId"] = collection_id

    params["parentAssetId"] = parent_asset_id

    params["rootAssetId"] = root_asset_id

    json_tags: list[str] | Unset = UNSET
    if not isinstance(tags, Unset):
        json_tags = tags

    params["tags"] = json_tags

    params["createdAfter"] = created_after

    params["createdBefore"] = created_before

    params["updatedAfter"] = updated_after

    params["updatedBefore"] = updated_before

    params["deleted"] = deleted

    json_sort_by: str | Unset = UNSET
    if not isinstance(sort_by, Unset):
        json_sort_by = sort_by

    params["sortBy"] = json_sort_by

    json_sort_direction: str | Unset = UNSET
    if not isinstance(sort_direction, Unset):
        json_sort_direction = sort_direction

    params["sortDirection"] = json_sort_direction

    params["pageSize"] = page_size

    params["paginationToken"] = pagination_token

    params["originalAssets"] = original_assets

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/assets",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AssetList | Error:
    if response.status_code == 200:
        response_200 = AssetList.from_dict(response.json())

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
) -> Response[AssetList | Error]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    type_: AssetTypeFilter | Unset = UNSET,
    types: list[AssetTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    model_id: str | Unset = UNSET,
    inference_id: str | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    parent_asset_id: str | Unset = UNSET,
    root_asset_id: str | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
    deleted: bool | Unset = UNSET,
    sort_by: AssetSortKey | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetList | Error]:
    """List assets

     Assets of the project, in pages; with `privacy=public` all public assets of everybody. Go on until
    `nextPaginationToken` is absent. The order without `sortBy` is not documented.

    The literal `public-auth-token` reads public assets without an account. `deleted=true` is a list of
    its own: what
    was deleted in the last 30 days, latest first, each row with `deletedAt`; it needs a Max plan or a
    higher one.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        type_ (AssetTypeFilter | Unset): The ways to come to be that a list of assets can be
            filtered by. Source: sdk:2.4.0.
        types (list[AssetTypeFilter] | Unset):
        author_id (str | Unset):
        model_id (str | Unset):
        inference_id (str | Unset):
        collection_id (str | Unset):
        parent_asset_id (str | Unset):
        root_asset_id (str | Unset):
        tags (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        deleted (bool | Unset):
        sort_by (AssetSortKey | Unset): What a list of assets can be sorted by. Source: sdk:2.4.0.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        page_size (int | Unset):
        pagination_token (str | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetList | Error]
    """

    kwargs = _get_kwargs(
        privacy=privacy,
        type_=type_,
        types=types,
        author_id=author_id,
        model_id=model_id,
        inference_id=inference_id,
        collection_id=collection_id,
        parent_asset_id=parent_asset_id,
        root_asset_id=root_asset_id,
        tags=tags,
        created_after=created_after,
        created_before=created_before,
        updated_after=updated_after,
        updated_before=updated_before,
        deleted=deleted,
        sort_by=sort_by,
        sort_direction=sort_direction,
        page_size=page_size,
        pagination_token=pagination_token,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    type_: AssetTypeFilter | Unset = UNSET,
    types: list[AssetTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    model_id: str | Unset = UNSET,
    inference_id: str | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    parent_asset_id: str | Unset = UNSET,
    root_asset_id: str | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
    deleted: bool | Unset = UNSET,
    sort_by: AssetSortKey | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetList | Error | None:
    """List assets

     Assets of the project, in pages; with `privacy=public` all public assets of everybody. Go on until
    `nextPaginationToken` is absent. The order without `sortBy` is not documented.

    The literal `public-auth-token` reads public assets without an account. `deleted=true` is a list of
    its own: what
    was deleted in the last 30 days, latest first, each row with `deletedAt`; it needs a Max plan or a
    higher one.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        type_ (AssetTypeFilter | Unset): The ways to come to be that a list of assets can be
            filtered by. Source: sdk:2.4.0.
        types (list[AssetTypeFilter] | Unset):
        author_id (str | Unset):
        model_id (str | Unset):
        inference_id (str | Unset):
        collection_id (str | Unset):
        parent_asset_id (str | Unset):
        root_asset_id (str | Unset):
        tags (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        deleted (bool | Unset):
        sort_by (AssetSortKey | Unset): What a list of assets can be sorted by. Source: sdk:2.4.0.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        page_size (int | Unset):
        pagination_token (str | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetList | Error
    """

    return sync_detailed(
        client=client,
        privacy=privacy,
        type_=type_,
        types=types,
        author_id=author_id,
        model_id=model_id,
        inference_id=inference_id,
        collection_id=collection_id,
        parent_asset_id=parent_asset_id,
        root_asset_id=root_asset_id,
        tags=tags,
        created_after=created_after,
        created_before=created_before,
        updated_after=updated_after,
        updated_before=updated_before,
        deleted=deleted,
        sort_by=sort_by,
        sort_direction=sort_direction,
        page_size=page_size,
        pagination_token=pagination_token,
        original_assets=original_assets,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    type_: AssetTypeFilter | Unset = UNSET,
    types: list[AssetTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    model_id: str | Unset = UNSET,
    inference_id: str | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    parent_asset_id: str | Unset = UNSET,
    root_asset_id: str | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
    deleted: bool | Unset = UNSET,
    sort_by: AssetSortKey | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetList | Error]:
    """List assets

     Assets of the project, in pages; with `privacy=public` all public assets of everybody. Go on until
    `nextPaginationToken` is absent. The order without `sortBy` is not documented.

    The literal `public-auth-token` reads public assets without an account. `deleted=true` is a list of
    its own: what
    was deleted in the last 30 days, latest first, each row with `deletedAt`; it needs a Max plan or a
    higher one.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        type_ (AssetTypeFilter | Unset): The ways to come to be that a list of assets can be
            filtered by. Source: sdk:2.4.0.
        types (list[AssetTypeFilter] | Unset):
        author_id (str | Unset):
        model_id (str | Unset):
        inference_id (str | Unset):
        collection_id (str | Unset):
        parent_asset_id (str | Unset):
        root_asset_id (str | Unset):
        tags (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        deleted (bool | Unset):
        sort_by (AssetSortKey | Unset): What a list of assets can be sorted by. Source: sdk:2.4.0.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        page_size (int | Unset):
        pagination_token (str | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetList | Error]
    """

    kwargs = _get_kwargs(
        privacy=privacy,
        type_=type_,
        types=types,
        author_id=author_id,
        model_id=model_id,
        inference_id=inference_id,
        collection_id=collection_id,
        parent_asset_id=parent_asset_id,
        root_asset_id=root_asset_id,
        tags=tags,
        created_after=created_after,
        created_before=created_before,
        updated_after=updated_after,
        updated_before=updated_before,
        deleted=deleted,
        sort_by=sort_by,
        sort_direction=sort_direction,
        page_size=page_size,
        pagination_token=pagination_token,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    type_: AssetTypeFilter | Unset = UNSET,
    types: list[AssetTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    model_id: str | Unset = UNSET,
    inference_id: str | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    parent_asset_id: str | Unset = UNSET,
    root_asset_id: str | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
    deleted: bool | Unset = UNSET,
    sort_by: AssetSortKey | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetList | Error | None:
    """List assets

     Assets of the project, in pages; with `privacy=public` all public assets of everybody. Go on until
    `nextPaginationToken` is absent. The order without `sortBy` is not documented.

    The literal `public-auth-token` reads public assets without an account. `deleted=true` is a list of
    its own: what
    was deleted in the last 30 days, latest first, each row with `deletedAt`; it needs a Max plan or a
    higher one.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        type_ (AssetTypeFilter | Unset): The ways to come to be that a list of assets can be
            filtered by. Source: sdk:2.4.0.
        types (list[AssetTypeFilter] | Unset):
        author_id (str | Unset):
        model_id (str | Unset):
        inference_id (str | Unset):
        collection_id (str | Unset):
        parent_asset_id (str | Unset):
        root_asset_id (str | Unset):
        tags (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        deleted (bool | Unset):
        sort_by (AssetSortKey | Unset): What a list of assets can be sorted by. Source: sdk:2.4.0.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        page_size (int | Unset):
        pagination_token (str | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetList | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            privacy=privacy,
            type_=type_,
            types=types,
            author_id=author_id,
            model_id=model_id,
            inference_id=inference_id,
            collection_id=collection_id,
            parent_asset_id=parent_asset_id,
            root_asset_id=root_asset_id,
            tags=tags,
            created_after=created_after,
            created_before=created_before,
            updated_after=updated_after,
            updated_before=updated_before,
            deleted=deleted,
            sort_by=sort_by,
            sort_direction=sort_direction,
            page_size=page_size,
            pagination_token=pagination_token,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
