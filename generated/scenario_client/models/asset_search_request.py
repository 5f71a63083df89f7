from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.image_search_set import ImageSearchSet


T = TypeVar("T", bound="AssetSearchRequest")


@_attrs_define
class AssetSearchRequest:
    """What to look for among the assets, in which order, and which page of it. Nothing is required by itself, but one of
    `query`, `filter`, `image` and `images` must be there. Source: guide:search, sdk:2.4.0.

    """

    query: str | Unset = UNSET
    """ Words to look for. Small typing errors are forgiven and the beginning of a word finds the word. An empty
    string is the same as no query. """
    query_semantic_ratio: float | Unset = UNSET
    """ Weight of meaning against words for `query`: 0 compares words only, 1 meaning only. """
    image: str | Unset = UNSET
    """ Picture that the assets should resemble: the id of an existing asset, or a data URL. Not together with
    `images`. """
    images: ImageSearchSet | Unset = UNSET
    """ Pictures that the hits should resemble, and pictures that they should not. Not together with `image`.
    Source: guide:search, sdk:2.4.0. """
    image_semantic_ratio: float | Unset = UNSET
    """ Weight of the resemblance to `image` or `images`; without a picture it has no effect. """
    filter_: str | Unset = UNSET
    """ Condition that every hit fulfills, in the filter language that the operation describes. A field is the
    property of that name in the hit, or else in the hit's `metadata`. """
    sort_by: list[str] | Unset = UNSET
    """ Order of the hits, most important first, each as field, colon and direction. Without it the best match comes
    first. A semantic ratio above 0 that takes part in the search makes the service ignore it. """
    public: bool | Unset = UNSET
    """ Search what everybody made public, instead of what the project owns. """
    offset: int | Unset = UNSET
    """ Number of hits to skip before the first one of the answer (offset mode). """
    limit: int | Unset = UNSET
    """ Largest number of hits in the answer (offset mode). """
    page: int | Unset = UNSET
    """ Number of the page to read, counted from 1 (page mode). """
    hits_per_page: int | Unset = UNSET
    """ Number of hits on a page (page mode). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        query = self.query

        query_semantic_ratio = self.query_semantic_ratio

        image = self.image

        images: dict[str, Any] | Unset = UNSET
        if not isinstance(self.images, Unset):
            images = self.images.to_dict()

        image_semantic_ratio = self.image_semantic_ratio

        filter_ = self.filter_

        sort_by: list[str] | Unset = UNSET
        if not isinstance(self.sort_by, Unset):
            sort_by = self.sort_by

        public = self.public

        offset = self.offset

        limit = self.limit

        page = self.page

        hits_per_page = self.hits_per_page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if query is not UNSET:
            field_dict["query"] = query
        if query_semantic_ratio is not UNSET:
            field_dict["querySemanticRatio"] = query_semantic_ratio
        if image is not UNSET:
            field_dict["image"] = image
        if images is not UNSET:
            field_dict["images"] = images
        if image_semantic_ratio is not UNSET:
            field_dict["imageSemanticRatio"] = image_semantic_ratio
        if filter_ is not UNSET:
            field_dict["filter"] = filter_
        if sort_by is not UNSET:
            field_dict["sortBy"] = sort_by
        if public is not UNSET:
            field_dict["public"] = public
        if offset is not UNSET:
            field_dict["offset"] = offset
        if limit is not UNSET:
            field_dict["limit"] = limit
        if page is not UNSET:
            field_dict["page"] = page
        if hits_per_page is not UNSET:
            field_dict["hitsPerPage"] = hits_per_page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_search_set import ImageSearchSet  # noqa: PLC0415

        d = dict(src_dict)
        query = d.pop("query", UNSET)

        query_semantic_ratio = d.pop("querySemanticRatio", UNSET)

        image = d.pop("image", UNSET)

        _images = d.pop("images", UNSET)
        images: ImageSearchSet | Unset
        if isinstance(_images, Unset):
            images = UNSET
        else:
            images = ImageSearchSet.from_dict(_images)

        image_semantic_ratio = d.pop("imageSemanticRatio", UNSET)

        filter_ = d.pop("filter", UNSET)

        sort_by = cast(list[str], d.pop("sortBy", UNSET))

        public = d.pop("public", UNSET)

        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        page = d.pop("page", UNSET)

        hits_per_page = d.pop("hitsPerPage", UNSET)

        asset_search_request = cls(
            query=query,
            query_semantic_ratio=query_semantic_ratio,
            image=image,
            images=images,
            image_semantic_ratio=image_semantic_ratio,
            filter_=filter_,
            sort_by=sort_by,
            public=public,
            offset=offset,
            limit=limit,
            page=page,
            hits_per_page=hits_per_page,
        )

        asset_search_request.additional_properties = d
        return asset_search_request

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
