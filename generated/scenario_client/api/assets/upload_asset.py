from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.asset_upload import AssetUpload
from ...models.asset_upload_result import AssetUploadResult
from ...models.error import Error
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: AssetUpload,
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
        "url": "/assets",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AssetUploadResult | Error:
    if response.status_code == 200:
        response_200 = AssetUploadResult.from_dict(response.json())

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
) -> Response[AssetUploadResult | Error]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AssetUpload,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetUploadResult | Error]:
    """Upload a picture or a canvas

     Stores a picture, or a canvas of the vendor's editor, as a new asset, in one request. The picture
    travels inside
    the JSON body, as Base64 or as a data URL. 4.4 MB have been seen to pass; the vendor advises an
    upload in parts
    from 6 MB on, and the gateway refuses requests above 10 MB. Every call makes a new asset, also with
    the same
    picture.
    Source: sdk:2.4.0, recording.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetUpload): A picture or a canvas to store. `canvas` and `thumbnail` count only
            without `image`. Source: sdk:2.4.0, recording.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetUploadResult | Error]
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
    body: AssetUpload,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetUploadResult | Error | None:
    """Upload a picture or a canvas

     Stores a picture, or a canvas of the vendor's editor, as a new asset, in one request. The picture
    travels inside
    the JSON body, as Base64 or as a data URL. 4.4 MB have been seen to pass; the vendor advises an
    upload in parts
    from 6 MB on, and the gateway refuses requests above 10 MB. Every call makes a new asset, also with
    the same
    picture.
    Source: sdk:2.4.0, recording.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetUpload): A picture or a canvas to store. `canvas` and `thumbnail` count only
            without `image`. Source: sdk:2.4.0, recording.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetUploadResult | Error
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
    body: AssetUpload,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetUploadResult | Error]:
    """Upload a picture or a canvas

     Stores a picture, or a canvas of the vendor's editor, as a new asset, in one request. The picture
    travels inside
    the JSON body, as Base64 or as a data URL. 4.4 MB have been seen to pass; the vendor advises an
    upload in parts
    from 6 MB on, and the gateway refuses requests above 10 MB. Every call makes a new asset, also with
    the same
    picture.
    Source: sdk:2.4.0, recording.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetUpload): A picture or a canvas to store. `canvas` and `thumbnail` count only
            without `image`. Source: sdk:2.4.0, recording.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetUploadResult | Error]
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
    body: AssetUpload,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetUploadResult | Error | None:
    """Upload a picture or a canvas

     Stores a picture, or a canvas of the vendor's editor, as a new asset, in one request. The picture
    travels inside
    the JSON body, as Base64 or as a data URL. 4.4 MB have been seen to pass; the vendor advises an
    upload in parts
    from 6 MB on, and the gateway refuses requests above 10 MB. Every call makes a new asset, also with
    the same
    picture.
    Source: sdk:2.4.0, recording.

    Args:
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (AssetUpload): A picture or a canvas to store. `canvas` and `thumbnail` count only
            without `image`. Source: sdk:2.4.0, recording.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetUploadResult | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
