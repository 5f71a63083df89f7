from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.job_list import JobList
from ...models.job_status_filter import JobStatusFilter
from ...models.job_type_filter import JobTypeFilter
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    status: JobStatusFilter | Unset = UNSET,
    type_: JobTypeFilter | Unset = UNSET,
    types: list[JobTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    workflow_id: str | Unset = UNSET,
    hide_results: bool | Unset = UNSET,
    created_after: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

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

    params["workflowId"] = workflow_id

    params["hideResults"] = hide_results

    params["createdAfter"] = created_after

    params["updatedAfter"] = updated_after

    params["pageSize"] = page_size

    params["paginationToken"] = pagination_token

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/jobs",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | JobList:
    if response.status_code == 200:
        response_200 = JobList.from_dict(response.json())

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
) -> Response[Error | JobList]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: JobStatusFilter | Unset = UNSET,
    type_: JobTypeFilter | Unset = UNSET,
    types: list[JobTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    workflow_id: str | Unset = UNSET,
    hide_results: bool | Unset = UNSET,
    created_after: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | JobList]:
    """List jobs

     Jobs of the project, in pages. They are ordered by creation date, and by update date as soon as
    `status`, `type`,
    `types` or `workflowId` is given; the direction is not documented.

    **Pages.** A page may hold fewer rows than `pageSize`, or none at all, while `nextPaginationToken`
    is there: go on
    until it is absent. An empty page is not the end.

    **Window.** With `authorId`, or with `hideResults=false`, only the last 30 days are searched, by the
    date that
    the list is ordered by. `createdAfter` or `updatedAfter` replaces that window.
    Source: sdk:2.4.0, recording.

    Args:
        status (JobStatusFilter | Unset): The states that a list of jobs can be filtered by.
            Source: sdk:2.4.0.
        type_ (JobTypeFilter | Unset): The kinds of work that a list of jobs can be filtered by:
            those of `JobType` without caption-llava, model-download, model-import and patch-image.
            Source: sdk:2.4.0.
        types (list[JobTypeFilter] | Unset):
        author_id (str | Unset):
        workflow_id (str | Unset):
        hide_results (bool | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | JobList]
    """

    kwargs = _get_kwargs(
        status=status,
        type_=type_,
        types=types,
        author_id=author_id,
        workflow_id=workflow_id,
        hide_results=hide_results,
        created_after=created_after,
        updated_after=updated_after,
        page_size=page_size,
        pagination_token=pagination_token,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    status: JobStatusFilter | Unset = UNSET,
    type_: JobTypeFilter | Unset = UNSET,
    types: list[JobTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    workflow_id: str | Unset = UNSET,
    hide_results: bool | Unset = UNSET,
    created_after: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | JobList | None:
    """List jobs

     Jobs of the project, in pages. They are ordered by creation date, and by update date as soon as
    `status`, `type`,
    `types` or `workflowId` is given; the direction is not documented.

    **Pages.** A page may hold fewer rows than `pageSize`, or none at all, while `nextPaginationToken`
    is there: go on
    until it is absent. An empty page is not the end.

    **Window.** With `authorId`, or with `hideResults=false`, only the last 30 days are searched, by the
    date that
    the list is ordered by. `createdAfter` or `updatedAfter` replaces that window.
    Source: sdk:2.4.0, recording.

    Args:
        status (JobStatusFilter | Unset): The states that a list of jobs can be filtered by.
            Source: sdk:2.4.0.
        type_ (JobTypeFilter | Unset): The kinds of work that a list of jobs can be filtered by:
            those of `JobType` without caption-llava, model-download, model-import and patch-image.
            Source: sdk:2.4.0.
        types (list[JobTypeFilter] | Unset):
        author_id (str | Unset):
        workflow_id (str | Unset):
        hide_results (bool | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | JobList
    """

    return sync_detailed(
        client=client,
        status=status,
        type_=type_,
        types=types,
        author_id=author_id,
        workflow_id=workflow_id,
        hide_results=hide_results,
        created_after=created_after,
        updated_after=updated_after,
        page_size=page_size,
        pagination_token=pagination_token,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    status: JobStatusFilter | Unset = UNSET,
    type_: JobTypeFilter | Unset = UNSET,
    types: list[JobTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    workflow_id: str | Unset = UNSET,
    hide_results: bool | Unset = UNSET,
    created_after: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | JobList]:
    """List jobs

     Jobs of the project, in pages. They are ordered by creation date, and by update date as soon as
    `status`, `type`,
    `types` or `workflowId` is given; the direction is not documented.

    **Pages.** A page may hold fewer rows than `pageSize`, or none at all, while `nextPaginationToken`
    is there: go on
    until it is absent. An empty page is not the end.

    **Window.** With `authorId`, or with `hideResults=false`, only the last 30 days are searched, by the
    date that
    the list is ordered by. `createdAfter` or `updatedAfter` replaces that window.
    Source: sdk:2.4.0, recording.

    Args:
        status (JobStatusFilter | Unset): The states that a list of jobs can be filtered by.
            Source: sdk:2.4.0.
        type_ (JobTypeFilter | Unset): The kinds of work that a list of jobs can be filtered by:
            those of `JobType` without caption-llava, model-download, model-import and patch-image.
            Source: sdk:2.4.0.
        types (list[JobTypeFilter] | Unset):
        author_id (str | Unset):
        workflow_id (str | Unset):
        hide_results (bool | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | JobList]
    """

    kwargs = _get_kwargs(
        status=status,
        type_=type_,
        types=types,
        author_id=author_id,
        workflow_id=workflow_id,
        hide_results=hide_results,
        created_after=created_after,
        updated_after=updated_after,
        page_size=page_size,
        pagination_token=pagination_token,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    status: JobStatusFilter | Unset = UNSET,
    type_: JobTypeFilter | Unset = UNSET,
    types: list[JobTypeFilter] | Unset = UNSET,
    author_id: str | Unset = UNSET,
    workflow_id: str | Unset = UNSET,
    hide_results: bool | Unset = UNSET,
    created_after: str | Unset = UNSET,
    updated_after: str | Unset = UNSET,
    page_size: int | Unset = UNSET,
    pagination_token: str | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | JobList | None:
    """List jobs

     Jobs of the project, in pages. They are ordered by creation date, and by update date as soon as
    `status`, `type`,
    `types` or `workflowId` is given; the direction is not documented.

    **Pages.** A page may hold fewer rows than `pageSize`, or none at all, while `nextPaginationToken`
    is there: go on
    until it is absent. An empty page is not the end.

    **Window.** With `authorId`, or with `hideResults=false`, only the last 30 days are searched, by the
    date that
    the list is ordered by. `createdAfter` or `updatedAfter` replaces that window.
    Source: sdk:2.4.0, recording.

    Args:
        status (JobStatusFilter | Unset): The states that a list of jobs can be filtered by.
            Source: sdk:2.4.0.
        type_ (JobTypeFilter | Unset): The kinds of work that a list of jobs can be filtered by:
            those of `JobType` without caption-llava, model-download, model-import and patch-image.
            Source: sdk:2.4.0.
        types (list[JobTypeFilter] | Unset):
        author_id (str | Unset):
        workflow_id (str | Unset):
        hide_results (bool | Unset):
        created_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        updated_after (str | Unset): A date, or a date with a time, as ISO 8601 writes them;
            without an offset it means UTC. Source: reference, guide:search. Example:
            2024-01-01T00:00:00.000Z.
        page_size (int | Unset):
        pagination_token (str | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | JobList
    """

    return (
        await asyncio_detailed(
            client=client,
            status=status,
            type_=type_,
            types=types,
            author_id=author_id,
            workflow_id=workflow_id,
            hide_results=hide_results,
            created_after=created_after,
            updated_after=updated_after,
            page_size=page_size,
            pagination_token=pagination_token,
            project_id=project_id,
        )
    ).parsed
