"""The resource `models`: Catalogue of the models that can generate, private and public."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import operations
from .._runtime.resource import AsyncResource, Resource
from ..types.common import IsoDate, PublicPrivacyFilter, SortDirection
from ..types.models import (
    BulkModelList,
    Model,
    ModelList,
    ModelSortBy,
    ModelStatusFilter,
    ModelTypeFilter,
    PublicModelSortBy,
)

if TYPE_CHECKING:
    from datetime import date

    from typing_extensions import deprecated

    from .._runtime.config import RequestOptions
    from .._runtime.paging import AsyncPager, Page
else:

    def deprecated(message):
        """For type checkers, which strike such calls out; they know it by this name alone."""
        return lambda method: method


__all__ = ["AsyncModels", "Models"]


class Models(Resource):
    """Catalogue of the models that can generate, private and public."""

    __slots__ = ()

    def list(
        self,
        *,
        blacklisted: bool | None = None,
        collection_id: str | None = None,
        collection_ids: Sequence[str] | str | None = None,
        created_after: IsoDate | date | None = None,
        created_before: IsoDate | date | None = None,
        loaded_only: bool | None = None,
        original_assets: bool | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        privacy: PublicPrivacyFilter | None = None,
        project_id: str | None = None,
        sort_by: ModelSortBy | None = None,
        sort_direction: SortDirection | None = None,
        status: ModelStatusFilter | None = None,
        tags: Sequence[str] | str | None = None,
        type: ModelTypeFilter | None = None,
        types: Sequence[ModelTypeFilter] | str | None = None,
        updated_after: IsoDate | date | None = None,
        updated_before: IsoDate | date | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Model, ModelList]:
        """List private or public models.

        Lists the models of the caller's project, or with `privacy=public` those that everybody may use. Pages follow
        each other by `pagination_token`; the last one has no `nextPaginationToken`. Rows have neither `inputs` nor
        `uiConfig`. With the literal `public-auth-token` only public models can be read. Some filters count for one of
        the two lists only, and the filters by date need the matching `sort_by`: see the parameters. An older guide
        pages with `limit` and `offset`; they are no parameters of this operation, and keys that the service does not
        know are ignored, so such a script gets a whole default page.

        GET /models. Changes nothing and costs nothing.

        Conditions:
            - type and types cannot be used together.
            - collection_id filters only while private models are listed.
            - collection_ids filters only while public models are listed.
            - status filters only while private models are listed.
            - tags filters only while public models are listed.
            - type filters only while public models are listed.
            - types filters only while public models are listed.
            - created_after filters only while sort_by is createdAt.
            - created_before filters only while sort_by is createdAt.
            - updated_after filters only while public models are listed and sort_by is updatedAt.
            - updated_before filters only while public models are listed and sort_by is updatedAt.
            - sort_direction counts only beside sort_by; for public models it has no effect on score either.

        Args:
            blacklisted: When true, models that the team has blocked are listed too. Only for the team's admins.
            collection_id: Lists the models of one collection. Only for private models; public ones take
                `collection_ids`. [at least 1 character]
            collection_ids: Lists the models of any of these collections. Only for public models; private ones take
                `collection_id`. [at least 1 item; each at least 1 character; each matches ^[^,]+$]
            created_after: Only models created after this moment, not at it. Needs `sort_by=createdAt`.
            created_before: Only models created before this moment, not at it. Needs `sort_by=createdAt`.
            loaded_only: When true, only models that are in the memory of a GPU at the moment.
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            page_size: How many models a page may hold: 1 to 500, by default 100. [1 to 500; default 100]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            privacy: Which list to read: the project's own models (`private`, the default, which covers unlisted ones
                too) or everybody's (`public`). [one of "private", "public"; default "private"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            sort_by: What to sort by. Public models: all three, by default `score`. Private models: `createdAt`, the
                default, and `score`, which then needs both `privacy` and `status`. What other combinations do was never
                recorded. [one of "createdAt", "updatedAt", "score"]
            sort_direction: Ascending or descending order. Only used together with `sort_by`. [one of "asc", "desc"]
            status: Only models in this state. Only for private models. `deleted` lists those deleted in the last 30
                days, each with `deletedAt`. A value that the service does not know is ignored. [one of "new",
                "training", "trained", "failed", "deleted"]
            tags: Only models with these labels, for example `sc:scenario` for the platform's own and `sc:third-party`
                for those of other makers. Only for public models. [at least 1 item; each at least 1 character; each
                matches ^[^,]+$]
            type: Only models of this type. Only for public models, and not together with `types`. [one of 31 words]
            types: Only models of any of these types. Only for public models, and not together with `type`. [each one of
                31 words; at least 1 item]
            updated_after: Only models changed after this moment, not at it. Only for public models, and needs
                `sort_by=updatedAt`.
            updated_before: Only models changed before this moment, not at it. Only for public models, and needs
                `sort_by=updatedAt`.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The first page. Iterating over it gives every item of all pages; `items` are its own.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.LIST_MODELS,
            item=Model,
            cast=ModelList,
            items="models",
            style="cursor",
            query={
                "blacklisted": blacklisted,
                "collectionId": collection_id,
                "collectionIds": collection_ids,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "loadedOnly": loaded_only,
                "originalAssets": original_assets,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "privacy": privacy,
                "projectId": project_id,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "status": status,
                "tags": tags,
                "type": type,
                "types": types,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
            },
            options=options,
        )

    @deprecated("Use `models.list` with privacy=public.")
    def list_public(
        self,
        *,
        collection_ids: Sequence[str] | str | None = None,
        created_after: IsoDate | date | None = None,
        created_before: IsoDate | date | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        sort_by: PublicModelSortBy | None = None,
        sort_direction: SortDirection | None = None,
        tags: Sequence[str] | str | None = None,
        type: ModelTypeFilter | None = None,
        types: Sequence[ModelTypeFilter] | str | None = None,
        updated_after: IsoDate | date | None = None,
        updated_before: IsoDate | date | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Model, ModelList]:
        """List public models (former path).

        Deprecated: Use `models.list` with privacy=public.

        Lists public models with or without credentials. The vendor's Swagger export of November 2025 had it, with the
        twelve parameters below and without security; no SDK release ever did, and `models.list` has since taken over
        its filters. Not among the twelve: `originalAssets`, `projectId`, `privacy`, `status`. That it still answers,
        and with the same pages as `models.list`, is concluded from that and from the models guide, which still names
        it.

        GET /models/public. Changes nothing and costs nothing.

        Conditions:
            - created_after filters only while sort_by is createdAt.
            - created_before filters only while sort_by is createdAt.
            - updated_after filters only while sort_by is updatedAt.
            - updated_before filters only while sort_by is updatedAt.

        Args:
            collection_ids: Lists the models of any of these collections. [at least 1 item; each at least 1 character;
                each matches ^[^,]+$]
            created_after: Only models created after this moment, not at it. Needs `sort_by=createdAt`.
            created_before: Only models created before this moment, not at it. Needs `sort_by=createdAt`.
            page_size: How many models a page may hold: 1 to 500, by default 50. [1 to 500; default 50]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            sort_by: What to sort by. [one of "createdAt", "updatedAt"]
            sort_direction: Ascending or descending order. Only used together with `sort_by`. [one of "asc", "desc"]
            tags: Only models with these labels, for example `sc:scenario` for the platform's own. [at least 1 item;
                each at least 1 character; each matches ^[^,]+$]
            type: Only models of this type; the export knew 18 of the types. [one of 31 words]
            types: Only models of any of these types; the export does not forbid `type` beside it. [each one of 31
                words; at least 1 item]
            updated_after: Only models changed after this moment, not at it. Needs `sort_by=updatedAt`.
            updated_before: Only models changed before this moment, not at it. Needs `sort_by=updatedAt`.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The first page. Iterating over it gives every item of all pages; `items` are its own.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        warnings.warn(
            "models.list_public is deprecated. Use `models.list` with privacy=public.", DeprecationWarning, stacklevel=2
        )
        return self._client.page(
            operations.LIST_PUBLIC_MODELS,
            item=Model,
            cast=ModelList,
            items="models",
            style="cursor",
            query={
                "collectionIds": collection_ids,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "tags": tags,
                "type": type,
                "types": types,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
            },
            options=options,
        )

    def retrieve(
        self,
        model_id: str,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> Model:
        """Retrieve a model with its inputs.

        Reads one model: its state, the progress of its training, and for `custom` models, alone among all answers, the
        `inputs` that a generation takes and the `uiConfig` of its form. Trained models have neither. Unlisted models
        can be read by everybody who has the id; with the literal `public-auth-token` public models can be read without
        an account.

        GET /models/{modelId}. Changes nothing and costs nothing.

        Args:
            model_id: Id of the model, for example `model_imagen4-ultra`. [at least 1 character]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A generative model: one of the platform's, or one trained by a project.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.RETRIEVE_MODEL,
            Model,
            path={
                "modelId": model_id,
            },
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            unwrap="model",
            options=options,
        )

    def get_bulk(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_ids: Sequence[str] | None = None,
        minimal: bool | None = None,
        settings: bool | None = None,
        thumbnail: bool | None = None,
        training_images_preview: bool | None = None,
        all_training_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> BulkModelList:
        """Read many models by id.

        Reads the models with the given ids in one call, without pages. Ids that nobody knows are left out, so there is
        no 404; the order of the answer is not promised. Rows have neither `inputs` nor `uiConfig`. No largest number of
        ids is documented; eleven have been recorded, and the vendor's own add-on asks for 50 at a time.

        POST /models/get-bulk. Changes nothing and costs nothing.

        Conditions:
            - While minimal is true the other flags have no effect.
            - The text of each of the two flags says that the other one makes it ineffective; give one of them.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            model_ids: Ids of the models to read. [each at least 1 character]
            minimal: True: only id, name and type of each model; the other flags then have no effect. [default False]
            settings: True: with `promptEmbedding` and `negativePromptEmbedding`. [default False]
            thumbnail: True: with the thumbnail, or the first training picture where there is none. [default False]
            training_images_preview: True: with the first three training pictures only. [default False]
            all_training_images: True: with all training pictures instead of the first three. [default False]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The models that were found, in no promised order; ids that nobody knows are left out.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.BULK_GET_MODELS,
            BulkModelList,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "modelIds": model_ids,
                "minimal": minimal,
                "settings": settings,
                "thumbnail": thumbnail,
                "trainingImagesPreview": training_images_preview,
                "allTrainingImages": all_training_images,
            },
            options=options,
        )


class AsyncModels(AsyncResource):
    """Catalogue of the models that can generate, private and public. Calls are awaited."""

    __slots__ = ()

    def list(
        self,
        *,
        blacklisted: bool | None = None,
        collection_id: str | None = None,
        collection_ids: Sequence[str] | str | None = None,
        created_after: IsoDate | date | None = None,
        created_before: IsoDate | date | None = None,
        loaded_only: bool | None = None,
        original_assets: bool | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        privacy: PublicPrivacyFilter | None = None,
        project_id: str | None = None,
        sort_by: ModelSortBy | None = None,
        sort_direction: SortDirection | None = None,
        status: ModelStatusFilter | None = None,
        tags: Sequence[str] | str | None = None,
        type: ModelTypeFilter | None = None,
        types: Sequence[ModelTypeFilter] | str | None = None,
        updated_after: IsoDate | date | None = None,
        updated_before: IsoDate | date | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Model, ModelList]:
        """List private or public models.

        Lists the models of the caller's project, or with `privacy=public` those that everybody may use. Pages follow
        each other by `pagination_token`; the last one has no `nextPaginationToken`. Rows have neither `inputs` nor
        `uiConfig`. With the literal `public-auth-token` only public models can be read. Some filters count for one of
        the two lists only, and the filters by date need the matching `sort_by`: see the parameters. An older guide
        pages with `limit` and `offset`; they are no parameters of this operation, and keys that the service does not
        know are ignored, so such a script gets a whole default page.

        GET /models. Changes nothing and costs nothing.

        Conditions:
            - type and types cannot be used together.
            - collection_id filters only while private models are listed.
            - collection_ids filters only while public models are listed.
            - status filters only while private models are listed.
            - tags filters only while public models are listed.
            - type filters only while public models are listed.
            - types filters only while public models are listed.
            - created_after filters only while sort_by is createdAt.
            - created_before filters only while sort_by is createdAt.
            - updated_after filters only while public models are listed and sort_by is updatedAt.
            - updated_before filters only while public models are listed and sort_by is updatedAt.
            - sort_direction counts only beside sort_by; for public models it has no effect on score either.

        Args:
            blacklisted: When true, models that the team has blocked are listed too. Only for the team's admins.
            collection_id: Lists the models of one collection. Only for private models; public ones take
                `collection_ids`. [at least 1 character]
            collection_ids: Lists the models of any of these collections. Only for public models; private ones take
                `collection_id`. [at least 1 item; each at least 1 character; each matches ^[^,]+$]
            created_after: Only models created after this moment, not at it. Needs `sort_by=createdAt`.
            created_before: Only models created before this moment, not at it. Needs `sort_by=createdAt`.
            loaded_only: When true, only models that are in the memory of a GPU at the moment.
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            page_size: How many models a page may hold: 1 to 500, by default 100. [1 to 500; default 100]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            privacy: Which list to read: the project's own models (`private`, the default, which covers unlisted ones
                too) or everybody's (`public`). [one of "private", "public"; default "private"]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            sort_by: What to sort by. Public models: all three, by default `score`. Private models: `createdAt`, the
                default, and `score`, which then needs both `privacy` and `status`. What other combinations do was never
                recorded. [one of "createdAt", "updatedAt", "score"]
            sort_direction: Ascending or descending order. Only used together with `sort_by`. [one of "asc", "desc"]
            status: Only models in this state. Only for private models. `deleted` lists those deleted in the last 30
                days, each with `deletedAt`. A value that the service does not know is ignored. [one of "new",
                "training", "trained", "failed", "deleted"]
            tags: Only models with these labels, for example `sc:scenario` for the platform's own and `sc:third-party`
                for those of other makers. Only for public models. [at least 1 item; each at least 1 character; each
                matches ^[^,]+$]
            type: Only models of this type. Only for public models, and not together with `types`. [one of 31 words]
            types: Only models of any of these types. Only for public models, and not together with `type`. [each one of
                31 words; at least 1 item]
            updated_after: Only models changed after this moment, not at it. Only for public models, and needs
                `sort_by=updatedAt`.
            updated_before: Only models changed before this moment, not at it. Only for public models, and needs
                `sort_by=updatedAt`.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            Await it for the first page, or `async for` over it for every item of all pages.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.LIST_MODELS,
            item=Model,
            cast=ModelList,
            items="models",
            style="cursor",
            query={
                "blacklisted": blacklisted,
                "collectionId": collection_id,
                "collectionIds": collection_ids,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "loadedOnly": loaded_only,
                "originalAssets": original_assets,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "privacy": privacy,
                "projectId": project_id,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "status": status,
                "tags": tags,
                "type": type,
                "types": types,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
            },
            options=options,
        )

    @deprecated("Use `models.list` with privacy=public.")
    def list_public(
        self,
        *,
        collection_ids: Sequence[str] | str | None = None,
        created_after: IsoDate | date | None = None,
        created_before: IsoDate | date | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        sort_by: PublicModelSortBy | None = None,
        sort_direction: SortDirection | None = None,
        tags: Sequence[str] | str | None = None,
        type: ModelTypeFilter | None = None,
        types: Sequence[ModelTypeFilter] | str | None = None,
        updated_after: IsoDate | date | None = None,
        updated_before: IsoDate | date | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Model, ModelList]:
        """List public models (former path).

        Deprecated: Use `models.list` with privacy=public.

        Lists public models with or without credentials. The vendor's Swagger export of November 2025 had it, with the
        twelve parameters below and without security; no SDK release ever did, and `models.list` has since taken over
        its filters. Not among the twelve: `originalAssets`, `projectId`, `privacy`, `status`. That it still answers,
        and with the same pages as `models.list`, is concluded from that and from the models guide, which still names
        it.

        GET /models/public. Changes nothing and costs nothing.

        Conditions:
            - created_after filters only while sort_by is createdAt.
            - created_before filters only while sort_by is createdAt.
            - updated_after filters only while sort_by is updatedAt.
            - updated_before filters only while sort_by is updatedAt.

        Args:
            collection_ids: Lists the models of any of these collections. [at least 1 item; each at least 1 character;
                each matches ^[^,]+$]
            created_after: Only models created after this moment, not at it. Needs `sort_by=createdAt`.
            created_before: Only models created before this moment, not at it. Needs `sort_by=createdAt`.
            page_size: How many models a page may hold: 1 to 500, by default 50. [1 to 500; default 50]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            sort_by: What to sort by. [one of "createdAt", "updatedAt"]
            sort_direction: Ascending or descending order. Only used together with `sort_by`. [one of "asc", "desc"]
            tags: Only models with these labels, for example `sc:scenario` for the platform's own. [at least 1 item;
                each at least 1 character; each matches ^[^,]+$]
            type: Only models of this type; the export knew 18 of the types. [one of 31 words]
            types: Only models of any of these types; the export does not forbid `type` beside it. [each one of 31
                words; at least 1 item]
            updated_after: Only models changed after this moment, not at it. Needs `sort_by=updatedAt`.
            updated_before: Only models changed before this moment, not at it. Needs `sort_by=updatedAt`.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            Await it for the first page, or `async for` over it for every item of all pages.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        warnings.warn(
            "models.list_public is deprecated. Use `models.list` with privacy=public.", DeprecationWarning, stacklevel=2
        )
        return self._client.page(
            operations.LIST_PUBLIC_MODELS,
            item=Model,
            cast=ModelList,
            items="models",
            style="cursor",
            query={
                "collectionIds": collection_ids,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "tags": tags,
                "type": type,
                "types": types,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
            },
            options=options,
        )

    async def retrieve(
        self,
        model_id: str,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> Model:
        """Retrieve a model with its inputs.

        Reads one model: its state, the progress of its training, and for `custom` models, alone among all answers, the
        `inputs` that a generation takes and the `uiConfig` of its form. Trained models have neither. Unlisted models
        can be read by everybody who has the id; with the literal `public-auth-token` public models can be read without
        an account.

        GET /models/{modelId}. Changes nothing and costs nothing.

        Args:
            model_id: Id of the model, for example `model_imagen4-ultra`. [at least 1 character]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A generative model: one of the platform's, or one trained by a project.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.RETRIEVE_MODEL,
            Model,
            path={
                "modelId": model_id,
            },
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            unwrap="model",
            options=options,
        )

    async def get_bulk(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        model_ids: Sequence[str] | None = None,
        minimal: bool | None = None,
        settings: bool | None = None,
        thumbnail: bool | None = None,
        training_images_preview: bool | None = None,
        all_training_images: bool | None = None,
        options: RequestOptions | None = None,
    ) -> BulkModelList:
        """Read many models by id.

        Reads the models with the given ids in one call, without pages. Ids that nobody knows are left out, so there is
        no 404; the order of the answer is not promised. Rows have neither `inputs` nor `uiConfig`. No largest number of
        ids is documented; eleven have been recorded, and the vendor's own add-on asks for 50 at a time.

        POST /models/get-bulk. Changes nothing and costs nothing.

        Conditions:
            - While minimal is true the other flags have no effect.
            - The text of each of the two flags says that the other one makes it ineffective; give one of them.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            model_ids: Ids of the models to read. [each at least 1 character]
            minimal: True: only id, name and type of each model; the other flags then have no effect. [default False]
            settings: True: with `promptEmbedding` and `negativePromptEmbedding`. [default False]
            thumbnail: True: with the thumbnail, or the first training picture where there is none. [default False]
            training_images_preview: True: with the first three training pictures only. [default False]
            all_training_images: True: with all training pictures instead of the first three. [default False]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The models that were found, in no promised order; ids that nobody knows are left out.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.BULK_GET_MODELS,
            BulkModelList,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "modelIds": model_ids,
                "minimal": minimal,
                "settings": settings,
                "thumbnail": thumbnail,
                "trainingImagesPreview": training_images_preview,
                "allTrainingImages": all_training_images,
            },
            options=options,
        )
