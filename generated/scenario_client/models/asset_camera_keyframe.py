from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AssetCameraKeyframe")


@_attrs_define
class AssetCameraKeyframe:
    """A camera position on the path of a preview; one alone means a still view. Source: sdk:2.4.0."""

    position: list[float]
    """ Where the camera is, in the splat's own coordinates. """
    target: list[float]
    """ Where the camera looks, in the splat's own coordinates. """
    fov: float | Unset = UNSET
    """ Vertical field of view, in degrees; the renderer assumes 50. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        position = self.position

        target = self.target

        fov = self.fov

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "position": position,
                "target": target,
            }
        )
        if fov is not UNSET:
            field_dict["fov"] = fov

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        position = cast(list[float], d.pop("position"))

        target = cast(list[float], d.pop("target"))

        fov = d.pop("fov", UNSET)

        asset_camera_keyframe = cls(
            position=position,
            target=target,
            fov=fov,
        )

        asset_camera_keyframe.additional_properties = d
        return asset_camera_keyframe

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
