from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AssetUpload")


@_attrs_define
class AssetUpload:
    """A picture or a canvas to store. `canvas` and `thumbnail` count only without `image`. Source: sdk:2.4.0, recording."""

    name: str
    """ Name of the original file. """
    image: str | Unset = UNSET
    """ The picture as Base64, or as a data URL; use an upload in parts from 6 MB. """
    canvas: str | Unset = UNSET
    """ The canvas: JSON, written into a string. """
    thumbnail: str | Unset = UNSET
    """ A small picture of the canvas as Base64. """
    parent_id: str | Unset = UNSET
    """ The asset that this one descends from. """
    collection_ids: list[str] | Unset = UNSET
    """ Collections to put the new asset into. """
    hide: bool | Unset = UNSET
    """ Whether to hide the new asset. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        image = self.image

        canvas = self.canvas

        thumbnail = self.thumbnail

        parent_id = self.parent_id

        collection_ids: list[str] | Unset = UNSET
        if not isinstance(self.collection_ids, Unset):
            collection_ids = self.collection_ids

        hide = self.hide

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
            }
        )
        if image is not UNSET:
            field_dict["image"] = image
        if canvas is not UNSET:
            field_dict["canvas"] = canvas
        if thumbnail is not UNSET:
            field_dict["thumbnail"] = thumbnail
        if parent_id is not UNSET:
            field_dict["parentId"] = parent_id
        if collection_ids is not UNSET:
            field_dict["collectionIds"] = collection_ids
        if hide is not UNSET:
            field_dict["hide"] = hide

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        image = d.pop("image", UNSET)

        canvas = d.pop("canvas", UNSET)

        thumbnail = d.pop("thumbnail", UNSET)

        parent_id = d.pop("parentId", UNSET)

        collection_ids = cast(list[str], d.pop("collectionIds", UNSET))

        hide = d.pop("hide", UNSET)

        asset_upload = cls(
            name=name,
            image=image,
            canvas=canvas,
            thumbnail=thumbnail,
            parent_id=parent_id,
            collection_ids=collection_ids,
            hide=hide,
        )

        asset_upload.additional_properties = d
        return asset_upload

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
