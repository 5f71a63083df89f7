from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.quality_gate_sensitivity import (
    QualityGateSensitivity,
    check_quality_gate_sensitivity,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="QualityGateRequest")


@_attrs_define
class QualityGateRequest:
    """The picture to judge. A data URL becomes an asset first, the same bytes always the same asset; the judgment is
    stored there and replaces an earlier one. Source: sdk:2.4.0.

    """

    image: str
    """ The picture, as an asset id or as a data URL. """
    sensitivity: QualityGateSensitivity | Unset = UNSET
    """ How strict the thresholds are for this call; what the project has set when left out, else medium. Source:
    sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image = self.image

        sensitivity: str | Unset = UNSET
        if not isinstance(self.sensitivity, Unset):
            sensitivity = self.sensitivity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image": image,
            }
        )
        if sensitivity is not UNSET:
            field_dict["sensitivity"] = sensitivity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image = d.pop("image")

        _sensitivity = d.pop("sensitivity", UNSET)
        sensitivity: QualityGateSensitivity | Unset
        if isinstance(_sensitivity, Unset):
            sensitivity = UNSET
        else:
            sensitivity = check_quality_gate_sensitivity(_sensitivity)

        quality_gate_request = cls(
            image=image,
            sensitivity=sensitivity,
        )

        quality_gate_request.additional_properties = d
        return quality_gate_request

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
