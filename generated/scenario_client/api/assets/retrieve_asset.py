from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.asset_envelope import AssetEnvelope
from ...models.error import Error
from ...types import UNSET, Response, Unset


def _get_kwargs(
    asset_id: str,
    *,
    with_embedding: bool | Unset = UNSET,
    with_quality_gate_details: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["withEmbedding"] = with_embedding

    params["withQualityGateDetails"] = with_quality_gate_details

    params["originalAssets"] = original_assets

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/assets/{asset_id}".format(
            asset_id=quote(str(asset_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AssetEnvelope | Error:
    if response.status_code == 200:
        response_200 = AssetEnvelope.from_dict(response.json())

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
) -> Response[AssetEnvelope | Error]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    asset_id: str,
    *,
    client: AuthenticatedClient,
    with_embedding: bool | Unset = UNSET,
    with_quality_gate_details: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetEnvelope | Error]:
    """Read an asset

     One asset, with the address of its file. The literal `public-auth-token` reads a public asset
    without an account.
    The vector and the reasons of the quality check come only when asked for.
    Source: sdk:2.4.0.

    Args:
        asset_id (str):
        with_embedding (bool | Unset):
        with_quality_gate_details (bool | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetEnvelope | Error]
    """

    kwargs = _get_kwargs(
        asset_id=asset_id,
        with_embedding=with_embedding,
        with_quality_gate_details=with_quality_gate_details,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    asset_id: str,
    *,
    client: AuthenticatedClient,
    with_embedding: bool | Unset = UNSET,
    with_quality_gate_details: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetEnvelope | Error | None:
    """Read an asset

     One asset, with the address of its file. The literal `public-auth-token` reads a public asset
    without an account.
    The vector and the reasons of the quality check come only when asked for.
    Source: sdk:2.4.0.

    Args:
        asset_id (str):
        with_embedding (bool | Unset):
        with_quality_gate_details (bool | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetEnvelope | Error
    """

    return sync_detailed(
        asset_id=asset_id,
        client=client,
        with_embedding=with_embedding,
        with_quality_gate_details=with_quality_gate_details,
        original_assets=original_assets,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    asset_id: str,
    *,
    client: AuthenticatedClient,
    with_embedding: bool | Unset = UNSET,
    with_quality_gate_details: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[AssetEnvelope | Error]:
    """Read an asset

     One asset, with the address of its file. The literal `public-auth-token` reads a public asset
    without an account.
    The vector and the reasons of the quality check come only when asked for.
    Source: sdk:2.4.0.

    Args:
        asset_id (str):
        with_embedding (bool | Unset):
        with_quality_gate_details (bool | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssetEnvelope | Error]
    """

    kwargs = _get_kwargs(
        asset_id=asset_id,
        with_embedding=with_embedding,
        with_quality_gate_details=with_quality_gate_details,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    asset_id: str,
    *,
    client: AuthenticatedClient,
    with_embedding: bool | Unset = UNSET,
    with_quality_gate_details: bool | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> AssetEnvelope | Error | None:
    """Read an asset

     One asset, with the address of its file. The literal `public-auth-token` reads a public asset
    without an account.
    The vector and the reasons of the quality check come only when asked for.
    Source: sdk:2.4.0.

    Args:
        asset_id (str):
        with_embedding (bool | Unset):
        with_quality_gate_details (bool | Unset):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssetEnvelope | Error
    """

    return (
        await asyncio_detailed(
            asset_id=asset_id,
            client=client,
            with_embedding=with_embedding,
            with_quality_gate_details=with_quality_gate_details,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
