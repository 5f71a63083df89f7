from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.patch_format import PatchFormat, check_patch_format
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.patch_crop import PatchCrop
    from ..models.patch_overlay import PatchOverlay
    from ..models.patch_position import PatchPosition


T = TypeVar("T", bound="PatchRequest")


@_attrs_define
class PatchRequest:
    """A picture and the edits to make: crop it, lay another one over it. Source: sdk:2.4.0."""

    image: str
    """ The picture, as an asset id or as a data URL. """
    crop: PatchCrop | Unset = UNSET
    """ The part of the picture to keep, in pixels; cut before anything else. Source: sdk:2.4.0. """
    patch: PatchOverlay | Unset = UNSET
    """ The second picture and what to do with it. Source: sdk:2.4.0. """
    position: PatchPosition | Unset = UNSET
    """ Where the second picture's corner lies on the first, in pixels; negative values reach over the edge. Source:
    sdk:2.4.0. """
    allow_overflow: bool | Unset = UNSET
    """ Let the result grow beyond the first picture where the second one reaches over its edge. """
    background_color: str | Unset = UNSET
    """ Color behind the pictures, as hex or an HTML name; `transparent` only for png. """
    format_: PatchFormat | Unset = UNSET
    """ File format of the result; png when left out. Source: sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image = self.image

        crop: dict[str, Any] | Unset = UNSET
        if not isinstance(self.crop, Unset):
            crop = self.crop.to_dict()

        patch: dict[str, Any] | Unset = UNSET
        if not isinstance(self.patch, Unset):
            patch = self.patch.to_dict()

        position: dict[str, Any] | Unset = UNSET
        if not isinstance(self.position, Unset):
            position = self.position.to_dict()

        allow_overflow = self.allow_overflow

        background_color = self.background_color

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image": image,
            }
        )
        if crop is not UNSET:
            field_dict["crop"] = crop
        if patch is not UNSET:
            field_dict["patch"] = patch
        if position is not UNSET:
            field_dict["position"] = position
        if allow_overflow is not UNSET:
            field_dict["allowOverflow"] = allow_overflow
        if background_color is not UNSET:
            field_dict["backgroundColor"] = background_color
        if format_ is not UNSET:
            field_dict["format"] = format_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.patch_crop import PatchCrop  # noqa: PLC0415
        from ..models.patch_overlay import PatchOverlay  # noqa: PLC0415
        from ..models.patch_position import PatchPosition  # noqa: PLC0415

        d = dict(src_dict)
        image = d.pop("image")

        _crop = d.pop("crop", UNSET)
        crop: PatchCrop | Unset
        if isinstance(_crop, Unset):
            crop = UNSET
        else:
            crop = PatchCrop.from_dict(_crop)

        _patch = d.pop("patch", UNSET)
        patch: PatchOverlay | Unset
        if isinstance(_patch, Unset):
            patch = UNSET
        else:
            patch = PatchOverlay.from_dict(_patch)

        _position = d.pop("position", UNSET)
        position: PatchPosition | Unset
        if isinstance(_position, Unset):
            position = UNSET
        else:
            position = PatchPosition.from_dict(_position)

        allow_overflow = d.pop("allowOverflow", UNSET)

        background_color = d.pop("backgroundColor", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: PatchFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = check_patch_format(_format_)

        patch_request = cls(
            image=image,
            crop=crop,
            patch=patch,
            position=position,
            allow_overflow=allow_overflow,
            background_color=background_color,
            format_=format_,
        )

        patch_request.additional_properties = d
        return patch_request

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
