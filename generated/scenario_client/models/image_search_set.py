from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ImageSearchSet")


@_attrs_define
class ImageSearchSet:
    """Pictures that the hits should resemble, and pictures that they should not. Not together with `image`. Source:
    guide:search, sdk:2.4.0.

    """

    like: list[str] | Unset = UNSET
    """ Pictures to resemble, each the id of an existing asset or a data URL. """
    unlike: list[str] | Unset = UNSET
    """ Pictures to keep away from, each the id of an existing asset or a data URL. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        like: list[str] | Unset = UNSET
        if not isinstance(self.like, Unset):
            like = self.like

        unlike: list[str] | Unset = UNSET
        if not isinstance(self.unlike, Unset):
            unlike = self.unlike

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if like is not UNSET:
            field_dict["like"] = like
        if unlike is not UNSET:
            field_dict["unlike"] = unlike

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        like = cast(list[str], d.pop("like", UNSET))

        unlike = cast(list[str], d.pop("unlike", UNSET))

        image_search_set = cls(
            like=like,
            unlike=unlike,
        )

        image_search_set.additional_properties = d
        return image_search_set

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
