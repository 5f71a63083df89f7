from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error import Error
from ...models.model_envelope import ModelEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    model_id: str,
    *,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["originalAssets"] = original_assets

    params["projectId"] = project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/models/{model_id}".format(
            model_id=quote(str(model_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | ModelEnvelope:
    if response.status_code == 200:
        response_200 = ModelEnvelope.from_dict(response.json())

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
) -> Response[Error | ModelEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    model_id: str,
    *,
    client: AuthenticatedClient,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | ModelEnvelope]:
    """Retrieve a model with its inputs

     Reads one model: its state, the progress of its training, and for `custom` models, alone among all
    answers, the `inputs` that a generation takes and the `uiConfig` of its form. Trained models have
    neither. Unlisted models can be read by everybody who has the id; with the literal `public-auth-
    token` public models can be read without an account. Source: recording, reference, sdk:2.4.0.

    Args:
        model_id (str):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | ModelEnvelope]
    """

    kwargs = _get_kwargs(
        model_id=model_id,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    model_id: str,
    *,
    client: AuthenticatedClient,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | ModelEnvelope | None:
    """Retrieve a model with its inputs

     Reads one model: its state, the progress of its training, and for `custom` models, alone among all
    answers, the `inputs` that a generation takes and the `uiConfig` of its form. Trained models have
    neither. Unlisted models can be read by everybody who has the id; with the literal `public-auth-
    token` public models can be read without an account. Source: recording, reference, sdk:2.4.0.

    Args:
        model_id (str):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | ModelEnvelope
    """

    return sync_detailed(
        model_id=model_id,
        client=client,
        original_assets=original_assets,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    model_id: str,
    *,
    client: AuthenticatedClient,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Response[Error | ModelEnvelope]:
    """Retrieve a model with its inputs

     Reads one model: its state, the progress of its training, and for `custom` models, alone among all
    answers, the `inputs` that a generation takes and the `uiConfig` of its form. Trained models have
    neither. Unlisted models can be read by everybody who has the id; with the literal `public-auth-
    token` public models can be read without an account. Source: recording, reference, sdk:2.4.0.

    Args:
        model_id (str):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | ModelEnvelope]
    """

    kwargs = _get_kwargs(
        model_id=model_id,
        original_assets=original_assets,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    model_id: str,
    *,
    client: AuthenticatedClient,
    original_assets: bool | Unset = UNSET,
    project_id: str | Unset = UNSET,
) -> Error | ModelEnvelope | None:
    """Retrieve a model with its inputs

     Reads one model: its state, the progress of its training, and for `custom` models, alone among all
    answers, the `inputs` that a generation takes and the `uiConfig` of its form. Trained models have
    neither. Unlisted models can be read by everybody who has the id; with the literal `public-auth-
    token` public models can be read without an account. Source: recording, reference, sdk:2.4.0.

    Args:
        model_id (str):
        original_assets (bool | Unset):
        project_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | ModelEnvelope
    """

    return (
        await asyncio_detailed(
            model_id=model_id,
            client=client,
            original_assets=original_assets,
            project_id=project_id,
        )
    ).parsed
