from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.model_list import ModelList
from ...models.model_sort_by import ModelSortBy
from ...models.model_status_filter import ModelStatusFilter
from ...models.model_type_filter import ModelTypeFilter
from ...models.public_privacy_filter import (
    PublicPrivacyFilter,
)
from ...models.sort_direction import SortDirection
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    blacklisted: bool | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    loaded_only: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    project_id: str | Unset = UNSET,
    sort_by: ModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    status: ModelStatusFilter | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["blacklisted"] = blacklisted

    params["collectionId"] = collection_id

    json_collection_ids: list[str] | Unset = UNSET
    if not isinstance(collection_ids, Unset):
        json_collection_ids = collection_ids

    params["collectionIds"] = json_collection_ids

    params["createdAfter"] = created_after

    params["createdBefore"] = created_before

    params["loadedOnly"] = loaded_only

    params["originalAssets"] = original_assets

    params["pageSize"] = page_size

    params["paginationToken"] = pagination_token

    json_privacy: str | Unset = UNSET
    if not isinstance(privacy, Unset):
        json_privacy = privacy

    params["privacy"] = json_privacy

    params["projectId"] = project_id

    json_sort_by: str | Unset = UNSET
    if not isinstance(sort_by, Unset):
        json_sort_by = sort_by

    params["sortBy"] = json_sort_by

    json_sort_direction: str | Unset = UNSET
    if not isinstance(sort_direction, Unset):
        json_sort_direction = sort_direction

    params["sortDirection"] = json_sort_direction

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

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
        "url": "/models",
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
    blacklisted: bool | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    loaded_only: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    project_id: str | Unset = UNSET,
    sort_by: ModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    status: ModelStatusFilter | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Response[Error | ModelList]:
    """List private or public models

     Lists the models of the caller's project, or with `privacy=public` those that everybody may use.
    Pages follow each other by `paginationToken`; the last one has no `nextPaginationToken`. Rows have
    neither `inputs` nor `uiConfig`. With the literal `public-auth-token` only public models can be
    read. Some filters count for one of the two lists only, and the filters by date need the matching
    `sortBy`: see the parameters. An older guide pages with `limit` and `offset`; they are no parameters
    of this operation, and keys that the service does not know are ignored, so such a script gets a
    whole default page. Source: reference, recording, sdk:2.4.0, guide:models.

    Args:
        blacklisted (bool | Unset):
        collection_id (str | Unset):
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        loaded_only (bool | Unset):
        original_assets (bool | Unset):
        page_size (int | Unset):
        pagination_token (str | Unset):
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        project_id (str | Unset):
        sort_by (ModelSortBy | Unset): What to sort models by; `score` is popularity, and puts
            featured models first. Source: reference, recording.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        status (ModelStatusFilter | Unset): A state to filter by. Not the words of `ModelStatus`:
            `deleted` asks for the models deleted in the last 30 days and is no state that a model
            has. Source: reference, sdk:2.4.0.
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
        blacklisted=blacklisted,
        collection_id=collection_id,
        collection_ids=collection_ids,
        created_after=created_after,
        created_before=created_before,
        loaded_only=loaded_only,
        original_assets=original_assets,
        page_size=page_size,
        pagination_token=pagination_token,
        privacy=privacy,
        project_id=project_id,
        sort_by=sort_by,
        sort_direction=sort_direction,
        status=status,
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
    blacklisted: bool | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    loaded_only: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    project_id: str | Unset = UNSET,
    sort_by: ModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    status: ModelStatusFilter | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Error | ModelList | None:
    """List private or public models

     Lists the models of the caller's project, or with `privacy=public` those that everybody may use.
    Pages follow each other by `paginationToken`; the last one has no `nextPaginationToken`. Rows have
    neither `inputs` nor `uiConfig`. With the literal `public-auth-token` only public models can be
    read. Some filters count for one of the two lists only, and the filters by date need the matching
    `sortBy`: see the parameters. An older guide pages with `limit` and `offset`; they are no parameters
    of this operation, and keys that the service does not know are ignored, so such a script gets a
    whole default page. Source: reference, recording, sdk:2.4.0, guide:models.

    Args:
        blacklisted (bool | Unset):
        collection_id (str | Unset):
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        loaded_only (bool | Unset):
        original_assets (bool | Unset):
        page_size (int | Unset):
        pagination_token (str | Unset):
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        project_id (str | Unset):
        sort_by (ModelSortBy | Unset): What to sort models by; `score` is popularity, and puts
            featured models first. Source: reference, recording.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        status (ModelStatusFilter | Unset): A state to filter by. Not the words of `ModelStatus`:
            `deleted` asks for the models deleted in the last 30 days and is no state that a model
            has. Source: reference, sdk:2.4.0.
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
        blacklisted=blacklisted,
        collection_id=collection_id,
        collection_ids=collection_ids,
        created_after=created_after,
        created_before=created_before,
        loaded_only=loaded_only,
        original_assets=original_assets,
        page_size=page_size,
        pagination_token=pagination_token,
        privacy=privacy,
        project_id=project_id,
        sort_by=sort_by,
        sort_direction=sort_direction,
        status=status,
        tags=tags,
        type_=type_,
        types=types,
        updated_after=updated_after,
        updated_before=updated_before,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    blacklisted: bool | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    loaded_only: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    project_id: str | Unset = UNSET,
    sort_by: ModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    status: ModelStatusFilter | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Response[Error | ModelList]:
    """List private or public models

     Lists the models of the caller's project, or with `privacy=public` those that everybody may use.
    Pages follow each other by `paginationToken`; the last one has no `nextPaginationToken`. Rows have
    neither `inputs` nor `uiConfig`. With the literal `public-auth-token` only public models can be
    read. Some filters count for one of the two lists only, and the filters by date need the matching
    `sortBy`: see the parameters. An older guide pages with `limit` and `offset`; they are no parameters
    of this operation, and keys that the service does not know are ignored, so such a script gets a
    whole default page. Source: reference, recording, sdk:2.4.0, guide:models.

    Args:
        blacklisted (bool | Unset):
        collection_id (str | Unset):
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        loaded_only (bool | Unset):
        original_assets (bool | Unset):
        page_size (int | Unset):
        pagination_token (str | Unset):
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        project_id (str | Unset):
        sort_by (ModelSortBy | Unset): What to sort models by; `score` is popularity, and puts
            featured models first. Source: reference, recording.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        status (ModelStatusFilter | Unset): A state to filter by. Not the words of `ModelStatus`:
            `deleted` asks for the models deleted in the last 30 days and is no state that a model
            has. Source: reference, sdk:2.4.0.
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
        blacklisted=blacklisted,
        collection_id=collection_id,
        collection_ids=collection_ids,
        created_after=created_after,
        created_before=created_before,
        loaded_only=loaded_only,
        original_assets=original_assets,
        page_size=page_size,
        pagination_token=pagination_token,
        privacy=privacy,
        project_id=project_id,
        sort_by=sort_by,
        sort_direction=sort_direction,
        status=status,
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
    blacklisted: bool | Unset = UNSET,
    collection_id: str | Unset = UNSET,
    collection_ids: list[str] | Unset = UNSET,
    created_after: str | Unset = UNSET,
    created_before: str | Unset = UNSET,
    loaded_only: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    privacy: PublicPrivacyFilter | Unset = UNSET,
    project_id: str | Unset = UNSET,
    sort_by: ModelSortBy | Unset = UNSET,
    sort_direction: SortDirection | Unset = UNSET,
    status: ModelStatusFilter | Unset = UNSET,
    tags: list[str] | Unset = UNSET,
    type_: ModelTypeFilter | Unset = UNSET,
    types: list[ModelTypeFilter] | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    updated_before: str | Unset = UNSET,
) -> Error | ModelList | None:
    """List private or public models

     Lists the models of the caller's project, or with `privacy=public` those that everybody may use.
    Pages follow each other by `paginationToken`; the last one has no `nextPaginationToken`. Rows have
    neither `inputs` nor `uiConfig`. With the literal `public-auth-token` only public models can be
    read. Some filters count for one of the two lists only, and the filters by date need the matching
    `sortBy`: see the parameters. An older guide pages with `limit` and `offset`; they are no parameters
    of this operation, and keys that the service does not know are ignored, so such a script gets a
    whole default page. Source: reference, recording, sdk:2.4.0, guide:models.

    Args:
        blacklisted (bool | Unset):
        collection_id (str | Unset):
        collection_ids (list[str] | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        created_before (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        loaded_only (bool | Unset):
        original_assets (bool | Unset):
        page_size (int | Unset):
        pagination_token (str | Unset):
        privacy (PublicPrivacyFilter | Unset): Which of the two lists to read. `unlisted` is a
            stored value, not one to filter by. Source: reference.
        project_id (str | Unset):
        sort_by (ModelSortBy | Unset): What to sort models by; `score` is popularity, and puts
            featured models first. Source: reference, recording.
        sort_direction (SortDirection | Unset): Order of a sorted list. Source: reference.
        status (ModelStatusFilter | Unset): A state to filter by. Not the words of `ModelStatus`:
            `deleted` asks for the models deleted in the last 30 days and is no state that a model
            has. Source: reference, sdk:2.4.0.
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
            blacklisted=blacklisted,
            collection_id=collection_id,
            collection_ids=collection_ids,
            created_after=created_after,
            created_before=created_before,
            loaded_only=loaded_only,
            original_assets=original_assets,
            page_size=page_size,
            pagination_token=pagination_token,
            privacy=privacy,
            project_id=project_id,
            sort_by=sort_by,
            sort_direction=sort_direction,
            status=status,
            tags=tags,
            type_=type_,
            types=types,
            updated_after=updated_after,
            updated_before=updated_before,
        )
    ).parsed
