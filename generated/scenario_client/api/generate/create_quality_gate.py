from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.dry_run_mode import DryRunMode
from ...models.dry_run_result import DryRunResult
from ...models.error import Error
from ...models.quality_gate_request import QualityGateRequest
from ...models.quality_gate_result import QualityGateResult
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: QualityGateRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_dry_run: str | Unset = UNSET
    if not isinstance(dry_run, Unset):
        json_dry_run = dry_run

    params["dryRun"] = json_dry_run

    params["originalAssets"] = original_assets

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/generate/quality-gate",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DryRunResult | Error | QualityGateResult:
    if response.status_code == 200:
        response_200 = QualityGateResult.from_dict(response.json())

        return response_200

    if response.status_code == 269:
        response_269 = DryRunResult.from_dict(response.json())

        return response_269

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
) -> Response[DryRunResult | Error | QualityGateResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: QualityGateRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[DryRunResult | Error | QualityGateResult]:
    """Judge the quality of a picture

     Holds a picture against generic quality and against the briefs that apply, and returns scores, a
    verdict, reasons and suggestions. The result is stored on the asset and replaces an earlier one; a
    data URL becomes an asset first. There is no job. Source: sdk:2.4.0.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (QualityGateRequest): The picture to judge. A data URL becomes an asset first, the
            same bytes always the same asset; the judgment is stored there and replaces an earlier
            one. Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DryRunResult | Error | QualityGateResult]
    """

    kwargs = _get_kwargs(
        body=body,
        dry_run=dry_run,
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
    body: QualityGateRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> DryRunResult | Error | QualityGateResult | None:
    """Judge the quality of a picture

     Holds a picture against generic quality and against the briefs that apply, and returns scores, a
    verdict, reasons and suggestions. The result is stored on the asset and replaces an earlier one; a
    data URL becomes an asset first. There is no job. Source: sdk:2.4.0.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (QualityGateRequest): The picture to judge. A data URL becomes an asset first, the
            same bytes always the same asset; the judgment is stored there and replaces an earlier
            one. Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DryRunResult | Error | QualityGateResult
    """

    return sync_detailed(
        client=client,
        body=body,
        dry_run=dry_run,
        original_assets=original_assets,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: QualityGateRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[DryRunResult | Error | QualityGateResult]:
    """Judge the quality of a picture

     Holds a picture against generic quality and against the briefs that apply, and returns scores, a
    verdict, reasons and suggestions. The result is stored on the asset and replaces an earlier one; a
    data URL becomes an asset first. There is no job. Source: sdk:2.4.0.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (QualityGateRequest): The picture to judge. A data URL becomes an asset first, the
            same bytes always the same asset; the judgment is stored there and replaces an earlier
            one. Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DryRunResult | Error | QualityGateResult]
    """

    kwargs = _get_kwargs(
        body=body,
        dry_run=dry_run,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: QualityGateRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> DryRunResult | Error | QualityGateResult | None:
    """Judge the quality of a picture

     Holds a picture against generic quality and against the briefs that apply, and returns scores, a
    verdict, reasons and suggestions. The result is stored on the asset and replaces an earlier one; a
    data URL becomes an asset first. There is no job. Source: sdk:2.4.0.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (QualityGateRequest): The picture to judge. A data URL becomes an asset first, the
            same bytes always the same asset; the judgment is stored there and replaces an earlier
            one. Source: sdk:2.4.0.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DryRunResult | Error | QualityGateResult
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            dry_run=dry_run,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
