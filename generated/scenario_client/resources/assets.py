"""The resource `assets`: The pictures, videos, sounds, 3D files and texts that were uploaded or generated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import operations
from .._runtime.download import AssetsExtra, AsyncAssetsExtra
from .._runtime.resource import AsyncResource, Resource
from ..types.assets import Asset, AssetList, AssetSortKey, AssetTypeFilter, AssetUploadResult, BulkAssets
from ..types.common import IsoDate, PublicPrivacyFilter, SortDirection

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from .._runtime.config import RequestOptions
    from .._runtime.paging import AsyncPager, Page

__all__ = ["Assets", "AsyncAssets"]


class Assets(AssetsExtra, Resource):
    """The pictures, videos, sounds, 3D files and texts that were uploaded or generated."""

    __slots__ = ()

    def list(
        self,
        *,
        privacy: PublicPrivacyFilter | None = None,
        type: AssetTypeFilter | None = None,
        types: Sequence[AssetTypeFilter] | str | None = None,
        author_id: str | None = None,
        model_id: str | None = None,
        inference_id: str | None = None,
        collection_id: str | None = None,
        parent_asset_id: str | None = None,
        root_asset_id: str | None = None,
        tags: Sequence[str] | str | None = None,
        created_after: IsoDate | date | None = None,
        created_before: IsoDate | date | None = None,
        updated_after: IsoDate | date | None = None,
        updated_before: IsoDate | date | None = None,
        deleted: bool | None = None,
        sort_by: AssetSortKey | None = None,
        sort_direction: SortDirection | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Asset, AssetList]:
        """List assets.

        Assets of the project, in pages; with `privacy=public` all public assets of everybody. Go on until
        `nextPaginationToken` is absent. The order without `sort_by` is not documented.

        The literal `public-auth-token` reads public assets without an account. `deleted=true` is a list of its own:
        what was deleted in the last 30 days, latest first, each row with `deletedAt`; it needs a Max plan or a higher
        one.

        GET /assets. Changes nothing and costs nothing.

        Conditions:
            - type and types may not be given together; on jobs type is ignored instead.
            - created_after filters only while sort_by is createdAt.
            - created_before filters only while sort_by is createdAt.
            - updated_after filters only while sort_by is updatedAt.
            - updated_before filters only while sort_by is updatedAt.
            - tags filters only public assets.
            - deleted=true goes only with project_id, page_size, pagination_token and original_assets.

        Args:
            privacy: With `public`, all public assets of everybody. The vendor's types leave the value open. [one of
                "private", "public"]
            type: Only assets that came to be this way. Not together with `types`. [one of 81 words]
            types: Only assets that came to be in these ways, as one comma separated value. Not together with `type`.
                [each one of 81 words; at least 1 item]
            author_id: Only assets that this author made. [at least 1 character]
            model_id: Only assets that runs of this model made; not the pictures that it was trained with. [at least 1
                character]
            inference_id: Only assets of this inference. [at least 1 character]
            collection_id: Only assets in this collection. [at least 1 character]
            parent_asset_id: Only assets that were made from this asset. [at least 1 character]
            root_asset_id: Only assets that descend from this asset, over any number of steps. [at least 1 character]
            tags: Only assets with these tags, as one comma separated value; public assets only. [at least 1 item; each
                at least 1 character]
            created_after: Only assets created after this date, which itself is left out. Needs `sort_by=createdAt`.
            created_before: Only assets created before this date, which itself is left out. Needs `sort_by=createdAt`.
            updated_after: Only assets updated after this date, which itself is left out. Needs `sort_by=updatedAt`.
            updated_before: Only assets updated before this date, which itself is left out. Needs `sort_by=updatedAt`.
            deleted: When true, the assets that were deleted in the last 30 days, latest first. Plans from Max on; goes
                with few other parameters. SDK 2.4.0 and later.
            sort_by: The date to sort by. [one of "createdAt", "updatedAt"]
            sort_direction: Ascending or descending order. Only used together with `sort_by`. [one of "asc", "desc"]
            page_size: Rows per page; 50 unless given. [1 to 100; default 50]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
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
            operations.LIST_ASSETS,
            item=Asset,
            cast=AssetList,
            items="assets",
            style="cursor",
            query={
                "privacy": privacy,
                "type": type,
                "types": types,
                "authorId": author_id,
                "modelId": model_id,
                "inferenceId": inference_id,
                "collectionId": collection_id,
                "parentAssetId": parent_asset_id,
                "rootAssetId": root_asset_id,
                "tags": tags,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
                "deleted": deleted,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            options=options,
        )

    def upload(
        self,
        *,
        name: str,
        original_assets: bool | None = None,
        project_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        canvas: str | None = None,
        thumbnail: str | None = None,
        parent_id: str | None = None,
        collection_ids: Sequence[str] | None = None,
        hide: bool | None = None,
        options: RequestOptions | None = None,
    ) -> AssetUploadResult:
        """Upload a picture or a canvas.

        Stores a picture, or a canvas of the vendor's editor, as a new asset, in one request. The picture travels inside
        the JSON body, as Base64 or as a data URL. 4.4 MB have been seen to pass; the vendor advises an upload in parts
        from 6 MB on, and the gateway refuses requests above 10 MB. Every call makes a new asset, also with the same
        picture.

        POST /assets. Repeated after a failure only when it provably did not start.

        Conditions:
            - There must be something to store; that the service refuses an upload without it is concluded.
            - With image, canvas and thumbnail are ignored.

        Args:
            name: Name of the original file.
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            image: The picture as Base64, or as a data URL; use an upload in parts from 6 MB. Bytes, or the Path of a
                file, are sent as a data URL.
            canvas: The canvas: JSON, written into a string.
            thumbnail: A small picture of the canvas as Base64.
            parent_id: The asset that this one descends from.
            collection_ids: Collections to put the new asset into.
            hide: Whether to hide the new asset.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The stored asset, and the job that works on it if there is one.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return self._client.call(
            operations.UPLOAD_ASSET,
            AssetUploadResult,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "name": name,
                "image": image,
                "canvas": canvas,
                "thumbnail": thumbnail,
                "parentId": parent_id,
                "collectionIds": collection_ids,
                "hide": hide,
            },
            options=options,
        )

    def retrieve(
        self,
        asset_id: str,
        *,
        with_embedding: bool | None = None,
        with_quality_gate_details: bool | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> Asset:
        """Read an asset.

        One asset, with the address of its file. The literal `public-auth-token` reads a public asset without an
        account. The vector and the reasons of the quality check come only when asked for.

        GET /assets/{assetId}. Changes nothing and costs nothing.

        Args:
            asset_id: Id of the asset. [at least 1 character]
            with_embedding: Whether to send the vector of the asset, `embedding`.
            with_quality_gate_details: Whether to send the reasons of the quality check, `qualityGate.details`. Counts
                only for the project that owns the asset; ignored otherwise. Called withSlopGuardDetails in SDK 2.0.0.
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated.

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
            operations.RETRIEVE_ASSET,
            Asset,
            path={
                "assetId": asset_id,
            },
            query={
                "withEmbedding": with_embedding,
                "withQualityGateDetails": with_quality_gate_details,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            unwrap="asset",
            options=options,
        )

    def get_bulk(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> BulkAssets:
        """Read several assets by id.

        Up to 200 assets in one call, in the same shape as one by one. Nothing says what happens to ids that do not
        exist: read here as for models, where they are left out; do not rely on the order either.

        POST /assets/get-bulk. Changes nothing and costs nothing.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            asset_ids: Ids of the assets, 200 at most; the caller must be allowed to read them. [at most 200 items]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The assets that were found, without pages and in no promised order.

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
            operations.BULK_GET_ASSETS,
            BulkAssets,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "assetIds": asset_ids,
            },
            options=options,
        )


class AsyncAssets(AsyncAssetsExtra, AsyncResource):
    """The pictures, videos, sounds, 3D files and texts that were uploaded or generated. Calls are awaited."""

    __slots__ = ()

    def list(
        self,
        *,
        privacy: PublicPrivacyFilter | None = None,
        type: AssetTypeFilter | None = None,
        types: Sequence[AssetTypeFilter] | str | None = None,
        author_id: str | None = None,
        model_id: str | None = None,
        inference_id: str | None = None,
        collection_id: str | None = None,
        parent_asset_id: str | None = None,
        root_asset_id: str | None = None,
        tags: Sequence[str] | str | None = None,
        created_after: IsoDate | date | None = None,
        created_before: IsoDate | date | None = None,
        updated_after: IsoDate | date | None = None,
        updated_before: IsoDate | date | None = None,
        deleted: bool | None = None,
        sort_by: AssetSortKey | None = None,
        sort_direction: SortDirection | None = None,
        page_size: int | None = None,
        pagination_token: str | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Asset, AssetList]:
        """List assets.

        Assets of the project, in pages; with `privacy=public` all public assets of everybody. Go on until
        `nextPaginationToken` is absent. The order without `sort_by` is not documented.

        The literal `public-auth-token` reads public assets without an account. `deleted=true` is a list of its own:
        what was deleted in the last 30 days, latest first, each row with `deletedAt`; it needs a Max plan or a higher
        one.

        GET /assets. Changes nothing and costs nothing.

        Conditions:
            - type and types may not be given together; on jobs type is ignored instead.
            - created_after filters only while sort_by is createdAt.
            - created_before filters only while sort_by is createdAt.
            - updated_after filters only while sort_by is updatedAt.
            - updated_before filters only while sort_by is updatedAt.
            - tags filters only public assets.
            - deleted=true goes only with project_id, page_size, pagination_token and original_assets.

        Args:
            privacy: With `public`, all public assets of everybody. The vendor's types leave the value open. [one of
                "private", "public"]
            type: Only assets that came to be this way. Not together with `types`. [one of 81 words]
            types: Only assets that came to be in these ways, as one comma separated value. Not together with `type`.
                [each one of 81 words; at least 1 item]
            author_id: Only assets that this author made. [at least 1 character]
            model_id: Only assets that runs of this model made; not the pictures that it was trained with. [at least 1
                character]
            inference_id: Only assets of this inference. [at least 1 character]
            collection_id: Only assets in this collection. [at least 1 character]
            parent_asset_id: Only assets that were made from this asset. [at least 1 character]
            root_asset_id: Only assets that descend from this asset, over any number of steps. [at least 1 character]
            tags: Only assets with these tags, as one comma separated value; public assets only. [at least 1 item; each
                at least 1 character]
            created_after: Only assets created after this date, which itself is left out. Needs `sort_by=createdAt`.
            created_before: Only assets created before this date, which itself is left out. Needs `sort_by=createdAt`.
            updated_after: Only assets updated after this date, which itself is left out. Needs `sort_by=updatedAt`.
            updated_before: Only assets updated before this date, which itself is left out. Needs `sort_by=updatedAt`.
            deleted: When true, the assets that were deleted in the last 30 days, latest first. Plans from Max on; goes
                with few other parameters. SDK 2.4.0 and later.
            sort_by: The date to sort by. [one of "createdAt", "updatedAt"]
            sort_direction: Ascending or descending order. Only used together with `sort_by`. [one of "asc", "desc"]
            page_size: Rows per page; 50 unless given. [1 to 100; default 50]
            pagination_token: The `nextPaginationToken` of the page before. Opaque: only the service that made it can
                read it. [at least 1 character]
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
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
            operations.LIST_ASSETS,
            item=Asset,
            cast=AssetList,
            items="assets",
            style="cursor",
            query={
                "privacy": privacy,
                "type": type,
                "types": types,
                "authorId": author_id,
                "modelId": model_id,
                "inferenceId": inference_id,
                "collectionId": collection_id,
                "parentAssetId": parent_asset_id,
                "rootAssetId": root_asset_id,
                "tags": tags,
                "createdAfter": created_after,
                "createdBefore": created_before,
                "updatedAfter": updated_after,
                "updatedBefore": updated_before,
                "deleted": deleted,
                "sortBy": sort_by,
                "sortDirection": sort_direction,
                "pageSize": page_size,
                "paginationToken": pagination_token,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            options=options,
        )

    async def upload(
        self,
        *,
        name: str,
        original_assets: bool | None = None,
        project_id: str | None = None,
        image: str | bytes | PathLike[str] | None = None,
        canvas: str | None = None,
        thumbnail: str | None = None,
        parent_id: str | None = None,
        collection_ids: Sequence[str] | None = None,
        hide: bool | None = None,
        options: RequestOptions | None = None,
    ) -> AssetUploadResult:
        """Upload a picture or a canvas.

        Stores a picture, or a canvas of the vendor's editor, as a new asset, in one request. The picture travels inside
        the JSON body, as Base64 or as a data URL. 4.4 MB have been seen to pass; the vendor advises an upload in parts
        from 6 MB on, and the gateway refuses requests above 10 MB. Every call makes a new asset, also with the same
        picture.

        POST /assets. Repeated after a failure only when it provably did not start.

        Conditions:
            - There must be something to store; that the service refuses an upload without it is concluded.
            - With image, canvas and thumbnail are ignored.

        Args:
            name: Name of the original file.
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            image: The picture as Base64, or as a data URL; use an upload in parts from 6 MB. Bytes, or the Path of a
                file, are sent as a data URL.
            canvas: The canvas: JSON, written into a string.
            thumbnail: A small picture of the canvas as Base64.
            parent_id: The asset that this one descends from.
            collection_ids: Collections to put the new asset into.
            hide: Whether to hide the new asset.
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The stored asset, and the job that works on it if there is one.

        Raises:
            BadRequest: 400. The request is malformed, names a value that the service does not accept, or breaks a rule
                of the model that it addresses.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. Three different limits share this status.
            ApiError: Any other failure.
        """
        return await self._client.call(
            operations.UPLOAD_ASSET,
            AssetUploadResult,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "name": name,
                "image": image,
                "canvas": canvas,
                "thumbnail": thumbnail,
                "parentId": parent_id,
                "collectionIds": collection_ids,
                "hide": hide,
            },
            options=options,
        )

    async def retrieve(
        self,
        asset_id: str,
        *,
        with_embedding: bool | None = None,
        with_quality_gate_details: bool | None = None,
        original_assets: bool | None = None,
        project_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> Asset:
        """Read an asset.

        One asset, with the address of its file. The literal `public-auth-token` reads a public asset without an
        account. The vector and the reasons of the quality check come only when asked for.

        GET /assets/{assetId}. Changes nothing and costs nothing.

        Args:
            asset_id: Id of the asset. [at least 1 character]
            with_embedding: Whether to send the vector of the asset, `embedding`.
            with_quality_gate_details: Whether to send the reasons of the quality check, `qualityGate.details`. Counts
                only for the project that owns the asset; ignored otherwise. Called withSlopGuardDetails in SDK 2.0.0.
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            A file with what is known about it: a picture, video, sound, 3D model or text, uploaded or generated.

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
            operations.RETRIEVE_ASSET,
            Asset,
            path={
                "assetId": asset_id,
            },
            query={
                "withEmbedding": with_embedding,
                "withQualityGateDetails": with_quality_gate_details,
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            unwrap="asset",
            options=options,
        )

    async def get_bulk(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        asset_ids: Sequence[str] | None = None,
        options: RequestOptions | None = None,
    ) -> BulkAssets:
        """Read several assets by id.

        Up to 200 assets in one call, in the same shape as one by one. Nothing says what happens to ids that do not
        exist: read here as for models, where they are left out; do not rely on the order either.

        POST /assets/get-bulk. Changes nothing and costs nothing.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            asset_ids: Ids of the assets, 200 at most; the caller must be allowed to read them. [at most 200 items]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The assets that were found, without pages and in no promised order.

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
            operations.BULK_GET_ASSETS,
            BulkAssets,
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "assetIds": asset_ids,
            },
            options=options,
        )
