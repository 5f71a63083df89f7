from http import HTTPStatus
from typing import Any

import httpx

from ...client import AuthenticatedClient, Client
from ...models.dry_run_mode import DryRunMode
from ...models.dry_run_result import DryRunResult
from ...models.error import Error
from ...models.text_to_image_request import TextToImageRequest
from ...models.text_to_image_result import TextToImageResult
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: TextToImageRequest,
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
        "url": "/generate/txt2img",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DryRunResult | Error | TextToImageResult:
    if response.status_code == 200:
        response_200 = TextToImageResult.from_dict(response.json())

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

    if response.status_code == 410:
        response_410 = Error.from_dict(response.json())

        return response_410

    if response.status_code == 429:
        response_429 = Error.from_dict(response.json())

        return response_429

    response_default = Error.from_dict(response.json())

    return response_default


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[DryRunResult | Error | TextToImageResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TextToImageRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[DryRunResult | Error | TextToImageResult]:
    """Generate pictures with a model that has its own pipeline

     The older way from text to pictures, for Flux models and LoRAs outside the custom endpoint. In 2026
    it still answered for flux.1-dev with LoRAs, refused models of type `custom` with 400 and failed
    with 500 for a flux.2 LoRA. SD 1.5 and SDXL models are retired. `projectId` is concluded from the
    other operations. Source: recording, swagger:2025-11, guide:third-party, inference.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (TextToImageRequest): Prompt and settings for a model that still has its own
            pipeline, such as flux.1-dev with LoRAs. The numbers are those of November 2025. Source:
            swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DryRunResult | Error | TextToImageResult]
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
    body: TextToImageRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> DryRunResult | Error | TextToImageResult | None:
    """Generate pictures with a model that has its own pipeline

     The older way from text to pictures, for Flux models and LoRAs outside the custom endpoint. In 2026
    it still answered for flux.1-dev with LoRAs, refused models of type `custom` with 400 and failed
    with 500 for a flux.2 LoRA. SD 1.5 and SDXL models are retired. `projectId` is concluded from the
    other operations. Source: recording, swagger:2025-11, guide:third-party, inference.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (TextToImageRequest): Prompt and settings for a model that still has its own
            pipeline, such as flux.1-dev with LoRAs. The numbers are those of November 2025. Source:
            swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DryRunResult | Error | TextToImageResult
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
    body: TextToImageRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[DryRunResult | Error | TextToImageResult]:
    """Generate pictures with a model that has its own pipeline

     The older way from text to pictures, for Flux models and LoRAs outside the custom endpoint. In 2026
    it still answered for flux.1-dev with LoRAs, refused models of type `custom` with 400 and failed
    with 500 for a flux.2 LoRA. SD 1.5 and SDXL models are retired. `projectId` is concluded from the
    other operations. Source: recording, swagger:2025-11, guide:third-party, inference.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (TextToImageRequest): Prompt and settings for a model that still has its own
            pipeline, such as flux.1-dev with LoRAs. The numbers are those of November 2025. Source:
            swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DryRunResult | Error | TextToImageResult]
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
    body: TextToImageRequest,
    dry_run: DryRunMode | Unset = UNSET,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> DryRunResult | Error | TextToImageResult | None:
    """Generate pictures with a model that has its own pipeline

     The older way from text to pictures, for Flux models and LoRAs outside the custom endpoint. In 2026
    it still answered for flux.1-dev with LoRAs, refused models of type `custom` with 400 and failed
    with 500 for a flux.2 LoRA. SD 1.5 and SDXL models are retired. `projectId` is concluded from the
    other operations. Source: recording, swagger:2025-11, guide:third-party, inference.

    Args:
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        original_assets (bool | Unset):
        project_id (str | Unset):
        body (TextToImageRequest): Prompt and settings for a model that still has its own
            pipeline, such as flux.1-dev with LoRAs. The numbers are those of November 2025. Source:
            swagger:2025-11.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DryRunResult | Error | TextToImageResult
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
