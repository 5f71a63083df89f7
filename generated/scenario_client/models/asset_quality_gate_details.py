from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset_quality_gate_dimension import AssetQualityGateDimension


T = TypeVar("T", bound="AssetQualityGateDetails")


@_attrs_define
class AssetQualityGateDetails:
    """Reasons and advice for each dimension of the quality check; only the project that owns the asset gets them. Source:
    sdk:2.4.0.

    """

    ai_quality: AssetQualityGateDimension
    """ One dimension of the quality check, with its reasons. Source: sdk:2.4.0. """
    brief_compliance: AssetQualityGateDimension | Unset = UNSET
    """ One dimension of the quality check, with its reasons. Source: sdk:2.4.0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ai_quality = self.ai_quality.to_dict()

        brief_compliance: dict[str, Any] | Unset = UNSET
        if not isinstance(self.brief_compliance, Unset):
            brief_compliance = self.brief_compliance.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "aiQuality": ai_quality,
            }
        )
        if brief_compliance is not UNSET:
            field_dict["briefCompliance"] = brief_compliance

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset_quality_gate_dimension import AssetQualityGateDimension  # noqa: PLC0415

        d = dict(src_dict)
        ai_quality = AssetQualityGateDimension.from_dict(d.pop("aiQuality"))

        _brief_compliance = d.pop("briefCompliance", UNSET)
        brief_compliance: AssetQualityGateDimension | Unset
        if isinstance(_brief_compliance, Unset):
            brief_compliance = UNSET
        else:
            brief_compliance = AssetQualityGateDimension.from_dict(_brief_compliance)

        asset_quality_gate_details = cls(
            ai_quality=ai_quality,
            brief_compliance=brief_compliance,
        )

        asset_quality_gate_details.additional_properties = d
        return asset_quality_gate_details

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
