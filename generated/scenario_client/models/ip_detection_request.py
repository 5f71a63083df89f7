from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="IpDetectionRequest")


@_attrs_define
class IpDetectionRequest:
    """The set to check, as one whole. To learn which item causes a finding, send each item alone. At least one prompt or
    one asset that can be analyzed is needed. Source: sdk:2.4.0.

    """

    prompts: list[str] | Unset = UNSET
    """ Prompts to check, read as one text of at most 250,000 characters together. """
    asset_ids: list[str] | Unset = UNSET
    """ Assets to check. Videos count through their frames; audio and 3D files are skipped. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        prompts: list[str] | Unset = UNSET
        if not isinstance(self.prompts, Unset):
            prompts = self.prompts

        asset_ids: list[str] | Unset = UNSET
        if not isinstance(self.asset_ids, Unset):
            asset_ids = self.asset_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if prompts is not UNSET:
            field_dict["prompts"] = prompts
        if asset_ids is not UNSET:
            field_dict["assetIds"] = asset_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prompts = cast(list[str], d.pop("prompts", UNSET))

        asset_ids = cast(list[str], d.pop("assetIds", UNSET))

        ip_detection_request = cls(
            prompts=prompts,
            asset_ids=asset_ids,
        )

        ip_detection_request.additional_properties = d
        return ip_detection_request

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
