from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.model_hit import ModelHit


T = TypeVar("T", bound="ModelSearchResults")


@_attrs_define
class ModelSearchResults:
    """One page of models. In offset mode `offset`, `limit` and `estimatedTotalHits` come with it; in page mode `page`,
    `hitsPerPage`, `totalPages` and `totalHits` do. Source: guide:search, sdk:2.4.0.

    """

    hits: list[ModelHit]
    """ The models of this page, best match first unless sorted. """
    offset: int | Unset = UNSET
    """ Number of hits that were skipped (offset mode). """
    limit: int | Unset = UNSET
    """ Largest number of hits that was asked for (offset mode). """
    estimated_total_hits: int | Unset = UNSET
    """ About how many hits there are on all pages together (offset mode). """
    page: int | Unset = UNSET
    """ Number of this page, counted from 1 (page mode). """
    hits_per_page: int | Unset = UNSET
    """ Number of hits on a full page (page mode). """
    total_pages: int | Unset = UNSET
    """ Number of pages, the last one perhaps not full (page mode). """
    total_hits: int | Unset = UNSET
    """ Exact number of hits on all pages together (page mode). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        hits = []
        for hits_item_data in self.hits:
            hits_item = hits_item_data.to_dict()
            hits.append(hits_item)

        offset = self.offset

        limit = self.limit

        estimated_total_hits = self.estimated_total_hits

        page = self.page

        hits_per_page = self.hits_per_page

        total_pages = self.total_pages

        total_hits = self.total_hits

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "hits": hits,
            }
        )
        if offset is not UNSET:
            field_dict["offset"] = offset
        if limit is not UNSET:
            field_dict["limit"] = limit
        if estimated_total_hits is not UNSET:
            field_dict["estimatedTotalHits"] = estimated_total_hits
        if page is not UNSET:
            field_dict["page"] = page
        if hits_per_page is not UNSET:
            field_dict["hitsPerPage"] = hits_per_page
        if total_pages is not UNSET:
            field_dict["totalPages"] = total_pages
        if total_hits is not UNSET:
            field_dict["totalHits"] = total_hits

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.model_hit import ModelHit  # noqa: PLC0415

        d = dict(src_dict)
        hits = []
        _hits = d.pop("hits")
        for hits_item_data in _hits:
            hits_item = ModelHit.from_dict(hits_item_data)

            hits.append(hits_item)

        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        estimated_total_hits = d.pop("estimatedTotalHits", UNSET)

        page = d.pop("page", UNSET)

        hits_per_page = d.pop("hitsPerPage", UNSET)

        total_pages = d.pop("totalPages", UNSET)

        total_hits = d.pop("totalHits", UNSET)

        model_search_results = cls(
            hits=hits,
            offset=offset,
            limit=limit,
            estimated_total_hits=estimated_total_hits,
            page=page,
            hits_per_page=hits_per_page,
            total_pages=total_pages,
            total_hits=total_hits,
        )

        model_search_results.additional_properties = d
        return model_search_results

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
