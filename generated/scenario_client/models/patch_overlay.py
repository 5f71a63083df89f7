from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.patch_mode import PatchMode, check_patch_mode

T = TypeVar("T", bound="PatchOverlay")


@_attrs_define
class PatchOverlay:
    """The second picture and what to do with it. Source: sdk:2.4.0."""

    image: str
    """ The picture, as an asset id or as a data URL. """
    mode: PatchMode
    """ Draw the second picture over the first, or cut its shape out of it. Source: sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image = self.image

        mode: str = self.mode

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image": image,
                "mode": mode,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image = d.pop("image")

        mode = check_patch_mode(d.pop("mode"))

        patch_overlay = cls(
            image=image,
            mode=mode,
        )

        patch_overlay.additional_properties = d
        return patch_overlay

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
