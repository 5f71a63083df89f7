"""The resource `search`: Text, semantic and picture search over assets and models, with filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import operations
from .._runtime.resource import AsyncResource, Resource
from ..types.search import AssetHit, AssetSearchResults, ImageSearchSet, ModelHit, ModelSearchResults

if TYPE_CHECKING:
    from os import PathLike

    from .._runtime.config import RequestOptions
    from .._runtime.paging import AsyncPager, Page

__all__ = ["AsyncSearch", "Search"]


class Search(Resource):
    """Text, semantic and picture search over assets and models, with filters."""

    __slots__ = ()

    def assets(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        query: str | None = None,
        query_semantic_ratio: float | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: ImageSearchSet | Mapping[str, Any] | None = None,
        image_semantic_ratio: float | None = None,
        filter: str | None = None,
        sort_by: Sequence[str] | None = None,
        public: bool | None = None,
        offset: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        hits_per_page: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[AssetHit, AssetSearchResults]:
        """Search assets by words, meaning, likeness and conditions.

        Finds assets of the project, or with `public` those that everybody may see. A search needs at least one of
        `query`, `filter`, `image` and `images`; they combine, and every hit fulfills `filter`.

        **Words and meaning.** `query` looks in names, prompts, descriptions, captions, tags and seeds. With
        `query_semantic_ratio` above 0 it also compares meanings. `image` or `images` find what looks alike, weighted by
        `image_semantic_ratio`.

        **Filter.** `field operator value`, with the operators `=`, `!=`, `>`, `>=`, `<`, `<=`; and `field IS EMPTY`,
        `field IS NOT EMPTY`, where empty means absent, null, or without content. Conditions join with `AND` and `OR`,
        `NOT` before a condition turns it around, parentheses group. `NOT` binds closest, then `AND`, then `OR`; the
        guide leaves the order open and this one is the usual. Larger and smaller compare numbers, dates and strings,
        strings by code point, and not lists. The guide names no types for them. On a list, `=` asks whether the value
        is in it, so `tags = a AND tags = b` asks for both. A value may stand bare when it consists of letters, digits,
        `_`, `-` and `.`; anything else, and dates, goes in double quotes. A date without a time is its first instant,
        UTC. The guide also prints `field:value` for texts (`prompt:dragon`) without explaining it; read here as: the
        text contains this word. The fields are in `x-filterable-fields` of `filter`.

        **Order.** Best match first, or as `sort_by` says. According to the vendor `sort_by` has no effect while a
        semantic ratio above 0 takes part: `query_semantic_ratio` with a query, or `image_semantic_ratio` (1 unless
        given) with a picture. No recording shows it.

        **Pages.** Either `offset` and `limit`, or `page` and `hits_per_page`; the answer carries the totals of the
        mode. The vendor's types ask for both of a pair, its guide often sends `limit` alone: `offset` is then 0. What
        happens when the modes are mixed is not written down; here page mode wins and `offset` and `limit` have no
        effect. To read on, raise `offset` in the body. Releases of the vendor's SDK put it into the query instead,
        which this contract does not define.

        A search costs no Creative Units; it counts against the search quota of the plan.

        POST /search/assets. Changes nothing and costs nothing.

        Conditions:
            - A search needs one of query, filter, image and images; a query of "" counts as absent.
            - A search compares with image or with images, not with both.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            query: Words to look for. Small typing errors are forgiven and the beginning of a word finds the word. An
                empty string is the same as no query. [default ""]
            query_semantic_ratio: Weight of meaning against words for `query`: 0 compares words only, 1 meaning only. [0
                to 1; default 0]
            image: Picture that the assets should resemble: the id of an existing asset, or a data URL. Not together
                with `images`. Bytes, or the Path of a file, are sent as a data URL. [at least 1 character]
            images: Pictures that the hits should resemble, and pictures that they should not. Not together with
                `image`. Fields: `like` (list; each at least 1 character), `unlike` (list; each at least 1 character).
            image_semantic_ratio: Weight of the resemblance to `image` or `images`; without a picture it has no effect.
                [0 to 1; default 1]
            filter: Condition that every hit fulfills, in the filter language that the operation describes. A field is
                the property of that name in the hit, or else in the hit's `metadata`. [fields: kind, width, height,
                size, aspectRatio, mimeType, name, prompt, text, negativePrompt, seed, modelId, baseModelId, modelType,
                numInferenceSteps, guidance, scheduler, tags, collectionIds, nsfw, privacy, createdAt, updatedAt,
                authorId, ownerId]
            sort_by: Order of the hits, most important first, each as field, colon and direction. Without it the best
                match comes first. A semantic ratio above 0 that takes part in the search makes the service ignore it.
                [each matches ^(createdAt|updatedAt|width|height|score):(asc|desc)$; fields: createdAt, updatedAt,
                width, height, score]
            public: Search what everybody made public, instead of what the project owns. [default False]
            offset: Number of hits to skip before the first one of the answer (offset mode). [at least 0; default 0]
            limit: Largest number of hits in the answer (offset mode). [1 to 100; default 20]
            page: Number of the page to read, counted from 1 (page mode). [at least 1]
            hits_per_page: Number of hits on a page (page mode). [1 to 100]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The first page. Iterating over it gives every item of all pages; `items` are its own.

        Raises:
            BadRequest: 400. The search is empty, its filter cannot be read, or a page is larger than allowed.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. The plan's search quota is spent, or one of the limits that every endpoint has.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.SEARCH_ASSETS,
            item=AssetHit,
            cast=AssetSearchResults,
            items="hits",
            style="search",
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "query": query,
                "querySemanticRatio": query_semantic_ratio,
                "image": image,
                "images": images,
                "imageSemanticRatio": image_semantic_ratio,
                "filter": filter,
                "sortBy": sort_by,
                "public": public,
                "offset": offset,
                "limit": limit,
                "page": page,
                "hitsPerPage": hits_per_page,
            },
            options=options,
        )

    def models(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        query: str | None = None,
        query_semantic_ratio: float | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: ImageSearchSet | Mapping[str, Any] | None = None,
        image_semantic_ratio: float | None = None,
        filter: str | None = None,
        sort_by: Sequence[str] | None = None,
        public: bool | None = None,
        offset: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        hits_per_page: int | None = None,
        options: RequestOptions | None = None,
    ) -> Page[ModelHit, ModelSearchResults]:
        """Search models by words, meaning, likeness and conditions.

        Finds models of the project, or with `public` those that everybody may see. It works as the search of assets
        does, with fields of its own. A search needs at least one of `query`, `filter`, `image` and `images`; they
        combine, and every hit fulfills `filter`.

        **Words and meaning.** `query` looks in names, descriptions, tags and capabilities. With `query_semantic_ratio`
        above 0 it also compares meanings. `image` or `images` find models whose example pictures look alike, weighted
        by `image_semantic_ratio`.

        **Filter.** `field operator value` with `=`, `!=`, `>`, `>=`, `<`, `<=`; `field IS EMPTY` and `field IS NOT
        EMPTY`; joined with `AND` and `OR`, turned around with `NOT`, grouped with parentheses; `NOT` binds closest,
        then `AND`, then `OR`. On a list, `=` asks whether the value is in it. A value may stand bare when it consists
        of letters, digits, `_`, `-` and `.` (`type = flux.1-lora`); anything else, and dates, goes in double quotes.
        The guide also prints `name:character` without explaining it; read here as: the text contains this word. The
        fields are in `x-filterable-fields` of `filter`.

        **Order.** Best match first, or as `sort_by` says. The guide has no list of sortable fields for models and
        points at that of assets; a model has neither `width` nor `height`, so these two leave the order as it is.
        According to the vendor `sort_by` has no effect while a semantic ratio above 0 takes part:
        `query_semantic_ratio` with a query, or `image_semantic_ratio` (1 unless given) with a picture. No recording
        shows it.

        **Pages.** Either `offset` and `limit`, or `page` and `hits_per_page`; the answer carries the totals of the
        mode. `limit` alone starts at offset 0. When the modes are mixed, page mode wins; no source says so. To read on,
        raise `offset` in the body. Releases of the vendor's SDK put it into the query instead, which this contract does
        not define.

        A search costs no Creative Units; it counts against the search quota of the plan.

        POST /search/models. Changes nothing and costs nothing.

        Conditions:
            - A search needs one of query, filter, image and images; a query of "" counts as absent.
            - A search compares with image or with images, not with both.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            query: Words to look for. Small typing errors are forgiven and the beginning of a word finds the word. An
                empty string is the same as no query. [default ""]
            query_semantic_ratio: Weight of meaning against words for `query`: 0 compares words only, 1 meaning only. [0
                to 1; default 0]
            image: Picture that a model's example pictures should resemble: the id of an existing asset, or a data URL.
                Not together with `images`. Bytes, or the Path of a file, are sent as a data URL. [at least 1 character]
            images: Pictures that the hits should resemble, and pictures that they should not. Not together with
                `image`. Fields: `like` (list; each at least 1 character), `unlike` (list; each at least 1 character).
            image_semantic_ratio: Weight of the resemblance to `image` or `images`; without a picture it has no effect.
                [0 to 1; default 1]
            filter: Condition that every hit fulfills, in the filter language that the operation describes. A field is
                the property of that name in the hit, a dot leads into an object, and `concepts` means the ids in it.
                [fields: name, type, source, parentModelId, capabilities, tags, collectionIds, concepts,
                trainingImagesNumber, exampleAssetIds, complianceMetadata.subProcessor,
                complianceMetadata.modelProvider, complianceMetadata.maintainer, privacy, ownerId, authorId, createdAt,
                updatedAt]
            sort_by: Order of the hits, most important first, each as field, colon and direction. Without it the best
                match comes first. A semantic ratio above 0 that takes part in the search makes the service ignore it.
                [each matches ^(createdAt|updatedAt|width|height|score):(asc|desc)$; fields: createdAt, updatedAt,
                width, height, score]
            public: Search what everybody made public, instead of what the project owns. [default False]
            offset: Number of hits to skip before the first one of the answer (offset mode). [at least 0; default 0]
            limit: Largest number of hits in the answer (offset mode). [1 to 100; default 20]
            page: Number of the page to read, counted from 1 (page mode). [at least 1]
            hits_per_page: Number of hits on a page (page mode). [1 to 100]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            The first page. Iterating over it gives every item of all pages; `items` are its own.

        Raises:
            BadRequest: 400. The search is empty, its filter cannot be read, or a page is larger than allowed.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. The plan's search quota is spent, or one of the limits that every endpoint has.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.SEARCH_MODELS,
            item=ModelHit,
            cast=ModelSearchResults,
            items="hits",
            style="search",
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "query": query,
                "querySemanticRatio": query_semantic_ratio,
                "image": image,
                "images": images,
                "imageSemanticRatio": image_semantic_ratio,
                "filter": filter,
                "sortBy": sort_by,
                "public": public,
                "offset": offset,
                "limit": limit,
                "page": page,
                "hitsPerPage": hits_per_page,
            },
            options=options,
        )


class AsyncSearch(AsyncResource):
    """Text, semantic and picture search over assets and models, with filters. Calls are awaited."""

    __slots__ = ()

    def assets(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        query: str | None = None,
        query_semantic_ratio: float | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: ImageSearchSet | Mapping[str, Any] | None = None,
        image_semantic_ratio: float | None = None,
        filter: str | None = None,
        sort_by: Sequence[str] | None = None,
        public: bool | None = None,
        offset: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        hits_per_page: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[AssetHit, AssetSearchResults]:
        """Search assets by words, meaning, likeness and conditions.

        Finds assets of the project, or with `public` those that everybody may see. A search needs at least one of
        `query`, `filter`, `image` and `images`; they combine, and every hit fulfills `filter`.

        **Words and meaning.** `query` looks in names, prompts, descriptions, captions, tags and seeds. With
        `query_semantic_ratio` above 0 it also compares meanings. `image` or `images` find what looks alike, weighted by
        `image_semantic_ratio`.

        **Filter.** `field operator value`, with the operators `=`, `!=`, `>`, `>=`, `<`, `<=`; and `field IS EMPTY`,
        `field IS NOT EMPTY`, where empty means absent, null, or without content. Conditions join with `AND` and `OR`,
        `NOT` before a condition turns it around, parentheses group. `NOT` binds closest, then `AND`, then `OR`; the
        guide leaves the order open and this one is the usual. Larger and smaller compare numbers, dates and strings,
        strings by code point, and not lists. The guide names no types for them. On a list, `=` asks whether the value
        is in it, so `tags = a AND tags = b` asks for both. A value may stand bare when it consists of letters, digits,
        `_`, `-` and `.`; anything else, and dates, goes in double quotes. A date without a time is its first instant,
        UTC. The guide also prints `field:value` for texts (`prompt:dragon`) without explaining it; read here as: the
        text contains this word. The fields are in `x-filterable-fields` of `filter`.

        **Order.** Best match first, or as `sort_by` says. According to the vendor `sort_by` has no effect while a
        semantic ratio above 0 takes part: `query_semantic_ratio` with a query, or `image_semantic_ratio` (1 unless
        given) with a picture. No recording shows it.

        **Pages.** Either `offset` and `limit`, or `page` and `hits_per_page`; the answer carries the totals of the
        mode. The vendor's types ask for both of a pair, its guide often sends `limit` alone: `offset` is then 0. What
        happens when the modes are mixed is not written down; here page mode wins and `offset` and `limit` have no
        effect. To read on, raise `offset` in the body. Releases of the vendor's SDK put it into the query instead,
        which this contract does not define.

        A search costs no Creative Units; it counts against the search quota of the plan.

        POST /search/assets. Changes nothing and costs nothing.

        Conditions:
            - A search needs one of query, filter, image and images; a query of "" counts as absent.
            - A search compares with image or with images, not with both.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            query: Words to look for. Small typing errors are forgiven and the beginning of a word finds the word. An
                empty string is the same as no query. [default ""]
            query_semantic_ratio: Weight of meaning against words for `query`: 0 compares words only, 1 meaning only. [0
                to 1; default 0]
            image: Picture that the assets should resemble: the id of an existing asset, or a data URL. Not together
                with `images`. Bytes, or the Path of a file, are sent as a data URL. [at least 1 character]
            images: Pictures that the hits should resemble, and pictures that they should not. Not together with
                `image`. Fields: `like` (list; each at least 1 character), `unlike` (list; each at least 1 character).
            image_semantic_ratio: Weight of the resemblance to `image` or `images`; without a picture it has no effect.
                [0 to 1; default 1]
            filter: Condition that every hit fulfills, in the filter language that the operation describes. A field is
                the property of that name in the hit, or else in the hit's `metadata`. [fields: kind, width, height,
                size, aspectRatio, mimeType, name, prompt, text, negativePrompt, seed, modelId, baseModelId, modelType,
                numInferenceSteps, guidance, scheduler, tags, collectionIds, nsfw, privacy, createdAt, updatedAt,
                authorId, ownerId]
            sort_by: Order of the hits, most important first, each as field, colon and direction. Without it the best
                match comes first. A semantic ratio above 0 that takes part in the search makes the service ignore it.
                [each matches ^(createdAt|updatedAt|width|height|score):(asc|desc)$; fields: createdAt, updatedAt,
                width, height, score]
            public: Search what everybody made public, instead of what the project owns. [default False]
            offset: Number of hits to skip before the first one of the answer (offset mode). [at least 0; default 0]
            limit: Largest number of hits in the answer (offset mode). [1 to 100; default 20]
            page: Number of the page to read, counted from 1 (page mode). [at least 1]
            hits_per_page: Number of hits on a page (page mode). [1 to 100]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            Await it for the first page, or `async for` over it for every item of all pages.

        Raises:
            BadRequest: 400. The search is empty, its filter cannot be read, or a page is larger than allowed.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. The plan's search quota is spent, or one of the limits that every endpoint has.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.SEARCH_ASSETS,
            item=AssetHit,
            cast=AssetSearchResults,
            items="hits",
            style="search",
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "query": query,
                "querySemanticRatio": query_semantic_ratio,
                "image": image,
                "images": images,
                "imageSemanticRatio": image_semantic_ratio,
                "filter": filter,
                "sortBy": sort_by,
                "public": public,
                "offset": offset,
                "limit": limit,
                "page": page,
                "hitsPerPage": hits_per_page,
            },
            options=options,
        )

    def models(
        self,
        *,
        original_assets: bool | None = None,
        project_id: str | None = None,
        query: str | None = None,
        query_semantic_ratio: float | None = None,
        image: str | bytes | PathLike[str] | None = None,
        images: ImageSearchSet | Mapping[str, Any] | None = None,
        image_semantic_ratio: float | None = None,
        filter: str | None = None,
        sort_by: Sequence[str] | None = None,
        public: bool | None = None,
        offset: int | None = None,
        limit: int | None = None,
        page: int | None = None,
        hits_per_page: int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[ModelHit, ModelSearchResults]:
        """Search models by words, meaning, likeness and conditions.

        Finds models of the project, or with `public` those that everybody may see. It works as the search of assets
        does, with fields of its own. A search needs at least one of `query`, `filter`, `image` and `images`; they
        combine, and every hit fulfills `filter`.

        **Words and meaning.** `query` looks in names, descriptions, tags and capabilities. With `query_semantic_ratio`
        above 0 it also compares meanings. `image` or `images` find models whose example pictures look alike, weighted
        by `image_semantic_ratio`.

        **Filter.** `field operator value` with `=`, `!=`, `>`, `>=`, `<`, `<=`; `field IS EMPTY` and `field IS NOT
        EMPTY`; joined with `AND` and `OR`, turned around with `NOT`, grouped with parentheses; `NOT` binds closest,
        then `AND`, then `OR`. On a list, `=` asks whether the value is in it. A value may stand bare when it consists
        of letters, digits, `_`, `-` and `.` (`type = flux.1-lora`); anything else, and dates, goes in double quotes.
        The guide also prints `name:character` without explaining it; read here as: the text contains this word. The
        fields are in `x-filterable-fields` of `filter`.

        **Order.** Best match first, or as `sort_by` says. The guide has no list of sortable fields for models and
        points at that of assets; a model has neither `width` nor `height`, so these two leave the order as it is.
        According to the vendor `sort_by` has no effect while a semantic ratio above 0 takes part:
        `query_semantic_ratio` with a query, or `image_semantic_ratio` (1 unless given) with a picture. No recording
        shows it.

        **Pages.** Either `offset` and `limit`, or `page` and `hits_per_page`; the answer carries the totals of the
        mode. `limit` alone starts at offset 0. When the modes are mixed, page mode wins; no source says so. To read on,
        raise `offset` in the body. Releases of the vendor's SDK put it into the query instead, which this contract does
        not define.

        A search costs no Creative Units; it counts against the search quota of the plan.

        POST /search/models. Changes nothing and costs nothing.

        Conditions:
            - A search needs one of query, filter, image and images; a query of "" counts as absent.
            - A search compares with image or with images, not with both.

        Args:
            original_assets: When true, addresses in the answer lead to the original files, without transformation.
                Default: false. [default False]
            project_id: The project that owns what the call reads or makes. A key that belongs to one project does not
                need it; a team's key does. [at least 1 character]
            query: Words to look for. Small typing errors are forgiven and the beginning of a word finds the word. An
                empty string is the same as no query. [default ""]
            query_semantic_ratio: Weight of meaning against words for `query`: 0 compares words only, 1 meaning only. [0
                to 1; default 0]
            image: Picture that a model's example pictures should resemble: the id of an existing asset, or a data URL.
                Not together with `images`. Bytes, or the Path of a file, are sent as a data URL. [at least 1 character]
            images: Pictures that the hits should resemble, and pictures that they should not. Not together with
                `image`. Fields: `like` (list; each at least 1 character), `unlike` (list; each at least 1 character).
            image_semantic_ratio: Weight of the resemblance to `image` or `images`; without a picture it has no effect.
                [0 to 1; default 1]
            filter: Condition that every hit fulfills, in the filter language that the operation describes. A field is
                the property of that name in the hit, a dot leads into an object, and `concepts` means the ids in it.
                [fields: name, type, source, parentModelId, capabilities, tags, collectionIds, concepts,
                trainingImagesNumber, exampleAssetIds, complianceMetadata.subProcessor,
                complianceMetadata.modelProvider, complianceMetadata.maintainer, privacy, ownerId, authorId, createdAt,
                updatedAt]
            sort_by: Order of the hits, most important first, each as field, colon and direction. Without it the best
                match comes first. A semantic ratio above 0 that takes part in the search makes the service ignore it.
                [each matches ^(createdAt|updatedAt|width|height|score):(asc|desc)$; fields: createdAt, updatedAt,
                width, height, score]
            public: Search what everybody made public, instead of what the project owns. [default False]
            offset: Number of hits to skip before the first one of the answer (offset mode). [at least 0; default 0]
            limit: Largest number of hits in the answer (offset mode). [1 to 100; default 20]
            page: Number of the page to read, counted from 1 (page mode). [at least 1]
            hits_per_page: Number of hits on a page (page mode). [1 to 100]
            options: Timeout, retries, headers and extra members of this call alone.

        Returns:
            Await it for the first page, or `async for` over it for every item of all pages.

        Raises:
            BadRequest: 400. The search is empty, its filter cannot be read, or a page is larger than allowed.
            Unauthorized: 401. No credentials, or credentials that cannot be read.
            Forbidden: 403. The credentials are known and not allowed to do this: a route for signed-in users only, a
                resource of another project, or a model that the plan does not include (on dry runs too).
            NotFound: 404. Nothing with this id exists, or the caller may not see it.
            ContentTooLarge: 413. The request is larger than the gateway takes (10 MB for the whole request; files above
                6 MB belong into an upload in parts).
            RateLimited: 429. The plan's search quota is spent, or one of the limits that every endpoint has.
            ApiError: Any other failure.
        """
        return self._client.page(
            operations.SEARCH_MODELS,
            item=ModelHit,
            cast=ModelSearchResults,
            items="hits",
            style="search",
            query={
                "originalAssets": original_assets,
                "projectId": project_id,
            },
            body={
                "query": query,
                "querySemanticRatio": query_semantic_ratio,
                "image": image,
                "images": images,
                "imageSemanticRatio": image_semantic_ratio,
                "filter": filter,
                "sortBy": sort_by,
                "public": public,
                "offset": offset,
                "limit": limit,
                "page": page,
                "hitsPerPage": hits_per_page,
            },
            options=options,
        )
