from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.bulk_model_list import BulkModelList
from ...models.bulk_models_request import BulkModelsRequest
from ...models.error import Error
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: BulkModelsRequest,
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
        "url": "/models/get-bulk",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BulkModelList | Error:
    if response.status_code == 200:
        response_200 = BulkModelList.from_dict(response.json())

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
) -> Response[BulkModelList | Error]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: BulkModelsRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[BulkModelList | Error]:
    """Read many models by id

     Reads the models with the given ids in one call, without pages. Ids that nobody knows are left out,
    so there is no 404; the order of the answer is not promised. Rows have neither `inputs` nor
    `uiConfig`. No largest number of ids is documented; eleven have been recorded, and the vendor's own
    add-on asks for 50 at a time. Source: recording, sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (BulkModelsRequest): Which models to read at once, and how much of each. The flags
            are false when left out. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkModelList | Error]
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
    body: BulkModelsRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> BulkModelList | Error | None:
    """Read many models by id

     Reads the models with the given ids in one call, without pages. Ids that nobody knows are left out,
    so there is no 404; the order of the answer is not promised. Rows have neither `inputs` nor
    `uiConfig`. No largest number of ids is documented; eleven have been recorded, and the vendor's own
    add-on asks for 50 at a time. Source: recording, sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (BulkModelsRequest): Which models to read at once, and how much of each. The flags
            are false when left out. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkModelList | Error
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
    body: BulkModelsRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[BulkModelList | Error]:
    """Read many models by id

     Reads the models with the given ids in one call, without pages. Ids that nobody knows are left out,
    so there is no 404; the order of the answer is not promised. Rows have neither `inputs` nor
    `uiConfig`. No largest number of ids is documented; eleven have been recorded, and the vendor's own
    add-on asks for 50 at a time. Source: recording, sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (BulkModelsRequest): Which models to read at once, and how much of each. The flags
            are false when left out. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkModelList | Error]
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
    body: BulkModelsRequest,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> BulkModelList | Error | None:
    """Read many models by id

     Reads the models with the given ids in one call, without pages. Ids that nobody knows are left out,
    so there is no 404; the order of the answer is not promised. Rows have neither `inputs` nor
    `uiConfig`. No largest number of ids is documented; eleven have been recorded, and the vendor's own
    add-on asks for 50 at a time. Source: recording, sdk:2.4.0, swagger:2025-11.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (BulkModelsRequest): Which models to read at once, and how much of each. The flags
            are false when left out. Source: sdk:2.4.0, swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkModelList | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
