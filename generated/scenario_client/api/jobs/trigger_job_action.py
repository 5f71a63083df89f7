from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.job_action_request import JobActionRequest
from ...models.job_envelope import JobEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    job_id: str,
    *,
    body: JobActionRequest,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/jobs/{job_id}/action".format(
            job_id=quote(str(job_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | JobEnvelope:
    if response.status_code == 200:
        response_200 = JobEnvelope.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Error.from_dict(response.json())

        return response_429

    response_default = Error.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | JobEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobActionRequest,
    project_id: str | Unset = UNSET,
) -> Response[Error | JobEnvelope]:
    """Cancel a job

     Runs an action on a job; `cancel` is the only one. According to the vendor only inference jobs can
    be canceled:
    a custom job, which is what `/generate/custom` starts, was recorded to answer 400 with the reason
    `Cannot cancel
    this type of job. Action not permitted.` Canceling twice makes and pays nothing.
    Source: sdk:2.4.0, recording.

    Args:
        job_id (str):
        project_id (str | Unset):
        body (JobActionRequest): The action to run on a job. The vendor's types leave `action`
            optional, but name no other use of the call. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | JobEnvelope]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        body=body,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobActionRequest,
    project_id: str | Unset = UNSET,
) -> Error | JobEnvelope | None:
    """Cancel a job

     Runs an action on a job; `cancel` is the only one. According to the vendor only inference jobs can
    be canceled:
    a custom job, which is what `/generate/custom` starts, was recorded to answer 400 with the reason
    `Cannot cancel
    this type of job. Action not permitted.` Canceling twice makes and pays nothing.
    Source: sdk:2.4.0, recording.

    Args:
        job_id (str):
        project_id (str | Unset):
        body (JobActionRequest): The action to run on a job. The vendor's types leave `action`
            optional, but name no other use of the call. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | JobEnvelope
    """

    return sync_detailed(
        job_id=job_id,
        client=client,
        body=body,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobActionRequest,
    project_id: str | Unset = UNSET,
) -> Response[Error | JobEnvelope]:
    """Cancel a job

     Runs an action on a job; `cancel` is the only one. According to the vendor only inference jobs can
    be canceled:
    a custom job, which is what `/generate/custom` starts, was recorded to answer 400 with the reason
    `Cannot cancel
    this type of job. Action not permitted.` Canceling twice makes and pays nothing.
    Source: sdk:2.4.0, recording.

    Args:
        job_id (str):
        project_id (str | Unset):
        body (JobActionRequest): The action to run on a job. The vendor's types leave `action`
            optional, but name no other use of the call. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | JobEnvelope]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
        body=body,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    job_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: JobActionRequest,
    project_id: str | Unset = UNSET,
) -> Error | JobEnvelope | None:
    """Cancel a job

     Runs an action on a job; `cancel` is the only one. According to the vendor only inference jobs can
    be canceled:
    a custom job, which is what `/generate/custom` starts, was recorded to answer 400 with the reason
    `Cannot cancel
    this type of job. Action not permitted.` Canceling twice makes and pays nothing.
    Source: sdk:2.4.0, recording.

    Args:
        job_id (str):
        project_id (str | Unset):
        body (JobActionRequest): The action to run on a job. The vendor's types leave `action`
            optional, but name no other use of the call. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | JobEnvelope
    """

    return (
        await asyncio_detailed(
            job_id=job_id,
            client=client,
            body=body,
            project_id=project_id,
        )
    ).parsed
