from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PatchCrop")


@_attrs_define
class PatchCrop:
    """The part of the picture to keep, in pixels; cut before anything else. Source: sdk:2.4.0."""

    left: int
    """ Distance from the picture's edge, in pixels. """
    top: int
    """ Distance from the picture's edge, in pixels. """
    width: int
    """ Size of the part, in pixels. """
    height: int
    """ Size of the part, in pixels. """
    background_color: str | Unset = UNSET
    """ Color of what lies outside the picture, as rgba, hex or a name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        left = self.left

        top = self.top

        width = self.width

        height = self.height

        background_color = self.background_color

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "left": left,
                "top": top,
                "width": width,
                "height": height,
            }
        )
        if background_color is not UNSET:
            field_dict["backgroundColor"] = background_color

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        left = d.pop("left")

        top = d.pop("top")

        width = d.pop("width")

        height = d.pop("height")

        background_color = d.pop("backgroundColor", UNSET)

        patch_crop = cls(
            left=left,
            top=top,
            width=width,
            height=height,
            background_color=background_color,
        )

        patch_crop.additional_properties = d
        return patch_crop

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
