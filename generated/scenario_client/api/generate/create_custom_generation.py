from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.custom_generation_inputs import CustomGenerationInputs
from ...models.dry_run_mode import DryRunMode
from ...models.dry_run_result import DryRunResult
from ...models.error import Error
from ...models.generation_result import GenerationResult
from ...types import UNSET, Response, Unset


def _get_kwargs(
    model_id: str,
    *,
    body: CustomGenerationInputs,
    dry_run: DryRunMode | Unset = UNSET,
    project_id: str | Unset = UNSET,
    ip_detection: bool | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_dry_run: str | Unset = UNSET
    if not isinstance(dry_run, Unset):
        json_dry_run = dry_run

    params["dryRun"] = json_dry_run

    params["projectId"] = project_id

    params["ipDetection"] = ip_detection

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/generate/custom/{model_id}".format(
            model_id=quote(str(model_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DryRunResult | Error | GenerationResult:
    if response.status_code == 200:
        response_200 = GenerationResult.from_dict(response.json())

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
) -> Response[DryRunResult | Error | GenerationResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    model_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CustomGenerationInputs,
    dry_run: DryRunMode | Unset = UNSET,
    project_id: str | Unset = UNSET,
    ip_detection: bool | Unset = UNSET,
) -> Response[DryRunResult | Error | GenerationResult]:
    """Generate with any model of type custom

     Starts a generation of pictures, video, sound, 3D or text and answers at once with its job; poll the
    job for the assets. The body's keys are the model's inputs, to be read from GET /models/{modelId}.
    Only models of type `custom` can be in the path: the id of a LoRA or composition is refused with 400
    and goes into the inputs (`modelId`, `loras`, `lorasScale`) of a base model such as model_bfl-
    flux-1-dev. A number below an input's `min` and lists of unequal length were accepted; values above
    `max` and lists that are too long are refused. Source: recording, sdk:2.4.0, guide:third-party.

    Args:
        model_id (str):
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        project_id (str | Unset):
        ip_detection (bool | Unset):
        body (CustomGenerationInputs): The inputs of the model, by name. Which names exist, their
            types, bounds and which are required is in the `inputs` of GET /models/{modelId}. A LoRA
            or composition is itself an input (`modelId`, `loras` with `lorasScale`) of a base model
            that declares it, such as model_bfl-flux-1-dev; its own id in the path is refused. Source:
            recording, sdk:2.4.0, guide:third-party.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DryRunResult | Error | GenerationResult]
    """

    kwargs = _get_kwargs(
        model_id=model_id,
        body=body,
        dry_run=dry_run,
        project_id=project_id,
        ip_detection=ip_detection,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    model_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CustomGenerationInputs,
    dry_run: DryRunMode | Unset = UNSET,
    project_id: str | Unset = UNSET,
    ip_detection: bool | Unset = UNSET,
) -> DryRunResult | Error | GenerationResult | None:
    """Generate with any model of type custom

     Starts a generation of pictures, video, sound, 3D or text and answers at once with its job; poll the
    job for the assets. The body's keys are the model's inputs, to be read from GET /models/{modelId}.
    Only models of type `custom` can be in the path: the id of a LoRA or composition is refused with 400
    and goes into the inputs (`modelId`, `loras`, `lorasScale`) of a base model such as model_bfl-
    flux-1-dev. A number below an input's `min` and lists of unequal length were accepted; values above
    `max` and lists that are too long are refused. Source: recording, sdk:2.4.0, guide:third-party.

    Args:
        model_id (str):
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        project_id (str | Unset):
        ip_detection (bool | Unset):
        body (CustomGenerationInputs): The inputs of the model, by name. Which names exist, their
            types, bounds and which are required is in the `inputs` of GET /models/{modelId}. A LoRA
            or composition is itself an input (`modelId`, `loras` with `lorasScale`) of a base model
            that declares it, such as model_bfl-flux-1-dev; its own id in the path is refused. Source:
            recording, sdk:2.4.0, guide:third-party.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DryRunResult | Error | GenerationResult
    """

    return sync_detailed(
        model_id=model_id,
        client=client,
        body=body,
        dry_run=dry_run,
        project_id=project_id,
        ip_detection=ip_detection,
    ).parsed


async def asyncio_detailed(
    model_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CustomGenerationInputs,
    dry_run: DryRunMode | Unset = UNSET,
    project_id: str | Unset = UNSET,
    ip_detection: bool | Unset = UNSET,
) -> Response[DryRunResult | Error | GenerationResult]:
    """Generate with any model of type custom

     Starts a generation of pictures, video, sound, 3D or text and answers at once with its job; poll the
    job for the assets. The body's keys are the model's inputs, to be read from GET /models/{modelId}.
    Only models of type `custom` can be in the path: the id of a LoRA or composition is refused with 400
    and goes into the inputs (`modelId`, `loras`, `lorasScale`) of a base model such as model_bfl-
    flux-1-dev. A number below an input's `min` and lists of unequal length were accepted; values above
    `max` and lists that are too long are refused. Source: recording, sdk:2.4.0, guide:third-party.

    Args:
        model_id (str):
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        project_id (str | Unset):
        ip_detection (bool | Unset):
        body (CustomGenerationInputs): The inputs of the model, by name. Which names exist, their
            types, bounds and which are required is in the `inputs` of GET /models/{modelId}. A LoRA
            or composition is itself an input (`modelId`, `loras` with `lorasScale`) of a base model
            that declares it, such as model_bfl-flux-1-dev; its own id in the path is refused. Source:
            recording, sdk:2.4.0, guide:third-party.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DryRunResult | Error | GenerationResult]
    """

    kwargs = _get_kwargs(
        model_id=model_id,
        body=body,
        dry_run=dry_run,
        project_id=project_id,
        ip_detection=ip_detection,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    model_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: CustomGenerationInputs,
    dry_run: DryRunMode | Unset = UNSET,
    project_id: str | Unset = UNSET,
    ip_detection: bool | Unset = UNSET,
) -> DryRunResult | Error | GenerationResult | None:
    """Generate with any model of type custom

     Starts a generation of pictures, video, sound, 3D or text and answers at once with its job; poll the
    job for the assets. The body's keys are the model's inputs, to be read from GET /models/{modelId}.
    Only models of type `custom` can be in the path: the id of a LoRA or composition is refused with 400
    and goes into the inputs (`modelId`, `loras`, `lorasScale`) of a base model such as model_bfl-
    flux-1-dev. A number below an input's `min` and lists of unequal length were accepted; values above
    `max` and lists that are too long are refused. Source: recording, sdk:2.4.0, guide:third-party.

    Args:
        model_id (str):
        dry_run (DryRunMode | Unset): The two words that ask for a price instead of a run: `true`,
            and `api` for the price at the API tier. Source: sdk:2.2.0.
        project_id (str | Unset):
        ip_detection (bool | Unset):
        body (CustomGenerationInputs): The inputs of the model, by name. Which names exist, their
            types, bounds and which are required is in the `inputs` of GET /models/{modelId}. A LoRA
            or composition is itself an input (`modelId`, `loras` with `lorasScale`) of a base model
            that declares it, such as model_bfl-flux-1-dev; its own id in the path is refused. Source:
            recording, sdk:2.4.0, guide:third-party.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DryRunResult | Error | GenerationResult
    """

    return (
        await asyncio_detailed(
            model_id=model_id,
            client=client,
            body=body,
            dry_run=dry_run,
            project_id=project_id,
            ip_detection=ip_detection,
        )
    ).parsed
