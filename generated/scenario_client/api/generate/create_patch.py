from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.patch_request import PatchRequest
from ...models.patch_result import PatchResult
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: PatchRequest,
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
        "url": "/generate/patch",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | PatchResult:
    if response.status_code == 200:
        response_200 = PatchResult.from_dict(response.json())

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
) -> Response[Error | PatchResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PatchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | PatchResult]:
    """Crop a picture or lay another one over it

     Crops a picture, then draws a second one over it or cuts its shape out. The asset is in the answer
    when it is ready at once; otherwise the job leads to it. A dry run existed in 2025 and went with SDK
    2.2.0, so the price cannot be asked for; the answer has the fields for a price, so a call may cost.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (PatchRequest): A picture and the edits to make: crop it, lay another one over it.
            Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | PatchResult]
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
    body: PatchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | PatchResult | None:
    """Crop a picture or lay another one over it

     Crops a picture, then draws a second one over it or cuts its shape out. The asset is in the answer
    when it is ready at once; otherwise the job leads to it. A dry run existed in 2025 and went with SDK
    2.2.0, so the price cannot be asked for; the answer has the fields for a price, so a call may cost.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (PatchRequest): A picture and the edits to make: crop it, lay another one over it.
            Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | PatchResult
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
    body: PatchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | PatchResult]:
    """Crop a picture or lay another one over it

     Crops a picture, then draws a second one over it or cuts its shape out. The asset is in the answer
    when it is ready at once; otherwise the job leads to it. A dry run existed in 2025 and went with SDK
    2.2.0, so the price cannot be asked for; the answer has the fields for a price, so a call may cost.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (PatchRequest): A picture and the edits to make: crop it, lay another one over it.
            Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | PatchResult]
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
    body: PatchRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | PatchResult | None:
    """Crop a picture or lay another one over it

     Crops a picture, then draws a second one over it or cuts its shape out. The asset is in the answer
    when it is ready at once; otherwise the job leads to it. A dry run existed in 2025 and went with SDK
    2.2.0, so the price cannot be asked for; the answer has the fields for a price, so a call may cost.
    Source: sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (PatchRequest): A picture and the edits to make: crop it, lay another one over it.
            Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | PatchResult
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
